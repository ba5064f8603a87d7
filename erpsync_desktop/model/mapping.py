"""The rules of mapping fields, each with its reason.

From SuperOffice's documentation ("Configure ERP connection", "Setting up mapping of fields"): a field needs a
SuperOffice field before it has a direction; types restrict what can be paired, and a pair that would lose
information in one direction cannot be bidirectional; read-only ERP fields cannot receive; ID fields cannot
be synchronised; a field that is synchronised by another connection may not be one-way to SuperOffice here.
That SuperOffice fields which SuperOffice itself sets receive nothing, and that one SuperOffice field receives
from one ERP field of an actor only, are our decisions: either would be lost at the next synchronisation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from erpsync_desktop.model.catalogue import CrmEntity, CrmField, entity_of
from erpsync_desktop.model.erp_schema import ActorSchema
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata
from erpsync_desktop.model.sync_setup import CHOICES, ActorMapping, Direction, FieldMapping, SyncContext
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


def type_problem(erp: FieldMetadata, crm: CrmField, direction: Direction) -> Problem | None:
    """Why these two types cannot be paired in this direction, or None."""
    params = {"label": erp.label or erp.key, "crm_label": crm.label or crm.key}
    if erp.kind not in _CARRIES:
        return Problem(ProblemCode.MAPPING_NOT_SYNCABLE, params)
    to_crm = crm.kind in _CARRIES[erp.kind]
    to_erp = erp.kind in _CARRIES.get(crm.kind, ())
    if not to_crm and not to_erp:
        return Problem(ProblemCode.MAPPING_TYPES_DO_NOT_FIT, params)
    if direction.to_crm and not to_crm:
        return Problem(ProblemCode.MAPPING_LOSES_TO_CRM, params)
    if direction.to_erp and not to_erp:
        return Problem(ProblemCode.MAPPING_LOSES_TO_ERP, params)
    return None


def pair_problem(erp: FieldMetadata, crm: CrmField, direction: Direction) -> Problem | None:
    """Why these two fields, whatever else is mapped, cannot be synchronised in this direction, or None."""
    params = {"label": erp.label or erp.key, "crm_label": crm.label or crm.key}
    if crm.is_id:
        return Problem(ProblemCode.MAPPING_CRM_ID, params)
    if problem := type_problem(erp, crm, direction):
        return problem
    if direction.to_erp and erp.access is FieldAccess.READ_ONLY:
        return Problem(ProblemCode.MAPPING_ERP_READ_ONLY, params)
    if direction.to_crm and crm.read_only:
        return Problem(ProblemCode.MAPPING_CRM_READ_ONLY, params)
    return None


def fits(erp: FieldMetadata, crm: CrmField) -> bool:
    """Whether a SuperOffice field is offered for an ERP field: at least one direction is possible."""
    return any(pair_problem(erp, crm, one) is None for one in (Direction.TO_CRM, Direction.TO_ERP))


def may_be_cut(erp: FieldMetadata, crm: CrmField, direction: Direction) -> Problem | None:
    """That texts may be too long for the side that receives them: a note, which bars nothing."""
    if erp.kind is not FieldType.TEXT or crm.kind is not FieldType.TEXT:
        return None
    params: dict[str, str | int] = {"label": erp.label or erp.key, "crm_label": crm.label or crm.key}
    if direction.to_crm and crm.max_length and (erp.max_length == 0 or erp.max_length > crm.max_length):
        return Problem(ProblemCode.MAPPING_MAY_BE_CUT_IN_CRM, params | {"limit": crm.max_length})
    if direction.to_erp and erp.max_length and (crm.max_length == 0 or crm.max_length > erp.max_length):
        return Problem(ProblemCode.MAPPING_MAY_BE_CUT_IN_ERP, params | {"limit": erp.max_length})
    return None


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
    def label(self) -> str:
        """The ERP field's name, localised as sent; its key where there is none."""
        return (self.erp.label if self.erp else "") or self.mapping.erp_key


@dataclass(frozen=True)
class ActorRules:
    """The rules for one actor type in one state of its mapping.

    Attributes:
        context: all that is known of the connection.
        schema: what the ERP has.
        mapping: as it stands now.
    """

    context: SyncContext
    schema: ActorSchema
    mapping: ActorMapping

    @cached_property
    def entity(self) -> CrmEntity | None:
        """What the actor type is paired with."""
        return entity_of(self.schema.actor_type)

    @cached_property
    def _receives(self) -> Mapping[str, str]:
        """The ERP field that each SuperOffice field receives from; the first of several."""
        found: dict[str, str] = {}
        for one in self.mapping.fields:
            if one.crm_key and one.direction.to_crm:
                found.setdefault(one.crm_key, one.erp_key)
        return found

    def row(self, mapping: FieldMapping) -> MappingRow:
        """A field's mapping joined with both fields."""
        key = mapping.erp_key
        erp = self.schema.by_key.get(key)
        gone = erp is None or key in self.schema.gone or not self.schema.supported
        crm = None
        if self.entity is not None and mapping.crm_key:
            crm = self.context.crm.field(self.entity, mapping.crm_key)
        return MappingRow(mapping, erp, gone, crm, key in self.schema.searchable)

    def rows(self) -> tuple[MappingRow, ...]:
        """All fields, in rank order."""
        return tuple(self.row(one) for one in self.mapping.fields)

    def offered(self, row: MappingRow) -> tuple[CrmField, ...]:
        """The SuperOffice fields that can be chosen for an ERP field; none for one that is gone."""
        if self.entity is None or row.erp is None or row.erp_gone:
            return ()
        return tuple(one for one in self.context.crm.of(self.entity) if fits(row.erp, one))

    def direction_problem(self, row: MappingRow, direction: Direction) -> Problem | None:
        """Why a direction cannot be chosen, or None; no direction can be chosen always."""
        if direction is Direction.NONE:
            return None
        if problem := _presence_problem(row):
            return problem
        if row.erp is None or row.crm is None or self.entity is None:
            raise ValueError("a row that misses a field has a problem of its own")
        if problem := pair_problem(row.erp, row.crm, direction):
            return problem
        params = {"label": row.label, "crm_label": row.crm.label or row.crm.key}
        elsewhere = self.context.elsewhere.get((self.entity, row.crm.key))
        if elsewhere and direction is Direction.TO_CRM:
            return Problem(ProblemCode.MAPPING_MAPPED_ELSEWHERE, params | {"name": elsewhere})
        giver = self._receives.get(row.crm.key)
        if direction.to_crm and giver not in {None, row.mapping.erp_key}:
            other = self.schema.by_key.get(giver or "")
            params |= {"other_label": (other.label if other else "") or giver or ""}
            return Problem(ProblemCode.MAPPING_CRM_RECEIVES_ALREADY, params)
        return None

    def search_problem(self, row: MappingRow) -> Problem | None:
        """Why a field cannot be shown in the search, or None."""
        if row.erp_gone:
            return Problem(ProblemCode.MAPPING_ERP_GONE, {"label": row.label})
        if not row.searchable:
            return Problem(ProblemCode.MAPPING_NOT_SEARCHABLE, {"label": row.label})
        return None

    def tab_problem(self, row: MappingRow) -> Problem | None:
        """Why a field cannot be shown in the ERP tab, or None."""
        if row.erp_gone:
            return Problem(ProblemCode.MAPPING_ERP_GONE, {"label": row.label})
        if row.erp is None or not row.erp.kind.has_value or row.erp.kind.is_secret:
            return Problem(ProblemCode.MAPPING_NOT_SYNCABLE, {"label": row.label})
        return None

    def row_problem(self, row: MappingRow) -> Problem | None:
        """What is wrong with a row as it stands, or None: a field is gone, or its direction is barred now."""
        if not row.mapping.crm_key:
            return None
        return _presence_problem(row) or self.direction_problem(row, row.mapping.direction)

    # Changing it

    def mapped_to(self, row: MappingRow, crm_key: str) -> FieldMapping:
        """The mapping with another SuperOffice field, or none; the direction stays where it still can."""
        if not crm_key:
            return replace(row.mapping, crm_key="", direction=Direction.NONE)
        changed = replace(row.mapping, crm_key=crm_key)
        keeps = self.direction_problem(self.row(changed), changed.direction) is None
        return changed if keeps else replace(changed, direction=Direction.NONE)

    def automatic(self) -> ActorMapping:
        """The mapping with each known key paired, without a direction; what is mapped stays as it is."""
        if self.entity is None or not self.schema.supported:
            return self.mapping
        known = AUTOMATIC_KEYS[self.entity]
        used = {one.crm_key for one in self.mapping.fields if one.crm_key}
        changed: list[FieldMapping] = []
        for one in self.mapping.fields:
            key = one.erp_key.strip().upper()
            row = self.row(one)
            can = not one.crm_key and key in known and key not in used
            if can and any(crm.key == key for crm in self.offered(row)):
                used.add(key)
                changed.append(replace(one, crm_key=key))
            else:
                changed.append(one)
        return replace(self.mapping, fields=tuple(changed))

    # What activation asks

    def reasons(self) -> Iterator[Problem]:
        """Why this actor type, switched on, cannot be synchronised; each names the field it is about."""
        actor = self.schema.actor_type
        if not self.mapping.active:
            return
        if self.entity is None:
            yield Problem(ProblemCode.ACTOR_TYPE_UNKNOWN, {"actor": actor}, field="mapping")
            return
        if not self.schema.supported:
            yield Problem(ProblemCode.ACTOR_TYPE_GONE, {"actor": actor}, field="mapping")
            return
        if self.schema.problem is not None:
            params = {"actor": actor}
            yield Problem(
                ProblemCode.ACTOR_NOT_READ, params, field="mapping", detail=self.schema.problem.code.value
            )
        for row in self.rows():
            yield from self._row_reasons(row)

    def _row_reasons(self, row: MappingRow) -> Iterator[Problem]:
        place = {"actor": self.schema.actor_type, "key": row.mapping.erp_key}
        problem = self.row_problem(row)
        if problem is not None and (row.mapping.direction is not Direction.NONE):
            yield replace(problem, params={**problem.params, **place}, field="mapping")
        if row.erp is None or row.erp_gone or not row.erp.is_mandatory or not row.erp.kind.has_value:
            return
        params = {**place, "label": row.label}
        if row.mapping.direction is Direction.NONE:
            yield Problem(ProblemCode.MANDATORY_WITHOUT_DIRECTION, params, field="mapping")
        elif not row.mapping.direction.to_erp and row.mapping.default is None:
            yield Problem(ProblemCode.MANDATORY_NOT_COVERED, params, field="default")


def rules_of(context: SyncContext, mapping: ActorMapping) -> ActorRules:
    """The rules for one actor type; of one that the ERP never named, there are no fields to go by."""
    schema = context.erp.actor(mapping.actor_type)
    return ActorRules(context, schema or ActorSchema(mapping.actor_type, supported=False), mapping)


def activation_reasons(context: SyncContext) -> tuple[Problem, ...]:
    """Why the mappings of a connection bar its activation; empty if they do not."""
    found: list[Problem] = []
    for mapping in context.setup.actors:
        found += rules_of(context, mapping).reasons()
    return tuple(found)


def synchronised(actors: Iterable[ActorMapping]) -> Iterator[tuple[CrmEntity, str]]:
    """Entity and key of each SuperOffice field that is mapped with a direction."""
    for actor in actors:
        entity = entity_of(actor.actor_type)
        if entity is None:
            continue
        for one in actor.fields:
            if one.crm_key and one.direction is not Direction.NONE:
                yield entity, one.crm_key


def _presence_problem(row: MappingRow) -> Problem | None:
    if row.erp_gone:
        return Problem(ProblemCode.MAPPING_ERP_GONE, {"label": row.label})
    if not row.mapping.crm_key:
        return Problem(ProblemCode.MAPPING_NO_CRM_FIELD, {"label": row.label})
    if row.crm is None:
        params = {"label": row.label, "crm_key": row.mapping.crm_key}
        return Problem(ProblemCode.MAPPING_CRM_GONE, params)
    return None


def available(rules: ActorRules, row: MappingRow) -> tuple[Direction, ...]:
    """The directions that can be chosen now."""
    return tuple(one for one in CHOICES if rules.direction_problem(row, one) is None)
