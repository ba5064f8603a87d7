"""Several threads and several processes on one workspace."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from erpsync_desktop.model.errors import NameTaken, SavedMeanwhile
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.local import open_local_workspace
from tests.memory_keyring import MemoryKeyring
from tests.workspace.world import World

_ADDS_CONNECTORS = """
import sys
from dataclasses import replace
from erpsync_desktop.model.errors import NameTaken
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.local import open_local_workspace
from tests.workspace.fakes import FakeNet
workspace = open_local_workspace(sys.argv[1], secrets=SecretStore(), client=FakeNet().client)
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    for name in (f"{sys.argv[2]} {number}", f"both {number}"):
        draft = replace(workspace.connector_draft(), name=name, url="http://erp.example/")
        try:
            workspace.save_connector(draft)
        except NameTaken:
            pass
workspace.close()
"""


def test_threads_that_save_the_same_name_get_one_connection(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    connector = world.connector()
    drafts = [world.draft(connector, "North") for _ in range(4)]
    refused: list[str] = []
    start = threading.Barrier(len(drafts))

    def save(index: int) -> None:
        start.wait()
        try:
            world.save(drafts[index])
        except NameTaken:
            refused.append(drafts[index].id)

    run([partial(save, index) for index in range(len(drafts))])
    (saved,) = world.workspace.contents().connections
    assert len(refused) == 3
    assert set(world.service.connections) == {saved.id}
    assert len(memory_keyring.passwords) == 1


def test_threads_that_save_the_same_version_get_one_winner(world: World) -> None:
    saved = world.connection()
    drafts = [replace(world.workspace.connection_draft(saved.id), name=f"Name {n}") for n in range(4)]
    refused: list[object] = []

    def save(index: int) -> None:
        try:
            world.save(drafts[index])
        except SavedMeanwhile as error:
            refused.append(error.theirs)

    run([partial(save, index) for index in range(len(drafts))])
    (winner,) = world.workspace.contents().connections
    assert refused == [winner] * 3
    assert winner.version == 2


def test_reading_and_writing_threads_do_not_hold_each_other(world: World) -> None:
    failures: list[Exception] = []

    def write(prefix: str) -> None:
        for number in range(15):
            world.connector(f"{prefix}{number}")

    def read() -> None:
        for _ in range(30):
            names = [connector.name for connector in world.workspace.contents().connectors]
            if len(names) != len(set(names)):
                failures.append(ValueError("half a row"))

    run([lambda: write("a"), lambda: write("b"), read, read])
    assert failures == []
    assert len(world.workspace.contents().connectors) == 30


def test_two_processes_save_at_once(path: Path, world: World) -> None:
    command = [sys.executable, "-c", _ADDS_CONNECTORS, str(path)]
    root = Path(__file__).parents[2]
    processes = [
        subprocess.Popen([*command, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root)
        for name in ("first", "second")
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.communicate("go\n", timeout=60)
        assert process.returncode == 0
    names = [connector.name for connector in world.workspace.contents().connectors]
    wanted = [f"{prefix} {number}" for prefix in ("both", "first", "second") for number in range(40)]
    assert sorted(names) == sorted(wanted)


def test_two_processes_make_one_workspace_at_once(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    command = [sys.executable, "-c", _ADDS_CONNECTORS, str(path)]
    root = Path(__file__).parents[2]
    processes = [
        subprocess.Popen([*command, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root)
        for name in ("first", "second")
    ]
    for process in processes:
        process.communicate("go\n", timeout=60)
        assert process.returncode == 0
    workspace = open_local_workspace(str(path), secrets=SecretStore(), client=lambda _: NotImplemented)
    assert len(workspace.contents().connectors) == 120
    workspace.close()


_READS_AND_CLOSES = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
print(database.execute("SELECT count(*) FROM connectors").fetchone()[0])
database.close()
"""


def read_by_another_process(path: Path) -> int:
    command = [sys.executable, "-c", _READS_AND_CLOSES, str(path)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_a_file_opened_twice_keeps_its_locks_so_that_no_other_process_takes_its_log(
    path: Path, world: World
) -> None:
    world.connector("First")
    second = open_local_workspace(str(path), secrets=SecretStore(), client=world.net.client)
    assert read_by_another_process(path) == 1
    world.connector("Second")
    assert read_by_another_process(path) == 2
    second.close()


def run(works: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
