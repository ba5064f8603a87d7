"""Between rows of the tables and the words of the model."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from sqlalchemy.exc import IntegrityError

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import ConnectorState, SyncConnector
from erpsync_desktop.model.directory import Scope
from erpsync_desktop.model.errors import NameTaken, NotFound, Problem, ProblemCode
from erpsync_desktop.model.naming import name_key
from erpsync_desktop.model.outcome import ConnectionTest, Outcome, OutcomeState
from erpsync_desktop.model.watch import Stage, StageTime
from erpsync_desktop.workspace.local.failures import DamagedRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sqlalchemy import Row

T = TypeVar("T", SyncConnector, ErpConnection)
P = ParamSpec("P")
R = TypeVar("R")

_NONE = "[]"  # of nearly all of thousands of fields


def understood(read: Callable[P, R]) -> Callable[P, R]:
    """Raises DamagedRow where a row cannot be read as what it should be."""

    @wraps(read)
    def reading(*arguments: P.args, **options: P.kwargs) -> R:
        try:
            return read(*arguments, **options)
        except (ValueError, TypeError, KeyError) as error:
            kind = type(error).__name__
        raise DamagedRow(kind)  # without the original, which repeats what stands there

    return reading


@understood
def connector_of(row: Row[Any]) -> SyncConnector:
    """A row of ``connectors``."""
    return SyncConnector(
        id=row.id,
        name=row.name,
        url=row.url,
        version=row.version,
        state=ConnectorState(row.state),
        state_problem=problem_of(row.problem),
        checked_at=moment_of(row.checked_at),
        deleted_at=moment_of(row.deleted_at),
    )


@understood
def connection_of(
    row: Row[Any], values: Mapping[str, str], secret_keys: frozenset[str], scope: Scope, priority: int
) -> ErpConnection:
    """A row of ``connections``, joined with the connector's address and the last test.

    Args:
        row: the columns of all three.
        values: on the wire, by field key.
        secret_keys: of the fields whose values are in the keyring.
        scope: whom it is for.
        priority: its place among the connections, from 1; 0 for a deleted one.
    """
    tested = row.test_at is not None
    elsewhere = tested and row.url_fingerprint is not None and row.url_fingerprint != fingerprint(row.url)
    return ErpConnection(
        id=row.id,
        connector_id=row.connector_id,
        name=row.name,
        description=row.description,
        scope=scope,
        values=values,
        secret_keys=secret_keys,
        active=row.active,
        version=row.version,
        last_test=test_of(row) if tested else None,
        tested_elsewhere=elsewhere,
        deleted_at=moment_of(row.deleted_at),
        priority=priority,
    )


def test_of(row: Row[Any]) -> ConnectionTest:
    """The columns of ``tests``, its ``at`` named ``test_at`` and its ``state`` ``test_state``."""
    outcome = None
    if row.test_state is not None:
        outcome = Outcome(
            OutcomeState(row.test_state), row.user_explanation, row.tech_explanation, row.error_code
        )
    return ConnectionTest(
        at=datetime.fromisoformat(row.test_at),
        seconds=row.seconds,
        outcome=outcome,
        problem=problem_of(row.test_problem),
        stages=_stages_of(row.stages),
        contract_assumed=row.contract_assumed,
    )


@lru_cache(maxsize=1_024)
def _stages_of(text: str) -> tuple[StageTime, ...]:
    return tuple(StageTime(Stage(stage), seconds) for stage, seconds in json.loads(text))


def test_values(connection_id: str, test: ConnectionTest, url: str) -> dict[str, Any]:
    """What to insert into ``tests``."""
    outcome = test.outcome
    return {
        "connection_id": connection_id,
        "at": test.at.isoformat(),
        "seconds": test.seconds,
        "state": outcome.state.value if outcome else None,
        "user_explanation": outcome.user_explanation if outcome else "",
        "tech_explanation": outcome.tech_explanation if outcome else "",
        "error_code": outcome.error_code if outcome else "",
        "problem": problem_text(test.problem),
        "stages": json.dumps([[stage.stage.value, stage.seconds] for stage in test.stages]),
        "contract_assumed": test.contract_assumed,
        "url_fingerprint": fingerprint(url),
    }


def problem_text(problem: Problem | None) -> str | None:
    """A problem as it is kept."""
    return None if problem is None else json.dumps(_parts(problem))


def problem_of(text: str | None) -> Problem | None:
    """A problem that was kept; None too for one that this program does not know (any more)."""
    return None if text is None else _problem(json.loads(text))


def problems_text(problems: tuple[Problem, ...]) -> str:
    """Several problems as they are kept."""
    return json.dumps([_parts(problem) for problem in problems]) if problems else _NONE


def problems_of(text: str) -> tuple[Problem, ...]:
    """Problems that were kept, without those that this program does not know (any more)."""
    if text == _NONE:
        return ()
    return tuple(filter(None, map(_problem, json.loads(text))))


def _parts(problem: Problem) -> dict[str, Any]:
    parts = {"code": problem.code.value, "params": dict(problem.params), "field": problem.field}
    return parts | {"detail": problem.detail}


def _problem(parts: Mapping[str, Any]) -> Problem | None:
    try:
        code = ProblemCode(parts["code"])
    except ValueError:
        return None
    return Problem(code, parts["params"], parts["field"], parts["detail"])


def moment_of(text: str | None) -> datetime | None:
    """A moment that was kept."""
    return None if text is None else datetime.fromisoformat(text)


@lru_cache(maxsize=1_024)
def fingerprint(url: str) -> str:
    """Tells addresses apart without keeping them."""
    return hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()


def by_name(things: Iterable[T]) -> tuple[T, ...]:
    """Sorted as an administrator looks for them."""
    return tuple(sorted(things, key=lambda thing: (name_key(thing.name), thing.id)))


@contextmanager
def unique_name(name: str) -> Iterator[None]:
    """Around a statement that writes ``unique_key``: raises NameTaken where another row has it."""
    try:
        yield
    except IntegrityError as error:
        if "unique" not in str(error.orig).lower():
            raise
        taken = NameTaken(Problem(ProblemCode.NAME_TAKEN, {"name": name}, field="name"))
    else:
        return
    raise taken from None


def not_found(name: str) -> NotFound:
    """That a row is gone."""
    return NotFound(Problem(ProblemCode.NOT_FOUND, {"name": name}))
