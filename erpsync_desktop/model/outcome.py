"""What a connector answered, and what a test of a connection came to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.watch import StageTime


class OutcomeState(StrEnum):
    """The ``State`` of a connector's result. The value is the name on the wire."""

    OK = "Ok"
    INFO = "OkWithInfo"
    WARNING = "Warning"
    ERROR = "Error"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A connector's result (``ConnectorResultBaseWS``).

    Attributes:
        state: Error also where ``IsOk`` was false whatever ``State`` said.
        user_explanation: for the user, localised text as sent.
        tech_explanation: for support, English.
        error_code: the connector's own.
    """

    state: OutcomeState = OutcomeState.OK
    user_explanation: str = ""
    tech_explanation: str = ""
    error_code: str = ""

    @property
    def ok(self) -> bool:
        """Whether it counts as a success; info and warnings do, but must be shown."""
        return self.state is not OutcomeState.ERROR

    @property
    def connection_unknown(self) -> bool:
        """Whether the connector says that it lost the connection; case and separators of the code vary."""
        return "".join(filter(str.isalpha, self.error_code)).lower() == "unknownconnectionid"


@dataclass(frozen=True, slots=True)
class ConnectionTest:
    """One run of a test. Exactly one of ``outcome`` and ``problem`` may be a failure.

    Attributes:
        at: when it ended, aware, UTC.
        seconds: how long it took.
        outcome: what the connector answered; None where it could not be asked.
        problem: why there is no good answer; None for a success.
        stages: how long each stage took.
        contract_assumed: the connector publishes no WSDL, the bundled contract was used.
    """

    at: datetime
    seconds: float
    outcome: Outcome | None = None
    problem: Problem | None = None
    stages: tuple[StageTime, ...] = ()
    contract_assumed: bool = False

    @property
    def passed(self) -> bool:
        """Whether the connection works."""
        return self.problem is None and self.outcome is not None and self.outcome.ok

    @property
    def state(self) -> OutcomeState:
        """How it went, in one word."""
        if self.passed and self.outcome is not None:
            return self.outcome.state
        return OutcomeState.ERROR
