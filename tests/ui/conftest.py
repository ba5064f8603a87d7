"""The main window on a workspace in memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from pytestqt.qtbot import QtBot

from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.ui.main_window import MainWindow
from erpsync_desktop.ui.services import Services
from erpsync_desktop.widgets import language
from erpsync_desktop.workspace.protocol import Workspace
from tests.ui.fake_workspace import FakeWorkspace, sample_contents


@dataclass
class Opening:
    """What the window opens.

    Attributes:
        workspace: that it gets.
        error: raised instead, while it is set.
        urls: that it asked for.
    """

    workspace: FakeWorkspace
    error: Exception | None = None
    urls: list[str] = field(default_factory=list)
    closed: int = 0

    def open(self, url: str) -> Workspace:
        self.urls.append(url)
        if self.error is not None:
            raise self.error
        return cast("Workspace", self.workspace)

    def add_sample(self, workspace: Workspace, watch: Watch) -> SyncConnector:
        watch.check()
        draft = workspace.connector_draft()
        return workspace.save_connector(type(draft)(name="Sample ERP", url="http://127.0.0.1:9/x"))

    def look_after(self, workspace: Workspace) -> None:
        workspace.tidy()

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def settings(tmp_path: Path, qapp: QCoreApplication) -> Iterator[None]:
    """Settings of this test alone."""
    del qapp
    QCoreApplication.setOrganizationName("erpsync-tests")
    QCoreApplication.setApplicationName("erpsync-tests")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    language.install("en")
    yield
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, os.environ["XDG_CONFIG_HOME"])
    language.install("en")


@pytest.fixture
def fake() -> FakeWorkspace:
    """A workspace with a few rows of every kind."""
    return FakeWorkspace(sample_contents())


@pytest.fixture
def opening(fake: FakeWorkspace) -> Opening:
    """What the window opens."""
    return Opening(fake)


@pytest.fixture
def make_window(qtbot: QtBot, opening: Opening, settings: None) -> Iterator[Callable[[], MainWindow]]:
    """Makes windows, not shown yet, that are closed and deleted after the test."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(
            Services(opening.open, opening.add_sample, opening.look_after, opening.close), "fake"
        )
        made.append(window)
        return window

    yield make
    opening.workspace.hold.set()
    for window in made:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(qtbot: QtBot, make_window: Callable[[], MainWindow]) -> MainWindow:
    """The window, shown, with its rows."""
    made = make_window()
    with qtbot.waitSignal(made.ready):
        made.show()
    return made
