"""Testing connections: a draft's values, or what the connector keeps; and remembering how it went."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.errors import (
    ConnectorError,
    ConnectorRefused,
    InvalidInput,
    NotAConnector,
    Problem,
    ProblemCode,
    SecretError,
)
from erpsync_desktop.model.outcome import ConnectionTest, Outcome
from erpsync_desktop.workspace.local import connectors as connector_rows
from erpsync_desktop.workspace.local.asking import Asking
from erpsync_desktop.workspace.local.calls import (
    ClientFactory,
    ConnectorCalls,
    Redaction,
    site_missing,
)
from erpsync_desktop.workspace.local.configuration import (
    kept_items,
    labels_of,
    read_secrets,
    typed_secrets,
    wire_values,
)
from erpsync_desktop.workspace.local.connections import (
    AtConnector,
    empty_secrets,
    load,
    secret_items,
    set_columns,
    state_at_connector,
)
from erpsync_desktop.workspace.local.rows import test_values
from erpsync_desktop.workspace.local.schema import tests

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from erpsync_desktop.model.draft import ConnectionDraft
    from erpsync_desktop.model.secret import Secret
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local.store import Store

KEPT_TESTS = 50
"""How many tests of a connection are kept."""


@dataclass(frozen=True)
class Known:
    """A saved connection with all that is needed to ask its connector."""

    saved: ErpConnection
    connector: SyncConnector
    items: dict[str, str]
    empty: frozenset[str]
    at_connector: AtConnector
    configuration: int


def known(database: Connection, connection_id: str, *, deleted: bool | None = False) -> Known:
    """Read it. Raises NotFound."""
    saved = load(database, connection_id, deleted=deleted)
    connector = connector_rows.load(database, saved.connector_id, deleted=None)
    at_connector, configuration = state_at_connector(database, saved.id)
    items, empty = secret_items(database, saved.id), empty_secrets(database, saved.id)
    return Known(saved, connector, items, empty, at_connector, configuration)


def remember(database: Connection, connection_id: str, test: ConnectionTest, url: str) -> None:
    """Keep a test as the connection's last one."""
    row = database.execute(insert(tests).values(test_values(connection_id, test, url)))
    inserted = row.inserted_primary_key
    set_columns(database, connection_id, test_id=inserted[0] if inserted else None)
    older = select(tests.c.id).where(tests.c.connection_id == connection_id)
    older = older.order_by(tests.c.id.desc()).offset(KEPT_TESTS)
    database.execute(delete(tests).where(tests.c.id.in_(list(database.execute(older).scalars()))))


class Testing:
    """Tests connections."""

    def __init__(self, store: Store, secrets: SecretStore, client: ClientFactory) -> None:
        self._store = store
        self._secrets = secrets
        self._client = client

    def draft(self, draft: ConnectionDraft, watch: Watch) -> ConnectionTest:
        """Test a draft's values, saving nothing."""
        connector = draft.connector
        if connector is not None and connector.needs_site:
            return _without_answer(site_missing())
        problems = draft.untestable()
        if problems or connector is None:
            raise InvalidInput(*problems)

        def secrets() -> dict[str, Secret]:
            with self._store.read() as database:
                items = kept_items(draft, secret_items(database, draft.id))
            return read_secrets(self._secrets, items, labels_of(draft)) | typed_secrets(draft)

        run = _Run(watch, secrets)

        def ask() -> Outcome:
            values = wire_values(draft, run.secrets)
            run.client = self._client(connector.url)
            return run.client.test_config_data(values, watch)

        return run.of(ask)

    def saved(self, connection_id: str, watch: Watch) -> ConnectionTest:
        """Test what the connector keeps, and remember how it went."""
        with self._store.read() as database:
            subject = known(database, connection_id)
        return self.of_known(subject, watch)

    def of_known(self, subject: Known, watch: Watch) -> ConnectionTest:
        """The same for a connection that was read already."""
        asking = Asking(self._store, self._secrets, self._client, subject, watch)
        run = _Run(watch, lambda: asking.secrets)

        def ask() -> Outcome:
            run.client = asking.client
            return asking.ask(lambda client, guid, watching: client.test_connection(guid, watching))

        test = _without_answer(site_missing()) if subject.connector.needs_site else run.of(ask)
        kept = test if run.redacted else Redaction(None).test(test)
        with self._store.write() as database:
            if asking.settle(database):  # else it was about what is no longer so
                remember(database, subject.saved.id, kept, subject.connector.url)
        return test


@dataclass
class _Run:
    """One run of a test: its clock, and what is known of it once it has begun.

    Attributes:
        read: reads the secrets that the connector has or gets.
        redacted: no secret is in the connector's texts; not so where the secrets could not be read.
    """

    watch: Watch
    read: Callable[[], dict[str, Secret]]
    started: float = field(default_factory=time.monotonic)
    client: ConnectorCalls | None = None
    redacted: bool = True

    @cached_property
    def secrets(self) -> dict[str, Secret]:
        """Read once, when they are needed: a keyring may ask its user to unlock it."""
        return self.read()

    def of(self, ask: Callable[[], Outcome]) -> ConnectionTest:
        """Run it; what the administrator can put right becomes part of the result."""
        outcome, problem, has_words = None, None, False
        try:
            outcome = ask()
        except ConnectorRefused as error:
            if error.problem.code is ProblemCode.CONNECTION_UNKNOWN:
                problem, has_words = error.problem, True
            else:
                outcome = error.outcome
        except (ConnectorError, SecretError) as error:
            problem, has_words = error.problem, isinstance(error, NotAConnector)
        test = ConnectionTest(
            at=datetime.now(UTC),
            seconds=time.monotonic() - self.started,
            outcome=outcome,
            problem=problem,
            stages=self.watch.stages,
            contract_assumed=self.client is not None and self.client.contract_assumed,
        )
        return self._without_secrets(test) if has_words or _says_something(outcome) else test

    def _without_secrets(self, test: ConnectionTest) -> ConnectionTest:
        try:
            return Redaction(self.secrets.values()).test(test)
        except SecretError:
            self.redacted = False
            return test


def _says_something(outcome: Outcome | None) -> bool:
    if outcome is None:
        return False
    return bool(outcome.user_explanation or outcome.tech_explanation or outcome.error_code)


def _without_answer(problem: Problem) -> ConnectionTest:
    return ConnectionTest(at=datetime.now(UTC), seconds=0.0, problem=problem)
