"""What a file of fields and lists would change in a catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from erpsync_desktop.model.catalogue import Catalogue, CatalogueFile, CrmField, CrmList
from erpsync_desktop.model.directory_changes import Change
from erpsync_desktop.model.metadata import ListItem


@dataclass(frozen=True, slots=True)
class ItemCounts:
    """How many items of a list are new, no longer there, or have another text."""

    added: int = 0
    removed: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """A field or list of a file and what it does.

    Attributes:
        change: whether it is new, changes what is there, or leaves it as it is.
        entry: as it is to be.
        items: of a list.
    """

    change: Change
    entry: CrmField | CrmList
    items: ItemCounts = ItemCounts()


def plan_catalogue(contents: CatalogueFile, catalogue: Catalogue) -> tuple[PlannedEntry, ...]:
    """Tell for each list and field whether it is new, changes what is there, or leaves it as it is."""
    return (
        *(_planned_list(one, catalogue.list(one.name)) for one in contents.lists),
        *(_planned_field(one, catalogue.field(one.entity, one.key)) for one in contents.fields),
    )


def count_items(before: Iterable[ListItem], after: Iterable[ListItem]) -> ItemCounts:
    """What differs between the items of a list; their order does not count."""
    old, new = ({item.key: item.text for item in items} for items in (before, after))
    both = old.keys() & new.keys()
    changed = sum(old[key] != new[key] for key in both)
    return ItemCounts(len(new.keys() - both), len(old.keys() - both), changed)


def _planned_field(crm: CrmField, before: CrmField | None) -> PlannedEntry:
    if before is None:
        return PlannedEntry(Change.NEW, crm)
    return PlannedEntry(Change.UNCHANGED if before == crm else Change.UPDATED, crm)


def _planned_list(crm: CrmList, before: CrmList | None) -> PlannedEntry:
    if before is None:
        return PlannedEntry(Change.NEW, crm, ItemCounts(added=len(crm.items)))
    same = (before.label, before.items) == (crm.label, crm.items)
    counts = count_items(before.items, crm.items)
    return PlannedEntry(Change.UNCHANGED if same else Change.UPDATED, crm, counts)
