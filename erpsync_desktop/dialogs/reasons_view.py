"""Wrapped texts one below the other, each with a button."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from erpsync_desktop.widgets.tables import Index

TEXT, WAY = range(2)
_BUTTON_TEXT = Qt.ItemDataRole.UserRole
_MARGIN = 4


class ReasonsView(QTreeView):
    """Shows reasons with the way to their remedy. Enter does what the button of the row does.

    The buttons are made as their rows come into sight: a connection may have hundreds of reasons.

    Signals:
        goWanted: the user wants to go where a reason (a model index) is put right.
    """

    goWanted = Signal(QModelIndex)  # noqa: N815  Qt's way of naming

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = QStandardItemModel(0, 2, self)
        self.setModel(self._texts)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setWordWrap(True)
        self.setItemDelegateForColumn(TEXT, _Wrapped(self))
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(WAY, QHeaderView.ResizeMode.Fixed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._make_buttons)
        self.verticalScrollBar().valueChanged.connect(self._soon.start)
        self.doubleClicked.connect(self.goWanted)

    def set_reasons(self, reasons: Sequence[tuple[str, str]]) -> None:
        """Show each reason with what its button says."""
        at = max(0, self.currentIndex().row())
        room = self._room_for({way for _, way in reasons})
        self._texts.removeRows(0, self._texts.rowCount())
        for text, way in reasons:
            said, place = QStandardItem(text), QStandardItem()
            said.setData(f"{text} {way}", Qt.ItemDataRole.AccessibleTextRole)
            place.setData(way, _BUTTON_TEXT)
            place.setSizeHint(room)
            self._texts.appendRow([said, place])
        self.header().resizeSection(WAY, room.width())
        self.setCurrentIndex(self._texts.index(at, TEXT))
        self._soon.start()

    def _room_for(self, ways: Iterable[str]) -> QSize:
        """What the widest button takes, with a margin."""
        sizes = [QPushButton(way).sizeHint() for way in ways]
        width = max((size.width() for size in sizes), default=0)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width + 2 * _MARGIN, height + 2 * _MARGIN)

    def _make_buttons(self) -> None:
        index, bottom = self.indexAt(QPoint(0, 0)), self.viewport().height()
        while index.isValid() and self.visualRect(index).top() < bottom:
            place = index.siblingAtColumn(WAY)
            if self.indexWidget(place) is None:
                self.setIndexWidget(place, self._button(place))
            index = self.indexBelow(index)

    def _button(self, place: QModelIndex) -> QWidget:
        button = QPushButton(str(place.data(_BUTTON_TEXT)))
        button.setObjectName("goButton")
        button.setAutoDefault(False)
        button.setAccessibleDescription(str(place.siblingAtColumn(TEXT).data()))
        row = place.row()
        button.clicked.connect(lambda _checked: self.goWanted.emit(self._texts.index(row, TEXT)))
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.addWidget(button)
        layout.addStretch(1)
        return holder

    def copy(self) -> None:
        """Copy the reasons that are selected; all where at most one is."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        if len(rows) < 2:
            rows = list(range(self._texts.rowCount()))
        QGuiApplication.clipboard().setText("\n".join(self._texts.item(row, TEXT).text() for row in rows))

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes, and the keys for copying copy."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.goWanted.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap the texts anew: how high a row is depends on the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._soon.start()


class _Wrapped(QStyledItemDelegate):
    """Says how high a text is in the width of its column, which a tree does not ask for."""

    def __init__(self, view: ReasonsView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """The width of the column, and the lines of the text in it."""
        width = self._view.columnWidth(TEXT)
        margin = self._view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        room = QRect(0, 0, width - 2 * margin, 100_000)
        lines = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, str(index.data()))
        return QSize(width, lines.height() + 2 * _MARGIN)
