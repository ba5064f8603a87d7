"""The order in which connections are synchronised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from erpsync_desktop.model.errors import Problem, ProblemCode, SavedMeanwhile
from erpsync_desktop.workspace.local.changes import Change, record_all
from erpsync_desktop.workspace.local.connections import in_order, set_columns
from erpsync_desktop.workspace.local.schema import connections

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from erpsync_desktop.workspace.local.store import Store


def save_priorities(store: Store, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """See ``Workspace.save_priorities``."""
    with store.write() as database:
        now = in_order(database)
        known = set(now)
        if _common(now, before) not in (_common(before, now), _common(after, now)):
            raise SavedMeanwhile(Problem(ProblemCode.PRIORITY_CHANGED), tuple(now))
        wanted = [each for each in dict.fromkeys(after) if each in known]
        order = [*wanted, *(each for each in now if each not in set(wanted))]
        moved = [each for each, was in zip(order, now, strict=True) if each != was]
        if not moved:
            return
        for place, each in enumerate(order, start=1):
            set_columns(database, each, priority=place)
        record_all(database, Change.PRIORITY_CHANGED, _names(database, moved))


def _common(order: Iterable[str], others: Iterable[str]) -> list[str]:
    known = set(others)
    return [each for each in order if each in known]


def _names(database: Connection, ids: list[str]) -> dict[str, str]:
    query = select(connections.c.id, connections.c.name)
    names = {row.id: row.name for row in database.execute(query)}
    return {each: names[each] for each in ids}
