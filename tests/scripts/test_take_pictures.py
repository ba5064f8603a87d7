"""The pictures of README and user guide: which there are, and that the script takes them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from erpsync_desktop.connectors.client import ConnectorClient
from erpsync_desktop.http import HttpSession
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.sample_erp.server import serve
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.opening import open_workspace
from scripts.picture_album import LANGUAGES, PICTURES, ROOT, WINDOWS, all_files, file_name
from scripts.picture_sample import BERGEN, HAMBURG, WORDS, complete_lists, fill, make_older
from tests.memory_keyring import MemoryKeyring

KEPT = sorted(all_files())
_LARGEST = 200_000
_LARGEST_OF_ALL = 6_000_000


def size_of(name: str) -> QSize:
    return WINDOWS[re.sub(r"(-de)?(-dark)?\.png$", "", name)]


def colours(path: Path) -> int:
    """How many colours a picture has, looking at every third pixel."""
    image = QImage(str(path))
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


def brightness(path: Path) -> float:
    """The mean brightness of a picture's upper left corner's diagonal, 0 to 255."""
    image = QImage(str(path))
    return sum(image.pixelColor(place, place).lightness() for place in range(100)) / 100


def test_every_picture_is_kept_and_no_other() -> None:
    assert sorted(path.name for path in PICTURES.iterdir()) == KEPT


@pytest.mark.parametrize("name", KEPT)
def test_a_picture_has_its_size_and_is_small(name: str) -> None:
    path = PICTURES / name
    assert QImage(str(path)).size() == size_of(name)
    assert path.stat().st_size < _LARGEST


def test_all_pictures_together_are_small() -> None:
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < _LARGEST_OF_ALL


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_shows_every_window_in_its_own_language(language: str) -> None:
    pages = (ROOT / "docs" / "user-guide" / language).glob("*.md")
    shown = {
        name for page in pages for name in re.findall(r"pictures/([\w-]+\.png)\)", page.read_text("utf-8"))
    }
    assert shown == {file_name(window, language, dark=False) for window in WINDOWS}


def test_the_readme_shows_pictures_that_there_are() -> None:
    shown = re.findall(r"docs/pictures/([\w-]+\.png)", (ROOT / "README.md").read_text("utf-8"))
    assert shown
    assert set(shown) <= all_files()


def test_the_script_takes_every_picture_of_a_language_and_leaves_nothing_else(tmp_path: Path) -> None:
    home = sorted(Path.home().rglob("*"))
    result = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "take_pictures.py"), str(tmp_path), "--language", "de"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=110,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stderr == ""
    assert {path.name for path in tmp_path.iterdir()} == {name for name in KEPT if "-de" in name}
    assert min(colours(path) for path in tmp_path.iterdir()) > 8
    for window in WINDOWS:
        light, dark = (tmp_path / file_name(window, "de", dark=dark) for dark in (False, True))
        assert brightness(light) > brightness(dark) + 50
    assert not list(Path(os.environ["TMPDIR"]).glob("erpsync-pictures-*"))
    assert sorted(Path.home().rglob("*")) == home


def test_of_the_sample_one_connection_can_be_activated_and_another_not_yet(tmp_path: Path) -> None:
    session = HttpSession(lambda _url: {})
    secrets = SecretStore(MemoryKeyring())
    url = f"sqlite:///{(tmp_path / 'workspace.sqlite').as_posix()}"
    with serve(tmp_path / "erp.xlsx") as server:
        workspace = open_workspace(
            url, secrets=secrets, client=lambda address: ConnectorClient(address, session)
        )
        try:
            fill(workspace, server.url, WORDS["de"])
            ids = {one.name: one.id for one in workspace.contents().connections}
            complete_lists(workspace, ids[HAMBURG])
            assert workspace.set_active(ids[HAMBURG], True, Watch()) == ()
            reasons = workspace.set_active(ids[BERGEN], True, Watch())
            assert {reason.field for reason in reasons} == {"mapping", "list"}
            make_older(workspace, ids[BERGEN])
            kept = workspace.sync_context(ids[BERGEN], Watch()).erp.actor("Customer")
            assert kept is not None
            assert "TELEX" in kept.by_key
            assert "CUSTOMER_SINCE" not in kept.by_key
        finally:
            workspace.close()
            session.close()
