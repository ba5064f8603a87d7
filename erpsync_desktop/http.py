"""The one requests session: every byte to and from a connector passes here.

Certificates are verified with the operating system's trust store; redirects are not followed; nothing is read
from the environment (``.netrc``, proxy variables); no cookie is kept. An answer is buffered and capped before
anything reads it, and a total deadline holds whatever the other side does. Logs hold operation, host, outcome
and duration, never a path, a query or a value.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from erpsync_desktop.model.errors import (
    ConnectorUnreachable,
    ErpSyncError,
    NotAConnector,
    OperationCancelled,
    Problem,
    ProblemCode,
)
from erpsync_desktop.model.watch import Stage, Watch

if TYPE_CHECKING:
    import ssl

    import requests

    from erpsync_desktop._http.conversation import Conversation

logger = logging.getLogger(__name__)

_CHUNK = 65_536
_MEBIBYTE = 1024 * 1024
SENT_HEADERS: Mapping[str, str] = {"User-Agent": "ERP-Sync-Desktop", "Accept-Encoding": "gzip, deflate"}


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much, at most.

    Attributes:
        connect: seconds each for name resolution, connection and TLS handshake.
        read: seconds of silence.
        total: seconds for one request and its answer, from the first to the last.
        most_bytes: of an answer, decompressed.
    """

    connect: float = 10.0
    read: float = 30.0
    total: float = 60.0
    most_bytes: int = 32 * _MEBIBYTE


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back over HTTP. Header names are in lower case; the body is decompressed."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, repr=False)  # values and addresses are not shown by accident
class _Request:
    method: str
    url: str
    body: bytes | None
    headers: Mapping[str, str]
    operation: str
    stages: tuple[Stage, Stage]
    repeatable: bool = True
    until: float | None = None


class HttpSession:
    """Requests to connectors; several threads may use one session at once.

    Args:
        proxies: the proxies for a URL, as requests takes them (``{"https": "http://proxy:8080"}``).
        limits: how long and how much, at most.
        ssl_context: makes the TLS context of one connection; the operating system's trust store by default.
    """

    def __init__(
        self,
        proxies: Callable[[str], Mapping[str, str]] | None = None,
        limits: Limits | None = None,
        ssl_context: Callable[[], ssl.SSLContext] | None = None,
    ) -> None:
        self._proxies = proxies
        self.limits = limits or Limits()
        self._ssl_context = ssl_context or _system_trust
        self._lock = threading.Lock()
        self._session: requests.Session | None = None

    def post(
        self,
        url: str,
        body: bytes,
        headers: Mapping[str, str],
        watch: Watch,
        *,
        operation: str = "POST",
        repeatable: bool = True,
    ) -> Answer:
        """Send a body and read the answer, whatever its status.

        Args:
            url: where to; its query is kept.
            body: what to send.
            headers: besides those of the session.
            watch: told the stages; a cancel ends the call at once.
            operation: what the log calls it.
            repeatable: sending it twice does no harm. It is sent again, once, if a connection kept from an
                earlier call turns out to be closed before any byte of an answer came.

        Raises:
            ConnectorUnreachable: nothing came back.
            NotAConnector: a redirect, or an answer that is too large or no HTTP.
            OperationCancelled: by the watch.
        """
        stages = (Stage.ASKING, Stage.ANSWER)
        return self._exchange(_Request("POST", url, body, headers, operation, stages, repeatable), watch)

    def get(
        self,
        url: str,
        headers: Mapping[str, str],
        watch: Watch,
        *,
        stage: Stage = Stage.CONTRACT,
        operation: str = "GET",
        until: float | None = None,
    ) -> Answer:
        """Read what is there, whatever its status.

        Args:
            url: from where.
            headers: besides those of the session.
            watch: told the stages; a cancel ends the call at once.
            stage: what is told once the connection stands.
            operation: what the log calls it.
            until: a deadline of several calls, by ``time.monotonic``.

        Raises:
            ConnectorUnreachable: nothing came back.
            NotAConnector: a redirect, or an answer that is too large or no HTTP.
            OperationCancelled: by the watch.
        """
        request = _Request("GET", url, None, headers, operation, (stage, stage), until=until)
        return self._exchange(request, watch)

    def close(self) -> None:
        """Close what is kept open. The session can still be used."""
        with self._lock:
            session, self._session = self._session, None
        if session is not None:
            session.close()

    def _exchange(self, request: _Request, watch: Watch) -> Answer:
        watch.check()
        started = time.monotonic()
        conversation = self._conversation(request, watch)
        watch.on_cancel(conversation.stop)
        outcome = "failed"
        try:
            with conversation:
                answer = self._send_again_if_stale(request, conversation)
            outcome = str(answer.status)
            return answer
        except ErpSyncError as error:
            outcome = error.problem.code
            raise
        except OperationCancelled:
            outcome = "cancelled"
            raise
        finally:
            seconds = time.monotonic() - started
            logger.info("%s %s: %s in %.3f s", request.operation, conversation.host, outcome, seconds)

    def _conversation(self, request: _Request, watch: Watch) -> Conversation:
        from erpsync_desktop._http.conversation import Conversation

        deadline = time.monotonic() + self.limits.total
        return Conversation(
            request.url,
            self._proxies(request.url) if self._proxies else {},
            self.limits,
            watch,
            stages=request.stages,
            deadline=deadline if request.until is None else min(deadline, request.until),
            ssl_context=self._ssl_context,
        )

    def _send_again_if_stale(self, request: _Request, conversation: Conversation) -> Answer:
        from erpsync_desktop._http.conversation import StaleConnection

        for _ in range(2 if request.repeatable else 1):
            try:
                return self._send(request, conversation)
            except StaleConnection:
                continue
        raise conversation.lost()

    def _send(self, request: _Request, conversation: Conversation) -> Answer:
        import requests
        import urllib3

        from erpsync_desktop._http.problems import translate

        try:
            with self._requests_session().request(
                request.method,
                request.url,
                data=request.body,
                headers=dict(request.headers),
                timeout=(self.limits.connect, self.limits.read),
                allow_redirects=False,
                proxies=conversation.proxies,
                stream=True,
            ) as response:
                self._refuse(response, request.url, conversation)
                content = self._read(response)
                names = {name.lower(): value for name, value in response.headers.items()}
                return Answer(response.status_code, names, content)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, UnicodeError) as error:
            conversation.watch.check()
            problem = translate(error, conversation)
        # Raised out here, so that no exception of requests, which holds the request, hangs on to it.
        raise problem

    def _requests_session(self) -> requests.Session:
        with self._lock:
            if self._session is None:
                from erpsync_desktop._http.session import make_session

                self._session = make_session(SENT_HEADERS)
            return self._session

    def _refuse(self, response: requests.Response, url: str, conversation: Conversation) -> None:
        status = response.status_code
        if status == 407:
            raise ConnectorUnreachable(
                Problem(ProblemCode.PROXY_WANTS_PASSWORD, {"proxy": conversation.proxy or conversation.host})
            )
        if 300 <= status < 400:
            location = _origin(url, response.headers.get("Location", ""))
            raise NotAConnector(Problem(ProblemCode.REDIRECTED, {"status": status, "location": location}))
        announced = response.headers.get("Content-Length", "")
        if announced.isdecimal() and len(announced) < 20 and int(announced) > self.limits.most_bytes:
            raise self._too_large()

    def _read(self, response: requests.Response) -> bytes:
        content = bytearray()
        for chunk in response.iter_content(_CHUNK):
            content += chunk
            if len(content) > self.limits.most_bytes:
                raise self._too_large()
        return bytes(content)

    def _too_large(self) -> NotAConnector:
        limit = max(1, self.limits.most_bytes // _MEBIBYTE)
        return NotAConnector(Problem(ProblemCode.ANSWER_TOO_LARGE, {"limit": limit}))


def _origin(url: str, location: str) -> str:
    try:
        parts = urlsplit(urljoin(url, location))
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def _system_trust() -> ssl.SSLContext:
    import ssl

    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
