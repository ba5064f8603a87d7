import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from erpsync_desktop.model.secret import Secret
from erpsync_desktop.widgets.password_field import PasswordField

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(qtbot: QtBot) -> PasswordField:
    made = PasswordField()
    qtbot.addWidget(made)
    made.set_label("Password")
    made.show()
    return made


def test_tells_what_is_typed_as_a_secret(qtbot: QtBot, field: PasswordField) -> None:
    with qtbot.waitSignal(field.secretEdited) as edited:
        QTest.keyClicks(field.edit, "x")
    assert edited.args == [Secret("x")]


def test_is_hidden_until_shown_and_hidden_again(field: PasswordField) -> None:
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClicks(field.edit, "secret")
    field.toggle.click()
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal
    field.toggle.click()
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password


def test_the_button_says_what_it_shows(field: PasswordField) -> None:
    assert field.toggle.accessibleName() == "Show Password"
    QTest.keyClicks(field.edit, "secret")
    field.toggle.click()
    assert field.toggle.accessibleName() == "Hide Password"


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert])
def test_a_shown_secret_is_never_copied(field: PasswordField, key: Qt.Key) -> None:
    QGuiApplication.clipboard().setText("before")
    QTest.keyClicks(field.edit, "secret")
    field.toggle.click()
    field.edit.selectAll()
    QTest.keyClick(field.edit, key, CONTROL)
    assert QGuiApplication.clipboard().text() == "before"
    assert field.edit.text() == "secret"


def test_undo_brings_no_secret_back(field: PasswordField) -> None:
    QTest.keyClicks(field.edit, "secret")
    field.toggle.click()
    field.edit.selectAll()
    QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    QTest.keyClick(field.edit, Qt.Key.Key_Z, CONTROL)
    assert field.edit.text() == ""


def test_the_menu_offers_neither_copy_nor_undo(field: PasswordField) -> None:
    menu = field.edit.safe_menu()
    names = {action.objectName() for action in menu.actions()}
    menu.deleteLater()
    assert "edit-paste" in names
    assert not names & {"edit-copy", "edit-cut", "edit-undo", "edit-redo"}


def test_nothing_can_be_shown_where_nothing_is_typed(field: PasswordField) -> None:
    assert not field.toggle.isEnabled()
    field.set_secret(Secret("typed before"))
    assert field.toggle.isEnabled()
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
