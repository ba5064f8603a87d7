"""Names, addresses and connections, each failure told apart."""

import errno
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from erpsync_desktop._http import sockets
from erpsync_desktop.http import HttpSession, Limits
from erpsync_desktop.model.errors import ConnectorUnreachable, OperationCancelled, Problem, ProblemCode
from erpsync_desktop.model.watch import Stage, Watch
from tests.connectors.hostile import hostile, http
from tests.http.cancelling import cancel_when
from tests.http.conftest import MakeSession

LISTED = (socket.AF_INET, socket.SOCK_STREAM, 6, "")


def failure(session: HttpSession, url: str) -> Problem:
    with pytest.raises(ConnectorUnreachable) as caught:
        session.post(url, b"", {}, Watch())
    return caught.value.problem


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port that refuses, and that nobody else takes meanwhile."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


def listing(monkeypatch: pytest.MonkeyPatch, *ports: int) -> None:
    """Have every name resolve to these ports of this computer."""
    found = [(*LISTED, ("127.0.0.1", port)) for port in ports]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_arguments, **_options: found)


def failing(monkeypatch: pytest.MonkeyPatch, *codes: int) -> None:
    """Have connections fail with these error numbers, one after the other."""
    numbers = iter(codes)
    monkeypatch.setattr(socket.socket, "connect_ex", lambda _socket, _address: next(numbers))


def test_a_port_where_nobody_listens_refuses(session: HttpSession, closed_port: int) -> None:
    problem = failure(session, f"http://127.0.0.1:{closed_port}/x")

    assert problem.code is ProblemCode.CONNECTION_REFUSED
    assert problem.params == {"host": "127.0.0.1", "port": closed_port}


def test_a_name_that_is_unknown_is_not_resolved(
    session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_arguments: Any, **_options: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    problem = failure(session, "http://nowhere.example/x")

    assert problem.code is ProblemCode.NAME_NOT_RESOLVED
    assert problem.params == {"host": "nowhere.example"}
    assert problem.detail == "Name or service not known"


@pytest.mark.parametrize("url", ["http://a..b/x", f"http://{'a' * 70}.example/x", "http://*.example/x"])
def test_a_name_that_cannot_be_one_is_not_resolved(session: HttpSession, url: str) -> None:
    assert failure(session, url).code is ProblemCode.NAME_NOT_RESOLVED


def test_a_name_that_python_cannot_encode_is_not_resolved(
    session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_arguments: Any, **_options: Any) -> Any:
        raise UnicodeError("label empty or too long")

    monkeypatch.setattr(socket, "getaddrinfo", unreadable)

    assert failure(session, "http://odd.example/x").code is ProblemCode.NAME_NOT_RESOLVED


def test_a_name_without_addresses_is_not_resolved(
    session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing(monkeypatch)

    assert failure(session, "http://empty.example/x").code is ProblemCode.NAME_NOT_RESOLVED


@pytest.fixture
def hanging_lookup(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A name server that does not answer before the test ends; set once it is asked."""
    asked, over = threading.Event(), threading.Event()

    def hang(*_arguments: Any, **_options: Any) -> Any:
        asked.set()
        over.wait(30)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    yield asked
    over.set()


@pytest.mark.usefixtures("hanging_lookup")
def test_a_name_server_that_does_not_answer_is_given_up(make_session: MakeSession) -> None:
    problem = failure(make_session(Limits(connect=0.3)), "http://slow.example/x")

    assert problem.code is ProblemCode.NAME_NOT_RESOLVED


@pytest.mark.usefixtures("hanging_lookup")
def test_the_deadline_holds_during_name_resolution(make_session: MakeSession) -> None:
    problem = failure(make_session(Limits(connect=30, total=0.3)), "http://slow.example/x")

    assert problem.code is ProblemCode.DEADLINE


def test_name_resolution_can_be_cancelled(session: HttpSession, hanging_lookup: threading.Event) -> None:
    watch = Watch()
    canceller = cancel_when(hanging_lookup, watch)
    with pytest.raises(OperationCancelled):
        session.post("http://slow.example/x", b"", {}, watch)
    canceller.join()


def test_the_next_address_is_tried(
    session: HttpSession, closed_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hostile(lambda _: http("<answer/>")) as server:
        listing(monkeypatch, closed_port, server.port)

        assert session.post("http://two.example/x", b"", {}, Watch()).status == 200


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ECONNREFUSED, ProblemCode.CONNECTION_REFUSED),
        (errno.ENETUNREACH, ProblemCode.NETWORK_UNREACHABLE),
        (errno.EHOSTUNREACH, ProblemCode.NETWORK_UNREACHABLE),
        (errno.EADDRNOTAVAIL, ProblemCode.NETWORK_UNREACHABLE),
        (errno.ETIMEDOUT, ProblemCode.CONNECT_TIMEOUT),
        (errno.EPERM, ProblemCode.CONNECTION_LOST),
    ],
)
def test_each_way_not_to_connect_has_its_problem(
    session: HttpSession, monkeypatch: pytest.MonkeyPatch, number: int, code: ProblemCode
) -> None:
    listing(monkeypatch, 80)
    failing(monkeypatch, number)

    assert failure(session, "http://one.example/x").code is code


def test_of_several_failures_the_most_telling_is_named(
    session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing(monkeypatch, 80, 81)
    failing(monkeypatch, errno.ENETUNREACH, errno.ECONNREFUSED)

    assert failure(session, "http://two.example/x").code is ProblemCode.CONNECTION_REFUSED


@pytest.fixture
def no_way_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections that are never answered."""

    def nothing(_socket: object, seconds: float) -> None:
        threading.Event().wait(seconds)
        raise TimeoutError

    monkeypatch.setattr(sockets, "_writable", nothing)


@pytest.mark.usefixtures("no_way_through")
def test_an_address_that_does_not_answer_is_given_up(make_session: MakeSession, closed_port: int) -> None:
    problem = failure(make_session(Limits(connect=0.3)), f"http://127.0.0.1:{closed_port}/x")

    assert problem.code is ProblemCode.CONNECT_TIMEOUT
    assert problem.params["port"] == closed_port


@pytest.mark.usefixtures("no_way_through")
def test_the_deadline_holds_while_connecting(make_session: MakeSession, closed_port: int) -> None:
    session = make_session(Limits(connect=30, total=0.3))

    assert failure(session, f"http://127.0.0.1:{closed_port}/x").code is ProblemCode.DEADLINE


@pytest.mark.usefixtures("no_way_through")
def test_connecting_can_be_cancelled(session: HttpSession, closed_port: int) -> None:
    connecting = threading.Event()
    watch = Watch(lambda stage: connecting.set() if stage is Stage.CONNECTING else None)
    canceller = cancel_when(connecting, watch)
    with pytest.raises(OperationCancelled):
        session.post(f"http://127.0.0.1:{closed_port}/x", b"", {}, watch)
    canceller.join()


def test_a_connection_that_is_not_there_at_once_is_waited_for() -> None:
    with socket.socket() as waiting, socket.create_server(("127.0.0.1", 0)) as listener:
        waiting.setblocking(False)
        waiting.connect_ex(listener.getsockname())

        sockets._writable(waiting, 5)

        assert waiting.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0


def test_a_socket_that_is_full_is_not_waited_for_longer_than_told() -> None:
    here, there = socket.socketpair()
    with here, there:
        here.setblocking(False)
        with suppress(BlockingIOError):
            while True:
                here.send(bytes(65_536))

        with pytest.raises(TimeoutError):
            sockets._writable(here, 0.01)
