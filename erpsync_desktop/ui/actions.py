"""What the actions on connectors and on connections have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from erpsync_desktop.ui.dialog_slot import DialogSlot
from erpsync_desktop.ui.jobs import Jobs, Text
from erpsync_desktop.ui.lasting import Batch, Named
from erpsync_desktop.workspace.protocol import Workspace


class Actions(QObject):
    """Asks the workspace in the background and opens dialogs, one at a time.

    Signals:
        touched: these records (by id) are to be selected once they are shown.
    """

    touched = Signal(object)

    def __init__(self, jobs: Jobs, window: QWidget, slot: DialogSlot) -> None:
        super().__init__(window)
        self.jobs = jobs
        self.window = window
        self.slot = slot
        self._workspace: Workspace | None = None

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

    def opening_failed(self, error: Exception) -> None:
        """The dialog cannot be opened."""
        self.slot.give_up()
        self.jobs.show_error(error)

    def open_dialog(self, dialog: Any) -> None:
        """Open a dialog that has a signal ``saved``."""
        dialog.saved.connect(self._saved)
        self.slot.open(dialog)

    def _saved(self, record: Named) -> None:
        self.touched.emit((record.id,))

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
