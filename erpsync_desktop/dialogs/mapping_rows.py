"""The rows of the Mappings dialog, made from the rules of one actor type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from erpsync_desktop.dialogs.mapping_texts import crm_label, cut_note, erp_label
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.mapping import ActorRules, MappingRow
from erpsync_desktop.widgets.directory_models import all_folded
from erpsync_desktop.widgets.field_types import type_name


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
    """A record for each field. About 10 µs each, less for those that are as ``before``."""
    known = {(one.row, one.place): one for one in before} if before else {}
    rows = rules.rows()
    made: list[MappingRecord | None] = []
    for place, row in enumerate(rows):
        old = known.get((row, place))
        same = old is not None and old.problem == problems.get(row.mapping.erp_key)
        made.append(old if same else None)
    missing = [place for place, one in enumerate(made) if one is None]
    labels = [(erp_label(rows[place]), _crm_text(rows[place])) for place in missing]
    searched = all_folded(
        [
            "\n".join(
                (*labels[n], rows[place].mapping.erp_key, rows[place].mapping.crm_key, _kind(rows[place]))
            )
            for n, place in enumerate(missing)
        ]
    )
    for place, (label, crm), search in zip(missing, labels, searched, strict=True):
        row = rows[place]
        problem = problems.get(row.mapping.erp_key)
        made[place] = MappingRecord(row, place, label, crm, search, problem, cut_note(row))
    return [one for one in made if one is not None]


def _kind(row: MappingRow) -> str:
    return type_name(row.erp.kind) if row.erp else ""


def _crm_text(row: MappingRow) -> str:
    return crm_label(row.crm) if row.crm else row.mapping.crm_key
