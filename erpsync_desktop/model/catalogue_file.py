"""User-defined fields and lists from a JSON or CSV file, read whole or not at all, and written as JSON.

JSON is an object with ``fields`` and ``lists``. A field has ``entity`` (company, person, project), ``key``,
``label_en``, ``label_de``, ``type``, ``length``, ``list``, ``read_only``; a list has ``name``, ``label_en``,
``label_de`` and ``items`` with ``key``, ``text_en`` and ``text_de`` each. In place of the two languages
``label`` and ``text`` may hold localised text. CSV holds either fields or the items of lists, which its
header tells. A list comes with all of its items.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from erpsync_desktop.model.catalogue import Catalogue, CatalogueFile, CrmField, CrmList
from erpsync_desktop.model.catalogue_reading import FileReading, Place
from erpsync_desktop.model.catalogue_texts import in_two, of_two
from erpsync_desktop.model.csv_text import decoded, header_of, rows
from erpsync_desktop.model.errors import InvalidInput, Problem, ProblemCode
from erpsync_desktop.model.metadata import ListItem

FIELD_COLUMNS = ("entity", "key", "label_en", "label_de", "type", "length", "list")
ITEM_COLUMNS = ("list", "key", "text_en", "text_de")


def read_catalogue(data: bytes, catalogue: Catalogue) -> CatalogueFile:
    """Read a file of either kind; JSON begins with a brace. Raises InvalidInput with every problem."""
    begins = data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1]
    return read_catalogue_json(data, catalogue) if begins == b"{" else read_catalogue_csv(data, catalogue)


def read_catalogue_json(data: bytes, catalogue: Catalogue) -> CatalogueFile:
    """Read JSON.

    Args:
        data: UTF-8, or UTF-16 with a byte order mark.
        catalogue: what there is: lists that fields may name, and standard fields, which no file changes.

    Raises:
        InvalidInput: with every problem found, each naming its place (``fields[3].key``).
    """
    reading = FileReading(catalogue)
    _read_json(data, reading)
    return reading.result()


def read_catalogue_csv(data: bytes, catalogue: Catalogue) -> CatalogueFile:
    """Read fields (``FIELD_COLUMNS``) or list items (``ITEM_COLUMNS``), separated by comma, semicolon or tab.

    Raises:
        InvalidInput: with every problem found, each naming its line (from 1, the header counted).
    """
    lines = list(rows(decoded(data)))
    if not lines:
        raise InvalidInput(Problem(ProblemCode.CATALOGUE_EMPTY))
    columns = tuple(header_of(lines[0][1]))
    if columns not in {FIELD_COLUMNS, ITEM_COLUMNS}:
        params = {"fields_columns": ", ".join(FIELD_COLUMNS), "items_columns": ", ".join(ITEM_COLUMNS)}
        raise InvalidInput(Problem(ProblemCode.CATALOGUE_HEADER, params))
    reading = FileReading(catalogue)
    _read_lines(lines[1:], columns, reading)
    return reading.result()


def read_standard(data: bytes) -> Catalogue:
    """SuperOffice's own fields and lists, from JSON of the same shape in which fields may be ``is_id``.

    Raises:
        InvalidInput: it is not as it must be.
    """
    reading = FileReading(Catalogue(), standard=True)
    _read_json(data, reading)
    read = reading.result()
    return Catalogue(
        tuple(replace(one, user_defined=False) for one in read.fields),
        tuple(sorted((replace(one, user_defined=False) for one in read.lists), key=lambda one: one.name)),
    )


def write_catalogue_json(catalogue: Catalogue) -> bytes:
    """What is user-defined or was edited, as ``read_catalogue_json`` reads it; UTF-8."""
    content = {
        "fields": [_field_entry(one) for one in catalogue.fields if one.user_defined],
        "lists": [_list_entry(one) for one in catalogue.lists if one.user_defined or one.edited],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


# Writing


def _field_entry(crm: CrmField) -> dict[str, Any]:
    optional = {"length": crm.max_length, "list": crm.list_name, "read_only": crm.read_only}
    return {
        "entity": crm.entity.value,
        "key": crm.key,
        **_texts("label", crm.label),
        "type": crm.kind.value,
        **{name: value for name, value in optional.items() if value},
    }


def _list_entry(crm: CrmList) -> dict[str, Any]:
    items = [{"key": item.key, **_texts("text", item.text)} for item in crm.items]
    return {"name": crm.name, **_texts("label", crm.label), "items": items}


def _texts(name: str, text: str) -> dict[str, str]:
    english, german = in_two(text)
    if german and of_two(english, german) == text:
        return {f"{name}_en": english, f"{name}_de": german}
    return {name: text}


# JSON


class _Object(dict[str, Any]):
    """An object of a file, which remembers the properties that stand in it more than once."""

    __slots__ = ("repeated",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.repeated: tuple[str, ...] = ()
        if len(self) < len(pairs):
            uses = Counter(name for name, _ in pairs)
            self.repeated = tuple(name for name, count in uses.items() if count > 1)


def _read_json(data: bytes, reading: FileReading) -> None:
    content = _parsed(data)
    if not isinstance(content, dict):
        reading.misshapen("{ }")
        return
    reading.allow(content, {"fields", "lists"}, "")
    for place, entry in reading.entries(content, "lists", reading.most_lists):
        _read_list(entry, place, reading)
    for place, entry in reading.entries(content, "fields", reading.most_fields):
        allowed = {*FIELD_COLUMNS, "label", "read_only", *({"is_id"} if reading.standard else ())}
        if reading.allow(entry, allowed, place):
            reading.add_field(entry, place)


def _read_list(entry: Mapping[str, Any], place: str, reading: FileReading) -> None:
    items: list[ListItem] = []
    places: list[Place] = []
    reading.allow(entry, {"name", "label", "label_en", "label_de", "items"}, place)
    for at, item in reading.entries(entry, "items", reading.most_items, place):
        reading.allow(item, {"key", "text", "text_en", "text_de"}, at)
        items.append(ListItem(reading.word(item, "key", at), reading.words(item, "text", at)))
        places.append(at)
    name, label = reading.word(entry, "name", place), reading.words(entry, "label", place)
    reading.add_list(CrmList(name, label, tuple(items)), place, places)


def _parsed(data: bytes) -> Any:
    text = decoded(data)
    if not text.strip():
        raise InvalidInput(Problem(ProblemCode.CATALOGUE_EMPTY))
    try:
        return json.loads(text, object_pairs_hook=_Object)
    except json.JSONDecodeError as error:
        params = {"line": error.lineno, "column": error.colno}
        raise InvalidInput(Problem(ProblemCode.CATALOGUE_NOT_JSON, params, detail=error.msg)) from None
    except (RecursionError, ValueError) as error:  # nested too deep; a number of thousands of digits
        raise InvalidInput(Problem(ProblemCode.CATALOGUE_SHAPE, detail=type(error).__name__)) from None


# CSV


def _read_lines(
    lines: Iterable[tuple[int, list[str]]], columns: tuple[str, ...], reading: FileReading
) -> None:
    lists: dict[str, tuple[int, list[ListItem], list[Place]]] = {}
    for line, cells in lines:
        if len(cells) != len(columns):
            params = {"line": line, "found": len(cells), "expected": len(columns)}
            reading.problems.append(Problem(ProblemCode.CSV_COLUMNS, params))
            continue
        entry = {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
        if columns == FIELD_COLUMNS:
            reading.add_field(entry, line)
            continue
        _, items, places = lists.setdefault(entry["list"], (line, [], []))
        items.append(ListItem(entry["key"], of_two(entry["text_en"], entry["text_de"])))
        places.append(line)
    for name, (line, items, places) in lists.items():
        reading.add_list(CrmList(name, "", tuple(items)), line, places)
