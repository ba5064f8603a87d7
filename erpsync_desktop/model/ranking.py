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
    places = sorted(place for place in selected if 0 <= place < len(things))
    if move is Move.TOP or move is Move.BOTTOM:
        chosen = [things[place] for place in places]
        rest = [thing for place, thing in enumerate(things) if place not in set(places)]
        return tuple(chosen + rest if move is Move.TOP else rest + chosen)
    order = list(things)
    step = -1 if move is Move.UP else 1
    edge = 0 if move is Move.UP else len(things) - 1
    for place in places if move is Move.UP else reversed(places):
        if place == edge:
            edge -= step
            continue
        order[place + step], order[place] = order[place], order[place + step]
    return tuple(order)


def dropped(things: Sequence[T], selected: Collection[int], before: int) -> tuple[T, ...]:
    """The things after those that are selected were dragged.

    Args:
        things: in their order.
        selected: places (from 0) of those that were dragged.
        before: the place that they were dropped in front of; ``len(things)`` for the end.
    """
    places = set(selected)
    chosen = [things[place] for place in sorted(places)]
    head = [thing for place, thing in enumerate(things[:before]) if place not in places]
    tail = [thing for place, thing in enumerate(things[before:], start=before) if place not in places]
    return (*head, *chosen, *tail)
