"""urllib3's connections, made watchable: stages, deadline, cancel, and a cause for every failure.

They raise ``ErpSyncError`` where the cause is known. urllib3 and requests let such an exception pass as it is
(they wrap only their own, OS and HTTP errors) and drop the connection.
"""

from __future__ import annotations

import http.client
import io
import re
import socket
import ssl
from contextlib import suppress
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from erpsync_desktop._http.certificates import certificate_problem
from erpsync_desktop._http.conversation import Conversation, current
from erpsync_desktop._http.sockets import connected_socket
from erpsync_desktop.model.errors import ConnectorUnreachable, Problem, ProblemCode
from erpsync_desktop.model.watch import Stage

_TUNNEL_STATUS = re.compile(r"Tunnel connection failed: (\d{3})")


class _PacedReader(io.RawIOBase):
    """A socket's bytes, each read within the limits of the conversation."""

    def __init__(self, sock: socket.socket, conversation: Conversation) -> None:
        self._socket = sock
        self._conversation = conversation
        # Keeps the socket open until the answer is read, as http.client expects of a file made of it.
        self._hold = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._conversation.receive(self._socket, memoryview(buffer))

    def close(self) -> None:
        if not self.closed:
            self._hold.close()
        super().close()


class _PacedSocket:
    """The one method of a socket that ``http.client.HTTPResponse`` uses."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_PacedReader(self._socket, current()))


class _PacedResponse(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *arguments: Any, **options: Any) -> None:
        paced: Any = _PacedSocket(sock)
        super().__init__(paced, *arguments, **options)

    def begin(self) -> None:
        """Read the head. Where the connection ends in it, http.client would take the half for the whole."""
        conversation = current()
        conversation.in_head = True
        super().begin()
        conversation.in_head = False


class WatchedHTTPConnection(HTTPConnection):
    """A connection that serves the current conversation."""

    response_class = _PacedResponse
    _fresh = False

    def _new_conn(self) -> socket.socket:
        conversation = current()
        self._fresh = True
        try:
            return connected_socket(self._dns_host, self.port or self.default_port, conversation)
        except ConnectorUnreachable as error:
            if self.proxy is None or error.problem.code is ProblemCode.DEADLINE:
                raise
            detail = error.problem.code
        raise conversation.proxy_failed(detail)

    def request(self, method: str, url: str, *arguments: Any, **options: Any) -> None:
        """Send a request, connecting first where that is still to be done."""
        conversation = current()
        if self.sock is None:
            self.connect()
        conversation.reused = not self._fresh
        self._fresh = False
        conversation.attach(self.sock)
        conversation.asking()
        super().request(method, url, *arguments, **options)

    def send(self, data: Any) -> None:
        """Send bytes within the limits of the conversation."""
        conversation = current()
        if self.sock is not None:
            self.sock.settimeout(min(conversation.limits.read, conversation.remaining()))
        try:
            super().send(data)
        except ConnectionError:
            conversation.watch.check()
            # urllib3 goes on to read: a server may answer and close before it has read everything.
            raise BrokenPipeError from None
        except OSError as error:
            conversation.remaining()
            timed_out = isinstance(error, TimeoutError)
            late = conversation.unreachable(
                ProblemCode.ANSWER_TIMEOUT, seconds=round(conversation.limits.read)
            )
            raise (late if timed_out else conversation.broken()) from None

    def _tunnel(self) -> None:
        conversation = current()
        conversation.tunnelling = True
        try:
            super()._tunnel()
            return
        except ConnectorUnreachable as error:
            if error.problem.code is ProblemCode.DEADLINE:
                raise
            detail = str(error.problem.code)
        except (OSError, http.client.HTTPException) as error:
            conversation.watch.check()
            detail = str(error)
        finally:
            conversation.tunnelling = False
        status = _TUNNEL_STATUS.match(detail)
        if status and status[1] == "407":
            params = {"proxy": conversation.proxy}
            raise ConnectorUnreachable(Problem(ProblemCode.PROXY_WANTS_PASSWORD, params))
        raise conversation.proxy_failed(detail)


class WatchedHTTPSConnection(WatchedHTTPConnection, HTTPSConnection):
    """The same with TLS, verified by the context that the conversation brings."""

    def connect(self) -> None:
        """Connect, through a proxy's tunnel where one is set, and shake hands."""
        conversation = current()
        sock = self._reach()
        conversation.watch.enter(Stage.CERTIFICATE)
        host = (self._tunnel_host or self.host).rstrip(".")
        # A context for each connection: truststore's holds a lock during the handshake, and a silent
        # server would hold up all others.
        context = conversation.ssl_context()
        context.set_alpn_protocols(["http/1.1"])
        try:
            self.sock = _shake_hands(context, sock, host, conversation)
        except ssl.SSLCertVerificationError as error:
            problem = certificate_problem(error, self._presented_certificate(host), host)
        else:
            self.is_verified = True
            self._has_connected_to_proxy = bool(self.proxy)
            return
        raise ConnectorUnreachable(problem)

    def _reach(self) -> socket.socket:
        sock = self.sock = self._new_conn()
        if self._tunnel_host is not None:
            self._has_connected_to_proxy = True
            self._tunnel()
        return sock

    def _presented_certificate(self, host: str) -> bytes | None:
        """The certificate that failed verification, to explain why. Sends nothing, and closes at once."""
        conversation = current()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        with (
            suppress(OSError, ConnectorUnreachable),
            _shake_hands(context, self._reach(), host, conversation) as unverified,
        ):
            return unverified.getpeercert(binary_form=True)
        return None


def _shake_hands(
    context: ssl.SSLContext, sock: socket.socket, host: str, conversation: Conversation
) -> ssl.SSLSocket:
    port, seconds = conversation.port, round(conversation.limits.connect)
    late = conversation.unreachable(ProblemCode.CONNECT_TIMEOUT, port=port, seconds=seconds)
    try:
        wrapped = context.wrap_socket(sock, server_hostname=host, do_handshake_on_connect=False)
    except (ssl.SSLError, ValueError, OSError) as error:
        sock.close()
        raise conversation.unreachable(ProblemCode.TLS_FAILED, detail=type(error).__name__) from None

    def attempt(allowance: float) -> None:
        wrapped.settimeout(allowance)
        wrapped.do_handshake()

    try:
        conversation.attach(wrapped)
        conversation.paced(conversation.limits.connect, late, attempt)
    except BaseException as error:
        wrapped.close()
        if isinstance(error, ssl.SSLCertVerificationError) or not isinstance(error, OSError):
            raise
        conversation.watch.check()
        if isinstance(error, ssl.SSLError):
            reason = error.reason or type(error).__name__
            raise conversation.unreachable(ProblemCode.TLS_FAILED, detail=reason) from None
        raise conversation.lost() from None
    return wrapped


class WatchedHTTPConnectionPool(HTTPConnectionPool):
    """Keeps connections to one origin."""

    ConnectionCls = WatchedHTTPConnection


class WatchedHTTPSConnectionPool(HTTPSConnectionPool):
    """Keeps TLS connections to one origin."""

    ConnectionCls = WatchedHTTPSConnection


POOLS = {"http": WatchedHTTPConnectionPool, "https": WatchedHTTPSConnectionPool}
