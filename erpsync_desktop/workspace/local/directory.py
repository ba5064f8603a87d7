"""Users and groups in the database."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, bindparam, delete, insert, select, update

from erpsync_desktop.model.directory import Directory, Group, Scope, User
from erpsync_desktop.model.errors import InvalidInput, Problem, ProblemCode, SavedMeanwhile, StillInUse
from erpsync_desktop.model.naming import check_name, name_key
from erpsync_desktop.workspace.local.changes import Change, record, record_all
from erpsync_desktop.workspace.local.directory_import import import_entries
from erpsync_desktop.workspace.local.rows import not_found, unique_name
from erpsync_desktop.workspace.local.schema import connections, groups, scope_members, users

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from erpsync_desktop.model.directory_csv import ImportedEntry
    from erpsync_desktop.workspace.local.store import Store

_CHUNK = 500


def load_all(database: Connection) -> Directory:
    """All users and groups, each by name."""
    group_rows = database.execute(select(groups).order_by(groups.c.unique_key))
    user_rows = database.execute(select(users).order_by(users.c.unique_key))
    return Directory(
        tuple(_group_of(row) for row in group_rows),
        tuple(_user_of(row) for row in user_rows),
    )


def present(database: Connection, scope: Scope) -> Scope:
    """A scope without those who are gone from the directory."""
    if not scope.group_ids and not scope.user_ids:
        return scope
    group_ids = scope.group_ids.intersection(database.execute(select(groups.c.id)).scalars())
    user_ids = scope.user_ids.intersection(database.execute(select(users.c.id)).scalars())
    return Scope(scope.everyone, group_ids, user_ids)


def _group_of(row: Row[Any]) -> Group:
    return Group(row.id, row.name, row.version)


def _user_of(row: Row[Any]) -> User:
    return User(row.id, row.name, row.full_name, row.group_id or "", row.version)


class DirectoryTables:
    """What an administrator does with users and groups."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def save_group(self, group: Group) -> Group:
        """Add or rename a group."""
        name = _checked(group.name)
        columns = {"name": name, "unique_key": name_key(name)}
        with self._store.write() as database, unique_name(name):
            entry_id, version = _save(database, groups, group, columns)
            record(database, Change.GROUP_EDITED if group.id else Change.GROUP_ADDED, entry_id, name)
        return Group(entry_id, name, version)

    def save_user(self, user: User) -> User:
        """Add or change a user."""
        name, full_name = _checked(user.name), _checked_full_name(user.full_name)
        columns = {"name": name, "unique_key": name_key(name), "full_name": full_name}
        with self._store.write() as database, unique_name(name):
            if user.group_id and not _exists(database, groups, user.group_id):
                raise not_found(user.group_id)
            entry_id, version = _save(database, users, user, columns | {"group_id": user.group_id or None})
            record(database, Change.USER_EDITED if user.id else Change.USER_ADDED, entry_id, name)
        return User(entry_id, name, full_name, user.group_id, version)

    def remove(self, entry_ids: Iterable[str]) -> None:
        """Remove users and groups that no connection in use is for."""
        ids = sorted(set(entry_ids))
        with self._store.write() as database:
            names = _names(database, ids)
            problems = _in_scopes(database, names)
            if problems:
                raise StillInUse(*problems)
            for chunk in _chunks(list(names)):
                database.execute(update(users).where(users.c.group_id.in_(chunk)).values(group_id=None))
                database.execute(delete(users).where(users.c.id.in_(chunk)))
                database.execute(delete(groups).where(groups.c.id.in_(chunk)))
            record_all(database, Change.ENTRY_REMOVED, names)

    def import_entries(self, entries: tuple[ImportedEntry, ...]) -> tuple[int, int]:
        """Add what is not there and update what differs. Returns (added, updated)."""
        with self._store.write() as database:
            added, updated = import_entries(database, entries)
            if added or updated:
                record(database, Change.DIRECTORY_IMPORTED, "", f"{added} + {updated}")
        return added, updated


def _save(
    database: Connection, table: Table, entry: Group | User, columns: dict[str, Any]
) -> tuple[str, int]:
    if not entry.id:
        entry_id = str(uuid.uuid4())
        database.execute(insert(table).values(columns | {"id": entry_id, "version": 1}))
        return entry_id, 1
    saved = database.execute(select(table).where(table.c.id == entry.id)).first()
    if saved is None:
        raise not_found(entry.name.strip())
    theirs = _group_of(saved) if table is groups else _user_of(saved)
    if theirs.version != entry.version:
        raise SavedMeanwhile(Problem(ProblemCode.SAVED_MEANWHILE, {"name": theirs.name}), theirs)
    version = theirs.version + 1
    database.execute(update(table).where(table.c.id == entry.id).values(columns | {"version": version}))
    return entry.id, version


def _exists(database: Connection, table: Table, entry_id: str) -> bool:
    return database.execute(select(table.c.id).where(table.c.id == entry_id)).first() is not None


def _checked(name: str) -> str:
    if problem := check_name(name, ()):
        raise InvalidInput(problem)
    return name.strip()


def _checked_full_name(name: str) -> str:
    problem = check_name(name, ()) if name.strip() else None
    if problem:
        raise InvalidInput(Problem(problem.code, problem.params, field="full_name"))
    return name.strip()


def _names(database: Connection, ids: list[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for chunk in _chunks(ids):
        for table in (groups, users):
            names |= {
                row.id: row.name
                for row in database.execute(select(table.c.id, table.c.name).where(table.c.id.in_(chunk)))
            }
    return names


def _in_scopes(database: Connection, names: dict[str, str]) -> list[Problem]:
    """A problem for each entry that a connection in use is for; one for everyone is for nobody named."""
    query = (
        select(scope_members.c.member_id, connections.c.name)
        .join(connections, connections.c.id == scope_members.c.connection_id)
        .where(connections.c.deleted_at.is_(None), connections.c.everyone.is_(False))
        .where(scope_members.c.member_id.in_(bindparam("ids", expanding=True)))
    )
    used: dict[str, list[str]] = {}
    for chunk in _chunks(list(names)):
        for member_id, name in database.execute(query, {"ids": chunk}):
            used.setdefault(member_id, []).append(name)
    return [
        Problem(
            ProblemCode.ENTRY_IN_SCOPE,
            {"name": names[member_id], "connections": "\n".join(sorted(found, key=name_key))},
        )
        for member_id, found in used.items()
    ]


def _chunks(ids: list[str]) -> Iterable[list[str]]:
    """Databases limit how many parameters a statement has."""
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
