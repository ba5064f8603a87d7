"""``Workspace``: what the screens talk to, whatever is behind it.

Every method may block (disk, keyring, network) and is called off the GUI thread; several threads may use
a workspace at once. Every method raises ``WorkspaceError`` where the storage fails, besides what it names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import ConnectorCheck, ConnectorDraft, SyncConnector
from erpsync_desktop.model.directory import Directory, Group, User
from erpsync_desktop.model.directory_csv import ImportedEntry
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.metadata import FieldMetadata, ListItem
from erpsync_desktop.model.outcome import ConnectionTest
from erpsync_desktop.model.watch import Watch


class Capability(Enum):
    """What a kind of workspace can do beyond the rest."""

    EDIT_DIRECTORY = auto()
    """Users and groups are kept here and can be edited."""
    CALL_APP_CONNECTORS = auto()
    """``app://`` addresses can be called."""


@dataclass(frozen=True, slots=True)
class Contents:
    """All that the Sync tab shows, of one moment.

    Attributes:
        connectors: sorted by name; deleted ones have ``deleted_at``.
        connections: sorted by name; deleted ones have ``deleted_at``.
        directory: to name the scope.
    """

    connectors: tuple[SyncConnector, ...] = ()
    connections: tuple[ErpConnection, ...] = ()
    directory: Directory = field(default_factory=Directory)


class Workspace(Protocol):
    """A place where connectors and connections are kept."""

    @property
    def title(self) -> str:
        """Where one is, for the window's title; never a secret."""

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What this kind can do beyond the rest."""

    def subscribe(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Have ``changed`` called after each change, on the changing thread. Returns what unsubscribes."""

    def close(self) -> None:
        """Let go of files and connections. A workspace closed twice stays closed."""

    def tidy(self) -> None:
        """Clear what an interrupted save left in the keyring. Called once in the background after opening."""

    def contents(self, *, deleted: bool = False) -> Contents:
        """Read everything, with the deleted rows if asked."""

    # Sync Connectors

    def connector_draft(self, connector_id: str | None = None) -> ConnectorDraft:
        """A draft for a new connector, or for editing one. Raises NotFound."""

    def check_connector(self, url: str, watch: Watch) -> ConnectorCheck:
        """Ask whether an address answers as a Sync Connector. A bad answer is a result, not an error.

        Raises:
            OperationCancelled: by the watch.
        """

    def save_connector(self, draft: ConnectorDraft) -> SyncConnector:
        """Save a new or edited connector with what its check came to.

        Raises:
            InvalidInput: the draft is not complete.
            NameTaken: meanwhile somebody else gave this name.
            SavedMeanwhile: meanwhile somebody else saved this connector.
            NotFound: meanwhile it was purged.
        """

    def delete_connector(self, connector_id: str) -> None:
        """Hide a connector. Raises StillInUse with the names of the connections that have it."""

    def restore_connector(self, connector_id: str) -> None:
        """Show a deleted connector again. Raises NameTaken when its name was given meanwhile."""

    def purge_connector(self, connector_id: str) -> None:
        """Remove a deleted connector for ever. Raises StillInUse, also for deleted connections."""

    # ERP connections

    def connection_draft(self, connection_id: str | None = None) -> ConnectionDraft:
        """A draft for a new connection, or for editing one. Asks the keyring which secrets are there.

        Raises:
            NotFound: the connection is gone.
        """

    def configuration_fields(self, connector: SyncConnector, watch: Watch) -> tuple[FieldMetadata, ...]:
        """What a connector asks for, in rank order.

        Raises:
            ConnectorError: it did not answer, or not as a connector.
            OperationCancelled: by the watch.
        """

    def list_items(self, connector: SyncConnector, list_name: str, watch: Watch) -> tuple[ListItem, ...]:
        """The items of a list that a configuration field offers, in the connector's order.

        Raises:
            ConnectorError: it did not answer, or not as a connector.
            OperationCancelled: by the watch.
        """

    def test(self, draft: ConnectionDraft, watch: Watch) -> ConnectionTest:
        """Test a draft's configuration, saving nothing. A failure is a result, not an error.

        Raises:
            InvalidInput: the draft cannot be tested.
            OperationCancelled: by the watch.
        """

    def save(
        self, draft: ConnectionDraft, watch: Watch, *, secrets_for_session: bool = False
    ) -> ErpConnection:
        """Save a new or edited connection, all or nothing.

        Args:
            draft: a complete draft (``missing()`` is empty).
            watch: told the stages; a cancel undoes what was done.
            secrets_for_session: keep the secrets in memory until the program ends, not in the keyring.

        Raises:
            InvalidInput: the draft is not complete.
            ConnectorError: the connector did not take it.
            SecretError: the keyring did not take a secret.
            NameTaken, SavedMeanwhile, NotFound: somebody else was first. ``SavedMeanwhile.theirs`` is the
                connector where its address is no longer the one that was tested.
            StillInUse: it was activated meanwhile, and its configuration would change.
            OperationCancelled: by the watch.
        """

    def test_saved(self, connection_id: str, watch: Watch) -> ConnectionTest:
        """Test a saved connection as the connector keeps it (resent once if it lost it); remember it.

        Raises:
            NotFound: the connection is gone.
            OperationCancelled: by the watch.
        """

    def duplicate_connection(self, connection_id: str, name: str) -> ErpConnection:
        """Copy a connection under another name with its configuration and secrets; inactive, untested.

        Raises:
            NotFound: the connection is gone.
            InvalidInput: the name is none, or taken (NameTaken).
            SecretError: the keyring did not give or take a secret.
        """

    def set_active(self, connection_id: str, active: bool, watch: Watch) -> tuple[Problem, ...]:
        """Switch a connection on, after a test of it, or off. Returns each reason why not; empty: done."""

    def delete_connection(self, connection_id: str) -> None:
        """Hide a connection; connector and keyring keep what they have. Raises StillInUse if active."""

    def restore_connection(self, connection_id: str) -> None:
        """Show a deleted connection again.

        Raises:
            NameTaken: its name was given meanwhile.
            StillInUse: its connector is deleted too.
        """

    def purge_connection(self, connection_id: str, watch: Watch) -> Problem | None:
        """Remove a deleted connection for ever, at its connector, in the keyring and here.

        Returns:
            Why the connector could not be told, or None. The purge is done all the same.
        """

    # Users and groups

    def directory(self) -> Directory:
        """All users and groups."""

    def save_group(self, group: Group) -> Group:
        """Add (``id`` empty) or rename a group. Raises InvalidInput, NameTaken, SavedMeanwhile, NotFound."""

    def save_user(self, user: User) -> User:
        """Add (``id`` empty) or change a user. Raises InvalidInput, NameTaken, SavedMeanwhile, NotFound."""

    def remove_from_directory(self, entry_ids: frozenset[str]) -> None:
        """Remove users and groups. Raises StillInUse with the connections that are for one of them."""

    def import_directory(self, entries: tuple[ImportedEntry, ...]) -> tuple[int, int]:
        """Add what is not there and update the rest, in one transaction. Returns (added, updated)."""
