"""The contract of one connector, as its WSDL describes it; builds the requests, by zeep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from zeep.exceptions import Error as ZeepError
from zeep.wsdl import Document
from zeep.wsdl.bindings import Soap11Binding, Soap12Binding

from erpsync_desktop.connectors.carriers import Members, Structure, Value
from erpsync_desktop.connectors.operations import Operation
from erpsync_desktop.model.errors import NotAConnector, Problem, ProblemCode


@dataclass(frozen=True, slots=True)
class Message:
    """A request, ready to be sent, and the local names that its answer may have."""

    body: bytes = field(repr=False)
    headers: Mapping[str, str]
    answers: frozenset[str]


class Contract:
    """The operations of a connector, with its own names, namespaces and SOAP actions.

    Args:
        document: the parsed WSDL.
        assumed: the connector publishes none; this is the bundled one.
    """

    def __init__(self, document: Document, *, assumed: bool) -> None:
        self.assumed = assumed
        self._binding = _best_binding(_bindings(document))

    @property
    def missing(self) -> tuple[str, ...]:
        """The operations that it lacks."""
        return tuple(operation.value for operation in Operation if not self._has(operation))

    def message(self, operation: Operation, members: Members) -> Message:
        """Write a request.

        Args:
            operation: what to ask for.
            members: the request carrier's members by name.

        Raises:
            NotAConnector: the contract lacks the operation, or one of its members.
        """
        if not self._has(operation):
            raise NotAConnector(Problem(ProblemCode.OPERATION_MISSING, {"operation": operation.value}))
        described = self._binding.get(operation.value)
        try:
            arguments = _wrapped(described.input.body, members)
            envelope = described.create(**arguments).content
        except (KeyError, AttributeError, IndexError, TypeError, ValueError, ZeepError) as error:
            # Only the member's name is kept: zeep's own message would show values.
            name = error.args[0] if isinstance(error, KeyError) else type(error).__name__
            raise NotAConnector(
                Problem(ProblemCode.CONTRACT_UNREADABLE, detail=f"{operation}: {name}")
            ) from None
        body = etree.tostring(envelope, xml_declaration=True, encoding="utf-8")
        return Message(body, self._headers(described), _answer_names(operation, described))

    def _has(self, operation: Operation) -> bool:
        return self._binding is not None and operation.value in self._binding.all()

    def _headers(self, described: Any) -> Mapping[str, str]:
        action = described.soapaction or ""
        if isinstance(self._binding, Soap12Binding):
            return {"Content-Type": f'application/soap+xml; charset=utf-8; action="{action}"'}
        return {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": f'"{action}"'}


def _bindings(document: Document) -> list[Any]:
    found = list(document.bindings.values())
    for service in document.services.values():
        found += [port.binding for port in service.ports.values() if port.binding is not None]
    return [binding for binding in found if isinstance(binding, (Soap11Binding, Soap12Binding))]


def _best_binding(bindings: Iterable[Any]) -> Any:
    """The one with the most of our operations; of equals, SOAP 1.1."""

    def rank(binding: Any) -> tuple[int, bool]:
        known = sum(operation.value in binding.all() for operation in Operation)
        return known, not isinstance(binding, Soap12Binding)

    return max(bindings, key=rank, default=None)


def _answer_names(operation: Operation, described: Any) -> frozenset[str]:
    names = {f"{operation}Response"}
    body = getattr(described.output, "body", None)
    if body is not None and body.qname is not None:
        names.add(body.qname.localname)
    return frozenset(names)


def _wrapped(body: Any, members: Members) -> dict[str, Any]:
    """Put the members into the carrier, which is named ``request``, or the only element there is."""
    elements = _elements(body.type)
    if not elements and not members:
        return {}
    if any(name.lower() in elements for name in members):
        return _filled(body.type, members)
    if not elements:
        raise KeyError(*list(members)[:1])
    carrier = elements.get("request") or next(iter(elements.values()))
    return {carrier.attr_name: _filled(carrier.type, members)}


def _filled(kind: Any, members: Mapping[str, Value]) -> dict[str, Any]:
    elements = _elements(kind)
    filled = {}
    for name, value in members.items():
        if name.lower() not in elements:
            raise KeyError(name)
        element = elements[name.lower()]
        filled[element.attr_name] = _written(element, value)
    for element in elements.values():
        if element.attr_name not in filled and not element.is_optional and not element.nillable:
            filled[element.attr_name] = {} if hasattr(element.type, "elements") else ""
    return filled


def _written(element: Any, value: Value) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, Structure):
        return _filled(element.type, value.members)
    repeated = element if element.accepts_multiple else _only_element(element.type)
    items = _entries(repeated, value) if isinstance(value, Mapping) else _items(repeated, value)
    # Some stacks repeat the member itself where others wrap the items.
    return items if repeated is element else {repeated.attr_name: items}


def _entries(repeated: Any, dictionary: Mapping[str, str]) -> list[dict[str, str]]:
    elements = _elements(repeated.type)
    key, value = elements["key"].attr_name, elements["value"].attr_name
    return [{key: name, value: text} for name, text in dictionary.items()]


def _items(repeated: Any, values: tuple[str, ...] | tuple[Structure, ...]) -> list[Any]:
    return [_filled(repeated.type, item.members) if isinstance(item, Structure) else item for item in values]


def _only_element(kind: Any) -> Any:
    return kind.elements[0][1]


def _elements(kind: Any) -> dict[str, Any]:
    return {element.attr_name.lower(): element for _, element in kind.elements if hasattr(element, "type")}
