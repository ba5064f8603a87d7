"""When a connection can be tested and saved, and what is missing until then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.naming import check_description, check_name

if TYPE_CHECKING:
    from erpsync_desktop.model.draft import ConnectionDraft
    from erpsync_desktop.model.metadata import FieldMetadata


def missing(draft: ConnectionDraft) -> Iterator[Problem]:
    """Why it cannot be saved, in the order of the dialog."""
    if problem := check_name(draft.name, draft.taken):
        yield problem
    changed = draft.configuration_changed
    problems = tuple(configuration_problems(draft)) if changed else ()
    yield from (problem for problem in problems if problem.field == "connector")
    if not draft.scope.names_somebody:
        yield Problem(ProblemCode.SCOPE_EMPTY, field="scope")
    yield from (problem for problem in problems if problem.field != "connector")
    if problem := check_description(draft.description):
        yield problem
    if changed and not problems and not draft.test_counts:
        yield Problem(_test_code(draft), field="test")


def configuration_problems(draft: ConnectionDraft) -> Iterator[Problem]:
    """Why connector and values cannot be tested."""
    if draft.connector is None:
        yield Problem(ProblemCode.CONNECTOR_MISSING, field="connector")
    elif draft.connector.needs_site:
        yield Problem(ProblemCode.CONNECTOR_NEEDS_SITE, field="connector")
    elif draft.fields is None:
        yield Problem(ProblemCode.FIELDS_NOT_LOADED, field="connector")
    else:
        for item in draft.fields:
            if problem := field_problem(draft, item):
                yield problem


def field_problem(draft: ConnectionDraft, item: FieldMetadata) -> Problem | None:
    """What is wrong with one field, or None."""
    if not item.takes_input:
        return None
    if item.key in draft.invalid:
        return draft.invalid[item.key]
    if item.kind.is_secret:
        return _secret_problem(draft, item)
    wire = draft.values.get(item.key, "")
    if item.is_mandatory and not item.is_filled(wire):
        return item.missing()
    return item.check(wire)


def _test_code(draft: ConnectionDraft) -> ProblemCode:
    if draft.result is None:
        return ProblemCode.TEST_MISSING
    return ProblemCode.TEST_FAILED if draft.result_is_current else ProblemCode.TEST_OUTDATED


def _secret_problem(draft: ConnectionDraft, item: FieldMetadata) -> Problem | None:
    typed = draft.secrets.get(item.key)
    if typed:
        return item.check(typed.reveal())
    if item.key in draft.stored:
        return None
    if item.key in draft.lost:
        return item.lost()
    return item.missing() if item.is_mandatory else None
