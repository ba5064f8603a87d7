"""The page "SuperOffice fields and lists"."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erpsync_desktop.model.catalogue import Catalogue, CrmEntity
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.ui.catalogue_page import CataloguePage
from erpsync_desktop.ui.catalogue_rows import CatalogueRows, field_id
from erpsync_desktop.ui.main_window import MainWindow
from erpsync_desktop.widgets import language
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.workspace.local.workspace import LocalWorkspace
from erpsync_desktop.workspace.protocol import Capability
from tests.catalogue_world import COLOUR, COLOURS, OWN, SHAPES, catalogue_workspace
from tests.ui.fake_workspace import FakeWorkspace
from tests.ui.test_main_window import fits_twice_as_large

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[LocalWorkspace]:
    with closing(catalogue_workspace(tmp_path)) as opened:
        yield opened


@pytest.fixture
def page(qtbot: QtBot, workspace: LocalWorkspace, settings: None) -> Iterator[CataloguePage]:
    made = CataloguePage(None)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    with qtbot.waitSignal(made.loaded):
        made.set_workspace(workspace)
    yield made
    made.set_workspace(None)


def find(parent: QWidget, kind: type[W], name: str) -> W:
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def button(page: QWidget, name: str) -> QAbstractButton:
    return find(page, QAbstractButton, name)


def column(page: QWidget, view: str, number: int) -> list[str]:
    model = find(page, QTableView, view).model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def show_lists(page: CataloguePage) -> None:
    find(page, QTabWidget, "catalogueTabs").setCurrentIndex(1)


def confirm(page: QWidget) -> str:
    box = find(page, QMessageBox, "confirmBox")
    text = box.text()
    button(box, "confirmButton").click()
    return text


def message(page: QWidget) -> str:
    return find(page, MessagePanel, "catalogueMessage").text


def test_standard_and_own_fields_are_told_apart_in_words(page: CataloguePage) -> None:
    keys, origins = column(page, "crmFieldsView", 2), column(page, "crmFieldsView", 6)
    by_key = dict(zip(keys, origins, strict=True))
    assert by_key["VATNO"] == "Standard"
    assert by_key["x_own"] == "User-defined"


def test_the_length_sorts_by_number(page: CataloguePage) -> None:
    find(page, QTableView, "crmFieldsView").sortByColumn(4, Qt.SortOrder.DescendingOrder)
    assert column(page, "crmFieldsView", 4)[0] == "2,047"


def test_the_filter_and_the_choice_of_record_narrow_the_fields_down(page: CataloguePage) -> None:
    find(page, QLineEdit, "catalogueFilterEdit").setText("colour")
    assert column(page, "crmFieldsView", 2) == ["x_colour"]
    find(page, QLineEdit, "catalogueFilterEdit").setText("")
    find(page, QComboBox, "entityFilterCombo").setCurrentIndex(3)
    assert set(column(page, "crmFieldsView", 0)) == {"Project"}


def test_a_field_is_added_and_then_selected(qtbot: QtBot, page: CataloguePage) -> None:
    page.fields.view.setFocus()
    QTest.keyClick(page.fields.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = find(page, QDialog, "crmFieldDialog")
    find(dialog, QLineEdit, "keyEdit").setText("x_new")
    find(dialog, QLineEdit, "englishEdit").setText("New")
    find(dialog, QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Ok).click()
    qtbot.waitUntil(lambda: page.fields.view.selected_ids() == ("company\nx_new",))


def test_a_standard_field_is_viewed_and_not_removed(page: CataloguePage) -> None:
    page.fields.view.select_id("company\nNAME")
    assert button(page, "editCrmFieldButton").text() == "Vi&ew …"
    assert not button(page, "removeCrmFieldButton").isEnabled()
    page.fields.view.setFocus()
    QTest.keyClick(page.fields.view, Qt.Key.Key_Return)
    dialog = find(page, QDialog, "crmFieldDialog")
    assert dialog.windowTitle() == "Standard field of SuperOffice"
    dialog.reject()


def test_removed_fields_can_be_put_back(qtbot: QtBot, page: CataloguePage, workspace: LocalWorkspace) -> None:
    page.fields.view.select_id(field_id(OWN))
    page.fields.view.setFocus()
    QTest.keyClick(page.fields.view, Qt.Key.Key_Delete)
    assert "Mappings to it stay" in confirm(page)
    qtbot.waitUntil(lambda: "was removed" in message(page))
    assert workspace.catalogue().field(OWN.entity, OWN.key) is None
    assert page.undo_name == "Undo removal"
    button(page, "undoCatalogueButton").click()
    qtbot.waitUntil(lambda: workspace.catalogue().field(OWN.entity, OWN.key) == OWN)
    qtbot.waitUntil(lambda: "x_own" in column(page, "crmFieldsView", 2))
    assert page.undo_name == ""


def test_the_items_of_the_chosen_list_are_shown_in_their_order(page: CataloguePage) -> None:
    show_lists(page)
    page.lists.view.select_id("colours")
    assert column(page, "crmItemsView", 1) == ["Red", "Blue"]
    assert not find(page, QComboBox, "entityFilterCombo").isVisible()


def test_a_list_that_fields_use_stays_and_the_fields_are_named(qtbot: QtBot, page: CataloguePage) -> None:
    show_lists(page)
    page.lists.view.select_id("colours")
    button(page, "removeCrmListButton").click()
    confirm(page)
    qtbot.waitUntil(lambda: page.findChild(QDialog, "errorDialog") is not None)
    dialog = find(page, QDialog, "errorDialog")
    assert "Colour" in find(dialog, MessagePanel, "").text
    dialog.reject()
    assert "colours" in column(page, "crmListsView", 1)


def test_a_list_is_removed_and_put_back(qtbot: QtBot, page: CataloguePage, workspace: LocalWorkspace) -> None:
    show_lists(page)
    page.lists.view.select_id("shapes")
    button(page, "removeCrmListButton").click()
    assert "with all of its items" in confirm(page)
    qtbot.waitUntil(lambda: "shapes" not in column(page, "crmListsView", 1))
    page.undo()
    qtbot.waitUntil(lambda: "shapes" in column(page, "crmListsView", 1))
    assert workspace.catalogue().list("shapes") == SHAPES


def test_a_standard_list_that_was_changed_is_put_back_and_changed_again(
    qtbot: QtBot, page: CataloguePage, workspace: LocalWorkspace
) -> None:
    category = workspace.catalogue().list("category")
    assert category is not None
    edited = workspace.save_crm_list(replace(category, items=(ListItem("1", "Only"),)), category)
    qtbot.waitUntil(lambda: "Standard, changed" in column(page, "crmListsView", 3))
    show_lists(page)
    page.lists.view.select_id("category")
    assert button(page, "removeCrmListButton").text() == "Put &back"
    button(page, "removeCrmListButton").click()
    assert "standard items" in confirm(page)
    qtbot.waitUntil(lambda: "has its standard items again" in message(page))
    assert workspace.catalogue().list("category") == category
    page.undo()
    qtbot.waitUntil(lambda: workspace.catalogue().list("category") == edited)


def test_what_is_own_is_saved_as_json(qtbot: QtBot, page: CataloguePage, tmp_path: Path) -> None:
    button(page, "saveCatalogueButton").click()
    dialog = find(page, QFileDialog, "fileDialog")
    path = tmp_path / "own.json"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(lambda: "Exported" in message(page))
    content = json.loads(path.read_text(encoding="utf-8"))
    assert [one["key"] for one in content["fields"]] == [OWN.key, COLOUR.key]
    assert [one["name"] for one in content["lists"]] == [COLOURS.name, SHAPES.name]


def test_the_import_is_opened_from_the_page(page: CataloguePage) -> None:
    button(page, "importCatalogueButton").click()
    find(page, QDialog, "catalogueImportDialog").reject()


def test_another_language_is_in_the_rows_too(qtbot: QtBot, page: CataloguePage) -> None:
    language.install("de")
    qtbot.waitUntil(lambda: "Eigenes" in column(page, "crmFieldsView", 1))


def test_without_a_workspace_nothing_can_be_changed(page: CataloguePage) -> None:
    page.set_workspace(None)
    names = ("addCrmFieldButton", "editCrmFieldButton", "removeCrmFieldButton", "importCatalogueButton")
    assert not any(button(page, name).isEnabled() for name in names)
    assert column(page, "crmFieldsView", 0) == []


def test_the_page_is_offered_where_the_catalogue_can_be_edited(
    qtbot: QtBot,
    fake: FakeWorkspace,
    make_window: Callable[[], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fake.capabilities = frozenset({Capability.EDIT_CATALOGUE})
    monkeypatch.setattr(fake, "catalogue", lambda: Catalogue((OWN,)), raising=False)
    window = make_window()
    with qtbot.waitSignal(window.ready):
        window.show()
    assert window.navigator.model().index(1, 0).data() == "SuperOffice fields and lists"
    window.navigator.choose("catalogue")
    page = find(window, CataloguePage, "cataloguePage")
    qtbot.waitUntil(lambda: column(page, "crmFieldsView", 2) == ["x_own"])
    window.navigator.choose("sync")
    assert not page.isVisible()


@pytest.mark.parametrize("code", ["en", "de"])
def test_the_page_fits_a_small_screen_with_everything_twice_as_large(
    qtbot: QtBot,
    fake: FakeWorkspace,
    make_window: Callable[[], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
    code: str,
) -> None:
    fake.capabilities = frozenset({Capability.EDIT_CATALOGUE, Capability.EDIT_DIRECTORY})
    monkeypatch.setattr(fake, "catalogue", lambda: Catalogue((OWN,)), raising=False)
    window = make_window()
    with qtbot.waitSignal(window.ready):
        window.show()
    language.install(code)
    window.navigator.choose("catalogue")
    window.resize(1280 // 2, (720 - 64) // 2)
    qtbot.waitUntil(lambda: fits_twice_as_large(window))
    assert window.navigator.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_rows_are_made_of_every_field_and_item(workspace: LocalWorkspace) -> None:
    rows = CatalogueRows.read(workspace)
    catalogue = workspace.catalogue()
    assert len(rows.fields) == len(catalogue.fields)
    assert len(rows.items["country"]) == 249
    assert catalogue.field(CrmEntity.PERSON, "x_colour") == COLOUR
