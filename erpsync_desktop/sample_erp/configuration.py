"""What the sample ERP asks for when a connection is defined, and how it judges the values.

| field | mandatory | good | not accepted |
|---|---|---|---|
| ``CompanyCode`` | yes | ``NORDLICHT``, in any case of letters | any other: ``UNKNOWN_COMPANY`` |
| ``UserName`` | no | anything up to 50 characters | longer: ``VALUE_TOO_LONG`` |
| ``Password`` | yes | ``sample`` until it is changed | any other: ``WRONG_PASSWORD`` |
| ``Decimals`` | no | 0 to 6 | ``VALUE_OUT_OF_RANGE`` |
| ``Rounding`` | no | above 0, up to 100 | ``VALUE_OUT_OF_RANGE`` |
| ``ReadOnlyAccess`` | no | 1 leads to *OkWithInfo* | |
| ``Warehouse`` | no | a key of the list ``Warehouse``, or empty | ``UNKNOWN_LIST_ITEM`` |
| ``PriceListDate`` | no | a date; one in the future leads to *Warning* | |
| ``ServerVersion`` | read-only | whatever comes back is ignored | |

An empty mandatory value is ``MISSING_VALUE``; a value out of form is ``BAD_VALUE``. An error goes before a
warning, a warning before an info.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from erpsync_desktop.sample_erp import results
from erpsync_desktop.sample_erp.fields import MANDATORY, READ_ONLY, Field
from erpsync_desktop.sample_erp.results import Refusal, Texts
from erpsync_desktop.sample_erp.values import FieldType, Value, decode

PASSWORD_FIELD = "Password"  # noqa: S105 the name of a field
READ_ONLY_FIELD = "ReadOnlyAccess"

# Deliberately not in the order of their ranks: clients have to sort.
FIELDS: tuple[Field, ...] = (
    Field(
        "Warehouse",
        ("Default warehouse", "Standardlager", "Standardlager"),
        FieldType.LIST,
        tips=("Goods are delivered from here.", "Von hier wird geliefert.", "Varene leveres herfra."),
        list_name="Warehouse",
        default="HAM",
        rank=70,
    ),
    Field(
        PASSWORD_FIELD,
        ("Password", "Kennwort", "Passord"),
        FieldType.PASSWORD,
        MANDATORY,
        tips=(
            "The password of the ERP. In the sample it is: sample",
            "Das Kennwort des ERP-Systems. Im Beispiel lautet es: sample",
            "Passordet til ERP-systemet. I eksempelet er det: sample",
        ),
        rank=30,
    ),
    Field(
        "Introduction",
        (
            "Connects SuperOffice with the sample ERP, a spreadsheet on this computer.",
            "Verbindet SuperOffice mit dem Beispiel-ERP, einer Tabelle auf diesem Rechner.",
            "Kobler SuperOffice til eksempel-ERP, et regneark på denne maskinen.",
        ),
        FieldType.LABEL,
        rank=5,
    ),
    Field(
        "Rounding",
        ("Round amounts to", "Beträge runden auf", "Avrund beløp til"),
        FieldType.DOUBLE,
        tips=(
            "Smallest unit of an amount, above 0 and at most 100.",
            "Kleinste Einheit eines Betrags, über 0 und höchstens 100.",
            "Minste enhet for et beløp, over 0 og høyst 100.",
        ),
        default="[F:0.05]",
        rank=50,
    ),
    Field(
        "CompanyCode",
        ("Company code", "Mandant", "Firmakode"),
        FieldType.TEXT,
        MANDATORY,
        tips=(
            "The company in the ERP; it stands on the sheet 'Company' of the workbook.",
            "Der Mandant im ERP-System; er steht auf dem Blatt „Company“ der Arbeitsmappe.",
            "Firmaet i ERP-systemet; koden står på arket «Company» i arbeidsboken.",
        ),
        default="NORDLICHT",
        max_length=20,
        rank=10,
    ),
    Field(
        "PriceListDate",
        ("Price list valid from", "Preisliste gültig ab", "Prisliste gyldig fra"),
        FieldType.DATETIME,
        tips=(
            "Prices before this moment are not used.",
            "Ältere Preise werden nicht verwendet.",
            "Eldre priser brukes ikke.",
        ),
        default="[DT:12/31/2013 23:59:59.0000000]",
        rank=80,
    ),
    Field(
        "UserName",
        ("User name", "Benutzername", "Brukernavn"),
        tips=(
            "Who is noted as the author of changes; may stay empty.",
            "Wer als Urheber von Änderungen vermerkt wird; darf leer bleiben.",
            "Hvem som noteres som opphav til endringer; kan stå tomt.",
        ),
        max_length=50,
        rank=20,
    ),
    Field(
        "Decimals",
        ("Decimals of amounts", "Nachkommastellen", "Desimaler"),
        FieldType.INTEGER,
        tips=("From 0 to 6.", "Von 0 bis 6.", "Fra 0 til 6."),
        default="[I:2]",
        rank=40,
    ),
    Field(
        "ServerVersion",
        ("ERP version", "ERP-Version", "ERP-versjon"),
        access=READ_ONLY,
        default="Sample ERP 2026.1",
        rank=90,
    ),
    Field(
        READ_ONLY_FIELD,
        ("Read only", "Nur lesen", "Bare lesing"),
        FieldType.CHECKBOX,
        tips=(
            "Nothing is written to the ERP.",
            "In das ERP-System wird nichts geschrieben.",
            "Ingenting skrives til ERP-systemet.",
        ),
        default="[I:0]",
        rank=60,
    ),
)

FIELD_BY_KEY: dict[str, Field] = {field.key: field for field in FIELDS}


def check(
    values: Mapping[str, str], *, has_password: bool, company_code: str, warehouses: Collection[str]
) -> dict[str, Value]:
    """Judge all values but the password itself.

    Args:
        values: as on the wire, by field key; keys that the configuration does not have are ignored.
        has_password: whether a password came along or is stored.
        company_code: of the workbook.
        warehouses: keys of the list ``Warehouse``.

    Returns:
        The decoded values.

    Raises:
        Refusal: the first value that is not good, in the order of the form.
    """
    decoded: dict[str, Value] = {}
    for field in sorted(FIELDS, key=lambda field: field.rank):
        if field.kind is FieldType.LABEL or field.access == READ_ONLY:
            continue
        if field.key == PASSWORD_FIELD:
            _require(field, filled=has_password)
        else:
            decoded[field.key] = _check_value(field, values.get(field.key, ""))
    _check_ranges(decoded, company_code, warehouses)
    return decoded


def _require(field: Field, *, filled: bool) -> None:
    if not filled:
        raise _refusal(
            "MISSING_VALUE",
            field,
            "is mandatory and empty",
            ("{} is missing.", "{} fehlt.", "{} mangler."),
        )


def _check_value(field: Field, wire: str) -> Value:
    if field.access == MANDATORY:
        _require(field, filled=bool(wire.strip()))
    if field.max_length and len(wire) > field.max_length:
        raise _refusal(
            "VALUE_TOO_LONG",
            field,
            f"is longer than {field.max_length} characters",
            ("{} is too long.", "{} ist zu lang.", "{} er for lang."),
        )
    try:
        return decode(field.kind, wire)
    except ValueError as error:
        raise _refusal(
            "BAD_VALUE",
            field,
            f"cannot be read as {field.kind}: {error}"
            if field.kind is not FieldType.DATETIME
            else "is no date",
            ("{} cannot be read.", "{} ist nicht lesbar.", "{} kan ikke leses."),
        ) from None


def _check_ranges(values: Mapping[str, Value], company_code: str, warehouses: Collection[str]) -> None:
    if str(values["CompanyCode"]).strip().casefold() != company_code.casefold():
        raise _refusal(
            "UNKNOWN_COMPANY",
            FIELD_BY_KEY["CompanyCode"],
            "is not the company of this workbook",
            (
                "There is no such company in the ERP.",
                "Diesen Mandanten gibt es im ERP-System nicht.",
                "Dette firmaet finnes ikke i ERP-systemet.",
            ),
        )
    decimals, rounding, warehouse = values["Decimals"], values["Rounding"], values["Warehouse"]
    if isinstance(decimals, int) and not 0 <= decimals <= 6:
        raise _out_of_range("Decimals", "0 – 6")
    if isinstance(rounding, float) and not 0 < rounding <= 100:
        raise _out_of_range("Rounding", "> 0, ≤ 100")
    if warehouse and warehouse not in warehouses:
        raise _refusal(
            "UNKNOWN_LIST_ITEM",
            FIELD_BY_KEY["Warehouse"],
            "is not an item of the list Warehouse",
            ("There is no such warehouse.", "Dieses Lager gibt es nicht.", "Dette lageret finnes ikke."),
        )


def _out_of_range(key: str, limits: str) -> Refusal:
    return _refusal(
        "VALUE_OUT_OF_RANGE",
        FIELD_BY_KEY[key],
        f"has to be in the range {limits}",
        (
            f"{{}}: only {limits} is possible.",
            f"{{}}: nur {limits} ist möglich.",
            f"{{}}: bare {limits} er mulig.",
        ),
    )


def _refusal(code: str, field: Field, tech: str, user: Texts) -> Refusal:
    english, german, norwegian = (text.format(name) for text, name in zip(user, field.names, strict=True))
    return Refusal(code, f"The value of {field.key} {tech}.", (english, german, norwegian))


def wrong_password() -> Refusal:
    """The password is not that of the ERP."""
    return Refusal(
        "WRONG_PASSWORD",
        "The password does not match the hash in the workbook.",
        ("The password is wrong.", "Das Kennwort ist falsch.", "Passordet er feil."),
    )


def verdict(values: Mapping[str, Value], now: datetime) -> dict[str, Any]:
    """The answer for good values: plain, or with what the user should know about them."""
    start = values["PriceListDate"]
    if isinstance(start, datetime) and start > now:
        return results.warning(
            "PRICE_LIST_IN_FUTURE",
            "PriceListDate lies in the future.",
            (
                "The price list is not valid yet: until then there are no prices.",
                "Die Preisliste gilt noch nicht: Bis dahin gibt es keine Preise.",
                "Prislisten gjelder ikke ennå: Inntil da finnes det ingen priser.",
            ),
        )
    if values[READ_ONLY_FIELD]:
        return results.info(
            "READ_ONLY_ACCESS",
            "ReadOnlyAccess is set: CreateActor and SaveActors will be refused.",
            (
                "Nothing will be written to the ERP.",
                "In das ERP-System wird nichts geschrieben.",
                "Ingenting skrives til ERP-systemet.",
            ),
        )
    return results.ok()
