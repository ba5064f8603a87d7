"""Work off the GUI thread: a QThread that waits for a daemon Python thread.

The blocking call is made on a daemon thread, so that a hung name resolution or a silent server cannot hold
the process; the QThread only waits for it and brings its messages to the GUI thread. Everything that the
caller hands in but the work itself runs on the GUI thread. The work imports no module of the screens: a
class of Qt's that is made there while the GUI thread runs its event loop can end the program.
"""

from __future__ import annotations

import atexit
import logging
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QObject, Qt, QThread, QTimer, Signal, Slot

from erpsync_desktop.model.errors import ErpSyncError, OperationCancelled
from erpsync_desktop.model.watch import Stage, Watch

T = TypeVar("T")
_log = logging.getLogger(__name__)
_Message = tuple[str, Any]
_running: set[Task] = set()


class Task(QObject):
    """One piece of work in the background; made by ``run_in_background``.

    Signals:
        finished: nothing more will come, because it is done, has failed or was cancelled. Not emitted where
            the owner is gone.
    """

    finished = Signal()

    def __init__(
        self,
        owner: QObject,
        work: Callable[[Watch], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        stage: Callable[[Stage], None] | None,
    ) -> None:
        super().__init__()
        self._callbacks: dict[str, Callable[[Any], None]] = {"done": done, "failed": failed}
        if stage is not None:
            self._callbacks["stage"] = stage
        self._messages: SimpleQueue[_Message] = SimpleQueue()
        self._watch = Watch(partial(_put, self._messages, "stage"))
        self._waiter = _Waiter(self._messages)
        self._waiter.told.connect(self._listen, Qt.ConnectionType.QueuedConnection)
        self._owner_goes = owner.destroyed.connect(self._abandon)
        self._start(work)

    @property
    def running(self) -> bool:
        """Whether something may still come."""
        return bool(self._callbacks)

    @Slot()
    def cancel(self) -> None:
        """Stop; nothing of what the work still says is heard. Without effect on a task that has ended."""
        if self.running:
            self._abandon()
            self.finished.emit()

    def _start(self, work: Callable[[Watch], Any]) -> None:
        _running.add(self)
        self._waiter.start()
        worker = threading.Thread(
            target=_work, args=(work, self._watch, self._messages), name="erpsync-task", daemon=True
        )
        try:
            worker.start()
        except RuntimeError as error:  # the system has no thread left to give
            self._messages.put(("failed", error))

    @Slot()
    def _abandon(self) -> None:
        if self.running:
            self._watch.cancel()
            self._end()

    @Slot()
    def _listen(self) -> None:
        while self.running and self._waiter.heard:
            kind, content = self._waiter.heard.popleft()
            if kind == "stage":
                self._callbacks.get("stage", _ignore)(content)
            else:
                self._conclude(kind, content)

    def _conclude(self, kind: str, content: Any) -> None:
        callback = self._callbacks.get(kind, _ignore)
        self._end()
        try:
            callback(content)
        finally:
            self.finished.emit()

    def _end(self) -> None:
        self._callbacks = {}
        # The owner may outlive this object by far, and must not call what the collector takes apart.
        QObject.disconnect(self._owner_goes)
        self._messages.put(("cancelled", None))
        self._waiter.wait()
        # Not at once: this may be running inside a slot of this very object.
        QTimer.singleShot(0, partial(_running.discard, self))

    def _join(self, deadline: float) -> None:
        self._waiter.wait(QDeadlineTimer(max(0, int((deadline - time.monotonic()) * 1000))))


class _Waiter(QThread):
    """Waits for messages and hands them to the GUI thread; ends with the first that is no stage."""

    told = Signal()

    def __init__(self, messages: SimpleQueue[_Message]) -> None:
        super().__init__()
        self.heard: deque[_Message] = deque()
        self._messages = messages

    def run(self) -> None:
        """Wait; nothing else is ever done on this thread."""
        kind = "stage"
        while kind == "stage":
            kind, content = self._messages.get()
            self.heard.append((kind, content))
            self.told.emit()


def run_in_background(
    owner: QObject,
    work: Callable[[Watch], T],
    *,
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
    stage: Callable[[Stage], None] | None = None,
) -> Task:
    """Run ``work`` on another thread.

    Args:
        owner: whom the result is for; when it is destroyed, nothing is called any more.
        work: may block; is given a watch that tells stages and hears of the cancellation.
        done: called with the result.
        failed: called with what ``work`` raised. An exception that is no ``ErpSyncError`` is a bug of ours;
            it is logged (without its text, which may hold values) and handed over all the same.
        stage: called with each stage that begins.

    Returns:
        The running task. Neither ``done``, ``failed`` nor ``stage`` is called after it was cancelled.
    """
    application = QCoreApplication.instance()
    if application is not None and not application.property("stopsTasks"):
        application.setProperty("stopsTasks", True)
        application.aboutToQuit.connect(stop_all_tasks)
        atexit.register(stop_all_tasks)  # for a program whose event loop never ran
    return Task(owner, work, done, failed, stage)


def stop_all_tasks(timeout: float = 2.0) -> None:
    """Cancel everything that runs, and wait for it, but not for what hangs.

    Args:
        timeout: seconds that this takes at most.
    """
    deadline = time.monotonic() + timeout
    tasks = list(_running)
    for task in tasks:
        task._abandon()
    for task in tasks:
        task._join(deadline)
    _running.difference_update(tasks)


def _work(work: Callable[[Watch], Any], watch: Watch, messages: SimpleQueue[_Message]) -> None:
    try:
        message: _Message = ("done", work(watch))
    except OperationCancelled:
        message = ("cancelled", None)
    except ErpSyncError as error:
        message = ("failed", error)
    except Exception as error:  # noqa: BLE001  a bug of ours must not leave a control disabled for ever
        _log.error("background work failed: %s\n%s", type(error).__name__, _without_values(error))
        message = ("failed", error)
    except BaseException as error:  # noqa: BLE001  SystemExit, say; the waiter would wait for ever
        message = ("failed", RuntimeError(f"background work ended by {type(error).__name__}"))
    messages.put(message)


def _without_values(error: BaseException) -> str:
    return "".join(traceback.format_tb(error.__traceback__))


def _put(messages: SimpleQueue[_Message], kind: str, content: Any) -> None:
    messages.put((kind, content))


def _ignore(_content: object) -> None:
    pass
