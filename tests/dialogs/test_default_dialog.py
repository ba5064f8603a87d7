"""The dialog "Add sync default value"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.default_dialog import DefaultDialog
from erpsync_desktop.model.erp_schema import ErpList
from erpsync_desktop.model.errors import ConnectorUnreachable, Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldMetadata, ListItem
from erpsync_desktop.model.sync_setup import DefaultValue
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.widgets import language
from tests.dialogs.test_connection_dialog import part

NAME = FieldMetadata("NAME", label='US:"Name";GE:"Firmenname"', max_length=10, description="As billed")
COUNTRY = FieldMetadata("COUNTRY", FieldType.LIST, "Country", list_name="Countries")
LIMIT = FieldMetadata("LIMIT", FieldType.DOUBLE, "Credit limit")
DAYS = FieldMetadata("DAYS", FieldType.INTEGER, "Days", default="[I:30]")
SINCE = FieldMetadata("SINCE", FieldType.DATETIME, "Customer since")
NEWS = FieldMetadata("NEWS", FieldType.CHECKBOX, "Newsletter")
FIELDS = (NAME, COUNTRY, LIMIT, DAYS, SINCE, NEWS)
COUNTRIES = ErpList("Countries", (ListItem("DE", 'US:"Germany";GE:"Deutschland"'), ListItem("NO", "Norway")))
REFUSED = Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example.com", "port": 443})

Open = Callable[..., DefaultDialog]
Answers = list[Any]


@pytest.fixture
def answers() -> Answers:
    """What asking for a list gives, one an ask; then the countries."""
    return []


@pytest.fixture
def open_dialog(qtbot: QtBot, answers: Answers) -> Open:
    parent = QWidget()
    qtbot.addWidget(parent)

    def fetch(name: str, watch: Watch) -> ErpList:
        watch.check()
        assert name == "Countries"
        answer = answers.pop(0) if answers else COUNTRIES
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, ErpList)
        return answer

    def open_it(
        field: FieldMetadata | None = None,
        default: DefaultValue | None = None,
        fields: Sequence[FieldMetadata] = FIELDS,
    ) -> DefaultDialog:
        dialog = DefaultDialog(fetch, fields, field, default, parent)
        dialog.open()
        return dialog

    return open_it


def ok(dialog: QWidget) -> QPushButton:
    return part(dialog, QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Ok)


def tick(dialog: QWidget, *names: str) -> None:
    for name in names:
        part(dialog, QCheckBox, name).click()


def choose_field(dialog: QWidget, text: str) -> None:
    combo = part(dialog, QComboBox, "fieldCombo")
    line = combo.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def value_line(dialog: QWidget) -> QLineEdit:
    return part(dialog, QLineEdit, "valueEdit")


def type_value(dialog: QWidget, text: str) -> None:
    edit = value_line(dialog)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def missing(dialog: QWidget) -> str:
    label = part(dialog, QLabel, "missingLabel")
    return label.text() if label.isVisible() else ""


def result(qtbot: QtBot, dialog: DefaultDialog) -> tuple[str, DefaultValue]:
    with qtbot.waitSignal(dialog.chosen) as told:
        ok(dialog).click()
    key, default = told.args
    return key, default


# What is missing


def test_ok_waits_for_a_field(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert not ok(dialog).isEnabled()
    assert "No ERP field is chosen" in missing(dialog)


def test_ok_waits_for_something_that_the_default_does(open_dialog: Open) -> None:
    dialog = open_dialog(NAME)
    assert not ok(dialog).isEnabled()
    assert "Nothing is chosen" in missing(dialog)


def test_set_needs_a_value(open_dialog: Open) -> None:
    dialog = open_dialog(NAME)
    tick(dialog, "setValueCheck")
    assert "is empty" in missing(dialog)
    assert not ok(dialog).isEnabled()
    type_value(dialog, "ACME")
    assert missing(dialog) == ""
    assert ok(dialog).isEnabled()


def test_mandatory_needs_one_of_the_other_two(open_dialog: Open) -> None:
    dialog = open_dialog(NAME)
    tick(dialog, "mandatoryCheck")
    assert "“Mandatory” needs" in missing(dialog)
    tick(dialog, "askUserCheck")
    assert ok(dialog).isEnabled()


def test_a_text_that_is_too_long_is_said(open_dialog: Open) -> None:
    dialog = open_dialog(NAME)
    tick(dialog, "setValueCheck")
    type_value(dialog, "far too long a name")
    assert not ok(dialog).isEnabled()
    assert "Name" in missing(dialog)


def test_a_text_that_is_no_number_is_said(open_dialog: Open) -> None:
    dialog = open_dialog(LIMIT)
    tick(dialog, "setValueCheck")
    type_value(dialog, "much")
    assert "Credit limit" in missing(dialog)
    assert not ok(dialog).isEnabled()


def test_a_value_can_be_typed_only_while_one_is_set(open_dialog: Open) -> None:
    dialog = open_dialog(NAME)
    assert value_line(dialog).isReadOnly()
    tick(dialog, "setValueCheck")
    assert not value_line(dialog).isReadOnly()


# The field


def test_the_field_is_found_by_a_part_of_its_name(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    choose_field(dialog, "limit")
    tick(dialog, "askUserCheck")
    assert result(qtbot, dialog) == ("LIMIT", DefaultValue(ask_user=True))


def test_a_text_that_no_field_has_chooses_none(open_dialog: Open) -> None:
    dialog = open_dialog(NAME)
    choose_field(dialog, "zzz")
    assert "No ERP field is chosen" in missing(dialog)
    assert dialog.isVisible()


def test_fields_of_one_name_are_told_apart_by_their_keys(open_dialog: Open) -> None:
    dialog = open_dialog(fields=(FieldMetadata("A", label="Twin"), FieldMetadata("B", label="twin")))
    combo = part(dialog, QComboBox, "fieldCombo")
    assert [combo.itemText(row) for row in range(combo.count())] == ["Twin (A)", "twin (B)"]


def test_another_field_begins_with_the_erps_own_default(open_dialog: Open) -> None:
    dialog = open_dialog(NAME)
    tick(dialog, "setValueCheck")
    type_value(dialog, "ACME")
    choose_field(dialog, "days")
    assert value_line(dialog).text() == "30"


def test_what_the_erp_says_of_a_field_is_shown(open_dialog: Open) -> None:
    assert part(open_dialog(NAME), QLabel, "fieldHelp").text() == "As billed"


# Values


@pytest.mark.parametrize(
    "case",
    [
        (NAME, "ACME", "ACME"),
        (LIMIT, "1.234,5", "[F:1234.5]"),
        (DAYS, "14", "[I:14]"),
        (SINCE, "24.12.2024", "[DT:12/24/2024 00:00:00.0000000]"),
    ],
)
def test_values_are_typed_as_germans_write_them_and_kept_as_the_wire_wants(
    qtbot: QtBot,
    open_dialog: Open,
    monkeypatch: pytest.MonkeyPatch,
    case: tuple[FieldMetadata, str, str],
) -> None:
    field, typed, wire = case
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_DE"))
    language.install("de")
    dialog = open_dialog(field)
    tick(dialog, "setValueCheck")
    type_value(dialog, typed)
    assert result(qtbot, dialog) == (field.key, DefaultValue(wire, set_value=True))


def test_an_empty_box_is_a_value_too(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(NEWS)
    tick(dialog, "setValueCheck")
    assert result(qtbot, dialog) == ("NEWS", DefaultValue("[I:0]", set_value=True))


def test_a_box_is_ticked(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(NEWS)
    tick(dialog, "setValueCheck")
    part(dialog, QAbstractButton, "valueEdit").click()
    assert result(qtbot, dialog) == ("NEWS", DefaultValue("[I:1]", set_value=True))


def test_a_value_that_is_not_set_is_not_kept(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(NAME)
    tick(dialog, "setValueCheck")
    type_value(dialog, "ACME")
    tick(dialog, "setValueCheck", "askUserCheck", "mandatoryCheck")
    assert result(qtbot, dialog) == ("NAME", DefaultValue(ask_user=True, mandatory=True))


def test_a_default_is_edited_from_what_it_is(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(LIMIT, DefaultValue("[F:2.5]", set_value=True, ask_user=True), (LIMIT,))
    assert not part(dialog, QComboBox, "fieldCombo").isEnabled()
    assert value_line(dialog).text() == "2.5"
    assert part(dialog, QCheckBox, "askUserCheck").isChecked()
    type_value(dialog, "3")
    assert result(qtbot, dialog) == ("LIMIT", DefaultValue("[F:3]", set_value=True, ask_user=True))


def test_a_kept_value_that_the_type_does_not_take_any_more_bars_ok(open_dialog: Open) -> None:
    dialog = open_dialog(DAYS, DefaultValue("soon", set_value=True), (DAYS,))
    assert value_line(dialog).text() == "soon"
    assert not ok(dialog).isEnabled()


# Lists


def value_combo(dialog: QWidget) -> QComboBox:
    return part(dialog, QComboBox, "valueEdit")


def test_items_of_a_list_are_chosen_by_name_and_kept_by_key(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(COUNTRY)
    with qtbot.waitSignal(dialog.listRead):
        tick(dialog, "setValueCheck")
    qtbot.waitUntil(lambda: value_combo(dialog).count() == 2)
    value_combo(dialog).setCurrentIndex(0)
    value_combo(dialog).activated.emit(0)
    assert value_combo(dialog).currentText() == "Germany"
    assert result(qtbot, dialog) == ("COUNTRY", DefaultValue("DE", set_value=True))


@pytest.mark.parametrize(
    "failure", [ConnectorUnreachable(REFUSED), ErpList("Countries", problem=REFUSED)], ids=["raised", "told"]
)
def test_a_list_that_does_not_come_says_why_and_is_asked_for_again(
    qtbot: QtBot, open_dialog: Open, answers: Answers, failure: Any
) -> None:
    answers.append(failure)
    dialog = open_dialog(COUNTRY)
    retry = part(dialog, QPushButton, "retry:COUNTRY")
    qtbot.waitUntil(retry.isVisible)
    problem = part(dialog, QWidget, "valueProblem")
    assert any("erp.example.com" in label.text() for label in problem.findChildren(QLabel))
    tick(dialog, "setValueCheck")
    retry.click()
    qtbot.waitUntil(lambda: value_combo(dialog).count() == 2)
    assert not problem.isVisible()


def test_a_list_of_20_000_items_comes_in_slices(qtbot: QtBot, open_dialog: Open, answers: Answers) -> None:
    answers.append(ErpList("Countries", tuple(ListItem(f"k{n}", f"Item {n}") for n in range(20_000))))
    dialog = open_dialog(COUNTRY)
    qtbot.waitUntil(lambda: value_combo(dialog).count() == 20_000)


def test_a_closed_dialog_asks_for_nothing_any_more(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(COUNTRY)
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()


# Words


def test_everything_is_said_in_the_language_it_is_switched_to(open_dialog: Open) -> None:
    dialog = open_dialog(NAME)
    tick(dialog, "setValueCheck")
    type_value(dialog, "ACME")
    language.install("de")
    QApplication.processEvents()
    assert part(dialog, QComboBox, "fieldCombo").currentText() == "Firmenname"
    assert value_line(dialog).text() == "ACME"
    assert "Firmenname" in value_line(dialog).accessibleName()


def test_a_number_that_was_mistyped_stays_when_the_language_is_switched(open_dialog: Open) -> None:
    dialog = open_dialog(LIMIT)
    tick(dialog, "setValueCheck")
    type_value(dialog, "much")
    language.install("de")
    QApplication.processEvents()
    assert value_line(dialog).text() == "much"


def test_esc_closes_without_a_trace(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(NAME)
    told: list[object] = []
    dialog.chosen.connect(lambda *values: told.append(values))
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not told
