"""What is about to be written to, or removed from, the keyring.

A keyring cannot be listed, so every entry is announced here before it is written, in a transaction of its
own, and the announcement goes with the commit that makes the entry part of a connection. An entry that no
connection needs any more is noted in the commit that drops it, and removed afterwards. What an interruption
left is cleared by ``tidy``.
"""

from __future__ import annotations

import os
import socket
import unicodedata
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from erpsync_desktop.model.errors import Problem, ProblemCode, SecretError
from erpsync_desktop.workspace.local.changes import now
from erpsync_desktop.workspace.local.processes import is_running
from erpsync_desktop.workspace.local.schema import connection_values, secret_intents

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local.store import Store

SAVE_MAY_TAKE = timedelta(minutes=30)
"""An announcement older than that is a leftover, even if its process seems to run."""
WRITE, REMOVE = "write", "remove"
_LONGEST_PART_OF_NAME = 80

# Tokens of the saves that run in this process.
_running: set[str] = set()


@contextmanager
def announcing() -> Iterator[str]:
    """Around a save: gives the token of its announcements, which are left alone meanwhile."""
    token = uuid.uuid4().hex
    _running.add(token)
    try:
        yield token
    finally:
        _running.discard(token)


def item_name(connection_name: str, key: str, connection_id: str, version: int) -> str:
    """A new entry's name: recognisable, and never used before, whatever copies of the database exist."""
    mark = f"{connection_id[:8]}·v{version}·{token_hex(3)}"
    return f"{_readable(connection_name)} / {_readable(key)} ({mark})"


def announce(database: Connection, token: str, items: Iterable[str], kind: str = WRITE) -> None:
    """Note entries that are about to be written, or to be removed after the commit."""
    rows = [
        {"item": item, "kind": kind, "host": _host(), "process": os.getpid(), "token": token, "at": now()}
        for item in items
    ]
    if rows:
        database.execute(insert(secret_intents), rows)


def settle(database: Connection, token: str, written: int) -> None:
    """The announced entries are part of a connection now: forget the announcements, in its commit.

    Raises:
        SecretError: somebody took them for leftovers and removed the entries.
    """
    mine = delete(secret_intents).where(secret_intents.c.token == token, secret_intents.c.kind == WRITE)
    if database.execute(mine).rowcount != written:
        raise SecretError(Problem(ProblemCode.KEYRING_REFUSED, detail="cleared meanwhile"))


def withdraw(store: Store, secrets: SecretStore, token: str, written: Iterable[str] = ()) -> None:
    """Remove the entries that were announced for a save that failed, as far as it can be done now.

    Args:
        store: has the announcements.
        secrets: has the entries.
        token: of the save.
        written: names of its entries. Who took the announcements for leftovers may have removed them before
            the entries were there; then they are announced once more.
    """
    if entries := set(written):
        with store.write() as database:
            mine = select(secret_intents.c.item).where(secret_intents.c.token == token)
            announce(database, token, entries.difference(database.execute(mine).scalars()), REMOVE)
    _clear(store, secrets, lambda row: row.token == token)


def tidy(store: Store, secrets: SecretStore) -> None:
    """Remove what interrupted saves left. What cannot be removed now waits for the next time."""
    _clear(store, secrets, _is_leftover)


def _clear(store: Store, secrets: SecretStore, wanted: Any) -> None:
    with store.read() as database:
        if not any(wanted(row) for row in database.execute(select(secret_intents))):
            return
    with store.write() as database:
        items = _claim(database, [row for row in database.execute(select(secret_intents)) if wanted(row)])
    gone = [item for item in items if _removed(secrets, item)]
    with store.write() as database:
        database.execute(delete(secret_intents).where(secret_intents.c.item.in_(gone)))


def _claim(database: Connection, rows: list[Any]) -> list[str]:
    """Make the announcements ours, so that a save that is merely slow cannot count on its entries."""
    items = [row.item for row in rows]
    in_use = select(connection_values.c.secret_item).where(connection_values.c.secret_item.in_(items))
    used = set(database.execute(in_use).scalars())
    database.execute(delete(secret_intents).where(secret_intents.c.item.in_(used)))
    free = [item for item in items if item not in used]
    database.execute(update(secret_intents).where(secret_intents.c.item.in_(free)).values(kind=REMOVE))
    return free


def _removed(secrets: SecretStore, item: str) -> bool:
    try:
        secrets.delete(item)
    except SecretError:
        return False
    return True


def _is_leftover(row: Any) -> bool:
    if row.kind == REMOVE:
        return row.token not in _running
    if datetime.now(UTC) - datetime.fromisoformat(row.at) > SAVE_MAY_TAKE:
        return True
    if row.host != _host():
        return False
    if row.process == os.getpid():
        return row.token not in _running
    return not is_running(row.process)


def _readable(text: str) -> str:
    """A name as keyring programs can show it: one line, no direction marks, not too long."""
    shown = "".join(char for char in text if not unicodedata.category(char).startswith("C"))
    shown = " ".join(shown.split())
    return shown if len(shown) <= _LONGEST_PART_OF_NAME else f"{shown[: _LONGEST_PART_OF_NAME - 1]}…"


def _host() -> str:
    return socket.gethostname()
