"""Requests, in the shape that the connector's own contract asks for."""

import re

import pytest
from lxml import etree

from erpsync_desktop.connectors import ConnectorClient
from erpsync_desktop.http import HttpSession
from erpsync_desktop.model.actor import ErpActor, Operator, SearchRestriction
from erpsync_desktop.model.errors import NotAConnector, ProblemCode
from erpsync_desktop.model.watch import Watch
from tests.connectors.hostile import Request, hostile
from tests.connectors.soap_text import ARRAYS, EIS, FINE, assumed_wsdl, published, saying

NAMES = {"e": EIS, "a": ARRAYS}
TEST_REQUEST = '<xs:complexType name="TestConfigDataRequestWS"><xs:sequence>'
DICTIONARY = 'type="arr:ArrayOfKeyValueOfstringstring"/>'


def sent(session: HttpSession, wsdl: str | None = None) -> Request:
    """What is sent to try two values."""
    with hostile(published(wsdl) if wsdl else saying(FINE)) as server:
        ConnectorClient(server.url, session).test_config_data({"a": "1", "b": ""}, Watch())
    return server.requests[-1]


def flat(request: Request) -> str:
    """A request without namespaces, as short text."""
    text = re.sub(r'\s?xmlns(:\w+)?="[^"]*"', "", request.body.decode().partition("?>")[2].strip())
    return re.sub(r"(</?)[\w-]+:", r"\1", text).partition("<Body>")[2].partition("</Body>")[0]


def wsdl_with(old: str, new: str) -> str:
    text = assumed_wsdl()
    assert old in text
    return text.replace(old, new)


def test_a_dictionary_is_written_as_wcf_reads_it(session: HttpSession) -> None:
    root = etree.fromstring(sent(session).body)
    entries = root.findall(".//e:ConnectionInfo/a:KeyValueOfstringstring", NAMES)

    assert [
        (entry.findtext("a:Key", None, NAMES), entry.findtext("a:Value", None, NAMES)) for entry in entries
    ] == [
        ("a", "1"),
        ("b", ""),
    ]


def test_the_assumed_action_is_that_of_the_interface(session: HttpSession) -> None:
    request = sent(session)

    assert request.headers["soapaction"] == f'"{EIS}/IErpConnectorWS/WSTestConfigData"'
    assert request.headers["content-type"] == "text/xml; charset=utf-8"


def test_members_are_written_by_alphabet_after_those_of_the_base(session: HttpSession) -> None:
    with hostile(saying(FINE)) as server:
        ConnectorClient(server.url, session).search_actor_by_parent(
            "g", "Person", "t", ["f"], Watch(), parent_type="Customer", parent_key="k"
        )

    members = re.findall(r"<(\w+)>", flat(server.requests[-1]).partition("<request>")[2])
    assert members == [
        *("ConnectionGuid", "ActorType", "FieldKeys", "string"),
        *("ParentActorErpKey", "ParentActorType", "SearchText"),
    ]


def test_restrictions_carry_a_single_value_as_the_scalar_too(session: HttpSession) -> None:
    one = SearchRestriction("n", Operator.EQUALS, ("1",))
    two = SearchRestriction("m", Operator.BETWEEN, ("1", "2"))
    none = SearchRestriction("o", Operator.EQUALS, ())
    with hostile(saying(FINE)) as server:
        ConnectorClient(server.url, session).search_actors_advanced(
            "g", "Person", [one, two, none], [], Watch()
        )

    text = flat(server.requests[-1])
    assert text.count("<ScalarValue>1</ScalarValue>") == text.count("ScalarValue>") / 2 == 1
    assert "<Values><string>1</string><string>2</string></Values>" in text


def test_what_an_actor_has_not_is_not_written(session: HttpSession) -> None:
    with hostile(saying(FINE)) as server:
        ConnectorClient(server.url, session).save_actors("g", [ErpActor("Person", "7")], Watch())

    assert "<ErpActorWS><ActorType>Person</ActorType><ErpKey>7</ErpKey><FieldValues/></ErpActorWS>" in flat(
        server.requests[-1]
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'name="request" nillable="true" type="eis:TestConfigDataRequestWS"',
            'name="arg0" nillable="true" type="eis:TestConfigDataRequestWS"',
            "<WSTestConfigData><arg0><ConnectionInfo>",
        ),
        (
            '<xs:element minOccurs="0" name="request" nillable="true" type="eis:TestConfigDataRequestWS"/>',
            f'<xs:element name="connectionInfo" {DICTIONARY}',
            "<WSTestConfigData><connectionInfo><KeyValueOfstringstring>",
        ),
        (
            f'{TEST_REQUEST}\n        <xs:element minOccurs="0"',
            f'{TEST_REQUEST}<xs:element name="ApiVersion" type="xs:string"/>'
            '<xs:element name="Extra" type="eis:RequestBaseWS"/><xs:element minOccurs="0"',
            "<request><ApiVersion></ApiVersion><Extra/><ConnectionInfo>",
        ),
        (
            'name="KeyValueOfstringstring"',
            'name="entry"',
            "<entry><Key>a</Key><Value>1</Value></entry>",
        ),
        (
            '<xs:element name="Key" nillable="true" type="xs:string"/><xs:element name="Value"',
            '<xs:element name="key" nillable="true" type="xs:string"/><xs:element name="value"',
            "<key>a</key><value>1</value>",
        ),
        (
            f'name="ConnectionInfo" nillable="true" {DICTIONARY}',
            'name="ConnectionInfo" maxOccurs="unbounded"><xs:complexType><xs:sequence>'
            '<xs:element name="Key" type="xs:string"/><xs:element name="Value" type="xs:string"/>'
            "</xs:sequence></xs:complexType></xs:element>",
            "<ConnectionInfo><Key>a</Key><Value>1</Value></ConnectionInfo><ConnectionInfo><Key>b</Key>",
        ),
    ],
    ids=["carrier", "no carrier", "more members", "entries", "lower case", "repeated"],
)
def test_a_request_takes_the_shape_of_the_contract(
    session: HttpSession, old: str, new: str, expected: str
) -> None:
    assert expected in flat(sent(session, wsdl_with(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "detail"),
    [
        ('name="ConnectionInfo"', 'name="Settings"', "WSTestConfigData: ConnectionInfo"),
        (
            f'name="ConnectionInfo" nillable="true" {DICTIONARY}',
            'name="ConnectionInfo" type="xs:string"/>',
            "AttributeError",
        ),
        ('<xs:element name="Key"', '<xs:element name="Schluessel"', "WSTestConfigData: key"),
        (
            '<xs:element minOccurs="0" name="request" nillable="true" type="eis:TestConfigDataRequestWS"/>',
            "",
            "WSTestConfigData: ConnectionInfo",
        ),
    ],
)
def test_a_contract_that_has_no_place_for_the_values_is_unreadable(
    session: HttpSession, old: str, new: str, detail: str
) -> None:
    with pytest.raises(NotAConnector) as caught:
        sent(session, wsdl_with(old, new))

    assert caught.value.problem.code is ProblemCode.CONTRACT_UNREADABLE
    assert detail in caught.value.problem.detail


def test_a_service_of_soap_12_alone_is_asked_by_soap_12(session: HttpSession) -> None:
    text = wsdl_with("http://schemas.xmlsoap.org/wsdl/soap/", "http://schemas.xmlsoap.org/wsdl/soap12/")
    request = sent(session, text)

    assert request.headers["content-type"].startswith("application/soap+xml; charset=utf-8; action=")
    assert b"http://www.w3.org/2003/05/soap-envelope" in request.body


def test_of_two_bindings_that_of_soap_11_is_taken(session: HttpSession) -> None:
    binding = re.search(r"<wsdl:binding.*</wsdl:binding>", assumed_wsdl(), re.DOTALL)
    assert binding is not None
    other = binding[0].replace("soap:", "soap12:").replace('name="ErpConnectorWS"', 'name="Twelve"', 1)
    text = wsdl_with(binding[0], other + binding[0]).replace(
        "<wsdl:definitions", '<wsdl:definitions xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/"', 1
    )

    assert sent(session, text).headers["content-type"].startswith("text/xml")


def test_a_service_without_an_action_is_asked_with_an_empty_one(session: HttpSession) -> None:
    text = re.sub(r'soapAction="[^"]*"', 'soapAction=""', assumed_wsdl())

    assert sent(session, text).headers["soapaction"] == '""'


def test_a_service_whose_operations_answer_nothing_is_read(session: HttpSession) -> None:
    text = re.sub(r"<wsdl:output[^/]*?(/>|>.*?</wsdl:output>)", "", assumed_wsdl())

    assert flat(sent(session, text))
