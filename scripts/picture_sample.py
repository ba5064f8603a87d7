"""A workspace worth a picture: two Sync Connectors and three ERP connections, one of them configured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from erpsync_desktop.model.catalogue import CrmEntity, CrmField
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.directory_csv import ImportedEntry
from erpsync_desktop.model.erp_schema import ActorSchema, ErpSchema
from erpsync_desktop.model.mapping_draft import MappingDraft
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.sync_setup import DefaultValue, Direction, SyncSetup
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.workspace.protocol import Workspace

PASSWORD = "sample"  # noqa: S105  the documented password of the sample ERP
HAMBURG, BERGEN, HULL = "Nordlicht, Hamburg", "Nordlicht, Bergen", "Nordlicht, Hull"
CONNECTOR = "Nordlicht ERP"
_SITE_CONNECTOR = ("Online-ERP", "app://5f2c9e1ab07d4c36")
_TO_CRM, _TO_ERP, _BOTH = Direction.TO_CRM, Direction.TO_ERP, Direction.BOTH


@dataclass(frozen=True)
class Words:
    """What an administrator would have typed, in one language.

    Attributes:
        descriptions: of the connections, by name.
        groups: names of user groups; the first is the scope of Hamburg.
        listed: a list field of the ERP, and an item of its list.
    """

    descriptions: Mapping[str, str]
    groups: tuple[str, str, str, str]
    listed: tuple[str, str]


WORDS = {
    "en": Words(
        {
            HAMBURG: "Head office",
            BERGEN: "Norwegian customers",
            HULL: "To be set up by June",
        },
        ("Sales", "Finance", "Management", "Support"),
        ("Business", "Retail"),
    ),
    "de": Words(
        {
            HAMBURG: "Zentrale",
            BERGEN: "Norwegische Kunden",
            HULL: "Bis Juni einzurichten",
        },
        ("Vertrieb", "Buchhaltung", "Geschäftsführung", "Support"),
        ("Branche", "Einzelhandel"),
    ),
}
_USERS = (
    ("anna", "Anna Lindqvist", 0),
    ("bjorn", "Bjørn Dahl", 0),
    ("clara", "Clara Hoffmann", 1),
    ("david", "David Okafor", 3),
    ("eva", "Eva Brandt", 2),
    ("farid", "Farid Rahimi", 3),
)
_OWN_FIELDS = (
    CrmField(
        CrmEntity.COMPANY,
        "x_payment_days",
        'US:"Payment days";GE:"Zahlungsziel"',
        FieldType.INTEGER,
        user_defined=True,
    ),
    CrmField(
        CrmEntity.COMPANY,
        "x_blocked",
        'US:"Blocked in the ERP";GE:"Im ERP gesperrt"',
        FieldType.CHECKBOX,
        user_defined=True,
    ),
)
_CUSTOMER: tuple[tuple[str, str, Direction], ...] = (
    ("NUMBER1", "NUMBER2", _TO_CRM),
    ("NAME", "NAME", _BOTH),
    ("DEPARTMENT", "DEPARTMENT", _BOTH),
    ("PHONE", "PHONE", _BOTH),
    ("EMAIL", "EMAIL", _BOTH),
    ("URL", "URL", _TO_CRM),
    ("STREETAD1", "STREETAD1", _BOTH),
    ("STREETZIP", "STREETZIP", _BOTH),
    ("STREETCITY", "STREETCITY", _BOTH),
    ("COUNTRY", "COUNTRY", _TO_CRM),
    ("VATNO", "VATNO", _TO_CRM),
    ("BUSINESS", "BUSINESS", _TO_CRM),
    ("PAYMENT_DAYS", "x_payment_days", _TO_CRM),
    ("BLOCKED", "x_blocked", _TO_CRM),
)
_PERSON: tuple[tuple[str, str, Direction], ...] = (
    ("FIRSTNAME", "FIRSTNAME", _BOTH),
    ("LASTNAME", "LASTNAME", _BOTH),
    ("TITLE", "TITLE", _BOTH),
    ("PHONE_DIRECT", "PHONE_DIRECT", _TO_ERP),
    ("EMAIL", "EMAIL", _BOTH),
)
_IN_SEARCH = ("NAME", "STREETCITY", "COUNTRY", "EMAIL")
_IN_TAB = ("NUMBER1", "NAME", "STREETCITY", "PAYMENT_DAYS", "CREDIT_LIMIT", "BALANCE", "BLOCKED")
BUSINESS = {"FOOD": "8", "SHIP": "12", "ENERGY": "7", "IT": "11", "RETAIL": "16", "PUBLIC": "14"}
"""The items of SuperOffice that the items of the ERP's list *Business* stand for."""


def fill(workspace: Workspace, url: str, words: Words) -> None:
    """Register the sample ERP at ``url``, define three connections to it, and configure Hamburg.

    Raises:
        ErpSyncError: the sample ERP does not take it.
    """
    groups = [ImportedEntry(is_group=True, name=name) for name in words.groups]
    users = [ImportedEntry(False, name, full, words.groups[place]) for name, full, place in _USERS]
    workspace.import_directory((*groups, *users))
    for field in _OWN_FIELDS:
        workspace.save_crm_field(field, None)
    connector = _add_connector(workspace, CONNECTOR, url)
    _add_connector(workspace, *_SITE_CONNECTOR)
    made = {name: _add_connection(workspace, connector, name, words) for name in words.descriptions}
    _configure(workspace, made[HAMBURG].id)
    _begin(workspace, made[BERGEN].id)


def _add_connector(workspace: Workspace, name: str, url: str) -> SyncConnector:
    draft = replace(workspace.connector_draft(), name=name, url=url)
    return workspace.save_connector(replace(draft, check=workspace.check_connector(url, Watch())))


def _add_connection(workspace: Workspace, connector: SyncConnector, name: str, words: Words) -> ErpConnection:
    draft = workspace.connection_draft().with_connector(connector)
    draft = draft.with_fields(workspace.configuration_fields(connector, Watch()))
    draft = replace(draft, name=name, description=words.descriptions[name])
    draft = draft.with_value("CompanyCode", "NORDLICHT").with_secret("Password", Secret(PASSWORD))
    if name == HAMBURG:
        group = next(one for one in workspace.directory().groups if one.name == words.groups[0])
        scope = replace(draft.scope, everyone=False, group_ids=frozenset({group.id}))
        draft = replace(draft, scope=scope)
    return workspace.save(draft.with_test(workspace.test(draft, Watch()), draft), Watch())


def _configure(workspace: Workspace, connection_id: str) -> None:
    context = workspace.sync_context(connection_id, Watch())
    draft = MappingDraft.of(context)
    for actor, rows in (("Customer", _CUSTOMER), ("Person", _PERSON)):
        draft = draft.with_active(actor, True)
        for key, crm_key, direction in rows:
            draft = draft.with_crm_field(actor, key, crm_key).with_direction(actor, key, direction)
    for key in _IN_SEARCH:
        draft = draft.with_search("Customer", key, True)
    for key in _IN_TAB:
        draft = draft.with_tab("Customer", key, True)
    setup = _with_defaults(draft.setup)
    workspace.save_setup(connection_id, context.setup, setup)


def _begin(workspace: Workspace, connection_id: str) -> None:
    """Configure a connection only in part, so that there are reasons against activating it."""
    context = workspace.sync_context(connection_id, Watch())
    draft = MappingDraft.of(context).with_active("Customer", True).with_active("Person", True)
    for key, direction in (("NAME", _BOTH), ("CATEGORY", _TO_CRM)):
        draft = draft.with_crm_field("Customer", key, key).with_direction("Customer", key, direction)
    workspace.save_setup(connection_id, context.setup, draft.setup)


def _with_defaults(setup: SyncSetup) -> SyncSetup:
    customer = setup.actor("Customer")
    if customer is None:
        raise ValueError("the sample ERP has customers")
    defaults = {
        "COUNTRY": DefaultValue("DE", set_value=True, ask_user=True, mandatory=True),
        "CATEGORY": DefaultValue("B", set_value=True),
        "PAYMENT_DAYS": DefaultValue("[I:30]", set_value=True, ask_user=True),
    }
    fields = (replace(one, default=defaults.get(one.erp_key, one.default)) for one in customer.fields)
    return setup.with_actor(replace(customer, fields=tuple(fields)))


def begin_lists(workspace: Workspace, connection_id: str) -> None:
    """Map two items of the list *Business*, which have other names in SuperOffice."""
    pairs = workspace.list_pairs(connection_id, Watch())
    mapping = next(pair.mapping for pair in pairs if pair.erp.name == "Business")
    items = {key: BUSINESS[key] for key in ("FOOD", "ENERGY")}
    workspace.save_list_mappings(connection_id, (replace(mapping, items=items),))


def complete_lists(workspace: Workspace, connection_id: str) -> None:
    """Map every item of the lists that are in use."""
    pairs = workspace.list_pairs(connection_id, Watch())
    complete = []
    for pair in pairs:
        items = BUSINESS if pair.erp.name == "Business" else {item.key: item.key for item in pair.erp.items}
        complete.append(replace(pair.mapping, items=items))
    workspace.save_list_mappings(connection_id, complete)


def make_older(workspace: Workspace, connection_id: str) -> None:
    """Keep what the ERP had once: two fields less, one more, which is mapped, and two that were otherwise."""
    schema = workspace.read_erp(connection_id, Watch())
    older = ErpSchema(tuple(map(_older, schema.actors)), schema.read_at)
    context = workspace.take_erp(connection_id, older)
    draft = MappingDraft.of(context).with_crm_field("Customer", "TELEX", "STREETAD3")
    draft = draft.with_direction("Customer", "TELEX", _BOTH)
    workspace.save_setup(connection_id, context.setup, draft.setup)


def _older(actor: ActorSchema) -> ActorSchema:
    if actor.actor_type != "Customer":
        return actor
    telex = FieldMetadata("TELEX", FieldType.TEXT, "Telex", max_length=30)
    renamed = {
        "VATNO": {"label": 'US:"Tax number";GE:"Steuernummer"'},
        "PHONE": {"max_length": 20},
    }
    fields = [
        replace(one, **renamed.get(one.key, {}))  # type: ignore[arg-type]
        for one in actor.fields
        if one.key not in {"CUSTOMER_SINCE", "CREDIT_LIMIT"}
    ]
    return replace(actor, fields=(*fields, telex))
