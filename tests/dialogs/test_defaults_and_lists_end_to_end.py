"""List mapping and defaults on a real workspace against the sample ERP, also by two administrators."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.connectors.client import ConnectorClient
from erpsync_desktop.dialogs.default_dialog import DefaultDialog
from erpsync_desktop.dialogs.defaults_dialog import DefaultsDialog
from erpsync_desktop.dialogs.list_mapping_dialog import ListMappingDialog
from erpsync_desktop.dialogs.list_mapping_model import CRM_ITEM
from erpsync_desktop.dialogs.setup_dialog import SetupDialog
from erpsync_desktop.http import HttpSession
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.sync_setup import DefaultValue, Direction
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.sample_erp.server import RunningServer
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.workspace.opening import open_workspace
from erpsync_desktop.workspace.protocol import Workspace
from tests.dialogs.test_connection_dialog import part
from tests.dialogs.test_defaults_dialog import rows
from tests.dialogs.test_list_mapping_dialog import choose, go_to_list, lists, match, shown
from tests.sample_erp_server import PASSWORD, running_sample_erp

Another = Callable[[], Workspace]


@pytest.fixture
def erp(tmp_path: Path) -> Iterator[RunningServer]:
    with running_sample_erp(tmp_path) as server:
        yield server


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Another]:
    """Opens the one file once more, as another administrator would."""
    with ExitStack() as stack:

        def open_it() -> Workspace:
            http = HttpSession()
            stack.callback(http.close)
            opened = open_workspace(
                str(tmp_path / "workspace.sqlite"),
                secrets=SecretStore(),
                client=lambda url: ConnectorClient(url, http),
            )
            stack.callback(opened.close)
            return opened

        yield open_it


@pytest.fixture
def workspace(another: Another) -> Workspace:
    return another()


@pytest.fixture
def connection(workspace: Workspace, erp: RunningServer) -> ErpConnection:
    """A saved connection; the country goes to SuperOffice."""
    connector = replace(workspace.connector_draft(), name="Sample ERP", url=erp.url)
    registered = workspace.save_connector(
        replace(connector, check=workspace.check_connector(erp.url, Watch()))
    )
    draft = workspace.connection_draft().with_connector(registered)
    draft = draft.with_fields(workspace.configuration_fields(registered, Watch()))
    draft = replace(draft, name="Nord").with_value("CompanyCode", "NORDLICHT")
    draft = draft.with_secret("Password", Secret(PASSWORD))
    saved = workspace.save(draft.with_test(workspace.test(draft, Watch()), draft), Watch())
    setup = workspace.sync_context(saved.id, Watch()).setup
    actor = setup.actor("Customer")
    assert actor is not None
    country = actor.field("COUNTRY")
    assert country is not None
    mapped = replace(country, crm_key="COUNTRY", direction=Direction.TO_CRM)
    workspace.save_setup(saved.id, setup, setup.with_actor(replace(actor.with_field(mapped), active=True)))
    return saved


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(qtbot: QtBot, dialog: SetupDialog) -> None:
    dialog.open()
    qtbot.waitUntil(lambda: dialog._loaded and not dialog._tasks, timeout=10_000)


def save(qtbot: QtBot, dialog: SetupDialog) -> None:
    button = part(dialog, QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Save)
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        button.click()


def save_over(qtbot: QtBot, dialog: SetupDialog) -> None:
    """Save what somebody else saved meanwhile, and keep this side's version."""
    part(dialog, QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Save).click()
    mine = part(dialog, QPushButton, "keepMineButton")
    qtbot.waitUntil(mine.isVisible, timeout=10_000)
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        mine.click()


def open_lists(
    qtbot: QtBot, workspace: Workspace, connection: ErpConnection, parent: QWidget
) -> ListMappingDialog:
    dialog = ListMappingDialog(workspace, connection, parent)
    opened(qtbot, dialog)
    row = next(row for row, text in enumerate(lists(dialog)) if "Country" in text)
    go_to_list(dialog, row)
    return dialog


def open_defaults(
    qtbot: QtBot, workspace: Workspace, connection: ErpConnection, parent: QWidget, key: str
) -> DefaultsDialog:
    params = {"actor": "Customer", "key": key, "label": key}
    goto = Problem(ProblemCode.MANDATORY_NOT_COVERED, params, field="default")
    dialog = DefaultsDialog(workspace, connection, parent, goto=goto)
    opened(qtbot, dialog)
    return dialog


def test_the_countries_are_matched_saved_and_there_again(
    qtbot: QtBot, workspace: Workspace, connection: ErpConnection, parent: QWidget
) -> None:
    dialog = open_lists(qtbot, workspace, connection, parent)
    match(qtbot, dialog)
    chosen = shown(dialog, CRM_ITEM)
    assert "Germany" in chosen
    save(qtbot, dialog)
    again = open_lists(qtbot, workspace, connection, parent)
    assert shown(again, CRM_ITEM) == chosen
    again.reject()


def test_two_administrators_changes_are_brought_together_by_the_second(
    qtbot: QtBot, workspace: Workspace, another: Another, connection: ErpConnection, parent: QWidget
) -> None:
    mine = open_lists(qtbot, workspace, connection, parent)
    theirs = open_lists(qtbot, another(), connection, parent)
    choose(mine, "DE", "DE")
    choose(theirs, "NO", "NO")
    save(qtbot, theirs)
    save_over(qtbot, mine)
    again = open_lists(qtbot, workspace, connection, parent)
    assert {"Germany", "Norway"} <= set(shown(again, CRM_ITEM))
    again.reject()


def test_where_two_administrators_clash_the_second_sees_both_and_loses_nothing(
    qtbot: QtBot, workspace: Workspace, another: Another, connection: ErpConnection, parent: QWidget
) -> None:
    mine = open_lists(qtbot, workspace, connection, parent)
    theirs = open_lists(qtbot, another(), connection, parent)
    choose(mine, "DE", "DE")
    choose(theirs, "DE", "AT")
    save(qtbot, theirs)
    save_over(qtbot, mine)
    again = open_lists(qtbot, workspace, connection, parent)
    assert "Germany" in shown(again, CRM_ITEM)
    again.reject()


def test_while_the_erp_is_down_the_list_that_was_read_can_still_be_mapped(
    qtbot: QtBot, workspace: Workspace, connection: ErpConnection, erp: RunningServer, parent: QWidget
) -> None:
    workspace.list_pairs(connection.id, Watch())
    erp.close()
    dialog = open_lists(qtbot, workspace, connection, parent)
    match(qtbot, dialog)
    save(qtbot, dialog)


def test_a_list_that_was_never_read_says_why_while_the_erp_is_down(
    qtbot: QtBot, workspace: Workspace, connection: ErpConnection, erp: RunningServer, parent: QWidget
) -> None:
    erp.close()
    dialog = open_lists(qtbot, workspace, connection, parent)
    assert part(dialog, MessagePanel, "listProblem").text
    assert shown(dialog) == []
    dialog.reject()


def test_a_mandatory_field_is_covered_by_a_country_of_the_erp(
    qtbot: QtBot, workspace: Workspace, connection: ErpConnection, parent: QWidget
) -> None:
    dialog = open_defaults(qtbot, workspace, connection, parent, "COUNTRY")
    adding = dialog.findChild(DefaultDialog)
    assert adding is not None
    part(adding, QCheckBox, "setValueCheck").click()
    combo = part(adding, QComboBox, "valueEdit")
    qtbot.waitUntil(lambda: combo.count() > 0, timeout=10_000)
    row = combo.findText("Norway")
    combo.setCurrentIndex(row)
    combo.activated.emit(row)
    adding.accept()
    assert rows(dialog) == [("Country", "Norway", "no", "no")]
    save(qtbot, dialog)
    actor = workspace.sync_context(connection.id, Watch()).setup.actor("Customer")
    assert actor is not None
    country = actor.field("COUNTRY")
    assert country is not None
    assert country.default == DefaultValue("NO", set_value=True)


def test_defaults_of_two_administrators_are_brought_together_by_the_second(
    qtbot: QtBot, workspace: Workspace, another: Another, connection: ErpConnection, parent: QWidget
) -> None:
    dialogs = [
        open_defaults(qtbot, each, connection, parent, key)
        for each, key in ((workspace, "NAME"), (another(), "PHONE"))
    ]
    for dialog in dialogs:
        adding = dialog.findChild(DefaultDialog)
        assert adding is not None
        part(adding, QCheckBox, "askUserCheck").click()
        adding.accept()
    save(qtbot, dialogs[0])
    save_over(qtbot, dialogs[1])
    again = DefaultsDialog(workspace, connection, parent)
    opened(qtbot, again)
    assert [row[0] for row in rows(again)] == ["Name", "Phone"]
    again.reject()
