"""Which types go together, and what an ERP field and a SuperOffice field allow by themselves."""

import pytest

from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.mapping import fits, may_be_cut, pair_problem, type_problem
from erpsync_desktop.model.pairing import misfit
from erpsync_desktop.model.sync_setup import Direction
from erpsync_desktop.model.values import FieldType
from tests.model.setups import BOTH, SYNCED_TYPES, TO_CRM, TO_ERP, company_field, erp_field

TEXT, INTEGER, DOUBLE = FieldType.TEXT, FieldType.INTEGER, FieldType.DOUBLE
CHECKBOX, LIST, DATETIME = FieldType.CHECKBOX, FieldType.LIST, FieldType.DATETIME


def code_of(problem: Problem | None) -> ProblemCode | None:
    return problem.code if problem else None


def barred(erp: FieldType, crm: FieldType, direction: Direction) -> ProblemCode | None:
    of_erp = erp_field("E", erp, list_name="items" if erp is FieldType.LIST else "")
    return code_of(type_problem(of_erp, company_field("C", crm), direction))


@pytest.mark.parametrize("kind", SYNCED_TYPES)
@pytest.mark.parametrize("direction", [TO_CRM, TO_ERP, BOTH])
def test_equal_types_go_in_every_direction(kind: FieldType, direction: Direction) -> None:
    assert barred(kind, kind, direction) is None


def test_a_list_field_that_names_no_list_goes_with_texts_alone() -> None:
    erp, crm = erp_field("E", LIST), company_field("C", LIST, list_name="category")
    assert code_of(misfit(erp, crm)) is ProblemCode.MAPPING_NO_ERP_LIST
    assert code_of(pair_problem(erp, crm, TO_ERP)) is ProblemCode.MAPPING_NO_ERP_LIST
    assert fits(erp, company_field("C"))


@pytest.mark.parametrize("kind", [INTEGER, DOUBLE, CHECKBOX, LIST, DATETIME])
def test_everything_can_become_a_text_but_no_text_anything_else(kind: FieldType) -> None:
    assert barred(kind, TEXT, TO_CRM) is None
    assert barred(kind, TEXT, TO_ERP) is ProblemCode.MAPPING_LOSES_TO_ERP
    assert barred(kind, TEXT, BOTH) is ProblemCode.MAPPING_LOSES_TO_ERP
    assert barred(TEXT, kind, TO_ERP) is None
    assert barred(TEXT, kind, TO_CRM) is ProblemCode.MAPPING_LOSES_TO_CRM
    assert barred(TEXT, kind, BOTH) is ProblemCode.MAPPING_LOSES_TO_CRM


@pytest.mark.parametrize(("small", "large"), [(INTEGER, DOUBLE), (CHECKBOX, INTEGER), (CHECKBOX, DOUBLE)])
def test_a_number_goes_where_every_value_of_it_has_room(small: FieldType, large: FieldType) -> None:
    assert barred(small, large, TO_CRM) is None
    assert barred(small, large, BOTH) is ProblemCode.MAPPING_LOSES_TO_ERP
    assert barred(large, small, TO_ERP) is None
    assert barred(large, small, TO_CRM) is ProblemCode.MAPPING_LOSES_TO_CRM


@pytest.mark.parametrize("one", [INTEGER, DOUBLE, CHECKBOX])
@pytest.mark.parametrize("other", [LIST, DATETIME])
def test_numbers_lists_and_dates_do_not_fit_together(one: FieldType, other: FieldType) -> None:
    for direction in (TO_CRM, TO_ERP, BOTH):
        assert barred(one, other, direction) is ProblemCode.MAPPING_TYPES_DO_NOT_FIT
        assert barred(other, one, direction) is ProblemCode.MAPPING_TYPES_DO_NOT_FIT


@pytest.mark.parametrize("kind", [FieldType.LABEL, FieldType.PASSWORD, FieldType.UNKNOWN])
@pytest.mark.parametrize("crm", SYNCED_TYPES)
def test_labels_passwords_and_unknown_types_are_never_synchronised(kind: FieldType, crm: FieldType) -> None:
    assert barred(kind, crm, TO_CRM) is ProblemCode.MAPPING_NOT_SYNCABLE
    assert not fits(erp_field("E", kind), company_field("C", crm))


def test_an_id_of_superoffice_is_never_synchronised() -> None:
    crm = company_field("contactId", is_id=True)
    for direction in (TO_CRM, TO_ERP, BOTH):
        assert code_of(pair_problem(erp_field("E"), crm, direction)) is ProblemCode.MAPPING_CRM_ID
    assert not fits(erp_field("E"), crm)


def test_a_read_only_erp_field_cannot_receive() -> None:
    erp, crm = erp_field("E", read_only=True), company_field("C")
    assert pair_problem(erp, crm, TO_CRM) is None
    assert code_of(pair_problem(erp, crm, TO_ERP)) is ProblemCode.MAPPING_ERP_READ_ONLY
    assert code_of(pair_problem(erp, crm, BOTH)) is ProblemCode.MAPPING_ERP_READ_ONLY


def test_a_field_that_superoffice_sets_cannot_receive() -> None:
    erp, crm = erp_field("E"), company_field("C", read_only=True)
    assert pair_problem(erp, crm, TO_ERP) is None
    assert code_of(pair_problem(erp, crm, TO_CRM)) is ProblemCode.MAPPING_CRM_READ_ONLY
    assert code_of(pair_problem(erp, crm, BOTH)) is ProblemCode.MAPPING_CRM_READ_ONLY


def test_two_fields_that_both_cannot_receive_are_not_offered() -> None:
    erp, crm = erp_field("E", read_only=True), company_field("C", read_only=True)
    assert not fits(erp, crm)
    assert code_of(misfit(erp, crm)) is ProblemCode.MAPPING_CRM_READ_ONLY


def test_a_field_is_offered_where_one_direction_is_possible() -> None:
    assert fits(erp_field("E", CHECKBOX), company_field("C", TEXT))
    assert misfit(erp_field("E", CHECKBOX), company_field("C", TEXT)) is None


def test_reasons_name_both_fields() -> None:
    problem = type_problem(erp_field("E", LIST, label="Group"), company_field("C", INTEGER), TO_CRM)
    assert problem is not None
    assert problem.params == {"label": "Group", "crm_label": "C"}


@pytest.mark.parametrize(
    ("erp_length", "crm_length", "direction", "code"),
    [
        (20, 10, TO_CRM, ProblemCode.MAPPING_MAY_BE_CUT_IN_CRM),
        (0, 10, TO_CRM, ProblemCode.MAPPING_MAY_BE_CUT_IN_CRM),
        (10, 20, TO_ERP, ProblemCode.MAPPING_MAY_BE_CUT_IN_ERP),
        (10, 0, BOTH, ProblemCode.MAPPING_MAY_BE_CUT_IN_ERP),
        (20, 10, TO_ERP, None),
        (10, 20, TO_CRM, None),
        (10, 10, BOTH, None),
        (0, 0, BOTH, None),
    ],
)
def test_a_longer_text_may_be_cut_on_the_side_that_receives(
    erp_length: int, crm_length: int, direction: Direction, code: ProblemCode | None
) -> None:
    note = may_be_cut(
        erp_field("E", max_length=erp_length), company_field("C", max_length=crm_length), direction
    )
    assert code_of(note) is code
    if note is not None:
        assert note.params["limit"] == 10


def test_only_texts_are_cut() -> None:
    assert may_be_cut(erp_field("E", DOUBLE), company_field("C", max_length=3), TO_CRM) is None
