"""Proxies: forwarding, tunnels, and what they refuse."""

import socket
from pathlib import Path

import pytest

from erpsync_desktop.http import HttpSession, Limits
from erpsync_desktop.model.errors import ConnectorUnreachable, Problem, ProblemCode
from erpsync_desktop.model.watch import Stage, Watch
from tests.connectors.hostile import SILENCE, hostile, http
from tests.http.certificates import authority, issue, server_context, trusting
from tests.http.conftest import MakeSession
from tests.http.tunnel import tunnel


def through(
    make_session: MakeSession, port: int, limits: Limits | None = None, scheme: str = "http"
) -> HttpSession:
    proxy = f"{scheme}://user:secret@127.0.0.1:{port}"
    trusted = authority("Nobody")
    return make_session(
        limits or Limits(connect=5, read=5, total=10),
        proxies=lambda _url: {"http": proxy, "https": proxy},
        ssl_context=lambda: trusting(trusted),
    )


def failure(session: HttpSession, url: str) -> Problem:
    with pytest.raises(ConnectorUnreachable) as caught:
        session.post(url, b"", {}, Watch())
    return caught.value.problem


def test_a_proxy_forwards_plain_requests(make_session: MakeSession) -> None:
    with hostile(lambda _: http("<answer/>")) as proxy:
        answer = through(make_session, proxy.port).post("http://erp.example/x?a=1", b"", {}, Watch())

    assert answer.body == b"<answer/>"
    assert proxy.requests[0].target == "http://erp.example/x?a=1"
    assert proxy.requests[0].headers["proxy-authorization"].startswith("Basic ")


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_wants_a_password_is_named_without_credentials(
    make_session: MakeSession, scheme: str
) -> None:
    with hostile(lambda _: http("", "407 Proxy Authentication Required")) as proxy:
        problem = failure(through(make_session, proxy.port), f"{scheme}://erp.example/x")

    assert problem.code is ProblemCode.PROXY_WANTS_PASSWORD
    assert problem.params == {"proxy": f"127.0.0.1:{proxy.port}"}


def test_a_proxy_that_opens_no_tunnel_fails(make_session: MakeSession) -> None:
    with hostile(lambda _: http("", "502 Bad Gateway")) as proxy:
        problem = failure(through(make_session, proxy.port), "https://erp.example/x")

    assert problem.code is ProblemCode.PROXY_FAILED
    assert problem.detail == "Tunnel connection failed: 502 Bad Gateway"


def test_a_proxy_that_hangs_up_fails(make_session: MakeSession) -> None:
    with hostile(lambda _: None) as proxy:
        problem = failure(through(make_session, proxy.port), "https://erp.example/x")

    assert problem.code is ProblemCode.PROXY_FAILED


def test_a_proxy_that_is_silent_fails(make_session: MakeSession) -> None:
    with hostile(lambda _: SILENCE) as proxy:
        session = through(make_session, proxy.port, Limits(read=0.3))
        problem = failure(session, "https://erp.example/x")

    assert problem.code is ProblemCode.PROXY_FAILED


def test_the_deadline_holds_against_a_silent_proxy(make_session: MakeSession) -> None:
    with hostile(lambda _: SILENCE) as proxy:
        session = through(make_session, proxy.port, Limits(read=30, total=0.3))
        problem = failure(session, "https://erp.example/x")

    assert problem.code is ProblemCode.DEADLINE


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_is_not_there_fails(make_session: MakeSession, scheme: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        problem = failure(through(make_session, port), f"{scheme}://erp.example/x")

    assert problem.code is ProblemCode.PROXY_FAILED
    assert problem.detail == ProblemCode.CONNECTION_REFUSED


@pytest.mark.parametrize("scheme", ["socks5", "nonsense"])
def test_a_kind_of_proxy_that_is_unknown_fails(make_session: MakeSession, scheme: str) -> None:
    problem = failure(through(make_session, 1080, scheme=scheme), "http://erp.example/x")

    assert problem.code is ProblemCode.PROXY_FAILED


@pytest.mark.parametrize("proxy", ["http://", "http://[broken"])
def test_a_proxy_without_a_name_fails(make_session: MakeSession, proxy: str) -> None:
    session = make_session(proxies=lambda _url: {"http": proxy})

    assert failure(session, "http://erp.example/x").code is ProblemCode.PROXY_FAILED


def test_a_proxy_may_be_given_without_a_scheme(make_session: MakeSession) -> None:
    with hostile(lambda _: http("", "407 Proxy Authentication Required")) as proxy:
        session = make_session(proxies=lambda _url: {"http": f"127.0.0.1:{proxy.port}"})
        problem = failure(session, "http://erp.example/x")

    assert problem.params == {"proxy": f"127.0.0.1:{proxy.port}"}


def test_tls_goes_through_a_tunnel(make_session: MakeSession, tmp_path: Path) -> None:
    trusted = authority()
    seen: list[Stage] = []
    context = server_context(issue("erp.example", issuer=trusted), tmp_path)
    with hostile(lambda _: http("<answer/>"), context) as server, tunnel(server.port) as port:
        session = make_session(
            proxies=lambda _url: {"https": f"http://127.0.0.1:{port}"},
            ssl_context=lambda: trusting(trusted),
        )
        answer = session.post("https://erp.example/x", b"", {}, Watch(seen.append))
        session.post("https://erp.example/x", b"", {}, Watch())
        session.close()

    assert answer.body == b"<answer/>"
    assert seen == [Stage.RESOLVING, Stage.CONNECTING, Stage.CERTIFICATE, Stage.ASKING, Stage.ANSWER]
    assert server.connections == 1


def test_a_bad_certificate_behind_a_tunnel_is_explained(make_session: MakeSession, tmp_path: Path) -> None:
    context = server_context(issue("erp.example", issuer=authority("Behind Proxy")), tmp_path)
    with hostile(lambda _: http("<answer/>"), context) as server, tunnel(server.port) as port:
        problem = failure(through(make_session, port), "https://erp.example/x")

    assert problem.code is ProblemCode.TLS_UNTRUSTED
    assert problem.params["issuer"] == "Behind Proxy"
