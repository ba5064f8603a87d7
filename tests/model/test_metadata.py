"""What connectors say about fields: order, checks, texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.model.errors import NotAConnector, ProblemCode
from erpsync_desktop.model.metadata import (
    MOST_FIELDS,
    FieldAccess,
    FieldMetadata,
    ListItem,
    in_rank_order,
)
from erpsync_desktop.model.values import INTEGER_RANGE, FieldType

Code = ProblemCode


def code(kind: FieldType, wire: str, **more: object) -> ProblemCode | None:
    problem = FieldMetadata("Key", kind, **more).check(wire)  # type: ignore[arg-type]
    return problem.code if problem else None


@pytest.mark.parametrize(
    ("kind", "wire", "expected"),
    [
        (FieldType.TEXT, "anything", None),
        (FieldType.TEXT, "bell \x07", Code.FIELD_BAD_CHARACTERS),
        (FieldType.PASSWORD, "bell \x07", Code.FIELD_BAD_CHARACTERS),
        (FieldType.LIST, "\ud800", Code.FIELD_BAD_CHARACTERS),
        (FieldType.LIST, "key", None),
        (FieldType.INTEGER, "[I:5]", None),
        (FieldType.INTEGER, "", None),
        (FieldType.INTEGER, "five", Code.FIELD_NOT_AN_INTEGER),
        (FieldType.INTEGER, "1.5", Code.FIELD_NOT_AN_INTEGER),
        (FieldType.INTEGER, "٣", Code.FIELD_NOT_AN_INTEGER),
        (FieldType.INTEGER, "[I: 2147483648 ]", Code.FIELD_OUT_OF_RANGE),
        (FieldType.INTEGER, "-99999999999999999999999999", Code.FIELD_OUT_OF_RANGE),
        (FieldType.DOUBLE, "[F:2.5]", None),
        (FieldType.DOUBLE, "2,5", Code.FIELD_NOT_A_NUMBER),
        (FieldType.DATETIME, "2013-02-30", Code.FIELD_NOT_A_DATE),
        (FieldType.CHECKBOX, "[I:1]", None),
        (FieldType.LABEL, "\x07", None),
    ],
)
def test_a_value_is_checked_by_its_fields_type(
    kind: FieldType, wire: str, expected: ProblemCode | None
) -> None:
    assert code(kind, wire) is expected


def test_a_value_too_long_is_told_with_its_length() -> None:
    field = FieldMetadata("Key", FieldType.TEXT, label="Name", max_length=3)
    assert field.check("abc") is None
    problem = field.check("abcd")
    assert problem is not None
    assert (problem.code, problem.field) == (Code.FIELD_TOO_LONG, "field:Key")
    assert problem.params == {"label": "Name", "length": 4, "limit": 3}


def test_a_length_of_zero_is_no_limit() -> None:
    assert code(FieldType.TEXT, "x" * 1_000_000) is None


def test_an_integer_out_of_range_is_told_the_range() -> None:
    problem = FieldMetadata("Key", FieldType.INTEGER).misread("2147483648")
    assert (problem.params["lowest"], problem.params["highest"]) == INTEGER_RANGE


def test_a_read_only_value_is_never_judged() -> None:
    assert code(FieldType.INTEGER, "five", access=FieldAccess.READ_ONLY) is None


@pytest.mark.parametrize(
    ("kind", "wire", "filled"),
    [
        (FieldType.TEXT, " ", False),
        (FieldType.TEXT, "x", True),
        (FieldType.LIST, "", False),
        (FieldType.PASSWORD, " ", True),
        (FieldType.PASSWORD, "", False),
        (FieldType.UNKNOWN, "", False),
        (FieldType.CHECKBOX, "", True),
        (FieldType.LABEL, "", True),
        (FieldType.INTEGER, "[I:0]", True),
        (FieldType.INTEGER, "[I: ]", False),
        (FieldType.DATETIME, " ", False),
        (FieldType.DOUBLE, "wrong", True),
    ],
)
def test_what_counts_as_filled(kind: FieldType, wire: str, filled: bool) -> None:
    assert FieldMetadata("Key", kind).is_filled(wire) is filled


def test_a_problem_names_the_label_as_sent_or_the_key() -> None:
    assert FieldMetadata("Key", label='US:"Name"').missing().params == {"label": 'US:"Name"'}
    assert FieldMetadata("Key").lost().params == {"label": "Key"}
    assert FieldMetadata("Key").lost().code is Code.SECRET_LOST


def test_texts_are_shown_in_the_users_language_and_the_key_where_there_is_none() -> None:
    field = FieldMetadata("Key", label='US:"Name";GE:"Bezeichnung"', description='US:" Tip "')
    assert (field.label_in("de"), field.description_in("de")) == ("Bezeichnung", "Tip")
    assert FieldMetadata("Key", label='US:" "').label_in("de") == "Key"
    assert ListItem("1", 'US:"One";GE:"Eins"').text_in("de") == "Eins"
    assert ListItem("1", " ").text_in("de") == "1"


def test_a_default_shows_in_no_representation_for_it_may_be_a_secret() -> None:
    field = FieldMetadata("Key", FieldType.PASSWORD, default="hunter2")
    assert "hunter2" not in repr(field)


@pytest.mark.parametrize("access", FieldAccess)
def test_only_a_label_or_read_only_field_takes_no_input(access: FieldAccess) -> None:
    assert FieldMetadata("Key", access=access).takes_input == (access is not FieldAccess.READ_ONLY)
    assert not FieldMetadata("Key", FieldType.LABEL, access=access).takes_input
    assert FieldMetadata("Key", access=access).is_mandatory == (access is FieldAccess.MANDATORY)


ranks = st.lists(st.none() | st.integers())


@given(ranks)
def test_fields_come_lowest_rank_first_then_those_without_in_the_order_sent(
    given_ranks: list[int | None],
) -> None:
    fields = [FieldMetadata(f"k{i}", rank=rank) for i, rank in enumerate(given_ranks)]
    ordered = in_rank_order(fields)
    with_rank = [item for item in ordered if item.rank is not None]
    assert [*with_rank, *(item for item in fields if item.rank is None)] == [*ordered]
    assert [item.rank for item in with_rank] == sorted(rank for rank in given_ranks if rank is not None)
    # Equal ranks keep the order sent.
    for rank in set(given_ranks):
        assert [item for item in ordered if item.rank == rank] == [
            item for item in fields if item.rank == rank
        ]


@pytest.mark.parametrize(
    ("keys", "expected", "params"),
    [
        (["a", " "], Code.FIELD_KEY_MISSING, {"position": 2}),
        (["a", "b", "a"], Code.FIELD_KEY_REPEATED, {"key": "a"}),
        ([str(i) for i in range(MOST_FIELDS + 1)], Code.TOO_MANY_FIELDS, {"count": 5001, "limit": 5000}),
    ],
    ids=["missing", "repeated", "too many"],
)
def test_fields_that_no_form_could_send_are_refused(
    keys: list[str], expected: ProblemCode, params: dict[str, str | int]
) -> None:
    with pytest.raises(NotAConnector) as caught:
        in_rank_order(FieldMetadata(key) for key in keys)
    assert (caught.value.problem.code, caught.value.problem.params) == (expected, params)


def test_keys_differing_in_case_or_space_are_different_fields() -> None:
    assert len(in_rank_order(FieldMetadata(key) for key in ["a", "A", "a "])) == 3
