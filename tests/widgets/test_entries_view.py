"""The table of users or groups: keys and columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from erpsync_desktop.widgets.directory_models import EntriesModel, Entry
from erpsync_desktop.widgets.entries_view import EntriesView


@pytest.fixture
def view(qtbot: QtBot) -> EntriesView:
    model = EntriesModel(2, checkable=True)
    made = EntriesView(model)
    model.setParent(made)
    made.share_widths(3, 1)
    model.set_entries((Entry("g1", ("Finance", "1")), Entry("g2", ("Sales", "2"))))
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def test_the_row_that_one_stands_on_is_selected_before_the_keyboard_moves_on(view: EntriesView) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.selected_ids() == ("g1",)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.selected_ids() == ("g2",)


def test_space_ticks_the_row_that_one_stands_on(view: EntriesView) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Space)
    model = view.model()
    assert isinstance(model, EntriesModel)
    assert model.checked == frozenset({"g1"})


def test_columns_share_the_width_until_one_is_dragged(view: EntriesView) -> None:
    view.resize(800, 200)
    assert view.columnWidth(0) > 500
    view.horizontalHeader().resizeSection(0, 90)
    view.resize(600, 200)
    assert view.columnWidth(0) == 90


def test_where_it_is_narrow_headers_are_shown_in_full_and_the_table_scrolls(
    view: EntriesView,
) -> None:
    model, header = view.model(), view.horizontalHeader()
    assert isinstance(model, EntriesModel)
    model.set_headers(("Kind of record", "Length of text"))
    view.resize(150, 200)
    assert all(header.sectionSize(column) >= header.sectionSizeHint(column) for column in (0, 1))
    assert view.horizontalScrollBar().maximum() > 0
    view.resize(800, 200)
    assert view.horizontalScrollBar().maximum() == 0
    assert header.length() == view.viewport().width()
