"""What types of field are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.model.values import FieldType


def type_name(kind: FieldType) -> str:
    """A type in words: Text, Integer, Decimal number, Checkbox, List, Date and so on."""
    names = {
        FieldType.CHECKBOX: QCoreApplication.translate("FieldTypes", "Checkbox"),
        FieldType.TEXT: QCoreApplication.translate("FieldTypes", "Text"),
        FieldType.PASSWORD: QCoreApplication.translate("FieldTypes", "Password"),
        FieldType.INTEGER: QCoreApplication.translate("FieldTypes", "Integer"),
        FieldType.DOUBLE: QCoreApplication.translate("FieldTypes", "Decimal number"),
        FieldType.LIST: QCoreApplication.translate("FieldTypes", "List"),
        FieldType.DATETIME: QCoreApplication.translate("FieldTypes", "Date"),
        FieldType.LABEL: QCoreApplication.translate("FieldTypes", "Label"),
        FieldType.UNKNOWN: QCoreApplication.translate("FieldTypes", "Unknown type"),
    }
    return names[kind]
