"""The mappings of a real connection: a real workspace, the real client, the running sample ERP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from erpsync_desktop.connectors import ConnectorClient
from erpsync_desktop.dialogs.mapping_rows import MappingRecord
from erpsync_desktop.http import HttpSession
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.sync_setup import Direction, FieldMapping
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.opening import open_workspace
from erpsync_desktop.workspace.protocol import Workspace
from tests.dialogs.test_mappings_dialog import CTRL, Opened
from tests.memory_keyring import MemoryKeyring
from tests.sample_erp_server import PASSWORD, running_sample_erp


@pytest.fixture
def at_file(tmp_path: Path, memory_keyring: MemoryKeyring) -> Iterator[Callable[[], Workspace]]:
    """Opens the same file anew, each time as another administrator would."""
    http, opened = HttpSession(), []

    def open_it() -> Workspace:
        opened.append(
            open_workspace(
                str(tmp_path / "workspace.sqlite"),
                secrets=SecretStore(memory_keyring),
                client=lambda url: ConnectorClient(url, http),
            )
        )
        return opened[-1]

    yield open_it
    for one in opened:
        one.close()
    http.close()


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    with running_sample_erp(tmp_path) as server:
        yield server.url


def connected(workspace: Workspace, url: str, name: str = "Nord", connector_name: str = "") -> ErpConnection:
    """A saved connection to the sample ERP, of a connector of its own or one that is there."""
    known = {one.name: one for one in workspace.contents().connectors}
    connector = known.get(connector_name) or workspace.save_connector(
        replace(workspace.connector_draft(), name=connector_name or f"Connector of {name}", url=url)
    )
    draft = workspace.connection_draft().with_connector(connector)
    draft = draft.with_fields(workspace.configuration_fields(connector, Watch()))
    draft = replace(draft, name=name).with_value("CompanyCode", "NORDLICHT")
    draft = draft.with_secret("Password", Secret(PASSWORD))
    return workspace.save(draft.with_test(workspace.test(draft, Watch()), draft), Watch())


@pytest.fixture
def workspace(at_file: Callable[[], Workspace]) -> Workspace:
    return at_file()


def saved_mapping(workspace: Workspace, connection: ErpConnection, key: str) -> FieldMapping:
    actor = workspace.sync_context(connection.id, Watch(), ask=False).setup.actor("Customer")
    assert actor is not None
    found = actor.field(key)
    assert found is not None
    return found


def a_mapped_key(shown: Opened) -> str:
    """The first field of the customers that can go both ways."""
    model = shown.page().model
    rows: list[MappingRecord] = [model.record(row) for row in range(model.rowCount())]
    rules = shown.dialog.draft.rules("Customer")
    return next(
        one.id
        for one in rows
        if one.row.mapping.crm_key and rules.direction_problem(one.row, Direction.BOTH) is None
    )


def test_every_actor_type_of_the_sample_erp_has_its_tab(qtbot: QtBot, workspace: Workspace, url: str) -> None:
    shown = Opened(qtbot, workspace, connected(workspace, url))
    shown.settle()
    tabs = shown.dialog.tabs
    assert [tabs.tabText(place) for place in range(tabs.count())] == [
        "Customer",
        "Supplier",
        "Partner",
        "Person",
        "Project",
    ]
    assert all(shown.show(one).model.rowCount() for one in ("Customer", "Person", "Project"))


def test_a_direction_is_saved_and_there_again(qtbot: QtBot, workspace: Workspace, url: str) -> None:
    connection = connected(workspace, url)
    shown = Opened(qtbot, workspace, connection)
    shown.settle()
    key = a_mapped_key(shown)
    shown.stand_on(key)
    shown.press(Qt.Key.Key_Down, CTRL)
    shown.page().active_check.click()
    shown.save()
    assert not shown.dialog.isVisible()
    assert saved_mapping(workspace, connection, key).direction is Direction.BOTH
    again = Opened(qtbot, workspace, connection)
    again.settle()
    assert again.mapping(key).direction is Direction.BOTH
    assert again.page().active_check.isChecked()


def test_of_two_administrators_the_second_sees_what_the_first_saved(
    qtbot: QtBot, at_file: Callable[[], Workspace], url: str
) -> None:
    workspace, other = at_file(), at_file()
    connection = connected(workspace, url)
    shown = Opened(qtbot, workspace, connection)
    shown.settle()
    key = a_mapped_key(shown)
    before = other.sync_context(connection.id, Watch(), ask=False).setup
    actor = before.actor("Customer")
    assert actor is not None
    field = actor.field(key)
    assert field is not None
    theirs = before.with_actor(actor.with_field(replace(field, direction=Direction.TO_ERP)))
    other.save_setup(connection.id, before, theirs)
    shown.stand_on(key)
    shown.press(Qt.Key.Key_Right, CTRL)
    shown.save()
    assert shown.dialog.isVisible()
    assert shown.button("keepMineButton").isVisible()
    shown.click("keepMineButton")
    assert saved_mapping(other, connection, key).direction is Direction.TO_CRM


def test_an_active_connection_is_deactivated_and_then_edited(
    qtbot: QtBot, workspace: Workspace, url: str
) -> None:
    connection = connected(workspace, url)
    assert workspace.set_active(connection.id, True, Watch()) == ()
    shown = Opened(qtbot, workspace, replace(connection, active=True))
    shown.settle()
    assert shown.dialog.locked_panel.isVisible()
    shown.click("deactivateButton")
    assert not workspace.contents().connections[0].active
    shown.click("autoMapButton")
    key = a_mapped_key(shown)
    shown.stand_on(key)
    shown.press(Qt.Key.Key_Right, CTRL)
    shown.save()
    assert saved_mapping(workspace, connection, key).direction is Direction.TO_CRM


def test_mappings_are_copied_from_another_connection_of_the_connector(
    qtbot: QtBot, workspace: Workspace, url: str
) -> None:
    first = connected(workspace, url, "Nord", "Sample")
    second = connected(workspace, url, "South", "Sample")
    shown = Opened(qtbot, workspace, first)
    shown.settle()
    key = a_mapped_key(shown)
    shown.stand_on(key)
    shown.press(Qt.Key.Key_Left, CTRL)
    shown.save()
    copied = Opened(qtbot, workspace, second)
    copied.settle()
    menu = copied.button("copyFromButton").menu()
    assert menu is not None
    menu.actions()[0].trigger()
    copied.settle()
    assert copied.mapping(key).direction is Direction.TO_ERP


def test_mappings_open_while_the_erp_is_down_and_say_so_when_it_is_asked(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    with running_sample_erp(tmp_path) as server:
        connection = connected(workspace, server.url)
    shown = Opened(qtbot, workspace, connection)
    shown.settle()
    assert shown.page().model.rowCount()
    shown.click("refreshErpButton")
    assert shown.dialog.news_panel.isVisible()
    assert shown.page().model.rowCount()
