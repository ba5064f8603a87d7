"""SOAP answers and WSDLs as text, for servers that answer by script."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import resources

from tests.connectors.hostile import Reply, Request, http

EIS = "http://www.superoffice.net/EIS/Connector/1.0"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
FINE = "<IsOk>true</IsOk><State>Ok</State>"
NOT_FOUND = http("nothing here", "404 Not Found", Content_Type="text/plain")


def envelope(body: str, soap: str = SOAP11) -> str:
    """A body in an envelope."""
    return f'<s:Envelope xmlns:s="{soap}" xmlns:i="{XSI}"><s:Body>{body}</s:Body></s:Envelope>'


def answer(operation: str, members: str) -> str:
    """An answer with the members of a result."""
    result = f"<{operation}Result>{members}</{operation}Result>"
    return envelope(f'<{operation}Response xmlns="{EIS}">{result}</{operation}Response>')


def fault(text: str, code: str = "s:Client", detail: str = "") -> str:
    """A SOAP 1.1 fault."""
    inner = f"<faultcode>{code}</faultcode><faultstring>{text}</faultstring><detail>{detail}</detail>"
    return envelope(f"<s:Fault>{inner}</s:Fault>")


def operation_of(request: Request) -> str:
    """The operation that a request asks for."""
    found = re.search(rb"Body>\s*<(?:\w+:)?(\w+)", request.body)
    assert found is not None
    return found[1].decode()


def unpublished(reply: Callable[[Request], Reply]) -> Callable[[Request], Reply]:
    """A connector that publishes no WSDL and answers questions by a function."""
    return lambda request: NOT_FOUND if request.method == "GET" else reply(request)


def saying(members: str) -> Callable[[Request], Reply]:
    """A connector without WSDL that answers every operation with these members."""
    return unpublished(lambda request: http(answer(operation_of(request), members)))


def published(wsdl: str, members: str = FINE) -> Callable[[Request], Reply]:
    """A connector that publishes one WSDL and answers every operation with these members."""

    def reply(request: Request) -> Reply:
        if request.method == "POST":
            return http(answer(operation_of(request), members))
        return http(wsdl) if request.target.lower().endswith("singlewsdl") else NOT_FOUND

    return reply


def assumed_wsdl() -> str:
    """The bundled contract, to make others of."""
    file = resources.files("erpsync_desktop.connectors").joinpath("assumed_contract.wsdl")
    return file.read_text(encoding="utf-8")
