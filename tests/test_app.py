"""The program put together: the real workspace, the sample ERP, the entries, what is imported when."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from erpsync_desktop import cli, crash_log
from erpsync_desktop.app import create_main_window, demo_workspace, main, system_proxies
from erpsync_desktop.sample_workspace import SampleErpHost
from erpsync_desktop.smoke import missing_resources
from erpsync_desktop.ui.main_window import MainWindow
from erpsync_desktop.widgets import language
from tests.memory_keyring import MemoryKeyring

ROOT = Path(__file__).parents[1]
Make = Callable[..., MainWindow]


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Makes windows on ``tmp_path/workspace.sqlite`` that are closed and deleted after the test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    made: list[MainWindow] = []

    def window(keyring: KeyringBackend | None = None, **options: object) -> MainWindow:
        url = f"sqlite:///{(tmp_path / 'workspace.sqlite').as_posix()}"
        one = create_main_window(url, keyring=keyring or MemoryKeyring(), **options)  # type: ignore[arg-type]
        made.append(one)
        return one

    yield window
    for one in made:
        one.close()
        one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    language.install("en")


def names(window: MainWindow, view: str) -> list[str]:
    found = window.findChild(QAbstractItemView, view)
    assert found is not None
    model = found.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_new_workspace_is_made_and_shown(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    window = make(language="en")
    with qtbot.waitSignal(window.ready, timeout=20_000):
        window.show()
    assert names(window, "connectorsView") == []
    assert (tmp_path / "workspace.sqlite").exists()


def test_a_file_that_is_no_workspace_is_left_alone_and_explained(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    (tmp_path / "workspace.sqlite").write_bytes(b"this is no database, whatever its name says" * 40)
    window = make(language="en")
    with qtbot.waitSignal(window.failed, timeout=20_000):
        window.show()
    assert (tmp_path / "workspace.sqlite").read_bytes().startswith(b"this is no database")


def test_the_sample_is_registered_answers_and_is_there_again_tomorrow(qtbot: QtBot, make: Make) -> None:
    today = make(language="en", sample=True)
    with qtbot.waitSignal(today.ready, timeout=60_000):
        today.show()
    model = today.sync_tab.connectors.model
    assert names(today, "connectorsView") == ["Sample ERP"]
    assert model.index(0, 2).data() == "Answers"
    workspace = today.workspace
    assert workspace is not None
    assert len(workspace.directory().users) == 6
    today.close()
    tomorrow = make(language="en")
    with qtbot.waitSignal(tomorrow.ready, timeout=60_000):
        tomorrow.show()
    assert names(tomorrow, "connectorsView") == ["Sample ERP"]
    row = tomorrow.sync_tab.connectors.model.record(0)
    workspace = tomorrow.workspace
    assert workspace is not None
    from erpsync_desktop.model.watch import Watch

    qtbot.waitUntil(
        lambda: workspace.check_connector(row.connector.url, Watch()).problem is None, timeout=20_000
    )


def test_trying_the_sample_twice_registers_it_once(qtbot: QtBot, make: Make) -> None:
    window = make(language="en")
    with qtbot.waitSignal(window.ready, timeout=20_000):
        window.show()
    for _ in range(2):
        window.try_sample()
        qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60_000)
    qtbot.waitUntil(lambda: names(window, "connectorsView") == ["Sample ERP"])


def test_two_programs_can_run_a_sample_each(tmp_path: Path) -> None:
    first, second = SampleErpHost(tmp_path), SampleErpHost(tmp_path)
    try:
        assert first.start() == first.start()
        assert second.start() != first.start()
    finally:
        first.close()
        second.close()


def test_the_language_is_the_one_asked_for(qtbot: QtBot, make: Make) -> None:
    assert language.current_language() in {"de", "en"}
    make(language="de")
    assert language.current_language() == "de"


def test_the_language_is_the_one_chosen_before(qtbot: QtBot, make: Make) -> None:
    make(language="en")._set_language("de")
    make()
    assert language.current_language() == "de"
    QSettings().remove("language")


def test_settings_lie_in_the_users_configuration_folder(qtbot: QtBot, make: Make) -> None:
    make()
    assert Path(QSettings().fileName()).is_relative_to(os.environ["XDG_CONFIG_HOME"])


def test_proxies_are_those_of_the_system(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = QNetworkProxy.ProxyType
    proxies = [QNetworkProxy(kinds.HttpProxy, "proxy.example", 8080), QNetworkProxy(kinds.NoProxy)]
    monkeypatch.setattr(QNetworkProxyFactory, "systemProxyForQuery", lambda _query: proxies)
    assert system_proxies("https://erp.example.com") == {
        "http": "http://proxy.example:8080",
        "https": "http://proxy.example:8080",
    }
    monkeypatch.setattr(QNetworkProxyFactory, "systemProxyForQuery", lambda _query: proxies[::-1])
    assert system_proxies("https://erp.example.com") == {}


def test_the_demo_has_a_workspace_of_its_own() -> None:
    assert demo_workspace().startswith("sqlite:///")
    assert demo_workspace().endswith("demo.sqlite")


def run(*arguments: str, **options: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **options}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100, check=False
    )


def test_the_first_paint_needs_nothing_heavy() -> None:
    script = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "from erpsync_desktop.app import create_main_window\n"
        "window = create_main_window('unused.sqlite')\n"
        "heavy = {'sqlalchemy', 'requests', 'zeep', 'lxml', 'keyring', 'openpyxl', 'platformdirs'}\n"
        "late = {'erpsync_desktop.workspace.protocol', 'erpsync_desktop.widgets.sentences'}\n"
        "print(sorted((heavy | late) & set(sys.modules)))"
    )
    ended = run("-c", script)
    assert ended.stdout.strip() == "[]", ended.stderr


def test_the_smoke_test_passes_here() -> None:
    ended = run("-m", "erpsync_desktop", "--smoke")
    assert (ended.returncode, ended.stderr.count("Traceback")) == (0, 0), ended.stderr


def test_the_smoke_test_misses_what_is_missing(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from erpsync_desktop import resource_files

    monkeypatch.setattr(resource_files, "_IN_WHEEL", tmp_path)
    monkeypatch.setattr(resource_files, "_IN_CHECKOUT", tmp_path)
    wrong = missing_resources()
    assert len(wrong) == 5
    assert "the German translation is not loaded" in wrong


@pytest.mark.parametrize("entry", ["erpsync_desktop", "erpsync_desktop.cli"])
def test_every_entry_tells_its_version(entry: str) -> None:
    ended = run("-m", entry, "--version")
    assert ended.stdout.strip() == "ERP Sync Desktop 0.1.0"


def test_the_console_without_a_command_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 2
    assert "demo" in capsys.readouterr().out


def test_an_unknown_argument_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["demo", "--pictures", "x", "--nonsense"])
    with pytest.raises(SystemExit):
        main(["--language", "fr"])
    assert "nonsense" in capsys.readouterr().err


@pytest.fixture
def crash_hooks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The hooks in place, for this test alone; gives the folder that the log is in."""
    from PySide6.QtCore import qInstallMessageHandler

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    logger = logging.getLogger("erpsync_desktop")
    before, hook, thread_hook = list(logger.handlers), sys.excepthook, threading.excepthook
    crash_log.install()
    yield tmp_path
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()
    sys.excepthook, threading.excepthook = hook, thread_hook
    qInstallMessageHandler(None)


def test_a_crash_is_logged_without_what_was_typed(
    crash_hooks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        raise ValueError("typed-" + "secret")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    (log,) = crash_hooks.rglob("*.log")
    written = log.read_text(encoding="utf-8")
    assert "uncaught ValueError" in written
    assert "test_app.py" in written
    assert "typed-secret" not in written + capsys.readouterr().err
