"""All that can be done in the Sync tab, in one place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.ui.activation_offer import ActivationOffer
from erpsync_desktop.ui.connection_actions import ConnectionActions
from erpsync_desktop.ui.connection_tests import ConnectionTests
from erpsync_desktop.ui.connector_actions import ConnectorActions
from erpsync_desktop.ui.dialog_slot import DialogSlot
from erpsync_desktop.ui.jobs import Jobs
from erpsync_desktop.ui.setup_actions import SetupActions
from erpsync_desktop.ui.sync_tab import SyncTab
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.workspace.protocol import Workspace


class SyncDeeds(QObject):
    """What can be done to connectors and connections, and where the results of tests are shown.

    Signals:
        touched: these records (a tuple of ids) are to be selected once they are shown.

    Attributes:
        connectors: what can be done to connectors.
        connections: what can be done to connections.
        setups: what can be configured of connections.
        result: shows what came of tests.
    """

    touched = Signal(object)

    def __init__(self, tab: SyncTab, jobs: Jobs, window: QWidget) -> None:
        super().__init__(tab)
        self._tab = tab
        self._workspace: Workspace | None = None
        self._slot = DialogSlot(self)
        self.connectors = ConnectorActions(jobs, window, self._slot)
        self.connections = ConnectionActions(jobs, window, self._slot)
        self.setups = SetupActions(jobs, window, self._slot)
        self.result = MessagePanel(tab)
        self.result.setObjectName("testResult")
        tab.add_below(self.result)
        self._tests = ConnectionTests(jobs, self.result)
        self._offer = self._make_offer()
        for actions in (self.connectors, self.connections, self.setups):
            actions.touched.connect(self.touched)
        self.connections.goWanted.connect(self._go)
        self.setups.configureWanted.connect(lambda connection: self.connections.configure((connection,)))
        self.setups.testWanted.connect(lambda connection: self.test((connection,)))
        self.connections.settled.connect(tab.connections.connections_model.settle)

    def _make_offer(self) -> ActivationOffer:
        panel = MessagePanel(self._tab)
        panel.setObjectName("activationOffer")
        self._tab.add_below(panel)
        offer = ActivationOffer(panel)
        offer.activateWanted.connect(lambda connection: self.connections.set_active(connection, True))
        return offer

    def _go(self, connection: ErpConnection, reason: Problem) -> None:
        """Go to where a reason is put right, and offer a way back to the others."""
        self._offer.offer(connection)
        self.setups.go(connection, reason)

    def follow(self, connections: Iterable[ErpConnection]) -> None:
        """These connections are shown now."""
        self._offer.follow(connections)

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Work on another workspace from now on."""
        self._workspace = workspace
        self._tests.forget()
        self._offer.forget()
        self._slot.forget()
        for actions in (self.connectors, self.connections, self.setups):
            actions.set_workspace(workspace)

    def test(self, connections: Sequence[ErpConnection]) -> None:
        """Test those of these connections that are not deleted."""
        if self._workspace is not None:
            self._tests.start(self._workspace, [one for one in connections if not one.deleted_at])

    def set_active(self, connection_id: str, active: bool) -> None:
        """Switch a connection on or off."""
        model = self._tab.connections.connections_model
        connection = model.record(model.row_of(connection_id)).connection
        if connection.active == active:
            model.settle(connection_id)
        else:
            self.connections.set_active(connection, active)
