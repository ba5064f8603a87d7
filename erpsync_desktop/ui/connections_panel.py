"""The list of ERP connections."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from erpsync_desktop.ui.panel import Panel
from erpsync_desktop.ui.record_models import ACTIVE, CONNECTION_NAME, TESTED, ConnectionsModel
from erpsync_desktop.widgets.check_delegate import CheckDelegate

if TYPE_CHECKING:
    from erpsync_desktop.model.connection import ErpConnection


class ConnectionsPanel(Panel):
    """Active, name, connector, scope, description and last test of each connection, and what can be done.

    Signals:
        addWanted, configureWanted, duplicateWanted, testWanted, deleteWanted, restoreWanted, purgeWanted: the
            user asked for it; what it is about is ``selected``.
    """

    addWanted = Signal()  # noqa: N815  Qt's way of naming
    configureWanted = Signal()  # noqa: N815
    duplicateWanted = Signal()  # noqa: N815
    testWanted = Signal()  # noqa: N815
    deleteWanted = Signal()  # noqa: N815
    restoreWanted = Signal()  # noqa: N815
    purgeWanted = Signal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ConnectionsModel(), "connection", (9, 26, 20, 20, 26), parent)
        self.model.setParent(self)
        self.view.setItemDelegateForColumn(ACTIVE, CheckDelegate(self.view))
        self.setObjectName("connectionsPanel")
        self._add = self.add_action(self.addWanted.emit, "Ctrl+N", Qt.Key.Key_Insert)
        self._configure = self.add_action(self.configureWanted.emit)
        self._toggle = self.add_action(self._toggle_active)
        self._test = self.add_action(self.testWanted.emit, "F5")
        self._duplicate = self.add_action(self.duplicateWanted.emit, "Ctrl+D")
        self._delete = self.add_action(self.deleteWanted.emit, QKeySequence.StandardKey.Delete)
        self._restore = self.add_action(self.restoreWanted.emit)
        self._purge = self.add_action(self.purgeWanted.emit)
        self.show_deleted(False)
        for action in (self._test, self._duplicate):  # wherever the focus is in the window
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._add_button = self.add_button(self._add, "addConnectionButton")
        self._configure_button = self.add_button(self._configure, "configureConnectionButton")
        self._delete_button = self.add_button(self._delete, "deleteConnectionButton")
        self._duplicate_button = self.add_button(self._duplicate, "duplicateConnectionButton")
        self._test_button = self.add_button(self._test, "testConnectionButton")
        self._restore_button = self.add_button(self._restore, "restoreButton")
        self._purge_button = self.add_button(self._purge, "purgeButton")
        self.view.chosen.connect(self._configure.trigger)
        self.view.spacePressed.connect(self._toggle.trigger)
        self.retranslate()
        self.update_actions()

    @property
    def connections_model(self) -> ConnectionsModel:
        """The list's model."""
        return cast("ConnectionsModel", self.model)

    @property
    def selected(self) -> tuple[ErpConnection, ...]:
        """The selected connections from top to bottom."""
        return tuple(self.model.record(self.model.row_of(key)).connection for key in self.view.selected_ids())

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

    def update_actions(self) -> None:
        """Configure and duplicate one, test and delete any, restore and purge deleted ones."""
        selected = self.selected
        deleted = bool(selected) and all(one.deleted_at for one in selected)
        present = bool(selected) and not any(one.deleted_at for one in selected)
        for action in (self._configure, self._duplicate):
            action.setEnabled(present and len(selected) == 1)
        for action in (self._test, self._delete, self._toggle):
            action.setEnabled(present)
        for action in (self._restore, self._purge):
            action.setEnabled(deleted)

    def show_deleted(self, shown: bool) -> None:
        """Offer to restore and to purge."""
        for action in (self._restore, self._purge):
            action.setVisible(shown)

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
        self._restore_button.setText(self.tr("Rest&ore"))
        self._purge_button.setText(self.tr("Remove for ever"))
        self._add_button.setAccessibleName(self.tr("Add ERP connection"))
        self._configure_button.setAccessibleName(self.tr("Configure ERP connection"))
        self._delete_button.setAccessibleName(self.tr("Delete ERP connection"))
        self._duplicate_button.setAccessibleName(self.tr("Duplicate ERP connection"))
        self._test_button.setAccessibleName(self.tr("Test ERP connection"))
        self._restore_button.setAccessibleName(self.tr("Restore ERP connection"))
        self._purge_button.setAccessibleName(self.tr("Remove ERP connection for ever"))
