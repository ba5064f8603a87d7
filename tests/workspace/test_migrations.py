from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from erpsync_desktop.model.connector import ConnectorState
from erpsync_desktop.model.erp_schema import ErpSchema
from erpsync_desktop.model.errors import ProblemCode, WorkspaceUnavailable
from erpsync_desktop.model.outcome import OutcomeState
from erpsync_desktop.model.sync_setup import SyncSetup
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.secrets import SERVICE, SecretStore
from erpsync_desktop.workspace.local import files, migrations, open_local_workspace
from erpsync_desktop.workspace.local.schema import VERSION
from erpsync_desktop.workspace.local.workspace import LocalWorkspace
from tests.memory_keyring import MemoryKeyring
from tests.workspace.fakes import FakeNet

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A workspace of the first schema."""
    return made(tmp_path / "old.sqlite", 1)


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A workspace of the second schema."""
    return made(tmp_path / "second.sqlite", 2)


def made(path: Path, version: int) -> Path:
    with closing(sqlite3.connect(path)) as database:
        database.executescript((FIXTURES / f"schema-v{version}.sql").read_text(encoding="utf-8"))
    return path


def opened(path: Path) -> LocalWorkspace:
    return open_local_workspace(str(path), secrets=SecretStore(), client=FakeNet().client)


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as database:
        return list(database.iterdump())


def shape(path: Path) -> object:
    """Tables with columns, keys and indexes, without what an ALTER cannot take away (a default)."""
    with closing(sqlite3.connect(path)) as database:
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            table: (
                {column[1]: (column[2], column[3], column[5]) for column in pragma(database, "info", table)},
                sorted(key[2:] for key in pragma(database, "key_list", table, "foreign_")),
                sorted(index_shape(database, index) for index in pragma(database, "list", table, "index_")),
            )
            for table in tables
        }


def pragma(
    database: sqlite3.Connection, what: str, table: str, kind: str = "table_"
) -> list[tuple[object, ...]]:
    return list(database.execute(f"PRAGMA {kind}{what}('{table}')"))


def index_shape(database: sqlite3.Connection, index: tuple[object, ...]) -> tuple[bool, list[str]]:
    columns = [str(row[2]) for row in database.execute(f"PRAGMA index_info('{index[1]}')")]
    return bool(index[2]), columns


def test_everything_of_the_first_schema_is_there_afterwards(old: Path) -> None:
    workspace = opened(old)
    contents = workspace.contents(deleted=True)
    north, south, gone = contents.connections
    assert (north.name, south.name, gone.name) == ("Größe Nord", "Süd", "Weg")
    assert north.values == {"CompanyCode": "NORD", "Decimals": "[I:2]"}
    assert north.secret_keys == {"Password"}
    assert south.secret_keys == frozenset()
    assert north.active
    assert north.version == 4
    assert north.scope.names(contents.directory) == ("Vertrieb", "Anna Nord")
    assert gone.deleted_at is not None
    assert [connector.state for connector in contents.connectors] == [
        ConnectorState.DOES_NOT_ANSWER,
        ConnectorState.ANSWERS,
    ]
    workspace.close()


def test_the_last_tests_of_the_first_schema_become_history(old: Path) -> None:
    workspace = opened(old)
    north, south, gone = workspace.contents(deleted=True).connections
    assert north.last_test is not None
    assert north.last_test.state is OutcomeState.INFO
    assert north.last_test.seconds == 0.75
    assert not north.tested_elsewhere
    assert south.last_test is None
    assert gone.last_test is not None
    assert not gone.last_test.passed
    workspace.close()


def test_what_an_interrupted_save_left_before_is_cleared_after(
    old: Path, memory_keyring: MemoryKeyring
) -> None:
    memory_keyring.passwords = {
        (SERVICE, "Weg / Password (22222222·v1·d4e5f6)"): "left over",
        (SERVICE, "Größe Nord / Password (22222222·v4·a1b2c3)"): "in use",
    }
    workspace = opened(old)
    workspace.tidy()
    assert list(memory_keyring.passwords.values()) == ["in use"]
    workspace.close()


def test_a_migrated_database_has_the_shape_of_a_new_one(old: Path, tmp_path: Path) -> None:
    opened(old).close()
    opened(tmp_path / "new.sqlite").close()
    assert shape(old) == shape(tmp_path / "new.sqlite")


@pytest.mark.parametrize("version", range(1, VERSION))
def test_every_schema_comes_to_the_shape_of_a_new_one(tmp_path: Path, version: int) -> None:
    path = made(tmp_path / "former.sqlite", version)
    opened(path).close()
    opened(tmp_path / "new.sqlite").close()
    assert shape(path) == shape(tmp_path / "new.sqlite")
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_everything_of_the_second_schema_is_there_afterwards(second: Path) -> None:
    workspace = opened(second)
    by_name = {one.name: one for one in workspace.contents(deleted=True).connections}
    assert list(by_name) == ["Alster", "Größe Nord", "Süd", "Weg", "Ägäis"]
    assert by_name["Größe Nord"].active
    assert by_name["Größe Nord"].values == {"CompanyCode": "NORD", "Decimals": "[I:2]"}
    test = by_name["Ägäis"].last_test
    assert test is not None
    assert test.outcome is not None
    assert (test.state, test.outcome.error_code) == (OutcomeState.WARNING, "OLD")
    assert [stage.seconds for stage in test.stages] == [0.5, 1.0]
    workspace.close()


def test_connections_of_the_second_schema_come_to_an_order_by_name(second: Path) -> None:
    workspace = opened(second)
    connections = workspace.contents(deleted=True).connections
    assert {one.name: one.priority for one in connections} == {
        "Alster": 1,
        "Größe Nord": 2,
        "Süd": 3,
        "Ägäis": 4,
        "Weg": 0,
    }
    workspace.close()


def test_of_a_connection_of_the_second_schema_nothing_is_read_or_mapped_yet(second: Path) -> None:
    workspace = opened(second)
    (active,) = (one for one in workspace.contents().connections if one.active)
    context = workspace.sync_context(active.id, Watch(), ask=False)
    assert context.erp == ErpSchema()
    assert context.setup == SyncSetup()
    assert workspace.list_pairs(active.id, Watch()) == ()
    workspace.close()


def test_the_second_schema_is_copied_before_it_is_changed(second: Path) -> None:
    before = dump(second)
    opened(second).close()
    assert dump(second.with_name("second.sqlite.backup-v2")) == before


def test_the_database_is_copied_first(old: Path) -> None:
    before = dump(old)
    opened(old).close()
    backup = old.with_name("old.sqlite.backup-v1")
    assert dump(backup) == before


def test_a_current_database_is_not_copied(old: Path) -> None:
    opened(old).close()
    old.with_name("old.sqlite.backup-v1").unlink()
    opened(old).close()
    assert [path.name for path in old.parent.iterdir()] == ["old.sqlite"]


def fail_with(error: BaseException) -> Callable[[Connection, int], None]:
    original = migrations.step

    def step(connection: Connection, version: int) -> None:
        original(connection, version)
        raise error

    return step


def test_an_interruption_in_the_middle_leaves_the_first_schema_whole(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(old)
    monkeypatch.setattr(migrations, "step", fail_with(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        opened(old)
    assert dump(old) == before
    monkeypatch.undo()
    opened(old).close()
    assert "tests" in str(shape(old))


def test_a_step_that_fails_in_the_middle_leaves_the_first_schema_whole(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(old)
    monkeypatch.setattr(migrations, "STEPS", {2: (*migrations.STEPS[2][:-1], "ALTER TABLE nothing DROP x")})
    with pytest.raises(WorkspaceUnavailable):
        opened(old)
    assert dump(old) == before


def test_a_copy_that_fails_holds_the_migration(old: Path) -> None:
    before = dump(old)
    old.with_name("old.sqlite.backup-v1.partial").mkdir()
    with pytest.raises(WorkspaceUnavailable) as caught:
        opened(old)
    assert caught.value.problem.code is ProblemCode.WORKSPACE_UNREACHABLE
    assert dump(old) == before


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ("SQLITE_FULL", ProblemCode.WORKSPACE_DISK_FULL),
        ("SQLITE_IOERR", ProblemCode.WORKSPACE_UNREACHABLE),
    ],
)
def test_a_full_disk_while_copying_is_told_and_leaves_no_half_copy(
    old: Path, monkeypatch: pytest.MonkeyPatch, error: str, code: ProblemCode
) -> None:
    def fail(_: object) -> None:
        raised = sqlite3.OperationalError("failed")
        raised.sqlite_errorcode = getattr(sqlite3, error)
        raise raised

    monkeypatch.setattr(files, "_connect_copy", fail)
    with pytest.raises(WorkspaceUnavailable) as caught:
        opened(old)
    assert caught.value.problem.code is code
    assert sorted(path.name for path in old.parent.iterdir() if "backup" in path.name) == []


_OPENS = """
import sys
from pathlib import Path
from erpsync_desktop.workspace.local.files import open_file
print("ready", flush=True)
sys.stdin.readline()
open_file(Path(sys.argv[1])).close()
"""


def test_processes_that_open_it_at_once_migrate_it_once(old: Path) -> None:
    before = dump(old)
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _OPENS, str(old)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        for _ in range(3)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert dump(old.with_name("old.sqlite.backup-v1")) == before
    workspace = opened(old)
    assert len(workspace.contents(deleted=True).connections) == 3
    workspace.close()


def test_a_process_that_waited_finds_the_work_done(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(old).close()
    seen = iter([1])
    original = migrations.read_version
    monkeypatch.setattr(
        migrations, "read_version", lambda connection, path: next(seen, 0) or original(connection, path)
    )
    old.with_name("old.sqlite.backup-v1").unlink()
    opened(old).close()
    assert not old.with_name("old.sqlite.backup-v1").exists()


def test_a_newer_database_is_refused_and_untouched(old: Path) -> None:
    with closing(sqlite3.connect(old)) as database, database:
        database.execute("UPDATE schema_version SET version = 99")
    before = dump(old)
    with pytest.raises(WorkspaceUnavailable) as caught:
        opened(old)
    assert caught.value.problem.code is ProblemCode.WORKSPACE_NEWER
    assert caught.value.problem.params == {"path": str(old), "found": 99, "known": VERSION}
    assert dump(old) == before


@pytest.mark.parametrize("statement", ["DELETE FROM schema_version", "DROP TABLE schema_version"])
def test_a_database_without_a_version_is_damaged(old: Path, statement: str) -> None:
    with closing(sqlite3.connect(old)) as database, database:
        database.execute(statement)
    with pytest.raises(WorkspaceUnavailable) as caught:
        opened(old)
    assert caught.value.problem.code is ProblemCode.WORKSPACE_CORRUPT


def test_there_is_a_step_for_every_version() -> None:
    assert sorted(migrations.STEPS) == list(range(2, VERSION + 1))
