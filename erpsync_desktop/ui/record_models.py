"""The models of the two lists of the Sync tab.

They are there before the first paint, empty; what only rows need is imported with the first row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QFont, QIcon

from erpsync_desktop.widgets.tables import Index, RecordsModel
from erpsync_desktop.widgets.theme import Tone, colour, status_icon

if TYPE_CHECKING:
    from erpsync_desktop.ui.rows import ConnectionRow, ConnectorRow

# As plain numbers: a view asks for seven roles of every cell that it paints.
_DISPLAY, _TOOLTIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_DECORATION, _CHECK = int(Qt.ItemDataRole.DecorationRole), int(Qt.ItemDataRole.CheckStateRole)
_FOREGROUND, _FONT = int(Qt.ItemDataRole.ForegroundRole), int(Qt.ItemDataRole.FontRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
NAME, URL, STATE = range(3)
ACTIVE, CONNECTION_NAME, CONNECTOR, SCOPE, DESCRIPTION, TESTED = range(6)


def _name(name: str, *, deleted: bool) -> str:
    return QCoreApplication.translate("Rows", "{name} (deleted)").format(name=name) if deleted else name


class ConnectorsModel(RecordsModel):
    """Sync Connectors: name, URL, state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(3, parent)

    def sort_key(self, record: ConnectorRow, column: int) -> Any:
        """By what is shown, whatever the case."""
        from erpsync_desktop.widgets.folding import folded

        return folded(self._text(record, column))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are selected, nothing else."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What is shown of a cell."""
        if role not in {_DISPLAY, _TOOLTIP, _DECORATION, _FOREGROUND, _FONT} or not index.isValid():
            return None
        from erpsync_desktop.ui.status_texts import connector_explanation, connector_tone
        from erpsync_desktop.widgets.tooltips import tooltip

        record, column = self.record(index.row()), index.column()
        if role == _DISPLAY:
            return self._text(record, column)
        if role == _TOOLTIP:
            state = column == STATE
            return tooltip(connector_explanation(record.connector) if state else self._text(record, column))
        if role == _DECORATION:
            return status_icon(connector_tone(record.connector)) if column == STATE else None
        return _of_deleted(role) if record.connector.deleted_at else None

    def _text(self, record: ConnectorRow, column: int) -> str:
        connector = record.connector
        if column == NAME:
            return _name(connector.name, deleted=connector.deleted_at is not None)
        if column == URL:
            return connector.url
        from erpsync_desktop.ui.status_texts import connector_text

        return connector_text(connector)


class ConnectionsModel(RecordsModel):
    """ERP connections: active, name, connector, scope, description, last tested.

    Signals:
        activeWanted: the Active box of a connection (by id) was ticked or cleared. The box shows what is
            wanted until the next ``set_records`` or ``settle``.
    """

    activeWanted = Signal(str, bool)  # noqa: N815  Qt's way of naming

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(6, parent)
        self._wanted: dict[str, bool] = {}
        self._any_deleted = False

    def settle(self, connection_id: str) -> None:
        """Show whether a connection is active, no longer what was wanted."""
        self._wanted.pop(connection_id, None)
        self.repaint_columns(ACTIVE, ACTIVE)

    def want_active(self, connection_id: str, active: bool) -> None:
        """Tick or clear a connection's box."""
        self._wanted[connection_id] = active
        self.repaint_columns(ACTIVE, ACTIVE)
        self.activeWanted.emit(connection_id, active)

    def is_active(self, record: ConnectionRow) -> bool:
        """Whether a connection's box is ticked."""
        return self._wanted.get(record.id, record.connection.active)

    def sort_key(self, record: ConnectionRow, column: int) -> Any:
        """By what is shown, whatever the case; the last test by its time, the latest last."""
        connection = record.connection
        if column == ACTIVE:
            return not connection.active
        if column == TESTED:
            return connection.last_test.at.timestamp() if connection.last_test else float("-inf")
        from erpsync_desktop.widgets.folding import folded

        return folded(self._text(record, column))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only the Active box of what is not deleted can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        deleted = self.record(index.row()).connection.deleted_at is not None
        return _FLAGS if index.column() != ACTIVE or deleted else _FLAGS | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What is shown of a cell."""
        if role == _DISPLAY:
            return self._text(self._shown[index.row()], index.column()) if index.isValid() else None
        if role in {_FOREGROUND, _FONT}:
            deleted = self._any_deleted and index.isValid() and self._shown[index.row()].connection.deleted_at
            return _of_deleted(role) if deleted else None
        if role == _CHECK:
            return self._check_state(self._shown[index.row()]) if index.column() == ACTIVE else None
        if role == _DECORATION:
            return self._icon(self._shown[index.row()]) if index.column() == TESTED else None
        if role in {_TOOLTIP, _ACCESSIBLE} and index.isValid():
            return self._described(index, role)
        return None

    def _icon(self, record: ConnectionRow) -> QIcon:
        from erpsync_desktop.ui.status_texts import tested_tone

        return status_icon(tested_tone(record.connection))

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Want a connection active or not."""
        if role != _CHECK or not index.isValid() or index.column() != ACTIVE:
            return False
        self.want_active(self.record(index.row()).id, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def set_records(self, records: Any) -> None:
        """Show other records; what was wanted has come true, or not."""
        self._wanted.clear()
        self._any_deleted = any(record.connection.deleted_at for record in records)
        super().set_records(records)

    def _described(self, index: Index, role: int) -> Any:
        record, column = self.record(index.row()), index.column()
        if role == _TOOLTIP:
            from erpsync_desktop.ui.status_texts import tested_explanation
            from erpsync_desktop.widgets.tooltips import tooltip

            tested = column == TESTED
            return tooltip(tested_explanation(record.connection) if tested else self._text(record, column))
        if role == _ACCESSIBLE and column == ACTIVE:
            if self.is_active(record):
                return QCoreApplication.translate("Rows", "Active")
            return QCoreApplication.translate("Rows", "Inactive")
        return None

    def _check_state(self, record: ConnectionRow) -> Qt.CheckState | None:
        if record.connection.deleted_at:
            return None
        return Qt.CheckState.Checked if self.is_active(record) else Qt.CheckState.Unchecked

    def _text(self, record: ConnectionRow, column: int) -> str:
        connection = record.connection
        if column == CONNECTION_NAME:
            return _name(connection.name, deleted=True) if connection.deleted_at else connection.name
        if column == CONNECTOR:
            return record.connector_name
        if column == SCOPE:
            return record.scope
        if column == DESCRIPTION:
            return " ".join(connection.description.split())
        if column == ACTIVE:
            return ""
        from erpsync_desktop.ui.status_texts import tested_text

        return tested_text(connection)


def _of_deleted(role: int) -> Any:
    if role == _FOREGROUND:
        return colour(Tone.MUTED)
    font = QFont()
    font.setItalic(True)
    return font
