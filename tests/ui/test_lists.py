"""The two lists: what they show, filter, sort, remember and say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from erpsync_desktop.ui.main_window import MainWindow
from erpsync_desktop.ui.record_models import ACTIVE, CONNECTION_NAME, SCOPE, STATE, TESTED
from erpsync_desktop.workspace.protocol import Contents
from tests.ui.conftest import Opening
from tests.ui.fake_workspace import FakeWorkspace, passed, sample_contents

DISPLAY, CHECK, TOOLTIP = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.CheckStateRole,
    Qt.ItemDataRole.ToolTipRole,
)


def connections(window: MainWindow) -> QTableView:
    view = window.findChild(QTableView, "connectionsView")
    assert view is not None
    return view


def cells(view: QTableView, column: int, role: int = DISPLAY) -> list[object]:
    model = view.model()
    return [model.index(row, column).data(role) for row in range(model.rowCount())]


def test_connections_are_shown_by_name_with_the_active_box_first(window: MainWindow) -> None:
    view = connections(window)
    assert cells(view, CONNECTION_NAME) == [
        "Accounts Germany",
        "Archive",
        "Branch <b>Oslo</b>",
        "Legacy",
        "Moved",
    ]
    assert [Qt.CheckState(state) for state in cells(view, ACTIVE, CHECK)] == [
        Qt.CheckState.Checked,
        *[Qt.CheckState.Unchecked] * 4,
    ]
    headers = [view.model().headerData(n, Qt.Orientation.Horizontal) for n in range(6)]
    assert headers == ["Active", "Name", "Sync Connector", "Scope", "Description", "Last tested"]


def test_the_last_test_is_said_in_words(window: MainWindow) -> None:
    assert cells(connections(window), TESTED) == [
        "Passed, 5 minutes ago",
        "Never",
        "Passed with a warning, 5 minutes ago",
        "Failed, 3 hours ago",
        "Not tested since the address changed",
    ]


def test_every_state_has_an_icon_besides_its_word(window: MainWindow) -> None:
    icons = cells(connections(window), TESTED, Qt.ItemDataRole.DecorationRole)
    assert all(icon is not None and not icon.isNull() for icon in icons)  # type: ignore[attr-defined]


def test_the_scope_names_groups_then_users(window: MainWindow) -> None:
    assert cells(connections(window), SCOPE)[2] == "Finance, Sales, Anna Lindqvist"


def test_connectors_show_whether_they_answer(window: MainWindow) -> None:
    view = window.findChild(QTableView, "connectorsView")
    assert view is not None
    assert cells(view, 0) == ["Nordlicht ERP", "Old ERP", "Site app"]
    assert cells(view, STATE) == ["Answers", "Does not answer", "Only through a SuperOffice site"]
    assert "does not accept connections" in str(cells(view, STATE, TOOLTIP)[1])


def test_tooltips_show_markup_of_others_as_text(window: MainWindow) -> None:
    assert "&lt;b&gt;Oslo&lt;/b&gt;" in str(cells(connections(window), CONNECTION_NAME, TOOLTIP)[2])


def test_the_tooltip_of_a_test_gives_the_connectors_words(window: MainWindow) -> None:
    assert "The licence ends soon" in str(cells(connections(window), TESTED, TOOLTIP)[2])


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("LEGACY", ["Legacy"]),
        ("old moved", ["Moved"]),
        ("finance", ["Branch <b>Oslo</b>"]),
        ("creditors", ["Accounts Germany"]),
        ("nothing of it", []),
    ],
)
def test_the_filter_looks_for_every_word_anywhere(
    qtbot: QtBot, window: MainWindow, typed: str, names: list[str]
) -> None:
    box = window.findChild(QLineEdit, "connectionsFilterEdit")
    assert box is not None
    QTest.keyClicks(box, typed)
    assert cells(connections(window), CONNECTION_NAME) == names


def test_escape_clears_the_filter(qtbot: QtBot, window: MainWindow) -> None:
    box = window.sync_tab.connections.filter_box
    QTest.keyClicks(box, "legacy")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert connections(window).model().rowCount() == 5


def test_a_list_that_the_filter_empties_says_so(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClicks(window.sync_tab.connections.filter_box, "nothing of it")
    shown = [label.text() for label in connections(window).findChildren(QLabel) if label.isVisible()]
    assert shown == ["No ERP connection matches the filter."]


def test_the_selection_outlives_filter_and_refresh(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    panel = window.sync_tab.connections
    panel.view.select_ids(["c4", "c5"])
    QTest.keyClicks(panel.filter_box, "old")
    fake.restore_connection("c2")
    qtbot.waitUntil(lambda: panel.model.total == 5)
    panel.filter_box.clear()
    assert panel.view.selected_ids() == ("c4", "c5")


def test_a_change_of_the_workspace_is_shown_by_itself(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    fake.duplicate_connection("c1", "Brand new")
    qtbot.waitUntil(lambda: "Brand new" in cells(connections(window), CONNECTION_NAME))


def test_a_click_on_a_header_sorts_and_the_next_window_remembers(
    qtbot: QtBot, window: MainWindow, make_window: Callable[[], MainWindow]
) -> None:
    view = connections(window)
    view.sortByColumn(CONNECTION_NAME, Qt.SortOrder.DescendingOrder)
    view.setColumnWidth(CONNECTION_NAME, 277)
    assert cells(view, CONNECTION_NAME)[0] == "Moved"
    window.resize(710, 610)
    window.close()
    again = make_window()
    with qtbot.waitSignal(again.ready):
        again.show()
    assert cells(connections(again), CONNECTION_NAME)[0] == "Moved"
    assert connections(again).columnWidth(CONNECTION_NAME) == 277
    assert again.size() == window.size()


def test_tests_are_sorted_by_their_time(window: MainWindow) -> None:
    view = connections(window)
    view.sortByColumn(TESTED, Qt.SortOrder.DescendingOrder)
    assert cells(view, CONNECTION_NAME)[-1] == "Archive"


def test_an_empty_workspace_says_how_to_begin(
    qtbot: QtBot, opening: Opening, make_window: Callable[[], MainWindow]
) -> None:
    opening.workspace.data = Contents()
    window = make_window()
    with qtbot.waitSignal(window.ready):
        window.show()
    said = "".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    for words in ("No connectors yet.", "app:sample", "app:store", "app:make"):
        assert words in said


def test_the_link_of_an_empty_list_starts_the_sample(
    qtbot: QtBot, opening: Opening, make_window: Callable[[], MainWindow]
) -> None:
    opening.workspace.data = Contents()
    window = make_window()
    with qtbot.waitSignal(window.ready):
        window.show()
    window.sync_tab.connectors.view.linkActivated.emit("app:sample")
    model = window.sync_tab.connectors.model
    qtbot.waitUntil(lambda: model.rowCount() == 1 and window.sync_tab.connectors.view.selected_ids() != ())
    assert model.index(0, 0).data() == "Sample ERP"


def test_buttons_are_on_only_for_what_is_selected(window: MainWindow) -> None:
    def enabled() -> set[str]:
        panel = window.sync_tab.connections
        return {b.objectName() for b in panel.findChildren(QPushButton) if b.isEnabled() and b.isVisible()}

    view = window.sync_tab.connections.view
    always = {"addConnectionButton", "setSyncPriorityButton"}
    setups = {"mappingsButton", "listMappingButton", "defaultsButton", "rankFieldsButton"}
    assert enabled() == always
    view.select_ids(["c2", "c3"])
    assert enabled() == always | {"deleteConnectionButton", "testConnectionButton"}
    view.select_ids(["c2"])
    assert enabled() >= setups | {"configureConnectionButton", "duplicateConnectionButton"}


def test_ten_thousand_connections_are_filtered_at_once(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    contents = sample_contents()
    one = contents.connections[0]
    many = tuple(
        replace(one, id=f"x{n}", name=f"Connection {n:05}", last_test=passed()) for n in range(10_000)
    )
    fake.data = replace(contents, connections=many)
    window.sync.refresh()
    panel = window.sync_tab.connections
    qtbot.waitUntil(lambda: panel.model.total == 10_000)
    QTest.keyClicks(panel.filter_box, "connection 09999")
    assert cells(connections(window), CONNECTION_NAME) == ["Connection 09999"]
