"""What an ERP has, as its connector says: actor types, their fields, lists; and what of it has changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.metadata import FieldMetadata, ListItem

MOST_ACTOR_TYPES = 50
"""More are no list of what can be synchronised: SuperOffice knows fewer than ten."""
OF_SEARCH = "search"
"""``field`` of a problem that says why what is searchable could not be asked."""


@dataclass(frozen=True)
class ActorSchema:
    """One actor type.

    Attributes:
        actor_type: its name on the wire.
        fields: in rank order; those that are gone from the ERP but still configured stand last.
        searchable: keys of the fields that an advanced search can restrict.
        gone: keys of the fields that the ERP does not have any more.
        supported: the connector names this type; where it does not (any more), it can only be switched off.
        problem: why the last reading failed; ``fields`` are then those of the reading before, if any.
        search_problem: why what is searchable could not be asked, though ``fields`` could; ``searchable`` is
            then of the reading before, if any. Never set together with ``problem``.
        to_map: it was first read while the connection was active, so its known fields are still to be mapped.
    """

    actor_type: str
    fields: tuple[FieldMetadata, ...] = ()
    searchable: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    supported: bool = True
    problem: Problem | None = None
    search_problem: Problem | None = None
    to_map: bool = False

    @cached_property
    def by_key(self) -> Mapping[str, FieldMetadata]:
        """The fields by key, those that are gone included."""
        return {item.key: item for item in self.fields}

    def field(self, key: str) -> FieldMetadata | None:
        """The field of that key, if the ERP has it."""
        return self.by_key.get(key) if self.supported and key not in self.gone else None

    @property
    def present(self) -> tuple[FieldMetadata, ...]:
        """The fields that the ERP has; none of a type that the connector does not name any more."""
        return tuple(item for item in self.fields if item.key not in self.gone) if self.supported else ()


@dataclass(frozen=True, slots=True)
class ErpSchema:
    """All actor types of a connection.

    Attributes:
        actors: in the connector's order; those that it does not support any more stand last.
        read_at: when it was read last, aware, UTC; None if it never was.
        problem: why not even the actor types could be read.
        source: of what was read just now, which configuration was asked, in the workspace's own words. It is
            not kept.
    """

    actors: tuple[ActorSchema, ...] = ()
    read_at: datetime | None = None
    problem: Problem | None = None
    source: str = field(default="", compare=False, repr=False)

    def actor(self, actor_type: str) -> ActorSchema | None:
        """The actor type of that name, or None."""
        return next((one for one in self.actors if one.actor_type == actor_type), None)

    @property
    def incomplete(self) -> bool:
        """Whether something could not be read, or never was."""
        unread = any(one.problem or one.search_problem for one in self.actors)
        return self.read_at is None or self.problem is not None or unread


@dataclass(frozen=True, slots=True)
class ErpList:
    """A list of the ERP.

    Attributes:
        name: as the fields name it.
        items: in the connector's order.
        read_at: when it was read last, aware, UTC; None if it never was.
        problem: why it could not be read.
        source: as in ``ErpSchema``.
    """

    name: str
    items: tuple[ListItem, ...] = ()
    read_at: datetime | None = None
    problem: Problem | None = None
    source: str = field(default="", compare=False, repr=False)


# What changed between two readings


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that the ERP describes otherwise than before."""

    before: FieldMetadata
    after: FieldMetadata
    was_searchable: bool = False
    is_searchable: bool = False


@dataclass(frozen=True, slots=True)
class ActorChanges:
    """What changed in one actor type.

    Attributes:
        type_is_new: the connector did not name this type before.
        type_is_gone: it does not name it any more.
        new: fields that were not there.
        gone: fields that are no longer there.
        changed: fields that differ in anything but the rank, which the administrator sets.
    """

    actor_type: str
    type_is_new: bool = False
    type_is_gone: bool = False
    new: tuple[FieldMetadata, ...] = ()
    gone: tuple[FieldMetadata, ...] = ()
    changed: tuple[FieldChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.type_is_new or self.type_is_gone or self.new or self.gone or self.changed)


@dataclass(frozen=True, slots=True)
class ListChanges:
    """What changed in one list; ``changed`` has each item before and after."""

    name: str
    new: tuple[ListItem, ...] = ()
    gone: tuple[ListItem, ...] = ()
    changed: tuple[tuple[ListItem, ListItem], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.changed)


def compare(before: ErpSchema, after: ErpSchema) -> tuple[ActorChanges, ...]:
    """What changed, by actor type in the order of ``after``; nothing where it could not be read."""
    if after.problem is not None:
        return ()
    types = dict.fromkeys(
        (*(one.actor_type for one in after.actors), *(one.actor_type for one in before.actors))
    )
    changes = (_compare_actor(name, before.actor(name), after.actor(name)) for name in types)
    return tuple(one for one in changes if one)


def compare_lists(before: ErpList, after: ErpList) -> ListChanges:
    """What changed in a list; nothing where it could not be read."""
    if after.problem is not None:
        return ListChanges(after.name)
    old, new = ({item.key: item for item in one.items} for one in (before, after))
    return ListChanges(
        after.name,
        new=tuple(item for key, item in new.items() if key not in old),
        gone=tuple(item for key, item in old.items() if key not in new),
        changed=tuple((old[key], item) for key, item in new.items() if key in old and old[key] != item),
    )


def taken(before: ErpSchema, after: ErpSchema, in_use: Mapping[str, Collection[str]]) -> ErpSchema:
    """What to keep of a new reading.

    Args:
        before: what is kept so far.
        after: what was read.
        in_use: by actor type, the keys of the fields that something is configured for. Those stay, marked as
            gone, when the ERP does not have them any more. So does an actor type that is named here, although
            without a key.

    Returns:
        The new reading; of a type that could not be read, what was known before, with the problem.
    """
    if after.problem is not None:
        return replace(before, problem=after.problem)
    actors = [_taken_actor(before.actor(one.actor_type), one, in_use) for one in after.actors]
    named = {one.actor_type for one in after.actors}
    lost = (one for one in before.actors if one.actor_type not in named and one.actor_type in in_use)
    actors += [replace(one, supported=False, problem=None, search_problem=None) for one in lost]
    return ErpSchema(tuple(actors), after.read_at)


def searched(before: ActorSchema, after: ErpSchema) -> ActorSchema:
    """An actor type with what can be searched as it was asked anew; its fields stay as they are known."""
    asked = after.actor(before.actor_type)
    if asked is None:
        return before
    searchable = _searchable(before, asked).intersection(before.by_key)
    return replace(before, searchable=searchable, search_problem=asked.search_problem)


def _taken_actor(
    before: ActorSchema | None, after: ActorSchema, in_use: Mapping[str, Collection[str]]
) -> ActorSchema:
    if before is None:
        return after
    if after.problem is not None:  # what was known before serves until it can be read again
        return replace(before, problem=after.problem, search_problem=None, supported=True)
    kept = in_use.get(after.actor_type, ())
    gone = tuple(item for key, item in before.by_key.items() if key in kept and key not in after.by_key)
    return replace(
        after,
        fields=(*after.fields, *gone),
        searchable=_searchable(before, after),
        gone=frozenset(item.key for item in gone),
    )


def _searchable(before: ActorSchema, after: ActorSchema) -> frozenset[str]:
    """What can be searched as far as it is known: now, or before where it could not be asked now."""
    return after.searchable if after.search_problem is None else before.searchable.intersection(after.by_key)


def _compare_actor(name: str, before: ActorSchema | None, after: ActorSchema | None) -> ActorChanges:
    if after is None or not after.supported:
        was_there = before is not None and before.supported
        return ActorChanges(name, type_is_gone=was_there)
    if before is None:
        return ActorChanges(name, type_is_new=True, new=after.present)
    if after.problem is not None:
        return ActorChanges(name)
    old = {item.key: item for item in before.present}
    new = {item.key: item for item in after.present}
    pairs = ((old[key], item) for key, item in new.items() if key in old)
    searchable = _searchable(before, after)
    changes = (
        FieldChange(was, now, was.key in before.searchable, now.key in searchable) for was, now in pairs
    )
    return ActorChanges(
        name,
        type_is_new=not before.supported,
        new=tuple(item for key, item in new.items() if key not in old),
        gone=tuple(item for key, item in old.items() if key not in new),
        changed=tuple(one for one in changes if _differs(one)),
    )


def _differs(change: FieldChange) -> bool:
    same = replace(change.after, rank=change.before.rank) == change.before
    return not same or change.was_searchable != change.is_searchable
