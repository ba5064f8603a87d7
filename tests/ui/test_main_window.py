"""The main window: opening, failing, language, help, keys, closing."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erpsync_desktop.model.errors import Problem, ProblemCode, WorkspaceUnavailable
from erpsync_desktop.ui.main_window import LANGUAGE_SETTING, MainWindow
from erpsync_desktop.widgets import language
from erpsync_desktop.widgets.access_keys import access_key
from tests.ui.conftest import Opening
from tests.ui.fake_workspace import FakeWorkspace, sample_contents

ANCHORS = ('name="connector"', 'name="connection"', 'name="directory"')
CORRUPT = WorkspaceUnavailable(Problem(ProblemCode.WORKSPACE_CORRUPT, {"path": "a.sqlite"}))


def test_it_opens_its_workspace_once_it_is_painted(window: MainWindow, opening: Opening) -> None:
    assert opening.urls == ["fake"]
    assert window.windowTitle() == "Fake – ERP Sync Desktop"
    assert window.isVisible()


def test_it_opens_its_workspace_also_where_it_is_never_shown(
    qtbot: QtBot, make_window: Callable[[], MainWindow]
) -> None:
    made = make_window()
    with qtbot.waitSignal(made.ready):
        pass
    assert not made.isVisible()


def test_the_parts_have_their_public_names(window: MainWindow) -> None:
    assert window.objectName() == "mainWindow"
    tabs = window.findChild(QTabWidget, "tabs")
    assert tabs is not None
    assert tabs.currentWidget().objectName() == "syncTab"
    for name in ("connectorsView", "connectionsView"):
        assert window.findChild(QAbstractItemView, name) is not None
    for name in (
        "addConnectorButton",
        "editConnectorButton",
        "deleteConnectorButton",
        "addConnectionButton",
        "configureConnectionButton",
        "deleteConnectionButton",
        "duplicateConnectionButton",
        "testConnectionButton",
    ):
        assert window.findChild(QPushButton, name) is not None


def test_what_cannot_be_opened_fills_the_window_and_can_be_tried_again(
    qtbot: QtBot, opening: Opening, make_window: Callable[[], MainWindow]
) -> None:
    opening.error = CORRUPT
    made = make_window()
    with qtbot.waitSignal(made.failed):
        made.show()
    page = made.findChild(QWidget, "failedPage")
    assert page is not None
    assert page.isVisible()
    assert any("is damaged" in label.text() for label in page.findChildren(QLabel))
    retry = page.findChild(QPushButton, "retryButton")
    assert retry is not None
    assert retry.hasFocus()
    opening.error = None
    with qtbot.waitSignal(made.ready):
        retry.click()
    assert not page.isVisible()


def test_rows_that_cannot_be_read_are_a_failure_to_open(
    qtbot: QtBot, opening: Opening, make_window: Callable[[], MainWindow]
) -> None:
    opening.workspace.error = CORRUPT
    made = make_window()
    with qtbot.waitSignal(made.failed):
        made.show()
    opening.workspace.error = None
    retry = made.findChild(QPushButton, "retryButton")
    assert retry is not None
    with qtbot.waitSignal(made.ready):
        retry.click()
    assert made.sync_tab.connections.model.rowCount() == 5


def test_rows_that_cannot_be_read_again_stay_and_the_reason_is_shown(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    fake.error = CORRUPT
    window.sync.refresh()
    qtbot.waitUntil(lambda: window.findChild(QWidget, "errorDialog") is not None)
    assert window.sync_tab.connections.model.rowCount() == 5
    shown = window.findChild(QWidget, "errorDialog")
    assert shown is not None
    shown.close()


def test_another_file_can_be_opened_instead(
    qtbot: QtBot, opening: Opening, make_window: Callable[[], MainWindow]
) -> None:
    opening.error = CORRUPT
    made = make_window()
    with qtbot.waitSignal(made.failed):
        made.show()
    other = made.findChild(QPushButton, "openOtherButton")
    assert other is not None
    other.click()
    chooser = made.findChild(QFileDialog, "workspaceFileDialog")
    assert chooser is not None
    opening.error = None
    with qtbot.waitSignal(made.ready):
        chooser.fileSelected.emit("other.sqlite")
    assert opening.urls == ["fake", "other.sqlite"]
    chooser.reject()


def test_another_workspace_takes_the_place_of_the_first(
    qtbot: QtBot, window: MainWindow, opening: Opening, fake: FakeWorkspace
) -> None:
    opening.workspace = FakeWorkspace(title="Second")
    with qtbot.waitSignal(window.ready):
        window.open_workspace("second")
    assert fake.closed
    assert not fake.listeners
    assert window.windowTitle().startswith("Second")
    assert window.sync_tab.connections.model.rowCount() == 0


def test_the_language_changes_at_run_time_and_is_remembered(qtbot: QtBot, window: MainWindow) -> None:
    chosen = window.findChild(QAction, "languageAction:de")
    assert chosen is not None
    heard = []
    window.sync_tab.retranslated.connect(lambda: heard.append(language.current_language()))
    chosen.trigger()
    qtbot.waitUntil(lambda: heard == ["de"])
    assert QSettings().value(LANGUAGE_SETTING) == "de"
    assert chosen.isChecked()


def test_users_and_groups_are_there_where_they_can_be_edited(qtbot: QtBot, window: MainWindow) -> None:
    assert window.navigator.model().rowCount() == 2
    window.navigator.choose("directory")
    page = window.findChild(QWidget, "directoryPage")
    assert page is not None
    assert page.isVisible()
    window.sync_tab.connections.view.select_ids(["c2"])
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert not window.jobs.busy, "what is not in sight is not tested"
    window.navigator.choose("sync")
    assert not page.isVisible()


def test_each_page_takes_back_what_was_done_on_it(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    window.sync_tab.connections.view.setFocus()
    window.sync_tab.connections.view.select_ids(["c2"])
    QTest.keyClick(window.sync_tab.connections.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(window.menus.undo.isEnabled)
    window.navigator.choose("directory")
    assert not window.menus.undo.isEnabled()
    users = window.findChild(QAbstractItemView, "directoryUsersView")
    assert users is not None
    qtbot.waitUntil(lambda: users.model().rowCount() == 1)
    users.selectAll()
    window.findChild(QPushButton, "removeUserButton").click()  # type: ignore[union-attr]
    window.findChild(QPushButton, "confirmButton").click()  # type: ignore[union-attr]
    qtbot.waitUntil(window.menus.undo.isEnabled)
    window.menus.undo.trigger()
    qtbot.waitUntil(lambda: "import_directory" in dict(fake.calls))
    assert "restore_connection" not in dict(fake.calls)
    window.navigator.choose("sync")
    assert window.menus.undo.isEnabled()


def test_users_and_groups_are_not_there_where_they_cannot(
    qtbot: QtBot, opening: Opening, make_window: Callable[[], MainWindow]
) -> None:
    opening.workspace.capabilities = frozenset()
    made = make_window()
    with qtbot.waitSignal(made.ready):
        made.show()
    assert made.navigator.model().rowCount() == 1


@pytest.mark.parametrize("code", ["en", "de"])
def test_f1_opens_the_help_in_the_users_language(qtbot: QtBot, window: MainWindow, code: str) -> None:
    language.install(code)
    window.menus.help.trigger()
    shown = window.findChild(QTextBrowser, "helpText")
    assert shown is not None
    wanted = {"en": "First steps", "de": "Erste Schritte"}[code]
    assert wanted in shown.toPlainText()
    shown.window().close()


def test_f1_on_users_and_groups_is_about_them(window: MainWindow) -> None:
    window.navigator.choose("directory")
    window.menus.help.trigger()
    shown = window.findChild(QTextBrowser, "helpText")
    assert shown is not None
    assert shown.verticalScrollBar().value() > 0
    shown.window().close()


def test_both_help_pages_have_the_same_parts(qtbot: QtBot, window: MainWindow) -> None:
    counts = []
    for code in ("en", "de"):
        language.install(code)
        window.show_help("make")
        shown = window.findChild(QTextBrowser, "helpText")
        assert shown is not None
        counts.append(
            Counter(
                tag
                for tag in ("<h3", "<li", "<tr", 'name="make"', 'href="#make"', *ANCHORS)
                for _ in range(shown.toHtml().count(tag))
            )
        )
        shown.window().close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert counts[0] == counts[1]


def test_the_app_store_opens_in_the_browser(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window.menus.store.trigger()
    assert opened == ["https://online.superoffice.com/appstore/app/search?phrase=sync"]


def test_about_names_version_and_workspace(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.about.trigger()
    box = window.findChild(QWidget, "aboutBox")
    assert box is not None
    assert "0.1.0" in box.text()  # type: ignore[attr-defined]
    assert "Fake" in box.informativeText()  # type: ignore[attr-defined]
    box.close()


def test_ctrl_f_goes_to_the_filter_of_the_list_that_one_is_in(qtbot: QtBot, window: MainWindow) -> None:
    window.sync_tab.connectors.view.setFocus()
    window.menus.filter.trigger()
    assert window.sync_tab.connectors.filter_box.hasFocus()
    window.sync_tab.connections.view.setFocus()
    window.menus.filter.trigger()
    assert window.sync_tab.connections.filter_box.hasFocus()


def test_the_keys_are_those_of_the_house(window: MainWindow) -> None:
    shortcuts = {key for action in window.findChildren(QAction) for key in action.shortcuts()}
    for key in ("F5", "Ctrl+D", "Ctrl+F", "Ctrl+N", "Del", "Ins", "Ctrl+Q", "F1", "Ctrl+Z", "Ctrl+O"):
        assert QKeySequence(key) in shortcuts, key


def visible_keys(window: MainWindow) -> Iterator[tuple[str, str]]:
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            yield access_key(button.text()), button.objectName()
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.buddy():
            yield access_key(label.text()), label.text()
    for action in window.menuBar().actions():
        yield access_key(action.text()), action.text()


@pytest.mark.parametrize("code", ["en", "de"])
def test_no_access_key_is_given_twice(qtbot: QtBot, window: MainWindow, code: str) -> None:
    language.install(code)
    window.menus.deleted.trigger()
    window.jobs.offer_undo(lambda: "x", lambda: "x", lambda: None)
    QApplication.processEvents()
    keys = [(key, name) for key, name in visible_keys(window) if key]
    twice = {key for key, count in Counter(key for key, _ in keys).items() if count > 1}
    assert len(keys) > 10
    assert not [pair for pair in keys if pair[0] in twice]


def test_every_control_has_a_name_for_screen_readers(window: MainWindow) -> None:
    controls = [
        *(v for v in window.findChildren(QAbstractItemView) if not isinstance(v, QHeaderView)),
        *(edit for edit in window.findChildren(QLineEdit)),
        *(button for button in window.findChildren(QPushButton) if button.isVisible()),
    ]
    nameless = [c.objectName() for c in controls if not (c.accessibleName() or getattr(c, "text", str)())]
    assert not nameless


def test_the_tab_order_is_the_reading_order(window: MainWindow) -> None:
    wanted = [
        "connectorsFilterEdit",
        "connectorsView",
        "addConnectorButton",
        "editConnectorButton",
        "deleteConnectorButton",
    ]
    order = [window.sync_tab.connectors.filter_box.objectName()]
    at: QWidget | None = window.sync_tab.connectors.filter_box
    while len(order) < 40:
        assert at is not None
        at = at.nextInFocusChain()
        assert at is not None
        order.append(at.objectName())
    assert [name for name in order if name in wanted] == wanted
    assert order.index("connectionsFilterEdit") > order.index("deleteConnectorButton")


def test_closing_is_quick_while_a_test_hangs(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = threading.Event()
    monkeypatch.setattr(fake.hold, "wait", release.wait)  # deaf to its cancellation
    window.sync_tab.connections.view.select_ids(["c2"])
    window.sync.result.clear()
    QTest.keyClick(window.sync_tab.connections.view, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: ("test_saved", "c2") in fake.calls)
    began = time.monotonic()
    window.close()
    assert time.monotonic() - began < 2
    assert fake.closed
    release.set()


def test_what_an_interrupted_save_left_is_cleared_once(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    qtbot.waitUntil(lambda: fake.tidied == 1)
    window.sync.refresh()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.tidied == 1


def test_closing_lets_go_of_what_was_started(window: MainWindow, opening: Opening) -> None:
    window.close()
    assert opening.closed == 1


@pytest.mark.parametrize("code", ["en", "de"])
def test_nothing_is_clipped_in_a_small_window(qtbot: QtBot, window: MainWindow, code: str) -> None:
    language.install(code)
    window.resize(1280 // 2, 720 // 2)

    def clipped() -> list[str]:
        buttons = (button for button in window.findChildren(QPushButton) if button.isVisible())
        return [one.text() for one in buttons if one.width() < one.minimumSizeHint().width()]

    qtbot.waitUntil(lambda: not clipped())
    assert window.width() <= 700, "at 200 % on a screen of 1280 pixels"


def test_the_window_fits_the_smallest_screen(window: MainWindow) -> None:
    smallest = window.minimumSizeHint()
    assert smallest.width() <= 1280
    assert smallest.height() <= 690


def test_what_ran_in_the_workspace_before_is_not_heard_of_in_the_next(
    qtbot: QtBot, window: MainWindow, opening: Opening, fake: FakeWorkspace
) -> None:
    fake.hold.clear()
    window.sync_tab.connections.view.select_ids(["c2", "c3"])
    QTest.keyClick(window.sync_tab.connections.view, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: ("test_saved", "c2") in fake.calls)
    opening.workspace = FakeWorkspace(sample_contents(), title="Second")
    with qtbot.waitSignal(window.ready):
        window.open_workspace("second")
    fake.hold.set()
    window.sync_tab.connections.view.select_ids(["c4"])
    QTest.keyClick(window.sync_tab.connections.view, Qt.Key.Key_F5)
    qtbot.waitUntil(window.sync.result.isVisible)
    assert "Legacy" in window.sync.result.text
    assert "Archive" not in window.sync.result.text
    assert ("test_saved", "c3") not in fake.calls


def test_nothing_is_taken_back_in_another_workspace(
    qtbot: QtBot, window: MainWindow, opening: Opening
) -> None:
    window.sync_tab.connections.view.setFocus()
    window.sync_tab.connections.view.select_ids(["c2"])
    QTest.keyClick(window.sync_tab.connections.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(window.menus.undo.isEnabled)
    opening.workspace = FakeWorkspace(title="Second")
    with qtbot.waitSignal(window.ready):
        window.open_workspace("second")
    assert not window.menus.undo.isEnabled()


def test_the_workspace_that_was_wanted_last_is_shown_however_long_the_first_takes(
    qtbot: QtBot, opening: Opening, make_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, quick, release = opening.workspace, FakeWorkspace(title="Second"), threading.Event()

    def open_slowly(url: str) -> FakeWorkspace:
        if url == "fake":
            release.wait(10)
            return slow
        return quick

    monkeypatch.setattr(opening, "open", open_slowly)
    made = make_window()
    made.show()
    qtbot.waitUntil(lambda: made.jobs.busy)
    with qtbot.waitSignal(made.ready):
        made.open_workspace("second")
    release.set()
    qtbot.waitUntil(lambda: slow.closed)
    assert made.windowTitle().startswith("Second")


def test_the_status_line_counts_what_there_is_while_it_has_no_news(qtbot: QtBot, window: MainWindow) -> None:
    label = window.findChild(QLabel, "statusLabel")
    assert label is not None
    assert label.text() == "3 Sync Connectors, 5 ERP connections"
    window.jobs.tell(lambda: "News")
    assert label.text() == "News"
    window.jobs.tell(str)
    window.sync_tab.connections.view.setFocus()
    window.sync_tab.connections.view.select_ids(["c2"])
    QTest.keyClick(window.sync_tab.connections.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(window.menus.undo.isEnabled)
    qtbot.waitUntil(lambda: window.sync_tab.summary() == "3 Sync Connectors, 4 ERP connections")


def test_where_the_window_is_narrow_the_navigator_shows_icons_with_names_to_hover_and_to_hear(
    qtbot: QtBot, window: MainWindow
) -> None:
    pages = window.navigator.model()

    def shown(role: Qt.ItemDataRole) -> list[str]:
        return [pages.index(row, 0).data(role) or "" for row in range(pages.rowCount())]

    names, wide = shown(Qt.ItemDataRole.DisplayRole), window.navigator.width()
    assert shown(Qt.ItemDataRole.AccessibleTextRole) == names
    window.resize(window.minimumSizeHint())
    qtbot.waitUntil(lambda: window.navigator.width() < wide / 2)
    assert window.width() < 1280 // 2
    assert not any(shown(Qt.ItemDataRole.DisplayRole))
    assert shown(Qt.ItemDataRole.ToolTipRole) == shown(Qt.ItemDataRole.AccessibleTextRole) == names
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: window.navigator.width() == wide)
    assert shown(Qt.ItemDataRole.DisplayRole) == names


@pytest.mark.parametrize("code", ["en", "de"])
def test_users_and_groups_fit_a_small_screen_with_everything_twice_as_large(
    qtbot: QtBot, window: MainWindow, code: str
) -> None:
    language.install(code)
    window.navigator.choose("directory")
    qtbot.waitUntil(lambda: fits_twice_as_large(window))


def fits_twice_as_large(window: MainWindow) -> bool:
    """Whether all of a window is on a screen of 1280 by 720 pixels at 200 %, below a title bar."""
    least = window.minimumSizeHint()
    return least.width() <= 1280 // 2 and least.height() <= (720 - 64) // 2
