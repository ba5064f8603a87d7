"""The table in which the items of two lists are brought together, by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from erpsync_desktop.dialogs.list_mapping_delegate import ItemDelegate
from erpsync_desktop.dialogs.list_mapping_model import CRM_ITEM, ItemsModel
from erpsync_desktop.widgets.records_view import RecordsView

_NOT_TYPED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_EDIT_TRIGGERS = QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.AnyKeyPressed


class ItemsView(RecordsView):
    """Enter, F2, Space, a double click or typing open the editor; Del chooses none.

    Signals:
        undoWanted: Ctrl+Z.
        redoWanted: Ctrl+Y or Ctrl+Shift+Z.
    """

    undoWanted = Signal()  # noqa: N815  Qt's way of naming
    redoWanted = Signal()  # noqa: N815

    def __init__(self, model: ItemsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.items = model
        self.delegate = ItemDelegate(self)
        self.setItemDelegateForColumn(CRM_ITEM, self.delegate)
        self.setEditTriggers(_EDIT_TRIGGERS)
        # The header shows nothing of what is selected, but would ask for each of 20,000 rows whether it is.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, self))
        self.chosen.connect(self.open_editor)
        self.spacePressed.connect(self.open_editor)

    def open_editor(self) -> None:
        """Choose SuperOffice's item for the row that one stands on."""
        index = self.currentIndex().siblingAtColumn(CRM_ITEM)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

    def clear_selected(self) -> None:
        """Choose none for every selected row."""
        self.items.choose(self.selected_ids(), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Typing begins in the column that can be edited, wherever one stands."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undoWanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) or _is_ctrl_y(event):
            self.redoWanted.emit()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear_selected()
        else:
            if event.key() == Qt.Key.Key_F2 or _types(event):
                index = self.currentIndex().siblingAtColumn(CRM_ITEM)
                if index.isValid():
                    self.setCurrentIndex(index)
            super().keyPressEvent(event)


def _types(event: QKeyEvent) -> bool:
    return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & _NOT_TYPED


def _is_ctrl_y(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
