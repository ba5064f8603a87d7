"""The database: transactions for reading and writing, and what its failures mean.

All that is particular to SQLite is in ``store``, ``files`` and ``failures``.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from erpsync_desktop.model.errors import Problem, ProblemCode, WorkspaceUnavailable
from erpsync_desktop.workspace.local.failures import DamagedRow, of_database, of_row

BUSY_SECONDS = 5.0
"""How long to wait for another process that is writing."""
APPLICATION_ID = 0x45525053
"""Marks our SQLite files (``ERPS``)."""


class Store:
    """One database. Safe to use from several threads.

    Args:
        engine: made by ``sqlite_engine``.
        title: what errors call it.
        busy_seconds: how long the engine waits for another writer.
    """

    def __init__(self, engine: Engine, title: str, busy_seconds: float = BUSY_SECONDS) -> None:
        self.engine = engine
        self.title = title
        self._busy_seconds = busy_seconds
        self._writer = threading.RLock()
        self._closed = False

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one moment and changes nothing."""
        with self._explained(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that writes: committed at the end, rolled back by any exception."""
        with self._explained(), self._writer, self.engine.connect() as connection:
            writing = connection.execution_options(writes=True)
            with writing.begin():
                yield writing

    @contextmanager
    def outside_transaction(self) -> Iterator[Connection]:
        """A connection for what cannot be done in a transaction."""
        with self._explained(), self.engine.connect() as connection:
            yield connection.execution_options(autocommits=True)

    def close(self) -> None:
        """Let go of the file."""
        self._closed = True
        self.engine.dispose()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        if self._closed:
            raise WorkspaceUnavailable(
                Problem(ProblemCode.WORKSPACE_UNREACHABLE, {"path": self.title}, detail="closed")
            )
        try:
            yield
        except DBAPIError as error:
            explained = of_database(error, self.title, self._busy_seconds)
        except DamagedRow:
            explained = of_row(self.title)
        else:
            return
        # Without the original: it repeats statement and parameters.
        raise explained from None


def sqlite_engine(path: str, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """An engine for a SQLite file whose transactions begin and end where we say so."""
    engine = create_engine(
        URL.create("sqlite", database=path),
        connect_args={"timeout": busy_seconds, "check_same_thread": False, "isolation_level": None},
        hide_parameters=True,
        max_overflow=-1,  # a thread never waits for another to give its connection back
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("autocommits", False):
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes", False) else "BEGIN")
