"""List mappings of a connection, and the lists of its ERP that they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from erpsync_desktop.model.errors import InvalidInput, Problem, ProblemCode, SavedMeanwhile
from erpsync_desktop.model.list_mapping import PairUse, pairs_in_use
from erpsync_desktop.model.sync_setup import ListMapping, ListPair, SyncContext
from erpsync_desktop.workspace.local.changes import Change, record
from erpsync_desktop.workspace.local.connections import load
from erpsync_desktop.workspace.local.context import (
    is_current,
    load_context,
    refuse_active,
    refuse_other_source,
    source_of,
)
from erpsync_desktop.workspace.local.erp_reading import ErpReading
from erpsync_desktop.workspace.local.list_rows import (
    load_lists,
    load_mappings,
    mapping_versions,
    write_lists,
    write_mapping,
)
from erpsync_desktop.workspace.local.testing import known

if TYPE_CHECKING:
    from erpsync_desktop.model.erp_schema import ErpList
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local.calls import ClientFactory
    from erpsync_desktop.workspace.local.store import Store


class Lists:
    """What the List mapping dialog of a connection reads and saves."""

    def __init__(self, store: Store, secrets: SecretStore, client: ClientFactory) -> None:
        self._store = store
        self._secrets = secrets
        self._client = client

    def read(
        self, connection_id: str, names: Collection[str], watch: Watch, *, anew: bool = False
    ) -> Mapping[str, ErpList]:
        """See ``Workspace.erp_lists``."""
        with self._store.read() as database:
            subject = known(database, connection_id)
            kept = {} if anew else load_lists(database, connection_id, names)
        missing = [name for name in dict.fromkeys(names) if name not in kept]
        if not missing:
            return kept
        reading = ErpReading(self._store, self._secrets, self._client, subject, watch)
        try:
            read = reading.lists(missing)
        finally:
            reading.settle()
        if not anew:
            with self._store.write() as database:
                if is_current(database, subject):
                    write_lists(database, connection_id, read.values())
        source = source_of(subject)
        return kept | {name: replace(one, source=source) for name, one in read.items()}

    def take(self, connection_id: str, lists: Iterable[ErpList]) -> None:
        """Take over lists that were read anew."""
        with self._store.write() as database:
            saved = load(database, connection_id)
            refuse_active(saved)
            lists = tuple(lists)
            refuse_other_source(database, connection_id, lists)
            write_lists(database, connection_id, lists)
            record(database, Change.ERP_LISTS_TAKEN, connection_id, saved.name)

    def pairs(self, connection_id: str, watch: Watch) -> tuple[ListPair, ...]:
        """The lists of the mapped list fields, by name."""
        with self._store.read() as database:
            context = load_context(database, connection_id)
        uses = pairs_in_use(context)
        lists = self.read(connection_id, {use.erp_list for use in uses}, watch) if uses else {}
        with self._store.read() as database:
            mappings = load_mappings(database, connection_id)
        return tuple(pair_of(context, use, lists, mappings) for use in uses)

    def save(self, connection_id: str, mappings: Iterable[ListMapping]) -> tuple[ListMapping, ...]:
        """See ``Workspace.save_list_mappings``."""
        given = [replace(one, items=_chosen(one.items)) for one in mappings]
        if len({one.pair for one in given}) < len(given):
            raise ValueError("each two lists have one mapping")
        if problems := [problem for one in given if (problem := _twice(one))]:
            raise InvalidInput(*problems)
        with self._store.write() as database:
            saved = load(database, connection_id)
            versions = mapping_versions(database, connection_id)
            if any(versions.get(one.pair, 0) != one.version for one in given):
                now = load_mappings(database, connection_id, {one.pair for one in given})
                theirs = tuple(now.get(one.pair, ListMapping(*one.pair)) for one in given)
                raise SavedMeanwhile(Problem(ProblemCode.SAVED_MEANWHILE, {"name": saved.name}), theirs)
            refuse_active(saved)
            written = tuple(replace(one, version=one.version + 1) for one in given)
            for one in written:
                write_mapping(database, connection_id, one)
            if written:
                record(database, Change.LISTS_MAPPED, connection_id, saved.name)
        return written


def pair_of(
    context: SyncContext,
    use: PairUse,
    lists: Mapping[str, ErpList],
    mappings: Mapping[tuple[str, str], ListMapping],
) -> ListPair:
    """Two lists with all that is known of them."""
    pair = (use.erp_list, use.crm_list)
    return ListPair(
        erp=lists[use.erp_list],
        crm=context.crm.list(use.crm_list),
        mapping=mappings.get(pair) or ListMapping(*pair),
        fields=use.fields,
        in_use=use.in_use,
    )


def _chosen(items: Mapping[str, str]) -> dict[str, str]:
    return {erp_key: crm_key for erp_key, crm_key in items.items() if crm_key}


def _twice(mapping: ListMapping) -> Problem | None:
    """That an item of SuperOffice stands for several of the ERP."""
    if len(set(mapping.items.values())) == len(mapping.items):
        return None
    count = sum(uses for uses in Counter(mapping.items.values()).values() if uses > 1)
    params: dict[str, str | int] = {"erp_list": mapping.erp_list, "crm_list": mapping.crm_list}
    params |= {"label": mapping.erp_list, "count": count}
    return Problem(ProblemCode.LIST_ITEMS_TWICE, params, field="list")
