"""A line in which one types what a list is to be narrowed down to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class FilterBox(QLineEdit):
    """A line edit with a button to clear it; Esc clears it too, Down goes on to the list.

    Signals:
        filterChanged: the text without surrounding space, when that has changed.
    """

    filterChanged = Signal(str)  # noqa: N815  Qt's way of naming

    def __init__(self, parent: QWidget | None = None, *, filtered: QWidget | None = None) -> None:
        """Make the box.

        Args:
            parent: the owner.
            filtered: the list that Down goes on to.
        """
        super().__init__(parent)
        self._filtered = filtered
        self._last = ""
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._tell)

    def _tell(self, text: str) -> None:
        stripped = text.strip()
        if stripped != self._last:
            self._last = stripped
            self.filterChanged.emit(stripped)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc clears what is there; only an empty box lets it through to the window."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down and self._filtered is not None:
            self._filtered.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
