"""What SuperOffice offers: its standard, with the fields and lists that are kept in the database."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from erpsync_desktop.model.catalogue import Catalogue, CatalogueFile, CrmEntity, CrmField, CrmList
from erpsync_desktop.model.catalogue_changes import plan_catalogue
from erpsync_desktop.model.catalogue_file import read_standard
from erpsync_desktop.model.catalogue_rules import Rules, check_field, check_list
from erpsync_desktop.model.directory_changes import Change as Effect
from erpsync_desktop.model.errors import InvalidInput, Problem, ProblemCode, SavedMeanwhile, StillInUse
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.resource_files import resource_path
from erpsync_desktop.workspace.local.catalogue_uses import refuse_taken_away
from erpsync_desktop.workspace.local.changes import Change, record
from erpsync_desktop.workspace.local.rows import not_found, understood
from erpsync_desktop.workspace.local.schema import crm_fields, crm_list_items, crm_lists

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from erpsync_desktop.workspace.local.store import Store

_AT_PLACE = (crm_fields.c.entity == bindparam("in_entity")) & (crm_fields.c.field_key == bindparam("of_key"))


@lru_cache(maxsize=1)
def standard_catalogue() -> Catalogue:
    """SuperOffice's own fields and lists, which the program brings along. Read once."""
    return read_standard(resource_path("superoffice/catalogue.json").read_bytes())


def load_catalogue(database: Connection) -> Catalogue:
    """All fields, the standard ones first, and all lists by name.

    Where a later version of the program has a standard field of the same key, that one counts.
    """
    standard = standard_catalogue()
    known = {(one.entity, one.key.lower()) for one in standard.fields}
    own = (_field_of(row) for row in database.execute(select(crm_fields).order_by(crm_fields.c.place)))
    fields = (*standard.fields, *(one for one in own if (one.entity, one.key.lower()) not in known))
    lists = {one.name: one for one in standard.lists} | _stored_lists(database, standard)
    return Catalogue(fields, tuple(sorted(lists.values(), key=lambda one: one.name.lower())))


def _stored_lists(database: Connection, standard: Catalogue) -> dict[str, CrmList]:
    items: dict[str, list[ListItem]] = {}
    columns = (crm_list_items.c.list_name, crm_list_items.c.item_key, crm_list_items.c.text)
    ordered = select(*columns).order_by(crm_list_items.c.list_name, crm_list_items.c.place)
    for name, key, text in database.execute(ordered).all():  # at once and unpacked, which is quicker
        items.setdefault(name, []).append(ListItem(key, text))
    lists: dict[str, CrmList] = {}
    for row in database.execute(select(crm_lists)):
        own = tuple(items.get(row.name, ()))
        replaced = standard.list(row.name)
        if replaced is not None:
            lists[row.name] = replace(replaced, items=own, edited=True)
        else:
            lists[row.name] = CrmList(row.name, row.label, own, user_defined=True)
    return lists


@understood
def _field_of(row: Row[Any]) -> CrmField:
    return CrmField(
        CrmEntity(row.entity),
        row.field_key,
        row.label,
        FieldType(row.kind),
        row.max_length,
        row.list_name,
        read_only=row.read_only,
        user_defined=True,
    )


class CatalogueTables:
    """What an administrator does with fields and lists of SuperOffice."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load(self) -> Catalogue:
        """All fields and lists."""
        with self._store.read() as database:
            return load_catalogue(database)

    def save_field(self, crm: CrmField, before: CrmField | None) -> CrmField:
        """Add or change a user-defined field."""
        crm = _tidied(crm)
        with self._store.write() as database:
            catalogue = load_catalogue(database)
            if before is not None:
                _compare(catalogue.field(before.entity, before.key), before, before.label or before.key)
            _refuse(check_field(crm, catalogue, before))
            if before is not None and (before.entity, before.key) != (crm.entity, crm.key):
                _delete_fields(database, (before,))
            _write_fields(database, (crm,))
            refuse_taken_away(database, catalogue, load_catalogue(database))
            record(database, Change.CRM_FIELD_EDITED if before else Change.CRM_FIELD_ADDED, "", crm.key)
        return crm

    def remove_fields(self, fields: Collection[CrmField]) -> None:
        """Remove user-defined fields; those that are gone already do no harm."""
        standard = standard_catalogue()
        _refuse(
            Problem(ProblemCode.CRM_FIELD_IS_STANDARD, {"key": one.key})
            for one in fields
            if standard.field(one.entity, one.key) is not None
        )
        with self._store.write() as database:
            catalogue = load_catalogue(database)
            _delete_fields(database, fields)
            refuse_taken_away(database, catalogue, load_catalogue(database))
            for one in fields:
                record(database, Change.CRM_FIELD_REMOVED, "", one.key)

    def save_list(self, crm: CrmList, before: CrmList | None) -> CrmList:
        """Add a user-defined list, or change the items of any; a standard list keeps its name."""
        if before is not None and before.name != crm.name:
            raise ValueError("a list that is there keeps its name")
        with self._store.write() as database:
            catalogue = load_catalogue(database)
            if before is not None:
                _compare(catalogue.list(before.name), before, before.label or before.name)
            _refuse(check_list(crm, catalogue, before))
            saved = _write_list(database, crm)
            refuse_taken_away(database, catalogue, load_catalogue(database))
            record(database, Change.CRM_LIST_EDITED if before else Change.CRM_LIST_ADDED, "", crm.name)
        return saved

    def remove_list(self, name: str) -> None:
        """Remove a user-defined list that no field uses, or give a standard list its own items again."""
        with self._store.write() as database:
            catalogue = load_catalogue(database)
            found = catalogue.list(name)
            if found is None:
                raise not_found(name)
            if found.user_defined:
                _refuse_used(found, catalogue)
            elif not found.edited:
                raise InvalidInput(Problem(ProblemCode.CRM_LIST_IS_STANDARD, {"list": found.label}))
            database.execute(delete(crm_lists).where(crm_lists.c.name == name))
            refuse_taken_away(database, catalogue, load_catalogue(database))
            what = Change.CRM_LIST_REMOVED if found.user_defined else Change.CRM_LIST_PUT_BACK
            record(database, what, "", name)

    def import_file(self, contents: CatalogueFile) -> tuple[int, int]:
        """Add what is not there and update what differs. Returns (added, updated)."""
        contents = replace(contents, fields=tuple(map(_tidied, contents.fields)))
        with self._store.write() as database:
            catalogue = load_catalogue(database)
            _refuse(_problems(contents, catalogue))
            planned = plan_catalogue(contents, catalogue)
            effective = [one.entry for one in planned if one.change is not Effect.UNCHANGED]
            _write_fields(database, [one for one in effective if isinstance(one, CrmField)])
            for one in effective:
                if isinstance(one, CrmList):
                    _write_list(database, one)
            refuse_taken_away(database, catalogue, load_catalogue(database))
            added = sum(one.change is Effect.NEW for one in planned)
            updated = len(effective) - added
            if effective:
                record(database, Change.CATALOGUE_IMPORTED, "", f"{added} + {updated}")
        return added, updated


def _problems(contents: CatalogueFile, catalogue: Catalogue) -> Iterable[Problem]:
    rules = Rules(catalogue, (one.name for one in contents.lists))
    for crm in contents.lists:
        yield from rules.list_problems(crm, catalogue.list(crm.name))
    for field in contents.fields:
        yield from rules.field_problems(field, catalogue.field(field.entity, field.key))


def _tidied(crm: CrmField) -> CrmField:
    """The field as the database keeps it: user-defined, with what its type has alone."""
    is_text, is_list = crm.kind is FieldType.TEXT, crm.kind is FieldType.LIST
    return replace(
        crm,
        max_length=crm.max_length if is_text else 0,
        list_name=crm.list_name if is_list else "",
        is_id=False,
        user_defined=True,
    )


def _compare(now: CrmField | CrmList | None, before: CrmField | CrmList, name: str) -> None:
    """Refuse where it is not any more as it was opened."""
    if now is None:
        raise not_found(name)
    if now != before:
        raise SavedMeanwhile(Problem(ProblemCode.SAVED_MEANWHILE, {"name": name}), now)


def _refuse(problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    if found:
        raise InvalidInput(*found)


def _refuse_used(crm: CrmList, catalogue: Catalogue) -> None:
    users = [one.label or one.key for one in catalogue.uses_of(crm.name)]
    if users:
        params = {"list": crm.label or crm.name, "fields": "\n".join(users)}
        raise StillInUse(Problem(ProblemCode.CRM_LIST_IN_USE, params))


def _write_fields(database: Connection, fields: Collection[CrmField]) -> None:
    """Add these fields behind the others, or change them where they stand."""
    there = {
        (row.entity, row.field_key)
        for row in database.execute(select(crm_fields.c.entity, crm_fields.c.field_key))
    }
    new = [one for one in fields if (one.entity.value, one.key) not in there]
    changed = [one for one in fields if (one.entity.value, one.key) in there]
    last = database.execute(select(func.coalesce(func.max(crm_fields.c.place), -1))).scalar_one()
    if new:
        rows = [_columns(one) | {"place": place} for place, one in enumerate(new, start=last + 1)]
        database.execute(insert(crm_fields), rows)
    if changed:
        rows = [_columns(one) | _place_of(one) for one in changed]
        database.execute(update(crm_fields).where(_AT_PLACE), rows)


def _columns(crm: CrmField) -> dict[str, Any]:
    return {
        "entity": crm.entity.value,
        "field_key": crm.key,
        "unique_key": crm.key.lower(),
        "label": crm.label,
        "kind": crm.kind.value,
        "max_length": crm.max_length,
        "list_name": crm.list_name,
        "read_only": crm.read_only,
    }


def _delete_fields(database: Connection, fields: Collection[CrmField]) -> None:
    if fields:
        database.execute(delete(crm_fields).where(_AT_PLACE), list(map(_place_of, fields)))


def _place_of(crm: CrmField) -> dict[str, str]:
    """The parameters of ``_AT_PLACE``."""
    return {"in_entity": crm.entity.value, "of_key": crm.key}


def _write_list(database: Connection, crm: CrmList) -> CrmList:
    """Keep a list with all of its items; a standard list that is as it was is kept no longer."""
    standard = standard_catalogue().list(crm.name)
    database.execute(delete(crm_lists).where(crm_lists.c.name == crm.name))
    if standard is not None and standard.items == crm.items:
        return standard
    label, own = (standard.label, False) if standard else (crm.label, True)
    row = {"name": crm.name, "unique_key": crm.name.lower(), "label": label, "user_defined": own}
    database.execute(insert(crm_lists).values(row))
    items = [
        {"list_name": crm.name, "place": place, "item_key": item.key, "text": item.text}
        for place, item in enumerate(crm.items)
    ]
    if items:
        database.execute(insert(crm_list_items), items)
    return replace(crm, label=label, user_defined=own, edited=not own)
