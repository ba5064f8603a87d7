"""What else is done with a connection as a whole: duplicating it, and removing it for ever."""

from __future__ import annotations

import uuid
from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert

from erpsync_desktop.model.errors import (
    ConnectorError,
    ErpSyncError,
    InvalidInput,
    NameTaken,
    Problem,
    ProblemCode,
)
from erpsync_desktop.model.naming import check_name, name_key
from erpsync_desktop.workspace.local.calls import refusal
from erpsync_desktop.workspace.local.changes import Change, record
from erpsync_desktop.workspace.local.configuration import read_secrets
from erpsync_desktop.workspace.local.connections import (
    AtConnector,
    last_priority,
    load,
    taken_names,
    write_scope,
    write_values,
)
from erpsync_desktop.workspace.local.rows import unique_name
from erpsync_desktop.workspace.local.schema import connections
from erpsync_desktop.workspace.local.secrets_journal import (
    REMOVE,
    announce,
    announcing,
    item_name,
    settle,
    tidy,
    withdraw,
)
from erpsync_desktop.workspace.local.setup_rows import copy_setup
from erpsync_desktop.workspace.local.testing import Known, known

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from erpsync_desktop.model.connection import ErpConnection
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local.calls import ClientFactory
    from erpsync_desktop.workspace.local.store import Store


class Copying:
    """Duplicates and purges connections."""

    def __init__(self, store: Store, secrets: SecretStore, client: ClientFactory) -> None:
        self._store = store
        self._secrets = secrets
        self._client = client

    def duplicate(self, connection_id: str, name: str) -> ErpConnection:
        """Copy a connection with its secrets. The connector gets the copy when it is first tested."""
        name = name.strip()
        with self._store.read() as database:
            source = known(database, connection_id)
            _check_name(name, taken_names(database, ""))
        secrets = read_secrets(self._secrets, source.items)
        for_session = {key for key, item in source.items.items() if self._secrets.in_session(item)}
        copy_id = str(uuid.uuid4())
        items = {key: item_name(name, key, copy_id, 1) for key in secrets}
        tidy(self._store, self._secrets)
        with announcing() as token:
            with self._store.write() as database:
                announce(database, token, items.values())
            try:
                for key, secret in secrets.items():
                    self._secrets.put(items[key], secret, for_session=key in for_session)
                with self._store.write() as database:
                    known(database, connection_id)
                    settle(database, token, len(items))
                    return _insert_copy(database, source, copy_id, name, items)
            except Exception:
                with suppress(ErpSyncError):
                    withdraw(self._store, self._secrets, token, items.values())
                raise

    def purge(self, connection_id: str, watch: Watch) -> Problem | None:
        """Remove a deleted connection for ever. Returns why the connector could not be told, or None."""
        with self._store.read() as database:
            subject = known(database, connection_id, deleted=True)
        problem = self._tell_connector(subject, watch)
        with announcing() as token:
            with self._store.write() as database:
                now = known(database, connection_id, deleted=True)
                database.execute(delete(connections).where(connections.c.id == connection_id))
                announce(database, token, now.items.values(), REMOVE)
                record(database, Change.CONNECTION_PURGED, connection_id, now.saved.name)
            with suppress(ErpSyncError):  # else they are removed at the next start
                withdraw(self._store, self._secrets, token)
        return problem

    def _tell_connector(self, subject: Known, watch: Watch) -> Problem | None:
        if subject.at_connector is AtConnector.NEVER:
            return None
        if subject.connector.needs_site:
            return Problem(ProblemCode.CONNECTOR_NEEDS_SITE)
        try:
            outcome = self._client(subject.connector.url).delete_connection(subject.saved.id, watch)
        except ConnectorError as error:
            return error.problem
        return None if outcome.ok or outcome.connection_unknown else refusal(outcome)


def _check_name(name: str, taken: frozenset[str]) -> None:
    problem = check_name(name, taken)
    if problem is not None:
        raise NameTaken(problem) if problem.code is ProblemCode.NAME_TAKEN else InvalidInput(problem)


def _insert_copy(
    database: Connection, source: Known, copy_id: str, name: str, items: dict[str, str]
) -> ErpConnection:
    columns = {
        "id": copy_id,
        "connector_id": source.saved.connector_id,
        "name": name,
        "unique_key": name_key(name),
        "description": source.saved.description,
        "everyone": source.saved.scope.everyone,
        "active": False,
        "version": 1,
        "configuration": 1,
        "at_connector": AtConnector.NEVER.value,
        "priority": last_priority(database),
    }
    with unique_name(name):
        database.execute(insert(connections).values(columns))
    write_values(database, copy_id, dict(source.saved.values), dict.fromkeys(source.empty, "") | items)
    write_scope(database, copy_id, source.saved.scope)
    copy_setup(database, source.saved.id, copy_id)
    record(database, Change.CONNECTION_DUPLICATED, copy_id, name)
    return load(database, copy_id)
