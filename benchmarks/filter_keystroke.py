"""A keystroke in the filter box until the list is painted anew, with 10,000 connections."""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

from benchmarks import rows
from benchmarks.child import tell
from benchmarks.parent import Place, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLineEdit, QTableView

NUMBER = 10_000
BOUND = 1.5
TYPED = ("kiel", "0123", "stahl 9", "zzz")
"""Finds a tenth, a few, a few by two words, and nothing."""


def measure(place: Place) -> list[Row]:
    """Measure both."""
    url = rows.make(place, NUMBER)
    recorded = str(place.folder / "rows-10000.json")
    place.run("filter_keystroke", "record", url, recorded)
    ours, stock = place.interleaved("filter_keystroke", [["ours", url], ["stock", recorded]])
    against = "stock QSortFilterProxyModel over QStandardItemModel"
    what = "Filter keystroke to repaint, 10,000 connections"
    return [Row(what, ours["seconds"] * 1e3, stock["seconds"] * 1e3, "ms", BOUND, against)]


def _main(variant: str, *arguments: str) -> None:
    from PySide6.QtWidgets import QApplication

    from benchmarks import shown_rows

    application = QApplication([])
    assert application is not None
    if variant == "stock":
        box, view, *kept = _show_stock(arguments[0])
        assert kept
    else:
        window, view = shown_rows.open_ours(arguments[0])
        if variant == "record":
            shown_rows.record(view, arguments[1])
            tell()
        box = _filter_box(view)
        assert window.isVisible()
    tell(seconds=statistics.median(keystrokes(box, view, TYPED)))


def _filter_box(view: QTableView) -> QLineEdit:
    from erpsync_desktop.widgets.filter_box import FilterBox

    panel = view.parentWidget()
    assert panel is not None
    (box,) = panel.findChildren(FilterBox)
    return box


def _show_stock(path: str) -> tuple[QLineEdit, QTableView, object, object]:
    from PySide6.QtCore import QSortFilterProxyModel, Qt
    from PySide6.QtWidgets import QLineEdit, QTableView, QVBoxLayout, QWidget

    from benchmarks.painting import Paints, run_until_painted
    from benchmarks.shown_rows import SIZE, Recorded, stock_model

    window, box, view = QWidget(), QLineEdit(), QTableView()
    layout = QVBoxLayout(window)
    layout.addWidget(box)
    layout.addWidget(view)
    proxy = QSortFilterProxyModel()
    model = stock_model(Recorded.read(path))
    proxy.setSourceModel(model)
    proxy.setFilterKeyColumn(-1)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    view.setModel(proxy)
    box.textChanged.connect(proxy.setFilterFixedString)
    window.resize(*SIZE)
    paints = Paints(view.viewport())
    window.show()
    run_until_painted(paints, 0)
    return box, view, window, (model, proxy)


def keystrokes(box: QLineEdit, view: QTableView, texts: Sequence[str]) -> list[float]:
    """Type texts and take them back; seconds from each key to the paint of another number of rows."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from benchmarks.painting import Paints, run_until_painted

    box.setFocus()
    paints = Paints(view.viewport())
    taken: list[float] = []

    def press(key: str | Qt.Key) -> None:
        before, rows_before = paints.count, view.model().rowCount()
        start = time.perf_counter()
        if isinstance(key, str):
            QTest.keyClicks(box, key)
        else:
            QTest.keyClick(box, key)
        if view.model().rowCount() == rows_before:
            return  # nothing to repaint: every row still matches
        run_until_painted(paints, before)
        taken.append(time.perf_counter() - start)

    for text in texts:
        for letter in text:
            press(letter)
        for _ in text:
            press(Qt.Key.Key_Backspace)
    return taken


if __name__ == "__main__":
    _main(*sys.argv[1:])
