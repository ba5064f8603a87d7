"""Certificates: verified, and explained where they are not accepted."""

import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from erpsync_desktop._http import connections
from erpsync_desktop.http import HttpSession, Limits
from erpsync_desktop.model.errors import ConnectorUnreachable, OperationCancelled, Problem, ProblemCode
from erpsync_desktop.model.watch import Stage, Watch
from tests.connectors.hostile import SILENCE, Hostile, Request, hostile, http
from tests.http.cancelling import cancel_when
from tests.http.certificates import DAY, NOW, Issued, authority, issue, server_context, trusting
from tests.http.conftest import MakeSession


@pytest.fixture(scope="module")
def trusted() -> Issued:
    """The authority that the clients of this module trust."""
    return authority("Trusted Authority")


@pytest.fixture
def session(make_session: MakeSession, trusted: Issued) -> HttpSession:
    return make_session(ssl_context=lambda: trusting(trusted))


def problem_with(session: HttpSession, shown: Issued, folder: Path, watch: Watch | None = None) -> Problem:
    with (
        hostile(lambda _: http("<answer/>"), server_context(shown, folder)) as server,
        pytest.raises(ConnectorUnreachable) as caught,
    ):
        session.post(server.url, b"<secret/>", {}, watch or Watch())
    assert not server.requests
    return caught.value.problem


def test_a_trusted_server_is_asked(session: HttpSession, trusted: Issued, tmp_path: Path) -> None:
    seen: list[Stage] = []
    with hostile(lambda _: http("<answer/>"), server_context(issue(issuer=trusted), tmp_path)) as server:
        answer = session.post(server.url, b"", {}, Watch(seen.append))

    assert answer.body == b"<answer/>"
    assert seen == [Stage.RESOLVING, Stage.CONNECTING, Stage.CERTIFICATE, Stage.ASKING, Stage.ANSWER]


def test_a_secure_connection_is_kept(session: HttpSession, trusted: Issued, tmp_path: Path) -> None:
    with hostile(lambda _: http("<answer/>"), server_context(issue(issuer=trusted), tmp_path)) as server:
        session.post(server.url, b"", {}, Watch())
        session.post(server.url, b"", {}, Watch())

        assert server.connections == 1


def test_an_answer_that_takes_its_time_over_tls_is_read(
    session: HttpSession, trusted: Issued, tmp_path: Path
) -> None:
    servers: list[Hostile] = []

    def slow(_: Request) -> Iterator[bytes]:
        for piece in (b"HTTP/1.1 200 OK\r\nContent-", b"Length: 6\r\n\r\nsl", b"owly"):
            servers[0].stop.wait(0.25)
            yield piece

    with hostile(slow, server_context(issue(issuer=trusted), tmp_path)) as server:
        servers.append(server)

        assert session.post(server.url, b"", {}, Watch()).body == b"slowly"


def test_silence_over_tls_can_be_cancelled(
    make_session: MakeSession, trusted: Issued, tmp_path: Path
) -> None:
    session = make_session(Limits(read=60, total=60), ssl_context=lambda: trusting(trusted))
    watch = Watch()
    with hostile(lambda _: SILENCE, server_context(issue(issuer=trusted), tmp_path)) as server:
        canceller = cancel_when(server.asked, watch)
        with pytest.raises(OperationCancelled):
            session.post(server.url, b"", {}, watch)
        canceller.join()


def test_a_self_signed_certificate_is_named_so(session: HttpSession, tmp_path: Path) -> None:
    problem = problem_with(session, issue(), tmp_path)

    assert problem.code is ProblemCode.TLS_SELF_SIGNED
    assert problem.params == {"host": "127.0.0.1"}


def test_an_unknown_authority_is_named(session: HttpSession, tmp_path: Path) -> None:
    problem = problem_with(session, issue(issuer=authority("Müller & Co CA")), tmp_path)

    assert problem.code is ProblemCode.TLS_UNTRUSTED
    assert problem.params == {"host": "127.0.0.1", "issuer": "Müller & Co CA"}


def test_an_expired_certificate_is_named_so(session: HttpSession, trusted: Issued, tmp_path: Path) -> None:
    shown = issue(issuer=trusted, start=NOW - 9 * DAY, end=NOW - DAY)

    assert problem_with(session, shown, tmp_path).code is ProblemCode.TLS_EXPIRED


def test_a_certificate_of_tomorrow_is_named_so(session: HttpSession, trusted: Issued, tmp_path: Path) -> None:
    shown = issue(issuer=trusted, start=NOW + DAY)

    assert problem_with(session, shown, tmp_path).code is ProblemCode.TLS_NOT_YET_VALID


def test_a_certificate_of_another_host_is_named_so(
    session: HttpSession, trusted: Issued, tmp_path: Path
) -> None:
    shown = issue("other.example", issuer=trusted)

    assert problem_with(session, shown, tmp_path).code is ProblemCode.TLS_WRONG_HOST


def test_the_trust_store_of_the_system_does_not_know_our_authority(
    make_session: MakeSession, trusted: Issued, tmp_path: Path
) -> None:
    problem = problem_with(make_session(), issue(issuer=trusted), tmp_path)

    assert problem.params == {"host": "127.0.0.1", "issuer": "Trusted Authority"}


def test_a_certificate_that_cannot_be_read_again_is_still_a_problem(
    session: HttpSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        connections.WatchedHTTPSConnection, "_presented_certificate", lambda _self, _host: None
    )

    assert problem_with(session, issue(), tmp_path).code is ProblemCode.TLS_SELF_SIGNED


def test_a_server_that_is_gone_at_the_second_handshake_is_still_explained(
    session: HttpSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reach = connections.WatchedHTTPSConnection._reach
    times: list[int] = []

    def once(connection: connections.WatchedHTTPSConnection) -> Any:
        times.append(1)
        if len(times) > 1:
            raise ConnectionRefusedError
        return reach(connection)

    monkeypatch.setattr(connections.WatchedHTTPSConnection, "_reach", once)

    assert problem_with(session, issue(), tmp_path).code is ProblemCode.TLS_SELF_SIGNED


def garbage(server_side: Callable[[Any], None]) -> ssl.SSLContext:
    """What a server does in place of a handshake."""

    class Odd(ssl.SSLContext):
        def wrap_socket(self, sock: Any, *_arguments: Any, **_options: Any) -> Any:
            server_side(sock)
            return sock

    return Odd(ssl.PROTOCOL_TLS_SERVER)


def listen(sock: Any) -> None:
    """Take what comes, and say nothing, until the other side hangs up."""
    while sock.recv(65_536):
        pass


def test_garbage_in_place_of_a_handshake_is_a_failure_of_tls(session: HttpSession) -> None:
    context = garbage(lambda sock: sock.sendall(b"HTTP/1.0 400 Bad\r\n\r\n"))
    with hostile(lambda _: SILENCE, context) as server, pytest.raises(ConnectorUnreachable) as caught:
        session.post(server.url, b"", {}, Watch())

    assert caught.value.problem.code is ProblemCode.TLS_FAILED
    assert caught.value.problem.detail


def test_a_server_that_hangs_up_during_the_handshake_is_told(session: HttpSession) -> None:
    def hang_up(sock: Any) -> None:
        sock.recv(1)  # leaves bytes unread, so that closing resets
        sock.close()

    with hostile(lambda _: None, garbage(hang_up)) as server, pytest.raises(ConnectorUnreachable) as caught:
        session.post(server.url, b"", {}, Watch())

    assert caught.value.problem.code in {ProblemCode.CONNECTION_LOST, ProblemCode.TLS_FAILED}


def test_a_server_that_is_silent_during_the_handshake_is_given_up(
    make_session: MakeSession, trusted: Issued
) -> None:
    session = make_session(Limits(connect=0.4), ssl_context=lambda: trusting(trusted))
    silent = garbage(listen)
    with hostile(lambda _: SILENCE, silent) as server, pytest.raises(ConnectorUnreachable) as caught:
        session.post(server.url, b"", {}, Watch())

    assert caught.value.problem.code is ProblemCode.CONNECT_TIMEOUT


def test_a_handshake_can_be_cancelled(session: HttpSession) -> None:
    shaking = threading.Event()
    watch = Watch(lambda stage: shaking.set() if stage is Stage.CERTIFICATE else None)
    with hostile(lambda _: SILENCE, garbage(listen)) as server:
        canceller = cancel_when(shaking, watch)
        with pytest.raises(OperationCancelled):
            session.post(server.url, b"", {}, watch)
        canceller.join()


def test_a_host_that_cannot_be_in_a_certificate_is_a_failure_of_tls(
    session: HttpSession, monkeypatch: pytest.MonkeyPatch, trusted: Issued
) -> None:
    class Refusing(ssl.SSLContext):
        def wrap_socket(self, *_arguments: Any, **_options: Any) -> Any:
            raise ValueError("server_hostname cannot be an empty string")

    with hostile(lambda _: SILENCE) as server, pytest.raises(ConnectorUnreachable) as caught:
        HttpSession(ssl_context=lambda: Refusing(ssl.PROTOCOL_TLS_CLIENT)).post(
            server.url.replace("http:", "https:"), b"", {}, Watch()
        )

    assert caught.value.problem.code is ProblemCode.TLS_FAILED
