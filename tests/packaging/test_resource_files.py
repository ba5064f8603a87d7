"""Resources are found in the checkout and in an installed wheel alike."""

import subprocess
import sys
from pathlib import Path

import pytest

from erpsync_desktop import resource_files


def test_a_resource_of_the_checkout_is_found() -> None:
    assert resource_files.resource_path("translations").is_dir()


def test_a_resource_of_the_wheel_is_found_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "translations").mkdir()
    monkeypatch.setattr(resource_files, "_IN_WHEEL", tmp_path)
    assert resource_files.resource_path("translations") == tmp_path / "translations"


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        resource_files.resource_path("nowhere.png")


def test_finding_resources_needs_no_qt() -> None:
    code = "import sys; import erpsync_desktop.resource_files; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
