"""Opening a SQLite file as a workspace: made, recognised, brought up to date, or refused with a reason."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from erpsync_desktop.model.errors import Problem, ProblemCode, WorkspaceUnavailable
from erpsync_desktop.workspace.local import migrations
from erpsync_desktop.workspace.local.failures import of_file
from erpsync_desktop.workspace.local.places import on_network
from erpsync_desktop.workspace.local.store import APPLICATION_ID, BUSY_SECONDS, Store, sqlite_engine

_PAUSE = 0.02  # seconds


def open_file(path: Path, busy_seconds: float = BUSY_SECONDS) -> Store:
    """Open a workspace file, making it and its folders if it is not there.

    Raises:
        WorkspaceUnavailable: it lies on a network share, cannot be written, is locked, is no database, none
            of ours, or a newer one.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100  resolve() would show users another path than theirs
    if on_network(path):
        raise _refused(ProblemCode.WORKSPACE_ON_NETWORK, path)
    make_file(path)
    store = Store(sqlite_engine(str(path), busy_seconds), str(path), busy_seconds)
    try:
        _recognise_when_free(store, path, busy_seconds)
        migrations.migrate(store, lambda version: back_up(store, path, version))
    except BaseException:
        store.close()
        raise
    return store


def make_file(path: Path) -> None:
    """Make an empty file for the user alone, unless it is there."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(21, "is a directory")
        _make_or_find(path)
    except OSError as error:
        raise of_file(error, str(path)) from None


def _make_or_find(path: Path) -> None:
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    # A file that is there is not opened to find out: on POSIX, closing it would let go of all locks that
    # this process has on it, those of another workspace on the same file included.
    elif not os.access(path, os.R_OK | os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def back_up(store: Store, path: Path, version: int) -> Path:
    """Copy the database beside itself, whole or not at all, for the user alone."""
    target = path.with_name(f"{path.name}.backup-v{version}")
    partial = path.with_name(f"{path.name}.backup-v{version}.partial")
    try:
        partial.unlink(missing_ok=True)
        make_file(partial)
        with store.read() as connection, closing(_connect_copy(partial)) as copy:
            source = connection.connection.driver_connection
            if isinstance(source, sqlite3.Connection):
                source.backup(copy)
        partial.replace(target)
    except sqlite3.Error as error:
        partial.unlink(missing_ok=True)
        raise _of_copy(error, target) from None
    except OSError as error:
        raise of_file(error, str(target)) from None
    return target


def _connect_copy(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path)


def _recognise_when_free(store: Store, path: Path, busy_seconds: float) -> None:
    """Try again where another process opens the file at the same moment: SQLite does not wait then."""
    end = time.monotonic() + busy_seconds
    while True:
        try:
            return _recognise(store, path)
        except WorkspaceUnavailable as error:
            if error.problem.code is not ProblemCode.WORKSPACE_LOCKED or time.monotonic() >= end:
                raise
        time.sleep(_PAUSE)


def _recognise(store: Store, path: Path) -> None:
    with store.read() as connection:
        kind = connection.exec_driver_sql("PRAGMA application_id").scalar()
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar()
    if kind != APPLICATION_ID and (tables or kind):
        raise _refused(ProblemCode.WORKSPACE_FOREIGN, path)
    _use_write_ahead_log(store)
    with store.write() as connection:  # which also shows that the file can be written
        if not connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar():
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            migrations.create(connection)
        elif not connection.exec_driver_sql(_HAS_VERSION).scalar():
            raise _refused(ProblemCode.WORKSPACE_CORRUPT, path)


_HAS_VERSION = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_version'"


def _use_write_ahead_log(store: Store) -> None:
    with store.outside_transaction() as connection:
        if connection.exec_driver_sql("PRAGMA journal_mode").scalar() != "wal":
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")


def _of_copy(error: sqlite3.Error, target: Path) -> WorkspaceUnavailable:
    full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
    code = ProblemCode.WORKSPACE_DISK_FULL if full else ProblemCode.WORKSPACE_UNREACHABLE
    return WorkspaceUnavailable(Problem(code, {"path": str(target)}, detail=type(error).__name__))


def _refused(code: ProblemCode, path: Path) -> WorkspaceUnavailable:
    return WorkspaceUnavailable(Problem(code, {"path": str(path)}))
