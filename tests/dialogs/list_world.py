"""What the tests of the list mapping are about: lists of an ERP and of SuperOffice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from erpsync_desktop.model.catalogue import CrmList
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import ErpList
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldMetadata, ListItem
from erpsync_desktop.model.sync_setup import ListMapping, ListPair
from erpsync_desktop.model.values import FieldType

CONNECTION = ErpConnection("e1", "c1", "Finance")
ACTIVE = replace(CONNECTION, active=True)
READ_AT = datetime(2100, 1, 1, tzinfo=UTC)
"""So fresh that no dialog asks the ERP by itself."""
REFUSED = Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example.com", "port": 443})


def erp_list(name: str, *items: tuple[str, str]) -> ErpList:
    return ErpList(name, tuple(ListItem(*item) for item in items), READ_AT)


def list_field(key: str, label: str, list_name: str) -> FieldMetadata:
    return FieldMetadata(key, FieldType.LIST, label, list_name=list_name)


COUNTRIES = erp_list(
    "Countries",
    ("AT", 'US:"Austria";GE:"Österreich"'),
    ("DE", 'US:"Germany";GE:"Deutschland"'),
    ("NO", 'US:"Norway";GE:"Norwegen"'),
    ("XX", "Elsewhere"),
)
CRM_COUNTRIES = CrmList(
    "country",
    'US:"Country";GE:"Land"',
    (
        ListItem("1", 'US:"Austria";GE:"Österreich"'),
        ListItem("2", 'US:"Germany";GE:"Deutschland"'),
        ListItem("3", "Norway"),
        ListItem("4", "Sweden"),
    ),
)
GROUPS = erp_list("Groups", ("A", "Key account"), ("B", "Dealer"))
CRM_GROUPS = CrmList("category", "Category", (ListItem("10", "Key account"), ListItem("11", "Dealer")))


def countries(*, version: int = 1, **chosen: str) -> ListPair:
    """The countries, needed for activation."""
    fields = (("Customer", list_field("COUNTRY", "Country", "Countries")),)
    return ListPair(
        COUNTRIES, CRM_COUNTRIES, ListMapping("Countries", "country", chosen, version), fields, in_use=True
    )


def groups(**chosen: str) -> ListPair:
    """The customer groups, complete unless said otherwise, not needed for activation."""
    mapping = ListMapping("Groups", "category", chosen or {"A": "10", "B": "11"}, 1)
    return ListPair(GROUPS, CRM_GROUPS, mapping, (("Customer", list_field("GROUP", "Group", "Groups")),))


def unreadable() -> ListPair:
    """A list that the ERP does not give."""
    fields = (("Customer", list_field("TERMS", "Terms", "Terms")),)
    crm = CrmList("terms", "Terms", (ListItem("1", "30 days"),))
    return ListPair(
        ErpList("Terms", problem=REFUSED), crm, ListMapping("Terms", "terms"), fields, in_use=True
    )


def long_pair(count: int) -> ListPair:
    """Two lists of so many items with equal names."""
    erp = ErpList("Long", tuple(ListItem(f"e{n}", f"Item {n}") for n in range(count)), READ_AT)
    crm = CrmList("long", "Long", tuple(ListItem(f"c{n}", f"Item {n}") for n in range(count)))
    return ListPair(erp, crm, ListMapping("Long", "long"), (("Customer", list_field("L", "Long", "Long")),))
