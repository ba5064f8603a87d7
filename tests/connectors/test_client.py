"""Every operation, against the running sample ERP."""

import uuid
from pathlib import Path

import pytest

from erpsync_desktop.connectors import ConnectorClient, resending
from erpsync_desktop.http import HttpSession
from erpsync_desktop.model.actor import ErpActor, Operator, SearchRestriction
from erpsync_desktop.model.connector import ConnectorState
from erpsync_desktop.model.errors import (
    ConnectorRefused,
    ConnectorUnreachable,
    InvalidInput,
    OperationCancelled,
    ProblemCode,
)
from erpsync_desktop.model.outcome import OutcomeState
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.model.watch import Stage, Watch
from tests.connectors.hostile import hostile, http
from tests.connectors.soap_text import FINE, fault, operation_of, saying, unpublished
from tests.sample_erp_server import GOOD_VALUES, INFO_VALUES, WARNING_VALUES, running_sample_erp


@pytest.fixture
def guid(client: ConnectorClient) -> str:
    """A connection that the sample ERP keeps."""
    made = str(uuid.uuid4())
    assert client.save_connection(made, GOOD_VALUES, Watch()).ok
    return made


def test_the_fields_come_in_rank_order_and_of_every_type(client: ConnectorClient) -> None:
    fields = client.get_config_data(Watch())

    assert [field.rank for field in fields] == sorted(field.rank or 0 for field in fields)
    assert {field.kind for field in fields} == set(FieldType) - {FieldType.UNKNOWN}
    assert all(not field.notes for field in fields)


@pytest.mark.parametrize(
    ("values", "state"),
    [
        (GOOD_VALUES, OutcomeState.OK),
        (INFO_VALUES, OutcomeState.INFO),
        (WARNING_VALUES, OutcomeState.WARNING),
        (GOOD_VALUES | {"Password": "wrong"}, OutcomeState.ERROR),
    ],
)
def test_values_are_tried(client: ConnectorClient, values: dict[str, str], state: OutcomeState) -> None:
    outcome = client.test_config_data(values, Watch())

    assert outcome.state is state
    assert bool(outcome.user_explanation) == (state is not OutcomeState.OK)


def test_a_saved_connection_can_be_tested(client: ConnectorClient, guid: str) -> None:
    assert client.test_connection(guid, Watch()).state is OutcomeState.OK


def test_a_deleted_connection_is_unknown(client: ConnectorClient, guid: str) -> None:
    assert client.delete_connection(guid, Watch()).ok
    assert client.test_connection(guid, Watch()).connection_unknown


def test_a_lost_connection_is_resent_and_the_call_made_again(client: ConnectorClient) -> None:
    guid, watch = str(uuid.uuid4()), Watch()

    types = resending(
        lambda: client.get_supported_actor_types(guid, watch),
        lambda: client.save_connection(guid, GOOD_VALUES, watch),
    )

    assert "Customer" in types


def test_a_list_is_read_while_the_connection_is_being_defined(client: ConnectorClient) -> None:
    items = client.get_list(None, "Warehouse", Watch())

    assert [item.key for item in items] == ["HAM", "BGO", "HUL"]


def test_single_items_of_a_list_are_read(client: ConnectorClient, guid: str) -> None:
    items = client.get_list_items(guid, "Warehouse", ["BGO"], Watch())

    assert [item.text_in("de") for item in items] == ["Bergen"]


def test_the_actor_types_are_those_of_the_erp(client: ConnectorClient, guid: str) -> None:
    assert set(client.get_supported_actor_types(guid, Watch())) >= {
        "Customer",
        "Supplier",
        "Person",
        "Project",
    }


def test_an_actor_type_has_fields_and_searchable_ones(client: ConnectorClient, guid: str) -> None:
    fields = {field.key for field in client.get_supported_actor_type_fields(guid, "Customer", Watch())}

    assert "NAME" in fields
    assert set(client.get_searchable_fields(guid, "Customer", Watch())) <= fields


def test_actors_are_found_by_text_and_read_by_key(client: ConnectorClient, guid: str) -> None:
    found = client.search_actors(guid, "Customer", "werft", ["NAME"], Watch())
    read = client.get_actors(guid, "Customer", [found[0].key], ["NAME"], Watch())

    assert "werft" in found[0].values["NAME"].lower()
    assert read == (found[0],)


def test_actors_are_found_by_restrictions(client: ConnectorClient, guid: str) -> None:
    by_name = SearchRestriction("NAME", Operator.BEGINS, ("Alster",))
    by_limit = SearchRestriction("CREDIT_LIMIT", Operator.BETWEEN, ("[F:0]", "[F:99999999]"))
    found = client.search_actors_advanced(guid, "Customer", [by_name, by_limit], ["NAME"], Watch())

    assert [actor.values["NAME"] for actor in found] == ["Alsterwerft AG"]


def test_actors_are_found_by_their_parent(client: ConnectorClient, guid: str) -> None:
    found = client.search_actor_by_parent(
        guid, "Person", "", ["LASTNAME"], Watch(), parent_type="Customer", parent_key="C-10001"
    )

    assert found
    assert {(actor.parent_type, actor.parent_key) for actor in found} == {("Customer", "C-10001")}


def test_actors_changed_since_are_found(client: ConnectorClient, guid: str) -> None:
    first = client.search_actors(guid, "Customer", "", ["NAME"], Watch())[0]
    client.save_actors(guid, [ErpActor("Customer", first.key, {"NAME": "New"})], Watch())
    changed = client.get_actors(guid, "Customer", [first.key], ["NAME"], Watch())[0]
    since = client.get_actors_by_timestamp(guid, "Customer", changed.last_modified, ["NAME"], Watch())

    assert [(actor.key, actor.values["NAME"]) for actor in since] == [(first.key, "New")]


def test_an_actor_is_made_with_a_key_and_the_values_sent(client: ConnectorClient, guid: str) -> None:
    values = {"NAME": 'Ä "<&>" AG', "COUNTRY": "DE"}
    made = client.create_actor(guid, ErpActor("Customer", values=values), Watch())

    assert made.key
    assert client.get_actors(guid, "Customer", [made.key], list(values), Watch())[0].values == values


def test_an_error_answer_to_a_question_for_data_is_raised_with_its_words(client: ConnectorClient) -> None:
    with pytest.raises(ConnectorRefused) as caught:
        client.get_supported_actor_types(str(uuid.uuid4()), Watch())

    assert caught.value.outcome.connection_unknown
    assert caught.value.problem.code is ProblemCode.CONNECTOR_REFUSED
    assert caught.value.problem.params["explanation"] == caught.value.outcome.user_explanation
    assert caught.value.outcome.error_code in caught.value.problem.detail


def test_the_connector_that_publishes_answers_by_its_own_contract(client: ConnectorClient) -> None:
    check = client.check(Watch())

    assert (check.state, check.problem, check.missing_operations) == (ConnectorState.ANSWERS, None, ())
    assert check.url == client.url
    assert not client.contract_assumed


def test_the_connector_that_hides_its_contract_answers_by_the_assumed_one(
    session: HttpSession, tmp_path: Path
) -> None:
    with running_sample_erp(tmp_path, publish_metadata=False) as server:
        client = ConnectorClient(server.url, session)

        assert client.check(Watch()).state is ConnectorState.ANSWERS_BY_ASSUMED_CONTRACT
        assert client.contract_assumed
        assert client.test_config_data(GOOD_VALUES, Watch()).state is OutcomeState.OK


def test_a_warm_test_is_one_request(session: HttpSession) -> None:
    with hostile(saying(FINE)) as server:
        client = ConnectorClient(server.url, session)
        client.test_connection("x", Watch())
        before = len(server.requests)
        ConnectorClient(server.url, session).test_connection("x", Watch())

        assert len(server.requests) == before + 1


def test_the_stages_of_a_first_question_are_told_in_order(client: ConnectorClient) -> None:
    seen: list[Stage] = []
    client.test_config_data(GOOD_VALUES, Watch(seen.append))

    assert seen == [Stage.RESOLVING, Stage.CONNECTING, Stage.CONTRACT, Stage.ASKING, Stage.ANSWER]


def test_the_query_is_kept_on_every_call(session: HttpSession) -> None:
    with hostile(saying(FINE)) as server:
        ConnectorClient(f"{server.url}?ConnectorName=Test.Excel", session).test_connection("x", Watch())

    assert [request.target for request in server.requests] == [
        "/Connector.svc?ConnectorName=Test.Excel&singleWsdl",
        "/Connector.svc?ConnectorName=Test.Excel&wsdl",
        "/Connector.svc?ConnectorName=Test.Excel",
    ]


@pytest.mark.parametrize("pasted", ["?wsdl", "?singleWsdl"])
def test_the_address_of_the_wsdl_pasted_for_that_of_the_service_works(
    session: HttpSession, pasted: str
) -> None:
    with hostile(saying(FINE)) as server:
        ConnectorClient(server.url + pasted, session).test_connection("x", Watch())

    assert server.requests[-1].target == "/Connector.svc"


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ("", ProblemCode.ANSWER_INCOMPLETE),
        (f"{FINE}<FieldMetaDataObjects><F><FieldKey/></F></FieldMetaDataObjects>", None),
    ],
)
def test_a_check_names_why_the_answer_is_not_a_connectors(
    session: HttpSession, members: str, code: ProblemCode | None
) -> None:
    with hostile(saying(members)) as server:
        check = ConnectorClient(server.url, session).check(Watch())

    assert check.state is ConnectorState.DOES_NOT_ANSWER
    assert check.problem is not None
    assert check.problem.code is (code or ProblemCode.FIELD_KEY_MISSING)


def test_a_connector_that_refuses_answers_all_the_same(session: HttpSession) -> None:
    with hostile(saying("<IsOk>false</IsOk><UserExplanation>No licence</UserExplanation>")) as server:
        check = ConnectorClient(server.url, session).check(Watch())

    assert (check.state, check.problem) == (ConnectorState.ANSWERS_BY_ASSUMED_CONTRACT, None)


def test_a_connector_of_a_site_needs_the_site(session: HttpSession) -> None:
    client = ConnectorClient("app://0123456789abcdef", session)
    check = client.check(Watch())

    assert check.state is ConnectorState.NEEDS_SITE
    with pytest.raises(ConnectorUnreachable) as caught:
        client.get_config_data(Watch())
    assert caught.value.problem.code is ProblemCode.CONNECTOR_NEEDS_SITE


def test_an_address_that_is_none_is_a_problem(session: HttpSession) -> None:
    client = ConnectorClient("erp.example/x", session)
    check = client.check(Watch())

    assert check.problem is not None
    assert check.problem.code is ProblemCode.URL_WITHOUT_SCHEME
    with pytest.raises(ConnectorUnreachable):
        client.get_config_data(Watch())


def test_a_check_can_be_cancelled(client: ConnectorClient) -> None:
    watch = Watch()
    watch.cancel()

    with pytest.raises(OperationCancelled):
        client.check(watch)


def test_a_check_reads_the_contract_anew(session: HttpSession) -> None:
    with hostile(saying(FINE)) as server:
        client = ConnectorClient(server.url, session)
        client.check(Watch())
        client.check(Watch())

    assert [request.method for request in server.requests] == ["GET", "GET", "POST"] * 2


def test_a_made_actor_that_is_not_sent_back_is_an_incomplete_answer(session: HttpSession) -> None:
    with hostile(saying(FINE)) as server, pytest.raises(Exception, match="incomplete") as caught:
        ConnectorClient(server.url, session).create_actor("x", ErpActor("Customer"), Watch())

    assert caught.value.problem.params == {"operation": "WSCreateActor", "member": "Actor"}  # type: ignore[attr-defined]


def test_characters_that_xml_cannot_carry_are_refused_before_anything_is_sent(
    client: ConnectorClient,
) -> None:
    with pytest.raises(InvalidInput) as caught:
        client.test_config_data({"CompanyCode": "a\0b"}, Watch())

    assert caught.value.problem.code is ProblemCode.FIELD_BAD_CHARACTERS
    assert caught.value.problem.field == "field:CompanyCode"


def test_a_fault_is_told_with_its_text(session: HttpSession) -> None:
    reply = unpublished(lambda _: http(fault("Object reference not set"), "500 Internal Server Error"))
    with hostile(reply) as server:
        check = ConnectorClient(server.url, session).check(Watch())

    assert check.problem is not None
    assert check.problem.code is ProblemCode.SOAP_FAULT
    assert check.problem.params == {"text": "Object reference not set"}


def test_two_thousand_fields_and_a_default_of_a_megabyte_are_read(session: HttpSession) -> None:
    many = "".join(
        f"<F><FieldKey>k{n}</FieldKey><FieldType>Text</FieldType><Rank>{n}</Rank></F>" for n in range(2_000)
    )
    default = f"<DefaultValue>{'x' * 2**20}</DefaultValue>"
    long = f"<F><FieldKey>long</FieldKey><FieldType>Text</FieldType>{default}</F>"
    with hostile(saying(f"{FINE}<FieldMetaDataObjects>{many}{long}</FieldMetaDataObjects>")) as server:
        fields = ConnectorClient(server.url, session).get_config_data(Watch())

    assert len(fields) == 2_001
    assert len(fields[-1].default) == 2**20


def test_two_thousand_values_are_sent(session: HttpSession) -> None:
    with hostile(saying(FINE)) as server:
        values = {f"k{n}": f"value {n}" for n in range(2_000)}
        assert ConnectorClient(server.url, session).test_config_data(values, Watch()).ok

    assert server.requests[-1].body.count(b"KeyValueOfstringstring") == 4_000
    assert operation_of(server.requests[-1]) == "WSTestConfigData"


def test_actors_of_another_element_name_are_read(session: HttpSession) -> None:
    item = "<item><ActorType>Person</ActorType><ErpKey>7</ErpKey></item>"
    with hostile(saying(f"{FINE}<Actors>{item}</Actors>")) as server:
        actors = ConnectorClient(server.url, session).search_actors("x", "Person", "", [], Watch())

    assert actors == (ErpActor("Person", "7"),)
