"""Silence, deadlines and cancelling."""

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from erpsync_desktop.http import HttpSession, Limits
from erpsync_desktop.model.errors import ConnectorUnreachable, OperationCancelled, ProblemCode
from erpsync_desktop.model.watch import Stage, Watch
from tests.connectors.hostile import SILENCE, Hostile, Request, hostile, http
from tests.http.conftest import MakeSession

PROMPT = 1.5
"""Seconds within which a cancel must end a call, on a busy machine too."""


def trickle(first: bytes, server: list[Hostile]) -> Iterator[bytes]:
    yield first
    while not server[0].stop.wait(0.05):
        yield b"x"


def cancelled_during(work: Callable[[Watch], object], ready: threading.Event) -> float:
    """Cancel once ``ready`` is set; how long the call went on after that, in seconds."""
    watch = Watch()
    moment: list[float] = []

    def cancel() -> None:
        ready.wait(10)
        moment.append(time.monotonic())
        watch.cancel()

    canceller = threading.Thread(target=cancel)
    canceller.start()
    with pytest.raises(OperationCancelled):
        work(watch)
    canceller.join()
    return time.monotonic() - moment[0]


def test_silence_ends_at_the_read_limit(make_session: MakeSession) -> None:
    session = make_session(Limits(read=0.3, total=30))
    with hostile(lambda _: SILENCE) as server, pytest.raises(ConnectorUnreachable) as caught:
        session.post(server.url, b"", {}, Watch())

    assert caught.value.problem.code is ProblemCode.ANSWER_TIMEOUT
    assert caught.value.problem.params["host"] == "127.0.0.1"


@pytest.mark.parametrize(
    "first",
    [b"", b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n"],
    ids=["first line", "headers", "body"],
)
def test_the_deadline_holds_against_a_trickle(make_session: MakeSession, first: bytes) -> None:
    session = make_session(Limits(read=5, total=0.6))
    servers: list[Hostile] = []
    with hostile(lambda _: trickle(first, servers)) as server:
        servers.append(server)
        started = time.monotonic()
        with pytest.raises(ConnectorUnreachable) as caught:
            session.post(server.url, b"", {}, Watch())

    assert caught.value.problem.code is ProblemCode.DEADLINE
    assert time.monotonic() - started < 0.6 + PROMPT


def test_a_deadline_of_several_calls_counts_for_each(session: HttpSession) -> None:
    with hostile(lambda _: http("<answer/>")) as server, pytest.raises(ConnectorUnreachable) as caught:
        session.get(server.url, {}, Watch(), until=time.monotonic() - 1)

    assert caught.value.problem.code is ProblemCode.DEADLINE


def test_a_cancel_during_silence_ends_the_call_promptly(make_session: MakeSession) -> None:
    session = make_session(Limits(read=60, total=60))
    with hostile(lambda _: SILENCE) as server:
        assert cancelled_during(lambda w: session.post(server.url, b"", {}, w), server.asked) < PROMPT


def test_a_cancel_during_a_long_body_ends_the_call_promptly(make_session: MakeSession) -> None:
    session = make_session(Limits(read=60, total=60))
    servers: list[Hostile] = []
    first = b"HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n"
    with hostile(lambda _: trickle(first, servers)) as server:
        servers.append(server)
        reading = threading.Event()

        def post(watch: Watch) -> None:
            session.post(server.url, b"", {}, watch)

        threading.Timer(0.3, reading.set).start()
        assert cancelled_during(post, reading) < PROMPT


def test_a_cancelled_watch_asks_nobody(session: HttpSession) -> None:
    watch = Watch()
    watch.cancel()
    with hostile(lambda _: http("<answer/>")) as server:
        with pytest.raises(OperationCancelled):
            session.post(server.url, b"", {}, watch)

        assert server.connections == 0


def test_a_cancel_at_the_moment_of_connecting_is_noticed(session: HttpSession) -> None:
    watch = Watch(lambda stage: watch.cancel() if stage is Stage.CONNECTING else None)
    with hostile(lambda _: http("<answer/>")) as server:
        with pytest.raises(OperationCancelled):
            session.post(server.url, b"", {}, watch)

        assert not server.requests


def test_a_cancel_after_the_call_does_not_close_what_another_uses(session: HttpSession) -> None:
    first = Watch()
    with hostile(lambda _: http("<answer/>")) as server:
        session.post(server.url, b"", {}, first)
        first.cancel()
        session.post(server.url, b"", {}, Watch())

        assert server.connections == 1


def test_a_silent_server_does_not_hold_up_other_threads(make_session: MakeSession) -> None:
    session = make_session(Limits(read=60, total=60))

    def answer(request: Request) -> object:
        return SILENCE if request.body == b"hang" else http("<answer/>")

    with hostile(answer) as server:  # type: ignore[arg-type]
        watch = Watch()
        ended: list[BaseException] = []

        def hang() -> None:
            try:
                session.post(server.url, b"hang", {}, watch)
            except OperationCancelled as error:
                ended.append(error)

        hanging = threading.Thread(target=hang)
        hanging.start()
        server.asked.wait(10)
        assert session.post(server.url, b"quick", {}, Watch()).status == 200
        watch.cancel()
        hanging.join()

    assert len(ended) == 1


@pytest.fixture
def deaf_server() -> Iterator[str]:
    """A server that takes a connection and reads nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"


HUGE = bytes(30 * 1024 * 1024)


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(read=0.3, total=30), ProblemCode.ANSWER_TIMEOUT),
        (Limits(read=30, total=0.3), ProblemCode.DEADLINE),
    ],
)
def test_sending_to_one_who_does_not_listen_ends(
    make_session: MakeSession, deaf_server: str, limits: Limits, code: ProblemCode
) -> None:
    with pytest.raises(ConnectorUnreachable) as caught:
        make_session(limits).post(deaf_server, HUGE, {}, Watch())

    assert caught.value.problem.code is code


def test_sending_to_one_who_does_not_listen_can_be_cancelled(
    make_session: MakeSession, deaf_server: str
) -> None:
    session = make_session(Limits(read=60, total=60))
    sending = threading.Event()
    watch = Watch(lambda stage: sending.set() if stage is Stage.ASKING else None)

    def cancel() -> None:
        sending.wait(10)
        threading.Event().wait(0.2)
        watch.cancel()

    canceller = threading.Thread(target=cancel)
    canceller.start()
    started = time.monotonic()
    with pytest.raises(OperationCancelled):
        session.post(deaf_server, HUGE, {}, watch)
    canceller.join()
    assert time.monotonic() - started < 0.2 + PROMPT
