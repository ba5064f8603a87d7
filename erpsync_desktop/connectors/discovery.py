"""Finding the contract of a connector: its own WSDL, from its own origin alone, else the bundled one."""

from __future__ import annotations

import logging
import re
import threading
import time
from collections import OrderedDict
from functools import lru_cache
from importlib import resources
from typing import Any
from urllib.parse import parse_qsl, urlsplit, urlunsplit
from weakref import WeakKeyDictionary

from zeep.settings import Settings
from zeep.transports import Transport
from zeep.wsdl import Document

from erpsync_desktop.connectors.contract import Contract
from erpsync_desktop.connectors.xml import local_name, parse, write
from erpsync_desktop.http import Answer, HttpSession
from erpsync_desktop.model.errors import ErpSyncError, NotAConnector, OperationCancelled, Problem, ProblemCode
from erpsync_desktop.model.watch import Stage, Watch

MOST_CONTRACTS = 64
"""Contracts kept for a session."""
MOST_DOCUMENTS = 60
"""Documents that one WSDL may be made of."""
_FORMS = ("singleWsdl", "wsdl")
_BUNDLED = "assumed_contract.wsdl"
_WELL_KNOWN_HOSTS = {"schemas.xmlsoap.org", "schemas.microsoft.com", "www.w3.org"}
_FOR_NOW = {429, 502, 503, 504}
_QUERY = re.compile(r"\?[^\s'\"]*")
_WSDL_ROOT = "{http://schemas.xmlsoap.org/wsdl/}definitions"

# zeep writes addresses and parts of documents into its log.
logging.getLogger("zeep").setLevel(logging.CRITICAL)

_lock = threading.Lock()
_known: WeakKeyDictionary[HttpSession, OrderedDict[str, Contract]] = WeakKeyDictionary()


def contract_of(url: str, http: HttpSession, watch: Watch, *, refresh: bool = False) -> Contract:
    """The contract of a connector, kept for as long as its session.

    Args:
        url: as typed.
        http: the session to read it by.
        watch: told that the contract is being read.
        refresh: read it again.

    Raises:
        ConnectorUnreachable: nothing came back.
        NotAConnector: it publishes a WSDL that cannot be used.
        OperationCancelled: by the watch.
    """
    with _lock:
        contracts = _known.setdefault(http, OrderedDict())
        contract = None if refresh else contracts.get(url)
        if contract is not None:
            contracts.move_to_end(url)
            return contract
    contract, for_now = _published(url, http, watch)
    if contract is None:
        contract = _assumed()
        if for_now:
            return contract
    with _lock:
        contracts[url] = contract
        contracts.move_to_end(url)
        while len(contracts) > MOST_CONTRACTS:
            contracts.popitem(last=False)
    return contract


def service_url(url: str) -> str:
    """The address to call: the typed one, without a query ``wsdl`` or ``singleWsdl`` pasted along with it."""
    parts = urlsplit(url.strip())
    kept = [part for part in parts.query.split("&") if part.lower() not in {"wsdl", "singlewsdl"}]
    return urlunsplit(parts._replace(query="&".join(kept), fragment=""))


def charset_of(answer: Answer) -> str:
    """The charset that the transport says."""
    for part in answer.headers.get("content-type", "").split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip('"')
    return ""


def _published(url: str, http: HttpSession, watch: Watch) -> tuple[Contract | None, bool]:
    """The contract by the connector's own WSDL; None where it publishes none, perhaps only for now."""
    until = time.monotonic() + http.limits.total
    unusable: NotAConnector | None = None
    for_now = False
    for form in _FORMS:
        origin = _Origin(url, http, watch, until)
        try:
            address = _with_query(url, form)
            if origin.holds_wsdl(address):
                return Contract(_document(address, origin), assumed=False), False
        except NotAConnector as error:
            if error.problem.code is ProblemCode.CONTRACT_UNREADABLE:
                unusable = error
        for_now = for_now or origin.unavailable
    if unusable is not None:
        raise unusable
    return None, for_now


@lru_cache(maxsize=1)
def _assumed() -> Contract:
    return Contract(_document(f"http://bundled.invalid/{_BUNDLED}", _Bundle()), assumed=True)


def _document(address: str, loader: Any) -> Document:
    settings = Settings(strict=False, forbid_dtd=True, forbid_entities=True, force_https=False)
    try:
        return Document(address, loader, settings=settings)
    except (ErpSyncError, OperationCancelled):
        raise
    except (Exception, RecursionError) as error:  # noqa: BLE001  zeep raises all kinds over a WSDL that is wrong
        # zeep names addresses; the values of their queries stay out.
        detail = _QUERY.sub("?…", f"{type(error).__name__}: {error}")[:500]
        raise NotAConnector(Problem(ProblemCode.CONTRACT_UNREADABLE, detail=detail)) from None


class _Bundle(Transport):
    """Loads the bundled contract, which is one document, for zeep; posts nothing and keeps no file."""

    def __init__(self) -> None:
        self._close_session = False  # zeep's own session is never made

    def load(self, _url: str) -> bytes:
        """The bundled contract."""
        return resources.files(__package__).joinpath(_BUNDLED).read_bytes()


class _Origin(Transport):
    """Loads documents from the connector's own origin for zeep, and from nowhere else.

    Attributes:
        unavailable: the server said that it cannot answer at the moment.
    """

    def __init__(self, url: str, http: HttpSession, watch: Watch, until: float) -> None:
        self._close_session = False  # zeep's own session is never made
        self._service = urlsplit(url)
        self._http, self._watch, self._until = http, watch, until
        self._loaded: dict[str, bytes] = {}
        self.unavailable = False

    def holds_wsdl(self, address: str) -> bool:
        """Whether there is a WSDL at an address."""
        answer = self._get(address)
        self.unavailable = answer.status in _FOR_NOW
        if answer.status != 200:
            return False
        root = parse(answer.body, charset_of(answer))
        if root.tag != _WSDL_ROOT:
            return False
        self._loaded[address] = write(root)
        return True

    def load(self, url: str) -> bytes:
        """Read a document that a WSDL imports. Raises NotAConnector, ConnectorUnreachable."""
        if urlsplit(url).hostname in _WELL_KNOWN_HOSTS:
            return _empty_schema(url)
        address = self._on_this_origin(url)
        if address not in self._loaded:
            if len(self._loaded) >= MOST_DOCUMENTS:
                raise _unreadable(f"more than {MOST_DOCUMENTS} documents")
            self._loaded[address] = self._checked(url, self._get(address))
        return self._loaded[address]

    def _get(self, address: str) -> Answer:
        return self._http.get(
            address, {"Accept": "*/*"}, self._watch, stage=Stage.CONTRACT, operation="WSDL", until=self._until
        )

    def _checked(self, url: str, answer: Answer) -> bytes:
        if answer.status != 200:
            raise _unreadable(f"HTTP {answer.status}: {_shown(url)}")
        try:
            root = parse(answer.body, charset_of(answer))
        except NotAConnector as error:
            raise _unreadable(f"{error.problem.code}: {_shown(url)}") from None
        if local_name(root) not in {"definitions", "schema"}:
            raise _unreadable(f"{local_name(root)}: {_shown(url)}")
        return write(root)

    def _on_this_origin(self, url: str) -> str:
        """The address on the typed origin. A WSDL often names its own machine, which is unknown outside."""
        parts = urlsplit(url)
        ours = self._service
        if parts.scheme.lower() not in {"http", "https"}:
            raise _unreadable(f"foreign import: {_shown(url)}")
        if parts.hostname != ours.hostname:
            # Behind a proxy, the service can lie in another folder than on its own machine.
            if parts.path.rpartition("/")[2] != ours.path.rpartition("/")[2]:
                raise _unreadable(f"foreign import: {_shown(url)}")
            parts = parts._replace(path=ours.path)
        return urlunsplit(parts._replace(scheme=ours.scheme, netloc=ours.netloc))


def _with_query(url: str, form: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(query=f"{parts.query}&{form}" if parts.query else form))


def _empty_schema(url: str) -> bytes:
    """Schemas of the standards' bodies are not fetched; what WSDLs need of them, zeep knows by itself."""
    return f'<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="{_escaped(url)}"/>'.encode()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _shown(url: str) -> str:
    """An address for a message, without credentials and without the values of its query."""
    parts = urlsplit(url)
    keys = "&".join(key for key, _ in parse_qsl(parts.query, keep_blank_values=True))
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, keys, ""))


def _unreadable(detail: str) -> NotAConnector:
    return NotAConnector(Problem(ProblemCode.CONTRACT_UNREADABLE, detail=detail))
