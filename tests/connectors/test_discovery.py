"""Finding the contract: WSDLs of one and of many documents, hostile ones, and none."""

import re
from collections.abc import Callable, Mapping

import pytest

from erpsync_desktop.connectors import ConnectorClient, discovery
from erpsync_desktop.http import HttpSession
from erpsync_desktop.model.connector import ConnectorState
from erpsync_desktop.model.errors import (
    ConnectorUnreachable,
    NotAConnector,
    OperationCancelled,
    Problem,
    ProblemCode,
)
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.sample_erp.server import RunningServer
from tests.connectors.hostile import Hostile, Reply, Request, hostile, http
from tests.connectors.soap_text import (
    FINE,
    NOT_FOUND,
    answer,
    assumed_wsdl,
    operation_of,
    published,
    saying,
)

OWN = "urn:example:own"
XSD = "http://www.w3.org/2001/XMLSchema"


def own_wsdl() -> str:
    """A contract with a service namespace and actions of its own."""
    text = assumed_wsdl().replace(
        'soapAction="http://www.superoffice.net/EIS/Connector/1.0/IErp', f'soapAction="{OWN}/I'
    )
    return text.replace("http://www.superoffice.net/EIS/Connector/1.0", OWN)


def documents(host: str) -> Mapping[str, str]:
    """The same contract as WCF publishes it, in several documents that name another host."""
    whole = own_wsdl()
    schemas = re.findall(r"<xs:schema.*?</xs:schema>", whole, re.DOTALL)
    head = re.search(r"<wsdl:definitions.*?>", whole, re.DOTALL)
    assert head is not None
    here = f"http://{host}/Connector.svc"
    names = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in re.findall(r'xmlns:(\w+)="(.*?)"', head[0]))
    imports = "".join(
        f'<xs:import namespace="{space}" schemaLocation="{here}?xsd=xsd{n}"/>'
        for n, space in enumerate(["http://schemas.microsoft.com/2003/10/Serialization/Arrays", OWN])
    )
    types = f'<wsdl:types><xs:schema targetNamespace="{OWN}/Imports">{imports}</xs:schema></wsdl:types>'
    abstract, binding = re.search(  # type: ignore[union-attr]
        r"</wsdl:types>(.*?)(<wsdl:binding.*?</wsdl:binding>)", whole, re.DOTALL
    ).groups()
    service = (
        f'<wsdl:service name="S"><wsdl:port name="P" binding="t:ErpConnectorWS">'
        f'<soap:address location="{here}"/></wsdl:port></wsdl:service>'
    )
    arrays = schemas[1].replace('/Arrays"/>', f'/Arrays" schemaLocation="{here}?xsd=xsd0"/>')
    return {
        "wsdl": f'<wsdl:definitions{names} xmlns:t="urn:tempuri" targetNamespace="urn:tempuri">'
        f'<wsdl:import namespace="{OWN}" location="{here}?wsdl=wsdl0"/>{binding}{service}</wsdl:definitions>',
        "wsdl=wsdl0": f'<wsdl:definitions{names} targetNamespace="{OWN}">{types}{abstract}'
        "</wsdl:definitions>",
        "xsd=xsd0": schemas[0].replace("<xs:schema", f"<xs:schema{names}", 1),
        "xsd=xsd1": arrays.replace("<xs:schema", f"<xs:schema{names}", 1),
    }


def serving(texts: Mapping[str, str]) -> Callable[[Request], Reply]:
    """A connector that publishes documents by their query."""

    def reply(request: Request) -> Reply:
        if request.method == "POST":
            return http(answer(operation_of(request), FINE))
        text = texts.get(request.target.partition("?")[2])
        return NOT_FOUND if text is None else http(text)

    return reply


def importing(location: str, kind: str = "schema") -> str:
    """A WSDL that imports one more document."""
    if kind == "wsdl":
        added = f'<wsdl:import namespace="urn:it" location="{location}"/><wsdl:types>'
    else:
        more = f'<xs:import namespace="urn:it" schemaLocation="{location}"/>'
        added = f'<wsdl:types><xs:schema targetNamespace="urn:more">{more}</xs:schema>'
    return own_wsdl().replace("<wsdl:types>", added, 1)


def asked(server: Hostile) -> list[str]:
    return [request.target for request in server.requests]


def problem_of(session: HttpSession, reply: Callable[[Request], Reply]) -> tuple[Problem, Hostile]:
    with hostile(reply) as server, pytest.raises(NotAConnector) as caught:
        ConnectorClient(server.url, session).test_connection("x", Watch())
    return caught.value.problem, server


def test_the_sample_erp_is_read_from_many_documents_too(
    sample_erp: RunningServer, session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discovery, "_FORMS", ("wsdl",))
    check = ConnectorClient(sample_erp.url, session).check(Watch())

    assert (check.state, check.missing_operations) == (ConnectorState.ANSWERS, ())


def test_names_and_actions_are_the_connectors_own(session: HttpSession) -> None:
    with hostile(published(own_wsdl())) as server:
        ConnectorClient(server.url, session).test_connection("x", Watch())

    request = server.requests[-1]
    assert request.headers["soapaction"] == f'"{OWN}/IConnectorWS/WSTestConnection"'
    assert f'="{OWN}"'.encode() in request.body


@pytest.mark.parametrize(
    "host",
    ["unreachable-machine", "unreachable-machine:8080", "unreachable-machine/sub folder", "127.0.0.1:1"],
)
def test_documents_that_name_another_host_are_read_from_the_typed_one(
    session: HttpSession, host: str
) -> None:
    with hostile(serving(documents(host))) as server:
        client = ConnectorClient(server.url, session)
        outcome = client.test_connection("x", Watch())

    assert outcome.ok
    assert not client.contract_assumed
    assert asked(server)[1:] == [
        f"/Connector.svc{query}" for query in ("?wsdl", "?wsdl=wsdl0", "?xsd=xsd0", "?xsd=xsd1", "")
    ]


def test_the_address_that_was_typed_is_called_whatever_the_wsdl_names(session: HttpSession) -> None:
    with hostile(serving(documents("unreachable-machine"))) as server:
        ConnectorClient(f"{server.url}", session).test_connection("x", Watch())

    assert server.requests[-1].method == "POST"


def test_a_relative_import_is_read(session: HttpSession) -> None:
    texts = {
        "singleWsdl": importing("/schemas?more"),
        "more": f'<schema xmlns="{XSD}" targetNamespace="urn:it"/>',
    }
    with hostile(serving(texts)) as server:
        ConnectorClient(server.url, session).test_connection("x", Watch())

    assert "/schemas?more" in asked(server)


@pytest.mark.parametrize("kind", ["schema", "wsdl"])
@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("http://user:secret@foreign.example/a.xsd?key=secret", "http://foreign.example/a.xsd?key"),
        ("https://foreign.example:8443/", "https://foreign.example:8443/"),
        ("file:///etc/passwd", "file:///etc/passwd"),
    ],
)
def test_an_import_from_elsewhere_is_refused(
    session: HttpSession, location: str, shown: str, kind: str
) -> None:
    problem, _ = problem_of(session, published(importing(location, kind)))

    assert problem.code is ProblemCode.CONTRACT_UNREADABLE
    assert problem.detail == f"foreign import: {shown}"


@pytest.mark.parametrize(
    "location", ["http://schemas.xmlsoap.org/soap/encoding/", "http://www.w3.org/2001/xml.xsd?a&b"]
)
def test_schemas_of_the_standards_are_not_fetched(session: HttpSession, location: str) -> None:
    text = importing(location.replace("&", "&amp;")).replace("urn:it", location.replace("&", "&amp;"))
    with hostile(published(text)) as server:
        client = ConnectorClient(server.url, session)
        client.test_connection("x", Watch())

    assert not client.contract_assumed
    assert asked(server) == ["/Connector.svc?singleWsdl", "/Connector.svc"]


@pytest.mark.parametrize(
    ("document", "detail"),
    [
        (None, "HTTP 404"),
        ("<html/>", "html"),
        ("oops", "answer.not_xml"),
        ("<!DOCTYPE a><a/>", "answer.forbidden_xml"),
    ],
)
def test_an_import_that_is_no_schema_makes_the_contract_unreadable(
    session: HttpSession, document: str | None, detail: str
) -> None:
    texts = {"singleWsdl": importing("?more")}
    problem, server = problem_of(session, serving(texts | ({"more": document} if document else {})))

    assert problem.code is ProblemCode.CONTRACT_UNREADABLE
    assert problem.detail == f"{detail}: http://127.0.0.1:{server.port}/Connector.svc?more"


def test_a_contract_of_endless_documents_is_given_up(session: HttpSession) -> None:
    def reply(request: Request) -> Reply:
        number = re.search(r"n=(\d+)", request.target)
        if number is None:
            return http(importing("?n=1")) if request.target.endswith("singleWsdl") else NOT_FOUND
        following = f'<import namespace="urn:it" schemaLocation="?n={int(number[1]) + 1}"/>'
        return http(f'<schema xmlns="{XSD}" targetNamespace="urn:it">{following}</schema>')

    problem, server = problem_of(session, reply)

    assert problem.code is ProblemCode.CONTRACT_UNREADABLE
    assert problem.detail == f"more than {discovery.MOST_DOCUMENTS} documents"
    assert len(server.requests) == discovery.MOST_DOCUMENTS + 1


def test_a_document_imported_twice_is_read_once(session: HttpSession) -> None:
    twice = importing("?more").replace("</xs:schema>", '<xs:include schemaLocation="?more"/></xs:schema>', 1)
    texts = {"singleWsdl": twice, "more": f'<schema xmlns="{XSD}" targetNamespace="urn:it"/>'}
    with hostile(serving(texts)) as server:
        ConnectorClient(server.url, session).test_connection("x", Watch())

    assert asked(server).count("/Connector.svc?more") == 1


@pytest.mark.parametrize(
    "text",
    [
        own_wsdl().replace('type="eis:IErpConnectorWS"', 'type="eis:Nothing"'),
        own_wsdl().replace('type="eis:ConnectorResultBaseWS"', 'type="eis:Nothing"'),
    ],
)
def test_a_contract_that_is_wrong_in_itself_is_unreadable(session: HttpSession, text: str) -> None:
    problem, _ = problem_of(session, published(text))

    assert problem.code is ProblemCode.CONTRACT_UNREADABLE
    assert problem.detail


def test_a_contract_that_is_unreadable_in_one_form_is_read_in_the_other(session: HttpSession) -> None:
    texts = {"singleWsdl": importing("http://foreign.example/a.xsd"), "wsdl": own_wsdl()}
    with hostile(serving(texts)) as server:
        client = ConnectorClient(server.url, session)

        assert client.test_connection("x", Watch()).ok
        assert not client.contract_assumed


@pytest.mark.parametrize(
    "reply",
    [
        NOT_FOUND,
        http("", "405 Method Not Allowed"),
        http("<html><body>Metadata publishing is disabled</body></html>", Content_Type="text/html"),
        http("<!DOCTYPE html><html><br>", Content_Type="text/html"),
        http("<?xml version='1.0'?><service/>"),
        http(""),
        http("", "302 Found", Location="/login"),
        http("", "401 Unauthorized"),
        http("", "500 Oh"),
        http(f"<!DOCTYPE a>{own_wsdl().partition('?>')[2]}"),
    ],
)
def test_where_no_wsdl_is_published_the_bundled_contract_is_assumed(
    session: HttpSession, reply: bytes
) -> None:
    def respond(request: Request) -> Reply:
        return reply if request.method == "GET" else http(answer(operation_of(request), FINE))

    with hostile(respond) as server:
        client = ConnectorClient(server.url, session)

        assert client.test_connection("x", Watch()).ok
        assert client.contract_assumed


def test_a_contract_that_cannot_be_read_for_now_is_asked_for_again(session: HttpSession) -> None:
    starting = [http("starting", "503 Service Unavailable")] * 2

    def respond(request: Request) -> Reply:
        if request.method == "GET" and starting:
            return starting.pop()
        return published(own_wsdl())(request)

    with hostile(respond) as server:
        client = ConnectorClient(server.url, session)
        client.get_config_data(Watch())
        assert client.contract_assumed
        client.get_config_data(Watch())
        assert not client.contract_assumed


def test_a_wsdl_with_a_wrong_declaration_is_read(session: HttpSession) -> None:
    text = own_wsdl().replace('encoding="utf-8"', 'encoding="utf-16"')
    with hostile(published(text)) as server:
        client = ConnectorClient(server.url, session)
        client.test_connection("x", Watch())

    assert not client.contract_assumed


def test_a_server_that_hangs_up_on_the_question_for_the_contract_is_lost(session: HttpSession) -> None:
    with hostile(lambda _: None) as server, pytest.raises(ConnectorUnreachable) as caught:
        ConnectorClient(server.url, session).test_connection("x", Watch())

    assert caught.value.problem.code is ProblemCode.CONNECTION_LOST


def test_a_cancel_while_documents_are_read_is_no_unreadable_contract(session: HttpSession) -> None:
    watch = Watch()

    def reply(request: Request) -> Reply:
        if "wsdl0" in request.target:
            watch.cancel()
        return serving(documents("elsewhere"))(request)

    with hostile(reply) as server, pytest.raises(OperationCancelled):
        ConnectorClient(server.url, session).test_connection("x", watch)


def test_a_contract_without_some_operations_names_them(session: HttpSession) -> None:
    text = re.sub(
        r'<wsdl:operation name="WSSaveActors">.*?</wsdl:operation>', "", own_wsdl(), flags=re.DOTALL
    )
    with hostile(published(text)) as server:
        client = ConnectorClient(server.url, session)
        check = client.check(Watch())
        with pytest.raises(NotAConnector) as caught:
            client.save_actors("x", [], Watch())

    assert check.missing_operations == ("WSSaveActors",)
    assert caught.value.problem.code is ProblemCode.OPERATION_MISSING
    assert caught.value.problem.params == {"operation": "WSSaveActors"}


def test_the_wsdl_of_another_service_is_none_of_a_connector(session: HttpSession) -> None:
    text = re.sub(r"<wsdl:binding.*</wsdl:binding>", "", own_wsdl(), flags=re.DOTALL)
    with hostile(published(text)) as server:
        check = ConnectorClient(server.url, session).check(Watch())

    assert check.state is ConnectorState.DOES_NOT_ANSWER
    assert len(check.missing_operations) == 17
    assert check.problem is not None
    assert check.problem.code is ProblemCode.OPERATION_MISSING


def test_contracts_are_kept_for_each_session_and_not_for_ever(
    session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discovery, "MOST_CONTRACTS", 1)
    with hostile(saying(FINE)) as server:
        for name in ("A", "A", "B", "A"):
            ConnectorClient(f"{server.url}?{name}", session).test_connection("x", Watch())

    reads = [target for target in asked(server) if "wsdl" in target.lower()]
    assert reads == ["/Connector.svc?A&singleWsdl", "/Connector.svc?A&wsdl"] + [
        f"/Connector.svc?{name}&{form}" for name in ("B", "A") for form in ("singleWsdl", "wsdl")
    ]


def test_an_address_that_cannot_be_split_is_no_way_out(session: HttpSession) -> None:
    problem, _ = problem_of(session, published(importing("http://[broken/a.xsd?key=secret")))

    assert problem.code is ProblemCode.CONTRACT_UNREADABLE
    assert "secret" not in problem.detail
