"""The search after a run fails on what it must fail on."""

import subprocess
from pathlib import Path

import pytest

from scripts import check_secrets
from tests.canary import CANARY


@pytest.fixture
def empty_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    subprocess.run(["git", "init", "-q", str(checkout)], check=True)
    monkeypatch.setattr(check_secrets, "left_in_checkout", list)
    return checkout


@pytest.fixture
def leaked(tmp_path: Path) -> str:
    """A password that only these tests know, since this run is searched too."""
    return CANARY[::-1]


def test_a_run_without_the_password_passes(tmp_path: Path, empty_checkout: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    (run / "log").write_text("nothing to see")
    assert check_secrets.main([str(run)]) == 0
    assert [path.name for path in run.iterdir()] == ["log"]


def test_a_file_with_the_password_fails_the_run(
    tmp_path: Path,
    empty_checkout: Path,
    leaked: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(check_secrets, "CANARY", leaked)
    run = tmp_path / "run"
    run.mkdir()
    (run / "log").write_text(f"signed in with {leaked}", encoding="utf-8")
    assert check_secrets.main([str(run)]) == 1
    assert f"{run / 'log'} (utf-8)" in capsys.readouterr().out


def test_an_empty_folder_proves_nothing(tmp_path: Path, empty_checkout: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    assert check_secrets.main([str(run)]) == 1


def test_a_search_that_finds_nothing_planted_fails(
    tmp_path: Path, empty_checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_secrets, "find_secrets", lambda *_: [])
    (tmp_path / "log").write_text("nothing to see")
    assert check_secrets.main([str(tmp_path)]) == 1


def test_files_that_are_no_part_of_the_checkout_are_searched(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "demo-pictures").mkdir()
    (tmp_path / "demo-pictures" / "a.png").touch()
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "b.py").touch()
    assert check_secrets.left_in_checkout(tmp_path) == [tmp_path / "demo-pictures" / "a.png"]
