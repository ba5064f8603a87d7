"""Sync Connectors: a name and the address of a web service."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from urllib.parse import SplitResult, parse_qsl, urlsplit

from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.naming import check_name

LONGEST_URL = 2_048
_LONGEST_HOST = 253
_SECRET_QUERY = re.compile(
    r"pass|pw|.*(password|passwd|passphrase|pwd|passwort|kennwort|secret|api[-_]?key|token)", re.IGNORECASE
)


class ConnectorState(StrEnum):
    """What the last check of a connector's address came to."""

    NOT_CHECKED = "not_checked"
    ANSWERS = "answers"
    ANSWERS_BY_ASSUMED_CONTRACT = "answers_assumed"
    DOES_NOT_ANSWER = "does_not_answer"
    NEEDS_SITE = "needs_site"


@dataclass(frozen=True, slots=True)
class ConnectorCheck:
    """Whether an address answers as a Sync Connector.

    Attributes:
        url: the address that was checked.
        state: what came of it.
        at: when, aware, UTC.
        problem: why it does not answer; None if it does.
        missing_operations: operations of the contract that its WSDL does not have.
    """

    url: str
    state: ConnectorState
    at: datetime
    problem: Problem | None = None
    missing_operations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SyncConnector:
    """A registered connector.

    Attributes:
        id: made by us, opaque.
        version: of the row; a save names the version it was made from.
        state: of the last check; nothing is called by itself at start.
        state_problem: why it does not answer.
        deleted_at: hidden since then; None while it is in use.
    """

    id: str
    name: str
    url: str
    version: int = 1
    state: ConnectorState = ConnectorState.NOT_CHECKED
    state_problem: Problem | None = None
    checked_at: datetime | None = None
    deleted_at: datetime | None = None

    @property
    def needs_site(self) -> bool:
        """Whether only a SuperOffice site can call it (``app://<client id>``)."""
        return self.url.lower().startswith("app://")


@dataclass(frozen=True, slots=True)
class ConnectorDraft:
    """A connector as it is being typed.

    Attributes:
        id: of the connector being edited; empty for a new one.
        version: of the row that the edit began from; 0 for a new one.
        taken: keys (``name_key``) of the other connectors' names.
        check: the last check, of whatever address it was.
    """

    id: str = ""
    name: str = ""
    url: str = ""
    version: int = 0
    taken: frozenset[str] = field(default_factory=frozenset)
    check: ConnectorCheck | None = None

    @property
    def is_new(self) -> bool:
        """Whether this connector is not saved yet."""
        return not self.id

    def missing(self) -> tuple[Problem, ...]:
        """Why it cannot be saved; empty when it can."""
        return tuple(
            problem for problem in (check_name(self.name, self.taken), check_url(self.url)) if problem
        )

    def normalized(self) -> ConnectorDraft:
        """As it is saved: without surrounding space."""
        return replace(self, name=self.name.strip(), url=self.url.strip())

    @property
    def current_check(self) -> ConnectorCheck | None:
        """The check, if it was of the address that stands there now."""
        return self.check if self.check and self.check.url == self.url.strip() else None


def check_url(url: str) -> Problem | None:
    """What is wrong with a connector's address, or None. Surrounding space does not count.

    Taken are ``http``, ``https`` and ``app://<client id>``. Passwords are refused: an address is shown,
    exported and logged by servers on the way.
    """
    text = url.strip()
    if not text:
        return _url_problem(ProblemCode.URL_MISSING)
    if len(text) > LONGEST_URL:
        return _url_problem(ProblemCode.URL_TOO_LONG, length=len(text), limit=LONGEST_URL)
    if any(char.isspace() or unicodedata.category(char) in {"Cc", "Cf", "Cs"} for char in text):
        return _url_problem(ProblemCode.URL_HAS_SPACES)
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*)://", text)
    if not scheme:
        return _without_scheme(text)
    if scheme[1].lower() not in {"http", "https", "app"}:
        return _url_problem(ProblemCode.URL_SCHEME_UNKNOWN, scheme=scheme[1])
    try:
        parts = urlsplit(text)
    except ValueError:
        return _url_problem(ProblemCode.URL_WITHOUT_HOST)
    return _check_parts(parts)


def is_plain_http(url: str) -> bool:
    """Whether passwords would travel unencrypted: ``http`` to anything but this computer."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # half typed
        return False
    host = (parts.hostname or "").lower()
    local = host in {"localhost", "::1"} or bool(re.fullmatch(r"127(\.\d{1,3}){3}", host))
    return parts.scheme.lower() == "http" and not local


def _check_parts(parts: SplitResult) -> Problem | None:
    if parts.username is not None or parts.password is not None:
        return _url_problem(ProblemCode.URL_HAS_PASSWORD)
    if any(_SECRET_QUERY.fullmatch(key) for key, _ in parse_qsl(parts.query, keep_blank_values=True)):
        return _url_problem(ProblemCode.URL_HAS_PASSWORD)
    if not _can_be_host(parts.hostname or ""):
        return _url_problem(ProblemCode.URL_WITHOUT_HOST)
    try:
        port = parts.port
    except ValueError:
        return _url_problem(ProblemCode.URL_BAD_PORT)
    if port == 0:
        return _url_problem(ProblemCode.URL_BAD_PORT)
    return _url_problem(ProblemCode.URL_HAS_FRAGMENT) if parts.fragment else None


def _can_be_host(host: str) -> bool:
    """Whether a name or address can stand there: no part of a name is empty or longer than 63 characters."""
    labels = host.removesuffix(".").split(".")
    return len(host) <= _LONGEST_HOST and (":" in host or all(0 < len(label) <= 63 for label in labels))


def _without_scheme(text: str) -> Problem:
    # "//host", "http:/host" and "http:\\host" are meant as addresses too.
    suggestion = "https://" + re.sub(r"^(?:https?:)?[:/\\]*", "", text, flags=re.IGNORECASE)
    problem = check_url(suggestion)
    if problem and problem.code is ProblemCode.URL_HAS_PASSWORD:  # the suggestion would repeat it
        return problem
    return _url_problem(ProblemCode.URL_WITHOUT_SCHEME, suggestion=suggestion)


def _url_problem(code: ProblemCode, **params: str | int) -> Problem:
    return Problem(code, params, field="url")
