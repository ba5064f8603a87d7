"""The dialog "Configure scope"."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.scope_dialog import ScopeDialog
from erpsync_desktop.model.directory import Directory, Group, Scope, User

DIRECTORY = Directory(
    groups=(Group("g1", "Sales"), Group("g2", "Support")),
    users=(
        User("u1", "anna", "Anna Müller", "g1"),
        User("u2", "ben", "Ben Årud", "g1"),
        User("u3", "cleo", "Cleo Ray", "g2"),
    ),
)
NOBODY = Scope(everyone=False)

Opened = Callable[..., ScopeDialog]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def opens(scope: Scope = NOBODY, directory: Directory = DIRECTORY) -> ScopeDialog:
        dialog = ScopeDialog(directory, scope, None)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return opens


def view(dialog: ScopeDialog, name: str) -> QTableView:
    found = dialog.findChild(QTableView, name)
    assert found is not None
    return found


def click_box(table: QTableView, row: int) -> None:
    """Click on the check box itself, at the left edge of the row's first cell."""
    cell = table.visualRect(table.model().index(row, 0))
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell.left() + 10, cell.center().y())
    )


def type_filter(qtbot: QtBot, dialog: ScopeDialog, text: str, rows: int) -> None:
    box = dialog.findChild(QLineEdit, "filterEdit")
    assert box is not None
    box.setText(text)
    qtbot.waitUntil(lambda: view(dialog, "usersView").model().rowCount() == rows)


def press(dialog: ScopeDialog, button: QDialogButtonBox.StandardButton) -> None:
    box = dialog.findChild(QDialogButtonBox, "buttonBox")
    assert box is not None
    box.button(button).click()


def accept(dialog: ScopeDialog) -> Scope:
    press(dialog, QDialogButtonBox.StandardButton.Ok)
    assert not dialog.isVisible()
    return dialog.scope


def text_of(dialog: ScopeDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_ticked_boxes_are_the_scope_after_ok(opened: Opened) -> None:
    dialog = opened()
    click_box(view(dialog, "groupsView"), 1)
    click_box(view(dialog, "usersView"), 0)
    assert accept(dialog) == Scope(False, frozenset({"g2"}), frozenset({"u1"}))


def test_cancel_leaves_the_scope_as_it_was(opened: Opened) -> None:
    before = Scope(True, frozenset({"g1"}))
    dialog = opened(before)
    click_box(view(dialog, "usersView"), 0)
    press(dialog, QDialogButtonBox.StandardButton.Cancel)
    assert dialog.scope == before


def test_the_choice_so_far_is_ticked_and_counted(opened: Opened) -> None:
    dialog = opened(Scope(False, frozenset({"g1"}), frozenset({"u1", "u2"})))
    index = view(dialog, "groupsView").model().index(0, 0)
    assert Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
    assert text_of(dialog, "countLabel") == "1 group and 2 users selected"


def test_nothing_chosen_is_said(opened: Opened) -> None:
    assert text_of(opened(), "countLabel") == "No users or groups are selected"


def test_the_space_key_ticks_what_is_selected(opened: Opened) -> None:
    dialog = opened()
    users = view(dialog, "usersView")
    users.setFocus()
    users.setCurrentIndex(users.model().index(0, 0))
    QTest.keyClick(users, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(users, Qt.Key.Key_Space)
    assert accept(dialog).user_ids == {"u1", "u2"}


def test_one_filter_is_for_both_lists(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened()
    type_filter(qtbot, dialog, "sales", rows=2)
    assert view(dialog, "groupsView").model().rowCount() == 1


def test_all_shown_ticks_only_what_the_filter_shows(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened(Scope(False, user_ids=frozenset({"u1"})))
    type_filter(qtbot, dialog, "sales", rows=2)
    box = dialog.findChild(QCheckBox, "allShownUsersCheck")
    assert box is not None
    assert box.checkState() is Qt.CheckState.PartiallyChecked
    box.click()
    assert box.checkState() is Qt.CheckState.Checked
    assert accept(dialog).user_ids == {"u1", "u2"}


def test_all_shown_unticks_when_all_are_ticked(opened: Opened) -> None:
    dialog = opened(Scope(False, frozenset({"g1", "g2"}), frozenset({"u1"})))
    box = dialog.findChild(QCheckBox, "allShownGroupsCheck")
    assert box is not None
    box.click()
    assert accept(dialog) == Scope(False, user_ids=frozenset({"u1"}))


def test_only_the_selected_are_shown_on_request(opened: Opened) -> None:
    dialog = opened(Scope(False, user_ids=frozenset({"u3"})))
    box = dialog.findChild(QCheckBox, "onlySelectedCheck")
    assert box is not None
    box.click()
    users = view(dialog, "usersView").model()
    assert [users.index(row, 0).data() for row in range(users.rowCount())] == ["cleo"]
    assert view(dialog, "groupsView").model().rowCount() == 0


def test_who_is_gone_from_the_directory_is_kept_and_said(opened: Opened) -> None:
    scope = Scope(False, frozenset({"g1", "gone1"}), frozenset({"gone2"}))
    dialog = opened(scope)
    assert text_of(dialog, "goneLabel").startswith("2 of the selected are no longer in the directory")
    assert text_of(dialog, "countLabel") == "1 group selected"
    assert accept(dialog) == scope


def test_who_is_gone_can_be_let_go(opened: Opened) -> None:
    dialog = opened(Scope(False, frozenset({"g1", "gone1"}), frozenset({"gone2"})))
    button = dialog.findChild(QPushButton, "removeGoneButton")
    assert button is not None
    button.click()
    assert not button.isVisible()
    assert accept(dialog) == Scope(False, frozenset({"g1"}))


def test_an_empty_directory_says_where_to_add(opened: Opened) -> None:
    dialog = opened(directory=Directory())
    assert "Users and groups" in view(dialog, "usersView").accessibleDescription()
    assert "Users and groups" in view(dialog, "groupsView").accessibleDescription()


def test_a_filter_without_a_match_says_so(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened()
    type_filter(qtbot, dialog, "zzz", rows=0)
    assert view(dialog, "usersView").accessibleDescription() == "No user matches."


def takes_tab(widget: QWidget) -> bool:
    return widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def name_for_screen_readers(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def test_every_stop_of_the_tab_key_has_a_name(opened: Opened) -> None:
    dialog = opened()
    stops = [child for child in dialog.findChildren(QWidget) if takes_tab(child)]
    names = {stop.objectName(): name_for_screen_readers(stop) for stop in stops}
    assert {"filterEdit", "groupsView", "usersView", "allShownUsersCheck"} <= names.keys()
    assert [name for name, spoken in names.items() if not spoken] == []


def test_the_tab_key_goes_from_the_filter_through_both_lists(opened: Opened) -> None:
    dialog = opened()
    reached = []
    for _ in range(6):
        focus = dialog.focusWidget()
        assert focus is not None
        reached.append(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    boxes = ("allShownGroupsCheck", "allShownUsersCheck", "onlySelectedCheck")
    assert reached == ["filterEdit", "groupsView", boxes[0], "usersView", boxes[1], boxes[2]]


def test_ctrl_f_goes_to_the_filter(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    users = view(dialog, "usersView")
    users.setFocus()
    QTest.keyClick(users, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    focus = dialog.focusWidget()
    assert focus is not None
    assert focus.objectName() == "filterEdit"
