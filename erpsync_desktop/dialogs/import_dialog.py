"""Import users and groups from a CSV file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from erpsync_desktop.dialogs.file_import_dialog import FileImportDialog
from erpsync_desktop.model.directory import Directory
from erpsync_desktop.model.directory_changes import Change
from erpsync_desktop.model.directory_csv import COLUMNS
from erpsync_desktop.widgets.directory_files import ReadFile, csv_bytes, csv_files, read_file
from erpsync_desktop.workspace.protocol import Workspace


class ImportDialog(FileImportDialog[ReadFile]):
    """Shows what a file would change in the directory before anything changes."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        shares = (2, 2, 4, 5, 3)
        super().__init__(workspace, parent, name="importDialog", help_anchor="directory", shares=shares)

    def read_file(self, path: Path) -> ReadFile:
        """Read a file, and see what it would change."""
        return read_file(path, self._workspace.directory())

    def take(self, read: ReadFile) -> tuple[int, int]:
        """Import what was read."""
        return self._workspace.import_directory(read.entries)

    def changes(self, read: ReadFile) -> Iterable[Change]:
        """What each user or group does."""
        return (each.change for each in read.planned)

    def rows(self, read: ReadFile) -> Sequence[tuple[str, ...]]:
        """Change, kind, name, full name and group."""
        kinds = {True: self.tr("Group"), False: self.tr("User")}
        return [
            (
                self.change_name(each.change),
                kinds[each.entry.is_group],
                each.entry.name,
                each.entry.full_name,
                each.entry.group,
            )
            for each in read.planned
        ]

    def file_kinds(self) -> str:
        """The name filter of the file dialog."""
        return csv_files()

    def template(self) -> tuple[str, Callable[[], bytes]]:
        """A file with the columns' names alone."""
        return self.tr("users-and-groups.csv"), lambda: csv_bytes(Directory())

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        super().retranslate()
        intro = self.tr(
            "A CSV file with the columns {columns}; the kind is “user” or “group”. New users and groups are "
            "added, those that are there are updated, nobody is removed. Nothing changes before you choose "
            "Import."
        )
        headers = (
            self.tr("Change"),
            self.tr("Kind"),
            self.tr("Name"),
            self.tr("Full name"),
            self.tr("Group"),
        )
        self.set_texts(self.tr("Import users and groups"), intro.format(columns=", ".join(COLUMNS)), headers)
