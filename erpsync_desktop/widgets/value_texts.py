"""Values on the wire as text in the user's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.values import FieldType, decode
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.local_values import written

_LONGEST_SHOWN = 200


def value_text(item: FieldMetadata, wire: str) -> str:
    """A value on the wire in the user's words; of a list, its key."""
    if item.kind is FieldType.CHECKBOX:
        try:
            return yes_or_no(bool(decode(item.kind, wire)))
        except ValueError:
            return wire
    text = written(item.kind, wire, uilocale())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def yes_or_no(value: bool) -> str:
    """Yes or no, in the language of the moment."""
    return (
        QCoreApplication.translate("ConnectionDifferences", "yes")
        if value
        else QCoreApplication.translate("ConnectionDifferences", "no")
    )
