"""Asking the connector of a saved connection, which is sent what is saved where it does not have it."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from erpsync_desktop.connectors.refusals import resending
from erpsync_desktop.model.errors import (
    ConnectorError,
    ConnectorRefused,
    ConnectorUnreachable,
    ErpSyncError,
    NotAConnector,
    Problem,
    ProblemCode,
    SecretError,
)
from erpsync_desktop.workspace.local.calls import Redaction, accepted, site_missing
from erpsync_desktop.workspace.local.configuration import read_secrets, saved_values
from erpsync_desktop.workspace.local.connections import AtConnector, set_columns, state_at_connector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

    from erpsync_desktop.model.outcome import Outcome
    from erpsync_desktop.model.secret import Secret
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local.calls import ClientFactory, ConnectorCalls
    from erpsync_desktop.workspace.local.store import Store
    from erpsync_desktop.workspace.local.testing import Known

T = TypeVar("T")


class Asking:
    """One conversation with the connector of a saved connection.

    Args:
        store: the database.
        secrets: the keyring.
        client: makes the connector's client.
        subject: the connection.
        watch: of the whole conversation.

    Attributes:
        sent: the connector was sent what is saved.
    """

    def __init__(
        self, store: Store, secrets: SecretStore, client: ClientFactory, subject: Known, watch: Watch
    ) -> None:
        self._store = store
        self._keyring = secrets
        self._make = client
        self._resent: Outcome | None = None
        self._over: ErpSyncError | None = None
        self.subject = subject
        self.watch = watch
        self.sent = False

    @cached_property
    def secrets(self) -> dict[str, Secret]:
        """Read once, when they are needed: a keyring may ask its user to unlock it."""
        return read_secrets(self._keyring, self.subject.items)

    @cached_property
    def redaction(self) -> Redaction:
        """Takes the secrets out of what the connector says. Raises ``SecretError``."""
        if isinstance(self._over, SecretError):
            raise self._over
        try:
            return Redaction(self.secrets.values())
        except SecretError as error:
            self._over = error
            raise

    @cached_property
    def client(self) -> ConnectorCalls:
        """Made when it is needed. Raises ``ConnectorError`` for a connector that only a site can call."""
        if self.subject.connector.needs_site:
            raise ConnectorError(site_missing())
        return self._make(self.subject.connector.url)

    def ask(self, call: Callable[[ConnectorCalls, str, Watch], T]) -> T:
        """Call the connector; what it has lost is sent again, once in the whole conversation.

        Once nothing comes back any more, or what is saved cannot be sent, every further call fails likewise:
        each would take as long as the first.

        Args:
            call: is given the client, the connection's GUID and the watch.
        """
        with self._ending():
            client = self.client
            if self.subject.at_connector is not AtConnector.YES and not self.sent:
                self._send()
            return resending(lambda: call(client, self.subject.saved.id, self.watch), self._resend)

    @contextmanager
    def _ending(self) -> Iterator[None]:
        """Around what may end the conversation, or is not tried any more as it is over."""
        if self._over is not None:
            raise self._over
        try:
            yield
        except (ConnectorUnreachable, SecretError) as error:
            self._over = error
            raise
        except ConnectorRefused as error:
            if error.problem.code is ProblemCode.CONNECTION_UNKNOWN:  # lost again, just when it was sent
                self._over = error
            raise

    def _resend(self) -> Outcome:
        if self._resent is None:
            self._resent = self._send()
        return self._resent

    def _send(self) -> Outcome:
        values = saved_values(self.subject.saved, self.secrets, self.subject.empty)
        self._announce()
        try:
            outcome = accepted(self.client.save_connection(self.subject.saved.id, values, self.watch))
        except ConnectorError as error:
            self._over = error
            raise
        self.sent = True
        return outcome

    def _announce(self) -> None:
        """Note that a copy may be at the connector from now on, so that a purge tells it to forget."""
        if self.subject.at_connector is AtConnector.NEVER:
            with self._store.write() as database:
                set_columns(database, self.subject.saved.id, at_connector=AtConnector.UNSURE.value)

    def settle(self, database: Connection) -> bool:
        """Note in a transaction whether the connector has what is saved.

        Returns:
            Whether that still is what was asked about.
        """
        connection_id = self.subject.saved.id
        _, configuration = state_at_connector(database, connection_id)
        current = configuration == self.subject.configuration
        if self.sent:
            state = AtConnector.YES if current else AtConnector.UNSURE
            set_columns(database, connection_id, at_connector=state.value)
        return current

    def explained(self, error: ErpSyncError) -> Problem:
        """What went wrong, without secrets: connectors repeat what they were given."""
        if not isinstance(error, (ConnectorRefused, NotAConnector)):
            return error.problem  # in our words
        try:
            return self.redaction.problem(error.problem)
        except SecretError:
            return Redaction(None).problem(error.problem)
