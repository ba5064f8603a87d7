"""The dialogs for a field and for a list of SuperOffice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QSpinBox,
    QTableView,
)
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.crm_field_dialog import CrmFieldDialog
from erpsync_desktop.dialogs.crm_list_dialog import CrmListDialog
from erpsync_desktop.model.catalogue import CrmEntity, CrmField, CrmList
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.workspace.local.workspace import LocalWorkspace
from tests.catalogue_world import BLUE, COLOURS, OWN, RED, catalogue_workspace

OK, CANCEL = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[LocalWorkspace]:
    with closing(catalogue_workspace(tmp_path)) as opened:
        yield opened


def line(dialog: QDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert found is not None
    return found


def combo(dialog: QDialog, name: str) -> QComboBox:
    found = dialog.findChild(QComboBox, name)
    assert found is not None
    return found


def ok(dialog: QDialog) -> QAbstractButton:
    box = dialog.findChild(QDialogButtonBox, "buttonBox")
    assert box is not None
    return box.button(OK)


def missing(dialog: QDialog) -> str:
    found = dialog.findChild(QLabel, "missingLabel")
    assert found is not None
    return found.text()


def click(dialog: QDialog, name: str) -> None:
    found = dialog.findChild(QAbstractButton, name)
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def saved(qtbot: QtBot, dialog: CrmFieldDialog | CrmListDialog) -> CrmField | CrmList:
    with qtbot.waitSignal(dialog.saved) as signal:
        ok(dialog).click()
    result = signal.args[0]
    assert isinstance(result, CrmField | CrmList)
    return result


# Fields


def field_dialog(qtbot: QtBot, workspace: LocalWorkspace, field: CrmField | None) -> CrmFieldDialog:
    dialog = CrmFieldDialog(workspace, workspace.catalogue(), field, entity=CrmEntity.PROJECT)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_new_field_is_described_and_saved(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = field_dialog(qtbot, workspace, None)
    assert not ok(dialog).isEnabled()
    assert missing(dialog) == (
        "To enable OK: Type the key that SuperOffice has for it. Type the name that SuperOffice shows."
    )
    line(dialog, "keyEdit").setText(" x_new ")
    line(dialog, "englishEdit").setText("New")
    line(dialog, "germanEdit").setText("Neu")
    spin = dialog.findChild(QSpinBox, "lengthSpin")
    assert spin is not None
    spin.setValue(80)
    wanted = CrmField(CrmEntity.PROJECT, "x_new", 'US:"New";GE:"Neu"', max_length=80, user_defined=True)
    assert saved(qtbot, dialog) == wanted
    assert workspace.catalogue().field(CrmEntity.PROJECT, "x_new") == wanted


def test_a_list_field_asks_for_its_list(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = field_dialog(qtbot, workspace, None)
    line(dialog, "keyEdit").setText("x_new")
    line(dialog, "englishEdit").setText("New")
    kind, lists = combo(dialog, "typeCombo"), combo(dialog, "listCombo")
    assert not lists.isVisible()
    kind.setCurrentIndex(kind.findData(FieldType.LIST))
    assert lists.isVisible()
    assert "Choose the list" in missing(dialog)
    lists.setCurrentIndex(lists.findData("colours"))
    result = saved(qtbot, dialog)
    assert isinstance(result, CrmField)
    assert (result.kind, result.list_name) == (FieldType.LIST, "colours")


def test_a_key_that_is_taken_keeps_ok_off(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = field_dialog(qtbot, workspace, None)
    line(dialog, "englishEdit").setText("New")
    line(dialog, "keyEdit").setText("enddate")
    assert not ok(dialog).isEnabled()
    assert "already in use" in missing(dialog)


def test_a_field_that_is_there_keeps_record_and_key(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = field_dialog(qtbot, workspace, OWN)
    assert line(dialog, "keyEdit").isReadOnly()
    assert not combo(dialog, "entityCombo").isEnabled()
    line(dialog, "germanEdit").setText("Anders")
    assert saved(qtbot, dialog) == replace(OWN, label='US:"Own";GE:"Anders"')


def test_a_standard_field_is_shown_with_the_reason_why_it_cannot_be_changed(
    qtbot: QtBot, workspace: LocalWorkspace
) -> None:
    dialog = field_dialog(qtbot, workspace, workspace.catalogue().field(CrmEntity.COMPANY, "COUNTRY"))
    hint = dialog.findChild(QLabel, "hintLabel")
    check = dialog.findChild(QCheckBox, "readOnlyCheck")
    assert hint is not None
    assert check is not None
    assert "Only user-defined fields can be changed" in hint.text()
    assert line(dialog, "englishEdit").isReadOnly()
    assert not check.isEnabled()
    assert not ok(dialog).isVisible()
    assert not missing_is_visible(dialog)
    assert combo(dialog, "listCombo").currentData() == "country"


def missing_is_visible(dialog: QDialog) -> bool:
    found = dialog.findChild(QLabel, "missingLabel")
    assert found is not None
    return found.isVisible()


def conflicting(qtbot: QtBot, workspace: LocalWorkspace) -> CrmFieldDialog:
    """A dialog that was refused, because somebody else saved the field meanwhile."""
    dialog = field_dialog(qtbot, workspace, OWN)
    workspace.save_crm_field(replace(OWN, label="Theirs"), OWN)
    line(dialog, "englishEdit").setText("Mine")
    ok(dialog).click()
    qtbot.waitUntil(dialog._conflict.isVisible)
    return dialog


def test_of_two_versions_both_are_shown_and_mine_can_stay(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = conflicting(qtbot, workspace)
    shown = [each.text() for each in dialog._conflict.findChildren(QLabel)]
    assert "Mine" in shown
    assert "Theirs" in shown
    with qtbot.waitSignal(dialog.saved):
        click(dialog, "keepMineButton")
    field = workspace.catalogue().field(CrmEntity.COMPANY, "x_own")
    assert field is not None
    assert field.label_in("en") == "Mine"


def test_of_two_versions_the_other_can_be_taken(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = conflicting(qtbot, workspace)
    click(dialog, "takeTheirsButton")
    assert line(dialog, "englishEdit").text() == "Theirs"
    assert not dialog._conflict.isVisible()
    line(dialog, "germanEdit").setText("Ihres")
    assert saved(qtbot, dialog) == replace(OWN, label='US:"Theirs";GE:"Ihres"')


def test_a_field_that_was_removed_meanwhile_is_told(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = field_dialog(qtbot, workspace, OWN)
    workspace.remove_crm_fields([OWN])
    ok(dialog).click()
    panel = dialog.findChild(MessagePanel, "saveFailure")
    assert panel is not None
    qtbot.waitUntil(lambda: "no longer there" in panel.text)
    assert line(dialog, "englishEdit").text() == "Own"


# Lists


def list_dialog(qtbot: QtBot, workspace: LocalWorkspace, crm: CrmList | None) -> CrmListDialog:
    dialog = CrmListDialog(workspace, workspace.catalogue(), crm)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog._loading.running)
    return dialog


def items(dialog: QDialog) -> QTableView:
    found = dialog.findChild(QTableView, "itemsView")
    assert found is not None
    return found


def cells(dialog: QDialog, column: int = 0) -> list[str]:
    model = items(dialog).model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def write(dialog: QDialog, row: int, *texts: str) -> None:
    model = items(dialog).model()
    for column, text in enumerate(texts):
        model.setData(model.index(row, column), text)


def paste(qtbot: QtBot, dialog: QDialog, text: str) -> None:
    before = items(dialog).model().rowCount()
    QGuiApplication.clipboard().setText(text)
    click(dialog, "pasteItemsButton")
    qtbot.waitUntil(lambda: items(dialog).model().rowCount() > before)


def test_a_new_list_is_typed_and_saved(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = list_dialog(qtbot, workspace, None)
    line(dialog, "keyEdit").setText("sizes")
    line(dialog, "englishEdit").setText("Sizes")
    click(dialog, "addItemButton")
    assert not ok(dialog).isEnabled()
    assert "Item 1 has no key" in missing(dialog)
    assert "has no key" in cells(dialog, 3)[0]
    write(dialog, 0, "s", "Small", "Klein")
    assert saved(qtbot, dialog) == CrmList(
        "sizes", "Sizes", (ListItem("s", 'US:"Small";GE:"Klein"'),), user_defined=True
    )


def test_the_items_of_a_list_are_changed_in_the_table(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = list_dialog(qtbot, workspace, COLOURS)
    assert cells(dialog) == ["r", "b"]
    write(dialog, 1, "b", "Azure", "Blau")
    assert saved(qtbot, dialog) == replace(COLOURS, items=(RED, ListItem("b", 'US:"Azure";GE:"Blau"')))


def test_items_move_up_and_down_and_stay_selected(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = list_dialog(qtbot, workspace, COLOURS)
    items(dialog).selectRow(1)
    click(dialog, "moveUpButton")
    assert cells(dialog) == ["b", "r"]
    assert [index.row() for index in items(dialog).selectionModel().selectedRows()] == [0]
    click(dialog, "moveUpButton")
    assert cells(dialog) == ["b", "r"]
    click(dialog, "moveDownButton")
    assert cells(dialog) == ["r", "b"]


def test_several_items_move_together(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = list_dialog(qtbot, workspace, COLOURS)
    paste(qtbot, dialog, "g\tGreen\ny\tYellow")
    assert cells(dialog) == ["r", "b", "g", "y"]
    click(dialog, "moveUpButton")
    assert cells(dialog) == ["r", "g", "y", "b"]


def test_items_are_removed_by_the_key(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = list_dialog(qtbot, workspace, COLOURS)
    items(dialog).selectRow(0)
    items(dialog).setFocus()
    QTest.keyClick(items(dialog), Qt.Key.Key_Delete)
    assert saved(qtbot, dialog) == replace(COLOURS, items=(BLUE,))


def test_a_key_that_is_given_twice_is_told_in_words(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = list_dialog(qtbot, workspace, COLOURS)
    write(dialog, 1, "r")
    assert not ok(dialog).isEnabled()
    assert "already that of another item" in cells(dialog, 3)[1]
    write(dialog, 1, "b")
    assert ok(dialog).isEnabled()


def test_the_name_of_a_standard_list_stays(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    category = workspace.catalogue().list("category")
    dialog = list_dialog(qtbot, workspace, category)
    assert all(line(dialog, name).isReadOnly() for name in ("keyEdit", "englishEdit", "germanEdit"))
    items(dialog).selectRow(0)
    click(dialog, "removeItemButton")
    result = saved(qtbot, dialog)
    assert isinstance(result, CrmList)
    assert result.edited


def test_twenty_thousand_items_are_pasted_and_saved(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = list_dialog(qtbot, workspace, COLOURS)
    paste(qtbot, dialog, "\n".join(f"k{number}\tItem {number}\tEintrag {number}" for number in range(20_000)))
    assert items(dialog).model().rowCount() == 20_002
    result = saved(qtbot, dialog)
    assert isinstance(result, CrmList)
    assert len(result.items) == 20_002


def test_two_versions_of_a_list_are_shown_by_their_items(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = list_dialog(qtbot, workspace, COLOURS)
    theirs = workspace.save_crm_list(replace(COLOURS, items=(RED, ListItem("b", "Navy"))), COLOURS)
    write(dialog, 1, "b", "Azure")
    ok(dialog).click()
    qtbot.waitUntil(dialog._conflict.isVisible)
    shown = [each.text() for each in dialog._conflict.findChildren(QLabel)]
    assert "Azure" in shown
    assert "Navy" in shown
    assert "Red" not in shown
    click(dialog, "takeTheirsButton")
    qtbot.waitUntil(lambda: cells(dialog, 1) == ["Red", "Navy"])
    assert workspace.catalogue().list("colours") == theirs


def test_another_order_is_a_difference_too(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = list_dialog(qtbot, workspace, COLOURS)
    (found,) = dialog.differences(replace(COLOURS, items=(BLUE, RED)))
    assert found.what == "Order of the items"


# Nothing typed is lost


class ClosedBySomebody(QCloseEvent):
    """As when somebody closed the window."""

    def spontaneous(self) -> bool:
        return True


def asks(dialog: QDialog) -> QMessageBox | None:
    """The question before something is lost."""
    return dialog.findChild(QMessageBox, "confirmBox")


def test_esc_asks_before_what_is_typed_is_lost(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = field_dialog(qtbot, workspace, None)
    line(dialog, "keyEdit").setText("x_new")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    box = asks(dialog)
    assert box is not None
    assert dialog.isVisible()
    click(box, "confirmButton")
    assert not dialog.isVisible()


def test_closing_the_window_asks_too_but_quitting_the_program_does_not(
    qtbot: QtBot, workspace: LocalWorkspace
) -> None:
    dialog = list_dialog(qtbot, workspace, COLOURS)
    write(dialog, 0, "red")
    by_somebody, by_program = ClosedBySomebody(), QCloseEvent()
    dialog.closeEvent(by_somebody)
    assert not by_somebody.isAccepted()
    assert asks(dialog) is not None
    dialog.closeEvent(by_program)
    assert by_program.isAccepted()


@pytest.mark.parametrize("crm", [COLOURS, None])
def test_esc_closes_at_once_where_nothing_is_changed(
    qtbot: QtBot, workspace: LocalWorkspace, crm: CrmList | None
) -> None:
    dialog = list_dialog(qtbot, workspace, crm)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert asks(dialog) is None
    assert not dialog.isVisible()


def test_what_was_taken_from_somebody_else_is_not_typed_here(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = conflicting(qtbot, workspace)
    click(dialog, "takeTheirsButton")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_removed_items_come_back_selected_and_go_again(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = list_dialog(qtbot, workspace, COLOURS)
    items(dialog).selectAll()
    click(dialog, "removeItemButton")
    assert cells(dialog) == []
    click(dialog, "undoButton")
    assert cells(dialog) == ["r", "b"]
    assert [index.row() for index in items(dialog).selectionModel().selectedRows()] == [0, 1]
    click(dialog, "redoButton")
    assert cells(dialog) == []
    assert not dialog._redo.isEnabled()


def test_edits_and_pasted_items_are_taken_back_by_key(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = list_dialog(qtbot, workspace, COLOURS)
    write(dialog, 0, "red")
    paste(qtbot, dialog, "g\tGreen\ny\tYellow")
    view = items(dialog)
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert cells(dialog) == ["red", "b"]
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert cells(dialog) == ["r", "b"]
    assert not dialog._undo.isEnabled()
    QTest.keyClick(view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert cells(dialog) == ["red", "b"]


def test_moving_what_cannot_move_is_nothing_to_take_back(qtbot: QtBot, workspace: LocalWorkspace) -> None:
    dialog = list_dialog(qtbot, workspace, COLOURS)
    items(dialog).selectRow(0)
    click(dialog, "moveUpButton")
    assert not dialog._undo.isEnabled()
