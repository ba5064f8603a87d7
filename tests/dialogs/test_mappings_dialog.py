"""The dialog "Mappings"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.mapping_model import CRM_FIELD, DIRECTION, ERP_FIELD, IN_SEARCH, IN_TAB, TYPE
from erpsync_desktop.dialogs.mapping_page import ActorPage
from erpsync_desktop.dialogs.mappings_dialog import MappingsDialog
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import ErpSchema
from erpsync_desktop.model.errors import (
    ConnectorUnreachable,
    Problem,
    ProblemCode,
    SavedMeanwhile,
    StillInUse,
)
from erpsync_desktop.model.mapping import ActorRules
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata
from erpsync_desktop.model.sync_setup import (
    Direction,
    FieldMapping,
    SyncContext,
    SyncSetup,
    completed,
)
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.widgets import language
from erpsync_desktop.widgets.direction_delegate import STATE_ROLE, DirectionDelegate
from erpsync_desktop.widgets.sentences import sentence
from erpsync_desktop.workspace.protocol import Workspace
from tests.dialogs.fake_workspace import FakeWorkspace
from tests.dialogs.mapping_world import (
    CUSTOMER,
    CUSTOMER_FIELDS,
    EMPLOYEE,
    LOST,
    NAME_TO_CRM,
    PERSON,
    UNREAD,
    context,
    many,
    mapped,
)
from tests.dialogs.tab_stops import tab_stops

CTRL = Qt.KeyboardModifier.ControlModifier
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


class Opened:
    """The dialog on the screen, as somebody sees and uses it."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, connection: ErpConnection, **options: Any) -> None:
        self.qtbot = qtbot
        self.dialog = MappingsDialog(workspace, connection, None, **options)
        # Else it is gone once it closes, and nothing can be asked of it.
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(self.dialog)
        self.dialog.open()
        with qtbot.waitActive(self.dialog):
            self.dialog.activateWindow()
        qtbot.waitUntil(lambda: "load" not in self.dialog._tasks)

    def page(self, actor_type: str = "Customer") -> ActorPage:
        page = self.dialog.findChild(ActorPage, f"actor:{actor_type}")
        assert page is not None
        return page

    def show(self, actor_type: str) -> ActorPage:
        page = self.page(actor_type)
        self.dialog.tabs.setCurrentWidget(page)
        return page

    def text(self, key: str, column: int, role: int = 0, actor_type: str = "Customer") -> Any:
        model = self.page(actor_type).model
        return model.index(model.row_of(key), column).data(role)

    def mapping(self, key: str, actor_type: str = "Customer") -> FieldMapping:
        return self.dialog.draft.row(actor_type, key).mapping

    def line(self) -> str:
        return cast("ActorPage", self.dialog.tabs.currentWidget()).line.text

    def stand_on(self, *keys: str, column: int = ERP_FIELD) -> None:
        view = self.page().view
        view.go_to(keys[0], column)
        view.select_ids(keys)
        view.go_to(keys[0], column) if len(keys) == 1 else None
        view.setFocus()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.page().view, key, modifier)

    def button(self, name: str) -> QPushButton:
        found = self.dialog.findChild(QPushButton, name)
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        self.button(name).click()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.dialog._tasks)

    def save(self) -> None:
        self.dialog.save_button.click()
        self.settle()


class Shown(Opened):
    """The dialog on a workspace that answers what a test wants."""

    def __init__(self, qtbot: QtBot, known: SyncContext, **options: Any) -> None:
        self.workspace = FakeWorkspace(context=known)
        super().__init__(qtbot, cast("Workspace", self.workspace), known.connection, **options)


Opens = Callable[..., Shown]


@pytest.fixture
def opens(qtbot: QtBot) -> Opens:
    def opened(known: SyncContext | None = None, **options: Any) -> Shown:
        return Shown(qtbot, known or context(), **options)

    return opened


# What is shown


def test_each_actor_type_has_a_tab_with_the_documented_names(opens: Opens) -> None:
    shown = opens(context(CUSTOMER, PERSON))
    tabs = shown.dialog.tabs
    assert tabs.objectName() == "actorTabs"
    assert [tabs.tabText(place) for place in range(tabs.count())] == ["Customer", "Person"]
    page = shown.page()
    for kind, name in ((QCheckBox, "syncActorCheck"), (QLineEdit, "filterEdit"), (QWidget, "fieldsView")):
        assert page.findChild(kind, name) is not None
    assert shown.dialog.findChild(QPushButton, "autoMapButton") is not None
    assert shown.dialog.findChild(QDialogButtonBox, "buttonBox") is not None


def test_the_box_on_top_names_both_sides(opens: Opens) -> None:
    box = opens(context(PERSON)).page("Person").active_check
    assert _plain(box.text()) == '&Sync ERP "Person" to SuperOffice "Contact"'


def test_the_columns_are_those_of_the_documentation(opens: Opens) -> None:
    model = opens().page().model
    spoken = (model.headerData(n, Qt.Orientation.Horizontal, ACCESSIBLE) for n in range(model.columnCount()))
    assert list(spoken) == [
        "ERP field",
        "Type",
        "SuperOffice field",
        "Direction",
        "Show in Search",
        "Show in ERP tab",
    ]


@pytest.mark.parametrize("code", ["en", "de"])
def test_at_800_pixels_the_last_two_columns_can_be_told_apart(opens: Opens, code: str) -> None:
    QSettings().clear()
    shown = opens()
    language.install(code)
    shown.dialog.resize(800, 600)
    QApplication.processEvents()
    assert shown.dialog.width() == 800
    view = shown.page().view
    header = view.horizontalHeader()
    for column in (IN_SEARCH, IN_TAB):
        assert header.sectionSize(column) >= header.sectionSizeHint(column)
    assert header.length() <= shown.page().view.viewport().width()
    words = [shown.page().model.headerData(n, Qt.Orientation.Horizontal) for n in (IN_SEARCH, IN_TAB)]
    assert words[0].split("\n") != words[1].split("\n")


def test_columns_that_were_left_too_narrow_get_room_for_their_names(opens: Opens) -> None:
    before = opens()
    before.page().view.setColumnWidth(IN_SEARCH, 20)
    before.dialog.reject()
    shown = opens()
    header = shown.page().view.horizontalHeader()
    assert header.sectionSize(IN_SEARCH) >= header.sectionSizeHint(IN_SEARCH)


def test_signs_are_said_in_words(opens: Opens) -> None:
    shown = opens()
    assert shown.text("NAME", ERP_FIELD) == "* Name"
    assert shown.text("NAME", ERP_FIELD, ACCESSIBLE) == "Name, mandatory in the ERP"
    assert shown.text("NUMBER1", ERP_FIELD, ACCESSIBLE) == "Customer number, read-only in the ERP"
    assert "As billed" in shown.text("NAME", ERP_FIELD, Qt.ItemDataRole.ToolTipRole)
    assert shown.text("NAME", TYPE) == "Text (300)"
    assert shown.text("NAME", CRM_FIELD) == "(No Selection)"


def test_a_text_that_may_be_cut_is_noted(opens: Opens) -> None:
    shown = opens(context(setup=mapped(NAME_TO_CRM)))
    assert "takes 219 characters" in shown.text("NAME", CRM_FIELD, ACCESSIBLE)
    shown.stand_on("NAME")
    assert "takes 219 characters" in shown.line()


def test_the_cell_says_every_direction_with_its_reason(opens: Opens) -> None:
    shown = opens(context(setup=mapped(FieldMapping("NUMBER1", "NUMBER1", Direction.TO_CRM))))
    said = _plain(shown.text("NUMBER1", DIRECTION, ACCESSIBLE))
    assert said.splitlines() == [
        "To SuperOffice: chosen",
        "To ERP: not possible. “Customer number” is read-only in the ERP and cannot receive.",
    ]


def test_the_line_says_what_to_do_first_where_nothing_is_chosen(opens: Opens) -> None:
    shown = opens()
    shown.stand_on("PHONE")
    said = _plain(shown.line())
    assert "No SuperOffice field is chosen for “Telephone”. Choose a SuperOffice field first." in said


def test_a_field_that_another_connection_has_names_that_connection(opens: Opens) -> None:
    shown = opens(context(setup=mapped(FieldMapping("PHONE", "DEPARTMENT"))))
    shown.stand_on("PHONE")
    said = _plain(shown.line())
    assert "The ERP connection “Warehouse” already synchronises this SuperOffice field." in said
    assert "Both directions: possible" in said


def test_where_a_field_cannot_be_searched_there_is_no_box(opens: Opens) -> None:
    shown = opens()
    check = Qt.ItemDataRole.CheckStateRole
    assert shown.text("NAME", IN_SEARCH, check) is not None
    assert shown.text("CREATED", IN_SEARCH, check) is None
    assert shown.text("CREATED", IN_SEARCH) == "–"
    assert "cannot search" in shown.text("CREATED", IN_SEARCH, ACCESSIBLE)


def test_tab_goes_in_the_order_in_which_one_reads(opens: Opens) -> None:
    shown = opens(context(CUSTOMER, PERSON, setup=mapped(NAME_TO_CRM)))
    shown.stand_on("NAME")
    shown.press(Qt.Key.Key_0, CTRL)
    shown.page().active_check.setFocus()
    names = ["syncActorCheck", "filterEdit", "shownCombo", "fieldsView"]
    names += ["autoMapButton", "resetButton", "copyFromButton", "undoButton", "refreshErpButton"]
    assert tab_stops(shown.dialog) == [*names, "Done", "Cancel", "qt_tabwidget_tabbar"]
    shown.show("Person").active_check.setFocus()
    assert tab_stops(shown.dialog)[:4] == names[:4]


# The SuperOffice field


def _combo(shown: Shown) -> QComboBox:
    combo = shown.page().view.findChild(QComboBox, "searchCombo")
    assert combo is not None
    return combo


def _line(shown: Shown) -> QLineEdit:
    line = _combo(shown).lineEdit()
    assert line is not None
    return line


def _choose(shown: Shown, text: str) -> None:
    combo, line = _combo(shown), _line(shown)
    line.selectAll()
    QTest.keyClicks(line, text)
    QApplication.processEvents()
    completer = combo.completer()
    assert completer is not None
    popup = completer.popup()
    QTest.keyClick(popup if popup is not None and popup.isVisible() else line, Qt.Key.Key_Return)
    QApplication.processEvents()


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_key_opens_the_choice_from_any_column(opens: Opens, key: Qt.Key) -> None:
    shown = opens()
    shown.stand_on("PHONE", column=TYPE)
    shown.press(key)
    _choose(shown, "pho")
    assert shown.mapping("PHONE").crm_key == "PHONE"


def test_typing_in_the_column_opens_the_choice(opens: Opens) -> None:
    shown = opens()
    shown.stand_on("PHONE", column=CRM_FIELD)
    QTest.keyClicks(shown.page().view, "c")
    _choose(shown, "code")
    assert shown.mapping("PHONE").crm_key == "NUMBER1"


@pytest.mark.parametrize("first", ["c", "C"])
def test_the_first_letter_that_is_typed_stands_in_the_choice(opens: Opens, first: str) -> None:
    shown = opens()
    shown.stand_on("PHONE", column=CRM_FIELD)
    QTest.keyClicks(shown.page().view, first)
    line = _line(shown)
    assert line.text() == first
    QTest.keyClicks(line, "ode")
    assert line.text() == f"{first}ode"


def test_esc_in_the_column_opens_nothing(opens: Opens) -> None:
    shown = opens()
    shown.stand_on("PHONE", column=CRM_FIELD)
    shown.press(Qt.Key.Key_Escape)
    assert shown.page().view.findChild(QComboBox, "searchCombo") is None
    assert not shown.dialog.isVisible()


def test_a_click_opens_the_choice(opens: Opens) -> None:
    shown = opens()
    view = shown.page().view
    cell = view.visualRect(shown.page().model.index(2, CRM_FIELD))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    _choose(shown, "phone")
    assert shown.mapping("PHONE").crm_key == "PHONE"


def test_only_fields_that_fit_are_offered_after_no_selection(opens: Opens) -> None:
    shown = opens()
    shown.stand_on("BLOCKED", column=CRM_FIELD)
    shown.press(Qt.Key.Key_F2)
    combo = shown.page().view.findChild(QComboBox, "searchCombo")
    assert combo is not None
    offered = [combo.itemText(row) for row in range(combo.count())]
    assert offered[0] == "(No Selection)"
    assert "Stop" in offered
    assert not {"Category", "Updated", "Company ID"} & set(offered)


def test_a_text_that_names_no_field_is_said_and_can_be_corrected(opens: Opens) -> None:
    shown = opens()
    shown.stand_on("PHONE", column=CRM_FIELD)
    QTest.keyClicks(shown.page().view, "z")
    line = _line(shown)
    QTest.keyClicks(line, "zzq")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert _combo(shown).isVisible()
    assert line.text() == "zzzq"
    assert _plain(shown.line()).startswith("No SuperOffice field that fits is called “zzzq”.")
    _choose(shown, "pho")
    assert shown.mapping("PHONE").crm_key == "PHONE"
    assert "zzzq" not in shown.line()


def test_esc_leaves_a_text_that_names_no_field(opens: Opens) -> None:
    shown = opens()
    shown.stand_on("PHONE", column=CRM_FIELD)
    QTest.keyClicks(shown.page().view, "z")
    combo = _combo(shown)
    QTest.keyClick(combo, Qt.Key.Key_Return)
    assert combo.isVisible()
    QTest.keyClick(combo, Qt.Key.Key_Escape)
    assert not combo.isVisible()
    assert shown.dialog.isVisible()
    assert not shown.dialog.changed


def test_what_tab_leaves_behind_is_taken_if_it_names_a_field(opens: Opens) -> None:
    shown = opens()
    shown.stand_on("PHONE", column=CRM_FIELD)
    QTest.keyClicks(shown.page().view, "c")
    line = _line(shown)
    line.setText("phone")
    line.setModified(True)
    QTest.keyClick(_combo(shown), Qt.Key.Key_Tab)
    assert shown.mapping("PHONE").crm_key == "PHONE"


def test_esc_in_the_choice_changes_nothing_and_keeps_the_dialog(opens: Opens) -> None:
    shown = opens()
    shown.stand_on("PHONE", column=CRM_FIELD)
    shown.press(Qt.Key.Key_F2)
    combo = shown.page().view.findChild(QComboBox, "searchCombo")
    assert combo is not None
    combo.hidePopup()
    QTest.keyClick(combo, Qt.Key.Key_Escape)
    assert shown.dialog.isVisible()
    assert not shown.dialog.changed


# The direction


MAPPED = mapped(NAME_TO_CRM, FieldMapping("PHONE", "PHONE"), FieldMapping("NUMBER1", "NUMBER1"))


@pytest.mark.parametrize(
    ("key", "direction"),
    [
        (Qt.Key.Key_Right, Direction.TO_CRM),
        (Qt.Key.Key_Left, Direction.TO_ERP),
        (Qt.Key.Key_Down, Direction.BOTH),
        (Qt.Key.Key_B, Direction.BOTH),
    ],
)
def test_keys_choose_the_direction(opens: Opens, key: Qt.Key, direction: Direction) -> None:
    shown = opens(context(setup=MAPPED))
    shown.stand_on("PHONE")
    shown.press(key, CTRL)
    assert shown.mapping("PHONE").direction is direction


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_0, CTRL), (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)]
)
def test_keys_take_the_direction_away(opens: Opens, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    shown = opens(context(setup=MAPPED))
    shown.stand_on("NAME")
    shown.press(key, modifier)
    assert shown.mapping("NAME") == FieldMapping("NAME", "NAME")


def test_del_removes_the_mapping(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    shown.stand_on("NAME")
    shown.press(Qt.Key.Key_Delete)
    assert shown.mapping("NAME").is_empty


def test_a_barred_direction_says_why(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    shown.stand_on("NUMBER1")
    shown.press(Qt.Key.Key_Left, CTRL)
    first = _plain(shown.line()).splitlines()[0]
    assert first.startswith("Not possible: “Customer number” is read-only in the ERP")
    assert shown.mapping("NUMBER1").direction is Direction.NONE


def test_keys_work_on_all_selected_rows(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    shown.stand_on("NAME", "PHONE", "NUMBER1")
    shown.press(Qt.Key.Key_Down, CTRL)
    assert [shown.mapping(key).direction for key in ("NAME", "PHONE", "NUMBER1")] == [
        Direction.BOTH,
        Direction.BOTH,
        Direction.NONE,
    ]
    assert "One of the selected" in shown.line() or "1 of the selected" in shown.line()


def _click_button(shown: Shown, key: str, direction: Direction) -> None:
    page = shown.page()
    view = page.view
    index = page.model.index(page.model.row_of(key), DIRECTION)
    delegate = view.itemDelegateForColumn(DIRECTION)
    assert isinstance(delegate, DirectionDelegate)
    option = QStyleOptionViewItem()
    option.initFrom(view)
    place = delegate.button_at(view.visualRect(index), direction, option)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.center()))


def test_a_click_chooses_and_a_second_one_takes_it_away(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    _click_button(shown, "PHONE", Direction.TO_ERP)
    assert shown.mapping("PHONE").direction is Direction.TO_ERP
    _click_button(shown, "PHONE", Direction.TO_ERP)
    assert shown.mapping("PHONE").direction is Direction.NONE


def test_a_click_on_a_barred_button_says_why(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    _click_button(shown, "NUMBER1", Direction.BOTH)
    assert "read-only in the ERP" in _plain(shown.line()).splitlines()[0]


def test_choosing_bars_the_same_for_another_field(opens: Opens) -> None:
    shown = opens(context(setup=mapped(NAME_TO_CRM, FieldMapping("PHONE", "NAME"))))
    state = shown.text("PHONE", DIRECTION, STATE_ROLE)
    assert state.possible == (Direction.TO_ERP,)
    shown.stand_on("PHONE")
    assert "already receives from “Name”" in _plain(shown.line())


# What is shown elsewhere


def test_space_ticks_boxes_of_all_selected_rows(opens: Opens) -> None:
    shown = opens()
    shown.stand_on("NAME", "PHONE")
    view = shown.page().view
    index = shown.page().model.index(shown.page().model.row_of("NAME"), IN_SEARCH)
    view.selectionModel().setCurrentIndex(index, view.selectionModel().SelectionFlag.NoUpdate)
    shown.press(Qt.Key.Key_Space)
    assert shown.mapping("NAME").show_in_search
    assert shown.mapping("PHONE").show_in_search
    shown.press(Qt.Key.Key_Space)
    assert not shown.mapping("PHONE").show_in_search


def test_a_click_on_a_box_ticks_it(opens: Opens) -> None:
    shown = opens()
    index = shown.page().model.index(0, IN_TAB)
    assert shown.page().model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert shown.mapping("NAME").show_in_tab


def test_the_actor_is_switched_on_by_its_box(opens: Opens) -> None:
    shown = opens()
    shown.page().active_check.click()
    actor = shown.dialog.draft.setup.actor("Customer")
    assert actor is not None
    assert actor.active


# Finding


@pytest.mark.parametrize(
    ("typed", "found"),
    [("tele", ["PHONE"]), ("number1", ["NUMBER1"]), ("firm", ["NAME"]), ("checkbox", ["BLOCKED"])],
)
def test_the_filter_finds_names_keys_and_types(opens: Opens, typed: str, found: list[str]) -> None:
    language.install("de")
    shown = opens(context(setup=mapped(NAME_TO_CRM)))
    if typed == "checkbox":
        language.install("en")
        QApplication.processEvents()
    shown.page().filter.setText(typed)
    assert _keys(shown) == found


def test_rows_can_be_narrowed_down_to_those_with_problems(opens: Opens) -> None:
    gone = FieldMapping("BLOCKED", "OLD", Direction.TO_CRM)
    shown = opens(context(setup=mapped(NAME_TO_CRM, gone)))
    combo = shown.page().shown
    found = []
    for place in range(combo.count()):
        combo.setCurrentIndex(place)
        found.append(len(_keys(shown)))
    assert found == [7, 2, 5, 1]


def test_every_column_sorts_and_the_order_of_the_ranks_comes_back(opens: Opens) -> None:
    shown = opens(context(setup=mapped(FieldMapping("PHONE", "PHONE", Direction.TO_ERP, True, True))))
    header = shown.page().view.horizontalHeader()
    firsts = []
    for column in range(6):
        header.setSortIndicator(column, Qt.SortOrder.AscendingOrder)
        firsts.append(_keys(shown)[0])
    assert firsts == ["HEAD", "BLOCKED", "PHONE", "PHONE", "PHONE", "PHONE"]
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert _keys(shown) == ["PHONE", *(one.key for one in CUSTOMER_FIELDS if one.key != "PHONE")]


def test_a_row_stays_where_it_is_when_it_changes(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    shown.page().view.horizontalHeader().setSortIndicator(DIRECTION, Qt.SortOrder.AscendingOrder)
    before = _keys(shown)
    shown.stand_on("PHONE")
    shown.press(Qt.Key.Key_Right, CTRL)
    assert _keys(shown) == before
    assert shown.page().view.selected_ids() == ("PHONE",)


def test_widths_and_order_are_remembered(opens: Opens) -> None:
    first = opens()
    header = first.page().view.horizontalHeader()
    header.resizeSection(ERP_FIELD, 231)
    header.setSortIndicator(CRM_FIELD, Qt.SortOrder.DescendingOrder)
    first.dialog.reject()
    header = opens().page().view.horizontalHeader()
    assert header.sectionSize(ERP_FIELD) == 231
    assert header.sortIndicatorSection() == CRM_FIELD


# Buttons


def test_known_keys_are_mapped_and_counted(opens: Opens) -> None:
    shown = opens()
    shown.click("autoMapButton")
    assert [shown.mapping(key).crm_key for key in ("NAME", "NUMBER1", "PHONE")] == [
        "NAME",
        "NUMBER1",
        "PHONE",
    ]
    assert shown.mapping("NAME").direction is Direction.NONE
    assert _plain(shown.dialog.result_panel.text).startswith(
        "Customer: 3 fields were mapped, without a direction."
    )
    shown.click("autoMapButton")
    assert "no further field" in shown.dialog.result_panel.text


def test_undo_and_redo_by_keys(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    shown.stand_on("PHONE")
    shown.press(Qt.Key.Key_Right, CTRL)
    QTest.keySequence(shown.page().view, QKeySequence("Ctrl+Z"))
    assert shown.mapping("PHONE").direction is Direction.NONE
    assert not shown.dialog.changed
    QTest.keySequence(shown.page().view, QKeySequence("Ctrl+Y"))
    assert shown.mapping("PHONE").direction is Direction.TO_CRM


def test_reset_goes_back_to_what_is_saved(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    shown.stand_on("PHONE")
    shown.press(Qt.Key.Key_Right, CTRL)
    _menu(shown.button("resetButton"), "As last saved")
    assert not shown.dialog.changed


def test_reset_can_remove_every_mapping_of_the_tab(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    _menu(shown.button("resetButton"), "Remove all mappings of “Customer”")
    assert [one for one in ("NAME", "PHONE", "NUMBER1") if shown.mapping(one).crm_key] == []


def test_copying_says_what_could_not_be_taken_over(opens: Opens) -> None:
    shown = opens()
    theirs = mapped(NAME_TO_CRM, FieldMapping("PHONE", "DEPARTMENT", Direction.TO_CRM))
    shown.workspace.context = lambda *_: context(setup=theirs)
    _menu(shown.button("copyFromButton"), "Warehouse && more")
    shown.settle()
    assert ("sync_context", ("e2", False)) in shown.workspace.calls
    assert shown.mapping("NAME").direction is Direction.TO_CRM
    assert shown.mapping("PHONE") == FieldMapping("PHONE", "DEPARTMENT")
    said = _plain(shown.dialog.result_panel.text)
    assert said.startswith("The mappings of “Warehouse & more” were taken over.")
    assert "“Department” cannot be one-way to SuperOffice here." in said


def test_a_copy_that_fails_says_why_and_changes_nothing(opens: Opens) -> None:
    shown = opens()
    problem = Problem(ProblemCode.SETUP_LOCKED, {"name": "x"})
    shown.workspace.context = ConnectorUnreachable(problem)
    _menu(shown.button("copyFromButton"), "Warehouse && more")
    shown.settle()
    assert shown.dialog.message.isVisible()
    assert not shown.dialog.changed
    assert shown.dialog.body.isEnabled()


# What is wrong with a whole type


def test_types_in_trouble_say_why_and_leave_the_others_usable(opens: Opens) -> None:
    shown = opens(
        context(
            CUSTOMER,
            UNREAD,
            EMPLOYEE,
            LOST,
            setup=mapped(FieldMapping("NAME"), actor_type="Project", active=True),
        )
    )
    assert "could not be read" in shown.page("Supplier").trouble.text
    assert "30 seconds" in shown.page("Supplier").trouble.text
    assert "cannot be synchronised with SuperOffice" in shown.page("Employee").trouble.text
    assert "does not support “Project” any more" in _plain(shown.page("Project").trouble.text)
    shown.click("autoMapButton")
    assert shown.mapping("NAME").crm_key == "NAME"


def test_a_tab_has_its_sign_in_words(opens: Opens) -> None:
    gone = FieldMapping("BLOCKED", "OLD", Direction.TO_CRM)
    shown = opens(context(CUSTOMER, PERSON, setup=mapped(gone)))
    bar = shown.dialog.tabs.tabBar()
    assert bar.tabToolTip(0) in {"Customer: 1 problem", "Customer: 1 problems"}
    assert bar.tabToolTip(1) == "Person: not synchronised"
    assert bar.accessibleTabName(0) == bar.tabToolTip(0)
    shown.stand_on("BLOCKED")
    shown.press(Qt.Key.Key_Delete)
    assert bar.tabToolTip(0) == "Customer: not synchronised"


def test_a_type_that_is_gone_can_only_be_switched_off(opens: Opens) -> None:
    shown = opens(
        context(CUSTOMER, LOST, setup=mapped(FieldMapping("NAME", "NAME"), actor_type="Project", active=True))
    )
    box = shown.show("Project").active_check
    assert box.isEnabled()
    box.click()
    assert not box.isEnabled()
    assert shown.text("NAME", ERP_FIELD, actor_type="Project") == "Name (gone)"


def test_a_type_that_could_not_be_read_is_tried_again(opens: Opens) -> None:
    shown = opens(context(CUSTOMER, UNREAD))
    shown.show("Supplier")
    now = replace(UNREAD, problem=None, fields=CUSTOMER_FIELDS)
    shown.workspace.erp_now = replace(shown.dialog.draft.context.erp, actors=(CUSTOMER, now))
    shown.click("retryActorButton")
    shown.qtbot.waitUntil(lambda: "take_erp" in shown.workspace.names())
    shown.settle()
    assert len(_keys(shown, "Supplier")) == len(CUSTOMER_FIELDS)
    assert not shown.page("Supplier").trouble.isVisible()


def test_trying_again_in_vain_says_why(opens: Opens) -> None:
    shown = opens(context(CUSTOMER, UNREAD))
    shown.show("Supplier")
    shown.click("retryActorButton")
    assert "30 seconds" in shown.dialog.message.text


def test_an_erp_that_never_answered_can_be_asked_again(opens: Opens) -> None:
    problem = Problem(ProblemCode.ANSWER_TIMEOUT, {"host": "erp.example", "seconds": 30})
    known = replace(context(), erp=ErpSchema(problem=problem), setup=SyncSetup())
    shown = opens(known)
    assert "30 seconds" in shown.dialog.erp_panel.text
    shown.workspace.context = context()
    shown.click("retryErpButton")
    assert shown.dialog.tabs.count() == 1
    assert not shown.dialog.erp_panel.isVisible()


def test_gone_fields_are_marked_and_can_only_be_unmapped(opens: Opens) -> None:
    actor = replace(CUSTOMER, gone=frozenset({"PHONE"}))
    shown = opens(context(actor, setup=mapped(FieldMapping("PHONE", "PHONE", Direction.BOTH))))
    assert shown.text("PHONE", ERP_FIELD) == "Telephone (gone)"
    shown.stand_on("PHONE")
    assert "does not have the field “Telephone” any more" in _plain(shown.line())
    shown.press(Qt.Key.Key_Left, CTRL)
    assert shown.mapping("PHONE").direction is Direction.BOTH
    shown.press(Qt.Key.Key_Delete)
    assert not shown.mapping("PHONE").crm_key


# Saving


def test_done_saves_and_closes(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    assert shown.dialog.save_button.text() == "Done"
    shown.stand_on("PHONE")
    shown.press(Qt.Key.Key_Right, CTRL)
    with shown.qtbot.waitSignal(shown.dialog.saved):
        shown.dialog.save_button.click()
    name, (before, after) = shown.workspace.calls[-1]
    assert name == "save_setup"
    assert before == context(setup=MAPPED).setup
    assert after.actor("Customer").field("PHONE").direction is Direction.TO_CRM
    assert not shown.dialog.isVisible()


def test_done_without_a_change_only_closes(opens: Opens) -> None:
    shown = opens()
    shown.save()
    assert "save_setup" not in shown.workspace.names()
    assert not shown.dialog.isVisible()


def test_cancel_saves_nothing(opens: Opens) -> None:
    shown = opens()
    shown.click("autoMapButton")
    shown.dialog.reject()
    assert "save_setup" not in shown.workspace.names()


def _conflict(shown: Shown) -> SyncSetup:
    """Somebody else gives the telephone another field and switches the customers on."""
    theirs = mapped(NAME_TO_CRM, FieldMapping("PHONE", "NUMBER1"), FieldMapping("NUMBER1"), active=True)
    whole = completed(theirs, shown.dialog.draft.context.erp)
    problem = Problem(ProblemCode.SAVED_MEANWHILE, {"name": "Finance"})
    shown.workspace.saving_setup = [SavedMeanwhile(problem, whole)]
    shown.stand_on("PHONE")
    shown.press(Qt.Key.Key_Right, CTRL)
    shown.save()
    return whole


def test_a_conflict_names_the_field_and_both_versions(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    whole = _conflict(shown)
    differences = [(_plain(one.what), one.mine, one.theirs) for one in shown.dialog.differences(whole)]
    assert ("Customer – Telephone", "Phone, To SuperOffice", "Code, no direction") in differences
    assert shown.button("keepMineButton").isVisible()


def test_mine_goes_over_theirs_and_keeps_the_rest_of_it(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    whole = _conflict(shown)
    shown.click("keepMineButton")
    _, (before, after) = shown.workspace.calls[-1]
    assert before == whole
    saved = after.actor("Customer")
    assert saved.active
    assert saved.field("PHONE") == FieldMapping("PHONE", "PHONE", Direction.TO_CRM)
    assert not shown.dialog.isVisible()


def test_theirs_can_be_taken_instead(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    _conflict(shown)
    shown.click("takeTheirsButton")
    assert shown.dialog.isVisible()
    assert not shown.dialog.changed
    assert shown.mapping("PHONE").crm_key == "NUMBER1"
    assert shown.page().active_check.isChecked()


def test_a_direction_that_a_merge_made_impossible_bars_saving_with_its_reason(opens: Opens) -> None:
    shown = opens(context(setup=mapped(FieldMapping("PHONE", "NAME"))))
    shown.stand_on("PHONE")
    shown.press(Qt.Key.Key_Right, CTRL)
    theirs = mapped(NAME_TO_CRM, FieldMapping("PHONE", "NAME"))
    shown.dialog.take_theirs(completed(theirs, shown.dialog.draft.context.erp))
    shown.dialog.judge()
    assert not shown.dialog.save_button.isEnabled()
    assert "already receives from" in shown.dialog.missing.text()


# An active connection


def test_an_active_connection_can_only_be_looked_at(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED, active=True))
    shown.stand_on("PHONE")
    shown.press(Qt.Key.Key_Right, CTRL)
    _click_button(shown, "PHONE", Direction.TO_CRM)
    shown.press(Qt.Key.Key_Delete)
    shown.press(Qt.Key.Key_F2)
    assert not shown.dialog.changed
    assert shown.page().view.findChild(QComboBox, "searchCombo") is None
    assert not shown.page().active_check.isEnabled()
    assert not shown.button("autoMapButton").isEnabled()
    assert shown.page().filter.isEnabled()


def test_deactivating_makes_it_editable(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED, active=True))
    with shown.qtbot.waitSignal(shown.dialog.saved):
        shown.click("deactivateButton")
    assert ("set_active", False) in shown.workspace.calls
    shown.stand_on("PHONE")
    shown.press(Qt.Key.Key_Right, CTRL)
    assert shown.mapping("PHONE").direction is Direction.TO_CRM


def test_a_connection_activated_meanwhile_is_not_overwritten(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    shown.workspace.saving_setup = StillInUse(Problem(ProblemCode.SETUP_LOCKED, {"name": "Finance"}))
    shown.click("autoMapButton")
    shown.stand_on("PHONE")
    shown.press(Qt.Key.Key_Right, CTRL)
    shown.save()
    assert shown.dialog.isVisible()
    assert shown.dialog.locked_panel.isVisible()
    assert shown.mapping("PHONE").direction is Direction.TO_CRM


# Refreshing


def _changed_erp(shown: Shown) -> ErpSchema:
    phone = replace(CUSTOMER_FIELDS[2], kind=FieldType.INTEGER, access=FieldAccess.MANDATORY)
    fields = (*CUSTOMER_FIELDS[:2], phone, FieldMetadata("VATNO", label="VAT number"))
    return replace(shown.dialog.draft.context.erp, actors=(replace(CUSTOMER, fields=fields),))


def test_a_refresh_shows_the_changes_and_keeps_the_edits(opens: Opens) -> None:
    shown = opens(context(setup=mapped(FieldMapping("GROUP", "CATEGORY", Direction.TO_CRM))))
    shown.click("autoMapButton")
    shown.workspace.erp_now = _changed_erp(shown)
    shown.click("refreshErpButton")
    changes = shown.dialog.findChild(QWidget, "erpChangesDialog")
    assert changes is not None
    assert "take_erp" not in shown.workspace.names()
    changes.accept()  # type: ignore[attr-defined]
    shown.qtbot.waitUntil(lambda: shown.workspace.names()[-1] == "sync_context")
    shown.settle()
    assert shown.mapping("NAME").crm_key == "NAME"
    assert shown.dialog.changed
    assert shown.mapping("VATNO").is_empty
    assert shown.text("GROUP", ERP_FIELD) == "Customer group (gone)"


def test_changes_that_are_not_wanted_are_not_taken(opens: Opens) -> None:
    shown = opens()
    shown.workspace.erp_now = _changed_erp(shown)
    shown.click("refreshErpButton")
    changes = shown.dialog.findChild(QWidget, "erpChangesDialog")
    assert changes is not None
    changes.reject()  # type: ignore[attr-defined]
    assert "take_erp" not in shown.workspace.names()


def test_a_refresh_without_changes_says_so(opens: Opens) -> None:
    shown = opens()
    shown.click("refreshErpButton")
    assert "Nothing has changed in the ERP." in shown.dialog.news_panel.text


def test_an_erp_that_does_not_answer_to_a_refresh_is_said(opens: Opens) -> None:
    shown = opens()
    problem = Problem(ProblemCode.ANSWER_TIMEOUT, {"host": "erp.example", "seconds": 30})
    shown.workspace.erp_now = replace(shown.dialog.draft.context.erp, problem=problem)
    shown.click("refreshErpButton")
    assert "30 seconds" in shown.dialog.news_panel.text


# Going to a reason


def test_a_reason_leads_to_its_tab_and_row(opens: Opens) -> None:
    params = {"actor": "Person", "key": "LASTNAME", "label": "Last name"}
    reason = Problem(ProblemCode.MANDATORY_WITHOUT_DIRECTION, params, field="mapping")
    shown = opens(context(CUSTOMER, PERSON), goto=reason)
    assert shown.dialog.tabs.currentWidget() is shown.page("Person")
    assert shown.page("Person").view.selected_ids() == ("LASTNAME",)
    assert "has no direction" in _plain(shown.line()).splitlines()[0]


def test_a_reason_is_said_once_and_in_the_language_of_the_moment(opens: Opens) -> None:
    params = {"actor": "Customer", "key": "NAME", "label": 'US:"Name";GE:"Name"'}
    reason = Problem(ProblemCode.MANDATORY_WITHOUT_DIRECTION, params, field="mapping")
    shown = opens(
        context(CUSTOMER, setup=mapped(replace(NAME_TO_CRM, direction=Direction.NONE), active=True)),
        goto=reason,
    )
    model = shown.page().model
    assert model.record(model.row_of("NAME")).problem == reason
    assert _plain(shown.line()).count("has no direction") == 1
    said = shown.line().splitlines()[0]
    language.install("de")
    QApplication.processEvents()
    assert shown.line().splitlines()[0] == sentence(reason).text != said
    assert shown.line().count(sentence(reason).text) == 1


def test_a_reason_about_a_type_leads_to_its_switch(opens: Opens) -> None:
    reason = Problem(ProblemCode.ACTOR_TYPE_GONE, {"actor": "Project"}, field="mapping")
    setup = mapped(FieldMapping("NAME"), actor_type="Project", active=True)
    shown = opens(context(CUSTOMER, LOST, setup=setup), goto=reason)
    assert shown.dialog.focusWidget() is shown.page("Project").active_check


# Very many fields


def test_a_change_of_very_many_rows_is_made_in_the_background(opens: Opens) -> None:
    shown = opens(many(300, 300))
    page = shown.page()
    page.view.selectAll()
    page.view.setFocus()
    page.view.toggleWanted.emit([one.id for one in page.model._records], IN_TAB)
    assert not shown.dialog.body.isEnabled()
    shown.settle()
    assert shown.dialog.body.isEnabled()
    assert shown.mapping("F0299").show_in_tab


def test_what_was_painted_once_is_painted_again_without_asking_the_rules(
    opens: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = opens(context(setup=MAPPED))
    view, asked = shown.page().view, list[object]()
    view.grab()
    for rule in ("search_problem", "tab_problem", "direction_problem"):
        monkeypatch.setattr(ActorRules, rule, lambda *args: asked.append(args))
    before = view.grab().toImage()
    assert asked == []
    assert view.grab().toImage() == before


def test_a_row_that_changed_is_painted_anew(opens: Opens) -> None:
    shown = opens(context(setup=MAPPED))
    before = shown.page().view.grab().toImage()
    shown.stand_on("PHONE")
    shown.press(Qt.Key.Key_Left, CTRL)
    shown.press(Qt.Key.Key_Delete)
    assert shown.text("PHONE", CRM_FIELD) == "(No Selection)"
    assert shown.page().view.grab().toImage() != before


def test_rows_are_made_when_a_tab_is_looked_at(opens: Opens) -> None:
    shown = opens(many(300, 5))
    assert shown.page("Partner").model.total == 0
    shown.show("Partner")
    assert shown.page("Partner").model.total == 300


# Words


def test_everything_follows_the_language(opens: Opens) -> None:
    shown = opens(context(setup=mapped(NAME_TO_CRM)))
    assert shown.text("NAME", CRM_FIELD) == "Name"
    language.install("de")
    QApplication.processEvents()
    assert shown.text("NAME", CRM_FIELD) == "Firmenname"


def test_names_of_others_are_never_rich_text(opens: Opens) -> None:
    evil = FieldMetadata("X", label="<b>bold</b>", description="<img src=x>")
    shown = opens(context(replace(CUSTOMER, fields=(evil,))))
    assert "&lt;b&gt;" in shown.text("X", ERP_FIELD, Qt.ItemDataRole.ToolTipRole)
    shown.stand_on("X")
    assert "<img src=x>" in shown.line()


def _keys(shown: Shown, actor_type: str = "Customer") -> list[str]:
    model = shown.page(actor_type).model
    return [model.record(row).id for row in range(model.rowCount())]


def _menu(button: QAbstractButton, text: str) -> None:
    assert isinstance(button, QPushButton)
    menu = button.menu()
    assert menu is not None
    next(action for action in menu.actions() if _plain(action.text()) == text).trigger()


def _plain(text: str) -> str:
    """Without the marks that isolate names."""
    return text.replace("\u2068", "").replace("\u2069", "").replace("\u200b", "")
