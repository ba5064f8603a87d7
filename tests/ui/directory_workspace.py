"""The directory part of a workspace, in memory."""

import threading
from collections.abc import Callable
from dataclasses import replace

from erpsync_desktop.model.directory import Directory, Group, User
from erpsync_desktop.model.directory_csv import ImportedEntry
from erpsync_desktop.model.errors import Problem, ProblemCode, StillInUse
from erpsync_desktop.workspace.protocol import Capability


class DirectoryWorkspace:
    """Keeps groups and users; ``in_use`` cannot be removed."""

    def __init__(self, groups: tuple[Group, ...] = (), users: tuple[User, ...] = ()) -> None:
        self.capabilities = frozenset({Capability.EDIT_DIRECTORY})
        self.groups = {group.id: group for group in groups}
        self.users = {user.id: user for user in users}
        self.in_use: frozenset[str] = frozenset()
        self.failure: Exception | None = None
        self.may_read = threading.Event()
        self.may_read.set()
        self.listeners: list[Callable[[], None]] = []

    def subscribe(self, changed: Callable[[], None]) -> Callable[[], None]:
        self.listeners.append(changed)
        return lambda: self.listeners.remove(changed)

    def directory(self) -> Directory:
        self.may_read.wait()
        self._fail()
        groups = sorted(self.groups.values(), key=lambda group: group.name)
        return Directory(tuple(groups), tuple(sorted(self.users.values(), key=lambda user: user.name)))

    def save_group(self, group: Group) -> Group:
        self._fail()
        saved = replace(group, id=group.id or f"g{len(self.groups) + 100}")
        self.groups[saved.id] = saved
        self._tell()
        return saved

    def save_user(self, user: User) -> User:
        self._fail()
        saved = replace(user, id=user.id or f"u{len(self.users) + 100}")
        self.users[saved.id] = saved
        self._tell()
        return saved

    def remove_from_directory(self, entry_ids: frozenset[str]) -> None:
        entries: list[Group | User] = [*self.groups.values(), *self.users.values()]
        used = [entry.name for entry in entries if entry.id in entry_ids & self.in_use]
        if used:
            params = {"name": used[0], "connections": "ERP North\nERP South"}
            raise StillInUse(Problem(ProblemCode.ENTRY_IN_SCOPE, params))
        for entry_id in entry_ids:
            self.groups.pop(entry_id, None)
            self.users.pop(entry_id, None)
        for user in self.users.values():
            if user.group_id in entry_ids:
                self.users[user.id] = replace(user, group_id="")
        self._tell()

    def import_directory(self, entries: tuple[ImportedEntry, ...]) -> tuple[int, int]:
        self._fail()
        added = 0
        for entry in entries:
            if entry.is_group:
                added += self._group_id(entry.name)[1]
        for entry in entries:
            if not entry.is_group:
                old = next((user for user in self.users.values() if user.name == entry.name), None)
                group_id = self._group_id(entry.group)[0] if entry.group else ""
                user_id = old.id if old else f"u{len(self.users) + 100}"
                self.users[user_id] = User(user_id, entry.name, entry.full_name, group_id)
                added += old is None
        self._tell()
        return added, len(entries) - added

    def _group_id(self, name: str) -> tuple[str, bool]:
        for group in self.groups.values():
            if group.name == name:
                return group.id, False
        group = Group(f"g{len(self.groups) + 100}", name)
        self.groups[group.id] = group
        return group.id, True

    def _fail(self) -> None:
        if self.failure:
            raise self.failure

    def _tell(self) -> None:
        for listener in [*self.listeners]:
            listener()
