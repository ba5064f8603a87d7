"""What the Mappings dialog edits."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from erpsync_desktop.model.erp_schema import ActorSchema
from erpsync_desktop.model.errors import InvalidInput, ProblemCode
from erpsync_desktop.model.mapping_draft import MappingDraft
from erpsync_desktop.model.sync_setup import (
    ActorMapping,
    DefaultValue,
    FieldMapping,
    SyncContext,
    SyncSetup,
)
from erpsync_desktop.model.values import FieldType
from tests.model.setups import BOTH, NONE, TO_CRM, TO_ERP, company_field, erp_field, one_actor

CRM = (company_field("NAME"), company_field("PHONE"), company_field("N", FieldType.INTEGER))
SHOWN = FieldMapping("E", "NAME", BOTH, show_in_search=True, show_in_tab=True)


def draft(*mapped: FieldMapping, active: bool = False) -> MappingDraft:
    schema = ActorSchema("Customer", (erp_field("E"), erp_field("Password", FieldType.PASSWORD)))
    return MappingDraft.of(one_actor(schema=schema, crm=CRM, mapped=mapped, active=active))


def field_of(found: MappingDraft, key: str = "E") -> FieldMapping:
    return found.row("Customer", key).mapping


def test_a_fresh_draft_has_changed_nothing() -> None:
    assert not draft(SHOWN).changed


def test_a_change_and_back_is_no_change() -> None:
    there = draft().with_crm_field("Customer", "E", "NAME")
    assert there.changed
    assert not there.with_crm_field("Customer", "E", "").changed


def test_the_draft_before_stays_as_it_was() -> None:
    before = draft()
    before.with_tab("Customer", "E", shown=True)
    assert not before.changed


def test_the_rules_are_made_once_a_draft() -> None:
    found = draft()
    assert found.rules("Customer") is found.rules("Customer")
    assert found.with_active("Customer", active=True).rules("Customer").mapping.active


def test_field_direction_and_boxes_are_chosen() -> None:
    found = draft().with_crm_field("Customer", "E", "NAME").with_direction("Customer", "E", BOTH)
    found = found.with_tab("Customer", "E", shown=True)
    assert field_of(found) == FieldMapping("E", "NAME", BOTH, show_in_tab=True)


def test_a_direction_can_be_taken_away_again() -> None:
    assert field_of(draft(SHOWN).with_direction("Customer", "E", NONE)).direction is NONE


def test_other_fields_stay_as_they_are() -> None:
    found = draft(SHOWN).with_tab("Customer", "E", shown=False)
    assert found.setup.actors[0].fields[1] == FieldMapping("Password")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda one: one.with_crm_field("Customer", "E", "Other"), ProblemCode.MAPPING_CRM_GONE),
        (
            lambda one: one.with_crm_field("Customer", "Password", "NAME"),
            ProblemCode.MAPPING_NOT_SYNCABLE,
        ),
        (lambda one: one.with_direction("Customer", "E", TO_CRM), ProblemCode.MAPPING_NO_CRM_FIELD),
        (lambda one: one.with_search("Customer", "E", shown=True), ProblemCode.MAPPING_NOT_SEARCHABLE),
        (lambda one: one.with_tab("Customer", "Password", shown=True), ProblemCode.MAPPING_NOT_SHOWN),
    ],
)
def test_what_the_rules_bar_is_refused_with_the_reason(
    change: Callable[[MappingDraft], MappingDraft], code: ProblemCode
) -> None:
    with pytest.raises(InvalidInput) as refused:
        change(draft())
    assert refused.value.problem.code is code


def test_an_actor_type_that_is_gone_can_be_switched_off_but_not_on() -> None:
    schema = ActorSchema("Customer", supported=False)
    found = MappingDraft.of(one_actor(schema=schema)).with_active("Customer", active=False)
    assert not found.setup.actors[0].active
    with pytest.raises(InvalidInput) as refused:
        found.with_active("Customer", active=True)
    assert refused.value.problem.code is ProblemCode.ACTOR_TYPE_GONE


def test_boxes_can_be_unticked_whatever_the_rules_say() -> None:
    found = draft(SHOWN)
    found = found.with_search("Customer", "E", shown=False).with_tab("Customer", "E", shown=False)
    assert field_of(found) == FieldMapping("E", "NAME", BOTH)


def test_the_field_that_is_chosen_already_changes_nothing() -> None:
    found = draft(replace(SHOWN, crm_key="GONE"))
    assert found.with_crm_field("Customer", "E", "GONE") is found


def test_the_direction_goes_where_the_new_field_bars_it() -> None:
    found = draft(SHOWN).with_crm_field("Customer", "E", "N")
    assert field_of(found) == replace(SHOWN, crm_key="N", direction=NONE)


def test_mapping_by_itself_keeps_what_is_there() -> None:
    schema = ActorSchema("Customer", (erp_field("Name"), erp_field("Phone")))
    mapped = (FieldMapping("Phone", "NAME", TO_ERP),)
    found = MappingDraft.of(one_actor(schema=schema, crm=CRM, mapped=mapped))
    assert not found.mapped_automatically("Customer").changed
    cleared = found.unmapped("Customer").mapped_automatically("Customer")
    assert [field_of(cleared, key).crm_key for key in ("Name", "Phone")] == ["NAME", "PHONE"]


def test_unmapping_all_keeps_what_is_shown_and_set_by_default() -> None:
    default = DefaultValue("x", set_value=True)
    found = draft(replace(SHOWN, default=default)).unmapped("Customer")
    assert field_of(found) == replace(SHOWN, crm_key="", direction=NONE, default=default)


def test_unmapping_all_clears_fields_that_are_gone() -> None:
    lost = FieldMapping("Lost", "NAME", BOTH, show_in_tab=True)
    assert field_of(draft(lost).unmapped("Customer"), "Lost") == FieldMapping("Lost")


def test_reset_puts_back_what_is_saved() -> None:
    found = draft(SHOWN).unmapped("Customer").with_active("Customer", active=True)
    assert found.changed
    assert not found.reset("Customer").changed


def test_copying_takes_every_actor_type_that_both_connections_have() -> None:
    found = draft(active=False)
    other = SyncSetup(
        (ActorMapping("Person", True), ActorMapping("Customer", True, (replace(SHOWN, erp_key="E"),)))
    )
    copied, problems = found.copied_from(other)
    assert field_of(copied) == replace(SHOWN, show_in_search=False)
    assert copied.setup.actors[0].active
    assert problems == ()
    assert [one.actor_type for one in copied.setup.actors] == ["Customer"]


def test_copying_keeps_actor_types_that_only_this_connection_has() -> None:
    assert not draft(SHOWN).copied_from(SyncSetup())[0].changed


def test_copying_says_what_could_not_be_taken_over() -> None:
    other = SyncSetup((ActorMapping("Customer", False, (FieldMapping("E", "N", BOTH),)),))
    copied, (problem,) = draft().copied_from(other)
    assert field_of(copied) == FieldMapping("E", "N")
    assert problem.code is ProblemCode.MAPPING_LOSES_TO_CRM


@pytest.mark.parametrize(("actor", "key"), [("Sale", "E"), ("Customer", "Other")])
def test_what_the_setup_does_not_have_cannot_be_changed(actor: str, key: str) -> None:
    with pytest.raises(KeyError):
        draft().with_tab(actor, key, shown=True)


def test_reset_of_an_actor_type_that_is_not_saved_changes_nothing() -> None:
    found = MappingDraft(SyncContext(draft().context.connection), SyncSetup((ActorMapping("Customer"),)))
    assert found.reset("Customer") is found
