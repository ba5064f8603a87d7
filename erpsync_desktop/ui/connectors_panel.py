"""The list of Sync Connectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erpsync_desktop.ui.panel import Panel
from erpsync_desktop.ui.record_models import ConnectorsModel

if TYPE_CHECKING:
    from erpsync_desktop.model.connector import SyncConnector
    from erpsync_desktop.ui.rows import ConnectorRow


class ConnectorsPanel(Panel["SyncConnector"]):
    """Name, URL and state of each connector; Add, Edit, Delete.

    Signals:
        editWanted: the user asked for it; what it is about is ``selected``.
    """

    editWanted = Signal()  # noqa: N815  Qt's way of naming

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ConnectorsModel(), "connector", (30, 56), parent)
        self.model.setParent(self)
        self.setObjectName("connectorsPanel")
        self._edit = self.add_action(self.editWanted.emit)
        self.add_lasting_actions()
        self._add_button = self.add_button(self._add, "addConnectorButton")
        self._edit_button = self.add_button(self._edit, "editConnectorButton")
        self._delete_button = self.add_button(self._delete, "deleteConnectorButton")
        self._restore_button = self.add_button(self._restore, "restoreConnectorButton")
        self._purge_button = self.add_button(self._purge, "purgeConnectorButton")
        self.view.chosen.connect(self._edit.trigger)
        self.retranslate()
        self.update_actions()

    def subject(self, record: ConnectorRow) -> SyncConnector:
        """The connector of a row."""
        return record.connector

    def offer(self, present: Sequence[SyncConnector]) -> None:
        """Edit one."""
        self._edit.setEnabled(len(present) == 1)

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
        self._purge_button.setText(self.tr("Remove for ever"))
        self._add_button.setAccessibleName(self.tr("Add Sync Connector"))
        self._edit_button.setAccessibleName(self.tr("Edit Sync Connector"))
        self._delete_button.setAccessibleName(self.tr("Delete Sync Connector"))
        self._restore_button.setAccessibleName(self.tr("Restore Sync Connector"))
        self._purge_button.setAccessibleName(self.tr("Remove Sync Connector for ever"))
