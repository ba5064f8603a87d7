"""Writing what changed of a setup, in place of all of its thousands of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, update

from erpsync_desktop.workspace.local.schema import erp_actors, erp_fields
from erpsync_desktop.workspace.local.setup_rows import mapping_values

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

    from erpsync_desktop.model.sync_setup import ActorMapping, SyncSetup


def write_changes(database: Connection, connection_id: str, before: SyncSetup, after: SyncSetup) -> bool:
    """Write what a setup has otherwise than the one that is saved.

    Returns:
        Whether that was all; where fields or actor types come or go, nothing is written, and all is to be.
    """
    pairs = list(zip(before.actors, after.actors, strict=False))
    if len(before.actors) != len(after.actors) or not all(_has_the_same_rows(*pair) for pair in pairs):
        return False
    for was, now in pairs:
        place = {"of_connection": connection_id, "of_type": now.actor_type}
        if was.active != now.active:
            _update(database, erp_actors, [place | {"active": now.active}])
        if _keys(was) != _keys(now):
            ranks = [{"of_key": key, "rank": rank} for rank, key in enumerate(_keys(now))]
            _update(database, erp_fields, [place | one for one in ranks])
        _update(database, erp_fields, [place | one for one in _changed(was, now)])
    return True


def _has_the_same_rows(before: ActorMapping, after: ActorMapping) -> bool:
    return before.actor_type == after.actor_type and sorted(_keys(before)) == sorted(_keys(after))


def _keys(actor: ActorMapping) -> list[str]:
    return [one.erp_key for one in actor.fields]


def _changed(before: ActorMapping, after: ActorMapping) -> Iterator[dict[str, Any]]:
    known = {one.erp_key: one for one in before.fields}
    for one in after.fields:
        if known[one.erp_key] != one:
            yield {"of_key": one.erp_key, **mapping_values(one)}


def _update(database: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Set columns of rows, each told by the values of its key."""
    if not rows:
        return
    columns = table.c
    changed = update(table).where(
        columns.connection_id == bindparam("of_connection"), columns.actor_type == bindparam("of_type")
    )
    if "of_key" in rows[0]:
        changed = changed.where(columns.field_key == bindparam("of_key"))
    database.execute(changed.values({name: bindparam(name) for name in rows[0] if name in columns}), rows)
