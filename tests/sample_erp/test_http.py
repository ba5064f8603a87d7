"""How the sample ERP behaves on the wire: order, packets, and requests that mean harm."""

import http.client
import socket
from typing import Any
from urllib.parse import urlsplit

import pytest

from erpsync_desktop.sample_erp.server import RunningServer
from tests.sample_erp.raw_client import (
    EIS,
    SERVICE,
    SOAP,
    RawClient,
    envelope,
    fault_of,
    names_of,
    result_of,
)
from tests.sample_erp_server import GOOD_VALUES

ACTION = f"{SERVICE}/SampleErp/WSGetConfigData"
CALL = envelope("WSGetConfigData", {})


def test_members_are_written_base_first_and_by_alphabet(client: RawClient) -> None:
    names = names_of(client.post(CALL, ACTION)[1])
    plain = [name.removeprefix(f"{{{EIS}}}") for name in names]
    assert plain == [
        "ErrorCode",
        "IsOk",
        "State",
        "TechExplanation",
        "UserExplanation",
        "FieldMetaDataObjects",
    ]


def test_members_of_a_request_are_read_in_any_order(connected: RawClient) -> None:
    members: dict[str, Any] = {"SearchText": "bremen", "FieldKeys": ["NAME"], "ActorType": "Customer"}
    first = connected.call("WSSearchActors", **members)
    body = envelope("WSSearchActors", {**members, "ConnectionGuid": connected.connection})
    assert result_of(connected.post(body, f"{SERVICE}/SampleErp/WSSearchActors")[1]) == first
    assert len(first["Actors"]) == 2


def test_headers_and_body_arrive_in_one_packet_and_the_connection_stays(server: RunningServer) -> None:
    parts = urlsplit(server.url)
    assert parts.hostname
    assert parts.port
    head = (
        f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: text/xml\r\n"
        f'SOAPAction: "{ACTION}"\r\nContent-Length: {len(CALL)}\r\n\r\n'
    )
    with socket.create_connection((parts.hostname, parts.port), timeout=30) as wire:
        for _ in range(5):
            wire.sendall(head.encode() + CALL)
            answer = wire.recv(1 << 20)
            assert answer.startswith(b"HTTP/1.1 200 OK")
            assert answer.endswith(b"</s:Envelope>")


BOMB = (
    b'<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "The request is not well-formed XML."),
        (b"<a", "The request is not well-formed XML."),
        (b"<html/>", "The request is not a SOAP 1.1 envelope."),
        (b"<!DOCTYPE x>" + CALL, "A document type definition is not accepted."),
        (BOMB + CALL, "A document type definition is not accepted."),
        (BOMB + CALL.replace(b"WSGetConfigData", b"&c;"), "The request is not well-formed XML."),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + CALL, "A document type definition is not accepted."),
        (b"<a>" * 5000 + b"</a>" * 5000, "The request is not well-formed XML."),
        (envelope("WSMeltDown", {}), "The operation is not part of the Sync Connector contract."),
        (
            envelope("WSGetConfigData", {}, "urn:x"),
            "The operation is not part of the Sync Connector contract.",
        ),
        (f'<s:Envelope xmlns:s="{SOAP}"/>'.encode(), "The SOAP body has to hold exactly one call."),
        (CALL.replace(b"WSGetConfigData", b"WSGetList"), "The element 'request' is missing."),
    ],
)
def test_a_request_that_is_no_call_is_a_fault(client: RawClient, body: bytes, sentence: str) -> None:
    status, answer = client.post(body, ACTION)
    assert (status, fault_of(answer)) == (500, sentence)


def test_an_external_entity_is_not_read(client: RawClient, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text("HAM")
    body = envelope("WSGetList", {"ListName": "@"}).replace(b">@<", b">&x;<")
    doctype = f'<!DOCTYPE x [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    status, answer = client.post(doctype + body, f"{SERVICE}/SampleErp/WSGetList")
    assert (status, fault_of(answer)) == (500, "A document type definition is not accepted.")


def test_ten_megabytes_are_refused(client: RawClient) -> None:
    status, answer = client.post(CALL + b" " * 10_000_000, ACTION)
    assert (status, fault_of(answer)) == (413, "The request is too big.")
    assert client.call("WSGetConfigData")["State"] == "Ok"


@pytest.mark.parametrize(
    ("pairs", "sentence"),
    [
        ("<b:X/>", "A dictionary holds an entry without a key."),
        ("<b:X><b:Key>k</b:Key></b:X>" * 2, "A dictionary holds a key twice."),
        (
            "<b:X><b:Key>k</b:Key><b:Value><b:Y/></b:Value></b:X>",
            "An element holds elements where text is expected.",
        ),
    ],
)
def test_a_dictionary_out_of_form_is_a_fault(client: RawClient, pairs: str, sentence: str) -> None:
    body = envelope("WSTestConfigData", {"ConnectionInfo": "@"}).replace(b"@", pairs.encode())
    status, answer = client.post(body, f"{SERVICE}/SampleErp/WSTestConfigData")
    assert (status, fault_of(answer)) == (500, sentence)


def test_another_content_type_is_a_fault(client: RawClient) -> None:
    assert client.post(CALL, ACTION, content_type="application/json")[0] == 415


def test_a_name_that_is_not_of_this_machine_is_refused(client: RawClient) -> None:
    status, _ = client.post(CALL, ACTION, Host="evil.example")
    assert status == 403


@pytest.mark.parametrize(
    ("method", "target", "status"),
    [("GET", "/", 404), ("GET", "/sampleerp.SVC", 200), ("GET", "/SampleErp.svc?xsd=xsd9", 404),
     ("DELETE", "/SampleErp.svc", 405)],
)  # fmt: skip
def test_other_requests_get_a_fitting_status(
    client: RawClient, method: str, target: str, status: int
) -> None:
    assert client.send(method, target)[0] == status


def test_an_error_of_its_own_is_a_fault_without_stack_trace(
    server: RunningServer,
    client: RawClient,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(operation: str, request: object) -> dict[str, Any]:
        raise RuntimeError("wires crossed")

    monkeypatch.setattr(server.erp, "answer", broken)
    status, body = client.post(CALL, ACTION)
    assert status == 500
    assert fault_of(body) == "The sample ERP met an error of its own. Its log says more."
    assert b"wires" not in body
    assert "wires crossed" in caplog.text


def test_the_server_listens_on_the_loopback_address_only(server: RunningServer) -> None:
    assert urlsplit(server.url).hostname == "127.0.0.1"
    with socket.socket() as other:
        other.settimeout(2)
        outside = socket.gethostbyname_ex(socket.gethostname())[2] or ["127.0.0.2"]
        address = next((one for one in outside if not one.startswith("127.")), "127.0.0.2")
        assert other.connect_ex((address, urlsplit(server.url).port or 0)) != 0


def test_a_text_of_any_length_is_judged_and_not_choked_on(client: RawClient) -> None:
    answer = client.call("WSTestConfigData", ConnectionInfo=GOOD_VALUES | {"UserName": "ü" * 1_000_000})
    assert answer["ErrorCode"] == "VALUE_TOO_LONG"


def test_a_client_that_speaks_http_1_0_is_answered(server: RunningServer) -> None:
    parts = urlsplit(server.url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=30)
    connection._http_vsn, connection._http_vsn_str = 10, "HTTP/1.0"  # type: ignore[attr-defined]
    connection.request(
        "POST", parts.path, CALL, {"Content-Type": "text/xml", "SOAPAction": ACTION, "Host": parts.netloc}
    )
    assert connection.getresponse().status == 200
    connection.close()
