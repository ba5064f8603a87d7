"""A connector in memory behind the client's interface: for faults that a real one cannot be made to have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from erpsync_desktop.connectors.refusals import refuse_error
from erpsync_desktop.model.connector import ConnectorCheck, ConnectorState
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata, ListItem, usable_in_rank_order
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
class FakeErp:
    """What the ERP of a service has.

    Attributes:
        types: names of the actor types.
        fields: those of each type.
        searchable: keys of the searchable fields of each type.
        lists: items of each list; others have one item.
        asked: what was asked, in order: ``types``, ``fields Customer``, ``searchable Customer``, ``list X``.
        faults: what is raised or refused instead of an answer, by what is asked.
    """

    types: tuple[str, ...] = ()
    fields: dict[str, tuple[FieldMetadata, ...]] = field(default_factory=dict)
    searchable: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lists: dict[str, tuple[ListItem, ...]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    faults: dict[str, BaseException | Outcome] = field(default_factory=dict)
    before: Callable[[str], None] = lambda _asked: None

    def answer(self, asked: str) -> None:
        """Note what is asked, and fail where that is wanted."""
        self.asked.append(asked)
        self.before(asked)
        fault = self.faults.get(asked)
        if isinstance(fault, BaseException):
            raise fault
        if fault is not None:
            refuse_error(fault)


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
    erp: FakeErp = field(default_factory=FakeErp)

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
        if guid is not None:
            self._ask(guid, f"list {list_name}")
        return self.service.erp.lists.get(list_name, (ListItem(f"{list_name}-1", f"{list_name} of {guid}"),))

    def get_supported_actor_types(self, guid: str, watch: Watch) -> tuple[str, ...]:
        watch.check()
        self._ask(guid, "types")
        return self.service.erp.types

    def get_supported_actor_type_fields(
        self, guid: str, actor_type: str, watch: Watch
    ) -> tuple[FieldMetadata, ...]:
        watch.check()
        self._ask(guid, f"fields {actor_type}")
        return usable_in_rank_order(self.service.erp.fields.get(actor_type, ()))

    def get_searchable_fields(self, guid: str, actor_type: str, watch: Watch) -> tuple[str, ...]:
        watch.check()
        self._ask(guid, f"searchable {actor_type}")
        return self.service.erp.searchable.get(actor_type, ())

    def _ask(self, guid: str, asked: str) -> None:
        if guid not in self.service.connections:
            self.service.erp.asked.append(f"lost {asked}")
            refuse_error(UNKNOWN)
        self.service.erp.answer(asked)

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
