"""The ERP's tables: one sheet an actor type, one column a field, with the field keys as headings."""

from __future__ import annotations

from dataclasses import dataclass

from erpsync_desktop.sample_erp.fields import MANDATORY, READ_ONLY, Field
from erpsync_desktop.sample_erp.values import FieldType


@dataclass(frozen=True, slots=True)
class ActorTable:
    """How an actor type is kept.

    Attributes:
        actor_type: its name on the wire.
        sheet: the sheet's title.
        prefix: what its ERP keys begin with.
        fields: its fields, in the order of their columns.
        number_field: the read-only field that repeats the ERP key.
        title_fields: the fields that name an actor.
        parents: actor types that can be its parent.
        searchable: keys of the fields that advanced search takes.
    """

    actor_type: str
    sheet: str
    prefix: str
    fields: tuple[Field, ...]
    number_field: str
    title_fields: tuple[str, ...]
    parents: tuple[str, ...] = ()
    searchable: tuple[str, ...] = ()

    def field(self, key: str) -> Field | None:
        """The field of that key, or None."""
        return next((field for field in self.fields if field.key == key), None)


_INTEGER, _DOUBLE = FieldType.INTEGER, FieldType.DOUBLE


def _text(key: str, english: str, german: str, norwegian: str, length: int = 80) -> Field:
    return Field(key, (english, german, norwegian), max_length=length)


def _typed(
    key: str, kind: FieldType, english: str, german: str, norwegian: str, *, default: str = ""
) -> Field:
    return Field(key, (english, german, norwegian), kind, default=default)


def _list(
    key: str, list_name: str, names: tuple[str, str, str], access: str = "Normal", default: str = ""
) -> Field:
    return Field(key, names, FieldType.LIST, access, list_name=list_name, default=default)


def _number(key: str, english: str, german: str, norwegian: str) -> Field:
    return Field(key, (english, german, norwegian), access=READ_ONLY, max_length=20)


_NAME = Field("NAME", ("Name", "Name", "Navn"), access=MANDATORY, max_length=100)
_URL = _text("URL", "Website", "Website", "Nettsted", 200)
_EMAIL = _text("EMAIL", "E-mail", "E-Mail", "E-post", 120)
_COUNTRY = _list("COUNTRY", "Country", ("Country", "Land", "Land"), MANDATORY)
_CATEGORY = _list("CATEGORY", "Category", ("Category", "Kategorie", "Kategori"))

_COMPANY: tuple[Field, ...] = (
    _NAME,
    _text("DEPARTMENT", "Department", "Abteilung", "Avdeling"),
    _text("PHONE", "Phone", "Telefon", "Telefon", 30),
    _text("FAX", "Fax", "Fax", "Faks", 30),
    _EMAIL,
    _URL,
    _text("STREETAD1", "Street", "Straße", "Gate"),
    _text("STREETZIP", "Postcode", "PLZ", "Postnummer", 12),
    _text("STREETCITY", "City", "Ort", "Sted"),
    _text("POSTALAD1", "Postal address", "Postanschrift", "Postadresse"),
    _text("POSTALZIP", "Postal address: postcode", "Postanschrift: PLZ", "Postadresse: postnummer", 12),
    _text("POSTALCITY", "Postal address: city", "Postanschrift: Ort", "Postadresse: sted"),
    _COUNTRY,
    _text("VATNO", "VAT number", "USt-IdNr.", "MVA-nummer", 20),
    _CATEGORY,
)

_BUSINESS = _list("BUSINESS", "Business", ("Business", "Branche", "Bransje"))
_COMPANY_SEARCH = ("NAME", "STREETCITY", "STREETZIP", "COUNTRY", "CATEGORY", "EMAIL")

CUSTOMER = ActorTable(
    "Customer",
    "Customers",
    "C",
    (
        _number("NUMBER1", "Customer number", "Kundennummer", "Kundenummer"),
        *_COMPANY,
        _BUSINESS,
        _typed("PAYMENT_DAYS", _INTEGER, "Payment days", "Zahlungsziel", "Betalingsfrist", default="[I:30]"),
        _typed("CREDIT_LIMIT", _DOUBLE, "Credit limit", "Kreditlimit", "Kredittgrense", default="[F:5000]"),
        Field("BALANCE", ("Balance", "Saldo", "Saldo"), FieldType.DOUBLE, READ_ONLY),
        _typed("BLOCKED", FieldType.CHECKBOX, "Blocked", "Gesperrt", "Sperret", default="[I:0]"),
        _typed("CUSTOMER_SINCE", FieldType.DATETIME, "Customer since", "Kunde seit", "Kunde siden"),
    ),
    "NUMBER1",
    ("NAME", "DEPARTMENT"),
    searchable=(
        "NUMBER1", *_COMPANY_SEARCH, "BUSINESS", "PAYMENT_DAYS", "CREDIT_LIMIT", "BLOCKED", "CUSTOMER_SINCE",
    ),
)  # fmt: skip

SUPPLIER = ActorTable(
    "Supplier",
    "Suppliers",
    "S",
    (
        _number("NUMBER1", "Supplier number", "Lieferantennummer", "Leverandørnummer"),
        *_COMPANY,
        _typed(
            "DELIVERY_DAYS",
            FieldType.INTEGER,
            "Delivery days",
            "Lieferzeit (Tage)",
            "Leveringstid",
            default="[I:14]",
        ),
        _typed("APPROVED", FieldType.CHECKBOX, "Approved", "Freigegeben", "Godkjent", default="[I:0]"),
    ),
    "NUMBER1",
    ("NAME", "DEPARTMENT"),
    searchable=("NUMBER1", *_COMPANY_SEARCH, "DELIVERY_DAYS", "APPROVED"),
)

PARTNER = ActorTable(
    "Partner",
    "Partners",
    "P",
    (
        _number("NUMBER1", "Partner number", "Partnernummer", "Partnernummer"),
        *_COMPANY,
        _typed("COMMISSION", FieldType.DOUBLE, "Commission in %", "Provision in %", "Provisjon i %"),
    ),
    "NUMBER1",
    ("NAME", "DEPARTMENT"),
    searchable=("NUMBER1", *_COMPANY_SEARCH, "COMMISSION"),
)

PERSON = ActorTable(
    "Person",
    "Persons",
    "K",
    (
        _number("NUMBER", "Person number", "Kontaktnummer", "Personnummer"),
        _text("FIRSTNAME", "First name", "Vorname", "Fornavn", 60),
        _text("MIDDLENAME", "Middle name", "Zweiter Vorname", "Mellomnavn", 60),
        Field("LASTNAME", ("Last name", "Nachname", "Etternavn"), access=MANDATORY, max_length=60),
        _text("TITLE", "Title", "Titel", "Tittel", 40),
        _list("POSITION", "Position", ("Position", "Position", "Stilling")),
        _text("PHONE_DIRECT", "Direct phone", "Durchwahl", "Direkte telefon", 30),
        _text("PHONE_MOBILE", "Mobile phone", "Mobiltelefon", "Mobiltelefon", 30),
        _EMAIL,
        _typed("BIRTHDATE", FieldType.DATETIME, "Date of birth", "Geburtsdatum", "Fødselsdato"),
        _typed("NEWSLETTER", FieldType.CHECKBOX, "Newsletter", "Rundbrief", "Nyhetsbrev", default="[I:0]"),
    ),
    "NUMBER",
    ("FIRSTNAME", "LASTNAME"),
    parents=("Customer", "Supplier", "Partner"),
    searchable=("NUMBER", "FIRSTNAME", "LASTNAME", "POSITION", "EMAIL", "BIRTHDATE", "NEWSLETTER"),
)

PROJECT = ActorTable(
    "Project",
    "Projects",
    "J",
    (
        _number("NUMBER", "Project number", "Projektnummer", "Prosjektnummer"),
        _NAME,
        _text("TEXT", "Description", "Beschreibung", "Beskrivelse", 2000),
        _list("TYPE", "ProjectType", ("Type", "Art", "Type")),
        _list("STATUS", "ProjectStatus", ("Status", "Status", "Status"), MANDATORY, "PLAN"),
        _URL,
        _typed("STARTDATE", FieldType.DATETIME, "Start", "Beginn", "Start"),
        _typed("ENDDATE", FieldType.DATETIME, "End", "Ende", "Slutt"),
        _typed(
            "HOURS",
            FieldType.INTEGER,
            "Planned hours",
            "Geplante Stunden",
            "Planlagte timer",
            default="[I:0]",
        ),
        _typed("BUDGET", FieldType.DOUBLE, "Budget", "Budget", "Budsjett"),
        _typed("BILLABLE", FieldType.CHECKBOX, "Billable", "Abrechenbar", "Fakturerbart", default="[I:1]"),
    ),
    "NUMBER",
    ("NAME",),
    parents=("Customer",),
    searchable=("NUMBER", "NAME", "TYPE", "STATUS", "ENDDATE", "HOURS", "BUDGET", "BILLABLE"),
)

TABLES: dict[str, ActorTable] = {
    table.actor_type: table for table in (CUSTOMER, SUPPLIER, PARTNER, PERSON, PROJECT)
}

KEY_COLUMN, PARENT_TYPE_COLUMN, PARENT_KEY_COLUMN = "ErpKey", "ParentActorType", "ParentErpKey"
MODIFIED_COLUMN = "LastModified"


def columns(table: ActorTable) -> tuple[str, ...]:
    """Headings of an actor table's sheet. Further columns, and another order, do no harm."""
    parents = (PARENT_TYPE_COLUMN, PARENT_KEY_COLUMN) if table.parents else ()
    return (KEY_COLUMN, *parents, *(field.key for field in table.fields), MODIFIED_COLUMN)
