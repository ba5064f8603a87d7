"""Importing fields and lists of SuperOffice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QTableView
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.catalogue_import_dialog import CatalogueImportDialog
from erpsync_desktop.model.catalogue import Catalogue, CrmEntity
from erpsync_desktop.model.catalogue_file import read_catalogue
from erpsync_desktop.workspace.local.workspace import LocalWorkspace
from tests.catalogue_world import catalogue_workspace

FIELDS = "entity,key,label_en,label_de,type,length,list\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[LocalWorkspace]:
    with closing(catalogue_workspace(tmp_path)) as opened:
        yield opened


@pytest.fixture
def dialog(qtbot: QtBot, workspace: LocalWorkspace) -> CatalogueImportDialog:
    made = CatalogueImportDialog(workspace)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def load(qtbot: QtBot, dialog: CatalogueImportDialog, folder: Path, text: str, name: str = "f.csv") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    dialog.load(path)
    qtbot.waitUntil(lambda: dialog._task is None)
    summary = dialog.findChild(QLabel, "importSummary")
    assert summary is not None
    return summary.text()


def button(dialog: CatalogueImportDialog) -> QAbstractButton:
    found = dialog.findChild(QAbstractButton, "importButton")
    assert found is not None
    return found


def rows(dialog: CatalogueImportDialog) -> list[list[str]]:
    view = dialog.findChild(QTableView, "changesView")
    assert view is not None
    model = view.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_what_a_file_would_change_is_shown_before_it_is_taken(
    qtbot: QtBot, dialog: CatalogueImportDialog, workspace: LocalWorkspace, tmp_path: Path
) -> None:
    before = workspace.catalogue()
    text = FIELDS + "company,x_new,New,Neu,Text,10,\ncompany,x_own,Own,Eigenes,Text,40,\n"
    assert load(qtbot, dialog, tmp_path, text) == "1 new, 0 updated, 1 unchanged"
    assert rows(dialog) == [
        ["New", "Company", "New", "x_new", "Text", ""],
        ["Unchanged", "Company", "Own", "x_own", "Text", ""],
    ]
    assert workspace.catalogue() == before
    with qtbot.waitSignal(dialog.imported) as signal:
        button(dialog).click()
    assert signal.args == [1, 0]
    assert workspace.catalogue().field(CrmEntity.COMPANY, "x_new") is not None


def test_of_a_list_the_items_that_change_are_counted(
    qtbot: QtBot, dialog: CatalogueImportDialog, tmp_path: Path
) -> None:
    text = "list,key,text_en,text_de\ncolours,r,Crimson,Rot\ncolours,g,Green,Grün\n"
    load(qtbot, dialog, tmp_path, text)
    assert rows(dialog) == [
        ["Updated", "List", "Colours", "colours", "", "Items: 1 new, 1 changed, 1 removed"]
    ]


def test_a_file_with_mistakes_names_each_with_its_line_and_cannot_be_imported(
    qtbot: QtBot, dialog: CatalogueImportDialog, tmp_path: Path
) -> None:
    text = FIELDS + "company,NAME,Name,,Text,,\nfirm,x,X,,Text,,\n"
    assert "until this is put right" in load(qtbot, dialog, tmp_path, text)
    errors = dialog.findChild(QPlainTextEdit, "errorsView")
    assert errors is not None
    told = errors.toPlainText()
    assert "Line 2: “\u2068NAME\u2069” is a standard field" in told
    assert "Line 3: “\u2068firm\u2069” is neither" in told
    assert not button(dialog).isEnabled()


def test_a_mistake_in_json_names_the_way_there(
    qtbot: QtBot, dialog: CatalogueImportDialog, tmp_path: Path
) -> None:
    load(qtbot, dialog, tmp_path, '{"fields": [{"entity": "company", "kee": 1}]}', "f.json")
    errors = dialog.findChild(QPlainTextEdit, "errorsView")
    assert errors is not None
    assert "fields[0].kee" in errors.toPlainText()


def test_a_file_that_is_not_there_is_told(
    qtbot: QtBot, dialog: CatalogueImportDialog, tmp_path: Path
) -> None:
    dialog.load(tmp_path / "nowhere.json")
    qtbot.waitUntil(lambda: dialog._task is None)
    errors = dialog.findChild(QPlainTextEdit, "errorsView")
    assert errors is not None
    assert "cannot be read" in errors.toPlainText()


def test_the_template_can_be_imported(dialog: CatalogueImportDialog) -> None:
    _, make = dialog.template()
    contents = read_catalogue(make(), Catalogue())
    assert (len(contents.fields), len(contents.lists)) == (2, 1)
