"""Looks in the database at what is synchronised, without the program."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from erpsync_desktop.demo.checks import Saved, open_to_read
from erpsync_desktop.demo.hands import require

_COUNTRIES = {"AT", "CH", "DE", "DK", "GB", "NO"}
_DIRECTIONS = {"NAME": "<>", "PHONE": "<", "COUNTRY": ">", "FAX": ""}


def require_configured(workspace: Path, saved: Saved) -> None:
    """The connection is active, with mappings, default and list mapping as they were chosen.

    Raises:
        Broken: something is otherwise.
    """
    with closing(open_to_read(workspace)) as database:
        _require_mappings(database, saved.id)
        _require_default(database, saved.id)
        _require_lists(database, saved.id)
    require(is_active(workspace, saved), "the database does not have the connection as active")


def is_active(workspace: Path, saved: Saved) -> bool:
    """Whether the database has the connection as active."""
    with closing(open_to_read(workspace)) as database:
        found = database.execute("SELECT active FROM connections WHERE id = ?", (saved.id,)).fetchone()
    return bool(found == (1,))


def _require_mappings(database: sqlite3.Connection, connection_id: str) -> None:
    switched_on = database.execute(
        "SELECT actor_type FROM erp_actors WHERE connection_id = ? AND active", (connection_id,)
    ).fetchall()
    require(
        switched_on == [("Customer",)], f"other actor types are switched on than customers: {switched_on}"
    )
    for key, direction in _DIRECTIONS.items():
        found = database.execute(
            "SELECT crm_key, direction FROM erp_fields"
            " WHERE connection_id = ? AND actor_type = 'Customer' AND field_key = ?",
            (connection_id, key),
        ).fetchall()
        require(found == [(key, direction)], f"the database has another mapping of {key}: {found}")


def _require_default(database: sqlite3.Connection, connection_id: str) -> None:
    found = database.execute(
        "SELECT field_key, default_json FROM erp_fields WHERE connection_id = ? AND default_json IS NOT NULL",
        (connection_id,),
    ).fetchall()
    keys = [key for key, _ in found]
    require(keys == ["COUNTRY"], f"the database has defaults for other fields than the country: {keys}")
    require("DE" in json.loads(found[0][1]).values(), "the default country is not the one that was chosen")


def _require_lists(database: sqlite3.Connection, connection_id: str) -> None:
    found = database.execute(
        "SELECT i.erp_key, i.crm_key FROM list_mapping_items i JOIN list_mappings m ON m.id = i.mapping_id"
        " WHERE m.connection_id = ? AND m.erp_list = 'Country'",
        (connection_id,),
    ).fetchall()
    require(
        dict(found) == {key: key for key in _COUNTRIES},
        f"the database does not have each country once with its equal: {sorted(found)}",
    )
