"""The rules of mapping fields, and the reasons that they give."""

import pytest

from erpsync_desktop.model.catalogue import Catalogue
from erpsync_desktop.model.erp_schema import ActorSchema, ErpSchema
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.mapping import (
    AUTOMATIC_KEYS,
    ActorRules,
    activation_reasons,
    available,
    rules_of,
    synchronised,
)
from erpsync_desktop.model.sync_setup import (
    CHOICES,
    ActorMapping,
    DefaultValue,
    Direction,
    FieldMapping,
    SyncContext,
    SyncSetup,
)
from erpsync_desktop.model.values import FieldType
from tests.model.setups import (
    BOTH,
    COMPANY,
    CONNECTION,
    NONE,
    PERSON,
    TO_CRM,
    TO_ERP,
    company_field,
    erp_field,
    one_actor,
    pair,
    rules,
)

C = ProblemCode
NAME, PHONE = company_field("NAME"), company_field("PHONE")


def code_of(problem: Problem | None) -> ProblemCode | None:
    return problem.code if problem else None


def codes(context: SyncContext) -> list[ProblemCode]:
    return [one.code for one in activation_reasons(context)]


# Directions


def test_a_field_that_fits_can_go_every_way() -> None:
    found, row = pair(erp_field("E"), NAME)
    assert available(found, row) == CHOICES


def test_without_a_superoffice_field_no_direction_is_there() -> None:
    found = rules(one_actor(erp_field("E"), crm=(NAME,)))
    reasons = {code_of(found.direction_problem(found.row_of("E"), one)) for one in CHOICES}
    assert reasons == {C.MAPPING_NO_CRM_FIELD}


def test_no_direction_can_be_chosen_always() -> None:
    found = rules(one_actor(erp_field("E")))
    assert found.direction_problem(found.row_of("E"), NONE) is None


def test_what_two_fields_bar_by_themselves_bars_the_direction() -> None:
    found, row = pair(erp_field("E", FieldType.CHECKBOX), NAME)
    assert available(found, row) == (TO_CRM,)
    assert code_of(found.direction_problem(row, BOTH)) is C.MAPPING_LOSES_TO_ERP


def test_a_field_of_another_connection_cannot_be_one_way_to_superoffice() -> None:
    found, row = pair(erp_field("E"), NAME, elsewhere={(COMPANY, "NAME"): "Navision"})
    assert available(found, row) == (TO_ERP, BOTH)
    assert found.direction_problem(row, TO_CRM) == Problem(
        C.MAPPING_MAPPED_ELSEWHERE, {"label": "E", "crm_label": "NAME", "name": "Navision"}
    )


def test_the_same_key_of_another_kind_of_record_elsewhere_bars_nothing() -> None:
    found, row = pair(erp_field("E"), NAME, elsewhere={(PERSON, "NAME"): "Navision"})
    assert available(found, row) == CHOICES


@pytest.mark.parametrize("other", [TO_CRM, BOTH])
def test_a_superoffice_field_receives_from_one_erp_field_only(other: Direction) -> None:
    mapped = (FieldMapping("One", "NAME", other), FieldMapping("Two", "NAME"))
    found = rules(one_actor(erp_field("One", label="First"), erp_field("Two"), crm=(NAME,), mapped=mapped))
    assert available(found, found.row_of("Two")) == (TO_ERP,)
    problem = found.direction_problem(found.row_of("Two"), TO_CRM)
    assert code_of(problem) is C.MAPPING_CRM_RECEIVES_ALREADY
    assert problem is not None
    assert problem.params["other_label"] == "First"


def test_a_superoffice_field_can_give_to_several_erp_fields() -> None:
    mapped = (FieldMapping("One", "NAME", TO_ERP), FieldMapping("Two", "NAME", TO_ERP))
    found = rules(one_actor(erp_field("One"), erp_field("Two"), crm=(NAME,), mapped=mapped))
    assert [found.row_problem(row) for row in found.rows()] == [None, None]
    assert available(found, found.row_of("Two")) == CHOICES


def test_of_two_that_give_to_the_same_field_the_first_is_in_order() -> None:
    mapped = (FieldMapping("One", "NAME", TO_CRM), FieldMapping("Two", "NAME", TO_CRM))
    found = rules(one_actor(erp_field("One"), erp_field("Two"), crm=(NAME,), mapped=mapped))
    problems = [code_of(found.row_problem(row)) for row in found.rows()]
    assert problems == [None, C.MAPPING_CRM_RECEIVES_ALREADY]


def test_a_giver_that_nothing_is_known_of_is_named_by_its_key() -> None:
    mapped = (FieldMapping("Lost", "NAME", TO_CRM), FieldMapping("E", "NAME"))
    found = rules(one_actor(erp_field("E"), crm=(NAME,), mapped=mapped))
    problem = found.direction_problem(found.row_of("E"), TO_CRM)
    assert problem is not None
    assert problem.params["other_label"] == "Lost"


# Fields that are gone


def gone(direction: Direction = TO_CRM) -> SyncContext:
    schema = ActorSchema("Customer", (erp_field("E", label="Old"),), gone=frozenset({"E"}))
    return one_actor(schema=schema, crm=(NAME,), mapped=(FieldMapping("E", "NAME", direction),))


def test_a_field_that_is_gone_from_the_erp_is_marked_by_its_last_name() -> None:
    row = rules(gone()).row_of("E")
    assert row.erp_gone
    assert row.gone
    assert row.label == "Old"


def test_a_field_that_is_gone_from_the_erp_can_only_be_unmapped() -> None:
    found = rules(gone())
    row = found.row_of("E")
    assert available(found, row) == ()
    assert found.offered(row) == ()
    asked = (
        found.choice_problem(row, "NAME"),
        found.direction_problem(row, TO_ERP),
        found.search_problem(row),
        found.tab_problem(row),
        found.row_problem(row),
    )
    assert {code_of(one) for one in asked} == {C.MAPPING_ERP_GONE}
    assert found.choice_problem(row, "") is None


def test_a_field_that_is_gone_is_wrong_also_without_a_direction() -> None:
    found = rules(gone(NONE))
    assert code_of(found.row_problem(found.row_of("E"))) is C.MAPPING_ERP_GONE


def test_a_field_that_is_gone_loses_everything_when_it_is_unmapped() -> None:
    mapped = FieldMapping("Lost", "NAME", TO_CRM, True, True, DefaultValue("x", set_value=True))
    found = rules(one_actor(crm=(NAME,), mapped=(mapped,)))
    assert found.mapped_to(found.row_of("Lost"), "") == FieldMapping("Lost")


def test_a_field_that_is_gone_from_superoffice_is_named_by_its_key() -> None:
    found = rules(one_actor(erp_field("E"), mapped=(FieldMapping("E", "Old", BOTH),)))
    row = found.row_of("E")
    problem = found.row_problem(row)
    assert row.crm_gone
    assert problem == Problem(C.MAPPING_CRM_GONE, {"label": "E", "crm_key": "Old"})
    assert code_of(found.direction_problem(row, TO_ERP)) is C.MAPPING_CRM_GONE


def test_an_actor_type_that_is_gone_says_so_at_each_of_its_fields() -> None:
    schema = ActorSchema("Customer", (erp_field("E"),), supported=False)
    found = rules(one_actor(schema=schema, crm=(NAME,), mapped=(FieldMapping("E", "NAME", BOTH),)))
    row = found.row_of("E")
    assert code_of(found.row_problem(row)) is C.ACTOR_TYPE_GONE
    assert code_of(found.tab_problem(row)) is C.ACTOR_TYPE_GONE
    assert found.offered(row) == ()


def test_an_actor_type_that_the_erp_never_named_has_no_fields_to_go_by() -> None:
    found = rules_of(SyncContext(CONNECTION), ActorMapping("Customer", True, (FieldMapping("E", "NAME"),)))
    assert found.row_of("E").gone
    assert code_of(found.active_problem()) is C.ACTOR_TYPE_GONE


# The switch


def test_an_actor_type_that_pairs_with_a_record_can_be_switched_on() -> None:
    assert rules(one_actor(erp_field("E"))).active_problem() is None


def test_an_actor_type_that_superoffice_does_not_know_cannot_be_switched_on() -> None:
    problem = rules(one_actor(erp_field("E"), actor_type="Employee")).active_problem()
    assert problem == Problem(C.ACTOR_TYPE_UNKNOWN, {"actor": "Employee"})


# What is offered


def test_fields_of_the_paired_record_are_offered_that_fit() -> None:
    crm = (NAME, company_field("ID", is_id=True), company_field("DATE", FieldType.DATETIME))
    found = rules(one_actor(erp_field("T"), erp_field("D", FieldType.DATETIME), crm=crm))
    assert [one.key for one in found.offered(found.row_of("T"))] == ["NAME", "DATE"]
    assert [one.key for one in found.offered(found.row_of("D"))] == ["NAME", "DATE"]


def test_read_only_fields_of_one_type_are_offered_other_fields_than_writable_ones() -> None:
    crm = (NAME, company_field("SET", read_only=True))
    found = rules(one_actor(erp_field("E"), erp_field("R", read_only=True), crm=crm))
    assert [one.key for one in found.offered(found.row_of("E"))] == ["NAME", "SET"]
    assert [one.key for one in found.offered(found.row_of("R"))] == ["NAME"]


def test_what_is_offered_is_what_can_be_chosen() -> None:
    crm = (NAME, company_field("ID", is_id=True), company_field("N", FieldType.INTEGER))
    found = rules(one_actor(erp_field("E", FieldType.DOUBLE), crm=crm))
    row = found.row_of("E")
    can = [one for one in crm if found.choice_problem(row, one.key) is None]
    assert list(found.offered(row)) == can


def test_a_field_that_superoffice_does_not_have_cannot_be_chosen() -> None:
    found = rules(one_actor(erp_field("E"), crm=(NAME,)))
    assert code_of(found.choice_problem(found.row_of("E"), "OTHER")) is C.MAPPING_CRM_GONE


# Show in search, show in ERP tab


def test_a_searchable_field_can_be_shown_in_the_search() -> None:
    schema = ActorSchema("Customer", (erp_field("E"), erp_field("F")), frozenset({"E"}))
    found = rules(one_actor(schema=schema))
    assert found.search_problem(found.row_of("E")) is None
    assert code_of(found.search_problem(found.row_of("F"))) is C.MAPPING_NOT_SEARCHABLE


def test_where_nobody_knows_what_can_be_searched_that_is_the_reason() -> None:
    lost = Problem(C.CONNECTION_LOST, {"host": "erp"})
    fields = (erp_field("E"), erp_field("F"))
    found = rules(one_actor(schema=ActorSchema("Customer", fields, frozenset({"E"}), search_problem=lost)))
    assert found.search_problem(found.row_of("E")) is None
    assert code_of(found.search_problem(found.row_of("F"))) is C.MAPPING_SEARCH_NOT_READ
    assert list(found.reasons()) == []


def test_a_field_needs_no_mapping_to_be_shown_in_the_erp_tab() -> None:
    found = rules(one_actor(erp_field("E")))
    assert found.tab_problem(found.row_of("E")) is None


@pytest.mark.parametrize("kind", [FieldType.LABEL, FieldType.PASSWORD, FieldType.UNKNOWN])
def test_what_has_no_value_or_may_be_a_secret_is_never_shown(kind: FieldType) -> None:
    schema = ActorSchema("Customer", (erp_field("E", kind),), frozenset({"E"}))
    found = rules(one_actor(schema=schema))
    assert code_of(found.tab_problem(found.row_of("E"))) is C.MAPPING_NOT_SHOWN
    assert code_of(found.search_problem(found.row_of("E"))) is C.MAPPING_NOT_SHOWN


# Another SuperOffice field


def test_the_direction_stays_where_the_other_field_allows_it() -> None:
    context = one_actor(erp_field("E"), crm=(NAME, PHONE), mapped=(FieldMapping("E", "NAME", BOTH),))
    found = rules(context)
    assert found.mapped_to(found.row_of("E"), "PHONE") == FieldMapping("E", "PHONE", BOTH)


def test_the_direction_is_removed_where_the_other_field_bars_it() -> None:
    crm = (NAME, company_field("N", FieldType.INTEGER))
    found = rules(one_actor(erp_field("E"), crm=crm, mapped=(FieldMapping("E", "NAME", BOTH),)))
    assert found.mapped_to(found.row_of("E"), "N") == FieldMapping("E", "N")


def test_the_direction_is_removed_where_another_erp_field_gives_already() -> None:
    mapped = (FieldMapping("One", "NAME", TO_CRM), FieldMapping("Two", "PHONE", TO_CRM))
    found = rules(one_actor(erp_field("One"), erp_field("Two"), crm=(NAME, PHONE), mapped=mapped))
    assert found.mapped_to(found.row_of("Two"), "NAME") == FieldMapping("Two", "NAME")


def test_unmapping_removes_the_direction_and_keeps_what_is_shown() -> None:
    mapped = FieldMapping("E", "NAME", BOTH, show_in_search=True, show_in_tab=True)
    found = rules(one_actor(erp_field("E"), crm=(NAME,), mapped=(mapped,)))
    assert found.mapped_to(found.row_of("E"), "") == FieldMapping("E", "", NONE, True, True)


# Mapping by itself


def test_known_keys_are_paired_whatever_their_case_and_without_a_direction() -> None:
    found = rules(one_actor(erp_field("Name"), erp_field("phone"), crm=(NAME, PHONE)))
    assert found.automatic().fields == (FieldMapping("Name", "NAME"), FieldMapping("phone", "PHONE"))


def test_keys_that_are_not_known_stay_unmapped() -> None:
    found = rules(one_actor(erp_field("x"), crm=(NAME, company_field("X"))))
    assert found.automatic() == found.mapping


def test_what_is_mapped_already_stays_as_it_is() -> None:
    mapped = (FieldMapping("NAME", "PHONE", TO_ERP), FieldMapping("PHONE"))
    found = rules(one_actor(erp_field("NAME"), erp_field("PHONE"), crm=(NAME, PHONE), mapped=mapped))
    assert found.automatic().fields == mapped


def test_of_two_keys_that_differ_in_case_the_first_is_paired() -> None:
    found = rules(one_actor(erp_field("Name"), erp_field("NAME"), crm=(NAME,)))
    assert found.automatic().fields == (FieldMapping("Name", "NAME"), FieldMapping("NAME"))


def test_a_known_key_whose_type_does_not_fit_stays_unmapped() -> None:
    crm = (company_field("NAME", FieldType.DATETIME),)
    found = rules(one_actor(erp_field("NAME", FieldType.INTEGER), crm=crm))
    assert found.automatic() == found.mapping


def test_a_known_key_that_superoffice_does_not_have_stays_unmapped() -> None:
    found = rules(one_actor(erp_field("NAME")))
    assert found.automatic() == found.mapping


def test_fields_that_are_gone_stay_unmapped() -> None:
    schema = ActorSchema("Customer", (erp_field("NAME"),), gone=frozenset({"NAME"}))
    shown = (FieldMapping("NAME", show_in_tab=True),)
    found = rules(one_actor(schema=schema, crm=(NAME,), mapped=shown))
    assert found.automatic() == found.mapping


def test_an_actor_type_that_superoffice_does_not_know_stays_unmapped() -> None:
    found = rules(one_actor(erp_field("NAME"), crm=(NAME,), actor_type="Sale"))
    assert found.automatic() == found.mapping


def test_each_kind_of_record_has_its_documented_keys() -> None:
    assert {entity.value: len(keys) for entity, keys in AUTOMATIC_KEYS.items()} == {
        "company": 24,
        "person": 21,
        "project": 5,
    }
    assert AUTOMATIC_KEYS[COMPANY] >= {"NUMBER1", "STREETAD3", "VATNO", "COUNTRY"}
    assert AUTOMATIC_KEYS[PERSON] >= {"PHONE_DIRECT", "POSTALCOUNTRY", "BIRTHDATE"}


# Activation


def test_an_actor_type_that_is_switched_off_bars_nothing() -> None:
    context = one_actor(erp_field("E", mandatory=True), active=False)
    assert codes(context) == []


def test_a_mandatory_field_without_a_direction_bars_it() -> None:
    context = one_actor(
        erp_field("E", mandatory=True, label="Key"), crm=(NAME,), mapped=(FieldMapping("E", "NAME"),)
    )
    (reason,) = activation_reasons(context)
    assert reason.code is C.MANDATORY_WITHOUT_DIRECTION
    assert reason.params == {"actor": "Customer", "key": "E", "label": "Key"}
    assert reason.field == "mapping"


def test_a_default_alone_is_no_direction_for_a_mandatory_field() -> None:
    default = DefaultValue("x", set_value=True)
    context = one_actor(erp_field("E", mandatory=True), mapped=(FieldMapping("E", default=default),))
    assert codes(context) == [C.MANDATORY_WITHOUT_DIRECTION]


def test_a_mandatory_field_that_goes_to_superoffice_only_needs_a_default() -> None:
    mapped = FieldMapping("E", "NAME", TO_CRM)
    context = one_actor(erp_field("E", mandatory=True), crm=(NAME,), mapped=(mapped,))
    (reason,) = activation_reasons(context)
    assert (reason.code, reason.field) == (C.MANDATORY_NOT_COVERED, "default")


def test_a_mandatory_field_with_a_default_may_go_to_superoffice_only() -> None:
    mapped = FieldMapping("E", "NAME", TO_CRM, default=DefaultValue("x", set_value=True))
    assert codes(one_actor(erp_field("E", mandatory=True), crm=(NAME,), mapped=(mapped,))) == []


@pytest.mark.parametrize("direction", [TO_ERP, BOTH])
def test_a_mandatory_field_that_goes_to_the_erp_bars_nothing(direction: Direction) -> None:
    mapped = FieldMapping("E", "NAME", direction)
    assert codes(one_actor(erp_field("E", mandatory=True), crm=(NAME,), mapped=(mapped,))) == []


@pytest.mark.parametrize("kind", [FieldType.PASSWORD, FieldType.UNKNOWN])
def test_a_mandatory_field_that_cannot_be_synchronised_says_so(kind: FieldType) -> None:
    assert codes(one_actor(erp_field("E", kind, mandatory=True))) == [C.MANDATORY_NOT_SYNCABLE]


def test_a_mandatory_label_bars_nothing() -> None:
    assert codes(one_actor(erp_field("E", FieldType.LABEL, mandatory=True))) == []


def test_a_mandatory_field_that_is_gone_is_not_asked_for() -> None:
    schema = ActorSchema("Customer", (erp_field("E", mandatory=True),), gone=frozenset({"E"}))
    context = one_actor(schema=schema, mapped=(FieldMapping("E", show_in_tab=True),))
    assert codes(context) == []


def test_a_gone_field_with_a_direction_bars_it_and_says_where() -> None:
    (reason,) = activation_reasons(gone())
    assert reason.code is C.MAPPING_ERP_GONE
    assert reason.params == {"label": "Old", "actor": "Customer", "key": "E"}
    assert reason.field == "mapping"


def test_a_gone_field_without_a_direction_bars_nothing() -> None:
    assert codes(gone(NONE)) == []


def test_a_direction_that_is_barred_meanwhile_bars_it() -> None:
    mapped = (FieldMapping("E", "NAME", TO_CRM),)
    context = one_actor(erp_field("E"), crm=(NAME,), mapped=mapped, elsewhere={(COMPANY, "NAME"): "Navision"})
    assert codes(context) == [C.MAPPING_MAPPED_ELSEWHERE]


def test_a_default_that_is_wrong_meanwhile_bars_it() -> None:
    default = DefaultValue("x", set_value=True)
    context = one_actor(erp_field("E", read_only=True), mapped=(FieldMapping("E", default=default),))
    (reason,) = activation_reasons(context)
    assert (reason.code, reason.field) == (C.DEFAULT_ON_READ_ONLY, "default")
    assert reason.params["key"] == "E"


def test_an_actor_type_whose_fields_could_not_be_read_bars_it_besides_the_rest() -> None:
    schema = ActorSchema(
        "Customer", (erp_field("E", mandatory=True),), problem=Problem(C.CONNECT_TIMEOUT, {"host": "erp"})
    )
    first, second = activation_reasons(one_actor(schema=schema))
    assert (first.code, first.detail) == (C.ACTOR_NOT_READ, "connect.timeout")
    assert second.code is C.MANDATORY_WITHOUT_DIRECTION


@pytest.mark.parametrize(
    ("schema", "code"),
    [
        (ActorSchema("Sale", (erp_field("E", mandatory=True),)), C.ACTOR_TYPE_UNKNOWN),
        (ActorSchema("Customer", (erp_field("E", mandatory=True),), supported=False), C.ACTOR_TYPE_GONE),
    ],
)
def test_an_actor_type_that_cannot_be_synchronised_has_that_one_reason(
    schema: ActorSchema, code: ProblemCode
) -> None:
    (reason,) = activation_reasons(one_actor(schema=schema, actor_type=schema.actor_type))
    assert (reason.code, reason.field) == (code, "mapping")
    assert reason.params == {"actor": schema.actor_type}


def test_every_actor_type_is_asked() -> None:
    erp = ErpSchema(
        tuple(ActorSchema(kind, (erp_field("E", mandatory=True),)) for kind in ("Customer", "Person"))
    )
    setup = SyncSetup(
        tuple(ActorMapping(kind, True, (FieldMapping("E"),)) for kind in ("Customer", "Person"))
    )
    reasons = activation_reasons(SyncContext(CONNECTION, erp, Catalogue(), setup))
    assert [one.params["actor"] for one in reasons] == ["Customer", "Person"]


# What other connections hear of


def test_fields_with_a_direction_are_synchronised_by_kind_of_record() -> None:
    actors = (
        ActorMapping("Supplier", False, (FieldMapping("E", "NAME", TO_ERP), FieldMapping("F", "FAX"))),
        ActorMapping("Person", True, (FieldMapping("E", "TITLE", BOTH),)),
        ActorMapping("Sale", True, (FieldMapping("E", "NAME", BOTH),)),
    )
    assert set(synchronised(actors)) == {(COMPANY, "NAME"), (PERSON, "TITLE")}


def test_an_unknown_field_has_no_row() -> None:
    found: ActorRules = rules(one_actor(erp_field("E")))
    with pytest.raises(KeyError, match="Other"):
        found.row_of("Other")
