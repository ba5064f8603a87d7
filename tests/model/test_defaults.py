"""Default values: which fields take one, and when it can be saved."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.model.defaults import DefaultDraft, default_problem, kept_default_problem
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.mapping import MappingRow
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata
from erpsync_desktop.model.sync_setup import DefaultValue, FieldMapping
from erpsync_desktop.model.values import FieldType
from tests.model.setups import erp_field, one_actor, rules

C = ProblemCode
TEXT, NUMBER = erp_field("E", max_length=5), erp_field("N", FieldType.INTEGER)
SET, ASK = DefaultValue("x", set_value=True), DefaultValue(ask_user=True)


def row(erp: FieldMetadata | None, default: DefaultValue | None = None) -> MappingRow:
    mapped = (FieldMapping("E", "C", default=default),)
    return rules(one_actor(*([replace(erp, key="E")] if erp else []), mapped=mapped)).row_of("E")


def codes(draft: DefaultDraft) -> list[ProblemCode]:
    return [one.code for one in draft.missing()]


# Which fields take one


def test_a_field_that_can_be_written_takes_a_default() -> None:
    assert default_problem(row(TEXT)) is None


@pytest.mark.parametrize(
    ("erp", "code"),
    [
        (erp_field("E", read_only=True), C.DEFAULT_ON_READ_ONLY),
        (erp_field("E", FieldType.LABEL), C.DEFAULT_NOT_POSSIBLE),
        (erp_field("E", FieldType.PASSWORD), C.DEFAULT_NOT_POSSIBLE),
        (erp_field("E", FieldType.UNKNOWN), C.DEFAULT_NOT_POSSIBLE),
        (None, C.DEFAULT_ERP_GONE),
    ],
)
def test_other_fields_take_none_and_say_why(erp: FieldMetadata | None, code: ProblemCode) -> None:
    problem = default_problem(row(erp))
    assert problem == Problem(code, {"label": "E"})


def test_a_field_needs_no_superoffice_field_for_a_default() -> None:
    found = rules(one_actor(TEXT)).row_of("E")
    assert default_problem(found) is None


# A default that was made before


def test_a_row_without_a_default_has_nothing_wrong_with_it() -> None:
    assert kept_default_problem(row(erp_field("E", read_only=True))) is None


def test_a_default_that_still_fits_is_in_order() -> None:
    assert kept_default_problem(row(TEXT, SET)) is None


@pytest.mark.parametrize(
    ("erp", "code"),
    [
        (erp_field("E", read_only=True), C.DEFAULT_ON_READ_ONLY),
        (erp_field("E", FieldType.INTEGER), C.FIELD_NOT_AN_INTEGER),
        (None, C.DEFAULT_ERP_GONE),
    ],
)
def test_a_default_whose_field_changed_meanwhile_says_what_is_wrong(
    erp: FieldMetadata | None, code: ProblemCode
) -> None:
    problem = kept_default_problem(row(erp, SET))
    assert problem is not None
    assert problem.code is code


# Editing one


def test_a_new_default_asks_for_a_field_first() -> None:
    assert codes(DefaultDraft()) == [C.DEFAULT_FIELD_MISSING]


def test_it_must_do_something() -> None:
    assert codes(DefaultDraft(TEXT)) == [C.DEFAULT_IS_NONE]


def test_mandatory_alone_is_not_enough() -> None:
    assert codes(DefaultDraft(TEXT).with_choice(mandatory=True)) == [C.DEFAULT_MANDATORY_ALONE]


@pytest.mark.parametrize("default", [SET, ASK])
def test_mandatory_goes_with_either_of_the_others(default: DefaultValue) -> None:
    assert codes(DefaultDraft(TEXT, replace(default, mandatory=True))) == []


def test_setting_a_value_needs_one() -> None:
    assert codes(DefaultDraft(TEXT).with_choice(set_value=True)) == [C.DEFAULT_NEEDS_VALUE]
    assert codes(DefaultDraft(TEXT).with_choice(set_value=True).with_value("  ")) == [C.DEFAULT_NEEDS_VALUE]


def test_asking_the_user_needs_no_value() -> None:
    assert codes(DefaultDraft(TEXT, ASK)) == []


def test_both_can_be_chosen() -> None:
    assert codes(DefaultDraft(TEXT, replace(SET, ask_user=True))) == []


def test_a_value_must_fit_its_field() -> None:
    draft = DefaultDraft(TEXT, SET).with_value("too long")
    assert codes(draft) == [C.FIELD_TOO_LONG]
    assert codes(DefaultDraft(NUMBER, SET)) == [C.FIELD_NOT_AN_INTEGER]


def test_a_text_that_is_no_value_bars_it_until_a_value_is_typed() -> None:
    wrong = Problem(C.FIELD_NOT_AN_INTEGER)
    draft = DefaultDraft(NUMBER).with_choice(set_value=True).with_invalid(wrong)
    assert draft.missing() == (wrong,)
    assert codes(draft.with_value("[I:1]")) == []


def test_a_text_that_is_no_value_does_not_matter_where_none_is_set() -> None:
    draft = DefaultDraft(NUMBER, ASK).with_invalid(Problem(C.FIELD_NOT_AN_INTEGER))
    assert codes(draft) == []


def test_a_field_that_became_read_only_takes_none() -> None:
    (problem,) = DefaultDraft(erp_field("E", read_only=True), SET).missing()
    assert (problem.code, problem.field) == (C.DEFAULT_ON_READ_ONLY, "field")


def test_problems_belong_to_an_input() -> None:
    drafts = (
        DefaultDraft(),
        DefaultDraft(TEXT),
        DefaultDraft(TEXT).with_choice(set_value=True),
        DefaultDraft(TEXT).with_choice(mandatory=True),
    )
    found = [one.field for draft in drafts for one in draft.missing()]
    assert found == ["field", "choice", "field:E", "choice"]


def test_a_value_that_is_not_set_is_not_saved() -> None:
    assert DefaultDraft(TEXT, replace(ASK, value="x")).result == ASK


def test_unticking_and_ticking_again_keeps_what_was_typed() -> None:
    draft = DefaultDraft(TEXT, SET).with_choice(set_value=False).with_choice(set_value=True)
    assert draft.result == SET


def test_another_field_starts_with_its_own_default_and_keeps_the_boxes() -> None:
    number = replace(NUMBER, default="[I:7]")
    draft = DefaultDraft(TEXT, replace(SET, mandatory=True)).with_invalid(Problem(C.FIELD_TOO_LONG))
    changed = draft.with_field(number)
    assert changed == DefaultDraft(number, DefaultValue("[I:7]", set_value=True, mandatory=True))


def test_the_same_field_again_keeps_the_value() -> None:
    draft = DefaultDraft(TEXT, SET)
    assert draft.with_field(TEXT) is draft


def test_no_field_has_no_value() -> None:
    assert DefaultDraft(TEXT, SET).with_field(None).default.value == ""


def test_a_box_starts_unticked_and_that_is_a_value() -> None:
    draft = DefaultDraft().with_field(erp_field("B", FieldType.CHECKBOX)).with_choice(set_value=True)
    assert draft.missing() == ()
    assert draft.result.value == "[I:0]"


_wires = st.sampled_from(
    ["", " ", "x", "longer", "[I:1]", "[F:1.5]", "[DT:01/02/2020 00:00:00.0000000]", "\x00"]
)


_defaults = st.builds(DefaultValue, _wires, st.booleans(), st.booleans(), st.booleans())


@given(st.sampled_from(FieldType), st.sampled_from(FieldAccess), _defaults)
def test_ok_is_on_exactly_when_the_documented_dependencies_hold(
    kind: FieldType, access: FieldAccess, default: DefaultValue
) -> None:
    erp = FieldMetadata("E", kind, access=access)
    draft = DefaultDraft(erp, default)
    takes = access is not FieldAccess.READ_ONLY and kind.has_value and not kind.is_secret
    has_value = erp.is_filled(default.value) and erp.check(default.value) is None
    chosen = default.set_value or default.ask_user
    assert (not draft.missing()) == (takes and chosen and (has_value or not default.set_value))
    assert all(problem.field for problem in draft.missing())
