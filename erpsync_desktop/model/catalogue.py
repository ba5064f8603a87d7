"""What SuperOffice offers: the fields of companies, persons and projects, and the lists behind them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from erpsync_desktop.model.actor import ActorType, known_actor
from erpsync_desktop.model.localized import choose
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.model.values import FieldType


class CrmEntity(StrEnum):
    """Kinds of SuperOffice record. The value is the name in files and in the database."""

    COMPANY = "company"
    PERSON = "person"
    PROJECT = "project"


_ENTITIES = {
    ActorType.CUSTOMER: CrmEntity.COMPANY,
    ActorType.SUPPLIER: CrmEntity.COMPANY,
    ActorType.PARTNER: CrmEntity.COMPANY,
    ActorType.PERSON: CrmEntity.PERSON,
    ActorType.PROJECT: CrmEntity.PROJECT,
}


def entity_of(actor_type: str) -> CrmEntity | None:
    """What an actor type is paired with; None for one that SuperOffice does not synchronise.

    Customer, Supplier and Partner pair with a company, Person with a contact person, Project with a project
    (SuperOffice developer documentation, "ERP Sync Connector Interface"). Case does not count.
    """
    kind = known_actor(actor_type)
    return None if kind is None else _ENTITIES.get(kind)


@dataclass(frozen=True, slots=True)
class CrmField:
    """One field of a SuperOffice record.

    Attributes:
        entity: the record it belongs to.
        key: tells it apart within its entity.
        label: localised text (see ``localized``) or plain text.
        kind: Text, Integer, Double, Checkbox, List or Datetime.
        max_length: characters, for a text; 0 is no limit.
        list_name: the list, for type List.
        is_id: SuperOffice's own id of the record, which is never synchronised.
        read_only: SuperOffice sets it, so that nothing can be written to it.
        user_defined: added by the administrator, and can be changed and removed.
    """

    entity: CrmEntity
    key: str
    label: str = ""
    kind: FieldType = FieldType.TEXT
    max_length: int = 0
    list_name: str = ""
    is_id: bool = False
    read_only: bool = False
    user_defined: bool = False

    def label_in(self, language: str) -> str:
        """The name in a language; the key where there is none."""
        return choose(self.label, language).strip() or self.key


@dataclass(frozen=True, slots=True)
class CrmList:
    """A list of SuperOffice with its items in order.

    Attributes:
        name: tells it apart.
        label: localised or plain text.
        items: key and text of each.
        user_defined: added by the administrator, and can be removed.
        edited: a standard list whose items the administrator changed; it can be put back.
    """

    name: str
    label: str = ""
    items: tuple[ListItem, ...] = ()
    user_defined: bool = False
    edited: bool = False

    def label_in(self, language: str) -> str:
        """The name in a language; the list's own name where there is none."""
        return choose(self.label, language).strip() or self.name


@dataclass(frozen=True)
class Catalogue:
    """All that SuperOffice offers for synchronising.

    Attributes:
        fields: in the order in which they are shown.
        lists: sorted by name.
    """

    fields: tuple[CrmField, ...] = ()
    lists: tuple[CrmList, ...] = ()

    @cached_property
    def _by_key(self) -> dict[tuple[CrmEntity, str], CrmField]:
        return {(one.entity, one.key): one for one in self.fields}

    @cached_property
    def _by_entity(self) -> dict[CrmEntity, tuple[CrmField, ...]]:
        return {entity: tuple(one for one in self.fields if one.entity is entity) for entity in CrmEntity}

    @cached_property
    def _lists(self) -> dict[str, CrmList]:
        return {one.name: one for one in self.lists}

    def field(self, entity: CrmEntity, key: str) -> CrmField | None:
        """The field of that key, or None."""
        return self._by_key.get((entity, key))

    def of(self, entity: CrmEntity) -> tuple[CrmField, ...]:
        """The fields of an entity."""
        return self._by_entity[entity]

    def list(self, name: str) -> CrmList | None:
        """The list of that name, or None."""
        return self._lists.get(name)

    def uses_of(self, list_name: str) -> tuple[CrmField, ...]:
        """The fields that a list is behind."""
        return tuple(one for one in self.fields if one.list_name == list_name)


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """What a file adds to a catalogue or changes in it: user-defined fields, and lists with all items."""

    fields: tuple[CrmField, ...] = ()
    lists: tuple[CrmList, ...] = ()
