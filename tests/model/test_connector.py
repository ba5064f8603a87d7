"""Connector addresses and the draft of a connector."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.model.connector import (
    LONGEST_URL,
    ConnectorCheck,
    ConnectorDraft,
    ConnectorState,
    SyncConnector,
    check_url,
    is_plain_http,
)
from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.model.naming import name_key

Code = ProblemCode


@pytest.mark.parametrize(
    "url",
    [
        "https://erp.example/Connector.svc",
        "  http://erp.example  ",
        "HTTP://ERP.EXAMPLE:8080/x",
        "https://host/x?ConnectorName=Test.Excel",
        "https://host/x?PasswordPolicy=none&passage=1",
        "http://127.0.0.1:8000/",
        "http://[::1]:8000/",
        "http://localhost",
        "https://bücher.example/ä",
        "https://erp.example./",
        "https://under_score/x",
        "app://0123456789abcdef0123456789abcdef",
        "APP://0123",
        f"https://host/{'x' * (LONGEST_URL - 13)}",
    ],
)
def test_addresses_that_can_be_connectors_are_taken(url: str) -> None:
    assert check_url(url) is None


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("", Code.URL_MISSING),
        (" \t ", Code.URL_MISSING),
        (f"https://host/{'x' * LONGEST_URL}", Code.URL_TOO_LONG),
        ("https://my host/", Code.URL_HAS_SPACES),
        ("https://host/a\tb", Code.URL_HAS_SPACES),
        ("https://host/a\u00a0b", Code.URL_HAS_SPACES),
        ("https://host\u200b/", Code.URL_HAS_SPACES),
        ("https://host/\u202egpj.exe", Code.URL_HAS_SPACES),
        ("https://host/\x00", Code.URL_HAS_SPACES),
        ("https://host/\ud800", Code.URL_HAS_SPACES),
        ("erp.example/x", Code.URL_WITHOUT_SCHEME),
        ("localhost:8080", Code.URL_WITHOUT_SCHEME),
        ("ftp://host/", Code.URL_SCHEME_UNKNOWN),
        ("file:///etc/passwd", Code.URL_SCHEME_UNKNOWN),
        ("https://", Code.URL_WITHOUT_HOST),
        ("https:///path", Code.URL_WITHOUT_HOST),
        ("https://:8080/", Code.URL_WITHOUT_HOST),
        ("https://?x", Code.URL_WITHOUT_HOST),
        ("https://[::1", Code.URL_WITHOUT_HOST),
        ("https://a..b/", Code.URL_WITHOUT_HOST),
        ("https://.../", Code.URL_WITHOUT_HOST),
        (f"https://{'x' * 64}/", Code.URL_WITHOUT_HOST),
        (f"https://{'x.' * 130}/", Code.URL_WITHOUT_HOST),
        ("app://", Code.URL_WITHOUT_HOST),
        ("app:///", Code.URL_WITHOUT_HOST),
        ("https://host:99999/", Code.URL_BAD_PORT),
        ("https://host:0/", Code.URL_BAD_PORT),
        ("https://host:https/", Code.URL_BAD_PORT),
        ("https://user:pw@host/", Code.URL_HAS_PASSWORD),
        ("https://user@host/", Code.URL_HAS_PASSWORD),
        ("https://@host/", Code.URL_HAS_PASSWORD),
        ("app://user:pw@0123", Code.URL_HAS_PASSWORD),
        ("https://host/?password=x", Code.URL_HAS_PASSWORD),
        ("https://host/?a=1&PWD=", Code.URL_HAS_PASSWORD),
        ("https://host/?p%61ssword=x", Code.URL_HAS_PASSWORD),
        ("https://host/?api-key=x", Code.URL_HAS_PASSWORD),
        ("https://host/?access_token=x", Code.URL_HAS_PASSWORD),
        ("https://host/?client_secret=x", Code.URL_HAS_PASSWORD),
        ("https://host/?Kennwort=x", Code.URL_HAS_PASSWORD),
        ("https://host/#part", Code.URL_HAS_FRAGMENT),
    ],
)
def test_others_are_refused_each_with_its_reason(url: str, code: ProblemCode) -> None:
    problem = check_url(url)
    assert problem is not None
    assert (problem.code, problem.field) == (code, "url")


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("erp.example/x?y=1", "https://erp.example/x?y=1"),
        ("//erp.example/x", "https://erp.example/x"),
        ("http:/erp.example", "https://erp.example"),
        ("http:\\\\erp.example", "https://erp.example"),
        ("https:erp.example", "https://erp.example"),
        ("httpserver/x", "https://httpserver/x"),
    ],
)
def test_an_address_without_scheme_is_suggested_with_one(typed: str, suggestion: str) -> None:
    problem = check_url(typed)
    assert problem is not None
    assert (problem.code, problem.params) == (Code.URL_WITHOUT_SCHEME, {"suggestion": suggestion})


@pytest.mark.parametrize(
    "url",
    [
        "user:hunter2@host/x",
        "//user:hunter2@host/x",
        "http:/user:hunter2@host/x",
        "http:\\\\user:hunter2@host",
        "host/x?password=hunter2",
        "https://user:hunter2@host/",
        "https://user:hunter2@host:bad/",
        "ftp://user:hunter2@host/",
    ],
)
def test_a_password_in_an_address_is_repeated_nowhere(url: str) -> None:
    assert "hunter2" not in repr(check_url(url))


@given(st.text())
def test_no_text_makes_the_check_of_an_address_stumble(text: str) -> None:
    for url in (text, f"https://{text}", f"http:{text}", f"app://{text}"):
        problem = check_url(url)
        assert problem is None or problem.field == "url"
        assert is_plain_http(url) in {True, False}


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("http://erp.example/", True),
        ("HTTP://ERP.EXAMPLE", True),
        ("http://127.0.0.1.example/", True),
        ("https://erp.example/", False),
        ("http://localhost:8080/", False),
        ("http://LOCALHOST/", False),
        ("http://127.1.2.3/", False),
        ("http://[::1]/", False),
        ("app://0123", False),
        ("http://[half typed", False),
        ("", False),
    ],
)
def test_only_http_to_another_computer_is_plain(url: str, plain: bool) -> None:
    assert is_plain_http(url) is plain


def test_a_draft_says_everything_that_is_missing() -> None:
    assert [problem.code for problem in ConnectorDraft().missing()] == [Code.NAME_MISSING, Code.URL_MISSING]


def test_a_name_that_another_connector_has_is_refused() -> None:
    draft = ConnectorDraft(name=" excel ", url="https://host", taken=frozenset({name_key("Excel")}))
    assert [problem.code for problem in draft.missing()] == [Code.NAME_TAKEN]


def test_a_complete_draft_lacks_nothing_and_is_saved_without_surrounding_space() -> None:
    draft = ConnectorDraft(name=" Excel ", url=" https://host/x?ConnectorName=A ")
    assert draft.missing() == ()
    saved = draft.normalized()
    assert (saved.name, saved.url) == ("Excel", "https://host/x?ConnectorName=A")


def test_a_draft_without_an_id_is_new() -> None:
    assert ConnectorDraft().is_new
    assert not ConnectorDraft(id="c").is_new


def test_a_check_counts_only_for_the_address_that_was_checked() -> None:
    check = ConnectorCheck("https://host", ConnectorState.ANSWERS, datetime.now(UTC))
    draft = ConnectorDraft(url=" https://host ", check=check)
    assert draft.current_check is check
    assert replace(draft, url="https://other").current_check is None
    assert ConnectorDraft(url="https://host").current_check is None


def test_an_app_address_needs_a_site() -> None:
    assert SyncConnector("c", "C", "APP://0123").needs_site
    assert not SyncConnector("c", "C", "https://app").needs_site
