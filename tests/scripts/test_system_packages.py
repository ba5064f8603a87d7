"""What is missing on Debian is installed by root and told to everybody else."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts import system_packages
from scripts.environment import SetupError


@pytest.mark.parametrize(
    ("platform", "environment", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_screen_is_told_by_the_platform_and_its_variables(
    platform: str, environment: dict[str, str], screen: bool
) -> None:
    assert system_packages.has_screen(platform, environment) is screen


def test_a_missing_library_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "QT_LIBRARIES", {"libnowhere.so.7": "libnowhere7"})
    monkeypatch.setattr(system_packages, "_has_font", lambda: True)
    assert system_packages.missing_for_qt(screen=False) == ["libnowhere7"]


def test_a_machine_without_any_font_needs_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(system_packages, "QT_LIBRARIES", {})
    monkeypatch.setattr(system_packages, "_FONT_FOLDERS", (str(tmp_path),))
    assert system_packages.missing_for_qt(screen=False) == ["fonts-dejavu-core"]
    (tmp_path / "one.ttf").touch()
    assert system_packages.missing_for_qt(screen=False) == []


def test_a_missing_program_is_named_by_its_package() -> None:
    programs = {"no-such-program": "its-package", "another-one": "its-package", "python3": "python3"}
    if os.name == "nt":
        programs.pop("python3")
    assert system_packages.missing_programs(programs) == ["its-package"]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A Debian whose apt-get records what it is asked, and succeeds."""
    run: list[list[str]] = []

    def record(command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        run.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", record)
    return run


def test_root_updates_the_lists_before_installing(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    system_packages.require(["libgl1", "libegl1"])
    assert "update" in commands[0]
    assert commands[1][-2:] == ["libegl1", "libgl1"]


def test_nothing_is_run_where_nothing_is_missing(commands: list[list[str]]) -> None:
    system_packages.require([])
    assert commands == []


def test_others_are_told_the_exact_command(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SetupError, match=r"sudo apt-get install -y --no-install-recommends libgl1$"):
        system_packages.require(["libgl1"])
    assert commands == []


def test_a_system_without_apt_is_told_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(SetupError, match="libgl1"):
        system_packages.require(["libgl1"])


def test_what_apt_says_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    failed = subprocess.CompletedProcess([], 100, "", "E: no network")
    monkeypatch.setattr(subprocess, "run", lambda *_arguments, **_options: failed)
    with pytest.raises(SetupError, match="E: no network"):
        system_packages.require(["libgl1"])
