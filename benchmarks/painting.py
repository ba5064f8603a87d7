"""Waiting until something is painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

LONGEST = 60_000  # milliseconds


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Count, and let the event through."""
        if event.type() is QEvent.Type.Paint:
            self.count += 1
        return super().eventFilter(watched, event)


def run_until(condition: Callable[[], bool], what: str) -> None:
    """Run the event loop until something holds; asleep while nothing happens."""
    clock = QElapsedTimer()
    clock.start()
    heartbeat = QTimer()
    heartbeat.start(5)
    flags = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while not condition():
        QApplication.processEvents(flags)
        if clock.elapsed() > LONGEST:
            raise TimeoutError(f"{what} did not happen")


def after(seconds: float) -> Callable[[], bool]:
    """A condition that holds once so much time has gone by."""
    clock = QElapsedTimer()
    clock.start()
    return lambda: clock.elapsed() >= seconds * 1e3


def run_until_painted(paints: Paints, than: int) -> None:
    """Run the event loop until a widget was painted more often than that."""
    run_until(lambda: paints.count > than, "painting")
