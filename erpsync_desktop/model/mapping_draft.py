"""The mappings of a connection while they are being edited: every change goes by the rules."""

from __future__ import annotations

from dataclasses import dataclass, replace

from erpsync_desktop.model.errors import InvalidInput, Problem
from erpsync_desktop.model.mapping import ActorRules, MappingRow, rules_of
from erpsync_desktop.model.sync_setup import (
    ActorMapping,
    Direction,
    FieldMapping,
    SyncContext,
    SyncSetup,
)


@dataclass(frozen=True)
class MappingDraft:
    """What the Mappings dialog edits. Changes return another draft; a barred one raises ``InvalidInput``.

    Attributes:
        context: as opened; ``context.setup`` is what is saved.
        setup: as it stands now.
    """

    context: SyncContext
    setup: SyncSetup

    @classmethod
    def of(cls, context: SyncContext) -> MappingDraft:
        """A draft of what is saved."""
        return cls(context, context.setup)

    @property
    def changed(self) -> bool:
        """Whether anything differs from what is saved."""
        return self.setup != self.context.setup

    def rules(self, actor_type: str) -> ActorRules:
        """The rules for an actor type as it stands now."""
        return rules_of(self.context, self._actor(actor_type))

    def row(self, actor_type: str, erp_key: str) -> MappingRow:
        """One field as it stands now."""
        return self.rules(actor_type).row(self._field(actor_type, erp_key))

    def with_active(self, actor_type: str, active: bool) -> MappingDraft:
        """Switch the synchronisation of an actor type on or off."""
        return self._with(replace(self._actor(actor_type), active=active))

    def with_crm_field(self, actor_type: str, erp_key: str, crm_key: str) -> MappingDraft:
        """Choose a SuperOffice field, or none with an empty key; the direction stays where it still can.

        Raises:
            InvalidInput: the field is not offered for this one.
        """
        rules = self.rules(actor_type)
        row = rules.row(self._field(actor_type, erp_key))
        if crm_key and crm_key != row.mapping.crm_key and not _is_offered(rules, row, crm_key):
            raise InvalidInput(self._not_offered(rules, row, crm_key))
        return self._with_field(actor_type, rules.mapped_to(row, crm_key))

    def with_direction(self, actor_type: str, erp_key: str, direction: Direction) -> MappingDraft:
        """Choose a direction, or none. Raises ``InvalidInput`` with the reason why it is barred."""
        rules = self.rules(actor_type)
        row = rules.row(self._field(actor_type, erp_key))
        if problem := rules.direction_problem(row, direction):
            raise InvalidInput(problem)
        return self._with_field(actor_type, replace(row.mapping, direction=direction))

    def with_search(self, actor_type: str, erp_key: str, shown: bool) -> MappingDraft:
        """Show a field in the search, or not. Raises ``InvalidInput`` where it cannot be searched."""
        rules = self.rules(actor_type)
        row = rules.row(self._field(actor_type, erp_key))
        if shown and (problem := rules.search_problem(row)):
            raise InvalidInput(problem)
        return self._with_field(actor_type, replace(row.mapping, show_in_search=shown))

    def with_tab(self, actor_type: str, erp_key: str, shown: bool) -> MappingDraft:
        """Show a field in the ERP tab, or not. Raises ``InvalidInput`` where there is nothing to show."""
        rules = self.rules(actor_type)
        row = rules.row(self._field(actor_type, erp_key))
        if shown and (problem := rules.tab_problem(row)):
            raise InvalidInput(problem)
        return self._with_field(actor_type, replace(row.mapping, show_in_tab=shown))

    def mapped_automatically(self, actor_type: str) -> MappingDraft:
        """Pair each known key, without a direction."""
        return self._with(self.rules(actor_type).automatic())

    def unmapped(self, actor_type: str) -> MappingDraft:
        """Remove every mapping of an actor type; what is shown, ranked and set by default stays."""
        actor = self._actor(actor_type)
        fields = (replace(one, crm_key="", direction=Direction.NONE) for one in actor.fields)
        return self._with(replace(actor, fields=tuple(fields)))

    def reset(self, actor_type: str) -> MappingDraft:
        """Put an actor type back to what is saved."""
        saved = self.context.setup.actor(actor_type)
        return self if saved is None else self._with(saved)

    def copied_from(self, other: SyncSetup) -> tuple[MappingDraft, tuple[Problem, ...]]:
        """Take over mappings of another connection: fields, directions, what is shown, what is switched on.

        Fields that only one of both connections has, ranks and defaults stay as they are.

        Returns:
            The draft, and why a direction could not be taken over, one a field.
        """
        draft, problems = self, []
        for actor in self.setup.actors:
            theirs = other.actor(actor.actor_type)
            if theirs is None:
                continue
            draft = draft._with(replace(draft._actor(actor.actor_type), active=theirs.active))
            known = {one.erp_key: one for one in theirs.fields}
            # First without directions: what stands here now must not bar what is taken over.
            cleared = [
                replace(one, crm_key="", direction=Direction.NONE) if one.erp_key in known else one
                for one in actor.fields
            ]
            draft = draft._with(replace(draft._actor(actor.actor_type), fields=tuple(cleared)))
            for one in actor.fields:
                if one.erp_key in known:
                    draft, problem = draft._taking(actor.actor_type, known[one.erp_key])
                    problems += [problem] if problem else []
        return draft, tuple(problems)

    def _taking(self, actor_type: str, theirs: FieldMapping) -> tuple[MappingDraft, Problem | None]:
        rules = self.rules(actor_type)
        own = self._field(actor_type, theirs.erp_key)
        row = rules.row(own)
        shown = replace(
            own,
            show_in_search=theirs.show_in_search and rules.search_problem(row) is None,
            show_in_tab=theirs.show_in_tab and rules.tab_problem(row) is None,
        )
        if not theirs.crm_key:
            return self._with_field(actor_type, shown), None
        if not _is_offered(rules, row, theirs.crm_key):
            problem = self._not_offered(rules, row, theirs.crm_key)
            return self._with_field(actor_type, shown), problem
        mapped = replace(shown, crm_key=theirs.crm_key, direction=Direction.NONE)
        barred = rules.direction_problem(rules.row(mapped), theirs.direction)
        if barred is None:
            mapped = replace(mapped, direction=theirs.direction)
        return self._with_field(actor_type, mapped), barred

    def _not_offered(self, rules: ActorRules, row: MappingRow, crm_key: str) -> Problem:
        wanted = rules.row(replace(row.mapping, crm_key=crm_key, direction=Direction.NONE))
        problem = rules.direction_problem(wanted, Direction.TO_CRM)
        problem = problem or rules.direction_problem(wanted, Direction.TO_ERP)
        if problem is None:
            raise ValueError("a field that fits is offered")
        return problem

    def _actor(self, actor_type: str) -> ActorMapping:
        found = self.setup.actor(actor_type)
        if found is None:
            raise KeyError(actor_type)
        return found

    def _field(self, actor_type: str, erp_key: str) -> FieldMapping:
        found = self._actor(actor_type).field(erp_key)
        if found is None:
            raise KeyError(erp_key)
        return found

    def _with(self, actor: ActorMapping) -> MappingDraft:
        return replace(self, setup=self.setup.with_actor(actor))

    def _with_field(self, actor_type: str, mapping: FieldMapping) -> MappingDraft:
        return self._with(self._actor(actor_type).with_field(mapping))


def _is_offered(rules: ActorRules, row: MappingRow, crm_key: str) -> bool:
    return any(crm.key == crm_key for crm in rules.offered(row))
