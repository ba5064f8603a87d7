"""Requests and answers over plain HTTP."""

import gzip
import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from erpsync_desktop.http import Answer, HttpSession, Limits
from erpsync_desktop.model.errors import ConnectorUnreachable, NotAConnector, ProblemCode
from erpsync_desktop.model.watch import Stage, Watch
from tests.connectors.hostile import SILENCE, Hostile, Reply, Request, hostile, http
from tests.http.conftest import MakeSession

HEADERS = {"Content-Type": "text/xml", "SOAPAction": '"x"'}


def post(session: HttpSession, server: Hostile, query: str = "", *, repeatable: bool = True) -> Answer:
    return session.post(server.url + query, b"<question/>", HEADERS, Watch(), repeatable=repeatable)


def test_an_answer_has_status_headers_in_lower_case_and_body(session: HttpSession) -> None:
    with hostile(lambda _: http("<answer/>", "500 Oh", X_Kind="odd")) as server:
        answer = post(session, server)

    assert (answer.status, answer.headers["x-kind"], answer.body) == (500, "odd", b"<answer/>")


def test_a_request_carries_method_query_headers_and_body(session: HttpSession) -> None:
    with hostile(lambda _: http("<answer/>")) as server:
        post(session, server, "?ConnectorName=A%20B&x")

    request = server.requests[0]
    assert (request.method, request.target) == ("POST", "/Connector.svc?ConnectorName=A%20B&x")
    assert (request.headers["soapaction"], request.body) == ('"x"', b"<question/>")


def test_a_connection_is_kept_for_the_next_call(session: HttpSession) -> None:
    with hostile(lambda _: http("<answer/>")) as server:
        post(session, server)
        post(session, server)

        assert [request.connection for request in server.requests] == [1, 1]


def test_the_stages_of_a_first_call_are_told_in_order(session: HttpSession) -> None:
    seen: list[Stage] = []
    with hostile(lambda _: http("<answer/>")) as server:
        session.post(server.url, b"", {}, Watch(seen.append))

    assert seen == [Stage.RESOLVING, Stage.CONNECTING, Stage.ASKING, Stage.ANSWER]


def test_a_kept_connection_needs_no_stages_of_connecting(session: HttpSession) -> None:
    seen: list[Stage] = []
    with hostile(lambda _: http("<answer/>")) as server:
        post(session, server)
        session.post(server.url, b"", {}, Watch(seen.append))

    assert seen == [Stage.ASKING, Stage.ANSWER]


def test_reading_the_contract_is_one_stage(session: HttpSession) -> None:
    seen: list[Stage] = []
    with hostile(lambda _: http("<answer/>")) as server:
        session.get(server.url, {}, Watch(seen.append))

    assert seen == [Stage.RESOLVING, Stage.CONNECTING, Stage.CONTRACT]


def test_a_session_that_was_closed_can_be_used_again(session: HttpSession) -> None:
    with hostile(lambda _: http("<answer/>")) as server:
        post(session, server)
        session.close()

        assert post(session, server).status == 200


def test_a_compressed_answer_is_read(session: HttpSession) -> None:
    packed = gzip.compress(b"<answer/>")
    with hostile(lambda _: http(packed, Content_Encoding="gzip")) as server:
        assert post(session, server).body == b"<answer/>"


def test_an_answer_that_is_not_compressed_as_it_says_is_no_connectors(session: HttpSession) -> None:
    with (
        hostile(lambda _: http(b"not gzip", Content_Encoding="gzip")) as server,
        pytest.raises(NotAConnector) as caught,
    ):
        post(session, server)

    assert caught.value.problem.code is ProblemCode.ANSWER_NOT_XML


@pytest.mark.parametrize(
    "reply",
    [
        http(b"x", Content_Length=str(5 * 1024 * 1024)),
        http(b"x" * (3 * 1024 * 1024), Content_Length="", Connection="close"),
        http(gzip.compress(bytes(50 * 1024 * 1024)), Content_Encoding="gzip"),
    ],
    ids=["announced", "unannounced", "gzip bomb"],
)
def test_an_answer_that_is_too_large_is_given_up(make_session: MakeSession, reply: bytes) -> None:
    session = make_session(Limits(most_bytes=2 * 1024 * 1024))
    with hostile(lambda _: reply) as server, pytest.raises(NotAConnector) as caught:
        post(session, server)

    assert caught.value.problem.code is ProblemCode.ANSWER_TOO_LARGE
    assert caught.value.problem.params["limit"] == 2


def test_a_redirect_is_not_followed_and_named_by_its_origin_alone(session: HttpSession) -> None:
    reply = http("<html/>", "302 Found", Location="https://user:secret@other.example/path?token=1")
    with hostile(lambda _: reply) as server, pytest.raises(NotAConnector) as caught:
        post(session, server)

    assert caught.value.problem.code is ProblemCode.REDIRECTED
    assert caught.value.problem.params == {"status": 302, "location": "https://other.example"}
    assert len(server.requests) == 1


def test_a_redirect_to_nowhere_is_named_without_a_place(session: HttpSession) -> None:
    reply = http("", "301 Moved", Location="http://[broken")
    with hostile(lambda _: reply) as server, pytest.raises(NotAConnector) as caught:
        post(session, server)

    assert caught.value.problem.params == {"status": 301, "location": ""}


def test_the_body_of_a_redirect_is_never_read(make_session: MakeSession) -> None:
    session = make_session(Limits(read=60, total=60))

    def endless(_: Request) -> Reply:
        return (http("", "302 Found", Location="/x", Content_Length="99999999"), *SILENCE)

    with hostile(endless) as server, pytest.raises(NotAConnector) as caught:
        post(session, server)

    assert caught.value.problem.code is ProblemCode.REDIRECTED


def test_cookies_are_not_sent_back(session: HttpSession) -> None:
    with hostile(lambda _: http("<answer/>", Set_Cookie="id=1; Path=/")) as server:
        post(session, server)
        post(session, server)

    assert "cookie" not in server.requests[1].headers


def test_neither_netrc_nor_proxy_variables_are_used(
    session: HttpSession, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with hostile(lambda _: http("<answer/>")) as server:
        post(session, server)

    assert "authorization" not in server.requests[0].headers


@pytest.mark.parametrize(
    "reply",
    [b"SSH-2.0-OpenSSH_9.2\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n"],
    ids=["another protocol", "too many headers"],
)
def test_what_speaks_no_http_is_no_connector(session: HttpSession, reply: bytes) -> None:
    with hostile(lambda _: reply) as server, pytest.raises(NotAConnector) as caught:
        post(session, server)

    assert caught.value.problem.detail == "not HTTP"


@pytest.mark.parametrize(
    "pieces",
    [(), (b"HTTP/1.1 200",), (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<half",)],
    ids=["without a word", "in the first line", "in the body"],
)
def test_a_server_that_hangs_up_is_lost(session: HttpSession, pieces: Iterable[bytes]) -> None:
    with (
        hostile(lambda _: _then_hang_up(pieces)) as server,
        pytest.raises(ConnectorUnreachable) as caught,
    ):
        post(session, server)

    assert caught.value.problem.code is ProblemCode.CONNECTION_LOST
    assert caught.value.problem.params == {"host": "127.0.0.1"}
    assert len(server.requests) == 1


def _then_hang_up(pieces: Iterable[bytes]) -> Iterator[bytes]:
    yield from pieces
    raise OSError


def _stale_after_first(request: Request) -> Reply:
    return http("<answer/>") if request.connection > 1 or not _seen(request) else None


_SEEN: set[int] = set()


def _seen(request: Request) -> bool:
    known = request.connection in _SEEN
    _SEEN.add(request.connection)
    return known


@pytest.fixture(autouse=True)
def nothing_seen() -> None:
    _SEEN.clear()


def test_a_kept_connection_that_turns_out_closed_is_replaced_once(session: HttpSession) -> None:
    with hostile(_stale_after_first) as server:
        post(session, server)

        assert post(session, server).body == b"<answer/>"
        assert [request.connection for request in server.requests] == [1, 1, 2]


def test_what_must_not_be_done_twice_is_not_sent_twice(session: HttpSession) -> None:
    with hostile(_stale_after_first) as server:
        post(session, server)

        with pytest.raises(ConnectorUnreachable) as caught:
            post(session, server, repeatable=False)

        assert caught.value.problem.code is ProblemCode.CONNECTION_LOST
        assert len(server.requests) == 2


def test_a_call_is_never_repeated_after_a_byte_of_the_answer(session: HttpSession) -> None:
    def half(request: Request) -> Reply:
        return _then_hang_up([b"HTTP/1.1 2"]) if _seen(request) else http("<answer/>")

    with hostile(half) as server:
        post(session, server)

        with pytest.raises(ConnectorUnreachable):
            post(session, server)

        assert len(server.requests) == 2


def test_the_log_names_operation_host_and_outcome_but_no_query_and_no_body(
    session: HttpSession, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with hostile(lambda _: http("<secret-answer/>")) as server:
        session.post(f"{server.url}?key=hidden", b"<secret/>", {}, Watch(), operation="WSGetList")

    assert "WSGetList 127.0.0.1: 200 in" in caplog.text
    assert not any(word in caplog.text for word in ("hidden", "secret", "Connector.svc"))


def test_the_log_names_what_went_wrong(session: HttpSession, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    with hostile(lambda _: None) as server, pytest.raises(ConnectorUnreachable):
        post(session, server)

    assert "POST 127.0.0.1: connect.lost in" in caplog.text


def test_no_exception_holds_on_to_the_request(session: HttpSession) -> None:
    reply = b"HTTP/1.1 200"
    with hostile(lambda _: _then_hang_up([reply])) as server, pytest.raises(ConnectorUnreachable) as caught:
        post(session, server)

    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
