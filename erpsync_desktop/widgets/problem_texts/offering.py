"""What is said of the fields and lists that SuperOffice offers, typed or read from a file."""

from __future__ import annotations

from collections.abc import Mapping

from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.widgets.problem_texts.words import QT_TRANSLATE_NOOP, Words

TEXTS: Mapping[ProblemCode, Words] = {
    ProblemCode.CRM_KEY_MISSING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The key is missing."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Type the key that SuperOffice has for it."),
    ),
    ProblemCode.CRM_KEY_BAD: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{key}” cannot be a key."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "A key has up to 100 characters: letters from A to Z, digits, hyphens, underscores, dots and "
            "colons.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Type the key without spaces and other characters."),
    ),
    ProblemCode.CRM_KEY_TAKEN: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The key “{key}” is already in use."),
        cause=QT_TRANSLATE_NOOP("Sentences", "Upper and lower case do not tell keys apart."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Type another key."),
    ),
    ProblemCode.CRM_LABEL_MISSING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The name is missing."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Type the name that SuperOffice shows."),
    ),
    ProblemCode.CRM_LABEL_TOO_LONG: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The name has {length} characters; {limit} are possible."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Shorten the name."),
    ),
    ProblemCode.CRM_LABEL_CONTROL_CHARACTERS: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The name has a line break or another invisible control character."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Type the name anew."),
    ),
    ProblemCode.CRM_LIST_MISSING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "A list field needs a list."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose the list whose items it offers."),
    ),
    ProblemCode.CRM_LIST_UNKNOWN: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "There is no list “{list}”."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Add the list first, or choose one that is there."),
    ),
    ProblemCode.CRM_FIELD_IS_STANDARD: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{key}” is a standard field of SuperOffice."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Only user-defined fields can be changed and removed."),
    ),
    ProblemCode.CRM_LIST_IS_STANDARD: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{list}” is a standard list of SuperOffice."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Its items can be changed, but the list cannot be removed."),
    ),
    ProblemCode.CRM_LIST_IN_USE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The list “{list}” cannot be removed."),
        cause=QT_TRANSLATE_NOOP("Sentences", "These fields use it: {fields}."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Remove the fields, or give them another list first."),
    ),
    ProblemCode.CRM_FIELD_SYNCHRONISED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The field “{crm_label}” is being synchronised."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "As long as these ERP connections are active, it cannot be removed or get another key, type or "
            "list: {connections}.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Deactivate the ERP connections first."),
    ),
    ProblemCode.CRM_ITEMS_SYNCHRONISED: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "Items of the list “{list}” are being synchronised and cannot be removed."
        ),
        cause=QT_TRANSLATE_NOOP("Sentences", "These ERP connections are active and use them: {connections}."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Deactivate the ERP connections first."),
    ),
    ProblemCode.CRM_ITEM_KEY_MISSING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "Item {position} has no key."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences", "Type the key that SuperOffice has for it, or remove the item."
        ),
    ),
    ProblemCode.CRM_ITEM_KEY_BAD: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{key}” of item {position} cannot be a key."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The key of an item has up to {limit} characters, no space around it, and no line break or other "
            "invisible control character.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Correct the key."),
    ),
    ProblemCode.CRM_ITEM_TEXT_MISSING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "Item {position} with the key “{key}” has no text."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Type its text in English, in German, or in both."),
    ),
    ProblemCode.CRM_ITEM_TEXT_BAD: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The text of item {position} with the key “{key}” cannot be taken."
        ),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "A text has up to {limit} characters, and no line break or other invisible control character.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Correct the text."),
    ),
    ProblemCode.CRM_ITEM_REPEATED: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The key “{key}” of item {position} is already that of another item."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Give each item of the list a key of its own."),
    ),
    ProblemCode.CRM_TOO_MANY_ITEMS: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The list has {count} items; {limit} are possible."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Leave out what is never synchronised."),
    ),
    ProblemCode.CRM_LENGTH_BAD: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The length is not a whole number from 0 to 1,000,000."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Type the number of characters, or 0 for no limit."),
    ),
    ProblemCode.CATALOGUE_UNREADABLE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The file {path} cannot be read."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Check whether it is there and whether you may read it."),
    ),
    ProblemCode.CATALOGUE_EMPTY: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The file has no fields and no lists."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose another file."),
    ),
    ProblemCode.CATALOGUE_NOT_JSON: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The file is not valid JSON: line {line}, column {column}."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Correct the file there. Nothing was taken from it."),
    ),
    ProblemCode.CATALOGUE_SHAPE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The file is not built as expected here."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences", "Compare it with a file that was saved here. Nothing was taken from it."
        ),
    ),
    ProblemCode.CATALOGUE_HEADER: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The first line of the file does not name the expected columns."
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences", "Fields have the columns {fields_columns}; list items have {items_columns}."
        ),
    ),
    ProblemCode.CATALOGUE_TOO_MANY: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "There are {count} entries; {limit} are possible."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Leave out what is never synchronised."),
    ),
    ProblemCode.CATALOGUE_ENTITY_UNKNOWN: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{entity}” is neither company, person nor project."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Correct it in the file. Nothing was taken from it."),
    ),
    ProblemCode.CATALOGUE_TYPE_UNKNOWN: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{type}” is not a type of field."),
        cause=QT_TRANSLATE_NOOP("Sentences", "Types are Text, Integer, Double, Checkbox, List and Datetime."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Correct it in the file. Nothing was taken from it."),
    ),
}
