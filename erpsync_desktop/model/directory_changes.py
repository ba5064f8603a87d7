"""What an import would change in a directory, and a directory as the file that would import it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from erpsync_desktop.model.directory import Directory, User
from erpsync_desktop.model.directory_csv import COLUMNS, ImportedEntry
from erpsync_desktop.model.naming import name_key


class Change(Enum):
    """What an entry of an import does to the directory."""

    NEW = auto()
    UPDATED = auto()
    UNCHANGED = auto()


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """An entry of an import and what it does."""

    change: Change
    entry: ImportedEntry


def plan_import(entries: Iterable[ImportedEntry], directory: Directory) -> tuple[PlannedChange, ...]:
    """Tell for each entry whether it is new, changes what is there, or leaves it as it is.

    A group that only a user's line names is new too, and stands behind the entries of the file.
    """
    entries = tuple(entries)
    known = {(entry.is_group, name_key(entry.name)): entry for entry in directory_entries(directory)}
    planned = [PlannedChange(_change(entry, known), entry) for entry in entries]
    named = known.keys() | {(entry.is_group, name_key(entry.name)) for entry in entries}
    for entry in entries:
        key = (True, name_key(entry.group))
        if not entry.is_group and entry.group and key not in named:
            named.add(key)
            planned.append(PlannedChange(Change.NEW, ImportedEntry(True, entry.group)))
    return tuple(planned)


def directory_entries(directory: Directory) -> tuple[ImportedEntry, ...]:
    """The whole directory as entries that an import would make it from, groups first."""
    groups = {group.id: group.name for group in directory.groups}
    return (
        *(ImportedEntry(True, group.name) for group in directory.groups),
        *(user_entry(user, groups.get(user.group_id, "")) for user in directory.users),
    )


def user_entry(user: User, group: str) -> ImportedEntry:
    """A user as an entry, with the name of the group."""
    return ImportedEntry(False, user.name, user.full_name, group)


def write_directory_csv(directory: Directory, separator: str = ",") -> bytes:
    """The directory as a file that ``read_directory_csv`` reads; an empty one gives the columns' names alone.

    Args:
        directory: what to write.
        separator: comma, semicolon or tab: what the user's spreadsheet expects.

    Returns:
        UTF-8 with a byte order mark, without which Excel takes it for another encoding.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(COLUMNS)
    for entry in directory_entries(directory):
        kind = "group" if entry.is_group else "user"
        writer.writerow((kind, entry.name, entry.full_name, entry.group))
    return text.getvalue().encode("utf-8-sig")


def _change(entry: ImportedEntry, known: dict[tuple[bool, str], ImportedEntry]) -> Change:
    before = known.get((entry.is_group, name_key(entry.name)))
    if before is None:
        return Change.NEW
    if entry.is_group:
        return Change.UNCHANGED if before.name == entry.name else Change.UPDATED
    same_group = name_key(before.group) == name_key(entry.group)
    same = (before.name, before.full_name) == (entry.name, entry.full_name) and same_group
    return Change.UNCHANGED if same else Change.UPDATED
