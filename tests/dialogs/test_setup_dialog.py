"""What the dialogs share that configure a connection."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.conflict_panel import Difference
from erpsync_desktop.dialogs.setup_dialog import SetupDialog
from erpsync_desktop.model.errors import ErpSyncError, Problem, ProblemCode, SavedMeanwhile, StillInUse
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Workspace
from tests.dialogs.fake_workspace import FakeWorkspace, Gate
from tests.dialogs.mapping_world import CONNECTION

PROBLEM = Problem(ProblemCode.NAME_MISSING)
REFUSED = Problem(ProblemCode.CONNECTION_REFUSED, {"host": "localhost", "port": 1})
LOCKED = Problem(ProblemCode.SETUP_LOCKED, {"name": "Finance"})


class Sample(SetupDialog):
    """Edits one line of text. What it is to meet is set before it opens."""

    refreshes = True
    loading: Any = "saved"
    saving_error: Any = None
    taking_error: Any = None
    loading_keeps = False
    asking: Any = None
    news: Any = None
    read_at: datetime | None = datetime(2100, 1, 1, tzinfo=UTC)
    bars: Sequence[Problem] = ()

    def make_body(self) -> QWidget:
        self.base, self.shown_locked = "", False
        self.went_to: list[Problem] = []
        self.taken: list[Any] = []
        self.loads = 0
        self.gate: Gate | None = None
        body = QWidget(self)
        self.edit, self.other = QLineEdit(body), QLineEdit(body)
        body.setFocusProxy(self.edit)
        return body

    def load(self, _watch: Watch) -> Any:
        self.loads += 1
        return _answer(self.loading)

    def show_loaded(self, loaded: Any) -> None:
        self.base = loaded
        if not self.loading_keeps:
            self.edit.setText(loaded)

    def show_locked(self, locked: bool) -> None:
        self.shown_locked = locked

    def problems(self) -> Sequence[Problem]:
        return self.bars

    @property
    def changed(self) -> bool:
        return self.edit.text() != self.base

    def saving(self) -> Callable[[Watch], Any]:
        def save(watch: Watch) -> str:
            if self.gate is not None:
                self.gate.wait(watch)
            error, self.saving_error = self.saving_error, None
            return cast("str", _answer(error or "done"))

        return save

    def differences(self, theirs: Any) -> Sequence[Difference]:
        return (Difference("Text", self.edit.text(), theirs),)

    def keep_mine(self, theirs: Any) -> None:
        self.base = theirs

    def take_theirs(self, theirs: Any) -> None:
        self.base = theirs
        self.edit.setText(theirs)

    def go_to(self, place: Problem) -> None:
        self.went_to.append(place)

    def retranslate(self) -> None:
        self.setWindowTitle("Sample")

    def erp_read_at(self) -> datetime | None:
        return self.read_at

    def read_news(self, watch: Watch) -> Any:
        if self.asking is not None:
            self.asking.wait(watch)
        return _answer(self.news)

    def news_dialog(self, _news: Any) -> QDialog:
        dialog = QDialog(self)
        dialog.setObjectName("newsDialog")
        return dialog

    def taking(self, news: Any) -> Callable[[Watch], Any]:
        def take(watch: Watch) -> None:
            if self.gate is not None:
                self.gate.wait(watch)
            _answer(self.taking_error)
            self.taken.append(news)

        return take


def _answer(answer: Any) -> Any:
    if isinstance(answer, Exception):
        raise answer
    return answer


class Opened:
    """The dialog on the screen."""

    def __init__(self, qtbot: QtBot, *, settles: bool = True, **meets: Any) -> None:
        self.qtbot = qtbot
        self.workspace = FakeWorkspace()
        connection = replace(CONNECTION, active=meets.pop("active", False))
        goto = meets.pop("goto", None)
        kind = type("Met", (Sample,), meets)
        workspace = cast("Workspace", self.workspace)
        self.dialog: Sample = kind(workspace, connection, "sampleDialog", None, goto=goto)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.saves: list[bool] = []
        self.dialog.saved.connect(lambda: self.saves.append(True))
        qtbot.addWidget(self.dialog)
        self.dialog.reload()
        self.dialog.open()
        if settles:
            self.settle()

    def locked(self) -> bool:
        return self.dialog.shown_locked

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.dialog._tasks)

    def click(self, name: str) -> None:
        button = self.dialog.findChild(QPushButton, name)
        assert button is not None, name
        button.click()
        self.settle()

    def save(self, text: str = "mine") -> None:
        self.dialog.edit.setText(text)
        self.dialog.judge()
        self.dialog.save_button.click()
        self.settle()


Opens = Callable[..., Opened]


@pytest.fixture
def opens(qtbot: QtBot) -> Iterator[Opens]:
    made: list[Opened] = []

    def opened(**meets: Any) -> Opened:
        made.append(Opened(qtbot, **meets))
        return made[-1]

    yield opened
    for one in made:
        one.dialog.edit.setText(one.dialog.base)
        one.dialog.reject()


class ClosedBySomebody(QCloseEvent):
    """What the window system sends when somebody closes a window."""

    def spontaneous(self) -> bool:
        return True


def in_front(shown: Opened) -> None:
    with shown.qtbot.waitActive(shown.dialog):
        shown.dialog.activateWindow()


def press(key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, key)


def begin_save(shown: Opened) -> Gate:
    """Begin to save, and wait at the gate."""
    shown.dialog.gate = gate = Gate()
    shown.dialog.edit.setText("mine")
    shown.dialog.save_button.click()
    shown.qtbot.waitUntil(gate.entered.is_set)
    return gate


def begin_to_take(shown: Opened) -> Gate:
    """Take over what differs in the ERP, and wait at the gate."""
    shown.dialog.gate = gate = Gate()
    button = shown.dialog.findChild(QPushButton, "showChangesButton")
    assert button is not None
    button.click()
    news = shown.dialog.findChild(QDialog, "newsDialog")
    assert news is not None
    news.accept()
    shown.qtbot.waitUntil(gate.entered.is_set)
    return gate


def leave(shown: Opened, way: str) -> None:
    """Try to close the dialog."""
    if way == "esc":
        QTest.keyClick(shown.dialog, Qt.Key.Key_Escape)
    elif way == "cancel":
        shown.dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    else:
        event = ClosedBySomebody()
        shown.dialog.closeEvent(event)
        assert not event.isAccepted()


def test_what_is_loaded_is_shown(opens: Opens) -> None:
    assert opens().dialog.edit.text() == "saved"


def test_a_loading_that_fails_says_why_and_can_be_repeated(opens: Opens) -> None:
    shown = opens(loading=ErpSyncError(LOCKED))
    assert "Finance" in shown.dialog.message.text
    assert not shown.dialog.save_button.isEnabled()
    shown.dialog.loading = "late"
    shown.click("retryButton")
    assert shown.dialog.edit.text() == "late"


def test_what_bars_saving_stands_in_a_line(opens: Opens) -> None:
    shown = opens(bars=(PROBLEM,))
    assert not shown.dialog.save_button.isEnabled()
    assert shown.dialog.missing.isVisible()


def test_saving_tells_and_closes(opens: Opens) -> None:
    shown = opens()
    shown.save()
    assert shown.saves == [True]
    assert not shown.dialog.isVisible()


def test_saving_nothing_only_closes(opens: Opens) -> None:
    shown = opens(saving_error=ErpSyncError(PROBLEM))
    shown.save("saved")
    assert shown.saves == []
    assert not shown.dialog.isVisible()


def test_while_it_saves_nothing_can_be_changed(opens: Opens) -> None:
    shown = opens()
    gate = begin_save(shown)
    assert not shown.dialog.body.isEnabled()
    assert not shown.dialog.save_button.isEnabled()
    gate.let_through()
    shown.settle()


def test_a_save_that_fails_keeps_what_was_typed(opens: Opens) -> None:
    shown = opens(saving_error=ErpSyncError(PROBLEM))
    shown.save()
    assert shown.dialog.isVisible()
    assert shown.dialog.edit.text() == "mine"
    assert shown.dialog.message.isVisible()
    assert shown.dialog.body.isEnabled()


def test_the_keyboard_is_where_it_was_after_a_save_that_failed(opens: Opens) -> None:
    shown = opens(saving_error=ErpSyncError(PROBLEM))
    in_front(shown)
    shown.dialog.edit.setFocus()
    shown.save()
    assert shown.dialog.edit.hasFocus()
    shown.dialog.saving_error = ErpSyncError(PROBLEM)
    press(Qt.Key.Key_Return)
    shown.settle()
    assert shown.dialog.isVisible()
    assert shown.dialog.edit.text() == "mine"


def test_enter_while_it_saves_does_nothing(opens: Opens) -> None:
    shown = opens()
    in_front(shown)
    gate = begin_save(shown)
    press(Qt.Key.Key_Return)
    assert shown.dialog.isVisible()
    assert not shown.dialog.message.isVisible()
    gate.let_through()
    shown.settle()
    assert shown.saves == [True]


@pytest.mark.parametrize("way", ["esc", "cancel", "window"])
def test_a_save_that_runs_is_not_left_without_its_outcome(opens: Opens, way: str) -> None:
    shown = opens()
    gate = begin_save(shown)
    leave(shown, way)
    assert shown.dialog.isVisible()
    assert "closes by itself" in shown.dialog.message.text
    gate.let_through()
    shown.settle()
    assert shown.saves == [True]
    assert not shown.dialog.isVisible()


def test_a_save_that_fails_after_esc_says_so(opens: Opens) -> None:
    shown = opens(saving_error=ErpSyncError(REFUSED))
    gate = begin_save(shown)
    leave(shown, "esc")
    gate.let_through()
    shown.settle()
    assert shown.dialog.isVisible()
    assert "closes by itself" not in shown.dialog.message.text
    assert shown.dialog.message.kind is Tone.ERROR


def test_a_conflict_after_esc_is_all_that_is_said(opens: Opens) -> None:
    shown = opens(saving_error=SavedMeanwhile(PROBLEM, cast("Any", "theirs")))
    gate = begin_save(shown)
    leave(shown, "esc")
    gate.let_through()
    shown.settle()
    assert not shown.dialog.message.isVisible()


def test_a_program_that_quits_waits_for_no_save(opens: Opens) -> None:
    shown = opens()
    begin_save(shown)
    shown.dialog.close()
    assert not shown.dialog.isVisible()


def test_what_is_taken_over_is_not_left_without_its_outcome(opens: Opens) -> None:
    shown = opens(news="other", read_at=None)
    gate = begin_to_take(shown)
    assert not shown.dialog.save_button.isEnabled()
    leave(shown, "esc")
    assert shown.dialog.isVisible()
    gate.let_through()
    shown.qtbot.waitUntil(lambda: not shown.dialog.isVisible())
    assert shown.saves == [True]


def test_what_was_taken_over_does_not_take_changes_along(opens: Opens) -> None:
    shown = opens(news="other", read_at=None)
    gate = begin_to_take(shown)
    shown.dialog.loading_keeps = True
    shown.dialog.edit.setText("mine")
    leave(shown, "esc")
    gate.let_through()
    shown.qtbot.waitUntil(lambda: shown.dialog.findChild(QMessageBox, "confirmBox") is not None)
    assert shown.dialog.isVisible()
    shown.settle()
    shown.click("confirmButton")


def test_what_cannot_be_taken_over_says_so_and_lets_save(opens: Opens) -> None:
    shown = opens(news="other", read_at=None, taking_error=ErpSyncError(REFUSED))
    begin_to_take(shown).let_through()
    shown.settle()
    assert shown.dialog.message.kind is Tone.ERROR
    assert shown.dialog.save_button.isEnabled()


def test_mine_can_go_over_what_was_saved_meanwhile(opens: Opens) -> None:
    shown = opens(saving_error=SavedMeanwhile(PROBLEM, cast("Any", "theirs")))
    shown.save()
    shown.click("keepMineButton")
    assert shown.saves == [True]
    assert shown.dialog.base == "theirs"


def test_what_was_saved_meanwhile_can_be_taken(opens: Opens) -> None:
    shown = opens(saving_error=SavedMeanwhile(PROBLEM, cast("Any", "theirs")))
    shown.save()
    shown.click("takeTheirsButton")
    assert shown.dialog.edit.text() == "theirs"
    assert shown.dialog.isVisible()


def test_an_active_connection_is_locked_and_can_be_deactivated_here(opens: Opens) -> None:
    shown = opens(active=True)
    assert shown.locked()
    assert not shown.dialog.save_button.isEnabled()
    assert not shown.dialog.refresh_button.isEnabled()
    shown.click("deactivateButton")
    assert not shown.locked()
    assert not shown.dialog.connection.active
    assert shown.saves == [True]


def test_a_deactivation_that_is_refused_leaves_the_lock(opens: Opens) -> None:
    shown = opens(active=True)
    shown.workspace.activating = (LOCKED,)
    shown.click("deactivateButton")
    assert shown.locked()
    assert "Finance" in shown.dialog.message.text


def test_a_connection_that_was_activated_meanwhile_locks(opens: Opens) -> None:
    shown = opens(saving_error=StillInUse(LOCKED))
    shown.save()
    assert shown.locked()
    assert shown.dialog.edit.text() == "mine"


def test_what_cannot_be_saved_because_it_was_activated_meanwhile_is_said_once(opens: Opens) -> None:
    shown = opens(saving_error=StillInUse(LOCKED))
    shown.save()
    assert not shown.dialog.message.isVisible()
    assert "not saved yet" in shown.dialog.locked_panel.text


def test_what_cannot_be_taken_because_it_was_activated_meanwhile_is_said_once(opens: Opens) -> None:
    shown = opens(news="other", read_at=None, taking_error=StillInUse(LOCKED))
    begin_to_take(shown).let_through()
    shown.settle()
    assert shown.locked()
    assert not shown.dialog.message.isVisible()
    assert "not saved yet" not in shown.dialog.locked_panel.text


def test_changes_in_a_connection_that_was_activated_meanwhile_are_not_lost_by_esc(opens: Opens) -> None:
    shown = opens(saving_error=StillInUse(LOCKED))
    shown.save()
    leave(shown, "esc")
    assert shown.dialog.isVisible()
    shown.click("confirmButton")


def test_a_deactivation_takes_an_earlier_failure_away(opens: Opens) -> None:
    shown = opens(active=True)
    shown.workspace.activating = ErpSyncError(REFUSED)
    shown.click("deactivateButton")
    assert shown.dialog.message.isVisible()
    shown.workspace.activating = ()
    shown.click("deactivateButton")
    assert not shown.dialog.message.isVisible()
    assert not shown.dialog.locked_panel.isVisible()


def test_the_keyboard_is_where_it_was_after_a_deactivation(opens: Opens) -> None:
    shown = opens(active=True)
    in_front(shown)
    shown.dialog.other.setFocus()
    button = shown.dialog.findChild(QPushButton, "deactivateButton")
    assert button is not None
    button.setFocus()
    press(Qt.Key.Key_Space)
    shown.settle()
    assert shown.dialog.other.hasFocus()


def test_the_keyboard_is_where_it_was_after_the_other_version_was_taken(opens: Opens) -> None:
    shown = opens(saving_error=SavedMeanwhile(PROBLEM, cast("Any", "theirs")))
    in_front(shown)
    shown.dialog.other.setFocus()
    shown.save()
    shown.click("takeTheirsButton")
    assert shown.dialog.other.hasFocus()


def test_a_reason_is_gone_to_once_it_is_loaded(opens: Opens) -> None:
    assert opens(goto=PROBLEM).dialog.went_to == [PROBLEM]


def test_what_was_read_just_now_is_not_asked_for_again(opens: Opens) -> None:
    assert not opens(news="other").dialog.news_panel.isVisible()


def test_changes_in_the_erp_are_offered_not_taken(opens: Opens) -> None:
    shown = opens(news="other", read_at=None)
    assert shown.dialog.news_panel.isVisible()
    assert shown.dialog.taken == []
    shown.click("showChangesButton")
    dialog = shown.dialog.findChild(QDialog, "newsDialog")
    assert dialog is not None
    dialog.accept()
    shown.qtbot.waitUntil(lambda: shown.dialog.loads == 2)
    shown.settle()
    assert shown.dialog.taken == ["other"]
    assert shown.saves == [True]


def test_f5_asks_the_erp(opens: Opens) -> None:
    shown = opens()
    with shown.qtbot.waitActive(shown.dialog):
        shown.dialog.activateWindow()
    QTest.keyClick(shown.dialog, Qt.Key.Key_F5)
    shown.settle()
    assert "Nothing has changed in the ERP." in shown.dialog.news_panel.text


def test_asking_by_hand_takes_a_silent_question_over(opens: Opens) -> None:
    shown = opens(asking=Gate(), read_at=None, settles=False)
    shown.qtbot.waitUntil(shown.dialog.asking.entered.is_set)
    assert shown.dialog.refresh_button.isEnabled()
    shown.dialog.refresh_button.click()
    assert "Asking the ERP" in shown.dialog._busy.label.text()
    assert not shown.dialog.refresh_button.isEnabled()
    shown.dialog.asking.let_through()
    shown.settle()
    assert "Nothing has changed in the ERP." in shown.dialog.news_panel.text
    assert not shown.dialog._busy.isVisible()
    assert shown.dialog.refresh_button.isEnabled()


def test_asking_by_hand_moves_the_keyboard_off_its_button(opens: Opens) -> None:
    shown = opens()
    in_front(shown)
    shown.dialog.asking = Gate()
    shown.dialog.refresh_button.setFocus()
    press(Qt.Key.Key_Space)
    assert shown.dialog.edit.hasFocus()
    shown.dialog.asking.let_through()
    shown.settle()


def test_the_erp_is_not_asked_by_hand_while_it_saves(opens: Opens) -> None:
    shown = opens()
    gate = begin_save(shown)
    assert not shown.dialog.refresh_button.isEnabled()
    gate.let_through()
    shown.settle()


def test_the_erp_can_be_asked_again_after_a_save_that_failed(opens: Opens) -> None:
    shown = opens(saving_error=ErpSyncError(PROBLEM))
    shown.save()
    assert shown.dialog.refresh_button.isEnabled()


def test_what_was_asked_by_hand_before_a_save_is_offered_not_opened(opens: Opens) -> None:
    shown = opens(news="other")
    shown.dialog.asking = Gate()
    shown.dialog.refresh_button.click()
    saving = begin_save(shown)
    shown.dialog.asking.let_through()
    shown.qtbot.waitUntil(shown.dialog.news_panel.isVisible)
    assert shown.dialog.findChild(QDialog, "newsDialog") is None
    saving.let_through()
    shown.settle()


def test_an_erp_that_is_down_does_not_stop_the_work(opens: Opens) -> None:
    shown = opens(news=ErpSyncError(PROBLEM), read_at=None)
    assert "could not be asked" in shown.dialog.news_panel.text
    assert "read before" not in shown.dialog.news_panel.text
    assert shown.dialog.save_button.isEnabled()


def test_what_was_read_before_is_said_to_be_old_where_the_erp_is_down(opens: Opens) -> None:
    shown = opens(news=ErpSyncError(PROBLEM), read_at=datetime(2020, 1, 1, tzinfo=UTC))
    assert "read before" in shown.dialog.news_panel.text


def test_esc_asks_before_changes_are_lost(opens: Opens) -> None:
    shown = opens()
    shown.dialog.edit.setText("mine")
    QTest.keyClick(shown.dialog, Qt.Key.Key_Escape)
    box = shown.dialog.findChild(QMessageBox, "confirmBox")
    assert box is not None
    assert shown.dialog.isVisible()
    shown.click("confirmButton")
    assert not shown.dialog.isVisible()


def test_esc_without_changes_closes(opens: Opens) -> None:
    shown = opens()
    QTest.keyClick(shown.dialog, Qt.Key.Key_Escape)
    assert not shown.dialog.isVisible()


def test_a_program_that_quits_is_not_asked(opens: Opens) -> None:
    shown = opens()
    shown.dialog.edit.setText("mine")
    event = QCloseEvent()
    shown.dialog.closeEvent(event)
    assert event.isAccepted()
