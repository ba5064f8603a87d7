"""The tree of exceptions, and problems as values."""

import pytest

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.errors import (
    ConnectorError,
    ConnectorRefused,
    ErpSyncError,
    OperationCancelled,
    Problem,
    ProblemCode,
    SavedMeanwhile,
    WorkspaceError,
)
from erpsync_desktop.model.outcome import Outcome, OutcomeState

PROBLEM = Problem(ProblemCode.NAME_TAKEN, {"name": "ERP"}, field="name")


def test_an_error_names_its_problems_the_first_foremost() -> None:
    second = Problem(ProblemCode.URL_MISSING)
    error = ErpSyncError(PROBLEM, second)
    assert (error.problem, error.problems) == (PROBLEM, (PROBLEM, second))
    assert str(error) == "name.taken, url.missing"


def test_an_error_without_a_problem_is_a_bug_of_ours() -> None:
    with pytest.raises(ValueError, match="needs a problem"):
        ErpSyncError()


def test_a_refusal_carries_what_the_connector_answered() -> None:
    outcome = Outcome(OutcomeState.ERROR, error_code="E1")
    error = ConnectorRefused(Problem(ProblemCode.CONNECTOR_REFUSED), outcome)
    assert error.outcome is outcome
    assert isinstance(error, ConnectorError)


def test_a_conflict_carries_what_the_other_saved() -> None:
    theirs = ErpConnection("guid", "c", "ERP", values={"a": "b"})
    error = SavedMeanwhile(Problem(ProblemCode.SAVED_MEANWHILE), theirs)
    assert error.theirs is theirs
    assert isinstance(error, WorkspaceError)


def test_a_cancel_is_no_error_to_be_shown() -> None:
    assert not issubclass(OperationCancelled, ErpSyncError)


def test_problems_compare_by_value_and_can_be_put_in_a_set() -> None:
    same = Problem(ProblemCode.NAME_TAKEN, {"name": "ERP"}, field="name")
    other = Problem(ProblemCode.NAME_TAKEN, {"name": "Other"}, field="name")
    assert {PROBLEM, same, other} == {PROBLEM, other}


def test_codes_are_different_words() -> None:
    assert len({code.value for code in ProblemCode}) == len(ProblemCode.__members__)


def test_saved_connections_can_be_put_in_a_set() -> None:
    assert len({ErpConnection("g", "c", "ERP", values={"a": "1"}), ErpConnection("g", "c", "ERP")}) == 2
