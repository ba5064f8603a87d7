"""One request and its answer: its time, its stages and its cancellation."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from contextvars import ContextVar, Token
from typing import TYPE_CHECKING, Protocol, Self, TypeVar
from urllib.parse import urlsplit

from requests.utils import select_proxy

from erpsync_desktop.model.errors import ConnectorUnreachable, Problem, ProblemCode
from erpsync_desktop.model.watch import Stage, Watch

if TYPE_CHECKING:
    import ssl
    from types import TracebackType

T = TypeVar("T")

SLICE = 0.1
"""Seconds between looks at the watch where a shut socket might not wake who waits for it (Windows)."""

_current: ContextVar[Conversation] = ContextVar("conversation")


class StaleConnection(Exception):
    """A connection kept from an earlier call was closed before any byte of this answer came."""


class _Limits(Protocol):
    @property
    def connect(self) -> float: ...
    @property
    def read(self) -> float: ...
    @property
    def total(self) -> float: ...


class Conversation:
    """What the connections of urllib3 need to know of the call that they serve.

    Entered as a context manager, it is ``current()`` for the connections used on this thread.

    Attributes:
        host: of the connector.
        port: of the connector.
        proxies: as requests takes them.
        proxied: a proxy is in use.
        proxy: its host and port, without credentials; empty for none, or one that has none.
        reused: the connection was kept from an earlier call.
        in_head: the head of the answer is not complete yet.
        tunnelling: what is read at the moment comes from the proxy.
    """

    def __init__(
        self,
        url: str,
        proxies: Mapping[str, str],
        limits: _Limits,
        watch: Watch,
        *,
        stages: tuple[Stage, Stage],
        deadline: float,
        ssl_context: Callable[[], ssl.SSLContext],
    ) -> None:
        self.host, self.port = host_and_port(url)
        self.proxies = dict(proxies)
        proxy = select_proxy(url, self.proxies)
        self.proxied = proxy is not None
        self.proxy = _host_and_port_text(proxy) if proxy else ""
        self.limits = limits
        self.watch = watch
        self.ssl_context = ssl_context
        self.reused = False
        self.in_head = False
        self.tunnelling = False
        self._sending, self._receiving = stages
        self._deadline = deadline
        self._answered = False
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._token: Token[Conversation] | None = None

    def __enter__(self) -> Self:
        self._token = _current.set(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._token is not None:
            _current.reset(self._token)
        self.attach(None)  # a cancel that comes later must not close what another call uses

    def attach(self, sock: socket.socket | None) -> None:
        """Name the socket that a cancel shuts."""
        with self._lock:
            self._socket = sock
        if sock is not None:
            self.watch.check()

    def stop(self) -> None:
        """Wake whoever waits for the socket; called from another thread."""
        with self._lock, suppress(OSError):
            if self._socket is not None:
                # Not SSLSocket's own, which takes TLS away from under the thread that is reading.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def asking(self) -> None:
        """Say that the question goes out."""
        self._answered = False
        self.watch.enter(self._sending)

    def remaining(self) -> float:
        """Seconds until the deadline.

        Raises:
            ConnectorUnreachable: it has passed.
            OperationCancelled: by the watch.
        """
        self.watch.check()
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise self.unreachable(ProblemCode.DEADLINE, seconds=round(self.limits.total))
        return left

    def paced(self, allowance: float, late: ConnectorUnreachable, attempt: Callable[[float], T]) -> T:
        """Repeat what may time out in slices, so that deadline and cancel are noticed on every platform.

        Args:
            allowance: seconds for all attempts.
            late: raised when they are over.
            attempt: is given its seconds and raises ``TimeoutError`` when they are over.
        """
        end = time.monotonic() + allowance
        while True:
            left = min(end - time.monotonic(), self.remaining())
            if left <= 0:
                raise late
            try:
                return attempt(min(left, SLICE))
            except TimeoutError:
                continue

    def receive(self, sock: socket.socket, buffer: memoryview) -> int:
        """Read from a socket; 0 at its end.

        Raises:
            StaleConnection: the other side had closed a connection kept from an earlier call.
            ConnectorUnreachable: silence, deadline, or the connection broke.
            OperationCancelled: by the watch.
        """

        def attempt(seconds: float) -> int:
            sock.settimeout(seconds)
            return sock.recv_into(buffer)

        silence = self.unreachable(ProblemCode.ANSWER_TIMEOUT, seconds=round(self.limits.read))
        try:
            count = self.paced(self.limits.read, silence, attempt)
        except OSError:
            self.watch.check()
            raise self.broken() from None
        self.watch.check()
        if not count and self.in_head:
            raise self.broken()
        if not self._answered and not self.tunnelling:
            self._answered = True
            self.watch.enter(self._receiving)
        return count

    def broken(self) -> StaleConnection | ConnectorUnreachable:
        """What to raise when the connection ended early."""
        if self.reused and not self._answered:
            return StaleConnection()
        return self.lost()

    def lost(self) -> ConnectorUnreachable:
        """That the connection broke."""
        return self.unreachable(ProblemCode.CONNECTION_LOST)

    def unreachable(self, code: ProblemCode, detail: str = "", **params: str | int) -> ConnectorUnreachable:
        """A problem that names the host."""
        return ConnectorUnreachable(Problem(code, {"host": self.host, **params}, detail=detail))

    def proxy_failed(self, detail: str) -> ConnectorUnreachable:
        """A problem that names the proxy."""
        return ConnectorUnreachable(Problem(ProblemCode.PROXY_FAILED, {"proxy": self.proxy}, detail=detail))


def current() -> Conversation:
    """The conversation of this thread."""
    return _current.get()


def host_and_port(url: str) -> tuple[str, int]:
    """Host and port of a URL, with the scheme's own port; without credentials."""
    try:
        parts = urlsplit(url)
        return parts.hostname or "", parts.port or (443 if parts.scheme.lower() == "https" else 80)
    except ValueError:
        return "", 0


def _host_and_port_text(url: str) -> str:
    host, port = host_and_port(url if "://" in url else f"http://{url}")
    return f"{host}:{port}" if host else ""
