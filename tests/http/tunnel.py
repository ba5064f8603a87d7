"""A proxy that opens tunnels to one server."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class _Tunnels:
    def __init__(self, target: int) -> None:
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._sockets = [self._listener]
        self._threads = [threading.Thread(target=self._serve)]
        self.port: int = self._listener.getsockname()[1]
        self._threads[0].start()

    def close(self) -> None:
        for sock in self._sockets:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        for thread in self._threads:
            thread.join()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                head = b""
                while not head.endswith(b"\r\n\r\n"):
                    head += client.recv(1)
                server = socket.create_connection(("127.0.0.1", self._target))
                self._sockets += [client, server]
                client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                self._start(client, server)
                self._start(server, client)

    def _start(self, source: socket.socket, sink: socket.socket) -> None:
        thread = threading.Thread(target=_pump, args=(source, sink))
        self._threads.append(thread)
        thread.start()


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65_536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)


@contextmanager
def tunnel(target: int) -> Iterator[int]:
    """A proxy for the length of a ``with``, from its port to a port of ours."""
    tunnels = _Tunnels(target)
    try:
        yield tunnels.port
    finally:
        tunnels.close()
