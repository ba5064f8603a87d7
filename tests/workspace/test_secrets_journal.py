from __future__ import annotations

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event, insert

from erpsync_desktop.model.errors import ProblemCode, SecretError, WorkspaceUnavailable
from erpsync_desktop.secrets import SERVICE
from erpsync_desktop.workspace.local.schema import secret_intents
from erpsync_desktop.workspace.local.secrets_journal import announcing, item_name
from tests.memory_keyring import MemoryKeyring
from tests.workspace.world import World

ITEM = "North / Password (12345678·v1·abcdef)"


def ended_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def leave(world: World, keyring: MemoryKeyring, **columns: object) -> None:
    """An announced entry, as an interrupted save leaves it."""
    keyring.passwords[SERVICE, ITEM] = "left"
    row = {
        "item": ITEM,
        "kind": "write",
        "host": socket.gethostname(),
        "process": os.getpid(),
        "token": "token",
        "at": datetime.now(UTC).isoformat(),
    }
    with world.workspace._store.write() as database:
        database.execute(insert(secret_intents).values(row | columns))


def intents(world: World) -> int:
    with world.workspace._store.read() as database:
        count = database.exec_driver_sql("SELECT count(*) FROM secret_intents").scalar()
    assert isinstance(count, int)
    return count


def test_what_an_ended_process_left_is_removed(world: World, memory_keyring: MemoryKeyring) -> None:
    leave(world, memory_keyring, process=ended_process())
    world.workspace.tidy()
    assert memory_keyring.passwords == {}
    assert intents(world) == 0


def test_what_a_running_process_is_about_to_use_is_left_alone(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    leave(world, memory_keyring, process=os.getppid())
    world.workspace.tidy()
    assert len(memory_keyring.passwords) == 1


def test_what_another_save_of_this_process_is_about_to_use_is_left_alone(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    with announcing() as token:
        leave(world, memory_keyring, token=token)
        world.workspace.tidy()
        assert len(memory_keyring.passwords) == 1
    world.workspace.tidy()
    assert memory_keyring.passwords == {}


def test_what_another_computer_announced_is_left_alone_for_a_while(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    leave(world, memory_keyring, host="elsewhere", process=ended_process())
    world.workspace.tidy()
    assert len(memory_keyring.passwords) == 1


def test_an_old_announcement_is_a_leftover_whoever_made_it(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    at = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
    leave(world, memory_keyring, host="elsewhere", at=at)
    world.workspace.tidy()
    assert memory_keyring.passwords == {}


def test_an_entry_that_a_connection_uses_is_never_removed(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    saved = world.connection()
    ((_, item),) = memory_keyring.passwords
    leave(world, memory_keyring, item=item, process=ended_process())
    del memory_keyring.passwords[SERVICE, ITEM]
    world.workspace.tidy()
    assert world.workspace.connection_draft(saved.id).lost == frozenset()
    assert intents(world) == 0


@pytest.mark.parametrize("taken", ["UPDATE secret_intents SET kind = 'remove'", "DELETE FROM secret_intents"])
def test_a_save_whose_entries_were_taken_for_leftovers_is_undone(
    world: World, memory_keyring: MemoryKeyring, taken: str
) -> None:
    draft = world.draft(world.connector())

    def tidied_by_somebody_else(operation: str) -> None:
        if operation == "test":
            with world.workspace._store.write() as database:
                database.exec_driver_sql(taken)

    world.service.before = tidied_by_somebody_else
    with pytest.raises(SecretError) as caught:
        world.save(draft)
    assert caught.value.problem.code is ProblemCode.KEYRING_REFUSED
    assert memory_keyring.passwords == {}
    assert world.service.connections == {}
    assert world.workspace.contents().connections == ()
    assert intents(world) == 0


def test_tidying_with_nothing_left_writes_nothing(world: World) -> None:
    statements: list[str] = []
    event.listen(
        world.workspace._store.engine,
        "before_cursor_execute",
        lambda *arguments: statements.append(arguments[2]),
    )
    world.workspace.tidy()
    assert [statement.split()[0] for statement in statements] == ["BEGIN", "SELECT"]


def test_an_undo_on_a_full_disk_is_finished_later(
    world: World, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The entry could be removed, its announcement not; and what the connector has is not certain to us."""
    saved = world.connection()
    from erpsync_desktop.model.secret import Secret

    draft = world.tested(world.opened(saved.id).with_secret("Password", Secret("changed")))
    engine = world.workspace._store.engine

    def read_only(connection: object) -> None:
        connection.exec_driver_sql("PRAGMA query_only = ON")  # type: ignore[attr-defined]

    def from_now_on(operation: str) -> None:
        if operation == "test":
            event.listen(engine, "begin", read_only)

    world.service.before = from_now_on
    with pytest.raises(WorkspaceUnavailable) as caught:
        world.save(draft)
    assert [problem.code for problem in caught.value.problems] == [ProblemCode.WORKSPACE_READ_ONLY]
    event.remove(engine, "begin", read_only)
    engine.dispose()
    assert world.workspace.contents().connections == (saved,)
    assert world.service.connections[saved.id]["Password"] != "changed"
    world.workspace.tidy()
    assert len(memory_keyring.passwords) == 1
    assert intents(world) == 0


@pytest.mark.parametrize(
    ("name", "key", "expected"),
    [
        ("North", "Password", "North / Password ("),
        ("a\u202eb\u200fc", "Pass\nword", "abc / Password ("),
        ("שלום", "x" * 200, "שלום / " + "x" * 79 + "… ("),
        ("𝔸" * 255, "k", "𝔸" * 79 + "… / k ("),
    ],
)
def test_an_entry_is_named_so_that_it_is_recognised(name: str, key: str, expected: str) -> None:
    item = item_name(name, key, "12345678-0000", 3)
    assert item.startswith(expected + "12345678·v3·")
    assert len(item.encode("utf-16-le")) // 2 < 512


def test_no_entry_has_the_name_of_another() -> None:
    assert len({item_name("North", "Password", "12345678", 1) for _ in range(100)}) == 100
