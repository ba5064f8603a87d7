"""The list of Sync Connectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from erpsync_desktop.ui.panel import Panel
from erpsync_desktop.ui.record_models import ConnectorsModel

if TYPE_CHECKING:
    from erpsync_desktop.model.connector import SyncConnector


class ConnectorsPanel(Panel):
    """Name, URL and state of each connector; Add, Edit, Delete.

    Signals:
        addWanted, editWanted, deleteWanted, restoreWanted, purgeWanted: the user asked for it; what it is
            about is ``selected``.
    """

    addWanted = Signal()  # noqa: N815  Qt's way of naming
    editWanted = Signal()  # noqa: N815
    deleteWanted = Signal()  # noqa: N815
    restoreWanted = Signal()  # noqa: N815
    purgeWanted = Signal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ConnectorsModel(), "connector", (30, 56), parent)
        self.model.setParent(self)
        self.setObjectName("connectorsPanel")
        self._add = self.add_action(self.addWanted.emit, "Ctrl+N", Qt.Key.Key_Insert)
        self._edit = self.add_action(self.editWanted.emit)
        self._delete = self.add_action(self.deleteWanted.emit, QKeySequence.StandardKey.Delete)
        self._restore = self.add_action(self.restoreWanted.emit)
        self._purge = self.add_action(self.purgeWanted.emit)
        self.show_deleted(False)
        self._add_button = self.add_button(self._add, "addConnectorButton")
        self._edit_button = self.add_button(self._edit, "editConnectorButton")
        self._delete_button = self.add_button(self._delete, "deleteConnectorButton")
        self._restore_button = self.add_button(self._restore, "restoreConnectorButton")
        self._purge_button = self.add_button(self._purge, "purgeConnectorButton")
        self.view.chosen.connect(self._edit.trigger)
        self.retranslate()
        self.update_actions()

    @property
    def selected(self) -> tuple[SyncConnector, ...]:
        """The selected connectors from top to bottom."""
        return tuple(self.model.record(self.model.row_of(key)).connector for key in self.view.selected_ids())

    def update_actions(self) -> None:
        """Edit one, delete any, restore and purge deleted ones."""
        selected = self.selected
        deleted = bool(selected) and all(one.deleted_at for one in selected)
        present = bool(selected) and not any(one.deleted_at for one in selected)
        self._edit.setEnabled(present and len(selected) == 1)
        self._delete.setEnabled(present)
        for action in (self._restore, self._purge):
            action.setEnabled(deleted)

    def show_deleted(self, shown: bool) -> None:
        """Offer to restore and to purge."""
        for action in (self._restore, self._purge):
            action.setVisible(shown)

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self.title.setText(self.tr("S&ync Connectors"))
        self.view.setAccessibleName(self.tr("Sync Connectors"))
        self.filter_box.setPlaceholderText(self.tr("Filter Sync Connectors"))
        self.filter_box.setAccessibleName(self.tr("Filter Sync Connectors"))
        self.model.set_headers((self.tr("Name"), self.tr("URL"), self.tr("State")))
        self._add.setText(self.tr("&Add …", "menu Sync Connector"))
        self._edit.setText(self.tr("&Edit …", "menu Sync Connector"))
        self._delete.setText(self.tr("&Delete", "menu Sync Connector"))
        self._restore.setText(self.tr("&Restore", "menu Sync Connector"))
        self._purge.setText(self.tr("Remove for e&ver …", "menu Sync Connector"))
        self._add_button.setText(self.tr("&Add"))
        self._edit_button.setText(self.tr("Ed&it"))
        self._delete_button.setText(self.tr("De&lete"))
        self._restore_button.setText(self.tr("&Restore"))
        self._purge_button.setText(self.tr("Re&move for ever"))
        self._add_button.setAccessibleName(self.tr("Add Sync Connector"))
        self._edit_button.setAccessibleName(self.tr("Edit Sync Connector"))
        self._delete_button.setAccessibleName(self.tr("Delete Sync Connector"))
        self._restore_button.setAccessibleName(self.tr("Restore Sync Connector"))
        self._purge_button.setAccessibleName(self.tr("Remove Sync Connector for ever"))
