"""Tells how long the event loop of the GUI thread did not come round."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer


class Probe(QObject):
    """Ticks each millisecond and keeps the longest time between two ticks."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self._longest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def longest(self) -> float:
        """The longest time between two ticks since this was last asked, in seconds."""
        self._tick()
        longest, self._longest = self._longest, 0.0
        return longest

    def _tick(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now
