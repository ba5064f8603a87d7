"""What bars a setup from being saved: the rules of whatever changes in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from erpsync_desktop.model.defaults import DefaultDraft, default_problem
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.mapping import ActorRules, rules_of
from erpsync_desktop.model.sync_setup import Direction, FieldMapping

if TYPE_CHECKING:
    from erpsync_desktop.model.mapping import MappingRow
    from erpsync_desktop.model.sync_setup import ActorMapping, SyncContext, SyncSetup


def setup_problems(context: SyncContext, after: SyncSetup) -> tuple[Problem, ...]:
    """Why a setup cannot be saved over the one of the context, each with actor and key; empty if it can.

    What stands as before is not judged, whatever the rules have come to say of it.
    """
    found: list[Problem] = []
    for actor in after.actors:
        found += _actor_problems(context, context.setup.actor(actor.actor_type), actor)
    return tuple(found)


def _actor_problems(
    context: SyncContext, before: ActorMapping | None, after: ActorMapping
) -> Iterator[Problem]:
    if after == before:
        return
    rules = rules_of(context, after)
    switched_on = after.active and not (before and before.active)
    if switched_on and (problem := rules.active_problem()):
        yield replace(problem, field="mapping")
    known = {one.erp_key: one for one in before.fields} if before else {}
    changed = [
        (known.get(one.erp_key, FieldMapping(one.erp_key)), one)
        for one in after.fields
        if known.get(one.erp_key) != one
    ]
    given = {now.crm_key for was, now in changed if now.direction.to_crm and _pairing(was) != _pairing(now)}
    touched = {now.erp_key for _, now in changed}
    clashed = _clashing_keys(context, before) if before and given else set()
    for was, now in changed:
        row = rules.row(now)
        place = {"actor": after.actor_type, "key": now.erp_key}
        for name, problem in _row_problems(rules, row, was):
            yield replace(problem, params={**problem.params, **place}, field=name)
    for row, clash in _clashing(rules) if given else ():  # what others give, which stand as before
        key = row.mapping.erp_key
        if row.mapping.crm_key in given and key not in touched | clashed:
            place = {"actor": after.actor_type, "key": key}
            yield replace(clash, params={**clash.params, **place}, field="mapping")


def _clashing_keys(context: SyncContext, before: ActorMapping) -> set[str]:
    return {row.mapping.erp_key for row, _ in _clashing(rules_of(context, before))}


def _clashing(rules: ActorRules) -> Iterator[tuple[MappingRow, Problem]]:
    for one in rules.mapping.fields:
        if not one.direction.to_crm:
            continue
        row = rules.row(one)
        problem = rules.direction_problem(row, one.direction)
        if problem is not None and problem.code is ProblemCode.MAPPING_CRM_RECEIVES_ALREADY:
            yield row, problem


def _row_problems(rules: ActorRules, row: MappingRow, was: FieldMapping) -> Iterator[tuple[str, Problem]]:
    now = row.mapping
    if _pairing(was) != _pairing(now):
        problem = _pairing_problem(rules, row, new_pair=now.crm_key != was.crm_key)
        if problem is not None:
            yield "mapping", problem
    if now.show_in_search and not was.show_in_search and (problem := rules.search_problem(row)):
        yield "mapping", problem
    if now.show_in_tab and not was.show_in_tab and (problem := rules.tab_problem(row)):
        yield "mapping", problem
    if now.default is not None and now.default != was.default:
        problem = default_problem(row)
        problems = (problem,) if problem else DefaultDraft(row.erp, now.default).missing()
        for one in problems:
            yield "default", one


def _pairing(mapping: FieldMapping) -> tuple[str, Direction]:
    return mapping.crm_key, mapping.direction


def _pairing_problem(rules: ActorRules, row: MappingRow, *, new_pair: bool) -> Problem | None:
    crm_key = row.mapping.crm_key
    if new_pair and crm_key and (problem := rules.choice_problem(row, crm_key)):
        return problem
    return rules.direction_problem(row, row.mapping.direction)
