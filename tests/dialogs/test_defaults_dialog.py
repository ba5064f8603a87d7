"""The dialog "Defaults" on a workspace that answers what the test says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLabel, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.default_dialog import DefaultDialog
from erpsync_desktop.dialogs.defaults_dialog import DefaultsDialog
from erpsync_desktop.model.catalogue import Catalogue, CrmEntity, CrmField
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import ActorSchema, ErpList, ErpSchema
from erpsync_desktop.model.errors import ConnectorUnreachable, Problem, ProblemCode, SavedMeanwhile
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata, ListItem
from erpsync_desktop.model.sync_setup import (
    ActorMapping,
    DefaultValue,
    Direction,
    FieldMapping,
    SyncContext,
    SyncSetup,
)
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.widgets import language
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.widgets.records_view import RecordsView
from erpsync_desktop.workspace.protocol import Workspace
from tests.dialogs.fake_workspace import FakeWorkspace
from tests.dialogs.list_world import ACTIVE, CONNECTION, COUNTRIES, REFUSED
from tests.dialogs.test_connection_dialog import part

Open = Callable[..., DefaultsDialog]
MANDATORY = FieldAccess.MANDATORY
FIELDS = (
    FieldMetadata("NAME", label='US:"Name";GE:"Firmenname"', access=MANDATORY),
    FieldMetadata("COUNTRY", FieldType.LIST, "Country", list_name="Countries"),
    FieldMetadata("LIMIT", FieldType.DOUBLE, "Credit limit"),
    FieldMetadata("NEWS", FieldType.CHECKBOX, "Newsletter"),
    FieldMetadata("NUMBER", label="Number", access=FieldAccess.READ_ONLY),
    FieldMetadata("SECRET", FieldType.PASSWORD, "Secret"),
    FieldMetadata("OLD", label="Old field"),
)
COUNTRY = DefaultValue("DE", set_value=True, ask_user=True, mandatory=True)
LIMIT = DefaultValue("[F:1234.5]", set_value=True)
CRM = Catalogue((CrmField(CrmEntity.COMPANY, "NAME", "Name"),))
ERP = ErpSchema(
    (
        ActorSchema("Customer", FIELDS, gone=frozenset({"OLD"})),
        ActorSchema("Person", (FieldMetadata("LAST", label="Last name"),)),
    )
)


def setup(name: FieldMapping | None = None, *, active: bool = True, **defaults: DefaultValue) -> SyncSetup:
    mappings = [FieldMapping(erp.key, default=defaults.get(erp.key)) for erp in FIELDS]
    mappings[0] = name or FieldMapping("NAME", "NAME", Direction.BOTH, default=defaults.get("NAME"))
    return SyncSetup(
        (
            ActorMapping("Customer", active, tuple(mappings)),
            ActorMapping("Person", fields=(FieldMapping("LAST", default=defaults.get("LAST")),)),
        )
    )


@pytest.fixture
def fake() -> FakeWorkspace:
    context = SyncContext(CONNECTION, ERP, CRM, setup(COUNTRY=COUNTRY, LIMIT=LIMIT))
    return FakeWorkspace(context=context, erp_answers={"Countries": COUNTRIES})


@pytest.fixture
def open_dialog(qtbot: QtBot, fake: FakeWorkspace) -> Open:
    parent = QWidget()
    qtbot.addWidget(parent)

    def open_it(connection: ErpConnection = CONNECTION, goto: Problem | None = None) -> DefaultsDialog:
        dialog = DefaultsDialog(cast("Workspace", fake), connection, parent, goto=goto)
        dialog.open()
        qtbot.waitUntil(lambda: not dialog._tasks)
        return dialog

    return open_it


def page(dialog: QWidget, actor: str = "Customer") -> QWidget:
    return part(dialog, QWidget, f"actor:{actor}")


def view(dialog: QWidget, actor: str = "Customer") -> RecordsView:
    return part(page(dialog, actor), RecordsView, "defaultsView")


def rows(dialog: QWidget, actor: str = "Customer") -> list[tuple[str, ...]]:
    model = view(dialog, actor).model()
    return [tuple(model.index(row, column).data() for column in range(4)) for row in range(model.rowCount())]


def press(dialog: QWidget, name: str) -> None:
    part(page(dialog), QPushButton, name).click()


def default_dialog(dialog: QWidget) -> DefaultDialog:
    found = dialog.findChild(DefaultDialog)
    assert found is not None
    return found


def accept(dialog: DefaultDialog, *ticked: str) -> None:
    for name in ticked:
        part(dialog, QCheckBox, name).click()
    dialog.accept()


def save(qtbot: QtBot, dialog: DefaultsDialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        save_button(dialog).click()


def save_button(dialog: QWidget) -> QPushButton:
    return part(dialog, QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Save)


def saved_default(fake: FakeWorkspace, key: str, actor: str = "Customer") -> DefaultValue | None:
    mapping = fake.saved[-1].actor(actor)
    return mapping.field(key).default  # type: ignore[no-any-return]


# What is shown


def test_defaults_are_shown_in_the_users_words(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert rows(dialog) == [
        ("Country", "Germany", "yes", "yes"),
        ("Credit limit", "1234.5", "no", "no"),
    ]
    assert rows(dialog, "Person") == []


def test_numbers_and_items_follow_the_language(
    fake: FakeWorkspace, open_dialog: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_DE"))
    language.install("de")
    assert [row[1] for row in rows(open_dialog())] == ["Deutschland", "1234,5"]
    assert "erp_lists" in fake.names()


def test_until_a_list_comes_the_key_stands_for_its_item(fake: FakeWorkspace, open_dialog: Open) -> None:
    fake.erp_answers = {"Countries": ErpList("Countries", problem=REFUSED)}
    assert rows(open_dialog())[0][1] == "DE"


def test_no_list_is_asked_for_where_none_is_needed(fake: FakeWorkspace, open_dialog: Open) -> None:
    fake.context = replace(fake.context, setup=setup(LIMIT=LIMIT))
    open_dialog()
    assert "erp_lists" not in fake.names()


def test_a_default_that_only_asks_has_no_value(fake: FakeWorkspace, open_dialog: Open) -> None:
    fake.context = replace(fake.context, setup=setup(LIMIT=DefaultValue(ask_user=True)))
    assert rows(open_dialog()) == [("Credit limit", "(no value)", "yes", "no")]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (setup(OLD=DefaultValue("x", set_value=True)), "Old field"),
        (setup(LIMIT=DefaultValue("abc", set_value=True)), "Credit limit"),
    ],
    ids=["gone", "not a number"],
)
def test_a_default_that_does_not_fit_any_more_says_why(
    fake: FakeWorkspace, open_dialog: Open, before: SyncSetup, said: str
) -> None:
    fake.context = replace(fake.context, setup=before)
    dialog = open_dialog()
    index = view(dialog).model().index(0, 0)
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert said in index.data(Qt.ItemDataRole.AccessibleTextRole)
    view(dialog).selectRow(0)
    assert said in part(page(dialog), MessagePanel, "problemPanel").text


# Adding, editing, removing


def test_a_default_is_added_saved_and_what_was_there_stays(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    dialog = open_dialog()
    press(dialog, "addDefaultButton")
    adding = default_dialog(dialog)
    combo = adding._combo
    assert [combo.itemText(row) for row in range(combo.count())] == ["Name", "Newsletter"]
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    accept(adding, "setValueCheck")
    assert ("Newsletter", "no", "no", "no") in rows(dialog)
    save(qtbot, dialog)
    assert saved_default(fake, "NEWS") == DefaultValue("[I:0]", set_value=True)
    assert saved_default(fake, "LIMIT") == LIMIT


def test_read_only_secret_and_lost_fields_are_not_offered(open_dialog: Open) -> None:
    dialog = open_dialog()
    press(dialog, "addDefaultButton")
    offered = {field.key for field in default_dialog(dialog)._fields}
    assert not offered & {"NUMBER", "SECRET", "OLD", "COUNTRY", "LIMIT"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Insert, Qt.Key.Key_N])
def test_a_key_adds(qtbot: QtBot, open_dialog: Open, key: Qt.Key) -> None:
    dialog = open_dialog()
    qtbot.waitUntil(dialog.isActiveWindow)
    view(dialog).setFocus()
    held = Qt.KeyboardModifier.ControlModifier if key is Qt.Key.Key_N else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(view(dialog), key, held)
    assert default_dialog(dialog).isVisible()


def test_enter_edits_del_removes_and_undo_brings_back(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    qtbot.waitUntil(dialog.isActiveWindow)
    view(dialog).select_ids(("LIMIT",))
    view(dialog).setFocus()
    QTest.keyClick(view(dialog), Qt.Key.Key_Return)
    accept(default_dialog(dialog), "askUserCheck")
    assert rows(dialog)[1] == ("Credit limit", "1234.5", "yes", "no")
    QTest.keyClick(view(dialog), Qt.Key.Key_Delete)
    assert len(rows(dialog)) == 1
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view(dialog), Qt.Key.Key_Z, control)
    QTest.keyClick(view(dialog), Qt.Key.Key_Z, control)
    assert rows(dialog)[1] == ("Credit limit", "1234.5", "no", "no")
    QTest.keyClick(view(dialog), Qt.Key.Key_Y, control)
    assert rows(dialog)[1] == ("Credit limit", "1234.5", "yes", "no")


def test_undo_shows_the_tab_where_it_takes_something_back(fake: FakeWorkspace, open_dialog: Open) -> None:
    fake.context = replace(fake.context, setup=setup(LAST=DefaultValue(ask_user=True)))
    dialog = open_dialog()
    tabs = part(dialog, QTabWidget, "actorTabs")
    tabs.setCurrentIndex(1)
    view(dialog, "Person").select_ids(("LAST",))
    part(page(dialog, "Person"), QPushButton, "removeDefaultButton").click()
    tabs.setCurrentIndex(0)
    press(dialog, "undoButton")
    assert tabs.currentWidget() is page(dialog, "Person")
    assert len(rows(dialog, "Person")) == 1


def test_the_buttons_follow_what_is_selected(open_dialog: Open) -> None:
    dialog = open_dialog()

    def enabled() -> list[bool]:
        names = ("editDefaultButton", "removeDefaultButton")
        return [part(page(dialog), QPushButton, name).isEnabled() for name in names]

    assert enabled() == [False, False]
    view(dialog).select_ids(("LIMIT",))
    assert enabled() == [True, True]
    view(dialog).select_ids(("LIMIT", "COUNTRY"))
    assert enabled() == [False, True]


def test_a_list_that_came_for_the_input_names_its_items_in_the_table(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    fake.erp_answers = [
        {"Countries": ErpList("Countries", problem=REFUSED)},
        {"Countries": replace(COUNTRIES, items=(ListItem("DE", "Germany"),))},
    ]
    dialog = open_dialog()
    view(dialog).select_ids(("COUNTRY",))
    press(dialog, "editDefaultButton")
    qtbot.waitUntil(lambda: rows(dialog)[0][1] == "Germany")
    default_dialog(dialog).reject()


def test_where_nothing_changed_saving_only_closes(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    save(qtbot, open_dialog())
    assert "save_setup" not in fake.names()


# What is not covered


def test_mandatory_fields_that_are_not_covered_are_named_and_can_be(
    fake: FakeWorkspace, open_dialog: Open
) -> None:
    fake.context = replace(fake.context, setup=setup(FieldMapping("NAME", "NAME", Direction.TO_CRM)))
    dialog = open_dialog()
    hint = part(page(dialog), MessagePanel, "uncoveredPanel")
    assert "Name" in hint.text
    part(hint, QPushButton, "coverButton").click()
    accept(default_dialog(dialog), "askUserCheck")
    assert not hint.isVisible()
    assert rows(dialog) == [("Name", "(no value)", "yes", "no")]


def test_mandatory_fields_without_a_direction_are_sent_to_the_mappings(
    fake: FakeWorkspace, open_dialog: Open
) -> None:
    fake.context = replace(fake.context, setup=setup(FieldMapping("NAME")))
    hint = part(page(open_dialog()), MessagePanel, "uncoveredPanel")
    assert "Mappings" in hint.text
    assert hint.findChild(QPushButton, "coverButton") is None


@pytest.mark.parametrize("covered", [True, False])
def test_there_is_no_hint_where_all_is_covered_or_nothing_synchronised(
    fake: FakeWorkspace, open_dialog: Open, covered: bool
) -> None:
    name = None if covered else FieldMapping("NAME", "NAME", Direction.TO_CRM)
    fake.context = replace(fake.context, setup=setup(name, active=covered))
    assert not part(page(open_dialog()), MessagePanel, "uncoveredPanel").isVisible()


# From the list of reasons


def place(key: str) -> Problem:
    params = {"actor": "Customer", "key": key, "label": key}
    return Problem(ProblemCode.MANDATORY_NOT_COVERED, params, field="default")


def test_a_reason_leads_to_the_default_it_is_about(open_dialog: Open) -> None:
    dialog = open_dialog(goto=place("LIMIT"))
    assert view(dialog).selected_ids() == ("LIMIT",)


def test_a_reason_without_a_default_begins_to_add_it(open_dialog: Open) -> None:
    adding = default_dialog(open_dialog(goto=place("NAME")))
    assert adding._combo.currentText() == "Name"
    adding.reject()


# Locks, failures, conflicts


def test_while_the_connection_is_active_nothing_can_be_changed(open_dialog: Open) -> None:
    dialog = open_dialog(ACTIVE, place("NAME"))
    assert dialog.findChild(DefaultDialog) is None
    view(dialog).select_ids(("LIMIT",))
    names = ("addDefaultButton", "editDefaultButton", "removeDefaultButton")
    assert not any(part(page(dialog), QPushButton, name).isEnabled() for name in names)
    QTest.keyClick(view(dialog), Qt.Key.Key_Delete)
    assert len(rows(dialog)) == 2


def test_an_erp_that_could_not_be_read_is_said_and_what_is_known_is_shown(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    read = fake.context
    answers = [replace(read, erp=replace(ERP, problem=REFUSED)), read]
    fake.context = lambda _connection_id, _watch: answers.pop(0)
    dialog = open_dialog()
    message = part(dialog, MessagePanel, "messagePanel")
    assert "erp.example.com" in message.text
    assert len(rows(dialog)) == 2
    part(message, QPushButton, "retryButton").click()
    qtbot.waitUntil(lambda: not dialog._tasks)
    assert not message.isVisible()


def test_an_actor_type_that_could_not_be_read_says_why_and_is_asked_for_again(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open
) -> None:
    read = fake.context
    unread = replace(read, erp=replace(ERP, actors=(ERP.actors[0], ActorSchema("Person", problem=REFUSED))))
    answers = [unread, read]
    fake.context = lambda _connection_id, _watch: answers.pop(0)
    dialog = open_dialog()
    view(dialog).select_ids(("LIMIT",))
    press(dialog, "removeDefaultButton")
    hint = part(page(dialog, "Person"), MessagePanel, "uncoveredPanel")
    assert "erp.example.com" in hint.text
    part(hint, QPushButton, "retryFieldsButton").click()
    qtbot.waitUntil(lambda: not dialog._tasks)
    assert hint.isHidden()
    assert len(rows(dialog)) == 1
    assert dialog.changed


def test_a_save_that_fails_keeps_what_was_added(qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open) -> None:
    fake.saving_setup = [ConnectorUnreachable(REFUSED)]
    dialog = open_dialog()
    view(dialog).select_ids(("LIMIT",))
    press(dialog, "removeDefaultButton")
    save_button(dialog).click()
    qtbot.waitUntil(part(dialog, MessagePanel, "messagePanel").isVisible)
    assert len(rows(dialog)) == 1
    save(qtbot, dialog)
    assert saved_default(fake, "LIMIT") is None


THEIRS = DefaultValue("[F:9]", set_value=True)


@pytest.mark.parametrize(
    ("button", "limit"), [("keepMineButton", None), ("takeTheirsButton", THEIRS)], ids=["mine", "theirs"]
)
def test_of_a_default_that_both_changed_either_can_be_kept_and_the_rest_goes_together(
    qtbot: QtBot, fake: FakeWorkspace, open_dialog: Open, button: str, limit: DefaultValue | None
) -> None:
    theirs = setup(LIMIT=THEIRS, COUNTRY=COUNTRY, NEWS=DefaultValue(ask_user=True))
    fake.saving_setup = [SavedMeanwhile(Problem(ProblemCode.SAVED_MEANWHILE, {"name": "Finance"}), theirs)]
    dialog = open_dialog()
    view(dialog).select_ids(("LIMIT", "COUNTRY"))
    press(dialog, "removeDefaultButton")
    save_button(dialog).click()
    panel = part(dialog, QWidget, "conflictPanel")
    qtbot.waitUntil(panel.isVisible)
    said = [label.text() for label in panel.findChildren(QLabel)]
    assert "no default" in said
    assert "9" in said
    if button == "keepMineButton":
        with qtbot.waitSignal(dialog.accepted):
            part(dialog, QPushButton, button).click()
    else:
        part(dialog, QPushButton, button).click()
        save(qtbot, dialog)
    wanted = [limit, None, DefaultValue(ask_user=True)]
    assert [saved_default(fake, key) for key in ("LIMIT", "COUNTRY", "NEWS")] == wanted
