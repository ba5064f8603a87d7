"""The tables of users and groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from erpsync_desktop.model.directory import Directory, Group, User
from erpsync_desktop.widgets.directory_models import (
    EntriesModel,
    Entry,
    group_entries,
    user_entries,
)
from erpsync_desktop.widgets.entries_view import EntriesView
from erpsync_desktop.widgets.folding import folded

CHECK = Qt.ItemDataRole.CheckStateRole
SALES = Group("g1", "Sales")
PEOPLE = (
    User("u1", "anna", "Anna Müller", "g1"),
    User("u2", "ben", "Ben Årud", "g1"),
    User("u3", "cleo", "", ""),
)


def names(model: QAbstractItemModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def users(qapp: object) -> EntriesModel:
    model = EntriesModel(3, checkable=True)
    model.set_entries(user_entries(Directory((SALES,), PEOPLE)))
    return model


def many_users(count: int) -> tuple[Entry, ...]:
    return tuple(
        Entry(f"u{n}", (f"user{n:05}", f"Vorname Nachname {n}", f"Gruppe {n % 40}")) for n in range(count)
    )


def test_a_user_shows_sign_in_name_full_name_and_group(users: EntriesModel) -> None:
    assert [users.index(0, column).data() for column in range(3)] == ["anna", "Anna Müller", "Sales"]


def test_a_group_shows_how_many_users_it_has() -> None:
    directory = Directory((SALES, Group("g2", "Support")), PEOPLE)
    assert [entry.cells for entry in group_entries(directory)] == [("Sales", 2), ("Support", 0)]


@pytest.mark.parametrize("text", ["muller", "MÜLLER", "  müll ", "mu\u0308ller", "sales anna"])
def test_the_filter_ignores_case_accents_and_the_order_of_words(users: EntriesModel, text: str) -> None:
    users.set_filter(text)
    assert names(users) == ["anna"]


def test_a_filter_that_matches_nothing_shows_no_row(users: EntriesModel) -> None:
    users.set_filter("anna ben")
    assert users.rowCount() == 0
    assert users.total == 3


def test_a_filter_does_not_match_across_two_cells(users: EntriesModel) -> None:
    users.set_filter("annaanna")
    assert users.rowCount() == 0


def test_sorting_is_of_folded_text_and_turns_round(users: EntriesModel) -> None:
    users.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(users) == ["ben", "anna", "cleo"]


def test_numbers_sort_as_numbers(qapp: object) -> None:
    model = EntriesModel(2)
    model.set_entries((Entry("a", ("ten", 10)), Entry("b", ("two", 2))))
    model.sort(1)
    assert names(model) == ["two", "ten"]


def test_ticks_survive_filter_sort_and_new_rows(users: EntriesModel) -> None:
    users.setData(users.index(1, 0), Qt.CheckState.Checked, CHECK)
    users.set_filter("cleo")
    users.sort(0, Qt.SortOrder.DescendingOrder)
    users.set_entries(())
    assert users.checked == {"u2"}


def test_all_that_is_shown_is_ticked_and_nothing_else(users: EntriesModel) -> None:
    users.set_filter("sales")
    users.check_shown(True)
    assert users.checked == {"u1", "u2"}


def test_unticking_what_is_shown_keeps_what_is_not(users: EntriesModel) -> None:
    users.set_checked({"u1", "u3"})
    users.set_filter("sales")
    users.check_shown(False)
    assert users.checked == {"u3"}


@pytest.mark.parametrize(
    ("ticked", "state"),
    [
        (set(), Qt.CheckState.Unchecked),
        ({"u1"}, Qt.CheckState.PartiallyChecked),
        ({"u1", "u2"}, Qt.CheckState.Checked),
        ({"u3"}, Qt.CheckState.Unchecked),
    ],
)
def test_the_state_is_that_of_the_shown_rows(
    users: EntriesModel, ticked: set[str], state: Qt.CheckState
) -> None:
    users.set_filter("sales")
    users.set_checked(ticked)
    assert users.shown_state() is state


def test_toggling_mixed_rows_ticks_all_and_again_unticks_all(users: EntriesModel) -> None:
    users.set_checked({"u1"})
    users.toggle([0, 1])
    assert users.checked == {"u1", "u2"}
    users.toggle([0, 1])
    assert users.checked == set()


def test_a_row_unticked_while_only_ticked_ones_are_shown_stays_until_the_next_filter(
    users: EntriesModel,
) -> None:
    users.set_checked({"u1", "u3"})
    users.set_only_checked(True)
    users.toggle([0])
    assert names(users) == ["anna", "cleo"]
    users.set_filter("e")
    assert names(users) == ["cleo"]


def test_a_model_without_boxes_takes_no_tick(qapp: object) -> None:
    model = EntriesModel(2)
    model.set_entries(group_entries(Directory((SALES,))))
    assert not model.setData(model.index(0, 0), Qt.CheckState.Checked, CHECK)
    assert model.index(0, 0).data(CHECK) is None


def test_a_tooltip_shows_markup_as_text(qapp: object) -> None:
    model = EntriesModel(1)
    model.set_entries((Entry("x", ("<b>bold</b>",)),))
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;b&gt;bold&lt;/b&gt;</qt>"


def test_the_model_keeps_to_the_rules_of_models(users: EntriesModel) -> None:
    # It reports by warnings, and a warning of Qt fails a test.
    tester = QAbstractItemModelTester(users, QAbstractItemModelTester.FailureReportingMode.Warning)
    users.set_filter("a")
    users.sort(2)
    users.check_shown(True)
    users.set_only_checked(True)
    users.set_entries(many_users(5))
    assert tester.model() is users


@given(st.lists(st.text(max_size=12), max_size=12), st.text(max_size=4))
def test_the_filter_shows_just_the_rows_that_hold_every_word(texts: list[str], wanted: str) -> None:
    model = EntriesModel(1)
    model.set_entries(tuple(Entry(str(place), (text,)) for place, text in enumerate(texts)))
    model.set_filter(wanted)
    words = folded(wanted).split()
    expected = [text for text in texts if all(word in folded(text) for word in words)]
    assert names(model) == expected


def test_the_selection_follows_its_entry_through_filter_and_sort(qtbot: QtBot, users: EntriesModel) -> None:
    view = EntriesView(users)
    qtbot.addWidget(view)
    view.select_id("u3")
    users.set_filter("e")
    users.sort(0, Qt.SortOrder.DescendingOrder)
    assert view.selected_ids() == ("u3",)
    assert view.currentIndex().row() == 0


def test_space_ticks_all_selected_rows_in_any_column(qtbot: QtBot, users: EntriesModel) -> None:
    view = EntriesView(users)
    qtbot.addWidget(view)
    view.setCurrentIndex(users.index(0, 2))
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert users.checked == {"u1", "u2", "u3"}


def test_an_empty_table_tells_a_screen_reader_why(qtbot: QtBot, users: EntriesModel) -> None:
    view = EntriesView(users)
    qtbot.addWidget(view)
    view.set_empty_text("No user matches.")
    assert view.accessibleDescription() == ""
    users.set_filter("nobody")
    assert view.accessibleDescription() == "No user matches."
