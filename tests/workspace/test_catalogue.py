"""What SuperOffice offers, in the database."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from erpsync_desktop.model.catalogue import CatalogueFile, CrmEntity, CrmField, CrmList
from erpsync_desktop.model.errors import (
    InvalidInput,
    NotFound,
    ProblemCode,
    SavedMeanwhile,
    StillInUse,
)
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.workspace.local.catalogue import standard_catalogue
from erpsync_desktop.workspace.local.schema import changes, crm_fields, crm_lists
from erpsync_desktop.workspace.local.workspace import LocalWorkspace
from erpsync_desktop.workspace.protocol import Capability

OWN = CrmField(CrmEntity.COMPANY, "x_own", "Own", max_length=40, user_defined=True)
RED, BLUE = ListItem("r", "Red"), ListItem("b", "Blue")
COLOURS = CrmList("colours", "Colours", (RED, BLUE), user_defined=True)
COLOUR = CrmField(
    CrmEntity.PERSON, "x_colour", "Colour", FieldType.LIST, list_name="colours", user_defined=True
)


def own_fields(workspace: LocalWorkspace) -> list[CrmField]:
    return [one for one in workspace.catalogue().fields if one.user_defined]


def noted(workspace: LocalWorkspace) -> list[str]:
    with workspace._store.read() as database:
        return list(database.execute(select(changes.c.what).order_by(changes.c.id)).scalars())


def category(workspace: LocalWorkspace) -> CrmList:
    found = workspace.catalogue().list("category")
    assert found is not None
    return found


def test_a_new_workspace_has_the_standard_and_can_be_edited(workspace: LocalWorkspace) -> None:
    assert workspace.catalogue() == standard_catalogue()
    assert Capability.EDIT_CATALOGUE in workspace.capabilities


def test_the_standard_is_not_kept_in_the_database(workspace: LocalWorkspace) -> None:
    with workspace._store.read() as database:
        assert not database.execute(select(crm_fields)).all()
        assert not database.execute(select(crm_lists)).all()


def test_fields_stand_behind_the_standard_in_the_order_in_which_they_came(workspace: LocalWorkspace) -> None:
    later = replace(OWN, key="a_later")
    assert workspace.save_crm_field(OWN, None) == OWN
    workspace.save_crm_field(later, None)
    assert workspace.catalogue().fields == (*standard_catalogue().fields, OWN, later)


def test_a_field_is_changed_where_it_stands(workspace: LocalWorkspace) -> None:
    workspace.save_crm_field(OWN, None)
    workspace.save_crm_field(replace(OWN, key="x_2"), None)
    changed = workspace.save_crm_field(replace(OWN, label="Renamed", kind=FieldType.INTEGER), OWN)
    assert changed.max_length == 0
    assert [one.label for one in own_fields(workspace)] == ["Renamed", "Own"]
    assert noted(workspace)[-1] == "SuperOffice field edited"


def test_a_field_can_get_another_key(workspace: LocalWorkspace) -> None:
    workspace.save_crm_field(OWN, None)
    moved = workspace.save_crm_field(replace(OWN, key="X_OWN", entity=CrmEntity.PROJECT), OWN)
    assert own_fields(workspace) == [moved]


def test_a_field_that_is_wrong_is_refused_and_nothing_is_kept(workspace: LocalWorkspace) -> None:
    with pytest.raises(InvalidInput) as caught:
        workspace.save_crm_field(replace(OWN, key="NAME"), None)
    assert caught.value.problem.code is ProblemCode.CRM_KEY_TAKEN
    assert own_fields(workspace) == []
    assert noted(workspace) == []


def test_a_standard_field_is_neither_changed_nor_removed(workspace: LocalWorkspace) -> None:
    name = workspace.catalogue().fields[1]
    with pytest.raises(InvalidInput) as caught:
        workspace.save_crm_field(replace(name, label="Other"), name)
    assert caught.value.problem.code is ProblemCode.CRM_FIELD_IS_STANDARD
    with pytest.raises(InvalidInput):
        workspace.remove_crm_fields([name])
    assert workspace.catalogue() == standard_catalogue()


def test_a_field_that_somebody_else_changed_is_not_overwritten(workspace: LocalWorkspace) -> None:
    workspace.save_crm_field(OWN, None)
    theirs = workspace.save_crm_field(replace(OWN, label="Theirs"), OWN)
    with pytest.raises(SavedMeanwhile) as caught:
        workspace.save_crm_field(replace(OWN, label="Mine"), OWN)
    assert caught.value.theirs == theirs
    assert own_fields(workspace) == [theirs]


def test_a_field_that_somebody_else_removed_is_not_saved(workspace: LocalWorkspace) -> None:
    workspace.save_crm_field(OWN, None)
    workspace.remove_crm_fields([OWN])
    with pytest.raises(NotFound):
        workspace.save_crm_field(replace(OWN, label="Mine"), OWN)


def test_removed_fields_are_gone_and_removing_them_twice_does_no_harm(workspace: LocalWorkspace) -> None:
    workspace.save_crm_field(OWN, None)
    workspace.remove_crm_fields([OWN])
    workspace.remove_crm_fields([OWN])
    assert own_fields(workspace) == []


def test_a_list_keeps_the_order_of_its_items(workspace: LocalWorkspace) -> None:
    assert workspace.save_crm_list(COLOURS, None) == COLOURS
    turned = workspace.save_crm_list(replace(COLOURS, items=(BLUE, RED)), COLOURS)
    assert workspace.catalogue().list("colours") == turned
    assert turned.items == (BLUE, RED)


def test_a_list_that_somebody_else_changed_is_not_overwritten(workspace: LocalWorkspace) -> None:
    workspace.save_crm_list(COLOURS, None)
    theirs = workspace.save_crm_list(replace(COLOURS, items=(RED,)), COLOURS)
    with pytest.raises(SavedMeanwhile) as caught:
        workspace.save_crm_list(replace(COLOURS, items=()), COLOURS)
    assert caught.value.theirs == theirs


def test_a_list_that_is_wrong_is_refused(workspace: LocalWorkspace) -> None:
    with pytest.raises(InvalidInput) as caught:
        workspace.save_crm_list(replace(COLOURS, items=(RED, RED)), None)
    assert caught.value.problem.code is ProblemCode.CRM_ITEM_REPEATED


def test_the_name_of_a_list_stays(workspace: LocalWorkspace) -> None:
    workspace.save_crm_list(COLOURS, None)
    with pytest.raises(ValueError, match="keeps its name"):
        workspace.save_crm_list(replace(COLOURS, name="colors"), COLOURS)


def test_the_items_of_a_standard_list_are_changed_and_put_back(workspace: LocalWorkspace) -> None:
    before = category(workspace)
    edited = workspace.save_crm_list(replace(before, label="Ignored", items=(RED,)), before)
    assert edited == replace(before, items=(RED,), edited=True)
    assert category(workspace) == edited
    workspace.remove_crm_list("category")
    assert category(workspace) == before
    assert noted(workspace)[-1] == "SuperOffice list put back"


def test_a_standard_list_with_its_own_items_again_counts_as_unedited(workspace: LocalWorkspace) -> None:
    before = category(workspace)
    edited = workspace.save_crm_list(replace(before, items=()), before)
    assert workspace.save_crm_list(replace(edited, items=before.items), edited) == before
    with pytest.raises(InvalidInput) as caught:
        workspace.remove_crm_list("category")
    assert caught.value.problem.code is ProblemCode.CRM_LIST_IS_STANDARD


def test_a_list_that_fields_use_is_not_removed(workspace: LocalWorkspace) -> None:
    workspace.save_crm_list(COLOURS, None)
    workspace.save_crm_field(COLOUR, None)
    with pytest.raises(StillInUse) as caught:
        workspace.remove_crm_list("colours")
    assert caught.value.problem.params == {"list": "Colours", "fields": "Colour"}
    workspace.remove_crm_fields([COLOUR])
    workspace.remove_crm_list("colours")
    assert workspace.catalogue() == standard_catalogue()


def test_a_list_that_is_not_there_cannot_be_removed(workspace: LocalWorkspace) -> None:
    with pytest.raises(NotFound):
        workspace.remove_crm_list("nowhere")


def test_an_import_adds_what_is_new_and_updates_what_differs(workspace: LocalWorkspace) -> None:
    workspace.save_crm_field(OWN, None)
    contents = CatalogueFile((replace(OWN, label="Renamed"), COLOUR), (COLOURS,))
    assert workspace.import_catalogue(contents) == (2, 1)
    assert own_fields(workspace) == [replace(OWN, label="Renamed"), COLOUR]
    assert workspace.catalogue().list("colours") == COLOURS
    assert noted(workspace)[-1] == "SuperOffice fields and lists imported"


def test_the_same_import_again_changes_and_notes_nothing(workspace: LocalWorkspace) -> None:
    contents = CatalogueFile((COLOUR,), (COLOURS,))
    workspace.import_catalogue(contents)
    before = noted(workspace)
    assert workspace.import_catalogue(contents) == (0, 0)
    assert noted(workspace) == before


def test_an_import_with_one_mistake_changes_nothing(workspace: LocalWorkspace) -> None:
    wrong = replace(COLOUR, list_name="nowhere")
    with pytest.raises(InvalidInput) as caught:
        workspace.import_catalogue(CatalogueFile((OWN, wrong), (COLOURS,)))
    assert [one.code for one in caught.value.problems] == [ProblemCode.CRM_LIST_UNKNOWN]
    assert workspace.catalogue() == standard_catalogue()


def test_each_change_is_told(workspace: LocalWorkspace) -> None:
    told: list[None] = []
    workspace.subscribe(lambda: told.append(None))
    workspace.save_crm_field(OWN, None)
    workspace.remove_crm_fields([OWN])
    workspace.save_crm_list(COLOURS, None)
    workspace.remove_crm_list("colours")
    workspace.import_catalogue(CatalogueFile((OWN,)))
    assert len(told) == 5


def test_twenty_thousand_items_are_kept(workspace: LocalWorkspace) -> None:
    items = tuple(ListItem(f"k{number}", f"Item {number}") for number in range(20_000))
    big = workspace.save_crm_list(replace(COLOURS, items=items), None)
    assert workspace.catalogue().list("colours") == big


def test_where_the_standard_has_gained_a_field_of_the_same_key_that_one_counts(
    workspace: LocalWorkspace,
) -> None:
    with workspace._store.write() as database:
        row = {"entity": "company", "field_key": "name", "unique_key": "name", "label": "Mine"}
        rest = {"kind": "Text", "max_length": 0, "list_name": "", "read_only": False, "place": 0}
        database.execute(crm_fields.insert().values(**row, **rest))
    assert workspace.catalogue() == standard_catalogue()
