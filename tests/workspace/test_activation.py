"""Switching a connection on: every reason against it at once, by what the ERP has now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from erpsync_desktop.model.catalogue import CrmEntity, CrmField
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.errors import (
    ConnectorUnreachable,
    NotAConnector,
    OperationCancelled,
    Problem,
    ProblemCode,
)
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata, ListItem
from erpsync_desktop.model.sync_setup import DefaultValue, Direction, ListMapping
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.local import open_local_workspace
from tests.canary import CANARY
from tests.workspace.erp_content import (
    CUSTOMER,
    NAME,
    changed,
    context,
    furnish,
    furnished,
    kept_before,
    save,
    switched,
)
from tests.workspace.fakes import WRONG, FakeNet
from tests.workspace.world import World

DOWN = ConnectorUnreachable(Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example", "port": 80}))
FAULT = NotAConnector(Problem(ProblemCode.SOAP_FAULT, {"text": f"login of sync/{CANARY} failed"}))


@pytest.fixture
def other(path: Path, world: World, net: FakeNet) -> Iterator[World]:
    """Another administrator on the same file."""
    workspace = open_local_workspace(str(path), secrets=SecretStore(), client=net.client)
    yield World(workspace, net)
    workspace.close()


@pytest.fixture
def saved(world: World) -> ErpConnection:
    """A connection that could be activated: customers are synchronised with name and country."""
    made = furnished(world)
    setup = switched(context(world, made).setup)
    setup = changed(setup, "Name", direction=Direction.BOTH)
    save(world, made, changed(setup, "Country", direction=Direction.BOTH))
    world.workspace.save_list_mappings(
        made.id,
        [ListMapping("Countries", "country", dict(zip(("DE", "NO"), crm_keys(world, made), strict=True)))],
    )
    world.service.erp.asked.clear()
    return made


def crm_keys(world: World, made: ErpConnection) -> list[str]:
    countries = context(world, made).crm.list("country")
    assert countries is not None
    return [item.key for item in countries.items[:2]]


def activate(world: World, made: ErpConnection) -> list[ProblemCode]:
    reasons = world.workspace.set_active(made.id, True, Watch())
    (now,) = (one for one in world.workspace.contents().connections if one.id == made.id)
    assert now.active is (reasons == ())
    assert {one.field for one in reasons} <= {"mapping", "default", "list", "test", "connection"}
    return [one.code for one in reasons]


def test_what_is_complete_is_switched_on(world: World, saved: ErpConnection) -> None:
    assert activate(world, saved) == []
    assert world.workspace.set_active(saved.id, True, Watch()) == ()


def test_only_what_is_switched_on_and_in_use_is_read(world: World, saved: ErpConnection) -> None:
    activate(world, saved)
    assert world.service.erp.asked == [
        "types",
        "fields Customer",
        "searchable Customer",
        "list Countries",
    ]


def test_nothing_is_taken_over_by_it(world: World, saved: ErpConnection) -> None:
    before = context(world, saved)
    world.service.erp.fields["Customer"] = (*CUSTOMER, FieldMetadata("Email"))
    assert activate(world, saved) == []
    assert context(world, saved).erp == before.erp


def test_where_no_actor_type_is_switched_on_only_the_test_counts(world: World) -> None:
    made = furnished(world)
    world.service.erp.asked.clear()
    assert activate(world, made) == []
    assert world.service.erp.asked == []


def test_every_reason_is_told_at_once_with_its_place(world: World, saved: ErpConnection) -> None:
    setup = switched(changed(context(world, saved).setup, "Name", direction=Direction.NONE), "Person")
    kept_before(world, saved, switched(setup, "Depot"))
    world.workspace.save_list_mappings(saved.id, [ListMapping("Countries", "country", {"DE": "gone"}, 1)])
    reasons = world.workspace.set_active(saved.id, True, Watch())
    assert [(one.code, one.field, one.params.get("actor")) for one in reasons] == [
        (ProblemCode.MANDATORY_WITHOUT_DIRECTION, "mapping", "Customer"),
        (ProblemCode.MANDATORY_WITHOUT_DIRECTION, "mapping", "Person"),
        (ProblemCode.ACTOR_TYPE_UNKNOWN, "mapping", "Depot"),
        (ProblemCode.LIST_ITEMS_UNMAPPED, "list", "Customer"),
        (ProblemCode.LIST_ITEMS_GONE, "list", "Customer"),
    ]
    assert reasons[3].params["erp_list"] == "Countries"


def test_a_failed_test_stands_beside_the_reasons_of_what_is_kept(world: World, saved: ErpConnection) -> None:
    save(world, saved, changed(context(world, saved).setup, "Name", direction=Direction.TO_CRM))
    world.workspace.list_pairs(saved.id, Watch())
    world.service.erp.asked.clear()
    world.service.faults["test"] = [WRONG]
    assert activate(world, saved) == [ProblemCode.CONNECTOR_REFUSED, ProblemCode.MANDATORY_NOT_COVERED]
    assert world.service.erp.asked == []


def test_a_list_that_was_never_read_is_named_where_the_test_fails(world: World, saved: ErpConnection) -> None:
    world.service.faults["test"] = [WRONG]
    codes = activate(world, saved)
    assert codes == [ProblemCode.CONNECTOR_REFUSED, ProblemCode.LIST_NOT_READ]


def test_a_default_covers_a_mandatory_field(world: World, saved: ErpConnection) -> None:
    setup = changed(context(world, saved).setup, "Name", direction=Direction.TO_CRM)
    save(world, saved, changed(setup, "Name", default=DefaultValue(ask_user=True)))
    assert activate(world, saved) == []


# An ERP that is not as it was


def now_has(world: World, *fields: FieldMetadata) -> None:
    world.service.erp.fields["Customer"] = fields


def test_a_new_mandatory_field_bars_it_and_says_that_the_erp_changed(
    world: World, saved: ErpConnection
) -> None:
    now_has(world, *CUSTOMER, FieldMetadata("VatNo", label="VAT", access=FieldAccess.MANDATORY))
    reasons = world.workspace.set_active(saved.id, True, Watch())
    assert [(one.code, one.field) for one in reasons] == [
        (ProblemCode.ERP_CHANGED, "mapping"),
        (ProblemCode.MANDATORY_WITHOUT_DIRECTION, "mapping"),
    ]
    assert reasons[1].params["key"] == "VatNo"


def test_a_mapped_field_that_is_gone_bars_it(world: World, saved: ErpConnection) -> None:
    now_has(world, *(item for item in CUSTOMER if item is not NAME))
    assert activate(world, saved) == [ProblemCode.ERP_CHANGED, ProblemCode.MAPPING_ERP_GONE]


def test_an_actor_type_that_is_gone_bars_it(world: World, saved: ErpConnection) -> None:
    world.service.erp.types = ("Person",)
    assert activate(world, saved) == [ProblemCode.ERP_CHANGED, ProblemCode.ACTOR_TYPE_GONE]


def test_a_new_item_of_a_list_bars_it(world: World, saved: ErpConnection) -> None:
    world.workspace.list_pairs(saved.id, Watch())
    world.service.erp.lists["Countries"] = (
        *world.service.erp.lists["Countries"],
        ListItem("SE", "Sweden"),
    )
    assert activate(world, saved) == [ProblemCode.ERP_CHANGED, ProblemCode.LIST_ITEMS_UNMAPPED]


def test_what_the_erp_put_right_bars_nothing(world: World, saved: ErpConnection) -> None:
    save(world, saved, changed(context(world, saved).setup, "Name", direction=Direction.TO_CRM))
    now_has(world, replace(NAME, access=FieldAccess.NORMAL), *CUSTOMER[1:])
    assert activate(world, saved) == []


def test_an_actor_type_that_cannot_be_read_bars_it(world: World, saved: ErpConnection) -> None:
    world.service.erp.faults["fields Customer"] = FAULT
    assert activate(world, saved) == [ProblemCode.ACTOR_NOT_READ]


def test_a_list_that_cannot_be_read_bars_it(world: World, saved: ErpConnection) -> None:
    world.service.erp.faults["list Countries"] = DOWN
    assert activate(world, saved) == [ProblemCode.LIST_NOT_READ]


def test_an_erp_that_does_not_name_its_types_bars_it(world: World, saved: ErpConnection) -> None:
    world.workspace.list_pairs(saved.id, Watch())
    kept_before(world, saved, switched(context(world, saved).setup, "Depot"))
    world.service.erp.faults["types"] = FAULT
    reasons = world.workspace.set_active(saved.id, True, Watch())
    assert [(one.code, one.field) for one in reasons] == [
        (ProblemCode.SOAP_FAULT, "connection"),
        (ProblemCode.ACTOR_TYPE_UNKNOWN, "mapping"),
    ]
    assert CANARY not in repr(reasons)


def test_a_copy_is_sent_to_the_connector_once(world: World, saved: ErpConnection) -> None:
    copy = world.workspace.duplicate_connection(saved.id, "Copy")
    world.workspace.delete_connection(saved.id)
    world.service.calls.clear()
    assert activate(world, copy) == []
    assert world.service.operations() == ["save", "test"]


def test_it_can_be_cancelled(world: World, saved: ErpConnection) -> None:
    watch = Watch()
    world.service.erp.before = lambda _: watch.cancel()
    with pytest.raises(OperationCancelled):
        world.workspace.set_active(saved.id, True, watch)
    assert not world.workspace.contents().connections[0].active


@pytest.mark.parametrize("code", [ProblemCode.DEFAULT_ITEM_GONE, None])
def test_a_default_is_held_against_the_list_as_it_is_now(
    world: World, saved: ErpConnection, code: ProblemCode | None
) -> None:
    region = FieldMetadata("Region", FieldType.LIST, "Region", list_name="Regions")
    world.service.erp.fields["Customer"] = (*CUSTOMER, region)
    world.service.erp.lists["Regions"] = (ListItem("N", "North"),)
    world.workspace.take_erp(saved.id, world.workspace.read_erp(saved.id, Watch()))
    default = DefaultValue("N", set_value=True)
    save(world, saved, changed(context(world, saved).setup, "Region", default=default))
    world.workspace.erp_lists(saved.id, ["Regions"], Watch())
    world.service.erp.lists["Regions"] = (ListItem("S", "South"), *([] if code else [ListItem("N", "N")]))
    assert activate(world, saved) == ([ProblemCode.ERP_CHANGED, code] if code else [])


# Meanwhile


def _configure(world: World, made: ErpConnection) -> None:
    world.save(world.tested(world.opened(made.id).with_value("File", "south.xlsx")))


def _switch_on(world: World, made: ErpConnection) -> None:
    save(world, made, switched(context(world, made).setup, "Person"))


def _map_another_list(world: World, made: ErpConnection) -> None:
    save(world, made, changed(context(world, made).setup, "Region", "CATEGORY", Direction.BOTH))


def _unmap(world: World, made: ErpConnection) -> None:
    save(world, made, changed(context(world, made).setup, "Name", direction=Direction.NONE))


def _unmap_items(world: World, made: ErpConnection) -> None:
    world.workspace.save_list_mappings(made.id, [ListMapping("Countries", "country", {}, 1)])


def _synchronise_elsewhere(world: World, made: ErpConnection) -> None:
    one = world.connection(name="South")
    save(world, one, changed(context(world, one).setup, "Phone", direction=Direction.BOTH))


def _map_too(world: World, made: ErpConnection) -> None:
    save(world, made, changed(context(world, made).setup, "Phone", "FAX", Direction.BOTH))


def _rename(world: World, made: ErpConnection) -> None:
    world.save(replace(world.opened(made.id), name="Renamed"))


def _add_a_field(world: World, made: ErpConnection) -> None:
    assert made.name == "North"
    world.workspace.save_crm_field(CrmField(CrmEntity.COMPANY, "x-1", "X"), None)


def _synchronise_something_else(world: World, made: ErpConnection) -> None:
    world.workspace.duplicate_connection(made.id, "Copy")


@pytest.fixture
def one_way(world: World, saved: ErpConnection) -> ErpConnection:
    """The same with a phone that only comes from the ERP, and another list field."""
    region = FieldMetadata("Region", FieldType.LIST, "Region", list_name="Regions")
    world.service.erp.fields["Customer"] = (*CUSTOMER, region)
    world.workspace.take_erp(saved.id, world.workspace.read_erp(saved.id, Watch()))
    save(world, saved, changed(context(world, saved).setup, "Phone", direction=Direction.TO_CRM))
    return saved


def interfered(
    world: World, other: World, made: ErpConnection, change: Callable[[World, ErpConnection], None]
) -> list[ProblemCode]:
    """Activate while somebody else changes something."""

    def interfere(_: str) -> None:
        world.service.erp.before = lambda _: None
        change(other, made)

    world.service.erp.before = interfere
    return activate(world, made)


@pytest.mark.parametrize("change", [_configure, _switch_on, _map_another_list])
def test_what_was_not_asked_of_the_erp_is_not_switched_on(
    world: World, other: World, one_way: ErpConnection, change: Callable[[World, ErpConnection], None]
) -> None:
    assert interfered(world, other, one_way, change) == [ProblemCode.TEST_OUTDATED]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_unmap, ProblemCode.MANDATORY_WITHOUT_DIRECTION),
        (_unmap_items, ProblemCode.LIST_ITEMS_UNMAPPED),
        (_synchronise_elsewhere, ProblemCode.MAPPING_MAPPED_ELSEWHERE),
    ],
)
def test_what_somebody_else_changed_meanwhile_is_not_switched_on_unseen(
    world: World,
    other: World,
    one_way: ErpConnection,
    change: Callable[[World, ErpConnection], None],
    code: ProblemCode,
) -> None:
    assert interfered(world, other, one_way, change) == [code]


@pytest.mark.parametrize("change", [_map_too, _rename, _add_a_field, _synchronise_something_else])
def test_what_bars_nothing_may_change_while_the_erp_is_asked(
    world: World, other: World, one_way: ErpConnection, change: Callable[[World, ErpConnection], None]
) -> None:
    assert interfered(world, other, one_way, change) == []


def test_the_connection_of_a_silent_erp_can_be_activated_once_it_speaks(world: World) -> None:
    furnish(world.service.erp).faults["types"] = DOWN
    made = world.connection()
    world.service.erp.faults.clear()
    world.workspace.sync_context(made.id, Watch())
    save(world, made, switched(context(world, made).setup))
    assert activate(world, made) == [ProblemCode.MANDATORY_WITHOUT_DIRECTION]
