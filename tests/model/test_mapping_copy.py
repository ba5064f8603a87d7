"""Mappings of another connection, taken over as far as the rules allow it here."""

from erpsync_desktop.model.catalogue import CrmField
from erpsync_desktop.model.erp_schema import ActorSchema
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.mapping_copy import copied
from erpsync_desktop.model.sync_setup import ActorMapping, DefaultValue, FieldMapping
from erpsync_desktop.model.values import FieldType
from tests.model.setups import (
    BOTH,
    COMPANY,
    TO_CRM,
    TO_ERP,
    company_field,
    erp_field,
    one_actor,
    rules,
)

NAME, PHONE = company_field("NAME"), company_field("PHONE")


def take(
    *theirs: FieldMapping,
    here: tuple[FieldMapping, ...] = (),
    keys: tuple[str, ...] = ("E", "F"),
    crm: tuple[CrmField, ...] = (NAME, PHONE),
    elsewhere: bool = False,
) -> tuple[tuple[FieldMapping, ...], list[Problem]]:
    found = {(COMPANY, "NAME"): "Navision"} if elsewhere else {}
    context = one_actor(*map(erp_field, keys), crm=crm, mapped=here, elsewhere=found)
    mapping, problems = copied(rules(context), ActorMapping("Customer", True, theirs))
    return mapping.fields, list(problems)


def test_field_direction_and_what_is_shown_are_taken_over() -> None:
    theirs = FieldMapping("E", "NAME", BOTH, show_in_tab=True)
    assert take(theirs) == ((theirs, FieldMapping("F")), [])


def test_a_default_stays_and_none_comes() -> None:
    mine, other = DefaultValue("x", set_value=True), DefaultValue("y", set_value=True)
    here = (FieldMapping("E", default=mine),)
    fields, _ = take(FieldMapping("E", default=other), FieldMapping("F", default=other), here=here)
    assert [one.default for one in fields] == [mine, None]


def test_the_order_stays() -> None:
    fields, _ = take(FieldMapping("F", "PHONE"), FieldMapping("E", "NAME"))
    assert [one.erp_key for one in fields] == ["E", "F"]


def test_a_field_that_is_not_mapped_there_is_unmapped_here() -> None:
    fields, problems = take(FieldMapping("E"), here=(FieldMapping("E", "NAME", BOTH),))
    assert (fields[0], problems) == (FieldMapping("E"), [])


def test_a_field_that_only_this_connection_has_stays() -> None:
    mine = FieldMapping("F", "PHONE", BOTH)
    fields, _ = take(FieldMapping("E", "NAME"), here=(mine,))
    assert mine in fields


def test_a_field_that_only_the_other_connection_has_is_left() -> None:
    fields, problems = take(FieldMapping("Other", "NAME", BOTH))
    assert (fields, problems) == ((FieldMapping("E"), FieldMapping("F")), [])


def test_a_field_that_another_connection_synchronises_comes_without_its_direction_and_says_why() -> None:
    fields, (problem,) = take(FieldMapping("E", "NAME", TO_CRM), elsewhere=True)
    assert fields[0] == FieldMapping("E", "NAME")
    assert problem.code is ProblemCode.MAPPING_MAPPED_ELSEWHERE
    assert (problem.params["actor"], problem.params["key"]) == ("Customer", "E")
    assert problem.field == "mapping"


def test_a_superoffice_field_that_is_not_offered_here_is_left_and_says_why() -> None:
    crm = (company_field("NAME", FieldType.INTEGER, is_id=True),)
    fields, (problem,) = take(FieldMapping("E", "NAME", TO_CRM, show_in_tab=True), crm=crm)
    assert fields[0] == FieldMapping("E", show_in_tab=True)
    assert problem.code is ProblemCode.MAPPING_CRM_ID


def test_a_superoffice_field_that_is_gone_is_left_and_says_why() -> None:
    fields, (problem,) = take(FieldMapping("E", "OLD", TO_CRM))
    assert fields[0] == FieldMapping("E")
    assert problem.code is ProblemCode.MAPPING_CRM_GONE


def test_what_cannot_be_shown_here_is_not_shown() -> None:
    fields, problems = take(FieldMapping("E", show_in_search=True, show_in_tab=True))
    assert fields[0] == FieldMapping("E", show_in_tab=True)
    assert problems == []


def test_what_stood_here_does_not_bar_what_comes() -> None:
    here = (FieldMapping("E", "NAME", TO_CRM),)
    fields, problems = take(FieldMapping("E"), FieldMapping("F", "NAME", TO_CRM), here=here)
    assert fields == (FieldMapping("E"), FieldMapping("F", "NAME", TO_CRM))
    assert problems == []


def test_a_direction_that_stays_here_goes_before_one_that_comes() -> None:
    here = (FieldMapping("E"), FieldMapping("F", "NAME", TO_CRM))
    fields, (problem,) = take(FieldMapping("E", "NAME", TO_CRM), here=here)
    assert fields == (FieldMapping("E", "NAME"), here[1])
    assert problem.code is ProblemCode.MAPPING_CRM_RECEIVES_ALREADY


def test_what_goes_to_the_erp_may_go_to_several_fields() -> None:
    theirs = (FieldMapping("E", "NAME", TO_ERP), FieldMapping("F", "NAME", TO_ERP))
    assert take(*theirs) == (theirs, [])


def test_the_switch_is_taken_over() -> None:
    context = one_actor(erp_field("E"), active=True)
    mapping, _ = copied(rules(context), ActorMapping("Customer", False))
    assert not mapping.active


def test_an_actor_type_that_cannot_be_switched_on_stays_as_it_is_and_says_why() -> None:
    schema = ActorSchema("Customer", (erp_field("E"),), supported=False)
    context = one_actor(schema=schema, active=False, mapped=(FieldMapping("E", show_in_tab=True),))
    mapping, problems = copied(rules(context), ActorMapping("Customer", True))
    assert not mapping.active
    assert [one.code for one in problems] == [ProblemCode.ACTOR_TYPE_GONE]
