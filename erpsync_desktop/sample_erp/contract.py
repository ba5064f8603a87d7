"""The carriers and operations of the Sync Connector contract, as data.

WSDL and codec are both made from these tables. Members stand in the order in which WCF writes them:
those of the base carrier first, each group by alphabet (SuperOffice, "ERP Sync Connector Interface",
and the class reference of ``SuperOffice.ErpSync.*WS``).
"""

from __future__ import annotations

from dataclasses import dataclass

CARRIERS = "http://www.superoffice.net/EIS/Connector/1.0"
"""XML namespace of all data carriers."""

ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
"""XML namespace of dictionaries and string arrays."""

SERVICE = "http://sample-erp.example/erpsync/2026"
"""Namespace of the service contract: not that of the carriers, so it has to be read from the WSDL."""

BARE_ACTION = f"{CARRIERS}/IErpConnectorWS/"
"""What SOAPActions begin with where a client could not read a WSDL."""

OWN_ACTION = f"{SERVICE}/SampleErp/"
"""What this connector's own SOAPActions begin with."""

STRING, BOOL, INT, STRINGS, DICTIONARY = "string", "boolean", "int", "strings", "dictionary"


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a carrier.

    Attributes:
        name: element name.
        type: one of the simple types above, or the name of an enumeration or a carrier.
        many: an array of the carrier ``type``.
    """

    name: str
    type: str = STRING
    many: bool = False


@dataclass(frozen=True, slots=True)
class Carrier:
    """A data carrier: its own members by alphabet, after those of its base."""

    name: str
    members: tuple[Member, ...] = ()
    base: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation with its request carrier (none for WSGetConfigData) and result carrier."""

    name: str
    request: str
    result: str


ENUMERATIONS: dict[str, tuple[str, ...]] = {
    "ResponseStateWS": ("Ok", "OkWithInfo", "Warning", "Error"),
    "FieldMetadataTypeInfoWS": (
        "Checkbox", "Text", "Password", "Integer", "Double", "List", "Datetime", "Label",
    ),
    "FieldAccessInfoWS": ("Normal", "Mandatory", "ReadOnly"),
}  # fmt: skip

_TYPE, _KEYS = Member("ActorType"), Member("FieldKeys", STRINGS)


def _request(name: str, *members: Member) -> Carrier:
    return Carrier(name, members, base="RequestBaseWS")


def _result(name: str, *members: Member) -> Carrier:
    return Carrier(name, members, base="ConnectorResultBaseWS")


_CARRIERS = (
    Carrier(
        "ConnectorResultBaseWS",
        (
            Member("ErrorCode"),
            Member("IsOk", BOOL),
            Member("State", "ResponseStateWS"),
            Member("TechExplanation"),
            Member("UserExplanation"),
        ),
    ),
    Carrier(
        "FieldMetadataInfoWS",
        (
            Member("Access", "FieldAccessInfoWS"),
            Member("DefaultValue"),
            Member("DisplayDescription"),
            Member("DisplayName"),
            Member("FieldKey"),
            Member("FieldType", "FieldMetadataTypeInfoWS"),
            Member("ListName"),
            Member("MaxLength", INT),
            Member("Rank", INT),
        ),
    ),
    Carrier(
        "ErpActorWS",
        (
            _TYPE,
            Member("ErpKey"),
            Member("FieldValues", DICTIONARY),
            Member("LastModified"),
            Member("ParentActorType"),
            Member("ParentErpKey"),
        ),
    ),
    Carrier(
        "SearchRestrictionInfoWS",
        (Member("FieldKey"), Member("Operator"), Member("ScalarValue"), Member("Values", STRINGS)),
    ),
    Carrier("RequestBaseWS", (Member("ConnectionGuid"),)),
    Carrier("TestConfigDataRequestWS", (Member("ConnectionInfo", DICTIONARY),)),
    _request("SaveConnectionRequestWS", Member("ConnectionInfo", DICTIONARY)),
    _request("ActorTypeRequestWS", _TYPE),
    _request("GetActorsRequestWS", _TYPE, Member("ErpKeys", STRINGS), _KEYS),
    _request("SearchActorsRequestWS", _TYPE, _KEYS, Member("SearchText")),
    _request(
        "SearchActorsAdvancedRequestWS",
        _TYPE,
        _KEYS,
        Member("Restrictions", "SearchRestrictionInfoWS", many=True),
    ),
    _request(
        "SearchActorByParentRequestWS",
        _TYPE,
        _KEYS,
        Member("ParentActorErpKey"),
        Member("ParentActorType"),
        Member("SearchText"),
    ),
    _request("GetActorsByTimestampRequestWS", _TYPE, _KEYS, Member("UpdatedOnOrAfter")),
    _request("CreateActorRequestWS", Member("Actor", "ErpActorWS")),
    _request("SaveActorsRequestWS", Member("Actors", "ErpActorWS", many=True)),
    _request("GetListRequestWS", Member("ListName")),
    _request("GetListItemsRequestWS", Member("ListItemKeys", STRINGS), Member("ListName")),
    _result(
        "FieldMetadataInfoArrayPluginResponseWS",
        Member("FieldMetaDataObjects", "FieldMetadataInfoWS", many=True),
    ),
    _result("StringArrayPluginResponseWS", Member("Items", STRINGS)),
    _result("ActorPluginResponseWS", Member("Actor", "ErpActorWS")),
    _result("ActorArrayPluginResponseWS", Member("Actors", "ErpActorWS", many=True)),
    _result("ListItemArrayPluginResponseWS", Member("ListItems", DICTIONARY)),
)

CARRIER_BY_NAME: dict[str, Carrier] = {carrier.name: carrier for carrier in _CARRIERS}

_PLAIN, _ACTORS = "ConnectorResultBaseWS", "ActorArrayPluginResponseWS"
_FIELDS, _STRINGS = "FieldMetadataInfoArrayPluginResponseWS", "StringArrayPluginResponseWS"
_LIST = "ListItemArrayPluginResponseWS"

OPERATIONS: dict[str, Operation] = {
    operation.name: operation
    for operation in (
        Operation("WSGetConfigData", "", _FIELDS),
        Operation("WSTestConfigData", "TestConfigDataRequestWS", _PLAIN),
        Operation("WSSaveConnection", "SaveConnectionRequestWS", _PLAIN),
        Operation("WSTestConnection", "RequestBaseWS", _PLAIN),
        Operation("WSDeleteConnection", "RequestBaseWS", _PLAIN),
        Operation("WSGetSupportedActorTypes", "RequestBaseWS", _STRINGS),
        Operation("WSGetSupportedActorTypeFields", "ActorTypeRequestWS", _FIELDS),
        Operation("WSGetSearchableFields", "ActorTypeRequestWS", _STRINGS),
        Operation("WSGetActors", "GetActorsRequestWS", _ACTORS),
        Operation("WSSearchActors", "SearchActorsRequestWS", _ACTORS),
        Operation("WSSearchActorsAdvanced", "SearchActorsAdvancedRequestWS", _ACTORS),
        Operation("WSSearchActorByParent", "SearchActorByParentRequestWS", _ACTORS),
        Operation("WSGetActorsByTimestamp", "GetActorsByTimestampRequestWS", _ACTORS),
        Operation("WSCreateActor", "CreateActorRequestWS", "ActorPluginResponseWS"),
        Operation("WSSaveActors", "SaveActorsRequestWS", _ACTORS),
        Operation("WSGetList", "GetListRequestWS", _LIST),
        Operation("WSGetListItems", "GetListItemsRequestWS", _LIST),
    )
}


def all_members(carrier_name: str) -> tuple[Member, ...]:
    """Members of a carrier in the order of the wire, those of its base first."""
    carrier = CARRIER_BY_NAME[carrier_name]
    inherited = all_members(carrier.base) if carrier.base else ()
    return inherited + carrier.members
