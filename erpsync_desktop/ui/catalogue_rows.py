"""What the page "SuperOffice fields and lists" shows of a catalogue, made off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.model.catalogue import Catalogue, CrmField, CrmList
from erpsync_desktop.widgets.actor_names import entity_name
from erpsync_desktop.widgets.directory_models import Entry
from erpsync_desktop.widgets.field_types import type_name
from erpsync_desktop.widgets.language import current_language
from erpsync_desktop.workspace.protocol import Workspace


@dataclass(frozen=True, slots=True)
class CatalogueRows:
    """A catalogue and the rows that show it.

    Attributes:
        catalogue: as it was read.
        fields: record, name, key, type, length, list, and whose it is.
        lists: name, key, number of items, and whose it is.
        items: of each list by its name: number, text and key.
        language: that the rows are in.
    """

    catalogue: Catalogue = field(default_factory=Catalogue)
    fields: tuple[Entry, ...] = ()
    lists: tuple[Entry, ...] = ()
    items: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    language: str = ""

    @classmethod
    def read(cls, workspace: Workspace) -> CatalogueRows:
        """Read the catalogue and make the rows. Blocks."""
        return cls.of(workspace.catalogue())

    @classmethod
    def of(cls, catalogue: Catalogue) -> CatalogueRows:
        """Make the rows, in the language that is set; takes about 2 µs an item."""
        code = current_language()
        return cls(
            catalogue,
            tuple(Entry(field_id(one), _field_cells(one, catalogue, code)) for one in catalogue.fields),
            tuple(Entry(one.name, _list_cells(one, code)) for one in catalogue.lists),
            {one.name: _item_entries(one, code) for one in catalogue.lists},
            code,
        )


def field_id(crm: CrmField) -> str:
    """What tells a field's row apart."""
    return f"{crm.entity.value}\n{crm.key}"


def _field_cells(crm: CrmField, catalogue: Catalogue, code: str) -> tuple[str | int, ...]:
    used = catalogue.list(crm.list_name) if crm.list_name else None
    return (
        entity_name(crm.entity),
        crm.label_in(code),
        crm.key,
        type_name(crm.kind),
        crm.max_length or "",
        used.label_in(code) if used else crm.list_name,
        origin(user_defined=crm.user_defined),
    )


def _list_cells(crm: CrmList, code: str) -> tuple[str | int, ...]:
    whose = origin(user_defined=crm.user_defined, edited=crm.edited)
    return crm.label_in(code), crm.name, len(crm.items), whose


def _item_entries(crm: CrmList, code: str) -> tuple[Entry, ...]:
    return tuple(
        Entry(item.key, (place, item.text_in(code), item.key)) for place, item in enumerate(crm.items, 1)
    )


def origin(*, user_defined: bool, edited: bool = False) -> str:
    """Whether something is SuperOffice's own, as a word."""
    if user_defined:
        return QCoreApplication.translate("CatalogueRows", "User-defined")
    if edited:
        return QCoreApplication.translate("CatalogueRows", "Standard, changed")
    return QCoreApplication.translate("CatalogueRows", "Standard")
