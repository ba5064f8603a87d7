"""What the local workspace asks of a connector's client, and what it makes of the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from erpsync_desktop.connectors.refusals import refuse_error
from erpsync_desktop.model.connector import ConnectorCheck
from erpsync_desktop.model.errors import ConnectorRefused, ErpSyncError, Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldMetadata, ListItem
from erpsync_desktop.model.outcome import ConnectionTest, Outcome
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.watch import Watch

SHORTEST_REDACTED = 3
"""Shorter secrets are part of many words."""
_MASK = "•••"


class ConnectorCalls(Protocol):
    """The operations of ``ConnectorClient`` that are needed here."""

    @property
    def contract_assumed(self) -> bool:
        """Whether the connector publishes no WSDL."""

    def check(self, watch: Watch) -> ConnectorCheck:
        """Whether it answers as a Sync Connector."""

    def get_config_data(self, watch: Watch) -> tuple[FieldMetadata, ...]:
        """What it asks for."""

    def get_list(self, guid: str | None, list_name: str, watch: Watch) -> tuple[ListItem, ...]:
        """The items of a list."""

    def test_config_data(self, values: Mapping[str, str], watch: Watch) -> Outcome:
        """Test values, saving nothing."""

    def save_connection(self, guid: str, values: Mapping[str, str], watch: Watch) -> Outcome:
        """Have it keep values."""

    def test_connection(self, guid: str, watch: Watch) -> Outcome:
        """Test what it keeps."""

    def delete_connection(self, guid: str, watch: Watch) -> Outcome:
        """Have it forget."""

    def get_supported_actor_types(self, guid: str, watch: Watch) -> tuple[str, ...]:
        """What can be synchronised."""

    def get_supported_actor_type_fields(
        self, guid: str, actor_type: str, watch: Watch
    ) -> tuple[FieldMetadata, ...]:
        """The fields of an actor type."""

    def get_searchable_fields(self, guid: str, actor_type: str, watch: Watch) -> tuple[str, ...]:
        """The keys of those that a search can restrict."""


ClientFactory = Callable[[str], ConnectorCalls]
"""Makes the client for an address."""


def accepted(outcome: Outcome) -> Outcome:
    """The same outcome; raises ``ConnectorRefused`` for an error. Info and warnings are successes."""
    refuse_error(outcome)
    return outcome


def site_missing() -> Problem:
    """That only a SuperOffice site can call this connector."""
    return Problem(ProblemCode.CONNECTOR_NEEDS_SITE, field="connector")


def refusal(outcome: Outcome) -> Problem:
    """The problem of an answer that is an error."""
    try:
        refuse_error(outcome)
    except ConnectorRefused as refused:
        return refused.problem
    raise ValueError("the outcome is a success")


class Redaction:
    """Takes secrets out of a connector's texts: some connectors repeat what they were given.

    Args:
        secrets: what it was given; None where that cannot be known, so that any text may hold one.
    """

    def __init__(self, secrets: Iterable[Secret] | None) -> None:
        texts = [] if secrets is None else [secret.reveal() for secret in secrets]
        # The longest first: of one that begins with another, the rest would stay.
        self._texts = sorted(
            (text for text in texts if len(text) >= SHORTEST_REDACTED), key=len, reverse=True
        )
        self._all = secrets is None

    def outcome(self, outcome: Outcome) -> Outcome:
        """The outcome without secrets."""
        return replace(
            outcome,
            user_explanation=self._clean(outcome.user_explanation),
            tech_explanation=self._clean(outcome.tech_explanation),
            error_code=self._clean(outcome.error_code),
        )

    def problem(self, problem: Problem) -> Problem:
        """The problem without secrets."""
        params = {
            name: self._clean(value) if isinstance(value, str) else value
            for name, value in problem.params.items()
        }
        return replace(problem, params=params, detail=self._clean(problem.detail))

    def error(self, error: ErpSyncError) -> None:
        """Take secrets out of an error."""
        error.problems = tuple(self.problem(problem) for problem in error.problems)
        if isinstance(error, ConnectorRefused):
            error.outcome = self.outcome(error.outcome)

    def test(self, test: ConnectionTest) -> ConnectionTest:
        """The test without secrets."""
        outcome, problem = test.outcome, test.problem
        return replace(
            test,
            outcome=self.outcome(outcome) if outcome else None,
            problem=self.problem(problem) if problem else None,
        )

    def _clean(self, text: str) -> str:
        if self._all:
            return _MASK if text else ""
        for secret in self._texts:
            text = text.replace(secret, _MASK)
        return text
