"""Values on the wire: what the contract writes, what is read besides, and what is refused."""

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from erpsync_desktop.model.values import (
    INTEGER_RANGE,
    FieldType,
    Value,
    decode,
    default_value,
    encode,
    xml_can_carry,
)

ENCODED = (FieldType.CHECKBOX, FieldType.INTEGER, FieldType.DOUBLE, FieldType.DATETIME)
PLAIN = tuple(kind for kind in FieldType if kind not in ENCODED)

doubles = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=4),
    st.floats(allow_nan=False, allow_infinity=False).map(lambda number: Decimal(str(number))),
)
values: dict[FieldType, st.SearchStrategy[Value]] = {
    FieldType.CHECKBOX: st.booleans(),
    FieldType.INTEGER: st.integers(*INTEGER_RANGE),
    FieldType.DOUBLE: doubles,
    FieldType.DATETIME: st.datetimes(),
    **{kind: st.text() for kind in PLAIN},
}


@pytest.mark.parametrize(
    ("kind", "value", "wire"),
    [
        (FieldType.INTEGER, 12345, "[I:12345]"),
        (FieldType.INTEGER, -1, "[I:-1]"),
        (FieldType.CHECKBOX, True, "[I:1]"),
        (FieldType.CHECKBOX, False, "[I:0]"),
        (FieldType.DOUBLE, Decimal("12345.6789"), "[F:12345.6789]"),
        (FieldType.DOUBLE, Decimal("1E+3"), "[F:1000]"),
        (FieldType.DOUBLE, 7, "[F:7]"),
        (FieldType.DATETIME, datetime(2013, 12, 31, 23, 59, 59), "[DT:12/31/2013 23:59:59.0000000]"),
        (FieldType.DATETIME, datetime(7, 1, 2), "[DT:01/02/0007 00:00:00.0000000]"),
        (FieldType.TEXT, "as is", "as is"),
        (FieldType.PASSWORD, "[I:1]", "[I:1]"),
        (FieldType.LIST, "key", "key"),
    ],
)
def test_a_value_is_written_as_the_contract_says(kind: FieldType, value: Value, wire: str) -> None:
    assert encode(kind, value) == wire
    assert decode(kind, wire) == value


@pytest.mark.parametrize(
    ("kind", "wire", "value"),
    [
        (FieldType.INTEGER, "12", 12),
        (FieldType.INTEGER, " [I: +12 ] ", 12),
        (FieldType.INTEGER, "[D:12]", 12),
        (FieldType.CHECKBOX, "true", True),
        (FieldType.CHECKBOX, "No", False),
        (FieldType.DOUBLE, "2.5", Decimal("2.5")),
        (FieldType.DOUBLE, "[D:2.5]", Decimal("2.5")),
        (FieldType.DOUBLE, ".5", Decimal("0.5")),
        (FieldType.DOUBLE, "5.", Decimal(5)),
        (FieldType.DOUBLE, "[F:1e3]", Decimal(1000)),
        (FieldType.DATETIME, "2013-12-31", datetime(2013, 12, 31)),
        (FieldType.DATETIME, "2013-12-31T23:59:58", datetime(2013, 12, 31, 23, 59, 58)),
        (FieldType.DATETIME, "2013-12-31 23:59", datetime(2013, 12, 31, 23, 59)),
        (FieldType.DATETIME, "12/31/2013", datetime(2013, 12, 31)),
        (FieldType.DATETIME, "1/2/2013 3:04", datetime(2013, 1, 2, 3, 4)),
        (FieldType.DATETIME, "[DT:12/31/2013 23:59:59.1234567]", datetime(2013, 12, 31, 23, 59, 59, 123456)),
        (FieldType.DATETIME, "[DT:12/31/2013 23:59:59.5]", datetime(2013, 12, 31, 23, 59, 59, 500000)),
    ],
)
def test_other_forms_are_read_too(kind: FieldType, wire: str, value: Value) -> None:
    assert decode(kind, wire) == value


@pytest.mark.parametrize("kind", ENCODED)
@pytest.mark.parametrize("wire", ["", "  ", "[I:]", "[DT: ]"])
def test_nothing_is_no_value(kind: FieldType, wire: str) -> None:
    assert decode(kind, wire) is None


@pytest.mark.parametrize("kind", FieldType)
def test_no_value_is_written_as_nothing(kind: FieldType) -> None:
    assert encode(kind, None) == ""


@pytest.mark.parametrize(
    ("kind", "wire"),
    [
        (FieldType.INTEGER, "1.5"),
        (FieldType.INTEGER, "1_000"),
        (FieldType.INTEGER, "٣"),
        (FieldType.INTEGER, "[I:2147483648]"),
        (FieldType.INTEGER, "[I:-2147483649]"),
        (FieldType.INTEGER, "9" * 21),
        (FieldType.INTEGER, "[X:5]"),
        (FieldType.INTEGER, "[I:5"),
        (FieldType.CHECKBOX, "2"),
        (FieldType.CHECKBOX, "maybe"),
        (FieldType.DOUBLE, "1,5"),
        (FieldType.DOUBLE, "."),
        (FieldType.DOUBLE, "NaN"),
        (FieldType.DOUBLE, "Infinity"),
        (FieldType.DOUBLE, "1e999"),
        (FieldType.DOUBLE, "1e-999"),
        (FieldType.DOUBLE, "0e-999"),
        (FieldType.DOUBLE, "1" * 351),
        (FieldType.DOUBLE, "1." + "1" * 200 + "e-200"),
        (FieldType.DATETIME, "31/12/2013"),
        (FieldType.DATETIME, "02/30/2013"),
        (FieldType.DATETIME, "12/31/2013 24:00:00"),
        (FieldType.DATETIME, "12/31/2013 23:59:60"),
        (FieldType.DATETIME, "١٢/31/2013"),
        (FieldType.DATETIME, "0000-01-01"),
        (FieldType.DATETIME, "tomorrow"),
    ],
)
def test_what_is_no_value_of_its_type_is_refused(kind: FieldType, wire: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(kind, wire)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        *((kind, "text") for kind in ENCODED),
        (FieldType.CHECKBOX, 2),
        (FieldType.CHECKBOX, datetime(2020, 1, 1)),
        (FieldType.INTEGER, Decimal("1.5")),
        (FieldType.INTEGER, 2**31),
        (FieldType.INTEGER, -(10**4000)),
        (FieldType.DOUBLE, datetime(2020, 1, 1)),
        (FieldType.DOUBLE, Decimal("NaN")),
        (FieldType.DOUBLE, Decimal("sNaN")),
        (FieldType.DOUBLE, Decimal("-Infinity")),
        (FieldType.DOUBLE, Decimal("1E+309")),
        (FieldType.DOUBLE, Decimal("1E-999999")),
        (FieldType.DOUBLE, Decimal("0." + "1" * 400)),
        (FieldType.DOUBLE, 10**4000),
        (FieldType.DATETIME, 5),
        (FieldType.TEXT, 5),
        (FieldType.LABEL, True),
    ],
)
def test_a_value_of_another_type_or_out_of_range_is_not_written(kind: FieldType, value: Value) -> None:
    with pytest.raises(ValueError, match=r"."):
        encode(kind, value)


@given(st.sampled_from(FieldType).flatmap(lambda kind: st.tuples(st.just(kind), values[kind])))
@example((FieldType.DOUBLE, Decimal("5e-324")))
@example((FieldType.DOUBLE, Decimal("1.7976931348623157e308")))
def test_what_is_written_is_read_back(pair: tuple[FieldType, Value]) -> None:
    kind, value = pair
    assert decode(kind, encode(kind, value)) == value


@given(st.sampled_from(ENCODED), st.text(alphabet="0123456789+-.eE[]IFDT:/ T", max_size=30))
def test_whatever_can_be_read_can_be_written(kind: FieldType, wire: str) -> None:
    try:
        value = decode(kind, wire)
    except ValueError:
        return
    assert decode(kind, encode(kind, value)) == value


@given(st.sampled_from(FieldType), st.text())
def test_a_default_travels_untouched_or_becomes_nothing(kind: FieldType, default: str) -> None:
    nothing = {FieldType.CHECKBOX: "[I:0]", FieldType.INTEGER: "[I:0]", FieldType.DOUBLE: "[F:0.00]"}
    try:
        decode(kind, default)
    except ValueError:
        assert default_value(kind, default) == nothing.get(kind, "")
    else:
        assert default_value(kind, default) == default


@pytest.mark.parametrize(
    ("kind", "default"),
    [
        (FieldType.DATETIME, "[DT:12/31/2013 23:59:59.1234567]"),
        (FieldType.DATETIME, "2013-12-31"),
        (FieldType.DOUBLE, "[D:2.50]"),
        (FieldType.INTEGER, " 007 "),
        (FieldType.CHECKBOX, "true"),
        (FieldType.LIST, "some key"),
        (FieldType.TEXT, 'US:"x"'),
    ],
)
def test_a_readable_default_keeps_its_form(kind: FieldType, default: str) -> None:
    assert default_value(kind, default) == default


def test_an_unreadable_default_becomes_zero_or_no_date() -> None:
    kinds = (FieldType.INTEGER, FieldType.DOUBLE, FieldType.CHECKBOX, FieldType.DATETIME)
    assert [default_value(kind, "?") for kind in kinds] == ["[I:0]", "[F:0.00]", "[I:0]", ""]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *((kind.value, kind) for kind in FieldType),
        (" datetime ", FieldType.DATETIME),
        ("Date", FieldType.DATETIME),
        ("Guid", FieldType.UNKNOWN),
        ("", FieldType.UNKNOWN),
    ],
)
def test_a_type_is_known_by_its_name_on_the_wire(name: str, kind: FieldType) -> None:
    assert FieldType.from_wire(name) is kind


def test_passwords_and_unknown_types_are_secret() -> None:
    assert {kind for kind in FieldType if kind.is_secret} == {FieldType.PASSWORD, FieldType.UNKNOWN}


def test_only_a_label_has_no_value() -> None:
    assert {kind for kind in FieldType if not kind.has_value} == {FieldType.LABEL}


@given(st.text())
@example("\t\r\n \ud7ff\ue000\ufffd\U00010000\U0010ffff")
@example("\x00")
@example("\ud800")
@example("\ufffe")
def test_xml_carries_just_the_characters_that_xml_1_0_lists(text: str) -> None:
    def allowed(char: str) -> bool:
        code = ord(char)
        return code in {9, 10, 13} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000

    assert xml_can_carry(text) == all(map(allowed, text))


@pytest.mark.parametrize("kind", ENCODED)
@pytest.mark.parametrize("unit", ["1", "[I:", " ", ":11", "1.", "1/"])
@pytest.mark.timeout(60)  # quadratic time takes hours
def test_a_megabyte_of_nonsense_is_refused_at_once(kind: FieldType, unit: str) -> None:
    text = unit * (1_000_000 // len(unit)) + "x"
    with pytest.raises(ValueError, match=r"."):
        decode(kind, text)
