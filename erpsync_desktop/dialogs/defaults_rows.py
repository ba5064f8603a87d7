"""The defaults of one actor type as rows, in the user's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from erpsync_desktop.model.defaults import kept_default_problem
from erpsync_desktop.model.erp_schema import ErpList
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.mapping import ActorRules
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.pairing import MappingRow
from erpsync_desktop.model.sync_setup import DefaultValue
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.widgets.field_row import row_label
from erpsync_desktop.widgets.folding import folded
from erpsync_desktop.widgets.language import current_language
from erpsync_desktop.widgets.sentences import sentence
from erpsync_desktop.widgets.tables import Index, RecordsModel
from erpsync_desktop.widgets.theme import Tone, colour, status_icon
from erpsync_desktop.widgets.tooltips import tooltip
from erpsync_desktop.widgets.value_texts import value_text, yes_or_no

FIELD, VALUE, ASKED, MANDATORY = range(4)
Lists = Mapping[str, ErpList]

_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True, slots=True)
class DefaultRow:
    """A default as it is shown.

    Attributes:
        id: the ERP field's key.
        cells: field, value, asked, mandatory.
        problem: what is wrong with it now, if the ERP has changed since it was made.
        search: what a filter would look at.
    """

    id: str
    cells: tuple[str, str, str, str]
    problem: Problem | None = None
    search: str = ""


def default_rows(rules: ActorRules, lists: Lists) -> tuple[DefaultRow, ...]:
    """The defaults of an actor type, in the order of its fields.

    Args:
        rules: of the actor type as it stands.
        lists: those that are known, by name.
    """
    return tuple(_row(row, lists) for row in rules.rows() if row.mapping.default is not None)


def _row(row: MappingRow, lists: Lists) -> DefaultRow:
    default = row.mapping.default or DefaultValue()
    label = row_label(row.erp) if row.erp else row.mapping.erp_key
    cells = (
        label,
        default_text(row.erp, default, lists),
        yes_or_no(default.ask_user),
        yes_or_no(default.mandatory),
    )
    return DefaultRow(row.mapping.erp_key, cells, kept_default_problem(row))


def default_text(erp: FieldMetadata | None, default: DefaultValue, lists: Lists) -> str:
    """The value that is set, in the user's words; that none is."""
    if not default.set_value:
        return QCoreApplication.translate("Defaults", "(no value)")
    if erp is None:
        return default.value
    if erp.kind is FieldType.LIST and erp.list_name in lists:
        items = lists[erp.list_name].items
        found = next((item for item in items if item.key == default.value), None)
        return found.text_in(current_language()) if found else default.value
    return value_text(erp, default.value)


def described(erp: FieldMetadata | None, default: DefaultValue | None, lists: Lists) -> str:
    """All of a default in one line; that there is none."""
    if default is None:
        return QCoreApplication.translate("Defaults", "no default")
    parts = [default_text(erp, default, lists)]
    if default.ask_user:
        parts.append(QCoreApplication.translate("Defaults", "ask the user"))
    if default.mandatory:
        parts.append(QCoreApplication.translate("Defaults", "mandatory"))
    return ", ".join(parts)


class DefaultsModel(RecordsModel):
    """The table of defaults; one that does not fit any more says so by icon, colour and tooltip."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(4, parent)

    def sort_key(self, record: DefaultRow, column: int) -> Any:
        """By what is shown, whatever the case."""
        return folded(record.cells[column])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are selected, nothing else."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is shown of a cell."""
        if not index.isValid():
            return None
        record, column = self.record(index.row()), index.column()
        said = sentence(record.problem).text if record.problem else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return record.cells[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{record.cells[column]} ({said})" if said and column == FIELD else record.cells[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip("\n".join(part for part in (record.cells[column], said) if part))
        if record.problem is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return status_icon(Tone.ERROR) if column == FIELD else None
        return colour(Tone.ERROR) if role == Qt.ItemDataRole.ForegroundRole else None
