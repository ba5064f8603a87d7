from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any, TypeVar, cast

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.connection_dialog import ConnectionDialog
from erpsync_desktop.dialogs.connector_dialog import ConnectorDialog
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import ConnectorDraft, SyncConnector
from erpsync_desktop.model.directory import Directory, Group, Scope, User
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.errors import (
    ConnectorUnreachable,
    NameTaken,
    OperationCancelled,
    Problem,
    ProblemCode,
    SavedMeanwhile,
    SecretError,
)
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata
from erpsync_desktop.model.outcome import ConnectionTest, Outcome, OutcomeState
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.model.watch import Stage, Watch
from erpsync_desktop.widgets import language
from erpsync_desktop.widgets.access_keys import access_key
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Workspace
from tests.dialogs.fake_workspace import NOW, OTHER, SAMPLE, FakeWorkspace, Gate, items, passed
from tests.turns import turns_of_the_loop

W = TypeVar("W", bound=QWidget)
Open = Callable[..., ConnectionDialog]
REFUSED = Problem(ProblemCode.CONNECTION_REFUSED, {"host": "127.0.0.1", "port": 1})
DIRECTORY = Directory(
    (Group("g1", "Sales"),), (User("u1", "anna", "Anna Berg"), User("u2", "bo"), User("u3", "cy"))
)
SERVER = FieldMetadata("Server", FieldType.TEXT, "Server", access=FieldAccess.MANDATORY)
PASSWORD = FieldMetadata("Password", FieldType.PASSWORD, "Password", access=FieldAccess.MANDATORY)
PORT = FieldMetadata("Port", FieldType.INTEGER, "Port", default="[I:8443]")
CURRENCY = FieldMetadata("Currency", FieldType.LIST, "Currency", list_name="currencies")


@pytest.fixture
def workspace() -> FakeWorkspace:
    return FakeWorkspace(fields={"c1": (SERVER, PASSWORD, PORT), "c2": (SERVER,)})


@pytest.fixture
def open_dialog(qtbot: QtBot, workspace: FakeWorkspace) -> Open:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def open_it(draft: ConnectionDraft | None = None) -> ConnectionDialog:
        dialog = ConnectionDialog(
            cast("Workspace", workspace),
            draft or ConnectionDraft("guid"),
            (SAMPLE, OTHER),
            DIRECTORY,
            parent,
        )
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_it


def part(dialog: QWidget, kind: type[W], name: str) -> W:
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def line(dialog: QWidget, name: str) -> QLineEdit:
    return part(dialog, QLineEdit, name)


def type_in(qtbot: QtBot, dialog: QWidget, name: str, text: str) -> None:
    edit = line(dialog, name)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def choose(dialog: QWidget, text: str, name: str = "connectorCombo") -> None:
    combo = part(dialog, QComboBox, name)
    combo.setCurrentIndex(combo.findText(text))
    combo.activated.emit(combo.currentIndex())


def is_there(dialog: QWidget, name: str) -> bool:
    return dialog.findChild(QWidget, name) is not None


def button(dialog: QWidget, kind: QDialogButtonBox.StandardButton) -> QPushButton:
    return part(dialog, QDialogButtonBox, "buttonBox").button(kind)


def ok(dialog: QWidget) -> QPushButton:
    return button(dialog, QDialogButtonBox.StandardButton.Ok)


def cancel(dialog: QWidget) -> QPushButton:
    return button(dialog, QDialogButtonBox.StandardButton.Cancel)


def missing(dialog: QWidget) -> str:
    return part(dialog, QLabel, "missingLabel").text()


def panel(dialog: QWidget, name: str) -> MessagePanel:
    return part(dialog, MessagePanel, name)


def with_fields(qtbot: QtBot, dialog: QWidget, connector: str = "Sample ERP") -> None:
    choose(dialog, connector)
    qtbot.waitUntil(lambda: is_there(dialog, "field:Server"))


def fill(qtbot: QtBot, dialog: QWidget) -> None:
    with_fields(qtbot, dialog)
    type_in(qtbot, dialog, "nameEdit", "Finance")
    type_in(qtbot, dialog, "field:Server", "erp.intern")
    type_in(qtbot, dialog, "field:Password", "s3cret")


def run_test(qtbot: QtBot, dialog: QWidget) -> None:
    part(dialog, QPushButton, "testButton").click()
    qtbot.waitUntil(lambda: panel(dialog, "testResult").isVisible())


# The way through


def test_a_new_connection_is_filled_tested_and_saved(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    assert dialog.windowTitle() == "Define new ERP connection"
    fill(qtbot, dialog)
    assert not ok(dialog).isEnabled()
    assert "Test ERP connection" in missing(dialog)
    run_test(qtbot, dialog)
    assert ok(dialog).isEnabled()
    with qtbot.waitSignal(dialog.saved) as saved:
        ok(dialog).click()
    assert saved.args[0].name == "Finance"
    assert saved.args[0].values == {"Server": "erp.intern", "Port": "[I:8443]"}
    draft, for_session = workspace.calls[-1][1]
    assert draft.secrets == {"Password": Secret("s3cret")}
    assert not for_session


def test_the_line_says_all_that_is_missing(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(ConnectionDraft("guid", scope=Scope(False)))
    with_fields(qtbot, dialog)
    for said in ("Type a name", "Server", "Password", "Select users or groups"):
        assert said in missing(dialog)


def test_a_change_after_the_test_asks_for_another_and_going_back_does_not(
    qtbot: QtBot, open_dialog: Open
) -> None:
    dialog = open_dialog()
    fill(qtbot, dialog)
    run_test(qtbot, dialog)
    type_in(qtbot, dialog, "field:Server", "other")
    assert not ok(dialog).isEnabled()
    assert "again" in missing(dialog)
    type_in(qtbot, dialog, "field:Server", "erp.intern")
    assert ok(dialog).isEnabled()


def test_name_scope_and_description_ask_for_no_test(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog(editing(workspace))
    qtbot.waitUntil(lambda: is_there(dialog, "field:Server"))
    type_in(qtbot, dialog, "nameEdit", "Renamed")
    part(dialog, QPlainTextEdit, "descriptionEdit").setPlainText("What for")
    assert ok(dialog).isEnabled()


# Tests of the connection


def test_a_running_test_shows_its_stage_and_can_be_cancelled_by_esc(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    fill(qtbot, dialog)
    workspace.gate = Gate()
    QTest.keyClick(dialog, Qt.Key.Key_F5)
    status = part(dialog, QLabel, "testStatus")
    qtbot.waitUntil(lambda: status.text().startswith("Asking the Sync Connector"))
    assert part(dialog, QPushButton, "cancelTestButton").isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert status.text() == "Test cancelled."
    assert part(dialog, QPushButton, "testButton").isEnabled()
    assert not ok(dialog).isEnabled()


def test_a_running_test_counts_the_seconds(qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace) -> None:
    dialog = open_dialog()
    fill(qtbot, dialog)
    workspace.gate = Gate()
    part(dialog, QPushButton, "testButton").click()
    qtbot.waitUntil(lambda: "(1 s)" in part(dialog, QLabel, "testStatus").text(), timeout=3_000)
    cancel(dialog).click()


def test_the_keyboard_moves_off_the_test_button_before_it_is_disabled(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    fill(qtbot, dialog)
    workspace.gate = gate = Gate()
    test_button = part(dialog, QPushButton, "testButton")
    test_button.setFocus()
    QTest.keyClick(test_button, Qt.Key.Key_Space)
    assert part(dialog, QPushButton, "cancelTestButton").hasFocus()
    gate.let_through()
    qtbot.waitUntil(test_button.hasFocus)


def test_a_result_counts_for_what_was_tested_only(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    fill(qtbot, dialog)
    workspace.gate = gate = Gate()
    part(dialog, QPushButton, "testButton").click()
    qtbot.waitUntil(gate.entered.is_set)
    type_in(qtbot, dialog, "field:Server", "changed")
    gate.let_through()
    qtbot.waitUntil(lambda: panel(dialog, "testResult").isVisible())
    assert not ok(dialog).isEnabled()
    assert "again" in missing(dialog)


@pytest.mark.parametrize(
    ("state", "tone"), [(OutcomeState.INFO, Tone.INFO), (OutcomeState.WARNING, Tone.WARNING)]
)
def test_info_and_warning_are_shown_and_count_as_success(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace, state: OutcomeState, tone: Tone
) -> None:
    workspace.result = passed(Outcome(state, 'US:"Licence ends <b>soon</b>";GE:"Lizenz endet bald"'))
    dialog = open_dialog()
    fill(qtbot, dialog)
    run_test(qtbot, dialog)
    assert panel(dialog, "testResult").kind is tone
    assert "Licence ends <b>soon</b>" in panel(dialog, "testResult").text
    assert ok(dialog).isEnabled()


def test_a_failed_test_shows_cause_and_remedy_with_details_to_copy(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    outcome = Outcome(OutcomeState.ERROR, 'US:"Wrong password"', "LogonFailure 17", "E17")
    problem = Problem(ProblemCode.CONNECTOR_REFUSED, {"explanation": outcome.user_explanation})
    workspace.result = ConnectionTest(NOW, 1.5, outcome, problem)
    dialog = open_dialog()
    fill(qtbot, dialog)
    run_test(qtbot, dialog)
    assert panel(dialog, "testResult").kind is Tone.ERROR
    assert "Wrong password" in panel(dialog, "testResult").text
    assert part(dialog, QLabel, "testStatus").text() == "Test failed after 1.5 s."
    part(panel(dialog, "testResult"), QPushButton, "copyDetailsButton").click()
    assert "LogonFailure 17" in QApplication.clipboard().text()
    assert line(dialog, "field:Server").text() == "erp.intern"


def test_testing_with_empty_fields_says_so_at_each_and_goes_to_the_first(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    with_fields(qtbot, dialog)
    part(dialog, QPushButton, "testButton").click()
    assert part(dialog, QWidget, "problem:Server").isVisible()
    assert part(dialog, QWidget, "problem:Password").isVisible()
    assert line(dialog, "field:Server").hasFocus()
    assert "test" not in workspace.names()
    type_in(qtbot, dialog, "field:Server", "x")
    assert part(dialog, QWidget, "problem:Server").isHidden()


def test_what_an_earlier_test_said_goes_where_the_next_cannot_begin(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    fill(qtbot, dialog)
    run_test(qtbot, dialog)
    line(dialog, "field:Server").clear()
    type_in(qtbot, dialog, "field:Server", " ")
    part(dialog, QPushButton, "testButton").click()
    assert "Something is missing" in part(dialog, QLabel, "testStatus").text()
    assert not panel(dialog, "testResult").isVisible()


def test_closing_during_a_test_is_immediate_and_saves_nothing(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    fill(qtbot, dialog)
    workspace.gate = gate = Gate()
    part(dialog, QPushButton, "testButton").click()
    qtbot.waitUntil(gate.entered.is_set)
    with qtbot.waitSignal(dialog.finished, timeout=500):
        dialog.close()
    assert workspace.saved == []


# Connector and fields


def test_fields_that_do_not_come_are_explained_and_can_be_asked_for_again(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.fields["c1"] = ConnectorUnreachable(REFUSED)
    dialog = open_dialog()
    choose(dialog, "Sample ERP")
    qtbot.waitUntil(lambda: panel(dialog, "fieldsFailure").isVisible())
    assert "127.0.0.1" in panel(dialog, "fieldsFailure").text
    workspace.fields["c1"] = (SERVER,)
    part(dialog, QPushButton, "retryFieldsButton").click()
    qtbot.waitUntil(lambda: is_there(dialog, "field:Server"))
    assert panel(dialog, "fieldsFailure").isHidden()


def test_the_answer_of_a_connector_no_longer_chosen_is_dropped(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    gate = Gate()

    def slow(_connector: SyncConnector, watch: Watch) -> tuple[FieldMetadata, ...]:
        gate.wait(watch)
        return (PASSWORD,)

    workspace.fields["c1"] = slow
    dialog = open_dialog()
    choose(dialog, "Sample ERP")
    qtbot.waitUntil(gate.entered.is_set)
    with_fields(qtbot, dialog, "Other ERP")
    gate.let_through()
    assert not is_there(dialog, "field:Password")


def test_switching_connectors_and_back_restores_what_was_typed_even_invalid(
    qtbot: QtBot, open_dialog: Open
) -> None:
    dialog = open_dialog()
    fill(qtbot, dialog)
    type_in(qtbot, dialog, "field:Port", "12x")
    choose(dialog, "Other ERP")
    qtbot.waitUntil(lambda: is_there(dialog, "field:Server") and not is_there(dialog, "field:Port"))
    assert line(dialog, "field:Server").text() == ""
    choose(dialog, "Sample ERP")
    qtbot.waitUntil(lambda: is_there(dialog, "field:Port"))
    assert line(dialog, "field:Server").text() == "erp.intern"
    assert line(dialog, "field:Password").text() == "s3cret"
    assert line(dialog, "field:Port").text() == "12x"


def test_an_app_connector_is_said_to_need_a_site(qtbot: QtBot, workspace: FakeWorkspace) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    app = SyncConnector("c9", "Online", "app://123")
    dialog = ConnectionDialog(
        cast("Workspace", workspace), ConnectionDraft("guid"), (app,), DIRECTORY, parent
    )
    dialog.open()
    choose(dialog, "Online")
    assert "SuperOffice site" in panel(dialog, "fieldsFailure").text
    assert workspace.calls == []


def test_a_url_put_right_from_inside_loads_the_fields_again_and_keeps_what_was_typed(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.drafts["c1"] = ConnectorDraft("c1", SAMPLE.name, SAMPLE.url, version=1)
    dialog = open_dialog()
    fill(qtbot, dialog)
    part(dialog, QPushButton, "editConnectorButton").click()
    qtbot.waitUntil(lambda: dialog.findChild(ConnectorDialog) is not None)
    inner = part(dialog, ConnectorDialog, "connectorDialog")
    qtbot.waitUntil(inner.isActiveWindow)
    type_in(qtbot, inner, "urlEdit", "http://127.0.0.1:7/erp")
    ok(inner).click()
    qtbot.waitUntil(lambda: workspace.names().count("configuration_fields") == 2)
    qtbot.waitUntil(lambda: is_there(dialog, "field:Server"))
    assert line(dialog, "nameEdit").text() == "Finance"
    assert line(dialog, "field:Server").text() == "erp.intern"
    assert workspace.calls[-1][1].url == "http://127.0.0.1:7/erp"


def test_without_a_connector_one_can_be_added_from_inside(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.fields["new"] = (SERVER,)
    dialog = open_dialog()
    part(dialog, QPushButton, "editConnectorButton").click()
    qtbot.waitUntil(lambda: dialog.findChild(ConnectorDialog) is not None)
    inner = part(dialog, ConnectorDialog, "connectorDialog")
    qtbot.waitUntil(inner.isActiveWindow)
    type_in(qtbot, inner, "nameEdit", "Brand new")
    type_in(qtbot, inner, "urlEdit", "http://127.0.0.1:7/erp")
    ok(inner).click()
    qtbot.waitUntil(lambda: is_there(dialog, "field:Server"))
    assert part(dialog, QComboBox, "connectorCombo").currentText() == "Brand new"


def test_plain_http_with_a_password_field_is_warned_of(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    draft = ConnectionDraft("guid", connector=replace(SAMPLE, url="http://erp.example.com"))
    dialog = open_dialog(draft)
    qtbot.waitUntil(lambda: panel(dialog, "plainHttpWarning").isVisible())
    choose(dialog, "Other ERP")
    assert panel(dialog, "plainHttpWarning").isHidden()


# Lists


def test_list_items_are_offered_by_name_and_sent_by_key(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.fields["c1"] = (SERVER, CURRENCY, replace(CURRENCY, key="Second"))
    workspace.lists["currencies"] = items(20_000)
    dialog = open_dialog()
    with_fields(qtbot, dialog)
    combo = part(dialog, QComboBox, "field:Currency")
    qtbot.waitUntil(lambda: combo.count() == 20_000)
    choose(dialog, "Item 19999", "field:Currency")
    assert dialog._draft.values["Currency"] == "key19999"
    assert workspace.names().count("list_items") == 1


def test_a_list_that_does_not_come_leaves_the_typed_key_and_offers_retry(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.fields["c1"] = (SERVER, CURRENCY)
    workspace.lists["currencies"] = ConnectorUnreachable(REFUSED)
    dialog = open_dialog()
    with_fields(qtbot, dialog)
    retry = part(dialog, QPushButton, "retry:Currency")
    qtbot.waitUntil(retry.isVisible)
    assert part(dialog, QWidget, "problem:Currency").isVisible()
    edit = part(dialog, QComboBox, "field:Currency").lineEdit()
    assert edit is not None
    QTest.keyClicks(edit, "key3")
    workspace.lists["currencies"] = items(5)
    retry.click()
    qtbot.waitUntil(lambda: edit.text() == "Item 3")
    assert dialog._draft.values["Currency"] == "key3"
    assert retry.isHidden()
    assert part(dialog, QWidget, "problem:Currency").isHidden()


# Scope


def test_the_link_names_the_choice_and_opens_the_scope_dialog(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    link = part(dialog, QPushButton, "scopeLink")
    part(dialog, QRadioButton, "scopeSpecificRadio").click()
    assert link.text() == "No users or groups are selected"
    link.click()
    scope_dialog = part(dialog, QDialog, "scopeDialog")
    scope_dialog.reject()
    assert dialog._draft.scope == Scope(False)


def test_one_dialog_at_a_time_opens_over_this_one(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    part(dialog, QRadioButton, "scopeSpecificRadio").click()
    part(dialog, QPushButton, "editConnectorButton").click()
    part(dialog, QPushButton, "scopeLink").click()
    qtbot.waitUntil(lambda: "connector_draft" in workspace.names())
    scope_dialog = part(dialog, QDialog, "scopeDialog")
    qtbot.waitUntil(scope_dialog.isActiveWindow)
    assert dialog.findChild(ConnectorDialog) is None
    scope_dialog.reject()


def test_many_names_are_counted_in_the_link(qtbot: QtBot, open_dialog: Open) -> None:
    scope = Scope(False, frozenset({"g1"}), frozenset({"u1", "u2", "u3"}))
    dialog = open_dialog(ConnectionDraft("guid", scope=scope))
    assert part(dialog, QPushButton, "scopeLink").text() == "Sales, Anna Berg, bo and 1 more"


# Saving


def saving(qtbot: QtBot, dialog: QWidget) -> None:
    fill(qtbot, dialog)
    run_test(qtbot, dialog)
    ok(dialog).click()


def test_a_failed_save_leaves_everything_typed(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.saving = ConnectorUnreachable(REFUSED)
    dialog = open_dialog()
    saving(qtbot, dialog)
    qtbot.waitUntil(lambda: panel(dialog, "saveFailure").isVisible())
    assert line(dialog, "field:Password").text() == "s3cret"
    assert ok(dialog).isEnabled()


def test_everything_but_cancel_is_off_while_saving(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    fill(qtbot, dialog)
    run_test(qtbot, dialog)
    workspace.gate = gate = Gate()
    ok(dialog).click()
    qtbot.waitUntil(gate.entered.is_set)
    assert not line(dialog, "field:Server").isEnabled()
    assert not part(dialog, QPushButton, "testButton").isEnabled()
    assert not ok(dialog).isEnabled()
    assert cancel(dialog).isEnabled()
    with qtbot.waitSignal(dialog.saved):
        gate.let_through()


def test_cancel_during_a_save_takes_it_back_and_closes(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    fill(qtbot, dialog)
    run_test(qtbot, dialog)
    workspace.gate = gate = Gate()
    ok(dialog).click()
    qtbot.waitUntil(gate.entered.is_set)
    with qtbot.waitSignal(dialog.rejected, timeout=2_000):
        cancel(dialog).click()
    assert workspace.saved == []


def test_cancel_during_an_undo_that_hangs_closes_without_waiting(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    fill(qtbot, dialog)
    run_test(qtbot, dialog)
    undoing = Gate()

    def save(_draft: ConnectionDraft, watch: Watch) -> ErpConnection:
        undoing.wait(watch.for_undoing())
        watch.check()
        raise AssertionError("the save was to be cancelled")

    workspace.saving = save
    ok(dialog).click()
    qtbot.waitUntil(undoing.entered.is_set)
    cancel(dialog).click()
    assert dialog.isVisible()
    assert "Taking back" in part(dialog, QLabel, "saveStatus").text()
    with qtbot.waitSignal(dialog.finished, timeout=500):
        cancel(dialog).click()
    undoing.let_through()


def reads_the_erp(gate: Gate) -> Callable[[ConnectionDraft, Watch], ErpConnection]:
    """A save that is done, and reads what the ERP has until somebody stops it."""

    def save(draft: ConnectionDraft, watch: Watch) -> ErpConnection:
        watch.enter(Stage.READING_ERP)
        watch.enter(Stage.CONNECTING)
        with suppress(OperationCancelled):
            gate.wait(watch)
        return ErpConnection(draft.id, SAMPLE.id, draft.name)

    return save


def test_cancel_while_the_erp_is_read_closes_as_saved(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    fill(qtbot, dialog)
    run_test(qtbot, dialog)
    gate = Gate()
    workspace.saving = reads_the_erp(gate)
    ok(dialog).click()
    status = part(dialog, QLabel, "saveStatus")
    qtbot.waitUntil(lambda: "Reading what the ERP has" in status.text())
    qtbot.waitUntil(gate.entered.is_set)
    with qtbot.waitSignals([dialog.saved, dialog.accepted], timeout=2_000):
        cancel(dialog).click()
        assert "Taking back" not in status.text()
        assert "Saved" in status.text()


def test_cancel_while_the_reading_of_the_erp_hangs_closes_without_waiting(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    fill(qtbot, dialog)
    run_test(qtbot, dialog)
    hanging = Gate()

    def save(draft: ConnectionDraft, watch: Watch) -> ErpConnection:
        watch.enter(Stage.READING_ERP)
        hanging.wait(Watch())
        return ErpConnection(draft.id, SAMPLE.id, draft.name)

    workspace.saving = save
    ok(dialog).click()
    status = part(dialog, QLabel, "saveStatus")
    qtbot.waitUntil(lambda: "Reading what the ERP has" in status.text())
    cancel(dialog).click()
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.finished, timeout=500):
        cancel(dialog).click()
    hanging.let_through()


def test_without_a_keyring_the_secrets_can_be_kept_for_this_session(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.saving = [SecretError(Problem(ProblemCode.KEYRING_MISSING))]
    dialog = open_dialog()
    saving(qtbot, dialog)
    qtbot.waitUntil(lambda: panel(dialog, "saveFailure").isVisible())
    with qtbot.waitSignal(dialog.saved):
        part(dialog, QPushButton, "sessionSecretsButton").click()
    assert [said[1] for name, said in workspace.calls if name == "save"] == [False, True]


def test_enter_after_a_save_that_failed_does_not_throw_away_what_was_typed(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.saving = ConnectorUnreachable(REFUSED)
    dialog = open_dialog()
    fill(qtbot, dialog)
    run_test(qtbot, dialog)
    line(dialog, "nameEdit").setFocus()
    ok(dialog).click()
    qtbot.waitUntil(panel(dialog, "saveFailure").isVisible)
    assert line(dialog, "nameEdit").hasFocus()


def test_a_name_taken_meanwhile_is_said_at_the_name(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.saving = NameTaken(Problem(ProblemCode.NAME_TAKEN, {"name": "Finance"}, field="name"))
    dialog = open_dialog()
    saving(qtbot, dialog)
    qtbot.waitUntil(lambda: panel(dialog, "nameProblem").isVisible())
    assert line(dialog, "nameEdit").hasFocus()


# Editing


def editing(workspace: FakeWorkspace, **changes: Any) -> ConnectionDraft:
    original = ErpConnection(
        "guid",
        "c1",
        "Finance",
        values={"Server": "erp.intern", "Port": "[I:8443]"},
        secret_keys=frozenset({"Password"}),
        **changes,
    )
    return ConnectionDraft.of(original, SAMPLE)


def test_editing_shows_what_is_saved_and_says_that_the_secret_is_kept(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog(editing(workspace))
    assert dialog.windowTitle() == "Configure ERP connection"
    qtbot.waitUntil(lambda: is_there(dialog, "field:Port"))
    assert line(dialog, "field:Server").text() == "erp.intern"
    assert line(dialog, "field:Password").text() == ""
    assert "kept" in line(dialog, "field:Password").placeholderText()
    assert ok(dialog).isEnabled()


def test_a_lost_secret_is_asked_for(qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace) -> None:
    original = ErpConnection(
        "guid", "c1", "Finance", values={"Server": "x"}, secret_keys=frozenset({"Password"})
    )
    dialog = open_dialog(ConnectionDraft.of(original, SAMPLE, lost=frozenset({"Password"})))
    qtbot.waitUntil(lambda: is_there(dialog, "field:Password"))
    assert "No longer stored" in line(dialog, "field:Password").placeholderText()


def test_a_keyring_that_could_not_be_asked_is_said(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog(replace(editing(workspace), secret_problem=Problem(ProblemCode.KEYRING_LOCKED)))
    assert panel(dialog, "keyringWarning").isVisibleTo(dialog)


def test_an_active_connection_is_locked_but_can_be_renamed(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog(editing(workspace, active=True))
    qtbot.waitUntil(lambda: is_there(dialog, "field:Port"))
    assert panel(dialog, "lockedNote").isVisibleTo(dialog)
    assert line(dialog, "field:Server").isReadOnly()
    assert not part(dialog, QComboBox, "connectorCombo").isEnabled()
    type_in(qtbot, dialog, "nameEdit", "Renamed")
    with qtbot.waitSignal(dialog.saved) as saved:
        ok(dialog).click()
    assert saved.args[0].name == "Renamed"


def deactivated(workspace: FakeWorkspace, *, versions: int = 1) -> ConnectionDraft:
    """The draft of an active connection; the workspace gives it as it is once that was deactivated."""
    draft = editing(workspace, active=True, version=3)
    assert draft.original is not None
    off = replace(draft.original, active=False, version=3 + versions)
    workspace.drafts["guid"] = ConnectionDraft.of(off, SAMPLE)
    return draft


def test_an_active_connection_can_be_deactivated_here_and_then_be_configured(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog(deactivated(workspace))
    qtbot.waitUntil(lambda: is_there(dialog, "field:Server"))
    type_in(qtbot, dialog, "nameEdit", "Renamed")
    part(dialog, QPushButton, "deactivateButton").click()
    qtbot.waitUntil(part(dialog, QComboBox, "connectorCombo").isEnabled)
    assert ("set_active", False) in workspace.calls
    assert not panel(dialog, "lockedNote").isVisible()
    assert part(dialog, QComboBox, "connectorCombo").hasFocus()
    assert not line(dialog, "field:Server").isReadOnly()
    with qtbot.waitSignal(dialog.saved):
        ok(dialog).click()
    saved, _ = workspace.calls[-1][1]
    assert (saved.name, saved.original.version) == ("Renamed", 4)


def test_what_else_was_saved_meanwhile_is_still_found_when_saving(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog(deactivated(workspace, versions=2))
    part(dialog, QPushButton, "deactivateButton").click()
    qtbot.waitUntil(part(dialog, QComboBox, "connectorCombo").isEnabled)
    qtbot.waitUntil(lambda: is_there(dialog, "field:Server"))
    with qtbot.waitSignal(dialog.saved):
        ok(dialog).click()
    saved, _ = workspace.calls[-1][1]
    assert saved.original.version == 3


def test_a_deactivation_that_fails_says_why_and_leaves_the_lock(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.activating = (REFUSED,)
    dialog = open_dialog(deactivated(workspace))
    part(dialog, QPushButton, "deactivateButton").click()
    qtbot.waitUntil(panel(dialog, "saveFailure").isVisible)
    assert not part(dialog, QComboBox, "connectorCombo").isEnabled()
    assert part(dialog, QPushButton, "deactivateButton").isEnabled()


def test_a_deactivation_is_not_left_without_its_outcome(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    gate = Gate()

    def wait(_id: str, _active: bool, watch: Watch) -> tuple[Problem, ...]:
        gate.wait(watch)
        return ()

    workspace.activating = wait
    dialog = open_dialog(deactivated(workspace))
    part(dialog, QPushButton, "deactivateButton").click()
    qtbot.waitUntil(gate.entered.is_set)
    assert not ok(dialog).isEnabled()
    cancel(dialog).click()
    assert dialog.isVisible()
    assert "closes by itself" in part(dialog, QLabel, "saveStatus").text()
    with qtbot.waitSignal(dialog.finished):
        gate.let_through()


def meanwhile(workspace: FakeWorkspace) -> None:
    theirs = ErpConnection(
        "guid", "c1", "Theirs", values={"Server": "their.server", "Port": "[I:8443]"},
        secret_keys=frozenset({"Password"}), version=9,
    )  # fmt: skip
    workspace.saving = [SavedMeanwhile(Problem(ProblemCode.SAVED_MEANWHILE, {"name": "Finance"}), theirs)]
    workspace.drafts["guid"] = ConnectionDraft.of(theirs, SAMPLE)


def conflict(qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace) -> ConnectionDialog:
    meanwhile(workspace)
    dialog = open_dialog(editing(workspace))
    qtbot.waitUntil(lambda: is_there(dialog, "field:Port"))
    type_in(qtbot, dialog, "nameEdit", "Mine")
    ok(dialog).click()
    qtbot.waitUntil(lambda: part(dialog, QWidget, "conflictPanel").isVisible())
    return dialog


def test_both_versions_are_shown_when_somebody_saved_meanwhile(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = conflict(qtbot, open_dialog, workspace)
    texts = {label.text() for label in part(dialog, QWidget, "conflictPanel").findChildren(QLabel)}
    assert {"Mine", "Theirs", "erp.intern", "their.server"} <= texts


def test_the_other_version_can_be_taken(qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace) -> None:
    dialog = conflict(qtbot, open_dialog, workspace)
    part(dialog, QPushButton, "takeTheirsButton").click()
    qtbot.waitUntil(lambda: line(dialog, "nameEdit").text() == "Theirs")
    qtbot.waitUntil(lambda: is_there(dialog, "field:Server"))
    assert line(dialog, "field:Server").text() == "their.server"


def test_mine_over_theirs_asks_for_a_test_where_the_configuration_differs(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = conflict(qtbot, open_dialog, workspace)
    part(dialog, QPushButton, "keepMineButton").click()
    qtbot.waitUntil(lambda: "Test ERP connection" in missing(dialog))
    run_test(qtbot, dialog)
    with qtbot.waitSignal(dialog.saved) as saved:
        ok(dialog).click()
    assert (saved.args[0].name, saved.args[0].version) == ("Mine", 10)
    assert saved.args[0].values["Server"] == "erp.intern"


# Closing


def test_esc_asks_before_typed_text_is_lost(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    type_in(qtbot, dialog, "nameEdit", "Finance")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    part(dialog, QWidget, "confirmBox").findChild(QPushButton, "confirmButton").click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_esc_closes_at_once_where_nothing_was_typed(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_cancel_closes_at_once_whatever_was_typed(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    type_in(qtbot, dialog, "nameEdit", "Finance")
    with qtbot.waitSignal(dialog.finished):
        cancel(dialog).click()


# Keyboard, language, size


def test_no_two_access_keys_are_the_same(qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace) -> None:
    workspace.fields["c1"] = tuple(
        FieldMetadata(f"k{number}", FieldType.TEXT, f"{chr(65 + number % 26)} & {number}")
        for number in range(60)
    )
    dialog = open_dialog()
    choose(dialog, "Sample ERP")
    qtbot.waitUntil(lambda: is_there(dialog, "field:k59"))
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
    texts += [each.text() for each in dialog.findChildren(QPushButton)]
    keys = [key for text in texts if (key := access_key(text))]
    assert len(keys) > 20
    assert len(keys) == len(set(keys))


def test_the_tab_key_goes_through_the_form_in_reading_order(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    dialog = open_dialog()
    with_fields(qtbot, dialog)
    qtbot.waitUntil(lambda: not dialog._page.form.building)
    line(dialog, "nameEdit").setFocus()
    order = []
    for _ in range(10):
        focus = QApplication.focusWidget()
        order.append(focus.objectName() if focus else "")
        QTest.keyClick(focus or dialog, Qt.Key.Key_Tab)
    assert order == [
        "nameEdit", "connectorCombo", "editConnectorButton", "scopeEveryoneRadio",
        "field:Server", "field:Password", "field:Port", "descriptionEdit", "testButton", "",
    ]  # fmt: skip


def test_a_switched_language_keeps_what_was_typed_and_writes_numbers_anew(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    rate = FieldMetadata("Rate", FieldType.DOUBLE, 'US:"Rate";GE:"Kurs"', default="[F:1234.50]")
    workspace.fields["c1"] = (SERVER, rate)
    dialog = open_dialog()
    with_fields(qtbot, dialog)
    type_in(qtbot, dialog, "field:Server", "erp.intern")
    qtbot.waitUntil(lambda: is_there(dialog, "field:Rate"))
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_DE"))
    language.install("de")
    qtbot.waitUntil(lambda: line(dialog, "field:Rate").text() == "1234,50")
    assert line(dialog, "field:Rate").accessibleName() == "Kurs"
    assert line(dialog, "field:Server").text() == "erp.intern"
    assert dialog._draft.values["Rate"] == "[F:1234.50]"


def test_the_dialog_fits_into_a_small_screen(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    with_fields(qtbot, dialog)
    assert dialog.minimumSizeHint().height() <= 330
    assert dialog.minimumWidth() <= 640


def test_two_thousand_fields_are_built_in_slices_between_which_the_program_goes_on(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    kinds = [kind for kind in FieldType if kind.has_value]
    workspace.fields["c1"] = tuple(
        FieldMetadata(f"k{number}", kinds[number % len(kinds)], f"Field {number}", list_name="l")
        for number in range(2_000)
    )
    dialog = open_dialog()
    with qtbot.waitSignal(dialog._fields.loaded):
        choose(dialog, "Sample ERP")
    with turns_of_the_loop(dialog) as turns, qtbot.waitSignal(dialog._page.form.built, timeout=60_000):
        pass
    QTest.keyClicks(line(dialog, "field:k1"), "x")
    assert is_there(dialog, "field:k1999")
    assert len(turns) > 30  # at 2,000 fields, no slice is larger than some 60 of them


def many_fields(number: int) -> tuple[FieldMetadata, ...]:
    return tuple(FieldMetadata(f"k{each}", FieldType.TEXT, f"Field {each}") for each in range(number))


def test_a_dialog_with_many_fields_vanishes_at_once_and_is_deleted_afterwards(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.fields["c1"] = many_fields(500)
    dialog = open_dialog()
    choose(dialog, "Sample ERP")
    qtbot.waitUntil(lambda: is_there(dialog, "field:k499"))
    finished: list[int] = []
    destroyed: list[bool] = []
    dialog.finished.connect(finished.append)
    dialog.destroyed.connect(lambda: destroyed.append(True))
    dialog.reject()
    assert finished == [QDialog.DialogCode.Rejected]
    assert dialog.isHidden()
    qtbot.waitUntil(lambda: bool(destroyed))


def test_inputs_of_the_connector_before_are_not_found_while_they_are_removed(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.fields["c1"] = many_fields(500)
    dialog = open_dialog()
    choose(dialog, "Sample ERP")
    qtbot.waitUntil(lambda: is_there(dialog, "field:k499"))
    dialog._page.form.clear()
    assert not any(is_there(dialog, f"field:k{number}") for number in range(500))
    qtbot.waitUntil(lambda: not dialog._page.form.building)
    assert not dialog._page.form.findChildren(QLineEdit)


def test_fields_keep_their_access_keys_when_the_language_is_switched(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    workspace.fields["c1"] = (FieldMetadata("Quota", FieldType.TEXT, "Quota"),)
    dialog = open_dialog()
    choose(dialog, "Sample ERP")
    qtbot.waitUntil(lambda: is_there(dialog, "field:Quota"))
    language.install("de")
    qtbot.waitUntil(lambda: dialog.windowTitle() != "Define new ERP connection")
    qtbot.waitUntil(lambda: not dialog._page.form.building)
    assert "&Quota:" in [label.text() for label in dialog.findChildren(QLabel)]


def test_a_megabyte_default_and_a_list_of_20_000_items_are_taken_whole(
    qtbot: QtBot, open_dialog: Open, workspace: FakeWorkspace
) -> None:
    big = FieldMetadata("Big", FieldType.TEXT, "Big", default="x" * 1_000_000)
    workspace.fields["c1"] = (SERVER, big, CURRENCY)
    workspace.lists["currencies"] = items(20_000)
    dialog = open_dialog()
    with turns_of_the_loop(dialog) as turns:
        with_fields(qtbot, dialog)
        qtbot.waitUntil(lambda: part(dialog, QComboBox, "field:Currency").count() == 20_000)
    type_in(qtbot, dialog, "field:Server", "x")
    assert len(turns) > 5
    assert dialog._draft.values["Big"] == "x" * 1_000_000
