"""The rows of the Mappings dialog, made from the rules of one actor type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from erpsync_desktop.dialogs.mapping_texts import crm_detail, crm_label, cut_note, erp_label
from erpsync_desktop.model.catalogue import CrmField
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.mapping import ActorRules, MappingRow
from erpsync_desktop.widgets.field_types import type_name
from erpsync_desktop.widgets.folding import folded
from erpsync_desktop.widgets.language import current_language
from erpsync_desktop.widgets.search_combo import Choice


class Shown(Enum):
    """Which rows are shown."""

    ALL = auto()
    MAPPED = auto()
    NOT_MAPPED = auto()
    PROBLEMS = auto()


@dataclass(frozen=True, slots=True)
class MappingRecord:
    """A row with the texts that it is filtered and sorted by.

    Attributes:
        row: the field with its mapping.
        place: in rank order.
        label: the ERP field's name.
        crm_label: the SuperOffice field's name; its key where it is gone; empty for none.
        search: what the filter looks at, folded.
        problem: what is wrong with it.
        note: what is worth knowing but bars nothing.
    """

    row: MappingRow
    place: int
    label: str
    crm_label: str
    search: str
    problem: Problem | None = None
    note: Problem | None = None

    @property
    def id(self) -> str:
        """The ERP field's key."""
        return self.row.mapping.erp_key

    def is_shown(self, shown: Shown) -> bool:
        """Whether it is among those that are asked for."""
        if shown is Shown.PROBLEMS:
            return self.problem is not None
        mapped = bool(self.row.mapping.crm_key)
        return shown is Shown.ALL or mapped is (shown is Shown.MAPPED)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the table of one actor type shows, made off the GUI thread.

    Attributes:
        problems: what is wrong, by ERP field.
        records: the rows, in rank order.
        choices: the SuperOffice fields as they are offered, by key.
        language: that they are in.
    """

    problems: Mapping[str, Problem]
    records: Sequence[MappingRecord]
    choices: Mapping[str, Choice]
    language: str


def prepared(rules: ActorRules) -> Prepared:
    """Make the rows of one actor type. Takes some 30 µs each; meant for a background thread."""
    problems = problems_of(rules)
    fields = rules.context.crm.of(rules.entity) if rules.entity is not None else ()
    choices = {one.key: choice_of(one) for one in fields}
    return Prepared(problems, records_of(rules, problems), choices, current_language())


def choice_of(crm: CrmField) -> Choice:
    """How a SuperOffice field is offered."""
    return Choice(crm.key, crm_label(crm), crm_detail(crm))


def problems_of(rules: ActorRules) -> dict[str, Problem]:
    """What is wrong in an actor type, by ERP field; what bars only an activation counts as well."""
    found: dict[str, Problem] = {}
    for row in rules.rows():
        if problem := rules.row_problem(row):
            found[row.mapping.erp_key] = problem
    for reason in rules.reasons():
        if isinstance(key := reason.params.get("key"), str):
            found.setdefault(key, reason)
    return found


def records_of(
    rules: ActorRules, problems: Mapping[str, Problem], before: Sequence[MappingRecord] = ()
) -> list[MappingRecord]:
    """A record for each field; those that are as ``before`` cost next to nothing."""
    known = {one.id: one for one in before}
    made: list[MappingRecord] = []
    for place, row in enumerate(rules.rows()):
        key = row.mapping.erp_key
        old, problem = known.get(key), problems.get(key)
        # Rows compare quickly: their parts are nearly always the very same objects.
        same = old is not None and old.row == row and old.place == place and old.problem == problem
        made.append(old if old is not None and same else _record(row, place, problem))
    return made


def _record(row: MappingRow, place: int, problem: Problem | None) -> MappingRecord:
    label, crm = erp_label(row), _crm_text(row)
    search = "\n".join((label, crm, row.mapping.erp_key, row.mapping.crm_key, _kind(row)))
    return MappingRecord(row, place, label, crm, folded(search), problem, cut_note(row))


def _kind(row: MappingRow) -> str:
    return type_name(row.erp.kind) if row.erp else ""


def _crm_text(row: MappingRow) -> str:
    return crm_label(row.crm) if row.crm else row.mapping.crm_key
