"""Buttons one below the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from erpsync_desktop.widgets.button_column import ButtonColumn


def column(qtbot: QtBot, height: int) -> tuple[ButtonColumn, list[QPushButton]]:
    made = ButtonColumn()
    qtbot.addWidget(made)
    buttons = [QPushButton(f"Button {number}") for number in range(6)]
    for button in buttons:
        made.add(button)
    made.resize(made.sizeHint().width(), height)
    made.show()
    return made, buttons


def test_where_there_is_room_all_are_in_sight_without_a_scroll_bar(qtbot: QtBot) -> None:
    made, buttons = column(qtbot, 400)
    assert not made.verticalScrollBar().isVisible()
    assert not any(button.visibleRegion().isEmpty() for button in buttons)


def test_where_it_is_low_the_tab_key_scrolls_to_the_next(qtbot: QtBot) -> None:
    made, buttons = column(qtbot, 70)
    made.activateWindow()
    assert made.verticalScrollBar().maximum() > 0
    buttons[0].setFocus()
    for _ in buttons[1:]:
        QTest.keyClick(made.focusWidget(), Qt.Key.Key_Tab)
    assert made.focusWidget() is buttons[-1]
    assert not buttons[-1].visibleRegion().isEmpty()


def test_a_scroll_bar_hides_nothing_of_a_button(qtbot: QtBot) -> None:
    made, buttons = column(qtbot, 70)
    made.resize(made.sizeHint().width(), 70)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)


def test_a_longer_text_makes_it_wider(qtbot: QtBot) -> None:
    made, buttons = column(qtbot, 400)
    before = made.sizeHint().width()
    buttons[0].setText("A text that is longer by far")
    assert made.sizeHint().width() > before
