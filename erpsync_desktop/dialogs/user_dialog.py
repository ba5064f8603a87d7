"""Add or change a user of the workspace's own directory."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QWidget

from erpsync_desktop.dialogs.entry_dialog import EntryDialog
from erpsync_desktop.model.directory import Directory, User
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.naming import LONGEST_NAME, has_control_characters, name_key
from erpsync_desktop.workspace.protocol import Workspace


class UserDialog(EntryDialog[User]):
    """Edits a user's sign-in name, full name and group.

    Args:
        workspace: where the user is saved.
        directory: for the groups, and for the names that are taken.
        user: the one to change; None for a new one.
        group_id: the group that a new user starts with.
    """

    def __init__(
        self,
        workspace: Workspace,
        directory: Directory,
        user: User | None,
        parent: QWidget | None = None,
        *,
        group_id: str = "",
    ) -> None:
        entry = user or User("", "", group_id=group_id)
        taken = frozenset(name_key(other.name) for other in directory.users if other.id != entry.id)
        super().__init__(entry, workspace.save_user, taken, parent)
        self.setObjectName("userDialog")
        self._full_name_label, self._full_name = self._add_line("fullNameEdit", entry.full_name)
        self._group = QComboBox(self)
        self._group.setObjectName("groupCombo")
        self._group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._group.setMinimumContentsLength(20)
        self._group.addItem("", "")
        for group in directory.groups:
            self._group.addItem(group.name, group.id)
        self._group.setCurrentIndex(max(0, self._group.findData(entry.group_id)))
        self._group_label = self._add_input(self._group)
        self.retranslate()

    def _entry(self) -> User:
        return replace(
            self._original,
            name=self._name.text().strip(),
            full_name=self._full_name.text().strip(),
            group_id=self._group.currentData(),
        )

    def _problems(self) -> tuple[Problem, ...]:
        full_name = self._full_name.text().strip()
        problems = list(super()._problems())
        if len(full_name) > LONGEST_NAME:
            params = {"length": len(full_name), "limit": LONGEST_NAME}
            problems.append(Problem(ProblemCode.NAME_TOO_LONG, params, field="full_name"))
        if has_control_characters(full_name):
            problems.append(Problem(ProblemCode.NAME_HAS_CONTROL_CHARACTERS, field="full_name"))
        return tuple(problems)

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        super().retranslate()
        self.setWindowTitle(self.tr("Edit user") if self._original.id else self.tr("Add user"))
        self._name_label.setText(self.tr("* &Sign-in name:"))
        self._full_name_label.setText(self.tr("&Full name:"))
        self._group_label.setText(self.tr("&Group:"))
        self._group.setItemText(0, self.tr("(none)"))
