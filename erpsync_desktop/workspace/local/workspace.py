"""``LocalWorkspace``: connectors and connections in a database of one's own, connectors called directly.

What only a later deed needs is imported with it, so that a workspace is open and read soon.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from erpsync_desktop.model.connector import ConnectorCheck, ConnectorState, SyncConnector, check_url
from erpsync_desktop.model.errors import (
    ConnectorError,
    ErpSyncError,
    OperationCancelled,
    Problem,
    ProblemCode,
    SecretError,
)
from erpsync_desktop.model.watch import Stage
from erpsync_desktop.workspace.local import connections as connection_rows
from erpsync_desktop.workspace.local import connectors as connector_rows
from erpsync_desktop.workspace.local import directory as directory_rows
from erpsync_desktop.workspace.local.calls import site_missing
from erpsync_desktop.workspace.local.changes import Changed
from erpsync_desktop.workspace.local.connections import Connections
from erpsync_desktop.workspace.local.connectors import Connectors
from erpsync_desktop.workspace.local.directory import DirectoryTables
from erpsync_desktop.workspace.protocol import Capability, Contents

if TYPE_CHECKING:
    from erpsync_desktop.model.catalogue import Catalogue, CatalogueFile, CrmField, CrmList
    from erpsync_desktop.model.connection import ErpConnection
    from erpsync_desktop.model.connector import ConnectorDraft
    from erpsync_desktop.model.directory import Directory, Group, User
    from erpsync_desktop.model.directory_csv import ImportedEntry
    from erpsync_desktop.model.draft import ConnectionDraft
    from erpsync_desktop.model.erp_schema import ErpList, ErpSchema
    from erpsync_desktop.model.metadata import FieldMetadata, ListItem
    from erpsync_desktop.model.outcome import ConnectionTest
    from erpsync_desktop.model.sync_setup import ListMapping, ListPair, SyncContext, SyncSetup
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local.activation import Activation
    from erpsync_desktop.workspace.local.calls import ClientFactory, ConnectorCalls
    from erpsync_desktop.workspace.local.catalogue import CatalogueTables
    from erpsync_desktop.workspace.local.copying import Copying
    from erpsync_desktop.workspace.local.lists import Lists
    from erpsync_desktop.workspace.local.saving import Saving
    from erpsync_desktop.workspace.local.setups import Setups
    from erpsync_desktop.workspace.local.store import Store
    from erpsync_desktop.workspace.local.testing import Testing

_log = logging.getLogger(__name__)


class LocalWorkspace:
    """What the protocol ``Workspace`` says, over one database. Made by ``open_local_workspace``."""

    def __init__(self, store: Store, secrets: SecretStore, client: ClientFactory) -> None:
        self._store = store
        self._secrets = secrets
        self._client = client
        self._changed = Changed()
        self._connectors = Connectors(store)
        self._connections = Connections(store)
        self._directory = DirectoryTables(store)

    @cached_property
    def _testing(self) -> Testing:
        from erpsync_desktop.workspace.local.testing import Testing

        return Testing(self._store, self._secrets, self._client)

    @cached_property
    def _saving(self) -> Saving:
        from erpsync_desktop.workspace.local.saving import Saving

        return Saving(self._store, self._secrets, self._client)

    @cached_property
    def _copying(self) -> Copying:
        from erpsync_desktop.workspace.local.copying import Copying

        return Copying(self._store, self._secrets, self._client)

    @cached_property
    def _catalogue(self) -> CatalogueTables:
        from erpsync_desktop.workspace.local.catalogue import CatalogueTables

        return CatalogueTables(self._store)

    @cached_property
    def _activation(self) -> Activation:
        from erpsync_desktop.workspace.local.activation import Activation

        return Activation(self._store, self._secrets, self._client, self._testing)

    @cached_property
    def _setups(self) -> Setups:
        from erpsync_desktop.workspace.local.setups import Setups

        return Setups(self._store, self._secrets, self._client)

    @cached_property
    def _lists(self) -> Lists:
        from erpsync_desktop.workspace.local.lists import Lists

        return Lists(self._store, self._secrets, self._client)

    @property
    def title(self) -> str:
        """The path of the file."""
        return self._store.title

    @property
    def capabilities(self) -> frozenset[Capability]:
        """Users and groups are kept here, and what SuperOffice offers."""
        return frozenset({Capability.EDIT_DIRECTORY, Capability.EDIT_CATALOGUE})

    def subscribe(self, changed: Callable[[], None]) -> Callable[[], None]:
        """See ``Workspace``."""
        return self._changed.subscribe(changed)

    def close(self) -> None:
        """See ``Workspace``."""
        self._store.close()

    def tidy(self) -> None:
        """See ``Workspace``."""
        from erpsync_desktop.workspace.local.secrets_journal import tidy

        tidy(self._store, self._secrets)

    def contents(self, *, deleted: bool = False) -> Contents:
        """See ``Workspace``."""
        with self._store.read() as database:
            return Contents(
                connector_rows.load_all(database, deleted=deleted),
                connection_rows.load_all(database, deleted=deleted),
                directory_rows.load_all(database),
            )

    # Sync Connectors

    def connector_draft(self, connector_id: str | None = None) -> ConnectorDraft:
        """See ``Workspace``."""
        return self._connectors.draft(connector_id)

    def check_connector(self, url: str, watch: Watch) -> ConnectorCheck:
        """See ``Workspace``."""
        url = url.strip()
        if problem := check_url(url):
            return ConnectorCheck(url, ConnectorState.DOES_NOT_ANSWER, datetime.now(UTC), problem)
        if SyncConnector("", "", url).needs_site:
            return ConnectorCheck(url, ConnectorState.NEEDS_SITE, datetime.now(UTC), site_missing())
        return replace(self._client(url).check(watch), url=url)

    def save_connector(self, draft: ConnectorDraft) -> SyncConnector:
        """See ``Workspace``."""
        saved = self._connectors.save(draft)
        self._changed.tell()
        return saved

    def delete_connector(self, connector_id: str) -> None:
        """See ``Workspace``."""
        self._connectors.delete(connector_id)
        self._changed.tell()

    def restore_connector(self, connector_id: str) -> None:
        """See ``Workspace``."""
        self._connectors.restore(connector_id)
        self._changed.tell()

    def purge_connector(self, connector_id: str) -> None:
        """See ``Workspace``."""
        self._connectors.purge(connector_id)
        self._changed.tell()

    # ERP connections

    def connection_draft(self, connection_id: str | None = None) -> ConnectionDraft:
        """See ``Workspace``."""
        from erpsync_desktop.model.draft import ConnectionDraft
        from erpsync_desktop.workspace.local.testing import known

        if connection_id is None:
            new_id = str(uuid.uuid4())
            with self._store.read() as database:
                return ConnectionDraft(new_id, taken=connection_rows.taken_names(database, new_id))
        with self._store.read() as database:
            subject = known(database, connection_id)
            taken = connection_rows.taken_names(database, connection_id)
        lost, problem = self._lost_secrets(subject.items)
        return ConnectionDraft.of(
            subject.saved,
            subject.connector,
            taken=taken,
            lost=lost,
            left_empty=subject.empty,
            secret_problem=problem,
        )

    def _lost_secrets(self, items: dict[str, str]) -> tuple[frozenset[str], Problem | None]:
        """Whose secret is gone, and why the keyring could not be asked."""
        lost: set[str] = set()
        asked = {key: item for key, item in items.items() if not self._secrets.in_session(item)}
        try:
            for key, item in asked.items():
                if self._secrets.get(item) is None:
                    lost.add(key)
        except SecretError as error:
            # A locked keyring still has them; without one they are gone.
            missing = error.problem.code is ProblemCode.KEYRING_MISSING
            return frozenset(asked if missing else lost), error.problem
        return frozenset(lost), None

    def configuration_fields(self, connector: SyncConnector, watch: Watch) -> tuple[FieldMetadata, ...]:
        """See ``Workspace``."""
        return self._client_of(connector).get_config_data(watch)

    def list_items(self, connector: SyncConnector, list_name: str, watch: Watch) -> tuple[ListItem, ...]:
        """See ``Workspace``."""
        return self._client_of(connector).get_list(None, list_name, watch)

    def _client_of(self, connector: SyncConnector) -> ConnectorCalls:
        if connector.needs_site:
            raise ConnectorError(site_missing())
        return self._client(connector.url)

    def test(self, draft: ConnectionDraft, watch: Watch) -> ConnectionTest:
        """See ``Workspace``."""
        return self._testing.draft(draft, watch)

    def save(
        self, draft: ConnectionDraft, watch: Watch, *, secrets_for_session: bool = False
    ) -> ErpConnection:
        """See ``Workspace``."""
        saved = self._saving.save(draft, watch, for_session=secrets_for_session)
        if draft.configuration_changed:
            try:
                watch.enter(Stage.READING_ERP)
                self._setups.after_save(saved.id, watch)
            except (ErpSyncError, OperationCancelled) as error:  # it is saved, and can be read later
                _log.info("what the ERP has was not read after a save: %s", type(error).__name__)
            except Exception as error:  # noqa: BLE001  whatever it is: the connection is saved
                _log.warning("what the ERP has could not be read after a save: %s", type(error).__name__)
        self._changed.tell()
        return saved

    def test_saved(self, connection_id: str, watch: Watch) -> ConnectionTest:
        """See ``Workspace``."""
        test = self._testing.saved(connection_id, watch)
        self._changed.tell()
        return test

    def duplicate_connection(self, connection_id: str, name: str) -> ErpConnection:
        """See ``Workspace``."""
        copy = self._copying.duplicate(connection_id, name)
        self._changed.tell()
        return copy

    def set_active(self, connection_id: str, active: bool, watch: Watch) -> tuple[Problem, ...]:
        """See ``Workspace``."""
        reasons: tuple[Problem, ...] = ()
        if active:
            reasons = self._activation.activate(connection_id, watch)
        else:
            self._connections.deactivate(connection_id)
        self._changed.tell()  # also when refused: the test is in the history
        return reasons

    def delete_connection(self, connection_id: str) -> None:
        """See ``Workspace``."""
        self._connections.delete(connection_id)
        self._changed.tell()

    def restore_connection(self, connection_id: str) -> None:
        """See ``Workspace``."""
        self._connections.restore(connection_id)
        self._changed.tell()

    def purge_connection(self, connection_id: str, watch: Watch) -> Problem | None:
        """See ``Workspace``."""
        problem = self._copying.purge(connection_id, watch)
        self._changed.tell()
        return problem

    # What SuperOffice offers

    def catalogue(self) -> Catalogue:
        """See ``Workspace``."""
        return self._catalogue.load()

    def save_crm_field(self, crm: CrmField, before: CrmField | None) -> CrmField:
        """See ``Workspace``."""
        saved = self._catalogue.save_field(crm, before)
        self._changed.tell()
        return saved

    def remove_crm_fields(self, fields: Collection[CrmField]) -> None:
        """See ``Workspace``."""
        self._catalogue.remove_fields(fields)
        self._changed.tell()

    def save_crm_list(self, crm: CrmList, before: CrmList | None) -> CrmList:
        """See ``Workspace``."""
        saved = self._catalogue.save_list(crm, before)
        self._changed.tell()
        return saved

    def remove_crm_list(self, name: str) -> None:
        """See ``Workspace``."""
        self._catalogue.remove_list(name)
        self._changed.tell()

    def import_catalogue(self, contents: CatalogueFile) -> tuple[int, int]:
        """See ``Workspace``."""
        counts = self._catalogue.import_file(contents)
        self._changed.tell()
        return counts

    # What is synchronised

    def sync_context(self, connection_id: str, watch: Watch, *, ask: bool = True) -> SyncContext:
        """See ``Workspace``."""
        context, changed = self._setups.context(connection_id, watch, ask=ask)
        if changed:
            self._changed.tell()
        return context

    def read_erp(self, connection_id: str, watch: Watch) -> ErpSchema:
        """See ``Workspace``."""
        return self._setups.read(connection_id, watch)

    def take_erp(self, connection_id: str, schema: ErpSchema) -> SyncContext:
        """See ``Workspace``."""
        context = self._setups.take(connection_id, schema)
        self._changed.tell()
        return context

    def save_setup(self, connection_id: str, before: SyncSetup, after: SyncSetup) -> SyncSetup:
        """See ``Workspace``."""
        saved = self._setups.save(connection_id, before, after)
        self._changed.tell()
        return saved

    def erp_lists(
        self, connection_id: str, names: Collection[str], watch: Watch, *, anew: bool = False
    ) -> Mapping[str, ErpList]:
        """See ``Workspace``."""
        return self._lists.read(connection_id, names, watch, anew=anew)

    def take_lists(self, connection_id: str, lists: Iterable[ErpList]) -> None:
        """See ``Workspace``."""
        self._lists.take(connection_id, lists)
        self._changed.tell()

    def list_pairs(self, connection_id: str, watch: Watch) -> tuple[ListPair, ...]:
        """See ``Workspace``."""
        return self._lists.pairs(connection_id, watch)

    def save_list_mappings(
        self, connection_id: str, mappings: Iterable[ListMapping]
    ) -> tuple[ListMapping, ...]:
        """See ``Workspace``."""
        saved = self._lists.save(connection_id, mappings)
        self._changed.tell()
        return saved

    def save_priorities(self, before: tuple[str, ...], after: tuple[str, ...]) -> None:
        """See ``Workspace``."""
        from erpsync_desktop.workspace.local.priorities import save_priorities

        save_priorities(self._store, before, after)
        self._changed.tell()

    # Users and groups

    def directory(self) -> Directory:
        """See ``Workspace``."""
        with self._store.read() as database:
            return directory_rows.load_all(database)

    def save_group(self, group: Group) -> Group:
        """See ``Workspace``."""
        saved = self._directory.save_group(group)
        self._changed.tell()
        return saved

    def save_user(self, user: User) -> User:
        """See ``Workspace``."""
        saved = self._directory.save_user(user)
        self._changed.tell()
        return saved

    def remove_from_directory(self, entry_ids: frozenset[str]) -> None:
        """See ``Workspace``."""
        self._directory.remove(entry_ids)
        self._changed.tell()

    def import_directory(self, entries: tuple[ImportedEntry, ...]) -> tuple[int, int]:
        """See ``Workspace``."""
        counts = self._directory.import_entries(entries)
        self._changed.tell()
        return counts
