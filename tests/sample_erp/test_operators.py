"""Advanced search: every operator of every type of field, over HTTP."""

from typing import Any

import pytest

from erpsync_desktop.sample_erp.search import OPERATORS
from tests.sample_erp.raw_client import RawClient

Case = tuple[str, str, str, str, list[str], list[str]]

CASES: list[Case] = [
    ("Text", "Supplier", "NAME", "=", ["norsk tauverk AS"], ["S-10002"]),
    ("Text", "Supplier", "STREETCITY", "isnot", ["hamburg"], ["S-10002", "S-10003", "S-10004", "S-10005"]),
    ("Text", "Supplier", "NAME", "begins", ["lün"], ["S-10004"]),
    ("Text", "Supplier", "NAME", "contains", ["TOOL"], ["S-10003"]),
    ("Text", "Supplier", "NAME", "ends", ["ag"], ["S-10005"]),
    ("Text", "Supplier", "NAME", "notbegins", ["s"], ["S-10001", "S-10002", "S-10004", "S-10005"]),
    ("Text", "Supplier", "NAME", "notcontains", ["s"], ["S-10005"]),
    ("Text", "Supplier", "NAME", "notends", ["AS"], ["S-10001", "S-10003", "S-10004", "S-10005"]),
    ("Text", "Supplier", "NAME", "between", ["l", "o"], ["S-10002", "S-10004"]),
    ("Integer", "Supplier", "DELIVERY_DAYS", "=", ["[I:14]"], ["S-10002"]),
    ("Integer", "Supplier", "DELIVERY_DAYS", "!=", ["[I:14]"], ["S-10001", "S-10003", "S-10004", "S-10005"]),
    ("Integer", "Supplier", "DELIVERY_DAYS", ">", ["[I:21]"], ["S-10005"]),
    ("Integer", "Supplier", "DELIVERY_DAYS", "<", ["7"], ["S-10004"]),
    ("Integer", "Supplier", "DELIVERY_DAYS", ">=", ["[I:21]"], ["S-10003", "S-10005"]),
    ("Integer", "Supplier", "DELIVERY_DAYS", "<=", ["[I:7]"], ["S-10001", "S-10004"]),
    ("Integer", "Supplier", "DELIVERY_DAYS", "between", ["[I:5]", "[I:7]"], ["S-10001", "S-10004"]),
    ("Double", "Partner", "COMMISSION", "=", ["[F:7.5]"], ["P-10001"]),
    ("Double", "Partner", "COMMISSION", "!=", ["[F:7.5]"], ["P-10002", "P-10003"]),
    ("Double", "Partner", "COMMISSION", ">", ["[F:7.4]"], ["P-10001", "P-10003"]),
    ("Double", "Partner", "COMMISSION", "<", ["[D:7.5]"], ["P-10002"]),
    ("Double", "Partner", "COMMISSION", ">=", ["[F:10]"], ["P-10003"]),
    ("Double", "Partner", "COMMISSION", "<=", ["5"], ["P-10002"]),
    ("Double", "Partner", "COMMISSION", "between", ["[F:5]", "[F:7.5]"], ["P-10001", "P-10002"]),
    ("Checkbox", "Supplier", "APPROVED", "=", ["[I:0]"], ["S-10005"]),
    ("List", "Supplier", "COUNTRY", "oneof", ["NO", "GB"], ["S-10002", "S-10003"]),
    ("List", "Supplier", "COUNTRY", "notoneof", ["NO", "GB", "DE"], ["S-10005"]),
    ("Datetime", "Project", "ENDDATE", "=", ["[DT:12/31/2026 00:00:00.0000000]"], ["J-10002", "J-10006"]),
    ("Datetime", "Project", "ENDDATE", "=", ["[DT:12/31/2026 17:30:00.0000000]"], ["J-10002", "J-10006"]),
    ("Datetime", "Project", "ENDDATE", "before", ["2026-11-15"], ["J-10007"]),
    ("Datetime", "Project", "ENDDATE", "beforeOrEqual", ["2026-11-15"], ["J-10005", "J-10007"]),
    ("Datetime", "Project", "ENDDATE", "after", ["[DT:06/30/2027 00:00:00.0000000]"], ["J-10004"]),
    ("Datetime", "Project", "ENDDATE", "afterOrEqual", ["06/30/2027 00:00:00"], ["J-10003", "J-10004"]),
    ("Datetime", "Project", "ENDDATE", "between", ["2026-11-15", "2026-12-18"], ["J-10005", "J-10008"]),
]  # fmt: skip


def search(client: RawClient, actor_type: str, *restrictions: dict[str, Any]) -> dict[str, Any]:
    return client.call(
        "WSSearchActorsAdvanced", ActorType=actor_type, FieldKeys=["NAME"], Restrictions=list(restrictions)
    )


def restriction(key: str, name: str, *values: str) -> dict[str, Any]:
    return {"FieldKey": key, "Operator": name, "Values": list(values)}


@pytest.mark.parametrize("case", CASES, ids=[f"{case[0]} {case[3]}" for case in CASES])
def test_an_operator_finds_the_right_actors(connected: RawClient, case: Case) -> None:
    _, actor_type, key, name, values, expected = case
    answer = search(connected, actor_type, restriction(key, name, *values))
    assert sorted(one["ErpKey"] for one in answer["Actors"]) == expected


def test_the_cases_cover_every_operator_of_every_type() -> None:
    covered = {(case[0], case[3]) for case in CASES}
    assert covered == {(kind.value, name) for kind, names in OPERATORS.items() for name in names}


def test_all_restrictions_have_to_be_met(connected: RawClient) -> None:
    both = (restriction("COUNTRY", "oneof", "DE"), restriction("DELIVERY_DAYS", "<", "[I:6]"))
    assert [one["ErpKey"] for one in search(connected, "Supplier", *both)["Actors"]] == ["S-10004"]


def test_no_restriction_finds_all(connected: RawClient) -> None:
    assert len(search(connected, "Partner")["Actors"]) == 3


def test_a_scalar_value_stands_for_the_one_value(connected: RawClient) -> None:
    one = {"FieldKey": "NAME", "Operator": "begins", "ScalarValue": "thorn"}
    assert [actor["ErpKey"] for actor in search(connected, "Partner", one)["Actors"]] == ["P-10003"]


@pytest.mark.parametrize("name", ["=", "before", "afterOrEqual", "between"])
def test_an_empty_date_is_found_by_no_comparison(connected: RawClient, name: str) -> None:
    values = ["1900-01-01", "2100-01-01"] if name == "between" else ["2000-01-01"]
    found = search(connected, "Person", restriction("BIRTHDATE", name, *values))["Actors"] or []
    assert "K-10004" not in {one["ErpKey"] for one in found}


@pytest.mark.parametrize(
    ("key", "name", "values"),
    [
        ("NAME", ">", ["a"]),
        ("NAME", "", ["a"]),
        ("COUNTRY", "=", ["DE"]),
        ("COUNTRY", "oneof", []),
        ("APPROVED", "!=", ["[I:1]"]),
        ("DELIVERY_DAYS", "between", ["[I:1]"]),
        ("DELIVERY_DAYS", "=", ["[I:1]", "[I:2]"]),
        ("DELIVERY_DAYS", "=", ["soon"]),
        ("DELIVERY_DAYS", "=", [""]),
        ("PHONE", "=", ["1"]),
        ("PLANET", "=", ["1"]),
    ],
)
def test_a_restriction_that_cannot_be_used_is_refused(
    connected: RawClient, key: str, name: str, values: list[str]
) -> None:
    answer = search(connected, "Supplier", restriction(key, name, *values))
    assert (answer["IsOk"], answer["ErrorCode"]) == ("false", "BAD_RESTRICTION")
