"""Values on the wire."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.sample_erp.values import FieldType, decode, encode


@given(st.integers(-(2**31), 2**31 - 1))
def test_every_integer_comes_back(number: int) -> None:
    assert decode(FieldType.INTEGER, encode(FieldType.INTEGER, number)) == number


@given(st.floats(min_value=1e-12, max_value=1e15) | st.floats(min_value=-1e15, max_value=-1e-12))
def test_a_double_comes_back_and_has_no_exponent(number: float) -> None:
    wire = encode(FieldType.DOUBLE, number)
    assert "e" not in wire
    assert decode(FieldType.DOUBLE, wire) == pytest.approx(number, rel=1e-9, abs=1e-15)


@given(st.datetimes(min_value=datetime(1900, 3, 1)))
def test_every_date_comes_back(moment: datetime) -> None:
    assert decode(FieldType.DATETIME, encode(FieldType.DATETIME, moment)) == moment


@given(st.sampled_from(list(FieldType)), st.text())
def test_any_text_is_a_value_or_a_value_error(kind: FieldType, text: str) -> None:
    try:
        value = decode(kind, text)
    except ValueError:
        value = None
    assert value is None or isinstance(value, str | bool | int | float | datetime)


@pytest.mark.parametrize(
    ("kind", "wire"),
    [
        (FieldType.INTEGER, "1.5"),
        (FieldType.INTEGER, "[I:٣]"),
        (FieldType.DOUBLE, "1e999"),
        (FieldType.DATETIME, "[DT:02/30/2020 00:00:00]"),
        (FieldType.CHECKBOX, "[I:2]"),
    ],
)
def test_what_is_no_such_value_is_refused(kind: FieldType, wire: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(kind, wire)


def test_an_empty_cell_is_an_empty_string() -> None:
    assert {encode(kind, None) for kind in FieldType} == {""}
