"""Counts how often the event loop came round, which tells that nothing held it, on however slow a machine."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer


@contextmanager
def turns_of_the_loop(owner: QObject, milliseconds: int = 0) -> Iterator[list[None]]:
    """Gives a list that grows by one with each turn, or each so many milliseconds at the most."""
    turns: list[None] = []
    timer = QTimer(owner)
    timer.timeout.connect(lambda: turns.append(None))
    timer.start(milliseconds)
    yield turns
    timer.stop()
