"""Moving things in an order: ranks of fields, priorities of connections."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import Enum, auto
from typing import TypeVar

T = TypeVar("T")


class Move(Enum):
    """Where the selected things go."""

    UP = auto()
    DOWN = auto()
    TOP = auto()
    BOTTOM = auto()


def moved(things: Sequence[T], selected: Collection[int], move: Move) -> tuple[T, ...]:
    """The things in their new order; those that are selected keep their order among themselves.

    Args:
        things: in their order.
        selected: places (from 0) of those that move. One that stands at the edge already stays there.
        move: up and down go one step.
    """
    if move is Move.TOP:
        return dropped(things, selected, 0)
    if move is Move.BOTTOM:
        return dropped(things, selected, len(things))
    if move is Move.UP:
        return _one_up(things, set(selected))
    last = len(things) - 1
    return _one_up(things[::-1], {last - place for place in selected})[::-1]


def dropped(things: Sequence[T], selected: Collection[int], before: int) -> tuple[T, ...]:
    """The things after those that are selected were dragged.

    Args:
        things: in their order.
        selected: places (from 0) of those that were dragged.
        before: the place that they were dropped in front of; ``len(things)`` for the end.
    """
    places = set(selected)
    chosen = [thing for place, thing in enumerate(things) if place in places]
    head = [thing for place, thing in enumerate(things[:before]) if place not in places]
    tail = [thing for place, thing in enumerate(things[before:], start=before) if place not in places]
    return (*head, *chosen, *tail)


def _one_up(things: Sequence[T], selected: Collection[int]) -> tuple[T, ...]:
    order = list(things)
    free = 0  # the first place that no selected thing stays at
    for place in range(len(order)):
        if place not in selected:
            continue
        if place == free:
            free += 1
        else:
            order[place - 1], order[place] = order[place], order[place - 1]
    return tuple(order)
