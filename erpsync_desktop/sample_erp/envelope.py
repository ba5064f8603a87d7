"""Reads SOAP 1.1 requests and writes answers and faults, safely and without knowing what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from erpsync_desktop.sample_erp.contract import (
    ARRAYS,
    BOOL,
    CARRIER_BY_NAME,
    CARRIERS,
    DICTIONARY,
    ENUMERATIONS,
    INT,
    OPERATIONS,
    SERVICE,
    STRING,
    STRINGS,
    Member,
    Operation,
    all_members,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_NIL = f"{{{INSTANCE}}}nil"


class BadRequest(Exception):
    """The request is not a call of the contract; the text says why, in one English sentence."""


def read_request(body: bytes) -> tuple[Operation, str, dict[str, Any]]:
    """Read a request envelope.

    Args:
        body: the bytes as they came.

    Returns:
        The operation, the namespace that the client called it in, and the members of its request:
        text or None, lists of text, dictionaries of text, or nested dictionaries for carriers.
        A member that is missing is None, or empty where it is an array or dictionary.

    Raises:
        BadRequest: the bytes are not a well-formed, DTD-free envelope that calls a known operation.
    """
    call = _called(_parse(body))
    namespace, name = _split(call.tag)
    operation = OPERATIONS.get(name)
    if operation is None or namespace not in {SERVICE, CARRIERS}:
        raise BadRequest("The operation is not part of the Sync Connector contract.")
    request = _child(call, "request")
    if not operation.request:
        return operation, namespace, {}
    if request is None:
        raise BadRequest("The element 'request' is missing.")
    return operation, namespace, _read_carrier(request, operation.request)


def _parse(body: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise BadRequest("The request is not well-formed XML.") from error
    document: Any = root.getroottree().docinfo
    if document.doctype:
        raise BadRequest("A document type definition is not accepted.")
    return root


def _called(root: _Element) -> _Element:
    if root.tag != f"{{{SOAP}}}Envelope":
        raise BadRequest("The request is not a SOAP 1.1 envelope.")
    body = root.find(f"{{{SOAP}}}Body")
    if body is None or len(body) != 1:
        raise BadRequest("The SOAP body has to hold exactly one call.")
    return body[0]


def _split(tag: str) -> tuple[str, str]:
    namespace, _, name = tag.rpartition("}")
    return namespace.removeprefix("{"), name


def _child(parent: _Element, name: str) -> _Element | None:
    """The first child of that local name. Namespaces are not compared: clients differ there."""
    return next((child for child in parent if _split(child.tag)[1] == name), None)


def _read_carrier(element: _Element, carrier: str) -> dict[str, Any]:
    return {
        member.name: _read_member(_child(element, member.name), member) for member in all_members(carrier)
    }


def _read_member(element: _Element | None, member: Member) -> Any:
    if member.many:
        items = [] if element is None else list(element)
        return [_read_carrier(item, member.type) for item in items]
    if member.type == STRINGS:
        return [] if element is None else [_text(item) or "" for item in element]
    if member.type == DICTIONARY:
        return {} if element is None else _read_dictionary(element)
    if member.type in CARRIER_BY_NAME:
        return None if element is None or _is_nil(element) else _read_carrier(element, member.type)
    return None if element is None else _text(element)


def _read_dictionary(element: _Element) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for item in element:
        key, value = _child(item, "Key"), _child(item, "Value")
        if key is None or not key.text:
            raise BadRequest("A dictionary holds an entry without a key.")
        if key.text in pairs:
            raise BadRequest("A dictionary holds a key twice.")
        pairs[key.text] = "" if value is None else _text(value) or ""
    return pairs


def _text(element: _Element) -> str | None:
    if len(element):
        raise BadRequest("An element holds elements where text is expected.")
    return None if _is_nil(element) else element.text or ""


def _is_nil(element: _Element) -> bool:
    return element.get(_NIL, "") in {"true", "1"}


def write_answer(operation: Operation, namespace: str, answer: Mapping[str, Any]) -> bytes:
    """Write an answer envelope.

    Args:
        operation: what was called.
        namespace: in which namespace it was called; the answer is in the same.
        answer: members of the result carrier; what is missing is written as nil.
    """
    from lxml import etree

    envelope = etree.Element(f"{{{SOAP}}}Envelope", nsmap={"s": SOAP})
    body = etree.SubElement(envelope, f"{{{SOAP}}}Body")
    response = etree.SubElement(body, f"{{{namespace}}}{operation.name}Response", nsmap=_default(namespace))
    result = etree.SubElement(
        response,
        f"{{{namespace}}}{operation.name}Result",
        nsmap={"a": CARRIERS, "b": ARRAYS, "i": INSTANCE},
    )
    _write_carrier(result, operation.result, answer)
    return _serialise(envelope)


def write_fault(text: str, *, of_client: bool) -> bytes:
    """Write a SOAP fault that says a sentence, and nothing else."""
    from lxml import etree

    envelope = etree.Element(f"{{{SOAP}}}Envelope", nsmap={"s": SOAP})
    body = etree.SubElement(envelope, f"{{{SOAP}}}Body")
    fault = etree.SubElement(body, f"{{{SOAP}}}Fault")
    etree.SubElement(fault, "faultcode").text = "s:Client" if of_client else "s:Server"
    etree.SubElement(fault, "faultstring").text = text
    return _serialise(envelope)


def _default(namespace: str) -> Any:
    return {None: namespace}  # lxml's way to say that it has no prefix


def _serialise(root: _Element) -> bytes:
    from lxml import etree

    return b'<?xml version="1.0" encoding="utf-8"?>' + etree.tostring(root, encoding="utf-8")


def _write_carrier(parent: _Element, carrier: str, values: Mapping[str, Any]) -> None:
    for member in all_members(carrier):
        _write_member(parent, member, values.get(member.name))


def _write_member(parent: _Element, member: Member, value: Any) -> None:
    from lxml import etree

    element = etree.SubElement(parent, f"{{{CARRIERS}}}{member.name}")
    if value is None:
        element.set(_NIL, "true")
    elif member.many:
        for item in value:
            _write_carrier(etree.SubElement(element, f"{{{CARRIERS}}}{member.type}"), member.type, item)
    elif member.type in CARRIER_BY_NAME:
        _write_carrier(element, member.type, value)
    elif member.type == STRINGS:
        for text in value:
            etree.SubElement(element, f"{{{ARRAYS}}}string").text = text
    elif member.type == DICTIONARY:
        _write_dictionary(element, value)
    else:
        element.text = _simple(member, value)


def _write_dictionary(element: _Element, pairs: Mapping[str, str]) -> None:
    from lxml import etree

    for key, value in pairs.items():
        item = etree.SubElement(element, f"{{{ARRAYS}}}KeyValueOfstringstring")
        etree.SubElement(item, f"{{{ARRAYS}}}Key").text = key
        etree.SubElement(item, f"{{{ARRAYS}}}Value").text = value


def _simple(member: Member, value: Any) -> str:
    if member.type == BOOL:
        return "true" if value else "false"
    if member.type not in {STRING, INT} and value not in ENUMERATIONS[member.type]:
        raise ValueError(f"{member.name} cannot be {value!r}")
    return str(value)
