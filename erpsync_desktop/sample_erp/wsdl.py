"""The connector's description, in the two forms that WCF publishes.

``?singleWsdl`` is one document. ``?wsdl`` is several: it imports ``?wsdl=wsdl0`` (messages and port type),
which imports ``?xsd=xsd0`` (operations), ``xsd1`` (serialisation), ``xsd2`` (carriers) and ``xsd3`` (arrays).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from erpsync_desktop.sample_erp.contract import (
    ARRAYS,
    CARRIER_BY_NAME,
    CARRIERS,
    DICTIONARY,
    ENUMERATIONS,
    OPERATIONS,
    OWN_ACTION,
    SERVICE,
    STRINGS,
    Carrier,
    Member,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

WSDL = "http://schemas.xmlsoap.org/wsdl/"
SOAP = "http://schemas.xmlsoap.org/wsdl/soap/"
XSD = "http://www.w3.org/2001/XMLSchema"
SERIALISATION = "http://schemas.microsoft.com/2003/10/Serialization/"
TEMPORARY = "http://tempuri.org/"
"""Where WCF puts binding and service unless it is told otherwise."""

_PORT_TYPE, _BINDING = "IErpConnectorWS", "BasicHttpBinding_IErpConnectorWS"
_SCHEMAS = {"xsd0": SERVICE, "xsd1": SERIALISATION, "xsd2": CARRIERS, "xsd3": ARRAYS}
_PREFIXES = {
    "xs": XSD,
    "tns": SERVICE,
    "a": CARRIERS,
    "b": ARRAYS,
    "soap": SOAP,
    "wsdl": WSDL,
    "ser": SERIALISATION,
}


def document(address: str, part: str) -> bytes | None:
    """One document of the description.

    Args:
        address: the service's URL as the client reached it, with its query but for the part's name.
        part: ``singleWsdl``, ``wsdl``, ``wsdl=wsdl0`` or ``xsd=xsd0`` to ``xsd=xsd3``.

    Returns:
        The document, or None if there is no such part.
    """
    if part.lower() == "singlewsdl":
        return _serialise(_single(address))
    if part == "wsdl":
        return _serialise(_outer(address))
    if part == "wsdl=wsdl0":
        return _serialise(_inner(address))
    name = part.removeprefix("xsd=")
    return _serialise(_schema(name, address)) if name in _SCHEMAS else None


def _serialise(root: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _with_query(address: str, query: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{query}"


def _add(parent: _Element, uri: str, tag: str, /, **attributes: str) -> _Element:
    from lxml import etree

    return etree.SubElement(parent, f"{{{uri}}}{tag}", attributes)


def _definitions(target: str) -> _Element:
    from lxml import etree

    root = etree.Element(f"{{{WSDL}}}definitions", nsmap=_PREFIXES)
    root.set("targetNamespace", target)
    root.set("name", "SampleErp")
    return root


def _single(address: str) -> _Element:
    root = _definitions(SERVICE)
    types = _add(root, WSDL, "types")
    for name in _SCHEMAS:
        types.append(_schema(name, None))
    _add_port_type(root)
    _add_binding(root)
    _add_service(root, address, "tns")
    return root


def _outer(address: str) -> _Element:
    from lxml import etree

    root = etree.Element(f"{{{WSDL}}}definitions", nsmap=_PREFIXES | {"i0": SERVICE, "tns": TEMPORARY})
    root.set("targetNamespace", TEMPORARY)
    root.set("name", "SampleErp")
    _add(root, WSDL, "import", namespace=SERVICE, location=_with_query(address, "wsdl=wsdl0"))
    _add_binding(root, "i0")
    _add_service(root, address, "tns")
    return root


def _inner(address: str) -> _Element:
    root = _definitions(SERVICE)
    schema = _add(_add(root, WSDL, "types"), XSD, "schema", targetNamespace=f"{SERVICE}/Imports")
    for name, namespace in _SCHEMAS.items():
        _add(schema, XSD, "import", namespace=namespace, schemaLocation=_with_query(address, f"xsd={name}"))
    _add_port_type(root)
    return root


def _add_port_type(root: _Element) -> None:
    for name in OPERATIONS:
        for message, element in (
            (f"{name}_InputMessage", name),
            (f"{name}_OutputMessage", f"{name}Response"),
        ):
            part = _add(root, WSDL, "message", name=f"{_PORT_TYPE}_{message}")
            _add(part, WSDL, "part", name="parameters", element=f"tns:{element}")
    port_type = _add(root, WSDL, "portType", name=_PORT_TYPE)
    for name in OPERATIONS:
        operation = _add(port_type, WSDL, "operation", name=name)
        _add(operation, WSDL, "input", message=f"tns:{_PORT_TYPE}_{name}_InputMessage")
        _add(operation, WSDL, "output", message=f"tns:{_PORT_TYPE}_{name}_OutputMessage")


def _add_binding(root: _Element, prefix: str = "tns") -> None:
    binding = _add(root, WSDL, "binding", name=_BINDING, type=f"{prefix}:{_PORT_TYPE}")
    _add(binding, SOAP, "binding", transport="http://schemas.xmlsoap.org/soap/http")
    for name in OPERATIONS:
        operation = _add(binding, WSDL, "operation", name=name)
        _add(operation, SOAP, "operation", soapAction=OWN_ACTION + name, style="document")
        for direction in ("input", "output"):
            _add(_add(operation, WSDL, direction), SOAP, "body", use="literal")


def _add_service(root: _Element, address: str, prefix: str) -> None:
    service = _add(root, WSDL, "service", name="SampleErp")
    port = _add(service, WSDL, "port", name=_BINDING, binding=f"{prefix}:{_BINDING}")
    _add(port, SOAP, "address", location=address)


def _schema(name: str, address: str | None) -> _Element:
    """A schema; its imports name a location only where it is a document of its own (``address`` given)."""
    from lxml import etree

    root = etree.Element(f"{{{XSD}}}schema", nsmap=_PREFIXES)
    root.set("targetNamespace", _SCHEMAS[name])
    root.set("elementFormDefault", "qualified")
    for other in {"xsd0": ("xsd2",), "xsd2": ("xsd3",)}.get(name, ()):
        imported = _add(root, XSD, "import", namespace=_SCHEMAS[other])
        if address is not None:
            imported.set("schemaLocation", _with_query(address, f"xsd={other}"))
    fill = {"xsd0": _add_operations, "xsd1": _add_serialisation, "xsd2": _add_carriers, "xsd3": _add_arrays}
    fill[name](root)
    return root


def _sequence(root: _Element, name: str = "") -> _Element:
    kind = _add(root, XSD, "complexType", name=name) if name else _add(root, XSD, "complexType")
    return _add(kind, XSD, "sequence")


def _optional(sequence: _Element, name: str, kind: str) -> _Element:
    return _add(sequence, XSD, "element", minOccurs="0", name=name, nillable="true", type=kind)


def _add_operations(root: _Element) -> None:
    for operation in OPERATIONS.values():
        call = _sequence(_add(root, XSD, "element", name=operation.name))
        if operation.request:
            _optional(call, "request", f"a:{operation.request}")
        response = _sequence(_add(root, XSD, "element", name=f"{operation.name}Response"))
        _optional(response, f"{operation.name}Result", f"a:{operation.result}")


def _add_serialisation(root: _Element) -> None:
    guid = _add(_add(root, XSD, "simpleType", name="guid"), XSD, "restriction", base="xs:string")
    _add(
        guid, XSD, "pattern", value=r"[\da-fA-F]{8}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{12}"
    )
    _add(root, XSD, "element", name="guid", nillable="true", type="ser:guid")


def _add_carriers(root: _Element) -> None:
    for name, values in ENUMERATIONS.items():
        restriction = _add(_add(root, XSD, "simpleType", name=name), XSD, "restriction", base="xs:string")
        for value in values:
            _add(restriction, XSD, "enumeration", value=value)
    for carrier in CARRIER_BY_NAME.values():
        _add_carrier(root, carrier)
    for name in sorted(
        {member.type for one in CARRIER_BY_NAME.values() for member in one.members if member.many}
    ):
        item = _optional(_sequence(root, f"ArrayOf{name}"), name, f"a:{name}")
        item.set("maxOccurs", "unbounded")


def _add_carrier(root: _Element, carrier: Carrier) -> None:
    kind = _add(root, XSD, "complexType", name=carrier.name)
    if carrier.base:
        content = _add(kind, XSD, "complexContent", mixed="false")
        kind = _add(content, XSD, "extension", base=f"a:{carrier.base}")
    sequence = _add(kind, XSD, "sequence")
    for member in carrier.members:
        element = _optional(sequence, member.name, _type_name(member))
        if member.type in {"boolean", "int", *ENUMERATIONS}:
            del element.attrib["nillable"]


def _type_name(member: Member) -> str:
    if member.many:
        return f"a:ArrayOf{member.type}"
    if member.type == STRINGS:
        return "b:ArrayOfstring"
    if member.type == DICTIONARY:
        return "b:ArrayOfKeyValueOfstringstring"
    return f"a:{member.type}" if member.type in {*CARRIER_BY_NAME, *ENUMERATIONS} else f"xs:{member.type}"


def _add_arrays(root: _Element) -> None:
    _optional(_sequence(root, "ArrayOfstring"), "string", "xs:string").set("maxOccurs", "unbounded")
    pairs = _sequence(root, "ArrayOfKeyValueOfstringstring")
    pair = _add(pairs, XSD, "element", minOccurs="0", maxOccurs="unbounded", name="KeyValueOfstringstring")
    sequence = _sequence(pair)
    for name in ("Key", "Value"):
        _add(sequence, XSD, "element", name=name, nillable="true", type="xs:string")
