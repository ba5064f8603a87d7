"""A connector in memory behind the client's interface: for faults that a real one cannot be made to have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from erpsync_desktop.model.connector import ConnectorCheck, ConnectorState
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata, ListItem
from erpsync_desktop.model.outcome import Outcome, OutcomeState
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.model.watch import Watch

FIELDS = (
    FieldMetadata("File", FieldType.TEXT, 'US:"Workbook";GE:"Arbeitsmappe"', access=FieldAccess.MANDATORY),
    FieldMetadata("Password", FieldType.PASSWORD, 'US:"Password";GE:"Kennwort"'),
    FieldMetadata("Pin", FieldType.PASSWORD, "PIN"),
    FieldMetadata("Rows", FieldType.INTEGER, "Rows", default="[I:10]"),
    FieldMetadata("Edition", FieldType.TEXT, "Edition", default="2026", access=FieldAccess.READ_ONLY),
    FieldMetadata("Hint", FieldType.LABEL, "A hint"),
)
WRONG = Outcome(OutcomeState.ERROR, 'US:"Wrong password";GE:"Falsches Kennwort"', "login failed", "LOGIN")
UNKNOWN = Outcome(OutcomeState.ERROR, "", "no such connection", "Unknown_Connection-Id")
Fault = BaseException | Outcome | None


@dataclass
class FakeService:
    """What stands behind one address.

    Attributes:
        connections: what it keeps, by GUID.
        calls: operations in order, with the GUID where there is one.
        faults: what an operation does instead of its work, one a call; None works.
        late_faults: the same, but after the work was done (an answer that is lost).
        warning: what tests answer when all is well.
    """

    connections: dict[str, dict[str, str]] = field(default_factory=dict)
    calls: list[tuple[str, str]] = field(default_factory=list)
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    late_faults: dict[str, list[Fault]] = field(default_factory=dict)
    good: Outcome = field(default_factory=Outcome)
    before: Callable[[str], None] = lambda _operation: None

    def operations(self) -> list[str]:
        return [operation for operation, _ in self.calls]

    def run(self, operation: str, guid: str, work: Callable[[], Outcome]) -> Outcome:
        self.calls.append((operation, guid))
        self.before(operation)
        for faults, during in ((self.faults, True), (self.late_faults, False)):
            queue = faults.get(operation, [])
            fault = queue.pop(0) if queue else None
            if fault is not None and not during:
                work()
            if isinstance(fault, BaseException):
                raise fault
            if fault is not None:
                return fault
        return work()


class FakeNet:
    """Services by address; ``net.client`` makes clients."""

    def __init__(self) -> None:
        self.services: dict[str, FakeService] = {}

    def at(self, url: str) -> FakeService:
        return self.services.setdefault(url, FakeService())

    def client(self, url: str) -> FakeClient:
        return FakeClient(url, self.at(url))


class FakeClient:
    """The part of ``ConnectorClient`` that the local workspace uses."""

    contract_assumed = False

    def __init__(self, url: str, service: FakeService) -> None:
        self.url = url
        self.service = service

    def check(self, watch: Watch) -> ConnectorCheck:
        watch.check()
        return ConnectorCheck(self.url, ConnectorState.ANSWERS, datetime.now(UTC))

    def get_config_data(self, watch: Watch) -> tuple[FieldMetadata, ...]:
        watch.check()
        return FIELDS

    def get_list(self, guid: str | None, list_name: str, watch: Watch) -> tuple[ListItem, ...]:
        watch.check()
        return (ListItem(f"{list_name}-1", f"{list_name} of {guid}"),)

    def test_config_data(self, values: Mapping[str, str], watch: Watch) -> Outcome:
        watch.check()
        return self.service.run("test_config", "", lambda: self._judge(values))

    def save_connection(self, guid: str, values: Mapping[str, str], watch: Watch) -> Outcome:
        watch.check()

        def keep() -> Outcome:
            self.service.connections[guid] = dict(values)
            return Outcome()

        return self.service.run("save", guid, keep)

    def test_connection(self, guid: str, watch: Watch) -> Outcome:
        watch.check()

        def judge() -> Outcome:
            kept = self.service.connections.get(guid)
            return UNKNOWN if kept is None else self._judge(kept)

        return self.service.run("test", guid, judge)

    def delete_connection(self, guid: str, watch: Watch) -> Outcome:
        watch.check()

        def forget() -> Outcome:
            return Outcome() if self.service.connections.pop(guid, None) is not None else UNKNOWN

        return self.service.run("delete", guid, forget)

    def _judge(self, values: Mapping[str, str]) -> Outcome:
        return WRONG if values.get("Password") == "wrong" else self.service.good
