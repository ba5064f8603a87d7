import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.confirm import confirm
from erpsync_desktop.dialogs.error_dialog import show_error
from erpsync_desktop.model.errors import Problem, ProblemCode, WorkspaceUnavailable


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_error_is_shown_without_blocking(qtbot: QtBot, window: QWidget) -> None:
    error = WorkspaceUnavailable(Problem(ProblemCode.WORKSPACE_DISK_FULL, {"path": "/data/x.sqlite"}))
    dialog = show_error(window, error)
    assert "/data/x.sqlite" in dialog.panel.text
    with qtbot.waitSignal(dialog.finished):
        dialog.accept()


def test_what_is_unknown_is_said_to_be_a_mistake_of_the_program(window: QWidget) -> None:
    dialog = show_error(window, ValueError("a value that was typed"))
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "a value that was typed" not in texts
    assert dialog.panel.text
    dialog.reject()


def button(window: QWidget, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert found is not None
    return found


def test_going_on_is_done_once_somebody_says_so(qtbot: QtBot, window: QWidget) -> None:
    done: list[bool] = []
    box = confirm(window, "Delete", "Delete it?", "Delete", lambda: done.append(True))
    assert button(box, "cancelButton").isDefault()
    assert done == []
    with qtbot.waitSignal(box.finished):
        button(box, "confirmButton").click()
    assert done == [True]


def test_the_safe_answer_does_nothing(qtbot: QtBot, window: QWidget) -> None:
    done: list[bool] = []
    box = confirm(window, "Delete", "Delete <b>it</b>?", "Delete", lambda: done.append(True))
    with qtbot.waitSignal(box.finished):
        box.reject()
    assert done == []
