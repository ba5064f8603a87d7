"""Field types and their values as strings on the wire.

Encodings (SuperOffice developer documentation, "ERP Sync Connector Interface"): ``[I:12345]`` for integers,
``[I:1]`` and ``[I:0]`` for checkboxes, ``[F:12345.6789]`` for doubles (``[D:…]`` is also seen), and
``[DT:12/31/2013 23:59:59.0000000]``, month first, for dates. Texts, passwords and list keys travel as they
are. Unencoded forms are read too; the encoded form is always written.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

INTEGER_RANGE = (-(2**31), 2**31 - 1)
"""Lowest and highest integer: connectors are .NET services, whose ``int`` has 32 bits."""

Value = str | int | bool | Decimal | datetime | None
"""A decoded value: text, whole number, yes or no, decimal number, local date and time, or nothing."""

_WRAPPED = re.compile(r"\[(I|F|D|DT):(.*)\]", re.DOTALL)
_DATE_FORMS = (
    "%m/%d/%Y %H:%M:%S",
    "%m/%d/%Y %H:%M",
    "%m/%d/%Y",
    "%Y-%m-%d",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
)
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
        return self in {FieldType.PASSWORD, FieldType.UNKNOWN}

    @property
    def has_value(self) -> bool:
        """Whether there is anything to fill in."""
        return self is not FieldType.LABEL


def decode(kind: FieldType, wire: str) -> Value:
    """Read a value from the wire.

    Returns:
        The value, or None where there is none (an empty number, date or checkbox).

    Raises:
        ValueError: the text is no value of this type.
    """
    if kind in {FieldType.TEXT, FieldType.PASSWORD, FieldType.LIST, FieldType.UNKNOWN, FieldType.LABEL}:
        return wire
    text = _unwrapped(wire)
    if not text:
        return None
    if kind is FieldType.CHECKBOX:
        return _decode_checkbox(text)
    if kind is FieldType.INTEGER:
        return _decode_integer(text)
    if kind is FieldType.DOUBLE:
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
        if kind in {FieldType.CHECKBOX, FieldType.INTEGER, FieldType.DOUBLE, FieldType.DATETIME}:
            raise ValueError(f"text is no {kind} value")
        return value
    if kind is FieldType.CHECKBOX:
        return "[I:1]" if value else "[I:0]"
    if kind is FieldType.INTEGER and isinstance(value, int):
        _check_integer(value)
        return f"[I:{int(value)}]"
    if kind is FieldType.DOUBLE and isinstance(value, (int, Decimal)):
        return f"[F:{_plain(Decimal(value))}]"
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
    return not re.search("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)


def _unwrapped(wire: str) -> str:
    text = wire.strip()
    match = _WRAPPED.fullmatch(text)
    return match[2].strip() if match else text


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
    if not re.fullmatch(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?", text) or len(text) > 350:
        raise ValueError("not a number")
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueError("not a number") from None
    if not math.isfinite(float(number)):
        raise ValueError("out of range")
    return number


def _plain(number: Decimal) -> str:
    if not math.isfinite(float(number)):
        raise ValueError("out of range")
    return f"{number:f}"


def _decode_datetime(text: str) -> datetime:
    # Fractions have seven digits on the wire, one more than strptime reads.
    match = re.fullmatch(r"(.*:\d\d)\.(\d{1,7})", text)
    stem, fraction = (match[1], match[2]) if match else (text, "")
    for form in _DATE_FORMS:
        try:
            moment = datetime.strptime(stem, form)
        except ValueError:
            continue
        return moment.replace(microsecond=int(fraction.ljust(7, "0")[:6]) if fraction else 0)
    raise ValueError("not a date")


def _month_first(moment: datetime) -> str:
    # strftime's %Y is not padded to four digits everywhere.
    day = date(moment.year, moment.month, moment.day)
    return (
        f"{day.month:02}/{day.day:02}/{day.year:04} "
        f"{moment.hour:02}:{moment.minute:02}:{moment.second:02}.{moment.microsecond:06}0"
    )
