"""``scripts/run.py`` starts what the machine can show, and says what to do where it cannot."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from scripts import run, system_packages
from scripts.environment import SetupError


class RecordingEnvironment:
    """Stands in for the virtual environment: records what is run and answers with given exit codes."""

    def __init__(self, codes: dict[str, int] | None = None) -> None:
        self.python = Path("python")
        self.commands: list[str] = []
        self.locks: list[str] = []
        self._codes = codes or {}

    def prepare(self, lock: str) -> bool:
        self.locks.append(lock)
        return True

    def run(self, arguments: Sequence[str | Path]) -> int:
        words = [word.name if isinstance(word, Path) else word for word in arguments]
        self.commands.append(" ".join(words))
        return next((code for text, code in self._codes.items() if text in self.commands[-1]), 0)


@pytest.fixture(autouse=True)
def complete_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no system package be missing, whatever the machine."""
    monkeypatch.setattr(system_packages, "missing_for_qt", lambda **_options: [])
    monkeypatch.setattr(system_packages, "missing_programs", lambda _programs: [])


def start(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], environment: RecordingEnvironment, *, screen: bool
) -> int:
    monkeypatch.setattr(run, "Environment", lambda: environment)
    monkeypatch.setattr(system_packages, "has_screen", lambda: screen)
    return run.main(arguments)


def test_with_a_screen_the_program_opens_on_the_sample_erp(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = RecordingEnvironment()
    assert start(monkeypatch, [], environment, screen=True) == 0
    assert environment.commands == ["compile_translations.py", "-m erpsync_desktop --demo"]


def test_arguments_after_two_dashes_are_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = RecordingEnvironment()
    start(monkeypatch, ["--", "--language", "de"], environment, screen=True)
    assert environment.commands[-1] == "-m erpsync_desktop --demo --language de"


def test_the_programs_exit_code_is_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    assert start(monkeypatch, [], RecordingEnvironment({"--demo": 3}), screen=True) == 3


def test_setup_only_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = RecordingEnvironment()
    assert start(monkeypatch, ["--setup-only"], environment, screen=True) == 0
    assert environment.locks == ["requirements.txt"]
    assert environment.commands == ["compile_translations.py"]


def test_without_a_screen_the_demo_runs_with_the_keyring_that_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    environment = RecordingEnvironment()
    assert start(monkeypatch, [], environment, screen=False) == 0
    assert environment.commands[-1] == "-m erpsync_desktop.cli demo --pictures demo-pictures"


def test_without_a_keyring_the_demo_gets_a_private_one(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = RecordingEnvironment({"private_keyring.py --check": 1})
    assert start(monkeypatch, [], environment, screen=False) == 0
    demo = "python -m erpsync_desktop.cli demo --pictures demo-pictures"
    assert environment.commands[-1] == f"private_keyring.py {demo}"


def test_a_failed_set_up_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_lock: str) -> bool:
        raise SetupError("Free some disk space and run this again.")

    environment = RecordingEnvironment()
    monkeypatch.setattr(environment, "prepare", refuse)
    assert start(monkeypatch, [], environment, screen=True) == 1
    assert "Free some disk space" in capsys.readouterr().err


def test_translations_that_do_not_compile_stop_the_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = RecordingEnvironment({"compile_translations.py": 1})
    assert start(monkeypatch, [], environment, screen=True) == 1
    assert "translations" in capsys.readouterr().err


def test_qt_libraries_are_asked_for_on_linux_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def record(*, screen: bool) -> list[str]:
        asked.append(screen)
        return []

    monkeypatch.setattr(system_packages, "missing_for_qt", record)
    start(monkeypatch, ["--setup-only"], RecordingEnvironment(), screen=False)
    assert asked == ([False] if sys.platform == "linux" else [])
