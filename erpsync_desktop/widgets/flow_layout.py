"""Widgets in a line that is broken where it is too long."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget


class FlowLayout(QLayout):
    """Lays widgets out in reading order, in as many lines as the width needs; hidden ones take no place."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._lines_high = 0
        self.setContentsMargins(0, 0, 0, 0)

    # What Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Put an item behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """An item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, room: QRect) -> None:  # noqa: N802
        """Place the items."""
        super().setGeometry(room)
        needed, parent = self._arrange(room, place=True), self.parentWidget()
        if needed != self._lines_high:
            self._lines_high = needed
            self.invalidate()
            if parent is not None:
                parent.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self._gap() * max(0, len(sizes) - 1)
        return QSize(sum(s.width() for s in sizes) + gaps, max((s.height() for s in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        """The widest item, and all lines that there are in the width of the moment.

        Splitters and scroll areas do not ask what height goes with a width.
        """
        width = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(width, max(self._lines_high, self.sizeHint().height()))

    # Inside

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _gap(self) -> int:
        if self.spacing() >= 0:
            return self.spacing()
        parent = self.parentWidget()
        if not isinstance(parent, QWidget):
            return 0
        kind, across = QSizePolicy.ControlType.PushButton, Qt.Orientation.Horizontal
        gap = parent.style().layoutSpacing(kind, kind, across)
        return gap if gap >= 0 else parent.style().pixelMetric(QStyle.PixelMetric.PM_LayoutHorizontalSpacing)

    def _arrange(self, room: QRect, *, place: bool) -> int:
        """Break the line, and place the items if that is wanted; returns the height of all lines."""
        gap, parent = self._gap(), self.parentWidget()
        backwards = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x, y, line = room.x(), room.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            if x > room.x() and x + size.width() > room.x() + room.width():
                x, y, line = room.x(), y + line + gap, 0
            if place:
                left = room.x() + room.right() - x - size.width() + 1 if backwards else x
                item.setGeometry(QRect(QPoint(left, y), size))
            x, line = x + size.width() + gap, max(line, size.height())
        return y + line - room.y()
