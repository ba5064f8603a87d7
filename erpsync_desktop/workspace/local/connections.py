"""ERP connections in the database: reading them, and what calls no connector."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, delete, func, insert, select, update

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.directory import Scope
from erpsync_desktop.model.errors import NotFound, Problem, ProblemCode, StillInUse
from erpsync_desktop.model.naming import name_key
from erpsync_desktop.workspace.local import connectors as connector_rows
from erpsync_desktop.workspace.local.changes import Change, now, record
from erpsync_desktop.workspace.local.rows import by_name, connection_of, not_found, unique_name
from erpsync_desktop.workspace.local.schema import (
    connection_values,
    connections,
    connectors,
    scope_members,
    tests,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from erpsync_desktop.workspace.local.store import Store


class AtConnector(StrEnum):
    """Whether the connector has the configuration that is kept here."""

    YES = "yes"
    NEVER = "never"
    """It was never sent: a copy."""
    UNSURE = "unsure"
    """A save was interrupted, or could not be undone."""


_READ = (
    select(
        connections,
        connectors.c.url,
        tests.c.at.label("test_at"),
        tests.c.state.label("test_state"),
        tests.c.problem.label("test_problem"),
        tests.c.seconds,
        tests.c.user_explanation,
        tests.c.tech_explanation,
        tests.c.error_code,
        tests.c.stages,
        tests.c.contract_assumed,
        tests.c.url_fingerprint,
    )
    .join(connectors, connectors.c.id == connections.c.connector_id)
    .outerjoin(tests, tests.c.id == connections.c.test_id)
)


def load_all(database: Connection, *, deleted: bool) -> tuple[ErpConnection, ...]:
    """All connections by name; a handful of queries, however many there are."""
    query = _READ if deleted else _READ.where(connections.c.deleted_at.is_(None))
    return by_name(_read(database, query))


def load(database: Connection, connection_id: str, *, deleted: bool | None = False) -> ErpConnection:
    """One connection; ``deleted`` says which kind is wanted, None takes both. Raises NotFound."""
    found = _read(database, _READ.where(connections.c.id == connection_id), connection_id)
    if not found or (deleted is not None and (found[0].deleted_at is not None) is not deleted):
        raise not_found(found[0].name if found else connection_id)
    return found[0]


def in_order(database: Connection) -> list[str]:
    """The ids of the connections that are not deleted, the most important first."""
    columns = connections.c
    query = select(columns.id).where(columns.deleted_at.is_(None))
    return list(database.execute(query.order_by(columns.priority, columns.unique_key)).scalars())


def last_priority(database: Connection) -> int:
    """What orders a connection behind all others."""
    query = select(func.max(connections.c.priority)).where(connections.c.deleted_at.is_(None))
    return int(database.execute(query).scalar() or 0) + 1


def taken_names(database: Connection, connection_id: str) -> frozenset[str]:
    """Keys of the other connections' names."""
    used = connections.c.unique_key.is_not(None)
    query = select(connections.c.unique_key).where(used, connections.c.id != connection_id)
    return frozenset(database.execute(query).scalars())


def secret_items(database: Connection, connection_id: str) -> dict[str, str]:
    """The names of a connection's entries in the keyring, by field key."""
    columns = connection_values.c
    query = select(columns.field_key, columns.secret_item).where(
        columns.connection_id == connection_id, columns.secret_item != ""
    )
    return {row.field_key: row.secret_item for row in database.execute(query)}


def empty_secrets(database: Connection, connection_id: str) -> frozenset[str]:
    """Keys of the secret fields that were left empty; the connector is sent them all the same."""
    columns = connection_values.c
    query = select(columns.field_key).where(columns.connection_id == connection_id, columns.secret_item == "")
    return frozenset(database.execute(query).scalars())


def state_at_connector(database: Connection, connection_id: str) -> tuple[AtConnector, int]:
    """Whether the connector has it, and the count of changes of its configuration. Raises NotFound."""
    columns = connections.c
    query = select(columns.at_connector, columns.configuration).where(columns.id == connection_id)
    row = database.execute(query).first()
    if row is None:
        raise not_found(connection_id)
    return AtConnector(row.at_connector), row.configuration


def set_columns(database: Connection, connection_id: str, **columns: Any) -> None:
    """Write columns of a row; the row's version is not counted up by itself."""
    database.execute(update(connections).where(connections.c.id == connection_id).values(**columns))


def write_scope(database: Connection, connection_id: str, scope: Scope) -> None:
    """Replace whom a connection is for."""
    database.execute(delete(scope_members).where(scope_members.c.connection_id == connection_id))
    members = [(member, True) for member in scope.group_ids] + [(member, False) for member in scope.user_ids]
    if members:
        rows = [
            {"connection_id": connection_id, "member_id": member, "is_group": is_group}
            for member, is_group in members
        ]
        database.execute(insert(scope_members), rows)


def write_values(
    database: Connection, connection_id: str, values: dict[str, str], items: dict[str, str]
) -> None:
    """Replace a connection's values and the names of its secrets; an empty name is an empty secret."""
    database.execute(delete(connection_values).where(connection_values.c.connection_id == connection_id))
    rows = [
        {"connection_id": connection_id, "field_key": key, "wire": wire, "secret_item": None}
        for key, wire in values.items()
    ]
    rows += [
        {"connection_id": connection_id, "field_key": key, "wire": None, "secret_item": item}
        for key, item in items.items()
    ]
    if rows:
        database.execute(insert(connection_values), rows)


class Connections:
    """What an administrator does with connections without calling a connector."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def delete(self, connection_id: str) -> None:
        """Hide a connection that is not active."""
        with self._store.write() as database:
            saved = load(database, connection_id)
            if saved.active:
                raise StillInUse(Problem(ProblemCode.CONNECTION_ACTIVE, {"name": saved.name}))
            set_columns(database, saved.id, unique_key=None, deleted_at=now(), version=saved.version + 1)
            record(database, Change.CONNECTION_DELETED, saved.id, saved.name)

    def restore(self, connection_id: str) -> None:
        """Show a deleted connection again, if its connector is there."""
        with self._store.write() as database:
            saved = load(database, connection_id, deleted=True)
            try:
                connector_rows.load(database, saved.connector_id)
            except NotFound as gone:
                raise StillInUse(Problem(ProblemCode.CONNECTOR_DELETED, gone.problem.params)) from None
            columns = {"unique_key": name_key(saved.name), "priority": _priority_again(database, saved.id)}
            with unique_name(saved.name):
                set_columns(database, saved.id, **columns, deleted_at=None, version=saved.version + 1)
            record(database, Change.CONNECTION_RESTORED, saved.id, saved.name)

    def deactivate(self, connection_id: str) -> None:
        """Switch a connection off."""
        with self._store.write() as database:
            saved = load(database, connection_id)
            if saved.active:
                set_columns(database, saved.id, active=False, version=saved.version + 1)
                record(database, Change.CONNECTION_DEACTIVATED, saved.id, saved.name)


def _priority_again(database: Connection, connection_id: str) -> int:
    """The place that a deleted connection had, or the last one where another has it now."""
    columns = connections.c
    had = int(database.execute(select(columns.priority).where(columns.id == connection_id)).scalar_one())
    others = select(columns.id).where(columns.deleted_at.is_(None), columns.priority == had)
    taken = had == 0 or database.execute(others).first() is not None
    return last_priority(database) if taken else had


def _read(database: Connection, query: Select[Any], connection_id: str | None = None) -> list[ErpConnection]:
    rows = database.execute(query).all()
    values, secret_keys = _values(database, connection_id)
    group_ids, user_ids = _members(database, connection_id)
    places = {each: place for place, each in enumerate(in_order(database), start=1)}
    return [
        connection_of(
            row,
            values.get(row.id, {}),
            frozenset(secret_keys.get(row.id, ())),
            Scope(row.everyone, frozenset(group_ids.get(row.id, ())), frozenset(user_ids.get(row.id, ()))),
            places.get(row.id, 0),
        )
        for row in rows
    ]


def _values(
    database: Connection, connection_id: str | None
) -> tuple[dict[str, dict[str, str]], dict[str, list[str]]]:
    columns = connection_values.c
    query = select(columns.connection_id, columns.field_key, columns.wire, columns.secret_item)
    if connection_id is not None:
        query = query.where(columns.connection_id == connection_id)
    values: dict[str, dict[str, str]] = defaultdict(dict)
    secret_keys: dict[str, list[str]] = defaultdict(list)
    for owner, key, wire, item in database.execute(query).all():
        if wire is not None:
            values[owner][key] = wire
        elif item:
            secret_keys[owner].append(key)
    return values, secret_keys


def _members(
    database: Connection, connection_id: str | None
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    columns = scope_members.c
    query = select(columns.connection_id, columns.member_id, columns.is_group)
    if connection_id is not None:
        query = query.where(columns.connection_id == connection_id)
    group_ids: dict[str, list[str]] = defaultdict(list)
    user_ids: dict[str, list[str]] = defaultdict(list)
    for owner, member, is_group in database.execute(query):
        (group_ids if is_group else user_ids)[owner].append(member)
    return group_ids, user_ids
