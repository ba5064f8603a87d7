"""Widgets in a line that is broken where it is too long."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.widgets.flow_layout import FlowLayout

WIDE, HIGH, GAP = 100, 30, 10


@pytest.fixture
def parts(qtbot: QtBot) -> list[QWidget]:
    """A window, and three widgets in a line in it."""
    window = QWidget()
    qtbot.addWidget(window)
    whole, flow = QVBoxLayout(window), FlowLayout()
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addLayout(flow)
    whole.addStretch(1)
    flow.setSpacing(GAP)
    made = [QWidget() for _ in range(3)]
    for one in made:
        one.setFixedSize(QSize(WIDE, HIGH))
        flow.addWidget(one)
    window.show()
    return [window, *made]


def places(parts: list[QWidget], width: int) -> list[tuple[int, int]]:
    parts[0].resize(width, 300)
    QApplication.processEvents()
    return [(one.x(), one.y()) for one in parts[1:]]


def test_all_stand_in_one_line_where_there_is_room(parts: list[QWidget]) -> None:
    assert places(parts, 400) == [(0, 0), (110, 0), (220, 0)]


def test_the_line_is_broken_where_there_is_none(parts: list[QWidget]) -> None:
    assert places(parts, 250) == [(0, 0), (110, 0), (0, 40)]
    assert places(parts, 150) == [(0, 0), (0, 40), (0, 80)]


def test_its_window_is_never_lower_than_all_lines(parts: list[QWidget]) -> None:
    places(parts, 150)
    assert parts[0].minimumSizeHint() == QSize(WIDE, 3 * HIGH + 2 * GAP)
    places(parts, 400)
    assert parts[0].minimumSizeHint() == QSize(WIDE, HIGH)


def test_what_is_hidden_takes_no_place(parts: list[QWidget]) -> None:
    parts[2].hide()
    assert places(parts, 250)[::2] == [(0, 0), (110, 0)]


def test_it_goes_from_right_to_left_where_people_read_so(parts: list[QWidget]) -> None:
    parts[0].setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert places(parts, 250) == [(150, 0), (40, 0), (150, 40)]


def test_what_is_taken_out_is_gone(parts: list[QWidget]) -> None:
    flow = parts[0].layout().itemAt(0).layout()  # type: ignore[union-attr]
    assert isinstance(flow, FlowLayout)
    taken = flow.takeAt(0)
    assert taken is not None
    assert taken.widget() is parts[1]
    assert (flow.count(), flow.takeAt(5), flow.itemAt(9)) == (2, None, None)
