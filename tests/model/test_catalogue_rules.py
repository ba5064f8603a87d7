"""What can be a field or list of SuperOffice."""

from dataclasses import replace

import pytest

from erpsync_desktop.model.catalogue import Catalogue, CrmEntity, CrmField, CrmList
from erpsync_desktop.model.catalogue_rules import (
    LONGEST_FIELD,
    LONGEST_KEY,
    MOST_ITEMS,
    check_field,
    check_list,
)
from erpsync_desktop.model.errors import ProblemCode as Code
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.model.values import FieldType

STANDARD = CrmField(CrmEntity.COMPANY, "NAME", "Name")
OWN = CrmField(CrmEntity.COMPANY, "x_own", "Own", user_defined=True)
COLOURS = CrmList("colours", "Colours", (ListItem("1", "Red"),), user_defined=True)
CATALOGUE = Catalogue((STANDARD, OWN), (CrmList("category", "Category"), COLOURS))
NEW = CrmField(CrmEntity.COMPANY, "x_new", "New", user_defined=True)


def found(crm: CrmField, before: CrmField | None = None) -> list[tuple[Code, str]]:
    return [(problem.code, problem.field) for problem in check_field(crm, CATALOGUE, before)]


def found_in_list(crm: CrmList, before: CrmList | None = None) -> list[tuple[Code, str]]:
    return [(problem.code, problem.field) for problem in check_list(crm, CATALOGUE, before)]


def test_a_complete_new_field_can_be_saved() -> None:
    assert found(NEW) == []


def test_a_field_that_stays_as_it_is_can_be_saved() -> None:
    assert found(OWN, OWN) == []


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("", Code.CRM_KEY_MISSING),
        ("with space", Code.CRM_KEY_BAD),
        ("näme", Code.CRM_KEY_BAD),
        ("x\n", Code.CRM_KEY_BAD),
        ("x" * (LONGEST_KEY + 1), Code.CRM_KEY_BAD),
        ("name", Code.CRM_KEY_TAKEN),
        ("X_OWN", Code.CRM_KEY_TAKEN),
    ],
)
def test_a_key_that_cannot_be_one_is_told(key: str, code: Code) -> None:
    assert found(replace(NEW, key=key)) == [(code, "key")]


@pytest.mark.parametrize("key", ["x", "x" * LONGEST_KEY, "udef:12.a_B-c"])
def test_a_key_has_letters_digits_and_a_few_marks(key: str) -> None:
    assert found(replace(NEW, key=key)) == []


def test_the_same_key_is_free_for_another_entity() -> None:
    assert found(replace(NEW, entity=CrmEntity.PERSON, key="NAME")) == []


def test_a_standard_field_is_not_changed() -> None:
    assert found(replace(STANDARD, label="Other"), STANDARD) == [(Code.CRM_FIELD_IS_STANDARD, "key")]


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("", Code.CRM_LABEL_MISSING),
        ('US:" ";GE:""', Code.CRM_LABEL_MISSING),
        ("a" * 256, Code.CRM_LABEL_TOO_LONG),
        ("a\tb", Code.CRM_LABEL_CONTROL_CHARACTERS),
    ],
)
def test_a_field_needs_a_name_that_can_be_shown(label: str, code: Code) -> None:
    assert found(replace(NEW, label=label)) == [(code, "label")]


def test_a_list_field_needs_a_list_that_is_there() -> None:
    listed = replace(NEW, kind=FieldType.LIST)
    assert found(listed) == [(Code.CRM_LIST_MISSING, "list")]
    assert found(replace(listed, list_name="nowhere")) == [(Code.CRM_LIST_UNKNOWN, "list")]
    assert found(replace(listed, list_name="colours")) == []


@pytest.mark.parametrize("length", [-1, LONGEST_FIELD + 1])
def test_the_length_has_its_bounds(length: int) -> None:
    assert found(replace(NEW, max_length=length)) == [(Code.CRM_LENGTH_BAD, "length")]


@pytest.mark.parametrize("kind", [FieldType.PASSWORD, FieldType.LABEL, FieldType.UNKNOWN])
def test_types_that_superoffice_does_not_have_are_refused(kind: FieldType) -> None:
    assert found(replace(NEW, kind=kind)) == [(Code.CATALOGUE_TYPE_UNKNOWN, "type")]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    wrong = replace(NEW, key="", label="", max_length=-1)
    assert [field for _, field in found(wrong)] == ["key", "label", "length"]


def test_a_name_of_a_list_is_taken_whatever_its_case() -> None:
    assert found_in_list(CrmList("Category")) == [(Code.CRM_KEY_TAKEN, "name")]
    assert found_in_list(replace(COLOURS, name="COLOURS"), COLOURS) == []


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (ListItem(" ", "Blue"), Code.CRM_ITEM_KEY_MISSING),
        (ListItem("x" * 101, "Blue"), Code.CRM_ITEM_KEY_BAD),
        (ListItem("a\x00", "Blue"), Code.CRM_ITEM_KEY_BAD),
        (ListItem("a ", "Blue"), Code.CRM_ITEM_KEY_BAD),
        (ListItem("1", "Blue"), Code.CRM_ITEM_REPEATED),
        (ListItem("2", "  "), Code.CRM_ITEM_TEXT_MISSING),
        (ListItem("2", "a\nb"), Code.CRM_ITEM_TEXT_BAD),
        (ListItem("2", 'US:"ok";GE:"' + "x" * 256 + '"'), Code.CRM_ITEM_TEXT_BAD),
    ],
)
def test_an_item_that_cannot_be_taken_is_told_with_its_position(item: ListItem, code: Code) -> None:
    (problem,) = check_list(replace(COLOURS, items=(ListItem("1", "Red"), item)), CATALOGUE, COLOURS)
    assert (problem.code, problem.field, problem.params["position"]) == (code, "items", 2)


def test_keys_of_items_differ_by_their_case() -> None:
    assert found_in_list(replace(COLOURS, items=(ListItem("a", "A"), ListItem("A", "B"))), COLOURS) == []


def test_a_list_has_a_largest_size() -> None:
    items = tuple(ListItem(str(number), "x") for number in range(MOST_ITEMS + 1))
    assert found_in_list(CrmList("big", "Big", items)) == [(Code.CRM_TOO_MANY_ITEMS, "items")]
