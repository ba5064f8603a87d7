"""What a connector answered, and what a test came to."""

from datetime import UTC, datetime

import pytest

from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.outcome import ConnectionTest, Outcome, OutcomeState

NOW = datetime.now(UTC)


@pytest.mark.parametrize("state", OutcomeState)
def test_only_an_error_is_a_failure(state: OutcomeState) -> None:
    assert Outcome(state).ok == (state is not OutcomeState.ERROR)
    test = ConnectionTest(NOW, 0.5, Outcome(state))
    assert test.passed == (state is not OutcomeState.ERROR)
    assert test.state is state


def test_a_test_without_an_answer_or_with_a_problem_has_failed() -> None:
    problem = Problem(ProblemCode.ANSWER_EMPTY)
    for test in (
        ConnectionTest(NOW, 0.5),
        ConnectionTest(NOW, 0.5, problem=problem),
        ConnectionTest(NOW, 0.5, Outcome(), problem),
    ):
        assert not test.passed
        assert test.state is OutcomeState.ERROR


@pytest.mark.parametrize(
    ("code", "unknown"),
    [
        ("UNKNOWN_CONNECTION_ID", True),
        ("UnknownConnectionId", True),
        ("unknown-connection id", True),
        ("Unknown.Connection.ID ", True),
        ("UNKNOWN_CONNECTION", False),
        ("CONNECTION_ID", False),
        ("", False),
    ],
)
def test_a_lost_connection_is_known_by_its_code_however_written(code: str, unknown: bool) -> None:
    assert Outcome(OutcomeState.ERROR, error_code=code).connection_unknown is unknown
