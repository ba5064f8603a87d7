"""Following a piece of work from another thread: its stages, their times, and stopping it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from erpsync_desktop.model.errors import OperationCancelled


class Stage(StrEnum):
    """What is being done at the moment, in the order of a conversation."""

    RESOLVING = "resolving"
    CONNECTING = "connecting"
    CERTIFICATE = "certificate"
    CONTRACT = "contract"
    ASKING = "asking"
    ANSWER = "answer"
    SAVING = "saving"
    SECRETS = "secrets"
    UNDOING = "undoing"
    READING_ERP = "reading_erp"  # after a save is done; what follows belongs to it


@dataclass(frozen=True, slots=True)
class StageTime:
    """How long a stage took, in seconds."""

    stage: Stage
    seconds: float


class Watch:
    """Handed into a piece of work; tells its stages to the outside and its cancellation to the inside.

    Safe to use from several threads. ``on_stage`` is called on the thread that works.
    """

    def __init__(self, on_stage: Callable[[Stage], None] | None = None) -> None:
        self._on_stage = on_stage
        self._cancelled = threading.Event()
        self._lock = threading.Lock()
        self._closers: list[Callable[[], None]] = []
        self._entered: list[tuple[Stage, float]] = []

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._cancelled.is_set()

    @property
    def stages(self) -> tuple[StageTime, ...]:
        """The stages so far with their times; the last one runs until now."""
        with self._lock:
            entered = [*self._entered]
        ends = [*(start for _, start in entered[1:]), time.monotonic()]
        return tuple(
            StageTime(stage, end - start) for (stage, start), end in zip(entered, ends, strict=False)
        )

    def for_undoing(self) -> Watch:
        """A watch for taking back what was done: it tells the same listener, and nobody has stopped it."""
        return Watch(self._on_stage)

    def enter(self, stage: Stage) -> None:
        """Say that a stage begins.

        Raises:
            OperationCancelled: somebody asked to stop.
        """
        self.check()
        with self._lock:
            if self._entered and self._entered[-1][0] is stage:
                return
            self._entered.append((stage, time.monotonic()))
        if self._on_stage is not None:
            self._on_stage(stage)

    def check(self) -> None:
        """Raise ``OperationCancelled`` if somebody asked to stop."""
        if self.cancelled:
            raise OperationCancelled

    def on_cancel(self, closer: Callable[[], None]) -> None:
        """Have ``closer`` (a socket's, say) called when somebody asks to stop; at once if it is too late."""
        with self._lock:
            if not self.cancelled:
                self._closers.append(closer)
                return
        _close(closer)

    def cancel(self) -> None:
        """Ask to stop."""
        with self._lock:
            self._cancelled.set()
            closers, self._closers = self._closers, []
        for closer in closers:
            _close(closer)


def _close(closer: Callable[[], None]) -> None:
    with suppress(OSError):  # it was closed already
        closer()
