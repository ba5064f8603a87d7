"""A connector's own refusals, and the one that can be put right by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from erpsync_desktop.model.errors import ConnectorRefused, Problem, ProblemCode
from erpsync_desktop.model.outcome import Outcome

T = TypeVar("T")


def resending(call: Callable[[], T], resend: Callable[[], Outcome]) -> T:
    """Call a connector; if it lost the connection, send that again and call once more, once.

    Args:
        call: the call, which returns an ``Outcome`` or raises ``ConnectorRefused``.
        resend: saves the connection at the connector.

    Raises:
        ConnectorRefused: the connector did not take the connection, or lost it again.
    """
    answer, lost = _tried(call)
    if lost is None:
        return answer()
    refuse_error(resend())
    answer, lost = _tried(call)
    if lost is None:
        return answer()
    problem = Problem(ProblemCode.CONNECTION_UNKNOWN, detail=lost.tech_explanation)
    raise ConnectorRefused(problem, lost)


def _tried(call: Callable[[], T]) -> tuple[Callable[[], T], Outcome | None]:
    """What a call came to, and the outcome that says that the connection is lost; None if it does not."""
    try:
        answer = call()
    except ConnectorRefused as error:
        if not error.outcome.connection_unknown:
            raise
        return call, error.outcome
    lost = answer if isinstance(answer, Outcome) and not answer.ok and answer.connection_unknown else None
    return lambda: answer, lost


def refuse_error(outcome: Outcome) -> None:
    """Raise ``ConnectorRefused`` where a connector answered with an error, in its own words."""
    if outcome.ok:
        return
    words = outcome.user_explanation or outcome.tech_explanation or outcome.error_code
    detail = " · ".join(filter(None, (outcome.error_code, outcome.tech_explanation)))
    problem = Problem(ProblemCode.CONNECTOR_REFUSED, {"explanation": words}, detail=detail)
    raise ConnectorRefused(problem, outcome)
