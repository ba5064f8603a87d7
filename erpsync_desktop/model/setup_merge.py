"""Two administrators at one connection: what each changed, and what both changed differently.

A setup is compared piece by piece: the switch of an actor type, the mapping of a field, its default, the
order of the fields. Mappings with their switches, defaults and ranks are a part each, as they have a dialog
each. Parts that only one side changed go together by themselves; one that both changed is for a person to
look at, though it can mostly be put together piece by piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from erpsync_desktop.model.sync_setup import (
    ActorMapping,
    DefaultValue,
    FieldMapping,
    SyncSetup,
)


class Piece(Enum):
    """What can be changed by itself."""

    ACTIVE = auto()
    """Whether the actor type is synchronised (bool)."""
    MAPPING = auto()
    """SuperOffice field, direction and what is shown (a ``FieldMapping`` without default)."""
    DEFAULT = auto()
    """A ``DefaultValue`` or None."""
    ORDER = auto()
    """Keys of the fields (a tuple)."""


_OF_A_FIELD = (Piece.MAPPING, Piece.DEFAULT)
# The switches of the actor types are set where the fields are mapped.
_PARTS = {Piece.ACTIVE: Piece.MAPPING}

Place = tuple[Piece, str, str]
"""A piece, the actor type, and the ERP field's key (empty for what is not about one field)."""


@dataclass(frozen=True, slots=True)
class SetupDifference:
    """A piece that stands differently on two sides; None where a side does not have it."""

    piece: Piece
    actor_type: str
    erp_key: str
    mine: Any
    theirs: Any


class SetupMerge:
    """Three versions of a setup, taken apart once.

    Args:
        base: what this side opened.
        mine: what stands on this side.
        theirs: what is saved now.
    """

    def __init__(self, base: SyncSetup, mine: SyncSetup, theirs: SyncSetup) -> None:
        self._mine = mine
        # Mostly nobody else saved, and it takes long to take setups of thousands of fields apart.
        self._alone = theirs == base and _has_the_same_fields(mine, theirs)
        self._was, self._here, self._there = (
            ({}, {}, {}) if self._alone else (_pieces(base), _pieces(mine), _pieces(theirs))
        )

    def conflicts(self) -> tuple[SetupDifference, ...]:
        """What stands differently on both sides, of each part that both changed; empty without a clash."""
        was, here, there = self._was, self._here, self._there
        changes = [{place for place in side if _changed(place, was, side)} for side in (here, there)]
        ours, others = ({_part(place) for place in changed} for changed in changes)
        return tuple(
            SetupDifference(*place, here.get(place), there.get(place))
            for place in {**here, **there}
            if _part(place) in ours & others
            and any(place in changed for changed in changes)
            and _differ(place, here, there)
        )

    def merged(self, *, prefer_mine: bool = True) -> SyncSetup:
        """Both sides' changes over what is saved now.

        What this side did not change stands as it is saved, and is left out where it is not there any more.

        Args:
            prefer_mine: of what both changed, this side's version; else what is saved.
        """
        if self._alone:
            return self._mine
        was, here, there = self._was, self._here, self._there
        lost = set() if prefer_mine else set(_disputed(was, here, there))
        known = was.keys() | there.keys()
        ours = {
            place: value
            for place, value in here.items()
            if place not in lost and (place not in known or _changed(place, was, here))
        }
        return _assembled(there | ours)


def conflicts(base: SyncSetup, mine: SyncSetup, theirs: SyncSetup) -> tuple[SetupDifference, ...]:
    """See ``SetupMerge.conflicts``."""
    return SetupMerge(base, mine, theirs).conflicts()


def merged(base: SyncSetup, mine: SyncSetup, theirs: SyncSetup, *, prefer_mine: bool = True) -> SyncSetup:
    """See ``SetupMerge.merged``."""
    return SetupMerge(base, mine, theirs).merged(prefer_mine=prefer_mine)


def _has_the_same_fields(one: SyncSetup, other: SyncSetup) -> bool:
    pairs = zip(one.actors, other.actors, strict=False)
    return len(one.actors) == len(other.actors) and all(
        first.actor_type == second.actor_type and _keys(first) == _keys(second) for first, second in pairs
    )


def _keys(actor: ActorMapping) -> set[str]:
    return {one.erp_key for one in actor.fields}


def _part(place: Place) -> Piece:
    return _PARTS.get(place[0], place[0])


def _disputed(
    was: Mapping[Place, Any], here: Mapping[Place, Any], there: Mapping[Place, Any]
) -> Iterator[Place]:
    for place in here:
        if _changed(place, was, here) and _changed(place, was, there) and _differ(place, here, there):
            yield place


def _pieces(setup: SyncSetup) -> dict[Place, Any]:
    found: dict[Place, Any] = {}
    for actor in setup.actors:
        found[Piece.ACTIVE, actor.actor_type, ""] = actor.active
        found[Piece.ORDER, actor.actor_type, ""] = tuple(one.erp_key for one in actor.fields)
        for one in actor.fields:
            found[Piece.MAPPING, actor.actor_type, one.erp_key] = replace(one, default=None)
            found[Piece.DEFAULT, actor.actor_type, one.erp_key] = one.default
    return found


def _changed(place: Place, was: Mapping[Place, Any], now: Mapping[Place, Any]) -> bool:
    if place not in was:  # a field or type that one side does not know is nothing that it changed
        return place in now and not _is_empty(place, now[place])
    return place in now and _differ(place, was, now)


def _differ(place: Place, one: Mapping[Place, Any], other: Mapping[Place, Any]) -> bool:
    first, second = one.get(place), other.get(place)
    if place[0] is Piece.ORDER:
        return _common(first, second) != _common(second, first)
    return bool(first != second)


def _common(order: tuple[str, ...] | None, other: tuple[str, ...] | None) -> list[str]:
    """Fields that are new on one side change no order."""
    known = set(other or ())
    return [key for key in order or () if key in known]


def _is_empty(place: Place, value: Any) -> bool:
    if place[0] is Piece.MAPPING:
        return bool(value == FieldMapping(place[2]))
    return place[0] is Piece.ORDER or not value


def _assembled(pieces: Mapping[Place, Any]) -> SyncSetup:
    keys: dict[str, dict[str, None]] = {}
    for piece, actor_type, key in pieces:
        fields = keys.setdefault(actor_type, {})
        if piece in _OF_A_FIELD:
            fields[key] = None
    return SyncSetup(tuple(_actor(kind, found, pieces) for kind, found in keys.items()))


def _actor(actor_type: str, keys: Iterable[str], pieces: Mapping[Place, Any]) -> ActorMapping:
    order: tuple[str, ...] = pieces.get((Piece.ORDER, actor_type, ""), ())
    ranked = {key: rank for rank, key in enumerate(order)}
    in_order = sorted(keys, key=lambda key: ranked.get(key, len(ranked)))
    fields = tuple(_field(actor_type, key, pieces) for key in in_order)
    return ActorMapping(actor_type, bool(pieces.get((Piece.ACTIVE, actor_type, ""), False)), fields)


def _field(actor_type: str, key: str, pieces: Mapping[Place, Any]) -> FieldMapping:
    mapping: FieldMapping = pieces.get((Piece.MAPPING, actor_type, key)) or FieldMapping(key)
    default: DefaultValue | None = pieces.get((Piece.DEFAULT, actor_type, key))
    return replace(mapping, default=default)
