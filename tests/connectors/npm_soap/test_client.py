"""Our client against npm's soap, behind a contract in the shape that WCF publishes."""

import pytest

from erpsync_desktop.connectors.client import ConnectorClient
from erpsync_desktop.model.actor import ErpActor, Operator, SearchRestriction
from erpsync_desktop.model.connector import ConnectorState
from erpsync_desktop.model.errors import ConnectorRefused
from erpsync_desktop.model.metadata import FieldAccess
from erpsync_desktop.model.outcome import Outcome, OutcomeState
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.model.watch import Watch
from tests.connectors.npm_soap.conftest import GUID, Connect
from tests.connectors.npm_soap.node_server import PASSWORD

GOOD = {"Client": "0815", "Password": PASSWORD, "Archive": "[I:1]"}
NAMES = ("NAME",)


def names(actors: tuple[ErpActor, ...]) -> list[str]:
    return [actor.values["NAME"] for actor in actors]


def test_it_is_recognised_by_its_own_contract(
    client: ConnectorClient, foreign_url: str, watch: Watch
) -> None:
    check = client.check(watch)
    assert (check.url, check.state, check.problem) == (foreign_url, ConnectorState.ANSWERS, None)
    assert check.missing_operations == ()
    assert not client.contract_assumed


def test_another_path_of_the_same_host_is_no_connector(
    connect: Connect, foreign_url: str, watch: Watch
) -> None:
    check = connect(foreign_url + "/nothing").check(watch)
    assert check.state is ConnectorState.DOES_NOT_ANSWER
    assert check.problem is not None


def test_its_configuration_fields_come_in_rank_order(client: ConnectorClient, watch: Watch) -> None:
    fields = client.get_config_data(watch)
    assert [(field.key, field.kind) for field in fields] == [
        ("Client", FieldType.TEXT),
        ("Password", FieldType.PASSWORD),
        ("Days", FieldType.INTEGER),
        ("Vat", FieldType.DOUBLE),
        ("Archive", FieldType.CHECKBOX),
        ("Warehouse", FieldType.LIST),
        ("Since", FieldType.DATETIME),
        ("Note", FieldType.LABEL),
        ("Version", FieldType.TEXT),
    ]


def test_everything_that_it_says_of_a_field_arrives(client: ConnectorClient, watch: Watch) -> None:
    fields = {field.key: field for field in client.get_config_data(watch)}
    assert fields["Client"].access is FieldAccess.MANDATORY
    assert (fields["Client"].max_length, fields["Client"].rank) == (10, 10)
    assert fields["Version"].access is FieldAccess.READ_ONLY
    assert fields["Warehouse"].list_name == "Warehouses"
    assert fields["Since"].default == "[DT:12/31/2013 23:59:59.1234567]"
    assert fields["Password"].description_in("de") == "Nicht Ihr eigenes Kennwort"
    assert fields["Client"].label_in("de") == "Mandant"
    assert fields["Note"].label_in("en") == "Ask <Kontor Nord> & partners"
    assert all(field.notes == () for field in fields.values())


def test_the_right_values_pass(client: ConnectorClient, watch: Watch) -> None:
    assert client.test_config_data(GOOD, watch) == Outcome()


def test_a_wrong_password_fails_with_the_connectors_words(client: ConnectorClient, watch: Watch) -> None:
    assert client.test_config_data({**GOOD, "Password": "wrong"}, watch) == Outcome(
        OutcomeState.ERROR,
        'US:"The password is wrong.";GE:"Das Kennwort ist falsch."',
        "401 from the order book",
        "WRONG_PASSWORD",
    )


def test_an_information_is_a_success_with_words(client: ConnectorClient, watch: Watch) -> None:
    outcome = client.test_config_data({**GOOD, "Archive": "[I:0]"}, watch)
    assert (outcome.state, outcome.ok) == (OutcomeState.INFO, True)
    assert "Das Archiv ist aus." in outcome.user_explanation


def test_values_arrive_character_for_character(client: ConnectorClient, saved: str, watch: Watch) -> None:
    name = 'Ø <b>&amp; "quoted" ]]> שלום 東京 \U0001f3ed'
    made = client.create_actor(saved, ErpActor("Project", values={"NAME": name, "NOTE": "two\nlines"}), watch)
    assert made.values == {"NAME": name, "NOTE": "two\nlines"}


def test_a_saved_connection_is_tested_by_its_guid_and_forgotten_when_deleted(
    client: ConnectorClient, watch: Watch
) -> None:
    guid = "11111111-2222-4333-8444-555555555555"
    assert client.test_connection(guid, watch).connection_unknown
    assert client.save_connection(guid, GOOD, watch).ok
    assert client.test_connection(guid, watch).ok
    assert client.save_connection(guid, {**GOOD, "Password": "wrong"}, watch).ok
    assert client.test_connection(guid, watch).error_code == "WRONG_PASSWORD"
    assert client.delete_connection(guid, watch).ok
    assert client.test_connection(guid, watch).connection_unknown


def test_a_list_keeps_the_connectors_order_while_a_connection_is_being_defined(
    client: ConnectorClient, watch: Watch
) -> None:
    items = client.get_list(None, "Warehouses", watch)
    assert [(item.key, item.text_in("de")) for item in items] == [
        ("W2", "Nord"),
        ("W1", "Süd"),
        ("W3", "Łódź & <Gdańsk>"),
    ]
    assert client.get_list(None, "Nothing", watch) == ()


def test_single_list_items_are_found_by_key(client: ConnectorClient, saved: str, watch: Watch) -> None:
    items = client.get_list_items(saved, "Warehouses", ["W1", "W9"], watch)
    assert [item.key for item in items] == ["W1"]


def test_actor_types_and_fields_are_read(client: ConnectorClient, saved: str, watch: Watch) -> None:
    assert client.get_supported_actor_types(saved, watch) == ("Customer", "Person")
    fields = client.get_supported_actor_type_fields(saved, "Customer", watch)
    assert [(field.key, field.access) for field in fields] == [
        ("NAME", FieldAccess.MANDATORY),
        ("NUMBER", FieldAccess.NORMAL),
        ("CITY", FieldAccess.NORMAL),
    ]
    assert client.get_searchable_fields(saved, "Customer", watch) == ("NAME", "CITY")


def test_actors_are_read_by_key_and_named_fields(client: ConnectorClient, saved: str, watch: Watch) -> None:
    (actor,) = client.get_actors(saved, "Customer", ["K1"], ("NAME", "NUMBER"), watch)
    assert (actor.actor_type, actor.key, actor.parent_key) == ("Customer", "K1", "")
    assert actor.values == {"NAME": "Acme & Söhne <GmbH>", "NUMBER": "[I:1]"}
    assert actor.last_modified


def test_actors_are_found_by_text_ignoring_case(client: ConnectorClient, saved: str, watch: Watch) -> None:
    found = client.search_actors(saved, "Customer", "ACME", NAMES, watch)
    assert names(found) == ["Acme & Söhne <GmbH>", "acme 東京"]
    assert client.search_actors(saved, "Customer", "nobody", NAMES, watch) == ()


def test_actors_are_found_by_several_restrictions(client: ConnectorClient, saved: str, watch: Watch) -> None:
    restrictions = (
        SearchRestriction("NAME", Operator.BEGINS, ("acme",)),
        SearchRestriction("CITY", Operator.EQUALS, ("kiel",)),
    )
    found = client.search_actors_advanced(saved, "Customer", restrictions, NAMES, watch)
    assert names(found) == ["Acme & Söhne <GmbH>"]


def test_actors_are_found_by_their_parent(client: ConnectorClient, saved: str, watch: Watch) -> None:
    (person,) = client.search_actor_by_parent(
        saved, "Person", "", NAMES, watch, parent_type="Customer", parent_key="K1"
    )
    assert (person.key, person.parent_type, person.parent_key) == ("P1", "Customer", "K1")


def test_saved_actors_come_back_and_are_found_by_their_time(
    client: ConnectorClient, saved: str, watch: Watch
) -> None:
    given = [ErpActor("Supplier", f"S{number}", {"NAME": f"Supplier {number}"}) for number in (1, 2)]
    stored = client.save_actors(saved, given, watch)
    assert [(actor.key, actor.values) for actor in stored] == [(actor.key, actor.values) for actor in given]
    since = client.get_actors_by_timestamp(saved, "Supplier", stored[1].last_modified, NAMES, watch)
    assert names(since) == ["Supplier 2"]


def test_a_call_for_an_unknown_connection_is_refused(client: ConnectorClient, watch: Watch) -> None:
    with pytest.raises(ConnectorRefused) as caught:
        client.get_supported_actor_types("99999999-9999-4999-8999-999999999999", watch)
    assert caught.value.outcome.connection_unknown


def test_answers_in_the_wrong_namespace_are_read_all_the_same(
    connect: Connect, careless_url: str, watch: Watch
) -> None:
    client = connect(careless_url)
    assert client.test_config_data({**GOOD, "Password": "wrong"}, watch).error_code == "WRONG_PASSWORD"
    assert [item.key for item in client.get_list(None, "Warehouses", watch)] == ["W2", "W1", "W3"]
    client.save_connection(GUID, GOOD, watch)
    (actor,) = client.get_actors(GUID, "Customer", ["K2"], NAMES, watch)
    assert (actor.key, actor.values) == ("K2", {"NAME": "Brügge KG"})
