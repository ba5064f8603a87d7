"""Tables of records: filtering, sorting, selection, keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.widgets.filter_box import FilterBox
from erpsync_desktop.widgets.records_view import RecordsView
from erpsync_desktop.widgets.tables import Index, RecordsModel


@dataclass(frozen=True)
class Row:
    id: str
    search: str


class Model(RecordsModel):
    def sort_key(self, record: Row, column: int) -> Any:
        return (record.id, record.search)[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        record = self.record(index.row())
        return (record.id, record.search)[index.column()]


ROWS = tuple(Row(f"r{number}", text) for number, text in enumerate(("pear", "apple", "fig", "apple pie")))


@pytest.fixture
def view(qtbot: QtBot) -> RecordsView:
    made = RecordsView(Model(2))
    made.model().setParent(made)
    made.setObjectName("testView")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def model(view: RecordsView) -> Model:
    found = view.model()
    assert isinstance(found, Model)
    found.set_headers(("Id", "Text"))
    found.set_records(ROWS)
    return found


def shown(model: Model) -> list[str]:
    return [model.record(row).id for row in range(model.rowCount())]


def test_every_word_of_the_filter_must_be_there(model: Model) -> None:
    model.set_filter("PIE  app")
    assert shown(model) == ["r3"]
    model.set_filter("")
    assert shown(model) == ["r0", "r1", "r2", "r3"]


def test_sorting_keeps_the_filter_and_new_records_keep_both(model: Model) -> None:
    model.set_filter("apple")
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert shown(model) == ["r3", "r1"]
    model.set_records((*ROWS, Row("r4", "apple zest")))
    assert shown(model) == ["r4", "r3", "r1"]
    assert model.total == 5


def test_a_filter_that_changes_nothing_resets_nothing(qtbot: QtBot, model: Model) -> None:
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_filter("   ")


def test_the_selection_stays_with_its_records(view: RecordsView, model: Model) -> None:
    view.select_ids(["r1", "r3"])
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert set(view.selected_ids()) == {"r1", "r3"}
    model.set_records(ROWS[:2])
    assert view.selected_ids() == ("r1",)


def test_the_current_row_stays_current(view: RecordsView, model: Model) -> None:
    view.select_ids(["r2"])
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert model.record(view.currentIndex().row()).id == "r2"


def test_enter_chooses_and_space_is_told(qtbot: QtBot, view: RecordsView, model: Model) -> None:
    view.select_ids(["r2"])
    with qtbot.waitSignal(view.chosen):
        QTest.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.spacePressed):
        QTest.keyClick(view, Qt.Key.Key_Space)


def test_nothing_is_chosen_where_there_is_no_row(qtbot: QtBot, view: RecordsView, model: Model) -> None:
    model.set_records(())
    with qtbot.assertNotEmitted(view.chosen):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_the_filter_tells_only_what_changes_it(qtbot: QtBot) -> None:
    box = FilterBox()
    qtbot.addWidget(box)
    heard: list[str] = []
    box.filterChanged.connect(heard.append)
    QTest.keyClicks(box, " a b ")
    assert heard == ["a", "a b"]


def test_down_goes_from_the_filter_to_the_list(qtbot: QtBot, view: RecordsView, model: Model) -> None:
    box = FilterBox(view, filtered=view)
    box.show()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert view.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home])
def test_the_only_row_can_be_selected_by_keyboard(view: RecordsView, model: Model, key: Qt.Key) -> None:
    model.set_records(ROWS[:1])
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.setCurrentIndex(model.index(0, 0))
    view.clearSelection()
    QTest.keyClick(view, key)
    assert view.selected_ids() == ("r0",)


def test_where_the_current_row_is_gone_one_stands_on_the_next(view: RecordsView, model: Model) -> None:
    view.select_ids(["r1"])
    model.set_records((ROWS[0], *ROWS[2:]))
    assert view.selected_ids() == ()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.selected_ids() == ("r2",)
    model.set_records(ROWS[:2])
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.selected_ids() == ("r1",)


def test_the_tab_key_goes_on_to_the_links_where_there_is_no_row(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    view = RecordsView(Model(2), window)
    view.model().setParent(view)
    button = QPushButton(window)
    layout.addWidget(view)
    layout.addWidget(button)
    view.set_empty_text("Nothing. <a href='add:one'>Add one</a>.")
    view.show()
    with qtbot.waitActive(window):
        window.show()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    link = window.focusWidget()
    assert isinstance(link, QLabel)
    with qtbot.waitSignal(view.linkActivated) as followed:
        QTest.keyClick(link, Qt.Key.Key_Return)
    assert followed.args == ["add:one"]
    QTest.keyClick(link, Qt.Key.Key_Tab)
    assert button.hasFocus()


def test_all_columns_are_in_sight_where_there_is_little_room_until_one_is_dragged(
    view: RecordsView, model: Model
) -> None:
    width = view.fontMetrics().averageCharWidth()
    view.share_widths(40)
    view.resize(100 * width, 200)
    assert view.columnWidth(0) == 40 * width
    view.resize(50 * width, 200)
    assert not view.horizontalScrollBar().isVisible()
    assert view.columnWidth(1) >= 15 * width
    view.horizontalHeader().resizeSection(0, 60)
    view.resize(100 * width, 200)
    assert view.columnWidth(0) == 60
