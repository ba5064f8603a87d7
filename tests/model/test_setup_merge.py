"""Two administrators at one connection."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from erpsync_desktop.model.setup_merge import Piece, SetupDifference, conflicts, merged
from erpsync_desktop.model.sync_setup import ActorMapping, DefaultValue, Direction, FieldMapping, SyncSetup

A, B, C = (FieldMapping(key) for key in "ABC")
MAPPED, OTHERWISE = replace(A, crm_key="NAME"), replace(A, crm_key="PHONE")
SET, ASK = DefaultValue("x", set_value=True), DefaultValue(ask_user=True)


def customer(*fields: FieldMapping, active: bool = False) -> SyncSetup:
    return SyncSetup((ActorMapping("Customer", active, fields),))


BASE = customer(A, B, C)

# What goes together by itself


def test_mapping_and_default_of_one_field_go_together() -> None:
    mine, theirs = customer(MAPPED, B, C), customer(replace(A, default=SET), B, C)
    assert conflicts(BASE, mine, theirs) == ()
    assert merged(BASE, mine, theirs) == customer(replace(MAPPED, default=SET), B, C)


def test_the_switch_and_the_order_go_together() -> None:
    mine, theirs = customer(A, B, C, active=True), customer(C, A, B)
    assert conflicts(BASE, mine, theirs) == ()
    assert merged(BASE, mine, theirs) == customer(C, A, B, active=True)


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    both = customer(MAPPED, C, B, active=True)
    assert conflicts(BASE, both, both) == ()
    assert merged(BASE, both, both) == both


def test_a_field_that_is_new_to_one_side_changes_no_order() -> None:
    mine, theirs = customer(C, B, A), customer(A, FieldMapping("New"), B, C)
    assert conflicts(BASE, mine, theirs) == ()
    assert merged(BASE, mine, theirs) == customer(C, B, A, FieldMapping("New"))


def test_what_this_side_leaves_out_stays_also_where_nobody_else_saved() -> None:
    assert merged(BASE, customer(MAPPED, C), BASE) == customer(MAPPED, B, C)
    assert merged(BASE, SyncSetup(), BASE) == BASE
    assert merged(BASE, customer(C, MAPPED, B), BASE) == customer(C, MAPPED, B)


# What clashes


def test_changes_of_different_fields_are_shown_although_they_go_together() -> None:
    mine, theirs = customer(MAPPED, B, C), customer(A, replace(B, show_in_tab=True), C)
    shown = [(one.piece, one.erp_key) for one in conflicts(BASE, mine, theirs)]
    assert shown == [(Piece.MAPPING, "A"), (Piece.MAPPING, "B")]
    for prefer_mine in (True, False):
        together = customer(MAPPED, replace(B, show_in_tab=True), C)
        assert merged(BASE, mine, theirs, prefer_mine=prefer_mine) == together


def test_the_switch_of_an_actor_type_is_a_part_of_the_mappings() -> None:
    mine, theirs = customer(A, B, C, active=True), customer(MAPPED, B, C)
    shown = [(one.piece, one.mine, one.theirs) for one in conflicts(BASE, mine, theirs)]
    assert shown == [(Piece.ACTIVE, True, False), (Piece.MAPPING, A, MAPPED)]


def test_a_field_that_both_mapped_differently_is_a_conflict() -> None:
    mine, theirs = customer(MAPPED, B, C), customer(OTHERWISE, B, C)
    assert conflicts(BASE, mine, theirs) == (
        SetupDifference(Piece.MAPPING, "Customer", "A", MAPPED, OTHERWISE),
    )
    assert merged(BASE, mine, theirs) == mine
    assert merged(BASE, mine, theirs, prefer_mine=False) == theirs


def test_a_default_that_both_changed_differently_is_a_conflict() -> None:
    mine, theirs = customer(replace(A, default=SET), B, C), customer(replace(A, default=ASK), B, C)
    assert conflicts(BASE, mine, theirs) == (SetupDifference(Piece.DEFAULT, "Customer", "A", SET, ASK),)


def test_an_order_that_both_changed_differently_is_a_conflict() -> None:
    mine, theirs = customer(B, A, C), customer(A, C, B)
    assert conflicts(BASE, mine, theirs) == (
        SetupDifference(Piece.ORDER, "Customer", "", ("B", "A", "C"), ("A", "C", "B")),
    )
    assert merged(BASE, mine, theirs) == mine
    assert merged(BASE, mine, theirs, prefer_mine=False) == theirs


def test_of_what_is_disputed_the_preferred_side_counts_and_the_rest_goes_together() -> None:
    mine = customer(MAPPED, replace(B, show_in_tab=True), C)
    theirs = customer(OTHERWISE, B, replace(C, show_in_tab=True))
    shown = (replace(B, show_in_tab=True), replace(C, show_in_tab=True))
    assert merged(BASE, mine, theirs) == customer(MAPPED, *shown)
    assert merged(BASE, mine, theirs, prefer_mine=False) == customer(OTHERWISE, *shown)


def test_removing_a_mapping_that_the_other_side_changed_is_a_conflict() -> None:
    base, mine = customer(MAPPED), customer(A)
    theirs = customer(replace(MAPPED, direction=Direction.BOTH))
    assert [one.piece for one in conflicts(base, mine, theirs)] == [Piece.MAPPING]


# What one side does not have


def test_a_field_that_they_removed_and_this_side_left_alone_is_removed() -> None:
    assert merged(BASE, BASE, customer(A, C)) == customer(A, C)


def test_a_field_that_they_removed_and_this_side_changed_is_kept() -> None:
    assert merged(BASE, customer(A, replace(B, default=SET), C), customer(A, C)) == customer(
        A, C, replace(B, default=SET)
    )


def test_a_field_that_is_new_on_this_side_is_kept() -> None:
    assert merged(BASE, customer(A, B, C, FieldMapping("New")), BASE) == customer(
        A, B, C, FieldMapping("New")
    )


def test_an_actor_type_that_is_new_on_either_side_is_kept() -> None:
    mine = SyncSetup((*BASE.actors, ActorMapping("Person", True, (A,))))
    theirs = SyncSetup((*BASE.actors, ActorMapping("Project", False, (B,))))
    assert merged(BASE, mine, theirs) == SyncSetup((*BASE.actors, theirs.actors[1], mine.actors[1]))


def test_an_actor_type_that_they_removed_and_this_side_left_alone_is_removed() -> None:
    assert merged(BASE, BASE, SyncSetup()) == SyncSetup()


def test_what_both_sides_know_newly_is_disputed_only_where_both_configured_it() -> None:
    new = FieldMapping("New")
    mapped = replace(new, crm_key="NAME")
    assert conflicts(BASE, customer(new), customer(mapped)) == ()
    assert merged(BASE, customer(new), customer(mapped)) == customer(mapped)
    other = replace(new, crm_key="PHONE")
    assert len(conflicts(BASE, customer(mapped), customer(other))) == 1


# Any two sides

_mappings = st.builds(
    FieldMapping,
    st.just(""),
    st.sampled_from(["", "NAME"]),
    show_in_tab=st.booleans(),
    default=st.none() | st.just(SET),
)


@st.composite
def _actor(draw: st.DrawFn, name: str, keys: str) -> ActorMapping:
    fields = tuple(replace(draw(_mappings), erp_key=key) for key in draw(st.permutations(keys)))
    return ActorMapping(name, draw(st.booleans()), fields)


same_shape = st.tuples(_actor("Customer", "ABC"), _actor("Person", "AB")).map(SyncSetup)
any_shape = st.tuples(
    st.sampled_from(["", "A", "AB", "BC"]).flatmap(lambda keys: _actor("Customer", keys)),
    st.sampled_from(["", "A"]).flatmap(lambda keys: _actor("Person", keys)),
).map(SyncSetup)


@given(same_shape, same_shape)
def test_what_one_side_alone_changed_is_the_result(base: SyncSetup, other: SyncSetup) -> None:
    assert merged(base, other, base) == other
    assert merged(base, base, other) == other


@given(same_shape, same_shape, same_shape)
def test_conflicts_are_the_same_from_both_sides(base: SyncSetup, mine: SyncSetup, theirs: SyncSetup) -> None:
    there = {(one.piece, one.actor_type, one.erp_key): one for one in conflicts(base, mine, theirs)}
    back = {(one.piece, one.actor_type, one.erp_key): one for one in conflicts(base, theirs, mine)}
    assert there.keys() == back.keys()
    assert all((one.mine, one.theirs) == (back[key].theirs, back[key].mine) for key, one in there.items())


@given(same_shape, same_shape, same_shape)
def test_preferring_mine_is_preferring_theirs_from_the_other_side(
    base: SyncSetup, mine: SyncSetup, theirs: SyncSetup
) -> None:
    assert merged(base, mine, theirs) == merged(base, theirs, mine, prefer_mine=False)


@given(same_shape, same_shape, same_shape)
def test_without_a_conflict_it_does_not_matter_whom_one_prefers(
    base: SyncSetup, mine: SyncSetup, theirs: SyncSetup
) -> None:
    assume(not conflicts(base, mine, theirs))
    assert merged(base, mine, theirs) == merged(base, mine, theirs, prefer_mine=False)


@given(any_shape, any_shape, any_shape, st.booleans())
def test_no_field_is_lost_that_a_side_changed_or_has_newly(
    base: SyncSetup, mine: SyncSetup, theirs: SyncSetup, prefer_mine: bool
) -> None:
    found = merged(base, mine, theirs, prefer_mine=prefer_mine)
    for actor in theirs.actors:
        now = found.actor(actor.actor_type)
        assert now is not None
        assert {one.erp_key for one in now.fields} >= {one.erp_key for one in actor.fields}
        assert len({one.erp_key for one in now.fields}) == len(now.fields)
    for actor in mine.actors:
        was, now = base.actor(actor.actor_type), found.actor(actor.actor_type)
        for one in actor.fields:
            changed = was is None or was.field(one.erp_key) != one
            assert not changed or (now is not None and now.field(one.erp_key) is not None)
