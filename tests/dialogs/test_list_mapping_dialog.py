"""The dialog "List mapping" on a workspace that answers what the test says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.erp_changes_dialog import ErpChangesDialog
from erpsync_desktop.dialogs.list_mapping_dialog import ListMappingDialog
from erpsync_desktop.dialogs.list_mapping_model import CRM_ITEM, ERP_ITEM, STATUS, ItemsModel
from erpsync_desktop.dialogs.list_mapping_view import ItemsView
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.errors import (
    ConnectorUnreachable,
    Problem,
    ProblemCode,
    SavedMeanwhile,
    StillInUse,
)
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.model.sync_setup import ListMapping
from erpsync_desktop.widgets import language
from erpsync_desktop.widgets.item_combo import ItemCombo
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.widgets.theme import Tone, colour
from erpsync_desktop.workspace.protocol import Workspace
from tests.dialogs.fake_workspace import FakeWorkspace
from tests.dialogs.list_world import (
    ACTIVE,
    CONNECTION,
    COUNTRIES,
    CRM_COUNTRIES,
    READ_AT,
    REFUSED,
    countries,
    groups,
    long_pair,
    unreadable,
)
from tests.dialogs.tab_stops import tab_stops
from tests.dialogs.test_connection_dialog import part

Open = Callable[..., ListMappingDialog]
MEANWHILE = Problem(ProblemCode.SAVED_MEANWHILE, {"name": "Finance"})


@pytest.fixture
def fake() -> FakeWorkspace:
    return FakeWorkspace(pairs=(countries(AT="1"), groups()))


@pytest.fixture
def open_dialog(qtbot: QtBot, fake: FakeWorkspace) -> Open:
    parent = QWidget()
    qtbot.addWidget(parent)

    def open_it(connection: ErpConnection = CONNECTION, goto: Problem | None = None) -> ListMappingDialog:
        dialog = ListMappingDialog(cast("Workspace", fake), connection, parent, goto=goto)
        dialog.open()
        qtbot.waitUntil(lambda: not busy(dialog))
        return dialog

    return open_it


def busy(dialog: ListMappingDialog) -> bool:
    return bool(dialog._tasks)


def view(dialog: QWidget) -> ItemsView:
    return part(dialog, ItemsView, "itemsView")


def model(dialog: QWidget) -> ItemsModel:
    return view(dialog).items


def shown(dialog: QWidget, column: int = ERP_ITEM) -> list[str]:
    items = model(dialog)
    return [items.index(row, column).data() for row in range(items.rowCount())]


def lists(dialog: QWidget) -> list[str]:
    found = part(dialog, QListView, "listsView").model()
    return [found.index(row, 0).data() for row in range(found.rowCount())]


def go_to_list(dialog: QWidget, row: int) -> None:
    at = part(dialog, QListView, "listsView")
    at.setCurrentIndex(at.model().index(row, 0))


def go_to_item(dialog: QWidget, key: str) -> None:
    view(dialog).select_ids((key,))
    view(dialog).setFocus()


def choose(dialog: QWidget, erp_key: str, crm_key: str) -> None:
    items = model(dialog)
    assert items.setData(items.index(items.row_of(erp_key), CRM_ITEM), crm_key)


def save_button(dialog: QWidget) -> QPushButton:
    return part(dialog, QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Save)


def save(qtbot: QtBot, dialog: ListMappingDialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        save_button(dialog).click()


def button(dialog: QWidget, name: str) -> QPushButton:
    return part(dialog, QPushButton, name)


def text_of(dialog: QWidget, name: str) -> str:
    return part(dialog, QLabel, name).text()


def saved(fake: FakeWorkspace) -> dict[tuple[str, str], dict[str, str]]:
    return {one.pair: dict(one.items) for one in fake.saved[-1]}


# What is shown


def test_each_list_says_its_names_how_far_it_is_and_whether_it_is_needed(open_dialog: Open) -> None:
    first, second = lists(open_dialog())
    assert "Countries" in first
    assert "Country" in first
    assert first.endswith("3 unmapped\nNeeded for activation")
    assert second.endswith("Complete\nNot needed for activation")


def test_the_items_of_the_first_list_stand_there_in_the_erps_order(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert shown(dialog) == ["Austria", "Germany", "Norway", "Elsewhere"]
    assert shown(dialog, CRM_ITEM) == ["Austria", "(No Selection)", "(No Selection)", "(No Selection)"]
    assert shown(dialog, STATUS)[:2] == ["Mapped", "Not mapped"]


def test_the_fields_that_need_a_list_are_named(open_dialog: Open) -> None:
    dialog = open_dialog()
    labels = [label.text() for label in dialog.findChildren(QLabel) if "Used by" in label.text()]
    assert labels
    assert "Country" in labels[0]


def test_items_are_named_in_the_users_language_also_after_it_was_switched(
    qtbot: QtBot, open_dialog: Open
) -> None:
    dialog = open_dialog()
    choose(dialog, "DE", "2")
    language.install("de")
    qtbot.waitUntil(lambda: shown(dialog)[0] == "Österreich")
    assert shown(dialog, CRM_ITEM)[1] == "Deutschland"


def test_without_a_mapped_list_field_it_says_what_to_do(fake: FakeWorkspace, open_dialog: Open) -> None:
    fake.pairs = ()
    dialog = open_dialog()
    assert part(dialog, QLabel, "noListsLabel").isVisible()
    assert not view(dialog).isVisible()
    assert save_button(dialog).isEnabled()


def test_unmapped_items_are_counted(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert "unmapped: 3" in text_of(dialog, "countsLabel")
    choose(dialog, "DE", "2")
    assert "unmapped: 2" in text_of(dialog, "countsLabel")
    assert "2 unmapped" in lists(dialog)[0]


# Chosen twice


def test_an_item_chosen_twice_is_red_and_names_the_other_and_bars_saving(open_dialog: Open) -> None:
    dialog = open_dialog()
    choose(dialog, "DE", "1")
    items = model(dialog)
    for row, other in ((0, "Germany"), (1, "Austria")):
        status = items.index(row, STATUS)
        assert "Chosen twice" in status.data()
        assert other in status.data()
        assert status.data(Qt.ItemDataRole.ForegroundRole) == colour(Tone.ERROR)
        assert not status.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert "2 chosen twice" in lists(dialog)[0]
    assert not save_button(dialog).isEnabled()
    assert text_of(dialog, "missingLabel").startswith("To enable Save: ")
    assert "Countries" in text_of(dialog, "missingLabel")
    choose(dialog, "DE", "2")
    assert save_button(dialog).isEnabled()
    assert not part(dialog, QLabel, "missingLabel").isVisible()


def test_a_list_with_an_item_twice_bars_saving_also_while_another_is_shown(open_dialog: Open) -> None:
    dialog = open_dialog()
    choose(dialog, "DE", "1")
    go_to_list(dialog, 1)
    assert not save_button(dialog).isEnabled()


def test_more_than_three_that_share_an_item_are_counted(fake: FakeWorkspace, open_dialog: Open) -> None:
    fake.pairs = (long_pair(6),)
    dialog = open_dialog()
    for number in range(6):
        choose(dialog, f"e{number}", "c0")
    assert "2 more" in shown(dialog, STATUS)[0]


# Gone


def test_an_item_whose_superoffice_item_is_gone_is_marked_and_bars_nothing(
    fake: FakeWorkspace, open_dialog: Open
) -> None:
    fake.pairs = (countries(AT="99"),)
    dialog = open_dialog()
    assert shown(dialog, CRM_ITEM)[0] == "99"
    assert shown(dialog, STATUS)[0] == "No longer in SuperOffice"
    assert "1 no longer in SuperOffice" in lists(dialog)[0]
    assert save_button(dialog).isEnabled()


def test_a_list_that_superoffice_lost_says_so_and_cannot_be_changed(
    fake: FakeWorkspace, open_dialog: Open
) -> None:
    fake.pairs = (replace(countries(AT="1"), crm=None),)
    dialog = open_dialog()
    assert part(dialog, MessagePanel, "listProblem").kind is Tone.ERROR
    assert "No longer in SuperOffice" in lists(dialog)[0]
    assert not button(dialog, "matchNamesButton").isEnabled()
    assert not model(dialog).setData(model(dialog).index(0, CRM_ITEM), "2")


def test_of_items_that_repeat_a_key_the_first_is_shown_and_the_rest_counted(
    fake: FakeWorkspace, open_dialog: Open
) -> None:
    repeated = replace(COUNTRIES, items=(*COUNTRIES.items, ListItem("AT", "Austria again")))
    fake.pairs = (replace(countries(AT="1"), erp=repeated),)
    dialog = open_dialog()
    assert shown(dialog).count("Austria") == 1
    assert "left out: 1" in part(dialog, MessagePanel, "listProblem").text


# Narrowing down


def test_the_filter_looks_at_both_sides_and_at_the_key(open_dialog: Open) -> None:
    dialog = open_dialog()
    choose(dialog, "XX", "4")
    edit = part(dialog, QLineEdit, "filterEdit")
    for text, found in {"swed": ["Elsewhere"], "no": ["Norway"], "AUSTRIA at": ["Austria"]}.items():
        edit.setText(text)
        assert shown(dialog) == found
    edit.setText("")
    assert len(shown(dialog)) == 4


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("Unmapped", ["Elsewhere"]),
        ("Chosen twice", ["Austria", "Germany"]),
        ("No longer in SuperOffice", ["Norway"]),
        ("All items", ["Austria", "Germany", "Norway", "Elsewhere"]),
    ],
)
def test_items_of_one_kind_are_shown_alone(
    fake: FakeWorkspace, open_dialog: Open, kind: str, wanted: list[str]
) -> None:
    fake.pairs = (countries(AT="1", DE="1", NO="99"),)
    dialog = open_dialog()
    part(dialog, QComboBox, "showCombo").setCurrentText(kind)
    assert shown(dialog) == wanted


def test_an_item_put_right_stays_in_sight_while_one_goes_on(open_dialog: Open) -> None:
    dialog = open_dialog()
    part(dialog, QComboBox, "showCombo").setCurrentText("Unmapped")
    choose(dialog, "DE", "2")
    assert shown(dialog) == ["Germany", "Norway", "Elsewhere"]


@pytest.mark.parametrize(
    ("column", "first"), [(ERP_ITEM, "Austria"), (1, "Austria"), (CRM_ITEM, "Germany"), (STATUS, "Germany")]
)
def test_every_column_sorts(open_dialog: Open, column: int, first: str) -> None:
    dialog = open_dialog()
    view(dialog).sortByColumn(column, Qt.SortOrder.AscendingOrder)
    assert shown(dialog)[0] == first


# By keyboard


def test_tab_goes_in_the_order_in_which_one_reads(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    choose(dialog, "DE", "2")
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    part(dialog, QListView, "listsView").setFocus()
    names = ["listsView", "filterEdit", "showCombo", "itemsView", "matchNamesButton", "undoButton"]
    assert tab_stops(dialog) == [*names, "refreshErpButton", "Save", "Cancel"]


def editor(qtbot: QtBot, dialog: QWidget) -> ItemCombo:
    qtbot.waitUntil(lambda: combo_is_open(dialog))
    return next(each for each in view(dialog).findChildren(ItemCombo) if each.isVisible())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Space])
def test_a_key_opens_the_editor_and_enter_chooses(qtbot: QtBot, open_dialog: Open, key: Qt.Key) -> None:
    dialog = open_dialog()
    go_to_item(dialog, "DE")
    QTest.keyClick(view(dialog), key)
    combo = editor(qtbot, dialog)
    assert combo.currentText() == "(No Selection)"
    combo.line.selectAll()
    QTest.keyClicks(combo.line, "germany")
    QTest.keyClick(combo.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(dialog, CRM_ITEM)[1] == "Germany")


def test_typing_opens_the_editor_and_enter_takes_the_first_that_matches(
    qtbot: QtBot, open_dialog: Open
) -> None:
    dialog = open_dialog()
    go_to_item(dialog, "XX")
    QTest.keyClicks(view(dialog), "w")
    combo = editor(qtbot, dialog)
    assert combo.currentText() == "w"
    QTest.keyClicks(combo.line, "ed")
    QTest.keyClick(combo.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(dialog, CRM_ITEM)[3] == "Sweden")
    assert not combo_is_open(dialog)


def test_a_text_that_no_item_has_is_said_and_can_be_corrected(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    go_to_item(dialog, "AT")
    QTest.keyClick(view(dialog), Qt.Key.Key_F2)
    combo = editor(qtbot, dialog)
    report = part(dialog, MessagePanel, "matchReport")
    QTest.keyClicks(combo.line, "zzz")
    QTest.keyClick(combo, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "No SuperOffice item is called" in report.text)
    assert "zzz" in report.text
    assert combo.isVisible()
    assert combo.currentText() == "zzz"
    assert shown(dialog, CRM_ITEM)[0] == "Austria"
    combo.line.selectAll()
    QTest.keyClicks(combo.line, "germ")
    QTest.keyClick(combo.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(dialog, CRM_ITEM)[0] == "Germany")
    assert not report.isVisible()


def test_esc_leaves_a_text_that_no_item_has(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    go_to_item(dialog, "AT")
    view(dialog).open_editor()
    combo = editor(qtbot, dialog)
    QTest.keyClicks(combo.line, "zzz")
    QTest.keyClick(combo, Qt.Key.Key_Return)
    QTest.keyClick(combo, Qt.Key.Key_Escape)
    assert not combo_is_open(dialog)
    assert shown(dialog, CRM_ITEM)[0] == "Austria"
    assert dialog.isVisible()


def combo_is_open(dialog: QWidget) -> bool:
    return any(each.isVisible() for each in view(dialog).findChildren(ItemCombo))


def test_an_emptied_line_is_no_selection(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    go_to_item(dialog, "AT")
    QTest.keyClick(view(dialog), Qt.Key.Key_F2)
    combo = editor(qtbot, dialog)
    combo.line.selectAll()
    QTest.keyClick(combo.line, Qt.Key.Key_Delete)
    QTest.keyClick(combo.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(dialog, CRM_ITEM)[0] == "(No Selection)")


def test_no_selection_is_offered_first(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    go_to_item(dialog, "AT")
    view(dialog).open_editor()
    combo = editor(qtbot, dialog)
    assert [combo.itemText(row) for row in range(combo.count())] == [
        "(No Selection)",
        "Austria",
        "Germany",
        "Norway",
        "Sweden",
    ]
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    qtbot.waitUntil(lambda: shown(dialog, CRM_ITEM)[0] == "(No Selection)")


def test_esc_in_the_editor_leaves_everything_and_the_dialog_open(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    go_to_item(dialog, "AT")
    view(dialog).open_editor()
    combo = editor(qtbot, dialog)
    QTest.keyClicks(combo.line, "g")
    if popup := QApplication.activePopupWidget():
        QTest.keyClick(popup, Qt.Key.Key_Escape)
    QTest.keyClick(combo, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not combo_is_open(dialog))
    assert shown(dialog, CRM_ITEM)[0] == "Austria"
    assert dialog.isVisible()


def test_del_chooses_none_for_all_that_is_selected_and_undo_brings_them_back(
    qtbot: QtBot, open_dialog: Open
) -> None:
    dialog = open_dialog()
    choose(dialog, "DE", "2")
    view(dialog).select_ids(("AT", "DE"))
    QTest.keyClick(view(dialog), Qt.Key.Key_Delete)
    assert set(shown(dialog, CRM_ITEM)) == {"(No Selection)"}
    QTest.keyClick(view(dialog), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(dialog, CRM_ITEM)[:2] == ["Austria", "Germany"]
    QTest.keyClick(view(dialog), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert set(shown(dialog, CRM_ITEM)) == {"(No Selection)"}
    button(dialog, "undoButton").click()
    assert shown(dialog, CRM_ITEM)[0] == "Austria"
    assert button(dialog, "redoButton").isEnabled()


def test_each_list_has_its_own_undo(open_dialog: Open) -> None:
    dialog = open_dialog()
    choose(dialog, "DE", "2")
    go_to_list(dialog, 1)
    assert not button(dialog, "undoButton").isEnabled()
    go_to_list(dialog, 0)
    button(dialog, "undoButton").click()
    assert shown(dialog, CRM_ITEM)[1] == "(No Selection)"


# Matching


def match(qtbot: QtBot, dialog: ListMappingDialog) -> str:
    button(dialog, "matchNamesButton").click()
    qtbot.waitUntil(lambda: not busy(dialog))
    return part(dialog, MessagePanel, "matchReport").text


def test_equal_names_are_matched_counted_and_taken_back_as_one_step(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    said = match(qtbot, dialog)
    assert shown(dialog, CRM_ITEM) == ["Austria", "Germany", "Norway", "(No Selection)"]
    assert "equal names: 2" in said
    assert "unmapped: 1" in said
    button(dialog, "undoButton").click()
    assert shown(dialog, CRM_ITEM)[1] == "(No Selection)"


def test_where_no_name_is_equal_it_says_so_and_changes_nothing(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    match(qtbot, dialog)
    said = match(qtbot, dialog)
    assert said.startswith("No further item")
    assert part(dialog, MessagePanel, "matchReport").kind is Tone.INFO


def test_a_complete_list_has_nothing_to_match(open_dialog: Open) -> None:
    dialog = open_dialog()
    go_to_list(dialog, 1)
    assert not button(dialog, "matchNamesButton").isEnabled()


# 20,000 items


def test_20_000_items_come_and_are_matched_with_one_reset_and_no_row_of_widgets(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    fake.pairs = (countries(), long_pair(20_000))
    dialog = open_dialog()
    resets: list[None] = []
    model(dialog).modelReset.connect(lambda: resets.append(None))
    widgets = len(dialog.findChildren(QWidget))
    go_to_list(dialog, 1)
    assert (len(resets), model(dialog).rowCount()) == (1, 20_000)
    assert "20,000 unmapped" in lists(dialog)[1]
    match(qtbot, dialog)
    assert len(resets) == 1
    assert "Complete" in lists(dialog)[1]
    part(dialog, QLineEdit, "filterEdit").setText("Item 19999")
    assert (len(resets), model(dialog).rowCount()) == (2, 1)
    assert len(dialog.findChildren(QWidget)) <= widgets + 2
    save(qtbot, dialog)
    assert len(saved(fake)["Long", "long"]) == 20_000


# Saving


def test_all_lists_that_were_changed_are_saved_together_with_the_version_they_were_made_from(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    dialog = open_dialog()
    choose(dialog, "DE", "2")
    go_to_list(dialog, 1)
    choose(dialog, "A", "")
    go_to_list(dialog, 0)
    assert shown(dialog, CRM_ITEM)[1] == "Germany"
    save(qtbot, dialog)
    assert saved(fake) == {
        ("Countries", "country"): {"AT": "1", "DE": "2"},
        ("Groups", "category"): {"B": "11"},
    }
    assert [one.version for one in fake.saved[-1]] == [1, 1]


def test_a_list_that_was_not_changed_is_not_saved(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    dialog = open_dialog()
    choose(dialog, "DE", "2")
    save(qtbot, dialog)
    assert list(saved(fake)) == [("Countries", "country")]


def test_where_nothing_changed_saving_only_closes(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    dialog = open_dialog()
    choose(dialog, "DE", "2")
    choose(dialog, "DE", "")
    save(qtbot, dialog)
    assert "save_list_mappings" not in fake.names()


# Somebody else saved first


def meanwhile(**theirs: str) -> SavedMeanwhile:
    return SavedMeanwhile(MEANWHILE, (ListMapping("Countries", "country", theirs, 5),))


def conflict(qtbot: QtBot, dialog: ListMappingDialog) -> QWidget:
    save_button(dialog).click()
    panel = part(dialog, QWidget, "conflictPanel")
    qtbot.waitUntil(panel.isVisible)
    return panel


def test_the_second_is_asked_also_where_nothing_clashes_and_loses_nothing(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    fake.saving_lists = [meanwhile(AT="1", NO="3")]
    dialog = open_dialog()
    choose(dialog, "DE", "2")
    conflict(qtbot, dialog)
    with qtbot.waitSignal(dialog.accepted):
        button(dialog, "keepMineButton").click()
    assert saved(fake) == {("Countries", "country"): {"AT": "1", "DE": "2", "NO": "3"}}
    assert fake.saved[-1][0].version == 5


def test_what_clashes_is_shown_and_mine_can_be_saved_over_it(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    fake.saving_lists = [meanwhile(AT="1", DE="3", XX="4")]
    dialog = open_dialog()
    choose(dialog, "DE", "2")
    panel = conflict(qtbot, dialog)
    said = [label.text() for label in panel.findChildren(QLabel)]
    assert [sum(name in text for text in said) for name in ("Germany", "Norway", "Sweden")] == [2, 1, 1]
    with qtbot.waitSignal(dialog.accepted):
        button(dialog, "keepMineButton").click()
    assert saved(fake) == {("Countries", "country"): {"AT": "1", "DE": "2", "XX": "4"}}


def test_theirs_can_be_taken_and_what_does_not_clash_stays(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    fake.saving_lists = [meanwhile(AT="1", DE="3")]
    dialog = open_dialog()
    choose(dialog, "DE", "2")
    choose(dialog, "XX", "4")
    conflict(qtbot, dialog)
    button(dialog, "takeTheirsButton").click()
    assert shown(dialog, CRM_ITEM) == ["Austria", "Norway", "(No Selection)", "Sweden"]
    save(qtbot, dialog)
    assert saved(fake) == {("Countries", "country"): {"AT": "1", "DE": "3", "XX": "4"}}
    assert fake.saved[-1][0].version == 5


def test_one_item_chosen_here_and_there_for_different_items_is_a_clash(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    fake.saving_lists = [meanwhile(AT="1", NO="2")]
    dialog = open_dialog()
    choose(dialog, "DE", "2")
    conflict(qtbot, dialog)
    button(dialog, "takeTheirsButton").click()
    assert shown(dialog, CRM_ITEM) == ["Austria", "(No Selection)", "Germany", "(No Selection)"]
    assert save_button(dialog).isEnabled()


# Failures


def test_a_list_that_cannot_be_read_says_why_and_the_others_stay_usable(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    fake.pairs = [(countries(), unreadable()), (countries(), groups(), replace(unreadable(), erp=COUNTRIES))]
    dialog = open_dialog()
    assert "Could not be read" in lists(dialog)[1]
    choose(dialog, "DE", "2")
    go_to_list(dialog, 1)
    assert "erp.example.com" in part(dialog, MessagePanel, "listProblem").text
    assert not button(dialog, "matchNamesButton").isEnabled()
    button(dialog, "retryListButton").click()
    qtbot.waitUntil(lambda: len(lists(dialog)) == 3 and not busy(dialog))
    go_to_list(dialog, 0)
    assert shown(dialog, CRM_ITEM)[1] == "Germany"
    assert dialog.changed


def test_a_list_of_an_earlier_reading_can_be_mapped_though_it_could_not_be_read_again(
    fake: FakeWorkspace, open_dialog: Open
) -> None:
    fake.pairs = (replace(countries(), erp=replace(COUNTRIES, problem=REFUSED)),)
    dialog = open_dialog()
    assert part(dialog, MessagePanel, "listProblem").kind is Tone.WARNING
    assert "could not be read again" in lists(dialog)[0]
    choose(dialog, "DE", "2")
    assert shown(dialog, CRM_ITEM)[1] == "Germany"


def test_where_nothing_can_be_loaded_it_says_why_and_tries_again(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    fake.pairs = [ConnectorUnreachable(REFUSED), (countries(),)]
    dialog = open_dialog()
    assert "erp.example.com" in part(dialog, MessagePanel, "messagePanel").text
    button(dialog, "retryButton").click()
    qtbot.waitUntil(lambda: len(lists(dialog)) == 1)


def test_a_save_that_fails_leaves_everything_as_it_is(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    fake.saving_lists = [StillInUse(Problem(ProblemCode.SETUP_LOCKED, {"name": "Finance"}))]
    dialog = open_dialog()
    choose(dialog, "DE", "2")
    save_button(dialog).click()
    qtbot.waitUntil(part(dialog, MessagePanel, "lockedPanel").isVisible)
    assert shown(dialog, CRM_ITEM)[1] == "Germany"


# While active


def test_while_the_connection_is_active_nothing_can_be_changed(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(ACTIVE)
    assert not model(dialog).setData(model(dialog).index(1, CRM_ITEM), "2")
    go_to_item(dialog, "AT")
    QTest.keyClick(view(dialog), Qt.Key.Key_Delete)
    assert shown(dialog, CRM_ITEM)[0] == "Austria"
    assert not button(dialog, "matchNamesButton").isEnabled()
    part(dialog, QLineEdit, "filterEdit").setText("nor")
    assert shown(dialog) == ["Norway"]


# From the list of reasons


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        (ProblemCode.LIST_ITEMS_UNMAPPED, ["Norway", "Elsewhere"]),
        (ProblemCode.LIST_ITEMS_TWICE, ["Austria", "Germany"]),
        (ProblemCode.LIST_NOT_READ, ["Austria", "Germany", "Norway", "Elsewhere"]),
    ],
)
def test_a_reason_leads_to_its_list_and_its_items(
    fake: FakeWorkspace, open_dialog: Open, code: ProblemCode, wanted: list[str]
) -> None:
    fake.pairs = (groups(), countries(AT="1", DE="1"))
    params = {"erp_list": "Countries", "crm_list": "country", "label": "Country"}
    dialog = open_dialog(goto=Problem(code, params, field="list"))
    assert shown(dialog) == wanted


# Refreshing


def refresh(qtbot: QtBot, dialog: ListMappingDialog) -> None:
    button(dialog, "refreshErpButton").click()
    qtbot.waitUntil(lambda: not busy(dialog))


def answer(fake: FakeWorkspace, **lists_of: Any) -> None:
    fake.erp_answers = {"Countries": COUNTRIES, "Groups": groups().erp} | lists_of


def test_a_refresh_that_finds_nothing_new_says_so(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    answer(fake)
    dialog = open_dialog()
    refresh(qtbot, dialog)
    assert "Nothing has changed" in part(dialog, MessagePanel, "newsPanel").text
    assert fake.calls[-1] == ("erp_lists", (("Countries", "Groups"), True))


def test_new_items_are_shown_and_taken_and_what_was_chosen_stays(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    grown = replace(COUNTRIES, items=(*COUNTRIES.items, ListItem("SE", "Sweden")))
    answer(fake, Countries=grown)
    fake.pairs = [(countries(AT="1"), groups()), (replace(countries(AT="1"), erp=grown), groups())]
    dialog = open_dialog()
    choose(dialog, "DE", "2")
    refresh(qtbot, dialog)
    news = dialog.findChild(ErpChangesDialog)
    assert news is not None
    news.accept()
    qtbot.waitUntil(lambda: len(shown(dialog)) == 5 and not busy(dialog))
    assert ("take_lists", ("e1", (grown, groups().erp))) in fake.calls
    assert shown(dialog, CRM_ITEM)[:2] == ["Austria", "Germany"]


def test_a_list_that_cannot_be_refreshed_says_why(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    answer(fake, Countries=replace(COUNTRIES, problem=REFUSED))
    dialog = open_dialog()
    refresh(qtbot, dialog)
    assert "erp.example.com" in part(dialog, MessagePanel, "newsPanel").text


def test_what_bars_several_lists_is_said_once_and_names_them(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    late = replace(REFUSED, detail="after 0.2 s")
    answer(fake, Countries=replace(COUNTRIES, problem=REFUSED), Groups=replace(groups().erp, problem=late))
    dialog = open_dialog()
    refresh(qtbot, dialog)
    said = part(dialog, MessagePanel, "newsPanel").text
    assert said.count("erp.example.com") == 1
    assert "Countries" in said
    assert "Groups" in said


def test_where_no_list_was_ever_read_nothing_is_said_of_before(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ListMappingDialog, "erp_read_at", lambda _self: None)
    fake.pairs = (unreadable(),)
    fake.erp_answers = {"Terms": unreadable().erp}
    dialog = open_dialog()
    qtbot.waitUntil(lambda: not busy(dialog))
    said = part(dialog, MessagePanel, "newsPanel").text
    assert "could not be asked" in said
    assert "read before" not in said


def test_the_lists_are_not_asked_for_again_right_after_they_were_read(
    fake: FakeWorkspace, open_dialog: Open
) -> None:
    assert COUNTRIES.read_at == READ_AT
    open_dialog()
    assert "erp_lists" not in fake.names()


def test_superoffice_items_of_one_name_are_told_apart_by_their_keys(
    fake: FakeWorkspace, open_dialog: Open
) -> None:
    twins = replace(CRM_COUNTRIES, items=(ListItem("1", "Twin"), ListItem("2", "Twin")))
    fake.pairs = (replace(countries(AT="1"), crm=twins),)
    dialog = open_dialog()
    assert shown(dialog, CRM_ITEM)[0] == "Twin (1)"


def test_a_status_is_coloured_anew_when_the_palette_changes(open_dialog: Open) -> None:
    dialog = open_dialog()
    items = model(dialog)
    index = items.index(items.row_of("DE"), STATUS)
    light = index.data(Qt.ItemDataRole.ForegroundRole)
    before = QApplication.palette()
    try:
        QApplication.setPalette(QPalette(QColor("#202020")))
        assert index.data(Qt.ItemDataRole.ForegroundRole) == colour(Tone.MUTED) != light
    finally:
        QApplication.setPalette(before)
