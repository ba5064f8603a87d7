"""Request envelopes as text, answers by the standard library: no code of ours on the wire."""

import http.client
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

SERVICE = "http://sample-erp.example/erpsync/2026"
EIS = "http://www.superoffice.net/EIS/Connector/1.0"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
NO_REQUEST = {"WSGetConfigData"}

Member = str | Mapping[str, Any] | Sequence[Any] | None


class RawClient:
    """One keep-alive connection to a connector.

    Attributes:
        connection: the ConnectionGuid that ``call`` puts in; empty for none.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.target = parts.path + (f"?{parts.query}" if parts.query else "")
        self.connection = ""
        self._http = http.client.HTTPConnection(parts.netloc, timeout=30)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def call(self, operation: str, **members: Member) -> dict[str, Any]:
        """Call an operation; the members of its result, nested, with None for nil."""
        given = {"ConnectionGuid": self.connection, **members} if self.connection else members
        status, body = self.post(envelope(operation, given), f"{SERVICE}/SampleErp/{operation}")
        assert status == 200, body
        return result_of(body)

    def post(
        self, body: bytes, action: str, content_type: str = "text/xml; charset=utf-8", **headers: str
    ) -> tuple[int, bytes]:
        """Send any bytes; status and body of the answer."""
        return self.send(
            "POST", self.target, body, SOAPAction=f'"{action}"', Content_Type=content_type, **headers
        )

    def send(self, method: str, target: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
        """Send any HTTP request."""
        self._http.request(
            method, target, body or None, {name.replace("_", "-"): text for name, text in headers.items()}
        )
        response = self._http.getresponse()
        return response.status, response.read()


def envelope(operation: str, members: Mapping[str, Member], namespace: str = SERVICE) -> bytes:
    """A request envelope; members are written in the order given."""
    inner = "".join(_member(name, value) for name, value in members.items())
    request = (
        "" if operation in NO_REQUEST else f'<request xmlns:a="{EIS}" xmlns:b="{ARRAYS}">{inner}</request>'
    )
    call = f'<{operation} xmlns="{namespace}">{request}</{operation}>'
    return f'<s:Envelope xmlns:s="{SOAP}"><s:Body>{call}</s:Body></s:Envelope>'.encode()


def _member(name: str, value: Member) -> str:
    if value is None:
        return f'<a:{name} i:nil="true" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"/>'
    if isinstance(value, str):
        return f"<a:{name}>{escape(value)}</a:{name}>"
    if name in {"ConnectionInfo", "FieldValues"}:
        assert isinstance(value, Mapping)
        return f"<a:{name}>{''.join(_pair(key, text) for key, text in value.items())}</a:{name}>"
    if isinstance(value, Mapping):
        return f"<a:{name}>{''.join(_member(key, one) for key, one in value.items())}</a:{name}>"
    return f"<a:{name}>{''.join(_item(one) for one in value)}</a:{name}>"


def _item(value: Any) -> str:
    if isinstance(value, str):
        return f"<b:string>{escape(value)}</b:string>"
    carrier = "SearchRestrictionInfoWS" if "Operator" in value else "ErpActorWS"
    return _member(carrier, value)


def _pair(key: str, text: str) -> str:
    inside = f"<b:Key>{escape(key)}</b:Key><b:Value>{escape(text)}</b:Value>"
    return f"<b:KeyValueOfstringstring>{inside}</b:KeyValueOfstringstring>"


def result_of(body: bytes) -> dict[str, Any]:
    """The members of the result in an answer envelope."""
    response = ET.fromstring(body)[0][0]
    return _read_members(response[0])


def names_of(body: bytes) -> list[str]:
    """Names of the result's members in the order of the wire."""
    return [member.tag for member in ET.fromstring(body)[0][0][0]]


def fault_of(body: bytes) -> str:
    """The faultstring in an answer envelope."""
    fault = ET.fromstring(body)[0][0]
    assert fault.tag == f"{{{SOAP}}}Fault"
    return fault.findtext("faultstring") or ""


def _read_members(element: ET.Element) -> dict[str, Any]:
    return {_local(member): _read(member) for member in element}


def _read(element: ET.Element) -> Any:
    if element.get("{http://www.w3.org/2001/XMLSchema-instance}nil") == "true":
        return None
    names = {_local(child) for child in element}
    if names == {"KeyValueOfstringstring"}:
        return {child[0].text: child[1].text or "" for child in element}
    if names == {"string"}:
        return [child.text or "" for child in element]
    if len(names) == 1 and names <= {"ErpActorWS", "FieldMetadataInfoWS"}:
        return [_read_members(child) for child in element]
    return _read_members(element) if names else element.text or ""


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
