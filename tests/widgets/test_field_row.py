"""What stands beneath an input: help, a count when it is time, and colours that follow the desktop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.widgets.field_row import FieldRow
from erpsync_desktop.widgets.theme import READABLE, contrast

FIELD = FieldMetadata("Code", label="Company code", description="As in the ERP.", max_length=20)


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[FieldRow]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = FieldRow(FIELD, ConnectionDraft("1"), QGridLayout(parent), parent)
    made.set_text("Company code", 100)
    yield made
    parent.close()  # and so it lives until here


@pytest.fixture
def dark() -> Iterator[QPalette]:
    before = QGuiApplication.palette()
    palette = QPalette(QColor("#202225"))
    yield palette
    QGuiApplication.setPalette(before)


def line(row: FieldRow, name: str) -> QLabel:
    parent = row.parent()
    assert isinstance(parent, QWidget)
    found = parent.findChild(QLabel, f"{name}:Code")
    assert found is not None
    return found


def test_a_text_far_from_its_greatest_length_is_not_counted(row: FieldRow) -> None:
    row.count("x" * 14)
    assert line(row, "help").text() == "As in the ERP."


def test_a_text_near_its_greatest_length_is_counted(row: FieldRow) -> None:
    row.count("x" * 15)
    assert line(row, "help").text() == "As in the ERP. · 15 of 20 characters"
    row.count("x" * 14)
    assert line(row, "help").text() == "As in the ERP."


@pytest.mark.parametrize("name", ["help", "problem"])
def test_what_stands_beneath_can_be_read_when_the_desktop_turns_dark(
    qtbot: QtBot, row: FieldRow, dark: QPalette, name: str
) -> None:
    row.set_problem(Problem(ProblemCode.FIELD_NOT_AN_INTEGER, {"label": "Code"}))
    before = shown_colour(row, name)
    QGuiApplication.setPalette(dark)
    qtbot.waitUntil(lambda: shown_colour(row, name) != before)
    assert contrast(shown_colour(row, name), dark.color(QPalette.ColorRole.Window)) >= READABLE


def shown_colour(row: FieldRow, name: str) -> QColor:
    parent = row.parent()
    assert isinstance(parent, QWidget)
    label = parent.findChild(QLabel, f"{name}:Code") if name == "help" else None
    if label is None:
        problem = parent.findChild(QWidget, "problem:Code")
        assert problem is not None
        label = next(each for each in problem.findChildren(QLabel) if each.text())
    return label.palette().color(QPalette.ColorRole.WindowText)
