"""What the actions on connectors and on connections have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from erpsync_desktop.ui.jobs import Jobs, Text
from erpsync_desktop.ui.lasting import Batch, Named
from erpsync_desktop.workspace.protocol import Workspace


class Actions(QObject):
    """Asks the workspace in the background and opens dialogs, one at a time.

    Signals:
        touched: these records (by id) are to be selected once they are shown.
    """

    touched = Signal(object)

    def __init__(self, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self.jobs = jobs
        self.window = window
        self._workspace: Workspace | None = None
        self._busy_opening = False
        self._dialog: QDialog | None = None

    @property
    def workspace(self) -> Workspace:
        """The open workspace.

        Raises:
            RuntimeError: there is none; the actions are switched off then.
        """
        if self._workspace is None:
            raise RuntimeError("there is no open workspace")
        return self._workspace

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Work on another workspace from now on."""
        self._workspace = workspace

    # Dialogs

    def begin_opening(self) -> bool:
        """Whether a dialog may be opened now; brings one that is already there to the front."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
        if self._busy_opening or self._dialog is not None:
            return False
        self._busy_opening = True
        return True

    def opening_failed(self, error: Exception) -> None:
        """The dialog cannot be opened."""
        self._busy_opening = False
        self.jobs.show_error(error)

    def open_dialog(self, dialog: Any) -> None:
        """Open a dialog that has a signal ``saved``."""
        self._busy_opening = False
        self._dialog = dialog
        dialog.saved.connect(self._saved)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _saved(self, record: Named) -> None:
        self.touched.emit((record.id,))

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    # Saying what was done

    def tell_batch(self, batch: Batch, text: Text) -> None:
        """Say what was done, if anything was, and show what was not."""
        if batch.done:
            self.jobs.tell(text)
        if batch.error:
            self.jobs.show_error(batch.error)

    @staticmethod
    def ids(records: Sequence[Named]) -> tuple[str, ...]:
        """The ids of records."""
        return tuple(record.id for record in records)
