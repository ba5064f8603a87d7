"""The page "Users and groups" and its dialogs."""

import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erpsync_desktop.connectors.client import ConnectorClient
from erpsync_desktop.dialogs.import_dialog import ImportDialog
from erpsync_desktop.dialogs.user_dialog import UserDialog
from erpsync_desktop.model.directory import Directory, Group, User
from erpsync_desktop.model.directory_changes import write_directory_csv
from erpsync_desktop.model.directory_csv import ImportedEntry, read_directory_csv
from erpsync_desktop.model.errors import NameTaken, Problem, ProblemCode, WorkspaceUnavailable
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.ui.directory_page import DirectoryPage
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.workspace.local import open_local_workspace
from erpsync_desktop.workspace.protocol import Workspace
from tests.memory_keyring import MemoryKeyring
from tests.ui.directory_workspace import DirectoryWorkspace

OK = QDialogButtonBox.StandardButton.Ok
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def workspace() -> DirectoryWorkspace:
    users = (User("u1", "anna", "Anna Müller", "g1"), User("u2", "ben", "Ben Årud", "g1"), User("u3", "cleo"))
    return DirectoryWorkspace((Group("g1", "Sales"), Group("g2", "Support")), users)


@pytest.fixture
def page(qtbot: QtBot, workspace: DirectoryWorkspace) -> DirectoryPage:
    return opened(qtbot, workspace)


def opened(qtbot: QtBot, workspace: object) -> DirectoryPage:
    page = DirectoryPage(None)
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    with qtbot.waitSignal(page.loaded):
        page.set_workspace(cast("Workspace", workspace))
    return page


def find(parent: QWidget, kind: type[W], name: str) -> W:
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def click(parent: QWidget, name: str) -> None:
    QTest.mouseClick(find(parent, QAbstractButton, name), Qt.MouseButton.LeftButton)


def press(dialog: QWidget, button: QDialogButtonBox.StandardButton = OK) -> None:
    find(dialog, QDialogButtonBox, "buttonBox").button(button).click()


def names(page: DirectoryPage, view: str) -> list[str]:
    model = find(page, QTableView, view).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def select(page: DirectoryPage, view: str, *rows: int) -> None:
    table = find(page, QTableView, view)
    table.clearSelection()
    for row in rows:
        flags = table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows
        table.selectionModel().select(table.model().index(row, 0), flags)


def becomes(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition)


def confirm(page: DirectoryPage) -> str:
    box = find(page, QMessageBox, "confirmBox")
    text = box.text()
    click(box, "confirmButton")
    return text


def message(page: DirectoryPage) -> str:
    return find(page, MessagePanel, "directoryMessage").text


def test_the_directory_of_the_workspace_is_shown(page: DirectoryPage) -> None:
    assert names(page, "directoryGroupsView") == ["Sales", "Support"]
    assert names(page, "directoryUsersView") == ["anna", "ben", "cleo"]


def test_a_group_is_added_and_then_selected(qtbot: QtBot, page: DirectoryPage) -> None:
    click(page, "addGroupButton")
    dialog = find(page, QWidget, "groupDialog")
    find(dialog, QLineEdit, "nameEdit").setText("  Board ")
    press(dialog)
    becomes(qtbot, lambda: page.groups.view.selected_ids() == ("g102",))
    assert names(page, "directoryGroupsView") == ["Board", "Sales", "Support"]


def test_a_group_is_renamed(qtbot: QtBot, page: DirectoryPage) -> None:
    select(page, "directoryGroupsView", 0)
    click(page, "renameGroupButton")
    dialog = find(page, QWidget, "groupDialog")
    assert find(dialog, QLineEdit, "nameEdit").text() == "Sales"
    find(dialog, QLineEdit, "nameEdit").setText("Vertrieb")
    press(dialog)
    becomes(qtbot, lambda: names(page, "directoryGroupsView") == ["Support", "Vertrieb"])


def test_a_user_is_added_to_the_selected_group(
    qtbot: QtBot, page: DirectoryPage, workspace: DirectoryWorkspace
) -> None:
    select(page, "directoryGroupsView", 1)
    click(page, "addUserButton")
    dialog = find(page, QWidget, "userDialog")
    find(dialog, QLineEdit, "nameEdit").setText("dora")
    find(dialog, QLineEdit, "fullNameEdit").setText("Dora Ek")
    press(dialog)
    becomes(qtbot, lambda: "dora" in names(page, "directoryUsersView"))
    assert workspace.users["u103"] == User("u103", "dora", "Dora Ek", "g2")


def test_a_user_is_moved_to_no_group(
    qtbot: QtBot, page: DirectoryPage, workspace: DirectoryWorkspace
) -> None:
    select(page, "directoryUsersView", 0)
    click(page, "editUserButton")
    dialog = find(page, QWidget, "userDialog")
    find(dialog, QComboBox, "groupCombo").setCurrentIndex(0)
    press(dialog)
    becomes(qtbot, lambda: workspace.users["u1"].group_id == "")
    assert workspace.users["u1"].full_name == "Anna Müller"


@pytest.mark.parametrize("name", ["", "  ", "BEN", "x" * 256, "a\tb"])
def test_a_name_that_cannot_be_taken_keeps_ok_off_and_is_said(
    qtbot: QtBot, workspace: DirectoryWorkspace, name: str
) -> None:
    dialog = UserDialog(cast("Workspace", workspace), workspace.directory(), None)
    qtbot.addWidget(dialog)
    dialog.open()
    find(dialog, QLineEdit, "nameEdit").setText(name)
    assert not find(dialog, QDialogButtonBox, "buttonBox").button(OK).isEnabled()
    assert find(dialog, QLabel, "missingLabel").text().startswith("To enable OK:")
    dialog.close()


def test_a_save_that_fails_says_why_and_keeps_what_was_typed(
    qtbot: QtBot, page: DirectoryPage, workspace: DirectoryWorkspace
) -> None:
    workspace.failure = NameTaken(Problem(ProblemCode.NAME_TAKEN, {"name": "dora"}, field="name"))
    click(page, "addUserButton")
    dialog = find(page, QWidget, "userDialog")
    find(dialog, QLineEdit, "nameEdit").setText("dora")
    press(dialog)
    panel = find(dialog, MessagePanel, "saveFailure")
    becomes(qtbot, panel.isVisible)
    assert "dora" in panel.text
    assert find(dialog, QLineEdit, "nameEdit").text() == "dora"
    assert find(dialog, QDialogButtonBox, "buttonBox").button(OK).isEnabled()
    dialog.close()


def test_removing_a_group_says_who_is_in_it_and_can_be_undone(
    qtbot: QtBot, page: DirectoryPage, workspace: DirectoryWorkspace
) -> None:
    select(page, "directoryGroupsView", 0)
    click(page, "removeGroupButton")
    assert "2 users are in it" in confirm(page)
    becomes(qtbot, lambda: names(page, "directoryGroupsView") == ["Support"])
    becomes(qtbot, lambda: "was removed" in message(page))
    click(page, "undoDirectoryButton")
    becomes(qtbot, lambda: names(page, "directoryGroupsView") == ["Sales", "Support"])
    sales = next(group.id for group in workspace.groups.values() if group.name == "Sales")
    assert [user.group_id for user in workspace.users.values()] == [sales, sales, ""]


def test_removed_users_come_back_by_undo(
    qtbot: QtBot, page: DirectoryPage, workspace: DirectoryWorkspace
) -> None:
    before = {(user.name, user.full_name, user.group_id) for user in workspace.users.values()}
    select(page, "directoryUsersView", 0, 2)
    click(page, "removeUserButton")
    assert confirm(page) == "Remove 2 users?"
    becomes(qtbot, lambda: message(page) == "2 users were removed.")
    becomes(qtbot, lambda: names(page, "directoryUsersView") == ["ben"])
    click(page, "undoDirectoryButton")
    becomes(qtbot, lambda: names(page, "directoryUsersView") == ["anna", "ben", "cleo"])
    assert {(user.name, user.full_name, user.group_id) for user in workspace.users.values()} == before


def test_nobody_is_removed_whom_a_connection_is_for_and_the_connections_are_named(
    qtbot: QtBot, page: DirectoryPage, workspace: DirectoryWorkspace
) -> None:
    workspace.in_use = frozenset({"u1"})
    select(page, "directoryUsersView", 0)
    click(page, "removeUserButton")
    confirm(page)
    becomes(qtbot, lambda: page.findChild(QWidget, "errorDialog") is not None)
    dialog = find(page, QWidget, "errorDialog")
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "ERP North" in said
    assert "ERP South" in said
    assert "anna" in names(page, "directoryUsersView")
    dialog.close()


def test_what_changes_elsewhere_is_shown(
    qtbot: QtBot, page: DirectoryPage, workspace: DirectoryWorkspace
) -> None:
    thread = threading.Thread(target=workspace.save_user, args=(User("", "eve"),))
    thread.start()
    becomes(qtbot, lambda: "eve" in names(page, "directoryUsersView"))
    thread.join()


def test_the_selection_stays_when_rows_come(
    qtbot: QtBot, page: DirectoryPage, workspace: DirectoryWorkspace
) -> None:
    select(page, "directoryUsersView", 1)
    workspace.save_user(User("", "abel"))
    becomes(qtbot, lambda: "abel" in names(page, "directoryUsersView"))
    assert page.users.view.selected_ids() == ("u2",)


def test_another_workspace_is_no_longer_listened_to(
    page: DirectoryPage, workspace: DirectoryWorkspace
) -> None:
    page.set_workspace(None)
    assert workspace.listeners == []
    assert names(page, "directoryUsersView") == []


def test_what_is_still_read_of_the_workspace_before_is_not_shown(
    qtbot: QtBot, page: DirectoryPage, workspace: DirectoryWorkspace
) -> None:
    workspace.may_read.clear()
    page.set_workspace(cast("Workspace", workspace))
    other = DirectoryWorkspace((), (User("x", "xaver"),))
    with qtbot.waitSignal(page.loaded):
        page.set_workspace(cast("Workspace", other))
    workspace.may_read.set()
    assert names(page, "directoryUsersView") == ["xaver"]


def test_a_directory_that_cannot_be_read_is_said(
    qtbot: QtBot, page: DirectoryPage, workspace: DirectoryWorkspace
) -> None:
    problem = Problem(ProblemCode.WORKSPACE_UNREACHABLE, {"path": "Z:/shared.sqlite"})
    workspace.failure = WorkspaceUnavailable(problem)
    page.set_workspace(cast("Workspace", workspace))
    becomes(qtbot, lambda: page.findChild(QWidget, "errorDialog") is not None)
    dialog = find(page, QWidget, "errorDialog")
    assert any("Z:/shared.sqlite" in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()


def test_a_directory_that_is_kept_elsewhere_cannot_be_edited(
    qtbot: QtBot, workspace: DirectoryWorkspace
) -> None:
    workspace.capabilities = frozenset()
    page = opened(qtbot, workspace)
    select(page, "directoryUsersView", 0)
    buttons = (
        "addUserButton",
        "editUserButton",
        "removeUserButton",
        "addGroupButton",
        "importDirectoryButton",
    )
    assert not any(find(page, QAbstractButton, name).isEnabled() for name in buttons)
    assert find(page, QAbstractButton, "exportDirectoryButton").isEnabled()


def test_an_empty_directory_says_what_to_do(qtbot: QtBot) -> None:
    page = opened(qtbot, DirectoryWorkspace())
    assert "import a CSV file" in find(page, QTableView, "directoryUsersView").accessibleDescription()


def test_the_keys_of_a_list_press_its_buttons(qtbot: QtBot, page: DirectoryPage) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    users = find(page, QTableView, "directoryUsersView")
    users.setFocus()
    select(page, "directoryUsersView", 0)
    QTest.keyClick(users, Qt.Key.Key_F2)
    dialog = find(page, QWidget, "userDialog")
    assert find(dialog, QLineEdit, "nameEdit").text() == "anna"
    dialog.close()


def test_the_page_works_on_a_local_workspace(
    qtbot: QtBot, tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    def no_client(url: str) -> ConnectorClient:
        raise AssertionError(f"no connector is called for the directory: {url}")

    with closing(
        open_local_workspace(
            str(tmp_path / "w.sqlite"), secrets=SecretStore(memory_keyring), client=no_client
        )
    ) as real:
        real.import_directory(
            (ImportedEntry(False, "anna", "Anna Müller", "Sales"), ImportedEntry(False, "ben"))
        )
        page = opened(qtbot, real)
        before = real.directory()
        select(page, "directoryGroupsView", 0)
        click(page, "removeGroupButton")
        assert "One user is in it" in confirm(page)
        becomes(qtbot, lambda: "was removed" in message(page))
        becomes(qtbot, lambda: names(page, "directoryGroupsView") == [])
        click(page, "undoDirectoryButton")
        becomes(qtbot, lambda: names(page, "directoryGroupsView") == ["Sales"])
        after = real.directory()
        assert write_directory_csv(after) == write_directory_csv(before)
        page.set_workspace(None)


# Import and export


def import_dialog(qtbot: QtBot, page: DirectoryPage, path: Path) -> ImportDialog:
    click(page, "importDirectoryButton")
    dialog = find(page, ImportDialog, "importDialog")
    click(dialog, "chooseFileButton")
    files = find(dialog, QFileDialog, "fileDialog")
    files.fileSelected.emit(str(path))
    files.close()
    summary = find(dialog, QLabel, "importSummary")
    becomes(qtbot, lambda: "Reading" not in summary.text())
    return dialog


def test_an_import_tells_first_what_it_would_change(
    qtbot: QtBot, page: DirectoryPage, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "kind,name,full_name,group\nuser,anna,Anna Smith,Sales\nuser,dora,,Board\nuser,cleo,,\n", "utf-8"
    )
    dialog = import_dialog(qtbot, page, path)
    assert find(dialog, QLabel, "importSummary").text() == "2 new, 1 updated, 1 unchanged"
    assert "dora" not in names(page, "directoryUsersView")
    click(dialog, "importButton")
    becomes(qtbot, lambda: "dora" in names(page, "directoryUsersView"))
    assert "Board" in names(page, "directoryGroupsView")
    assert message(page).startswith("Imported:")


def test_a_file_with_mistakes_names_each_line_and_changes_nothing(
    qtbot: QtBot, page: DirectoryPage, workspace: DirectoryWorkspace, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("kind,name,full_name,group\nuser,dora,,\nuser,,,\nrobot,x,,\nuser,a\n", "utf-8")
    dialog = import_dialog(qtbot, page, path)
    errors = find(dialog, QPlainTextEdit, "errorsView").toPlainText().splitlines()
    assert [line for line in ("3", "4", "5") if any(line in error for error in errors)] == ["3", "4", "5"]
    assert len(errors) == 3
    assert not find(dialog, QAbstractButton, "importButton").isEnabled()
    click(dialog, "copyErrorsButton")
    assert QGuiApplication.clipboard().text().splitlines() == errors
    assert len(workspace.users) == 3
    dialog.close()


def test_a_file_that_is_not_there_is_said(qtbot: QtBot, page: DirectoryPage, tmp_path: Path) -> None:
    dialog = import_dialog(qtbot, page, tmp_path / "missing.csv")
    assert "missing.csv" in find(dialog, QPlainTextEdit, "errorsView").toPlainText()
    dialog.close()


def test_a_template_holds_the_columns(qtbot: QtBot, page: DirectoryPage, tmp_path: Path) -> None:
    path = tmp_path / "template.csv"
    click(page, "importDirectoryButton")
    dialog = find(page, ImportDialog, "importDialog")
    click(dialog, "saveTemplateButton")
    files = find(dialog, QFileDialog, "fileDialog")
    files.fileSelected.emit(str(path))
    files.close()
    becomes(qtbot, path.exists)
    becomes(qtbot, lambda: path.read_bytes() == write_directory_csv(Directory()))
    dialog.close()


def test_an_export_can_be_imported_again(
    qtbot: QtBot, page: DirectoryPage, workspace: DirectoryWorkspace, tmp_path: Path
) -> None:
    path = tmp_path / "all.csv"
    click(page, "exportDirectoryButton")
    files = find(page, QFileDialog, "fileDialog")
    files.fileSelected.emit(str(path))
    files.close()
    becomes(qtbot, lambda: message(page).startswith("Exported"))
    assert len(read_directory_csv(path.read_bytes())) == 5


def test_an_export_that_cannot_be_written_is_said(qtbot: QtBot, page: DirectoryPage, tmp_path: Path) -> None:
    click(page, "exportDirectoryButton")
    files = find(page, QFileDialog, "fileDialog")
    files.fileSelected.emit(str(tmp_path / "no such folder" / "all.csv"))
    files.close()
    becomes(qtbot, lambda: "could not be written" in message(page))
