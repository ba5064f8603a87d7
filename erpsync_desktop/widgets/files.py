"""Choosing, reading and writing files; nothing here blocks the GUI thread but ``read_bytes``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from erpsync_desktop.model.errors import InvalidInput, Problem, ProblemCode
from erpsync_desktop.widgets.tasks import Task, run_in_background

LARGEST_FILE = 50_000_000
"""Bytes; a larger file is none of those that are read here."""


def read_bytes(path: Path, unreadable: ProblemCode) -> bytes:
    """All of a file. Blocks.

    Args:
        path: where it is.
        unreadable: the problem's code where it cannot be read or is larger than ``LARGEST_FILE``; its
            parameter is ``path``.

    Raises:
        InvalidInput: it cannot be read.
    """
    why = f"larger than {LARGEST_FILE} bytes"
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        data, why = None, error.strerror or type(error).__name__
    if data is None or len(data) > LARGEST_FILE:
        raise InvalidInput(Problem(unreadable, {"path": str(path)}, detail=why))
    return data


def write_file(owner: QObject, path: Path, make: Callable[[], bytes], done: Callable[[str], None]) -> Task:
    """Write a file in the background; ``done`` is told why that failed, or nothing."""

    def write() -> str:
        try:
            path.write_bytes(make())
        except OSError as error:
            return error.strerror or type(error).__name__
        return ""

    return run_in_background(owner, lambda _: write(), done=done, failed=lambda error: done(str(error)))


def ask_for_file(
    parent: QWidget, title: str, kinds: str, chosen: Callable[[Path], None], *, save_as: str = ""
) -> None:
    """Let the user choose a file, without blocking.

    Args:
        parent: the window that asks.
        title: of the file dialog.
        kinds: the name filter, such as ``CSV files (*.csv *.txt)``.
        chosen: called with the file, if one is chosen.
        save_as: the name that is proposed for a new file; empty to open one.
    """
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setObjectName("fileDialog")
    dialog.setFileMode(QFileDialog.FileMode.AnyFile if save_as else QFileDialog.FileMode.ExistingFile)
    if save_as:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(save_as).suffix.removeprefix("."))
        dialog.selectFile(save_as)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
