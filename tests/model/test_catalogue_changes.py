"""What a file would change."""

from dataclasses import replace

from erpsync_desktop.model.catalogue import Catalogue, CatalogueFile, CrmEntity, CrmField, CrmList
from erpsync_desktop.model.catalogue_changes import ItemCounts, plan_catalogue
from erpsync_desktop.model.directory_changes import Change
from erpsync_desktop.model.metadata import ListItem

OWN = CrmField(CrmEntity.COMPANY, "x_own", "Own", user_defined=True)
RED, BLUE = ListItem("r", "Red"), ListItem("b", "Blue")
COLOURS = CrmList("colours", "Colours", (RED, BLUE), user_defined=True)
CATALOGUE = Catalogue((OWN,), (COLOURS,))


def changes(contents: CatalogueFile) -> list[tuple[Change, ItemCounts]]:
    return [(one.change, one.items) for one in plan_catalogue(contents, CATALOGUE)]


def test_what_is_the_same_is_unchanged() -> None:
    assert changes(CatalogueFile((OWN,), (COLOURS,))) == [(Change.UNCHANGED, ItemCounts())] * 2


def test_what_is_not_there_is_new() -> None:
    contents = CatalogueFile((replace(OWN, entity=CrmEntity.PERSON),), (replace(COLOURS, name="more"),))
    assert changes(contents) == [(Change.NEW, ItemCounts(added=2)), (Change.NEW, ItemCounts())]


def test_items_are_counted_by_what_happens_to_them() -> None:
    changed = replace(COLOURS, items=(ListItem("b", "Azure"), ListItem("g", "Green")))
    assert changes(CatalogueFile((), (changed,))) == [(Change.UPDATED, ItemCounts(1, 1, 1))]


def test_another_order_of_items_is_an_update() -> None:
    assert changes(CatalogueFile((), (replace(COLOURS, items=(BLUE, RED)),))) == [
        (Change.UPDATED, ItemCounts())
    ]
