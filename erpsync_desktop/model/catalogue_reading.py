"""What is found in a file of fields and lists, and what is wrong with it at which place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from erpsync_desktop.model.catalogue import Catalogue, CatalogueFile, CrmEntity, CrmField, CrmList
from erpsync_desktop.model.catalogue_rules import (
    LONGEST_FIELD,
    MOST_FIELDS,
    MOST_ITEMS,
    MOST_LISTS,
    Rules,
    item_problems,
    too_many_items,
)
from erpsync_desktop.model.catalogue_texts import all_texts, of_two
from erpsync_desktop.model.errors import InvalidInput, Problem, ProblemCode
from erpsync_desktop.model.values import FieldType

Place: TypeAlias = int | str
"""A line's number, or the way through JSON."""
MOST_PROBLEMS = 1_000
"""More are not told: nobody reads them."""


class FileReading:
    """Collects fields, lists and problems; ``result`` tells which of them it comes to.

    Args:
        catalogue: what there is.
        standard: it is SuperOffice's own catalogue that is read.
    """

    most_fields, most_lists, most_items = MOST_FIELDS, MOST_LISTS, MOST_ITEMS

    def __init__(self, catalogue: Catalogue, *, standard: bool = False) -> None:
        self._catalogue = catalogue
        self.standard = standard
        self.problems: list[Problem] = []
        self._fields: list[tuple[Place, CrmField]] = []
        self._lists: list[tuple[Place, CrmList, Sequence[Place]]] = []

    # What is found

    def add_field(self, entry: Mapping[str, Any], place: Place) -> None:
        """Take a field, told by its columns or properties."""
        entity = next(
            (one for one in CrmEntity if one.value == self.word(entry, "entity", place).lower()), None
        )
        kind = FieldType.from_wire(self.word(entry, "type", place))
        if entity is None:
            params = {"entity": self.word(entry, "entity", place)[:40]}
            self._tell(Problem(ProblemCode.CATALOGUE_ENTITY_UNKNOWN, params), place)
            return
        if kind is FieldType.UNKNOWN:
            params = {"type": self.word(entry, "type", place)[:40]}
            self._tell(Problem(ProblemCode.CATALOGUE_TYPE_UNKNOWN, params), place)
            return
        crm = CrmField(
            entity,
            self.word(entry, "key", place),
            self.words(entry, "label", place),
            kind,
            self._length(entry, place) if kind is FieldType.TEXT else 0,
            self.word(entry, "list", place) if kind is FieldType.LIST else "",
            self._yes(entry, "is_id", place),
            self._yes(entry, "read_only", place),
            user_defined=True,
        )
        self._fields.append((place, crm))

    def add_list(self, crm: CrmList, place: Place, items: Sequence[Place]) -> None:
        """Take a list, with the place of each of its items."""
        self._lists.append((place, crm, items))

    def result(self) -> CatalogueFile:
        """All that was found. Raises InvalidInput with the problems, if there are any."""
        if not (self._fields or self._lists or self.problems):
            raise InvalidInput(Problem(ProblemCode.CATALOGUE_EMPTY))
        if len(self._fields) > MOST_FIELDS:
            self.problems.append(_too_many(len(self._fields), MOST_FIELDS))
        elif len(self._lists) > MOST_LISTS:
            self.problems.append(_too_many(len(self._lists), MOST_LISTS))
        else:
            self._check()
        if self.problems:
            raise InvalidInput(*self.problems[:MOST_PROBLEMS])
        return CatalogueFile(
            tuple(one for _, one in self._fields), tuple(self._named(one) for _, one, _ in self._lists)
        )

    # Reading one property

    def word(self, entry: Mapping[str, Any], name: str, place: Place) -> str:
        """A text without surrounding space; empty where there is none."""
        value = entry.get(name, "")
        if isinstance(value, str):
            return value.strip()
        self.misshapen(f"{place}.{name}")
        return ""

    def words(self, entry: Mapping[str, Any], name: str, place: Place) -> str:
        """Localised text, from one property or from one for each language."""
        if name in entry:
            return self.word(entry, name, place)
        return of_two(self.word(entry, f"{name}_en", place), self.word(entry, f"{name}_de", place))

    def _length(self, entry: Mapping[str, Any], place: Place) -> int:
        value = entry.get("length", 0) or 0
        if isinstance(value, str) and value.isdecimal() and value.isascii() and len(value) < 9:
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LONGEST_FIELD:
            return value
        self._tell(Problem(ProblemCode.CRM_LENGTH_BAD, field="length"), place)
        return 0

    def _yes(self, entry: Mapping[str, Any], name: str, place: Place) -> bool:
        value = entry.get(name, False)
        if not isinstance(value, bool):
            self.misshapen(f"{place}.{name}")
        return value is True

    def allow(self, entry: Mapping[str, Any], names: Collection[str], place: str) -> bool:
        """Whether there are only these properties, each once; each other one is a problem."""
        others = [name for name in entry if name not in names]
        others += [name for name in getattr(entry, "repeated", ()) if name in names]
        for name in others:
            self.misshapen(f"{place}.{name}" if place else name)
        return not others

    def entries(
        self, entry: Mapping[str, Any], name: str, most: int, place: str = ""
    ) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The objects in a list, with the place of each."""
        path = f"{place}.{name}" if place else name
        found = entry.get(name, [])
        if not isinstance(found, list):
            self.misshapen(path)
        elif len(found) > most:
            self._tell(_too_many(len(found), most), path)
        else:
            for number, each in enumerate(found):
                if isinstance(each, dict):
                    yield f"{path}[{number}]", each
                else:
                    self.misshapen(f"{path}[{number}]")

    def misshapen(self, place: Place) -> None:
        """Something else was expected at this place."""
        self._tell(Problem(ProblemCode.CATALOGUE_SHAPE), place)

    # Checking all of it

    def _check(self) -> None:
        names = {one.name for _, one, _ in self._lists}
        rules = Rules(self._catalogue, names)
        seen: set[tuple[str, str]] = set()
        for place, crm in self._fields:
            self._check_field(crm, place, rules, seen)
        for place, one, items in self._lists:
            self._check_list(one, place, items, rules, seen)

    def _check_field(self, crm: CrmField, place: Place, rules: Rules, seen: set[tuple[str, str]]) -> None:
        before = self._catalogue.field(crm.entity, crm.key)
        for problem in rules.field_problems(crm, before):
            self._tell(problem, place)
        self._check_repeated(crm.entity.value, crm.key, place, seen)

    def _check_list(
        self, crm: CrmList, place: Place, items: Sequence[Place], rules: Rules, seen: set[tuple[str, str]]
    ) -> None:
        without_items = replace(crm, items=())
        for problem in rules.list_problems(without_items, self._catalogue.list(crm.name)):
            self._tell(problem, place)
        self._check_repeated("", crm.name, place, seen)
        if len(crm.items) > MOST_ITEMS:
            self._tell(too_many_items(len(crm.items)), place)
            return
        for number, problem in item_problems((item.key, all_texts(item.text)) for item in crm.items):
            self._tell(problem, items[number])

    def _check_repeated(self, kind: str, key: str, place: Place, seen: set[tuple[str, str]]) -> None:
        if key and (kind, key.lower()) in seen:
            self._tell(Problem(ProblemCode.CRM_KEY_TAKEN, {"key": key}, field="key"), place)
        seen.add((kind, key.lower()))

    def _named(self, crm: CrmList) -> CrmList:
        """The list as it is to be saved: a file of items alone says nothing of its name."""
        before = self._catalogue.list(crm.name)
        if before is not None and not before.user_defined:
            return replace(crm, label=before.label, edited=True)
        label = crm.label or (before.label if before else crm.name)
        return replace(crm, label=label, user_defined=True)

    def _tell(self, problem: Problem, place: Place) -> None:
        self.problems.append(replace(problem, params={**problem.params, "where": place}))


def _too_many(count: int, limit: int) -> Problem:
    return Problem(ProblemCode.CATALOGUE_TOO_MANY, {"count": count, "limit": limit})
