"""The table in which the items of a list of SuperOffice are edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QObject, Qt, Signal

from erpsync_desktop.model.catalogue_items import ItemRow, row_problems
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.widgets.sentences import sentence
from erpsync_desktop.widgets.tables import NO_PARENT, Index
from erpsync_desktop.widgets.theme import Tone, status_icon
from erpsync_desktop.widgets.tooltips import tooltip

KEY, ENGLISH, GERMAN, NOTE = range(4)
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _FLAGS | Qt.ItemFlag.ItemIsEditable
_COLUMNS = ("key", "english", "german")
_EDITED = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


class CrmItemsModel(QAbstractTableModel):
    """Rows that can be typed over; the last column says what is wrong with one.

    Signals:
        leaving(): somebody is about to change something.
        edited(): somebody changed something.
    """

    leaving = Signal()
    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ItemRow] = []
        self._problems: dict[int, Problem] = {}

    # What is in it

    @property
    def rows(self) -> tuple[ItemRow, ...]:
        """All rows, in order."""
        return tuple(self._rows)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong, from top to bottom."""
        return tuple(self._problems.values())

    def set_rows(self, rows: Sequence[ItemRow]) -> None:
        """Take other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._problems = row_problems(self._rows)
        self.endResetModel()

    def insert(self, place: int, rows: Sequence[ItemRow]) -> None:
        """Put rows before the one at ``place``."""
        if rows:
            self.leaving.emit()
            self.beginInsertRows(NO_PARENT, place, place + len(rows) - 1)
            self._rows[place:place] = rows
            self.endInsertRows()
            self._judge()

    def remove(self, places: Sequence[int]) -> None:
        """Remove the rows at these places."""
        gone = set(places)
        self.leaving.emit()
        self.beginResetModel()
        self._rows = [row for place, row in enumerate(self._rows) if place not in gone]
        self.endResetModel()
        self._judge()

    def move(self, places: Sequence[int], step: int) -> tuple[int, ...]:
        """Move rows one up (-1) or down (1), as far as there is room. Returns where they are now."""
        moved: set[int] = set()
        rows = list(self._rows)
        for place in sorted(places, reverse=step > 0):
            to = place + step
            if 0 <= to < len(self._rows) and to not in moved:
                rows[place], rows[to] = rows[to], rows[place]
            else:
                to = place
            moved.add(to)
        if moved != set(places):
            self.leaving.emit()
            self._rows = rows
            self._judge()
        return tuple(sorted(moved))

    def _judge(self) -> None:
        """Find again what is wrong: of 20,000 rows in about 20 ms."""
        self._problems = row_problems(self._rows)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, NOTE))
        self.edited.emit()

    # What Qt asks

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        """The number of items."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        """Key, both texts and what is wrong."""
        return 0 if parent.isValid() else NOTE + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All can be typed over but what is wrong."""
        return _FLAGS if index.column() == NOTE else _EDITABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text; of the last column also the sign that something is wrong."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if column == NOTE:
            return self._note(row, role)
        if role in _EDITED:
            return getattr(self._rows[row], _COLUMNS[column])
        return None

    def _note(self, row: int, role: int) -> Any:
        problem = self._problems.get(row)
        if problem is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return status_icon(Tone.ERROR)
        if role == Qt.ItemDataRole.DisplayRole:
            return sentence(problem).problem
        return tooltip(sentence(problem).text) if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Type over a cell."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() == NOTE:
            return False
        row, name = index.row(), _COLUMNS[index.column()]
        if getattr(self._rows[row], name) != value:
            self.leaving.emit()
            self._rows[row] = replace(self._rows[row], **{name: value})
            self._judge()
        return True

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names and the rows' numbers."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return section + 1
        texts = (
            QCoreApplication.translate("CrmItems", "Key"),
            QCoreApplication.translate("CrmItems", "English"),
            QCoreApplication.translate("CrmItems", "German"),
            QCoreApplication.translate("CrmItems", "To put right"),
        )
        return texts[section]

    def retranslate(self) -> None:
        """Have everything said in the language that is set."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, NOTE)
        if self._rows:
            self.dataChanged.emit(self.index(0, NOTE), self.index(len(self._rows) - 1, NOTE))
