"""Quitting while a dialog has something that is not saved."""

import pytest
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from erpsync_desktop.ui.main_window import MainWindow


class Edited(QDialog):
    """A dialog with, or without, something that is not saved."""

    would_lose = True


class ClosedBySomebody(QCloseEvent):
    """What the window system sends when somebody closes a window."""

    def spontaneous(self) -> bool:
        return True


@pytest.fixture
def dialog(window: MainWindow) -> Edited:
    made = Edited(window)
    made.open()
    return made


def close(window: MainWindow) -> bool:
    """Close the window as somebody does; whether that goes on."""
    event = ClosedBySomebody()
    window.closeEvent(event)
    return event.isAccepted()


def question(dialog: QDialog) -> QMessageBox | None:
    return dialog.findChild(QMessageBox, "confirmBox")


def test_it_is_asked_once_before_changes_are_lost(window: MainWindow, dialog: Edited) -> None:
    assert not close(window)
    assert not close(window)
    assert len(dialog.findChildren(QMessageBox)) == 1
    assert window.isVisible()


def test_who_wants_to_discard_them_quits(qtbot: QtBot, window: MainWindow, dialog: Edited) -> None:
    close(window)
    button = dialog.findChild(QPushButton, "confirmButton")
    assert button is not None
    assert button.text() == "Discard and quit"
    button.click()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_where_nothing_is_lost_it_is_not_asked(window: MainWindow, dialog: Edited) -> None:
    dialog.would_lose = False
    assert close(window)
    assert question(dialog) is None


def test_where_the_session_ends_it_is_not_asked(
    window: MainWindow, dialog: Edited, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "isSavingSession", lambda _self: True)
    assert close(window)
    assert question(dialog) is None


def test_a_program_that_closes_the_window_is_not_asked(window: MainWindow, dialog: Edited) -> None:
    window.close()
    assert question(dialog) is None
    assert not window.isVisible()
