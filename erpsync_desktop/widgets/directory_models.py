"""Tables of users and groups that filter, sort and tick themselves, quickly also with 10,000 rows.

A proxy asks a model of Python for every row at every keystroke; here a keystroke is one pass over texts that
are ready.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from erpsync_desktop.model.directory import Directory
from erpsync_desktop.widgets.folding import all_folded, folded

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_FIRST_ROWS = 20
"""As many tell whether a column is one of numbers."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: an id and a cell for each column; numbers sort as numbers."""

    id: str
    cells: tuple[str | int, ...]


def group_entries(directory: Directory) -> tuple[Entry, ...]:
    """The groups with the columns name and number of users."""
    members = Counter(user.group_id for user in directory.users)
    return tuple(Entry(group.id, (group.name, members[group.id])) for group in directory.groups)


def user_entries(directory: Directory) -> tuple[Entry, ...]:
    """The users with the columns sign-in name, full name and group."""
    groups = {group.id: group.name for group in directory.groups}
    return tuple(
        Entry(user.id, (user.name, user.full_name, groups.get(user.group_id, ""))) for user in directory.users
    )


def _all_numbers(cells: Sequence[str | int]) -> bool:
    """Whether there are numbers alone, or nothing in place of one."""
    return all(isinstance(cell, int) or not cell for cell in cells) and any(cells)


class EntriesModel(QAbstractTableModel):
    """Rows of users or groups, filtered and sorted; with check boxes in the first column if wanted.

    Signals:
        checkedChanged(): what is ticked changed.
    """

    checkedChanged = Signal()  # noqa: N815  named as Qt names signals

    def __init__(
        self,
        columns: int,
        *,
        checkable: bool = False,
        filterable: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._filterable = filterable
        self._headers = [""] * columns
        self._checkable = checkable
        self._entries: Sequence[Entry] = ()
        self._texts: list[str] | None = None
        self._order: list[int] = []
        self._shown: list[int] = []
        self._checked: set[str] = set()
        self._filter = ""
        self._only_checked = False
        self._sorted_by = (-1, Qt.SortOrder.AscendingOrder)

    # What is in it

    def set_headers(self, headers: Sequence[str]) -> None:
        """Name the columns."""
        self._headers = list(headers)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headers) - 1)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Take other rows; ticks of rows that are no longer there are kept."""
        self.beginResetModel()
        self._entries = entries
        self._texts = None
        self._order = self._sorted()
        self._shown = self._matching()
        self.endResetModel()
        # The first paint need not wait for what only a filter needs.
        if self._filterable:
            QTimer.singleShot(0, self, self._searchable)

    def _searchable(self) -> list[str]:
        if self._texts is None:
            self._texts = all_folded(["\n".join(map(str, entry.cells)) for entry in self._entries])
        return self._texts

    @property
    def checkable(self) -> bool:
        """Whether rows have check boxes."""
        return self._checkable

    @property
    def total(self) -> int:
        """How many rows there are without the filter."""
        return len(self._entries)

    def entry(self, row: int) -> Entry:
        """The entry shown at a row."""
        return self._entries[self._shown[row]]

    def row_of(self, entry_id: str) -> int:
        """Where an entry is shown; -1 if it is not."""
        rows = (row for row, place in enumerate(self._shown) if self._entries[place].id == entry_id)
        return next(rows, -1)

    # What is shown of it

    def set_filter(self, text: str) -> None:
        """Show the rows that have every word of ``text`` in some cell."""
        self._filter = text
        self._refilter()

    def set_only_checked(self, only: bool) -> None:
        """Show ticked rows alone. A row that is then unticked stays in sight until something else changes."""
        self._only_checked = only
        self._refilter()

    def _refilter(self) -> None:
        shown = self._matching()
        if shown != self._shown:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()

    def _matching(self) -> list[int]:
        shown = self._order
        for word in folded(self._filter).split():
            texts = self._searchable()
            shown = [place for place in shown if word in texts[place]]
        if self._only_checked:
            shown = [place for place in shown if self._entries[place].id in self._checked]
        return shown

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by -1 as the rows came."""
        self._sorted_by = (column, order)
        self.beginResetModel()
        self._order = self._sorted()
        self._shown = self._matching()
        self.endResetModel()

    def _sorted(self) -> list[int]:
        column, order = self._sorted_by
        places = list(range(len(self._entries)))
        if column < 0:
            return places
        cells = [entry.cells[column] for entry in self._entries]
        numbers = _all_numbers(cells)
        keys: list[Any] = [cell or 0 for cell in cells] if numbers else all_folded([*map(str, cells)])
        return sorted(places, key=keys.__getitem__, reverse=order is Qt.SortOrder.DescendingOrder)

    # What is ticked

    @property
    def checked(self) -> frozenset[str]:
        """The ids that are ticked, shown or not."""
        return frozenset(self._checked)

    def set_checked(self, ids: Iterable[str]) -> None:
        """Tick these and no others."""
        self._checked = set(ids)
        self._tell_checked()

    def toggle(self, rows: Sequence[int]) -> None:
        """Tick these rows, or untick them if all of them are ticked."""
        ids = {self.entry(row).id for row in rows}
        self._check(ids, on=not ids <= self._checked)

    def check_shown(self, on: bool) -> None:
        """Tick or untick every row that is shown."""
        self._check({self._entries[place].id for place in self._shown}, on=on)

    def shown_state(self) -> Qt.CheckState:
        """Whether all, some or none of the shown rows are ticked."""
        entries, checked = self._entries, self._checked
        ticked = len([place for place in self._shown if entries[place].id in checked]) if checked else 0
        if not ticked:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if ticked == len(self._shown) else Qt.CheckState.PartiallyChecked

    def _check(self, ids: set[str], *, on: bool) -> None:
        self._checked = self._checked | ids if on else self._checked - ids
        self._tell_checked()

    def _tell_checked(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.checkedChanged.emit()

    # What Qt asks

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:  # noqa: N802
        """The number of rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:  # noqa: N802
        """The number of columns."""
        return 0 if parent.isValid() else len(self._headers)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The first column of a checkable model can be ticked; nothing is edited in place."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self._checkable and index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text (also as its tooltip, for where it is cut off) or its check state."""
        if not index.isValid():
            return None
        cell = self.entry(index.row()).cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return QLocale().toString(cell) if isinstance(cell, int) else cell
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(cell, str):
            return f"<qt>{escape(cell)}</qt>" if cell else None
        if role == Qt.ItemDataRole.TextAlignmentRole and isinstance(cell, int):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.CheckStateRole and self._checkable and index.column() == 0:
            ticked = self.entry(index.row()).id in self._checked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Tick or untick a row."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole or not self._checkable:
            return False
        self._check({self.entry(index.row()).id}, on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        numbers = any(isinstance(entry.cells[section], int) for entry in self._entries[:_FIRST_ROWS])
        if role == Qt.ItemDataRole.TextAlignmentRole and numbers:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None
