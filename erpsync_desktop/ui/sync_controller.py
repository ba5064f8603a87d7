"""What is done in the Sync tab: the way from its buttons to the workspace, and from there to its rows."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from erpsync_desktop.ui.jobs import Jobs
from erpsync_desktop.ui.reader import Reader
from erpsync_desktop.ui.summary_loader import SummaryLoader
from erpsync_desktop.ui.sync_tab import SyncTab

if TYPE_CHECKING:
    from erpsync_desktop.ui.rows import Rows
    from erpsync_desktop.ui.sync_deeds import SyncDeeds
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
        self._window = window
        self._workspace: Workspace | None = None
        self._first = True
        self._to_select: tuple[str, ...] = ()
        self._summary = SummaryLoader(tab)
        self._reader = Reader(self)
        self._reader.read.connect(self._show)
        self._reader.failed.connect(self._fail)
        tab.linkActivated.connect(self._follow)
        tab.retranslated.connect(self._reader.refresh)
        self._connect_connectors()
        self._connect_connections()

    @cached_property
    def _deeds(self) -> SyncDeeds:
        """Made at the first use: the rows are to be seen before."""
        from erpsync_desktop.ui.sync_deeds import SyncDeeds

        deeds = SyncDeeds(self._tab, self._jobs, self._window)
        deeds.set_workspace(self._workspace)
        deeds.touched.connect(self.select_when_shown)
        return deeds

    @property
    def result(self) -> MessagePanel:
        """Shows what came of tests."""
        return self._deeds.result

    def _connect_connectors(self) -> None:
        panel = self._tab.connectors
        panel.addWanted.connect(self._add_connector)
        panel.editWanted.connect(lambda: self._deeds.connectors.edit(panel.selected))
        panel.deleteWanted.connect(lambda: self._deeds.connectors.delete(panel.selected))
        panel.restoreWanted.connect(lambda: self._deeds.connectors.restore(panel.selected))
        panel.purgeWanted.connect(lambda: self._deeds.connectors.purge(panel.selected))

    def _connect_connections(self) -> None:
        panel = self._tab.connections
        panel.addWanted.connect(self._add_connection)
        panel.configureWanted.connect(lambda: self._deeds.connections.configure(panel.selected))
        panel.duplicateWanted.connect(lambda: self._deeds.connections.duplicate(panel.selected))
        panel.deleteWanted.connect(lambda: self._deeds.connections.delete(panel.selected))
        panel.restoreWanted.connect(lambda: self._deeds.connections.restore(panel.selected))
        panel.purgeWanted.connect(lambda: self._deeds.connections.purge(panel.selected))
        panel.testWanted.connect(lambda: self._deeds.test(panel.selected))
        panel.connections_model.activeWanted.connect(self._set_active)
        panel.mappingsWanted.connect(lambda: self._deeds.setups.mappings(panel.selected))
        panel.listMappingWanted.connect(lambda: self._deeds.setups.list_mapping(panel.selected))
        panel.defaultsWanted.connect(lambda: self._deeds.setups.defaults(panel.selected))
        panel.ranksWanted.connect(lambda: self._deeds.setups.ranks(panel.selected))
        panel.priorityWanted.connect(lambda: self._deeds.setups.priority(panel.selected))

    def _add_connector(self) -> None:
        self._deeds.connectors.add()

    def _add_connection(self) -> None:
        self._deeds.connections.add()

    def _set_active(self, connection_id: str, active: bool) -> None:
        self._deeds.set_active(connection_id, active)

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Show another workspace."""
        self._workspace = workspace
        self._first = True
        self._tab.forget_rows()
        if "_deeds" in self.__dict__:
            self._deeds.set_workspace(workspace)
        self._summary.set_workspace(workspace)
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
        if "_deeds" in self.__dict__:
            self._deeds.follow(row.connection for row in rows.connections)
        self._summary.refresh()
        if self._first:
            self._first = False
            self.shown.emit()

    def _fail(self, error: Exception) -> None:
        if self._first:
            self.failed.emit(error)
        else:
            self._jobs.show_error(error)

    def _follow(self, link: str) -> None:
        if link == "add:connector":
            self._add_connector()
        elif link == "add:connection":
            self._add_connection()
        else:
            self.linkActivated.emit(link)
