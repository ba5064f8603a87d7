"""Any sequence of what can be clicked in the Mappings dialog, and what activation then says."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.stateful import run_state_machine_as_test as check_state_machine

from erpsync_desktop.model.catalogue import CrmField
from erpsync_desktop.model.defaults import kept_default_problem
from erpsync_desktop.model.errors import InvalidInput, Problem
from erpsync_desktop.model.mapping import ActorRules, MappingRow, activation_reasons
from erpsync_desktop.model.mapping_draft import MappingDraft
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.sync_setup import (
    CHOICES,
    ActorMapping,
    DefaultValue,
    Direction,
    FieldMapping,
    SyncContext,
    SyncSetup,
)
from erpsync_desktop.widgets.problem_texts import TEXTS
from erpsync_desktop.workspace.local.setup_rules import setup_problems
from tests.model.setups import contexts, mappings

picks = st.integers(0, 99)
# To shrink and explain a failure would take longer than a test may.
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
_SETTINGS = settings(stateful_step_count=12, phases=_PHASES)


class MappingsDialog(RuleBasedStateMachine):
    """An administrator who clicks whatever the dialog lets one click, and now and then what it does not."""

    draft: MappingDraft

    @initialize(context=contexts())
    def open(self, context: SyncContext) -> None:
        self.draft = MappingDraft.of(context)

    @rule(pick=picks, active=st.booleans())
    def switch_an_actor_type(self, pick: int, active: bool) -> None:
        actor = self._actor(pick)
        if actor is None:
            return
        problem = self.draft.rules(actor).active_problem() if active else None
        self._do(problem, lambda: self.draft.with_active(actor, active))

    @rule(pick=picks, other=picks)
    def choose_a_field_that_is_offered(self, pick: int, other: int) -> None:
        if found := self._row(pick):
            actor, rules, row = found
            if offered := rules.offered(row):
                key = offered[other % len(offered)].key
                self._do(None, lambda: self.draft.with_crm_field(actor, row.mapping.erp_key, key))

    @rule(pick=picks, other=picks)
    def choose_any_field(self, pick: int, other: int) -> None:
        fields = self.draft.context.crm.fields
        if (found := self._row(pick)) and fields:
            actor, rules, row = found
            key = fields[other % len(fields)].key
            same = key == row.mapping.crm_key
            problem = None if same else rules.choice_problem(row, key)
            if not same:
                assert (problem is None) == (key in {one.key for one in rules.offered(row)})
            self._do(problem, lambda: self.draft.with_crm_field(actor, row.mapping.erp_key, key))

    @rule(pick=picks)
    def unmap(self, pick: int) -> None:
        if found := self._row(pick):
            actor, _, row = found
            self._do(None, lambda: self.draft.with_crm_field(actor, row.mapping.erp_key, ""))

    @rule(pick=picks, direction=st.sampled_from(Direction))
    def choose_a_direction(self, pick: int, direction: Direction) -> None:
        if found := self._row(pick):
            actor, rules, row = found
            problem = rules.direction_problem(row, direction)
            self._do(problem, lambda: self.draft.with_direction(actor, row.mapping.erp_key, direction))

    @rule(pick=picks, shown=st.booleans())
    def show_in_search(self, pick: int, shown: bool) -> None:
        if found := self._row(pick):
            actor, rules, row = found
            problem = rules.search_problem(row) if shown else None
            self._do(problem, lambda: self.draft.with_search(actor, row.mapping.erp_key, shown))

    @rule(pick=picks, shown=st.booleans())
    def show_in_tab(self, pick: int, shown: bool) -> None:
        if found := self._row(pick):
            actor, rules, row = found
            problem = rules.tab_problem(row) if shown else None
            self._do(problem, lambda: self.draft.with_tab(actor, row.mapping.erp_key, shown))

    @rule(pick=picks)
    def map_automatically(self, pick: int) -> None:
        if actor := self._actor(pick):
            before = self.draft.rules(actor).mapping
            self._do(None, lambda: self.draft.mapped_automatically(actor))
            for was, now in zip(before.fields, self.draft.rules(actor).mapping.fields, strict=True):
                assert now == was or (not was.crm_key and now == replace(was, crm_key=now.crm_key))

    @rule(pick=picks)
    def unmap_all(self, pick: int) -> None:
        if actor := self._actor(pick):
            self._do(None, lambda: self.draft.unmapped(actor))
            assert not any(one.crm_key for one in self.draft.rules(actor).mapping.fields)

    @rule(pick=picks)
    def reset(self, pick: int) -> None:
        if actor := self._actor(pick):
            self._do(None, lambda: self.draft.reset(actor))

    @rule(actors=st.lists(st.sampled_from(["Customer", "Person", "Sale"]).flatmap(mappings), max_size=2))
    def copy_from_another_connection(self, actors: list[ActorMapping]) -> None:
        self.draft, problems = self.draft.copied_from(SyncSetup(tuple(actors)))
        for problem in problems:
            assert problem.code in TEXTS
            assert self.draft.setup.actor(str(problem.params["actor"])) is not None

    # What always holds

    @invariant()
    def every_direction_that_was_chosen_here_is_allowed(self) -> None:
        for actor, rules, row in self._rows():
            saved = self.draft.context.setup.actor(actor)
            was = saved.field(row.mapping.erp_key) if saved else None
            if was is None or _pairing(was) != _pairing(row.mapping):
                assert rules.direction_problem(row, row.mapping.direction) is None

    @invariant()
    def no_field_has_a_direction_without_a_superoffice_field(self) -> None:
        for _, _, row in self._rows():
            assert row.mapping.crm_key or row.mapping.direction is Direction.NONE

    @invariant()
    def activation_is_refused_exactly_where_something_is_wrong(self) -> None:
        context = replace(self.draft.context, setup=self.draft.setup)
        told = {(one.params["actor"], one.params.get("key", "")) for one in activation_reasons(context)}
        assert told == {place for one in context.setup.actors for place in _wrong(context, one)}

    @invariant()
    def what_bars_activation_is_shown_where_it_is(self) -> None:
        for reason in activation_reasons(replace(self.draft.context, setup=self.draft.setup)):
            rules = self.draft.rules(str(reason.params["actor"]))
            if "key" not in reason.params:
                assert rules.active_problem() or rules.schema.problem
                continue
            row = rules.row_of(str(reason.params["key"]))
            assert rules.row_problem(row) or rules.mandatory_problem(row) or kept_default_problem(row)
            assert reason.field in {"mapping", "default"}

    @invariant()
    def whatever_is_barred_has_a_reason_with_words(self) -> None:
        asked = [*activation_reasons(replace(self.draft.context, setup=self.draft.setup))]
        for _, rules, row in self._rows():
            barred = [rules.direction_problem(row, one) for one in CHOICES]
            barred += [rules.search_problem(row), rules.tab_problem(row), rules.row_problem(row)]
            barred += [rules.mandatory_problem(row), rules.active_problem()]
            asked += filter(None, barred)
        for code, names in {(one.code, frozenset(one.params)) for one in asked}:
            assert "{" not in " ".join(TEXTS[code]).format_map(dict.fromkeys(names, ""))

    @invariant()
    def it_can_be_saved(self) -> None:
        assert setup_problems(self.draft.context, self.draft.setup) == ()

    @invariant()
    def no_field_is_lost_or_moves(self) -> None:
        for saved, now in zip(self.draft.context.setup.actors, self.draft.setup.actors, strict=True):
            assert saved.actor_type == now.actor_type
            assert [one.erp_key for one in saved.fields] == [one.erp_key for one in now.fields]

    # How it is clicked

    def _do(self, problem: Problem | None, change: Callable[[], MappingDraft]) -> None:
        """Change something: it works exactly where no reason stands against it, and gives that reason."""
        if problem is None:
            self.draft = change()
            return
        with pytest.raises(InvalidInput) as refused:
            change()
        assert refused.value.problem == problem

    def _actor(self, pick: int) -> str | None:
        actors = self.draft.setup.actors
        return actors[pick % len(actors)].actor_type if actors else None

    def _row(self, pick: int) -> tuple[str, ActorRules, MappingRow] | None:
        rows = self._rows()
        return rows[pick % len(rows)] if rows else None

    def _rows(self) -> list[tuple[str, ActorRules, MappingRow]]:
        found = [(one.actor_type, self.draft.rules(one.actor_type)) for one in self.draft.setup.actors]
        return [(actor, rules, row) for actor, rules in found for row in rules.rows()]


# What activation refuses, written once more in the words of the documentation

_ENTITY = {"Customer": "company", "Supplier": "company", "Person": "person"}
_WITHOUT_LOSS = {
    *((kind, "Text") for kind in ("Integer", "Double", "Checkbox", "List", "Datetime")),
    *(("Checkbox", kind) for kind in ("Integer", "Double")),
    *((kind, kind) for kind in ("Text", "Integer", "Double", "Checkbox", "List", "Datetime")),
    ("Integer", "Double"),
}


def _wrong(context: SyncContext, actor: ActorMapping) -> Iterator[tuple[str, str]]:
    """The actor type and the fields for which an actor type that is switched on cannot be synchronised."""
    if not actor.active:
        return
    schema = context.erp.actor(actor.actor_type)
    if schema is None or not schema.supported or actor.actor_type not in _ENTITY:
        yield actor.actor_type, ""
        return
    fields = {one.key: one for one in schema.fields}
    elsewhere = {key for kind, key in context.elsewhere if kind.value == _ENTITY[actor.actor_type]}
    received: set[str] = set()
    for one in actor.fields:
        erp, crm = fields.get(one.erp_key), _crm(context, actor.actor_type, one.crm_key)
        mapped_wrongly = one.direction and (
            erp is None
            or crm is None
            or not _may_go(erp, crm, one.direction)
            or (one.direction == ">" and one.crm_key in elsewhere)
            or (">" in one.direction and one.crm_key in received)
        )
        missed = erp is not None and _misses(erp, one)
        refused = one.default and (erp is None or not _takes(erp, one.default))
        if mapped_wrongly or missed or refused:
            yield actor.actor_type, one.erp_key
        received |= {one.crm_key} if ">" in one.direction else set()


def _crm(context: SyncContext, actor_type: str, key: str) -> CrmField | None:
    fields = (one for one in context.crm.fields if one.entity.value == _ENTITY[actor_type])
    return next((one for one in fields if one.key == key), None)


def _may_go(erp: FieldMetadata, crm: CrmField, direction: str) -> bool:
    to_crm = (erp.kind.value, crm.kind.value) in _WITHOUT_LOSS and not crm.read_only
    to_erp = (crm.kind.value, erp.kind.value) in _WITHOUT_LOSS and erp.access.value != "ReadOnly"
    return not crm.is_id and (to_crm or ">" not in direction) and (to_erp or "<" not in direction)


def _misses(erp: FieldMetadata, mapping: FieldMapping) -> bool:
    if erp.access.value != "Mandatory" or erp.kind.value == "Label":
        return False
    if not mapping.direction or erp.kind.value in {"Password", "Unknown"}:
        return True
    return "<" not in mapping.direction and mapping.default is None


def _takes(erp: FieldMetadata, default: DefaultValue) -> bool:
    if erp.access.value == "ReadOnly" or erp.kind.value in {"Label", "Password", "Unknown"}:
        return False
    if not default.set_value:
        return default.ask_user
    readable = {"Text": {"x", "[I:1]"}, "List": {"x", "[I:1]"}, "Checkbox": {"", "[I:1]"}, "Datetime": set()}
    return default.value in readable.get(erp.kind.value, {"[I:1]"})


def _pairing(mapping: FieldMapping) -> tuple[str, Direction]:
    return mapping.crm_key, mapping.direction


def test_no_sequence_of_clicks_ends_in_what_activation_refuses_without_saying_why() -> None:
    check_state_machine(MappingsDialog, settings=_SETTINGS)
