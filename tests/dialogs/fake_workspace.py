"""A workspace in memory that answers what a test tells it to, at the seam that the dialogs know."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import ConnectorCheck, ConnectorDraft, ConnectorState, SyncConnector
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.erp_schema import ErpList, ErpSchema, taken
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.metadata import FieldMetadata, ListItem
from erpsync_desktop.model.outcome import ConnectionTest, Outcome
from erpsync_desktop.model.sync_setup import ListMapping, ListPair, SyncContext, SyncSetup, completed
from erpsync_desktop.model.watch import Stage, Watch
from erpsync_desktop.workspace.protocol import Capability, Contents

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SAMPLE = SyncConnector("c1", "Sample ERP", "http://127.0.0.1:1/erp")
OTHER = SyncConnector("c2", "Other ERP", "http://127.0.0.1:2/erp")


def passed(state: Outcome | None = None) -> ConnectionTest:
    """A test that succeeded."""
    return ConnectionTest(NOW, 0.4, state or Outcome())


class Gate:
    """A call that waits here until it is let through, or cancelled."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self._open = threading.Event()

    def let_through(self) -> None:
        """Go on."""
        self._open.set()

    def wait(self, watch: Watch) -> None:
        """Wait, as long as the test wants."""
        watch.on_cancel(self._open.set)
        self.entered.set()
        assert self._open.wait(20)
        watch.check()


@dataclass
class FakeWorkspace:
    """Answers from its attributes; a callable is called with the arguments, an exception is raised.

    Attributes:
        calls: names and first arguments of the calls that were made, in order.
    """

    fields: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, Any] = field(default_factory=dict)
    result: Any = field(default_factory=passed)
    saving: Any = None
    check: Any = None
    drafts: dict[str, Any] = field(default_factory=dict)
    can: frozenset[Capability] = frozenset()
    gate: Gate | None = None
    calls: list[tuple[str, Any]] = field(default_factory=list)
    saved: list[Any] = field(default_factory=list)
    context: Any = None
    saving_setup: Any = None
    saving_priorities: Any = None
    pairs: Any = ()
    saving_lists: Any = None
    erp_now: Any = None
    activating: Any = ()
    erp_answers: Any = field(default_factory=dict)
    data: Contents = field(default_factory=Contents)

    @property
    def title(self) -> str:
        return "Test"

    @property
    def capabilities(self) -> frozenset[Capability]:
        return self.can

    def names(self) -> list[str]:
        """The names of the calls, in order."""
        return [name for name, _ in self.calls]

    def connector_draft(self, connector_id: str | None = None) -> ConnectorDraft:
        self.calls.append(("connector_draft", connector_id))
        answer: Any = self._answer(self.drafts.get(connector_id or "", ConnectorDraft()), connector_id)
        return answer  # type: ignore[no-any-return]

    def check_connector(self, url: str, watch: Watch) -> ConnectorCheck:
        self.calls.append(("check_connector", url))
        self._pass_gate(watch)
        answer: Any = self._answer(self.check or ConnectorCheck(url, ConnectorState.ANSWERS, NOW), url)
        return answer  # type: ignore[no-any-return]

    def save_connector(self, draft: ConnectorDraft) -> SyncConnector:
        self.calls.append(("save_connector", draft))
        connector = SyncConnector(draft.id or "new", draft.name, draft.url, draft.version + 1)
        saved: SyncConnector = self._answer(self.saving or connector, draft)
        self.saved.append(saved)
        return saved

    def delete_connector(self, connector_id: str) -> None:
        self.calls.append(("delete_connector", connector_id))

    def purge_connector(self, connector_id: str) -> None:
        self.calls.append(("purge_connector", connector_id))

    def connection_draft(self, connection_id: str | None = None) -> ConnectionDraft:
        self.calls.append(("connection_draft", connection_id))
        answer: Any = self._answer(self.drafts[connection_id or ""], connection_id)
        return answer  # type: ignore[no-any-return]

    def configuration_fields(self, connector: SyncConnector, watch: Watch) -> tuple[FieldMetadata, ...]:
        self.calls.append(("configuration_fields", connector))
        watch.enter(Stage.CONNECTING)
        answer: Any = self._answer(self.fields.get(connector.id, ()), connector, watch)
        return answer  # type: ignore[no-any-return]

    def list_items(self, connector: SyncConnector, list_name: str, watch: Watch) -> tuple[ListItem, ...]:
        self.calls.append(("list_items", list_name))
        answer: Any = self._answer(self.lists.get(list_name, ()), connector, watch)
        return answer  # type: ignore[no-any-return]

    def test(self, draft: ConnectionDraft, watch: Watch) -> ConnectionTest:
        self.calls.append(("test", draft))
        watch.enter(Stage.ASKING)
        self._pass_gate(watch)
        answer: Any = self._answer(self.result, draft, watch)
        return answer  # type: ignore[no-any-return]

    def save(
        self, draft: ConnectionDraft, watch: Watch, *, secrets_for_session: bool = False
    ) -> ErpConnection:
        self.calls.append(("save", (draft, secrets_for_session)))
        watch.enter(Stage.SAVING)
        self._pass_gate(watch)
        original = draft.original or ErpConnection(
            draft.id, draft.connector.id if draft.connector else "", draft.name
        )
        connection = replace(
            original,
            name=draft.name,
            description=draft.description,
            scope=draft.scope,
            values=draft.values,
            secret_keys=frozenset(draft.secrets) | draft.stored,
            version=original.version + 1,
        )
        answer = self.saving
        if isinstance(answer, list):
            answer = answer.pop(0) if answer else None
        saved: ErpConnection = self._answer(answer or connection, draft, watch)
        self.saved.append(saved)
        return saved

    # What is synchronised

    def contents(self, *, deleted: bool = False) -> Contents:
        self.calls.append(("contents", deleted))
        return self.data

    def sync_context(self, connection_id: str, watch: Watch, *, ask: bool = True) -> SyncContext:
        self.calls.append(("sync_context", (connection_id, ask)))
        self._pass_gate(watch)
        answer: Any = self._answer(self.context, connection_id, watch)
        return answer  # type: ignore[no-any-return]

    def save_setup(self, connection_id: str, before: SyncSetup, after: SyncSetup) -> SyncSetup:
        self.calls.append(("save_setup", (before, after)))
        saved: SyncSetup = self._answer(self._next(self.saving_setup) or after, connection_id, before, after)
        self.saved.append(saved)
        return saved

    def read_erp(self, connection_id: str, watch: Watch) -> ErpSchema:
        self.calls.append(("read_erp", connection_id))
        answer: Any = self._answer(self._next(self.erp_now) or self.context.erp, connection_id, watch)
        return answer  # type: ignore[no-any-return]

    def take_erp(self, connection_id: str, schema: ErpSchema) -> SyncContext:
        self.calls.append(("take_erp", (connection_id, schema)))
        erp = taken(self.context.erp, schema, self.context.setup.in_use())
        self.context = replace(self.context, erp=erp, setup=completed(self.context.setup, erp))
        return self.context  # type: ignore[no-any-return]

    def set_active(self, connection_id: str, active: bool, watch: Watch) -> tuple[Problem, ...]:
        self.calls.append(("set_active", active))
        answer: Any = self._answer(self.activating, connection_id, active, watch)
        return answer  # type: ignore[no-any-return]

    def list_pairs(self, connection_id: str, watch: Watch) -> tuple[ListPair, ...]:
        self.calls.append(("list_pairs", connection_id))
        self._pass_gate(watch)
        answer: Any = self._answer(self._next(self.pairs), connection_id, watch)
        return answer  # type: ignore[no-any-return]

    def save_list_mappings(
        self, connection_id: str, mappings: Iterable[ListMapping]
    ) -> tuple[ListMapping, ...]:
        wanted = tuple(mappings)
        self.calls.append(("save_list_mappings", wanted))
        saved: tuple[ListMapping, ...] = self._answer(
            self._next(self.saving_lists) or wanted, connection_id, wanted
        )
        self.saved.append(saved)
        return saved

    def erp_lists(
        self, connection_id: str, names: Collection[str], watch: Watch, *, anew: bool = False
    ) -> Mapping[str, ErpList]:
        self.calls.append(("erp_lists", (tuple(names), anew)))
        answer: Any = self._answer(self._next(self.erp_answers), connection_id, watch)
        return {name: answer[name] for name in names}

    def take_lists(self, connection_id: str, lists: Iterable[ErpList]) -> None:
        self.calls.append(("take_lists", (connection_id, tuple(lists))))

    def save_priorities(self, before: tuple[str, ...], after: tuple[str, ...]) -> None:
        self.calls.append(("save_priorities", (before, after)))
        self._answer(self._next(self.saving_priorities), before, after)
        self.saved.append(after)

    @staticmethod
    def _next(answers: Any) -> Any:
        """Of a list, one answer a call; then none."""
        if isinstance(answers, list):
            return answers.pop(0) if answers else None
        return answers

    def _pass_gate(self, watch: Watch) -> None:
        if self.gate:
            self.gate.wait(watch)

    @staticmethod
    def _answer(answer: Any, *arguments: Any) -> Any:
        if isinstance(answer, BaseException):
            raise answer
        return answer(*arguments) if callable(answer) else answer


def items(count: int) -> Sequence[ListItem]:
    """A list of so many items."""
    return tuple(ListItem(f"key{number}", f"Item {number}") for number in range(count))
