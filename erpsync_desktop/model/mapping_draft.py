"""The mappings of a connection while they are being edited: every change goes by the rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from erpsync_desktop.model.errors import InvalidInput, Problem
from erpsync_desktop.model.mapping import ActorRules, MappingRow, rules_of
from erpsync_desktop.model.mapping_copy import copied
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

    Actor types and fields that the setup does not have raise ``KeyError``.

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

    @cached_property
    def _rules(self) -> dict[str, ActorRules]:
        return {}

    def rules(self, actor_type: str) -> ActorRules:
        """The rules for an actor type as it stands now; the same ones as long as the draft is the same."""
        if actor_type not in self._rules:
            self._rules[actor_type] = rules_of(self.context, self._actor(actor_type))
        return self._rules[actor_type]

    def row(self, actor_type: str, erp_key: str) -> MappingRow:
        """One field as it stands now."""
        return self.rules(actor_type).row_of(erp_key)

    def with_active(self, actor_type: str, active: bool) -> MappingDraft:
        """Switch the synchronisation of an actor type on or off. Raises ``InvalidInput`` where it cannot."""
        _refuse(self.rules(actor_type).active_problem() if active else None)
        return self._with(replace(self._actor(actor_type), active=active))

    def with_crm_field(self, actor_type: str, erp_key: str, crm_key: str) -> MappingDraft:
        """Choose a SuperOffice field, or none with an empty key; the direction stays where it still can.

        Raises:
            InvalidInput: the field is not offered for this one.
        """
        rules = self.rules(actor_type)
        row = rules.row_of(erp_key)
        if crm_key and crm_key == row.mapping.crm_key:
            return self
        _refuse(rules.choice_problem(row, crm_key))
        return self._with_field(actor_type, rules.mapped_to(row, crm_key))

    def with_direction(self, actor_type: str, erp_key: str, direction: Direction) -> MappingDraft:
        """Choose a direction, or none. Raises ``InvalidInput`` with the reason why it is barred."""
        row = self.row(actor_type, erp_key)
        _refuse(self.rules(actor_type).direction_problem(row, direction))
        return self._with_field(actor_type, replace(row.mapping, direction=direction))

    def with_search(self, actor_type: str, erp_key: str, shown: bool) -> MappingDraft:
        """Show a field in the search, or not. Raises ``InvalidInput`` where it cannot be searched."""
        row = self.row(actor_type, erp_key)
        _refuse(self.rules(actor_type).search_problem(row) if shown else None)
        return self._with_field(actor_type, replace(row.mapping, show_in_search=shown))

    def with_tab(self, actor_type: str, erp_key: str, shown: bool) -> MappingDraft:
        """Show a field in the ERP tab, or not. Raises ``InvalidInput`` where there is nothing to show."""
        row = self.row(actor_type, erp_key)
        _refuse(self.rules(actor_type).tab_problem(row) if shown else None)
        return self._with_field(actor_type, replace(row.mapping, show_in_tab=shown))

    def mapped_automatically(self, actor_type: str) -> MappingDraft:
        """Pair each known key, without a direction."""
        return self._with(self.rules(actor_type).automatic())

    def unmapped(self, actor_type: str) -> MappingDraft:
        """Remove every mapping of an actor type; what is shown, ranked and set by default stays.

        Fields that the ERP does not have any more lose all that is configured for them.
        """
        rules = self.rules(actor_type)
        fields = tuple(rules.mapped_to(row, "") for row in rules.rows())
        return self._with(replace(rules.mapping, fields=fields))

    def reset(self, actor_type: str) -> MappingDraft:
        """Put an actor type back to what is saved."""
        saved = self.context.setup.actor(actor_type)
        return self if saved is None else self._with(saved)

    def copied_from(self, other: SyncSetup) -> tuple[MappingDraft, tuple[Problem, ...]]:
        """Take over mappings of another connection: fields, directions, what is shown, what is switched on.

        Fields and actor types that only one of both connections has, ranks and defaults stay as they are.

        Returns:
            The draft, and why something could not be taken over; ``actor`` and ``key`` say where.
        """
        draft = self
        problems: list[Problem] = []
        for actor in self.setup.actors:
            theirs = other.actor(actor.actor_type)
            if theirs is not None:
                taken, barred = copied(self.rules(actor.actor_type), theirs)
                draft = draft._with(taken)
                problems += barred
        return draft, tuple(problems)

    def _actor(self, actor_type: str) -> ActorMapping:
        found = self.setup.actor(actor_type)
        if found is None:
            raise KeyError(actor_type)
        return found

    def _with(self, actor: ActorMapping) -> MappingDraft:
        return replace(self, setup=self.setup.with_actor(actor))

    def _with_field(self, actor_type: str, mapping: FieldMapping) -> MappingDraft:
        rules = self.rules(actor_type)
        fields, place = rules.mapping.fields, rules.places[mapping.erp_key]
        return self._with(replace(rules.mapping, fields=(*fields[:place], mapping, *fields[place + 1 :])))


def _refuse(problem: Problem | None) -> None:
    if problem is not None:
        raise InvalidInput(problem)
