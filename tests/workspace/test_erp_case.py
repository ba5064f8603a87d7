"""Connectors do not spell names alike each time: case tells neither actor types nor fields apart."""

from __future__ import annotations

from erpsync_desktop.model.erp_schema import compare
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.sync_setup import Direction
from erpsync_desktop.model.watch import Watch
from tests.workspace.erp_content import changed, context, furnish, furnished, save, switched
from tests.workspace.fakes import FakeErp
from tests.workspace.world import World


def spelled_small(erp: FakeErp) -> None:
    """Let the ERP name its types in small letters from now on."""
    erp.types = tuple(one.lower() for one in erp.types)
    erp.fields = {key.lower(): value for key, value in erp.fields.items()}
    erp.searchable = {key.lower(): value for key, value in erp.searchable.items()}


def test_a_type_that_is_spelled_otherwise_is_the_same(world: World) -> None:
    saved = furnished(world)
    before = context(world, saved).erp
    spelled_small(world.service.erp)
    after = world.workspace.read_erp(saved.id, Watch())
    assert [one.actor_type for one in after.actors] == [one.actor_type for one in before.actors]
    assert compare(before, after) == ()
    assert "fields customer" in world.service.erp.asked


def test_a_type_that_is_spelled_otherwise_can_be_activated(world: World) -> None:
    saved = furnished(world)
    save(world, saved, switched(changed(context(world, saved).setup, "Name", direction=Direction.BOTH)))
    spelled_small(world.service.erp)
    assert world.workspace.set_active(saved.id, True, Watch()) == ()


def test_searchable_keys_are_known_whatever_their_case(world: World) -> None:
    furnish(world.service.erp).searchable = {"Customer": (" NAME", "phone")}
    customer = context(world, world.connection()).erp.actor("Customer")
    assert customer is not None
    assert customer.searchable == {"Name", "Phone"}


def test_of_keys_that_only_case_tells_apart_the_one_that_is_named_is_searchable(world: World) -> None:
    erp = furnish(world.service.erp)
    erp.fields["Customer"] = (FieldMetadata("Name"), FieldMetadata("NAME"))
    erp.searchable = {"Customer": ("NAME",)}
    customer = context(world, world.connection()).erp.actor("Customer")
    assert customer is not None
    assert customer.searchable == {"NAME"}
