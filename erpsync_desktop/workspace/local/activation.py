"""Switching a connection on: its test, and whether what is configured suits the ERP as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from erpsync_desktop.model.erp_schema import ErpList, ErpSchema, taken
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.list_mapping import default_lists, default_reasons, list_reasons, pairs_in_use
from erpsync_desktop.model.mapping import activation_reasons
from erpsync_desktop.model.sync_setup import ListMapping, SyncContext, completed
from erpsync_desktop.workspace.local.calls import refusal
from erpsync_desktop.workspace.local.changes import Change, record
from erpsync_desktop.workspace.local.connections import set_columns
from erpsync_desktop.workspace.local.context import is_current, load_context
from erpsync_desktop.workspace.local.erp_reading import ErpReading
from erpsync_desktop.workspace.local.list_rows import load_lists, load_mappings, mapping_versions
from erpsync_desktop.workspace.local.lists import pair_of
from erpsync_desktop.workspace.local.testing import Known, Testing, known

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from erpsync_desktop.model.outcome import ConnectionTest
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local.calls import ClientFactory
    from erpsync_desktop.workspace.local.store import Store

_NOT_READ = {ProblemCode.ACTOR_NOT_READ, ProblemCode.LIST_NOT_READ}


@dataclass(frozen=True)
class _Subject:
    """A connection with all that counts for its activation, of one moment."""

    known: Known
    context: SyncContext
    mappings: Mapping[tuple[str, str], ListMapping]
    lists: Mapping[str, ErpList]

    @property
    def switched_on(self) -> frozenset[str]:
        """The actor types that are synchronised."""
        return frozenset(actor.actor_type for actor in self.context.setup.actors if actor.active)


@dataclass(frozen=True)
class _Found:
    """What the ERP has at the moment.

    Attributes:
        schema: the actor types that are switched on.
        types: their names, whether the ERP has them or not.
        lists: those that are in use.
    """

    schema: ErpSchema = field(default_factory=ErpSchema)
    types: frozenset[str] = frozenset()
    lists: Mapping[str, ErpList] = field(default_factory=dict)

    def serves(self, context: SyncContext) -> bool:
        """Whether nothing else need be read to judge this."""
        types = {actor.actor_type for actor in context.setup.actors if actor.active}
        return types <= self.types and _lists_in_use(self.in_place(context)) <= self.lists.keys()

    def in_place(self, context: SyncContext) -> SyncContext:
        """The context with what the ERP has now."""
        before = ErpSchema(tuple(one for one in context.erp.actors if one.actor_type in self.types))
        others = tuple(one for one in context.erp.actors if one.actor_type not in self.types)
        now = taken(before, self.schema, context.setup.in_use())
        erp = replace(now, actors=(*now.actors, *others))
        return replace(context, erp=erp, setup=completed(context.setup, erp))


class Activation:
    """Activates connections."""

    def __init__(self, store: Store, secrets: SecretStore, client: ClientFactory, testing: Testing) -> None:
        self._store = store
        self._secrets = secrets
        self._client = client
        self._testing = testing

    def activate(self, connection_id: str, watch: Watch) -> tuple[Problem, ...]:
        """Switch a connection on. Returns every reason why not; empty: done."""
        subject = self._read(connection_id)
        if subject.known.saved.active:
            return ()
        test = self._testing.of_known(subject.known, watch)
        if not test.passed:
            failed = _why(test)
            return (failed, *_all_reasons(subject, subject.context, _Kept(subject.lists, failed)))
        found = self._found(subject, watch) if subject.switched_on else _Found()
        return _reasons(subject, found) or self._commit(subject, found)

    def _read(self, connection_id: str) -> _Subject:
        with self._store.read() as database:
            return _load(database, connection_id)

    def _found(self, subject: _Subject, watch: Watch) -> _Found:
        """Ask the ERP for all that is to be judged."""
        with self._store.read() as database:
            asked = known(database, subject.known.saved.id)  # the test may have sent it to the connector
        reading = ErpReading(self._store, self._secrets, self._client, asked, watch)
        try:
            found = _Found(reading.schema(subject.switched_on), subject.switched_on)
            if found.schema.problem is not None:
                return found
            return replace(found, lists=reading.lists(sorted(_lists_in_use(found.in_place(subject.context)))))
        finally:
            reading.settle()

    def _commit(self, subject: _Subject, found: _Found) -> tuple[Problem, ...]:
        """Switch it on. What changed while the ERP was asked is judged by the same answers."""
        connection_id = subject.known.saved.id
        with self._store.write() as database:
            saved = known(database, connection_id).saved
            if not is_current(database, subject.known):
                return (Problem(ProblemCode.TEST_OUTDATED, field="test"),)
            if not _is_unchanged(database, subject) and (reasons := _judged_again(database, subject, found)):
                return reasons
            set_columns(database, connection_id, active=True, version=saved.version + 1)
            record(database, Change.CONNECTION_ACTIVATED, connection_id, saved.name)
        return ()


class _Kept(dict[str, ErpList]):
    """Lists by name; of those that are not there, why they could not be read, if anybody tried."""

    def __init__(self, lists: Mapping[str, ErpList], why: Problem | None = None) -> None:
        super().__init__(lists)
        self._why = why

    def __missing__(self, name: str) -> ErpList:
        return ErpList(name, problem=self._why)


def _load(database: Connection, connection_id: str) -> _Subject:
    subject = known(database, connection_id)
    context = load_context(database, connection_id)
    names = {use.erp_list for use in pairs_in_use(context)} | default_lists(context)
    lists = load_lists(database, connection_id, names)
    return _Subject(subject, context, load_mappings(database, connection_id), lists)


def _lists_in_use(context: SyncContext) -> set[str]:
    return {use.erp_list for use in pairs_in_use(context) if use.in_use} | default_lists(context)


def _reasons(subject: _Subject, found: _Found) -> tuple[Problem, ...]:
    """What bars it, by the ERP as it is now."""
    if (problem := found.schema.problem) is not None:
        kept = _all_reasons(subject, subject.context, _Kept(subject.lists, problem))
        return (replace(problem, field="connection"), *kept)
    reasons = tuple(_all_reasons(subject, found.in_place(subject.context), found.lists))
    before = list(_all_reasons(subject, subject.context, _Kept({**found.lists, **subject.lists})))
    if any(reason not in before and reason.code not in _NOT_READ for reason in reasons):
        return (Problem(ProblemCode.ERP_CHANGED, field="mapping"), *reasons)
    return reasons


def _all_reasons(subject: _Subject, context: SyncContext, lists: Mapping[str, ErpList]) -> Iterator[Problem]:
    yield from activation_reasons(context)
    yield from default_reasons(context, lists)
    for use in pairs_in_use(context):
        if use.in_use:
            yield from list_reasons(pair_of(context, use, lists, subject.mappings))


def _is_unchanged(database: Connection, subject: _Subject) -> bool:
    """Whether what was judged still is what is saved."""
    connection_id, before = subject.known.saved.id, subject.context
    now = load_context(database, connection_id)
    versions = {pair: mapping.version for pair, mapping in subject.mappings.items()}
    same = (now.setup, now.elsewhere, now.crm) == (before.setup, before.elsewhere, before.crm)
    return same and mapping_versions(database, connection_id) == versions


def _judged_again(database: Connection, subject: _Subject, found: _Found) -> tuple[Problem, ...]:
    now = _load(database, subject.known.saved.id)
    if not found.serves(now.context):
        return (Problem(ProblemCode.TEST_OUTDATED, field="test"),)
    return _reasons(now, found)


def _why(test: ConnectionTest) -> Problem:
    if test.problem is not None or test.outcome is None:
        return test.problem or Problem(ProblemCode.TEST_FAILED, field="test")
    return replace(refusal(test.outcome), field="test")
