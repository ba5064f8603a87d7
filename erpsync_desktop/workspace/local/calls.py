"""What the local workspace asks of a connector's client, and what it makes of the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from erpsync_desktop.connectors.refusals import refuse_error
from erpsync_desktop.model.connector import ConnectorCheck
from erpsync_desktop.model.errors import (
    ConnectorRefused,
    ErpSyncError,
    NotAConnector,
    Problem,
    ProblemCode,
)
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

    def holds(self, text: str) -> bool:
        """Whether a text has a secret in it."""
        return (self._all and bool(text)) or any(secret in text for secret in self._texts)

    def fields(self, fields: tuple[FieldMetadata, ...]) -> tuple[FieldMetadata, ...]:
        """The fields without secrets. One whose key holds one cannot be kept; that is noted at the first.

        Raises:
            NotAConnector: no other field is left.
        """
        if not self._texts and not self._all:
            return fields
        clean = tuple(self._field(item) for item in fields if not self.holds(item.key))
        if len(clean) == len(fields):
            return clean
        note = _left_out(len(fields) - len(clean))
        if not clean:
            raise NotAConnector(note)
        return (replace(clean[0], notes=(*clean[0].notes, note)), *clean[1:])

    def items(self, items: tuple[ListItem, ...]) -> tuple[tuple[ListItem, ...], Problem | None]:
        """The items of a list without secrets, and that some are left out, as their keys hold one."""
        if not self._texts and not self._all:
            return items, None
        clean = tuple(
            replace(item, text=self._clean(item.text)) if self.holds(item.text) else item
            for item in items
            if not self.holds(item.key)
        )
        left_out = len(items) - len(clean)
        return clean, _left_out(left_out) if left_out else None

    def test(self, test: ConnectionTest) -> ConnectionTest:
        """The test without secrets."""
        outcome, problem = test.outcome, test.problem
        return replace(
            test,
            outcome=self.outcome(outcome) if outcome else None,
            problem=self.problem(problem) if problem else None,
        )

    def _field(self, item: FieldMetadata) -> FieldMetadata:
        texts = (item.label, item.description, item.list_name, item.default)
        if not item.notes and not any(self.holds(text) for text in texts):
            return item
        return replace(
            item,
            label=self._clean(item.label),
            description=self._clean(item.description),
            list_name=self._clean(item.list_name),
            default="" if self.holds(item.default) else item.default,  # else the mask would be a value
            notes=tuple(self.problem(note) for note in item.notes),
        )

    def _clean(self, text: str) -> str:
        if self._all:
            return _MASK if text else ""
        for secret in self._texts:
            text = text.replace(secret, _MASK)
        return text


def _left_out(count: int) -> Problem:
    return Problem(ProblemCode.ERP_REPEATS_SECRET, {"count": count})
