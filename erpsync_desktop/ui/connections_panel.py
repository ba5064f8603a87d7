"""The list of ERP connections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from erpsync_desktop.ui.panel import Panel
from erpsync_desktop.ui.record_models import ACTIVE, CONNECTION_NAME, TESTED, ConnectionsModel
from erpsync_desktop.widgets.check_delegate import CheckDelegate

if TYPE_CHECKING:
    from erpsync_desktop.model.connection import ErpConnection
    from erpsync_desktop.ui.rows import ConnectionRow


class ConnectionsPanel(Panel["ErpConnection"]):
    """Active, name, connector, scope, description and last test of each connection, and what can be done.

    Signals:
        configureWanted, duplicateWanted, testWanted: the user asked for it; what it is about is ``selected``.
        mappingsWanted, listMappingWanted, defaultsWanted, ranksWanted: the user wants to configure what the
            selected connection synchronises.
        priorityWanted: the user wants to put the connections in order.
    """

    configureWanted = Signal()  # noqa: N815  Qt's way of naming
    duplicateWanted = Signal()  # noqa: N815
    testWanted = Signal()  # noqa: N815
    mappingsWanted = Signal()  # noqa: N815
    listMappingWanted = Signal()  # noqa: N815
    defaultsWanted = Signal()  # noqa: N815
    ranksWanted = Signal()  # noqa: N815
    priorityWanted = Signal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ConnectionsModel(), "connection", (9, 26, 20, 20, 26), parent)
        self.model.setParent(self)
        self.view.setItemDelegateForColumn(ACTIVE, CheckDelegate(self.view))
        self.setObjectName("connectionsPanel")
        self._add_actions()
        self._add_buttons()
        self.view.chosen.connect(self._configure.trigger)
        self.view.spacePressed.connect(self._toggle.trigger)
        self.retranslate()
        self.offer_priority(0)
        self.update_actions()

    def _add_actions(self) -> None:
        self._configure = self.add_action(self.configureWanted.emit)
        self._toggle = self.add_action(self._toggle_active)
        self._test = self.add_action(self.testWanted.emit, "F5")
        self.add_line()
        self._mappings = self.add_action(self.mappingsWanted.emit, "Ctrl+Shift+M")
        self._list_mapping = self.add_action(self.listMappingWanted.emit, "Ctrl+L")
        self._defaults = self.add_action(self.defaultsWanted.emit, "Ctrl+E")
        self._ranks = self.add_action(self.ranksWanted.emit, "Ctrl+K")
        self._priority = self.add_action(self.priorityWanted.emit, "Ctrl+Shift+P")
        self._setups = (self._mappings, self._list_mapping, self._defaults, self._ranks)
        self.add_line()
        self._duplicate = self.add_action(self.duplicateWanted.emit, "Ctrl+D")
        self.add_lasting_actions()
        for action in (self._test, self._duplicate, self._priority, *self._setups):
            # Wherever the focus is in the window.
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)

    def _add_buttons(self) -> None:
        self._add_button = self.add_button(self._add, "addConnectionButton")
        self._configure_button = self.add_button(self._configure, "configureConnectionButton")
        self._delete_button = self.add_button(self._delete, "deleteConnectionButton")
        self._duplicate_button = self.add_button(self._duplicate, "duplicateConnectionButton")
        self._test_button = self.add_button(self._test, "testConnectionButton")
        self._restore_button = self.add_button(self._restore, "restoreButton")
        self._purge_button = self.add_button(self._purge, "purgeButton")
        self.begin_row()
        self._mappings_button = self.add_button(self._mappings, "mappingsButton")
        self._list_mapping_button = self.add_button(self._list_mapping, "listMappingButton")
        self._defaults_button = self.add_button(self._defaults, "defaultsButton")
        self._ranks_button = self.add_button(self._ranks, "rankFieldsButton")
        self._priority_button = self.add_button(self._priority, "setSyncPriorityButton")

    @property
    def connections_model(self) -> ConnectionsModel:
        """The list's model."""
        return cast("ConnectionsModel", self.model)

    def subject(self, record: ConnectionRow) -> ErpConnection:
        """The connection of a row."""
        return record.connection

    def default_sort_column(self) -> int:
        """By name at first."""
        return CONNECTION_NAME

    def tell_time(self) -> None:
        """Say again how long ago each was tested."""
        self.model.repaint_columns(TESTED, TESTED)

    def _toggle_active(self) -> None:
        row = self.view.currentIndex().row()
        if row >= 0 and not self.model.record(row).connection.deleted_at:
            record = self.model.record(row)
            active = self.connections_model.is_active(record)
            self.connections_model.want_active(record.id, not active)

    def offer(self, present: Sequence[ErpConnection]) -> None:
        """Configure and duplicate one, test and switch any."""
        for action in (self._configure, self._duplicate, *self._setups):
            action.setEnabled(len(present) == 1)
        for action in (self._test, self._toggle):
            action.setEnabled(bool(present))

    def offer_priority(self, connections: int) -> None:
        """Offer to put so many connections in order; one alone has none."""
        self._priority.setEnabled(connections > 1)

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self.title.setText(self.tr("ERP &connections"))
        self.view.setAccessibleName(self.tr("ERP connections"))
        self.filter_box.setPlaceholderText(self.tr("Filter ERP connections"))
        self.filter_box.setAccessibleName(self.tr("Filter ERP connections"))
        self.model.set_headers(
            (
                self.tr("Active"),
                self.tr("Name"),
                self.tr("Sync Connector"),
                self.tr("Scope"),
                self.tr("Description"),
                self.tr("Last tested"),
            )
        )
        self._name_actions()
        self._name_buttons()

    def _name_actions(self) -> None:
        self._add.setText(self.tr("&Add …", "menu ERP connection"))
        self._configure.setText(self.tr("&Configure …", "menu ERP connection"))
        self._toggle.setText(self.tr("&Switch on or off", "menu ERP connection"))
        self._test.setText(self.tr("&Test", "menu ERP connection"))
        self._mappings.setText(self.tr("&Mappings …", "menu ERP connection"))
        self._list_mapping.setText(self.tr("&List mapping …", "menu ERP connection"))
        self._defaults.setText(self.tr("De&faults …", "menu ERP connection"))
        self._ranks.setText(self.tr("Ran&k Fields …", "menu ERP connection"))
        self._priority.setText(self.tr("Set Sync &Priority …", "menu ERP connection"))
        self._duplicate.setText(self.tr("D&uplicate", "menu ERP connection"))
        self._delete.setText(self.tr("&Delete", "menu ERP connection"))
        self._restore.setText(self.tr("&Restore", "menu ERP connection"))
        self._purge.setText(self.tr("Remove for e&ver …", "menu ERP connection"))

    def _name_buttons(self) -> None:
        self._add_button.setText(self.tr("A&dd"))
        self._configure_button.setText(self.tr("Confi&gure"))
        self._delete_button.setText(self.tr("Dele&te"))
        self._duplicate_button.setText(self.tr("Du&plicate"))
        self._test_button.setText(self.tr("Te&st"))
        self._restore_button.setText(self.tr("Restore"))
        self._purge_button.setText(self.tr("Remove for ever"))
        self._mappings_button.setText(self.tr("&Mappings"))
        self._list_mapping_button.setText(self.tr("List mappi&ng"))
        self._defaults_button.setText(self.tr("Defaults"))
        self._ranks_button.setText(self.tr("Ran&k Fields"))
        self._priority_button.setText(self.tr("Set Sync Pri&ority"))
        self._add_button.setAccessibleName(self.tr("Add ERP connection"))
        self._configure_button.setAccessibleName(self.tr("Configure ERP connection"))
        self._delete_button.setAccessibleName(self.tr("Delete ERP connection"))
        self._duplicate_button.setAccessibleName(self.tr("Duplicate ERP connection"))
        self._test_button.setAccessibleName(self.tr("Test ERP connection"))
        self._restore_button.setAccessibleName(self.tr("Restore ERP connection"))
        self._purge_button.setAccessibleName(self.tr("Remove ERP connection for ever"))
