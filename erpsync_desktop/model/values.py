"""Field types and their values as strings on the wire.

Encodings (SuperOffice developer documentation, "ERP Sync Connector Interface"): ``[I:12345]`` for integers,
``[I:1]`` and ``[I:0]`` for checkboxes, ``[F:12345.6789]`` for doubles (``[D:…]`` is also seen), and
``[DT:12/31/2013 23:59:59.0000000]``, month first, for dates. Texts, passwords and list keys travel as they
are. Unencoded forms are read too; the encoded form is always written.
"""

from __future__ import annotations

import math
import re
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

INTEGER_RANGE = (-(2**31), 2**31 - 1)
"""Lowest and highest integer: connectors are .NET services, whose ``int`` has 32 bits."""

Value = str | int | bool | Decimal | datetime | None
"""A decoded value: text, whole number, yes or no, decimal number, local date and time, or nothing."""

_WRAPPED = re.compile(r"\[(I|F|D|DT):(.*)\]", re.DOTALL)
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_TIME = r"(?:[T ]([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?"
_MONTH_FIRST = re.compile(rf"([0-9]{{1,2}})/([0-9]{{1,2}})/([0-9]{{4}}){_TIME}")
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})-([0-9]{{1,2}})-([0-9]{{1,2}}){_TIME}")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_NUMBER = 350  # characters: a double has at most 309 digits before the point, and 324 zeros behind it
_TRUE = {"1", "true", "yes"}
_FALSE = {"0", "false", "no"}


class FieldType(StrEnum):
    """The type of a field. The value is the name on the wire; ``UNKNOWN`` is never sent."""

    CHECKBOX = "Checkbox"
    TEXT = "Text"
    PASSWORD = "Password"  # noqa: S105  a type's name
    INTEGER = "Integer"
    DOUBLE = "Double"
    LIST = "List"
    DATETIME = "Datetime"
    LABEL = "Label"
    UNKNOWN = "Unknown"

    @classmethod
    def from_wire(cls, name: str) -> FieldType:
        """Read a type's name, ignoring case; SuperOffice's own agent says ``Date`` for ``Datetime``."""
        wanted = name.strip().lower()
        if wanted == "date":
            return cls.DATETIME
        return next((kind for kind in cls if kind.value.lower() == wanted), cls.UNKNOWN)

    @property
    def is_secret(self) -> bool:
        """Whether values belong into the keyring: a type that we do not know may hold one."""
        return self in _SECRET

    @property
    def has_value(self) -> bool:
        """Whether there is anything to fill in."""
        return self is not _LABEL

    @property
    def is_encoded(self) -> bool:
        """Whether values are written in brackets; those of the other types travel as they are."""
        return self in _ENCODED


# Asked for each of thousands of fields at each keystroke: Python 3.11 takes its time for ``FieldType.LABEL``,
# and a set for ``Enum.__hash__``.
_LABEL = FieldType.LABEL
_SECRET = (FieldType.PASSWORD, FieldType.UNKNOWN)
_CHECKBOX, _INTEGER, _DOUBLE = FieldType.CHECKBOX, FieldType.INTEGER, FieldType.DOUBLE
_ENCODED = (_CHECKBOX, _INTEGER, _DOUBLE, FieldType.DATETIME)


def decode(kind: FieldType, wire: str) -> Value:
    """Read a value from the wire.

    Returns:
        The value, or None where there is none (an empty number, date or checkbox).

    Raises:
        ValueError: the text is no value of this type.
    """
    if not kind.is_encoded:
        return wire
    text = unwrapped(wire)
    if not text:
        return None
    if kind is _CHECKBOX:
        return _decode_checkbox(text)
    if kind is _INTEGER:
        return _decode_integer(text)
    if kind is _DOUBLE:
        return _decode_double(text)
    return _decode_datetime(text)


def encode(kind: FieldType, value: Value) -> str:
    """Write a value for the wire.

    Raises:
        ValueError: the value is not of this type, or out of range.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        if kind.is_encoded:
            raise ValueError(f"text is no {kind} value")
        return value
    if kind is FieldType.CHECKBOX and isinstance(value, int) and value in {0, 1}:
        return f"[I:{int(value)}]"
    if kind is FieldType.INTEGER and isinstance(value, int):
        _check_integer(value)
        return f"[I:{int(value)}]"
    if kind is FieldType.DOUBLE and isinstance(value, (int, Decimal)):
        return f"[F:{_check_double(Decimal(value)):f}]"
    if kind is FieldType.DATETIME and isinstance(value, datetime):
        return f"[DT:{_month_first(value)}]"
    raise ValueError(f"{type(value).__name__} is no {kind} value")


def default_value(kind: FieldType, default: str) -> str:
    """The value on the wire that a field starts with.

    A default that can be read travels exactly as it came; one that cannot becomes 0, 0.00 or no date.
    """
    try:
        decode(kind, default)
    except ValueError:
        return {FieldType.CHECKBOX: "[I:0]", FieldType.INTEGER: "[I:0]", FieldType.DOUBLE: "[F:0.00]"}.get(
            kind, ""
        )
    return default


def xml_can_carry(text: str) -> bool:
    """Whether XML 1.0 allows every character (it has no form for most control characters)."""
    return text.isprintable() or not _NOT_IN_XML.search(text)  # the first is three times as fast, and enough


def unwrapped(wire: str) -> str:
    """An encoded value without its brackets and surrounding space; empty where there is no value."""
    text = wire.strip()
    if text.startswith("[") and (match := _WRAPPED.fullmatch(text)):
        return match[2].strip()
    return text


def _decode_checkbox(text: str) -> bool:
    if text.lower() in _TRUE:
        return True
    if text.lower() in _FALSE:
        return False
    raise ValueError("not a checkbox value")


def _decode_integer(text: str) -> int:
    # int() alone would read "1_000" and digits of other scripts.
    if not re.fullmatch(r"[+-]?[0-9]+", text):
        raise ValueError("not a whole number")
    if len(text) > 20:  # far out of range, and int() takes long for very many digits
        raise ValueError("out of range")
    return _check_integer(int(text))


def _check_integer(number: int) -> int:
    if not INTEGER_RANGE[0] <= number <= INTEGER_RANGE[1]:
        raise ValueError("out of range")
    return number


def _decode_double(text: str) -> Decimal:
    if len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        raise ValueError("not a number")
    return _check_double(Decimal(text))


def _check_double(number: Decimal) -> Decimal:
    # A double holds it, and it can be written without an exponent in a length that is read again.
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST_NUMBER or math.isinf(float(number)):
        raise ValueError("out of range")
    if len(f"{number:f}") > _LONGEST_NUMBER:
        raise ValueError("too many digits")
    return number


def _decode_datetime(text: str) -> datetime:
    if match := _MONTH_FIRST.fullmatch(text):
        month, day, year, hour, minute, second, part = match.groups("0")
    elif match := _YEAR_FIRST.fullmatch(text):
        year, month, day, hour, minute, second, part = match.groups("0")
    else:
        raise ValueError("not a date")
    # Fractions have seven digits on the wire, one more than Python keeps.
    microsecond = int(part.ljust(6, "0")[:6])
    return datetime(int(year), int(month), int(day), int(hour), int(minute), int(second), microsecond)


def _month_first(moment: datetime) -> str:
    # strftime's %Y is not padded to four digits everywhere.
    return (
        f"{moment.month:02}/{moment.day:02}/{moment.year:04} "
        f"{moment.hour:02}:{moment.minute:02}:{moment.second:02}.{moment.microsecond:06}0"
    )
