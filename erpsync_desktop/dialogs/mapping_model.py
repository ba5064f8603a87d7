"""The table of one actor type's fields, as Qt asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial
from textwrap import wrap
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon

from erpsync_desktop.dialogs.mapping_rows import MappingRecord, Prepared, Shown, choice_of, records_of
from erpsync_desktop.dialogs.mapping_texts import (
    crm_detail,
    direction_text,
    directions_text,
    row_name,
    typed,
)
from erpsync_desktop.model.catalogue import CrmField
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.mapping import ActorRules, MappingRow, available
from erpsync_desktop.model.metadata import FieldAccess
from erpsync_desktop.model.sync_setup import Direction
from erpsync_desktop.widgets.direction_delegate import STATE_ROLE, TIP_ROLE, DirectionState
from erpsync_desktop.widgets.folding import folded
from erpsync_desktop.widgets.language import current_language
from erpsync_desktop.widgets.search_combo import CHOICES_ROLE, Choice
from erpsync_desktop.widgets.sentences import sentence
from erpsync_desktop.widgets.tables import Index, RecordsModel
from erpsync_desktop.widgets.theme import Tone, colour, icon, status_icon
from erpsync_desktop.widgets.tooltips import tooltip

ERP_FIELD, TYPE, CRM_FIELD, DIRECTION, IN_SEARCH, IN_TAB = range(6)
_DISPLAY, _EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)
_TOOLTIP, _ACCESSIBLE = int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)
_DECORATION, _CHECK = int(Qt.ItemDataRole.DecorationRole), int(Qt.ItemDataRole.CheckStateRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_WIDEST_HEADER = 13
"""Letters in a line above a box."""
_PAINTED = frozenset({_DISPLAY, _DECORATION, _CHECK, _FOREGROUND})
_ASKED = frozenset({_TOOLTIP, _ACCESSIBLE, _EDIT, STATE_ROLE, TIP_ROLE, CHOICES_ROLE})
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class MappingsModel(RecordsModel):
    """ERP field, type, SuperOffice field, direction, show in search, show in ERP tab.

    It changes nothing itself: it tells what is wanted, and shows the rules that come of it.

    Signals:
        crmFieldWanted: an ERP field (key) is to have a SuperOffice field (key; empty for none).
        shownWanted: an ERP field (key) is to be shown, or not, in ``IN_SEARCH`` or ``IN_TAB``.
    """

    crmFieldWanted = Signal(str, str)  # noqa: N815  Qt's way of naming
    shownWanted = Signal(str, int, bool)  # noqa: N815

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(6, parent)
        self._rules: ActorRules | None = None
        self._wanted = Shown.ALL
        self._locked = False
        self._known: tuple[MappingRecord, ...] = ()
        self._states: dict[str, DirectionState] = {}
        self._choices: dict[str, Choice] = {}
        self._cells: dict[tuple[str, int], dict[int, Any]] = {}
        self._cell_flags: dict[tuple[str, int], Qt.ItemFlag] = {}
        self._palette = 0

    # What is shown

    def forget_words(self) -> None:
        """The language has changed: make everything anew at the next ``show_rules``."""
        self._choices.clear()
        self._cells.clear()
        self._known = ()

    def prepare(self, ready: Prepared) -> None:
        """Have at hand what was made off the GUI thread, if it is in the language of the moment."""
        if ready.language == current_language():
            self._known, self._choices = tuple(ready.records), dict(ready.choices)

    def show_rules(self, rules: ActorRules, problems: Mapping[str, Problem]) -> None:
        """Show an actor type as it stands now.

        Where the fields are the same, rows stay where they are, also those that the filter would hide now.
        """
        records = records_of(rules, problems, self._known)
        self._known = tuple(records)
        self._rules = rules
        self._forget_cells()
        if [one.id for one in records] != [one.id for one in self._in_rank_order()]:
            self.set_records(records)
            return
        by_id = {one.id: one for one in records}
        self._records = tuple(by_id[one.id] for one in self._records)
        self._shown = [by_id[one.id] for one in self._shown]
        self.repaint_columns(0, IN_TAB)

    def set_shown(self, shown: Shown) -> None:
        """Show only these rows."""
        self._wanted = shown
        self.beginResetModel()
        self._shown = self._matching()
        self.endResetModel()

    def set_locked(self, locked: bool) -> None:
        """Take no changes."""
        self._locked = locked
        self._forget_cells()
        self.repaint_columns(0, IN_TAB)

    def _forget_cells(self) -> None:
        for kept in (self._states, self._cells, self._cell_flags):
            kept.clear()

    def _in_rank_order(self) -> list[MappingRecord]:
        return sorted(self._records, key=lambda one: one.place)

    def _matching(self) -> list[Any]:
        return [one for one in super()._matching() if one.is_shown(self._wanted)]

    def _sort(self) -> None:
        if self._sorted_by[0] < 0:
            self._records = tuple(self._in_rank_order())
        else:
            super()._sort()

    def sort_key(self, record: MappingRecord, column: int) -> Any:
        """By what is shown; fields without a mapping come after those that have one."""
        mapping = record.row.mapping
        if column == ERP_FIELD:
            return folded(record.label)
        if column == TYPE:
            return _kind_text(record.row)
        if column == CRM_FIELD:
            return not mapping.crm_key, folded(record.crm_label)
        if column == DIRECTION:
            return not mapping.direction, mapping.direction.value
        return not (mapping.show_in_search if column == IN_SEARCH else mapping.show_in_tab)

    # What Qt asks

    def flags(self, index: Index) -> Qt.ItemFlag:
        """SuperOffice fields are edited, boxes ticked, where the rules and the lock let them."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        record, column = self.record(index.row()), index.column()
        kept = self._cell_flags.get((record.id, column))
        if kept is None:
            kept = self._cell_flags[record.id, column] = self._flags_of(record.row, column)
        return kept

    def _flags_of(self, row: MappingRow, column: int) -> Qt.ItemFlag:
        if self._locked or self._rules is None:
            return _FLAGS
        if column == CRM_FIELD and (row.mapping.crm_key or not row.erp_gone):
            return _FLAGS | Qt.ItemFlag.ItemIsEditable
        if self._has_box(row, column):
            return _FLAGS | Qt.ItemFlag.ItemIsUserCheckable
        return _FLAGS

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        """The columns' names, those of the boxes on several lines; also where there is no room for them."""
        if orientation is Qt.Orientation.Horizontal:
            if role == _DISPLAY and section in {IN_SEARCH, IN_TAB}:
                return "\n".join(wrap(self._headers[section], _WIDEST_HEADER))
            if role == _TOOLTIP:
                return tooltip(self._headers[section])
            if role == _ACCESSIBLE:
                return self._headers[section]
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What is shown of a cell."""
        if (role not in _PAINTED and role not in _ASKED) or not index.isValid() or self._rules is None:
            return None
        record, column = self.record(index.row()), index.column()
        if role in _PAINTED:
            return self._cell(record, column).get(role)
        if role == _TOOLTIP:
            return tooltip(self._explanation(record, column))
        if role == _ACCESSIBLE:
            return self._spoken(record, column)
        return self._of_delegates(record, column, role)

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:  # noqa: N802
        """Tell what is wanted."""
        if not index.isValid() or self._locked:
            return False
        key, column = self.record(index.row()).id, index.column()
        if role == _EDIT and column == CRM_FIELD:
            self.crmFieldWanted.emit(key, str(value))
            return True
        if role == _CHECK and column in {IN_SEARCH, IN_TAB}:
            self.shownWanted.emit(key, column, Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        return False

    def _of_delegates(self, record: MappingRecord, column: int, role: int) -> Any:
        if column == DIRECTION and role == STATE_ROLE:
            return self._state(record)
        if column == DIRECTION and role == TIP_ROLE:
            return partial(self._tip, record.row)
        if column == CRM_FIELD and role == _EDIT:
            return record.row.mapping.crm_key
        if column == CRM_FIELD and role == CHOICES_ROLE:
            return self._offer(record.row)
        return None

    # A cell

    def _cell(self, record: MappingRecord, column: int) -> dict[int, Any]:
        """All that is painted of a cell, made once: scrolling asks for a thousand values at each step."""
        palette = QGuiApplication.palette().cacheKey()
        if palette != self._palette:
            self._palette = palette
            self._cells.clear()
        made = self._cells.get((record.id, column))
        if made is None:
            made = self._cells[record.id, column] = {
                _DISPLAY: self._text(record, column),
                _DECORATION: self._icon(record, column),
                _CHECK: self._box(record.row, column),
                _FOREGROUND: self._ink(record, column),
            }
        return made

    def _text(self, record: MappingRecord, column: int) -> str:
        row = record.row
        if column == ERP_FIELD:
            label = f"* {record.label}" if row.erp and row.erp.is_mandatory else record.label
            return _gone(label) if row.erp_gone else label
        if column == TYPE:
            return typed(row.erp.kind, row.erp.max_length) if row.erp else ""
        if column == CRM_FIELD:
            return _gone(record.crm_label) if row.crm_gone else record.crm_label or no_selection()
        return "–" if column in {IN_SEARCH, IN_TAB} and not self._has_box(row, column) else ""

    def _icon(self, record: MappingRecord, column: int) -> QIcon | None:
        row = record.row
        if column == ERP_FIELD and row.erp_gone:
            return status_icon(Tone.ERROR)
        if column == ERP_FIELD and row.erp and row.erp.access is FieldAccess.READ_ONLY:
            return icon("lock")
        if column == CRM_FIELD and record.problem is not None and not row.erp_gone:
            return status_icon(Tone.ERROR if row.mapping.crm_key else Tone.WARNING)
        if column == CRM_FIELD and record.note is not None:
            return status_icon(Tone.INFO)
        return None

    @staticmethod
    def _ink(record: MappingRecord, column: int) -> Any:
        unmapped = column == CRM_FIELD and not record.row.mapping.crm_key
        quiet = unmapped or column in {TYPE, IN_SEARCH, IN_TAB}
        return _muted(QGuiApplication.palette().cacheKey()) if quiet else None

    def _state(self, record: MappingRecord) -> DirectionState:
        state = self._states.get(record.id)
        if state is None and self._rules is not None:
            possible = available(self._rules, record.row)
            state = DirectionState(record.row.mapping.direction, possible, not self._locked)
            self._states[record.id] = state
        return state or DirectionState()

    def _tip(self, row: MappingRow, direction: Direction) -> str:
        return tooltip(direction_text(self._rules, row, direction)) if self._rules else ""

    def _offer(self, row: MappingRow) -> list[Choice]:
        offered = self._rules.offered(row) if self._rules else ()
        return [Choice("", no_selection()), *map(self._choice, offered)]

    def _choice(self, crm: CrmField) -> Choice:
        """Made once a language: the same fields are offered for every row."""
        made = self._choices.get(crm.key)
        if made is None:
            made = self._choices[crm.key] = choice_of(crm)
        return made

    def _explanation(self, record: MappingRecord, column: int) -> str:
        row = record.row
        if column == ERP_FIELD:
            said = row.erp.description_in(current_language()) if row.erp else ""
            return "\n".join(part for part in (row_name(row), f"({record.id})", said) if part)
        if column == CRM_FIELD:
            about = record.problem or record.note
            named = f"{record.crm_label} ({crm_detail(row.crm)})" if row.crm else self._text(record, column)
            return f"{named}\n{sentence(about).text}" if about else named
        if column in {IN_SEARCH, IN_TAB}:
            problem = self._bar(row, column)
            return sentence(problem).text if problem else ""
        return self._text(record, column)

    def _spoken(self, record: MappingRecord, column: int) -> str:
        row = record.row
        if column == ERP_FIELD:
            return row_name(row)
        if column == CRM_FIELD:
            return self._explanation(record, column)
        if column == DIRECTION and self._rules is not None:
            return directions_text(self._rules, row)
        if column in {IN_SEARCH, IN_TAB}:
            problem = self._bar(row, column)
            return (
                f"{self._headers[column]}. {sentence(problem).problem}" if problem else self._headers[column]
            )
        return self._text(record, column)

    @staticmethod
    def _is_ticked(row: MappingRow, column: int) -> bool:
        return row.mapping.show_in_search if column == IN_SEARCH else row.mapping.show_in_tab

    def _box(self, row: MappingRow, column: int) -> Qt.CheckState | None:
        if not self._has_box(row, column):
            return None
        return Qt.CheckState.Checked if self._is_ticked(row, column) else Qt.CheckState.Unchecked

    def _has_box(self, row: MappingRow, column: int) -> bool:
        """What is barred has no box, unless it is ticked from before."""
        if column not in {IN_SEARCH, IN_TAB}:
            return False
        return self._is_ticked(row, column) or self._bar(row, column) is None

    def _bar(self, row: MappingRow, column: int) -> Problem | None:
        if self._rules is None:
            return None
        return self._rules.search_problem(row) if column == IN_SEARCH else self._rules.tab_problem(row)


@lru_cache(maxsize=4)
def _muted(_of_palette: int) -> QColor:
    """The colour of what is quiet, made once a palette."""
    return colour(Tone.MUTED)


def no_selection() -> str:
    """What stands for no SuperOffice field."""
    return QCoreApplication.translate("MappingTexts", "(No Selection)")


def _kind_text(row: MappingRow) -> tuple[str, int]:
    return (row.erp.kind.value, row.erp.max_length) if row.erp else ("", 0)


def _gone(label: str) -> str:
    return QCoreApplication.translate("MappingTexts", "{label} (gone)").format(label=label)
