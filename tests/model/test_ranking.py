"""Moving things in an order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.model.ranking import Move, dropped, moved

selections = st.integers(0, 8).flatmap(
    lambda size: st.tuples(st.just(tuple(range(size))), st.frozensets(st.integers(0, max(size - 1, 0))))
)


@pytest.mark.parametrize(
    ("selected", "move", "after"),
    [
        ({2}, Move.UP, "acbd"),
        ({1}, Move.DOWN, "acbd"),
        ({2, 3}, Move.UP, "acdb"),
        ({0, 1}, Move.DOWN, "cabd"),
        ({1, 3}, Move.UP, "badc"),
        ({1, 3}, Move.TOP, "bdac"),
        ({0, 2}, Move.BOTTOM, "bdac"),
        ({0, 1}, Move.UP, "abcd"),
        ({0, 2}, Move.UP, "acbd"),
        ({1, 3}, Move.DOWN, "acbd"),
        (set(), Move.TOP, "abcd"),
        ({7, -1}, Move.UP, "abcd"),
        ({7, -1}, Move.DOWN, "abcd"),
    ],
)
def test_selected_things_move(selected: set[int], move: Move, after: str) -> None:
    assert "".join(moved("abcd", selected, move)) == after


@pytest.mark.parametrize(
    ("selected", "before", "after"),
    [
        ({0}, 3, "bcad"),
        ({3}, 0, "dabc"),
        ({0, 3}, 2, "badc"),
        ({1, 2}, 4, "adbc"),
        ({1}, 1, "abcd"),
        ({1}, 2, "abcd"),
        ({1, 2}, 2, "abcd"),
        ({9}, 0, "abcd"),
    ],
)
def test_dragged_things_stand_in_front_of_where_they_were_dropped(
    selected: set[int], before: int, after: str
) -> None:
    assert "".join(dropped("abcd", selected, before)) == after


@given(selections, st.sampled_from(Move))
def test_moving_loses_nothing_and_keeps_the_selected_in_their_order(
    given_order: tuple[tuple[int, ...], frozenset[int]], move: Move
) -> None:
    things, selected = given_order
    after = moved(things, selected, move)
    assert sorted(after) == list(things)
    assert [one for one in after if one in selected] == sorted(selected & set(things))


@given(selections, st.integers(0, 8))
def test_dragging_loses_nothing_and_keeps_each_kind_in_its_order(
    given_order: tuple[tuple[int, ...], frozenset[int]], before: int
) -> None:
    things, selected = given_order
    after = dropped(things, selected, min(before, len(things)))
    assert sorted(after) == list(things)
    assert [one for one in after if one in selected] == sorted(selected & set(things))
    assert [one for one in after if one not in selected] == [one for one in things if one not in selected]


@given(selections)
def test_up_and_down_again_changes_nothing_away_from_the_edges(
    given_order: tuple[tuple[int, ...], frozenset[int]],
) -> None:
    things, places = given_order
    selected = {place for place in places if 0 < place < len(things) - 1}
    up = moved(things, selected, Move.UP)
    assert moved(up, {up.index(one) for one in selected}, Move.DOWN) == things


@given(selections, st.sampled_from(Move))
def test_moving_often_enough_ends_at_the_edge(
    given_order: tuple[tuple[int, ...], frozenset[int]], move: Move
) -> None:
    things, selected = given_order
    now = things
    for _ in things:
        now = moved(now, {now.index(one) for one in selected & set(things)}, move)
    edge = Move.TOP if move in {Move.UP, Move.TOP} else Move.BOTTOM
    assert now == moved(things, selected, edge)
