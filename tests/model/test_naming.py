"""Names: what can be one, and which are the same."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.model.naming import (
    LONGEST_DESCRIPTION,
    LONGEST_NAME,
    check_description,
    check_name,
    name_key,
)


def code(name: str, taken: frozenset[str] = frozenset()) -> ProblemCode | None:
    problem = check_name(name, taken)
    return problem.code if problem else None


@pytest.mark.parametrize("name", ["", "   ", "\u200b", " \u202e\u200f ", "\u00ad", "\u3000"])
def test_a_name_with_nothing_to_see_is_missing(name: str) -> None:
    assert code(name) is ProblemCode.NAME_MISSING


@pytest.mark.parametrize(
    "name", ["ERP", " ERP ", "שלום עולם", "مرحبا", "می‌خواهم", "日本語", "🏭", "a\u200db"]
)
def test_names_of_all_scripts_are_names(name: str) -> None:
    assert check_name(name, frozenset()) is None


def test_a_long_name_is_refused_with_its_length() -> None:
    assert check_name("x" * LONGEST_NAME, frozenset()) is None
    problem = check_name("x" * 10_000, frozenset())
    assert problem is not None
    assert (problem.code, problem.params, problem.field) == (
        ProblemCode.NAME_TOO_LONG,
        {"length": 10_000, "limit": LONGEST_NAME},
        "name",
    )


@pytest.mark.parametrize("char", ["\n", "\t", "\x00", "\x7f", "\u2028", "\u2029", "\ud800"])
def test_a_control_character_within_a_name_is_refused(char: str) -> None:
    assert code(f"a{char}b") is ProblemCode.NAME_HAS_CONTROL_CHARACTERS


@pytest.mark.parametrize(
    "other",
    [
        "acme straße",
        "ACME STRASSE",
        " Acme Straße ",
        "ＡＣＭＥ Straße",
        "Acme\u00a0Straße",
        "Acme  Straße",
        "Ac\u00adme Straße",
    ],
)
def test_names_that_look_the_same_are_the_same(other: str) -> None:
    assert code(other, frozenset({name_key("Acme Straße")})) is ProblemCode.NAME_TAKEN


def test_names_with_other_accents_are_others() -> None:
    assert code("Muller", frozenset({name_key("Müller")})) is None
    assert code("Mu\u0308ller", frozenset({name_key("Müller")})) is ProblemCode.NAME_TAKEN


@given(st.text())
@example("\u0345\u0301")
@example("ǰ̱")
@example("ﬃ İ ß ϓ")
def test_the_key_of_a_key_is_itself(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text())
def test_case_and_surrounding_space_never_tell_names_apart(name: str) -> None:
    assert name_key(f"  {name}\t") == name_key(name)
    assert name_key(name.casefold()) == name_key(name)


def test_a_description_has_a_limit_and_may_be_empty() -> None:
    assert check_description("") is None
    assert check_description("x" * LONGEST_DESCRIPTION) is None
    problem = check_description("x" * (LONGEST_DESCRIPTION + 1))
    assert problem is not None
    assert (problem.code, problem.field) == (ProblemCode.DESCRIPTION_TOO_LONG, "description")
    assert problem.params == {"length": LONGEST_DESCRIPTION + 1, "limit": LONGEST_DESCRIPTION}
