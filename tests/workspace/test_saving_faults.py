"""A fault after each step of a save: afterwards connector, keyring and database are as before."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked, PasswordSetError
from sqlalchemy import event

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.errors import (
    ConnectorError,
    ConnectorRefused,
    ConnectorUnreachable,
    ErpSyncError,
    NotAConnector,
    OperationCancelled,
    Problem,
    ProblemCode,
    SecretError,
    WorkspaceUnavailable,
)
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.watch import Stage, Watch
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.local import open_local_workspace
from tests.canary import CANARY
from tests.memory_keyring import MemoryKeyring
from tests.workspace.fakes import UNKNOWN, WRONG
from tests.workspace.world import URL, World

OTHER_URL = "http://other.example/connector.svc"
LOST = ConnectorUnreachable(Problem(ProblemCode.ANSWER_TIMEOUT, {"host": "erp.example", "seconds": 30}))
REFUSED = ConnectorUnreachable(Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example", "port": 80}))
GARBAGE = NotAConnector(Problem(ProblemCode.ANSWER_IS_HTML, {"title": f"Error at {CANARY}"}))


class Killed(BaseException):
    """The process ends here: nothing is undone."""


Fail = Callable[[World, pytest.MonkeyPatch], None]


def save_refused(world: World, _: pytest.MonkeyPatch) -> None:
    world.service.faults["save"] = [WRONG]


def save_not_sent(world: World, _: pytest.MonkeyPatch) -> None:
    world.service.faults["save"] = [REFUSED]


def save_answer_lost(world: World, _: pytest.MonkeyPatch) -> None:
    world.service.late_faults["save"] = [LOST]


def save_answer_garbage(world: World, _: pytest.MonkeyPatch) -> None:
    world.service.late_faults["save"] = [GARBAGE]


def save_cancelled(world: World, _: pytest.MonkeyPatch) -> None:
    world.service.late_faults["save"] = [OperationCancelled()]


def bug_at_save(world: World, _: pytest.MonkeyPatch) -> None:
    world.service.late_faults["save"] = [RuntimeError("a bug")]


def refused_at_test(world: World, _: pytest.MonkeyPatch) -> None:
    world.service.faults["test"] = [WRONG]


def unreachable_at_test(world: World, _: pytest.MonkeyPatch) -> None:
    world.service.faults["test"] = [REFUSED]


def unknown_twice(world: World, _: pytest.MonkeyPatch) -> None:
    world.service.faults["test"] = [UNKNOWN, UNKNOWN]


def resend_refused(world: World, _: pytest.MonkeyPatch) -> None:
    world.service.faults["save"] = [None, WRONG]
    world.service.faults["test"] = [UNKNOWN]


def keyring_refuses(_: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: str) -> None:
        raise PasswordSetError(f"cannot write {CANARY}")

    monkeypatch.setattr(MemoryKeyring, "set_password", refuse)


def keyring_refuses_the_second(_: World, monkeypatch: pytest.MonkeyPatch) -> None:
    original = MemoryKeyring.set_password

    def refuse(self: MemoryKeyring, service: str, username: str, password: str) -> None:
        if "/ Pin" in username:
            raise PasswordSetError("no room")
        original(self, service, username, password)

    monkeypatch.setattr(MemoryKeyring, "set_password", refuse)


def database_full(world: World, _: pytest.MonkeyPatch) -> None:
    fail_statements(world, "connection_values")


def commit_fails(world: World, _: pytest.MonkeyPatch) -> None:
    state = {"commits": 0}

    def fail(_: object) -> None:
        state["commits"] += 1
        if state["commits"] == 2:  # the first one announces
            raise sqlite3_error("SQLITE_FULL")

    event.listen(world.workspace._store.engine, "commit", fail)


FAULTS: tuple[Fail, ...] = (
    save_refused,
    save_not_sent,
    save_answer_lost,
    save_answer_garbage,
    save_cancelled,
    bug_at_save,
    refused_at_test,
    unreachable_at_test,
    unknown_twice,
    resend_refused,
    keyring_refuses,
    keyring_refuses_the_second,
    database_full,
    commit_fails,
)


def sqlite3_error(name: str) -> Exception:
    from sqlalchemy.exc import OperationalError

    original = sqlite3.OperationalError(name)
    original.sqlite_errorcode, original.sqlite_errorname = getattr(sqlite3, name), name
    return OperationalError("COMMIT", None, original)


def fail_statements(world: World, table: str) -> None:
    def fail(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(f"INSERT INTO {table}"):
            raise sqlite3_error("SQLITE_FULL")

    event.listen(world.workspace._store.engine, "before_cursor_execute", fail)


def state(world: World, memory_keyring: MemoryKeyring) -> object:
    """All that a save touches; the history of changes apart."""
    return (
        {url: dict(service.connections) for url, service in world.net.services.items()},
        dict(memory_keyring.passwords),
        world.workspace.contents(deleted=True),
        intents(world),
    )


def intents(world: World) -> list[tuple[str, str]]:
    with world.workspace._store.read() as database:
        rows = database.exec_driver_sql("SELECT item, kind FROM secret_intents")
        return [(row.item, row.kind) for row in rows]


def at_connector(world: World, connection_id: str) -> str:
    with world.workspace._store.read() as database:
        query = "SELECT at_connector FROM connections WHERE id = ?"
        return str(database.exec_driver_sql(query, (connection_id,)).scalar())


def new_draft(world: World, connector: SyncConnector) -> ConnectionDraft:
    draft = world.draft(connector).with_secret("Pin", Secret("canary-pin"))
    return world.tested(draft)


def edited_draft(world: World, saved: ErpConnection) -> ConnectionDraft:
    draft = world.opened(saved.id).with_value("File", "south.xlsx")
    draft = draft.with_secret("Password", Secret("changed")).with_secret("Pin", Secret("1234"))
    return world.tested(draft)


@pytest.mark.parametrize("fail", FAULTS)
def test_a_new_connection_leaves_nothing(
    world: World, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, fail: Fail
) -> None:
    draft = new_draft(world, world.connector())
    before = state(world, memory_keyring)
    with monkeypatch.context() as patch:
        fail(world, patch)
        with pytest.raises((ErpSyncError, OperationCancelled, RuntimeError)) as caught:
            world.save(draft)
    assert state(world, memory_keyring) == before
    assert CANARY not in repr(getattr(caught.value, "problems", ()))
    assert ProblemCode.UNDO_FAILED not in {p.code for p in getattr(caught.value, "problems", ())}


@pytest.mark.parametrize("fail", FAULTS)
def test_an_edited_connection_is_as_it_was(
    world: World, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, fail: Fail
) -> None:
    saved = world.connection()
    draft = edited_draft(world, saved)
    before = state(world, memory_keyring)
    with monkeypatch.context() as patch:
        fail(world, patch)
        with pytest.raises((ErpSyncError, OperationCancelled, RuntimeError)):
            world.save(draft)
    assert state(world, memory_keyring) == before
    assert at_connector(world, saved.id) == "yes"


@pytest.mark.parametrize("fail", [keyring_refuses, database_full, commit_fails])
def test_a_moved_connection_stays_where_it_was(
    world: World, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, fail: Fail
) -> None:
    saved = world.connection()
    other = world.connector("Other", OTHER_URL)
    draft = world.loaded(world.opened(saved.id).with_connector(other)).with_value("File", "o.xlsx")
    draft = world.tested(draft.with_secret("Password", Secret("of other")))
    before = state(world, memory_keyring)
    with monkeypatch.context() as patch:
        fail(world, patch)
        with pytest.raises(ErpSyncError):
            world.save(draft)
    assert state(world, memory_keyring) == before


@pytest.mark.parametrize(
    ("fail", "kind", "code"),
    [
        (save_refused, ConnectorRefused, ProblemCode.CONNECTOR_REFUSED),
        (save_answer_lost, ConnectorUnreachable, ProblemCode.ANSWER_TIMEOUT),
        (save_answer_garbage, NotAConnector, ProblemCode.ANSWER_IS_HTML),
        (refused_at_test, ConnectorRefused, ProblemCode.CONNECTOR_REFUSED),
        (unknown_twice, ConnectorRefused, ProblemCode.CONNECTION_UNKNOWN),
        (keyring_refuses, SecretError, ProblemCode.KEYRING_REFUSED),
        (database_full, WorkspaceUnavailable, ProblemCode.WORKSPACE_DISK_FULL),
        (commit_fails, WorkspaceUnavailable, ProblemCode.WORKSPACE_DISK_FULL),
    ],
)
def test_the_error_says_what_failed(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    fail: Fail,
    kind: type[ErpSyncError],
    code: ProblemCode,
) -> None:
    draft = new_draft(world, world.connector())
    with monkeypatch.context() as patch:
        fail(world, patch)
        with pytest.raises(kind) as caught:
            world.save(draft)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_save_works_after_one_that_failed(world: World) -> None:
    draft = new_draft(world, world.connector())
    world.service.faults["test"] = [WRONG]
    with pytest.raises(ConnectorRefused):
        world.save(draft)
    assert world.save(draft).name == "North"


# Cancelling


@pytest.mark.parametrize("at", [0, 1, 2])
def test_cancelling_at_any_stage_undoes_the_save(
    world: World, memory_keyring: MemoryKeyring, at: int
) -> None:
    saved = world.connection()
    draft = edited_draft(world, saved)
    before = state(world, memory_keyring)
    seen: list[Stage] = []

    def note(stage: Stage) -> None:
        seen.append(stage)
        if len(seen) == at + 1:
            watch.cancel()

    watch = Watch(note)
    if at == 2:  # the last stage is too late: what follows asks no more, and is quick
        assert world.workspace.save(draft, watch).version == 2
        return
    with pytest.raises(OperationCancelled):
        world.workspace.save(draft, watch)
    assert state(world, memory_keyring) == before
    assert seen[-1] is Stage.UNDOING


def test_a_save_that_is_cancelled_before_it_begins_does_nothing(world: World) -> None:
    draft = new_draft(world, world.connector())
    watch = Watch()
    watch.cancel()
    world.service.calls.clear()
    with pytest.raises(OperationCancelled):
        world.workspace.save(draft, watch)
    assert world.service.calls == []


# When the undo fails too


def test_a_connector_that_keeps_a_new_connection_is_named(world: World) -> None:
    draft = new_draft(world, world.connector())
    world.service.faults["test"] = [WRONG]
    world.service.faults["delete"] = [REFUSED]
    with pytest.raises(ConnectorRefused) as caught:
        world.save(draft)
    first, second = caught.value.problems
    assert first.code is ProblemCode.CONNECTOR_REFUSED
    assert second == Problem(ProblemCode.UNDO_FAILED, {"name": "Sample"})


def test_a_cancelled_save_that_cannot_be_undone_says_so(world: World) -> None:
    draft = new_draft(world, world.connector())
    world.service.late_faults["save"] = [OperationCancelled()]
    world.service.faults["delete"] = [WRONG]
    with pytest.raises(ConnectorError) as caught:
        world.save(draft)
    assert caught.value.problem.code is ProblemCode.UNDO_FAILED


def test_a_bug_is_still_raised_when_the_undo_fails(world: World) -> None:
    draft = new_draft(world, world.connector())
    bug_at_save(world, pytest.MonkeyPatch())
    world.service.faults["delete"] = [WRONG]
    with pytest.raises(RuntimeError, match="a bug"):
        world.save(draft)


def test_an_edited_connection_that_could_not_be_undone_is_sent_again_before_its_next_test(
    world: World,
) -> None:
    saved = world.connection()
    draft = edited_draft(world, saved)
    world.service.faults["test"] = [WRONG]
    world.service.faults["save"] = [None, REFUSED]
    with pytest.raises(ConnectorRefused) as caught:
        world.save(draft)
    assert caught.value.problems[1].code is ProblemCode.UNDO_FAILED
    assert world.service.connections[saved.id]["File"] == "south.xlsx"
    assert world.workspace.test_saved(saved.id, Watch()).passed
    assert world.service.connections[saved.id]["File"] == "north.xlsx"
    assert at_connector(world, saved.id) == "yes"


def test_an_old_secret_that_is_gone_cannot_be_sent_back(world: World, memory_keyring: MemoryKeyring) -> None:
    saved = world.connection()
    memory_keyring.passwords.clear()
    draft = edited_draft(world, saved)
    world.service.faults["test"] = [WRONG]
    with pytest.raises(ConnectorRefused) as caught:
        world.save(draft)
    assert caught.value.problems[1].code is ProblemCode.UNDO_FAILED


@pytest.mark.parametrize("code", [ProblemCode.CONTRACT_UNREADABLE, ProblemCode.OPERATION_MISSING])
def test_where_nothing_can_have_been_sent_nothing_is_said_to_be_left(world: World, code: ProblemCode) -> None:
    draft = new_draft(world, world.connector())
    world.service.faults = {name: [NotAConnector(Problem(code))] for name in ("save", "delete")}
    with pytest.raises(NotAConnector) as caught:
        world.save(draft)
    assert [problem.code for problem in caught.value.problems] == [code]


def locked(*_: str) -> None:
    raise KeyringLocked("a prompt was dismissed")


def test_a_locked_keyring_is_met_before_the_connector_is_told(
    world: World, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = edited_draft(world, world.connection())
    before = state(world, memory_keyring)
    world.service.calls.clear()
    with monkeypatch.context() as patch:
        for method in ("get_password", "set_password", "delete_password"):
            patch.setattr(MemoryKeyring, method, locked)
        with pytest.raises(SecretError) as caught:
            world.save(draft)
    assert [problem.code for problem in caught.value.problems] == [ProblemCode.KEYRING_LOCKED]
    assert world.service.calls == []
    assert state(world, memory_keyring) == before


def test_a_keyring_that_locks_itself_meanwhile_does_not_stand_in_the_way_of_the_undo(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = world.connection()
    draft = edited_draft(world, saved)

    def lock(operation: str) -> None:
        if operation == "save":
            for method in ("get_password", "set_password", "delete_password"):
                monkeypatch.setattr(MemoryKeyring, method, locked)

    world.service.before = lock
    with pytest.raises(SecretError) as caught:
        world.save(draft)
    assert [problem.code for problem in caught.value.problems] == [ProblemCode.KEYRING_LOCKED]
    assert world.service.connections[saved.id]["Password"] == CANARY


def test_secrets_for_this_session_need_no_keyring(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = world.connection()
    draft = edited_draft(world, saved)
    monkeypatch.setattr(MemoryKeyring, "get_password", locked)
    world.save(draft, for_session=True)
    assert world.service.connections[saved.id]["Password"] == "changed"


def test_a_keyring_entry_that_cannot_be_removed_now_is_removed_later(
    world: World, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = new_draft(world, world.connector())
    with monkeypatch.context() as patch:
        database_full(world, patch)
        patch.setattr(MemoryKeyring, "delete_password", lambda *_: (_ for _ in ()).throw(OSError("busy")))
        with pytest.raises(WorkspaceUnavailable):
            world.save(draft)
    assert len(memory_keyring.passwords) == 2
    world.workspace.tidy()
    assert memory_keyring.passwords == {}
    assert intents(world) == []


# The process is killed


def killed_at_connector(world: World, _: pytest.MonkeyPatch) -> None:
    world.service.late_faults["save"] = [Killed()]


def killed_at_test(world: World, _: pytest.MonkeyPatch) -> None:
    world.service.late_faults["test"] = [Killed()]


def killed_in_keyring(_: World, monkeypatch: pytest.MonkeyPatch) -> None:
    original = MemoryKeyring.set_password

    def kill(self: MemoryKeyring, service: str, username: str, password: str) -> None:
        original(self, service, username, password)
        raise Killed

    monkeypatch.setattr(MemoryKeyring, "set_password", kill)


def killed_before_commit(world: World, _: pytest.MonkeyPatch) -> None:
    def kill(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO changes"):
            raise Killed

    event.listen(world.workspace._store.engine, "before_cursor_execute", kill)


KILLS: tuple[Fail, ...] = (killed_at_connector, killed_at_test, killed_in_keyring, killed_before_commit)


def reopened(world: World, path: Path) -> World:
    world.workspace.close()
    return World(open_local_workspace(str(path), secrets=SecretStore(), client=world.net.client), world.net)


@pytest.mark.parametrize("kill", KILLS)
def test_what_a_killed_save_of_a_new_connection_left_is_cleared(
    world: World, path: Path, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, kill: Fail
) -> None:
    draft = new_draft(world, world.connector())
    with monkeypatch.context() as patch:
        kill(world, patch)
        with pytest.raises(Killed):
            world.save(draft)
    again = reopened(world, path)
    again.workspace.tidy()
    assert memory_keyring.passwords == {}
    assert intents(again) == []
    assert again.workspace.contents(deleted=True).connections == ()
    again.workspace.close()


@pytest.mark.parametrize("kill", KILLS)
def test_what_a_killed_save_of_an_edited_connection_left_is_cleared(
    world: World, path: Path, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, kill: Fail
) -> None:
    saved = world.connection()
    draft = edited_draft(world, saved)
    with monkeypatch.context() as patch:
        kill(world, patch)
        with pytest.raises(Killed):
            world.save(draft)
    again = reopened(world, path)
    again.workspace.tidy()
    assert list(memory_keyring.passwords.values()) == [CANARY]
    assert intents(again) == []
    assert again.workspace.contents().connections == (saved,)
    assert again.workspace.test_saved(saved.id, Watch()).passed
    assert again.net.at(URL).connections[saved.id]["File"] == "north.xlsx"
    again.workspace.close()


def test_old_entries_that_a_kill_after_the_commit_left_are_cleared(
    world: World, path: Path, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = world.connection()
    draft = edited_draft(world, saved)

    def kill(*_: str) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(MemoryKeyring, "delete_password", kill)
        with pytest.raises(Killed):
            world.save(draft)
    assert len(memory_keyring.passwords) == 3
    again = reopened(world, path)
    again.workspace.tidy()
    assert sorted(memory_keyring.passwords.values()) == ["1234", "changed"]
    assert again.workspace.contents().connections[0].version == 2
    again.workspace.close()


def test_what_was_left_is_cleared_by_the_next_save_too(
    world: World, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    connector = world.connector()
    draft = new_draft(world, connector)
    with monkeypatch.context() as patch:
        killed_in_keyring(world, patch)
        with pytest.raises(Killed):
            world.save(draft)
    world.save(replace(world.draft(connector, "South")))
    assert list(memory_keyring.passwords.values()) == [CANARY]
