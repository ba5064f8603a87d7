from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from erpsync_desktop.model.errors import Problem, ProblemCode, WorkspaceUnavailable
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.local import files, open_local_workspace
from erpsync_desktop.workspace.local.files import open_file
from erpsync_desktop.workspace.local.store import Store
from erpsync_desktop.workspace.local.workspace import LocalWorkspace
from erpsync_desktop.workspace.opening import default_workspace_url, open_workspace
from erpsync_desktop.workspace.protocol import Capability
from tests.workspace.fakes import FakeNet
from tests.workspace.world import World


def opened(url: str | Path) -> LocalWorkspace:
    return open_local_workspace(str(url), secrets=SecretStore(), client=FakeNet().client)


def refusal(work: Callable[[], object]) -> ProblemCode:
    with pytest.raises(WorkspaceUnavailable) as caught:
        work()
    assert caught.value.__cause__ is None
    return caught.value.problem.code


# Addresses


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}", " sqlite:///{} "])
def test_a_path_and_an_address_name_the_same_file(tmp_path: Path, form: str) -> None:
    path = tmp_path / "mein Büro & Co.sqlite"
    workspace = open_workspace(form.format(path), secrets=SecretStore(), client=FakeNet().client)
    assert workspace.title == str(path)
    assert path.exists()
    workspace.close()


def test_a_relative_path_is_taken_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    opened("sqlite:///here.sqlite").close()
    assert (tmp_path / "here.sqlite").exists()


def test_a_tilde_is_the_home_folder() -> None:
    opened("~/at-home.sqlite").close()
    assert (Path.home() / "at-home.sqlite").exists()


@pytest.mark.parametrize("url", ["", "sqlite://", "sqlite:", "sqlite:///", "sqlite://host/x", "a\0b", "///"])
def test_an_address_that_names_no_file_is_refused(url: str) -> None:
    assert refusal(lambda: opened(url)) is ProblemCode.WORKSPACE_URL_BAD


def test_a_local_workspace_is_not_opened_for_another_kind() -> None:
    with pytest.raises(WorkspaceUnavailable) as caught:
        opened("postgresql://user:s3cret@host/db")
    assert caught.value.problem.params == {"url": "postgresql://•••@host/db"}


@pytest.mark.parametrize("kind", ["superoffice+https", "postgresql", "https"])
def test_a_kind_that_is_not_known_is_named(kind: str) -> None:
    with pytest.raises(WorkspaceUnavailable) as caught:
        open_workspace(f"{kind}://user:s3cret@host/x", secrets=SecretStore(), client=FakeNet().client)
    assert caught.value.problem.code is ProblemCode.WORKSPACE_KIND_UNKNOWN
    assert caught.value.problem.params == {"kind": kind}


def test_the_default_is_a_file_in_the_users_data_folder() -> None:
    url = default_workspace_url()
    assert url.startswith("sqlite:///")
    opened(url).close()
    assert Path(url.removeprefix("sqlite:///")).is_relative_to(Path.home())


# Making and opening


def test_a_new_workspace_is_empty_and_keeps_users_and_groups(workspace: LocalWorkspace) -> None:
    contents = workspace.contents(deleted=True)
    assert contents.connectors == ()
    assert contents.connections == ()
    assert workspace.directory().users == ()
    assert workspace.capabilities == {Capability.EDIT_DIRECTORY, Capability.EDIT_CATALOGUE}


def test_what_was_saved_is_there_tomorrow(world: World, path: Path) -> None:
    saved = world.connection()
    world.workspace.close()
    again = opened(path)
    assert again.contents().connections == (saved,)
    again.close()


def test_the_write_ahead_log_and_foreign_keys_are_on(workspace: LocalWorkspace) -> None:
    with workspace._store.read() as database:
        assert database.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert database.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_an_empty_file_becomes_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "empty.sqlite").touch()
    workspace = opened(tmp_path / "empty.sqlite")
    assert workspace.contents(deleted=True).connectors == ()
    workspace.close()


def test_a_closed_workspace_stays_closed(workspace: LocalWorkspace) -> None:
    workspace.close()
    workspace.close()
    assert refusal(workspace.contents) is ProblemCode.WORKSPACE_UNREACHABLE


def test_importing_the_local_workspace_imports_nothing_heavy() -> None:
    code = (
        "import sys, erpsync_desktop.workspace.opening, erpsync_desktop.workspace.local, "
        "erpsync_desktop.secrets; "
        "sys.exit(bool({'sqlalchemy', 'keyring', 'requests', 'platformdirs'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# What cannot be opened


def test_another_programs_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "foreign.sqlite"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE places (id INTEGER)")
    before = path.read_bytes()
    assert refusal(lambda: opened(path)) is ProblemCode.WORKSPACE_FOREIGN
    assert path.read_bytes() == before


def test_another_programs_empty_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "foreign.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA application_id = 7")
    assert refusal(lambda: opened(path)) is ProblemCode.WORKSPACE_FOREIGN


@pytest.mark.parametrize("content", [b"no database at all, but long enough" * 40, b"\x89PNG\r\n" * 300])
def test_a_file_that_is_no_database_is_refused_and_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(content)
    assert refusal(lambda: opened(path)) is ProblemCode.WORKSPACE_CORRUPT
    assert path.read_bytes() == content


def test_a_damaged_workspace_is_told(world: World, path: Path) -> None:
    for number in range(30):
        world.connector(f"Connector {number}" + "x" * 200)
    world.workspace.close()
    data = bytearray(path.read_bytes())
    data[8192:-4096] = b"\xff" * len(data[8192:-4096])
    path.write_bytes(data)

    def use() -> None:
        damaged = opened(path)
        try:
            damaged.contents(deleted=True)
        finally:
            damaged.close()

    assert refusal(use) is ProblemCode.WORKSPACE_CORRUPT


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE tests",
        "UPDATE schema_version SET version = 1",
        "UPDATE connectors SET state = 'x'",
        "UPDATE connectors SET name = CAST(X'ff' AS TEXT)",
        "UPDATE tests SET stages = '{'",
        "UPDATE tests SET at = 'yesterday'",
        "UPDATE tests SET problem = '[]'",
    ],
)
def test_a_workspace_that_another_program_spoilt_is_told(world: World, path: Path, statement: str) -> None:
    world.connection()
    world.workspace.close()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(statement)

    def use() -> None:
        spoilt = opened(path)
        try:
            spoilt.contents()
        finally:
            spoilt.close()

    assert refusal(use) is ProblemCode.WORKSPACE_CORRUPT


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    assert refusal(lambda: opened(tmp_path / ("x" * 300))) is ProblemCode.WORKSPACE_UNREACHABLE


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(lambda: opened(tmp_path)) is ProblemCode.WORKSPACE_UNREACHABLE


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(lambda: opened(tmp_path / "file" / "x")) is ProblemCode.WORKSPACE_UNREACHABLE


def test_a_network_share_is_refused_before_anything_is_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "on_network", lambda _: True)
    assert refusal(lambda: opened(path)) is ProblemCode.WORKSPACE_ON_NETWORK
    assert not path.parent.exists()


# What goes wrong later


def test_a_workspace_that_became_read_only_is_told_and_still_shows_its_rows(world: World) -> None:
    world.connector()
    event.listen(
        world.workspace._store.engine,
        "begin",
        lambda connection: connection.exec_driver_sql("PRAGMA query_only = ON"),
    )
    assert refusal(lambda: world.connector("Second")) is ProblemCode.WORKSPACE_READ_ONLY
    assert len(world.workspace.contents().connectors) == 1


def test_a_full_disk_is_told_and_nothing_is_half_saved(world: World) -> None:
    world.connector()

    def no_more_room(connection: object, _record: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        cursor.close()

    world.workspace._store.engine.dispose()
    event.listen(world.workspace._store.engine, "connect", no_more_room)
    names: list[str] = []

    def fill() -> None:
        for number in range(1_000):
            name = f"{number:04} " + "x" * 200
            world.connector(name)
            names.append(name)

    assert refusal(fill) is ProblemCode.WORKSPACE_DISK_FULL
    kept = [
        connector.name for connector in world.workspace.contents().connectors if connector.name != "Sample"
    ]
    assert kept == names


def test_a_workspace_that_is_locked_for_too_long_is_told_with_the_seconds(path: Path) -> None:
    store = open_file(path, busy_seconds=0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorkspaceUnavailable) as caught, store.write():
            pass
        with store.read() as database:  # reading goes on
            assert database.exec_driver_sql("SELECT count(*) FROM connectors").scalar() == 0
    assert caught.value.problem.code is ProblemCode.WORKSPACE_LOCKED
    assert caught.value.problem.params == {"path": str(path), "seconds": 1}
    store.close()


def test_a_workspace_that_is_locked_for_a_moment_is_waited_for(world: World, path: Path) -> None:
    import threading

    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(0.2, lambda: other.execute("COMMIT"))
        timer.start()
        assert world.connector().name == "Sample"
        timer.join()


def test_opening_waits_for_the_lock_and_then_says_so(path: Path) -> None:
    open_file(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refusal(lambda: open_file(path, busy_seconds=0.05)) is ProblemCode.WORKSPACE_LOCKED


def test_opening_tries_again_where_sqlite_does_not_wait(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    switch = files._use_write_ahead_log
    refusals = [locked(path), locked(path)]

    def refuse_at_first(store: Store) -> None:
        if refusals:
            raise refusals.pop()
        switch(store)

    monkeypatch.setattr(files, "_use_write_ahead_log", refuse_at_first)
    open_file(path).close()
    assert refusals == []


def locked(path: Path) -> WorkspaceUnavailable:
    return WorkspaceUnavailable(Problem(ProblemCode.WORKSPACE_LOCKED, {"path": str(path), "seconds": 5}))


def test_no_error_repeats_what_was_written(world: World) -> None:
    with pytest.raises(WorkspaceUnavailable) as caught, world.workspace._store.write() as database:
        database.exec_driver_sql("INSERT INTO nothing VALUES ('s3cret')")
    assert "s3cret" not in repr(caught.value.problem) + str(caught.value)
