"""Reads what a page shows of a workspace in the background, again after each change."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from erpsync_desktop.widgets.tasks import Task, run_in_background
from erpsync_desktop.workspace.protocol import Workspace


class PageReader(QObject):
    """Follows one workspace at a time.

    Args:
        rows: reads them; called in the background.

    Signals:
        read: the rows, as they are now.
        failed: why they could not be read.
        changed: the workspace changed; may be emitted on any thread.
    """

    read = Signal(object)
    failed = Signal(object)
    changed = Signal()

    def __init__(self, rows: Callable[[Workspace], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self._workspace: Workspace | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._loading: Task | None = None
        self._stale = False
        self.changed.connect(self.reload, Qt.ConnectionType.QueuedConnection)

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Read another workspace, or none. What is still being read of the one before is dropped."""
        if self._unsubscribe:
            self._unsubscribe()
        if self._loading:
            self._loading.cancel()
        self._workspace, self._unsubscribe, self._loading = workspace, None, None
        if workspace:
            # Called on the thread that changes; the signal brings it here.
            self._unsubscribe = workspace.subscribe(_Relay(self))
            self.reload()

    def reload(self) -> None:
        """Read everything again; once more afterwards, if something is being read already."""
        workspace, rows = self._workspace, self._rows
        self._stale = self._loading is not None
        if workspace and not self._loading:
            self._loading = run_in_background(
                self,
                lambda _: rows(workspace),
                done=self._read,
                failed=self._failed,
            )

    def _read(self, rows: Any) -> None:
        self._loading = None
        self.read.emit(rows)
        if self._stale:
            self.reload()

    def _failed(self, error: Exception) -> None:
        self._loading = None
        self.failed.emit(error)


class _Relay:
    """Tells the reader, on whatever thread, that the workspace changed; does not keep it alive for that."""

    def __init__(self, reader: PageReader) -> None:
        self._reader = weakref.ref(reader)

    def __call__(self) -> None:
        reader = self._reader()
        if reader is not None and isValid(reader):
            reader.changed.emit()
