from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from erpsync_desktop.model.values import FieldType, decode, encode
from erpsync_desktop.widgets.local_values import date_format, read, written

LOCALES = ["de_DE", "de_CH", "de_AT", "en_US", "en_GB", "fr_FR", "nb_NO", "sv_SE", "hu_HU", "C"]


@pytest.mark.parametrize(
    ("locale", "text", "wire"),
    [
        ("de_DE", "1.234,5", "[F:1234.5]"),
        ("de_DE", "1234,50", "[F:1234.50]"),
        ("en_US", "1,234.5", "[F:1234.5]"),
        ("de_CH", "1’234.5", "[F:1234.5]"),
        ("fr_FR", "1 234,5", "[F:1234.5]"),
        ("nb_NO", "−12,5", "[F:-12.5]"),
        ("en_US", "", ""),
    ],
)
def test_decimal_numbers_are_read_as_the_region_writes_them(locale: str, text: str, wire: str) -> None:
    assert read(FieldType.DOUBLE, text, QLocale(locale)) == wire


@pytest.mark.parametrize(
    ("kind", "locale", "text"),
    [
        (FieldType.DOUBLE, "de_DE", "1.5"),
        (FieldType.DOUBLE, "de_DE", "12.34"),
        (FieldType.DOUBLE, "en_US", "1,5"),
        (FieldType.DOUBLE, "en_US", "1,23,456"),
        (FieldType.DOUBLE, "en_US", "1.5 €"),
        (FieldType.INTEGER, "de_DE", "12,0"),
        (FieldType.INTEGER, "en_US", "2147483648"),
        (FieldType.INTEGER, "en_US", "1_000"),
        (FieldType.INTEGER, "en_US", "9" * 500),
    ],
)
def test_what_is_no_number_is_refused_and_never_rounded(kind: FieldType, locale: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(kind, text, QLocale(locale))


@pytest.mark.parametrize(
    ("locale", "text", "moment"),
    [
        ("de_DE", "31.12.2013", datetime(2013, 12, 31)),
        ("de_DE", "1.2.24 7:05", datetime(2024, 2, 1, 7, 5)),
        ("en_US", "12/31/2013 11:59:59 PM", datetime(2013, 12, 31, 23, 59, 59)),
        ("en_US", "12/31/2013 12:00 AM", datetime(2013, 12, 31)),
        ("en_GB", "31/12/2013 23:59:59.5", datetime(2013, 12, 31, 23, 59, 59, 500_000)),
        ("de_DE", "2013-12-31T23:59:59", datetime(2013, 12, 31, 23, 59, 59)),
    ],
)
def test_dates_are_read_as_the_region_writes_them_or_as_iso(locale: str, text: str, moment: datetime) -> None:
    assert decode(FieldType.DATETIME, read(FieldType.DATETIME, text, QLocale(locale))) == moment


@pytest.mark.parametrize(
    "text", ["31.02.2024", "12/31/2013", "yesterday", "1.1.2024 25:00", "1.1.2024 1:00 XX"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(FieldType.DATETIME, text, QLocale("de_DE"))


def test_a_value_out_of_form_is_shown_as_it_is() -> None:
    assert written(FieldType.INTEGER, "abc", QLocale("de_DE")) == "abc"


def test_the_example_of_a_date_can_be_read() -> None:
    assert date_format(QLocale("de_DE")) == "31.12.2013 23:59:59"


@given(
    st.sampled_from(LOCALES),
    st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12),
)
def test_every_decimal_number_comes_back_as_it_was_written(name: str, number: Decimal) -> None:
    wire = encode(FieldType.DOUBLE, number)
    assert read(FieldType.DOUBLE, written(FieldType.DOUBLE, wire, QLocale(name)), QLocale(name)) == wire


@given(st.sampled_from(LOCALES), st.integers(-(2**31), 2**31 - 1))
def test_every_whole_number_comes_back_as_it_was_written(name: str, number: int) -> None:
    wire = encode(FieldType.INTEGER, number)
    assert read(FieldType.INTEGER, written(FieldType.INTEGER, wire, QLocale(name)), QLocale(name)) == wire


@given(st.sampled_from(LOCALES), st.datetimes(datetime(1000, 1, 1)))
def test_every_date_comes_back_as_it_was_written(name: str, moment: datetime) -> None:
    wire = encode(FieldType.DATETIME, moment)
    assert read(FieldType.DATETIME, written(FieldType.DATETIME, wire, QLocale(name)), QLocale(name)) == wire
