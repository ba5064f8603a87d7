"""SuperOffice fields and lists: what ERP fields and lists can be mapped to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from erpsync_desktop.dialogs.catalogue_import_dialog import CatalogueImportDialog
from erpsync_desktop.dialogs.confirm import confirm
from erpsync_desktop.dialogs.crm_field_dialog import CrmFieldDialog
from erpsync_desktop.dialogs.crm_list_dialog import CrmListDialog
from erpsync_desktop.model.catalogue import CrmEntity, CrmField, CrmList
from erpsync_desktop.model.catalogue_file import write_catalogue_json
from erpsync_desktop.ui.catalogue_removal import CatalogueRemoval
from erpsync_desktop.ui.catalogue_rows import CatalogueRows, field_id
from erpsync_desktop.ui.directory_list import DirectoryList
from erpsync_desktop.ui.workspace_page import WorkspacePage
from erpsync_desktop.widgets.actor_names import entity_name
from erpsync_desktop.widgets.catalogue_files import json_files
from erpsync_desktop.widgets.entries_view import set_tab_order
from erpsync_desktop.widgets.files import ask_for_file, write_file
from erpsync_desktop.widgets.filter_box import FilterBox
from erpsync_desktop.widgets.language import current_language
from erpsync_desktop.widgets.message_panel import PlainLabel
from erpsync_desktop.widgets.room import Room
from erpsync_desktop.workspace.protocol import Capability

_NEW = QKeySequence("Ctrl+N")


class CataloguePage(WorkspacePage):
    """Shows all fields and lists; adds, changes, removes and imports user-defined ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("catalogue", CatalogueRows.read, parent)
        self._rows = CatalogueRows()
        self._select = ""
        self._create()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._update_buttons()

    def _create(self) -> None:
        self._intro = PlainLabel(self)
        self.fields = DirectoryList("crmFieldsView", (3, 5, 4, 3, 2, 3, 3), self)
        self.lists = DirectoryList("crmListsView", (4, 3, 2, 4), self)
        self.items = DirectoryList("crmItemsView", (1, 5, 3), self, filterable=False)
        self._filter = FilterBox(self, filtered=self.fields.view)
        self._filter.setObjectName("catalogueFilterEdit")
        self._entity = QComboBox(self)
        self._entity.setObjectName("entityFilterCombo")
        self._entity_label = QLabel(self)
        self._entity_label.setBuddy(self._entity)
        for entity in (None, *CrmEntity):
            self._entity.addItem("", entity)
        names = ("addCrmFieldButton", "editCrmFieldButton", "removeCrmFieldButton")
        self._add_field, self._edit_field, self._remove_field = map(self.fields.add_button, names)
        names = ("addCrmListButton", "editCrmListButton", "removeCrmListButton")
        self._add_list, self._edit_list, self._remove_list = map(self.lists.add_button, names)
        self._import, self._export = QPushButton(self), QPushButton(self)
        self._import.setObjectName("importCatalogueButton")
        self._export.setObjectName("saveCatalogueButton")
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("catalogueTabs")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._filter, 1)
        top.addWidget(self._entity_label)
        top.addWidget(self._entity)
        top.addWidget(self._import)
        top.addWidget(self._export)
        lists = QSplitter(Qt.Orientation.Horizontal, self)
        lists.setChildrenCollapsible(False)
        lists.addWidget(self.lists)
        lists.addWidget(self.items)
        self._tabs.addTab(self.fields, "")
        self._tabs.addTab(lists, "")
        content = QWidget(self)
        layout = QVBoxLayout(content)
        layout.addWidget(self._intro)
        layout.addLayout(top)
        layout.addWidget(self._message)
        layout.addWidget(self._tabs, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Room(content, self, least=12))
        shared = [self._filter, self._entity, self._import, self._export, self._tabs]
        set_tab_order([*shared, *self.fields.stops, *self.lists.stops, *self.items.stops])

    def _connect(self) -> None:
        self._filter.filterChanged.connect(self._filter_rows)
        self._entity.currentIndexChanged.connect(self._show_fields)
        self._tabs.currentChanged.connect(self._tab_changed)
        self._import.clicked.connect(self._open_import)
        self._export.clicked.connect(self._ask_export)
        self._add_field.clicked.connect(lambda: self._open_field_dialog(None))
        self._edit_field.clicked.connect(self._open_field)
        self._remove_field.clicked.connect(self._ask_remove_fields)
        self._add_list.clicked.connect(lambda: self._open_list_dialog(None))
        self._edit_list.clicked.connect(self._open_list)
        self._remove_list.clicked.connect(self._ask_remove_list)
        self.fields.selectionChanged.connect(self._update_buttons)
        self.lists.selectionChanged.connect(self._show_items)
        self.fields.offer_keys(self._add_field, self._edit_field, self._remove_field, also_add=_NEW)
        self.lists.offer_keys(self._add_list, self._edit_list, self._remove_list, also_add=_NEW)
        self._find_in(self._filter)

    # The rows

    def show_rows(self, rows: CatalogueRows | None) -> None:
        """Show what was read; None shows nothing."""
        self._rows = rows or CatalogueRows()
        self._show_fields()
        self.lists.model.set_entries(self._rows.lists)
        for part in (self.fields, self.lists):
            if self._select:
                part.view.select_id(self._select)
        self._select = ""
        self._show_items()

    def _show_fields(self) -> None:
        entity = self._entity.currentData()
        pairs = zip(self._rows.catalogue.fields, self._rows.fields, strict=True)
        self.fields.model.set_entries([row for one, row in pairs if entity in {None, one.entity}])

    def _show_items(self) -> None:
        chosen = self._chosen_list()
        self.items.model.set_entries(self._rows.items.get(chosen.name, ()) if chosen else ())
        self._tell_items(chosen)
        self._update_buttons()

    def _filter_rows(self, text: str) -> None:
        for part in (self.fields, self.lists):
            part.model.set_filter(text)

    def _tab_changed(self) -> None:
        """The choice of record is about fields alone."""
        on_fields = self._tabs.currentIndex() == 0
        self._entity.setVisible(on_fields)
        self._entity_label.setVisible(on_fields)

    def _chosen_fields(self) -> list[CrmField]:
        wanted = set(self.fields.view.selected_ids())
        return [one for one in self._rows.catalogue.fields if field_id(one) in wanted]

    def _chosen_list(self) -> CrmList | None:
        wanted = self.lists.view.selected_ids()
        return self._rows.catalogue.list(wanted[0]) if len(wanted) == 1 else None

    def _update_buttons(self) -> None:
        workspace = self._workspace
        can_edit = workspace is not None and Capability.EDIT_CATALOGUE in workspace.capabilities
        fields, chosen = self._chosen_fields(), self._chosen_list()
        for button in (self._add_field, self._add_list, self._import):
            button.setEnabled(can_edit)
        self._edit_field.setEnabled(can_edit and len(fields) == 1)
        own = bool(fields) and all(one.user_defined for one in fields)
        self._remove_field.setEnabled(can_edit and own)
        self._edit_list.setEnabled(can_edit and chosen is not None)
        removable = chosen is not None and (chosen.user_defined or chosen.edited)
        self._remove_list.setEnabled(can_edit and removable)
        self._export.setEnabled(workspace is not None)
        self._name_buttons(fields, chosen)

    # Adding and changing

    def _open_field(self) -> None:
        fields = self._chosen_fields()
        if len(fields) == 1:
            self._open_field_dialog(fields[0])

    def _open_field_dialog(self, crm: CrmField | None) -> None:
        if self._workspace:
            entity = self._entity.currentData() or CrmEntity.COMPANY
            catalogue = self._rows.catalogue
            dialog = CrmFieldDialog(self._workspace, catalogue, crm, self, entity=CrmEntity(entity))
            dialog.saved.connect(self._select_saved)
            dialog.open()

    def _open_list(self) -> None:
        if chosen := self._chosen_list():
            self._open_list_dialog(chosen)

    def _open_list_dialog(self, crm: CrmList | None) -> None:
        if self._workspace:
            dialog = CrmListDialog(self._workspace, self._rows.catalogue, crm, self)
            dialog.saved.connect(self._select_saved)
            dialog.open()

    def _select_saved(self, saved: CrmField | CrmList) -> None:
        self._select = saved.name if isinstance(saved, CrmList) else field_id(saved)
        self._reader.reload()

    # Removing, and taking that back

    def _ask_remove_fields(self) -> None:
        self._ask_remove(CatalogueRemoval(fields=tuple(self._chosen_fields())), self.tr("Remove"))

    def _ask_remove_list(self) -> None:
        chosen = self._chosen_list()
        if chosen:
            title = self.tr("Remove") if chosen.user_defined else self.tr("Put back")
            self._ask_remove(CatalogueRemoval(lists=(chosen,)), title)

    def _ask_remove(self, removal: CatalogueRemoval, title: str) -> None:
        def remove() -> None:
            self._in_background(removal.run, lambda _: self._offer_undo(removal.report, removal.undo))

        confirm(self, title, removal.question(), title, remove)

    # Files

    def _open_import(self) -> None:
        if self._workspace:
            dialog = CatalogueImportDialog(self._workspace, self)
            dialog.imported.connect(self._report_import)
            dialog.open()

    def _ask_export(self) -> None:
        title, name = self.tr("Save user-defined fields and lists"), self.tr("superoffice-fields.json")
        ask_for_file(self, title, json_files(), self._save_export, save_as=name)

    def _save_export(self, path: Path) -> None:
        catalogue = self._rows.catalogue
        write_file(
            self,
            path,
            lambda: write_catalogue_json(catalogue),
            lambda failure: self._report_written(path, failure),
        )

    # Words

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self._intro.say(
            self.tr(
                "What the fields and lists of an ERP can be mapped to: SuperOffice’s standard, and the "
                "user-defined fields and lists that are described here. They are kept in this workspace."
            )
        )
        self._filter.setPlaceholderText(self.tr("Filter fields and lists"))
        self._filter.setAccessibleName(self.tr("Filter fields and lists"))
        self._entity_label.setText(self.tr("Re&cord:"))
        self._entity.setItemText(0, self.tr("All"))
        for row, entity in enumerate(CrmEntity, start=1):
            self._entity.setItemText(row, entity_name(entity))
        self._import.setText(self.tr("&Import …"))
        self._export.setText(self.tr("&Save as JSON …"))
        self._tabs.setTabText(0, self.tr("Fields"))
        self._tabs.setTabText(1, self.tr("Lists"))
        self._tabs.setAccessibleName(self.tr("Fields and lists"))
        self._name_lists()
        self._add_field.setText(self.tr("&Add …"))
        self._add_list.setText(self.tr("&Add …"))
        self._update_buttons()
        if self._rows.language not in {"", current_language()}:
            self._reader.reload()

    def _name_lists(self) -> None:
        self.fields.set_texts(
            self.tr("Fields"),
            (
                self.tr("Record"),
                self.tr("Name"),
                self.tr("Key"),
                self.tr("Type"),
                self.tr("Length"),
                self.tr("List"),
                self.tr("Origin"),
            ),
            self.tr("There are no fields of this record."),
            self.tr("No field matches the filter."),
        )
        self.lists.set_texts(
            self.tr("Lists"),
            (self.tr("Name"), self.tr("Key"), self.tr("Items"), self.tr("Origin")),
            self.tr("There are no lists."),
            self.tr("No list matches the filter."),
        )
        self._tell_items(self._chosen_list())

    def _tell_items(self, chosen: CrmList | None) -> None:
        none = self.tr("The list has no items yet.") if chosen else self.tr("Choose a list to see its items.")
        title = self.tr("Items")
        if chosen:
            title = self.tr("Items of {list}").format(list=chosen.label_in(current_language()))
        headers = (self.tr("No."), self.tr("Text"), self.tr("Key"))
        self.items.set_texts(title, headers, none, none)

    def _name_buttons(self, fields: list[CrmField], chosen: CrmList | None) -> None:
        """Standard fields are looked at; a standard list is put back."""
        only_look = len(fields) == 1 and not fields[0].user_defined
        self._edit_field.setText(self.tr("Vi&ew …") if only_look else self.tr("&Edit …"))
        self._remove_field.setText(self.tr("&Remove"))
        self._edit_list.setText(self.tr("&Edit …"))
        standard = chosen is not None and not chosen.user_defined
        self._remove_list.setText(self.tr("Put &back") if standard else self.tr("&Remove"))
