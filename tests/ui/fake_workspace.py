# ruff: noqa: ARG002 - a fake takes what it does not look at
"""A workspace in memory, at the seam that the screens talk to; it answers as it is told to."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import ConnectorCheck, ConnectorDraft, ConnectorState, SyncConnector
from erpsync_desktop.model.directory import Directory, Group, Scope, User
from erpsync_desktop.model.directory_csv import ImportedEntry
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.errors import NotFound, OperationCancelled, Problem, ProblemCode, StillInUse
from erpsync_desktop.model.metadata import FieldMetadata, ListItem
from erpsync_desktop.model.outcome import ConnectionTest, Outcome, OutcomeState
from erpsync_desktop.model.sync_setup import SyncContext, SyncSetup
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.workspace.protocol import Capability, Contents


def now() -> datetime:
    """The moment; what the lists say of it depends on how long ago it was."""
    return datetime.now(UTC)


def passed(state: OutcomeState = OutcomeState.OK, explanation: str = "", minutes: int = 5) -> ConnectionTest:
    """A test that went well."""
    return ConnectionTest(now() - timedelta(minutes=minutes), 0.4, Outcome(state, explanation))


def failed(code: ProblemCode = ProblemCode.CONNECTION_REFUSED) -> ConnectionTest:
    """A test that did not."""
    problem = Problem(code, {"host": "erp.example.com", "port": 443})
    return ConnectionTest(now() - timedelta(hours=3), 1.2, problem=problem)


def sample_contents() -> Contents:
    """A few rows of every kind."""
    groups = (Group("g1", "Sales"), Group("g2", "Finance"))
    users = (User("u1", "anna", "Anna Lindqvist", "g1"),)
    answers, silent = ConnectorState.ANSWERS, ConnectorState.DOES_NOT_ANSWER
    refused = Problem(ProblemCode.CONNECTION_REFUSED, {"host": "old.example.com", "port": 80})
    connectors = (
        SyncConnector(
            "k1", "Nordlicht ERP", "https://erp.example.com/Sync.svc", state=answers, checked_at=now()
        ),
        SyncConnector("k2", "Old ERP", "http://old.example.com/c.svc", state=silent, state_problem=refused),
        SyncConnector("k3", "Site app", "app://client-7", state=ConnectorState.NEEDS_SITE),
    )
    some = Scope(everyone=False, group_ids=frozenset({"g1", "g2"}), user_ids=frozenset({"u1"}))
    warning = passed(OutcomeState.WARNING, 'US:"The licence ends soon";GE:"Die Lizenz endet bald"')
    connections = (
        ErpConnection(
            "c1", "k1", "Accounts Germany", "Debtors and creditors", active=True, last_test=passed()
        ),
        ErpConnection("c2", "k1", "Archive", last_test=None),
        ErpConnection("c3", "k1", "Branch <b>Oslo</b>", scope=some, last_test=warning),
        ErpConnection(
            "c4", "k2", "Legacy", "Read only", last_test=failed(), secret_keys=frozenset({"PASSWORD"})
        ),
        ErpConnection("c5", "k2", "Moved", last_test=passed(minutes=2000), tested_elsewhere=True),
    )
    return Contents(connectors, connections, Directory(groups, users))


@dataclass
class FakeWorkspace:
    """Does what ``Workspace`` says, in memory.

    Attributes:
        data: all rows, the deleted ones too.
        calls: the methods that changed or called something, in order.
        reasons: why a connection is not switched on.
        result: of the next tests.
        hold: what tests wait for before they answer; set it to let them go on.
        error: raised by ``contents``.
        contexts: what is known of a connection, by its id; nothing of the others.
        unreadable: raised by ``sync_context``.
    """

    data: Contents = field(default_factory=Contents)
    title: str = "Fake"
    capabilities: frozenset[Capability] = frozenset({Capability.EDIT_DIRECTORY})
    calls: list[tuple[str, str]] = field(default_factory=list)
    reasons: tuple[Problem, ...] = ()
    result: ConnectionTest = field(default_factory=passed)
    hold: threading.Event = field(default_factory=threading.Event)
    closed: bool = False
    tidied: int = 0
    error: Exception | None = None
    contexts: dict[str, SyncContext] = field(default_factory=dict)
    unreadable: Exception | None = None
    listeners: list[Callable[[], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hold.set()

    def subscribe(self, changed: Callable[[], None]) -> Callable[[], None]:
        self.listeners.append(changed)
        return lambda: self.listeners.remove(changed)

    def close(self) -> None:
        self.closed = True

    def tidy(self) -> None:
        self.tidied += 1

    def contents(self, *, deleted: bool = False) -> Contents:
        if self.error is not None:
            raise self.error
        return replace(
            self.data,
            connectors=tuple(one for one in self.data.connectors if deleted or not one.deleted_at),
            connections=tuple(one for one in self.data.connections if deleted or not one.deleted_at),
        )

    # Sync Connectors

    def connector_draft(self, connector_id: str | None = None) -> ConnectorDraft:
        self.calls.append(("connector_draft", connector_id or ""))
        if connector_id is None:
            return ConnectorDraft()
        one = self._connector(connector_id)
        return ConnectorDraft(one.id, one.name, one.url, one.version)

    def check_connector(self, url: str, watch: Watch) -> ConnectorCheck:
        return ConnectorCheck(url, ConnectorState.ANSWERS, now())

    def save_connector(self, draft: ConnectorDraft) -> SyncConnector:
        saved = SyncConnector(draft.id or f"k{len(self.data.connectors) + 1}", draft.name, draft.url)
        others = tuple(one for one in self.data.connectors if one.id != saved.id)
        self._change("save_connector", saved.id, connectors=(*others, saved))
        return saved

    def delete_connector(self, connector_id: str) -> None:
        one = self._connector(connector_id)
        users = [c.name for c in self.contents().connections if c.connector_id == connector_id]
        if users:
            params = {"name": one.name, "connections": "\n".join(users)}
            raise StillInUse(Problem(ProblemCode.CONNECTOR_IN_USE, params))
        self._put_connector("delete_connector", replace(one, deleted_at=now()))

    def restore_connector(self, connector_id: str) -> None:
        self._put_connector("restore_connector", replace(self._connector(connector_id), deleted_at=None))

    def purge_connector(self, connector_id: str) -> None:
        left = tuple(one for one in self.data.connectors if one.id != connector_id)
        self._change("purge_connector", connector_id, connectors=left)

    # ERP connections

    def connection_draft(self, connection_id: str | None = None) -> ConnectionDraft:
        self.calls.append(("connection_draft", connection_id or ""))
        if connection_id is None:
            return ConnectionDraft("new")
        one = self._connection(connection_id)
        return ConnectionDraft.of(one, self._connector(one.connector_id))

    def configuration_fields(self, connector: SyncConnector, watch: Watch) -> tuple[FieldMetadata, ...]:
        return (FieldMetadata("COMPANY", label="Company"),)

    def list_items(self, connector: SyncConnector, list_name: str, watch: Watch) -> tuple[ListItem, ...]:
        return ()

    def test(self, draft: ConnectionDraft, watch: Watch) -> ConnectionTest:
        return self.result

    def save(
        self, draft: ConnectionDraft, watch: Watch, *, secrets_for_session: bool = False
    ) -> ErpConnection:
        raise NotImplementedError

    def test_saved(self, connection_id: str, watch: Watch) -> ConnectionTest:
        self.calls.append(("test_saved", connection_id))
        watch.on_cancel(self.hold.set)
        self.hold.wait(30)
        if watch.cancelled:
            raise OperationCancelled
        one = replace(self._connection(connection_id), last_test=self.result, tested_elsewhere=False)
        self._put_connection("tested", one)
        return self.result

    def duplicate_connection(self, connection_id: str, name: str) -> ErpConnection:
        copy = replace(self._connection(connection_id), id=f"c{len(self.data.connections) + 1}", name=name)
        copy = replace(copy, active=False, last_test=None)
        self._change("duplicate", copy.id, connections=(*self.data.connections, copy))
        return copy

    def set_active(self, connection_id: str, active: bool, watch: Watch) -> tuple[Problem, ...]:
        self.calls.append(("set_active", connection_id))
        if self.reasons and active:
            return self.reasons
        self._put_connection("switched", replace(self._connection(connection_id), active=active))
        return ()

    def delete_connection(self, connection_id: str) -> None:
        one = self._connection(connection_id)
        if one.active:
            raise StillInUse(Problem(ProblemCode.CONNECTION_ACTIVE, {"name": one.name}))
        self._put_connection("delete_connection", replace(one, deleted_at=now()))

    def restore_connection(self, connection_id: str) -> None:
        self._put_connection("restore_connection", replace(self._connection(connection_id), deleted_at=None))

    def purge_connection(self, connection_id: str, watch: Watch) -> Problem | None:
        left = tuple(one for one in self.data.connections if one.id != connection_id)
        self._change("purge_connection", connection_id, connections=left)
        return None

    # What is synchronised

    def sync_context(self, connection_id: str, watch: Watch, *, ask: bool = True) -> SyncContext:
        self.calls.append(("sync_context" if ask else "sync_context, not asking", connection_id))
        if self.unreadable is not None:
            raise self.unreadable
        known = self.contexts.get(connection_id, SyncContext(self._connection(connection_id)))
        return replace(known, connection=self._connection(connection_id))

    def save_setup(self, connection_id: str, before: SyncSetup, after: SyncSetup) -> SyncSetup:
        known = self.contexts[connection_id]
        self.contexts[connection_id] = replace(known, setup=after)
        self._change("save_setup", connection_id)
        return after

    def save_priorities(self, before: tuple[str, ...], after: tuple[str, ...]) -> None:
        places = {key: place for place, key in enumerate(after, start=1)}
        rows = tuple(replace(one, priority=places.get(one.id, 0)) for one in self.data.connections)
        self._change("save_priorities", ",".join(after), connections=rows)

    # Users and groups

    def directory(self) -> Directory:
        return self.data.directory

    def save_group(self, group: Group) -> Group:
        return group

    def save_user(self, user: User) -> User:
        return user

    def remove_from_directory(self, entry_ids: frozenset[str]) -> None:
        self.calls.append(("remove_from_directory", ""))

    def import_directory(self, entries: tuple[ImportedEntry, ...]) -> tuple[int, int]:
        self.calls.append(("import_directory", ""))
        return len(entries), 0

    # Inside

    def _connector(self, key: str) -> SyncConnector:
        for one in self.data.connectors:
            if one.id == key:
                return one
        raise NotFound(Problem(ProblemCode.NOT_FOUND, {"name": key}))

    def _connection(self, key: str) -> ErpConnection:
        for one in self.data.connections:
            if one.id == key:
                return one
        raise NotFound(Problem(ProblemCode.NOT_FOUND, {"name": key}))

    def _put_connector(self, call: str, one: SyncConnector) -> None:
        rows = tuple(one if other.id == one.id else other for other in self.data.connectors)
        self._change(call, one.id, connectors=rows)

    def _put_connection(self, call: str, one: ErpConnection) -> None:
        rows = tuple(one if other.id == one.id else other for other in self.data.connections)
        self._change(call, one.id, connections=rows)

    def _change(
        self,
        call: str,
        key: str,
        *,
        connectors: tuple[SyncConnector, ...] | None = None,
        connections: tuple[ErpConnection, ...] | None = None,
    ) -> None:
        self.calls.append((call, key))
        self.data = Contents(
            self.data.connectors if connectors is None else connectors,
            self.data.connections if connections is None else connections,
            self.data.directory,
        )
        for listener in list(self.listeners):
            listener()
