"""How fields and items of the ERP changed, in words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.model.erp_schema import FieldChange
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata, ListItem
from erpsync_desktop.widgets.field_types import type_name
from erpsync_desktop.widgets.language import current_language, uilocale


def described(field: FieldMetadata) -> str:
    """Type and access of a field."""
    parts = [type_name(field.kind)]
    if field.access is not FieldAccess.NORMAL:
        parts.append(_access_text(field.access))
    return ", ".join(parts)


def item_text(item: ListItem, language: str) -> tuple[str, str]:
    """Text and key of an item of a list."""
    return item.text_in(language), item.key


def changed_text(change: FieldChange) -> str:
    """All that changed of a field; something is always said."""
    said = "; ".join(_parts(change))
    return said or QCoreApplication.translate("ErpChanges", "described otherwise")


def _parts(change: FieldChange) -> Iterator[str]:
    before, after = change.before, change.after
    if before.kind is not after.kind:
        text = QCoreApplication.translate("ErpChanges", "type: {before} → {after}")
        yield text.format(before=type_name(before.kind), after=type_name(after.kind))
    if before.access is not after.access:
        text = QCoreApplication.translate("ErpChanges", "now {access}")
        yield text.format(access=_access_text(after.access))
    if before.max_length != after.max_length:
        text = QCoreApplication.translate("ErpChanges", "length: {before} → {after}")
        yield text.format(before=_length(before), after=_length(after))
    if before.list_name != after.list_name:
        text = QCoreApplication.translate("ErpChanges", "list: {before} → {after}")
        yield text.format(before=before.list_name or "–", after=after.list_name or "–")
    if change.was_searchable != change.is_searchable:
        yield (
            QCoreApplication.translate("ErpChanges", "can be searched now")
            if change.is_searchable
            else QCoreApplication.translate("ErpChanges", "cannot be searched any more")
        )
    yield from _texts(before, after)


def _texts(before: FieldMetadata, after: FieldMetadata) -> Iterator[str]:
    language = current_language()
    if before.label != after.label:
        text = QCoreApplication.translate("ErpChanges", "name: {before} → {after}")
        yield text.format(before=before.label_in(language), after=after.label_in(language))
    if before.description != after.description:
        yield QCoreApplication.translate("ErpChanges", "other description")
    if before.default != after.default:
        yield QCoreApplication.translate("ErpChanges", "other default of the ERP")


def _access_text(access: FieldAccess) -> str:
    return {
        FieldAccess.NORMAL: QCoreApplication.translate("ErpChanges", "optional and writable"),
        FieldAccess.MANDATORY: QCoreApplication.translate("ErpChanges", "mandatory"),
        FieldAccess.READ_ONLY: QCoreApplication.translate("ErpChanges", "read-only"),
    }[access]


def _length(field: FieldMetadata) -> str:
    if not field.max_length:
        return QCoreApplication.translate("ErpChanges", "no limit")
    return uilocale().toString(field.max_length)
