"""Tables of records that filter and sort themselves, quickly also with 10,000 rows.

A proxy asks a model of Python for every row at every keystroke; here a keystroke is one pass over texts that
are ready.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class Record(Protocol):
    """A row: immutable, with the text that the filter looks at."""

    @property
    def id(self) -> str:
        """What it is known by across refreshes."""

    @property
    def search(self) -> str:
        """All of it that can be filtered for, ``folded``."""


R = TypeVar("R", bound=Record)


class RecordsModel(QAbstractTableModel):
    """Shows records in columns. A subclass says what stands in them.

    Args:
        columns: how many.
        parent: the owner.
    """

    def __init__(self, columns: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers: tuple[str, ...] = ("",) * columns
        self._records: tuple[Any, ...] = ()
        self._shown: list[Any] = []
        self._filter = ""
        self._sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    # What a subclass says

    def sort_key(self, record: Any, column: int) -> Any:
        """What a column is sorted by."""
        raise NotImplementedError

    # What is there

    def set_headers(self, headers: Sequence[str]) -> None:
        """Name the columns, and have everything painted anew: the language has changed."""
        self._headers = tuple(headers)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._headers) - 1)
        self.repaint_columns(0, len(self._headers) - 1)

    def set_records(self, records: Sequence[Any]) -> None:
        """Show other records under the same filter and order."""
        self.beginResetModel()
        self._records = tuple(records)
        self._sort()
        self._shown = self._matching()
        self.endResetModel()

    @property
    def total(self) -> int:
        """How many records there are, shown or not."""
        return len(self._records)

    def record(self, row: int) -> Any:
        """The record shown at a row."""
        return self._shown[row]

    def row_of(self, record_id: str) -> int:
        """Where a record is shown; -1 if it is not."""
        return next((row for row, record in enumerate(self._shown) if record.id == record_id), -1)

    def rows_of(self, record_ids: Set[str]) -> list[int]:
        """Where these records are shown, as far as they are."""
        return [row for row, record in enumerate(self._shown) if record.id in record_ids]

    # What is shown of it

    def set_filter(self, text: str) -> None:
        """Show the records that have every word of ``text`` somewhere."""
        from erpsync_desktop.widgets.folding import folded

        self._filter = folded(text)
        shown = self._matching()
        if shown != self._shown:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by -1 as the records came."""
        self._sorted_by = (column, order)
        self.beginResetModel()
        self._sort()
        self._shown = self._matching()
        self.endResetModel()

    def repaint_columns(self, first: int, last: int) -> None:
        """Have columns painted again, because what they say depends on the time or the language."""
        if self._shown:
            self.dataChanged.emit(self.index(0, first), self.index(len(self._shown) - 1, last))

    def _matching(self) -> list[Any]:
        shown: Sequence[Any] = self._records
        for word in self._filter.split():
            shown = [record for record in shown if word in record.search]
        return list(shown)

    def _sort(self) -> None:
        column, order = self._sorted_by
        if column >= 0:
            backwards = order is Qt.SortOrder.DescendingOrder
            keyed = sorted(self._records, key=lambda record: self.sort_key(record, column), reverse=backwards)
            self._records = tuple(keyed)

    # What Qt asks

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        """The number of records shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        """The number of columns."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None
