"""The published description, read by an independent SOAP client in both of its forms."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import zeep
from lxml import etree

from erpsync_desktop.sample_erp.contract import OPERATIONS
from erpsync_desktop.sample_erp.server import RunningServer
from tests.sample_erp.raw_client import ARRAYS, EIS, RawClient, envelope, fault_of
from tests.sample_erp_server import GOOD_VALUES, running_sample_erp


class ZeepClient:
    """Calls operations by zeep, which learnt them from the WSDL alone."""

    def __init__(self, wsdl: str) -> None:
        make: Any = zeep.Client
        self.session = make(wsdl)
        self.guid = str(uuid.uuid4())

    def __getattr__(self, operation: str) -> Any:
        service = self.session.service
        return lambda **members: service[operation](request={"ConnectionGuid": self.guid, **members})

    def dictionary(self, values: dict[str, str]) -> Any:
        pairs = [{"Key": key, "Value": value} for key, value in values.items()]
        return self.session.get_type(f"{{{ARRAYS}}}ArrayOfKeyValueOfstringstring")(pairs)

    def strings(self, *values: str) -> Any:
        return self.session.get_type(f"{{{ARRAYS}}}ArrayOfstring")(list(values))


@pytest.fixture(params=["?wsdl", "?singleWsdl", "?ConnectorName=Test.Excel&wsdl"])
def by_zeep(server: RunningServer, request: pytest.FixtureRequest) -> Iterator[ZeepClient]:
    client = ZeepClient(server.url + request.param)
    client.WSSaveConnection(ConnectionInfo=client.dictionary(GOOD_VALUES))
    yield client
    client.session.transport.session.close()


def test_zeep_calls_every_operation(by_zeep: ZeepClient) -> None:
    project = {"ActorType": "Project", "FieldValues": by_zeep.dictionary({"NAME": "Von Zeep"})}
    created = by_zeep.WSCreateActor(Actor=project).Actor
    assert (created.ErpKey, created.ActorType) == ("J-10011", "Project")
    change = {
        "ActorType": "Project",
        "ErpKey": "J-10011",
        "FieldValues": by_zeep.dictionary({"HOURS": "[I:5]"}),
    }
    saved = by_zeep.WSSaveActors(Actors={"ErpActorWS": [change]}).Actors.ErpActorWS
    assert saved[0].LastModified > created.LastModified
    one = {"FieldKey": "HOURS", "Operator": "=", "Values": by_zeep.strings("[I:5]")}
    for answer in (
        by_zeep.WSGetActors(ActorType="Project", ErpKeys=by_zeep.strings("J-10011")),
        by_zeep.WSSearchActors(ActorType="Project", SearchText="zeep"),
        by_zeep.WSSearchActorsAdvanced(ActorType="Project", Restrictions={"SearchRestrictionInfoWS": [one]}),
        by_zeep.WSGetActorsByTimestamp(ActorType="Project", UpdatedOnOrAfter=created.LastModified),
        by_zeep.WSSearchActorByParent(ActorType="Project", SearchText="zeep"),
    ):
        assert [actor.ErpKey for actor in answer.Actors.ErpActorWS] == ["J-10011"]
    _call_the_small_operations(by_zeep)


def _call_the_small_operations(by_zeep: ZeepClient) -> None:
    service = by_zeep.session.service
    assert len(service.WSGetConfigData().FieldMetaDataObjects.FieldMetadataInfoWS) == 10
    tested = service.WSTestConfigData(request={"ConnectionInfo": by_zeep.dictionary(GOOD_VALUES)})
    assert (tested.IsOk, tested.State) == (True, "Ok")
    assert by_zeep.WSTestConnection().State == "Ok"
    assert by_zeep.WSGetSupportedActorTypes().Items.string[0] == "Customer"
    fields = by_zeep.WSGetSupportedActorTypeFields(ActorType="Person").FieldMetaDataObjects
    assert fields.FieldMetadataInfoWS[0].FieldKey == "NUMBER"
    assert "LASTNAME" in by_zeep.WSGetSearchableFields(ActorType="Person").Items.string
    assert len(by_zeep.WSGetList(ListName="Warehouse").ListItems.KeyValueOfstringstring) == 3
    some = by_zeep.WSGetListItems(ListName="Warehouse", ListItemKeys=by_zeep.strings("BGO"))
    assert some.ListItems.KeyValueOfstringstring[0].Key == "BGO"
    assert by_zeep.WSDeleteConnection().IsOk
    assert by_zeep.WSTestConnection().ErrorCode == "UNKNOWN_CONNECTION_ID"


def test_the_description_names_the_address_with_its_query(client: RawClient) -> None:
    status, body = client.send("GET", f"{client.target}?ConnectorName=Test.Excel&wsdl")
    root = etree.fromstring(body)
    assert status == 200
    named = [text for one in root.iter() if (text := one.get("location"))]
    assert [text.partition("?")[2] for text in named] == [
        "ConnectorName=Test.Excel&wsdl=wsdl0",
        "ConnectorName=Test.Excel",
    ]


def test_a_query_does_not_disturb_calls(server: RunningServer) -> None:
    with RawClient(server.url + "?ConnectorName=Test.Excel") as client:
        assert client.call("WSGetConfigData")["State"] == "Ok"


@pytest.mark.parametrize("part", ["wsdl=wsdl0", "xsd=xsd0", "xsd=xsd1", "xsd=xsd2", "xsd=xsd3"])
def test_every_document_that_wcf_would_have_is_there(client: RawClient, part: str) -> None:
    status, body = client.send("GET", f"{client.target}?{part}")
    assert (status, etree.fromstring(body).get("targetNamespace") is not None) == (200, True)


@pytest.mark.parametrize("part", ["wsdl", "singleWsdl", "xsd=xsd0"])
def test_metadata_can_be_switched_off(tmp_path: Path, part: str) -> None:
    with running_sample_erp(tmp_path, publish_metadata=False) as server, RawClient(server.url) as client:
        assert client.send("GET", f"{client.target}?{part}")[0] == 404


@pytest.mark.parametrize("operation", sorted(OPERATIONS))
def test_the_names_that_are_assumed_without_a_description_work_too(client: RawClient, operation: str) -> None:
    body = envelope(operation, {}, namespace=EIS)
    status, answer = client.post(body, f"{EIS}/IErpConnectorWS/{operation}")
    assert status == 200
    assert etree.fromstring(answer)[0][0].tag == f"{{{EIS}}}{operation}Response"


def test_the_action_of_another_operation_is_a_fault(client: RawClient) -> None:
    status, body = client.post(envelope("WSGetConfigData", {}), f"{EIS}/IErpConnectorWS/WSGetList")
    assert (status, fault_of(body)) == (500, "The SOAPAction is not that of the operation.")
