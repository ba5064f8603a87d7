"""The real dialogs of the real main window against npm's soap."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erpsync_desktop.app import create_main_window
from erpsync_desktop.ui.main_window import MainWindow
from erpsync_desktop.widgets.tasks import stop_all_tasks
from tests.connectors.npm_soap.node_server import PASSWORD
from tests.memory_keyring import MemoryKeyring

W = TypeVar("W", bound=QWidget)
LONG = 15_000  # milliseconds
OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "workspace.sqlite"


@pytest.fixture
def window(qtbot: QtBot, database: Path, memory_keyring: MemoryKeyring) -> Iterator[MainWindow]:
    made = create_main_window(str(database), language="en", keyring=memory_keyring)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.ready, timeout=LONG):
        made.show()
    yield made
    made.close()
    stop_all_tasks()


def part(parent: QWidget, kind: type[W], name: str) -> W:
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def type_in(parent: QWidget, name: str, text: str) -> None:
    edit = part(parent, QLineEdit, name)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def dialog_called(name: str) -> QDialog | None:
    dialogs = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog))
    return next((each for each in dialogs if each.objectName() == name and each.isVisible()), None)


def open_dialog(qtbot: QtBot, window: MainWindow, button: str, name: str) -> QDialog:
    part(window, QPushButton, button).click()
    qtbot.waitUntil(lambda: dialog_called(name) is not None, timeout=LONG)
    dialog = dialog_called(name)
    assert dialog is not None
    return dialog


def accept(qtbot: QtBot, dialog: QDialog) -> None:
    name = dialog.objectName()
    part(dialog, QDialogButtonBox, "buttonBox").button(OK).click()
    qtbot.waitUntil(lambda: dialog_called(name) is None, timeout=LONG)


def texts(window: MainWindow, view: str, column: int) -> list[str]:
    model = part(window, QTableView, view).model()
    root: QModelIndex | QPersistentModelIndex = QModelIndex()
    return [str(model.index(row, column).data()) for row in range(model.rowCount(root))]


def add_connector(qtbot: QtBot, window: MainWindow, url: str) -> None:
    dialog = open_dialog(qtbot, window, "addConnectorButton", "connectorDialog")
    type_in(dialog, "nameEdit", "Kontor Nord")
    type_in(dialog, "urlEdit", url)
    accept(qtbot, dialog)
    qtbot.waitUntil(lambda: texts(window, "connectorsView", 0) == ["Kontor Nord"], timeout=LONG)


def define_connection(qtbot: QtBot, window: MainWindow) -> QDialog:
    dialog = open_dialog(qtbot, window, "addConnectionButton", "connectionDialog")
    type_in(dialog, "nameEdit", "Orders")
    combo = part(dialog, QComboBox, "connectorCombo")
    combo.setCurrentIndex(combo.findText("Kontor Nord"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: dialog.findChild(QWidget, "field:Version") is not None, timeout=LONG)
    type_in(dialog, "field:Client", "0815")
    return dialog


def run_test(qtbot: QtBot, dialog: QDialog, come_to_pass: Callable[[], bool]) -> None:
    part(dialog, QPushButton, "testButton").click()
    qtbot.waitUntil(lambda: part(dialog, QPushButton, "testButton").isEnabled(), timeout=LONG)
    qtbot.waitUntil(come_to_pass, timeout=LONG)


def test_a_connection_to_it_is_defined_tested_and_saved(
    qtbot: QtBot, window: MainWindow, foreign_url: str, database: Path, memory_keyring: MemoryKeyring
) -> None:
    add_connector(qtbot, window, foreign_url)
    dialog = define_connection(qtbot, window)
    ok = part(dialog, QDialogButtonBox, "buttonBox").button(OK)
    result = part(dialog, QWidget, "testResult")

    type_in(dialog, "field:Password", "not this one")
    run_test(qtbot, dialog, result.isVisible)
    assert any("The password is wrong." in label.text() for label in result.findChildren(QLabel))
    assert not ok.isEnabled()
    type_in(dialog, "field:Password", PASSWORD)
    run_test(qtbot, dialog, ok.isEnabled)
    accept(qtbot, dialog)

    qtbot.waitUntil(lambda: texts(window, "connectionsView", 1) == ["Orders"], timeout=LONG)
    assert PASSWORD in memory_keyring.passwords.values()
    with closing(sqlite3.connect(database)) as saved:
        values = dict(saved.execute("SELECT field_key, wire FROM connection_values").fetchall())
    assert values == {
        "Client": "0815",
        "Password": None,
        "Days": "[I:30]",
        "Vat": "[F:0.19]",
        "Archive": "[I:1]",
        "Warehouse": "W2",
        "Since": "[DT:12/31/2013 23:59:59.1234567]",
        "Version": "Kontor Nord 4.2",
    }
