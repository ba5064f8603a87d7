"""Asking a connector what its ERP has. What it does not answer becomes a problem of just that part."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from erpsync_desktop.model.catalogue import entity_of
from erpsync_desktop.model.erp_schema import MOST_ACTOR_TYPES, OF_SEARCH, ActorSchema, ErpList, ErpSchema
from erpsync_desktop.model.errors import ConnectorError, NotAConnector, Problem, ProblemCode, SecretError
from erpsync_desktop.workspace.local.asking import Asking
from erpsync_desktop.workspace.local.setup_rows import kept_types, without_secrets

if TYPE_CHECKING:
    from erpsync_desktop.model.metadata import FieldMetadata
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local.calls import ClientFactory
    from erpsync_desktop.workspace.local.store import Store
    from erpsync_desktop.workspace.local.testing import Known


class ErpReading:
    """One conversation about what the ERP of a saved connection has.

    Every method raises ``OperationCancelled`` by the watch.
    """

    def __init__(
        self, store: Store, secrets: SecretStore, client: ClientFactory, subject: Known, watch: Watch
    ) -> None:
        self._store = store
        self._watch = watch
        self._asking = Asking(store, secrets, client, subject, watch)

    def schema(self, only: Collection[str] | None = None) -> ErpSchema:
        """The actor types with their fields; ``problem`` where not even the types could be read.

        Of a type that SuperOffice does not synchronise there is but the name.

        Args:
            only: the types to read, as far as the connector supports them; None for all.
        """
        read_at = datetime.now(UTC)
        try:
            types = self._types()
        except (ConnectorError, SecretError) as error:
            return ErpSchema(read_at=read_at, problem=self._asking.explained(error))
        wanted = None if only is None else {name.lower() for name in only}
        spelled = self._spelled()
        actors = (
            replace(self._actor(name), actor_type=spelled.get(name.lower(), name))
            for name in types
            if wanted is None or name.lower() in wanted
        )
        return ErpSchema(tuple(actors), read_at)

    def actors(self, actor_types: Iterable[str]) -> tuple[ActorSchema, ...]:
        """The fields of actor types; one that cannot be read leaves the others usable."""
        return tuple(self._actor(actor_type) for actor_type in actor_types)

    def searched(self, actors: Iterable[ActorSchema]) -> tuple[ActorSchema, ...]:
        """The same actor types with what can be searched now, or why that could not be asked."""
        return tuple(self._with_search(one) for one in actors)

    def lists(self, names: Iterable[str]) -> dict[str, ErpList]:
        """Lists by name; one that cannot be read has a problem."""
        return {name: self._list(name) for name in dict.fromkeys(names)}

    def settle(self) -> None:
        """Note what the connector has been sent."""
        if self._asking.sent:
            with self._store.write() as database:
                self._asking.settle(database)

    def _types(self) -> list[str]:
        redaction = self._asking.redaction
        types = self._asking.ask(lambda client, guid, watch: client.get_supported_actor_types(guid, watch))
        named = _told_apart(types)
        if len(named) > MOST_ACTOR_TYPES:
            params = {"count": len(named), "limit": MOST_ACTOR_TYPES}
            raise NotAConnector(Problem(ProblemCode.TOO_MANY_ACTOR_TYPES, params))
        # A name that the contract has says nothing of a secret; without any other nothing can be configured.
        return [name for name in named if entity_of(name) or not redaction.holds(name)]

    def _spelled(self) -> dict[str, str]:
        """The names of the actor types as they are kept, by the same in lower case."""
        with self._store.read() as database:
            return {name.lower(): name for name in kept_types(database, self._asking.subject.saved.id)}

    def _actor(self, actor_type: str) -> ActorSchema:
        self._watch.check()
        if entity_of(actor_type) is None:
            return ActorSchema(actor_type)  # SuperOffice does not synchronise it, so nobody maps its fields
        try:
            fields = self._fields(actor_type)
        except (ConnectorError, SecretError) as error:
            return ActorSchema(actor_type, problem=self._asking.explained(error))
        return self._with_search(ActorSchema(actor_type, fields))

    def _with_search(self, actor: ActorSchema) -> ActorSchema:
        self._watch.check()
        try:
            searchable = self._searchable(actor.actor_type)
        except (ConnectorError, SecretError) as error:
            problem = replace(self._asking.explained(error), field=OF_SEARCH)
            return replace(actor, search_problem=problem)
        return replace(actor, searchable=_found(actor.by_key, searchable), search_problem=None)

    def _fields(self, actor_type: str) -> tuple[FieldMetadata, ...]:
        redaction = self._asking.redaction  # without the secrets, nothing that may repeat them is asked for
        said = self._asking.ask(
            lambda client, guid, watch: client.get_supported_actor_type_fields(guid, actor_type, watch)
        )
        return redaction.fields(without_secrets(said))

    def _searchable(self, actor_type: str) -> tuple[str, ...]:
        try:
            return self._asking.ask(
                lambda client, guid, watch: client.get_searchable_fields(guid, actor_type, watch)
            )
        except NotAConnector as error:
            if error.problem.code is ProblemCode.OPERATION_MISSING:
                return ()  # its contract has no such search
            raise

    def _list(self, name: str) -> ErpList:
        self._watch.check()
        try:
            redaction = self._asking.redaction
            said = self._asking.ask(lambda client, guid, watch: client.get_list(guid, name, watch))
        except (ConnectorError, SecretError) as error:
            return ErpList(name, problem=self._asking.explained(error))
        items, problem = redaction.items(said)
        return ErpList(name, items, datetime.now(UTC), problem)


def _found(keys: Iterable[str], named: Iterable[str]) -> frozenset[str]:
    """The keys that are named: as they are spelled, else whatever their case."""
    keys, wanted = tuple(keys), {name.strip() for name in named}
    others = {name.lower() for name in wanted.difference(keys)}
    return frozenset(key for key in keys if key in wanted or key.lower() in others)


def _told_apart(types: Iterable[str]) -> list[str]:
    """Each type once, as it was sent first: case does not tell them apart, and none is no type."""
    found: dict[str, str] = {}
    for actor_type in types:
        name = actor_type.strip()
        if name:
            found.setdefault(name.lower(), name)
    return list(found.values())
