"""The editor in which SuperOffice's item is chosen, among 20,000 as quickly as among ten."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from erpsync_desktop.dialogs.list_mapping_model import CRM_ITEM
from erpsync_desktop.widgets.item_combo import ItemCombo
from erpsync_desktop.widgets.tables import Index


class ItemDelegate(QStyledItemDelegate):
    """Edits SuperOffice's item; (No Selection) stands first. All editors share one model of the texts.

    Signals:
        notFound: no item has what somebody typed; after Enter, it can be corrected.
    """

    notFound = Signal(str)  # noqa: N815  Qt's way of naming

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._keys: Sequence[str] = ()
        self._row_of: dict[str, int] = {}
        self._none = ""
        self._named: Sequence[str] = ()
        self._texts: QStringListModel | None = None
        self._editor: ItemCombo | None = None

    def offer(self, keys: Sequence[str], texts: Sequence[str], none: str) -> None:
        """Offer these items.

        Args:
            keys: of SuperOffice's items.
            texts: their names, each once.
            none: what choosing none is called.
        """
        self._keys, self._named, self._none = keys, texts, none
        if self._texts is not None:
            self._texts.deleteLater()
            self._texts = None

    def _model(self) -> QStringListModel:
        """The texts; made with the first editor, because 20,000 take a while."""
        if self._texts is None:
            self._texts = QStringListModel([self._none, *self._named], self)
            self._keys = ("", *self._keys)
            self._row_of = {key: row for row, key in enumerate(self._keys)}
        return self._texts

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """Make a combo box to type in."""
        combo = ItemCombo(parent)
        combo.setObjectName("itemCombo")
        name = index.model().headerData(CRM_ITEM, Qt.Orientation.Horizontal) if index.model() else ""
        combo.setAccessibleName(str(name))
        combo.setFrame(False)
        combo.offer(self._model())
        self._editor = combo
        combo.activated.connect(lambda _row: self._finish(combo))
        # Enter in the list of completions passes by the filter; all other Enters come to it afterwards.
        combo.line.returnPressed.connect(lambda: QTimer.singleShot(0, combo, lambda: self._finish(combo)))
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Show what is chosen, ready to be typed over. What is being typed is left alone."""
        if isinstance(editor, ItemCombo) and not editor.line.isModified():
            editor.setCurrentIndex(self._row_of.get(str(index.data(Qt.ItemDataRole.EditRole) or ""), -1))
            editor.line.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        """Choose what is meant; an emptied line is none, and a text that no item has changes nothing."""
        if not isinstance(editor, ItemCombo):
            return
        row = _meant_row(editor)
        if row >= 0:
            model.setData(index, self._keys[row], Qt.ItemDataRole.EditRole)
        else:
            self.notFound.emit(editor.currentText().strip())

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """As wide as the cell, and as high as a combo box wants to be."""
        rect = option.rect
        height = max(rect.height(), editor.sizeHint().height())
        editor.setGeometry(rect.x(), rect.center().y() - height // 2, rect.width(), height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let Enter end here: passed on, the table would open the editor again."""
        if isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.type() == QEvent.Type.KeyPress and isinstance(watched, ItemCombo):
                self._finish(watched)
            return True
        return super().eventFilter(watched, event)

    def _finish(self, combo: ItemCombo) -> None:
        if combo is not self._editor:  # it told so already
            return
        if _meant_row(combo) < 0:
            self.notFound.emit(combo.currentText().strip())
            return
        self._editor = None
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)


def _meant_row(combo: ItemCombo) -> int:
    """The row that is meant; an emptied line is (No Selection), and -1 a text that no item has."""
    return combo.meant_row() if combo.currentText().strip() else 0
