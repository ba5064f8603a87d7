"""Room for one dialog over the main window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer


class DialogSlot(QObject):
    """Keeps a second dialog from opening while one is open, or is about to."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._busy = False
        self._dialog: Any = None
        self._waiting: list[Callable[[], Any]] = []
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)  # after what the dialog that closed leads to
        self._next.timeout.connect(self._open_waiting)

    @property
    def free(self) -> bool:
        """Whether no dialog is open, nor about to be."""
        return not self._busy and self._dialog is None

    def begin(self) -> bool:
        """Whether a dialog may be opened now; brings one that is already there to the front."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
        if not self.free:
            return False
        self._busy = True
        return True

    def give_up(self) -> None:
        """The dialog that was begun with does not come."""
        self._busy = False
        self._next.start()

    def forget(self) -> None:
        """What was begun with or waits does not come: the workspace is left."""
        self._busy = False
        self._waiting.clear()

    def open(self, dialog: Any) -> None:
        """Open the dialog that was begun with."""
        self._busy, self._dialog = False, dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def open_when_free(self, make: Callable[[], Any]) -> None:
        """Open a dialog now, or as soon as the one that is there has closed.

        Args:
            make: makes the dialog.
        """
        if self.free:
            self.open(make())
        else:
            self._waiting.append(make)

    def _open_waiting(self) -> None:
        if self._waiting and self.free:
            self.open(self._waiting.pop(0)())

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
        self._next.start()
