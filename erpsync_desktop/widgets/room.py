"""A place that scrolls where the window is lower than what is in it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class Room(QScrollArea):
    """Scrolls where a window is lower than its content needs at least, as on a small screen at 200 %.

    Args:
        content: what is shown.
        parent: the owner.
        least: of its lines of text that are in sight at least.
    """

    def __init__(self, content: QWidget, parent: QWidget, *, least: int = 8) -> None:
        super().__init__(parent)
        self._content, self._least = content, least
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setWidget(content)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All of it."""
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The whole width, beside a scroll bar, and a few lines."""
        wanted = self._content.minimumSizeHint()
        width = wanted.width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, min(wanted.height(), self.fontMetrics().lineSpacing() * self._least))
