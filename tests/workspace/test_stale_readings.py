"""What was read of the ERP before somebody else changed what it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from erpsync_desktop.model.errors import ConnectorUnreachable, Problem, ProblemCode, SavedMeanwhile
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.sync_setup import Direction
from erpsync_desktop.model.watch import Watch
from tests.workspace.erp_content import CUSTOMER, changed, context, furnish, furnished, mapping, save
from tests.workspace.world import World

DOWN = ConnectorUnreachable(Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example", "port": 80}))


@pytest.mark.parametrize("fault", ["fields Person", "types"])
def test_what_somebody_else_took_over_meanwhile_is_not_undone_by_what_is_read_at_an_opening(
    world: World, fault: str
) -> None:
    erp = furnish(world.service.erp)
    erp.faults[fault] = DOWN
    saved = world.connection()
    erp.faults.clear()
    fax = FieldMetadata("Fax")

    def take_meanwhile(asked: str) -> None:
        if asked != "fields Person":
            return
        erp.before = lambda _: None
        erp.fields["Customer"] = (*CUSTOMER, fax)
        world.workspace.take_erp(saved.id, world.workspace.read_erp(saved.id, Watch()))
        save(world, saved, changed(context(world, saved).setup, "Fax", "FAX", Direction.BOTH))
        erp.fields["Customer"] = CUSTOMER

    erp.before = take_meanwhile
    read = world.workspace.sync_context(saved.id, Watch())
    customer = read.erp.actor("Customer")
    assert customer is not None
    assert customer.field("Fax") == fax
    assert mapping(read.setup, "Fax").direction is Direction.BOTH
    assert read == context(world, saved)


def test_what_was_read_of_another_erp_is_not_taken_over(world: World) -> None:
    saved = furnished(world)
    read = world.workspace.read_erp(saved.id, Watch())
    world.service.erp.types = ("Project",)
    world.save(world.tested(world.opened(saved.id).with_value("File", "south.xlsx")))
    before = context(world, saved)
    with pytest.raises(SavedMeanwhile) as refused:
        world.workspace.take_erp(saved.id, read)
    assert (refused.value.problem.code, refused.value.theirs) == (
        ProblemCode.ERP_READ_BEFORE,
        before.connection,
    )
    assert context(world, saved) == before


def test_what_was_read_at_another_address_is_not_taken_over(world: World) -> None:
    connector = world.connector()
    furnish(world.service.erp)
    saved = world.connection(connector)
    read = world.workspace.read_erp(saved.id, Watch())
    draft = world.workspace.connector_draft(connector.id)
    world.workspace.save_connector(replace(draft, url="http://other.example/c.svc"))
    with pytest.raises(SavedMeanwhile):
        world.workspace.take_erp(saved.id, read)


def test_an_actor_type_that_is_missing_once_comes_back_as_it_was(world: World) -> None:
    saved, types = furnished(world), ("Customer", "Person")
    customer = context(world, saved).setup.actor("Customer")
    assert customer is not None
    ranked = replace(customer, active=True, fields=customer.fields[::-1])
    before = save(world, saved, context(world, saved).setup.with_actor(ranked))
    for named in (("Person",), (), types):
        world.service.erp.types = named
        world.workspace.take_erp(saved.id, world.workspace.read_erp(saved.id, Watch()))
    assert context(world, saved).setup.actor("Customer") == before.actor("Customer")


def test_what_is_first_read_while_a_connection_is_active_is_mapped_once_it_can_be(world: World) -> None:
    world.service.erp.faults["types"] = DOWN
    saved = world.connection()
    assert world.workspace.set_active(saved.id, True, Watch()) == ()
    furnish(world.service.erp).faults.clear()
    for _ in range(2):
        assert mapping(world.workspace.sync_context(saved.id, Watch()).setup, "Name").crm_key == ""
    world.workspace.set_active(saved.id, False, Watch())
    read = world.workspace.sync_context(saved.id, Watch())
    assert mapping(read.setup, "Name").crm_key == "NAME"
    assert read == context(world, saved)
    after = save(world, saved, changed(read.setup, "Name", crm_key=""))
    assert world.workspace.sync_context(saved.id, Watch()).setup == after


def test_an_actor_type_that_comes_back_is_not_mapped_again(world: World) -> None:
    saved = furnished(world)
    setup = changed(context(world, saved).setup, "Phone", crm_key="")
    before = save(world, saved, changed(setup, "Name", in_tab=True))
    for named in (("Person",), ("Customer", "Person")):
        world.service.erp.types = named
        world.workspace.take_erp(saved.id, world.workspace.read_erp(saved.id, Watch()))
    assert context(world, saved).setup.actor("Customer") == before.actor("Customer")
