"""Import user-defined fields and lists of SuperOffice from a JSON or CSV file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from erpsync_desktop.dialogs.file_import_dialog import FileImportDialog
from erpsync_desktop.model.catalogue import Catalogue, CrmEntity, CrmField, CrmList
from erpsync_desktop.model.catalogue_changes import ItemCounts, PlannedEntry
from erpsync_desktop.model.catalogue_file import FIELD_COLUMNS, ITEM_COLUMNS, write_catalogue_json
from erpsync_desktop.model.directory_changes import Change
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.widgets.actor_names import entity_name
from erpsync_desktop.widgets.catalogue_files import ReadCatalogue, catalogue_files, read_file
from erpsync_desktop.widgets.field_types import type_name
from erpsync_desktop.widgets.language import current_language, uilocale
from erpsync_desktop.workspace.protocol import Workspace

_EXAMPLE = Catalogue(
    (
        CrmField(
            CrmEntity.COMPANY, "example.text", 'US:"Example";GE:"Beispiel"', max_length=40, user_defined=True
        ),
        CrmField(
            CrmEntity.PERSON,
            "example.list",
            'US:"Favourite colour";GE:"Lieblingsfarbe"',
            FieldType.LIST,
            list_name="example.colours",
            user_defined=True,
        ),
    ),
    (
        CrmList(
            "example.colours",
            'US:"Colours";GE:"Farben"',
            (ListItem("1", 'US:"Red";GE:"Rot"'), ListItem("2", 'US:"Blue";GE:"Blau"')),
            user_defined=True,
        ),
    ),
)


class CatalogueImportDialog(FileImportDialog[ReadCatalogue]):
    """Shows what a file would change in fields and lists before anything changes."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        shares = (2, 2, 4, 4, 3, 5)
        super().__init__(
            workspace, parent, name="catalogueImportDialog", help_anchor="catalogue", shares=shares
        )

    def read_file(self, path: Path) -> ReadCatalogue:
        """Read a file, and see what it would change."""
        return read_file(path, self._workspace.catalogue())

    def take(self, read: ReadCatalogue) -> tuple[int, int]:
        """Import what was read."""
        return self._workspace.import_catalogue(read.contents)

    def changes(self, read: ReadCatalogue) -> Iterable[Change]:
        """What each field or list does."""
        return (each.change for each in read.planned)

    def rows(self, read: ReadCatalogue) -> Sequence[tuple[str, ...]]:
        """Change, record, name, key, type and list or items."""
        return [self._row(each) for each in read.planned]

    def _row(self, planned: PlannedEntry) -> tuple[str, ...]:
        entry, code = planned.entry, current_language()
        change = self.change_name(planned.change)
        if isinstance(entry, CrmField):
            kind = type_name(entry.kind)
            return change, entity_name(entry.entity), entry.label_in(code), entry.key, kind, entry.list_name
        items = self._items_text(planned.items)
        return change, self.tr("List"), entry.label_in(code), entry.name, "", items

    def _items_text(self, items: ItemCounts) -> str:
        locale = uilocale()
        counted = (
            (items.added, self.tr("{count} new")),
            (items.changed, self.tr("{count} changed")),
            (items.removed, self.tr("{count} removed")),
        )
        parts = [text.format(count=locale.toString(count)) for count, text in counted if count]
        return self.tr("Items: {what}").format(what=", ".join(parts)) if parts else ""

    def file_kinds(self) -> str:
        """The name filter of the file dialog."""
        return catalogue_files()

    def template(self) -> tuple[str, Callable[[], bytes]]:
        """A file with an example of everything."""
        return self.tr("superoffice-fields.json"), lambda: write_catalogue_json(_EXAMPLE)

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        super().retranslate()
        intro = self.tr(
            "A JSON file as it is saved here, or a CSV file with the columns {fields} for fields, or {items} "
            "for the items of lists. What is new is added, what is there is updated; a list gets exactly the "
            "items of the file. Standard fields stay as they are. Nothing changes before you choose Import."
        )
        headers = (
            self.tr("Change"),
            self.tr("Record"),
            self.tr("Name"),
            self.tr("Key"),
            self.tr("Type"),
            self.tr("List or items"),
        )
        self.set_texts(
            self.tr("Import SuperOffice fields and lists"),
            intro.format(fields=", ".join(FIELD_COLUMNS), items=", ".join(ITEM_COLUMNS)),
            headers,
        )
