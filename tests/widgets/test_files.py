"""Reading and writing files."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from erpsync_desktop.model.errors import InvalidInput, ProblemCode
from erpsync_desktop.widgets import files
from erpsync_desktop.widgets.files import read_bytes, write_file


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_FILE", 3)
    path = tmp_path / "f"
    path.write_bytes(b"123")
    assert read_bytes(path, ProblemCode.CATALOGUE_UNREADABLE) == b"123"
    path.write_bytes(b"1234")
    with pytest.raises(InvalidInput) as caught:
        read_bytes(path, ProblemCode.CATALOGUE_UNREADABLE)
    assert caught.value.problem.code is ProblemCode.CATALOGUE_UNREADABLE
    assert "larger than 3" in caught.value.problem.detail


def test_a_file_that_cannot_be_written_says_why(qtbot: QtBot, qapp: object, tmp_path: Path) -> None:
    told: list[str] = []
    task = write_file(qapp, tmp_path, lambda: b"x", told.append)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: not task.running)
    assert len(told) == 1
    assert told[0]
