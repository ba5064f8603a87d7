"""The seventeen operations of the contract, by their names on the wire."""

from __future__ import annotations

from enum import StrEnum


class Operation(StrEnum):
    """An operation. The value is its name on the wire."""

    GET_CONFIG_DATA = "WSGetConfigData"
    TEST_CONFIG_DATA = "WSTestConfigData"
    SAVE_CONNECTION = "WSSaveConnection"
    TEST_CONNECTION = "WSTestConnection"
    DELETE_CONNECTION = "WSDeleteConnection"
    GET_SUPPORTED_ACTOR_TYPES = "WSGetSupportedActorTypes"
    GET_SUPPORTED_ACTOR_TYPE_FIELDS = "WSGetSupportedActorTypeFields"
    GET_SEARCHABLE_FIELDS = "WSGetSearchableFields"
    GET_ACTORS = "WSGetActors"
    SEARCH_ACTORS = "WSSearchActors"
    SEARCH_ACTORS_ADVANCED = "WSSearchActorsAdvanced"
    SEARCH_ACTOR_BY_PARENT = "WSSearchActorByParent"
    GET_ACTORS_BY_TIMESTAMP = "WSGetActorsByTimestamp"
    CREATE_ACTOR = "WSCreateActor"
    SAVE_ACTORS = "WSSaveActors"
    GET_LIST = "WSGetList"
    GET_LIST_ITEMS = "WSGetListItems"

    @property
    def repeatable(self) -> bool:
        """Whether doing it twice comes to the same as doing it once."""
        return self not in {Operation.CREATE_ACTOR, Operation.SAVE_ACTORS}
