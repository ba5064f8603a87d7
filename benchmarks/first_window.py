"""From the start of the process to the first painted window, against a bare QMainWindow."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.child import peak_memory, since_start, tell

if TYPE_CHECKING:
    from benchmarks.parent import Place, Row

BOUND = 2.0


def measure(place: Place) -> list[Row]:
    """Measure both."""
    from benchmarks.parent import Row

    url = str(place.folder / "first.sqlite")
    place.run("first_window", "ours", url)  # makes the file
    ours, bare = place.interleaved("first_window", [["ours", url], ["bare"]])
    against = "bare QMainWindow"
    return [Row("First painted window", ours["seconds"] * 1e3, bare["seconds"] * 1e3, "ms", BOUND, against)]


def _main(variant: str, *arguments: str) -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    from benchmarks.painting import Paints, run_until_painted

    application = QApplication([])
    if variant == "ours":
        from erpsync_desktop.app import create_main_window

        window: QMainWindow = create_main_window(arguments[0])
    else:
        window = QMainWindow()
        window.resize(1000, 700)
    paints = Paints(window)
    window.show()
    run_until_painted(paints, 0)
    assert application is not None
    tell(seconds=since_start(), memory=peak_memory())


if __name__ == "__main__":
    _main(*sys.argv[1:])
