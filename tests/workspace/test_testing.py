from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.errors import (
    ConnectorRefused,
    ConnectorUnreachable,
    InvalidInput,
    NotAConnector,
    NotFound,
    OperationCancelled,
    Problem,
    ProblemCode,
)
from erpsync_desktop.model.outcome import ConnectionTest, Outcome, OutcomeState
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.watch import Stage, StageTime, Watch
from erpsync_desktop.workspace.local.testing import KEPT_TESTS
from tests.canary import CANARY
from tests.memory_keyring import MemoryKeyring
from tests.workspace.fakes import UNKNOWN, WRONG, FakeClient
from tests.workspace.world import URL, World

DOWN = ConnectorUnreachable(
    Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example", "port": 80}, detail="errno 111")
)


def last_test(world: World) -> ConnectionTest | None:
    (connection,) = world.workspace.contents().connections
    return connection.last_test


def at_new_address(world: World, saved: ErpConnection, url: str = "http://new.example/c.svc") -> None:
    draft = world.workspace.connector_draft(saved.connector_id)
    world.workspace.save_connector(replace(draft, url=url))


# A draft


def test_a_draft_is_tested_with_all_values_and_nothing_is_kept(
    world: World, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[dict[str, str]] = []
    original = FakeClient.test_config_data

    def spy(self: FakeClient, values: dict[str, str], watch: Watch) -> Outcome:
        sent.append(values)
        return original(self, values, watch)

    monkeypatch.setattr(FakeClient, "test_config_data", spy)
    draft = world.draft(world.connector())
    assert draft.result is not None
    assert draft.result.passed
    assert sent == [
        {"File": "north.xlsx", "Password": CANARY, "Pin": "", "Rows": "[I:10]", "Edition": "2026"}
    ]
    assert memory_keyring.passwords == {}
    assert world.workspace.contents().connections == ()


def test_a_kept_secret_is_read_for_the_test(world: World) -> None:
    saved = world.connection(password="wrong-no-more")
    draft = world.opened(saved.id)
    assert world.workspace.test(draft, Watch()).passed
    assert not world.workspace.test(draft.with_secret("Password", Secret("wrong")), Watch()).passed


def test_the_connectors_refusal_is_a_result(world: World) -> None:
    draft = world.draft(world.connector(), password="wrong")
    assert draft.result is not None
    assert draft.result.outcome == WRONG
    assert draft.result.problem is None
    assert not draft.result.passed


def test_a_connector_that_does_not_answer_is_a_result(world: World) -> None:
    draft = world.draft(world.connector())
    world.service.faults["test_config"] = [DOWN]
    result = world.workspace.test(draft, Watch())
    assert result.problem == DOWN.problem
    assert result.outcome is None


def test_a_refusal_that_is_raised_is_a_result_too(world: World) -> None:
    draft = world.draft(world.connector())
    world.service.faults["test_config"] = [ConnectorRefused(Problem(ProblemCode.CONNECTOR_REFUSED), WRONG)]
    assert world.workspace.test(draft, Watch()).outcome == WRONG


def test_a_result_has_its_stages_and_time(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_: FakeClient, values: dict[str, str], watch: Watch) -> Outcome:
        watch.enter(Stage.CONNECTING)
        watch.enter(Stage.ASKING)
        return Outcome()

    draft = world.draft(world.connector())
    monkeypatch.setattr(FakeClient, "test_config_data", slow)
    result = world.workspace.test(draft, Watch())
    assert [stage.stage for stage in result.stages] == [Stage.CONNECTING, Stage.ASKING]
    assert result.seconds >= sum(stage.seconds for stage in result.stages[:1])


def test_a_result_does_not_repeat_secrets(world: World) -> None:
    world.service.good = Outcome(OutcomeState.INFO, f"as {CANARY}", f"pw={CANARY}", CANARY)
    draft = world.draft(world.connector())
    assert draft.result is not None
    assert draft.result.outcome == Outcome(OutcomeState.INFO, "as •••", "pw=•••", "•••")
    failure = NotAConnector(
        Problem(ProblemCode.SOAP_FAULT, {"text": f"bad {CANARY}", "line": 3}, detail=CANARY)
    )
    world.service.faults["test_config"] = [failure]
    expected = Problem(ProblemCode.SOAP_FAULT, {"text": "bad •••", "line": 3}, detail="•••")
    assert world.workspace.test(draft, Watch()).problem == expected


def test_an_incomplete_draft_cannot_be_tested(world: World) -> None:
    draft = world.draft(world.connector()).with_value("File", "")
    with pytest.raises(InvalidInput) as caught:
        world.workspace.test(draft, Watch())
    assert caught.value.problem.field == "field:File"
    with pytest.raises(InvalidInput):
        world.workspace.test(world.workspace.connection_draft(), Watch())


def test_an_address_inside_superoffice_cannot_be_tested_here(world: World) -> None:
    app = world.connector("App", "app://0123456789abcdef")
    draft = world.workspace.connection_draft().with_connector(app)
    result = world.workspace.test(draft, Watch())
    assert result.problem is not None
    assert result.problem.code is ProblemCode.CONNECTOR_NEEDS_SITE


def test_a_secret_that_is_gone_is_a_result_at_its_field(world: World, memory_keyring: MemoryKeyring) -> None:
    saved = world.connection()
    draft = world.opened(saved.id).with_value("File", "x")
    memory_keyring.passwords.clear()
    result = world.workspace.test(draft, Watch())
    assert result.problem is not None
    assert result.problem.code is ProblemCode.SECRET_LOST
    assert result.problem.field == "field:Password"
    assert result.problem.params["label"] == 'US:"Password";GE:"Kennwort"'


def test_a_kept_secret_that_was_removed_meanwhile_is_a_result_at_its_field(world: World) -> None:
    saved = world.connection()
    draft = world.opened(saved.id)
    world.workspace.delete_connection(saved.id)
    world.workspace.purge_connection(saved.id, Watch())
    result = world.workspace.test(draft, Watch())
    assert result.problem is not None
    assert result.problem.code is ProblemCode.SECRET_LOST


def test_a_test_can_be_cancelled(world: World) -> None:
    draft = world.draft(world.connector())
    watch = Watch()
    watch.cancel()
    with pytest.raises(OperationCancelled):
        world.workspace.test(draft, watch)


# What is saved


def test_a_test_of_a_saved_connection_is_remembered(world: World) -> None:
    saved = world.connection()
    world.service.faults["test"] = [Outcome(OutcomeState.WARNING, "slow", "12 s", "SLOW")]
    result = world.workspace.test_saved(saved.id, Watch())
    assert result.state is OutcomeState.WARNING
    assert last_test(world) == result


def test_all_of_a_result_is_remembered(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = world.connection()

    def ask(self: FakeClient, guid: str, watch: Watch) -> Outcome:
        watch.enter(Stage.RESOLVING)
        raise DOWN

    monkeypatch.setattr(FakeClient, "test_connection", ask)
    monkeypatch.setattr(FakeClient, "contract_assumed", True)
    result = world.workspace.test_saved(saved.id, Watch())
    assert result.contract_assumed
    assert result.problem == DOWN.problem
    assert result.stages == (StageTime(Stage.RESOLVING, result.stages[0].seconds),)
    assert last_test(world) == result


def test_a_connection_that_the_connector_lost_is_sent_again_once(world: World) -> None:
    saved = world.connection()
    before = dict(world.service.connections.pop(saved.id))
    world.service.calls.clear()
    assert world.workspace.test_saved(saved.id, Watch()).passed
    assert world.service.operations() == ["test", "save", "test"]
    assert world.service.connections[saved.id] == before


def test_a_connection_that_is_lost_again_is_told(world: World) -> None:
    saved = world.connection()
    world.service.faults["test"] = [UNKNOWN, UNKNOWN]
    result = world.workspace.test_saved(saved.id, Watch())
    assert result.problem is not None
    assert result.problem.code is ProblemCode.CONNECTION_UNKNOWN
    assert last_test(world) == result


def test_a_lost_connection_whose_secret_is_gone_is_not_sent_without_it(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    saved = world.connection()
    world.service.connections.clear()
    memory_keyring.passwords.clear()
    result = world.workspace.test_saved(saved.id, Watch())
    assert result.problem is not None
    assert result.problem.code is ProblemCode.SECRET_LOST
    assert world.service.connections == {}


def test_a_remembered_test_does_not_repeat_secrets(world: World, memory_keyring: MemoryKeyring) -> None:
    saved = world.connection()
    world.service.good = Outcome(OutcomeState.INFO, f"as {CANARY}")
    assert world.workspace.test_saved(saved.id, Watch()).outcome == Outcome(OutcomeState.INFO, "as •••")
    memory_keyring.passwords.clear()
    world.service.good = Outcome(OutcomeState.INFO, "fine")
    assert world.workspace.test_saved(saved.id, Watch()).outcome == Outcome(OutcomeState.INFO, "fine")


@pytest.mark.parametrize(
    "answer",
    [
        NotAConnector(Problem(ProblemCode.SOAP_FAULT, {"text": f"Server=x;Pwd={CANARY}"}, detail=CANARY)),
        Outcome(OutcomeState.ERROR, "", "", f"cannot log in with {CANARY}"),
        ConnectorRefused(Problem(ProblemCode.CONNECTOR_REFUSED), Outcome(OutcomeState.ERROR, CANARY)),
    ],
)
def test_a_remembered_failure_does_not_repeat_secrets(
    world: World, path: Path, answer: Exception | Outcome
) -> None:
    saved = world.connection()
    world.service.faults["test"] = [answer]
    assert CANARY not in repr(world.workspace.test_saved(saved.id, Watch()))
    assert CANARY not in repr(last_test(world))
    world.workspace.close()
    assert CANARY.encode() not in path.read_bytes()


def test_what_a_connector_says_is_not_remembered_where_its_secrets_cannot_be_known(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    saved = world.connection()
    memory_keyring.passwords.clear()
    world.service.faults["test"] = [Outcome(OutcomeState.ERROR, f"no {CANARY}", error_code="LOGIN")]
    assert not world.workspace.test_saved(saved.id, Watch()).passed
    remembered = last_test(world)
    assert remembered is not None
    assert remembered.outcome == Outcome(OutcomeState.ERROR, "•••", "", "•••")


def test_the_keyring_is_not_asked_for_a_test_that_says_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = world.connection()
    asked: list[str] = []
    monkeypatch.setattr(MemoryKeyring, "get_password", lambda _self, _service, name: asked.append(name))
    world.workspace.test_saved(saved.id, Watch())
    world.service.faults["test"] = [DOWN]
    world.workspace.test_saved(saved.id, Watch())
    assert asked == []


def test_of_a_secret_that_begins_with_another_nothing_is_repeated(world: World) -> None:
    saved = world.connection(password="abcd")
    draft = world.opened(saved.id).with_secret("Pin", Secret("abcdefgh"))
    world.service.good = Outcome(OutcomeState.INFO, "pin abcdefgh, password abcd")
    result = world.workspace.test(draft, Watch())
    assert result.outcome == Outcome(OutcomeState.INFO, "pin •••, password •••")


@pytest.mark.parametrize("fault", [OperationCancelled(), DOWN])
def test_a_copy_whose_first_test_is_broken_off_is_deleted_at_the_connector_in_the_end(
    world: World, fault: Exception
) -> None:
    copy = world.workspace.duplicate_connection(world.connection().id, "Copy")
    world.service.late_faults["save"] = [fault]
    with suppress(OperationCancelled):
        world.workspace.test_saved(copy.id, Watch())
    assert copy.id in world.service.connections
    world.workspace.delete_connection(copy.id)
    world.workspace.purge_connection(copy.id, Watch())
    assert copy.id not in world.service.connections


def test_a_test_before_the_address_changed_is_marked_until_the_next(world: World) -> None:
    saved = world.connection()
    at_new_address(world, saved)
    (moved,) = world.workspace.contents().connections
    assert moved.tested_elsewhere
    assert moved.last_test == saved.last_test
    assert world.workspace.test_saved(saved.id, Watch()).passed
    (tested,) = world.workspace.contents().connections
    assert not tested.tested_elsewhere
    assert world.net.at("http://new.example/c.svc").operations() == ["test", "save", "test"]


def test_an_address_that_changes_back_is_the_tested_one_again(world: World) -> None:
    saved = world.connection()
    at_new_address(world, saved)
    at_new_address(world, saved, URL)
    (back,) = world.workspace.contents().connections
    assert not back.tested_elsewhere


def test_a_saved_connection_at_an_address_inside_superoffice_is_told(world: World) -> None:
    saved = world.connection()
    at_new_address(world, saved, "app://0123456789abcdef")
    result = world.workspace.test_saved(saved.id, Watch())
    assert result.problem is not None
    assert result.problem.code is ProblemCode.CONNECTOR_NEEDS_SITE


def test_a_result_for_a_configuration_that_changed_meanwhile_is_not_its_last_test(world: World) -> None:
    saved = world.connection()
    draft = world.tested(world.opened(saved.id).with_value("File", "south.xlsx"))

    def overtake(operation: str) -> None:
        world.service.before = lambda _: None
        world.save(draft)

    world.service.before = overtake
    world.workspace.test_saved(saved.id, Watch())
    assert last_test(world) == draft.result


def test_only_so_many_tests_are_kept(world: World) -> None:
    saved = world.connection()
    for _ in range(KEPT_TESTS + 5):
        result = world.workspace.test_saved(saved.id, Watch())
    with world.workspace._store.read() as database:
        assert database.exec_driver_sql("SELECT count(*) FROM tests").scalar() == KEPT_TESTS
    assert last_test(world) == result


def test_a_connection_that_is_gone_is_not_tested(world: World) -> None:
    saved = world.connection()
    world.workspace.delete_connection(saved.id)
    with pytest.raises(NotFound):
        world.workspace.test_saved(saved.id, Watch())
    with pytest.raises(NotFound):
        world.workspace.set_active("no such", True, Watch())


def test_a_connection_that_is_purged_during_its_test_is_not_found(world: World) -> None:
    saved = world.connection()

    def purge(operation: str) -> None:
        world.service.before = lambda _: None
        world.workspace.delete_connection(saved.id)
        world.workspace.purge_connection(saved.id, Watch())

    world.service.before = purge
    with pytest.raises(NotFound):
        world.workspace.test_saved(saved.id, Watch())


# Active


def test_a_connection_is_switched_on_after_a_test(world: World) -> None:
    saved = world.connection()
    world.service.calls.clear()
    assert world.workspace.set_active(saved.id, True, Watch()) == ()
    (active,) = world.workspace.contents().connections
    assert active.active
    assert active.version == 2
    assert world.service.operations() == ["test"]
    assert world.workspace.set_active(saved.id, True, Watch()) == ()
    assert world.service.operations() == ["test"]


@pytest.mark.parametrize(
    ("fault", "code"), [(WRONG, ProblemCode.CONNECTOR_REFUSED), (DOWN, ProblemCode.CONNECTION_REFUSED)]
)
def test_a_connection_that_does_not_work_stays_off_with_the_reason(
    world: World, fault: Outcome | Exception, code: ProblemCode
) -> None:
    saved = world.connection()
    world.service.faults["test"] = [fault]
    told: list[bool] = []
    stop = world.workspace.subscribe(lambda: told.append(True))
    (reason,) = world.workspace.set_active(saved.id, True, Watch())
    stop()
    assert reason.code is code
    (connection,) = world.workspace.contents().connections
    assert not connection.active
    assert connection.last_test is not None
    assert not connection.last_test.passed
    assert told == [True]


def test_switching_off_needs_no_connector(world: World) -> None:
    saved = world.connection()
    world.workspace.set_active(saved.id, True, Watch())
    world.service.calls.clear()
    assert world.workspace.set_active(saved.id, False, Watch()) == ()
    assert world.workspace.set_active(saved.id, False, Watch()) == ()
    (connection,) = world.workspace.contents().connections
    assert not connection.active
    assert connection.version == 3
    assert world.service.calls == []


def test_a_connection_that_changed_during_the_test_stays_off(world: World) -> None:
    saved = world.connection()
    draft = world.tested(world.opened(saved.id).with_value("File", "south.xlsx"))

    def overtake(operation: str) -> None:
        world.service.before = lambda _: None
        world.save(draft)

    world.service.before = overtake
    (reason,) = world.workspace.set_active(saved.id, True, Watch())
    assert reason.code is ProblemCode.TEST_OUTDATED
    assert not world.workspace.contents().connections[0].active
