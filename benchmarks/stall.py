"""How long the GUI thread stands still at most, while a connector hangs, trickles and answers 5 MB.

In the real connection dialog, opened from the real main window: the connector is chosen, its fields are
loaded, a test is run, and the dialog is closed. A timer of 1 ms tells how long the event loop did not come
round.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from benchmarks.child import tell
from benchmarks.parent import ROOT, Place, Row
from benchmarks.slow_connectors import FIELDS, WAYS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

BOUND = 50.0  # milliseconds
MOST_RUNS = 5
"""Fresh processes for each way of being slow: they take long."""
LASTING = 2.0  # seconds that something is waited for that never comes
NAMES = {
    "quick/hang": "Longest stall while a test hangs",
    "quick/trickle": "… while the answer to a test trickles",
    "quick/large": "… with 5 MB of explanation",
    "hang/quick": "… while the fields hang",
    "trickle/quick": "… while the fields trickle",
    "large/quick": f"… with {FIELDS} fields of 5 MB",
}


def measure(place: Place) -> list[Row]:
    """Measure each way of being slow, and a dialog that waits for nothing."""
    with slow_connectors(place) as base:
        url = str(place.folder / "stall.sqlite")
        place.run("stall", "prepare", url, base)
        numbers = place.interleaved("stall", [["run", url, way] for way in WAYS], most=MOST_RUNS)
    rows = [_row(NAMES[way], number, "stall") for way, number in zip(WAYS, numbers, strict=True)]
    slowest = max(numbers, key=lambda number: number["closing"])
    return [*rows, _row("… and when the dialog is closed", slowest, "closing")]


def _row(what: str, numbers: dict[str, float], key: str) -> Row:
    return Row(what, numbers[key] * 1e3, None, "ms", BOUND, f"{numbers['idle'] * 1e3:.0f} ms when idle")


@contextmanager
def slow_connectors(place: Place) -> Iterator[str]:
    """Run them in a process of their own; give their address."""
    command = [sys.executable, "-m", "benchmarks.slow_connectors"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=ROOT, env=place.environment(), stdin=pipe, stdout=pipe, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        process.stdin.close()
        process.wait(timeout=10)


def _main(what: str, url: str, argument: str) -> None:
    if what == "prepare":
        _prepare(url, argument)
    else:
        _run(url, argument)


def _prepare(url: str, base: str) -> None:
    from erpsync_desktop.connectors.client import ConnectorClient
    from erpsync_desktop.http import HttpSession
    from erpsync_desktop.model.connector import ConnectorDraft
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local import open_local_workspace

    http = HttpSession()
    workspace = open_local_workspace(
        url, secrets=SecretStore(), client=lambda address: ConnectorClient(address, http)
    )
    for way in WAYS:
        workspace.save_connector(ConnectorDraft(name=way, url=f"{base}/{way}"))
    workspace.close()
    tell()


def _run(url: str, way: str) -> None:
    from PySide6.QtWidgets import QApplication, QPushButton

    from benchmarks.painting import after, run_until
    from benchmarks.probe import Probe
    from erpsync_desktop.app import create_main_window

    application = QApplication([])
    assert application is not None
    window = create_main_window(url)
    ready: list[bool] = []
    window.ready.connect(lambda: ready.append(True))
    window.show()
    run_until(lambda: bool(ready), "ready")
    button = window.findChild(QPushButton, "addConnectionButton")
    assert button is not None
    button.click()
    run_until(lambda: _dialog() is not None, "connectionDialog")
    dialog = _dialog()
    assert dialog is not None
    probe = Probe()
    run_until(after(1.0), "a second")
    idle = probe.longest()
    _use(dialog, way)
    stall = probe.longest()
    _check(dialog, way)
    probe.longest()
    dialog.reject()
    run_until(lambda: _dialog() is None, "closing")
    run_until(after(0.3), "being closed")
    tell(stall=stall, closing=probe.longest(), idle=idle)


def _use(dialog: QDialog, way: str) -> None:
    """Choose the connector, wait for its fields, test; stop waiting for what hangs or trickles."""
    from PySide6.QtWidgets import QComboBox, QPushButton

    from benchmarks.painting import after, run_until

    fields, _, test = way.partition("/")
    combo = dialog.findChild(QComboBox, "connectorCombo")
    button = dialog.findChild(QPushButton, "testButton")
    assert combo is not None
    assert button is not None
    combo.setCurrentIndex(combo.findText(way))
    combo.activated.emit(combo.currentIndex())
    if fields in {"hang", "trickle"}:
        run_until(after(LASTING), "time")
        return
    _wait_for_fields(dialog)
    run_until(button.isEnabled, "the test")
    button.click()
    run_until(lambda: not button.isEnabled(), "the test's start")
    until = after(LASTING)
    run_until(lambda: until() or (test not in {"hang", "trickle"} and button.isEnabled()), "the test's end")
    run_until(after(1.0), "a second")


def _wait_for_fields(dialog: QDialog) -> None:
    from benchmarks.painting import run_until
    from erpsync_desktop.widgets.config_form import ConfigForm

    form = dialog.findChild(ConfigForm, "configFields")
    assert form is not None
    found: list[bool] = []
    # Also said of the empty form that the choice of the connector leaves at first.
    form.built.connect(lambda: found.append(form.last_focus is not None))
    run_until(lambda: any(found), "the fields")


def _check(dialog: QDialog, way: str) -> None:
    """See that the fields were really there; afterwards, as looking for one takes long, too."""
    from PySide6.QtWidgets import QWidget

    fields = way.partition("/")[0]
    if fields not in {"hang", "trickle"}:
        assert dialog.findChild(QWidget, f"field:K{FIELDS - 1 if fields == 'large' else 0}") is not None


def _dialog() -> QDialog | None:
    from PySide6.QtWidgets import QApplication, QDialog

    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.objectName() == "connectionDialog" and widget.isVisible():
            return widget
    return None


if __name__ == "__main__":
    _main(*sys.argv[1:])
