"""A list whose order is changed by buttons, by keys and by dragging."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from erpsync_desktop.widgets.ordered_list import OrderedList
from erpsync_desktop.widgets.ordered_model import NOTE, TEXT, OrderedItem

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ordered(qtbot: QtBot) -> OrderedList:
    """Five things, a to e, of which c is dimmed."""
    made = OrderedList()
    qtbot.addWidget(made)
    made.set_items(
        [OrderedItem(key, key.upper(), "not shown" if key == "c" else "", key == "c") for key in "abcde"]
    )
    made.resize(600, 300)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.view.setFocus()
    return made


def order(ordered: OrderedList) -> str:
    return "".join(ordered.model.ids)


def button(ordered: OrderedList, name: str) -> QPushButton:
    found = ordered.findChild(QPushButton, name)
    assert found is not None
    return found


def press(ordered: OrderedList, name: str) -> None:
    assert button(ordered, name).isEnabled()
    button(ordered, name).click()


def selected(ordered: OrderedList) -> str:
    return "".join(ordered.model.ids[place] for place in ordered.selected())


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("moveUpButton", "bacde"),
        ("moveDownButton", "acbde"),
        ("moveToTopButton", "bacde"),
        ("moveToBottomButton", "acdeb"),
    ],
)
def test_a_button_moves_what_is_selected_and_it_stays_selected(
    ordered: OrderedList, name: str, after: str
) -> None:
    ordered.select(["b"])
    press(ordered, name)
    assert order(ordered) == after
    assert selected(ordered) == "b"


@pytest.mark.parametrize(
    ("key", "after"),
    [
        (Qt.Key.Key_Up, "acbde"),
        (Qt.Key.Key_Down, "abdce"),
        (Qt.Key.Key_Home, "cabde"),
        (Qt.Key.Key_End, "abdec"),
    ],
)
def test_alt_with_a_key_moves_it_too(ordered: OrderedList, key: Qt.Key, after: str) -> None:
    ordered.select(["c"])
    QTest.keyClick(ordered.view, key, ALT)
    assert order(ordered) == after


def test_several_rows_move_together(ordered: OrderedList) -> None:
    ordered.select(["b", "d"])
    press(ordered, "moveToTopButton")
    assert order(ordered) == "bdace"
    assert selected(ordered) == "bd"


def test_what_moves_nothing_is_off(ordered: OrderedList) -> None:
    ordered.select(["a", "b"])
    assert not button(ordered, "moveUpButton").isEnabled()
    assert not button(ordered, "moveToTopButton").isEnabled()
    assert button(ordered, "moveDownButton").isEnabled()
    ordered.select([])
    assert not button(ordered, "moveDownButton").isEnabled()


def test_the_keyboard_goes_to_the_list_when_its_button_goes_off(ordered: OrderedList) -> None:
    ordered.select(["b"])
    button(ordered, "moveUpButton").setFocus()
    press(ordered, "moveUpButton")
    assert ordered.view.hasFocus()


def test_moves_are_taken_back_and_done_again(ordered: OrderedList) -> None:
    ordered.select(["e"])
    press(ordered, "moveToTopButton")
    press(ordered, "moveDownButton")
    QTest.keyClick(ordered.view, Qt.Key.Key_Z, CTRL)
    assert order(ordered) == "eabcd"
    press(ordered, "undoButton")
    assert order(ordered) == "abcde"
    assert not button(ordered, "undoButton").isEnabled()
    QTest.keyClick(ordered.view, Qt.Key.Key_Y, CTRL)
    press(ordered, "redoButton")
    assert order(ordered) == "aebcd"
    assert not button(ordered, "redoButton").isEnabled()


def test_a_new_move_forgets_what_could_be_done_again(ordered: OrderedList) -> None:
    ordered.select(["e"])
    press(ordered, "moveUpButton")
    press(ordered, "undoButton")
    press(ordered, "moveToTopButton")
    assert not button(ordered, "redoButton").isEnabled()


@pytest.mark.parametrize(
    ("dragged", "before", "after"),
    [([0], 3, "bcade"), ([1, 3], 0, "bdace"), ([0, 4], 2, "baecd"), ([1], 5, "acdeb"), ([2], 2, "abcde")],
)
def test_rows_are_dropped_between_others(
    ordered: OrderedList, dragged: list[int], before: int, after: str
) -> None:
    data = ordered.model.mimeData([ordered.model.index(row, TEXT) for row in dragged])
    done = ordered.model.dropMimeData(data, Qt.DropAction.MoveAction, before, 0, QModelIndex())
    assert done
    assert order(ordered) == after


def test_what_is_dropped_below_all_rows_goes_to_the_end(ordered: OrderedList) -> None:
    data = ordered.model.mimeData([ordered.model.index(0, TEXT)])
    ordered.model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert order(ordered) == "bcdea"


def test_a_drag_takes_no_row_away(ordered: OrderedList) -> None:
    assert not ordered.model.removeRows(0, 1)
    assert ordered.view.dragDropMode() is QAbstractItemView.DragDropMode.InternalMove
    assert not ordered.view.dragDropOverwriteMode()


def test_what_another_program_drops_is_refused(ordered: OrderedList) -> None:
    data = ordered.model.mimeData([])
    data.clear()
    data.setText("0")
    assert not ordered.model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    assert order(ordered) == "abcde"


def test_it_is_said_where_a_row_stands(ordered: OrderedList) -> None:
    label = ordered.findChild(QLabel, "placeLabel")
    assert label is not None
    ordered.select(["b"])
    press(ordered, "moveDownButton")
    assert label.text() == "\u2068B\u2069: 3 of 5"
    ordered.select(["a", "b"])
    assert label.text() == "2 selected, from 1 to 3 of 5"


def test_a_screen_reader_is_told_the_new_place(ordered: OrderedList, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def update(event: QAccessibleEvent) -> None:
        said.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    ordered.select(["e"])
    press(ordered, "moveToTopButton")
    assert said == ["\u2068E\u2069: 1 of 5"]


def test_what_is_dimmed_says_why_in_words(ordered: OrderedList) -> None:
    index = ordered.model.index(2, TEXT)
    assert index.data(Qt.ItemDataRole.ForegroundRole) is not None
    assert ordered.model.index(1, TEXT).data(Qt.ItemDataRole.ForegroundRole) is None
    assert ordered.model.index(2, NOTE).data() == "not shown"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "C, not shown"


def test_the_first_key_selects_where_one_stands(ordered: OrderedList) -> None:
    QTest.keyClick(ordered.view, Qt.Key.Key_Down)
    assert selected(ordered) == "a"
