"""What can be a user-defined field or list of SuperOffice."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from erpsync_desktop.model.catalogue import Catalogue, CrmField, CrmList
from erpsync_desktop.model.catalogue_texts import all_texts
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.naming import LONGEST_NAME, has_control_characters
from erpsync_desktop.model.values import FieldType

LONGEST_KEY = 100
LONGEST_FIELD = 1_000_000
"""Characters; what a field can be declared to hold."""
MOST_FIELDS = 5_000
MOST_LISTS = 1_000
MOST_ITEMS = 100_000
KINDS = (
    FieldType.TEXT,
    FieldType.INTEGER,
    FieldType.DOUBLE,
    FieldType.CHECKBOX,
    FieldType.LIST,
    FieldType.DATETIME,
)
"""The types that a field of SuperOffice can have."""

_KEY = re.compile(rf"[A-Za-z0-9_.:-]{{1,{LONGEST_KEY}}}")


class Rules:
    """The rules against one catalogue, for many fields and lists.

    Args:
        catalogue: what there is.
        new_lists: names of lists that come with the fields.
    """

    def __init__(self, catalogue: Catalogue, new_lists: Iterable[str] = ()) -> None:
        self._keys = {(one.entity, one.key.lower()) for one in catalogue.fields}
        self._names = {one.name.lower() for one in catalogue.lists}
        self._lists = {one.name for one in catalogue.lists} | set(new_lists)

    def field_problems(self, crm: CrmField, before: CrmField | None) -> tuple[Problem, ...]:
        """See ``check_field``."""
        if before is not None and not before.user_defined:
            return (Problem(ProblemCode.CRM_FIELD_IS_STANDARD, {"key": before.key}, field="key"),)
        place = (crm.entity, crm.key.lower())
        own = (before.entity, before.key.lower()) if before else None
        taken = {place[1]} if place in self._keys and place != own else set()
        found = [key_problem(crm.key, taken), label_problem(crm.label, needed=True), _length_problem(crm)]
        found += [_kind_problem(crm), self._list_problem(crm)]
        return tuple(problem for problem in found if problem)

    def _list_problem(self, crm: CrmField) -> Problem | None:
        if crm.kind is not FieldType.LIST:
            return None
        if not crm.list_name:
            return Problem(ProblemCode.CRM_LIST_MISSING, field="list")
        if crm.list_name not in self._lists:
            return Problem(ProblemCode.CRM_LIST_UNKNOWN, {"list": crm.list_name}, field="list")
        return None

    def list_problems(self, crm: CrmList, before: CrmList | None) -> tuple[Problem, ...]:
        """See ``check_list``."""
        own = before.name.lower() if before else None
        taken = {crm.name.lower()} & self._names - {own}
        found = [key_problem(crm.name, taken, field="name"), label_problem(crm.label, needed=False)]
        if len(crm.items) > MOST_ITEMS:
            found.append(too_many_items(len(crm.items)))
            items: list[tuple[int, Problem]] = []
        else:
            items = list(item_problems((item.key, all_texts(item.text)) for item in crm.items))
        return (*(problem for problem in found if problem), *(problem for _, problem in items))


def check_field(crm: CrmField, catalogue: Catalogue, before: CrmField | None) -> tuple[Problem, ...]:
    """What is wrong with a field that is to be saved; nothing if it can be.

    Each problem names its input: ``key``, ``label``, ``type``, ``length`` or ``list``.

    Args:
        crm: as it is to be.
        catalogue: what there is.
        before: the field as it is saved; None for a new one.
    """
    return Rules(catalogue).field_problems(crm, before)


def check_list(crm: CrmList, catalogue: Catalogue, before: CrmList | None) -> tuple[Problem, ...]:
    """What is wrong with a list that is to be saved; nothing if it can be.

    Each problem names its input: ``name``, ``label`` or ``items``.
    """
    return Rules(catalogue).list_problems(crm, before)


def key_problem(key: str, taken: Container[str], *, field: str = "key") -> Problem | None:
    """What is wrong with a key, or with a list's name, or None.

    Args:
        key: without surrounding space.
        taken: the others, in lower case.
        field: the input it belongs to.
    """
    if not key:
        return Problem(ProblemCode.CRM_KEY_MISSING, field=field)
    if not _KEY.fullmatch(key):
        return Problem(ProblemCode.CRM_KEY_BAD, {"key": key}, field=field)
    if key.lower() in taken:
        return Problem(ProblemCode.CRM_KEY_TAKEN, {"key": key}, field=field)
    return None


def label_problem(label: str, *, needed: bool) -> Problem | None:
    """What is wrong with a name, plain or localised, or None."""
    texts = all_texts(label)
    longest = max(map(len, texts))
    if needed and not any(text.strip() for text in texts):
        return Problem(ProblemCode.CRM_LABEL_MISSING, field="label")
    if longest > LONGEST_NAME:
        params = {"length": longest, "limit": LONGEST_NAME}
        return Problem(ProblemCode.CRM_LABEL_TOO_LONG, params, field="label")
    if not _is_clean(label):
        return Problem(ProblemCode.CRM_LABEL_CONTROL_CHARACTERS, field="label")
    return None


def item_problems(items: Iterable[tuple[str, Sequence[str]]]) -> Iterator[tuple[int, Problem]]:
    """What is wrong with the items of a list: the place of each (from 0) and one problem.

    Args:
        items: key of each, and its text in every language.
    """
    seen: set[str] = set()
    for place, (key, texts) in enumerate(items):
        code = item_fault(key, texts) or (ProblemCode.CRM_ITEM_REPEATED if key in seen else None)
        if code is not None:
            yield place, of_item(code, place, key)
        seen.add(key)


def too_many_items(count: int) -> Problem:
    """That a list has too many items."""
    return Problem(ProblemCode.CRM_TOO_MANY_ITEMS, {"count": count, "limit": MOST_ITEMS}, field="items")


def item_fault(key: str, texts: Sequence[str]) -> ProblemCode | None:
    """What is wrong with one item, whatever the others are."""
    if not key.strip():
        return ProblemCode.CRM_ITEM_KEY_MISSING
    if len(key) > LONGEST_KEY or key != key.strip() or not _is_clean(key):
        return ProblemCode.CRM_ITEM_KEY_BAD
    if not any(text.strip() for text in texts):
        return ProblemCode.CRM_ITEM_TEXT_MISSING
    if any(len(text) > LONGEST_NAME or not _is_clean(text) for text in texts):
        return ProblemCode.CRM_ITEM_TEXT_BAD
    return None


def of_item(code: ProblemCode, place: int, key: str) -> Problem:
    """What is wrong with the item at a place (from 0)."""
    params: dict[str, str | int] = {"position": place + 1}
    if code is not ProblemCode.CRM_ITEM_KEY_MISSING:
        params["key"] = key
    if code in {ProblemCode.CRM_ITEM_KEY_BAD, ProblemCode.CRM_ITEM_TEXT_BAD}:
        params["limit"] = LONGEST_KEY if code is ProblemCode.CRM_ITEM_KEY_BAD else LONGEST_NAME
    return Problem(code, params, field="items")


def _is_clean(text: str) -> bool:
    return text.isprintable() or not has_control_characters(text)


def _length_problem(crm: CrmField) -> Problem | None:
    possible = 0 <= crm.max_length <= LONGEST_FIELD
    return None if possible else Problem(ProblemCode.CRM_LENGTH_BAD, field="length")


def _kind_problem(crm: CrmField) -> Problem | None:
    if crm.kind in KINDS:
        return None
    return Problem(ProblemCode.CATALOGUE_TYPE_UNKNOWN, {"type": crm.kind.value}, field="type")
