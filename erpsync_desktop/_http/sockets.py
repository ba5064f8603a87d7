"""Name resolution and connection in slices, each failure told apart.

Error numbers are compared by the names of the ``errno`` module: on Windows these are the numbers of Winsock,
and ``OSError`` picks the same exception classes for them as elsewhere.
"""

from __future__ import annotations

import errno
import ipaddress
import os
import queue
import selectors
import socket
import threading
import time
from typing import TYPE_CHECKING, Any

from erpsync_desktop.model.errors import ConnectorUnreachable, ProblemCode
from erpsync_desktop.model.watch import Stage

if TYPE_CHECKING:
    from erpsync_desktop._http.conversation import Conversation

Address = tuple[socket.AddressFamily, socket.SocketKind, int, str, Any]

_UNREACHABLE = {
    getattr(errno, name)
    for name in ("ENETUNREACH", "EHOSTUNREACH", "ENETDOWN", "EHOSTDOWN", "EADDRNOTAVAIL", "EAFNOSUPPORT")
    if hasattr(errno, name)
}
_UNDER_WAY = {0, errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN}
_MOST_TELLING = (ProblemCode.CONNECTION_REFUSED, ProblemCode.CONNECT_TIMEOUT)


def connected_socket(host: str, port: int, conversation: Conversation) -> socket.socket:
    """Resolve a name and connect to the first of its addresses that answers.

    Raises:
        ConnectorUnreachable: no name, no connection or no time.
        OperationCancelled: by the watch.
    """
    conversation.watch.enter(Stage.RESOLVING)
    addresses = _resolve(host, port, conversation)
    conversation.watch.enter(Stage.CONNECTING)
    end = time.monotonic() + conversation.limits.connect
    failures: list[ConnectorUnreachable] = []
    for position, address in enumerate(addresses):
        # One silent address must not use up the time of the others.
        share = (end - time.monotonic()) / (len(addresses) - position)
        try:
            return _connect(address, share, port, conversation)
        except OSError as error:
            conversation.watch.check()
            failures.append(_explain(error, port, conversation))
        except ConnectorUnreachable as error:
            if error.problem.code is ProblemCode.DEADLINE:
                raise
            failures.append(error)
    raise min(failures, key=_rank)


def _resolve(host: str, port: int, conversation: Conversation) -> list[Address]:
    unknown = conversation.unreachable(ProblemCode.NAME_NOT_RESOLVED)
    if _needs_no_lookup(host):
        found = _look_up(host, port)
    else:
        # Nothing can end a look-up that hangs: it is left behind on a thread that holds nobody up.
        answers: queue.SimpleQueue[list[Address] | str] = queue.SimpleQueue()
        look_up = threading.Thread(
            target=lambda: answers.put(_look_up(host, port)), name="name-look-up", daemon=True
        )
        look_up.start()

        def attempt(seconds: float) -> list[Address] | str:
            try:
                return answers.get(timeout=seconds)
            except queue.Empty:
                raise TimeoutError from None

        found = conversation.paced(conversation.limits.connect, unknown, attempt)
    if isinstance(found, str) or not found:
        raise conversation.unreachable(ProblemCode.NAME_NOT_RESOLVED, detail=str(found or ""))
    return found


def _look_up(host: str, port: int) -> list[Address] | str:
    try:
        return list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    except OSError as error:
        return error.strerror or str(error)
    except UnicodeError:
        return "no valid host name"


def _needs_no_lookup(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _connect(address: Address, allowance: float, port: int, conversation: Conversation) -> socket.socket:
    family, kind, protocol, _, where = address
    sock = socket.socket(family, kind, protocol)
    try:
        sock.setblocking(False)
        conversation.attach(sock)
        code = sock.connect_ex(where)
        if code not in _UNDER_WAY:
            raise OSError(code, os.strerror(code))
        conversation.paced(allowance, _too_late(port, conversation), lambda seconds: _writable(sock, seconds))
        code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, os.strerror(code))
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.settimeout(conversation.limits.connect)
    except BaseException:
        sock.close()
        raise
    return sock


def _writable(sock: socket.socket, seconds: float) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(sock, selectors.EVENT_WRITE)
        if not selector.select(seconds):
            raise TimeoutError


def _too_late(port: int, conversation: Conversation) -> ConnectorUnreachable:
    seconds = round(conversation.limits.connect)
    return conversation.unreachable(ProblemCode.CONNECT_TIMEOUT, port=port, seconds=seconds)


def _explain(error: OSError, port: int, conversation: Conversation) -> ConnectorUnreachable:
    detail = error.strerror or ""
    if isinstance(error, ConnectionRefusedError):
        return conversation.unreachable(ProblemCode.CONNECTION_REFUSED, detail, port=port)
    if isinstance(error, TimeoutError):
        return _too_late(port, conversation)
    if error.errno in _UNREACHABLE:
        return conversation.unreachable(ProblemCode.NETWORK_UNREACHABLE, detail)
    return conversation.unreachable(ProblemCode.CONNECTION_LOST, detail)


def _rank(failure: ConnectorUnreachable) -> int:
    code = failure.problem.code
    return _MOST_TELLING.index(code) if code in _MOST_TELLING else len(_MOST_TELLING)
