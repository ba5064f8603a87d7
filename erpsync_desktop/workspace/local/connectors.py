"""Sync Connectors in the database."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from erpsync_desktop.model.connector import ConnectorCheck, ConnectorDraft, ConnectorState, SyncConnector
from erpsync_desktop.model.errors import InvalidInput, Problem, ProblemCode, SavedMeanwhile, StillInUse
from erpsync_desktop.model.naming import name_key
from erpsync_desktop.workspace.local.changes import Change, now, record
from erpsync_desktop.workspace.local.rows import by_name, connector_of, not_found, problem_text, unique_name
from erpsync_desktop.workspace.local.schema import connections, connectors

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from erpsync_desktop.workspace.local.store import Store


def load_all(database: Connection, *, deleted: bool) -> tuple[SyncConnector, ...]:
    """All connectors by name."""
    query = select(connectors)
    if not deleted:
        query = query.where(connectors.c.deleted_at.is_(None))
    return by_name(connector_of(row) for row in database.execute(query))


def load(database: Connection, connector_id: str, *, deleted: bool | None = False) -> SyncConnector:
    """One connector; ``deleted`` says which kind is wanted, None takes both. Raises NotFound."""
    row = database.execute(select(connectors).where(connectors.c.id == connector_id)).first()
    if row is None or (deleted is not None and (row.deleted_at is not None) is not deleted):
        raise not_found(row.name if row else connector_id)
    return connector_of(row)


class Connectors:
    """What an administrator does with connectors."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def draft(self, connector_id: str | None) -> ConnectorDraft:
        """A draft for a new connector, or for editing one."""
        with self._store.read() as database:
            used = connectors.c.unique_key.is_not(None)
            taken = select(connectors.c.unique_key).where(used, connectors.c.id != (connector_id or ""))
            keys = frozenset(database.execute(taken).scalars())
            if connector_id is None:
                return ConnectorDraft(taken=keys)
            saved = load(database, connector_id)
        check = None
        if saved.checked_at is not None:
            check = ConnectorCheck(saved.url, saved.state, saved.checked_at, saved.state_problem)
        return ConnectorDraft(saved.id, saved.name, saved.url, saved.version, keys, check)

    def save(self, draft: ConnectorDraft) -> SyncConnector:
        """Save a new or edited connector; the database tells whether its name is taken."""
        draft = replace(draft.normalized(), taken=frozenset())
        if problems := draft.missing():
            raise InvalidInput(*problems)
        with self._store.write() as database, unique_name(draft.name):
            return _add(database, draft) if draft.is_new else _edit(database, draft)

    def delete(self, connector_id: str) -> None:
        """Hide a connector that no connection in use has."""
        with self._store.write() as database:
            saved = load(database, connector_id)
            in_use = connections.c.deleted_at.is_(None)
            _refuse_in_use(database, saved, in_use)
            _set(database, saved, unique_key=None, deleted_at=now())
            record(database, Change.CONNECTOR_DELETED, saved.id, saved.name)

    def restore(self, connector_id: str) -> None:
        """Show a deleted connector again."""
        with self._store.write() as database:
            saved = load(database, connector_id, deleted=True)
            with unique_name(saved.name):
                _set(database, saved, unique_key=name_key(saved.name), deleted_at=None)
            record(database, Change.CONNECTOR_RESTORED, saved.id, saved.name)

    def purge(self, connector_id: str) -> None:
        """Remove a deleted connector that no connection has, deleted ones included."""
        with self._store.write() as database:
            saved = load(database, connector_id, deleted=True)
            _refuse_in_use(database, saved)
            database.execute(delete(connectors).where(connectors.c.id == saved.id))
            record(database, Change.CONNECTOR_PURGED, saved.id, saved.name)


def _add(database: Connection, draft: ConnectorDraft) -> SyncConnector:
    connector_id = str(uuid.uuid4())
    values = _columns(draft, None) | {"id": connector_id, "version": 1}
    database.execute(insert(connectors).values(values))
    record(database, Change.CONNECTOR_ADDED, connector_id, draft.name)
    return load(database, connector_id)


def _edit(database: Connection, draft: ConnectorDraft) -> SyncConnector:
    saved = load(database, draft.id)
    if saved.version != draft.version:
        raise SavedMeanwhile(Problem(ProblemCode.SAVED_MEANWHILE, {"name": saved.name}), saved)
    _set(database, saved, **_columns(draft, saved))
    record(database, Change.CONNECTOR_EDITED, draft.id, draft.name)
    return load(database, draft.id)


def _columns(draft: ConnectorDraft, saved: SyncConnector | None) -> dict[str, Any]:
    """What the draft says, with the state of the check of just this address."""
    columns: dict[str, Any] = {"name": draft.name, "unique_key": name_key(draft.name), "url": draft.url}
    if check := draft.current_check:
        state = {"state": check.state.value, "problem": problem_text(check.problem)}
        return columns | state | {"checked_at": check.at.isoformat()}
    if saved is not None and saved.url == draft.url:
        return columns
    unchecked = SyncConnector(draft.id, draft.name, draft.url)
    state_now = ConnectorState.NEEDS_SITE if unchecked.needs_site else ConnectorState.NOT_CHECKED
    return columns | {"state": state_now.value, "problem": None, "checked_at": None}


def _set(database: Connection, saved: SyncConnector, **columns: Any) -> None:
    changed = update(connectors).where(connectors.c.id == saved.id)
    database.execute(changed.values(**columns, version=saved.version + 1))


def _refuse_in_use(database: Connection, saved: SyncConnector, *which: Any) -> None:
    query = select(connections.c.name).where(connections.c.connector_id == saved.id, *which)
    names = sorted(database.execute(query).scalars(), key=name_key)
    if names:
        params = {"name": saved.name, "connections": "\n".join(names)}
        raise StillInUse(Problem(ProblemCode.CONNECTOR_IN_USE, params))
