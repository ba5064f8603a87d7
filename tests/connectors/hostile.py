"""A server on a real socket that answers whatever bytes a test scripts."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Reply = bytes | Iterable[bytes] | None
"""Bytes to send; several pieces; or None to hang up without a word."""

SILENCE: Iterable[bytes] = ()
"""Say nothing, and keep the connection open."""


@dataclass(frozen=True)
class Request:
    """What a client sent."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    connection: int
    """Which of the connections it came on, from 1."""


@dataclass
class Hostile:
    """The running server.

    Attributes:
        port: at 127.0.0.1.
        requests: what came so far.
        stop: set when the server ends; a reply that trickles may wait for it.
    """

    answer: Callable[[Request], Reply]
    tls: ssl.SSLContext | None = None
    requests: list[Request] = field(default_factory=list)
    connections: int = 0
    stop: threading.Event = field(default_factory=threading.Event)
    asked: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, name="hostile-accept")]
        self._threads[0].start()

    @property
    def url(self) -> str:
        """The address of a connector there."""
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}/Connector.svc"

    def close(self) -> None:
        """End every conversation."""
        self.stop.set()
        for sock in (self._listener, *self._open):
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while not self.stop.is_set():
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(sock)
            thread = threading.Thread(target=self._serve, args=(sock, self.connections), name="hostile-serve")
            self._threads.append(thread)
            thread.start()

    def _serve(self, sock: socket.socket, number: int) -> None:
        with suppress(OSError, ValueError):
            if self.tls is not None:
                sock = self.tls.wrap_socket(sock, server_side=True)
                self._open.append(sock)
            with sock, sock.makefile("rb") as incoming:
                while (request := _read_request(incoming, number)) is not None:
                    self.requests.append(request)
                    reply = self.answer(request)
                    self.asked.set()
                    if reply is None:
                        return
                    for piece in [reply] if isinstance(reply, bytes) else reply:
                        sock.sendall(piece)
                    if reply is SILENCE:
                        self.stop.wait()


def _read_request(incoming: object, number: int) -> Request | None:
    line = incoming.readline().decode("latin-1").split()  # type: ignore[attr-defined]
    if len(line) < 2:
        return None
    headers: dict[str, str] = {}
    while (header := incoming.readline().decode("latin-1").strip()) != "":  # type: ignore[attr-defined]
        name, _, value = header.partition(":")
        headers[name.lower()] = value.strip()
    body = incoming.read(int(headers.get("content-length", 0)))  # type: ignore[attr-defined]
    return Request(line[0], line[1], headers, body, number)


@contextmanager
def hostile(answer: Callable[[Request], Reply], tls: ssl.SSLContext | None = None) -> Iterator[Hostile]:
    """A server that answers by a function, for the length of a ``with``."""
    server = Hostile(answer, tls)
    try:
        yield server
    finally:
        server.close()


def http(body: bytes | str = b"", status: str = "200 OK", **headers: str) -> bytes:
    """An HTTP answer; header names with underscores for hyphens."""
    content = body.encode() if isinstance(body, str) else body
    given = {"Content_Type": "text/xml; charset=utf-8", "Content_Length": str(len(content))} | headers
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in given.items() if value)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + content
