"""What active connections synchronise, and so may not be taken away from what SuperOffice offers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, select

from erpsync_desktop.model.catalogue import Catalogue, CrmEntity, CrmField, CrmList, entity_of
from erpsync_desktop.model.errors import Problem, ProblemCode, StillInUse
from erpsync_desktop.model.sync_setup import Direction
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.workspace.local.schema import (
    connections,
    erp_actors,
    erp_fields,
    list_mapping_items,
    list_mappings,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class _Use:
    """A SuperOffice field that an active connection synchronises.

    Attributes:
        erp_list: the list of the ERP field; empty where it has none.
    """

    connection_id: str
    name: str
    erp_list: str


_Uses = Mapping[tuple[CrmEntity, str], list[_Use]]


def refuse_taken_away(database: Connection, before: Catalogue, after: Catalogue) -> None:
    """Raise ``StillInUse`` for all that active connections synchronise and that would not be there any more.

    A field of another type, with another list, or that only now is read-only is another field.
    """
    uses = _uses(database)
    problems = [*_fields_taken(uses, after, before), *_items_taken(database, uses, before, after)]
    if problems:
        raise StillInUse(*problems)


def _uses(database: Connection) -> _Uses:
    fields, actors = erp_fields.c, erp_actors.c
    same = and_(actors.connection_id == fields.connection_id, actors.actor_type == fields.actor_type)
    query = (
        select(fields.actor_type, fields.crm_key, connections.c.id, connections.c.name)
        .add_columns(fields.kind, fields.list_name)
        .join(connections, connections.c.id == fields.connection_id)
        .join(erp_actors, same)
        .where(connections.c.active, connections.c.deleted_at.is_(None), actors.active)
        .where(fields.crm_key != "", fields.direction != Direction.NONE.value)
        .order_by(connections.c.unique_key)
    )
    found: dict[tuple[CrmEntity, str], list[_Use]] = defaultdict(list)
    for actor_type, crm_key, connection_id, name, kind, list_name in database.execute(query):
        if (entity := entity_of(actor_type)) is not None:
            erp_list = list_name if kind == FieldType.LIST.value else ""
            found[entity, crm_key].append(_Use(connection_id, name, erp_list))
    return found


def _fields_taken(uses: _Uses, after: Catalogue, before: Catalogue) -> Iterator[Problem]:
    for (entity, key), found in uses.items():
        was, now = before.field(entity, key), after.field(entity, key)
        if was is not None and (now is None or _nature(now) != _nature(was)):
            names = "\n".join(dict.fromkeys(use.name for use in found))
            params = {"crm_label": was.label or key, "connections": names}
            yield Problem(ProblemCode.CRM_FIELD_SYNCHRONISED, params)


def _nature(crm: CrmField) -> tuple[FieldType, str, bool]:
    return crm.kind, crm.list_name, crm.read_only


def _items_taken(database: Connection, uses: _Uses, before: Catalogue, after: Catalogue) -> Iterator[Problem]:
    for crm in before.lists:
        taken = _keys(crm) - _keys(after.list(crm.name))
        pairs = _pairs(uses, before, crm.name) if taken else {}
        names = [name for pair, name in pairs.items() if taken & _mapped(database, *pair, crm.name)]
        if names:
            params = {"list": crm.label or crm.name, "connections": "\n".join(dict.fromkeys(names))}
            yield Problem(ProblemCode.CRM_ITEMS_SYNCHRONISED, params)


def _keys(crm: CrmList | None) -> set[str]:
    return {item.key for item in crm.items} if crm else set()


def _pairs(uses: _Uses, catalogue: Catalogue, crm_list: str) -> dict[tuple[str, str], str]:
    """The lists of ERPs that are brought together with this one; the connection's name by its id and list."""
    return {
        (use.connection_id, use.erp_list): use.name
        for place, found in uses.items()
        if (crm := catalogue.field(*place)) is not None and crm.list_name == crm_list
        for use in found
        if use.erp_list
    }


def _mapped(database: Connection, connection_id: str, erp_list: str, crm_list: str) -> set[str]:
    columns = list_mappings.c
    query = (
        select(list_mapping_items.c.crm_key)
        .join(list_mappings, columns.id == list_mapping_items.c.mapping_id)
        .where(columns.connection_id == connection_id, columns.erp_list == erp_list)
        .where(columns.crm_list == crm_list)
    )
    return set(database.execute(query).scalars())
