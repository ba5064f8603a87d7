"""Fields and lists from a file, whole or not at all, and back."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.model import catalogue_rules
from erpsync_desktop.model.catalogue import Catalogue, CatalogueFile, CrmEntity, CrmField, CrmList
from erpsync_desktop.model.catalogue_file import (
    FIELD_COLUMNS,
    ITEM_COLUMNS,
    read_catalogue,
    read_catalogue_csv,
    read_catalogue_json,
    read_standard,
    write_catalogue_json,
)
from erpsync_desktop.model.errors import InvalidInput, Problem
from erpsync_desktop.model.errors import ProblemCode as Code
from erpsync_desktop.model.localized import compose
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.model.values import FieldType

NAME = CrmField(CrmEntity.COMPANY, "NAME", "Name")
OWN = CrmField(CrmEntity.COMPANY, "x_own", "Own", user_defined=True)
CATALOGUE = Catalogue((NAME, OWN), (CrmList("category", "Category", (ListItem("1", "Customer"),)),))
FIELDS = ",".join(FIELD_COLUMNS) + "\n"
ITEMS = ",".join(ITEM_COLUMNS) + "\n"


def problems(data: bytes | str | dict[str, Any]) -> list[tuple[Code, Any]]:
    raw = json.dumps(data) if isinstance(data, dict) else data
    with pytest.raises(InvalidInput) as caught:
        read_catalogue(raw.encode() if isinstance(raw, str) else raw, CATALOGUE)
    return [(problem.code, problem.params.get("where")) for problem in caught.value.problems]


def field(**properties: Any) -> dict[str, Any]:
    return {"entity": "company", "key": "x", "label_en": "X", "type": "Text"} | properties


def read(data: dict[str, Any]) -> CatalogueFile:
    return read_catalogue_json(json.dumps(data).encode(), CATALOGUE)


# JSON


def test_fields_and_lists_are_read_from_json() -> None:
    items = [{"key": "r", "text_en": "Red", "text_de": "Rot"}]
    content = read(
        {
            "lists": [{"name": "colours", "label_en": "Colours", "label_de": "Farben", "items": items}],
            "fields": [
                field(label_de="Ix", length=40, read_only=True),
                field(entity="Person", key="y", type="list", list="colours"),
            ],
        }
    )
    assert content.fields == (
        CrmField(CrmEntity.COMPANY, "x", 'US:"X";GE:"Ix"', max_length=40, read_only=True, user_defined=True),
        CrmField(CrmEntity.PERSON, "y", "X", FieldType.LIST, list_name="colours", user_defined=True),
    )
    assert content.lists == (
        CrmList("colours", 'US:"Colours";GE:"Farben"', (ListItem("r", 'US:"Red";GE:"Rot"'),), True),
    )


def test_a_standard_list_can_get_other_items_but_keeps_its_name() -> None:
    content = read(
        {"lists": [{"name": "category", "label": "Other", "items": [{"key": "9", "text": "New"}]}]}
    )
    assert content.lists == (CrmList("category", "Category", (ListItem("9", "New"),), edited=True),)


def test_a_field_that_is_there_already_is_updated() -> None:
    (one,) = read({"fields": [field(key="x_own", label_en="Renamed")]}).fields
    assert (one.key, one.label) == ("x_own", "Renamed")


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ({"fields": [field(key="NAME")]}, (Code.CRM_FIELD_IS_STANDARD, "fields[0]")),
        ({"fields": [field(key="name")]}, (Code.CRM_KEY_TAKEN, "fields[0]")),
        ({"fields": [field(), field(key="X")]}, (Code.CRM_KEY_TAKEN, "fields[1]")),
        ({"fields": [field(key="a b")]}, (Code.CRM_KEY_BAD, "fields[0]")),
        ({"fields": [field(label_en=" ")]}, (Code.CRM_LABEL_MISSING, "fields[0]")),
        ({"fields": [field(entity="sale")]}, (Code.CATALOGUE_ENTITY_UNKNOWN, "fields[0]")),
        ({"fields": [field(type="Colour")]}, (Code.CATALOGUE_TYPE_UNKNOWN, "fields[0]")),
        ({"fields": [field(type="Password")]}, (Code.CATALOGUE_TYPE_UNKNOWN, "fields[0]")),
        ({"fields": [field(type="List")]}, (Code.CRM_LIST_MISSING, "fields[0]")),
        ({"fields": [field(type="List", list="nowhere")]}, (Code.CRM_LIST_UNKNOWN, "fields[0]")),
        ({"fields": [field(length=-1)]}, (Code.CRM_LENGTH_BAD, "fields[0]")),
        ({"fields": [field(length=True)]}, (Code.CRM_LENGTH_BAD, "fields[0]")),
        ({"fields": [field(length=1.5)]}, (Code.CRM_LENGTH_BAD, "fields[0]")),
        ({"fields": [field(key=7)]}, (Code.CATALOGUE_SHAPE, "fields[0].key")),
        ({"fields": [field(lenght=7)]}, (Code.CATALOGUE_SHAPE, "fields[0].lenght")),
        ({"fields": [field(is_id=True)]}, (Code.CATALOGUE_SHAPE, "fields[0].is_id")),
        ({"fields": [field(read_only="no")]}, (Code.CATALOGUE_SHAPE, "fields[0].read_only")),
        ({"fields": ["x"]}, (Code.CATALOGUE_SHAPE, "fields[0]")),
        ({"fields": {}}, (Code.CATALOGUE_SHAPE, "fields")),
        ({"felder": []}, (Code.CATALOGUE_SHAPE, "felder")),
        ({"lists": [{"name": "Category"}]}, (Code.CRM_KEY_TAKEN, "lists[0]")),
        ({"lists": [{"name": "a"}, {"name": "A"}]}, (Code.CRM_KEY_TAKEN, "lists[1]")),
        (
            {"lists": [{"name": "a", "items": [{"key": "1", "text": "b"}, {"key": "1", "text": "c"}]}]},
            (Code.CRM_ITEM_REPEATED, "lists[0].items[1]"),
        ),
        (
            {"lists": [{"name": "a", "items": [{"key": "1"}]}]},
            (Code.CRM_ITEM_TEXT_MISSING, "lists[0].items[0]"),
        ),
        ({"lists": [{"name": "a", "items": [3]}]}, (Code.CATALOGUE_SHAPE, "lists[0].items[0]")),
    ],
)
def test_what_is_wrong_in_json_is_told_with_its_place(
    content: dict[str, Any], wrong: tuple[Code, str]
) -> None:
    assert wrong in problems(content)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ('{"lists": [{"name": "a"}], "lists": [{"name": "b"}]}', "lists"),
        ('{"lists": [{"name": "a", "name": "b"}]}', "lists[0].name"),
        (
            '{"lists": [{"name": "a", "items": [{"key": "1", "text": "x", "text": "y"}]}]}',
            "lists[0].items[0].text",
        ),
        ('{"fields": [{"entity": "company", "key": "x", "type": "Text", "key": "y"}]}', "fields[0].key"),
        ('{"felder": 1, "felder": 2}', "felder"),
    ],
)
def test_a_property_that_stands_twice_in_json_is_told_once_with_its_place(data: str, place: str) -> None:
    assert problems(data) == [(Code.CATALOGUE_SHAPE, place)]


def test_every_problem_is_told() -> None:
    found = problems({"fields": [field(key=""), field(), field(type="?")]})
    assert found == [(Code.CATALOGUE_TYPE_UNKNOWN, "fields[2]"), (Code.CRM_KEY_MISSING, "fields[0]")]


def test_a_mistake_in_json_is_told_with_line_and_column() -> None:
    with pytest.raises(InvalidInput) as caught:
        read_catalogue_json(b'{\n "fields": [,]}', CATALOGUE)
    assert caught.value.problem == Problem(
        Code.CATALOGUE_NOT_JSON, {"line": 2, "column": 13}, detail="Expecting value"
    )


@pytest.mark.parametrize(
    "data", [b'{"fields": ' + b"[" * 200_000, b'{"fields": [' + b"9" * 5_000 + b"]}"], ids=["deep", "digits"]
)
def test_json_that_no_parser_takes_is_refused(data: bytes) -> None:
    assert problems(data)[0][0] in {Code.CATALOGUE_SHAPE, Code.CATALOGUE_NOT_JSON}


def test_half_a_character_is_refused() -> None:
    data = '{"fields": [{"entity": "company", "key": "x", "label": "\\ud800", "type": "Text"}]}'
    assert problems(data) == [(Code.CRM_LABEL_CONTROL_CHARACTERS, "fields[0]")]


@pytest.mark.parametrize("data", ["", " \n", "{}", '{"fields": [], "lists": []}', FIELDS, ITEMS])
def test_a_file_with_nothing_in_it_is_refused(data: str) -> None:
    assert problems(data) == [(Code.CATALOGUE_EMPTY, None)]


def test_absurdly_many_fields_are_refused() -> None:
    many = [field(key=f"x{number}") for number in range(catalogue_rules.MOST_FIELDS + 1)]
    assert (Code.CATALOGUE_TOO_MANY, "fields") in problems({"fields": many})


def test_a_file_full_of_mistakes_tells_the_first_thousand() -> None:
    assert len(problems(FIELDS + "company,,,,Text,,\n" * 4_000)) == 1_000


# CSV


def test_fields_are_read_from_csv() -> None:
    data = FIELDS + "company,x_new,New,Neu,Text,40,\nproject,x_cat,Cat,,List,,category\n"
    content = read_catalogue_csv(data.encode(), CATALOGUE)
    assert content.fields == (
        CrmField(CrmEntity.COMPANY, "x_new", 'US:"New";GE:"Neu"', max_length=40, user_defined=True),
        CrmField(CrmEntity.PROJECT, "x_cat", "Cat", FieldType.LIST, list_name="category", user_defined=True),
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_list_items_are_read_from_what_spreadsheets_write(separator: str, encoding: str) -> None:
    lines = [",".join(ITEM_COLUMNS).upper(), "colours,r,Red,Rot", "colours,g,,Grün", "category,9,New,"]
    data = "\r\n".join(lines).replace(",", separator).encode(encoding)
    content = read_catalogue(data, CATALOGUE)
    assert content.lists == (
        CrmList("colours", "colours", (ListItem("r", 'US:"Red";GE:"Rot"'), ListItem("g", 'GE:"Grün"')), True),
        CrmList("category", "Category", (ListItem("9", "New"),), edited=True),
    )


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (FIELDS + "company,NAME,Name,,Text,,\n", (Code.CRM_FIELD_IS_STANDARD, 2)),
        (FIELDS + "company,x,X,,Text,,\n\ncompany,X,X,,Text,,\n", (Code.CRM_KEY_TAKEN, 4)),
        (FIELDS + "company,x,X,,Text,many,\n", (Code.CRM_LENGTH_BAD, 2)),
        (FIELDS + "company,x,X,,Text,²,\n", (Code.CRM_LENGTH_BAD, 2)),
        (FIELDS + "company,x,X,,Text,99999999999999999999,\n", (Code.CRM_LENGTH_BAD, 2)),
        (FIELDS + "firm,x,X,,Text,,\n", (Code.CATALOGUE_ENTITY_UNKNOWN, 2)),
        (FIELDS + "company,x,X,,List,,nowhere\n", (Code.CRM_LIST_UNKNOWN, 2)),
        (ITEMS + "a,1,One,\na,1,Again,\n", (Code.CRM_ITEM_REPEATED, 3)),
        (ITEMS + "a,,One,\n", (Code.CRM_ITEM_KEY_MISSING, 2)),
        (ITEMS + ",1,One,\n", (Code.CRM_KEY_MISSING, 2)),
        ("list,key\n", (Code.CATALOGUE_HEADER, None)),
        (ITEMS + "a,1\n", (Code.CSV_COLUMNS, None)),
        (ITEMS + 'a,"1"x,One,\n', (Code.CSV_LINE, None)),
        (b"\xff\xfe\x00", (Code.CSV_ENCODING, None)),
    ],
)
def test_what_is_wrong_in_csv_is_told_with_its_line(
    data: str | bytes, wrong: tuple[Code, int | None]
) -> None:
    assert wrong in problems(data)


@given(st.binary(max_size=400))
def test_whatever_the_bytes_are_there_is_a_result_or_an_explanation(data: bytes) -> None:
    for head in (b"", FIELDS.encode(), ITEMS.encode(), b'{"fields": [', b'{"lists": ['):
        try:
            content = read_catalogue(head + data, CATALOGUE)
        except InvalidInput:
            continue
        assert content.fields or content.lists


# Writing

_words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=20).map(str.strip)
_keys = st.text("abcXYZ019_.:-", min_size=1, max_size=12)


def _localised(english: str, german: str, french: str) -> str:
    words = {"en": english, "de": german, "fr": french}
    return compose({language: text for language, text in words.items() if text}) or "Plain"


_texts = st.builds(_localised, _words, _words, _words) | _words.filter(bool)
_items = st.lists(st.builds(ListItem, _keys, _texts), max_size=4, unique_by=lambda item: item.key)
_lists = st.builds(
    lambda name, label, items: CrmList(f"own.{name}", label, tuple(items), user_defined=True),
    _keys,
    _texts,
    _items,
)


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    lists = draw(st.lists(_lists, max_size=3, unique_by=lambda one: one.name.lower()))
    names = ["category", *(one.name for one in lists)]
    kinds = st.sampled_from([FieldType.TEXT, FieldType.LIST, FieldType.DATETIME, FieldType.CHECKBOX])
    fields = []
    for key in draw(st.lists(_keys, max_size=4, unique_by=str.lower)):
        kind = draw(kinds)
        fields.append(
            CrmField(
                draw(st.sampled_from(CrmEntity)),
                f"own.{key}",
                draw(_texts),
                kind,
                draw(st.integers(0, 1_000_000)) if kind is FieldType.TEXT else 0,
                draw(st.sampled_from(names)) if kind is FieldType.LIST else "",
                read_only=draw(st.booleans()),
                user_defined=True,
            )
        )
    if draw(st.booleans()):
        lists.append(CrmList("category", "Category", tuple(draw(_items)), edited=True))
    return Catalogue((NAME, *fields), tuple(lists))


@given(catalogues())
def test_what_is_saved_is_read_back_the_same(catalogue: Catalogue) -> None:
    own = CatalogueFile(tuple(one for one in catalogue.fields if one.user_defined), catalogue.lists)
    data = write_catalogue_json(catalogue)
    if not (own.fields or own.lists):
        assert json.loads(data) == {"fields": [], "lists": []}
        return
    assert read_catalogue_json(data, CATALOGUE) == own


def test_what_is_standard_is_not_saved() -> None:
    assert json.loads(write_catalogue_json(Catalogue((NAME,), CATALOGUE.lists))) == {
        "fields": [],
        "lists": [],
    }


def test_a_standard_catalogue_that_is_wrong_is_refused() -> None:
    with pytest.raises(InvalidInput):
        read_standard(b'{"fields": [{"entity": "company"}]}')
