"""``Workspace``: what the screens talk to, whatever is behind it.

Every method may block (disk, keyring, network) and is called off the GUI thread; several threads may use
a workspace at once. Every method raises ``WorkspaceError`` where the storage fails, besides what it names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from erpsync_desktop.model.directory import Directory

if TYPE_CHECKING:  # what only the types name need not be there before the first rows are
    from collections.abc import Callable, Collection, Iterable, Mapping

    from erpsync_desktop.model.catalogue import Catalogue, CatalogueFile, CrmField, CrmList
    from erpsync_desktop.model.connection import ErpConnection
    from erpsync_desktop.model.connector import ConnectorCheck, ConnectorDraft, SyncConnector
    from erpsync_desktop.model.directory import Group, User
    from erpsync_desktop.model.directory_csv import ImportedEntry
    from erpsync_desktop.model.draft import ConnectionDraft
    from erpsync_desktop.model.erp_schema import ErpList, ErpSchema
    from erpsync_desktop.model.errors import Problem
    from erpsync_desktop.model.metadata import FieldMetadata, ListItem
    from erpsync_desktop.model.outcome import ConnectionTest
    from erpsync_desktop.model.sync_setup import ListMapping, ListPair, SyncContext, SyncSetup
    from erpsync_desktop.model.watch import Watch


class Capability(Enum):
    """What a kind of workspace can do beyond the rest."""

    EDIT_DIRECTORY = auto()
    """Users and groups are kept here and can be edited."""
    EDIT_CATALOGUE = auto()
    """User-defined fields and lists of SuperOffice are described here and can be edited."""
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

        Where the configuration changed, what the ERP has is read afterwards as far as it can be, and its
        known fields are mapped by themselves, without a direction; a failure of that fails no save.

        Args:
            draft: a complete draft (``missing()`` is empty).
            watch: told the stages; a cancel undoes what was done. From ``Stage.READING_ERP`` on it is saved,
                and a cancel only ends the reading.
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

        The copy has all that is configured, but no direction for SuperOffice fields that go one way to
        SuperOffice in the original: two connections may not both have those, so each would bar the other.

        Raises:
            NotFound: the connection is gone.
            InvalidInput: the name is none, or taken (NameTaken).
            SecretError: the keyring did not give or take a secret.
        """

    def set_active(self, connection_id: str, active: bool, watch: Watch) -> tuple[Problem, ...]:
        """Switch a connection on or off. Returns each reason why not; empty: done.

        Switching on tests the saved connection, and checks mappings, defaults and list mappings against what
        its ERP has now. The reasons' ``field`` and ``params`` say where each is put right.

        Raises:
            NotFound: the connection is gone.
            OperationCancelled: by the watch.
        """

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

    # What is synchronised

    def sync_context(self, connection_id: str, watch: Watch, *, ask: bool = True) -> SyncContext:
        """All that the dialogs of one connection need to know.

        Known fields of actor types that were first read while the connection was active are mapped now, if it
        is not active any more.

        Args:
            connection_id: a connection that is not deleted.
            watch: told the stages.
            ask: ask the connector for what was never read of it (actor types, fields, searchable fields).
                What it does not answer becomes a problem of the schema, or of one actor type of it. A
                connection that the connector lost is sent again, once.

        Raises:
            NotFound: the connection is gone.
            OperationCancelled: by the watch.
        """

    def read_erp(self, connection_id: str, watch: Watch) -> ErpSchema:
        """Ask the connector anew what its ERP has; nothing is taken over. Failures as in ``sync_context``."""

    def take_erp(self, connection_id: str, schema: ErpSchema) -> SyncContext:
        """Take over what ``read_erp`` gave. Of what is configured, fields that are gone stay, marked.

        Raises:
            StillInUse: the connection is active (SETUP_LOCKED).
            SavedMeanwhile: it was configured otherwise since (ERP_READ_BEFORE); ``theirs`` is the connection.
            NotFound: it is gone.
        """

    def save_setup(self, connection_id: str, before: SyncSetup, after: SyncSetup) -> SyncSetup:
        """Save mappings, ranks and defaults in one transaction.

        What somebody else changed meanwhile in another part of the setup stays (``setup_merge``).

        Args:
            connection_id: whose.
            before: as it was opened.
            after: as it is to be.

        Returns:
            The setup as it is saved now, completed.

        Raises:
            SavedMeanwhile: the same part was changed meanwhile; ``theirs`` is the setup as it is now.
            InvalidInput: what changed (a switch, a field, a direction, what is shown, a default) is against
                the rules.
            StillInUse: the connection is active (SETUP_LOCKED), and more than the rank changed.
            NotFound: it is gone.
        """

    def erp_lists(
        self, connection_id: str, names: Collection[str], watch: Watch, *, anew: bool = False
    ) -> Mapping[str, ErpList]:
        """Lists of the ERP by name: those that are kept, and from the connector those that are not.

        What is read for the first time is kept. With ``anew`` all are read, and nothing is taken over. A list
        that cannot be read has a problem.

        Raises:
            NotFound: the connection is gone.
            OperationCancelled: by the watch.
        """

    def take_lists(self, connection_id: str, lists: Iterable[ErpList]) -> None:
        """Take over lists that ``erp_lists`` read anew. Raises as ``take_erp`` does."""

    def list_pairs(self, connection_id: str, watch: Watch) -> tuple[ListPair, ...]:
        """The lists of the mapped list fields, by name. Raises NotFound, OperationCancelled."""

    def save_list_mappings(
        self, connection_id: str, mappings: Iterable[ListMapping]
    ) -> tuple[ListMapping, ...]:
        """Save list mappings in one transaction; each names the version that it was made from.

        Raises:
            ValueError: two of them are of the same two lists.
            SavedMeanwhile: somebody else saved one of them; ``theirs`` are all of these as they are now.
            InvalidInput: an item is chosen twice (LIST_ITEMS_TWICE).
            StillInUse: the connection is active (SETUP_LOCKED).
            NotFound: it is gone.
        """

    def save_priorities(self, before: tuple[str, ...], after: tuple[str, ...]) -> None:
        """Save the order of the connections (ids, the most important first).

        Connections that were added meanwhile stay last; those that are gone are left out.

        Raises:
            SavedMeanwhile: somebody else changed the order (PRIORITY_CHANGED); ``theirs`` are the ids.
        """

    # What SuperOffice offers

    def catalogue(self) -> Catalogue:
        """Its fields and lists."""

    def save_crm_field(self, crm: CrmField, before: CrmField | None) -> CrmField:
        """Add a user-defined field (``before`` None), or change one.

        Raises:
            InvalidInput: it cannot be taken.
            SavedMeanwhile: somebody else changed it; ``theirs`` is the field as it is now.
            StillInUse: it would get another key, type or list, and active connections synchronise it.
            NotFound: it is gone.
        """

    def remove_crm_fields(self, fields: Collection[CrmField]) -> None:
        """Remove user-defined fields. Mappings to them stay, marked, until they are unmapped.

        Raises:
            InvalidInput: one of them is a standard field.
            StillInUse: active connections synchronise one of them (CRM_FIELD_SYNCHRONISED).
        """

    def save_crm_list(self, crm: CrmList, before: CrmList | None) -> CrmList:
        """Add a user-defined list (``before`` None), or change the items of any.

        Raises as for a field; ``StillInUse`` where active connections synchronise items that would go.
        """

    def remove_crm_list(self, name: str) -> None:
        """Remove a user-defined list, or put a standard one back.

        Raises:
            StillInUse: fields use it, or active connections synchronise items that would be removed.
            InvalidInput: it is a standard list as it was.
            NotFound: it is gone.
        """

    def import_catalogue(self, contents: CatalogueFile) -> tuple[int, int]:
        """Add what is not there and update the rest, in one transaction. Returns (added, updated).

        Raises:
            InvalidInput: with every problem of the contents.
            StillInUse: active connections synchronise what would be taken away by it.
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
