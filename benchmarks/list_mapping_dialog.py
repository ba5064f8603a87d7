"""A list mapping of 20,000 items: opened, matched and saved; its stalls, and the saving against a bare one.

The floor of the saving is sqlite3's ``executemany`` of the same rows into a table of the same shape in a file
of its own, in one transaction with its commit, with the same journal and the same care for a power cut.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import large_setup
from benchmarks.child import tell
from benchmarks.parent import Place, Row
from benchmarks.slow_connectors import LIST_ITEMS
from benchmarks.stall import BOUND as BOUND_STALL
from benchmarks.stall import slow_connectors

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QTableView

BOUND = 2.0
AGAINST = "sqlite3 executemany of the same rows, with commit"
LONG_ENOUGH = 1.5  # seconds in which what was begun is over


def measure(place: Place) -> list[Row]:
    """Measure the dialog, the saving alone, and the bare insert."""
    with slow_connectors(place) as base:
        url = str(place.folder / "lists.sqlite")
        place.run("large_setup", url, f"{base}/quick/quick", str(LIST_ITEMS))
        variants = [["dialog", url], ["save", url], ["bare", url]]
        dialog, save, bare = place.interleaved("list_mapping_dialog", variants)
    idle = f"{dialog['idle'] * 1e3:.0f} ms when idle"
    stalls = {
        "opening": "Longest stall while 20,000 list items open",
        "matching": "… are matched",
        "saving": "… are saved",
    }
    return [
        *(Row(text, dialog[key] * 1e3, None, "ms", BOUND_STALL, idle) for key, text in stalls.items()),
        Row("20,000 list items saved", save["seconds"] * 1e3, bare["seconds"] * 1e3, "ms", BOUND, AGAINST),
    ]


def _main(variant: str, url: str) -> None:
    copy = large_setup.copied(url)
    if variant == "dialog":
        _use(copy)
    elif variant == "save":
        tell(seconds=_save(copy))
    else:
        tell(seconds=_insert(copy))


# The dialog


def _use(url: str) -> None:
    from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox

    from benchmarks.painting import after, run_until
    from benchmarks.probe import Probe

    application = QApplication([])
    assert application is not None
    probe = Probe()
    run_until(after(0.5), "half a second")
    idle = probe.longest()
    dialog, view, usable = large_setup.open_dialog(url, "listMappingButton", "itemsView", LIST_ITEMS, probe)
    run_until(after(LONG_ENOUGH), "the news from the ERP")
    opening = probe.longest()
    match = dialog.findChild(QAbstractButton, "matchNamesButton")
    buttons = dialog.findChild(QDialogButtonBox, "buttonBox")
    assert match is not None
    assert buttons is not None
    match.click()
    run_until(lambda: not match.isEnabled(), "the start of the matching")
    run_until(after(LONG_ENOUGH), "the matching")
    matching = probe.longest()
    _check_matched(view)
    closed = _closed(dialog)
    buttons.button(QDialogButtonBox.StandardButton.Save).click()
    run_until(lambda: bool(closed), "the saving")
    run_until(after(0.5), "what comes after it")
    tell(usable=usable, opening=opening, matching=matching, saving=probe.longest(), idle=idle)


def _check_matched(view: QTableView) -> None:
    model = view.model()
    assert all(model.index(row, 1).data() for row in (0, LIST_ITEMS // 2, LIST_ITEMS - 1))


def _closed(dialog: QDialog) -> list[int]:
    results: list[int] = []
    dialog.finished.connect(results.append)
    return results


# Saving alone


def _items() -> dict[str, str]:
    return {str(index): f"c{index}" for index in range(LIST_ITEMS)}


def _save(url: str) -> float:
    from erpsync_desktop.model.sync_setup import ListMapping

    workspace = large_setup.open_workspace(url)
    (connection,) = workspace.contents().connections
    # The modules are imported and the file is at hand, as they are when the dialog has been opened.
    assert workspace.save_list_mappings(connection.id, [ListMapping("other", "list", {"1": "2"})])
    mapping = ListMapping("groups", large_setup.CRM_LIST, _items())
    start = time.perf_counter()
    (saved,) = workspace.save_list_mappings(connection.id, [mapping])
    seconds = time.perf_counter() - start
    assert (saved.version, len(saved.items)) == (1, LIST_ITEMS)
    workspace.close()
    return seconds


def _insert(url: str) -> float:
    import sqlite3

    definition = _definition(url)
    database = sqlite3.connect(Path(url).with_suffix(".bare"), isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute(definition)
    rows = [(1, *one) for one in _items().items()]
    start = time.perf_counter()
    database.execute("BEGIN IMMEDIATE")
    database.executemany("INSERT INTO list_mapping_items VALUES (?, ?, ?)", rows)
    database.execute("COMMIT")
    seconds = time.perf_counter() - start
    assert database.execute("SELECT count(*) FROM list_mapping_items").fetchone() == (LIST_ITEMS,)
    database.close()
    return seconds


def _definition(url: str) -> str:
    """How our own table of the items is made."""
    import sqlite3

    database = sqlite3.connect(url)
    (definition,) = database.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'list_mapping_items'"
    ).fetchone()
    database.close()
    return str(definition)


if __name__ == "__main__":
    _main(*sys.argv[1:])
