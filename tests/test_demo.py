"""The demonstration, as a machine without a screen runs it: real processes, a real keyring, real pictures."""

import os
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from erpsync_desktop.demo import checks, hands, setup_checks
from erpsync_desktop.demo.erp_process import ErpProcess
from erpsync_desktop.secrets import SERVICE
from tests.canary import CANARY
from tests.memory_keyring import MemoryKeyring

ROOT = Path(__file__).resolve().parents[1]
TYPED = f"{CANARY}-typed"
PLANTED = "Kanarienvogel-7391"


def demonstrate(pictures: Path, *arguments: str, keyring: bool = True) -> subprocess.CompletedProcess[str]:
    """Run the demonstration in a session of its own with gnome-keyring, or with no keyring at all."""
    environment = dict(os.environ)
    command = [sys.executable, "-m", "erpsync_desktop.demo", "--pictures", str(pictures), *arguments]
    if keyring:
        del environment["PYTHON_KEYRING_BACKEND"]
        if sys.platform == "linux":  # the other systems always have a keyring
            command = [sys.executable, str(ROOT / "scripts" / "private_keyring.py"), *command]
    return subprocess.run(
        command,
        env=environment,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=110,
        check=False,
    )


def colours(path: Path) -> int:
    """How many colours a picture has, looking at every third pixel."""
    image = QImage(str(path))
    assert not image.isNull(), path
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


def test_the_whole_job_works_and_leaves_pictures_of_every_window_and_nothing_else(tmp_path: Path) -> None:
    home = sorted(Path.home().rglob("*"))
    result = demonstrate(tmp_path / "pictures")
    assert result.returncode == 0, result.stdout + result.stderr
    lines = [line for line in result.stdout.splitlines() if line[:1].isdigit()]
    assert len(lines) >= 25
    assert all(line.endswith("… done") for line in lines)
    pictures = sorted((tmp_path / "pictures").glob("*.png"))
    assert min(map(colours, pictures)) > 8
    names = {picture.stem[3:] for picture in pictures}
    defining = ("add-connector", "new-connection", "test-failed", "test-passed", "configure")
    configuring = ("mappings", "activation-refused", "list-mapping", "default", "main-window-active")
    assert {f"{window}-{language}" for window in defining + configuring for language in ("en", "de")} <= names
    assert "test-passed-en-dark" in names
    assert not [picture for picture in pictures if picture.name.startswith("failed-")]
    assert not list(Path(os.environ["TMPDIR"]).glob("erpsync-demo-*"))
    assert sorted(Path.home().rglob("*")) == home


def test_a_password_that_is_wrong_ends_it_with_an_exit_code(tmp_path: Path) -> None:
    result = demonstrate(tmp_path / "pictures", "--typed-password", TYPED)
    assert result.returncode == 1
    assert "right password passes … FAILED" in result.stdout
    assert "OK is off after the test" in result.stdout
    assert TYPED not in result.stdout + result.stderr
    assert (tmp_path / "pictures" / "failed-connectionDialog.png").exists()


def test_without_a_keyring_it_says_so_and_fails(tmp_path: Path) -> None:
    result = demonstrate(tmp_path / "pictures", keyring=False)
    assert result.returncode == 1
    assert "has no keyring that can be used" in result.stdout


def test_the_erp_ends_with_a_demonstration_that_is_killed(qtbot: QtBot, tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from erpsync_desktop.demo.erp_process import ErpProcess; "
        "erp = ErpProcess(Path(sys.argv[1]), 'secret'); print(erp.url, flush=True); os._exit(9)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "erp.xlsx")]
    killed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert killed.returncode == 9
    port = int(killed.stdout.strip().split(":")[2].split("/")[0])
    hands.wait_for("the port is free again", lambda: not _answers(port), seconds=10)


def _answers(port: int) -> bool:
    with closing(socket.socket()) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_secret_in_any_file_is_found_and_not_repeated(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "log.bin").write_bytes(b"\x01" + PLANTED.encode(encoding))
    with pytest.raises(hands.Broken) as found:
        checks.require_no_secret(tmp_path, "something else", PLANTED)
    assert "log.bin" in str(found.value)
    assert PLANTED not in str(found.value)


def test_a_secret_that_the_pages_of_a_database_split_is_found_in_its_tables(tmp_path: Path) -> None:
    secret = "0123456789abcdef" * 1_000
    with closing(sqlite3.connect(tmp_path / "w.sqlite")) as database:
        database.execute("CREATE TABLE notes (id INTEGER, text BLOB)")
        database.execute("INSERT INTO notes VALUES (1, ?)", (secret.encode(),))
        database.commit()
    with pytest.raises(hands.Broken, match="table notes"):
        checks.require_no_secret(tmp_path, secret)


def test_files_without_a_secret_are_counted(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("nothing", "utf-8")
    (tmp_path / "two").write_text("nothing either", "utf-8")
    assert checks.require_no_secret(tmp_path, PLANTED) == 2


def test_a_demonstration_that_ended_early_forgets_its_secrets(
    tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    for item in ("saved", "announced", "another program's"):
        memory_keyring.set_password(SERVICE, item, PLANTED)
    with closing(sqlite3.connect(tmp_path / "w.sqlite")) as database:
        database.execute("CREATE TABLE connection_values (secret_item TEXT)")
        database.execute("CREATE TABLE secret_intents (item TEXT)")
        database.execute("INSERT INTO connection_values VALUES ('saved'), (NULL)")
        database.execute("INSERT INTO secret_intents VALUES ('announced'), ('gone already')")
        database.commit()
    checks.forget_secrets(tmp_path / "w.sqlite")
    assert memory_keyring.passwords == {(SERVICE, "another program's"): PLANTED}


def test_a_connection_that_is_configured_otherwise_is_told(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "w.sqlite")) as database:
        database.executescript(
            "CREATE TABLE erp_actors (connection_id, actor_type, active);"
            "CREATE TABLE erp_fields (connection_id, actor_type, field_key, crm_key, direction);"
            "INSERT INTO erp_actors VALUES ('c', 'Customer', 1), ('c', 'Person', 0);"
            "INSERT INTO erp_fields VALUES ('c', 'Customer', 'NAME', 'NAME', '>');"
        )
    with pytest.raises(hands.Broken, match="another mapping of NAME"):
        setup_checks.require_configured(tmp_path / "w.sqlite", checks.Saved("c", "item"))


def test_waiting_ends_at_its_deadline_and_says_what_was_waited_for(qtbot: QtBot) -> None:
    with pytest.raises(hands.Broken, match="in vain: the tide"):
        hands.wait_for("the tide", lambda: False, seconds=0.05)


def test_the_erp_says_no_to_a_connection_that_nobody_made(tmp_path: Path) -> None:
    with ErpProcess(tmp_path / "erp.xlsx", "secret") as erp:
        assert not erp.knows("6f1f6d3c-0f55-4a05-9a1c-0d6a2a8c3b11")
    assert not erp.running
    with pytest.raises(hands.Broken, match="does not answer by hand"):
        erp.knows("6f1f6d3c-0f55-4a05-9a1c-0d6a2a8c3b11")
