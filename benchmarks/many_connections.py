"""1,000 connections painted, from the start of the process: time and memory, against a stock table."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.child import peak_memory, since_start, tell

if TYPE_CHECKING:
    from benchmarks.parent import Place, Row

NUMBER = 1_000
BOUND = 1.3
AGAINST = "same libraries and rows, stock QTableView"


def measure(place: Place) -> list[Row]:
    """Measure both."""
    from benchmarks import rows
    from benchmarks.parent import Row

    url = rows.make(place, NUMBER)
    recorded = str(place.folder / "rows-1000.json")
    place.run("many_connections", "record", url, recorded)
    ours, stock = place.interleaved("many_connections", [["ours", url], ["stock", recorded]])
    seconds = Row(
        "1,000 connections painted", ours["seconds"] * 1e3, stock["seconds"] * 1e3, "ms", BOUND, AGAINST
    )
    memory = Row("… peak memory", ours["memory"] / 1e6, stock["memory"] / 1e6, "MB", BOUND, AGAINST)
    return [seconds, memory]


def _main(variant: str, *arguments: str) -> None:
    from PySide6.QtWidgets import QApplication

    from benchmarks import shown_rows

    application = QApplication([])
    if variant == "stock":
        kept: object = _show_stock(arguments[0])
    else:
        kept = window, view = shown_rows.open_ours(arguments[0])
        if variant == "record":
            shown_rows.record(view, arguments[1])
        assert window.isVisible()
    assert application is not None
    assert kept is not None
    tell(seconds=since_start(), memory=peak_memory())


def _show_stock(path: str) -> object:
    from PySide6.QtWidgets import QMainWindow, QTableView

    from benchmarks.painting import Paints, run_until_painted
    from benchmarks.shown_rows import SIZE, Recorded, import_the_same, stock_model

    recorded = Recorded.read(path)
    import_the_same(recorded)
    window, view = QMainWindow(), QTableView()
    model = stock_model(recorded)
    view.setModel(model)
    window.setCentralWidget(view)
    window.resize(*SIZE)
    paints = Paints(view.viewport())
    window.show()
    run_until_painted(paints, 0)
    return window, view, model


if __name__ == "__main__":
    _main(*sys.argv[1:])
