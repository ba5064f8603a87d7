"""ERP actors: the records that are synchronised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ActorType(StrEnum):
    """Kinds of ERP record. The value is the name on the wire; Employee and Sale are reserved."""

    CUSTOMER = "Customer"
    SUPPLIER = "Supplier"
    PARTNER = "Partner"
    PERSON = "Person"
    PROJECT = "Project"
    EMPLOYEE = "Employee"
    SALE = "Sale"


def known_actor(actor_type: str) -> ActorType | None:
    """The actor type of that name, whatever its case; None for one that the contract does not have."""
    wanted = actor_type.strip().lower()
    return next((kind for kind in ActorType if kind.value.lower() == wanted), None)


class Operator(StrEnum):
    """Comparisons of an advanced search. The value is the name on the wire."""

    EQUALS = "="
    NOT_EQUALS = "!="
    GREATER = ">"
    LESS = "<"
    AT_LEAST = ">="
    AT_MOST = "<="
    IS_NOT = "isnot"
    BEGINS = "begins"
    CONTAINS = "contains"
    ENDS = "ends"
    NOT_BEGINS = "notbegins"
    NOT_CONTAINS = "notcontains"
    NOT_ENDS = "notends"
    BETWEEN = "between"
    ONE_OF = "oneof"
    NOT_ONE_OF = "notoneof"
    BEFORE = "before"
    AFTER = "after"
    BEFORE_OR_EQUAL = "beforeOrEqual"
    AFTER_OR_EQUAL = "afterOrEqual"


@dataclass(frozen=True, slots=True)
class ErpActor:
    """One ERP record (``ErpActorWS``).

    Attributes:
        actor_type: the name on the wire; a plain string, since connectors may send others than ``ActorType``.
        key: the ERP's own id, opaque.
        values: field values on the wire by field key.
        last_modified: opaque, but comparable.
        parent_type: of the record it belongs to; empty for none.
        parent_key: of the record it belongs to; empty for none.
    """

    actor_type: str
    key: str = ""
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    last_modified: str = ""
    parent_type: str = ""
    parent_key: str = ""


@dataclass(frozen=True, slots=True)
class SearchRestriction:
    """One condition of an advanced search (``SearchRestrictionInfoWS``); values on the wire."""

    field_key: str
    operator: Operator
    values: tuple[str, ...]
