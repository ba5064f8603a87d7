"""A field as this ERP describes it, in its configuration and in its tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from erpsync_desktop.sample_erp.values import FieldType, localised

NORMAL, MANDATORY, READ_ONLY = "Normal", "Mandatory", "ReadOnly"


@dataclass(frozen=True, slots=True)
class Field:
    """What ``FieldMetadataInfoWS`` says of one field.

    Attributes:
        key: the name on the wire and, in tables, the column's heading.
        names: English, German and Norwegian name.
        kind: type.
        access: Normal, Mandatory or ReadOnly.
        tips: English, German and Norwegian tooltip; empty for none.
        list_name: the list, for type List.
        default: encoded as on the wire.
        max_length: characters; 0 is no limit.
        rank: place on the form, lowest first.
    """

    key: str
    names: tuple[str, str, str]
    kind: FieldType = FieldType.TEXT
    access: str = NORMAL
    tips: tuple[str, str, str] | None = None
    list_name: str = ""
    default: str = ""
    max_length: int = 0
    rank: int = 0

    @property
    def carrier(self) -> dict[str, Any]:
        """The members of its ``FieldMetadataInfoWS``."""
        return {
            "Access": self.access,
            "DefaultValue": self.default,
            "DisplayDescription": localised(*self.tips) if self.tips else "",
            "DisplayName": localised(*self.names),
            "FieldKey": self.key,
            "FieldType": self.kind.value,
            "ListName": self.list_name,
            "MaxLength": self.max_length,
            "Rank": self.rank,
        }
