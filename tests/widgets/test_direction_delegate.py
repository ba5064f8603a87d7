"""The three buttons that choose a direction in a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from erpsync_desktop.model.sync_setup import CHOICES, Direction
from erpsync_desktop.widgets.direction_delegate import (
    STATE_ROLE,
    TIP_ROLE,
    DirectionDelegate,
    DirectionState,
)
from erpsync_desktop.widgets.tables import NO_PARENT, Index


class Model(QAbstractTableModel):
    """One cell."""

    def __init__(self, state: DirectionState | None) -> None:
        super().__init__()
        self.state = state

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 1

    def columnCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 1

    def data(self, _index: Index, role: int = 0) -> Any:
        if role == TIP_ROLE:
            return lambda direction: f"tip of {direction}"
        return self.state if role == STATE_ROLE else None


class Table:
    """A table with one row of buttons, and what was clicked in it."""

    def __init__(self, qtbot: QtBot, state: DirectionState | None) -> None:
        self.model = Model(state)
        self.view = QTableView()
        qtbot.addWidget(self.view)
        self.view.setModel(self.model)
        self.delegate = DirectionDelegate(self.view)
        self.view.setItemDelegate(self.delegate)
        self.view.setColumnWidth(0, 150)
        self.clicks: list[Direction] = []
        self.delegate.clicked.connect(lambda _index, direction: self.clicks.append(direction))
        self.view.show()

    def middle(self, direction: Direction) -> QPoint:
        option = QStyleOptionViewItem()
        option.initFrom(self.view)
        rect = self.view.visualRect(self.model.index(0, 0))
        return self.delegate.button_at(rect, direction, option).center()

    def click(self, direction: Direction, modifier: Qt.KeyboardModifier) -> None:
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, modifier, self.middle(direction))

    def picture(self, direction: Direction) -> QImage:
        option = QStyleOptionViewItem()
        option.initFrom(self.view)
        rect = self.view.visualRect(self.model.index(0, 0))
        place = self.delegate.button_at(rect, direction, option)
        return self.view.viewport().grab(place).toImage()


Made = Callable[..., Table]
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def made(qtbot: QtBot) -> Made:
    return lambda state: Table(qtbot, state)


@pytest.mark.parametrize("direction", CHOICES)
def test_a_click_tells_which_button_it_was(made: Made, direction: Direction) -> None:
    table = made(DirectionState(possible=CHOICES))
    table.click(direction, PLAIN)
    assert table.clicks == [direction]


def test_a_button_that_is_not_possible_tells_of_its_click_too(made: Made) -> None:
    table = made(DirectionState())
    table.click(Direction.TO_ERP, PLAIN)
    assert table.clicks == [Direction.TO_ERP]


def test_a_click_that_selects_more_rows_chooses_nothing(made: Made) -> None:
    table = made(DirectionState(possible=CHOICES))
    table.click(Direction.TO_CRM, Qt.KeyboardModifier.ControlModifier)
    assert table.clicks == []


def test_a_press_that_is_let_go_elsewhere_chooses_nothing(made: Made) -> None:
    table = made(DirectionState(possible=CHOICES))
    port, left = table.view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, PLAIN, table.middle(Direction.TO_CRM))
    QTest.mouseRelease(port, left, PLAIN, table.middle(Direction.TO_ERP))
    assert table.clicks == []


def test_a_cell_without_a_state_has_no_buttons(made: Made) -> None:
    table = made(None)
    table.click(Direction.TO_CRM, PLAIN)
    assert table.clicks == []


@pytest.mark.parametrize("direction", CHOICES)
def test_the_states_look_different_also_without_colours(made: Made, direction: Direction) -> None:
    states = (
        DirectionState(),
        DirectionState(possible=CHOICES),
        DirectionState(direction, CHOICES),
        DirectionState(direction, ()),
    )
    grey = [_black_and_white(made(state).picture(direction)) for state in states]
    assert all(one != other for place, one in enumerate(grey) for other in grey[place + 1 :])


def _black_and_white(image: QImage) -> bytes:
    converted = image.convertToFormat(QImage.Format.Format_Mono)
    return bytes(converted.constBits())
