"""Asks a connector in the background for its configuration fields and their lists."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, Signal

from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.widgets.tasks import Task, run_in_background
from erpsync_desktop.workspace.protocol import Workspace

MOST_LISTS_AT_ONCE = 3
"""A connector is not asked for more lists than that at the same time."""


class FieldLoader(QObject):
    """Loads for one connector at a time; answers of a connector that is no longer chosen are dropped.

    Signals:
        stageEntered: the Stage of the conversation about the fields.
        fieldsLoaded: tuple of FieldMetadata.
        fieldsFailed: the exception.
        listStarted: name of a list that is being asked for.
        listLoaded: name of a list and tuple of ListItem.
        listFailed: name of a list and the exception.
    """

    stageEntered = Signal(object)  # noqa: N815
    fieldsLoaded = Signal(object)  # noqa: N815
    fieldsFailed = Signal(object)  # noqa: N815
    listStarted = Signal(str)  # noqa: N815
    listLoaded = Signal(str, object)  # noqa: N815
    listFailed = Signal(str, object)  # noqa: N815

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._connector: SyncConnector | None = None
        self._fields: Task | None = None
        self._lists: dict[str, Task] = {}
        self._waiting: deque[str] = deque()

    def load(self, connector: SyncConnector) -> None:
        """Ask a connector for its fields; nothing of an earlier one is heard any more."""
        self.begin_with(connector)
        self._fields = run_in_background(
            self,
            lambda watch: self._workspace.configuration_fields(connector, watch),
            done=self.fieldsLoaded.emit,
            failed=self.fieldsFailed.emit,
            stage=self.stageEntered.emit,
        )

    def begin_with(self, connector: SyncConnector) -> None:
        """Be ready to ask a connector, whose fields are there already, for its lists."""
        self.stop()
        self._connector = connector

    def load_list(self, name: str) -> None:
        """Ask the same connector for a list, once at a time."""
        if self._connector is None or name in self._lists or name in self._waiting:
            return
        self._waiting.append(name)
        self.listStarted.emit(name)
        self._start_lists()

    def stop(self) -> None:
        """Hear nothing more."""
        self._waiting.clear()
        for task in (self._fields, *self._lists.values()):
            if task:
                task.cancel()
        self._fields = None
        self._lists = {}
        self._connector = None

    def _start_lists(self) -> None:
        while self._waiting and len(self._lists) < MOST_LISTS_AT_ONCE and self._connector:
            self._start_list(self._waiting.popleft(), self._connector)

    def _start_list(self, name: str, connector: SyncConnector) -> None:
        self._lists[name] = run_in_background(
            self,
            lambda watch: self._workspace.list_items(connector, name, watch),
            done=lambda items: self._list_ended(name, items),
            failed=lambda error: self._list_ended(name, error),
        )

    def _list_ended(self, name: str, answer: object) -> None:
        self._lists.pop(name, None)
        if isinstance(answer, Exception):
            self.listFailed.emit(name, answer)
        else:
            self.listLoaded.emit(name, answer)
        self._start_lists()
