"""Background tasks: results, failures, cancelling, closing, quitting."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from erpsync_desktop.model.errors import ConnectorUnreachable, OperationCancelled, Problem, ProblemCode
from erpsync_desktop.model.watch import Stage, Watch
from erpsync_desktop.widgets.tasks import Task, run_in_background, stop_all_tasks

ROOT = Path(__file__).parents[2]


class Heard:
    """Collects what a task says."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[Exception] = []
        self.stages: list[Stage] = []
        self.threads: set[object] = set()

    def on_done(self, result: object) -> None:
        self.threads.add(QThread.currentThread())
        self.done.append(result)

    def on_stage(self, stage: Stage) -> None:
        self.threads.add(QThread.currentThread())
        self.stages.append(stage)

    @property
    def nothing(self) -> bool:
        return not (self.done or self.failed or self.stages)

    def start(self, owner: QObject, work: object) -> Task:
        return run_in_background(
            owner,
            work,  # type: ignore[arg-type]
            done=self.on_done,
            failed=self.failed.append,
            stage=self.on_stage,
        )


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


def test_the_result_comes_back_on_the_gui_thread(qtbot: QtBot, heard: Heard, owner: QObject) -> None:
    worked_on: list[threading.Thread] = []

    def work(_watch: Watch) -> int:
        worked_on.append(threading.current_thread())
        return 42

    with qtbot.waitSignal(heard.start(owner, work).finished):
        pass
    assert heard.done == [42]
    assert worked_on[0].daemon
    assert worked_on[0] is not threading.main_thread()
    assert heard.threads == {QThread.currentThread()}


def test_stages_come_in_order_before_the_result(qtbot: QtBot, heard: Heard, owner: QObject) -> None:
    def work(watch: Watch) -> str:
        watch.enter(Stage.CONNECTING)
        watch.enter(Stage.ASKING)
        return "done"

    with qtbot.waitSignal(heard.start(owner, work).finished):
        pass
    assert heard.stages == [Stage.CONNECTING, Stage.ASKING]
    assert heard.done == ["done"]


def test_an_error_of_the_users_world_comes_back_unlogged(
    qtbot: QtBot, heard: Heard, owner: QObject, caplog: pytest.LogCaptureFixture
) -> None:
    error = ConnectorUnreachable(Problem(ProblemCode.CONNECTION_LOST, {"host": "x"}))

    def work(_watch: Watch) -> None:
        raise error

    with qtbot.waitSignal(heard.start(owner, work).finished):
        pass
    assert heard.failed == [error]
    assert not caplog.records


def test_a_bug_comes_back_and_is_logged_without_its_text(
    qtbot: QtBot, heard: Heard, owner: QObject, caplog: pytest.LogCaptureFixture
) -> None:
    def work(_watch: Watch) -> None:
        raise ValueError("typed-" + "secret")

    with caplog.at_level(logging.ERROR), qtbot.waitSignal(heard.start(owner, work).finished):
        pass
    assert isinstance(heard.failed[0], ValueError)
    assert "ValueError" in caplog.text
    assert "typed-secret" not in caplog.text


def test_leaving_the_interpreter_in_the_background_is_a_failure(
    qtbot: QtBot, heard: Heard, owner: QObject
) -> None:
    with qtbot.waitSignal(heard.start(owner, lambda _watch: sys.exit(3)).finished):
        pass
    assert isinstance(heard.failed[0], RuntimeError)


def test_work_that_stops_by_itself_is_neither_done_nor_failed(
    qtbot: QtBot, heard: Heard, owner: QObject
) -> None:
    def work(_watch: Watch) -> None:
        raise OperationCancelled

    with qtbot.waitSignal(heard.start(owner, work).finished):
        pass
    assert heard.nothing


def test_nothing_is_heard_after_cancel(qtbot: QtBot, heard: Heard, owner: QObject) -> None:
    entered, release = threading.Event(), threading.Event()
    watches: list[Watch] = []

    def work(watch: Watch) -> int:
        watches.append(watch)
        entered.set()
        release.wait(10)
        return 1

    task = heard.start(owner, work)
    assert entered.wait(5)
    with qtbot.waitSignal(task.finished):
        task.cancel()
    assert not task.running
    assert watches[0].cancelled
    release.set()
    later = Heard()
    with qtbot.waitSignal(later.start(owner, lambda _watch: 2).finished):
        pass
    assert heard.nothing


def test_a_result_already_on_its_way_is_dropped_by_cancel(qtbot: QtBot, heard: Heard, owner: QObject) -> None:
    worked = threading.Event()
    task = heard.start(owner, lambda _watch: worked.set())
    assert worked.wait(5)
    task.cancel()
    with qtbot.waitSignal(Heard().start(owner, lambda _watch: 2).finished):
        pass
    assert heard.nothing


def test_nothing_is_heard_once_the_owner_is_destroyed(qtbot: QtBot, heard: Heard) -> None:
    owner, keeper = QObject(), QObject()
    release = threading.Event()
    ended: list[bool] = []
    task = heard.start(owner, lambda _watch: release.wait(10))
    task.finished.connect(lambda: ended.append(True))
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    release.set()
    with qtbot.waitSignal(Heard().start(keeper, lambda _watch: 2).finished):
        pass
    assert heard.nothing
    assert not ended
    assert not task.running


def test_a_callback_that_fails_does_not_leave_the_task_running(qtbot: QtBot, owner: QObject) -> None:
    def broken(_result: object) -> None:
        raise ValueError

    task = run_in_background(owner, lambda _watch: 1, done=broken, failed=print)
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(task.finished):
        pass
    assert [kind for kind, _, _ in caught] == [ValueError]
    assert not task.running


def test_stopping_all_does_not_wait_for_what_hangs(qtbot: QtBot, heard: Heard, owner: QObject) -> None:
    release = threading.Event()
    task = heard.start(owner, lambda _watch: release.wait(20))
    began = time.monotonic()
    stop_all_tasks()
    assert time.monotonic() - began < 2
    assert not task.running
    release.set()


_HANGING = """
import socket, sys, threading
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from erpsync_desktop.widgets.tasks import run_in_background

app = QCoreApplication(sys.argv)
server = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(server.getsockname())
inside = threading.Event()

def hang(_watch):
    inside.set()
    client.recv(1)

owner = QObject()
tasks = [run_in_background(owner, hang, done=print, failed=print) for _ in range(3)]
inside.wait()
if "{way}" == "quit":
    QTimer.singleShot(0, app.quit)
    code = app.exec()
elif "{way}" == "destroy":
    owner.deleteLater()
    QTimer.singleShot(50, app.quit)
    code = app.exec()
else:
    code = 0
sys.exit(code)
"""


@pytest.mark.parametrize("way", ["quit", "destroy", "no event loop"])
def test_the_program_ends_while_work_hangs_in_a_socket(way: str) -> None:
    script = _HANGING.replace("{way}", way)
    began = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stderr, ended.stdout) == (0, "", "")
    assert time.monotonic() - began < 8, "the interpreter's own start is in this"
