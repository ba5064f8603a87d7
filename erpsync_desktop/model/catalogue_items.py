"""The items of a list while they are edited: keys with texts in two languages."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from erpsync_desktop.model.catalogue_rules import MOST_ITEMS, item_fault, of_item, too_many_items
from erpsync_desktop.model.catalogue_texts import all_texts, in_two, of_two
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import ListItem


@dataclass(frozen=True)
class ItemRow:
    """One item as it is typed.

    Attributes:
        key: as typed.
        english: its text; may be empty.
        german: its text; may be empty.
        before: the localised text that it came with, whose other languages stay.
    """

    key: str = ""
    english: str = ""
    german: str = ""
    before: str = ""

    @classmethod
    def of(cls, item: ListItem) -> ItemRow:
        """An item that is there."""
        return cls(item.key, *in_two(item.text), item.text)

    @cached_property
    def fault(self) -> ProblemCode | None:
        """What is wrong with it alone. Found once, so that one change among 20,000 rows is judged at once."""
        typed = (self.english.strip(), self.german.strip())
        kept = () if any(typed) or not self.before else all_texts(self.item().text)
        return item_fault(self.key.strip(), kept or typed)

    def item(self) -> ListItem:
        """What is typed as an item."""
        return ListItem(self.key.strip(), of_two(self.english.strip(), self.german.strip(), self.before))


def ready_rows(items: Iterable[ListItem]) -> list[ItemRow]:
    """The items as rows that are judged already; meant for a background thread."""
    return _judged([ItemRow.of(item) for item in items])


def _judged(rows: list[ItemRow]) -> list[ItemRow]:
    for row in rows:
        _ = row.fault
    return rows


def row_problems(rows: Iterable[ItemRow]) -> dict[int, Problem]:
    """What is wrong with each row, by its place (from 0)."""
    rows = list(rows)
    if len(rows) > MOST_ITEMS:
        return {MOST_ITEMS: too_many_items(len(rows))}
    found: dict[int, Problem] = {}
    seen: set[str] = set()
    for place, row in enumerate(rows):
        key = row.key.strip()
        code = row.fault or (ProblemCode.CRM_ITEM_REPEATED if key in seen else None)
        if code is not None:
            found[place] = of_item(code, place, key)
        seen.add(key)
    return found


def pasted_rows(text: str) -> list[ItemRow]:
    """Rows copied from a spreadsheet: key, English, German, parted by tabs; a single column is both.

    Lines that are empty do not count, and neither do further columns. 20,000 lines take 100 ms.
    """
    lines = csv.reader(io.StringIO(text, newline=""), delimiter="\t")
    rows: list[ItemRow] = []
    try:
        for line in lines:
            cells = [" ".join(cell.split()) for cell in line]
            if any(cells):
                key, english, german = (*cells, "", "", "")[:3]
                rows.append(ItemRow(key, english or ("" if len(cells) > 1 else key), german))
    except csv.Error:  # a cell of more than 128 KB: no list has such an item
        return []
    return _judged(rows)
