"""What a save reads, checks and writes in the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.errors import (
    InvalidInput,
    NameTaken,
    NotFound,
    Problem,
    ProblemCode,
    SavedMeanwhile,
    StillInUse,
)
from erpsync_desktop.model.naming import name_key
from erpsync_desktop.model.outcome import ConnectionTest, Outcome, OutcomeState
from erpsync_desktop.workspace.local import connectors as connector_rows
from erpsync_desktop.workspace.local.changes import Change, record
from erpsync_desktop.workspace.local.configuration import plain_values, secret_keys
from erpsync_desktop.workspace.local.connections import (
    AtConnector,
    last_priority,
    load,
    secret_items,
    set_columns,
    state_at_connector,
    taken_names,
    write_scope,
    write_values,
)
from erpsync_desktop.workspace.local.directory import present
from erpsync_desktop.workspace.local.rows import unique_name
from erpsync_desktop.workspace.local.schema import connections
from erpsync_desktop.workspace.local.secrets_journal import REMOVE, announce, settle
from erpsync_desktop.workspace.local.setup_rows import drop_snapshot
from erpsync_desktop.workspace.local.testing import remember

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from erpsync_desktop.model.draft import ConnectionDraft


@dataclass(frozen=True)
class Subject:
    """A draft that can be saved, and what it meets in the database.

    Attributes:
        draft: with its name as it is saved.
        connector: the chosen one.
        saved: the connection as it is; None for a new one.
        former: the connector that it has so far.
        items: names of its entries in the keyring, by field key.
        at_connector: whether the former connector has it.
        configuration: how often its configuration changed.
    """

    draft: ConnectionDraft
    connector: SyncConnector
    saved: ErpConnection | None = None
    former: SyncConnector | None = None
    items: Mapping[str, str] = field(default_factory=dict)
    at_connector: AtConnector = AtConnector.NEVER
    configuration: int = 0

    @property
    def next_version(self) -> int:
        """The version that the save makes."""
        return self.saved.version + 1 if self.saved else 1

    @property
    def moved(self) -> bool:
        """Whether another service gets it. Two connectors can have one address, which is one service."""
        return (
            self.former is not None
            and self.former.id != self.connector.id
            and self.former.url != self.connector.url
        )


def check(database: Connection, draft: ConnectionDraft) -> Subject:
    """Check a draft against what is there now.

    Raises:
        NotFound: the connection or its connector is gone.
        SavedMeanwhile: the connection, or the connector's address, was changed.
        NameTaken: another connection has this name.
        StillInUse: it is active, and its configuration would change.
        InvalidInput: the draft is not complete.
    """
    # Who is gone from the directory since the draft was opened cannot be named any more.
    draft = replace(draft, scope=present(database, draft.scope))
    subject = _meet(database, draft)
    problems = replace(draft, taken=taken_names(database, draft.id)).missing()
    if problems:
        only_name = all(problem.code is ProblemCode.NAME_TAKEN for problem in problems)
        raise NameTaken(*problems) if only_name else InvalidInput(*problems)
    if draft.configuration_changed and subject.saved is not None and subject.saved.active:
        raise StillInUse(Problem(ProblemCode.CONNECTION_ACTIVE, {"name": subject.saved.name}))
    return subject


def _meet(database: Connection, draft: ConnectionDraft) -> Subject:
    if draft.original is None:
        _refuse_second_save(database, draft)
        return Subject(draft, _connector(database, draft))
    saved = load(database, draft.id)
    if saved.version != draft.original.version:
        raise SavedMeanwhile(Problem(ProblemCode.SAVED_MEANWHILE, {"name": saved.name}), saved)
    former = connector_rows.load(database, saved.connector_id)
    at_connector, configuration = state_at_connector(database, saved.id)
    connector = _connector(database, draft) if draft.configuration_changed else former
    items = secret_items(database, saved.id)
    return Subject(draft, connector, saved, former, items, at_connector, configuration)


def _refuse_second_save(database: Connection, draft: ConnectionDraft) -> None:
    try:
        there = load(database, draft.id, deleted=None)
    except NotFound:
        return
    raise SavedMeanwhile(Problem(ProblemCode.SAVED_MEANWHILE, {"name": there.name}), there)


def _connector(database: Connection, draft: ConnectionDraft) -> SyncConnector:
    chosen = draft.connector
    if chosen is None:
        raise InvalidInput(*draft.missing())
    try:
        connector = connector_rows.load(database, chosen.id)
    except NotFound:
        gone = Problem(ProblemCode.CONNECTOR_DELETED, {"name": chosen.name}, field="connector")
        raise NotFound(gone) from None
    if connector.url != chosen.url:  # what was tested is not what would be saved
        params = {"name": connector.name}
        raise SavedMeanwhile(Problem(ProblemCode.SAVED_MEANWHILE, params, field="connector"), connector)
    return connector


def write_described(database: Connection, subject: Subject) -> ErpConnection:
    """Write name, description and scope; connector and values stay as the connector has them."""
    fresh = check(database, subject.draft)
    draft, saved = fresh.draft, fresh.saved
    if saved is None:
        raise RuntimeError("a new connection always has a changed configuration")
    with unique_name(draft.name):
        set_columns(
            database,
            draft.id,
            name=draft.name,
            unique_key=name_key(draft.name),
            description=draft.description,
            everyone=draft.scope.everyone,
            version=fresh.next_version,
        )
    write_scope(database, draft.id, draft.scope)
    _remember_tests(database, fresh, None)
    record(database, Change.CONNECTION_EDITED, draft.id, draft.name)
    return load(database, draft.id)


def write_configured(
    database: Connection,
    subject: Subject,
    *,
    kept: Mapping[str, str],
    items: Mapping[str, str],
    token: str,
    outcome: Outcome,
) -> ErpConnection:
    """Write everything.

    Args:
        database: in a transaction that writes.
        subject: what is saved.
        kept: names of the entries that stay, by field key.
        items: names of the new entries, by field key; announced under ``token``.
        token: of this save.
        outcome: what the connector answered to the test of what it was sent.
    """
    fresh = check(database, subject.draft)
    draft = fresh.draft
    # Whoever sent something to the connector meanwhile has not left it unsure.
    alone = fresh.saved is None or fresh.at_connector is AtConnector.UNSURE
    at_connector = AtConnector.YES if alone else AtConnector.UNSURE
    columns = {
        "connector_id": fresh.connector.id,
        "name": draft.name,
        "unique_key": name_key(draft.name),
        "description": draft.description,
        "everyone": draft.scope.everyone,
        "version": fresh.next_version,
        "configuration": fresh.configuration + 1,
        "at_connector": at_connector.value,
        "test_id": None,
    }
    with unique_name(draft.name):
        if fresh.saved is None:
            columns |= {"id": draft.id, "active": False, "priority": last_priority(database)}
            database.execute(insert(connections).values(columns))
        else:
            set_columns(database, draft.id, **columns)
    if fresh.moved:
        drop_snapshot(database, draft.id)
    empty = dict.fromkeys(secret_keys(draft), "")
    write_values(database, draft.id, plain_values(draft), empty | dict(kept) | dict(items))
    write_scope(database, draft.id, draft.scope)
    settle(database, token, len(items))
    announce(database, token, set(fresh.items.values()) - set(kept.values()), REMOVE)
    _remember_tests(database, fresh, outcome)
    what = Change.CONNECTION_ADDED if fresh.saved is None else Change.CONNECTION_CONFIGURED
    record(database, what, draft.id, draft.name)
    return load(database, draft.id)


def _remember_tests(database: Connection, subject: Subject, outcome: Outcome | None) -> None:
    """Keep the draft's test of this configuration, and the one of the save if it has something to say."""
    draft = subject.draft
    if draft.result is not None and draft.tested == draft.configuration:
        remember(database, draft.id, draft.result, subject.connector.url)
    if outcome is not None and outcome.state is not OutcomeState.OK:
        said = ConnectionTest(at=datetime.now(UTC), seconds=0.0, outcome=outcome)
        remember(database, draft.id, said, subject.connector.url)
