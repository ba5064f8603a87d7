"""Choosing, reading and writing CSV files of users and groups; nothing here blocks the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from erpsync_desktop.model.directory import Directory
from erpsync_desktop.model.directory_changes import PlannedChange, plan_import, write_directory_csv
from erpsync_desktop.model.directory_csv import ImportedEntry, read_directory_csv
from erpsync_desktop.model.errors import InvalidInput, Problem, ProblemCode
from erpsync_desktop.widgets.tasks import Task, run_in_background

LARGEST_FILE = 50_000_000
"""Bytes; a larger file is no list of users and groups."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file says, and what it would change."""

    entries: tuple[ImportedEntry, ...]
    planned: tuple[PlannedChange, ...]


def read_file(path: Path, directory: Directory) -> ReadFile:
    """Read a file and compare it with the directory. Blocks.

    Raises:
        InvalidInput: the file cannot be read, or some of its lines cannot be taken.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _unreadable(path, error.strerror or type(error).__name__) from None
    if len(data) > LARGEST_FILE:
        raise _unreadable(path, f"larger than {LARGEST_FILE} bytes")
    entries = read_directory_csv(data)
    return ReadFile(entries, plan_import(entries, directory))


def save_file(owner: QObject, path: Path, directory: Directory, done: Callable[[str], None]) -> Task:
    """Write the directory as CSV in the background; ``done`` is told why that failed, or nothing."""
    separator = ";" if QLocale.system().decimalPoint() == "," else ","

    def write() -> str:
        try:
            path.write_bytes(write_directory_csv(directory, separator))
        except OSError as error:
            return error.strerror or type(error).__name__
        return ""

    return run_in_background(owner, lambda _: write(), done=done, failed=lambda error: done(str(error)))


def ask_for_file(parent: QWidget, title: str, chosen: Callable[[Path], None], *, save_as: str = "") -> None:
    """Let the user choose a CSV file, without blocking.

    Args:
        parent: the window that asks.
        title: of the file dialog.
        chosen: called with the file, if one is chosen.
        save_as: the name that is proposed for a new file; empty to open one.
    """
    kinds = QCoreApplication.translate("DirectoryFiles", "CSV files (*.csv *.txt)")
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setObjectName("fileDialog")
    dialog.setFileMode(QFileDialog.FileMode.AnyFile if save_as else QFileDialog.FileMode.ExistingFile)
    if save_as:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(save_as)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _unreadable(path: Path, why: str) -> InvalidInput:
    return InvalidInput(Problem(ProblemCode.CSV_UNREADABLE, {"path": str(path)}, detail=why))
