"""Mappings, ranks and defaults of a connection, and the snapshot of its ERP that they go by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from erpsync_desktop.model.erp_schema import ActorSchema, ErpSchema, searched, taken
from erpsync_desktop.model.errors import InvalidInput, Problem, ProblemCode, SavedMeanwhile
from erpsync_desktop.model.mapping import rules_of
from erpsync_desktop.model.setup_merge import SetupMerge
from erpsync_desktop.model.sync_setup import SyncContext, SyncSetup, completed
from erpsync_desktop.workspace.local.changes import Change, record
from erpsync_desktop.workspace.local.context import (
    is_current,
    load_context,
    refuse_active,
    refuse_other_source,
    source_of,
)
from erpsync_desktop.workspace.local.erp_reading import ErpReading
from erpsync_desktop.workspace.local.list_rows import list_names, write_lists
from erpsync_desktop.workspace.local.setup_changes import write_changes
from erpsync_desktop.workspace.local.setup_rows import write_setup
from erpsync_desktop.workspace.local.setup_rules import setup_problems
from erpsync_desktop.workspace.local.testing import Known, known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Connection

    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local.calls import ClientFactory
    from erpsync_desktop.workspace.local.store import Store


class Setups:
    """What the dialogs of a connection read and save, but for lists."""

    def __init__(self, store: Store, secrets: SecretStore, client: ClientFactory) -> None:
        self._store = store
        self._secrets = secrets
        self._client = client

    def context(self, connection_id: str, watch: Watch, *, ask: bool) -> tuple[SyncContext, bool]:
        """See ``Workspace.sync_context``; and whether what is kept has changed by it."""
        with self._store.read() as database:
            subject = known(database, connection_id)
            context = load_context(database, connection_id)
        if not context.connection.active and any(one.to_map for one in context.erp.actors):
            self._map_late(connection_id)
            return self.context(connection_id, watch, ask=ask)[0], True
        wanted, search = _unread(context.erp), _unsearched(context.erp)
        if not ask or (wanted == () and not search):
            return context, False
        read = self._asked(subject, watch, lambda reading: _read(reading, wanted, search))
        with self._store.write() as database:
            now = load_context(database, connection_id)
            if not is_current(database, subject):
                return now, False
            return _keep(database, now, _still_wanted(now, read))

    def _map_late(self, connection_id: str) -> None:
        """Map what was first read while the connection was active."""
        with self._store.write() as database:
            context = load_context(database, connection_id)
            if not context.connection.active:
                _keep(database, context, context.erp)

    def read(self, connection_id: str, watch: Watch) -> ErpSchema:
        """Ask the connector anew; nothing is taken over."""
        with self._store.read() as database:
            subject = known(database, connection_id)
        return replace(self._asked(subject, watch, ErpReading.schema), source=source_of(subject))

    def take(self, connection_id: str, schema: ErpSchema) -> SyncContext:
        """Take over what was read."""
        with self._store.write() as database:
            context = load_context(database, connection_id)
            refuse_active(context.connection)
            refuse_other_source(database, connection_id, (schema,))
            return _keep(database, context, _taken(context, schema))[0]

    def after_save(self, connection_id: str, watch: Watch) -> None:
        """Read what the ERP has after a connection was configured, and map its known fields."""
        with self._store.read() as database:
            subject = known(database, connection_id)
            kept = list_names(database, connection_id)
        reading = ErpReading(self._store, self._secrets, self._client, subject, watch)
        try:
            schema = reading.schema()
            lists = reading.lists(kept if schema.problem is None else ())
        finally:
            reading.settle()
        with self._store.write() as database:
            context = load_context(database, connection_id)
            if is_current(database, subject) and not context.connection.active:
                _keep(database, context, _taken(context, schema), with_save=True)
                write_lists(database, connection_id, lists.values())

    def save(self, connection_id: str, before: SyncSetup, after: SyncSetup) -> SyncSetup:
        """See ``Workspace.save_setup``."""
        with self._store.write() as database:
            context = load_context(database, connection_id)
            theirs = context.setup
            merge = SetupMerge(before, after, theirs)
            if merge.conflicts():
                params = {"name": context.connection.name}
                raise SavedMeanwhile(Problem(ProblemCode.SAVED_MEANWHILE, params), theirs)
            mine = completed(merge.merged(), context.erp)
            if mine == theirs:
                return theirs
            if _unranked(mine) != _unranked(theirs):
                refuse_active(context.connection)
            if problems := setup_problems(context, mine):
                raise InvalidInput(*problems)
            record(database, Change.SETUP_SAVED, connection_id, context.connection.name)
            if write_changes(database, connection_id, theirs, mine):
                return mine
            return write_setup(database, connection_id, context.erp, mine)[1]

    def _asked(self, subject: Known, watch: Watch, ask: Callable[[ErpReading], ErpSchema]) -> ErpSchema:
        reading = ErpReading(self._store, self._secrets, self._client, subject, watch)
        try:
            return ask(reading)
        finally:
            reading.settle()


def _unread(erp: ErpSchema) -> tuple[str, ...] | None:
    """The actor types of which nothing was ever read; None for all, whatever they are."""
    if erp.read_at is None:
        return None
    return tuple(one.actor_type for one in erp.actors if one.problem is not None and not one.present)


def _unsearched(erp: ErpSchema) -> tuple[ActorSchema, ...]:
    """The actor types of which what can be searched could not be asked."""
    return tuple(one for one in erp.actors if one.search_problem is not None)


def _read(reading: ErpReading, wanted: tuple[str, ...] | None, search: tuple[ActorSchema, ...]) -> ErpSchema:
    """What was wanted."""
    if wanted is None:
        return reading.schema()
    return ErpSchema((*reading.actors(wanted), *reading.searched(search)))


def _taken(context: SyncContext, read: ErpSchema) -> ErpSchema:
    """What to keep of a whole reading."""
    return taken(context.erp, read, context.setup.in_use())


def _still_wanted(context: SyncContext, read: ErpSchema) -> ErpSchema:
    """What is kept now, with what was read of it unless somebody else has read it meanwhile."""
    unread = _unread(context.erp)
    if unread is None:
        return _taken(context, read)
    wanted = set(unread)
    before = ErpSchema(tuple(one for one in context.erp.actors if one.actor_type in wanted))
    after = ErpSchema(tuple(one for one in read.actors if one.actor_type in wanted))
    found = {one.actor_type: one for one in taken(before, after, context.setup.in_use()).actors}
    found |= {one.actor_type: searched(one, read) for one in _unsearched(context.erp)}
    actors = tuple(found.get(one.actor_type, one) for one in context.erp.actors)
    return replace(context.erp, actors=actors)


def _keep(
    database: Connection, context: SyncContext, erp: ErpSchema, *, with_save: bool = False
) -> tuple[SyncContext, bool]:
    """Keep what was read, and map the known fields of each type that is read for the first time.

    With a save, which has a record of its own, those of all types are mapped; while the connection is active
    they are noted, to be mapped later.
    """
    active, every = context.connection.active, with_save or context.erp.read_at is None
    types = {one.actor_type for one in erp.actors if every or _is_new(context.erp, one.actor_type)}
    noted = (replace(one, to_map=active and one.actor_type in types) for one in erp.actors)
    erp = replace(erp, actors=tuple(noted))
    now = replace(context, erp=erp, setup=completed(context.setup, erp))
    if not active:
        now = replace(now, setup=_mapped(now, types))
    if (now.erp, now.setup) == (context.erp, context.setup):
        return now, False
    if not with_save:
        record(database, Change.ERP_TAKEN, context.connection.id, context.connection.name)
    erp, setup = write_setup(database, context.connection.id, erp, now.setup)
    return replace(now, erp=erp, setup=setup), True


def _is_new(before: ErpSchema, actor_type: str) -> bool:
    known_so_far = before.actor(actor_type)
    if known_so_far is None or known_so_far.to_map:
        return True
    return not known_so_far.by_key.keys() - known_so_far.gone


def _mapped(context: SyncContext, actor_types: Iterable[str]) -> SyncSetup:
    """The setup with the known fields of these types mapped."""
    setup = context.setup
    for actor_type in actor_types:
        if (mapping := setup.actor(actor_type)) is not None:
            setup = setup.with_actor(rules_of(context, mapping).automatic())
    return setup


def _unranked(setup: SyncSetup) -> object:
    """The setup without the order of the fields."""
    return {
        actor.actor_type: (actor.active, {one.erp_key: one for one in actor.fields}) for actor in setup.actors
    }
