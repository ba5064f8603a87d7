"""Starting, stopping, sharing and not sharing a workbook; the command."""

import os
import signal
import socket
import subprocess
import sys
import uuid
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from erpsync_desktop.sample_erp import workbook as workbook_module
from erpsync_desktop.sample_erp.__main__ import main
from erpsync_desktop.sample_erp.server import PortUnusable, RunningServer, WorkbookUnusable, serve
from tests.sample_erp.raw_client import RawClient
from tests.sample_erp_server import GOOD_VALUES, running_sample_erp


@contextmanager
def command(workbook: Path, port: int = 0) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command as a process of its own, and its first line."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "erpsync_desktop.sample_erp",
            "--port",
            str(port),
            "--workbook",
            str(workbook),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        creationflags=NEW_GROUP,
    )
    try:
        assert process.stdout
        yield process, process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


def create(client: RawClient, name: str) -> str:
    actor = {"ActorType": "Project", "FieldValues": {"NAME": name}}
    key = client.call("WSCreateActor", Actor=actor)["Actor"]["ErpKey"]
    assert isinstance(key, str)
    return key


def test_closing_twice_does_no_harm(tmp_path: Path) -> None:
    with running_sample_erp(tmp_path) as server:
        server.close()
        server.close()
    assert server.wait(0)


def test_a_second_server_on_the_workbook_is_refused(server: RunningServer, tmp_path: Path) -> None:
    with pytest.raises(WorkbookUnusable, match=r"^Another sample ERP is serving .*erp\.xlsx"):
        serve(tmp_path / "erp.xlsx")


def test_a_server_in_another_process_keeps_this_one_off(tmp_path: Path) -> None:
    with command(tmp_path / "erp.xlsx") as (_, line):
        assert line.startswith("Sample ERP answers at http://127.0.0.1:")
        with pytest.raises(WorkbookUnusable, match=r"^Another"):
            serve(tmp_path / "erp.xlsx")


def test_the_workbook_is_free_after_a_server_was_killed(tmp_path: Path) -> None:
    with command(tmp_path / "erp.xlsx") as (process, _):
        process.kill()
        process.wait(10)
        with running_sample_erp(tmp_path) as server, RawClient(server.url) as client:
            assert client.call("WSGetConfigData")["State"] == "Ok"


if sys.platform == "win32":
    ENDING, NEW_GROUP = [signal.CTRL_BREAK_EVENT], subprocess.CREATE_NEW_PROCESS_GROUP
else:
    ENDING, NEW_GROUP = [signal.SIGINT, signal.SIGTERM], 0


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_ends_the_command_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    with command(tmp_path / "erp.xlsx") as (process, _):
        process.send_signal(number)
        _, errors = process.communicate(timeout=10)
        assert (process.returncode, errors) == (0, "")


def test_a_port_in_use_is_a_sentence(server: RunningServer, tmp_path: Path) -> None:
    port = int(server.url.split(":")[2].split("/")[0])
    with pytest.raises(PortUnusable, match=rf"^Port {port} cannot be used: .*Choose another"):
        serve(tmp_path / "other.xlsx", port)
    assert not (tmp_path / "other.xlsx").exists()


def test_a_port_that_cannot_be_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PortUnusable, match="from 0 to 65535"):
        serve(tmp_path / "erp.xlsx", 70000)


def test_a_server_takes_the_port_it_is_given(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with running_sample_erp(tmp_path, port=port) as server:
        assert server.url == f"http://127.0.0.1:{port}/SampleErp.svc"


def test_the_command_tells_what_is_wrong_and_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    (tmp_path / "letter.xlsx").write_text("Dear Sir or Madam")
    assert main(["--workbook", str(tmp_path / "letter.xlsx")]) == 2
    assert capsys.readouterr().err.endswith("is not an Excel workbook (.xlsx), or is damaged.\n")


def test_a_foreign_workbook_is_refused_and_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "budget.xlsx"
    Workbook().save(path)
    before = path.read_bytes()
    with pytest.raises(WorkbookUnusable, match="not a workbook of the sample ERP"):
        serve(path)
    assert path.read_bytes() == before


def test_a_zip_archive_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "erp.xlsx", "w") as packed:
        packed.writestr("readme.txt", "hello")
    with pytest.raises(WorkbookUnusable, match="is not an Excel workbook"):
        serve(tmp_path / "erp.xlsx")


def test_a_folder_is_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "erp.xlsx").mkdir()
    with pytest.raises(WorkbookUnusable, match=r"cannot be read|may not be read"):
        serve(tmp_path / "erp.xlsx")


def test_a_workbook_under_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkbookUnusable, match="cannot be made"):
        serve(tmp_path / "file" / "erp.xlsx")


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "sentence"),
    [
        ("Customers", "A1", "Key", "The sheet 'Customers' lacks the columns ErpKey"),
        ("Company", "B1", "erpsync-sample-erp 99", "or of another version of it"),
        ("Company", "B4", None, "lacks PasswordSalt"),
        ("Suppliers", "R2", "soon", "The sheet 'Suppliers', row 2, column DELIVERY_DAYS holds no Integer"),
    ],
)
def test_a_workbook_that_was_spoilt_names_the_place(
    tmp_path: Path, sheet: str, cell: str, value: str | None, sentence: str
) -> None:
    with running_sample_erp(tmp_path):
        pass
    book = load_workbook(tmp_path / "erp.xlsx")
    book[sheet][cell] = value
    book.save(tmp_path / "erp.xlsx")
    with pytest.raises(WorkbookUnusable, match=sentence):
        serve(tmp_path / "erp.xlsx")


def test_two_clients_that_write_at_once_lose_nothing(server: RunningServer, tmp_path: Path) -> None:
    guid = str(uuid.uuid4())

    def work(worker: int) -> list[str]:
        with RawClient(server.url) as client:
            client.connection = guid
            return [create(client, f"Projekt {worker}-{number}") for number in range(10)]

    with RawClient(server.url) as client:
        client.connection = guid
        client.call("WSSaveConnection", ConnectionInfo=GOOD_VALUES)
    with ThreadPoolExecutor(2) as pool:
        keys = [key for made in pool.map(work, range(2)) for key in made]
    assert len(set(keys)) == 20
    sheet = load_workbook(tmp_path / "erp.xlsx")["Projects"]
    assert set(keys) <= {str(row[0].value) for row in sheet.iter_rows(min_row=2)}
    assert sheet.max_row == 31


def test_a_write_that_fails_changes_nothing(
    connected: RawClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (tmp_path / "erp.xlsx").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(workbook_module, "replace_file", full)
        actor = {"ActorType": "Project", "FieldValues": {"NAME": "zu viel"}}
        answer = connected.call("WSCreateActor", Actor=actor)
    assert answer["ErrorCode"] == "WORKBOOK_UNUSABLE"
    assert "No space left on device" in answer["TechExplanation"]
    assert connected.call("WSSearchActors", ActorType="Project", SearchText="zu viel")["Actors"] in ("", None)
    assert (tmp_path / "erp.xlsx").read_bytes() == before
    assert create(connected, "passt") == "J-10011"


def test_no_temporary_file_stays(connected: RawClient, tmp_path: Path) -> None:
    create(connected, "eins")
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"erp.xlsx", "erp.xlsx.lock", "erp.xlsx.connections.json"}


def test_files_are_for_their_user_alone(connected: RawClient, tmp_path: Path) -> None:
    create(connected, "eins")
    if os.name == "posix":
        assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}


def test_a_server_that_cannot_start_lets_the_workbook_and_the_port_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError("no threads left")

    with monkeypatch.context() as patch:
        patch.setattr("waitress.create_server", refuse)
        with pytest.raises(RuntimeError):
            serve(tmp_path / "erp.xlsx")
    with running_sample_erp(tmp_path) as server, RawClient(server.url) as client:
        assert client.call("WSGetConfigData")["State"] == "Ok"
