"""What the tests of the mappings are about: an ERP with every kind of field, at a connection."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from erpsync_desktop.model.catalogue import Catalogue, CrmEntity, CrmField
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import ActorSchema, ErpSchema
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata
from erpsync_desktop.model.sync_setup import (
    ActorMapping,
    Direction,
    FieldMapping,
    SyncContext,
    SyncSetup,
    completed,
)
from erpsync_desktop.model.values import FieldType

CONNECTION = ErpConnection("e1", "c1", "Finance")
READ_AT = datetime(2100, 1, 1, tzinfo=UTC)
"""So fresh that no dialog asks the ERP by itself."""

COMPANY = CrmEntity.COMPANY
CRM = Catalogue(
    (
        CrmField(COMPANY, "CONTACT_ID", "Company ID", FieldType.INTEGER, is_id=True, read_only=True),
        CrmField(COMPANY, "NAME", 'US:"Name";GE:"Firmenname"', max_length=219),
        CrmField(COMPANY, "DEPARTMENT", "Department", max_length=219),
        CrmField(COMPANY, "NUMBER1", "Code", max_length=49),
        CrmField(COMPANY, "PHONE", "Phone", max_length=219),
        CrmField(COMPANY, "UPDATED", "Updated", FieldType.DATETIME, read_only=True),
        CrmField(COMPANY, "STOP", "Stop", FieldType.CHECKBOX),
        CrmField(COMPANY, "CATEGORY", "Category", FieldType.LIST, list_name="category"),
        CrmField(CrmEntity.PERSON, "FIRSTNAME", "First name", max_length=99),
        CrmField(CrmEntity.PERSON, "LASTNAME", "Last name", max_length=99),
    )
)
CUSTOMER_FIELDS = (
    FieldMetadata(
        "NAME",
        label='US:"Name";GE:"Name"',
        max_length=300,
        access=FieldAccess.MANDATORY,
        description="As billed",
    ),
    FieldMetadata("NUMBER1", label="Customer number", access=FieldAccess.READ_ONLY, max_length=20),
    FieldMetadata("PHONE", label="Telephone", max_length=30),
    FieldMetadata("BLOCKED", FieldType.CHECKBOX, "Blocked"),
    FieldMetadata("GROUP", FieldType.LIST, "Customer group", list_name="groups"),
    FieldMetadata("CREATED", FieldType.DATETIME, "Created"),
    FieldMetadata("HEAD", FieldType.LABEL, "Address"),
)
CUSTOMER = ActorSchema("Customer", CUSTOMER_FIELDS, frozenset({"NAME", "NUMBER1", "PHONE"}))
PERSON = ActorSchema(
    "Person",
    (
        FieldMetadata("FIRSTNAME", label="First name", max_length=50),
        FieldMetadata("LASTNAME", label="Last name", max_length=50),
    ),
    frozenset({"FIRSTNAME"}),
)
UNREAD = ActorSchema(
    "Supplier", problem=Problem(ProblemCode.ANSWER_TIMEOUT, {"host": "erp.example", "seconds": 30})
)
EMPLOYEE = ActorSchema("Employee", (FieldMetadata("NAME", label="Name"),))
LOST = ActorSchema("Project", (FieldMetadata("NAME", label="Name"),), supported=False)


def context(*actors: ActorSchema, setup: SyncSetup | None = None, active: bool = False) -> SyncContext:
    """A context with these actor types; customers alone where none is named."""
    erp = ErpSchema(actors or (CUSTOMER,), READ_AT)
    return SyncContext(
        connection=replace(CONNECTION, active=active),
        erp=erp,
        crm=CRM,
        setup=completed(setup or SyncSetup(), erp),
        elsewhere={(COMPANY, "DEPARTMENT"): "Warehouse"},
        siblings=(("e2", "Warehouse & more"),),
    )


def mapped(*fields: FieldMapping, actor_type: str = "Customer", active: bool = False) -> SyncSetup:
    """A setup of one actor type."""
    return SyncSetup((ActorMapping(actor_type, active, fields),))


NAME_TO_CRM = FieldMapping("NAME", "NAME", Direction.TO_CRM)


def many(erp_fields: int, crm_fields: int) -> SyncContext:
    """A context with very many fields on both sides."""
    kinds = (FieldType.TEXT, FieldType.INTEGER, FieldType.DATETIME, FieldType.CHECKBOX)
    fields = tuple(
        FieldMetadata(f"F{n:04}", kinds[n % 4], f'US:"Field {n}";GE:"Feld {n}"', "What it is for")
        for n in range(erp_fields)
    )
    crm = tuple(
        CrmField(COMPANY, f"x_udef{n:03}", f'US:"User-defined {n}";GE:"Benutzerdefiniert {n}"', kinds[n % 2])
        for n in range(crm_fields)
    )
    searchable = frozenset(one.key for one in fields[::3])
    actors = [ActorSchema(kind, fields, searchable) for kind in ("Customer", "Supplier", "Partner")]
    return replace(context(*actors), crm=Catalogue(crm))
