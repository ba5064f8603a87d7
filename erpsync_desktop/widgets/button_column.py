"""Buttons one below the other beside a list, which scroll where there is no room for all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

_LEAST = 2
"""Buttons that are in sight at least."""


class ButtonColumn(QScrollArea):
    """As wide as the widest button; asks for the height of two, and takes that of all where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._content = QWidget()
        self._layout = QVBoxLayout(self._content)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addStretch(1)
        self.setWidget(self._content)

    def add(self, widget: QWidget) -> None:
        """Put a button below the others."""
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def add_gap(self) -> None:
        """Leave some room before what follows."""
        self._layout.insertSpacing(self._layout.count() - 1, self.fontMetrics().height() // 2)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All buttons, beside a scroll bar where they do not fit."""
        wanted = self._content.sizeHint()
        if self.height() < wanted.height():
            wanted.setWidth(wanted.width() + self.verticalScrollBar().sizeHint().width())
        return wanted

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The first buttons."""
        least = self.fontMetrics().height() * 2 * _LEAST
        return QSize(self.sizeHint().width(), min(self._content.sizeHint().height(), least))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Take or give back the width of the scroll bar."""
        super().resizeEvent(event)
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Hear that a button wants another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
