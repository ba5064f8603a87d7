"""What an ERP has, what of it changed, and what is kept of a new reading."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.model.erp_schema import (
    ActorSchema,
    ErpList,
    ErpSchema,
    compare,
    compare_lists,
    taken,
)
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldMetadata, ListItem
from erpsync_desktop.model.values import FieldType
from tests.model.setups import erp_field

NOW = datetime(2026, 5, 1, tzinfo=UTC)
LOST = Problem(ProblemCode.CONNECTION_LOST, {"host": "erp"})
A, B, C = erp_field("A"), erp_field("B"), erp_field("C")


def schema(*actors: ActorSchema, problem: Problem | None = None) -> ErpSchema:
    return ErpSchema(actors, NOW, problem)


def customer(*fields: FieldMetadata) -> ErpSchema:
    return schema(ActorSchema("Customer", fields))


# A search that could not be asked about


def test_fields_are_taken_though_the_search_could_not_be_asked_about() -> None:
    before = schema(ActorSchema("Customer", (A, B), frozenset({"A", "B"})))
    after = schema(ActorSchema("Customer", (A, C), search_problem=LOST))
    (found,) = taken(before, after, {}).actors
    assert found == ActorSchema("Customer", (A, C), frozenset({"A"}), search_problem=LOST)


def test_what_could_be_searched_has_not_changed_where_that_could_not_be_asked() -> None:
    before = schema(ActorSchema("Customer", (A, B), frozenset({"A"})))
    after = schema(ActorSchema("Customer", (A, B), search_problem=LOST))
    assert compare(before, after) == ()
    assert after.incomplete


def test_a_type_whose_fields_cannot_be_read_says_only_that() -> None:
    before = schema(ActorSchema("Customer", (A,), search_problem=LOST))
    after = schema(ActorSchema("Customer", problem=LOST))
    (found,) = taken(before, after, {}).actors
    assert (found.problem, found.search_problem) == (LOST, None)


# What is there


def test_a_field_that_is_gone_is_known_but_not_there() -> None:
    found = ActorSchema("Customer", (A, B), gone=frozenset({"B"}))
    assert (found.field("A"), found.field("B"), found.field("C")) == (A, None, None)
    assert found.present == (A,)
    assert found.by_key == {"A": A, "B": B}


def test_a_type_that_the_connector_does_not_name_has_no_fields() -> None:
    found = ActorSchema("Customer", (A,), supported=False)
    assert (found.field("A"), found.present) == (None, ())


def test_actor_types_are_found_by_name() -> None:
    assert customer().actor("Customer") == ActorSchema("Customer")
    assert customer().actor("customer") is None


@pytest.mark.parametrize(
    ("found", "incomplete"),
    [
        (customer(A), False),
        (ErpSchema(customer(A).actors), True),
        (schema(problem=LOST), True),
        (schema(ActorSchema("Customer", problem=LOST)), True),
    ],
    ids=["read", "never read", "not even the types", "one type failed"],
)
def test_a_schema_is_incomplete_where_something_could_not_be_read(found: ErpSchema, incomplete: bool) -> None:
    assert found.incomplete is incomplete


# What changed


def test_new_gone_and_changed_fields_are_told_apart() -> None:
    longer = replace(B, max_length=9)
    (changes,) = compare(customer(A, B), customer(longer, C))
    assert (changes.new, changes.gone) == ((C,), (A,))
    assert [(one.before, one.after) for one in changes.changed] == [(B, longer)]


@pytest.mark.parametrize(
    "after",
    [
        replace(A, label="Other"),
        replace(A, kind=FieldType.LIST),
        replace(A, list_name="groups"),
        erp_field("A", mandatory=True),
        replace(A, default="x"),
    ],
    ids=["label", "type", "list", "access", "default"],
)
def test_whatever_a_field_says_of_itself_is_a_change(after: FieldMetadata) -> None:
    (changes,) = compare(customer(A), customer(after))
    assert [one.after for one in changes.changed] == [after]


def test_a_rank_and_an_order_are_no_change() -> None:
    assert compare(customer(A, B), customer(B, replace(A, rank=7))) == ()


def test_what_can_be_searched_is_a_change() -> None:
    (changes,) = compare(customer(A), schema(ActorSchema("Customer", (A,), frozenset({"A"}))))
    (change,) = changes.changed
    assert (change.was_searchable, change.is_searchable) == (False, True)


def test_a_type_that_is_new_comes_with_all_its_fields() -> None:
    (changes,) = compare(schema(), customer(A))
    assert (changes.type_is_new, changes.new) == (True, (A,))


def test_a_type_that_is_gone_says_only_that() -> None:
    (changes,) = compare(customer(A), schema())
    assert changes.type_is_gone
    assert (changes.new, changes.gone, changes.changed) == ((), (), ())


def test_a_type_that_comes_back_is_new_again() -> None:
    before = schema(ActorSchema("Customer", (A,), supported=False))
    (changes,) = compare(before, customer(A))
    assert (changes.type_is_new, changes.new, changes.gone) == (True, (A,), ())


def test_a_field_that_comes_back_is_new_again() -> None:
    before = schema(ActorSchema("Customer", (A,), gone=frozenset({"A"})))
    (changes,) = compare(before, customer(A))
    assert changes.new == (A,)


def test_a_type_that_could_not_be_read_has_no_changes() -> None:
    assert compare(customer(A), schema(ActorSchema("Customer", problem=LOST))) == ()


def test_an_erp_that_could_not_be_asked_has_no_changes() -> None:
    assert compare(customer(A), schema(problem=LOST)) == ()


def test_types_stand_in_the_new_order_and_lost_ones_last() -> None:
    before = schema(ActorSchema("Sale", (A,)), ActorSchema("Customer", (A,)))
    after = schema(ActorSchema("Person", (A,)), ActorSchema("Customer", (B,)))
    assert [one.actor_type for one in compare(before, after)] == ["Person", "Customer", "Sale"]


def test_items_of_a_list_are_compared_by_key() -> None:
    one, two, three = (ListItem(key, key) for key in "123")
    before, after = ErpList("groups", (one, two)), ErpList("groups", (ListItem("2", "Two"), three))
    changes = compare_lists(before, after)
    assert (changes.new, changes.gone) == ((three,), (one,))
    assert changes.changed == ((two, ListItem("2", "Two")),)
    assert changes


def test_a_list_that_could_not_be_read_has_no_changes() -> None:
    assert not compare_lists(ErpList("groups", (ListItem("1", ""),)), ErpList("groups", problem=LOST))


def test_another_order_of_items_is_no_change() -> None:
    found = (ListItem("1", ""), ListItem("2", ""))
    assert not compare_lists(ErpList("groups", found), ErpList("groups", found[::-1]))


# What is kept


def test_a_field_that_is_in_use_stays_and_is_gone() -> None:
    (found,) = taken(customer(A, B), customer(A), {"Customer": {"B"}}).actors
    assert (found.fields, found.gone) == ((A, B), frozenset({"B"}))


def test_a_field_that_nothing_is_configured_for_is_left_out() -> None:
    (found,) = taken(customer(A, B), customer(A), {"Customer": {"A"}}).actors
    assert (found.fields, found.gone) == ((A,), frozenset())


def test_a_field_that_comes_back_is_there_as_it_is_now() -> None:
    before = schema(ActorSchema("Customer", (A, B), gone=frozenset({"B"})))
    longer = replace(B, max_length=9)
    (found,) = taken(before, customer(A, longer), {"Customer": {"B"}}).actors
    assert (found.fields, found.gone) == ((A, longer), frozenset())


def test_a_field_stays_gone_as_long_as_it_is_in_use() -> None:
    before = schema(ActorSchema("Customer", (A, B), gone=frozenset({"B"})))
    assert taken(before, customer(A), {"Customer": {"B"}}).actors == before.actors
    assert taken(before, customer(A), {}).actors == customer(A).actors


def test_a_type_that_is_in_use_stays_and_is_not_supported() -> None:
    (found,) = taken(customer(A), schema(), {"Customer": {"A"}}).actors
    assert (found.supported, found.fields) == (False, (A,))


def test_a_type_that_is_only_switched_on_stays_too() -> None:
    (found,) = taken(customer(A), schema(), {"Customer": ()}).actors
    assert not found.supported


def test_a_type_that_nothing_is_configured_for_is_left_out() -> None:
    assert taken(customer(A), schema(), {}).actors == ()


def test_a_type_that_could_not_be_read_is_what_it_was_with_the_problem() -> None:
    (found,) = taken(customer(A), schema(ActorSchema("Customer", problem=LOST)), {}).actors
    assert (found.fields, found.problem) == ((A,), LOST)


def test_a_new_type_that_could_not_be_read_has_only_the_problem() -> None:
    assert taken(schema(), schema(ActorSchema("Customer", problem=LOST)), {}).actors[0].problem is LOST


def test_an_erp_that_could_not_be_asked_is_what_it_was_with_the_problem() -> None:
    before = replace(customer(A), read_at=None)
    found = taken(before, schema(problem=LOST), {})
    assert found == replace(before, problem=LOST)


def test_a_problem_is_over_once_it_can_be_read() -> None:
    before = schema(ActorSchema("Customer", (A,), problem=LOST), problem=LOST)
    found = taken(before, customer(A), {})
    assert not found.incomplete


# Any two readings

_fields = st.lists(
    st.builds(FieldMetadata, st.sampled_from("ABC"), max_length=st.integers(0, 1)),
    max_size=3,
    unique_by=lambda one: one.key,
).map(tuple)


@st.composite
def readings(draw: st.DrawFn) -> ErpSchema:
    types = draw(st.lists(st.sampled_from(["Customer", "Person"]), max_size=2, unique=True))
    problems = st.sampled_from([None, None, None, LOST])
    actors = []
    for actor_type in types:
        problem, fields = draw(problems), draw(_fields)
        searchable = draw(st.frozensets(st.sampled_from("ABC"))) & {one.key for one in fields}
        actors.append(ActorSchema(actor_type, () if problem else fields, searchable, problem=problem))
    return ErpSchema(tuple(actors), NOW)


_in_use = st.dictionaries(st.sampled_from(["Customer", "Person"]), st.frozensets(st.sampled_from("ABC")))


@given(st.lists(readings(), min_size=1, max_size=4), _in_use)
def test_after_taking_a_reading_nothing_differs_and_nothing_in_use_is_lost(
    read: list[ErpSchema], in_use: dict[str, frozenset[str]]
) -> None:
    kept = ErpSchema()
    for after in read:
        before, kept = kept, taken(kept, after, in_use)
        assert compare(after, kept) == ()
        assert compare(kept, after) == ()
        for actor in before.actors:
            used = in_use.get(actor.actor_type, frozenset())
            now = kept.actor(actor.actor_type)
            assert now is not None or actor.actor_type not in in_use
            assert now is None or now.by_key.keys() >= actor.by_key.keys() & used
        for actor in kept.actors:
            assert len(actor.by_key) == len(actor.fields)
            assert actor.gone <= actor.by_key.keys()


@given(readings(), readings())
def test_what_is_new_one_way_is_gone_the_other_way(one: ErpSchema, other: ErpSchema) -> None:
    there = {change.actor_type: change for change in compare(one, other)}
    back = {change.actor_type: change for change in compare(other, one)}
    for actor_type, change in there.items():
        actors = (one.actor(actor_type), other.actor(actor_type))
        if all(actor is not None and actor.problem is None for actor in actors):
            assert {item.key for item in change.new} == {item.key for item in back[actor_type].gone}
            assert {item.after.key for item in change.changed} == {
                item.before.key for item in back[actor_type].changed
            }
        elif None in actors:
            assert change.type_is_new == back[actor_type].type_is_gone
