"""What is configured of a connection from the list, and the way there from a reason against activating."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from erpsync_desktop.dialogs.priority_dialog import PriorityDialog
from erpsync_desktop.dialogs.rank_dialog import RankDialog
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.sync_setup import ActorMapping, FieldMapping, SyncContext, SyncSetup
from erpsync_desktop.ui.main_window import MainWindow
from erpsync_desktop.ui.record_models import ACTIVE
from erpsync_desktop.widgets import language
from erpsync_desktop.workspace.protocol import Contents, Workspace
from tests.ui.fake_workspace import FakeWorkspace
from tests.ui.test_actions import click, dialog, status

BUTTONS = {
    "mappingsButton": ("mappings_dialog", "MappingsDialog", "Ctrl+Shift+M"),
    "listMappingButton": ("list_mapping_dialog", "ListMappingDialog", "Ctrl+L"),
    "defaultsButton": ("defaults_dialog", "DefaultsDialog", "Ctrl+E"),
    "rankFieldsButton": ("rank_dialog", "RankDialog", "Ctrl+K"),
}
SETUP = SyncSetup((ActorMapping("Customer", True, (FieldMapping("NAME"), FieldMapping("CITY"))),))


class Stub(QDialog):
    """Stands for a dialog that configures; remembers what it was made with."""

    saved = Signal()
    made: list[Stub] = []  # noqa: RUF012  emptied for each test

    def __init__(
        self,
        _workspace: Workspace,
        connection: ErpConnection,
        parent: QWidget | None = None,
        *,
        goto: Problem | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("stubDialog")
        self.connection, self.goto = connection, goto
        Stub.made.append(self)


@pytest.fixture
def stubs(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Stub]]:
    """Each dialog that configures is a stub."""
    Stub.made.clear()
    for module, name, _ in BUTTONS.values():
        stub = ModuleType(module)
        setattr(stub, name, Stub)
        monkeypatch.setitem(sys.modules, f"erpsync_desktop.dialogs.{module}", stub)
    yield Stub.made
    for one in Stub.made:
        if isValid(one):
            one.close()
    Stub.made.clear()


@pytest.mark.parametrize("name", BUTTONS)
def test_each_button_opens_its_dialog_for_the_selected_connection(
    qtbot: QtBot, window: MainWindow, stubs: list[Stub], name: str
) -> None:
    window.sync_tab.connections.view.select_ids(["c2"])
    click(qtbot, window, name)
    (opened,) = stubs
    assert (opened.connection.id, opened.goto) == ("c2", None)
    assert opened.isVisible()


@pytest.mark.parametrize("name", BUTTONS)
def test_a_key_opens_it_too_from_anywhere_in_the_window(
    qtbot: QtBot, window: MainWindow, stubs: list[Stub], name: str
) -> None:
    window.activateWindow()
    window.sync_tab.connections.view.select_ids(["c2"])
    window.sync_tab.connectors.view.setFocus()
    QTest.keySequence(window.sync_tab.connectors.view, QKeySequence(BUTTONS[name][2]))
    assert [one.connection.id for one in stubs] == ["c2"]


def test_no_second_dialog_opens_over_the_first(qtbot: QtBot, window: MainWindow, stubs: list[Stub]) -> None:
    window.sync_tab.connections.view.select_ids(["c2"])
    for name in BUTTONS:
        click(qtbot, window, name)
    assert len(stubs) == 1


def test_no_key_and_no_entry_of_the_menu_is_given_twice(window: MainWindow) -> None:
    connections, connectors = window.sync_tab.connections, window.sync_tab.connectors
    anywhere = [
        key.toString()
        for action in window.findChildren(QAction)
        if action not in connectors.menu_actions
        for key in action.shortcuts()
    ]
    assert len(anywhere) == len(set(anywhere))
    letters = [
        action.text()[action.text().index("&") + 1].upper()
        for action in connections.menu_actions
        if action is not None
    ]
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize("key", ["Ctrl+M", "Ctrl+H"])  # with the Command key: minimise and hide
def test_no_key_is_taken_that_macos_has_for_every_window(window: MainWindow, key: str) -> None:
    taken = [one for action in window.findChildren(QAction) for one in action.shortcuts()]
    assert taken
    assert QKeySequence(key) not in taken


def test_what_was_saved_selects_the_connection_and_shows_all_anew(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, stubs: list[Stub]
) -> None:
    view = window.sync_tab.connections.view
    view.select_ids(["c2"])
    click(qtbot, window, "mappingsButton")
    view.select_ids(["c3"])
    rows = tuple(replace(one, name=f"{one.name}!") for one in fake.data.connections)
    fake.data = Contents(fake.data.connectors, rows, fake.data.directory)
    stubs[0].saved.emit()
    qtbot.waitUntil(lambda: window.sync_tab.connections.model.index(0, 1).data() == "Accounts Germany!")
    assert view.selected_ids() == ("c2",)


# Ranks and priority, with their own dialogs


def test_fields_are_ranked_from_the_list(qtbot: QtBot, window: MainWindow, fake: FakeWorkspace) -> None:
    fake.contexts["c1"] = SyncContext(fake.data.connections[0], setup=SETUP)
    window.sync_tab.connections.view.select_ids(["c1"])
    click(qtbot, window, "rankFieldsButton")
    shown = dialog(qtbot, window, "rankDialog")
    assert isinstance(shown, RankDialog)
    qtbot.waitUntil(shown.save_button.isEnabled)
    click(qtbot, shown, "moveDownButton")
    shown.save_button.click()
    qtbot.waitUntil(lambda: ("save_setup", "c1") in fake.calls)
    ranked = fake.contexts["c1"].setup.actors[0]
    assert [one.erp_key for one in ranked.fields] == ["CITY", "NAME"]
    qtbot.waitUntil(lambda: not window.findChildren(RankDialog))


def test_the_priority_is_set_from_the_list(qtbot: QtBot, window: MainWindow, fake: FakeWorkspace) -> None:
    fake.delete_connection("c4")
    window.sync_tab.connections.view.select_ids(["c3"])
    click(qtbot, window, "setSyncPriorityButton")
    shown = dialog(qtbot, window, "priorityDialog")
    assert isinstance(shown, PriorityDialog)
    qtbot.waitUntil(shown.save_button.isEnabled)
    shown.list.select(["c5"])
    click(qtbot, shown, "moveToTopButton")
    shown.save_button.click()
    qtbot.waitUntil(lambda: ("save_priorities", "c5,c1,c2,c3") in fake.calls)
    qtbot.waitUntil(lambda: not window.findChildren(PriorityDialog))


def test_one_connection_alone_has_no_priority(qtbot: QtBot, window: MainWindow, fake: FakeWorkspace) -> None:
    button = window.findChild(QPushButton, "setSyncPriorityButton")
    assert button is not None
    assert button.isEnabled()
    for key in ("c2", "c3", "c4", "c5"):
        fake.delete_connection(key)
    qtbot.waitUntil(lambda: not button.isEnabled())


# From a reason against activating to where it is put right


def refuse(qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, field: str) -> Problem:
    """Have a connection refuse to be switched on, and choose to put the reason right."""
    params = {"actor": "Customer", "key": "NAME", "label": "Name"}
    reason = Problem(ProblemCode.MANDATORY_WITHOUT_DIRECTION, params, field=field)
    fake.reasons = (reason,)
    model = window.sync_tab.connections.model
    model.setData(model.index(1, ACTIVE), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    shown = dialog(qtbot, window, "activationDialog")
    qtbot.waitUntil(lambda: shown.findChild(QPushButton, "goButton") is not None)
    click(qtbot, shown, "goButton")
    return reason


@pytest.mark.parametrize("field", ["mapping", "list", "default"])
def test_a_reason_leads_to_the_place_where_it_is_put_right(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, stubs: list[Stub], field: str
) -> None:
    reason = refuse(qtbot, window, fake, field)
    (opened,) = stubs
    assert (opened.connection.id, opened.goto) == ("c2", reason)


def test_a_connection_that_does_not_answer_is_tested(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    refuse(qtbot, window, fake, "test")
    qtbot.waitUntil(lambda: ("test_saved", "c2") in fake.calls)
    qtbot.waitUntil(window.sync.result.isVisible)


def test_another_reason_leads_to_the_configuration(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    refuse(qtbot, window, fake, "connection")
    dialog(qtbot, window, "connectionDialog").reject()
    assert ("connection_draft", "c2") in fake.calls


@pytest.mark.parametrize("code", ["en", "de"])
def test_no_button_is_cut_off_on_a_small_screen_with_large_letters(
    qtbot: QtBot, window: MainWindow, code: str
) -> None:
    language.install(code)
    window.resize(1280 // 2, 720 // 2)
    panel = window.sync_tab.connections
    buttons = [panel.findChild(QPushButton, name) for name in (*BUTTONS, "setSyncPriorityButton")]

    def cut_off() -> list[str]:
        inside = panel.rect()
        return [
            one.text()
            for one in buttons
            if one and not (inside.contains(one.geometry()) and one.width() >= one.minimumSizeHint().width())
        ]

    assert None not in buttons
    qtbot.waitUntil(lambda: not cut_off())
    assert window.height() <= 360


def switch_on(window: MainWindow, row: int = 1) -> None:
    """Tick Active of a connection."""
    model = window.sync_tab.connections.model
    model.setData(model.index(row, ACTIVE), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


def test_reasons_that_come_while_a_dialog_is_open_wait_until_it_has_closed(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, stubs: list[Stub]
) -> None:
    fake.reasons = (Problem(ProblemCode.MANDATORY_WITHOUT_DIRECTION, field="mapping"),)
    window.sync_tab.connections.view.select_ids(["c3"])
    switch_on(window)
    window.sync_tab.connections.mappingsWanted.emit()
    qtbot.waitUntil(lambda: "could not be activated" in status(window))
    assert window.findChild(QDialog, "activationDialog") is None
    stubs[0].reject()
    click(qtbot, dialog(qtbot, window, "activationDialog"), "goButton")
    assert [one.connection.id for one in stubs] == ["c3", "c2"]


def test_no_dialog_opens_over_the_reasons(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, stubs: list[Stub]
) -> None:
    fake.reasons = (Problem(ProblemCode.MANDATORY_WITHOUT_DIRECTION, field="mapping"),)
    switch_on(window)
    shown = dialog(qtbot, window, "activationDialog")
    window.sync_tab.connections.mappingsWanted.emit()
    assert not stubs
    shown.reject()


def again_button(window: MainWindow) -> QPushButton | None:
    """The button that tries again to switch on."""
    return window.findChild(QPushButton, "activateAgainButton")


def test_after_a_reason_was_put_right_the_rest_is_one_press_away(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, stubs: list[Stub]
) -> None:
    refuse(qtbot, window, fake, "mapping")
    stubs[0].saved.emit()
    stubs[0].accept()
    again = again_button(window)
    assert again is not None
    qtbot.waitUntil(again.isVisible)
    again.click()
    assert dialog(qtbot, window, "activationDialog").isVisible()
    dialog(qtbot, window, "activationDialog").reject()


def test_what_offers_to_activate_again_goes_once_the_connection_is_active(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, stubs: list[Stub]
) -> None:
    refuse(qtbot, window, fake, "mapping")
    stubs[0].accept()
    fake.reasons = ()
    again = again_button(window)
    assert again is not None
    again.click()
    qtbot.waitUntil(lambda: fake.data.connections[1].active)
    qtbot.waitUntil(lambda: again_button(window) is None)


def test_what_offers_to_activate_again_can_be_closed(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, stubs: list[Stub]
) -> None:
    refuse(qtbot, window, fake, "mapping")
    stubs[0].reject()
    click(qtbot, window, "closeOfferButton")
    qtbot.waitUntil(lambda: again_button(window) is None)
