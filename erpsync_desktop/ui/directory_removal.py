"""Removing users and groups: what to ask before, and how to take it back afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from erpsync_desktop.model.directory import Directory
from erpsync_desktop.model.directory_changes import user_entry
from erpsync_desktop.model.directory_csv import ImportedEntry
from erpsync_desktop.widgets.sentences import shown_name
from erpsync_desktop.workspace.protocol import Workspace


@dataclass(frozen=True, slots=True)
class Removal:
    """Users or groups that are to be removed.

    Attributes:
        ids: theirs.
        entries: what an import would make them from.
        members: sign-in names of the users who stay but lose their group, and that group.
    """

    ids: frozenset[str]
    entries: tuple[ImportedEntry, ...]
    members: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, directory: Directory, ids: frozenset[str]) -> Removal:
        """What the removal of these ids is about."""
        names = {group.id: group.name for group in directory.groups}
        groups = [ImportedEntry(True, group.name) for group in directory.groups if group.id in ids]
        users = [user_entry(user, names.get(user.group_id, "")) for user in directory.users if user.id in ids]
        members = [
            (user.name, names[user.group_id])
            for user in directory.users
            if user.group_id in ids and user.id not in ids
        ]
        return cls(ids, (*groups, *users), tuple(members))

    def question(self) -> str:
        """What to ask before it is done."""
        translate = QCoreApplication.translate
        if len(self.entries) == 1:
            only = self.entries[0]
            user = translate("Removal", "Remove the user {name}?")
            group = translate("Removal", "Remove the group {name}?")
            text = (group if only.is_group else user).format(name=shown_name(only.name))
        else:
            users = translate("Removal", "Remove {count} users?")
            groups = translate("Removal", "Remove {count} groups?")
            text = (groups if self.entries[0].is_group else users).format(count=_number(len(self.entries)))
        if not self.members:
            return text
        stay = translate("Removal", "{count} users are in it. They stay, without a group.")
        one = translate("Removal", "One user is in it, who stays, without a group.")
        return f"{text}\n\n{one if len(self.members) == 1 else stay.format(count=_number(len(self.members)))}"

    def report(self) -> str:
        """What to say once it is done."""
        translate = QCoreApplication.translate
        if len(self.entries) == 1:
            return translate("Removal", "{name} was removed.").format(name=shown_name(self.entries[0].name))
        users = translate("Removal", "{count} users were removed.")
        groups = translate("Removal", "{count} groups were removed.")
        return (groups if self.entries[0].is_group else users).format(count=_number(len(self.entries)))

    def undo(self, workspace: Workspace) -> None:
        """Add them again, and the users to their group who have none now. Blocks.

        Raises:
            WorkspaceError: the workspace cannot be read or written.
        """
        lost = dict(self.members)
        back = [
            user_entry(user, lost[user.name])
            for user in workspace.directory().users
            if user.name in lost and not user.group_id
        ]
        workspace.import_directory((*self.entries, *back))


def _number(count: int) -> str:
    return QLocale().toString(count)
