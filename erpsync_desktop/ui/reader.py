"""Reads what the Sync tab shows, in the background, and again whenever the workspace has changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from erpsync_desktop.widgets.tasks import Task, run_in_background

if TYPE_CHECKING:
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.ui.rows import Rows
    from erpsync_desktop.workspace.protocol import Workspace


class Reader(QObject):
    """Several changes while it reads lead to one more reading.

    Signals:
        read: the ``Rows`` of this moment.
        failed: why they cannot be read.
    """

    read = Signal(object)
    failed = Signal(object)
    _changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._unsubscribe: Callable[[], None] = _nothing
        self._deleted = False
        self._task: Task | None = None
        self._again = False
        self._changed.connect(self.refresh, Qt.ConnectionType.QueuedConnection)

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Read from another workspace from now on."""
        self._unsubscribe()
        self._unsubscribe = _nothing
        self._workspace = workspace
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if workspace is not None:
            self._unsubscribe = workspace.subscribe(self._on_change)
            self.refresh()

    def show_deleted(self, shown: bool) -> None:
        """Read what is deleted, too, or no longer."""
        self._deleted = shown
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if self._workspace is None:
            return
        if self._task is not None:
            self._again = True
            return
        self._again = False
        workspace, deleted = self._workspace, self._deleted
        from erpsync_desktop.ui.rows import rows_of

        def work(_watch: Watch) -> Rows:
            return rows_of(workspace.contents(deleted=deleted))

        self._task = run_in_background(self, work, done=self._done, failed=self._fail)

    def _done(self, rows: Rows) -> None:
        self._task = None
        self.read.emit(rows)
        if self._again:
            self.refresh()

    def _fail(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(error)

    def _on_change(self) -> None:
        with suppress(RuntimeError):  # called on the changing thread; the window may just have gone
            self._changed.emit()


def _nothing() -> None:
    pass
