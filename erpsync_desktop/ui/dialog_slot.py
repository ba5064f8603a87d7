"""Room for one dialog over the main window."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject


class DialogSlot(QObject):
    """Keeps a second dialog from opening while one is open, or is about to."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._busy = False
        self._dialog: Any = None

    def begin(self) -> bool:
        """Whether a dialog may be opened now; brings one that is already there to the front."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
        if self._busy or self._dialog is not None:
            return False
        self._busy = True
        return True

    def give_up(self) -> None:
        """The dialog that was begun with does not come."""
        self._busy = False

    def open(self, dialog: Any) -> None:
        """Open the dialog that was begun with."""
        self._busy, self._dialog = False, dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
