"""Files are replaced whole or not at all."""

from pathlib import Path
from typing import BinaryIO

import pytest

from erpsync_desktop.sample_erp.files import ProcessLock, replace_file
from erpsync_desktop.sample_erp.results import WorkbookUnusable


def test_a_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    replace_file(tmp_path / "a", lambda file: file.write(b"new"))
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_write_that_breaks_off_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    def break_off(file: BinaryIO) -> None:
        file.write(b"ne")
        raise OSError(28, "No space left on device")

    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OSError, match="No space left"):
        replace_file(tmp_path / "a", break_off)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_a_lock_is_free_again_once_released(tmp_path: Path) -> None:
    ProcessLock(tmp_path / "a").release()
    second = ProcessLock(tmp_path / "a")
    with pytest.raises(WorkbookUnusable):
        ProcessLock(tmp_path / "a")
    second.release()


def test_a_lock_in_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WorkbookUnusable, match="cannot be written"):
        ProcessLock(tmp_path / "missing" / "a")
