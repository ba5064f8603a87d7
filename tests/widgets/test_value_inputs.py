from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erpsync_desktop.model.metadata import FieldMetadata, ListItem
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.widgets import language
from erpsync_desktop.widgets.date_input import DateInput
from erpsync_desktop.widgets.list_input import ListChoices, ListInput
from erpsync_desktop.widgets.long_text_input import LongTextInput
from erpsync_desktop.widgets.value_inputs import (
    LONGEST_LINE,
    CheckInput,
    NumberInput,
    SecretInput,
    TextInput,
    ValueInput,
)

ITEM = FieldMetadata("K", FieldType.TEXT, "Label")


@pytest.fixture(autouse=True)
def german_numbers(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_DE"))
    language.install("de")
    yield
    language.install("en")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


class Heard:
    """What an input tells."""

    def __init__(self, source: ValueInput) -> None:
        self.values: list[str] = []
        self.invalid: list[str] = []
        self.notes: list[str] = []
        source.valueEdited.connect(self.values.append)
        source.invalidEdited.connect(self.invalid.append)
        source.noticed.connect(self.notes.append)


def line(source: ValueInput) -> QLineEdit:
    edit = source.focus
    assert isinstance(edit, QLineEdit)
    return edit


def of_kind(kind: FieldType) -> FieldMetadata:
    return replace(ITEM, kind=kind)


def type_in(source: ValueInput, text: str) -> None:
    edit = line(source)
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)


def test_an_input_is_named_by_its_field(parent: QWidget) -> None:
    assert TextInput(ITEM, parent).focus.objectName() == "field:K"


def test_showing_a_value_tells_nothing(parent: QWidget) -> None:
    source = NumberInput(of_kind(FieldType.DOUBLE), parent)
    heard = Heard(source)
    source.show_value("[F:1.50]")
    assert line(source).text() == "1,50"
    assert (heard.values, heard.invalid) == ([], [])


def test_typed_numbers_are_told_on_the_wire(parent: QWidget) -> None:
    source = NumberInput(of_kind(FieldType.DOUBLE), parent)
    heard = Heard(source)
    type_in(source, "1.234,5")
    assert heard.values[-1] == "[F:1234.5]"


def test_a_number_out_of_form_is_told_as_typed_and_stays(parent: QWidget) -> None:
    source = NumberInput(of_kind(FieldType.INTEGER), parent)
    heard = Heard(source)
    type_in(source, "12x")
    assert heard.invalid[-1] == "12x"
    line(source).editingFinished.emit()
    assert line(source).text() == "12x"


def test_a_number_is_tidied_when_the_field_is_left(parent: QWidget) -> None:
    source = NumberInput(of_kind(FieldType.INTEGER), parent)
    type_in(source, " 1.234 ")
    line(source).editingFinished.emit()
    assert line(source).text() == "1234"


def test_a_value_typed_back_travels_as_it_came(parent: QWidget) -> None:
    source = DateInput(of_kind(FieldType.DATETIME), parent)
    source.show_value("2013-12-31")
    heard = Heard(source)
    type_in(source, "1.1.2014")
    type_in(source, "31.12.2013")
    assert heard.values[-1] == "2013-12-31"


def test_a_date_can_be_emptied(parent: QWidget) -> None:
    source = DateInput(of_kind(FieldType.DATETIME), parent)
    source.show_value("[DT:12/31/2013 23:59:59.0000000]")
    assert line(source).text() == "31.12.2013 23:59:59"
    heard = Heard(source)
    line(source).selectAll()
    QTest.keyClick(line(source), Qt.Key.Key_Delete)
    assert heard.values == [""]


def test_a_day_of_the_calendar_keeps_the_time(qtbot: QtBot, parent: QWidget) -> None:
    source = DateInput(of_kind(FieldType.DATETIME), parent)
    source.show_value("[DT:12/31/2013 23:59:59.0000000]")
    heard = Heard(source)
    menu = source.calendar_menu()
    calendar = menu.findChildren(QCalendarWidget)[0]
    calendar.clicked.emit(QDate(2014, 2, 3))
    menu.deleteLater()
    assert heard.values == ["[DT:02/03/2014 23:59:59.0000000]"]


def test_text_is_told_as_typed(parent: QWidget) -> None:
    source = TextInput(ITEM, parent)
    heard = Heard(source)
    type_in(source, " a b ")
    assert heard.values[-1] == " a b "


def test_a_paste_that_does_not_fit_is_refused_with_a_sentence_and_not_cut(parent: QWidget) -> None:
    source = TextInput(ITEM, parent)
    source.show_value("before")
    heard = Heard(source)
    QGuiApplication.clipboard().setText("x" * (LONGEST_LINE + 1))
    line(source).paste()
    assert line(source).text() == "before"
    assert heard.values == []
    assert heard.notes[-1]


def test_a_long_or_multi_line_text_is_shown_shortened_and_sent_as_it_came(parent: QWidget) -> None:
    text = "first\r\nsecond" * 100_000
    assert LongTextInput.needed(text)
    source = LongTextInput(ITEM, parent)
    heard = Heard(source)
    source.show_value(text)
    assert line(source).isReadOnly()
    assert len(line(source).text()) < 500
    assert heard.values == []
    assert heard.notes[-1]


def test_a_long_text_can_be_replaced_and_brought_back(parent: QWidget) -> None:
    source = LongTextInput(ITEM, parent)
    source.show_value("a\nb")
    heard = Heard(source)
    button = source.widget.findChild(QPushButton, "replace:K")
    assert button is not None
    button.click()
    QTest.keyClicks(line(source), "new")
    assert heard.values[-1] == "new"
    button.click()
    assert heard.values[-1] == "a\nb"


def test_a_box_is_told_encoded(parent: QWidget) -> None:
    source = CheckInput(of_kind(FieldType.CHECKBOX), parent)
    source.show_value("[I:1]")
    heard = Heard(source)
    box = source.focus
    assert isinstance(box, QCheckBox)
    box.click()
    box.click()
    assert heard.values == ["[I:0]", "[I:1]"]


def choices(parent: QWidget, *items: ListItem) -> ListChoices:
    made = ListChoices(items, "de", parent)
    for _ in made.prepare():
        pass
    return made


def combo(source: ListInput) -> QComboBox:
    box = source.focus
    assert isinstance(box, QComboBox)
    return box


# The completer's popup wants to grab the keyboard, which needs a real screen.
@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_list_items_are_shown_in_the_language_and_told_by_key(parent: QWidget) -> None:
    source = ListInput(of_kind(FieldType.LIST), parent)
    source.show_value("2")
    assert combo(source).currentText() == "2"
    heard = Heard(source)
    source.offer(choices(parent, ListItem("1", 'US:"One";GE:"Eins"'), ListItem("2", 'US:"Two";GE:"Zwei"')))
    assert combo(source).currentText() == "Zwei"
    assert heard.values == []
    type_in_combo(source, "eins")
    assert heard.values[-1] == "1"


def type_in_combo(source: ListInput, text: str) -> None:
    edit = combo(source).lineEdit()
    assert edit is not None
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)


def test_a_value_that_the_list_does_not_have_is_kept_and_shown_as_such(parent: QWidget) -> None:
    source = ListInput(of_kind(FieldType.LIST), parent)
    source.show_value("gone")
    heard = Heard(source)
    source.offer(choices(parent, ListItem("1", "Eins")))
    assert combo(source).currentText() == "gone"
    assert "gone" in heard.notes[-1]
    assert heard.values == []


def test_items_of_the_same_name_can_be_told_apart(parent: QWidget) -> None:
    both = choices(parent, ListItem("1", "Same"), ListItem("2", "Same"))
    assert both.model.stringList() == ["Same (1)", "Same (2)"]


def test_the_wheel_scrolls_the_form_and_not_the_value(parent: QWidget) -> None:
    source = ListInput(of_kind(FieldType.LIST), parent)
    source.offer(choices(parent, ListItem("1", "Eins"), ListItem("2", "Zwei")))
    source.show_value("1")
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    event = QWheelEvent(
        QPointF(1, 1), QPointF(1, 1), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QGuiApplication.sendEvent(combo(source), event)
    assert combo(source).currentText() == "Eins"


def test_a_stored_secret_is_said_to_be_kept_and_a_lost_one_to_be_typed_again(parent: QWidget) -> None:
    source = SecretInput(of_kind(FieldType.PASSWORD), parent)
    source.show_secret(None, stored=True, lost=False)
    kept = line(source).placeholderText()
    source.show_secret(None, stored=False, lost=True)
    lost = line(source).placeholderText()
    assert kept
    assert lost
    assert kept != lost
