"""The client of one connector: a method for each operation of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from erpsync_desktop.connectors import carriers
from erpsync_desktop.connectors.carriers import Members
from erpsync_desktop.connectors.operations import Operation
from erpsync_desktop.connectors.refusals import refuse_error
from erpsync_desktop.model.actor import ErpActor, SearchRestriction
from erpsync_desktop.model.connector import ConnectorCheck, ConnectorState, check_url
from erpsync_desktop.model.errors import (
    ConnectorError,
    ConnectorRefused,
    ConnectorUnreachable,
    Problem,
    ProblemCode,
)
from erpsync_desktop.model.metadata import FieldMetadata, ListItem, in_rank_order, usable_in_rank_order
from erpsync_desktop.model.outcome import Outcome
from erpsync_desktop.model.watch import Watch

if TYPE_CHECKING:
    from erpsync_desktop.connectors.contract import Contract, Message
    from erpsync_desktop.connectors.xml import Element
    from erpsync_desktop.http import Answer, HttpSession

NO_CONNECTION = "00000000-0000-0000-0000-000000000000"
"""Stands for a connection that is still being defined."""


class ConnectorClient:
    """Asks one Sync Connector; cheap to make, and several threads may use one.

    Every method raises ``ConnectorUnreachable`` where nothing came back, ``NotAConnector`` where what came is
    not what a connector says, and ``OperationCancelled`` by its watch. Those that return data raise
    ``ConnectorRefused`` where the connector answers with an error; those that return an ``Outcome`` do not.

    Args:
        url: as typed; its query is kept on every call.
        http: the session that everything goes by. Contracts are kept with it.
    """

    def __init__(self, url: str, http: HttpSession) -> None:
        self.url = url.strip()
        self._http = http
        self._assumed = False

    @property
    def contract_assumed(self) -> bool:
        """Whether the last call went by the bundled contract, because the connector publishes no WSDL."""
        return self._assumed

    def check(self, watch: Watch) -> ConnectorCheck:
        """Find out whether the address answers as a Sync Connector; its contract is read anew.

        An answer that refuses is an answer, too.

        Raises:
            OperationCancelled: by the watch.
        """
        if self._needs_site:
            return self._checked(ConnectorState.NEEDS_SITE, self._site_missing().problem)
        problem = check_url(self.url)
        if problem is not None:
            return self._checked(ConnectorState.DOES_NOT_ANSWER, problem)
        missing: tuple[str, ...] = ()
        try:
            missing = self._contract(watch, refresh=True).missing
            self.get_config_data(watch)
        except ConnectorRefused:
            pass
        except ConnectorError as error:
            return self._checked(ConnectorState.DOES_NOT_ANSWER, error.problem, missing)
        state = ConnectorState.ANSWERS_BY_ASSUMED_CONTRACT if self._assumed else ConnectorState.ANSWERS
        return self._checked(state, None, missing)

    # Configuration

    def get_config_data(self, watch: Watch) -> tuple[FieldMetadata, ...]:
        """The fields that a connection's configuration needs, in rank order."""
        from erpsync_desktop.connectors.answers import fields

        return in_rank_order(fields(self._result(Operation.GET_CONFIG_DATA, {}, watch)))

    def test_config_data(self, values: Mapping[str, str], watch: Watch) -> Outcome:
        """Have configuration values tried, by field key, as on the wire; the connector keeps nothing."""
        members: Members = {"ConnectionInfo": carriers.dictionary(values)}
        return self._outcome(Operation.TEST_CONFIG_DATA, members, watch)

    def save_connection(self, guid: str, values: Mapping[str, str], watch: Watch) -> Outcome:
        """Have the connector keep a connection's configuration values."""
        members: Members = {"ConnectionGuid": guid, "ConnectionInfo": carriers.dictionary(values)}
        return self._outcome(Operation.SAVE_CONNECTION, members, watch)

    def test_connection(self, guid: str, watch: Watch) -> Outcome:
        """Have a kept connection tried."""
        return self._outcome(Operation.TEST_CONNECTION, {"ConnectionGuid": guid}, watch)

    def delete_connection(self, guid: str, watch: Watch) -> Outcome:
        """Have the connector forget a connection."""
        return self._outcome(Operation.DELETE_CONNECTION, {"ConnectionGuid": guid}, watch)

    # Lists

    def get_list(self, guid: str | None, list_name: str, watch: Watch) -> tuple[ListItem, ...]:
        """The items of a list, in the connector's order; ``guid`` None for a connection being defined."""
        from erpsync_desktop.connectors.answers import list_items

        members: Members = {"ConnectionGuid": guid or NO_CONNECTION, "ListName": list_name}
        return list_items(self._result(Operation.GET_LIST, members, watch))

    def get_list_items(
        self, guid: str | None, list_name: str, keys: Sequence[str], watch: Watch
    ) -> tuple[ListItem, ...]:
        """Some items of a list, by key."""
        from erpsync_desktop.connectors.answers import list_items

        members: Members = {
            "ConnectionGuid": guid or NO_CONNECTION,
            "ListItemKeys": tuple(keys),
            "ListName": list_name,
        }
        return list_items(self._result(Operation.GET_LIST_ITEMS, members, watch))

    # What the ERP has

    def get_supported_actor_types(self, guid: str, watch: Watch) -> tuple[str, ...]:
        """The actor types that can be synchronised."""
        from erpsync_desktop.connectors.answers import strings

        return strings(self._result(Operation.GET_SUPPORTED_ACTOR_TYPES, {"ConnectionGuid": guid}, watch))

    def get_supported_actor_type_fields(
        self, guid: str, actor_type: str, watch: Watch
    ) -> tuple[FieldMetadata, ...]:
        """The fields of an actor type that can be told apart, in rank order, with notes of those left out."""
        from erpsync_desktop.connectors.answers import fields

        members: Members = {"ConnectionGuid": guid, "ActorType": actor_type}
        found = fields(self._result(Operation.GET_SUPPORTED_ACTOR_TYPE_FIELDS, members, watch))
        return usable_in_rank_order(found)

    def get_searchable_fields(self, guid: str, actor_type: str, watch: Watch) -> tuple[str, ...]:
        """The keys of the fields that an advanced search can restrict."""
        from erpsync_desktop.connectors.answers import strings

        members: Members = {"ConnectionGuid": guid, "ActorType": actor_type}
        return strings(self._result(Operation.GET_SEARCHABLE_FIELDS, members, watch))

    # Actors

    def get_actors(
        self, guid: str, actor_type: str, keys: Sequence[str], field_keys: Sequence[str], watch: Watch
    ) -> tuple[ErpActor, ...]:
        """Actors by their keys in the ERP, with the named fields."""
        members = carriers.of_type(guid, actor_type, field_keys) | {"ErpKeys": tuple(keys)}
        return self._actors(Operation.GET_ACTORS, members, watch)

    def search_actors(
        self, guid: str, actor_type: str, text: str, field_keys: Sequence[str], watch: Watch
    ) -> tuple[ErpActor, ...]:
        """Actors that a text finds."""
        members = carriers.of_type(guid, actor_type, field_keys) | {"SearchText": text}
        return self._actors(Operation.SEARCH_ACTORS, members, watch)

    def search_actors_advanced(
        self,
        guid: str,
        actor_type: str,
        restrictions: Iterable[SearchRestriction],
        field_keys: Sequence[str],
        watch: Watch,
    ) -> tuple[ErpActor, ...]:
        """Actors that meet all restrictions."""
        written = tuple(carriers.restriction(given) for given in restrictions)
        members = carriers.of_type(guid, actor_type, field_keys) | {"Restrictions": written}
        return self._actors(Operation.SEARCH_ACTORS_ADVANCED, members, watch)

    def search_actor_by_parent(
        self,
        guid: str,
        actor_type: str,
        text: str,
        field_keys: Sequence[str],
        watch: Watch,
        *,
        parent_type: str,
        parent_key: str,
    ) -> tuple[ErpActor, ...]:
        """Actors that a text finds and that belong to another actor."""
        members = carriers.of_type(guid, actor_type, field_keys) | {
            "ParentActorErpKey": parent_key,
            "ParentActorType": parent_type,
            "SearchText": text,
        }
        return self._actors(Operation.SEARCH_ACTOR_BY_PARENT, members, watch)

    def get_actors_by_timestamp(
        self, guid: str, actor_type: str, since: str, field_keys: Sequence[str], watch: Watch
    ) -> tuple[ErpActor, ...]:
        """Actors changed at or after a ``last_modified`` that the connector once gave."""
        members = carriers.of_type(guid, actor_type, field_keys) | {"UpdatedOnOrAfter": since}
        return self._actors(Operation.GET_ACTORS_BY_TIMESTAMP, members, watch)

    def create_actor(self, guid: str, actor: ErpActor, watch: Watch) -> ErpActor:
        """Make a new actor in the ERP. Returns it as it was made, with its key."""
        from erpsync_desktop.connectors.answers import actor_member
        from erpsync_desktop.connectors.soap import incomplete

        members: Members = {"ConnectionGuid": guid, "Actor": carriers.actor(actor)}
        created = actor_member(self._result(Operation.CREATE_ACTOR, members, watch))
        if created is None:
            raise incomplete(Operation.CREATE_ACTOR, "Actor")
        return created

    def save_actors(self, guid: str, actors: Iterable[ErpActor], watch: Watch) -> tuple[ErpActor, ...]:
        """Change actors in the ERP. Returns them as they are now."""
        members: Members = {
            "ConnectionGuid": guid,
            "Actors": tuple(carriers.actor(actor) for actor in actors),
        }
        return self._actors(Operation.SAVE_ACTORS, members, watch)

    # How it is done

    @property
    def _needs_site(self) -> bool:
        return self.url.lower().startswith("app://")

    def _site_missing(self) -> ConnectorUnreachable:
        return ConnectorUnreachable(Problem(ProblemCode.CONNECTOR_NEEDS_SITE, field="url"))

    def _checked(
        self, state: ConnectorState, problem: Problem | None, missing: tuple[str, ...] = ()
    ) -> ConnectorCheck:
        return ConnectorCheck(self.url, state, datetime.now(UTC), problem, missing)

    def _contract(self, watch: Watch, *, refresh: bool = False) -> Contract:
        from erpsync_desktop.connectors.discovery import contract_of, service_url

        if self._needs_site:
            raise self._site_missing()
        problem = check_url(self.url)
        if problem is not None:
            raise ConnectorUnreachable(problem)
        contract = contract_of(service_url(self.url), self._http, watch, refresh=refresh)
        self._assumed = contract.assumed
        return contract

    def _ask(self, operation: Operation, members: Members, watch: Watch) -> tuple[Answer, Message]:
        from erpsync_desktop.connectors.discovery import service_url

        message = self._contract(watch).message(operation, members)
        answer = self._http.post(
            service_url(self.url),
            message.body,
            message.headers,
            watch,
            operation=operation.value,
            repeatable=operation.repeatable,
        )
        return answer, message

    def _outcome(self, operation: Operation, members: Members, watch: Watch) -> Outcome:
        from erpsync_desktop.connectors.soap import result_of

        answer, message = self._ask(operation, members, watch)
        return _outcome_of(result_of(answer, operation, message.answers), operation)

    def _result(self, operation: Operation, members: Members, watch: Watch) -> Element:
        from erpsync_desktop.connectors.soap import result_of

        answer, message = self._ask(operation, members, watch)
        result = result_of(answer, operation, message.answers)
        refuse_error(_outcome_of(result, operation))
        return result

    def _actors(self, operation: Operation, members: Members, watch: Watch) -> tuple[ErpActor, ...]:
        from erpsync_desktop.connectors import answers
        from erpsync_desktop.connectors.soap import streamed_result_of

        answer, message = self._ask(operation, members, watch)
        result, taken = streamed_result_of(answer, operation, message.answers, answers.ACTOR, answers.actor)
        refuse_error(_outcome_of(result, operation))
        return taken or answers.actors(result)


def _outcome_of(result: Element, operation: Operation) -> Outcome:
    from erpsync_desktop.connectors.answers import outcome
    from erpsync_desktop.connectors.soap import incomplete

    found = outcome(result)
    if found is None:
        raise incomplete(operation, "IsOk")
    return found
