"""Connections that a connector lost, and errors that it answers with."""

from collections.abc import Callable

import pytest

from erpsync_desktop.connectors.refusals import refuse_error, resending
from erpsync_desktop.model.errors import ConnectorRefused, ProblemCode
from erpsync_desktop.model.outcome import Outcome, OutcomeState

OK = Outcome()
LOST = Outcome(OutcomeState.ERROR, tech_explanation="gone", error_code="unknown-Connection_ID")
WRONG = Outcome(OutcomeState.ERROR, 'US:"Wrong"', "tech", "WRONG")


def script(*steps: Outcome | tuple[str, ...]) -> Callable[[], Outcome | tuple[str, ...]]:
    remaining = iter(steps)
    return lambda: next(remaining)


def raising(*steps: Outcome | tuple[str, ...]) -> Callable[[], tuple[str, ...]]:
    remaining = iter(steps)

    def call() -> tuple[str, ...]:
        step = next(remaining)
        if isinstance(step, Outcome):
            refuse_error(step)
        assert isinstance(step, tuple)
        return step

    return call


def never() -> Outcome:
    raise AssertionError("nothing is to be resent")


@pytest.mark.parametrize("answer", [OK, WRONG, ("a",)])
def test_what_is_not_lost_is_answered_as_it_is(answer: Outcome | tuple[str, ...]) -> None:
    assert resending(script(answer), never) == answer


def test_another_refusal_is_raised_as_it_is() -> None:
    with pytest.raises(ConnectorRefused) as caught:
        resending(raising(WRONG), never)

    assert caught.value.outcome is WRONG


def test_a_lost_connection_is_resent_and_asked_once_more() -> None:
    assert resending(script(LOST, OK), lambda: OK) == OK


def test_a_lost_connection_that_is_raised_is_resent_too() -> None:
    assert resending(raising(LOST, ("a",)), lambda: OK) == ("a",)


@pytest.mark.parametrize("make", [script, raising])
def test_a_connection_that_is_lost_again_is_given_up(
    make: Callable[..., Callable[[], Outcome | tuple[str, ...]]],
) -> None:
    with pytest.raises(ConnectorRefused) as caught:
        resending(make(LOST, LOST), lambda: OK)

    assert caught.value.problem.code is ProblemCode.CONNECTION_UNKNOWN
    assert caught.value.problem.detail == "gone"


def test_a_connection_that_is_not_taken_again_is_refused() -> None:
    with pytest.raises(ConnectorRefused) as caught:
        resending(script(LOST), lambda: WRONG)

    assert caught.value.outcome is WRONG


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (WRONG, 'US:"Wrong"'),
        (Outcome(OutcomeState.ERROR, tech_explanation="tech"), "tech"),
        (Outcome(OutcomeState.ERROR, error_code="E7"), "E7"),
        (Outcome(OutcomeState.ERROR), ""),
    ],
)
def test_a_refusal_is_told_in_the_connectors_words(outcome: Outcome, words: str) -> None:
    with pytest.raises(ConnectorRefused) as caught:
        refuse_error(outcome)

    assert caught.value.problem.params == {"explanation": words}
