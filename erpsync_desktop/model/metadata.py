"""What a connector says about the fields it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from erpsync_desktop.model.errors import NotAConnector, Problem, ProblemCode
from erpsync_desktop.model.localized import choose
from erpsync_desktop.model.values import (
    INTEGER_RANGE,
    FieldType,
    decode,
    default_value,
    unwrapped,
    xml_can_carry,
)

MOST_FIELDS = 5_000
"""More configuration fields than that are not a form any more."""


class FieldAccess(StrEnum):
    """Whether a field must or may be filled. The value is the name on the wire."""

    NORMAL = "Normal"
    MANDATORY = "Mandatory"
    READ_ONLY = "ReadOnly"


# Asked for each of thousands of fields at each keystroke; see values.py.
_READ_ONLY, _MANDATORY = FieldAccess.READ_ONLY, FieldAccess.MANDATORY
_CHECKBOX, _LIST = FieldType.CHECKBOX, FieldType.LIST


@dataclass(frozen=True, slots=True)
class FieldMetadata:
    """One field, as a connector describes it (``FieldMetadataInfoWS``).

    Attributes:
        key: the field's name in dictionaries of values.
        kind: its type; ``UNKNOWN`` where the connector sent a name that the contract does not have.
        label: display name, localised text as sent.
        description: tooltip, localised text as sent.
        list_name: the list whose items it offers, for type List.
        default: as sent, encoded.
        max_length: characters; 0 is no limit.
        access: whether it must or may be filled.
        rank: place in the form, lowest first; None where the connector sends none.
        notes: oddities that the administrator should see but that bar nothing.
    """

    key: str
    kind: FieldType = FieldType.TEXT
    label: str = ""
    description: str = ""
    list_name: str = ""
    default: str = field(default="", repr=False)  # of a password field it is a secret
    max_length: int = 0
    access: FieldAccess = FieldAccess.NORMAL
    rank: int | None = None
    notes: tuple[Problem, ...] = ()

    def label_in(self, language: str) -> str:
        """The display name in a language; the key where the connector gives none."""
        return choose(self.label, language).strip() or self.key

    def description_in(self, language: str) -> str:
        """The tooltip in a language."""
        return choose(self.description, language).strip()

    @property
    def takes_input(self) -> bool:
        """Whether anybody can fill it in."""
        return self.kind.has_value and self.access is not _READ_ONLY

    @property
    def is_mandatory(self) -> bool:
        """Whether it must be filled in."""
        return self.access is _MANDATORY

    @property
    def input_name(self) -> str:
        """What problems and object names call its input."""
        return f"field:{self.key}"

    @property
    def start_value(self) -> str:
        """The value on the wire that a new connection starts with."""
        return default_value(self.kind, self.default)

    def check(self, wire: str) -> Problem | None:
        """What is wrong with a value on the wire, or None. An empty mandatory value is not judged here."""
        if not self.takes_input:
            return None
        if not xml_can_carry(wire):
            return self._problem(ProblemCode.FIELD_BAD_CHARACTERS)
        if not self.kind.is_encoded:
            return None if self.kind is _LIST else self._check_length(wire)
        try:
            decode(self.kind, wire)
        except ValueError:
            return self._misread(wire)
        return None

    def is_filled(self, wire: str) -> bool:
        """Whether a value counts as given, right or wrong. A checkbox always does: off is an answer."""
        if self.kind is _CHECKBOX or not self.kind.has_value:
            return True
        if self.kind.is_secret:
            return bool(wire)
        return bool(unwrapped(wire) if self.kind.is_encoded else wire.strip())

    def missing(self) -> Problem:
        """That this mandatory field is empty."""
        return self._problem(ProblemCode.FIELD_MISSING)

    def lost(self) -> Problem:
        """That this field's secret was saved once and is no longer in the keyring."""
        return self._problem(ProblemCode.SECRET_LOST)

    def misread(self, text: str) -> Problem:
        """What to say of a typed text that is no value of this field's type."""
        return self._misread(text)

    def _check_length(self, wire: str) -> Problem | None:
        if self.max_length and len(wire) > self.max_length:
            return self._problem(ProblemCode.FIELD_TOO_LONG, length=len(wire), limit=self.max_length)
        return None

    def _misread(self, text: str) -> Problem:
        if self.kind is FieldType.DATETIME:
            return self._problem(ProblemCode.FIELD_NOT_A_DATE)
        if self.kind is FieldType.DOUBLE:
            return self._problem(ProblemCode.FIELD_NOT_A_NUMBER)
        if re.fullmatch("[+-]?[0-9]+", unwrapped(text)):
            lowest, highest = INTEGER_RANGE
            return self._problem(ProblemCode.FIELD_OUT_OF_RANGE, lowest=lowest, highest=highest)
        return self._problem(ProblemCode.FIELD_NOT_AN_INTEGER)

    def _problem(self, code: ProblemCode, **params: str | int) -> Problem:
        # The label travels as the connector sent it; the sentence chooses the language.
        return Problem(code, {"label": self.label or self.key, **params}, field=self.input_name)


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list: the key that is sent and the localised text that is shown."""

    key: str
    text: str

    def text_in(self, language: str) -> str:
        """The text in a language; the key where there is none."""
        return choose(self.text, language).strip() or self.key


def in_rank_order(fields: Iterable[FieldMetadata]) -> tuple[FieldMetadata, ...]:
    """The fields, lowest rank first; those without a rank last, in the order sent.

    Raises:
        NotAConnector: a field has no key, two share one, or there are more than ``MOST_FIELDS``. Values are
            sent by key, so such a form could not be sent.
    """
    given = _countable(fields)
    seen: set[str] = set()
    for position, item in enumerate(given, start=1):
        if not item.key.strip():
            raise NotAConnector(Problem(ProblemCode.FIELD_KEY_MISSING, {"position": position}))
        if item.key in seen:
            raise NotAConnector(Problem(ProblemCode.FIELD_KEY_REPEATED, {"key": item.key}))
        seen.add(item.key)
    return _ranked(given)


def usable_in_rank_order(fields: Iterable[FieldMetadata]) -> tuple[FieldMetadata, ...]:
    """Those fields that can be told apart, lowest rank first; what was left out is told in notes.

    Of fields that share a key the first counts, and says so. That a field has no key is noted at the first
    of the others.

    Raises:
        NotAConnector: there are more than ``MOST_FIELDS``, or none of them has a key.
    """
    given = _countable(fields)
    found: dict[str, FieldMetadata] = {}
    nameless: Problem | None = None
    repeated: set[str] = set()
    for position, item in enumerate(given, start=1):
        if not item.key.strip():
            nameless = nameless or Problem(ProblemCode.FIELD_KEY_MISSING, {"position": position})
        elif found.setdefault(item.key, item) is not item:
            repeated.add(item.key)
    if nameless is not None and not found:
        raise NotAConnector(nameless)
    for key in repeated:
        params = {"label": found[key].label or key, "key": key}
        note = Problem(ProblemCode.ERP_FIELD_REPEATED, params, field=found[key].input_name)
        found[key] = replace(found[key], notes=(*found[key].notes, note))
    usable = _ranked(found.values())
    if nameless is None:
        return usable
    return (replace(usable[0], notes=(*usable[0].notes, nameless)), *usable[1:])


def _countable(fields: Iterable[FieldMetadata]) -> tuple[FieldMetadata, ...]:
    given = tuple(fields)
    if len(given) > MOST_FIELDS:
        raise NotAConnector(Problem(ProblemCode.TOO_MANY_FIELDS, {"count": len(given), "limit": MOST_FIELDS}))
    return given


def _ranked(fields: Iterable[FieldMetadata]) -> tuple[FieldMetadata, ...]:
    return tuple(sorted(fields, key=lambda item: (item.rank is None, item.rank or 0)))
