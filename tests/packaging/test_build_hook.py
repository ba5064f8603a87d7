"""The wheel brings the resources, with compiled translations, and refuses unfinished ones."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scripts.check_wheel import WheelError, check_contents

REPOSITORY = Path(__file__).parents[2]

TRANSLATION = """<!DOCTYPE TS><TS version="2.1" language="de"><context><name>A</name><message>
<source>Add</source><translation{kind}>Hinzufügen</translation></message></context></TS>
"""
README = "A sample.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with this one's build settings: one module, one icon, one translation."""
    root = tmp_path / "project"
    (root / "erpsync_desktop").mkdir(parents=True)
    (root / "erpsync_desktop" / "__init__.py").touch()
    (root / "resources" / "icons").mkdir(parents=True)
    (root / "resources" / "icons" / "add.svg").write_text("<svg/>", encoding="utf-8")
    (root / "resources" / "translations").mkdir()
    (root / "scripts").mkdir()
    for name in ("pyproject.toml", "hatch_build.py", "LICENSE", "scripts/compile_translations.py"):
        shutil.copy(REPOSITORY / name, root / name)
    (root / "README.md").write_text(README, encoding="utf-8")
    write_translation(root, "")
    return root


def write_translation(root: Path, kind: str) -> None:
    text = TRANSLATION.format(kind=kind)
    (root / "resources" / "translations" / "erpsync_de.ts").write_text(text, encoding="utf-8")


def build(root: Path) -> subprocess.CompletedProcess[str]:
    """Build the source distribution and from it the wheel."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", "dist"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=100, check=False)


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_a_wheel_built_from_the_source_distribution_has_the_resources(project: Path) -> None:
    result = build(project)
    assert result.returncode == 0, result.stdout + result.stderr
    wheel = next((project / "dist").glob("*.whl"))
    resources = {name for name in names_in(wheel) if "/resources/" in name}
    assert resources == {
        "erpsync_desktop/resources/icons/add.svg",
        "erpsync_desktop/resources/translations/erpsync_de.qm",
    }


def test_the_contents_of_a_good_wheel_pass(project: Path) -> None:
    build(project)
    wheel = next((project / "dist").glob("*.whl"))
    check_contents(wheel, project / "resources")


def test_an_unfinished_translation_fails_the_build(project: Path) -> None:
    write_translation(project, ' type="unfinished"')
    result = build(project)
    assert result.returncode != 0
    assert "erpsync_de.ts" in result.stdout + result.stderr


def make_wheel(folder: Path, *names: str) -> Path:
    path = folder / "sample.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return path


def test_a_wheel_without_a_compiled_translation_is_found(project: Path, tmp_path: Path) -> None:
    wheel = make_wheel(tmp_path, "erpsync_desktop/__init__.py")
    with pytest.raises(WheelError, match=r"lacks .*erpsync_de\.qm"):
        check_contents(wheel, project / "resources")


@pytest.mark.parametrize(
    "name", ["tests/conftest.py", "erpsync_desktop/resources/translations/erpsync_de.ts"]
)
def test_a_wheel_with_foreign_files_is_found(project: Path, tmp_path: Path, name: str) -> None:
    compiled = "erpsync_desktop/resources/translations/erpsync_de.qm"
    wheel = make_wheel(tmp_path, compiled, name)
    with pytest.raises(WheelError, match="what it should not"):
        check_contents(wheel, project / "resources")
