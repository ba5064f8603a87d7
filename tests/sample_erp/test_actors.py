"""Actors are searched, read, created and saved, and the workbook follows."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.sample_erp.raw_client import RawClient
from tests.sample_erp_server import INFO_VALUES, running_sample_erp

NEW_CUSTOMER = {"NAME": "Neue Reederei GmbH", "COUNTRY": "DE"}


def actor(actor_type: str, values: dict[str, str], key: str = "", **more: str) -> dict[str, Any]:
    return {"ActorType": actor_type, "ErpKey": key, "FieldValues": values, **more}


def keys(answer: dict[str, Any]) -> list[str]:
    return [one["ErpKey"] for one in answer["Actors"] or []]


def get(client: RawClient, actor_type: str, key: str) -> dict[str, Any]:
    found: dict[str, Any] = client.call("WSGetActors", ActorType=actor_type, ErpKeys=[key])["Actors"][0]
    return found


def test_five_actor_types_are_supported(connected: RawClient) -> None:
    items = connected.call("WSGetSupportedActorTypes")["Items"]
    assert items == ["Customer", "Supplier", "Partner", "Person", "Project"]


def test_fields_of_an_actor_type_are_described_in_rank_order(connected: RawClient) -> None:
    fields = connected.call("WSGetSupportedActorTypeFields", ActorType="Person")["FieldMetaDataObjects"]
    by_key = {field["FieldKey"]: (field["FieldType"], field["Access"]) for field in fields}
    assert by_key["LASTNAME"] == ("Text", "Mandatory")
    assert by_key["NUMBER"] == ("Text", "ReadOnly")
    assert by_key["BIRTHDATE"] == ("Datetime", "Normal")
    assert [int(field["Rank"]) for field in fields] == sorted({int(field["Rank"]) for field in fields})


def test_searchable_fields_are_fields(connected: RawClient) -> None:
    for actor_type in ("Customer", "Supplier", "Partner", "Person", "Project"):
        fields = connected.call("WSGetSupportedActorTypeFields", ActorType=actor_type)["FieldMetaDataObjects"]
        searchable = connected.call("WSGetSearchableFields", ActorType=actor_type)["Items"]
        assert searchable
        assert set(searchable) <= {field["FieldKey"] for field in fields}


@pytest.mark.parametrize("actor_type", ["Employee", "", None])
def test_an_unsupported_actor_type_is_refused(connected: RawClient, actor_type: str | None) -> None:
    answer = connected.call("WSGetSearchableFields", ActorType=actor_type)
    assert answer["ErrorCode"] == "UNSUPPORTED_ACTOR_TYPE"


def test_actors_come_by_key_with_the_fields_asked_for(connected: RawClient) -> None:
    answer = connected.call(
        "WSGetActors",
        ActorType="Customer",
        ErpKeys=["C-10004", "C-99999", "C-10001"],
        FieldKeys=["NAME", "BLOCKED", "CREDIT_LIMIT", "PAYMENT_DAYS", "CUSTOMER_SINCE", "NO_SUCH_FIELD"],
    )
    assert keys(answer) == ["C-10004", "C-10001"]
    assert answer["Actors"][0]["FieldValues"] == {
        "NAME": "Kontor & Söhne GmbH",
        "PAYMENT_DAYS": "[I:10]",
        "CREDIT_LIMIT": "[F:2500.0]",
        "BLOCKED": "[I:1]",
        "CUSTOMER_SINCE": "[DT:06/30/2021 00:00:00.0000000]",
    }


def test_all_fields_come_where_none_is_named(connected: RawClient) -> None:
    fields = connected.call("WSGetSupportedActorTypeFields", ActorType="Project")["FieldMetaDataObjects"]
    assert set(get(connected, "Project", "J-10001")["FieldValues"]) == {field["FieldKey"] for field in fields}


def test_a_person_names_its_parent(connected: RawClient) -> None:
    person = get(connected, "Person", "K-10001")
    assert (person["ParentActorType"], person["ParentErpKey"]) == ("Customer", "C-10001")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("BREMEN", ["C-10002", "C-10005"]), ("öhlm", ["C-10002"]), ("c-10003", ["C-10003"]), ("nobody", [])],
)
def test_a_search_ignores_case_and_looks_in_every_text(
    connected: RawClient, text: str, expected: list[str]
) -> None:
    assert keys(connected.call("WSSearchActors", ActorType="Customer", SearchText=text)) == expected


def test_an_empty_search_finds_all(connected: RawClient) -> None:
    assert len(keys(connected.call("WSSearchActors", ActorType="Customer", SearchText=""))) == 14


def test_a_search_by_parent_finds_its_children_only(connected: RawClient) -> None:
    request = {"ActorType": "Person", "ParentActorType": "Customer", "ParentActorErpKey": "C-10006"}
    assert keys(connected.call("WSSearchActorByParent", **request)) == ["K-10007", "K-10008"]
    assert keys(connected.call("WSSearchActorByParent", **request, SearchText="haug")) == ["K-10008"]


def test_a_created_actor_has_a_key_defaults_and_a_row(connected: RawClient, tmp_path: Path) -> None:
    created = connected.call("WSCreateActor", Actor=actor("Customer", NEW_CUSTOMER))["Actor"]
    assert created["ErpKey"] == created["FieldValues"]["NUMBER1"] == "C-10015"
    assert created["FieldValues"]["PAYMENT_DAYS"] == "[I:30]"
    row = [cell.value for cell in load_workbook(tmp_path / "erp.xlsx")["Customers"][16]]
    assert row[0] == "C-10015"
    assert "Neue Reederei GmbH" in row


def test_a_created_person_belongs_to_its_parent(connected: RawClient) -> None:
    parent = {"ParentActorType": "Supplier", "ParentErpKey": "S-10004"}
    created = connected.call("WSCreateActor", Actor=actor("Person", {"LASTNAME": "Solt"}, **parent))["Actor"]
    found = connected.call(
        "WSSearchActorByParent", ActorType="Person", ParentActorType="Supplier", ParentActorErpKey="S-10004"
    )
    assert keys(found) == [created["ErpKey"]]


@pytest.mark.parametrize(
    ("parent_type", "parent_key"), [("Customer", "C-1"), ("Project", "J-10001"), ("", "C-10001")]
)
def test_a_parent_that_cannot_be_is_refused(connected: RawClient, parent_type: str, parent_key: str) -> None:
    person = actor("Person", {"LASTNAME": "Solt"}, ParentActorType=parent_type, ParentErpKey=parent_key)
    assert connected.call("WSCreateActor", Actor=person)["ErrorCode"] == "UNKNOWN_PARENT"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"COUNTRY": "DE"}, "MISSING_VALUE"),
        ({"NAME": " ", "COUNTRY": "DE"}, "MISSING_VALUE"),
        ({**NEW_CUSTOMER, "NUMBER1": "C-1"}, "READ_ONLY_FIELD"),
        ({**NEW_CUSTOMER, "BALANCE": "[F:1]"}, "READ_ONLY_FIELD"),
        ({**NEW_CUSTOMER, "PAYMENT_DAYS": "[I:soon]"}, "BAD_VALUE"),
        ({**NEW_CUSTOMER, "CUSTOMER_SINCE": "[DT:01/01/1815 00:00:00.0000000]"}, "BAD_VALUE"),
        ({**NEW_CUSTOMER, "CATEGORY": "Z"}, "UNKNOWN_LIST_ITEM"),
        ({**NEW_CUSTOMER, "NAME": "x" * 101}, "VALUE_TOO_LONG"),
        ({**NEW_CUSTOMER, "SHOE_SIZE": "[I:43]"}, "UNKNOWN_FIELD"),
    ],
)
def test_a_new_actor_with_a_bad_value_is_refused_and_not_written(
    connected: RawClient, values: dict[str, str], code: str
) -> None:
    assert connected.call("WSCreateActor", Actor=actor("Customer", values))["ErrorCode"] == code
    assert len(keys(connected.call("WSSearchActors", ActorType="Customer", SearchText=""))) == 14


def test_an_actor_has_to_be_sent_to_be_created(connected: RawClient) -> None:
    assert connected.call("WSCreateActor")["ErrorCode"] == "MISSING_ACTOR"


def test_saving_changes_the_values_sent_and_no_others(connected: RawClient) -> None:
    before = get(connected, "Customer", "C-10002")
    change = {"PHONE": "+49 421 1", "BLOCKED": "[I:1]", "CATEGORY": "", "NUMBER1": "C-10002"}
    saved = connected.call("WSSaveActors", Actors=[actor("Customer", change, "C-10002")])
    after = get(connected, "Customer", "C-10002")
    assert saved["IsOk"] == "true"
    assert after["FieldValues"] == before["FieldValues"] | change
    assert after["LastModified"] > before["LastModified"]


def test_good_actors_are_saved_though_others_are_refused(connected: RawClient) -> None:
    answer = connected.call(
        "WSSaveActors",
        Actors=[
            actor("Customer", {"PHONE": "1"}, "C-10001"),
            actor("Customer", {"PHONE": "2"}, "C-99999"),
            actor("Customer", {"NAME": ""}, "C-10002"),
        ],
    )
    assert (answer["IsOk"], answer["ErrorCode"], keys(answer)) == ("false", "UNKNOWN_ERP_KEY", ["C-10001"])
    assert "C-10002: MISSING_VALUE" in answer["TechExplanation"]
    assert get(connected, "Customer", "C-10001")["FieldValues"]["PHONE"] == "1"


def test_saving_nothing_is_fine(connected: RawClient) -> None:
    assert connected.call("WSSaveActors", Actors=[])["IsOk"] == "true"


def test_only_what_changed_since_a_timestamp_comes_oldest_first(connected: RawClient) -> None:
    changes = [actor("Customer", {"FAX": "1"}, key) for key in ("C-10009", "C-10003")]
    first, second = connected.call("WSSaveActors", Actors=changes)["Actors"]
    request = {"ActorType": "Customer", "FieldKeys": ["NAME"]}
    since_first = connected.call("WSGetActorsByTimestamp", **request, UpdatedOnOrAfter=first["LastModified"])
    since_second = connected.call(
        "WSGetActorsByTimestamp", **request, UpdatedOnOrAfter=second["LastModified"]
    )
    assert keys(since_first) == ["C-10009", "C-10003"]
    assert keys(since_second) == ["C-10003"]
    assert len(keys(connected.call("WSGetActorsByTimestamp", **request, UpdatedOnOrAfter=""))) == 14


@pytest.mark.parametrize("operation", ["WSCreateActor", "WSSaveActors"])
def test_a_connection_that_only_reads_cannot_write(connected: RawClient, operation: str) -> None:
    connected.call("WSSaveConnection", ConnectionInfo=INFO_VALUES)
    members: dict[str, dict[str, Any]] = {
        "WSCreateActor": {"Actor": actor("Customer", NEW_CUSTOMER)},
        "WSSaveActors": {"Actors": [actor("Customer", {"FAX": "1"}, "C-10001")]},
    }
    assert connected.call(operation, **members[operation])["ErrorCode"] == "READ_ONLY_ACCESS"


@pytest.mark.parametrize(
    "text", ["=1+1", "007", "#N/A", "TRUE", " a ", "<&>\"'", "2026-01-01", "مرحبا", "a\nb"]
)
def test_text_comes_back_as_it_was_also_after_a_restart(tmp_path: Path, text: str) -> None:
    guid = "6f6a2f3e-8a57-4c52-9d3e-000000000001"
    with running_sample_erp(tmp_path) as server, RawClient(server.url) as client:
        client.connection = guid
        client.call("WSSaveConnection", ConnectionInfo=INFO_VALUES | {"ReadOnlyAccess": "[I:0]"})
        created = client.call("WSCreateActor", Actor=actor("Project", {"NAME": "p", "TEXT": text}))["Actor"]
    with running_sample_erp(tmp_path) as server, RawClient(server.url) as client:
        client.connection = guid
        kept = get(client, "Project", created["ErpKey"])
    assert kept == created
    assert kept["FieldValues"]["TEXT"] == text


def test_a_change_made_in_a_spreadsheet_program_is_seen(connected: RawClient, tmp_path: Path) -> None:
    book = load_workbook(tmp_path / "erp.xlsx")
    sheet = book["Customers"]
    sheet.insert_cols(2)
    sheet.cell(1, 2, "Remarks of ours")
    column = next(cell.column for cell in sheet[1] if cell.value == "STREETZIP")
    assert column is not None
    sheet.cell(2, column, 20095)
    book.save(tmp_path / "erp.xlsx")
    assert get(connected, "Customer", "C-10001")["FieldValues"]["STREETZIP"] == "20095"


def test_a_workbook_that_became_unreadable_is_an_error_until_it_is_put_right(
    connected: RawClient, tmp_path: Path
) -> None:
    good = (tmp_path / "erp.xlsx").read_bytes()
    (tmp_path / "erp.xlsx").write_bytes(b"half a file")
    assert connected.call("WSTestConnection")["ErrorCode"] == "WORKBOOK_UNUSABLE"
    (tmp_path / "erp.xlsx").write_bytes(good)
    assert connected.call("WSTestConnection")["State"] == "Ok"
