"""From HTTP answers to results, and every way to fail on it."""

import pytest

from erpsync_desktop.connectors.operations import Operation
from erpsync_desktop.connectors.soap import result_of, streamed_result_of
from erpsync_desktop.http import Answer
from erpsync_desktop.model.errors import NotAConnector, Problem, ProblemCode
from tests.connectors.soap_text import EIS, FINE, answer, envelope, fault

TEST = Operation.TEST_CONNECTION
NAMES = frozenset({"WSTestConnectionResponse"})
SOAP12 = "http://www.w3.org/2003/05/soap-envelope"
PAGE = "<!DOCTYPE html>\n<html><head><title>IIS &amp; more\n detailed</title></head><body><br></body></html>"


def said(body: str | bytes, status: int = 200, kind: str = "text/xml; charset=utf-8") -> Answer:
    return Answer(status, {"content-type": kind}, body.encode() if isinstance(body, str) else body)


def problem_of(given: Answer) -> Problem:
    with pytest.raises(NotAConnector) as caught:
        result_of(given, TEST, NAMES)
    return caught.value.problem


@pytest.mark.parametrize(
    "body",
    [
        answer(TEST, FINE),
        envelope(
            f'<x:WSTestConnectionResponse xmlns:x="urn:other"><x:WSTestConnectionResult>{FINE}'
            "</x:WSTestConnectionResult></x:WSTestConnectionResponse>"
        ),
        envelope(
            f'<WSTestConnectionResponse xmlns="{EIS}"><return>{FINE}</return></WSTestConnectionResponse>'
        ),
        envelope(f"<WSTestConnectionResponse><anything>{FINE}</anything></WSTestConnectionResponse>"),
        envelope(f"<WSTestConnectionResponse>{FINE}</WSTestConnectionResponse>"),
        envelope(f"<WSTestConnectionResponse><r>{FINE}</r></WSTestConnectionResponse>", SOAP12),
        "\r\n"
        + answer(TEST, FINE).replace("<s:Body>", "<s:Header><x/></s:Header>\n <s:Body>\n <!-- hello -->"),
    ],
    ids=["WCF", "another namespace", "Java", "any one element", "bare", "SOAP 1.2", "header and blanks"],
)
def test_a_result_is_found(body: str) -> None:
    found = result_of(said(body), TEST, NAMES)

    assert [member.text for member in found] == ["true", "Ok"]


def test_a_result_of_an_answer_that_says_it_is_html_is_found() -> None:
    assert len(result_of(said(answer(TEST, FINE), kind="text/html"), TEST, NAMES)) == 2


def test_a_streamed_result_is_the_rest_and_what_was_taken() -> None:
    body = answer(TEST, f"{FINE}<L><x>1</x><x>2</x></L>")
    found, taken = streamed_result_of(said(body), TEST, NAMES, "x", lambda element: element.text)

    assert taken == ("1", "2")
    assert found[0].text == "true"


@pytest.mark.parametrize("body", ["", " \r\n "])
def test_an_empty_answer_is_named_so(body: str) -> None:
    assert problem_of(said(body)).code is ProblemCode.ANSWER_EMPTY


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (PAGE, "IIS & more detailed"),
        ("<!-- hi -->\n<HTML><body>x</body></HTML>", ""),
        ("<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Two</title></head></html>", "Two"),
        ("<?xml version='1.0'?><html><head><title>Three</title></head></html>", "Three"),
        ("<?xml version='1.0'?><html><body/></html>", ""),
        ("<h1>Sorry<br>", ""),
    ],
)
def test_a_web_page_is_named_with_its_title(body: str, title: str) -> None:
    problem = problem_of(said(body, kind="text/html"))

    assert (problem.code, dict(problem.params)) == (ProblemCode.ANSWER_IS_HTML, {"title": title})


@pytest.mark.parametrize(
    "body",
    ["<!---->" * 9_000 + "x", "<title" * 10_000, "<title>" * 9_000, " " * 65_000, "<!--" * 16_000],
    ids=["remarks", "half titles", "titles", "blanks", "open remarks"],
)
@pytest.mark.timeout(60)  # quadratic time takes minutes
def test_looking_for_a_web_page_takes_no_longer_for_odd_texts(body: str) -> None:
    expected = {ProblemCode.ANSWER_IS_HTML, ProblemCode.ANSWER_EMPTY, ProblemCode.ANSWER_TOO_DEEP}
    assert problem_of(said(body, kind="text/html")).code in expected


@pytest.mark.parametrize(
    ("body", "code", "params"),
    [
        ("oops", ProblemCode.ANSWER_NOT_XML, {}),
        ("<!DOCTYPE a><a/>", ProblemCode.ANSWER_FORBIDDEN_XML, {}),
        ("<a>" * 300 + "</a>" * 300, ProblemCode.ANSWER_TOO_DEEP, {}),
        ("<wsdl/>", ProblemCode.ANSWER_NOT_SOAP, {}),
        ("<Envelope><Body/></Envelope>", ProblemCode.ANSWER_NOT_SOAP, {}),
        (
            answer("WSGetList", FINE),
            ProblemCode.ANSWER_OF_ANOTHER_OPERATION,
            {"operation": TEST},
        ),
        (
            envelope(""),
            ProblemCode.ANSWER_INCOMPLETE,
            {"operation": TEST, "member": "WSTestConnectionResponse"},
        ),
        (
            envelope("").replace("<s:Body></s:Body>", ""),
            ProblemCode.ANSWER_INCOMPLETE,
            {"operation": TEST, "member": "WSTestConnectionResponse"},
        ),
        (
            envelope("<WSTestConnectionResponse/>"),
            ProblemCode.ANSWER_INCOMPLETE,
            {"operation": TEST, "member": "WSTestConnectionResult"},
        ),
        (
            envelope(
                '<WSTestConnectionResponse><WSTestConnectionResult i:nil="true"/></WSTestConnectionResponse>'
            ),
            ProblemCode.ANSWER_INCOMPLETE,
            {"operation": TEST, "member": "WSTestConnectionResult"},
        ),
        (
            envelope("<WSTestConnectionResponse><a/><b/></WSTestConnectionResponse>"),
            ProblemCode.ANSWER_INCOMPLETE,
            {"operation": TEST, "member": "WSTestConnectionResult"},
        ),
    ],
)
def test_each_answer_that_is_none_has_its_problem(
    body: str, code: ProblemCode, params: dict[str, str]
) -> None:
    problem = problem_of(said(body, kind="text/plain"))

    assert (problem.code, dict(problem.params)) == (code, params)


@pytest.mark.parametrize("status", [200, 400, 500])
def test_a_fault_is_told_whatever_the_status(status: int) -> None:
    body = fault("Something &lt;broke&gt;", "a:InternalServiceFault", "<d><m>Null</m> <t>at X()</t></d>")
    problem = problem_of(said(body, status))

    assert problem.code is ProblemCode.SOAP_FAULT
    assert problem.params == {"text": "Something <broke>"}
    assert problem.detail == "a:InternalServiceFault Null at X()"


def test_a_fault_without_words_is_told_by_its_code() -> None:
    assert problem_of(said(fault("", "s:Server"), 500)).params == {"text": "s:Server"}


def test_a_fault_of_soap_12_is_told() -> None:
    inner = "<s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text>Bad</s:Text></s:Reason>"
    problem = problem_of(said(envelope(f"<s:Fault>{inner}</s:Fault>", SOAP12), 500))

    assert (problem.params["text"], problem.detail) == ("Bad", "s:Sender")


def test_a_long_fault_is_cut() -> None:
    problem = problem_of(said(fault("x" * 9_000, detail="y" * 9_000), 500))

    assert len(problem.params["text"]) == len(problem.detail) == 2_000  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, ProblemCode.HTTP_UNAUTHORIZED),
        (403, ProblemCode.HTTP_FORBIDDEN),
        (404, ProblemCode.HTTP_NOT_FOUND),
        (405, ProblemCode.HTTP_ERROR),
        (500, ProblemCode.HTTP_ERROR),
        (503, ProblemCode.HTTP_ERROR),
    ],
)
@pytest.mark.parametrize("body", [PAGE, "", "plain words", answer(TEST, FINE)])
def test_an_http_error_is_an_error_whatever_the_body(status: int, code: ProblemCode, body: str) -> None:
    problem = problem_of(said(body, status))

    assert (problem.code, dict(problem.params)) == (code, {"status": status})
    assert problem.detail == ("IIS & more detailed" if body == PAGE else "")
