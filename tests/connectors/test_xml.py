"""XML that is meant to harm, or only badly labelled."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.connectors.xml import local_name, parse, stream
from erpsync_desktop.model.errors import NotAConnector, ProblemCode

ENTITIES = '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">'


def code_of(body: bytes | str, charset: str = "") -> ProblemCode:
    with pytest.raises(NotAConnector) as caught:
        parse(body.encode() if isinstance(body, str) else body, charset)
    return caught.value.problem.code


@pytest.mark.parametrize(
    "body",
    [
        "<!DOCTYPE a><a/>",
        '<!DOCTYPE a SYSTEM "http://evil.example/a.dtd"><a/>',
        f"<!DOCTYPE a [{ENTITIES}]><a>&c;</a>",
        f'<!DOCTYPE a [{ENTITIES}]><a b="&c;"/>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://evil.example/x"> %x;]><a/>',
        f"<?xml version='1.0'?>{'<!-- long -->' * 500}<!DOCTYPE a><a/>",
    ],
)
def test_document_types_are_refused(body: str) -> None:
    assert code_of(body) is ProblemCode.ANSWER_FORBIDDEN_XML


def test_document_types_are_refused_in_other_encodings_too() -> None:
    assert code_of("<!DOCTYPE a><a/>".encode("utf-16")) is ProblemCode.ANSWER_FORBIDDEN_XML


def test_document_types_are_refused_in_streams_too() -> None:
    with pytest.raises(NotAConnector) as caught:
        stream(f"<!DOCTYPE a [{ENTITIES}]><a><x>&c;</x></a>".encode(), "", "x", local_name)

    assert caught.value.problem.code is ProblemCode.ANSWER_FORBIDDEN_XML


@pytest.mark.parametrize("depth", [300, 100_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    assert code_of("<a>" * depth + "</a>" * depth) is ProblemCode.ANSWER_TOO_DEEP


def test_deep_nesting_is_refused_in_streams_too() -> None:
    with pytest.raises(NotAConnector) as caught:
        stream(b"<a>" * 300 + b"</a>" * 300, "", "x", local_name)

    assert caught.value.problem.code is ProblemCode.ANSWER_TOO_DEEP


@pytest.mark.parametrize(
    "body",
    [
        "",
        "   ",
        "no xml",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a>&nbsp;</a>",
        "<a>\0</a>",
        '{"a": 1}',
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_xml_is_named_so(body: bytes | str) -> None:
    assert code_of(body) is ProblemCode.ANSWER_NOT_XML


TEXT = "<a>Grüße €</a>"


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (TEXT.encode(), ""),
        (codecs.BOM_UTF8 + TEXT.encode(), ""),
        (TEXT.encode("utf-16"), ""),
        (TEXT.encode("utf-16-le"), ""),
        (TEXT.encode("utf-16-be"), "utf-8"),
        (f'<?xml version="1.0" encoding="utf-16"?>{TEXT}'.encode("utf-16"), "utf-8"),
        (f'<?xml version="1.0" encoding="windows-1252"?>{TEXT}'.encode("cp1252"), ""),
        (f'<?xml version="1.0" encoding="windows-1252"?>{TEXT}'.encode("cp1252"), "utf-8"),
        (f'<?xml version="1.0" encoding="utf-8"?>{TEXT}'.encode("cp1252"), "windows-1252"),
        (f'<?xml version="1.0"?>{TEXT}'.encode("cp1252"), '"Windows-1252"'),
        (f'<?xml version="1.0" encoding="utf-16"?>{TEXT}'.encode(), "utf-8"),
        (f'<?xml version="1.0" encoding="utf-16"?>{TEXT}'.encode(), ""),
        (f'\r\n\t <?xml version="1.0"?>{TEXT}'.encode(), ""),
        (TEXT.encode(), "no-such-charset"),
        (TEXT.encode("cp1252"), "windows-1252"),
    ],
)
def test_the_encoding_is_that_of_the_document_else_of_the_transport(body: bytes, charset: str) -> None:
    assert parse(body, charset).text == "Grüße €"


def test_a_text_of_five_megabytes_is_read() -> None:
    assert len(parse(b"<a>" + b"x" * 5_000_000 + b"</a>").text) == 5_000_000


def test_a_stream_takes_elements_in_any_namespace_and_leaves_the_rest() -> None:
    body = b'<r xmlns:n="urn:n"><m>1</m><l><x>a</x><n:x>b</n:x> <x>c</x></l><m>2</m></r>'
    root, taken = stream(body, "", "x", lambda element: element.text)

    assert taken == ("a", "b", "c")
    assert [member.text for member in root.iter("m")] == ["1", "2"]
    assert len(root.find("l")) <= 1


def test_a_stream_keeps_no_more_than_one_element_of_many() -> None:
    body = b"<r>" + b"<x>a</x>" * 10_000 + b"</r>"
    most = 0

    def count(element: object) -> None:
        nonlocal most
        most = max(most, len(element.getparent()))  # type: ignore[attr-defined]

    stream(body, "", "x", count)

    # The parser runs ahead by what it reads at once.
    assert most < 9_000


@given(st.binary(max_size=300))
def test_any_bytes_are_xml_or_a_problem(body: bytes) -> None:
    try:
        root = parse(body)
    except NotAConnector:
        return
    assert local_name(root)
