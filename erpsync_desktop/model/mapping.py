"""The rules of mapping fields, each with its reason.

From SuperOffice's documentation ("Configure ERP connection", "Setting up mapping of fields"): a field needs a
SuperOffice field before it has a direction; a field that is synchronised by another connection may not be
one-way to SuperOffice here; what the types and the fields themselves allow is in ``pairing``. That one
SuperOffice field receives from one ERP field of an actor only is our decision: each synchronisation would
overwrite what the other brought.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from erpsync_desktop.model.catalogue import CrmEntity, CrmField, entity_of
from erpsync_desktop.model.defaults import kept_default_problem
from erpsync_desktop.model.erp_schema import ActorSchema
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldAccess
from erpsync_desktop.model.pairing import (
    AUTOMATIC_KEYS,
    MappingRow,
    fits,
    may_be_cut,
    misfit,
    pair_problem,
    type_problem,
)
from erpsync_desktop.model.sync_setup import CHOICES, ActorMapping, Direction, FieldMapping, SyncContext
from erpsync_desktop.model.values import FieldType

__all__ = [
    "AUTOMATIC_KEYS",
    "ActorRules",
    "MappingRow",
    "activation_reasons",
    "available",
    "fits",
    "may_be_cut",
    "pair_problem",
    "rules_of",
    "synchronised",
    "type_problem",
]


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
    def places(self) -> Mapping[str, int]:
        """The place of each ERP field in ``mapping.fields``, from 0, by its key."""
        return {one.erp_key: place for place, one in enumerate(self.mapping.fields)}

    @cached_property
    def _givers(self) -> Mapping[str, str]:
        """The ERP field that each SuperOffice field receives from; the first of several."""
        found: dict[str, str] = {}
        for one in self.mapping.fields:
            if one.crm_key and one.direction.to_crm:
                found.setdefault(one.crm_key, one.erp_key)
        return found

    @cached_property
    def _offers(self) -> dict[tuple[FieldType, FieldAccess, bool], tuple[CrmField, ...]]:
        """What is offered depends on these alone (and on whether there is a list), so it is found once."""
        return {}

    # Rows

    def row(self, mapping: FieldMapping) -> MappingRow:
        """A field's mapping joined with both fields."""
        key = mapping.erp_key
        erp = self.schema.by_key.get(key)
        gone = erp is None or key in self.schema.gone or not self.schema.supported
        crm = None
        if self.entity is not None and mapping.crm_key:
            crm = self.context.crm.field(self.entity, mapping.crm_key)
        return MappingRow(mapping, erp, gone, crm, key in self.schema.searchable)

    def row_of(self, erp_key: str) -> MappingRow:
        """The row of an ERP field. Raises ``KeyError`` where there is none."""
        return self.row(self.mapping.fields[self.places[erp_key]])

    def rows(self) -> tuple[MappingRow, ...]:
        """All fields, in rank order."""
        return self._rows

    @cached_property
    def _rows(self) -> tuple[MappingRow, ...]:
        """Joined once: what is wrong, what bars an activation and what is shown each go through all rows."""
        return tuple(self.row(one) for one in self.mapping.fields)

    # What can be chosen, and why not

    def active_problem(self) -> Problem | None:
        """Why the actor type cannot be switched on, or None."""
        params = {"actor": self.schema.actor_type}
        if self.entity is None:
            return Problem(ProblemCode.ACTOR_TYPE_UNKNOWN, params)
        return None if self.schema.supported else Problem(ProblemCode.ACTOR_TYPE_GONE, params)

    def offered(self, row: MappingRow) -> tuple[CrmField, ...]:
        """The SuperOffice fields that can be chosen for an ERP field; none for one that is gone."""
        erp = row.erp
        if self.entity is None or erp is None or row.erp_gone:
            return ()
        kind = (erp.kind, erp.access, bool(erp.list_name))
        if kind not in self._offers:
            self._offers[kind] = tuple(one for one in self.context.crm.of(self.entity) if fits(erp, one))
        return self._offers[kind]

    def choice_problem(self, row: MappingRow, crm_key: str) -> Problem | None:
        """Why a SuperOffice field is not offered for an ERP field, or None; no field can be chosen always."""
        if not crm_key:
            return None
        wanted = self.row(replace(row.mapping, crm_key=crm_key))
        return misfit(*wanted.pair) if wanted.pair else self._missing(wanted)

    def direction_problem(self, row: MappingRow, direction: Direction) -> Problem | None:
        """Why a direction cannot be chosen, or None; no direction can be chosen always."""
        if direction is Direction.NONE:
            return None
        if row.pair is None:
            return self._missing(row)
        erp, crm = row.pair
        return pair_problem(erp, crm, direction) or self._competing(row, crm, direction)

    def search_problem(self, row: MappingRow) -> Problem | None:
        """Why a field cannot be shown in the search, or None."""
        if problem := self.tab_problem(row):
            return problem
        if row.searchable:
            return None
        unread = self.schema.search_problem is not None
        code = ProblemCode.MAPPING_SEARCH_NOT_READ if unread else ProblemCode.MAPPING_NOT_SEARCHABLE
        return Problem(code, {"label": row.label})

    def tab_problem(self, row: MappingRow) -> Problem | None:
        """Why a field cannot be shown in the ERP tab, or None."""
        if row.erp is None or row.erp_gone:
            return self._missing(row)
        if not row.erp.kind.has_value or row.erp.kind.is_secret:
            return Problem(ProblemCode.MAPPING_NOT_SHOWN, {"label": row.label})
        return None

    # What is wrong with a row as it stands

    def row_problem(self, row: MappingRow) -> Problem | None:
        """What is wrong with a row, or None: a field of it is gone, or its direction is barred now."""
        if row.gone and row.mapping.crm_key:
            return self._missing(row)
        return self.direction_problem(row, row.mapping.direction)

    def mandatory_problem(self, row: MappingRow) -> Problem | None:
        """Why the ERP would miss a mandatory field, or None. It bars activation if the actor is synchronised.

        A mandatory field must have a direction (SuperOffice documentation, "Activate an ERP connection"); one
        that goes to SuperOffice only needs a default besides, or new records would reach the ERP without it.
        """
        if row.erp is None or row.erp_gone or not row.erp.is_mandatory or not row.erp.kind.has_value:
            return None
        params = {"actor": self.schema.actor_type, "key": row.mapping.erp_key, "label": row.label}
        if row.erp.kind.is_secret:
            return Problem(ProblemCode.MANDATORY_NOT_SYNCABLE, params, field="mapping")
        if row.mapping.direction is Direction.NONE:
            return Problem(ProblemCode.MANDATORY_WITHOUT_DIRECTION, params, field="mapping")
        if not row.mapping.direction.to_erp and row.mapping.default is None:
            return Problem(ProblemCode.MANDATORY_NOT_COVERED, params, field="default")
        return None

    # Changing it

    def mapped_to(self, row: MappingRow, crm_key: str) -> FieldMapping:
        """The mapping with another SuperOffice field, or none; the direction stays where it still can.

        A field that the ERP does not have any more loses all that is configured for it when it is unmapped.
        """
        if not crm_key:
            if row.erp_gone:
                return FieldMapping(row.mapping.erp_key)
            return replace(row.mapping, crm_key="", direction=Direction.NONE)
        changed = replace(row.mapping, crm_key=crm_key)
        keeps = self.direction_problem(self.row(changed), changed.direction) is None
        return changed if keeps else replace(changed, direction=Direction.NONE)

    def automatic(self) -> ActorMapping:
        """The mapping with each known key paired, without a direction; what is mapped stays as it is."""
        if self.entity is None:
            return self.mapping
        known = AUTOMATIC_KEYS[self.entity]
        used = {one.crm_key for one in self.mapping.fields}
        changed: list[FieldMapping] = []
        for one in self.mapping.fields:
            key = one.erp_key.strip().upper()
            can = not one.crm_key and key in known and key not in used
            if can and self.choice_problem(self.row(one), key) is None:
                used.add(key)
                changed.append(replace(one, crm_key=key))
            else:
                changed.append(one)
        return replace(self.mapping, fields=tuple(changed))

    # What activation asks

    def reasons(self) -> Iterator[Problem]:
        """Why this actor type, switched on, cannot be synchronised; each names the field it is about."""
        if not self.mapping.active:
            return
        if problem := self.active_problem():
            yield replace(problem, field="mapping")
            return
        if self.schema.problem is not None:
            params, detail = {"actor": self.schema.actor_type}, self.schema.problem.code.value
            yield Problem(ProblemCode.ACTOR_NOT_READ, params, field="mapping", detail=detail)
        for row in self.rows():
            yield from self._row_reasons(row)

    def _row_reasons(self, row: MappingRow) -> Iterator[Problem]:
        if row.mapping.direction is not Direction.NONE and (problem := self.row_problem(row)):
            yield self._placed(problem, row, "mapping")
        if problem := self.mandatory_problem(row):
            yield problem
        if problem := kept_default_problem(row):
            yield self._placed(problem, row, "default")

    def _placed(self, problem: Problem, row: MappingRow, field: str) -> Problem:
        place = {"actor": self.schema.actor_type, "key": row.mapping.erp_key}
        return replace(problem, params={**problem.params, **place}, field=field)

    def _missing(self, row: MappingRow) -> Problem:
        """What a row misses that has no pair of fields."""
        if problem := self.active_problem():
            return problem
        if row.erp_gone:
            return Problem(ProblemCode.MAPPING_ERP_GONE, {"label": row.label})
        if not row.mapping.crm_key:
            return Problem(ProblemCode.MAPPING_NO_CRM_FIELD, {"label": row.label})
        params = {"label": row.label, "crm_key": row.mapping.crm_key}
        return Problem(ProblemCode.MAPPING_CRM_GONE, params)

    def _competing(self, row: MappingRow, crm: CrmField, direction: Direction) -> Problem | None:
        """Why a pair that fits clashes with what else is mapped, here or in another connection."""
        params = {"label": row.label, "crm_label": crm.label or crm.key}
        elsewhere = self.context.elsewhere.get((crm.entity, crm.key))
        if elsewhere and direction is Direction.TO_CRM:
            return Problem(ProblemCode.MAPPING_MAPPED_ELSEWHERE, {**params, "name": elsewhere})
        giver = self._givers.get(crm.key, row.mapping.erp_key)
        if not direction.to_crm or giver == row.mapping.erp_key:
            return None
        other = self.schema.by_key.get(giver)
        label = (other.label if other else "") or giver
        return Problem(ProblemCode.MAPPING_CRM_RECEIVES_ALREADY, {**params, "other_label": label})


def rules_of(context: SyncContext, mapping: ActorMapping) -> ActorRules:
    """The rules for one actor type; of one that the ERP never named, there are no fields to go by."""
    schema = context.erp.actor(mapping.actor_type)
    return ActorRules(context, schema or ActorSchema(mapping.actor_type, supported=False), mapping)


def available(rules: ActorRules, row: MappingRow) -> tuple[Direction, ...]:
    """The directions that can be chosen now."""
    return tuple(one for one in CHOICES if rules.direction_problem(row, one) is None)


def activation_reasons(context: SyncContext) -> tuple[Problem, ...]:
    """Why the mappings and defaults of a connection bar its activation; empty if they do not."""
    return tuple(reason for one in context.setup.actors for reason in rules_of(context, one).reasons())


def synchronised(actors: Iterable[ActorMapping]) -> Iterator[tuple[CrmEntity, str]]:
    """Entity and key of each SuperOffice field that is mapped with a direction."""
    for actor in actors:
        entity = entity_of(actor.actor_type)
        if entity is None:
            continue
        for one in actor.fields:
            if one.crm_key and one.direction is not Direction.NONE:
                yield entity, one.crm_key
