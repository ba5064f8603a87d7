"""The help over a dialog."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTextBrowser
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.connector_dialog import ConnectorDialog
from erpsync_desktop.dialogs.help_window import HelpWindow, show_help
from erpsync_desktop.model.connector import ConnectorDraft
from erpsync_desktop.workspace.protocol import Workspace
from tests.dialogs.fake_workspace import FakeWorkspace


def test_f1_explains_the_dialog_that_one_is_in(qtbot: QtBot) -> None:
    dialog = ConnectorDialog(cast("Workspace", FakeWorkspace()), ConnectorDraft())
    with qtbot.waitActive(dialog):
        dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    shown = dialog.findChild(HelpWindow)
    assert shown is not None
    assert shown.isVisible()
    assert dialog.isVisible()
    dialog.reject()


def test_there_is_one_help_window_a_dialog_and_it_goes_to_its_part(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    shown = show_help(dialog)
    text = shown.findChild(QTextBrowser)
    assert text is not None
    assert text.verticalScrollBar().value() == 0
    assert show_help(dialog, "directory") is shown
    assert text.verticalScrollBar().value() > 0
    shown.close()
