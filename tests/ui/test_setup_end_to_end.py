"""From the list to what configures a connection, with a real workspace and the running sample ERP."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from erpsync_desktop.connectors import ConnectorClient
from erpsync_desktop.dialogs.mappings_dialog import MappingsDialog
from erpsync_desktop.dialogs.priority_dialog import PriorityDialog
from erpsync_desktop.dialogs.rank_dialog import RankDialog
from erpsync_desktop.http import HttpSession
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.sync_setup import ActorMapping, Direction
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.ui.main_window import MainWindow
from erpsync_desktop.ui.record_models import ACTIVE
from erpsync_desktop.ui.services import Services
from erpsync_desktop.workspace.opening import open_workspace
from erpsync_desktop.workspace.protocol import Workspace
from tests.memory_keyring import MemoryKeyring
from tests.sample_erp_server import PASSWORD, running_sample_erp
from tests.ui.test_actions import click, dialog


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
def finance(tmp_path: Path, workspace: Workspace) -> Iterator[ErpConnection]:
    """A connection to the sample ERP, saved and tested."""
    with running_sample_erp(tmp_path) as erp:
        connector = workspace.save_connector(
            replace(workspace.connector_draft(), name="Sample ERP", url=erp.url)
        )
        draft = workspace.connection_draft().with_connector(connector)
        draft = draft.with_fields(workspace.configuration_fields(connector, Watch()))
        draft = replace(draft, name="Finance").with_value("CompanyCode", "NORDLICHT")
        draft = draft.with_secret("Password", Secret(PASSWORD))
        yield workspace.save(draft.with_test(workspace.test(draft, Watch()), draft), Watch())


@pytest.fixture
def shown(qtbot: QtBot, settings: None, workspace: Workspace, finance: ErpConnection) -> Iterator[MainWindow]:
    """The window on that workspace, with the connection selected."""

    def nothing_to_add(_workspace: Workspace, _watch: Watch) -> SyncConnector:
        raise NotImplementedError

    window = MainWindow(
        Services(lambda _url: workspace, nothing_to_add, lambda _workspace: None, lambda: None), "real"
    )
    with qtbot.waitSignal(window.ready):
        window.show()
    window.sync_tab.connections.view.select_ids([finance.id])
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def customer(workspace: Workspace, finance: ErpConnection) -> ActorMapping:
    found = workspace.sync_context(finance.id, Watch()).setup.actor("Customer")
    assert found is not None
    return found


def switch_on_customers(workspace: Workspace, finance: ErpConnection, direction: Direction) -> None:
    """Synchronise customers, and of their fields the name alone."""
    before = workspace.sync_context(finance.id, Watch()).setup
    actor = customer(workspace, finance)
    named = next(one for one in actor.fields if one.crm_key == "NAME")
    changed = replace(actor.with_field(replace(named, direction=direction)), active=True)
    workspace.save_setup(finance.id, before, before.with_actor(changed))


def summary(window: MainWindow) -> str:
    view = window.findChild(QPlainTextEdit, "summaryView")
    return view.toPlainText() if view else ""


def test_the_rank_of_fields_is_kept(
    qtbot: QtBot, shown: MainWindow, workspace: Workspace, finance: ErpConnection
) -> None:
    before = [one.erp_key for one in customer(workspace, finance).fields]
    click(qtbot, shown, "rankFieldsButton")
    opened = dialog(qtbot, shown, "rankDialog")
    assert isinstance(opened, RankDialog)
    qtbot.waitUntil(opened.save_button.isEnabled)
    buttons = [each for each in opened.findChildren(QPushButton, "moveToBottomButton") if each.isVisible()]
    buttons[0].click()
    opened.save_button.click()
    qtbot.waitUntil(lambda: not shown.findChildren(RankDialog))
    assert [one.erp_key for one in customer(workspace, finance).fields] == [*before[1:], before[0]]


def test_the_summary_follows_what_is_saved(
    qtbot: QtBot, shown: MainWindow, workspace: Workspace, finance: ErpConnection
) -> None:
    qtbot.waitUntil(lambda: "Company: not synchronised" in summary(shown))
    assert "Passed" in summary(shown)
    switch_on_customers(workspace, finance, Direction.TO_CRM)
    qtbot.waitUntil(lambda: "Company: synchronised" in summary(shown))
    assert "From the ERP to SuperOffice (1):" in summary(shown)


def test_a_refused_activation_leads_to_the_mappings(
    qtbot: QtBot, shown: MainWindow, workspace: Workspace, finance: ErpConnection
) -> None:
    switch_on_customers(workspace, finance, Direction.NONE)
    model = shown.sync_tab.connections.model
    model.setData(model.index(0, ACTIVE), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    refused = dialog(qtbot, shown, "activationDialog")
    reasons = refused.findChild(QAbstractItemView, "reasonsView")
    assert reasons is not None
    texts = [str(reasons.model().index(row, 0).data()) for row in range(reasons.model().rowCount())]
    assert any("mandatory" in text and "has no direction" in text for text in texts)
    qtbot.waitUntil(lambda: refused.findChild(QPushButton, "goButton") is not None)
    click(qtbot, refused, "goButton")
    opened = dialog(qtbot, shown, "mappingsDialog")
    assert isinstance(opened, MappingsDialog)
    qtbot.waitUntil(opened.body.isVisible)
    opened.reject()


def test_the_order_of_connections_is_kept(
    qtbot: QtBot, shown: MainWindow, workspace: Workspace, finance: ErpConnection
) -> None:
    second = workspace.duplicate_connection(finance.id, "Second")
    qtbot.waitUntil(lambda: shown.sync_tab.connections.model.rowCount() == 2)
    click(qtbot, shown, "setSyncPriorityButton")
    opened = cast("PriorityDialog", dialog(qtbot, shown, "priorityDialog"))
    qtbot.waitUntil(opened.save_button.isEnabled)
    assert opened.list.model.ids == (finance.id, second.id)
    opened.list.select([second.id])
    click(qtbot, opened, "moveUpButton")
    opened.save_button.click()
    qtbot.waitUntil(lambda: not shown.findChildren(PriorityDialog))
    order = {one.name: one.priority for one in workspace.contents().connections}
    assert order["Second"] < order["Finance"]
