"""Connections are saved, tested, deleted, and kept across restarts without their passwords."""

import base64
import uuid
import zipfile
from pathlib import Path

import pytest

from erpsync_desktop.sample_erp.contract import OPERATIONS
from erpsync_desktop.sample_erp.results import WorkbookUnusable
from erpsync_desktop.sample_erp.server import RunningServer, serve
from tests.sample_erp.raw_client import RawClient
from tests.sample_erp_server import GOOD_VALUES, INFO_VALUES, WARNING_VALUES, running_sample_erp

WITH_CONNECTION = sorted(set(OPERATIONS) - {"WSGetConfigData", "WSTestConfigData", "WSSaveConnection"})
CANARY = "Kanarienvogel-4711"


def test_a_saved_connection_tests_as_ok(connected: RawClient) -> None:
    assert connected.call("WSTestConnection")["State"] == "Ok"


@pytest.mark.parametrize("values", [INFO_VALUES, WARNING_VALUES])
def test_a_saved_connection_tests_like_its_values(connected: RawClient, values: dict[str, str]) -> None:
    connected.call("WSSaveConnection", ConnectionInfo=values)
    expected = connected.call("WSTestConfigData", ConnectionInfo=values)
    assert connected.call("WSTestConnection") == expected


@pytest.mark.parametrize("operation", WITH_CONNECTION)
def test_an_unknown_connection_is_refused_by_every_operation(client: RawClient, operation: str) -> None:
    client.connection = str(uuid.uuid4())
    answer = client.call(operation)
    assert (answer["IsOk"], answer["ErrorCode"]) == ("false", "UNKNOWN_CONNECTION_ID")


def test_a_deleted_connection_is_unknown(connected: RawClient) -> None:
    assert connected.call("WSDeleteConnection")["IsOk"] == "true"
    assert connected.call("WSTestConnection")["ErrorCode"] == "UNKNOWN_CONNECTION_ID"


@pytest.mark.parametrize("connection_id", ["", "no guid", str(uuid.UUID(int=0))])
def test_a_connection_needs_an_id_to_be_saved(client: RawClient, connection_id: str) -> None:
    answer = client.call("WSSaveConnection", ConnectionGuid=connection_id, ConnectionInfo=GOOD_VALUES)
    assert answer["ErrorCode"] == "BAD_CONNECTION_ID"


def test_an_id_may_be_spelled_in_capitals_and_braces(connected: RawClient) -> None:
    connected.connection = "{" + connected.connection.upper() + "}"
    assert connected.call("WSTestConnection")["State"] == "Ok"


def test_a_wrong_password_is_saved_and_fails_the_test(connected: RawClient) -> None:
    connected.call("WSSaveConnection", ConnectionInfo=GOOD_VALUES | {"Password": "wrong"})
    assert connected.call("WSTestConnection")["ErrorCode"] == "WRONG_PASSWORD"


def test_a_connection_saved_without_password_lacks_it(connected: RawClient) -> None:
    connected.call("WSSaveConnection", ConnectionInfo=GOOD_VALUES | {"Password": ""})
    assert connected.call("WSTestConnection")["ErrorCode"] == "MISSING_VALUE"


def test_a_changed_password_of_the_erp_fails_connections_saved_before(
    server: RunningServer, connected: RawClient
) -> None:
    server.erp.set_password("something new")
    assert connected.call("WSTestConnection")["ErrorCode"] == "WRONG_PASSWORD"
    connected.call("WSSaveConnection", ConnectionInfo=GOOD_VALUES | {"Password": "something new"})
    assert connected.call("WSTestConnection")["State"] == "Ok"


def test_connections_and_a_changed_password_outlast_a_restart(tmp_path: Path) -> None:
    guid = str(uuid.uuid4())
    with running_sample_erp(tmp_path) as server, RawClient(server.url) as client:
        server.erp.set_password("later")
        client.connection = guid
        client.call("WSSaveConnection", ConnectionInfo=GOOD_VALUES | {"Password": "later"})
    with running_sample_erp(tmp_path) as server, RawClient(server.url) as client:
        client.connection = guid
        assert client.call("WSTestConnection")["State"] == "Ok"


def test_no_file_holds_a_password(server: RunningServer, connected: RawClient, tmp_path: Path) -> None:
    server.erp.set_password(CANARY)
    values = GOOD_VALUES | {"Password": CANARY, "Passwort": CANARY}
    assert connected.call("WSSaveConnection", ConnectionInfo=values)["IsOk"] == "true"
    assert connected.call("WSTestConnection")["State"] == "Ok"
    texts = [CANARY.encode(), CANARY.encode("utf-16-le"), base64.b64encode(CANARY.encode())[:20]]
    for content in _contents(tmp_path):
        assert not any(text in content for text in texts)


def _contents(folder: Path) -> list[bytes]:
    contents = [path.read_bytes() for path in folder.iterdir()]
    with zipfile.ZipFile(folder / "erp.xlsx") as packed:
        contents += [packed.read(name) for name in packed.namelist()]
    return contents


def test_the_search_for_passwords_finds_what_is_there(connected: RawClient, tmp_path: Path) -> None:
    connected.call("WSSaveConnection", ConnectionInfo=GOOD_VALUES | {"UserName": CANARY})
    assert any(CANARY.encode() in content for content in _contents(tmp_path))


def test_a_damaged_file_of_connections_is_named(tmp_path: Path) -> None:
    (tmp_path / "erp.xlsx.connections.json").write_text("[]")
    with pytest.raises(WorkbookUnusable, match=r"connections\.json is damaged"):
        serve(tmp_path / "erp.xlsx")


def test_connections_that_cannot_be_written_are_an_error(connected: RawClient, tmp_path: Path) -> None:
    file = tmp_path / "erp.xlsx.connections.json"
    file.unlink()
    (file / "in the way").mkdir(parents=True)
    answer = connected.call("WSSaveConnection", ConnectionInfo=GOOD_VALUES)
    assert (answer["State"], answer["ErrorCode"]) == ("Error", "WORKBOOK_UNUSABLE")
    assert connected.call("WSTestConnection")["State"] == "Ok"
