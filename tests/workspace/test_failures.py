from __future__ import annotations

import errno
import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.model.outcome import Outcome
from erpsync_desktop.workspace.local.calls import refusal
from erpsync_desktop.workspace.local.failures import of_database, of_file


def failed(code: int) -> OperationalError:
    original = sqlite3.OperationalError("s3cret")
    original.sqlite_errorcode, original.sqlite_errorname = code, "NAME"
    return OperationalError("INSERT 's3cret'", None, original)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_BUSY_SNAPSHOT, ProblemCode.WORKSPACE_LOCKED),
        (sqlite3.SQLITE_READONLY_DIRECTORY, ProblemCode.WORKSPACE_READ_ONLY),
        (sqlite3.SQLITE_READONLY_DBMOVED, ProblemCode.WORKSPACE_UNREACHABLE),
        (sqlite3.SQLITE_CORRUPT_INDEX, ProblemCode.WORKSPACE_CORRUPT),
        (sqlite3.SQLITE_IOERR_READ, ProblemCode.WORKSPACE_UNREACHABLE),
        (sqlite3.SQLITE_FULL, ProblemCode.WORKSPACE_DISK_FULL),
    ],
)
def test_the_databases_codes_are_told_apart(code: int, expected: ProblemCode) -> None:
    problem = of_database(failed(code), "/data/w.sqlite", 5.0).problem
    assert problem.code is expected
    assert problem.params["path"] == "/data/w.sqlite"
    assert problem.detail == "NAME"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.EROFS, ProblemCode.WORKSPACE_READ_ONLY),
        (errno.ENOSPC, ProblemCode.WORKSPACE_DISK_FULL),
        (errno.ENAMETOOLONG, ProblemCode.WORKSPACE_UNREACHABLE),
        (None, ProblemCode.WORKSPACE_UNREACHABLE),
    ],
)
def test_the_file_systems_errors_are_told_apart(number: int | None, expected: ProblemCode) -> None:
    error = OSError("odd") if number is None else OSError(number, "text")
    assert of_file(error, "/data/w.sqlite").problem.code is expected


def test_a_success_has_no_refusal() -> None:
    with pytest.raises(ValueError, match="success"):
        refusal(Outcome())
