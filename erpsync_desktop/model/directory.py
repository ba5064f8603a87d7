"""Users and groups: whom an ERP connection can be for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Group:
    """A user group.

    Attributes:
        id: opaque.
        version: of the row.
    """

    id: str
    name: str
    version: int = 1


@dataclass(frozen=True, slots=True)
class User:
    """A user (SuperOffice: associate).

    Attributes:
        id: opaque.
        name: the short sign-in name.
        full_name: of the person; may be empty.
        group_id: the user's own group; empty for none.
        version: of the row.
    """

    id: str
    name: str
    full_name: str = ""
    group_id: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Directory:
    """All users and groups of a workspace, each sorted by name."""

    groups: tuple[Group, ...] = ()
    users: tuple[User, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Who has a connection: everyone, or the named groups and users (by id)."""

    everyone: bool = True
    group_ids: frozenset[str] = field(default_factory=frozenset)
    user_ids: frozenset[str] = field(default_factory=frozenset)

    @property
    def names_somebody(self) -> bool:
        """Whether anybody has it."""
        return self.everyone or bool(self.group_ids or self.user_ids)

    def for_everyone(self, everyone: bool) -> Scope:
        """The same choice of groups and users, switched on or off; the choice is not lost."""
        return Scope(everyone, self.group_ids, self.user_ids)

    def names(self, directory: Directory) -> tuple[str, ...]:
        """The names of the chosen groups and users, groups first, without those gone from the directory."""
        groups = (group.name for group in directory.groups if group.id in self.group_ids)
        users = (user.full_name or user.name for user in directory.users if user.id in self.user_ids)
        return (*groups, *users)

    def gone(self, directory: Directory) -> int:
        """How many of the chosen are no longer in the directory."""
        known = _ids(directory.groups) | _ids(directory.users)
        return len((self.group_ids | self.user_ids) - known)


def _ids(entries: Iterable[Group | User]) -> set[str]:
    return {entry.id for entry in entries}
