"""Reading XML that nobody vouches for: no DTD, no entities, no network, no deep nesting.

libxml2, not told to take huge documents, stops by itself at 256 levels and at texts of 10 million characters.
The bytes are capped before they get here.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from lxml import etree

from erpsync_desktop.model.errors import NotAConnector, Problem, ProblemCode

T = TypeVar("T")

Element = Any
"""An lxml element; lxml has no types of its own."""

NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
_PROLOG_STEP = 1_024
_BLANK = b" \t\r\n"
_DECLARED = re.compile(rb"<\?xml[^>]*?\sencoding\s*=", re.DOTALL)
_TWO_BYTES = {b"<\0": "UTF-16LE", b"\0<": "UTF-16BE"}
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def parse(body: bytes, charset: str = "") -> Element:
    """Read a document and return its root.

    Args:
        body: the document.
        charset: what the transport says; it counts where the document itself says nothing, or is wrong.

    Raises:
        NotAConnector: this is no XML, or XML with what it may not have.
    """
    return _reading(body, charset, lambda text, encoding: etree.fromstring(text, _parser(encoding)))


def stream(
    body: bytes, charset: str, tag: str, decode: Callable[[Element], T]
) -> tuple[Element, tuple[T, ...]]:
    """Read a document, taking the elements of one local name out of it as they come.

    Args:
        body: the document.
        charset: what the transport says.
        tag: local name of the elements, in any namespace.
        decode: what to make of each; the element is emptied afterwards.

    Returns:
        The root of what is left, and what was made of the elements.

    Raises:
        NotAConnector: this is no XML, or XML with what it may not have.
    """

    def read(text: bytes, encoding: str | None) -> tuple[Element, tuple[T, ...]]:
        events = etree.iterparse(
            io.BytesIO(text), events=("end",), tag=f"{{*}}{tag}", encoding=encoding, **_SAFE
        )
        taken: list[T] = []
        for _, element in events:
            taken.append(decode(element))
            element.clear()
            previous = element.getprevious()
            if previous is not None:  # emptied ones go too, but never the one that just ended
                element.getparent().remove(previous)
        return events.root, tuple(taken)

    return _reading(body, charset, read)


def write(root: Element) -> bytes:
    """A document in UTF-8, as it was understood."""
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return written


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element) -> Iterator[Element]:
    """The child elements, without entity references."""
    return (child for child in element if isinstance(child.tag, str))


def child(element: Element, name: str) -> Element | None:
    """The first child of a local name, in any namespace and case; None for none."""
    wanted = name.lower()
    return next((found for found in children(element) if local_name(found).lower() == wanted), None)


def text_of(element: Element | None) -> str:
    """The text of an element; empty for none and for nil."""
    return "" if element is None else element.text or ""


def is_nil(element: Element) -> bool:
    """Whether an element says that it has no value."""
    return str(element.get(NIL, "")).strip().lower() in {"true", "1"}


def _parser(encoding: str | None) -> Any:
    return etree.XMLParser(encoding=encoding, **_SAFE)


def _reading(body: bytes, charset: str, read: Callable[[bytes, str | None], T]) -> T:
    # PHP likes to send a line break first.
    text = body if b"\0" in body[:4] else body.lstrip(_BLANK)
    problem = Problem(ProblemCode.ANSWER_NOT_XML)
    for encoding in _encodings(text, charset):
        try:
            return _guarded(text, encoding, read)
        except etree.XMLSyntaxError as error:
            problem = _explain(error)
            if problem.code is not ProblemCode.ANSWER_NOT_XML:
                break
    raise NotAConnector(problem)


def _encodings(text: bytes, charset: str) -> list[str | None]:
    """What to try, in this order; None leaves it to the document's own mark or declaration.

    A declaration can be wrong: .NET writes ``utf-16`` over what is then sent as UTF-8, and servers add a
    charset of their own to what was written in another.
    """
    known = _known_charset(charset)
    if text.startswith(_BYTE_ORDER_MARKS):
        return [None]
    if not text.startswith(b"<?xml") and text[:2] in _TWO_BYTES:
        return [_TWO_BYTES[text[:2]]]
    if _DECLARED.match(text[:200]):
        return [None, known, "UTF-8"] if known else [None, "UTF-8"]
    return [known] if known else [None]


def _guarded(text: bytes, encoding: str | None, read: Callable[[bytes, str | None], T]) -> T:
    _refuse_doctype(text, encoding)
    return read(text, encoding)


def _refuse_doctype(text: bytes, encoding: str | None) -> None:
    """Look at what comes before the root, so that nothing declared there is ever used."""
    parser = etree.XMLPullParser(events=("start",), encoding=encoding, **_SAFE)
    for start in range(0, len(text), _PROLOG_STEP):
        parser.feed(text[start : start + _PROLOG_STEP])
        root: Element = next((element for _, element in parser.read_events()), None)
        if root is not None:
            document = root.getroottree().docinfo
            if document.doctype or document.internalDTD is not None:
                raise NotAConnector(Problem(ProblemCode.ANSWER_FORBIDDEN_XML))
            return


def _known_charset(charset: str) -> str | None:
    name = charset.strip("\"' ")
    try:
        _parser(name or None)
    except (LookupError, ValueError):
        return None
    return name or None


def _explain(error: etree.XMLSyntaxError) -> Problem:
    message = str(error.msg or "")[:500]
    if "depth" in message.lower():
        return Problem(ProblemCode.ANSWER_TOO_DEEP, detail=message)
    return Problem(ProblemCode.ANSWER_NOT_XML, detail=message)
