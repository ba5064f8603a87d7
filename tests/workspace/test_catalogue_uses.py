"""What active connections synchronise is not taken away from what SuperOffice offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from erpsync_desktop.model.catalogue import CatalogueFile, CrmEntity, CrmField, CrmList
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.errors import Problem, ProblemCode, StillInUse
from erpsync_desktop.model.sync_setup import Direction, ListMapping
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.model.watch import Watch
from tests.workspace.erp_content import changed, context, furnished, save, switched
from tests.workspace.world import World

OWN = CrmField(CrmEntity.COMPANY, "x-1", "Own", user_defined=True)
FREE = CrmField(CrmEntity.COMPANY, "x-2", "Free", user_defined=True)


@pytest.fixture
def active(world: World) -> ErpConnection:
    """A connection that synchronises its phone with a user-defined field, and countries."""
    for one in (OWN, FREE):
        world.workspace.save_crm_field(one, None)
    made = furnished(world)
    setup = changed(switched(context(world, made).setup), "Name", direction=Direction.BOTH)
    setup = changed(setup, "Country", direction=Direction.BOTH)
    save(world, made, changed(setup, "Phone", "x-1", Direction.BOTH))
    first, second = countries(world).items[:2]
    items = {"DE": first.key, "NO": second.key}
    world.workspace.save_list_mappings(made.id, [ListMapping("Countries", "country", items)])
    assert world.workspace.set_active(made.id, True, Watch()) == ()
    return made


def countries(world: World) -> CrmList:
    found = world.workspace.catalogue().list("country")
    assert found is not None
    return found


def remove(world: World) -> None:
    world.workspace.remove_crm_fields((OWN, FREE))


def give_another_key(world: World) -> None:
    world.workspace.save_crm_field(replace(OWN, key="x-3"), OWN)


def give_another_type(world: World) -> None:
    world.workspace.save_crm_field(replace(OWN, kind=FieldType.INTEGER), OWN)


def import_another_type(world: World) -> None:
    world.workspace.import_catalogue(CatalogueFile((replace(OWN, read_only=True),), ()))


def remove_items(world: World) -> None:
    now = countries(world)
    world.workspace.save_crm_list(replace(now, items=now.items[1:]), now)


def import_fewer_items(world: World) -> None:
    now = countries(world)
    world.workspace.import_catalogue(CatalogueFile((), (replace(now, items=now.items[2:]),)))


IN_USE = {"connections": "North"}


@pytest.mark.parametrize("change", [remove, give_another_key, give_another_type, import_another_type])
def test_a_field_that_is_synchronised_stays_as_it_is(
    world: World, active: ErpConnection, change: Callable[[World], None]
) -> None:
    before = world.workspace.catalogue()
    with pytest.raises(StillInUse) as refused:
        change(world)
    assert refused.value.problems == (
        Problem(ProblemCode.CRM_FIELD_SYNCHRONISED, {"crm_label": "Own", **IN_USE}),
    )
    assert world.workspace.catalogue() == before
    world.workspace.set_active(active.id, False, Watch())
    change(world)
    assert world.workspace.catalogue() != before


@pytest.mark.parametrize("change", [remove_items, import_fewer_items])
def test_list_items_that_are_synchronised_stay(
    world: World, active: ErpConnection, change: Callable[[World], None]
) -> None:
    before = world.workspace.catalogue()
    with pytest.raises(StillInUse) as refused:
        change(world)
    params = {"list": countries(world).label, **IN_USE}
    assert refused.value.problems == (Problem(ProblemCode.CRM_ITEMS_SYNCHRONISED, params),)
    assert world.workspace.catalogue() == before
    world.workspace.set_active(active.id, False, Watch())
    change(world)
    assert world.workspace.catalogue() != before


def test_own_items_of_a_standard_list_are_not_put_back_while_they_are_synchronised(
    world: World, active: ErpConnection
) -> None:
    world.workspace.set_active(active.id, False, Watch())
    now = countries(world)
    own = replace(now.items[0], key="own")
    world.workspace.save_crm_list(replace(now, items=(*now.items, own)), now)
    items = {"DE": "own", "NO": now.items[1].key}
    world.workspace.save_list_mappings(active.id, [ListMapping("Countries", "country", items, 1)])
    assert world.workspace.set_active(active.id, True, Watch()) == ()
    with pytest.raises(StillInUse):
        world.workspace.remove_crm_list("country")
    assert own in countries(world).items


def test_what_nobody_synchronises_can_be_changed_and_removed(world: World, active: ErpConnection) -> None:
    assert context(world, active).connection.active
    now = countries(world)
    world.workspace.save_crm_list(replace(now, items=now.items[:2]), now)
    world.workspace.save_crm_field(replace(OWN, label="Renamed", max_length=9), OWN)
    world.workspace.remove_crm_fields((FREE,))
    assert world.workspace.catalogue().field(CrmEntity.COMPANY, "x-2") is None


def test_what_an_actor_type_maps_that_is_switched_off_can_be_removed(
    world: World, active: ErpConnection
) -> None:
    world.workspace.set_active(active.id, False, Watch())
    save(world, active, switched(context(world, active).setup, on=False))
    assert world.workspace.set_active(active.id, True, Watch()) == ()
    remove(world)
    remove_items(world)
    assert world.workspace.catalogue().field(CrmEntity.COMPANY, "x-1") is None
