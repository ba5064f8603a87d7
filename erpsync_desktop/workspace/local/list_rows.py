"""Lists of an ERP, and the mappings of their items, in the database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, literal, select, update

from erpsync_desktop.model.erp_schema import ErpList
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.model.sync_setup import ListMapping
from erpsync_desktop.workspace.local.rows import moment_of, understood
from erpsync_desktop.workspace.local.schema import (
    erp_list_items,
    erp_lists,
    list_mapping_items,
    list_mappings,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Table


# Of the ERP


def load_lists(database: Connection, connection_id: str, names: Collection[str]) -> dict[str, ErpList]:
    """Those of the named lists that are kept."""
    query = select(erp_lists).where(erp_lists.c.connection_id == connection_id)
    rows = [row for row in database.execute(query) if row.name in names]
    return {row.name: _list_of(row, _items_of(database, row.id)) for row in rows}


def list_names(database: Connection, connection_id: str) -> tuple[str, ...]:
    """The names of the lists that are kept."""
    query = select(erp_lists.c.name).where(erp_lists.c.connection_id == connection_id)
    return tuple(database.execute(query.order_by(erp_lists.c.name)).scalars())


def write_lists(database: Connection, connection_id: str, lists: Iterable[ErpList]) -> None:
    """Keep lists, in place of those of the same names. One that could not be read changes nothing."""
    for one in lists:
        if one.problem is not None or one.read_at is None:
            continue
        named = (erp_lists.c.connection_id == connection_id, erp_lists.c.name == one.name)
        database.execute(delete(erp_lists).where(*named))
        values = {"connection_id": connection_id, "name": one.name, "read_at": one.read_at.isoformat()}
        list_id = _inserted(database, erp_lists, values)
        items = ((list_id, place, item.key, item.text) for place, item in enumerate(one.items))
        insert_many(database, erp_list_items, list(items))


def drop_lists(database: Connection, connection_id: str) -> None:
    """Forget the lists of an ERP that is no longer asked."""
    database.execute(delete(erp_lists).where(erp_lists.c.connection_id == connection_id))


@understood
def _list_of(row: Row[Any], items: tuple[ListItem, ...]) -> ErpList:
    return ErpList(row.name, items, moment_of(row.read_at))


def _items_of(database: Connection, list_id: int) -> tuple[ListItem, ...]:
    columns = erp_list_items.c
    query = select(columns.item_key, columns.text).where(columns.list_id == list_id).order_by(columns.place)
    return tuple(ListItem(key, text) for key, text in database.execute(query).all())


# Their mappings


def load_mappings(
    database: Connection, connection_id: str, pairs: Collection[tuple[str, str]] | None = None
) -> dict[tuple[str, str], ListMapping]:
    """The list mappings of a connection, or some of them, by the names of both lists."""
    columns, found = list_mapping_items.c, {}
    for row in _mapping_rows(database, connection_id):
        if pairs is None or (row.erp_list, row.crm_list) in pairs:
            query = select(columns.erp_key, columns.crm_key).where(columns.mapping_id == row.id)
            items = dict(database.execute(query).all())
            mapping = ListMapping(row.erp_list, row.crm_list, items, row.version)
            found[mapping.pair] = mapping
    return found


def mapping_versions(database: Connection, connection_id: str) -> dict[tuple[str, str], int]:
    """How often each list mapping was saved, by the names of both lists."""
    rows = _mapping_rows(database, connection_id)
    return {(row.erp_list, row.crm_list): row.version for row in rows}


def write_mapping(database: Connection, connection_id: str, mapping: ListMapping) -> None:
    """Write a list mapping with the version that it names."""
    mapping_id = _mapping_id(database, connection_id, mapping)
    items = [(mapping_id, erp_key, crm_key) for erp_key, crm_key in mapping.items.items()]
    insert_many(database, list_mapping_items, items)


def _mapping_id(database: Connection, connection_id: str, mapping: ListMapping) -> int:
    """The row of a mapping that has no items, new or emptied."""
    columns = list_mappings.c
    pair = (columns.erp_list == mapping.erp_list, columns.crm_list == mapping.crm_list)
    query = select(columns.id).where(columns.connection_id == connection_id, *pair)
    found = database.execute(query).scalar()
    if found is None:
        values = {"erp_list": mapping.erp_list, "crm_list": mapping.crm_list, "version": mapping.version}
        return _inserted(database, list_mappings, {"connection_id": connection_id, **values})
    database.execute(delete(list_mapping_items).where(list_mapping_items.c.mapping_id == found))
    changed = update(list_mappings).where(columns.id == found)
    database.execute(changed.values(version=mapping.version))
    return int(found)


def _mapping_rows(database: Connection, connection_id: str) -> list[Row[Any]]:
    query = select(list_mappings).where(list_mappings.c.connection_id == connection_id)
    return list(database.execute(query))


def insert_many(database: Connection, table: Table, rows: Sequence[tuple[int | str | None, ...]]) -> None:
    """Insert whole rows, their values in the order of the columns.

    Nothing is done to the values on the way, so that thousands of rows take what the database needs.
    """
    if rows:
        database.exec_driver_sql(str(insert(table).compile(dialect=database.dialect)), rows)


def _inserted(database: Connection, table: Table, values: Mapping[str, Any]) -> int:
    inserted = database.execute(insert(table).values(values)).inserted_primary_key
    if inserted is None:
        raise RuntimeError("a single row that is inserted has a key")
    return int(inserted[0])


# Copies


def copy_lists(database: Connection, source_id: str, copy_id: str) -> None:
    """Give the copy of a connection what is kept of its lists and their mappings."""
    _copy(database, (erp_lists, erp_list_items), source_id, copy_id)
    _copy(database, (list_mappings, list_mapping_items), source_id, copy_id)


def _copy(database: Connection, tables: tuple[Table, Table], source_id: str, copy_id: str) -> None:
    heads, items = tables
    owner, *others = items.columns
    for row in database.execute(select(heads).where(heads.c.connection_id == source_id)).mappings().all():
        values = {name: value for name, value in row.items() if name != "id"}
        copied = _inserted(database, heads, values | {"connection_id": copy_id})
        rows = select(literal(copied), *others).where(owner == row["id"])
        database.execute(insert(items).from_select([owner, *others], rows))
