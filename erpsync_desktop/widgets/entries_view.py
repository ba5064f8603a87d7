"""The table that shows users or groups."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from erpsync_desktop.widgets.directory_models import EntriesModel
from erpsync_desktop.widgets.table_keys import select_current, selects_first, spare_headers

_LEAST_ROWS = 3
_LEAST_CHARACTERS = 12
_MOST_RESTORED = 1_000
"""A selection of more rows than that is not carried over a keystroke in the filter."""


class EntriesView(QTableView):
    """Shows an ``EntriesModel``: whole rows, Space ticks all selected ones, a text where nothing is shown."""

    def __init__(self, model: EntriesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = model
        self._empty_text = ""
        self._kept: tuple[set[str], str, int] = (set(), "", -1)
        self._shares: tuple[int, ...] = ()
        self._dividing = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self._fit_rows()
        self.setModel(model)
        spare_headers(self)
        self.setSortingEnabled(True)
        self.horizontalHeader().sectionResized.connect(self._column_resized)
        model.headerDataChanged.connect(self._divide_width)  # another language is longer
        # Before and after the slots of the view itself, which forgets its selection.
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)

    def set_empty_text(self, text: str) -> None:
        """Say this where there is no row, on the screen and to a screen reader."""
        self._empty_text = text
        self.setAccessibleDescription(text if self.model().rowCount() == 0 else "")
        self.viewport().update()

    def selected_ids(self) -> tuple[str, ...]:
        """The selected entries from top to bottom."""
        return tuple(self._entries.entry(row).id for row in self._selected_rows())

    def select_id(self, entry_id: str) -> None:
        """Select an entry, if it is shown, and scroll to it."""
        row = self._entries.row_of(entry_id)
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self._entries.index(row, 0))

    def share_widths(self, *shares: int) -> None:
        """Divide the width among the columns in these shares, until the user drags one."""
        self._shares = shares
        self._divide_width()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Divide the new width as well."""
        super().resizeEvent(event)
        self._divide_width()

    def _divide_width(self) -> None:
        if not self._shares:
            return
        self._dividing = True
        least = [self._least_width(column) for column in range(len(self._shares))]
        left = self.viewport().width()
        # Where not all fit, each is wide enough to be read, and the table scrolls.
        self.horizontalHeader().setStretchLastSection(sum(least) <= left)
        for column, share in enumerate(self._shares):
            width = left * share // sum(self._shares[column:])
            width = max(least[column], min(width, left - sum(least[column + 1 :])))
            self.setColumnWidth(column, width)
            left -= width
        self._dividing = False

    def _least_width(self, column: int) -> int:
        """The header's, and that of a word."""
        word = self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS
        return max(word, self.horizontalHeader().sectionSizeHint(column))

    def _column_resized(self, column: int) -> None:
        # The last one stretches by itself.
        if not self._dividing and column < self.model().columnCount() - 1:
            self._shares = ()

    def _selected_rows(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _fit_rows(self) -> None:
        height = QFontMetrics(self.font()).height() + 8
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(_LEAST_ROWS * height)

    def _keep_selection(self) -> None:
        current = self.currentIndex()
        current_id = self._entries.entry(current.row()).id if current.isValid() else ""
        self._kept = (set(self.selected_ids()), current_id, current.row())

    def _restore_selection(self) -> None:
        wanted, current_id, before = self._kept
        model, selection = self._entries, QItemSelection()
        last = model.columnCount() - 1
        if wanted and len(wanted) <= _MOST_RESTORED:
            for row in range(model.rowCount()):
                if model.entry(row).id in wanted:
                    selection.select(model.index(row, 0), model.index(row, last))
        row = model.row_of(current_id) if current_id else -1
        if row < 0:  # it is gone: stand on what has taken its place
            row = min(before, model.rowCount() - 1)
        if row >= 0:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(model.index(row, 0), flag)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.set_empty_text(self._empty_text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space ticks the selected rows, in whatever column one stands."""
        if selects_first(self, event):
            return
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and self._entries.checkable:
            select_current(self)
            self._entries.toggle(self._selected_rows())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the rows, or the text that stands for none."""
        super().paintEvent(event)
        if self._entries.rowCount() == 0 and self._empty_text:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().text().color())
            flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
            painter.drawText(self.viewport().rect().adjusted(16, 8, -16, -8), flags, self._empty_text)
            painter.end()


def set_tab_order(stops: Sequence[QWidget]) -> None:
    """Have the Tab key go from each of these to the next."""
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)
