"""``scripts/test.py`` runs what was asked for, and fails when anything did."""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from scripts import test as script
from scripts.environment import Environment, SetupError

JUNIT = """<?xml version="1.0"?>
<testsuites><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="16" /></testsuites>
"""
OK = script.Result("lint", True, 0.1)
BAD = script.Result("types", False, 0.1, "an error")
TESTS = script.Result("tests", True, 9.0)


class ThisEnvironment(Environment):
    """The environment that runs this test."""

    @property
    def python(self) -> Path:
        return Path(sys.executable)


@pytest.fixture
def here() -> Environment:
    return ThisEnvironment()


@pytest.fixture(autouse=True)
def reports(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Keep the reports of the run that this test belongs to."""
    monkeypatch.setattr(script, "BUILD", tmp_path)
    monkeypatch.setattr(script, "_JUNIT", tmp_path / "tests.xml")
    monkeypatch.setattr(script, "_COVERAGE", tmp_path / "coverage.json")
    return tmp_path


def test_all_checks_passing_is_success(capsys: pytest.CaptureFixture[str]) -> None:
    assert script.summarise([OK]) == 0
    assert capsys.readouterr().out.endswith("checks: 1 passed, 0 failed\n")


def test_one_failed_check_fails_the_run_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert script.summarise([OK, BAD]) == 1
    assert "Checks that FAILED: types" in capsys.readouterr().out


def test_no_check_at_all_is_no_success() -> None:
    assert script.summarise([]) == 1


def test_the_last_line_counts_the_tests(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (reports / "tests.xml").write_text(JUNIT, encoding="utf-8")
    script.summarise([OK, TESTS])
    assert capsys.readouterr().out.endswith("tests: 10 passed, 3 failed, 3 skipped\n")


def test_a_failing_command_keeps_its_output(here: Environment) -> None:
    result = script.run_check(here, script.Check("sample", ("-c", "print('why'); raise SystemExit(1)")))
    assert (result.passed, result.output.strip()) == (False, "why")


def test_a_command_that_ends_well_passes(here: Environment) -> None:
    assert script.run_check(here, script.Check("sample", ("-c", "pass"))).passed


class Recorder:
    """Notes which checks would run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[str] = []
        self.coverage: bool | None = None
        self.searched: tuple[str, ...] = ()
        self.folder = Path()
        monkeypatch.setattr(script, "run_check", self._check)
        monkeypatch.setattr(script, "run_tests", self._tests)

    def _check(self, _environment: Environment, check: script.Check) -> script.Result:
        self.names.append(check.name)
        if check.name == script.SECRETS.name:
            self.searched = check.arguments[1:]
        return script.Result(check.name, True, 0.0)

    def _tests(
        self, _environment: Environment, _arguments: Sequence[str], folder: str, *, coverage: bool
    ) -> script.Result:
        self.folder = Path(folder)
        assert self.folder.is_dir()
        self.names.append("tests")
        self.coverage = coverage
        return script.Result("tests", True, 0.0)


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    return Recorder(monkeypatch)


def run_all(
    here: Environment, *, quick: bool = False, only: str | None = None, rest: Sequence[str] = ()
) -> None:
    script.run_all(here, argparse.Namespace(quick=quick, only=only), rest)


def test_every_check_runs_by_default(here: Environment, recorder: Recorder) -> None:
    run_all(here)
    assert sorted(recorder.names) == sorted(script.NAMES)


def test_quick_runs_neither_tests_nor_slow_checks(here: Environment, recorder: Recorder) -> None:
    run_all(here, quick=True)
    assert sorted(recorder.names) == ["format", "house", "imports", "lint", "translations", "types"]


@pytest.mark.parametrize("name", ["lint", "wheel", "tests"])
def test_only_runs_one(here: Environment, recorder: Recorder, name: str) -> None:
    run_all(here, only=name)
    assert recorder.names == [name]


def test_what_the_tests_leave_is_searched_and_then_removed(here: Environment, recorder: Recorder) -> None:
    run_all(here, only="secrets")
    assert recorder.names == ["tests", "secrets"]
    assert recorder.searched == (str(recorder.folder),)
    assert not recorder.folder.exists()


def test_coverage_needs_the_tests(here: Environment, recorder: Recorder) -> None:
    run_all(here, only="coverage")
    assert recorder.names == ["tests", "coverage"]


def test_a_part_of_the_tests_is_not_measured(here: Environment, recorder: Recorder) -> None:
    run_all(here, rest=["-k", "draft"])
    assert recorder.coverage is False
    assert "coverage" not in recorder.names


def test_npm_packages_are_installed_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = tmp_path / "package-lock.json"
    lock.touch()

    def install(
        _command: Sequence[str], *, cwd: Path, **_options: object
    ) -> subprocess.CompletedProcess[bytes]:
        (cwd / "node_modules").mkdir()
        (cwd / "node_modules" / ".package-lock.json").touch()
        return subprocess.CompletedProcess([], 0)

    monkeypatch.setattr(script, "ROOT", tmp_path)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", install)
    script.install_node_packages(lock)
    script.install_node_packages(lock)
    assert capsys.readouterr().out.count("Installing the npm packages") == 1


def test_a_machine_without_npm_is_told_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(SetupError, match=r"install Node\.js"):
        script.install_node_packages(tmp_path / "package-lock.json")
