"""Lists, with a connection and while one is being defined."""

import uuid

import pytest

from tests.sample_erp.raw_client import RawClient

NOBODY = str(uuid.UUID(int=0))


def test_a_list_is_read_while_a_connection_is_being_defined(client: RawClient) -> None:
    items = client.call("WSGetList", ConnectionGuid=NOBODY, ListName="Warehouse")["ListItems"]
    assert items["HAM"] == 'US:"Hamburg";GE:"Hamburg";NO:"Hamburg"'
    assert list(items) == ["HAM", "BGO", "HUL"]


def test_every_list_that_a_field_names_is_there(connected: RawClient) -> None:
    for actor_type in connected.call("WSGetSupportedActorTypes")["Items"]:
        fields = connected.call("WSGetSupportedActorTypeFields", ActorType=actor_type)["FieldMetaDataObjects"]
        for name in {field["ListName"] for field in fields if field["FieldType"] == "List"}:
            assert len(connected.call("WSGetList", ListName=name)["ListItems"]) > 1


def test_some_items_of_a_list(connected: RawClient) -> None:
    answer = connected.call("WSGetListItems", ListName="Country", ListItemKeys=["NO", "DE", "ATLANTIS"])
    assert answer["ListItems"] == {
        "NO": 'US:"Norway";GE:"Norwegen";NO:"Norge"',
        "DE": 'US:"Germany";GE:"Deutschland";NO:"Tyskland"',
    }


@pytest.mark.parametrize("operation", ["WSGetList", "WSGetListItems"])
def test_an_unknown_list_is_refused(connected: RawClient, operation: str) -> None:
    assert connected.call(operation, ListName="Planets")["ErrorCode"] == "UNKNOWN_LIST"
