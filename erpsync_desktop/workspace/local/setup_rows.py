"""What the ERP of a connection has, and what is configured for it: one row an actor type, one a field."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from erpsync_desktop.model.erp_schema import OF_SEARCH, ActorSchema, ErpSchema
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata
from erpsync_desktop.model.sync_setup import (
    ActorMapping,
    DefaultValue,
    Direction,
    FieldMapping,
    SyncSetup,
    completed,
    without_one_way,
)
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.workspace.local.connections import set_columns
from erpsync_desktop.workspace.local.list_rows import copy_lists, drop_lists, insert_many
from erpsync_desktop.workspace.local.rows import (
    moment_of,
    not_found,
    problem_of,
    problem_text,
    problems_of,
    problems_text,
    understood,
)
from erpsync_desktop.workspace.local.schema import connections, erp_actors, erp_fields

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

_KINDS = {kind.value: kind for kind in FieldType}
_ACCESSES = {access.value: access for access in FieldAccess}
_DIRECTIONS = {direction.value: direction for direction in Direction}
_METADATA = "kind label description list_name default_wire max_length access erp_rank notes"
_MAPPING = "field_key crm_key direction show_in_search show_in_tab default_json"
_FIELD = tuple(
    erp_fields.c[name] for name in f"actor_type searchable gone rank {_MAPPING} {_METADATA}".split()
)


@dataclass
class _Fields:
    """What the rows of one actor type say."""

    known: list[FieldMetadata] = field(default_factory=list)
    searchable: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    ranked: list[tuple[int, FieldMapping]] = field(default_factory=list)


def load_setup(database: Connection, connection_id: str) -> tuple[ErpSchema, SyncSetup]:
    """What the ERP has, as it was taken last, and what is configured, completed. Raises NotFound."""
    head = select(connections.c.erp_read_at, connections.c.erp_problem).where(
        connections.c.id == connection_id
    )
    read = database.execute(head).first()
    if read is None:
        raise not_found(connection_id)
    actors = select(erp_actors).where(erp_actors.c.connection_id == connection_id)
    fields = select(*_FIELD).where(erp_fields.c.connection_id == connection_id).order_by(erp_fields.c.place)
    by_actor = _fields_of(database.execute(fields).all())
    found = [
        _actor_of(row, by_actor[row.actor_type])
        for row in database.execute(actors.order_by(erp_actors.c.place))
    ]
    schema = _whole_schema(read.erp_read_at, read.erp_problem, [actor for actor, _ in found])
    return schema, completed(SyncSetup(tuple(mapping for _, mapping in found)), schema)


def kept_types(database: Connection, connection_id: str) -> tuple[str, ...]:
    """The names of the actor types that are kept, in their order."""
    query = select(erp_actors.c.actor_type).where(erp_actors.c.connection_id == connection_id)
    return tuple(database.execute(query.order_by(erp_actors.c.place)).scalars())


def write_setup(
    database: Connection, connection_id: str, schema: ErpSchema, setup: SyncSetup
) -> tuple[ErpSchema, SyncSetup]:
    """Replace both. Returns them as they are then: what is configured for no known type has one, too."""
    setup = completed(setup, schema)
    actors = (
        schema.actor(one.actor_type) or ActorSchema(one.actor_type, supported=False) for one in setup.actors
    )
    schema = ErpSchema(tuple(actors), schema.read_at, schema.problem)
    setup = completed(setup, schema)
    set_columns(
        database,
        connection_id,
        erp_read_at=schema.read_at.isoformat() if schema.read_at else None,
        erp_problem=problem_text(schema.problem),
    )
    for table in (erp_fields, erp_actors):
        database.execute(delete(table).where(table.c.connection_id == connection_id))
    pairs = list(zip(schema.actors, setup.actors, strict=True))
    rows = [
        {"connection_id": connection_id, "place": place, **_actor_values(*pair)}
        for place, pair in enumerate(pairs)
    ]
    if rows:
        database.execute(insert(erp_actors), rows)
    insert_many(
        database, erp_fields, [(connection_id, *values) for pair in pairs for values in _field_values(*pair)]
    )
    return schema, setup


def drop_snapshot(database: Connection, connection_id: str) -> None:
    """Forget what the ERP has, as another one is asked from now on; what is configured stays.

    Whether the other one has the same fields nobody knows until it is read: they count as gone.
    """
    erp, setup = load_setup(database, connection_id)
    in_use = setup.in_use()
    kept = (_forgotten(one, in_use[one.actor_type]) for one in erp.actors if one.actor_type in in_use)
    write_setup(database, connection_id, ErpSchema(tuple(kept)), setup)
    drop_lists(database, connection_id)


def _forgotten(actor: ActorSchema, configured: Collection[str]) -> ActorSchema:
    fields = tuple(item for item in actor.fields if item.key in configured)
    return ActorSchema(actor.actor_type, fields, gone=frozenset(item.key for item in fields))


def copy_setup(database: Connection, source_id: str, copy_id: str) -> None:
    """Give the copy of a connection what its ERP has, and what both can have configured."""
    erp, setup = load_setup(database, source_id)
    write_setup(database, copy_id, erp, without_one_way(setup))
    copy_lists(database, source_id, copy_id)


@understood
def _whole_schema(read_at: str | None, problem: str | None, actors: list[ActorSchema]) -> ErpSchema:
    return ErpSchema(tuple(actors), moment_of(read_at), problem_of(problem))


@understood
def _fields_of(rows: Iterable[Sequence[Any]]) -> Mapping[str, _Fields]:
    """By actor type. Thousands are read when a dialog opens, so columns go by their places, not by names."""
    found: dict[str, _Fields] = defaultdict(_Fields)
    for row in rows:
        actor_type, searchable, gone, rank, key, crm_key, direction, in_search, in_tab, default = row[:10]
        fields = found[actor_type]
        configured = (_DIRECTIONS[direction], in_search, in_tab, _default_of(default))
        fields.ranked.append((rank, FieldMapping(key, crm_key, *configured)))
        kind, label, description, list_name, wire, max_length, access, erp_rank, notes = row[10:]
        if kind is not None:
            about = (label, description, list_name, wire, max_length, _ACCESSES[access], erp_rank)
            fields.known.append(FieldMetadata(key, _KINDS[kind], *about, problems_of(notes)))
        if searchable:
            fields.searchable.add(key)
        if gone:
            fields.gone.add(key)
    return found


@understood
def _actor_of(row: Row[Any], fields: _Fields) -> tuple[ActorSchema, ActorMapping]:
    ranked = (mapping for _, mapping in sorted(fields.ranked, key=lambda one: one[0]))
    problem = problem_of(row.problem)
    of_search = problem is not None and problem.field == OF_SEARCH
    return (
        ActorSchema(
            row.actor_type,
            tuple(fields.known),
            frozenset(fields.searchable),
            frozenset(fields.gone),
            row.supported,
            None if of_search else problem,
            problem if of_search else None,
            row.to_map,
        ),
        ActorMapping(row.actor_type, row.active, tuple(ranked)),
    )


def _default_of(text: str | None) -> DefaultValue | None:
    return None if text is None else DefaultValue(**json.loads(text))


def _actor_values(schema: ActorSchema, mapping: ActorMapping) -> dict[str, Any]:
    return {
        "actor_type": schema.actor_type,
        "supported": schema.supported,
        "problem": problem_text(schema.problem or schema.search_problem),
        "active": mapping.active,
        "to_map": schema.to_map,
    }


def _field_values(schema: ActorSchema, mapping: ActorMapping) -> Iterator[tuple[int | str | None, ...]]:
    """Rows in the order of the table's columns, without the connection."""
    places = {item.key: place for place, item in enumerate(schema.fields)}
    for rank, one in enumerate(mapping.fields):
        item = schema.by_key.get(one.erp_key)
        yield (
            schema.actor_type,
            one.erp_key,
            places.get(one.erp_key, len(places)),
            None if item is None else item.kind.value,
            *_words(item or FieldMetadata(one.erp_key)),
            one.erp_key in schema.searchable,
            one.erp_key in schema.gone,
            rank,
            *mapping_values(one).values(),
        )


def mapping_values(mapping: FieldMapping) -> dict[str, str | bool | None]:
    """What is configured for a field, by the names of the table's columns and in their order."""
    return {
        "crm_key": mapping.crm_key,
        "direction": mapping.direction.value,
        "show_in_search": mapping.show_in_search,
        "show_in_tab": mapping.show_in_tab,
        "default_json": _default_text(mapping.default),
    }


def _words(item: FieldMetadata) -> tuple[int | str | None, ...]:
    return (
        item.label,
        item.description,
        item.list_name,
        "" if item.kind.is_secret else item.default,
        item.max_length,
        item.access.value,
        item.rank,
        problems_text(item.notes),
    )


def _default_text(default: DefaultValue | None) -> str | None:
    if default is None:
        return None
    parts = {"value": default.value, "set_value": default.set_value}
    return json.dumps(parts | {"ask_user": default.ask_user, "mandatory": default.mandatory})


def without_secrets(fields: Iterable[FieldMetadata]) -> tuple[FieldMetadata, ...]:
    """The fields without the defaults of password fields, which are not kept."""
    return tuple(replace(item, default="") if item.kind.is_secret else item for item in fields)
