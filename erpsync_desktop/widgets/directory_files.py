"""CSV files of users and groups; nothing here blocks the GUI thread but ``read_file``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from erpsync_desktop.model.directory import Directory
from erpsync_desktop.model.directory_changes import PlannedChange, plan_import, write_directory_csv
from erpsync_desktop.model.directory_csv import ImportedEntry, read_directory_csv
from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.widgets.files import read_bytes


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
    entries = read_directory_csv(read_bytes(path, ProblemCode.CSV_UNREADABLE))
    return ReadFile(entries, plan_import(entries, directory))


def csv_bytes(directory: Directory) -> bytes:
    """The directory as CSV with the separator that the system's spreadsheets expect."""
    separator = ";" if QLocale.system().decimalPoint() == "," else ","
    return write_directory_csv(directory, separator)


def csv_files() -> str:
    """The name filter of a file dialog."""
    return QCoreApplication.translate("DirectoryFiles", "CSV files (*.csv *.txt)")
