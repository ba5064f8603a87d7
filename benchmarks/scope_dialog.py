"""The scope dialog with 10,000 users: opening it, and a keystroke in its filter, against stock tables."""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.child import tell
from benchmarks.parent import Place, Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QTableView, QWidget

NUMBER, GROUPS = 10_000, 40
TYPED = ("nach", "gruppe 7", "0123")
BOUND_OPEN, BOUND_FILTER = 1.3, 1.5


def measure(place: Place) -> list[Row]:
    """Measure both."""
    ours, stock = place.interleaved("scope_dialog", [["ours"], ["stock"]])
    opened = Row(
        "Scope dialog with 10,000 users opened",
        ours["open"] * 1e3,
        stock["open"] * 1e3,
        "ms",
        BOUND_OPEN,
        "QDialog with stock tables of the same rows",
    )
    filtered = Row(
        "… filter keystroke to repaint",
        ours["filter"] * 1e3,
        stock["filter"] * 1e3,
        "ms",
        BOUND_FILTER,
        "stock QSortFilterProxyModel over QStandardItemModel",
    )
    return [opened, filtered]


def _main(variant: str) -> None:
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    assert application is not None
    dialog, box, view, opened = _open_ours() if variant == "ours" else _open_stock()
    assert dialog.isVisible()
    tell(open=opened, filter=statistics.median(_keystrokes(box, view)))


def _users() -> list[tuple[str, str, str]]:
    return [(f"user{n:05}", f"Vörname Nächname {n}", f"Gruppe {n % GROUPS}") for n in range(NUMBER)]


def _open_ours() -> tuple[QWidget, QLineEdit, QTableView, float]:
    from PySide6.QtWidgets import QLineEdit, QTableView

    from erpsync_desktop.dialogs.scope_dialog import ScopeDialog
    from erpsync_desktop.model.directory import Directory, Group, Scope, User

    users = tuple(User(f"u{n}", *row[:2], f"g{n % GROUPS}") for n, row in enumerate(_users()))
    directory = Directory(tuple(Group(f"g{n}", f"Gruppe {n}") for n in range(GROUPS)), users)
    start = time.perf_counter()
    dialog = ScopeDialog(directory, Scope(everyone=False), None)
    view = dialog.findChild(QTableView, "usersView")
    box = dialog.findChild(QLineEdit, "filterEdit")
    assert view is not None
    assert box is not None
    _show(dialog, view)
    return dialog, box, view, time.perf_counter() - start


def _open_stock() -> tuple[QWidget, QLineEdit, QTableView, float]:
    from PySide6.QtCore import QSortFilterProxyModel, Qt
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QDialog, QLineEdit, QTableView, QVBoxLayout

    users = _users()
    start = time.perf_counter()
    dialog = QDialog()
    box, view = QLineEdit(dialog), QTableView(dialog)
    model = QStandardItemModel(0, 3, dialog)
    for row in users:
        items = [QStandardItem(text) for text in row]
        items[0].setCheckable(True)
        model.appendRow(items)
    proxy = QSortFilterProxyModel(dialog)
    proxy.setSourceModel(model)
    proxy.setFilterKeyColumn(-1)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    view.setModel(proxy)
    box.textChanged.connect(proxy.setFilterFixedString)
    layout = QVBoxLayout(dialog)
    layout.addWidget(box)
    layout.addWidget(view)
    _show(dialog, view)
    return dialog, box, view, time.perf_counter() - start


def _show(dialog: QWidget, view: QTableView) -> None:
    from benchmarks.painting import Paints, run_until_painted

    dialog.resize(700, 600)
    paints = Paints(view.viewport())
    dialog.show()
    run_until_painted(paints, 0)


def _keystrokes(box: QLineEdit, view: QTableView) -> list[float]:
    from benchmarks.filter_keystroke import keystrokes

    return keystrokes(box, view, TYPED)


if __name__ == "__main__":
    _main(*sys.argv[1:])
