"""The items of a list while they are typed."""

import pytest

from erpsync_desktop.model.catalogue_items import ItemRow, pasted_rows, ready_rows, row_problems
from erpsync_desktop.model.catalogue_rules import MOST_ITEMS
from erpsync_desktop.model.errors import ProblemCode as Code
from erpsync_desktop.model.metadata import ListItem


def test_an_item_comes_back_as_it_was() -> None:
    items = [ListItem("r", 'US:"Red";GE:"Rot";FR:"Rouge"'), ListItem("b", "Blue"), ListItem("g", 'GE:"Grün"')]
    assert [row.item() for row in ready_rows(items)] == items


def test_space_around_what_is_typed_does_not_count() -> None:
    row = ItemRow(" r ", " Red ", "")
    assert row.item() == ListItem("r", "Red")
    assert row_problems([row]) == {}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (ItemRow(), Code.CRM_ITEM_KEY_MISSING),
        (ItemRow("a", " ", ""), Code.CRM_ITEM_TEXT_MISSING),
        (ItemRow("a", "", "", 'US:"Was";GE:"War"'), Code.CRM_ITEM_TEXT_MISSING),
        (ItemRow("a", "x" * 256), Code.CRM_ITEM_TEXT_BAD),
        (ItemRow("first", "Again"), Code.CRM_ITEM_REPEATED),
    ],
)
def test_what_is_wrong_is_told_at_its_place(row: ItemRow, code: Code) -> None:
    found = row_problems([ItemRow("first", "First"), row])
    assert {place: problem.code for place, problem in found.items()} == {1: code}
    assert found[1].params["position"] == 2


def test_a_text_in_another_language_is_a_text() -> None:
    assert row_problems([ItemRow("a", "", "", 'US:"Was";FR:"Était"')]) == {}


def test_too_many_rows_are_told_once() -> None:
    found = row_problems([ItemRow()] * (MOST_ITEMS + 1))
    assert [problem.code for problem in found.values()] == [Code.CRM_TOO_MANY_ITEMS]


def test_lines_of_a_spreadsheet_are_rows() -> None:
    text = 'r\tRed\tRot\tmore\r\n\r\n b \tBlue\r\ng\t\tGrün\r\nOnly\r\n"q"\t"a ""b"""\t\r\n'
    assert pasted_rows(text) == [
        ItemRow("r", "Red", "Rot"),
        ItemRow("b", "Blue"),
        ItemRow("g", "", "Grün"),
        ItemRow("Only", "Only"),
        ItemRow("q", 'a "b"'),
    ]


@pytest.mark.parametrize("text", ["", "\n\t\n", "x" * 200_000])
def test_nothing_that_could_be_an_item_gives_no_row(text: str) -> None:
    assert pasted_rows(text) == []
