"""Taking over the mappings of another connection of the same connector, as far as the rules allow it here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.mapping import ActorRules
from erpsync_desktop.model.sync_setup import ActorMapping, Direction, FieldMapping


def copied(rules: ActorRules, theirs: ActorMapping) -> tuple[ActorMapping, tuple[Problem, ...]]:
    """Take over fields, directions, what is shown, and whether the actor type is synchronised.

    Fields that only one of both connections has, ranks and defaults stay as they are; where a direction of
    theirs clashes with one of those that stay, the latter stays.

    Args:
        rules: for the actor type as it stands here.
        theirs: how it stands in the other connection.

    Returns:
        The mapping, and why something could not be taken over; ``actor`` and ``key`` say where.
    """
    given = {one.erp_key: one for one in theirs.fields}
    problems: list[Problem] = []
    paired: dict[str, FieldMapping] = {}
    for own in rules.mapping.fields:
        if own.erp_key in given:
            paired[own.erp_key], problem = _paired(rules, own, given[own.erp_key])
            problems += [_placed(problem, rules, own.erp_key)] if problem else []
    directed, barred = _directed(rules, paired)
    problems += [_placed(problem, rules, key) for key, problem in barred.items()]
    switch = rules.active_problem() if theirs.active else None
    problems += [switch] if switch else []
    fields = tuple(directed.get(one.erp_key, one) for one in rules.mapping.fields)
    active = rules.mapping.active if switch else theirs.active
    return replace(rules.mapping, active=active, fields=fields), tuple(problems)


def _paired(
    rules: ActorRules, own: FieldMapping, theirs: FieldMapping
) -> tuple[FieldMapping, Problem | None]:
    """What can be taken over of one field, whatever else is mapped."""
    row = rules.row(own)
    shown = replace(
        theirs,
        show_in_search=theirs.show_in_search and rules.search_problem(row) is None,
        show_in_tab=theirs.show_in_tab and rules.tab_problem(row) is None,
        default=own.default,
    )
    problem = rules.choice_problem(row, theirs.crm_key)
    return (replace(shown, crm_key="", direction=Direction.NONE), problem) if problem else (shown, None)


def _directed(
    rules: ActorRules, paired: Mapping[str, FieldMapping]
) -> tuple[dict[str, FieldMapping], dict[str, Problem]]:
    """The fields without the directions that are barred here, and why they are."""
    stay = (one for one in rules.mapping.fields if one.erp_key not in paired)
    # What stays comes first, so that it is what a SuperOffice field receives from.
    together = replace(rules.mapping, fields=(*stay, *paired.values()))
    judging = ActorRules(rules.context, rules.schema, together)
    barred: dict[str, Problem] = {}
    for key, one in paired.items():
        if problem := judging.direction_problem(judging.row(one), one.direction):
            barred[key] = problem
    directed = {
        key: replace(one, direction=Direction.NONE) if key in barred else one for key, one in paired.items()
    }
    return directed, barred


def _placed(problem: Problem, rules: ActorRules, erp_key: str) -> Problem:
    place = {"actor": rules.schema.actor_type, "key": erp_key}
    return replace(problem, params={**problem.params, **place}, field="mapping")
