"""The dialog "Set Sync Priority"."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.priority_dialog import PriorityDialog
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.errors import Problem, ProblemCode, SavedMeanwhile, WorkspaceUnavailable
from erpsync_desktop.widgets import language
from erpsync_desktop.workspace.protocol import Contents, Workspace
from tests.dialogs.fake_workspace import NOW, FakeWorkspace

OSLO = ErpConnection("o", "k", "Oslo", active=True, priority=2)
BERLIN = ErpConnection("b", "k", "Berlin <b>", priority=1)
ROME = ErpConnection("r", "k", "Rome", active=True, priority=3)
NEW = ErpConnection("n", "k", "New", active=True)
GONE = ErpConnection("g", "k", "Gone", deleted_at=NOW)
ALL = (NEW, ROME, GONE, BERLIN, OSLO)
OTHER_ORDER = SavedMeanwhile(Problem(ProblemCode.PRIORITY_CHANGED), ("r", "b", "x", "o", "n"))


@pytest.fixture
def fake() -> FakeWorkspace:
    return FakeWorkspace(data=Contents(connections=(*ALL, ErpConnection("x", "k", "Extra"))))


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def opened(qtbot: QtBot, fake: FakeWorkspace, parent: QWidget) -> PriorityDialog:
    made = PriorityDialog(cast("Workspace", fake), ALL, parent)
    made.open()
    qtbot.waitUntil(lambda: done(made).isEnabled())
    return made


def done(dialog: PriorityDialog) -> QPushButton:
    box = dialog.findChild(QDialogButtonBox, "buttonBox")
    assert box is not None
    return box.button(QDialogButtonBox.StandardButton.Save)


def button(dialog: PriorityDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def cells(dialog: PriorityDialog, column: int) -> list[str]:
    view = dialog.findChild(QTableView, "itemsView")
    assert view is not None
    return [view.model().index(row, column).data() for row in range(view.model().rowCount())]


def test_connections_stand_by_priority_without_the_deleted_ones(opened: PriorityDialog) -> None:
    assert cells(opened, 0) == ["Berlin <b>", "Oslo", "Rome", "New"]
    assert cells(opened, 1) == ["inactive", "active", "active", "active"]


def test_it_says_what_priority_means(opened: PriorityDialog) -> None:
    assert any("the first is the most important" in label.text() for label in opened.findChildren(QLabel))


def test_done_saves_the_order_it_was_opened_with_and_the_new_one(
    qtbot: QtBot, opened: PriorityDialog, fake: FakeWorkspace
) -> None:
    opened.list.select(["r"])
    button(opened, "moveToTopButton").click()
    with qtbot.waitSignals([opened.saved, opened.accepted]):
        done(opened).click()
    assert fake.calls == [("save_priorities", (("b", "o", "r", "n"), ("r", "b", "o", "n")))]


def test_done_saves_nothing_where_nothing_was_moved(
    qtbot: QtBot, opened: PriorityDialog, fake: FakeWorkspace
) -> None:
    with qtbot.waitSignal(opened.accepted):
        done(opened).click()
    assert not fake.calls


def test_cancel_saves_nothing(opened: PriorityDialog, fake: FakeWorkspace) -> None:
    opened.list.select(["r"])
    button(opened, "moveUpButton").click()
    opened.reject()
    assert not fake.calls


def clash(qtbot: QtBot, opened: PriorityDialog, fake: FakeWorkspace) -> Callable[[], list[str]]:
    fake.saving_priorities = [OTHER_ORDER]
    opened.list.select(["r"])
    button(opened, "moveUpButton").click()
    done(opened).click()
    qtbot.waitUntil(button(opened, "keepMineButton").isVisible)
    return lambda: [each.text() for each in opened.findChildren(QLabel) if each.isVisible()]


def test_another_order_that_was_saved_meanwhile_is_shown_beside_this_one(
    qtbot: QtBot, opened: PriorityDialog, fake: FakeWorkspace
) -> None:
    texts = clash(qtbot, opened, fake)()
    for shown in ("Place 1", "\u2068Berlin <b>\u2069", "\u2068Rome\u2069", "\u2068Extra\u2069"):
        assert shown in texts


def test_this_order_can_be_saved_over_the_other(
    qtbot: QtBot, opened: PriorityDialog, fake: FakeWorkspace
) -> None:
    clash(qtbot, opened, fake)
    with qtbot.waitSignal(opened.saved):
        button(opened, "keepMineButton").click()
    assert fake.calls[-1] == ("save_priorities", (OTHER_ORDER.theirs, ("b", "r", "o", "n")))


def test_the_other_order_can_be_taken(qtbot: QtBot, opened: PriorityDialog, fake: FakeWorkspace) -> None:
    clash(qtbot, opened, fake)
    button(opened, "takeTheirsButton").click()
    assert cells(opened, 0) == ["Rome", "Berlin <b>", "Extra", "Oslo", "New"]
    with qtbot.waitSignal(opened.accepted):
        done(opened).click()
    assert len(fake.saved) == 0


def test_a_failure_is_said_and_the_order_stays(
    qtbot: QtBot, opened: PriorityDialog, fake: FakeWorkspace
) -> None:
    fake.saving_priorities = WorkspaceUnavailable(Problem(ProblemCode.WORKSPACE_CORRUPT, {"path": "a"}))
    opened.list.select(["r"])
    button(opened, "moveUpButton").click()
    done(opened).click()
    qtbot.waitUntil(opened.message.isVisible)
    assert "damaged" in opened.message.text
    assert cells(opened, 0)[1] == "Rome"
    opened.done(0)


def test_a_switch_of_the_language_keeps_the_order(opened: PriorityDialog) -> None:
    opened.list.select(["r"])
    button(opened, "moveUpButton").click()
    language.install("de")
    QApplication.processEvents()
    assert cells(opened, 0) == ["Berlin <b>", "Rome", "Oslo", "New"]
    assert button(opened, "undoButton").isEnabled()
    opened.done(0)
