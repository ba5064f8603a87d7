"""The WSGI application: HTTP in, SOAP out."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from erpsync_desktop.sample_erp import envelope
from erpsync_desktop.sample_erp.contract import BARE_ACTION, OPERATIONS, OWN_ACTION
from erpsync_desktop.sample_erp.envelope import BadRequest
from erpsync_desktop.sample_erp.erp import SampleErp

_log = logging.getLogger(__name__)

PATH = "/SampleErp.svc"
LARGEST_REQUEST = 8 * 1024 * 1024
"""Bytes of a request that are read; a bigger one is refused."""

_LOOPBACK = re.compile(r"\A(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])(?::[0-9]{1,5})?\Z", re.IGNORECASE)
_XML = "text/xml; charset=utf-8"
_ACTIONS = {start + name: name for name in OPERATIONS for start in (OWN_ACTION, BARE_ACTION)}
_PART = re.compile(r"\A(?:wsdl|singlewsdl|(?:wsdl|xsd)=.*)\Z", re.IGNORECASE)

StartResponse = Callable[[str, list[tuple[str, str]]], object]
Environment = dict[str, Any]


class _Reply(Exception):
    """What is answered instead of the result of an operation."""

    def __init__(
        self, status: HTTPStatus, body: bytes, content_type: str = "text/plain; charset=utf-8"
    ) -> None:
        super().__init__(status)
        self.status = status
        self.body = body
        self.content_type = content_type


class SoapService:
    """Serves an ERP at one path; the query is kept in the addresses that the WSDL names.

    Args:
        erp: carries the operations out.
        publish_metadata: False answers requests for the WSDL with 404, as hosts do that switch metadata off.
    """

    def __init__(self, erp: SampleErp, *, publish_metadata: bool = True) -> None:
        self._erp = erp
        self._publish_metadata = publish_metadata

    def __call__(self, environment: Environment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one HTTP request; never with a stack trace."""
        try:
            reply = self._reply(environment)
        except _Reply as instead:
            reply = instead
        except Exception:  # noqa: BLE001 a caller must get an answer whatever happened here
            _log.exception("A request could not be answered")
            text = "The sample ERP met an error of its own. Its log says more."
            reply = _fault(HTTPStatus.INTERNAL_SERVER_ERROR, text, of_client=False)
        headers = [("Content-Type", reply.content_type), ("Content-Length", str(len(reply.body)))]
        if reply.status == HTTPStatus.METHOD_NOT_ALLOWED:
            headers.append(("Allow", "GET, POST"))
        start_response(f"{reply.status.value} {reply.status.phrase}", headers)
        return [reply.body]

    def _reply(self, environment: Environment) -> _Reply:
        # Another site's page could otherwise reach this machine by a name that it lets point to 127.0.0.1.
        if not _LOOPBACK.match(environment.get("HTTP_HOST", "")):
            return _Reply(HTTPStatus.FORBIDDEN, b"The sample ERP answers at a loopback address only.")
        if environment.get("PATH_INFO", "").casefold() != PATH.casefold():
            return _Reply(HTTPStatus.NOT_FOUND, f"The sample ERP answers at {PATH}.".encode())
        if environment["REQUEST_METHOD"] == "POST":
            return self._call(environment)
        if environment["REQUEST_METHOD"] in {"GET", "HEAD"}:
            return self._describe(environment)
        return _Reply(HTTPStatus.METHOD_NOT_ALLOWED, b"Call the sample ERP by POST.")

    def _call(self, environment: Environment) -> _Reply:
        body = _read_body(environment)
        try:
            operation, namespace, request = envelope.read_request(body)
        except BadRequest as error:
            return _fault(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))
        action = environment.get("HTTP_SOAPACTION", "").strip().strip('"')
        if _ACTIONS.get(action) != operation.name:
            return _fault(HTTPStatus.INTERNAL_SERVER_ERROR, "The SOAPAction is not that of the operation.")
        answer = self._erp.answer(operation.name, request)
        return _Reply(HTTPStatus.OK, envelope.write_answer(operation, namespace, answer), _XML)

    def _describe(self, environment: Environment) -> _Reply:
        query = environment.get("QUERY_STRING", "")
        kept = [one for one in query.split("&") if one and not _PART.match(one)]
        parts = [one for one in query.split("&") if _PART.match(one)]
        if not parts:
            return _Reply(
                HTTPStatus.OK, b"This is the sample ERP, a Sync Connector. Its description is at ?wsdl."
            )
        if not self._publish_metadata:
            return _Reply(
                HTTPStatus.NOT_FOUND, b"Metadata publishing for this service is currently disabled."
            )
        return self._metadata(environment["HTTP_HOST"], kept, parts[0].lower())

    def _metadata(self, host: str, kept: list[str], part: str) -> _Reply:
        from erpsync_desktop.sample_erp import wsdl

        address = f"http://{host}{PATH}" + ("?" + "&".join(kept) if kept else "")
        document = wsdl.document(address, part)
        if document is None:
            return _Reply(HTTPStatus.NOT_FOUND, b"There is no such document.")
        return _Reply(HTTPStatus.OK, document, _XML)


def _fault(status: HTTPStatus, text: str, *, of_client: bool = True) -> _Reply:
    return _Reply(status, envelope.write_fault(text, of_client=of_client), _XML)


def _read_body(environment: Environment) -> bytes:
    if "xml" not in environment.get("CONTENT_TYPE", ""):
        raise _fault(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "The content type has to be text/xml.")
    body: bytes = environment["wsgi.input"].read(LARGEST_REQUEST + 1)
    if len(body) > LARGEST_REQUEST:
        raise _fault(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The request is too big.")
    return body
