"""Saving an ERP connection, all or nothing: connector, then keyring, then database.

A failure takes back what was done before it. What a killed process leaves is announced in the database
beforehand: entries of the keyring by ``secrets_journal``, what the connector may have by ``AtConnector``.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from erpsync_desktop.connectors.refusals import resending
from erpsync_desktop.model.errors import (
    ConnectorError,
    ConnectorRefused,
    ErpSyncError,
    InvalidInput,
    NotFound,
    OperationCancelled,
    Problem,
    ProblemCode,
    SecretError,
)
from erpsync_desktop.model.naming import whole_characters
from erpsync_desktop.model.watch import Stage
from erpsync_desktop.workspace.local.calls import ConnectorCalls, Redaction, accepted
from erpsync_desktop.workspace.local.changes import Change, record
from erpsync_desktop.workspace.local.configuration import (
    kept_items,
    labels_of,
    read_secrets,
    saved_values,
    typed_secrets,
    wire_values,
)
from erpsync_desktop.workspace.local.connections import AtConnector, set_columns
from erpsync_desktop.workspace.local.saving_rows import Subject, check, write_configured, write_described
from erpsync_desktop.workspace.local.secrets_journal import announce, announcing, item_name, tidy, withdraw
from erpsync_desktop.workspace.local.testing import Known, known

if TYPE_CHECKING:
    from erpsync_desktop.model.connection import ErpConnection
    from erpsync_desktop.model.draft import ConnectionDraft
    from erpsync_desktop.model.outcome import Outcome
    from erpsync_desktop.model.secret import Secret
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local.calls import ClientFactory
    from erpsync_desktop.workspace.local.store import Store

_log = logging.getLogger(__name__)

# The connector cannot have got the request.
_NEVER_ARRIVED = {
    ProblemCode.NAME_NOT_RESOLVED,
    ProblemCode.CONNECTION_REFUSED,
    ProblemCode.CONNECT_TIMEOUT,
    ProblemCode.NETWORK_UNREACHABLE,
    ProblemCode.PROXY_FAILED,
    ProblemCode.PROXY_WANTS_PASSWORD,
    ProblemCode.TLS_UNTRUSTED,
    ProblemCode.TLS_SELF_SIGNED,
    ProblemCode.TLS_EXPIRED,
    ProblemCode.TLS_NOT_YET_VALID,
    ProblemCode.TLS_WRONG_HOST,
    ProblemCode.TLS_FAILED,
    ProblemCode.CONTRACT_UNREADABLE,
    ProblemCode.OPERATION_MISSING,
}


@dataclass
class _Job:
    """One save of a changed configuration, as far as it has come."""

    subject: Subject
    token: str
    watch: Watch
    client: ConnectorCalls
    kept: dict[str, str]
    """Names of the entries that stay, by field key."""
    typed: dict[str, Secret]
    items: dict[str, str]
    """Names of the new entries, by field key."""
    values: dict[str, str]
    secrets: dict[str, Secret] = field(default_factory=dict)
    before: dict[str, Secret] = field(default_factory=dict)
    """The secrets that are saved so far, as far as there are any."""
    connector_told: bool = False
    resent: bool = False
    """Undone by sending what the database has."""


class Saving:
    """Saves ERP connections."""

    def __init__(self, store: Store, secrets: SecretStore, client: ClientFactory) -> None:
        self._store = store
        self._secrets = secrets
        self._client = client

    def save(self, draft: ConnectionDraft, watch: Watch, *, for_session: bool) -> ErpConnection:
        """Save a new or edited connection; what it raises is in ``Workspace.save``."""
        watch.check()
        draft = replace(draft, name=draft.name.strip(), description=whole_characters(draft.description))
        with self._store.read() as database:
            subject = check(database, draft)
        if not draft.configuration_changed:
            with self._store.write() as database:
                return write_described(database, subject)
        tidy(self._store, self._secrets)
        with announcing() as token:
            job = self._prepare(subject, token, watch, for_session=for_session)
            return self._configure(job, for_session=for_session)

    def _prepare(self, subject: Subject, token: str, watch: Watch, *, for_session: bool) -> _Job:
        """All that can fail before anything is done."""
        draft = subject.draft
        labels = labels_of(draft)
        kept, typed = kept_items(draft, subject.items), typed_secrets(draft)
        for key, secret in typed.items():
            self._secrets.check(secret, labels[key])
        if typed and not for_session:
            self._secrets.require()
        secrets = read_secrets(self._secrets, kept, labels) | typed
        before = self._saved_secrets(subject, for_session=for_session)
        return _Job(
            subject=subject,
            token=token,
            watch=watch,
            client=self._client(subject.connector.url),
            kept=kept,
            typed=typed,
            items={key: item_name(draft.name, key, draft.id, subject.next_version) for key in typed},
            values=wire_values(draft, secrets),
            secrets=secrets,
            before=before,
        )

    def _saved_secrets(self, subject: Subject, *, for_session: bool) -> dict[str, Secret]:
        """What an undo needs: a keyring that does not answer is met before the connector is told anything."""
        found: dict[str, Secret] = {}
        try:
            for key, item in subject.items.items():
                if (secret := self._secrets.get(item)) is not None:
                    found[key] = secret
        except SecretError:
            if not for_session:
                raise
        return found

    def _configure(self, job: _Job, *, for_session: bool) -> ErpConnection:
        self._announce(job)
        try:
            outcome = self._tell_connector(job)
            job.watch.enter(Stage.SECRETS)
            for key, item in job.items.items():
                self._secrets.put(item, job.typed[key], for_session=for_session)
            job.watch.enter(Stage.SAVING)
            with self._store.write() as database:
                saved = write_configured(
                    database, job.subject, kept=job.kept, items=job.items, token=job.token, outcome=outcome
                )
        except Exception as error:
            self._take_back(job, error)
            raise
        self._clear_up(job)
        return saved

    def _announce(self, job: _Job) -> None:
        with self._store.write() as database:
            check(database, job.subject.draft)
            announce(database, job.token, job.items.values())
            if job.subject.saved is not None:
                set_columns(database, job.subject.saved.id, at_connector=AtConnector.UNSURE.value)

    def _tell_connector(self, job: _Job) -> Outcome:
        """Have the connector keep the values and test them."""
        job.watch.enter(Stage.SAVING)
        self._send(job)
        guid = job.subject.draft.id
        outcome = resending(lambda: job.client.test_connection(guid, job.watch), lambda: self._send(job))
        return Redaction(job.secrets.values()).outcome(accepted(outcome))

    def _send(self, job: _Job) -> Outcome:
        before, job.connector_told = job.connector_told, True
        try:
            return accepted(job.client.save_connection(job.subject.draft.id, job.values, job.watch))
        except (ConnectorRefused, InvalidInput):
            job.connector_told = before
            raise
        except ConnectorError as error:
            job.connector_told = before or error.problem.code not in _NEVER_ARRIVED
            raise

    # Undoing

    def _take_back(self, job: _Job, error: Exception) -> None:
        """Undo a failed save; what cannot be undone is added to ``error``."""
        watch = job.watch.for_undoing()
        watch.enter(Stage.UNDOING)
        undone = not job.connector_told or self._undone_at_connector(job, watch)
        with suppress(ErpSyncError):  # else the announcement stays, and the next start removes the entries
            withdraw(self._store, self._secrets, job.token, job.items.values())
        if undone:
            self._as_before(job)
        if isinstance(error, ErpSyncError):
            Redaction(job.secrets.values()).error(error)
        if undone:
            return
        problem = Problem(ProblemCode.UNDO_FAILED, {"name": job.subject.connector.name})
        if isinstance(error, ErpSyncError):
            error.problems = (*error.problems, problem)
        elif isinstance(error, OperationCancelled):
            raise ConnectorError(problem) from None

    def _undone_at_connector(self, job: _Job, watch: Watch) -> bool:
        try:
            outcome = self._undo_at_connector(job, watch)
        except Exception as error:  # noqa: BLE001  the save's own error is the one to show
            _log.warning("a save could not be undone at the connector: %s", type(error).__name__)
            return False
        return outcome.ok or outcome.connection_unknown

    def _undo_at_connector(self, job: _Job, watch: Watch) -> Outcome:
        """Have the connector keep what the database has now: somebody else may have saved meanwhile."""
        now = self._as_it_is(job)
        if now is None or now.connector.url != job.subject.connector.url:
            return job.client.delete_connection(job.subject.draft.id, watch)
        same = now.items == job.subject.items and now.items.keys() == job.before.keys()
        secrets = job.before if same else read_secrets(self._secrets, now.items)
        values = saved_values(now.saved, secrets, now.empty)
        job.resent = True
        return job.client.save_connection(now.saved.id, values, watch)

    def _as_it_is(self, job: _Job) -> Known | None:
        try:
            with self._store.read() as database:
                return known(database, job.subject.draft.id, deleted=None)
        except NotFound:
            return None

    def _as_before(self, job: _Job) -> None:
        saved = job.subject.saved
        if saved is None:
            return
        state = AtConnector.YES if job.resent else job.subject.at_connector
        with suppress(ErpSyncError), self._store.write() as database:
            set_columns(database, saved.id, at_connector=state.value)

    # After the commit

    def _clear_up(self, job: _Job) -> None:
        """Remove what is not needed any more. The save stands, whatever becomes of this."""
        with suppress(ErpSyncError):
            withdraw(self._store, self._secrets, job.token)
        subject = job.subject
        if not subject.moved or subject.former is None or subject.former.needs_site:
            return
        try:
            client = self._client(subject.former.url)
            outcome = client.delete_connection(subject.draft.id, job.watch)
            told = outcome.ok or outcome.connection_unknown
        except (ConnectorError, OperationCancelled):
            told = False
        if not told:
            _log.warning("the former connector of a connection could not be told")
            with suppress(ErpSyncError), self._store.write() as database:
                record(database, Change.CONNECTOR_NOT_TOLD, subject.draft.id, subject.former.name)
