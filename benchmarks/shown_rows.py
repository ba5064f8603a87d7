"""Our list of ERP connections, and a stock table of the same rows."""

from __future__ import annotations

import importlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QStandardItemModel
    from PySide6.QtWidgets import QMainWindow, QTableView

SIZE = (1100, 760)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What our process had: the texts of its rows, the third-party modules it had imported."""

    headers: list[str]
    rows: list[list[str]]
    modules: list[str]

    @classmethod
    def read(cls, path: str) -> Recorded:
        """Read it from a file."""
        return cls(**json.loads(Path(path).read_text(encoding="utf-8")))


def open_ours(url: str) -> tuple[QMainWindow, QTableView]:
    """Our main window, shown, with its rows painted; and its view of the connections."""
    from PySide6.QtWidgets import QTableView

    from benchmarks.painting import Paints, run_until, run_until_painted
    from erpsync_desktop.app import create_main_window

    window = create_main_window(url)
    window.resize(*SIZE)
    ready: list[bool] = []
    window.ready.connect(lambda: ready.append(True))
    window.show()
    run_until(lambda: bool(ready), "ready")
    view = window.findChild(QTableView, "connectionsView")
    assert view is not None
    assert view.model().rowCount() > 0
    paints = Paints(view.viewport())
    view.viewport().update()
    run_until_painted(paints, 0)
    return window, view


def record(view: QTableView, path: str) -> None:
    """Write down what our process has."""
    from PySide6.QtCore import Qt

    model = view.model()
    columns, orientation = range(model.columnCount()), Qt.Orientation.Horizontal
    headers = [str(model.headerData(column, orientation) or "") for column in columns]
    rows = [
        [str(model.index(row, column).data() or "") for column in columns] for row in range(model.rowCount())
    ]
    own = ("erpsync_desktop", "benchmarks", "__main__")
    modules = sorted(name for name in sys.modules if name.partition(".")[0] not in own)
    text = json.dumps({"headers": headers, "rows": rows, "modules": modules})
    Path(path).write_text(text, encoding="utf-8")


def import_the_same(recorded: Recorded) -> None:
    """Import what our process had imported."""
    for name in recorded.modules:
        try:
            importlib.import_module(name)
        except Exception:  # noqa: BLE001, S112  made at run time, or importable only from within its package
            continue


def stock_model(recorded: Recorded) -> QStandardItemModel:
    """The same rows in a QStandardItemModel; the first column is checkable, as ours is."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel

    model = QStandardItemModel(0, len(recorded.headers))
    model.setHorizontalHeaderLabels(recorded.headers)
    for texts in recorded.rows:
        items = [QStandardItem(text) for text in texts]
        items[0].setCheckable(True)
        model.appendRow(items)
    return model
