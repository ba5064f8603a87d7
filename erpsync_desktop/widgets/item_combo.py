"""A combo box to type in that finds an item among very many by any part of its text."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QWidget


class ItemCombo(QComboBox):
    """An editable combo box that stays quick with very many items, and leaves the wheel to the form."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line = QLineEdit(self)
        self.setLineEdit(self.line)
        self.setCompleter(None)  # type: ignore[arg-type]
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setView(_quick_view(self))
        self.typed = ""

    def offer(self, model: QStringListModel) -> None:
        """Offer these texts; what is typed stays."""
        self.typed = self.currentText()
        self.setModel(model)
        self.setCurrentIndex(-1)
        self.setEditText(self.typed)
        completer = QCompleter(model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        completer.setPopup(_quick_view())
        self.setCompleter(completer)

    def meant_row(self) -> int:
        """The row that somebody means by what is typed: its text, else the first that has it; -1 for none."""
        if self.currentIndex() >= 0 and self.itemText(self.currentIndex()) == self.currentText():
            return self.currentIndex()
        text = self.currentText().strip()
        exact = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if exact >= 0 or not text:
            return exact
        completer = self.completer()
        if completer is None:  # nothing was offered yet
            return -1
        completer.setCompletionPrefix(text)
        first = completer.completionModel().index(0, 0)
        return self.findText(first.data(), Qt.MatchFlag.MatchExactly) if first.isValid() else -1

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll the form, not the value."""
        event.ignore()


def _quick_view(parent: QWidget | None = None) -> QListView:
    """A list that does not measure each of its rows."""
    view = QListView(parent)
    view.setUniformItemSizes(True)
    view.setLayoutMode(QListView.LayoutMode.Batched)
    return view
