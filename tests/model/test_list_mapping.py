"""Items of an ERP's list and of SuperOffice's brought together, and what of them bars activation."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.model.catalogue import CrmList
from erpsync_desktop.model.erp_schema import ActorSchema, ErpList
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.list_mapping import (
    ItemChoices,
    default_lists,
    default_reasons,
    list_reasons,
    pairs_in_use,
)
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.model.sync_setup import (
    DefaultValue,
    Direction,
    FieldMapping,
    ListMapping,
    ListPair,
    SyncContext,
)
from erpsync_desktop.model.values import FieldType
from tests.model.setups import BOTH, NONE, TO_CRM, company_field, erp_field, one_actor


def items(*texts: str) -> tuple[ListItem, ...]:
    """Items whose keys are e0, e1 … of the ERP; SuperOffice's are made of the same by ``crm``."""
    return tuple(ListItem(f"e{place}", text) for place, text in enumerate(texts))


def crm(*texts: str) -> tuple[ListItem, ...]:
    return tuple(replace(item, key=f"c{item.key[1:]}") for item in items(*texts))


def choices(chosen: dict[str, str] | None = None) -> ItemChoices:
    return ItemChoices(items("A", "B", "C"), crm("A", "B", "C"), chosen or {})


# Choosing


def test_nothing_is_chosen_at_first() -> None:
    found = choices()
    assert (found.choice("e0"), found.unmapped, found.doubles, found.gone) == ("", 3, 0, 0)


def test_a_choice_can_be_made_changed_and_taken_back() -> None:
    found = choices()
    for key in ("c0", "c1", ""):
        found.choose("e0", key)
        assert found.choice("e0") == key
    assert found.result == {}


def test_an_item_that_is_chosen_twice_is_a_double_at_both_places() -> None:
    found = choices({"e0": "c1", "e1": "c1", "e2": "c2"})
    assert [found.is_double(key) for key in ("e0", "e1", "e2")] == [True, True, False]
    assert found.doubles == 2


def test_a_double_is_resolved_by_another_choice() -> None:
    found = choices({"e0": "c1", "e1": "c1"})
    found.choose("e0", "c0")
    assert (found.doubles, found.is_double("e1")) == (0, False)


def test_no_selection_is_never_a_double() -> None:
    found = choices()
    assert not found.is_double("e0")
    assert not found.is_gone("e0")


def test_an_item_that_superoffice_does_not_have_any_more_is_gone_but_kept() -> None:
    found = choices({"e0": "old"})
    assert found.is_gone("e0")
    assert (found.gone, found.result) == (1, {"e0": "old"})


def test_a_choice_for_an_item_that_the_erp_does_not_have_any_more_is_left_out() -> None:
    found = choices({"old": "c0"})
    assert (found.result, found.unmapped) == ({}, 3)
    assert not found.is_double("e0")


def test_an_item_that_the_erp_does_not_have_cannot_be_chosen_for() -> None:
    with pytest.raises(KeyError):
        choices().choose("old", "c0")


def test_the_result_stands_in_the_order_of_the_erp() -> None:
    found = choices()
    found.choose_all({"e2": "c0", "e0": "c2"})
    assert list(found.result.items()) == [("e0", "c2"), ("e2", "c0")]


def test_what_was_given_is_not_changed() -> None:
    saved = {"e0": "c0"}
    choices(saved).choose("e0", "c1")
    assert saved == {"e0": "c0"}


def test_items_that_share_a_key_count_once() -> None:
    found = ItemChoices((ListItem("e", "A"), ListItem("e", "A")), crm("A"))
    assert found.unmapped == 1
    found.choose_all(found.equal_names())
    assert (found.unmapped, found.result) == (0, {"e": "c0"})


# Matching equal names


@pytest.mark.parametrize(
    ("erp_text", "crm_text"),
    [
        ("Trade", "trade "),
        ("Straße", "STRASSE"),
        ('US:"Trade";GE:"Handel"', "Handel"),
        ('US:"Trade";GE:"Handel"', 'NO:"Varehandel";GE:"HANDEL"'),
        ("Trade  and craft", "Trade and craft"),
    ],
)
def test_equal_names_match_whatever_their_case_and_language(erp_text: str, crm_text: str) -> None:
    assert ItemChoices(items(erp_text), crm(crm_text)).equal_names() == {"e0": "c0"}


def test_an_item_without_a_text_is_called_by_its_key() -> None:
    assert ItemChoices((ListItem("A", ""),), crm("a")).equal_names() == {"A": "c0"}


@pytest.mark.parametrize(
    ("erp_texts", "crm_texts"),
    [
        (("A", "A"), ("A",)),
        (("A",), ("A", "a")),
        (("A", "a"), ("A", "a")),
        (('US:"A";GE:"B"',), ("A", "B")),
        (("A", "B"), ('US:"A";GE:"B"',)),
        (("A",), ("B",)),
    ],
)
def test_what_is_not_obvious_is_left_to_the_administrator(
    erp_texts: tuple[str, ...], crm_texts: tuple[str, ...]
) -> None:
    assert ItemChoices(items(*erp_texts), crm(*crm_texts)).equal_names() == {}


def test_a_shared_name_does_not_hide_one_of_its_own() -> None:
    erp = items('US:"Other";GE:"Sonstiges"', 'US:"Other";GE:"Anderes"')
    assert ItemChoices(erp, crm("Anderes", "Sonstiges")).equal_names() == {"e0": "c1", "e1": "c0"}


def test_what_is_chosen_already_stays_and_is_not_given_twice() -> None:
    found = choices({"e0": "c1"})
    assert found.equal_names() == {"e2": "c2"}


def test_matching_changes_nothing_by_itself() -> None:
    found = choices()
    found.equal_names()
    assert found.result == {}


# Any sequence

_texts = st.sampled_from(["A", "B", "a", "C", "", 'US:"A";GE:"B"'])
_erp = st.lists(_texts, max_size=5).map(lambda texts: items(*texts))
_crm = st.lists(_texts, max_size=5).map(lambda texts: crm(*texts))
_erp_keys = st.sampled_from([f"e{place}" for place in range(6)])
_crm_keys = st.sampled_from(["", *(f"c{place}" for place in range(6))])
_steps = st.lists(st.tuples(_erp_keys, _crm_keys), max_size=12)


@given(_erp, _crm, st.dictionaries(_erp_keys, _crm_keys), _steps)
def test_the_counts_are_those_of_a_recount(
    erp: tuple[ListItem, ...],
    crm_items: tuple[ListItem, ...],
    saved: dict[str, str],
    steps: list[tuple[str, str]],
) -> None:
    found = ItemChoices(erp, crm_items, saved)
    keys = [item.key for item in erp]
    there = {item.key for item in crm_items}
    plain = {key: one for key, one in saved.items() if one and key in keys}
    for erp_key, crm_key in [("", ""), *steps]:
        if erp_key in keys:
            found.choose(erp_key, crm_key)
            plain = {key: one for key, one in {**plain, erp_key: crm_key}.items() if one}
        uses = Counter(plain.values())
        assert found.result == plain
        assert found.unmapped == sum(key not in plain for key in keys)
        assert found.doubles == sum(uses[one] > 1 for one in plain.values())
        assert found.gone == sum(one not in there for one in plain.values())
        assert [found.is_double(key) for key in keys] == [uses[plain.get(key, "")] > 1 for key in keys]
        assert [found.is_gone(key) for key in keys] == [
            key in plain and plain[key] not in there for key in keys
        ]


@given(_erp, _crm, st.dictionaries(_erp_keys, _crm_keys))
def test_matching_makes_no_double_and_keeps_what_is_chosen(
    erp: tuple[ListItem, ...], crm_items: tuple[ListItem, ...], saved: dict[str, str]
) -> None:
    found = ItemChoices(erp, crm_items, saved)
    before, doubles, unmapped = found.result, found.doubles, found.unmapped
    matched = found.equal_names()
    found.choose_all(matched)
    assert found.doubles == doubles
    assert found.unmapped == unmapped - len(matched)
    assert found.result.items() >= before.items()
    assert set(matched.values()) <= {item.key for item in crm_items}


# Which lists belong together


def context(
    mapped: FieldMapping | None = None, *, active: bool = True, kind: FieldType = FieldType.LIST
) -> SyncContext:
    erp = erp_field("Group", FieldType.LIST, list_name="groups")
    fields = (company_field("CATEGORY", kind, list_name="category"),)
    return one_actor(
        erp, crm=fields, mapped=(mapped or FieldMapping("Group", "CATEGORY", BOTH),), active=active
    )


def test_a_list_field_that_names_no_list_needs_none() -> None:
    erp = erp_field("Group", FieldType.LIST)
    fields = (company_field("CATEGORY", FieldType.LIST, list_name="category"),)
    assert pairs_in_use(one_actor(erp, crm=fields, mapped=(FieldMapping("Group", "CATEGORY", BOTH),))) == ()


def test_the_lists_of_a_mapped_list_field_belong_together() -> None:
    (found,) = pairs_in_use(context())
    assert (found.erp_list, found.crm_list, found.in_use) == ("groups", "category", True)
    assert [(actor, erp.key) for actor, erp in found.fields] == [("Customer", "Group")]


@pytest.mark.parametrize(
    "found",
    [context(active=False), context(FieldMapping("Group", "CATEGORY", NONE))],
    ids=["actor type switched off", "no direction"],
)
def test_lists_that_nothing_synchronises_can_be_mapped_but_are_not_in_use(found: SyncContext) -> None:
    assert [one.in_use for one in pairs_in_use(found)] == [False]


@pytest.mark.parametrize(
    "found",
    [
        context(FieldMapping("Group")),
        context(FieldMapping("Group", "OLD", BOTH)),
        context(kind=FieldType.TEXT),
    ],
    ids=["not mapped", "gone", "to a text"],
)
def test_a_list_field_that_meets_no_list_needs_no_mapping(found: SyncContext) -> None:
    assert pairs_in_use(found) == ()


def test_a_list_of_an_actor_type_that_is_gone_needs_no_mapping() -> None:
    schema = ActorSchema("Customer", (erp_field("Group", FieldType.LIST),), supported=False)
    crm_fields = (company_field("CATEGORY", FieldType.LIST),)
    assert (
        pairs_in_use(one_actor(schema=schema, crm=crm_fields, mapped=context().setup.actors[0].fields)) == ()
    )


def test_fields_that_synchronise_stand_first_and_pairs_by_name() -> None:
    fields = [erp_field(key, FieldType.LIST, list_name=key[0]) for key in ("b1", "b2", "a1")]
    mapped = (FieldMapping("b1", "L"), FieldMapping("b2", "L", TO_CRM), FieldMapping("a1", "L"))
    crm_fields = (company_field("L", FieldType.LIST, list_name="l"),)
    found = pairs_in_use(one_actor(*fields, crm=crm_fields, mapped=mapped))
    assert [one.erp_list for one in found] == ["a", "b"]
    assert [erp.key for _, erp in found[1].fields] == ["b2", "b1"]


# What bars activation


def reasons(
    chosen: dict[str, str] | None = None,
    *,
    in_use: bool = True,
    problem: Problem | None = None,
    empty: bool = False,
) -> list[Problem]:
    erp = ErpList("groups", () if empty else items("A", "B"), problem=problem)
    field = erp_field("Group", FieldType.LIST, label="The group")
    mapping = ListMapping("groups", "category", chosen or {})
    pair = ListPair(erp, CrmList("category", items=crm("A", "B")), mapping, (("Customer", field),), in_use)
    return list(list_reasons(pair))


def test_a_list_whose_items_are_all_mapped_bars_nothing() -> None:
    assert reasons({"e0": "c0", "e1": "c1"}) == []


def test_a_list_that_is_not_in_use_bars_nothing() -> None:
    assert reasons(in_use=False) == []


def test_unmapped_items_bar_it_and_are_counted() -> None:
    (reason,) = reasons({"e0": "c0"})
    assert reason == Problem(
        ProblemCode.LIST_ITEMS_UNMAPPED,
        {
            "erp_list": "groups",
            "crm_list": "category",
            "actor": "Customer",
            "key": "Group",
            "label": "The group",
            "count": 1,
        },
        field="list",
    )


def test_items_that_share_theirs_bar_it() -> None:
    (reason,) = reasons({"e0": "c0", "e1": "c0"})
    assert (reason.code, reason.params["count"]) == (ProblemCode.LIST_ITEMS_TWICE, 2)


def test_items_whose_item_is_gone_bar_it() -> None:
    (reason,) = reasons({"e0": "c0", "e1": "old"})
    assert (reason.code, reason.params["count"]) == (ProblemCode.LIST_ITEMS_GONE, 1)


def test_a_list_that_was_never_read_has_that_one_reason() -> None:
    (reason,) = reasons(problem=Problem(ProblemCode.CONNECTION_LOST), empty=True)
    assert (reason.code, reason.detail) == (ProblemCode.LIST_NOT_READ, "connect.lost")


def test_a_list_that_could_not_be_read_again_is_judged_as_it_was() -> None:
    found = reasons({"e0": "c0"}, problem=Problem(ProblemCode.CONNECTION_LOST))
    assert [one.code for one in found] == [ProblemCode.LIST_NOT_READ, ProblemCode.LIST_ITEMS_UNMAPPED]


def test_a_list_that_superoffice_does_not_have_any_more_has_that_one_reason() -> None:
    pair = ListPair(ErpList("groups", items("A")), None, ListMapping("groups", "category"), (), in_use=True)
    (reason,) = list_reasons(pair)
    assert reason.code is ProblemCode.LIST_CRM_GONE
    assert reason.params == {"erp_list": "groups", "crm_list": "category"}


def test_an_empty_list_bars_nothing() -> None:
    assert reasons(empty=True) == []


@pytest.mark.parametrize("direction", [Direction.TO_CRM, Direction.TO_ERP, Direction.BOTH])
def test_every_direction_uses_the_list(direction: Direction) -> None:
    assert [one.in_use for one in pairs_in_use(context(FieldMapping("Group", "CATEGORY", direction)))] == [
        True
    ]


# Defaults


def defaulting(value: str, *, set_value: bool = True, active: bool = True) -> SyncContext:
    default = DefaultValue(value, set_value=set_value, ask_user=not set_value)
    return context(FieldMapping("Group", default=default), active=active)


READ = ErpList("groups", items("A", "B"), datetime(2026, 5, 4, tzinfo=UTC))


def test_a_default_that_is_no_item_any_more_bars_activation() -> None:
    assert default_lists(defaulting("old")) == {"groups"}
    (reason,) = default_reasons(defaulting("old"), {"groups": READ})
    assert reason == Problem(
        ProblemCode.DEFAULT_ITEM_GONE,
        {"actor": "Customer", "key": "Group", "label": "Group", "erp_list": "groups"},
        field="default",
    )


@pytest.mark.parametrize(
    "without", [defaulting("e1"), defaulting("", set_value=False), defaulting("old", active=False), context()]
)
def test_other_defaults_bar_nothing(without: SyncContext) -> None:
    assert list(default_reasons(without, {"groups": READ})) == []


@pytest.mark.parametrize("lists", [{}, {"groups": ErpList("groups", problem=Problem(ProblemCode.DEADLINE))}])
def test_a_list_that_was_not_read_says_nothing_of_a_default(lists: dict[str, ErpList]) -> None:
    assert list(default_reasons(defaulting("old"), lists)) == []
