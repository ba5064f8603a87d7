"""What is synchronised of a connection, as it is saved."""

from dataclasses import replace

import pytest

from erpsync_desktop.model.erp_schema import ActorSchema, ErpSchema
from erpsync_desktop.model.sync_setup import (
    CHOICES,
    ActorMapping,
    DefaultValue,
    Direction,
    FieldMapping,
    ListMapping,
    SyncSetup,
    completed,
    without_one_way,
)
from tests.model.setups import erp_field

MAPPED = FieldMapping("B", "NAME", Direction.BOTH)


def customer(*fields: FieldMapping, active: bool = False) -> SyncSetup:
    return SyncSetup((ActorMapping("Customer", active, fields),))


def erp(*keys: str, gone: str = "", supported: bool = True) -> ErpSchema:
    fields = tuple(map(erp_field, keys))
    return ErpSchema((ActorSchema("Customer", fields, gone=frozenset(gone), supported=supported),))


def test_directions_say_who_receives() -> None:
    assert [one.to_crm for one in Direction] == [False, True, False, True]
    assert [one.to_erp for one in Direction] == [False, False, True, True]
    assert CHOICES == (Direction.TO_CRM, Direction.TO_ERP, Direction.BOTH)


@pytest.mark.parametrize(
    "mapping",
    [
        FieldMapping("A", "NAME"),
        FieldMapping("A", show_in_search=True),
        FieldMapping("A", show_in_tab=True),
        FieldMapping("A", default=DefaultValue()),
    ],
)
def test_whatever_is_configured_makes_a_field_count_as_in_use(mapping: FieldMapping) -> None:
    assert not mapping.is_empty
    assert customer(mapping).in_use() == {"Customer": {"A"}}


def test_a_field_that_nothing_is_configured_for_is_empty() -> None:
    assert FieldMapping("A").is_empty
    assert customer(FieldMapping("A")).in_use() == {}


def test_an_actor_type_that_is_switched_on_is_in_use_without_fields() -> None:
    assert customer(active=True).in_use() == {"Customer": frozenset()}


def test_one_field_and_one_actor_type_can_be_exchanged() -> None:
    actor = ActorMapping("Customer", fields=(FieldMapping("A"), FieldMapping("B")))
    changed = actor.with_field(MAPPED)
    assert changed.fields == (FieldMapping("A"), MAPPED)
    assert changed.field("B") == MAPPED
    assert changed.field("C") is None
    other = ActorMapping("Person")
    assert SyncSetup((actor, other)).with_actor(changed) == SyncSetup((changed, other))


def test_two_lists_are_a_pair() -> None:
    assert ListMapping("groups", "category").pair == ("groups", "category")


# Completing


def test_every_field_of_the_erp_has_its_mapping() -> None:
    assert completed(SyncSetup(), erp("A", "B")) == customer(FieldMapping("A"), FieldMapping("B"))


def test_new_fields_stand_behind_those_that_are_ranked() -> None:
    found = completed(customer(FieldMapping("C"), MAPPED), erp("A", "B", "C"))
    assert found == customer(FieldMapping("C"), MAPPED, FieldMapping("A"))


def test_a_field_that_is_gone_stays_as_long_as_it_is_configured() -> None:
    saved = customer(FieldMapping("A"), MAPPED)
    assert completed(saved, erp("A", "B", gone="B")) == saved
    assert completed(customer(FieldMapping("A"), FieldMapping("B")), erp("A", "B", gone="B")) == customer(
        FieldMapping("A")
    )


def test_a_field_that_is_gone_is_not_added() -> None:
    assert completed(SyncSetup(), erp("A", "B", gone="B")) == customer(FieldMapping("A"))


def test_a_type_that_is_gone_stays_as_long_as_it_is_configured() -> None:
    gone = erp("A", "B", supported=False)
    configured = customer(FieldMapping("A"), MAPPED)
    assert completed(configured, gone) == configured
    assert completed(customer(active=True), gone) == customer(active=True)
    assert completed(customer(FieldMapping("A")), gone) == SyncSetup()


def test_a_type_that_the_erp_never_named_stays_as_long_as_it_is_configured() -> None:
    assert completed(customer(MAPPED), ErpSchema()) == customer(MAPPED)
    assert completed(customer(FieldMapping("A")), ErpSchema()) == SyncSetup()


def test_actor_types_stand_in_the_order_of_the_erp() -> None:
    saved = SyncSetup((ActorMapping("Sale", True), ActorMapping("Person"), ActorMapping("Customer")))
    schema = ErpSchema((ActorSchema("Customer"), ActorSchema("Person")))
    assert [one.actor_type for one in completed(saved, schema).actors] == ["Customer", "Person", "Sale"]


def test_completing_again_changes_nothing() -> None:
    once = completed(customer(MAPPED, FieldMapping("Lost", show_in_tab=True)), erp("A", "B", gone="B"))
    assert completed(once, erp("A", "B", gone="B")) == once


# Copying


def test_a_copy_has_no_direction_for_what_only_receives_whichever_actor_type_gives_it() -> None:
    given = FieldMapping("A", "PHONE", Direction.TO_CRM, show_in_tab=True, default=DefaultValue("x", True))
    too, other = FieldMapping("B", "PHONE", Direction.BOTH), FieldMapping("C", "FAX", Direction.TO_ERP)
    person = ActorMapping("Person", fields=(too,))
    supplier = ActorMapping("Supplier", True, (too, other))
    setup = SyncSetup((ActorMapping("Customer", True, (given, MAPPED)), supplier, person))
    freed_given, freed_too = (replace(one, direction=Direction.NONE) for one in (given, too))
    assert without_one_way(setup) == SyncSetup(
        (
            ActorMapping("Customer", True, (freed_given, MAPPED)),
            ActorMapping("Supplier", True, (freed_too, other)),
            person,
        )
    )
