"""Judges the values of an actor before they are written: mandatory, read-only, type, length and list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from erpsync_desktop.sample_erp.fields import MANDATORY, READ_ONLY, Field
from erpsync_desktop.sample_erp.results import Refusal, Texts
from erpsync_desktop.sample_erp.schema import ActorTable
from erpsync_desktop.sample_erp.values import FieldType, Value, decode, encode
from erpsync_desktop.sample_erp.workbook import WorkbookFile

Lists = Mapping[str, Mapping[str, str]]

_FIRST_DAY = datetime(1900, 3, 1)
"""Workbooks cannot hold days before; Excel counts a 29 February 1900 that never was."""


def check_new(table: ActorTable, sent: Mapping[str, str], lists: Lists) -> dict[str, Value]:
    """Decode the values of a new actor and put in defaults.

    Raises:
        Refusal: a mandatory value is missing, or ``check_values`` refuses one.
    """
    defaults = {
        field.key: decode(field.kind, field.default) if field.default else None for field in table.fields
    }
    values = {**defaults, **check_values(table, sent, lists, {})}
    for field in table.fields:
        if field.access == MANDATORY and values[field.key] in {None, ""}:
            raise _missing(field)
    return values


def check_values(
    table: ActorTable, sent: Mapping[str, str], lists: Lists, present: Mapping[str, Value]
) -> dict[str, Value]:
    """Decode values that are to be written.

    Args:
        table: of the actor.
        sent: encoded values by field key; fields that are not in it keep their value.
        lists: the ERP's lists.
        present: the actor's values now; empty for a new one. A read-only value may be sent back as it is.

    Returns:
        The values to write.

    Raises:
        Refusal: a field is unknown or read-only, or a value is empty, too long, out of form
            or not in its list.
    """
    values: dict[str, Value] = {}
    for key, wire in sent.items():
        field = table.field(key)
        if field is None:
            raise _unknown_field(key)
        if field.access == READ_ONLY:
            _refuse_change(field, wire, present.get(key))
        else:
            values[key] = _check_value(field, wire, lists)
    return values


def check_parent(table: ActorTable, carrier: Mapping[str, Any], book: WorkbookFile) -> tuple[str, str]:
    """The type and key of a new actor's parent; both empty if it has none.

    Raises:
        Refusal: the parent is not there, or of a type that cannot be a parent here.
    """
    kind, key = carrier["ParentActorType"] or "", carrier["ParentErpKey"] or ""
    if not key:
        return "", ""
    if kind not in table.parents or key not in book.actors[kind]:
        raise Refusal(
            "UNKNOWN_PARENT",
            f"The parent of a {table.actor_type} has to be one of: {', '.join(table.parents) or 'none'}.",
            (
                "The record that this one belongs to is not in the ERP.",
                "Der übergeordnete Datensatz ist nicht im ERP-System.",
                "Posten som denne hører til, finnes ikke i ERP-systemet.",
            ),
        )
    return kind, key


def _check_value(field: Field, wire: str, lists: Lists) -> Value:
    if field.access == MANDATORY and not wire.strip():
        raise _missing(field)
    if field.max_length and len(wire) > field.max_length:
        raise _refusal(
            "VALUE_TOO_LONG",
            field,
            f"is longer than {field.max_length} characters",
            ("{} is too long.", "{} ist zu lang.", "{} er for lang."),
        )
    if field.kind is FieldType.LIST and wire and wire not in lists.get(field.list_name, {}):
        raise _refusal(
            "UNKNOWN_LIST_ITEM",
            field,
            f"is not an item of the list {field.list_name}",
            (
                "{}: there is no such item.",
                "{}: diesen Eintrag gibt es nicht.",
                "{}: dette valget finnes ikke.",
            ),
        )
    return _decode(field, wire)


def _decode(field: Field, wire: str) -> Value:
    try:
        value = decode(field.kind, wire)
        if isinstance(value, datetime) and value < _FIRST_DAY:
            raise ValueError("too early")
    except ValueError:
        raise _refusal(
            "BAD_VALUE",
            field,
            f"cannot be kept as {field.kind.value}",
            ("{} cannot be read.", "{} ist nicht lesbar.", "{} kan ikke leses."),
        ) from None
    # Workbooks count days: what is below a second would not come back as it was.
    return value.replace(microsecond=0) if isinstance(value, datetime) else value


def _refuse_change(field: Field, wire: str, present: Value) -> None:
    if wire and wire != encode(field.kind, present):
        raise _refusal(
            "READ_ONLY_FIELD",
            field,
            "may not be changed",
            ("{} cannot be changed.", "{} ist nicht änderbar.", "{} kan ikke endres."),
        )


def _unknown_field(key: str) -> Refusal:
    return Refusal(
        "UNKNOWN_FIELD",
        f"There is no field {key[:80]!r}.",
        (
            "The ERP has no such field.",
            "Das ERP-System hat kein solches Feld.",
            "ERP-systemet har ikke dette feltet.",
        ),
    )


def _missing(field: Field) -> Refusal:
    return _refusal(
        "MISSING_VALUE", field, "is mandatory and empty", ("{} is missing.", "{} fehlt.", "{} mangler.")
    )


def _refusal(code: str, field: Field, tech: str, user: Texts) -> Refusal:
    english, german, norwegian = (text.format(name) for text, name in zip(user, field.names, strict=True))
    return Refusal(code, f"The value of {field.key} {tech}.", (english, german, norwegian))
