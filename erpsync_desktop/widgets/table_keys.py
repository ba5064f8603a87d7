"""What keys do in a table where nothing is selected, and how a table with all rows selected stays quick."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

_MOVES = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


def selects_first(view: QTableView, event: QKeyEvent) -> bool:
    """Whether a key that moves has selected the row that one stands on, because none was selected.

    A table that gets the keyboard stands on a row without selecting it. Qt then moves on from there, which
    passes over that row, and does nothing at all where it is the only one.
    """
    if event.key() not in _MOVES or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    return select_current(view)


def select_current(view: QTableView) -> bool:
    """Select the row that one stands on, or the first, where none is selected; say whether that was done."""
    if view.selectionModel().hasSelection() or view.model().rowCount() == 0:
        return False
    view.selectRow(max(0, view.currentIndex().row()))
    return True


def spare_headers(view: QTableView) -> None:
    """Let the headers know nothing of the selection.

    To paint itself, a header asks the model about every cell of the rows that are selected: a second where
    20,000 are. To be called once the view has its model.
    """
    for header in (view.horizontalHeader(), view.verticalHeader()):
        header.setHighlightSections(False)
        header.setSelectionModel(QItemSelectionModel(view.model(), header))
