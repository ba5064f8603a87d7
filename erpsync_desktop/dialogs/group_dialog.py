"""Add or rename a group of the workspace's own directory."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from erpsync_desktop.dialogs.entry_dialog import EntryDialog
from erpsync_desktop.model.directory import Directory, Group
from erpsync_desktop.model.naming import name_key
from erpsync_desktop.workspace.protocol import Workspace


class GroupDialog(EntryDialog[Group]):
    """Names a group.

    Args:
        workspace: where it is saved.
        directory: for the names that are taken.
        group: the one to rename; None for a new one.
    """

    def __init__(
        self, workspace: Workspace, directory: Directory, group: Group | None, parent: QWidget | None = None
    ) -> None:
        entry = group or Group("", "")
        taken = frozenset(name_key(other.name) for other in directory.groups if other.id != entry.id)
        super().__init__(entry, workspace.save_group, taken, parent)
        self.setObjectName("groupDialog")
        self.retranslate()

    def _entry(self) -> Group:
        return replace(self._original, name=self._name.text().strip())

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        super().retranslate()
        self.setWindowTitle(self.tr("Rename group") if self._original.id else self.tr("Add group"))
        self._name_label.setText(self.tr("* &Name:"))
