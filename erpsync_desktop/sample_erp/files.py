"""Files that are replaced as a whole, and the lock that keeps a second server away."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from erpsync_desktop.sample_erp.results import WorkbookUnusable


def replace_file(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write a file beside ``path`` for this user alone, flush it to the disk, and put it in its place.

    Raises:
        OSError: it could not be written or put in place; ``path`` is as it was.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """Make a rename last through a power cut; Windows needs and knows no such thing."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class ProcessLock:
    """Held by the one server of a workbook.

    It is the operating system's lock on ``<workbook>.lock``: it ends with the process, however that ends, so
    there is no stale lock. The empty file itself stays.

    Raises:
        WorkbookUnusable: somebody else holds it, or the folder cannot be written.
    """

    def __init__(self, workbook: Path) -> None:
        path = workbook.with_name(workbook.name + ".lock")
        try:
            self._file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
        except OSError as error:
            raise WorkbookUnusable(
                f"The folder of {workbook} cannot be written: {error.strerror}."
            ) from error
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise WorkbookUnusable(
                f"Another sample ERP is serving {workbook}. Stop it, or name another."
            ) from error

    def release(self) -> None:
        """Let the next server in. Does nothing the second time."""
        self._file.close()


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
