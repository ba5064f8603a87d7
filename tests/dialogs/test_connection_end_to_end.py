"""The real dialogs on a real workspace against the running sample ERP, and against a server that hangs."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.connectors.client import ConnectorClient
from erpsync_desktop.dialogs.connection_dialog import ConnectionDialog
from erpsync_desktop.dialogs.connector_dialog import ConnectorDialog
from erpsync_desktop.http import HttpSession
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import ConnectorDraft
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.widgets import language
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.opening import open_workspace
from erpsync_desktop.workspace.protocol import Workspace
from tests.dialogs.test_connection_dialog import (
    cancel,
    choose,
    is_there,
    line,
    missing,
    ok,
    panel,
    part,
    run_test,
    type_in,
)
from tests.memory_keyring import MemoryKeyring
from tests.sample_erp_server import PASSWORD, running_sample_erp
from tests.turns import turns_of_the_loop

Open = Callable[[str | None], ConnectionDialog]


@pytest.fixture
def workspace(tmp_path: Path, memory_keyring: MemoryKeyring) -> Iterator[Workspace]:
    http = HttpSession()
    opened = open_workspace(
        str(tmp_path / "workspace.sqlite"),
        secrets=SecretStore(memory_keyring),
        client=lambda url: ConnectorClient(url, http),
    )
    yield opened
    opened.close()
    http.close()


@pytest.fixture
def sample_url(tmp_path: Path) -> Iterator[str]:
    with running_sample_erp(tmp_path) as server:
        yield server.url


@pytest.fixture
def hanging_url() -> Iterator[str]:
    """A server that takes connections and never answers."""
    listener = socket.create_server(("127.0.0.1", 0))
    taken: list[socket.socket] = []

    def take() -> None:
        with suppress(OSError):
            while True:
                taken.append(listener.accept()[0])

    thread = threading.Thread(target=take, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/erp"
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()
    for each in taken:
        each.close()


@pytest.fixture
def open_dialog(qtbot: QtBot, workspace: Workspace) -> Open:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def open_it(connection_id: str | None = None) -> ConnectionDialog:
        contents = workspace.contents()
        draft = workspace.connection_draft(connection_id)
        dialog = ConnectionDialog(workspace, draft, contents.connectors, contents.directory, parent)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_it


def register(workspace: Workspace, url: str) -> str:
    return workspace.save_connector(ConnectorDraft(name="Sample ERP", url=url)).id


def fill(qtbot: QtBot, dialog: ConnectionDialog, password: str = PASSWORD) -> None:
    choose(dialog, "Sample ERP")
    qtbot.waitUntil(lambda: is_there(dialog, "field:ServerVersion"))
    qtbot.waitUntil(lambda: part(dialog, QComboBox, "field:Warehouse").count() > 0)
    type_in(qtbot, dialog, "nameEdit", "Finance")
    type_in(qtbot, dialog, "field:CompanyCode", "NORDLICHT")
    type_in(qtbot, dialog, "field:Password", password)


def save(qtbot: QtBot, dialog: ConnectionDialog) -> ErpConnection:
    with qtbot.waitSignal(dialog.saved, timeout=10_000) as saved:
        ok(dialog).click()
    connection: ErpConnection = saved.args[0]
    return connection


def test_a_connector_is_registered_after_its_address_answered(
    qtbot: QtBot, workspace: Workspace, sample_url: str
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = ConnectorDialog(workspace, workspace.connector_draft(), parent)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    type_in(qtbot, dialog, "nameEdit", "Sample ERP")
    type_in(qtbot, dialog, "urlEdit", sample_url)
    qtbot.waitUntil(lambda: part(dialog, MessagePanel, "checkResult").isVisible(), timeout=10_000)
    assert part(dialog, MessagePanel, "checkResult").kind is Tone.OK
    with qtbot.waitSignal(dialog.saved):
        ok(dialog).click()
    assert [each.url for each in workspace.contents().connectors] == [sample_url]


def test_a_failed_and_then_passed_test_leads_to_a_saved_connection(
    qtbot: QtBot, workspace: Workspace, open_dialog: Open, sample_url: str, memory_keyring: MemoryKeyring
) -> None:
    register(workspace, sample_url)
    dialog = open_dialog(None)
    fill(qtbot, dialog, password="wrong")
    run_test(qtbot, dialog)
    assert panel(dialog, "testResult").kind is Tone.ERROR
    assert not ok(dialog).isEnabled()
    type_in(qtbot, dialog, "field:Password", PASSWORD)
    run_test(qtbot, dialog)
    qtbot.waitUntil(ok(dialog).isEnabled)
    connection = save(qtbot, dialog)
    assert connection.values["CompanyCode"] == "NORDLICHT"
    assert connection.secret_keys == {"Password"}
    assert PASSWORD in memory_keyring.passwords.values()


def test_every_field_type_comes_with_its_default_and_untouched_values_travel_as_they_came(
    qtbot: QtBot, workspace: Workspace, open_dialog: Open, sample_url: str
) -> None:
    register(workspace, sample_url)
    dialog = open_dialog(None)
    fill(qtbot, dialog)
    assert line(dialog, "field:PriceListDate").text() == "12/31/2013 23:59:59"
    assert line(dialog, "field:Rounding").text() == "0.05"
    assert line(dialog, "field:ServerVersion").isReadOnly()
    assert not part(dialog, QCheckBox, "field:ReadOnlyAccess").isChecked()
    assert part(dialog, QLabel, "field:Introduction").text()
    run_test(qtbot, dialog)
    values = save(qtbot, dialog).values
    assert values["PriceListDate"] == "[DT:12/31/2013 23:59:59.0000000]"
    assert "Introduction" not in values


def test_numbers_are_typed_in_german_and_sent_as_the_wire_wants_them(
    qtbot: QtBot, workspace: Workspace, open_dialog: Open, sample_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_DE"))
    language.install("de")
    register(workspace, sample_url)
    dialog = open_dialog(None)
    fill(qtbot, dialog)
    assert line(dialog, "field:Rounding").text() == "0,05"
    type_in(qtbot, dialog, "field:Rounding", "0,5")
    type_in(qtbot, dialog, "field:PriceListDate", "24.12.2024")
    run_test(qtbot, dialog)
    values = save(qtbot, dialog).values
    assert values["Rounding"] == "[F:0.5]"
    assert values["PriceListDate"] == "[DT:12/24/2024 00:00:00.0000000]"


def test_a_saved_connection_is_configured_without_typing_its_secret_again(
    qtbot: QtBot, workspace: Workspace, open_dialog: Open, sample_url: str
) -> None:
    register(workspace, sample_url)
    dialog = open_dialog(None)
    fill(qtbot, dialog)
    run_test(qtbot, dialog)
    saved = save(qtbot, dialog)
    again = open_dialog(saved.id)
    qtbot.waitUntil(lambda: is_there(again, "field:ServerVersion"))
    assert line(again, "field:Password").text() == ""
    type_in(qtbot, again, "field:Decimals", "3")
    assert "Test ERP connection" in missing(again)
    run_test(qtbot, again)
    qtbot.waitUntil(ok(again).isEnabled)
    assert save(qtbot, again).values["Decimals"] == "[I:3]"


def test_a_dialog_closes_at_once_while_a_server_hangs(
    qtbot: QtBot, workspace: Workspace, open_dialog: Open, hanging_url: str
) -> None:
    register(workspace, hanging_url)
    dialog = open_dialog(None)
    choose(dialog, "Sample ERP")
    qtbot.waitUntil(lambda: part(dialog, QLabel, "fieldsStatus").isVisible())
    with qtbot.waitSignal(dialog.finished, timeout=500):
        cancel(dialog).click()
    assert workspace.contents().connections == ()


def test_a_test_that_hangs_stalls_nothing_and_is_cancelled_at_once(
    qtbot: QtBot, workspace: Workspace, open_dialog: Open, sample_url: str, hanging_url: str
) -> None:
    connector_id = register(workspace, sample_url)
    dialog = open_dialog(None)
    fill(qtbot, dialog)
    draft = workspace.connector_draft(connector_id)
    moved = ConnectorDraft(connector_id, draft.name, hanging_url, draft.version, draft.taken)
    # The connector hangs from now on; its fields are here already.
    dialog._draft = dialog._draft.with_connector(workspace.save_connector(moved)).with_fields(
        dialog._draft.fields or ()
    )
    part(dialog, QPushButton, "testButton").click()
    with turns_of_the_loop(dialog, 5) as turns:
        qtbot.waitUntil(lambda: "(1 s)" in part(dialog, QLabel, "testStatus").text(), timeout=5_000)
    part(dialog, QPushButton, "cancelTestButton").click()
    assert part(dialog, QLabel, "testStatus").text() == "Test cancelled."
    assert len(turns) > 20
    with qtbot.waitSignal(dialog.finished, timeout=500):
        dialog.close()


def test_an_address_nobody_listens_at_is_explained_with_retry(
    qtbot: QtBot, workspace: Workspace, open_dialog: Open
) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}/erp"
    register(workspace, url)
    dialog = open_dialog(None)
    choose(dialog, "Sample ERP")
    qtbot.waitUntil(lambda: panel(dialog, "fieldsFailure").isVisible(), timeout=10_000)
    assert "127.0.0.1" in panel(dialog, "fieldsFailure").text
    assert part(dialog, QPushButton, "retryFieldsButton").isVisibleTo(dialog)
    assert line(dialog, "nameEdit").isEnabled()


def test_nothing_typed_as_a_secret_reaches_the_clipboard(
    qtbot: QtBot, workspace: Workspace, open_dialog: Open, sample_url: str
) -> None:
    from PySide6.QtGui import QGuiApplication

    register(workspace, sample_url)
    dialog = open_dialog(None)
    fill(qtbot, dialog)
    QGuiApplication.clipboard().setText("before")
    part(dialog, QPushButton, "show:Password").click()
    edit = part(dialog, QLineEdit, "field:Password")
    edit.selectAll()
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClick(edit, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(edit, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"
