"""Values on the wire: strings that carry their type.

Integer ``[I:12345]``, Checkbox ``[I:1]``, Double ``[F:12345.6789]`` with a point whatever the locale,
date and time ``[DT:12/31/2013 23:59:59.0000000]`` with the month first; text and list keys as they are.
The unencoded forms are read too.
"""

from __future__ import annotations

import math
import re
from datetime import datetime
from enum import StrEnum

INTEGER_LIMIT = 2**31
"""Integers are 32 bits wide, signed."""

_ENCODED = re.compile(r"\A\[(?P<type>I|F|D|DT):(?P<text>[^\]]*)\]\Z")
_DATE_AND_TIME = re.compile(
    r"(?P<seconds>\d{1,2}/\d{1,2}/\d{4} \d{2}:\d{2}:\d{2})(?:\.(?P<fraction>\d{1,7}))?"
)

Value = str | int | float | bool | datetime | None
"""A value as the workbook holds it; None is an empty cell."""


class FieldType(StrEnum):
    """Type of a field. The value is the name on the wire."""

    CHECKBOX = "Checkbox"
    TEXT = "Text"
    PASSWORD = "Password"  # noqa: S105 the name of a type
    INTEGER = "Integer"
    DOUBLE = "Double"
    LIST = "List"
    DATETIME = "Datetime"
    LABEL = "Label"


def decode(kind: FieldType, wire: str) -> Value:
    """Read a value from the wire.

    Returns:
        The value; None for an empty string. Text is returned as it is, also when it is empty.

    Raises:
        ValueError: it cannot be read as that type, or is out of range.
    """
    if kind in {FieldType.TEXT, FieldType.PASSWORD, FieldType.LIST, FieldType.LABEL}:
        return wire
    match = _ENCODED.match(wire.strip())
    text = match["text"].strip() if match else wire.strip()
    if not text:
        return None
    if kind is FieldType.CHECKBOX:
        return _checkbox(text)
    if kind is FieldType.INTEGER:
        return _integer(text)
    return _double(text) if kind is FieldType.DOUBLE else _datetime(text)


def _checkbox(text: str) -> bool:
    known = {"1": True, "0": False, "true": True, "false": False}
    if text.lower() not in known:
        raise ValueError("neither 0 nor 1")
    return known[text.lower()]


def _integer(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,10}", text):
        raise ValueError("not a whole number")
    number = int(text)
    if not -INTEGER_LIMIT <= number < INTEGER_LIMIT:
        raise ValueError("out of the range of 32 bits")
    return number


def _double(text: str) -> float:
    if not re.fullmatch(r"[+-]?[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?", text):
        raise ValueError("not a number")
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("out of range")
    return number


def _datetime(text: str) -> datetime:
    match = _DATE_AND_TIME.fullmatch(text)
    if match:
        moment = datetime.strptime(match["seconds"], "%m/%d/%Y %H:%M:%S")
        return moment.replace(microsecond=int((match["fraction"] or "0").ljust(7, "0")[:6]))
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=None)


def encode(kind: FieldType, value: Value) -> str:
    """Write a value for the wire. An empty cell is an empty string, whatever its type."""
    if value is None:
        return ""
    if kind is FieldType.CHECKBOX:
        return f"[I:{int(bool(value))}]"
    if kind is FieldType.INTEGER:
        return f"[I:{int(float(str(value)))}]"
    if kind is FieldType.DOUBLE:
        return f"[F:{_plain(float(str(value)))}]"
    if isinstance(value, datetime):
        return f"[DT:{value:%m/%d/%Y %H:%M:%S}.{value.microsecond:06}0]"
    return str(value)


def _plain(number: float) -> str:
    """Without exponent, which not every client reads."""
    text = repr(number)
    return text if "e" not in text else f"{number:.15f}".rstrip("0").rstrip(".")


def localised(english: str, german: str, norwegian: str) -> str:
    """Text in three languages, in the contract's form."""
    return f'US:"{english}";GE:"{german}";NO:"{norwegian}"'
