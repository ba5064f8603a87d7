"""Why a connection was not switched on, and the way to where that is put right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.activation_dialog import ActivationDialog
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.widgets import language

PLACE = {"actor": "Customer", "key": "NAME", "label": 'US:"Name";GE:"Name"'}
REASONS = (
    Problem(ProblemCode.MANDATORY_WITHOUT_DIRECTION, PLACE, field="mapping"),
    Problem(ProblemCode.MANDATORY_NOT_COVERED, PLACE, field="default"),
    Problem(
        ProblemCode.LIST_ITEMS_UNMAPPED,
        {"label": "Country", "erp_list": "COUNTRIES", "crm_list": "country", "count": 3},
        field="list",
    ),
    Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example.com", "port": 443}, field="test"),
    Problem(ProblemCode.SECRET_LOST, {"label": "Password"}, field="connection"),
)
WAYS = ["Open mappings", "Open defaults", "Open list mapping", "Test ERP connection", "Configure"]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def opened(qtbot: QtBot, parent: QWidget) -> ActivationDialog:
    made = ActivationDialog("Finance <b>", REASONS, parent)
    made.resize(900, 600)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(lambda: len(buttons(made)) == len(REASONS))
    return made


def view(dialog: ActivationDialog) -> QAbstractItemView:
    found = dialog.findChild(QAbstractItemView, "reasonsView")
    assert found is not None
    return found


def buttons(dialog: ActivationDialog) -> list[QPushButton]:
    found = (each for each in dialog.findChildren(QPushButton, "goButton") if each.isVisible())
    return sorted(found, key=lambda each: each.mapTo(dialog, each.pos()).y())


def test_every_reason_is_there_with_a_button_that_names_the_way(opened: ActivationDialog) -> None:
    model = view(opened).model()
    texts = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert len(texts) == len(REASONS)
    assert "the mandatory field “\u2068Name\u2069” has no direction" in texts[0]
    assert [each.text() for each in buttons(opened)] == WAYS


@pytest.mark.parametrize("row", range(len(REASONS)))
def test_the_button_says_which_reason_is_to_be_put_right_and_the_dialog_closes(
    qtbot: QtBot, opened: ActivationDialog, row: int
) -> None:
    with qtbot.waitSignals([opened.accepted, opened.goWanted]), qtbot.waitSignal(opened.goWanted) as going:
        QTest.mouseClick(buttons(opened)[row], Qt.MouseButton.LeftButton)
    assert going.args == [REASONS[row]]


def test_enter_on_a_reason_does_the_same(qtbot: QtBot, opened: ActivationDialog) -> None:
    assert view(opened).hasFocus()
    QTest.keyClick(view(opened), Qt.Key.Key_Down)
    with qtbot.waitSignal(opened.goWanted) as going:
        QTest.keyClick(view(opened), Qt.Key.Key_Return)
    assert going.args == [REASONS[1]]
    assert not opened.isVisible()


def test_esc_goes_nowhere(qtbot: QtBot, opened: ActivationDialog) -> None:
    with qtbot.assertNotEmitted(opened.goWanted), qtbot.waitSignal(opened.rejected):
        QTest.keyClick(view(opened), Qt.Key.Key_Escape)


def copied(opened: ActivationDialog) -> list[str]:
    return QGuiApplication.clipboard().text().splitlines()


def test_all_reasons_are_copied(opened: ActivationDialog) -> None:
    button = opened.findChild(QPushButton, "copyButton")
    assert button is not None
    button.click()
    assert len(copied(opened)) == len(REASONS)


def test_several_that_are_selected_are_copied_alone(opened: ActivationDialog) -> None:
    QTest.keyClick(view(opened), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view(opened), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(copied(opened)) == 2
    assert "mandatory field" in copied(opened)[1]


def test_of_very_many_reasons_only_those_in_sight_have_a_button(qtbot: QtBot, parent: QWidget) -> None:
    made = ActivationDialog("Finance", REASONS * 100, parent)
    made.open()
    qtbot.waitUntil(lambda: bool(buttons(made)))
    assert len(buttons(made)) < 50
    before = buttons(made)
    view(made).scrollToBottom()
    qtbot.waitUntil(lambda: len(made.findChildren(QPushButton, "goButton")) > len(before))
    model = view(made).model()
    last = view(made).indexWidget(model.index(model.rowCount() - 1, 1))
    assert last is not None
    assert last.isVisible()


def test_long_reasons_are_wrapped_not_cut(qtbot: QtBot, opened: ActivationDialog) -> None:
    opened.resize(420, 600)
    first, line = view(opened).model().index(0, 0), opened.fontMetrics().height()
    qtbot.waitUntil(lambda: view(opened).visualRect(first).height() >= 3 * line)


def test_it_follows_the_language(qtbot: QtBot, opened: ActivationDialog) -> None:
    language.install("de")
    QApplication.processEvents()
    qtbot.waitUntil(lambda: len(buttons(opened)) == len(REASONS))
    assert view(opened).model().rowCount() == len(REASONS)
