"""The combo box that finds an item among very many."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.widgets.item_combo import ItemCombo


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def combo(parent: QWidget) -> ItemCombo:
    made = ItemCombo(parent)
    made.offer(QStringListModel(["Austria", "Germany", "it", "IT", "Switzerland"], made))
    return made


@pytest.mark.parametrize(
    ("typed", "row"),
    [("Germany", 1), (" germany ", 1), ("zerl", 4), ("a", 0), ("zzz", -1), ("", -1)],
    ids=["the text", "the text in other letters", "a part", "the first of several", "none", "nothing"],
)
def test_what_is_typed_means_a_row(combo: ItemCombo, typed: str, row: int) -> None:
    combo.setEditText(typed)
    assert combo.meant_row() == row


def test_a_row_that_was_chosen_is_meant_though_another_differs_in_case_alone(combo: ItemCombo) -> None:
    combo.setCurrentIndex(3)
    assert combo.meant_row() == 3


def test_what_is_typed_stays_when_other_items_are_offered(combo: ItemCombo) -> None:
    combo.setEditText("Swe")
    combo.offer(QStringListModel(["Sweden"], combo))
    assert combo.currentText() == "Swe"
    assert combo.meant_row() == 0


def test_before_anything_is_offered_nothing_is_meant(parent: QWidget) -> None:
    combo = ItemCombo(parent)
    combo.setEditText("Germany")
    assert combo.meant_row() == -1
