"""Every problem has a sentence, and no sentence says more than it knows."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.model import errors
from erpsync_desktop.model.errors import (
    ConnectorRefused,
    InvalidInput,
    OperationCancelled,
    Problem,
    ProblemCode,
)
from erpsync_desktop.model.outcome import Outcome, OutcomeState
from erpsync_desktop.model.watch import Stage
from erpsync_desktop.widgets import language
from erpsync_desktop.widgets.problem_texts import TEXTS
from erpsync_desktop.widgets.sentences import explain, sentence, shown_name, stage_text


def documented_params() -> dict[str, set[str]]:
    """The parameters of each code, as the comments in ``model/errors.py`` name them."""
    source = Path(errors.__file__).read_text(encoding="utf-8")
    found = {}
    for code, comment in re.findall(r'"([a-z_]+\.[a-z_]+)"(?: *# *(.*))?', source):
        named = re.sub(r"noqa: [A-Z0-9]+ *|\(.*?\)", "", comment).split(";")[0]
        parts = named.split(",")
        found[code] = {part.strip() for part in parts if re.fullmatch(r"[a-z_]+", part.strip())}
    return found


PARAMS = documented_params()


@pytest.mark.parametrize("code", ProblemCode)
def test_every_code_has_words_that_name_only_its_own_parameters(code: ProblemCode) -> None:
    words = TEXTS[code]
    named = {name for text in words for _, name, _, _ in string.Formatter().parse(text) if name}
    assert words.problem
    assert named <= PARAMS[code.value]


@pytest.mark.parametrize("code", ProblemCode)
def test_every_sentence_is_complete_when_its_parameters_are(code: ProblemCode) -> None:
    said = sentence(Problem(code, dict.fromkeys(PARAMS[code.value], "x")))
    assert "{" not in said.text
    assert said.problem[-1] in ".\u2069…"
    assert "  " not in said.text


def test_the_comments_of_the_codes_are_understood() -> None:
    assert PARAMS["tls.untrusted"] == {"host", "issuer"}
    assert PARAMS["field.secret_lost"] == {"label"}
    assert PARAMS["url.has_password"] == set()


def test_a_missing_parameter_hides_nothing_else() -> None:
    assert sentence(Problem(ProblemCode.NAME_TAKEN)).problem == "The name “…” is already in use."


def test_names_stand_apart_from_the_direction_of_the_sentence() -> None:
    said = sentence(Problem(ProblemCode.NAME_TAKEN, {"name": "שלום"}))
    assert "“\u2068שלום\u2069”" in said.problem


def test_a_long_name_loses_its_middle() -> None:
    shown = shown_name("A" * 5_000 + "Z" * 5_000)
    assert len(shown) <= 82
    assert shown[1] == "A"
    assert shown[-2] == "Z"
    assert "…" in shown


@given(st.text(max_size=200))
def test_a_name_cannot_break_out_of_its_sentence(name: str) -> None:
    shown = shown_name(name)
    assert shown.startswith("\u2068")
    assert shown.endswith("\u2069")
    assert not set(shown[1:-1]) & set("\n\r\u202e\u2066\u2067\u2068\u2069")


def test_braces_in_a_name_are_only_characters() -> None:
    assert "{host}" in sentence(Problem(ProblemCode.NAME_TAKEN, {"name": "{host}"})).problem


def test_labels_are_in_the_users_language(qapp: object) -> None:
    label = 'US:"Company";GE:"Firma"'
    language.install("de")
    german = sentence(Problem(ProblemCode.FIELD_MISSING, {"label": label})).text
    language.install("en")
    english = sentence(Problem(ProblemCode.FIELD_MISSING, {"label": label})).text
    assert "Firma" in german
    assert "Company" in english


def test_numbers_are_written_as_the_user_writes_them_but_ports_are_not(qapp: object) -> None:
    language.install("en")
    said = sentence(Problem(ProblemCode.NAME_TOO_LONG, {"length": 10_000, "limit": 255}))
    assert "10,000" in said.problem
    assert "8443" in sentence(Problem(ProblemCode.CONNECTION_REFUSED, {"host": "h", "port": 8443})).problem


def test_many_connections_are_counted_after_the_tenth() -> None:
    names = "\n".join(f"Connection {number}" for number in range(25))
    said = sentence(Problem(ProblemCode.CONNECTOR_IN_USE, {"name": "X", "connections": names}))
    assert "Connection 9" in said.cause
    assert "Connection 10" not in said.cause
    assert "15 more" in said.cause


def test_details_hold_code_and_technical_text() -> None:
    said = sentence(Problem(ProblemCode.HTTP_ERROR, {"status": 502}, detail="502 Bad Gateway"))
    assert said.details == "502 Bad Gateway\nhttp.error (status=502)"


def test_all_problems_of_an_error_are_explained() -> None:
    error = InvalidInput(Problem(ProblemCode.NAME_MISSING), Problem(ProblemCode.URL_MISSING))
    assert [said.problem for said in explain(error)] == [
        "The name is missing.",
        "The connector URL is missing.",
    ]


def test_a_refusal_carries_what_the_connector_tells_support() -> None:
    outcome = Outcome(OutcomeState.ERROR, "Nein", "licence 7 exceeded", "E7")
    problem = Problem(ProblemCode.CONNECTOR_REFUSED, {"explanation": "Nein"})
    error = ConnectorRefused(problem, outcome)
    (said,) = explain(error)
    assert "licence 7 exceeded" in said.details
    assert "E7" in said.details


def test_a_refused_save_that_could_not_be_undone_says_both() -> None:
    refused = ConnectorRefused(
        Problem(ProblemCode.CONNECTOR_REFUSED, {"explanation": "No licence."}), Outcome(OutcomeState.ERROR)
    )
    undone = Problem(ProblemCode.UNDO_FAILED, {"name": "Sample ERP"})
    refused.problems = (*refused.problems, undone)
    assert explain(refused)[1:] == (sentence(undone),)


def test_a_bug_is_explained_without_its_text() -> None:
    (said,) = explain(KeyError("typed-secret"))
    assert "KeyError" in said.details
    assert "typed-secret" not in said.text + said.details


def test_what_the_user_stopped_is_no_error() -> None:
    assert explain(OperationCancelled()) == ()


def test_every_stage_has_a_text_of_its_own() -> None:
    assert len({stage_text(stage) for stage in Stage}) == len(Stage)
