"""Changes of the mappings that concern many fields at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from erpsync_desktop.model.errors import InvalidInput, Problem
from erpsync_desktop.model.mapping_draft import MappingDraft
from erpsync_desktop.model.sync_setup import Direction

Step = Callable[[MappingDraft, str], MappingDraft]
"""Changes one field (by key); raises ``InvalidInput`` where that is barred."""


def applied(draft: MappingDraft, keys: Sequence[str], step: Step) -> tuple[MappingDraft, tuple[Problem, ...]]:
    """Change these fields one after the other.

    Returns:
        The draft, and why a field was not changed, one a field.
    """
    barred: list[Problem] = []
    for key in keys:
        try:
            draft = step(draft, key)
        except InvalidInput as error:
            barred.append(error.problem)
    return draft, tuple(barred)


def barred_changes(draft: MappingDraft) -> tuple[Problem, ...]:
    """Why directions that differ from what is saved cannot be saved; what was saved so may stay."""
    found: list[Problem] = []
    for actor in draft.setup.actors:
        saved = draft.context.setup.actor(actor.actor_type)
        if saved == actor:
            continue
        before = {one.erp_key: one for one in saved.fields} if saved else {}
        rules = draft.rules(actor.actor_type)
        for one in actor.fields:
            was = before.get(one.erp_key)
            same = was is not None and (was.crm_key, was.direction) == (one.crm_key, one.direction)
            if same or one.direction is Direction.NONE:
                continue
            if problem := rules.direction_problem(rules.row(one), one.direction):
                found.append(problem)
    return tuple(found)
