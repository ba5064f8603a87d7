"""Finds what a test left running: threads, QThreads, windows and child processes."""

import gc
import threading
import time
import weakref
from collections.abc import Iterable
from typing import Any, cast

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

GRACE_SECONDS = 3.0
"""How long what a test started may take to end after the test."""

# Qt makes these by itself, once, and keeps them.
_QT_OWN_WINDOWS = {"QTipLabel", "QBalloonTip", "QRubberBand", "QShapedPixmapWidget"}

_started_qthreads: weakref.WeakSet[QThread] = weakref.WeakSet()


def watch_qthreads() -> None:
    """Remember every QThread that is started from now on; Qt has no list of them."""
    original = QThread.start

    def start(thread: QThread, *arguments: Any) -> None:
        _started_qthreads.add(thread)
        original(thread, *arguments)

    cast("Any", QThread).start = start


class Snapshot:
    """What runs at one moment; a later ``left_behind`` tells what has come since."""

    def __init__(self) -> None:
        self._threads = set(threading.enumerate())
        self._qthreads = _running_qthreads()
        self._windows = {id(window) for window in _windows()}
        self._processes = {process.pid for process in _children()}

    def left_behind(self, grace: float = GRACE_SECONDS) -> list[str]:
        """Wait up to ``grace`` seconds for what the test started to end; name what did not."""
        deadline = time.monotonic() + grace
        while left := self._left():
            if time.monotonic() > deadline:
                break
            _let_go()
        return left

    def _left(self) -> list[str]:
        _delete_later_now()
        return [
            *_named("thread", (t.name for t in threading.enumerate() if self._is_new(t))),
            *_named("QThread", (_describe(t) for t in _running_qthreads() - self._qthreads)),
            *_named("pool", _busy_pool()),
            *_named("window", (_describe(w) for w in _windows() if id(w) not in self._windows)),
            *_named("process", (_command(p) for p in _children() if p.pid not in self._processes)),
        ]

    def _is_new(self, thread: threading.Thread) -> bool:
        # A QThread that ran Python code leaves a dummy behind in older Pythons; QThreads are watched apart.
        return thread not in self._threads and not isinstance(thread, threading._DummyThread)


def _named(kind: str, names: Iterable[str]) -> list[str]:
    return [f"{kind} {name}" for name in names]


def _let_go() -> None:
    """Give threads and the event loop a moment, and collect windows that only a cycle holds."""
    gc.collect()
    if QCoreApplication.instance() is not None:
        QCoreApplication.processEvents()
    for thread in _running_qthreads():
        thread.wait(10)
    threading.Event().wait(0.01)


def _delete_later_now() -> None:
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _running_qthreads() -> set[QThread]:
    running = set()
    for thread in list(_started_qthreads):
        try:
            if thread.isRunning():
                running.add(thread)
        except RuntimeError:  # the C++ object is gone, and with it the thread
            _started_qthreads.discard(thread)
    return running


def _busy_pool() -> list[str]:
    busy = QThreadPool.globalInstance().activeThreadCount()
    return [f"QThreadPool with {busy} running"] if busy else []


def _windows() -> list[QWidget]:
    if not isinstance(QCoreApplication.instance(), QApplication):
        return []
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() not in _QT_OWN_WINDOWS
    ]


def _children() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)


def _describe(thing: QThread | QWidget) -> str:
    return f"{thing.metaObject().className()} '{thing.objectName()}'"


def _command(process: psutil.Process) -> str:
    try:
        return f"{process.pid} ({process.name()}, {process.status()})"
    except psutil.NoSuchProcess:
        return f"{process.pid} (just ended)"
