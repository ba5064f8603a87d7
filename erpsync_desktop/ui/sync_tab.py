"""The Sync tab: Sync Connectors above, ERP connections below."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from erpsync_desktop.ui.connection_actions import ConnectionActions
from erpsync_desktop.ui.connection_tests import ConnectionTests
from erpsync_desktop.ui.connections_panel import ConnectionsPanel
from erpsync_desktop.ui.connector_actions import ConnectorActions
from erpsync_desktop.ui.connectors_panel import ConnectorsPanel
from erpsync_desktop.ui.jobs import Jobs
from erpsync_desktop.ui.reader import Reader
from erpsync_desktop.ui.rows import Rows
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.workspace.protocol import Workspace

_SPLITTER = "syncTab/splitter"
_TELL_TIME_MS = 30_000


class SyncTab(QWidget):
    """Both lists of a workspace with all that can be done to them.

    Signals:
        shown: the rows of the workspace are shown.
        linkActivated: a link in an empty list that is not about adding.
    """

    shown = Signal()
    linkActivated = Signal(str)  # noqa: N815  Qt's way of naming

    def __init__(self, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("syncTab")
        self._jobs = jobs
        self._workspace: Workspace | None = None
        self._to_select: tuple[str, ...] = ()
        self._rows_there = False
        self.connectors = ConnectorsPanel(self)
        self.connections = ConnectionsPanel(self)
        self.result = MessagePanel(self)
        self.result.setObjectName("testResult")
        self._reader = Reader(self)
        self._connector_actions = ConnectorActions(jobs, window)
        self._connection_actions = ConnectionActions(jobs, window)
        self._tests = ConnectionTests(jobs, self.result)
        self._clock = QTimer(self)
        self._clock.setInterval(_TELL_TIME_MS)
        self._lay_out()
        self._connect()
        self.show_deleted(False)
        self.setEnabled(False)

    def _lay_out(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setObjectName("syncSplitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.connectors)
        self._splitter.addWidget(self.connections)
        self._splitter.setStretchFactor(0, 2)
        self._splitter.setStretchFactor(1, 3)
        self._splitter.setHandleWidth(self.fontMetrics().height() // 2)
        layout = QVBoxLayout(self)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self.result)
        order = [*self.connectors.tab_order(), *self.connections.tab_order()]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        self._reader.read.connect(self._show)
        self._reader.failed.connect(self._jobs.show_error)
        self._clock.timeout.connect(self.connections.tell_time)
        self.connections.view.linkActivated.connect(self._follow)
        self.connectors.view.linkActivated.connect(self._follow)
        self._connect_connectors()
        self._connect_connections()

    def _connect_connectors(self) -> None:
        panel, actions = self.connectors, self._connector_actions
        panel.addWanted.connect(actions.add)
        panel.editWanted.connect(lambda: actions.edit(panel.selected))
        panel.deleteWanted.connect(lambda: actions.delete(panel.selected))
        panel.restoreWanted.connect(lambda: actions.restore(panel.selected))
        panel.purgeWanted.connect(lambda: actions.purge(panel.selected))
        actions.touched.connect(self._touch)

    def _connect_connections(self) -> None:
        panel, actions = self.connections, self._connection_actions
        panel.addWanted.connect(actions.add)
        panel.configureWanted.connect(lambda: actions.configure(panel.selected))
        panel.duplicateWanted.connect(lambda: actions.duplicate(panel.selected))
        panel.deleteWanted.connect(lambda: actions.delete(panel.selected))
        panel.restoreWanted.connect(lambda: actions.restore(panel.selected))
        panel.purgeWanted.connect(lambda: actions.purge(panel.selected))
        panel.testWanted.connect(self._test)
        panel.connections_model.activeWanted.connect(self._set_active)
        actions.settled.connect(panel.connections_model.settle)
        actions.touched.connect(self._touch)

    # The workspace

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Show another workspace."""
        self._workspace = workspace
        self._rows_there = False
        self.result.clear()
        for actions in (self._connector_actions, self._connection_actions):
            actions.set_workspace(workspace)
        self.setEnabled(False)
        self._reader.set_workspace(workspace)

    def show_deleted(self, shown: bool) -> None:
        """Show what is deleted, too."""
        self.connectors.show_deleted(shown)
        self.connections.show_deleted(shown)
        self._reader.show_deleted(shown)

    def refresh(self) -> None:
        """Read everything again."""
        self._reader.refresh()

    def select_when_shown(self, ids: tuple[str, ...]) -> None:
        """Select these records after the next reading."""
        self._touch(ids)

    def _touch(self, ids: object) -> None:
        self._to_select = ids if isinstance(ids, tuple) else ()
        self._reader.refresh()

    def _show(self, rows: Rows) -> None:
        first = not self._rows_there
        self._rows_there = True
        self.connectors.model.set_records(rows.connectors)
        self.connections.model.set_records(rows.connections)
        for panel in (self.connectors, self.connections):
            known = [key for key in self._to_select if panel.model.row_of(key) >= 0]
            if known:
                panel.view.select_ids(known)
        self._to_select = ()
        self.say_where_empty()
        if first:
            self.setEnabled(True)
            self._clock.start()
            self.shown.emit()

    # What is done

    def _test(self) -> None:
        if self._workspace is not None:
            self._tests.start(
                self._workspace, [one for one in self.connections.selected if not one.deleted_at]
            )

    def _set_active(self, connection_id: str, active: bool) -> None:
        model = self.connections.connections_model
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

    # What it says

    def say_where_empty(self) -> None:
        """Say in an empty list what to do about it."""
        if not self._rows_there:
            return
        self.connectors.view.set_empty_text(self._no_connectors())
        self.connections.view.set_empty_text(self._no_connections())

    def _no_connectors(self) -> str:
        if self.connectors.model.total:
            return self.tr("No Sync Connector matches the filter.")
        # Rich text of our own: the link targets are ours, and so are the words.
        return self.tr(
            "<p>No connectors yet. <a href='add:connector'>Add one</a>, or "
            "<a href='app:sample'>try the sample ERP</a>.</p>"
            "<p>You need a sync app for your ERP system: <a href='app:store'>find one in the SuperOffice App "
            "Store</a>, or have <a href='app:make'>a partner or your own team make one</a>.</p>"
        )

    def _no_connections(self) -> str:
        if self.connections.model.total:
            return self.tr("No ERP connection matches the filter.")
        if not self.connectors.model.total:
            return self.tr("ERP connections are defined here once there is a Sync Connector.")
        return self.tr("No ERP connections yet. <a href='add:connection'>Define one</a>.")

    def go_to_filter(self) -> None:
        """Go to the filter box of the list that one is in."""
        inside = self.connectors.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        (self.connectors if inside else self.connections).go_to_filter()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language; some words in the rows follow it, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say_where_empty()
            self._reader.refresh()

    # What it remembers

    def restore(self) -> None:
        """Take columns and the line between the lists as they were left."""
        state = QSettings().value(_SPLITTER)
        if isinstance(state, QByteArray):
            self._splitter.restoreState(state)
        self.connectors.restore()
        self.connections.restore()

    def save(self) -> None:
        """Remember columns and the line between the lists."""
        QSettings().setValue(_SPLITTER, self._splitter.saveState())
        self.connectors.save()
        self.connections.save()
