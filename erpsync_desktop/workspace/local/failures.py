"""What a database's exceptions mean to the administrator."""

from __future__ import annotations

import errno
import sqlite3
from typing import TYPE_CHECKING

from erpsync_desktop.model.errors import Problem, ProblemCode, WorkspaceUnavailable

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

_BY_SQLITE_CODE = {
    sqlite3.SQLITE_BUSY: ProblemCode.WORKSPACE_LOCKED,
    sqlite3.SQLITE_LOCKED: ProblemCode.WORKSPACE_LOCKED,
    sqlite3.SQLITE_READONLY: ProblemCode.WORKSPACE_READ_ONLY,
    sqlite3.SQLITE_PERM: ProblemCode.WORKSPACE_READ_ONLY,
    sqlite3.SQLITE_FULL: ProblemCode.WORKSPACE_DISK_FULL,
    sqlite3.SQLITE_CORRUPT: ProblemCode.WORKSPACE_CORRUPT,
    sqlite3.SQLITE_NOTADB: ProblemCode.WORKSPACE_CORRUPT,
    sqlite3.SQLITE_ERROR: ProblemCode.WORKSPACE_CORRUPT,  # a table or column is not there
}
_BY_ERRNO = {
    errno.EACCES: ProblemCode.WORKSPACE_READ_ONLY,
    errno.EPERM: ProblemCode.WORKSPACE_READ_ONLY,
    errno.EROFS: ProblemCode.WORKSPACE_READ_ONLY,
    errno.ENOSPC: ProblemCode.WORKSPACE_DISK_FULL,
}
_READONLY_DBMOVED = 1032


class DamagedRow(Exception):
    """A row of the database says what no version of this program writes."""


def of_database(error: DBAPIError, path: str, seconds: float) -> WorkspaceUnavailable:
    """The error to raise for one of the database; its statement and parameters are left out."""
    code, detail = _judge(error.orig)
    params: dict[str, str | int] = {"path": path}
    if code is ProblemCode.WORKSPACE_LOCKED:
        params["seconds"] = max(1, round(seconds))
    return WorkspaceUnavailable(Problem(code, params, detail=detail))


def of_row(path: str) -> WorkspaceUnavailable:
    """The error to raise for a row that cannot be understood."""
    return WorkspaceUnavailable(Problem(ProblemCode.WORKSPACE_CORRUPT, {"path": path}, detail="row"))


def of_file(error: OSError, path: str) -> WorkspaceUnavailable:
    """The error to raise for one of the file system."""
    code = _BY_ERRNO.get(error.errno or 0, ProblemCode.WORKSPACE_UNREACHABLE)
    return WorkspaceUnavailable(Problem(code, {"path": path}, detail=error.strerror or type(error).__name__))


def _judge(error: BaseException | None) -> tuple[ProblemCode, str]:
    extended = getattr(error, "sqlite_errorcode", 0)
    detail = getattr(error, "sqlite_errorname", type(error).__name__)
    if extended == _READONLY_DBMOVED:
        return ProblemCode.WORKSPACE_UNREACHABLE, detail
    if not extended and isinstance(error, sqlite3.OperationalError):  # a text that is no UTF-8
        return ProblemCode.WORKSPACE_CORRUPT, detail
    return _BY_SQLITE_CODE.get(extended & 0xFF, ProblemCode.WORKSPACE_UNREACHABLE), detail
