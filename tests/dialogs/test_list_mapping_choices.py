"""The choices of a list mapping: counts, undo, and two versions of one mapping."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.dialogs.list_mapping_choices import (
    Choices,
    EditedChoices,
    brought_together,
    changed_keys,
    unique_items,
)
from erpsync_desktop.model.metadata import ListItem

ERP = tuple(ListItem(key, key) for key in "abcd")
CRM = tuple(ListItem(key, key) for key in "123")
KEYS = st.sampled_from("abcd")
CRM_KEYS = st.sampled_from(["", "1", "2", "3", "gone"])
MAPPING = st.dictionaries(KEYS, st.sampled_from("123"))


def edited(**saved: str) -> EditedChoices:
    return EditedChoices(Choices(ERP, CRM, saved))


def facts(choices: Choices) -> tuple[object, ...]:
    return choices.snapshot(), choices.unmapped, choices.doubles, choices.gone, choices.changed


def test_the_others_that_share_an_item_are_named() -> None:
    choices = Choices(ERP, CRM, {"a": "1", "b": "1", "c": "2", "d": "1"})
    assert choices.others("a") == ("b", "d")
    assert choices.others("c") == ()
    choices.choose("b", "")
    assert choices.others("a") == ("d",)


def test_what_is_put_back_is_not_changed() -> None:
    choices = Choices(ERP, CRM, {"a": "1"})
    choices.choose("a", "2")
    assert choices.changed == {"a"}
    choices.choose("a", "1")
    assert not choices.changed


def test_an_item_that_the_erp_lost_is_no_change_of_anybodys() -> None:
    choices = Choices(ERP, CRM, {"a": "1", "lost": "2"})
    assert not choices.changed
    assert choices.snapshot() == {"a": "1"}


@given(st.lists(st.tuples(KEYS, CRM_KEYS)), MAPPING)
def test_every_count_is_that_of_choices_made_anew(
    steps: list[tuple[str, str]], saved: dict[str, str]
) -> None:
    choices = Choices(ERP, CRM, saved)
    for erp_key, crm_key in steps:
        choices.choose(erp_key, crm_key)
    assert facts(choices) == facts(Choices(ERP, CRM, saved, choices.snapshot()))


def test_matching_leaves_the_choices_that_it_began_with() -> None:
    choices = Choices((ListItem("x", "One"),), (ListItem("1", "one"),), {})
    matched, count = choices.matched()
    assert (count, matched.snapshot(), choices.snapshot()) == (1, {"x": "1"}, {})


def test_a_step_for_several_items_is_taken_back_as_one() -> None:
    choices = edited(a="1", b="2")
    assert choices.choose(("a", "b", "c"), "")
    assert choices.now.snapshot() == {}
    assert choices.undo()
    assert choices.now.snapshot() == {"a": "1", "b": "2"}
    assert choices.redo()
    assert choices.now.snapshot() == {}


def test_choosing_what_is_chosen_is_no_step() -> None:
    choices = edited(a="1")
    assert not choices.choose(("a",), "1")
    assert not choices.can_undo


def test_very_many_items_are_cleared_and_brought_back_as_one_step() -> None:
    items = tuple(ListItem(f"e{n}", "") for n in range(2_000))
    saved = {f"e{n}": f"c{n}" for n in range(2_000)}
    choices = EditedChoices(Choices(items, (), saved))
    assert choices.choose([*saved], "")
    assert choices.now.snapshot() == {}
    assert not choices.choose([*saved], "")
    assert choices.undo()
    assert choices.now.snapshot() == saved
    assert not choices.can_undo


def test_there_is_nothing_to_take_back_at_first() -> None:
    choices = edited(a="1")
    assert not choices.undo()
    assert not choices.redo()


def test_a_new_step_ends_what_could_be_done_again() -> None:
    choices = edited()
    choices.choose(("a",), "1")
    choices.undo()
    choices.choose(("b",), "2")
    assert not choices.can_redo


@given(st.lists(st.one_of(st.tuples(KEYS, CRM_KEYS), st.none(), MAPPING)))
def test_undo_leads_back_through_every_state_and_redo_forth(
    steps: list[tuple[str, str] | dict[str, str] | None],
) -> None:
    choices = edited(a="1")
    states = [choices.now.snapshot()]
    for step in steps:
        if step is None:
            if choices.undo():
                states.pop()
        elif isinstance(step, dict):
            choices.swap(choices.now.with_chosen(step))
            states.append(choices.now.snapshot())
        elif choices.choose((step[0],), step[1]):
            states.append(choices.now.snapshot())
        assert choices.now.snapshot() == states[-1]
    for state in reversed(states[:-1]):
        assert choices.undo()
        assert choices.now.snapshot() == state
    for state in states[1:]:
        assert choices.redo()
        assert choices.now.snapshot() == state


def test_both_sides_changes_go_together_where_they_do_not_clash() -> None:
    base, mine, theirs = {"a": "1"}, {"a": "1", "b": "2"}, {"c": "3"}
    assert brought_together(base, mine, theirs, prefer_mine=True) == {"b": "2", "c": "3"}


def test_what_both_changed_differently_clashes() -> None:
    base, mine, theirs = {"a": "1"}, {"a": "2"}, {"a": "3", "b": "1"}
    assert brought_together(base, mine, theirs, prefer_mine=True) == {"a": "2", "b": "1"}
    assert brought_together(base, mine, theirs, prefer_mine=False) == {"a": "3", "b": "1"}


def test_one_item_for_two_clashes_although_each_side_is_right() -> None:
    base: dict[str, str] = {}
    mine, theirs = {"a": "1"}, {"b": "1"}
    assert brought_together(base, mine, theirs, prefer_mine=True) == {"a": "1"}
    assert brought_together(base, mine, theirs, prefer_mine=False) == {"b": "1"}


def test_what_one_removed_and_the_other_changed_clashes() -> None:
    base, mine, theirs = {"a": "1"}, dict[str, str](), {"a": "2"}
    assert brought_together(base, mine, theirs, prefer_mine=True) == {}


def one_to_one(mapping: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, crm_key in mapping.items():
        if crm_key not in found.values():
            found[key] = crm_key
    return found


@given(MAPPING.map(one_to_one), MAPPING.map(one_to_one), MAPPING.map(one_to_one))
def test_no_item_stands_twice_in_what_is_brought_together(
    base: dict[str, str], mine: dict[str, str], theirs: dict[str, str]
) -> None:
    for prefer_mine in (True, False):
        together = brought_together(base, mine, theirs, prefer_mine=prefer_mine)
        assert len(set(together.values())) == len(together)
    kept = brought_together(base, mine, theirs, prefer_mine=True)
    assert all(kept.get(key, "") == mine.get(key, "") for key in changed_keys(base, mine))


def test_of_items_that_repeat_a_key_the_first_counts() -> None:
    first, other = ListItem("a", "first"), ListItem("b", "other")
    assert unique_items((first, other, ListItem("a", "second"))) == (first, other)
