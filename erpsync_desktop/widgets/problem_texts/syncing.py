"""What is said of mappings, lists, defaults, and what bars the activation of a connection."""

from __future__ import annotations

from collections.abc import Mapping

from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.widgets.problem_texts.words import QT_TRANSLATE_NOOP, Words

TEXTS: Mapping[ProblemCode, Words] = {
    ProblemCode.MAPPING_NO_CRM_FIELD: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "No SuperOffice field is chosen for “{label}”."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose a SuperOffice field first."),
    ),
    ProblemCode.MAPPING_ERP_GONE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The ERP does not have the field “{label}” any more."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Unmap it by choosing (No Selection)."),
    ),
    ProblemCode.MAPPING_CRM_GONE: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "SuperOffice does not have the field “{crm_key}” any more, which “{label}” is mapped to.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose (No Selection), and then another SuperOffice field."),
    ),
    ProblemCode.MAPPING_NOT_SYNCABLE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{label}” cannot be synchronised."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "It is a label without a value, a password, or of a type that this program does not know.",
        ),
    ),
    ProblemCode.MAPPING_CRM_ID: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{crm_label}” is an ID and cannot be synchronised."),
        cause=QT_TRANSLATE_NOOP("Sentences", "SuperOffice numbers its records itself."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose another SuperOffice field."),
    ),
    ProblemCode.MAPPING_NO_ERP_LIST: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "“{label}” cannot be synchronised with “{crm_label}”, as it names no list of the ERP.",
        ),
    ),
    ProblemCode.MAPPING_TYPES_DO_NOT_FIT: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The types of “{label}” and “{crm_label}” do not fit together."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose a SuperOffice field of a type that fits."),
    ),
    ProblemCode.MAPPING_LOSES_TO_CRM: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "“{crm_label}” in SuperOffice cannot hold every value of “{label}”."
        ),
        cause=QT_TRANSLATE_NOOP("Sentences", "Because of their types, information would be lost."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences", "Choose the direction to the ERP, or another SuperOffice field."
        ),
    ),
    ProblemCode.MAPPING_LOSES_TO_ERP: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "“{label}” in the ERP cannot hold every value of “{crm_label}”."
        ),
        cause=QT_TRANSLATE_NOOP("Sentences", "Because of their types, information would be lost."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences", "Choose the direction to SuperOffice, or another SuperOffice field."
        ),
    ),
    ProblemCode.MAPPING_ERP_READ_ONLY: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{label}” is read-only in the ERP and cannot receive."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose the direction to SuperOffice."),
    ),
    ProblemCode.MAPPING_CRM_READ_ONLY: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "“{crm_label}” is set by SuperOffice itself and cannot receive."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose the direction to the ERP."),
    ),
    ProblemCode.MAPPING_MAPPED_ELSEWHERE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{crm_label}” cannot be one-way to SuperOffice here."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences", "The ERP connection “{name}” already synchronises this SuperOffice field."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose another direction, or unmap the field in “{name}”."),
    ),
    ProblemCode.MAPPING_CRM_RECEIVES_ALREADY: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{crm_label}” already receives from “{other_label}”."),
        cause=QT_TRANSLATE_NOOP("Sentences", "Two ERP fields would overwrite each other there."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences", "Choose the direction to the ERP, or another SuperOffice field."
        ),
    ),
    ProblemCode.MAPPING_NOT_SEARCHABLE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The ERP cannot search for “{label}”."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences", "The Sync Connector does not name it among the searchable fields."
        ),
    ),
    ProblemCode.MAPPING_SEARCH_NOT_READ: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "Whether the ERP can search for “{label}” could not be read from the ERP."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Refresh from the ERP."),
    ),
    ProblemCode.MAPPING_NOT_SHOWN: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{label}” cannot be shown."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "It is a label without a value, a password, or of a type that this program does not know.",
        ),
    ),
    ProblemCode.MAPPING_MAY_BE_CUT_IN_CRM: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "Longer texts are cut: “{crm_label}” in SuperOffice takes {limit} characters."
        ),
    ),
    ProblemCode.MAPPING_MAY_BE_CUT_IN_ERP: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "Longer texts are cut or refused: “{label}” in the ERP takes {limit} characters."
        ),
    ),
    ProblemCode.MANDATORY_WITHOUT_DIRECTION: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "{actor}: the mandatory field “{label}” has no direction."),
        cause=QT_TRANSLATE_NOOP("Sentences", "The ERP does not take a record without it."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Map it and choose a direction."),
    ),
    ProblemCode.MANDATORY_NOT_COVERED: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "{actor}: new records would reach the ERP without the mandatory field “{label}”."
        ),
        cause=QT_TRANSLATE_NOOP("Sentences", "It is synchronised to SuperOffice only, and has no default."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Add a default for it, or choose a direction towards the ERP."),
    ),
    ProblemCode.MANDATORY_NOT_SYNCABLE: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "{actor}: the mandatory field “{label}” cannot be synchronised."
        ),
        cause=QT_TRANSLATE_NOOP(
            "Sentences", "It is a password, or of a type that this program does not know."
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences", "Switch the synchronisation of {actor} off, or ask the connector’s provider."
        ),
    ),
    ProblemCode.ACTOR_TYPE_UNKNOWN: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{actor}” cannot be synchronised with SuperOffice."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences", "SuperOffice synchronises customers, suppliers, partners, persons and projects only."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Switch its synchronisation off."),
    ),
    ProblemCode.ACTOR_TYPE_GONE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The Sync Connector does not support “{actor}” any more."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences", "Switch its synchronisation off, or ask the connector’s provider."
        ),
    ),
    ProblemCode.ACTOR_NOT_READ: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The fields of “{actor}” could not be read from the ERP."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Open the mappings and refresh from the ERP."),
    ),
    ProblemCode.ERP_CHANGED: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The fields or lists of the ERP have changed since they were read."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Open the mappings, refresh from the ERP and see what is new."),
    ),
    ProblemCode.ERP_READ_BEFORE: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The configuration of “{name}” has changed since its ERP was read."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Read the ERP again."),
    ),
    ProblemCode.ERP_FIELD_REPEATED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The ERP names the field key “{key}” more than once."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences", "The first field with this key counts; the others are left out."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Ask the provider of the Sync Connector to correct this."),
    ),
    ProblemCode.ERP_REPEATS_SECRET: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "Fields or items are left out, as their keys contain a password of this connection: {count}.",
        ),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The Sync Connector repeats what it was given, or the password is part of a common word.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Give the connection another password. If that does not help, ask the provider of the Sync "
            "Connector.",
        ),
    ),
    ProblemCode.LIST_CRM_GONE: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "SuperOffice does not have the list “{crm_list}” of “{label}” any more."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Map “{label}” to another SuperOffice field."),
    ),
    ProblemCode.LIST_NOT_READ: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The list “{erp_list}” of “{label}” could not be read from the ERP."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Open the list mapping and try again."),
    ),
    ProblemCode.LIST_ITEMS_UNMAPPED: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "“{label}”: items of the list “{erp_list}” without a SuperOffice item: {count}."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose a SuperOffice item for each item of the ERP."),
    ),
    ProblemCode.LIST_ITEMS_TWICE: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "“{label}”: items of the list “{erp_list}” that share their SuperOffice item: {count}.",
        ),
        cause=QT_TRANSLATE_NOOP("Sentences", "Each SuperOffice item can stand for one item of the ERP only."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose another item for all but one of them."),
    ),
    ProblemCode.LIST_ITEMS_GONE: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "“{label}”: items of the list “{erp_list}” whose SuperOffice item is gone: {count}."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose another SuperOffice item for each of them."),
    ),
    ProblemCode.DEFAULT_FIELD_MISSING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "No ERP field is chosen."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose the ERP field that the default is for."),
    ),
    ProblemCode.DEFAULT_NEEDS_VALUE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The default value for “{label}” is empty."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Enter a value, or do not set a default value."),
    ),
    ProblemCode.DEFAULT_MANDATORY_ALONE: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "“Mandatory” needs a default value or a question to the user."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Set a default value, or ask the user for a value."),
    ),
    ProblemCode.DEFAULT_IS_NONE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "Nothing is chosen that the default does."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Set a default value, or ask the user for a value."),
    ),
    ProblemCode.DEFAULT_ERP_GONE: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The ERP does not have the field “{label}” any more, so it takes no default."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Remove the default."),
    ),
    ProblemCode.DEFAULT_ITEM_GONE: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "The default of “{label}” is an item that the list “{erp_list}” does not have any more.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose another item, or remove the default."),
    ),
    ProblemCode.DEFAULT_ON_READ_ONLY: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{label}” is read-only in the ERP and takes no default."),
    ),
    ProblemCode.DEFAULT_NOT_POSSIBLE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{label}” takes no default."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "It is a label without a value, a password, or of a type that this program does not know.",
        ),
    ),
    ProblemCode.SETUP_LOCKED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{name}” is active, so this cannot be changed."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Deactivate the ERP connection first."),
    ),
    ProblemCode.PRIORITY_CHANGED: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "Somebody else changed the order of the ERP connections meanwhile."
        ),
    ),
}
