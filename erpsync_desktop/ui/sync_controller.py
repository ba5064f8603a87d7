"""What is done in the Sync tab: the way from its buttons to the workspace, and from there to its rows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from erpsync_desktop.ui.connection_actions import ConnectionActions
from erpsync_desktop.ui.connection_tests import ConnectionTests
from erpsync_desktop.ui.connector_actions import ConnectorActions
from erpsync_desktop.ui.jobs import Jobs
from erpsync_desktop.ui.reader import Reader
from erpsync_desktop.ui.rows import Rows
from erpsync_desktop.ui.sync_tab import SyncTab
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.workspace.protocol import Workspace


class SyncController(QObject):
    """Made after the first paint, since nothing can be done before.

    Args:
        tab: shows the rows.
        jobs: runs what is done.
        window: owner of the dialogs.

    Signals:
        shown: the rows of the workspace are shown, for the first time.
        failed: the rows cannot be read for the first time; with the error.
        linkActivated: a link in an empty list that is not about adding.
    """

    shown = Signal()
    failed = Signal(object)
    linkActivated = Signal(str)  # noqa: N815  Qt's way of naming

    def __init__(self, tab: SyncTab, jobs: Jobs, window: QWidget) -> None:
        super().__init__(tab)
        self._tab = tab
        self._jobs = jobs
        self._workspace: Workspace | None = None
        self._first = True
        self._to_select: tuple[str, ...] = ()
        self.result = MessagePanel(tab)
        self.result.setObjectName("testResult")
        tab.add_below(self.result)
        self._reader = Reader(self)
        self._connector_actions = ConnectorActions(jobs, window)
        self._connection_actions = ConnectionActions(jobs, window)
        self._tests = ConnectionTests(jobs, self.result)
        self._reader.read.connect(self._show)
        self._reader.failed.connect(self._fail)
        tab.linkActivated.connect(self._follow)
        tab.retranslated.connect(self._reader.refresh)
        self._connect_connectors()
        self._connect_connections()

    def _connect_connectors(self) -> None:
        panel, actions = self._tab.connectors, self._connector_actions
        panel.addWanted.connect(actions.add)
        panel.editWanted.connect(lambda: actions.edit(panel.selected))
        panel.deleteWanted.connect(lambda: actions.delete(panel.selected))
        panel.restoreWanted.connect(lambda: actions.restore(panel.selected))
        panel.purgeWanted.connect(lambda: actions.purge(panel.selected))
        actions.touched.connect(self.select_when_shown)

    def _connect_connections(self) -> None:
        panel, actions = self._tab.connections, self._connection_actions
        panel.addWanted.connect(actions.add)
        panel.configureWanted.connect(lambda: actions.configure(panel.selected))
        panel.duplicateWanted.connect(lambda: actions.duplicate(panel.selected))
        panel.deleteWanted.connect(lambda: actions.delete(panel.selected))
        panel.restoreWanted.connect(lambda: actions.restore(panel.selected))
        panel.purgeWanted.connect(lambda: actions.purge(panel.selected))
        panel.testWanted.connect(self._test)
        panel.connections_model.activeWanted.connect(self._set_active)
        actions.settled.connect(panel.connections_model.settle)
        actions.touched.connect(self.select_when_shown)

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Show another workspace."""
        self._workspace = workspace
        self._first = True
        self._tab.forget_rows()
        self.result.clear()
        for actions in (self._connector_actions, self._connection_actions):
            actions.set_workspace(workspace)
        self._reader.set_workspace(workspace)

    def show_deleted(self, shown: bool) -> None:
        """Show what is deleted, too."""
        self._tab.offer_deleted(shown)
        self._reader.show_deleted(shown)

    def refresh(self) -> None:
        """Read everything again."""
        self._reader.refresh()

    def select_when_shown(self, ids: object) -> None:
        """Select these records (a tuple of ids) after the next reading."""
        self._to_select = ids if isinstance(ids, tuple) else ()
        self._reader.refresh()

    def _show(self, rows: Rows) -> None:
        self._tab.show_rows(rows)
        to_select, self._to_select = self._to_select, ()
        self._tab.select(to_select)
        if self._first:
            self._first = False
            self.shown.emit()

    def _fail(self, error: Exception) -> None:
        if self._first:
            self.failed.emit(error)
        else:
            self._jobs.show_error(error)

    def _test(self) -> None:
        if self._workspace is not None:
            selected = self._tab.connections.selected
            self._tests.start(self._workspace, [one for one in selected if not one.deleted_at])

    def _set_active(self, connection_id: str, active: bool) -> None:
        model = self._tab.connections.connections_model
        connection = model.record(model.row_of(connection_id)).connection
        if connection.active == active:
            model.settle(connection_id)
        else:
            self._connection_actions.set_active(connection, active)

    def _follow(self, link: str) -> None:
        if link == "add:connector":
            self._connector_actions.add()
        elif link == "add:connection":
            self._connection_actions.add()
        else:
            self.linkActivated.emit(link)
