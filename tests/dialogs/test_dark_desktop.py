"""Signs in the dialogs follow when the desktop turns dark while they are open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication, QTabWidget, QTreeView
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.erp_changes_dialog import ErpChangesDialog
from erpsync_desktop.dialogs.mappings_dialog import MappingsDialog
from erpsync_desktop.model.erp_schema import ActorChanges
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.workspace.protocol import Workspace
from tests.dialogs.fake_workspace import FakeWorkspace
from tests.dialogs.mapping_world import context


@pytest.fixture
def dark(qtbot: QtBot) -> Iterator[QPalette]:
    before = QApplication.palette()
    yield QPalette(QColor("#202225"))
    QApplication.setPalette(before)


def drawn(icon: QIcon) -> QImage:
    return icon.pixmap(QSize(24, 24)).toImage()


def test_the_tabs_of_the_mappings_follow(qtbot: QtBot, dark: QPalette) -> None:
    known = context()
    workspace = cast("Workspace", FakeWorkspace(context=known))
    dialog = MappingsDialog(workspace, known.connection)
    qtbot.addWidget(dialog)
    dialog.open()
    tabs = dialog.findChild(QTabWidget, "actorTabs")
    assert tabs is not None
    qtbot.waitUntil(lambda: tabs.count() > 0 and not tabs.tabIcon(0).isNull())
    before = drawn(tabs.tabIcon(0))
    QApplication.setPalette(dark)
    qtbot.waitUntil(lambda: drawn(tabs.tabIcon(0)) != before)


def test_the_kinds_of_change_follow(qtbot: QtBot, dark: QPalette) -> None:
    dialog = ErpChangesDialog((ActorChanges("Customer", new=(FieldMetadata("NAME"),)),), (), None)
    qtbot.addWidget(dialog)
    dialog.open()
    view = dialog.findChild(QTreeView, "changesView")
    assert view is not None

    def sign() -> QImage:
        model = view.model()
        kind = model.index(0, 0, model.index(0, 0, QModelIndex()))
        icon: QIcon = model.itemData(kind)[1]
        return drawn(icon)

    before = sign()
    QApplication.setPalette(dark)
    qtbot.waitUntil(lambda: sign() != before)
    assert view.isExpanded(view.model().index(0, 0))
    assert view.currentIndex().isValid()
