from __future__ import annotations

import json
from dataclasses import replace

import pytest
from keyring.errors import KeyringLocked, NoKeyringError
from sqlalchemy import event

from erpsync_desktop.model.directory import Group, Scope, User
from erpsync_desktop.model.errors import (
    ConnectorUnreachable,
    InvalidInput,
    NameTaken,
    NotFound,
    OperationCancelled,
    Problem,
    ProblemCode,
    SecretError,
    StillInUse,
)
from erpsync_desktop.model.outcome import Outcome
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.workspace.local.rows import problem_of, problem_text, unique_name
from tests.canary import CANARY
from tests.memory_keyring import MemoryKeyring
from tests.workspace.fakes import UNKNOWN, WRONG
from tests.workspace.world import URL, World

DOWN = ConnectorUnreachable(Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example", "port": 80}))


def names(world: World, *, deleted: bool = False) -> list[str]:
    return [connection.name for connection in world.workspace.contents(deleted=deleted).connections]


# Drafts


def test_a_new_draft_has_a_new_guid_and_knows_the_names(world: World) -> None:
    world.connection()
    first, second = world.workspace.connection_draft(), world.workspace.connection_draft()
    assert first.id != second.id
    assert first.taken == {"north"}
    assert first.is_new


def test_a_draft_for_editing_is_filled_and_needs_nothing(world: World) -> None:
    saved = world.connection()
    draft = world.workspace.connection_draft(saved.id)
    assert draft.original == saved
    assert draft.stored == {"Password"}
    assert draft.taken == frozenset()
    assert draft.missing() == ()


def test_a_draft_of_what_is_gone_is_not_found(world: World) -> None:
    saved = world.connection()
    world.workspace.delete_connection(saved.id)
    with pytest.raises(NotFound):
        world.workspace.connection_draft(saved.id)


@pytest.mark.parametrize(
    ("error", "code", "lost"),
    [
        (KeyringLocked("no"), ProblemCode.KEYRING_LOCKED, set()),
        (NoKeyringError("none"), ProblemCode.KEYRING_MISSING, {"Password"}),
    ],
)
def test_a_draft_says_why_the_keyring_could_not_be_asked(
    world: World, monkeypatch: pytest.MonkeyPatch, error: Exception, code: ProblemCode, lost: set[str]
) -> None:
    saved = world.connection()

    def fail(*_: str) -> None:
        raise error

    monkeypatch.setattr(MemoryKeyring, "get_password", fail)
    draft = world.workspace.connection_draft(saved.id)
    assert draft.secret_problem is not None
    assert draft.secret_problem.code is code
    assert draft.lost == lost


# Deleting


def test_a_deleted_connection_is_hidden_and_keeps_connector_and_keyring(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    saved = world.connection()
    world.service.calls.clear()
    world.workspace.delete_connection(saved.id)
    assert names(world) == []
    assert names(world, deleted=True) == ["North"]
    assert world.service.calls == []
    assert saved.id in world.service.connections
    assert len(memory_keyring.passwords) == 1
    with pytest.raises(NotFound):
        world.workspace.delete_connection(saved.id)


def test_a_restored_connection_is_as_it_was(world: World) -> None:
    saved = world.connection()
    world.workspace.delete_connection(saved.id)
    world.workspace.restore_connection(saved.id)
    assert world.workspace.contents().connections == (replace(saved, version=3),)
    with pytest.raises(NotFound):
        world.workspace.restore_connection(saved.id)


def test_a_connection_whose_name_was_given_meanwhile_is_not_restored(world: World) -> None:
    connector = world.connector()
    saved = world.connection(connector)
    world.workspace.delete_connection(saved.id)
    world.connection(connector, "NORTH")
    with pytest.raises(NameTaken):
        world.workspace.restore_connection(saved.id)
    assert names(world) == ["NORTH"]


def test_an_active_connection_is_not_deleted(world: World) -> None:
    saved = world.connection()
    world.workspace.set_active(saved.id, True, Watch())
    with pytest.raises(StillInUse) as caught:
        world.workspace.delete_connection(saved.id)
    assert caught.value.problem == Problem(ProblemCode.CONNECTION_ACTIVE, {"name": "North"})


def test_a_purge_removes_it_at_the_connector_in_the_keyring_and_here(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    saved = world.connection()
    world.workspace.delete_connection(saved.id)
    assert world.workspace.purge_connection(saved.id, Watch()) is None
    assert world.service.connections == {}
    assert memory_keyring.passwords == {}
    assert names(world, deleted=True) == []
    with world.workspace._store.read() as database:
        for table in ("connection_values", "tests", "secret_intents", "scope_members"):
            assert database.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0  # noqa: S608


def test_only_a_deleted_connection_is_purged(world: World) -> None:
    saved = world.connection()
    with pytest.raises(NotFound):
        world.workspace.purge_connection(saved.id, Watch())
    assert names(world) == ["North"]


@pytest.mark.parametrize(
    ("fault", "code"), [(DOWN, ProblemCode.CONNECTION_REFUSED), (WRONG, ProblemCode.CONNECTOR_REFUSED)]
)
def test_a_purge_is_done_though_the_connector_could_not_be_told(
    world: World, memory_keyring: MemoryKeyring, fault: Outcome | Exception, code: ProblemCode
) -> None:
    saved = world.connection()
    world.workspace.delete_connection(saved.id)
    world.service.faults["delete"] = [fault]
    problem = world.workspace.purge_connection(saved.id, Watch())
    assert problem is not None
    assert problem.code is code
    assert memory_keyring.passwords == {}
    assert names(world, deleted=True) == []


def test_a_connector_that_does_not_know_it_any_more_is_no_problem(world: World) -> None:
    saved = world.connection()
    world.workspace.delete_connection(saved.id)
    world.service.faults["delete"] = [UNKNOWN]
    assert world.workspace.purge_connection(saved.id, Watch()) is None


def test_a_purge_that_is_cancelled_leaves_everything(world: World, memory_keyring: MemoryKeyring) -> None:
    saved = world.connection()
    world.workspace.delete_connection(saved.id)
    watch = Watch()
    watch.cancel()
    with pytest.raises(OperationCancelled):
        world.workspace.purge_connection(saved.id, watch)
    assert names(world, deleted=True) == ["North"]
    assert len(memory_keyring.passwords) == 1


def test_a_purge_at_an_address_inside_superoffice_says_so(world: World) -> None:
    saved = world.connection()
    draft = world.workspace.connector_draft(saved.connector_id)
    world.workspace.save_connector(replace(draft, url="app://0123456789abcdef"))
    world.workspace.delete_connection(saved.id)
    problem = world.workspace.purge_connection(saved.id, Watch())
    assert problem == Problem(ProblemCode.CONNECTOR_NEEDS_SITE)
    assert names(world, deleted=True) == []


def test_secrets_that_could_not_be_removed_at_the_purge_are_removed_later(
    world: World, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = world.connection()
    world.workspace.delete_connection(saved.id)

    def locked(*_: str) -> None:
        raise KeyringLocked("no")

    with monkeypatch.context() as patch:
        patch.setattr(MemoryKeyring, "get_password", locked)
        assert world.workspace.purge_connection(saved.id, Watch()) is None
        world.workspace.tidy()
    assert list(memory_keyring.passwords.values()) == [CANARY]
    world.workspace.tidy()
    assert memory_keyring.passwords == {}


# Duplicating


def test_a_copy_has_everything_but_name_guid_test_and_connector(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    saved = world.connection()
    group, user = world.workspace.save_group(Group("", "Sales")), world.workspace.save_user(User("", "bea"))
    scope = Scope(False, frozenset({group.id}), frozenset({user.id}))
    draft = replace(world.workspace.connection_draft(saved.id), scope=scope, description="Notes")
    saved = world.save(draft)
    world.workspace.set_active(saved.id, True, Watch())
    world.service.calls.clear()
    copy = world.workspace.duplicate_connection(saved.id, " Copy ")
    expected = replace(saved, id=copy.id, name="Copy", active=False, version=1, last_test=None, priority=2)
    assert copy == expected
    assert copy.id != saved.id
    assert world.service.calls == []
    assert list(memory_keyring.passwords.values()) == [CANARY, CANARY]
    assert sorted(item.partition(" /")[0] for _, item in memory_keyring.passwords) == ["Copy", "North"]


def test_a_copy_is_sent_to_the_connector_when_it_is_first_tested(world: World) -> None:
    saved = world.connection()
    copy = world.workspace.duplicate_connection(saved.id, "Copy")
    world.service.calls.clear()
    assert world.workspace.test_saved(copy.id, Watch()).passed
    assert world.service.operations() == ["save", "test"]
    assert world.service.connections[copy.id] == world.service.connections[saved.id]
    assert world.workspace.test_saved(copy.id, Watch()).passed
    assert world.service.operations() == ["save", "test", "test"]


def test_a_copy_that_the_connector_does_not_take_says_so_and_stays_off(world: World) -> None:
    copy = world.workspace.duplicate_connection(world.connection().id, "Copy")
    world.service.faults["save"] = [WRONG]
    (reason,) = world.workspace.set_active(copy.id, True, Watch())
    assert reason.code is ProblemCode.CONNECTOR_REFUSED
    assert copy.id not in world.service.connections


def test_a_copy_that_was_never_sent_is_purged_without_the_connector(world: World) -> None:
    copy = world.workspace.duplicate_connection(world.connection().id, "Copy")
    world.workspace.delete_connection(copy.id)
    world.service.calls.clear()
    assert world.workspace.purge_connection(copy.id, Watch()) is None
    assert world.service.calls == []


def test_a_copy_can_be_configured_before_it_was_sent(world: World) -> None:
    copy = world.workspace.duplicate_connection(world.connection().id, "Copy")
    world.save(world.tested(world.opened(copy.id).with_value("File", "copy.xlsx")))
    assert world.service.connections[copy.id]["File"] == "copy.xlsx"
    assert world.service.connections[copy.id]["Password"] == CANARY


def test_a_secret_for_the_session_is_copied_for_the_session(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    saved = world.save(world.draft(world.connector()), for_session=True)
    copy = world.workspace.duplicate_connection(saved.id, "Copy")
    assert memory_keyring.passwords == {}
    assert world.workspace.test_saved(copy.id, Watch()).passed


def test_a_copy_needs_a_name_of_its_own(world: World) -> None:
    saved = world.connection()
    with pytest.raises(NameTaken):
        world.workspace.duplicate_connection(saved.id, "NORTH")
    with pytest.raises(InvalidInput):
        world.workspace.duplicate_connection(saved.id, " ")
    with pytest.raises(NotFound):
        world.workspace.duplicate_connection("gone", "Copy")


def test_a_copy_without_its_secret_is_refused(world: World, memory_keyring: MemoryKeyring) -> None:
    saved = world.connection()
    memory_keyring.passwords.clear()
    with pytest.raises(SecretError) as caught:
        world.workspace.duplicate_connection(saved.id, "Copy")
    assert caught.value.problem.code is ProblemCode.SECRET_LOST
    assert names(world) == ["North"]


def test_a_copy_that_the_keyring_does_not_take_leaves_nothing(
    world: World, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = world.connection()
    with monkeypatch.context() as patch:
        patch.setattr(MemoryKeyring, "set_password", lambda *_: None)
        with pytest.raises(SecretError):
            world.workspace.duplicate_connection(saved.id, "Copy")
    assert names(world) == ["North"]
    assert len(memory_keyring.passwords) == 1
    with world.workspace._store.read() as database:
        assert database.exec_driver_sql("SELECT count(*) FROM secret_intents").scalar() == 0


# Names and rows


def test_the_database_itself_holds_names_apart(world: World) -> None:
    saved = world.connection()
    world.connection(name="South", connector=world.connector("Second"))
    statement = "UPDATE connections SET unique_key = 'south' WHERE id = ?"
    with (
        pytest.raises(NameTaken),
        world.workspace._store.write() as database,
        unique_name("South"),
    ):
        database.exec_driver_sql(statement, (saved.id,))


def test_another_broken_rule_of_the_database_is_not_taken_for_a_name(world: World) -> None:
    from erpsync_desktop.model.errors import WorkspaceUnavailable

    statement = "INSERT INTO scope_members VALUES ('gone', 'g', 1)"
    with (
        pytest.raises(WorkspaceUnavailable),
        world.workspace._store.write() as database,
        unique_name("x"),
    ):
        database.exec_driver_sql(statement)


def test_a_problem_is_kept_whole() -> None:
    problem = Problem(ProblemCode.ANSWER_TIMEOUT, {"host": "ä", "seconds": 30}, "test", "detail")
    assert problem_of(problem_text(problem)) == problem


def test_a_problem_of_a_later_program_is_left_out() -> None:
    text = json.dumps({"code": "not.known", "params": {}, "field": "", "detail": ""})
    assert problem_of(text) is None


def test_reading_takes_the_same_few_queries_however_many_rows(world: World) -> None:
    statements: list[str] = []
    event.listen(
        world.workspace._store.engine,
        "before_cursor_execute",
        lambda *arguments: statements.append(arguments[2]),
    )
    counts = []
    connector = world.connector()
    for number in range(3):
        world.connection(connector, f"Connection {number}")
        statements.clear()
        world.workspace.contents(deleted=True)
        counts.append(len(statements))
    assert counts[0] == counts[1] == counts[2] <= 8


def fill(world: World, count: int) -> None:
    saved = world.connection()
    with world.workspace._store.write() as database:
        numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count - 1})"  # noqa: S608
        database.exec_driver_sql(
            f"{numbers} INSERT INTO connections SELECT 'id' || i, connector_id, 'Connection ' || i, "  # noqa: S608
            "'connection ' || i, description, everyone, active, version, NULL, 1, 'yes', test_id, "
            "NULL, NULL, i + 1 "
            "FROM connections, n"
        )
        database.exec_driver_sql(
            "INSERT INTO connection_values SELECT c.id, v.field_key, v.wire, v.secret_item "
            "FROM connections c, connection_values v WHERE v.connection_id = ? AND c.id <> ?",
            (saved.id, saved.id),
        )


def test_ten_thousand_connections_are_read_whole(world: World) -> None:
    fill(world, 10_000)
    contents = world.workspace.contents()
    assert len(contents.connections) == 10_000
    assert contents.connections[0].values["File"] == "north.xlsx"


def test_the_connector_is_called_at_its_address(world: World) -> None:
    world.connection()
    assert set(world.net.services) == {URL}
