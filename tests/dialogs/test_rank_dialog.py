"""The dialog "Rank Fields"."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QTableView, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.rank_dialog import RankDialog
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import ActorSchema, ErpSchema
from erpsync_desktop.model.errors import (
    ConnectorUnreachable,
    Problem,
    ProblemCode,
    SavedMeanwhile,
)
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.sync_setup import ActorMapping, Direction, FieldMapping, SyncContext, SyncSetup
from erpsync_desktop.widgets import language
from erpsync_desktop.widgets.ordered_list import OrderedList
from erpsync_desktop.workspace.protocol import Workspace
from tests.dialogs.fake_workspace import FakeWorkspace

FINANCE = ErpConnection("c1", "k", "Finance", active=True)
FIELDS = (
    FieldMetadata("NAME", label='US:"Name";GE:"Firmenname"'),
    FieldMetadata("CITY", label="City"),
    FieldMetadata("OLD", label="Old field"),
)
CUSTOMER = ActorMapping(
    "Customer",
    True,
    (
        FieldMapping("NAME", "NAME", Direction.BOTH, show_in_tab=True),
        FieldMapping("CITY"),
        FieldMapping("OLD", show_in_tab=True),
    ),
)
PROJECT = ActorMapping("Project", False, (FieldMapping("P1"), FieldMapping("P2", show_in_tab=True)))
SETUP = SyncSetup((CUSTOMER, PROJECT))
ERP = ErpSchema(
    (
        ActorSchema("Customer", FIELDS, gone=frozenset({"OLD"})),
        ActorSchema("Project", (FieldMetadata("P1"), FieldMetadata("P2"))),
    )
)
CONTEXT = SyncContext(FINANCE, ERP, setup=SETUP)
REFUSED = Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example.com", "port": 443})


@pytest.fixture
def fake() -> FakeWorkspace:
    return FakeWorkspace(context=CONTEXT)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def opened(qtbot: QtBot, fake: FakeWorkspace, parent: QWidget) -> RankDialog:
    return open_it(qtbot, fake, parent)


def open_it(qtbot: QtBot, fake: FakeWorkspace, parent: QWidget, goto: Problem | None = None) -> RankDialog:
    made = RankDialog(cast("Workspace", fake), FINANCE, parent, goto=goto)
    made.open()
    qtbot.waitUntil(lambda: done(made).isEnabled())
    return made


def done(dialog: RankDialog) -> QPushButton:
    box = dialog.findChild(QDialogButtonBox, "buttonBox")
    assert box is not None
    return box.button(QDialogButtonBox.StandardButton.Save)


def button(dialog: QWidget, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def page(dialog: RankDialog, actor_type: str = "Customer") -> OrderedList:
    found = dialog.findChild(OrderedList, f"actor:{actor_type}")
    assert found is not None
    return found


def tabs(dialog: RankDialog) -> QTabWidget:
    found = dialog.findChild(QTabWidget, "actorTabs")
    assert found is not None
    return found


def cells(where: OrderedList, column: int) -> list[str]:
    view = where.findChild(QTableView, "itemsView")
    assert view is not None
    return [view.model().index(row, column).data() for row in range(view.model().rowCount())]


def move_first_down(dialog: RankDialog, actor_type: str = "Customer") -> None:
    tabs(dialog).setCurrentWidget(page(dialog, actor_type))
    page(dialog, actor_type).select(page(dialog, actor_type).model.ids[:1])
    button(page(dialog, actor_type), "moveDownButton").click()


def in_order(actor: ActorMapping, *keys: str) -> ActorMapping:
    return replace(actor, fields=tuple(one for key in keys if (one := actor.field(key))))


def test_each_actor_type_has_a_tab_with_all_its_fields_in_their_order(opened: RankDialog) -> None:
    assert [tabs(opened).tabText(n) for n in range(tabs(opened).count())] == ["Customer", "Project"]
    assert cells(page(opened), 0) == ["Name", "City", "Old field"]
    assert cells(page(opened, "Project"), 0) == ["P1", "P2"]


def test_fields_that_the_erp_tab_does_not_show_are_dimmed_and_a_word_says_so(opened: RankDialog) -> None:
    assert cells(page(opened), 1) == ["shown", "not shown in the ERP tab", "not in the ERP any more"]
    model = page(opened).model
    dimmed = [model.index(row, 0).data(Qt.ItemDataRole.ForegroundRole) is not None for row in range(3)]
    assert dimmed == [False, True, False]


def test_the_order_is_saved_and_nothing_else_also_while_the_connection_is_active(
    qtbot: QtBot, opened: RankDialog, fake: FakeWorkspace
) -> None:
    move_first_down(opened)
    with qtbot.waitSignals([opened.saved, opened.accepted]):
        done(opened).click()
    after = SyncSetup((in_order(CUSTOMER, "CITY", "NAME", "OLD"), PROJECT))
    assert fake.calls[-1] == ("save_setup", (SETUP, after))


def test_moving_there_and_back_is_no_change(qtbot: QtBot, opened: RankDialog, fake: FakeWorkspace) -> None:
    move_first_down(opened)
    there = opened.changed
    button(page(opened), "undoButton").click()
    assert (there, opened.changed) == (True, False)
    with qtbot.waitSignal(opened.accepted):
        done(opened).click()
    assert fake.names() == ["sync_context"]


def clash(qtbot: QtBot, opened: RankDialog, fake: FakeWorkspace) -> SyncSetup:
    """Somebody else ranked the customers and mapped a field; here customers and projects are ranked."""
    mapped = CUSTOMER.with_field(FieldMapping("CITY", "CITY", Direction.TO_CRM))
    theirs = SyncSetup((in_order(mapped, "OLD", "NAME", "CITY"), PROJECT))
    fake.saving_setup = [SavedMeanwhile(Problem(ProblemCode.SAVED_MEANWHILE, {"name": "Finance"}), theirs)]
    move_first_down(opened, "Project")
    move_first_down(opened)
    done(opened).click()
    qtbot.waitUntil(button(opened, "keepMineButton").isVisible)
    return theirs


def test_another_order_saved_meanwhile_is_shown_beside_this_one(
    qtbot: QtBot, opened: RankDialog, fake: FakeWorkspace
) -> None:
    clash(qtbot, opened, fake)
    texts = [each.text() for each in opened.findChildren(QLabel) if each.isVisible()]
    assert "Customer: Place 1" in texts
    assert {"\u2068City\u2069", "\u2068Old field\u2069"} <= set(texts)


def test_this_order_goes_over_theirs_and_their_mapping_stays(
    qtbot: QtBot, opened: RankDialog, fake: FakeWorkspace
) -> None:
    theirs = clash(qtbot, opened, fake)
    with qtbot.waitSignal(opened.saved):
        button(opened, "keepMineButton").click()
    mapped = theirs.actors[0]
    after = SyncSetup((in_order(mapped, "CITY", "NAME", "OLD"), in_order(PROJECT, "P2", "P1")))
    assert fake.calls[-1] == ("save_setup", (theirs, after))


def test_their_order_can_be_taken_and_what_does_not_clash_stays(
    qtbot: QtBot, opened: RankDialog, fake: FakeWorkspace
) -> None:
    theirs = clash(qtbot, opened, fake)
    button(opened, "takeTheirsButton").click()
    assert cells(page(opened), 0) == ["Old field", "Name", "City"]
    assert cells(page(opened, "Project"), 0) == ["P2", "P1"]
    with qtbot.waitSignal(opened.saved):
        done(opened).click()
    assert fake.calls[-1][1][0] == theirs


def test_a_place_to_go_to_is_shown(qtbot: QtBot, fake: FakeWorkspace, parent: QWidget) -> None:
    place = Problem(ProblemCode.MANDATORY_WITHOUT_DIRECTION, {"actor": "Project", "key": "P2"})
    dialog = open_it(qtbot, fake, parent, place)
    assert tabs(dialog).currentWidget() is page(dialog, "Project")
    assert page(dialog, "Project").selected() == (1,)


def test_what_cannot_be_loaded_is_said_and_tried_again(
    qtbot: QtBot, fake: FakeWorkspace, parent: QWidget
) -> None:
    fake.context = ConnectorUnreachable(REFUSED)
    dialog = RankDialog(cast("Workspace", fake), FINANCE, parent)
    dialog.open()
    qtbot.waitUntil(dialog.message.isVisible)
    fake.context = CONTEXT
    button(dialog, "retryButton").click()
    qtbot.waitUntil(lambda: done(dialog).isEnabled())
    assert cells(page(dialog), 0)[0] == "Name"


def test_an_erp_that_could_not_be_read_is_said(qtbot: QtBot, fake: FakeWorkspace, parent: QWidget) -> None:
    fake.context = SyncContext(FINANCE, ErpSchema(problem=REFUSED))
    dialog = open_it(qtbot, fake, parent)
    assert "does not accept connections" in dialog.message.text
    assert tabs(dialog).count() == 0


def test_names_follow_the_language_and_the_order_stays(qtbot: QtBot, opened: RankDialog) -> None:
    move_first_down(opened)
    language.install("de")
    qtbot.waitUntil(lambda: cells(page(opened), 0) == ["City", "Firmenname", "Old field"])
