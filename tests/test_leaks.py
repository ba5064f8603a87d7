"""The check that every test runs under finds each kind of thing left behind."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import QThread, QThreadPool
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.leaks import Snapshot
from tests.memory_keyring import MemoryKeyring

REPOSITORY = Path(__file__).parents[1]


class WaitingThread(QThread):
    """Runs until it is released."""

    def __init__(self) -> None:
        super().__init__()
        self.release = threading.Event()

    def run(self) -> None:
        """Wait in Python code, as the background helper does."""
        self.release.wait()


@pytest.fixture
def release() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


@pytest.mark.parametrize("daemon", [True, False])
def test_a_python_thread_is_named(release: threading.Event, daemon: bool) -> None:
    before = Snapshot()
    threading.Thread(target=release.wait, name="straggler", daemon=daemon).start()
    assert before.left_behind(grace=0) == ["thread straggler"]


def test_a_qthread_is_named(qtbot: QtBot) -> None:
    before = Snapshot()
    thread = WaitingThread()
    thread.setObjectName("testing")
    thread.start()
    left = before.left_behind(grace=0)
    thread.release.set()
    thread.wait()
    assert left == ["QThread WaitingThread 'testing'"]


def test_a_qthread_that_has_ended_is_no_leak(qtbot: QtBot) -> None:
    before = Snapshot()
    thread = WaitingThread()
    thread.start()
    thread.release.set()
    assert before.left_behind() == []


def test_work_in_qts_thread_pool_is_named(qtbot: QtBot, release: threading.Event) -> None:
    before = Snapshot()
    QThreadPool.globalInstance().start(release.wait)
    left = before.left_behind(grace=0)
    release.set()
    assert left == ["pool QThreadPool with 1 running"]


def test_a_window_is_named_even_when_it_was_never_shown(qtbot: QtBot) -> None:
    before = Snapshot()
    dialog = QDialog()
    dialog.setObjectName("connectorDialog")
    left = before.left_behind(grace=0)
    dialog.deleteLater()
    assert left == ["window QDialog 'connectorDialog'"]


def test_a_window_deleted_later_is_no_leak(qtbot: QtBot) -> None:
    before = Snapshot()
    dialog = QDialog()
    dialog.show()
    dialog.deleteLater()
    assert before.left_behind() == []


def test_a_child_process_is_named() -> None:
    before = Snapshot()
    command = [sys.executable, "-c", "input()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        left = before.left_behind(grace=0)
        process.communicate(b"\n")
    assert len(left) == 1
    assert left[0].startswith(f"process {process.pid} ")


def test_home_is_not_the_users_own() -> None:
    assert Path.home().parent.name.startswith("erpsync-tests-")


def test_every_test_has_its_own_empty_keyring(memory_keyring: MemoryKeyring) -> None:
    keyring.set_password("service", "user", "secret")
    assert memory_keyring.passwords == {("service", "user"): "secret"}


def run_pytest(folder: Path, source: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run pytest with this project's settings on one test file of ``source``."""
    test = folder / "test_sample.py"
    test.write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    command += ["-c", str(REPOSITORY / "pyproject.toml"), "--rootdir", str(REPOSITORY), *options, str(test)]
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    return subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_a_test_that_leaves_a_thread_behind_fails(tmp_path: Path) -> None:
    source = "import threading\n\ndef test_it():\n"
    source += "    threading.Thread(target=threading.Event().wait, name='straggler', daemon=True).start()\n"
    result = run_pytest(tmp_path, source)
    assert result.returncode == 1
    assert "the test left behind: thread straggler" in result.stdout


def test_a_qt_warning_fails_the_test(tmp_path: Path) -> None:
    source = "from PySide6.QtCore import qWarning\n\ndef test_it(qtbot):\n    qWarning('oops')\n"
    result = run_pytest(tmp_path, source)
    assert result.returncode == 1
    assert "oops" in result.stdout


SKIPPING = (
    "import pytest\n\ndef test_skipped():\n    pytest.skip('no reason')\n\ndef test_passed():\n    pass\n"
)


def test_a_skipped_test_passes_on_a_developers_machine(tmp_path: Path) -> None:
    assert run_pytest(tmp_path, SKIPPING).returncode == 0


@pytest.mark.parametrize("options", [["--no-skips"], ["--no-skips", "-n2"]])
def test_a_skipped_test_fails_where_none_may_be(tmp_path: Path, options: list[str]) -> None:
    result = run_pytest(tmp_path, SKIPPING, *options)
    assert result.returncode == 1
    assert "1 tests were skipped" in result.stdout
