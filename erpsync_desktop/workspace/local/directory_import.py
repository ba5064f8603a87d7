"""Many users and groups at once."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, bindparam, insert, select, update

from erpsync_desktop.model.naming import name_key
from erpsync_desktop.workspace.local.schema import groups, users

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from erpsync_desktop.model.directory_csv import ImportedEntry


def import_entries(database: Connection, entries: Sequence[ImportedEntry]) -> tuple[int, int]:
    """Add what is not there and update what differs. Returns (added, updated).

    Entries are matched by name. A group that only users name is added too.
    """
    wanted = {name_key(entry.name): {"name": entry.name} for entry in entries if entry.is_group}
    known = {row.unique_key for row in database.execute(select(groups.c.unique_key))}
    for entry in entries:
        key = name_key(entry.group)
        if key and key not in known:
            wanted.setdefault(key, {"name": entry.group})
    counts = [_merge(database, groups, ("name",), wanted)]
    ids = {row.unique_key: row.id for row in database.execute(select(groups.c.unique_key, groups.c.id))}
    people = {
        name_key(entry.name): {
            "name": entry.name,
            "full_name": entry.full_name,
            "group_id": ids.get(name_key(entry.group)),
        }
        for entry in entries
        if not entry.is_group
    }
    counts.append(_merge(database, users, ("name", "full_name", "group_id"), people))
    return sum(added for added, _ in counts), sum(updated for _, updated in counts)


def _merge(
    database: Connection, table: Table, columns: tuple[str, ...], wanted: dict[str, dict[str, Any]]
) -> tuple[int, int]:
    """Bring a table's rows to what is wanted by unique key; leave the other rows alone."""
    rows = database.execute(select(table)).mappings()
    there = {row["unique_key"]: row for row in rows}
    new = [
        {"id": str(uuid.uuid4()), "unique_key": key, "version": 1, **values}
        for key, values in wanted.items()
        if key not in there
    ]
    differing = [
        {"row_id": there[key]["id"]} | {f"new_{column}": values[column] for column in columns}
        for key, values in wanted.items()
        if key in there and any(there[key][column] != values[column] for column in columns)
    ]
    if new:
        database.execute(insert(table), new)
    if differing:
        database.execute(_update_of(table, columns), differing)
    return len(new), len(differing)


def _update_of(table: Table, columns: Iterable[str]) -> Any:
    values: dict[str, Any] = {column: bindparam(f"new_{column}") for column in columns}
    changed = update(table).where(table.c.id == bindparam("row_id"))
    return changed.values({**values, "version": table.c.version + 1})
