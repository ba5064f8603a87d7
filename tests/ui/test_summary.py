"""What is said under the list of the connection that is selected."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from erpsync_desktop.model.catalogue import Catalogue, CrmEntity, CrmField
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import ActorSchema, ErpSchema
from erpsync_desktop.model.errors import Problem, ProblemCode, WorkspaceUnavailable
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.summary import summary
from erpsync_desktop.model.sync_setup import (
    ActorMapping,
    DefaultValue,
    Direction,
    FieldMapping,
    SyncContext,
    SyncSetup,
)
from erpsync_desktop.model.values import FieldType, encode
from erpsync_desktop.ui.main_window import MainWindow
from erpsync_desktop.ui.summary_texts import summary_text
from erpsync_desktop.ui.summary_view import SummaryView
from erpsync_desktop.widgets import language
from tests.ui.conftest import Opening
from tests.ui.fake_workspace import FakeWorkspace, failed

FIELDS = (
    FieldMetadata("NAME", label='US:"Name";GE:"Firmenname"'),
    FieldMetadata("PHONE", label="Phone <b>"),
    FieldMetadata("CITY"),
    FieldMetadata("VIP", FieldType.CHECKBOX, label="VIP"),
)
CUSTOMER = ActorMapping(
    "Customer",
    True,
    (
        FieldMapping("PHONE", "PHONE", Direction.TO_ERP, show_in_search=True),
        FieldMapping("NAME", "NAME", Direction.BOTH, show_in_tab=True, show_in_search=True),
        FieldMapping("CITY", "CITY", Direction.TO_CRM, default=DefaultValue("Oslo", set_value=True)),
        FieldMapping(
            "VIP",
            default=DefaultValue(
                encode(FieldType.CHECKBOX, True), set_value=True, ask_user=True, mandatory=True
            ),
        ),
    ),
)
REFUSED = Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example.com", "port": 443})
CONTEXT = SyncContext(
    ErpConnection("c1", "k1", "Finance"),
    ErpSchema(
        (
            ActorSchema("Customer", FIELDS),
            ActorSchema("Project", problem=REFUSED),
            ActorSchema("Invoice"),
            ActorSchema("Supplier", supported=False),
        ),
        datetime(2026, 11, 22, tzinfo=UTC),
    ),
    Catalogue((CrmField(CrmEntity.COMPANY, "NAME", 'US:"Company name";GE:"Firma"'),)),
    SyncSetup((CUSTOMER, ActorMapping("Project"), ActorMapping("Invoice"), ActorMapping("Supplier"))),
)


def plain(text: str) -> str:
    """Without the marks that keep writing directions apart."""
    return text.replace("\u2068", "").replace("\u2069", "")


@pytest.fixture
def lines(settings: None) -> list[str]:
    return plain(summary_text(summary(CONTEXT))).splitlines()


def test_the_directions_are_said_in_words_with_arrows(lines: list[str]) -> None:
    start = lines.index("Customer with SuperOffice Company: synchronised")
    assert lines[start + 1 : start + 7] == [
        "    From the ERP to SuperOffice (1):",
        "        CITY → CITY",
        "    From SuperOffice to the ERP (1):",
        "        Phone <b> ← PHONE",
        "    In both directions (1):",
        "        Name ↔ Company name",
    ]


def test_what_is_shown_and_the_defaults_are_said(lines: list[str]) -> None:
    start = lines.index("    Shown in the ERP tab (1): Name")
    assert lines[start + 1 : start + 5] == [
        "    Shown in Search (2): Phone <b>, Name",
        "    Defaults (2):",
        "        CITY: set to Oslo",
        "        VIP: set to yes, the user is asked, mandatory",
    ]


def test_name_state_and_last_test_come_first(lines: list[str]) -> None:
    assert lines[:2] == ["Finance: inactive", "Last tested: Never"]


def test_the_last_test_says_how_it_went_and_exactly_when(settings: None) -> None:
    tested = replace(CONTEXT.connection, last_test=failed())
    (_, line) = plain(summary_text(summary(SyncContext(tested)))).splitlines()[:2]
    assert line.startswith("Last tested: Failed, ")
    assert re.search(r"\d{4}, \d\d:\d\d:\d\d, ", line)
    assert "does not accept connections" in line


def test_a_test_of_another_address_does_not_count(settings: None) -> None:
    moved = replace(CONTEXT.connection, last_test=failed(), tested_elsewhere=True)
    text = plain(summary_text(summary(SyncContext(moved))))
    assert "Last tested: Not tested since the address changed" in text


def test_what_is_not_synchronised_says_why(lines: list[str]) -> None:
    assert "Project with SuperOffice Project: not synchronised" in lines
    assert any("does not accept connections" in line for line in lines)
    assert "Invoice: cannot be synchronised with SuperOffice" in lines
    assert "Supplier: not supported by the Sync Connector any more" in lines


@pytest.mark.parametrize(
    ("schema", "said"),
    [(ErpSchema(), "was never read"), (ErpSchema(problem=REFUSED), "does not accept connections")],
)
def test_an_erp_that_was_not_read_says_so(settings: None, schema: ErpSchema, said: str) -> None:
    context = SyncContext(replace(CONTEXT.connection, active=True), schema)
    text = plain(summary_text(summary(context)))
    assert text.startswith("Finance: active")
    assert said in text


def test_names_are_those_of_the_language(settings: None) -> None:
    language.install("de")
    assert "Firmenname ↔ Firma" in plain(summary_text(summary(CONTEXT)))


# Under the list


@pytest.fixture
def said(qtbot: QtBot, window: MainWindow, fake: FakeWorkspace) -> Callable[[], str]:
    """What the summary says now; c1 has one."""
    fake.contexts["c1"] = CONTEXT

    def text() -> str:
        view = window.findChild(QPlainTextEdit, "summaryView")
        return plain(view.toPlainText()) if view else ""

    qtbot.waitUntil(lambda: bool(text()))
    return text


def loads(fake: FakeWorkspace) -> list[str]:
    return [key for call, key in fake.calls if call.startswith("sync_context")]


def test_the_connection_that_is_selected_is_summed_up_without_asking_its_erp(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, said: Callable[[], str]
) -> None:
    assert said().startswith("Select an ERP connection")
    window.sync_tab.connections.view.select_ids(["c1"])
    qtbot.waitUntil(lambda: "Name ↔ Company name" in said())
    assert ("sync_context, not asking", "c1") in fake.calls
    assert ("sync_context", "c1") not in fake.calls


def test_nothing_is_loaded_or_made_before_the_rows_are_shown(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace
) -> None:
    assert window.sync_tab.connections.model.rowCount() == 5
    assert window.findChild(SummaryView) is None
    assert not loads(fake)
    qtbot.waitUntil(lambda: window.findChild(SummaryView) is not None)


def test_a_key_that_is_held_down_loads_only_where_it_ends(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, said: Callable[[], str]
) -> None:
    view = window.sync_tab.connections.view
    view.select_ids(["c1"])
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: said().startswith("Legacy"))
    assert loads(fake)[-1] == "c4"
    assert len(loads(fake)) < 4


def test_several_that_are_selected_are_not_summed_up(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, said: Callable[[], str]
) -> None:
    window.sync_tab.connections.view.select_ids(["c1", "c2"])
    qtbot.waitUntil(lambda: said().startswith("Select one ERP connection alone"))
    assert not loads(fake)


def test_a_deleted_connection_is_not_summed_up(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, said: Callable[[], str]
) -> None:
    fake.delete_connection("c2")
    window.menus.deleted.trigger()
    qtbot.waitUntil(lambda: window.sync_tab.connections.model.rowCount() == 5)
    window.sync_tab.connections.view.select_ids(["c2"])
    qtbot.waitUntil(lambda: said().startswith("This ERP connection is deleted"))
    assert not loads(fake)


def test_it_is_summed_up_anew_when_the_workspace_changed(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, said: Callable[[], str]
) -> None:
    window.sync_tab.connections.view.select_ids(["c1"])
    qtbot.waitUntil(lambda: "synchronised" in said())
    off = SyncSetup((replace(CUSTOMER, active=False),))
    fake.save_setup("c1", CONTEXT.setup, off)
    qtbot.waitUntil(lambda: "Company: not synchronised" in said())


def test_what_cannot_be_read_is_said_there(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, said: Callable[[], str]
) -> None:
    fake.unreadable = WorkspaceUnavailable(Problem(ProblemCode.WORKSPACE_CORRUPT, {"path": "a.sqlite"}))
    window.sync_tab.connections.view.select_ids(["c1"])
    qtbot.waitUntil(lambda: "is damaged" in said())


def test_another_workspace_starts_with_nothing(
    qtbot: QtBot, window: MainWindow, opening: Opening, said: Callable[[], str]
) -> None:
    window.sync_tab.connections.view.select_ids(["c1"])
    qtbot.waitUntil(lambda: "synchronised" in said())
    opening.workspace = FakeWorkspace(title="Second")
    with qtbot.waitSignal(window.ready):
        window.open_workspace("second")
    assert said() == ""
    qtbot.waitUntil(lambda: said().startswith("Select an ERP connection"))


def test_it_is_copied_whole_or_what_is_selected(
    qtbot: QtBot, window: MainWindow, said: Callable[[], str]
) -> None:
    window.sync_tab.connections.view.select_ids(["c1"])
    qtbot.waitUntil(lambda: "synchronised" in said())
    button = window.findChild(QPushButton, "copySummaryButton")
    text = window.findChild(QPlainTextEdit, "summaryView")
    assert button is not None
    assert text is not None
    button.click()
    assert plain(QGuiApplication.clipboard().text()) == said()
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert plain(QGuiApplication.clipboard().text()) == said()


def test_what_is_selected_in_it_outlives_a_refresh(
    qtbot: QtBot, window: MainWindow, fake: FakeWorkspace, said: Callable[[], str]
) -> None:
    window.sync_tab.connections.view.select_ids(["c1"])
    qtbot.waitUntil(lambda: "synchronised" in said())
    text = window.findChild(QPlainTextEdit, "summaryView")
    assert text is not None
    text.selectAll()
    before = len(loads(fake))
    window.sync.refresh()
    qtbot.waitUntil(lambda: len(loads(fake)) > before)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert text.textCursor().hasSelection()


def fold_button(window: MainWindow) -> QToolButton:
    found = window.findChild(QToolButton, "foldSummaryButton")
    assert found is not None
    return found


def test_it_is_folded_away_and_that_is_remembered(
    qtbot: QtBot, window: MainWindow, said: Callable[[], str], make_window: Callable[[], MainWindow]
) -> None:
    text = window.findChild(QPlainTextEdit, "summaryView")
    assert text is not None
    assert text.isVisible()
    before = window.sync_tab.connections.height()
    fold_button(window).click()
    assert not text.isVisible()
    qtbot.waitUntil(lambda: window.sync_tab.connections.height() > before)
    window.close()
    again = make_window()
    with qtbot.waitSignal(again.ready):
        again.show()
    qtbot.waitUntil(lambda: again.findChild(SummaryView) is not None)
    assert not fold_button(again).isChecked()
    fold_button(again).click()
    shown = again.findChild(QPlainTextEdit, "summaryView")
    assert shown is not None
    assert shown.isVisible()


def test_the_lists_stay_where_they_are_when_it_is_made(qtbot: QtBot, window: MainWindow) -> None:
    before = [panel.height() for panel in (window.sync_tab.connectors, window.sync_tab.connections)]
    qtbot.waitUntil(lambda: window.findChild(SummaryView) is not None)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    after = [panel.height() for panel in (window.sync_tab.connectors, window.sync_tab.connections)]
    assert after == before
