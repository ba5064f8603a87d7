"""What can be done to connectors and connections from the lists."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLabel,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.outcome import OutcomeState
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.ui.connection_actions import copy_names
from erpsync_desktop.ui.main_window import MainWindow
from erpsync_desktop.ui.record_models import ACTIVE
from tests.ui.fake_workspace import FakeWorkspace, failed, passed


def click(qtbot: QtBot, window: QWidget, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def dialog(qtbot: QtBot, window: QWidget, name: str) -> QDialog:
    def shown() -> None:
        found = window.findChild(QDialog, name)
        assert found is not None
        assert found.isVisible()

    qtbot.waitUntil(shown)
    found = window.findChild(QDialog, name)
    assert found is not None
    return found


def status(window: MainWindow) -> str:
    label = window.findChild(QLabel, "statusLabel")
    assert label is not None
    return label.text()


def names(window: MainWindow) -> list[str]:
    model = window.sync_tab.connections.model
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_add_opens_the_connector_dialog_once(qtbot: QtBot, window: MainWindow, fake: FakeWorkspace) -> None:
    for _ in range(3):
        click(qtbot, window, "addConnectorButton")
    shown = dialog(qtbot, window, "connectorDialog")
    assert fake.calls.count(("connector_draft", "")) == 1
    shown.reject()


def test_a_second_dialog_does_not_open_over_the_first(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    window.sync_tab.connectors.addWanted.emit()
    window.sync_tab.connections.addWanted.emit()
    shown = dialog(qtbot, window, "connectorDialog")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.findChild(QDialog, "connectionDialog") is None
    shown.reject()
    qtbot.waitUntil(lambda: window.findChild(QDialog, "connectorDialog") is None)
    window.sync_tab.connections.addWanted.emit()
    dialog(qtbot, window, "connectionDialog").reject()


def test_enter_on_a_connection_configures_it(qtbot: QtBot, window: MainWindow, fake: FakeWorkspace) -> None:
    view = window.sync_tab.connections.view
    view.select_ids(["c4"])
    QTest.keyClick(view, Qt.Key.Key_Return)
    shown = dialog(qtbot, window, "connectionDialog")
    assert ("connection_draft", "c4") in fake.calls
    shown.reject()
    qtbot.waitUntil(lambda: window.findChild(QDialog, "connectionDialog") is None)


def test_a_deleted_connection_comes_back_by_undo(qtbot: QtBot, window: MainWindow) -> None:
    view = window.sync_tab.connections.view
    view.select_ids(["c2"])
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Archive" not in names(window))
    assert "Archive" in status(window)
    assert "configuration and secrets are kept" in status(window)
    click(qtbot, window, "undoButton")
    qtbot.waitUntil(lambda: "Archive" in names(window))
    assert view.selected_ids() == ("c2",)


def test_after_undo_the_keyboard_is_in_the_list_again(qtbot: QtBot, window: MainWindow) -> None:
    view = window.sync_tab.connections.view
    view.setFocus()
    view.select_ids(["c2"])
    QTest.keyClick(view, Qt.Key.Key_Delete)
    undo = window.findChild(QPushButton, "undoButton")
    assert undo is not None
    qtbot.waitUntil(undo.isVisible)
    undo.setFocus()
    QTest.keyClick(undo, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Archive" in names(window))
    assert view.hasFocus()


def test_undo_is_in_the_menu_while_there_is_something_to_undo(qtbot: QtBot, window: MainWindow) -> None:
    undo = window.findChild(QAction, "undoAction")
    assert undo is not None
    assert not undo.isEnabled()
    window.sync_tab.connections.view.select_ids(["c2"])
    click(qtbot, window, "deleteConnectionButton")
    qtbot.waitUntil(undo.isEnabled)
    undo.trigger()
    qtbot.waitUntil(lambda: "Archive" in names(window))
    assert not undo.isEnabled()


def test_an_active_connection_is_not_deleted_and_the_others_are(qtbot: QtBot, window: MainWindow) -> None:
    window.sync_tab.connections.view.select_ids(["c1", "c2"])
    click(qtbot, window, "deleteConnectionButton")
    shown = dialog(qtbot, window, "errorDialog")
    assert any("is active" in label.text() for label in shown.findChildren(QLabel))
    shown.accept()
    qtbot.waitUntil(lambda: "Archive" not in names(window))
    assert "Accounts Germany" in names(window)


def test_a_connector_in_use_is_kept_and_its_connections_are_named(qtbot: QtBot, window: MainWindow) -> None:
    window.sync_tab.connectors.view.select_ids(["k2"])
    click(qtbot, window, "deleteConnectorButton")
    shown = dialog(qtbot, window, "errorDialog")
    said = " ".join(label.text() for label in shown.findChildren(QLabel))
    assert "Legacy" in said
    assert "Moved" in said
    shown.accept()


def test_show_deleted_restores(qtbot: QtBot, window: MainWindow, fake: FakeWorkspace) -> None:
    fake.delete_connection("c2")
    qtbot.waitUntil(lambda: "Archive" not in names(window))
    window.menus.deleted.trigger()
    qtbot.waitUntil(lambda: "Archive (deleted)" in names(window))
    window.sync_tab.connections.view.select_ids(["c2"])
    click(qtbot, window, "restoreButton")
    qtbot.waitUntil(lambda: "Archive" in names(window))
    assert "restored" in status(window)


def test_a_purge_asks_first_and_names_what_goes(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    fake.delete_connection("c4")
    window.menus.deleted.trigger()
    qtbot.waitUntil(lambda: "Legacy (deleted)" in names(window))
    window.sync_tab.connections.view.select_ids(["c4"])
    click(qtbot, window, "purgeButton")
    asked = dialog(qtbot, window, "confirmBox")
    assert "number: 1" in asked.text()  # type: ignore[attr-defined]
    assert ("purge_connection", "c4") not in fake.calls
    click(qtbot, asked, "confirmButton")
    qtbot.waitUntil(lambda: ("purge_connection", "c4") in fake.calls)
    qtbot.waitUntil(lambda: "Legacy (deleted)" not in names(window))


def test_a_purge_whose_connector_hangs_can_be_stopped(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered = threading.Event()

    def hang(connection_id: str, watch: Watch) -> None:
        ended = threading.Event()
        watch.on_cancel(ended.set)
        entered.set()
        ended.wait(10)
        watch.check()

    monkeypatch.setattr(fake, "purge_connection", hang)
    fake.delete_connection("c4")
    window.menus.deleted.trigger()
    qtbot.waitUntil(lambda: "Legacy (deleted)" in names(window))
    window.sync_tab.connections.view.select_ids(["c4"])
    click(qtbot, window, "purgeButton")
    click(qtbot, dialog(qtbot, window, "confirmBox"), "confirmButton")
    qtbot.waitUntil(entered.is_set)
    click(qtbot, window, "cancelJobButton")
    qtbot.waitUntil(lambda: status(window).startswith("Removing was stopped."))
    assert "Legacy (deleted)" in names(window)


def test_a_purge_that_is_not_wanted_does_nothing(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    fake.delete_connection("c4")
    window.menus.deleted.trigger()
    qtbot.waitUntil(lambda: "Legacy (deleted)" in names(window))
    window.sync_tab.connections.view.select_ids(["c4"])
    click(qtbot, window, "purgeButton")
    QTest.keyClick(dialog(qtbot, window, "confirmBox"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "confirmBox") is None)
    assert ("purge_connection", "c4") not in fake.calls


def test_a_copy_gets_a_name_that_is_free(qtbot: QtBot, window: MainWindow) -> None:
    view = window.sync_tab.connections.view
    view.select_ids(["c2"])
    click(qtbot, window, "duplicateConnectionButton")
    qtbot.waitUntil(lambda: "Archive (copy)" in names(window))
    view.select_ids(["c2"])
    click(qtbot, window, "duplicateConnectionButton")
    qtbot.waitUntil(lambda: "Archive (copy 2)" in names(window))
    assert view.selected_ids() == ("c7",)


def test_names_of_copies_stay_within_what_a_name_may_be() -> None:
    offered = copy_names("N" * 255, "{name} (copy)", "{name} (copy {number})")
    assert all(len(name) <= 255 for name, _ in zip(offered, range(50), strict=False))


def box(view: QAbstractItemView, row: int) -> QPoint:
    option = QStyleOptionViewItem()
    index = view.model().index(row, ACTIVE)
    view.initViewItemOption(option)
    option.rect = view.visualRect(index)
    delegate = view.itemDelegateForIndex(index)
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, index)
    inside: QRect = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, view)
    return inside.center()


def test_a_click_on_the_active_box_switches_the_connection_on(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    view = window.sync_tab.connections.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box(view, 1))
    qtbot.waitUntil(lambda: status(window) == "“\u2068Archive\u2069” is active now.")
    assert ("set_active", "c2") in fake.calls
    qtbot.waitUntil(lambda: fake.contents().connections[1].active)


def test_space_switches_the_current_connection_off(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    view = window.sync_tab.connections.view
    view.select_ids(["c1"])
    QTest.keyClick(view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: ("switched", "c1") in fake.calls)
    qtbot.waitUntil(lambda: "inactive" in status(window))


def test_every_reason_against_activating_is_shown_and_the_box_is_cleared(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    fake.reasons = (
        Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example.com", "port": 443}),
        Problem(ProblemCode.FIELD_MISSING, {"label": "Company"}),
    )
    model = window.sync_tab.connections.model
    assert model.setData(model.index(1, ACTIVE), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    shown = dialog(qtbot, window, "activationDialog")
    reasons = shown.findChild(QAbstractItemView, "reasonsView")
    assert reasons is not None
    assert reasons.model().rowCount() == 2
    assert "does not accept connections" in reasons.model().index(0, 0).data()
    state = model.index(1, ACTIVE).data(Qt.ItemDataRole.CheckStateRole)
    assert Qt.CheckState(state) is Qt.CheckState.Unchecked
    shown.accept()


def test_f5_tests_the_selected_connection_and_shows_the_result(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    fake.result = passed(OutcomeState.WARNING, 'US:"The licence ends soon"')
    view = window.sync_tab.connections.view
    view.select_ids(["c2"])
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F5)
    panel = window.sync.result
    qtbot.waitUntil(panel.isVisible)
    assert "“\u2068Archive\u2069” passed the test in 0.4 seconds." in panel.text
    assert "The licence ends soon" in panel.text
    click(qtbot, panel, "closeResultButton")
    assert not panel.isVisible()


def test_several_connections_are_tested_one_after_another(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    fake.result = failed()
    window.sync_tab.connections.view.select_ids(["c2", "c3", "c4"])
    click(qtbot, window, "testConnectionButton")
    qtbot.waitUntil(window.sync.result.isVisible)
    assert [call for call in fake.calls if call[0] == "test_saved"] == [
        ("test_saved", "c2"),
        ("test_saved", "c3"),
        ("test_saved", "c4"),
    ]
    assert "0 of 3 ERP connections passed the test." in window.sync.result.text
    assert "failed the test" in window.sync.result.text


@pytest.mark.parametrize("way", ["button", "Esc"])
def test_a_running_test_can_be_cancelled(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, way: str
) -> None:
    fake.hold.clear()
    window.sync_tab.connections.view.select_ids(["c2", "c3"])
    click(qtbot, window, "testConnectionButton")
    qtbot.waitUntil(lambda: ("test_saved", "c2") in fake.calls)
    running = window.findChild(QLabel, "runningLabel")
    assert running is not None
    assert "Archive" in running.text()
    if way == "button":
        click(qtbot, window, "cancelJobButton")
    else:
        QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: status(window) == "The test was cancelled.")
    assert not window.jobs.busy
    assert ("test_saved", "c3") not in fake.calls
    assert not running.isVisible()
