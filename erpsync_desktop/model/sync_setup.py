"""What is synchronised of an ERP connection, as it is saved: mappings, ranks, defaults, list mappings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from erpsync_desktop.model.catalogue import Catalogue, CrmEntity, CrmList, entity_of
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import ActorSchema, ErpList, ErpSchema
from erpsync_desktop.model.metadata import FieldMetadata


class Direction(StrEnum):
    """Where values of a field travel. The value is what is kept, and what the button says."""

    NONE = ""
    TO_CRM = ">"
    TO_ERP = "<"
    BOTH = "<>"

    @property
    def to_crm(self) -> bool:
        """Whether SuperOffice receives."""
        return self in _TO_CRM

    @property
    def to_erp(self) -> bool:
        """Whether the ERP receives."""
        return self in _TO_ERP


_TO_CRM = (Direction.TO_CRM, Direction.BOTH)
_TO_ERP = (Direction.TO_ERP, Direction.BOTH)
CHOICES = (Direction.TO_CRM, Direction.TO_ERP, Direction.BOTH)
"""The direction buttons, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class DefaultValue:
    """A value that the ERP gets when a new actor is created there.

    Attributes:
        value: on the wire; of a list, the item's key.
        set_value: "Set default value": ``value`` is sent.
        ask_user: "Ask user for value".
        mandatory: "Mandatory – User must fill in value".
    """

    value: str = ""
    set_value: bool = False
    ask_user: bool = False
    mandatory: bool = False


@dataclass(frozen=True, slots=True)
class FieldMapping:
    """What is configured for one ERP field.

    Attributes:
        erp_key: the field's key.
        crm_key: of the SuperOffice field; empty for (No Selection).
        direction: none as long as no SuperOffice field is chosen.
        show_in_search: in the search window.
        show_in_tab: in the ERP tab of companies, persons and projects.
        default: None for none.
    """

    erp_key: str
    crm_key: str = ""
    direction: Direction = Direction.NONE
    show_in_search: bool = False
    show_in_tab: bool = False
    default: DefaultValue | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is configured."""
        return self == FieldMapping(self.erp_key)


@dataclass(frozen=True, slots=True)
class ActorMapping:
    """What is configured for one actor type.

    Attributes:
        actor_type: its name on the wire.
        active: it is synchronised.
        fields: one a field of the ERP, in the order of the ERP tab (the rank).
    """

    actor_type: str
    active: bool = False
    fields: tuple[FieldMapping, ...] = ()

    def field(self, key: str) -> FieldMapping | None:
        """What is configured for a field, or None."""
        return next((one for one in self.fields if one.erp_key == key), None)

    def with_field(self, mapping: FieldMapping) -> ActorMapping:
        """The same with another configuration of one field."""
        changed = tuple(mapping if one.erp_key == mapping.erp_key else one for one in self.fields)
        return replace(self, fields=changed)

    @property
    def in_use(self) -> bool:
        """Whether anything is configured."""
        return self.active or any(not one.is_empty for one in self.fields)


@dataclass(frozen=True, slots=True)
class SyncSetup:
    """Mappings, ranks and defaults of one connection, an actor type each."""

    actors: tuple[ActorMapping, ...] = ()

    def actor(self, actor_type: str) -> ActorMapping | None:
        """What is configured for an actor type, or None."""
        return next((one for one in self.actors if one.actor_type == actor_type), None)

    def with_actor(self, mapping: ActorMapping) -> SyncSetup:
        """The same with another configuration of one actor type."""
        changed = (mapping if one.actor_type == mapping.actor_type else one for one in self.actors)
        return SyncSetup(tuple(changed))

    def in_use(self) -> dict[str, frozenset[str]]:
        """By actor type, the keys of the fields that something is configured for; active types always."""
        found: dict[str, frozenset[str]] = {}
        for actor in self.actors:
            if actor.in_use:
                found[actor.actor_type] = frozenset(one.erp_key for one in actor.fields if not one.is_empty)
        return found


@dataclass(frozen=True, slots=True)
class ListMapping:
    """Which item of SuperOffice each item of an ERP list stands for.

    Attributes:
        erp_list: name of the ERP's list.
        crm_list: name of SuperOffice's list.
        items: key of the SuperOffice item by the ERP item's key; (No Selection) has no entry.
        version: counted up at each save; 0 if it was never saved.
    """

    erp_list: str
    crm_list: str
    items: Mapping[str, str] = field(default_factory=dict, hash=False)
    version: int = 0

    @property
    def pair(self) -> tuple[str, str]:
        """The two lists."""
        return self.erp_list, self.crm_list


@dataclass(frozen=True, slots=True)
class ListPair:
    """Two lists that a mapped list field brings together, with all that is needed to map their items.

    Attributes:
        erp: the ERP's list, as far as it could be read.
        crm: SuperOffice's list; None if it is gone.
        mapping: as saved.
        fields: actor type and ERP field of each mapping that needs it; those that synchronise first.
        in_use: a field with a direction, of an actor that is switched on, needs it.
    """

    erp: ErpList
    crm: CrmList | None
    mapping: ListMapping
    fields: tuple[tuple[str, FieldMetadata], ...] = ()
    in_use: bool = False


@dataclass(frozen=True)
class SyncContext:
    """All that the dialogs of one connection need to know.

    Attributes:
        connection: as saved.
        erp: what its ERP has, as last taken.
        crm: what SuperOffice offers.
        setup: as saved, completed: every field of every actor type has its mapping.
        elsewhere: name of another connection that synchronises a SuperOffice field, by entity and field key.
        siblings: id and name of the other connections of the same connector, by name.
    """

    connection: ErpConnection
    erp: ErpSchema = field(default_factory=ErpSchema)
    crm: Catalogue = field(default_factory=Catalogue)
    setup: SyncSetup = field(default_factory=SyncSetup)
    elsewhere: Mapping[tuple[CrmEntity, str], str] = field(default_factory=dict)
    siblings: tuple[tuple[str, str], ...] = ()


def completed(setup: SyncSetup, erp: ErpSchema) -> SyncSetup:
    """The setup with a mapping for every actor type and every field that the ERP has.

    New fields stand behind those that are ranked already. Fields and actor types that are neither in the ERP
    nor configured are left out; the order of the actor types is the ERP's. Of a configured type that the
    connector does not name at the moment all fields stay, so that their ranks are there when it comes back.
    """
    named = {schema.actor_type: schema for schema in erp.actors}
    actors = [_completed_actor(setup.actor(name), schema) for name, schema in named.items()]
    actors += [one for one in setup.actors if one.actor_type not in named]
    supported = {name for name, schema in named.items() if schema.supported}
    return SyncSetup(tuple(one for one in actors if one.in_use or one.actor_type in supported))


def _completed_actor(saved: ActorMapping | None, schema: ActorSchema) -> ActorMapping:
    saved = saved or ActorMapping(schema.actor_type)
    known = {one.erp_key for one in saved.fields}
    there = schema.by_key.keys() - schema.gone
    kept = [one for one in saved.fields if one.erp_key in there or not one.is_empty]
    added = [FieldMapping(item.key) for item in schema.present if item.key not in known]
    return replace(saved, fields=(*kept, *added))


def without_one_way(setup: SyncSetup) -> SyncSetup:
    """The setup without directions for the SuperOffice fields that only receive in it; pairs stay.

    Of two connections with the same setup neither could be activated: what goes one way to SuperOffice may be
    synchronised by one connection alone.
    """
    received = {
        (entity_of(actor.actor_type), one.crm_key)
        for actor in setup.actors
        for one in actor.fields
        if one.direction is Direction.TO_CRM
    }

    def freed(actor: ActorMapping) -> ActorMapping:
        entity = entity_of(actor.actor_type)
        return replace(
            actor,
            fields=tuple(
                replace(one, direction=Direction.NONE) if (entity, one.crm_key) in received else one
                for one in actor.fields
            ),
        )

    return SyncSetup(tuple(map(freed, setup.actors)))
