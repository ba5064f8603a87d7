"""Some rows of the form of configuration fields, laid out apart from the others."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget


class RowChunk(QWidget):
    """Some rows with a layout of their own, so that what changes in one does not lay out all.

    Attributes:
        grid: the layout.
        spacing: what is left free below it, in pixels.
        wanted: the height that it had use for when it was last laid out, in pixels.

    Signals:
        changed: it may want another height.
    """

    changed = Signal()
    _its_turn = False

    def __init__(self, parent: QWidget, label_width: int) -> None:
        super().__init__(parent)
        self.hide()
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setColumnMinimumWidth(0, label_width)
        self.grid.setColumnStretch(1, 1)
        self.spacing = self.grid.verticalSpacing()
        self.wanted = 0
        self._width = self._top = -1

    def fits(self, width: int) -> bool:
        """Whether it is laid out as it wants to be in this width."""
        return self._width == width

    def fit(self, width: int) -> None:
        """Take the height that goes with a width."""
        height = self.grid.totalHeightForWidth(width)
        self.wanted = height if height >= 0 else self.sizeHint().height()
        self._width = width
        self.resize(width, self.wanted)

    def put_at(self, top: int) -> None:
        """Move there."""
        if self._top != top:
            self._top = top
            self.move(0, top)

    def retranslate(self) -> None:
        """Tell the widgets in here that the language changed."""
        self._its_turn = True
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))
        self._its_turn = False

    def event(self, event: QEvent) -> bool:
        """Hear that a row wants another height; leave another language until it is this chunk's turn."""
        if event.type() == QEvent.Type.LanguageChange and not self._its_turn:
            return True
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._width = -1
            self.changed.emit()
        return handled
