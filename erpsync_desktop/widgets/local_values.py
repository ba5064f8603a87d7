"""Numbers and dates as they are written where the user lives, from and to values on the wire."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QLocale

from erpsync_desktop.model.values import FieldType, decode, encode

_SPACES = " \u00a0\u202f\u2009"
_APOSTROPHES = "'’ʼ"
_MINUS = "-−‐‒–﹣-"
_INVISIBLE = "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202c\ufeff"
_MOST_DIGITS = 400
_DATE = re.compile(r"(\d{1,4})[./\-\s]+(\d{1,2})[./\-\s]+(\d{1,4})\.?(?:[\s,T]+(.*))?", re.DOTALL)
_TIME = re.compile(r"(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,7}))?)?\s*(\D*)", re.DOTALL)


def written(kind: FieldType, wire: str, locale: QLocale) -> str:
    """A value on the wire as the user writes it; as it is where it is no value of its type.

    Args:
        kind: Integer, Double or Datetime; values of other types are given back as they are.
        wire: the value.
        locale: whose habits to follow.
    """
    try:
        value = decode(kind, wire)
    except ValueError:
        return wire
    if isinstance(value, datetime):
        return _written_moment(value, locale)
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return wire if kind not in {FieldType.INTEGER, FieldType.DOUBLE, FieldType.DATETIME} else ""
    digits = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return digits.replace(".", locale.decimalPoint())


def read(kind: FieldType, text: str, locale: QLocale) -> str:
    """What the user wrote, as a value on the wire; empty for nothing.

    Args:
        kind: Integer, Double or Datetime.
        text: as typed; separators of groups of digits may be there, but must stand where they belong.
        locale: whose habits the user follows; ISO dates are always read.

    Raises:
        ValueError: it is no value of this type, or out of range. Nothing is ever rounded or guessed.
    """
    plain = "".join(char for char in text if char not in _INVISIBLE).strip()
    if not plain:
        return ""
    if kind is FieldType.DATETIME:
        return encode(kind, read_moment(plain, locale))
    return encode(kind, decode(kind, plain_number(plain, locale)))


def plain_number(text: str, locale: QLocale) -> str:
    """A number written in a locale as digits with a decimal point, without groups.

    Raises:
        ValueError: separators stand where they do not belong, or it is far too long.
    """
    if len(text) > _MOST_DIGITS:
        raise ValueError("too long for a number")
    digits = "".join(_plain_char(char) for char in text)
    whole, point, fraction = digits.partition(locale.decimalPoint())
    return _without_groups(whole, locale.groupSeparator()) + ("." if point else "") + fraction


def date_format(locale: QLocale) -> str:
    """How a date and time is written in a locale, for people: ``31.12.2013 23:59:59``."""
    return _written_moment(datetime(2013, 12, 31, 23, 59, 59), locale)


def read_moment(text: str, locale: QLocale) -> datetime:
    """A date, with or without a time, written in a locale or as ISO 8601.

    Raises:
        ValueError: it is none.
    """
    match = _DATE.fullmatch("".join(_plain_char(char) for char in text).strip())
    if not match:
        raise ValueError("not a date")
    numbers = match.group(1, 2, 3)
    order = "yMd" if len(numbers[0]) == 4 else _order(locale)
    parts = dict(zip(order, numbers, strict=True))
    if len(parts["y"]) not in {2, 4}:
        raise ValueError("not a year")
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
    hour, minute, second, microsecond = _time(match[4] or "", locale)
    return datetime(year, int(parts["M"]), int(parts["d"]), hour, minute, second, microsecond)


def _plain_char(char: str) -> str:
    if char in _MINUS:
        return "-"
    digit = unicodedata.digit(char, None) if char.isdecimal() else None
    return char if digit is None else str(digit)


def _without_groups(whole: str, separator: str) -> str:
    alike = next((family for family in (_SPACES, _APOSTROPHES) if separator in family), separator)
    groups = re.split(f"[{re.escape(alike)}]", whole)
    if len(groups) > 1 and not (
        re.fullmatch(r"[+-]?\d{1,3}", groups[0]) and all(re.fullmatch(r"\d{3}", rest) for rest in groups[1:])
    ):
        raise ValueError("a separator of groups stands where none belongs")
    return "".join(groups)


def _order(locale: QLocale) -> str:
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return "".join(sorted("dMy", key=short.find))


def _written_moment(moment: datetime, locale: QLocale) -> str:
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    separator = next((char for char in short if char in "./-"), "-")
    parts = {"d": f"{moment.day:02}", "M": f"{moment.month:02}", "y": f"{moment.year:04}"}
    fraction = f".{moment.microsecond:06}".rstrip("0") if moment.microsecond else ""
    time = f"{moment.hour:02}:{moment.minute:02}:{moment.second:02}{fraction}"
    return f"{separator.join(parts[part] for part in _order(locale))} {time}"


def _time(text: str, locale: QLocale) -> tuple[int, int, int, int]:
    if not text.strip():
        return 0, 0, 0, 0
    match = _TIME.fullmatch(text.strip())
    if not match:
        raise ValueError("not a time")
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    half = match[5].strip().lower().replace(".", "")
    if half:
        halves = {locale.amText().lower(): 0, "am": 0, locale.pmText().lower(): 12, "pm": 12}
        if half not in halves or not 1 <= hour <= 12:
            raise ValueError("not a time")
        hour = hour % 12 + halves[half]
    if match[4] and match[4].ljust(7, "0")[6] != "0":
        raise ValueError("finer than can be kept")
    return hour, minute, second, int((match[4] or "0").ljust(6, "0")[:6])
