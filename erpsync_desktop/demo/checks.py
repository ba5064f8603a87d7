"""Looks at what the program left, without the program: the SQLite file, the keyring, the sample ERP."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from erpsync_desktop.demo.erp_process import ErpProcess
from erpsync_desktop.demo.hands import Broken, require
from erpsync_desktop.secrets import SERVICE

_UNKNOWN = "00000000-1111-2222-3333-444444444444"
_OF_A_CONNECTION = {
    "connections": "id",
    **dict.fromkeys(
        ("connection_values", "erp_actors", "erp_fields", "erp_lists", "list_mappings"),
        "connection_id",
    ),
}


@dataclass(frozen=True, slots=True)
class Saved:
    """What stands in the database of a connection.

    Attributes:
        id: the GUID that the connector knows.
        secret_item: the name of its entry in the keyring.
    """

    id: str
    secret_item: str


def require_keyring() -> None:
    """Write a secret into this machine's keyring, read it back, remove it.

    Raises:
        Broken: the keyring does not do that.
    """
    import keyring
    from keyring.errors import KeyringError

    name, text = "demonstration: can be removed", "only a trial"
    backend = keyring.get_keyring()
    kind = f"{type(backend).__module__}.{type(backend).__name__}"
    try:
        backend.set_password(SERVICE, name, text)
        kept = backend.get_password(SERVICE, name)
        backend.delete_password(SERVICE, name)
    except (KeyringError, OSError, RuntimeError) as error:
        raise Broken(
            f"this machine has no keyring that can be used ({kind}: {type(error).__name__}). On Linux, start "
            "the demonstration in a session with a Secret Service, as gnome-keyring and KWallet are."
        ) from error
    require(kept == text, f"the keyring ({kind}) does not give back what it was given")


def read_saved(workspace: Path, name: str, group: str) -> Saved:
    """Read a connection from the database file.

    Raises:
        Broken: it is not there as it must be.
    """
    with closing(open_to_read(workspace)) as database:
        rows = database.execute(
            "SELECT c.id, v.secret_item, v.wire, n.url FROM connections c"
            " JOIN connectors n ON n.id = c.connector_id"
            " JOIN connection_values v ON v.connection_id = c.id"
            " WHERE c.name = ? AND c.deleted_at IS NULL AND v.field_key = 'Password'",
            (name,),
        ).fetchall()
        require(len(rows) == 1, f"the database has {len(rows)} rows for the connection and its secret, not 1")
        connection_id, item, wire, url = rows[0]
        require(bool(item) and wire is None, "the secret's row does not name an entry of the keyring alone")
        require(url.startswith("http://127.0.0.1:"), "the connector's address is not in the database")
        members = database.execute(
            "SELECT g.name FROM scope_members s JOIN user_groups g ON g.id = s.member_id"
            " WHERE s.connection_id = ? AND s.is_group",
            (connection_id,),
        ).fetchall()
        require(members == [(group,)], f"the database does not have the group as the scope, but {members}")
        passed = database.execute(
            "SELECT count(*) FROM tests t JOIN connections c ON c.test_id = t.id"
            " WHERE c.id = ? AND t.state IS NOT NULL AND t.state <> 'Error'",
            (connection_id,),
        ).fetchone()
    require(passed == (1,), "the database has no passed test of the connection")
    return Saved(connection_id, item)


def require_no_secret(folder: Path, *secrets: str) -> int:
    """Look for secrets in every cell of every table and in the bytes of every file; return how many files.

    Raises:
        Broken: one was found.
    """
    wanted = [text.encode(encoding) for text in secrets for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    for path in files:
        content = path.read_bytes()
        require(not any(secret in content for secret in wanted), f"a password stands in {path.name}")
        if content.startswith(b"SQLite format 3\0"):
            _require_none_in_tables(path, secrets)
    return len(files)


def require_in_keyring(saved: Saved, secret: str) -> None:
    """The keyring holds exactly what was typed."""
    require(_keyring_entry(saved) == secret, "the keyring does not hold the password that was typed")


def require_not_in_keyring(saved: Saved) -> None:
    """The keyring has no entry of the connection any more."""
    require(_keyring_entry(saved) is None, "the keyring still holds the password")


def forget_secrets(workspace: Path) -> None:
    """Remove what the workspace names in the keyring; for a demonstration that ended early."""
    import keyring
    from keyring.errors import KeyringError

    if not workspace.exists():
        return
    with closing(open_to_read(workspace)) as database, suppress(sqlite3.Error):
        found = database.execute(
            "SELECT secret_item FROM connection_values WHERE secret_item IS NOT NULL"
            " UNION SELECT item FROM secret_intents"
        ).fetchall()
        for (item,) in found:
            with suppress(KeyringError):
                keyring.get_keyring().delete_password(SERVICE, item)


def require_known(erp: ErpProcess, saved: Saved) -> None:
    """The ERP tests the connection well, and knows no other."""
    require(erp.knows(saved.id), "the sample ERP does not know the connection, or its test fails there")
    require(not erp.knows(_UNKNOWN), "the sample ERP says yes to a connection that nobody made")


def require_gone(workspace: Path, erp: ErpProcess, saved: Saved) -> None:
    """Neither database nor ERP has the connection any more."""
    with closing(open_to_read(workspace)) as database:
        for table, column in _OF_A_CONNECTION.items():
            query = f"SELECT count(*) FROM {table} WHERE {column} = ?"  # noqa: S608  both are written here
            found = database.execute(query, (saved.id,)).fetchone()
            require(found == (0,), f"{found[0]} rows of the connection are left in {table}")
        items = database.execute("SELECT count(*) FROM list_mapping_items").fetchone()
        pending = database.execute("SELECT count(*) FROM secret_intents").fetchone()
    require(items == (0,), f"{items[0]} mapped list items of the connection are left")
    require(pending == (0,), "something is still to be done in the keyring")
    require(not erp.knows(saved.id), "the sample ERP still knows the connection")


def open_to_read(workspace: Path) -> sqlite3.Connection:
    """Open a database file without being able to change it."""
    return sqlite3.connect(f"{workspace.as_uri()}?mode=ro", uri=True)


def _keyring_entry(saved: Saved) -> str | None:
    import keyring

    return keyring.get_keyring().get_password(SERVICE, saved.secret_item)


def _require_none_in_tables(path: Path, secrets: tuple[str, ...]) -> None:
    with closing(open_to_read(path)) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            for row in database.execute(f'SELECT * FROM "{name}"'):  # noqa: S608  a name from the database itself
                cells = [
                    cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell) for cell in row
                ]
                found = any(secret in cell for secret in secrets for cell in cells)
                require(not found, f"a password stands in the table {name} of {path.name}")
