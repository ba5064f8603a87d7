"""An ERP field and a SuperOffice field side by side, and whether they fit together, whatever else is mapped.

From SuperOffice's documentation ("Setting up mapping of fields"): types restrict what can be paired, and a
pair that would lose information in one direction cannot be bidirectional; read-only ERP fields cannot
receive; ID fields cannot be synchronised. That SuperOffice fields which SuperOffice itself sets receive
nothing is our decision: the value would be lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from erpsync_desktop.model.catalogue import CrmEntity, CrmField
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata
from erpsync_desktop.model.sync_setup import Direction, FieldMapping
from erpsync_desktop.model.values import FieldType

# What a value can become without losing anything.
_CARRIES: Mapping[FieldType, frozenset[FieldType]] = {
    FieldType.TEXT: frozenset({FieldType.TEXT}),
    FieldType.INTEGER: frozenset({FieldType.INTEGER, FieldType.DOUBLE, FieldType.TEXT}),
    FieldType.DOUBLE: frozenset({FieldType.DOUBLE, FieldType.TEXT}),
    FieldType.CHECKBOX: frozenset({FieldType.CHECKBOX, FieldType.INTEGER, FieldType.DOUBLE, FieldType.TEXT}),
    FieldType.LIST: frozenset({FieldType.LIST, FieldType.TEXT}),
    FieldType.DATETIME: frozenset({FieldType.DATETIME, FieldType.TEXT}),
}

_COMPANY_KEYS = """NAME NUMBER1 NUMBER2 DEPARTMENT PHONE FAX EMAIL URL POSTALAD1 POSTALAD2 POSTALAD3 POSTALZIP
    POSTALCITY POSTALCOUNTY POSTALSTATE STREETAD1 STREETAD2 STREETAD3 STREETZIP STREETCITY STREETCOUNTY
    STREETSTATE COUNTRY VATNO"""
_PERSON_KEYS = """FIRSTNAME MIDDLENAME LASTNAME TITLE NUMBER PHONE_DIRECT PHONE_PRIVATE PHONE_MOBILE
    PHONE_OTHER EMAIL POSITION BIRTHDATE URL POSTALAD1 POSTALAD2 POSTALAD3 POSTALZIP POSTALCITY POSTALSTATE
    POSTALCOUNTY POSTALCOUNTRY"""
AUTOMATIC_KEYS: Mapping[CrmEntity, frozenset[str]] = {
    CrmEntity.COMPANY: frozenset(_COMPANY_KEYS.split()),
    CrmEntity.PERSON: frozenset(_PERSON_KEYS.split()),
    CrmEntity.PROJECT: frozenset({"NAME", "TEXT", "NUMBER", "URL", "ENDDATE"}),
}
"""Keys of ERP fields that are mapped by themselves; our standard catalogue names its fields by them
(SuperOffice developer documentation, "Automatic field mapping")."""


@dataclass(frozen=True, slots=True)
class MappingRow:
    """One ERP field with its mapping, as a row of the Mappings dialog.

    Attributes:
        mapping: what is configured.
        erp: what the connector says of the field; of one that is gone, what it last said; None if nothing.
        erp_gone: the ERP does not have it any more.
        crm: the SuperOffice field; None if none is chosen, or it is gone.
        searchable: an advanced search can restrict it.
    """

    mapping: FieldMapping
    erp: FieldMetadata | None
    erp_gone: bool
    crm: CrmField | None
    searchable: bool

    @property
    def crm_gone(self) -> bool:
        """Whether SuperOffice does not have the chosen field any more."""
        return bool(self.mapping.crm_key) and self.crm is None

    @property
    def gone(self) -> bool:
        """Whether it can only be unmapped."""
        return self.erp_gone or self.crm_gone

    @property
    def pair(self) -> tuple[FieldMetadata, CrmField] | None:
        """Both fields; None as long as one is missing or gone."""
        if self.erp is None or self.erp_gone or self.crm is None:
            return None
        return self.erp, self.crm

    @property
    def label(self) -> str:
        """The ERP field's name, localised as sent; its key where there is none."""
        return (self.erp.label if self.erp else "") or self.mapping.erp_key


def type_problem(erp: FieldMetadata, crm: CrmField, direction: Direction) -> Problem | None:
    """Why these two types cannot be paired in this direction, or None."""
    return _problem(_barred_by_type(erp, crm, direction), erp, crm)


def pair_problem(erp: FieldMetadata, crm: CrmField, direction: Direction) -> Problem | None:
    """Why these two fields, whatever else is mapped, cannot be synchronised in this direction, or None."""
    return _problem(_barred(erp, crm, direction), erp, crm)


def fits(erp: FieldMetadata, crm: CrmField) -> bool:
    """Whether a SuperOffice field is offered for an ERP field: at least one direction is possible."""
    return _barred(erp, crm, Direction.TO_CRM) is None or _barred(erp, crm, Direction.TO_ERP) is None


def misfit(erp: FieldMetadata, crm: CrmField) -> Problem | None:
    """Why a SuperOffice field is not offered for an ERP field, or None if it is."""
    return None if fits(erp, crm) else pair_problem(erp, crm, Direction.TO_CRM)


def may_be_cut(erp: FieldMetadata, crm: CrmField, direction: Direction) -> Problem | None:
    """That texts may be too long for the side that receives them: a note, which bars nothing."""
    if erp.kind is not FieldType.TEXT or crm.kind is not FieldType.TEXT:
        return None
    if direction.to_crm and _is_longer(erp.max_length, crm.max_length):
        return _problem(ProblemCode.MAPPING_MAY_BE_CUT_IN_CRM, erp, crm, limit=crm.max_length)
    if direction.to_erp and _is_longer(crm.max_length, erp.max_length):
        return _problem(ProblemCode.MAPPING_MAY_BE_CUT_IN_ERP, erp, crm, limit=erp.max_length)
    return None


def _is_longer(given: int, limit: int) -> bool:
    """Whether a text may be too long for a limit; 0 is no limit."""
    return limit != 0 and (given == 0 or given > limit)


def _barred(erp: FieldMetadata, crm: CrmField, direction: Direction) -> ProblemCode | None:
    if crm.is_id:
        return ProblemCode.MAPPING_CRM_ID
    if code := _barred_by_type(erp, crm, direction):
        return code
    if direction.to_erp and erp.access is FieldAccess.READ_ONLY:
        return ProblemCode.MAPPING_ERP_READ_ONLY
    if direction.to_crm and crm.read_only:
        return ProblemCode.MAPPING_CRM_READ_ONLY
    return None


def _barred_by_type(erp: FieldMetadata, crm: CrmField, direction: Direction) -> ProblemCode | None:
    if erp.kind not in _CARRIES:
        return ProblemCode.MAPPING_NOT_SYNCABLE
    if erp.kind is crm.kind is FieldType.LIST and not erp.list_name:
        return ProblemCode.MAPPING_NO_ERP_LIST
    to_crm = crm.kind in _CARRIES[erp.kind]
    to_erp = erp.kind in _CARRIES.get(crm.kind, ())
    if not to_crm and not to_erp:
        return ProblemCode.MAPPING_TYPES_DO_NOT_FIT
    if direction.to_crm and not to_crm:
        return ProblemCode.MAPPING_LOSES_TO_CRM
    if direction.to_erp and not to_erp:
        return ProblemCode.MAPPING_LOSES_TO_ERP
    return None


def _problem(
    code: ProblemCode | None, erp: FieldMetadata, crm: CrmField, **more: str | int
) -> Problem | None:
    if code is None:
        return None
    return Problem(code, {"label": erp.label or erp.key, "crm_label": crm.label or crm.key, **more})
