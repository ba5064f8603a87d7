"""From an HTTP answer to the result of one operation; every other answer is a problem with a name."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import NoReturn, TypeVar

from erpsync_desktop.connectors.discovery import charset_of
from erpsync_desktop.connectors.operations import Operation
from erpsync_desktop.connectors.xml import (
    Element,
    child,
    children,
    is_nil,
    local_name,
    parse,
    stream,
    text_of,
)
from erpsync_desktop.http import Answer
from erpsync_desktop.model.errors import NotAConnector, Problem, ProblemCode

T = TypeVar("T")

_ENVELOPES = {
    "{http://schemas.xmlsoap.org/soap/envelope/}Envelope",
    "{http://www.w3.org/2003/05/soap-envelope}Envelope",
}
_BY_STATUS = {
    401: ProblemCode.HTTP_UNAUTHORIZED,
    403: ProblemCode.HTTP_FORBIDDEN,
    404: ProblemCode.HTTP_NOT_FOUND,
}
# Possessive, and no text spans another mark: what a server sends must not make these search for ever.
_HTML = re.compile(rb"\s*+(?><!--.*?-->\s*+)*+<(!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title[^<>]*>([^<]*)</title", re.IGNORECASE)
_SNIFFED = 65_536
_LONGEST_TITLE = 200
_LONGEST_FAULT = 2_000


def result_of(answer: Answer, operation: Operation, names: frozenset[str]) -> Element:
    """The result element of an answer.

    Args:
        answer: what came back.
        operation: what was asked.
        names: local names that the answer's wrapper may have.

    Raises:
        NotAConnector: the answer is none of this operation.
    """
    return _result(_readable(answer, parse), operation, names)


def streamed_result_of(
    answer: Answer, operation: Operation, names: frozenset[str], tag: str, decode: Callable[[Element], T]
) -> tuple[Element, tuple[T, ...]]:
    """The same, with the elements of one name taken out of it as they come (see ``xml.stream``)."""

    def read(body: bytes, charset: str) -> tuple[Element, tuple[T, ...]]:
        return stream(body, charset, tag, decode)

    root, taken = _readable(answer, read)
    return _result(root, operation, names), taken


def _readable(answer: Answer, read: Callable[[bytes, str], T]) -> T:
    if not 200 <= answer.status < 300:
        _raise_http_error(answer)
    if not answer.body.strip():
        raise NotAConnector(Problem(ProblemCode.ANSWER_EMPTY))
    if _HTML.match(answer.body[:_SNIFFED]):
        raise _is_html(answer)
    try:
        return read(answer.body, charset_of(answer))
    except NotAConnector as error:
        said_html = "html" in answer.headers.get("content-type", "").lower()
        if said_html and error.problem.code is ProblemCode.ANSWER_NOT_XML:
            raise _is_html(answer) from None
        raise


def _raise_http_error(answer: Answer) -> NoReturn:
    code = _BY_STATUS.get(answer.status, ProblemCode.HTTP_ERROR)
    if code is ProblemCode.HTTP_ERROR:
        try:
            root = parse(answer.body, charset_of(answer))
        except NotAConnector:
            pass
        else:
            _raise_fault(_body(root))
    raise NotAConnector(Problem(code, {"status": answer.status}, detail=_title(answer)))


def _result(root: Element, operation: Operation, names: frozenset[str]) -> Element:
    if root.tag not in _ENVELOPES:
        if local_name(root).lower() == "html":
            raise NotAConnector(Problem(ProblemCode.ANSWER_IS_HTML, {"title": _title_of(root)}))
        raise NotAConnector(Problem(ProblemCode.ANSWER_NOT_SOAP, detail=local_name(root)[:_LONGEST_TITLE]))
    body = _body(root)
    _raise_fault(body)
    wrapper = None if body is None else next(children(body), None)
    if wrapper is None:
        raise incomplete(operation, f"{operation}Response")
    if local_name(wrapper) not in names:
        found = local_name(wrapper)[:_LONGEST_TITLE]
        params = {"operation": operation.value}
        raise NotAConnector(Problem(ProblemCode.ANSWER_OF_ANOTHER_OPERATION, params, detail=found))
    return _unwrapped(wrapper, operation)


def _unwrapped(wrapper: Element, operation: Operation) -> Element:
    """The result in its wrapper: by WCF's name, by Java's, the only element, or the wrapper itself."""
    if child(wrapper, "IsOk") is not None or child(wrapper, "State") is not None:
        return wrapper
    result = child(wrapper, f"{operation}Result")
    if result is None:
        result = child(wrapper, "return")
    if result is None:
        inside = list(children(wrapper))
        result = inside[0] if len(inside) == 1 else None
    if result is None or is_nil(result):
        raise incomplete(operation, f"{operation}Result")
    return result


def incomplete(operation: Operation, member: str) -> NotAConnector:
    """That an answer lacks what it must have."""
    return NotAConnector(
        Problem(ProblemCode.ANSWER_INCOMPLETE, {"operation": operation.value, "member": member})
    )


def _body(root: Element) -> Element | None:
    return child(root, "Body") if root.tag in _ENVELOPES else None


def _raise_fault(body: Element | None) -> None:
    fault = None if body is None else child(body, "Fault")
    if fault is None:
        return
    text, code = text_of(child(fault, "faultstring")), text_of(child(fault, "faultcode"))
    reason = child(fault, "Reason")
    if reason is not None:  # SOAP 1.2
        text, code = text_of(child(reason, "Text")), _all_text(child(fault, "Code"))
    detail = f"{code.strip()} {_all_text(child(fault, 'detail'))}".strip()
    shown = (text.strip() or code.strip())[:_LONGEST_FAULT]
    raise NotAConnector(Problem(ProblemCode.SOAP_FAULT, {"text": shown}, detail=detail[:_LONGEST_FAULT]))


def _all_text(element: Element | None) -> str:
    return "" if element is None else " ".join(" ".join(element.itertext()).split())


def _is_html(answer: Answer) -> NotAConnector:
    return NotAConnector(Problem(ProblemCode.ANSWER_IS_HTML, {"title": _title(answer)}))


def _title(answer: Answer) -> str:
    """The title of an HTML page; empty for none."""
    text = answer.body[:_SNIFFED].decode("utf-8", errors="replace")
    found = _TITLE.search(text)
    return " ".join(html.unescape(found[1]).split())[:_LONGEST_TITLE] if found else ""


def _title_of(root: Element) -> str:
    head = child(root, "head")
    title = None if head is None else child(head, "title")
    return " ".join(text_of(title).split())[:_LONGEST_TITLE]
