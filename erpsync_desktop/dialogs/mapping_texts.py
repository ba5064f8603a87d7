"""What the Mappings dialog says of a row: what is possible, what is not and why."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.model.catalogue import CrmField
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.mapping import ActorRules, MappingRow, may_be_cut
from erpsync_desktop.model.metadata import FieldAccess
from erpsync_desktop.model.sync_setup import Direction
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.widgets.field_types import type_name
from erpsync_desktop.widgets.language import current_language, uilocale
from erpsync_desktop.widgets.sentences import sentence


def erp_label(row: MappingRow) -> str:
    """An ERP field's name on one line, without signs."""
    label = row.erp.label_in(current_language()) if row.erp else row.mapping.erp_key
    return " ".join(label.split())


def crm_label(crm: CrmField) -> str:
    """A SuperOffice field's name on one line."""
    return " ".join(crm.label_in(current_language()).split())


def crm_detail(crm: CrmField) -> str:
    """Key and type of a SuperOffice field."""
    return f"{crm.key} · {typed(crm.kind, crm.max_length)}"


def typed(kind: FieldType, max_length: int) -> str:
    """A type in words, with its length where it has one."""
    name = type_name(kind)
    return f"{name} ({uilocale().toString(max_length)})" if max_length else name


def direction_name(direction: Direction) -> str:
    """A direction in words."""
    return {
        Direction.NONE: QCoreApplication.translate("MappingTexts", "no direction"),
        Direction.TO_CRM: QCoreApplication.translate("MappingTexts", "To SuperOffice"),
        Direction.TO_ERP: QCoreApplication.translate("MappingTexts", "To ERP"),
        Direction.BOTH: QCoreApplication.translate("MappingTexts", "Both directions"),
    }[direction]


def direction_text(rules: ActorRules, row: MappingRow, direction: Direction) -> str:
    """A direction's state in words, with the reason where it is barred."""
    problem = rules.direction_problem(row, direction)
    state = _state(row, direction, problem)
    return QCoreApplication.translate("MappingTexts", "{direction}: {state}").format(
        direction=direction_name(direction), state=state
    )


def directions_text(rules: ActorRules, row: MappingRow) -> str:
    """All three directions in words; what goes without saying is left out."""
    to_crm, to_erp, both = (
        rules.direction_problem(row, one) for one in (Direction.TO_CRM, Direction.TO_ERP, Direction.BOTH)
    )
    if to_crm and to_erp and to_crm.code == to_erp.code:
        return sentence(to_crm).text
    shown = [Direction.TO_CRM, Direction.TO_ERP]
    follows = both.code in _codes(to_crm, to_erp) if both else not (to_crm or to_erp)
    if row.mapping.direction is Direction.BOTH or not follows:
        shown.append(Direction.BOTH)
    parts = [direction_text(rules, row, one) for one in shown]
    return "\n".join(parts) if to_crm or to_erp or both else ". ".join(parts)


def row_notes(rules: ActorRules, row: MappingRow) -> Iterator[str]:
    """What else there is to say of a row: what it is, what may be cut, why it cannot be searched or shown."""
    if row.erp is not None and (description := row.erp.description_in(current_language())):
        yield description
    cut = cut_note(row)
    if cut is not None:
        yield sentence(cut).text
    if row.erp is not None:
        for note in row.erp.notes:
            yield sentence(note).text
    if row.erp is not None and not row.erp_gone:
        barred = (rules.search_problem(row), rules.tab_problem(row))
        yield from dict.fromkeys(sentence(one).problem for one in barred if one)


def cut_note(row: MappingRow) -> Problem | None:
    """That texts may be cut in the direction that is set, or in any as long as none is."""
    if row.erp is None or row.crm is None or row.gone:
        return None
    chosen = row.mapping.direction
    for one in (Direction.TO_CRM, Direction.TO_ERP):
        wanted = (one.to_crm and chosen.to_crm) or (one.to_erp and chosen.to_erp)
        if wanted and (problem := may_be_cut(row.erp, row.crm, one)):
            return problem
    return None


def row_name(row: MappingRow) -> str:
    """An ERP field with its signs in words, for screen readers."""
    parts = [erp_label(row)]
    if row.erp is not None and row.erp.is_mandatory:
        parts.append(QCoreApplication.translate("MappingTexts", "mandatory in the ERP"))
    if row.erp is not None and row.erp.access is FieldAccess.READ_ONLY:
        parts.append(QCoreApplication.translate("MappingTexts", "read-only in the ERP"))
    if row.erp_gone:
        parts.append(QCoreApplication.translate("MappingTexts", "gone from the ERP"))
    return ", ".join(parts)


def summary_of(row: MappingRow) -> str:
    """A mapping in a few words, as one tells it from another version of it."""
    mapping = row.mapping
    if not mapping.crm_key:
        parts = [QCoreApplication.translate("MappingTexts", "(No Selection)")]
    else:
        parts = [crm_label(row.crm) if row.crm else mapping.crm_key, direction_name(mapping.direction)]
    if mapping.show_in_search:
        parts.append(QCoreApplication.translate("MappingTexts", "in search"))
    if mapping.show_in_tab:
        parts.append(QCoreApplication.translate("MappingTexts", "in ERP tab"))
    return ", ".join(parts)


def _state(row: MappingRow, direction: Direction, problem: Problem | None) -> str:
    chosen = row.mapping.direction is direction
    if problem is None:
        if chosen:
            return QCoreApplication.translate("MappingTexts", "chosen")
        return QCoreApplication.translate("MappingTexts", "possible")
    said = sentence(problem)
    why = " ".join(part for part in (said.problem, said.cause) if part)
    if chosen:
        return QCoreApplication.translate("MappingTexts", "chosen, but not possible any more. {why}").format(
            why=why
        )
    return QCoreApplication.translate("MappingTexts", "not possible. {why}").format(why=why)


def _codes(*problems: Problem | None) -> set[object]:
    return {one.code for one in problems if one is not None}
