from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.connector_dialog import ConnectorDialog
from erpsync_desktop.model.connector import ConnectorCheck, ConnectorDraft, ConnectorState
from erpsync_desktop.model.errors import NameTaken, Problem, ProblemCode, SavedMeanwhile, WorkspaceUnavailable
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Workspace
from tests.dialogs.fake_workspace import NOW, SAMPLE, FakeWorkspace, Gate

W = TypeVar("W", bound=QWidget)
Open = Callable[..., ConnectorDialog]
URL = "https://erp.example.com/sync.svc?ConnectorName=Test"


@pytest.fixture
def workspace() -> FakeWorkspace:
    return FakeWorkspace()


@pytest.fixture
def open_dialog(qtbot: QtBot, workspace: FakeWorkspace) -> Open:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def open_it(draft: ConnectorDraft | None = None) -> ConnectorDialog:
        dialog = ConnectorDialog(cast("Workspace", workspace), draft or ConnectorDraft(), parent)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_it


def part(dialog: QWidget, kind: type[W], name: str) -> W:
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def type_in(qtbot: QtBot, dialog: ConnectorDialog, name: str, url: str) -> None:
    for object_name, text in (("nameEdit", name), ("urlEdit", url)):
        edit = part(dialog, QLineEdit, object_name)
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, text)


def ok(dialog: ConnectorDialog) -> QPushButton:
    return part(dialog, QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Ok)


def cancel(dialog: ConnectorDialog) -> QPushButton:
    return part(dialog, QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Cancel)


def panel(dialog: ConnectorDialog, name: str) -> MessagePanel:
    return part(dialog, MessagePanel, name)


def missing(dialog: ConnectorDialog) -> str:
    return part(dialog, QLabel, "missingLabel").text()


def test_ok_is_off_and_a_line_says_why_until_name_and_url_are_given(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    assert not ok(dialog).isEnabled()
    assert missing(dialog).startswith("To enable OK:")
    type_in(qtbot, dialog, "My ERP", URL)
    assert ok(dialog).isEnabled()
    assert "To enable OK" not in missing(dialog)


def test_saves_without_surrounding_space_and_with_the_query(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    type_in(qtbot, dialog, "  My ERP ", f"  {URL} ")
    with qtbot.waitSignal(dialog.saved) as saved:
        QTest.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    assert saved.args[0].name == "My ERP"
    assert saved.args[0].url == URL


def test_a_name_in_use_is_said_at_once(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(ConnectorDraft(taken=frozenset({"my erp"})))
    type_in(qtbot, dialog, "My ERP", URL)
    assert not ok(dialog).isEnabled()
    assert "already in use" in panel(dialog, "nameProblem").text


def test_the_address_is_checked_once_typing_stops(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    type_in(qtbot, dialog, "My ERP", URL)
    qtbot.waitUntil(lambda: panel(dialog, "checkResult").isVisible())
    assert workspace.calls == [("check_connector", URL)]
    assert panel(dialog, "checkResult").kind is Tone.OK


def test_leaving_the_field_checks_at_once_and_only_once(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    type_in(qtbot, dialog, "My ERP", URL)
    QTest.keyClick(part(dialog, QLineEdit, "urlEdit"), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: panel(dialog, "checkResult").isVisible(), timeout=500)
    part(dialog, QLineEdit, "urlEdit").setFocus()
    part(dialog, QLineEdit, "nameEdit").setFocus()
    assert workspace.names() == ["check_connector"]


def test_an_address_that_does_not_answer_is_a_warning_and_no_bar(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    problem = Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example.com", "port": 443})
    workspace.check = ConnectorCheck(URL, ConnectorState.DOES_NOT_ANSWER, NOW, problem)
    dialog = open_dialog()
    type_in(qtbot, dialog, "My ERP", URL)
    qtbot.waitUntil(lambda: panel(dialog, "checkResult").isVisible())
    assert panel(dialog, "checkResult").kind is Tone.WARNING
    assert "erp.example.com" in panel(dialog, "checkResult").text
    assert ok(dialog).isEnabled()


def test_a_check_of_an_older_address_is_dropped(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.gate = gate = Gate()
    dialog = open_dialog()
    type_in(qtbot, dialog, "My ERP", URL)
    QTest.keyClick(part(dialog, QLineEdit, "urlEdit"), Qt.Key.Key_F5)
    qtbot.waitUntil(gate.entered.is_set)
    workspace.gate = None
    type_in(qtbot, dialog, "My ERP", "https://other.example.com")
    qtbot.waitUntil(lambda: panel(dialog, "checkResult").isVisible())
    gate.let_through()
    assert [url for _, url in workspace.calls] == [URL, "https://other.example.com"]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("erp.example.com", "https://"),
        ("https://user:secret@erp.example.com", "password"),
        ("https://erp example.com", "space"),
        ("ftp://erp.example.com", "ftp"),
    ],
)
def test_an_address_that_cannot_be_one_is_explained_and_not_called(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace, url: str, said: str
) -> None:
    dialog = open_dialog()
    type_in(qtbot, dialog, "My ERP", url)
    part(dialog, QLineEdit, "nameEdit").setFocus()
    assert said in panel(dialog, "checkResult").text
    assert not ok(dialog).isEnabled()
    assert workspace.calls == []


def test_an_app_address_is_said_to_need_a_site_and_can_be_saved(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    type_in(qtbot, dialog, "My ERP", "app://1234abcd")
    part(dialog, QLineEdit, "nameEdit").setFocus()
    assert "SuperOffice site" in panel(dialog, "checkResult").text
    assert ok(dialog).isEnabled()
    assert workspace.calls == []


def test_plain_http_to_another_computer_is_warned_of_as_long_as_it_stands_there(
    qtbot: QtBot, open_dialog: Open
) -> None:
    dialog = open_dialog()
    type_in(qtbot, dialog, "My ERP", "http://erp.example.com")
    assert panel(dialog, "plainHttpWarning").isVisible()
    type_in(qtbot, dialog, "My ERP", "http://127.0.0.1:8000")
    assert panel(dialog, "plainHttpWarning").isHidden()


def test_a_failed_save_keeps_what_was_typed(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.saving = WorkspaceUnavailable(Problem(ProblemCode.WORKSPACE_READ_ONLY, {"path": "/data/x.db"}))
    dialog = open_dialog()
    type_in(qtbot, dialog, "My ERP", URL)
    QTest.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel(dialog, "saveFailure").isVisible())
    assert part(dialog, QLineEdit, "urlEdit").text() == URL
    assert part(dialog, QLineEdit, "urlEdit").isEnabled()
    assert ok(dialog).isEnabled()


def test_a_name_taken_meanwhile_is_said_at_the_name(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.saving = NameTaken(Problem(ProblemCode.NAME_TAKEN, {"name": "My ERP"}, field="name"))
    dialog = open_dialog()
    type_in(qtbot, dialog, "My ERP", URL)
    QTest.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel(dialog, "nameProblem").isVisible())
    assert part(dialog, QLineEdit, "nameEdit").hasFocus()


def meanwhile(workspace: FakeWorkspace) -> None:
    theirs = replace(SAMPLE, name="Their name", version=7)

    def save(draft: ConnectorDraft) -> object:
        if draft.version < 7:
            raise SavedMeanwhile(Problem(ProblemCode.SAVED_MEANWHILE, {"name": draft.name}), theirs)
        return replace(SAMPLE, name=draft.name, url=draft.url, version=8)

    workspace.saving = save


def test_saved_meanwhile_shows_both_versions_and_mine_can_be_kept(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    meanwhile(workspace)
    dialog = open_dialog(ConnectorDraft(SAMPLE.id, SAMPLE.name, SAMPLE.url, version=1))
    type_in(qtbot, dialog, "My name", SAMPLE.url)
    QTest.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    conflict = part(dialog, QWidget, "conflictPanel")
    qtbot.waitUntil(conflict.isVisible)
    texts = [label.text() for label in conflict.findChildren(QLabel)]
    assert "My name" in texts
    assert "Their name" in texts
    with qtbot.waitSignal(dialog.saved) as saved:
        part(dialog, QPushButton, "keepMineButton").click()
    assert saved.args[0].name == "My name"


def test_saved_meanwhile_lets_take_the_other_version(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    meanwhile(workspace)
    dialog = open_dialog(ConnectorDraft(SAMPLE.id, SAMPLE.name, SAMPLE.url, version=1))
    type_in(qtbot, dialog, "My name", SAMPLE.url)
    QTest.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(part(dialog, QWidget, "conflictPanel").isVisible)
    part(dialog, QPushButton, "takeTheirsButton").click()
    assert part(dialog, QLineEdit, "nameEdit").text() == "Their name"
    assert part(dialog, QWidget, "conflictPanel").isHidden()


def test_cancel_during_a_check_closes_at_once(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.gate = gate = Gate()
    dialog = open_dialog()
    type_in(qtbot, dialog, "My ERP", URL)
    QTest.keyClick(part(dialog, QLineEdit, "urlEdit"), Qt.Key.Key_F5)
    qtbot.waitUntil(gate.entered.is_set)
    with qtbot.waitSignal(dialog.finished, timeout=500):
        QTest.mouseClick(cancel(dialog), Qt.MouseButton.LeftButton)
    assert workspace.names() == ["check_connector"]


def test_a_save_that_was_cancelled_is_taken_back(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    gate = Gate()

    def save(draft: ConnectorDraft) -> object:
        gate.entered.set()
        assert gate._open.wait(20)
        return SAMPLE

    workspace.saving = save
    dialog = open_dialog()
    type_in(qtbot, dialog, "My ERP", URL)
    QTest.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(gate.entered.is_set)
    assert not part(dialog, QLineEdit, "nameEdit").isEnabled()
    assert cancel(dialog).isEnabled()
    cancel(dialog).click()
    gate.let_through()
    qtbot.waitUntil(lambda: "purge_connector" in workspace.names())
    assert workspace.names()[-2:] == ["delete_connector", "purge_connector"]


def test_the_dialog_follows_the_language(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(ConnectorDraft(SAMPLE.id, SAMPLE.name, SAMPLE.url, version=1))
    assert dialog.windowTitle() == "Edit Sync Connector"
    assert part(dialog, QLineEdit, "nameEdit").text() == SAMPLE.name
