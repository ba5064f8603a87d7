"""The operators of advanced search, by type of field.

Text compares without regard to case; dates compare by day, since this ERP's dates are days. An empty number
or date meets only ``!=``.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from erpsync_desktop.sample_erp.values import FieldType, Value, decode

_TEXT: dict[str, Callable[[str, str], bool]] = {
    "=": operator.eq,
    "isnot": operator.ne,
    "begins": str.startswith,
    "contains": operator.contains,
    "ends": str.endswith,
    "notbegins": lambda text, part: not text.startswith(part),
    "notcontains": lambda text, part: part not in text,
    "notends": lambda text, part: not text.endswith(part),
}
_NUMBER: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
}
_DATE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "before": operator.lt,
    "after": operator.gt,
    "beforeOrEqual": operator.le,
    "afterOrEqual": operator.ge,
}

OPERATORS: dict[FieldType, tuple[str, ...]] = {
    FieldType.TEXT: (*_TEXT, "between"),
    FieldType.INTEGER: (*_NUMBER, "between"),
    FieldType.DOUBLE: (*_NUMBER, "between"),
    FieldType.CHECKBOX: ("=",),
    FieldType.LIST: ("oneof", "notoneof"),
    FieldType.DATETIME: (*_DATE, "between"),
}
"""The operators that each type of field takes."""


def matcher(kind: FieldType, name: str, values: Sequence[str]) -> Callable[[Value], bool]:
    """A function that says whether a cell meets a restriction.

    Args:
        kind: type of the field.
        name: the operator.
        values: as on the wire; ``between`` takes two, both included; ``oneof`` and ``notoneof`` any number
            but none, the others one.

    Raises:
        ValueError: the operator is not one of that type, or the values are not as it needs them.
    """
    if name not in OPERATORS.get(kind, ()):
        raise ValueError(f"the operator is not one for fields of type {kind.value}")
    if kind is FieldType.LIST:
        return _list_matcher(name, values)
    needed = 2 if name == "between" else 1
    if len(values) != needed:
        raise ValueError(f"the operator needs {needed} value(s), and {len(values)} came")
    wanted = [_comparable(kind, decode(kind, value)) for value in values]
    if None in wanted:
        raise ValueError("a value is empty")
    return _comparing(kind, name, wanted)


def _list_matcher(name: str, keys: Sequence[str]) -> Callable[[Value], bool]:
    if not keys:
        raise ValueError("the operator needs at least one value")
    wanted = set(keys)
    return lambda cell: ((cell or "") in wanted) == (name == "oneof")


def _comparing(kind: FieldType, name: str, wanted: list[Any]) -> Callable[[Value], bool]:
    def meets(cell: Value) -> bool:
        value = _comparable(kind, cell)
        if value is None:
            return name == "!="
        if name == "between":
            return bool(wanted[0] <= value <= wanted[1])
        return _function(kind, name)(value, wanted[0])

    return meets


def _function(kind: FieldType, name: str) -> Callable[[Any, Any], bool]:
    if kind is FieldType.TEXT:
        return _TEXT[name]
    return _DATE[name] if kind is FieldType.DATETIME else _NUMBER[name]


def _comparable(kind: FieldType, value: Value) -> str | float | bool | date | None:
    if kind is FieldType.TEXT:
        return str(value or "").casefold()
    if isinstance(value, datetime):
        return value.date()
    return value
