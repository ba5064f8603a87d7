"""What can be configured of an ERP connection: mappings, lists, defaults, ranks; and the order of all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.ui.actions import Actions

if TYPE_CHECKING:
    from erpsync_desktop.dialogs.setup_dialog import SetupDialog


class SetupActions(Actions):
    """Opens the dialogs that configure what is synchronised; each loads what it shows by itself.

    Signals:
        configureWanted, testWanted: a reason against activating is put right by configuring, or found out by
            testing, a connection; with it.
    """

    configureWanted = Signal(object)  # noqa: N815  Qt's way of naming
    testWanted = Signal(object)  # noqa: N815

    def mappings(self, selected: Sequence[ErpConnection], goto: Problem | None = None) -> None:
        """Open the mappings of one connection, at a place if one is named."""
        if one := self._begin(selected):
            from erpsync_desktop.dialogs.mappings_dialog import MappingsDialog

            self._open(one, MappingsDialog(self.workspace, one, self.window, goto=goto))

    def list_mapping(self, selected: Sequence[ErpConnection], goto: Problem | None = None) -> None:
        """Open the list mapping of one connection, at a place if one is named."""
        if one := self._begin(selected):
            from erpsync_desktop.dialogs.list_mapping_dialog import ListMappingDialog

            self._open(one, ListMappingDialog(self.workspace, one, self.window, goto=goto))

    def defaults(self, selected: Sequence[ErpConnection], goto: Problem | None = None) -> None:
        """Open the defaults of one connection, at a place if one is named."""
        if one := self._begin(selected):
            from erpsync_desktop.dialogs.defaults_dialog import DefaultsDialog

            self._open(one, DefaultsDialog(self.workspace, one, self.window, goto=goto))

    def ranks(self, selected: Sequence[ErpConnection]) -> None:
        """Open the ranks of the fields of one connection."""
        if one := self._begin(selected):
            from erpsync_desktop.dialogs.rank_dialog import RankDialog

            self._open(one, RankDialog(self.workspace, one, self.window))

    def priority(self, selected: Sequence[ErpConnection]) -> None:
        """Open the order of all connections."""
        if not self.slot.begin():
            return
        workspace, ids = self.workspace, self.ids(selected)

        def show(connections: tuple[ErpConnection, ...]) -> None:
            from erpsync_desktop.dialogs.priority_dialog import PriorityDialog

            dialog = PriorityDialog(workspace, connections, self.window)
            dialog.saved.connect(lambda: self.touched.emit(ids))
            self.slot.open(dialog)

        self.jobs.run(
            lambda: self.tr("Opening …"),
            lambda _watch: workspace.contents().connections,
            show,
            failed=self.opening_failed,
        )

    def go(self, connection: ErpConnection, reason: Problem) -> None:
        """Go to where a reason against activating a connection is put right."""
        if reason.field == "mapping":
            self.mappings((connection,), reason)
        elif reason.field == "list":
            self.list_mapping((connection,), reason)
        elif reason.field == "default":
            self.defaults((connection,), reason)
        elif reason.field == "test":
            self.testWanted.emit(connection)
        else:
            self.configureWanted.emit(connection)

    def _begin(self, selected: Sequence[ErpConnection]) -> ErpConnection | None:
        """The connection, if it is one that can be configured, and there is room for a dialog."""
        if len(selected) != 1 or selected[0].deleted_at or not self.slot.begin():
            return None
        return selected[0]

    def _open(self, connection: ErpConnection, dialog: SetupDialog) -> None:
        dialog.saved.connect(lambda: self.touched.emit((connection.id,)))
        self.slot.open(dialog)
