"""The table that shows records, what it says where there are none, and how it remembers its columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QSettings,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTableView, QWidget

from erpsync_desktop.widgets.table_keys import selects_first
from erpsync_desktop.widgets.tables import RecordsModel

_ROW_PADDING = 10
_LEAST_LAST = 20
"""Average characters that the last column is left."""
_MOST_RESTORED = 1_000
"""A selection of more rows than that is not carried over a keystroke in the filter."""


class RecordsView(QTableView):
    """Shows a ``RecordsModel``: whole rows, a selection that outlives refreshes, a text where there is none.

    Signals:
        chosen: Enter or a double click on a row.
        spacePressed: Space on a row.
        selectionAltered: other rows are selected, or the same rows are others now.
        linkActivated: a link in the empty text.
    """

    chosen = Signal()
    spacePressed = Signal()  # noqa: N815  Qt's way of naming
    selectionAltered = Signal()  # noqa: N815
    linkActivated = Signal(str)  # noqa: N815

    def __init__(self, model: RecordsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = model
        self._kept: tuple[set[str], str, int, int] = (set(), "", -1, 0)
        self._empty: _EmptyText | None = None
        self._shares: tuple[int, ...] = ()
        self._dividing = False
        self.setModel(model)
        self._look()
        # Before and after the slots of the view itself, which forgets its selection.
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self.selectionAltered)
        self.horizontalHeader().sectionResized.connect(self._column_resized)
        self.doubleClicked.connect(self._double_clicked)

    def _look(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setSectionsMovable(True)
        self._fit_rows()

    # What it shows

    def set_empty_text(self, text: str) -> None:
        """Say this where there is no row: our own rich text, which may hold links."""
        if self._empty is None:
            self._empty = _EmptyText(self)
            self._empty.linkActivated.connect(self.linkActivated)
            QWidget.setTabOrder(self, self._empty)
        self._empty.setText(text)
        self._show_empty()

    def share_widths(self, *shares: int) -> None:
        """Make the columns as wide as these many average characters; the last takes the rest.

        Where there is less room, all are narrower, until the user drags one.
        """
        self._shares = shares
        self._divide_width()

    def _divide_width(self) -> None:
        if not self._shares:
            return
        width = self.fontMetrics().averageCharWidth()
        room = self.viewport().width() - _LEAST_LAST * width
        scale = max(0.5, min(1.0, room / (sum(self._shares) * width)))
        self._dividing = True
        for column, share in enumerate(self._shares):
            self.setColumnWidth(column, int(share * width * scale))
        self._dividing = False

    def _column_resized(self, column: int) -> None:
        if not self._dividing and column < len(self._shares):
            self._shares = ()

    # What is selected

    def selected_ids(self) -> tuple[str, ...]:
        """The selected records from top to bottom."""
        selection = self.selectionModel().selection()  # selectedRows() takes a second for 20,000
        ranges = (selection.at(place) for place in range(selection.count()))
        rows = {row for each in ranges for row in range(each.top(), each.bottom() + 1)}
        return tuple(self._records.record(row).id for row in sorted(rows))

    def select_ids(self, ids: Sequence[str]) -> None:
        """Select these records alone, as far as they are shown, and scroll to the first."""
        rows = sorted(row for row in map(self._records.row_of, ids) if row >= 0)
        self._select(rows)
        if rows:
            self._set_current(rows[0])
            self.scrollTo(self._records.index(rows[0], 0))

    def _select(self, rows: Sequence[int]) -> None:
        selection, last = QItemSelection(), self._records.columnCount() - 1
        for row in rows:
            selection.select(self._records.index(row, 0), self._records.index(row, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _set_current(self, row: int) -> None:
        index = self._records.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _keep(self) -> None:
        current = self.currentIndex()
        current_id = self._records.record(current.row()).id if current.isValid() else ""
        self._kept = (set(self.selected_ids()), current_id, current.row(), self.verticalScrollBar().value())

    def _restore(self) -> None:
        wanted, current_id, before, scrolled = self._kept
        row = self._records.row_of(current_id) if current_id else -1
        if row < 0:  # it is gone: stand on what has taken its place
            row = min(before, self._records.rowCount() - 1)
        if row >= 0:
            self._set_current(row)
        if wanted and len(wanted) <= _MOST_RESTORED:
            self._select(self._records.rows_of(wanted))
        self.verticalScrollBar().setValue(scrolled)
        self._show_empty()
        self.selectionAltered.emit()

    # What it remembers

    def save_columns(self) -> None:
        """Remember width, place and order of the columns."""
        QSettings().setValue(self._settings_key(), self.horizontalHeader().saveState())

    def restore_columns(self) -> None:
        """Take the columns as they were left; call it before sorting is switched on."""
        state = QSettings().value(self._settings_key())
        if isinstance(state, QByteArray):
            columns = self.horizontalHeader().count()
            self.horizontalHeader().restoreState(state)
            self._shares = ()
            if self.horizontalHeader().count() != columns:
                self.horizontalHeader().reset()

    def _settings_key(self) -> str:
        return f"tables/{self.objectName()}/header"

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses and Space is told, in whatever column one stands."""
        if selects_first(self, event):
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        has_row = self.currentIndex().isValid()
        if plain and has_row and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit()
        elif plain and has_row and event.key() == Qt.Key.Key_Space:
            self.spacePressed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the empty text in the middle, and every column in sight."""
        super().resizeEvent(event)
        self._divide_width()
        if self._empty is not None:
            self._empty.fit()

    def _double_clicked(self) -> None:
        if not self.currentIndex().flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self.chosen.emit()

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING)

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setVisible(self._records.rowCount() == 0)
            self._empty.fit()


class _EmptyText(QLabel):
    """Stands in the middle of a table without rows."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setMargin(12)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Go to the first link, or on where there is none; Qt would stop at the text without a sign."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.focusNextPrevChild(event.reason() is Qt.FocusReason.TabFocusReason)

    def fit(self) -> None:
        self.setGeometry(self._view.viewport().rect())
