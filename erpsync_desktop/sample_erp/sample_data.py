# ruff: noqa: E501, PLR0917 a table of data reads better in lines
"""The sample company's data: a trading house on the North Sea with German, Norwegian and English partners."""

from __future__ import annotations

from datetime import datetime
from typing import Any

COMPANY_CODE = "NORDLICHT"
COMPANY_NAME = "Nordlicht Handel GmbH"
PASSWORD = "sample"  # noqa: S105 the documented password of the sample
CREATED = "2026-01-05T08:00:00.000000Z"

LISTS: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "Country": (
        ("DE", "Germany", "Deutschland", "Tyskland"),
        ("NO", "Norway", "Norwegen", "Norge"),
        ("GB", "United Kingdom", "Vereinigtes Königreich", "Storbritannia"),
        ("DK", "Denmark", "Dänemark", "Danmark"),
        ("AT", "Austria", "Österreich", "Østerrike"),
        ("CH", "Switzerland", "Schweiz", "Sveits"),
    ),
    "Category": (
        ("A", "Key account", "Großkunde", "Storkunde"),
        ("B", "Regular", "Stammkunde", "Fast kunde"),
        ("C", "Occasional", "Gelegentlich", "Sporadisk"),
        ("X", "Former", "Ehemalig", "Tidligere"),
    ),
    "Business": (
        ("FOOD", "Food", "Lebensmittel", "Næringsmiddel"),
        ("SHIP", "Shipbuilding", "Schiffbau", "Skipsbygging"),
        ("ENERGY", "Energy", "Energie", "Energi"),
        ("IT", "Information technology", "Informationstechnik", "Informasjonsteknologi"),
        ("RETAIL", "Retail", "Einzelhandel", "Detaljhandel"),
        ("PUBLIC", "Public sector", "Öffentliche Hand", "Offentlig sektor"),
    ),
    "Position": (
        ("CEO", "Managing director", "Geschäftsführung", "Daglig leder"),
        ("PUR", "Purchasing", "Einkauf", "Innkjøp"),
        ("SAL", "Sales", "Vertrieb", "Salg"),
        ("FIN", "Accounting", "Buchhaltung", "Regnskap"),
        ("TEC", "Engineering", "Technik", "Teknikk"),
    ),
    "ProjectType": (
        ("BUILD", "Construction", "Bau", "Bygg"),
        ("SERV", "Service", "Wartung", "Service"),
        ("CONS", "Consulting", "Beratung", "Rådgivning"),
    ),
    "ProjectStatus": (
        ("PLAN", "Planned", "Geplant", "Planlagt"),
        ("RUN", "Running", "Läuft", "Pågår"),
        ("HOLD", "On hold", "Angehalten", "Stanset"),
        ("DONE", "Completed", "Abgeschlossen", "Fullført"),
    ),
    "Warehouse": (
        ("HAM", "Hamburg", "Hamburg", "Hamburg"),
        ("BGO", "Bergen", "Bergen", "Bergen"),
        ("HUL", "Hull", "Hull", "Hull"),
    ),
}


def _company(
    name: str, phone: str, domain: str, street: str, place: str, country: str, category: str
) -> dict[str, Any]:
    code, _, city = place.partition(" ")
    return {
        "NAME": name, "PHONE": phone, "EMAIL": f"post@{domain}", "URL": f"https://www.{domain}",
        "STREETAD1": street, "STREETZIP": code, "STREETCITY": city, "COUNTRY": country, "CATEGORY": category,
    }  # fmt: skip


def _customer(
    company: dict[str, Any],
    business: str,
    days: int,
    limit: float,
    balance: float,
    since: str,
    blocked: bool = False,
) -> dict[str, Any]:
    return company | {
        "BUSINESS": business, "PAYMENT_DAYS": days, "CREDIT_LIMIT": limit, "BALANCE": balance, "BLOCKED": blocked,
        "CUSTOMER_SINCE": datetime.fromisoformat(since),
    }  # fmt: skip


CUSTOMERS: tuple[dict[str, Any], ...] = (
    _customer(_company("Alsterwerft AG", "+49 40 5550101", "alsterwerft.example", "Am Reiherstieg 12", "20457 Hamburg", "DE", "A"), "SHIP", 30, 250000.0, 48210.5, "2009-04-01"),
    _customer(_company("Bäckerei Öhlmühle KG", "+49 421 5550102", "oehlmuehle.example", "Böttcherstraße 3", "28195 Bremen", "DE", "B"), "FOOD", 14, 5000.0, 312.4, "2017-09-15"),
    _customer(_company("Stadtwerke Husum", "+49 4841 555010", "sw-husum.example", "Deichweg 1", "25813 Husum", "DE", "A"), "PUBLIC", 45, 80000.0, 0.0, "2012-01-02"),
    _customer(_company("Kontor & Söhne GmbH", "+49 451 5550104", "kontor-soehne.example", "Mengstraße 40", "23552 Lübeck", "DE", "C"), "RETAIL", 10, 2500.0, 2610.0, "2021-06-30", blocked=True),
    _customer(_company("Weserdaten GmbH", "+49 421 5550105", "weserdaten.example", "Am Wall 77", "28203 Bremen", "DE", "B"), "IT", 30, 20000.0, 1999.99, "2018-02-12"),
    _customer(_company("Fjordkraft Bergen AS", "+47 55 550 106", "fjordkraft-bergen.example", "Bryggen 15", "5003 Bergen", "NO", "A"), "ENERGY", 30, 150000.0, 73400.0, "2014-03-17"),
    _customer(_company("Ålesund Fiskemottak AS", "+47 70 550 107", "aalesundfisk.example", "Keiser Wilhelms gate 8", "6003 Ålesund", "NO", "B"), "FOOD", 20, 30000.0, 15250.75, "2016-11-03"),
    _customer(_company("Trøndelag Båtbyggeri AS", "+47 73 550 108", "tbb.example", "Kjøpmannsgata 21", "7013 Trondheim", "NO", "B"), "SHIP", 30, 60000.0, 0.0, "2019-05-20"),
    _customer(_company("Oslo Kommune Innkjøp", "+47 21 550 109", "oslo-innkjop.example", "Rådhusplassen 1", "0037 Oslo", "NO", "A"), "PUBLIC", 30, 200000.0, 8800.0, "2011-08-08"),
    _customer(_company("Humber Chandlers Ltd", "+44 1482 555110", "humberchandlers.example", "14 Princes Dock Street", "HU1 Hull", "GB", "B"), "SHIP", 30, 40000.0, 12750.0, "2015-07-01"),
    _customer(_company("Whitby Provisions Ltd", "+44 1947 555111", "whitbyprovisions.example", "3 Church Street", "YO22 Whitby", "GB", "C"), "FOOD", 14, 3000.0, 0.0, "2022-10-10"),
    _customer(_company("Tyne Energy Partners plc", "+44 191 555112", "tyneenergy.example", "1 Quayside", "NE1 Newcastle", "GB", "A"), "ENERGY", 60, 300000.0, 121000.25, "2010-12-01"),
    _customer(_company("Esbjerg Maskinfabrik A/S", "+45 75 55 01 13", "esbjergmaskin.example", "Havnegade 9", "6700 Esbjerg", "DK", "B"), "SHIP", 30, 50000.0, 4100.0, "2020-01-20"),
    _customer(_company("Altes Zollhaus Handels-OG", "+43 1 5550114", "altes-zollhaus.example", "Handelskai 5", "1020 Wien", "AT", "X"), "RETAIL", 14, 0.0, 0.0, "2008-05-05"),
)  # fmt: skip

SUPPLIERS: tuple[dict[str, Any], ...] = (
    _company("Elbe Stahlhandel GmbH", "+49 40 5550201", "elbestahl.example", "Peutestraße 22", "20539 Hamburg", "DE", "A") | {"DELIVERY_DAYS": 7, "APPROVED": True},
    _company("Norsk Tauverk AS", "+47 52 550 202", "norsktauverk.example", "Strandgata 4", "5528 Haugesund", "NO", "A") | {"DELIVERY_DAYS": 14, "APPROVED": True},
    _company("Sheffield Tool Works Ltd", "+44 114 555203", "sheffieldtools.example", "88 Arundel Street", "S1 Sheffield", "GB", "B") | {"DELIVERY_DAYS": 21, "APPROVED": True},
    _company("Lüneburger Salzkontor", "+49 4131 555204", "salzkontor.example", "Am Stintmarkt 2", "21335 Lüneburg", "DE", "B") | {"DELIVERY_DAYS": 5, "APPROVED": True},
    _company("Zürcher Feinmechanik AG", "+41 44 555 02 05", "zfm.example", "Limmatquai 60", "8001 Zürich", "CH", "C") | {"DELIVERY_DAYS": 30, "APPROVED": False},
)  # fmt: skip

PARTNERS: tuple[dict[str, Any], ...] = (
    _company("Hansekontor Beratung", "+49 40 5550301", "hansekontor.example", "Deichstraße 9", "20459 Hamburg", "DE", "A") | {"COMMISSION": 7.5},
    _company("Vestland Rådgivning AS", "+47 55 550 302", "vestlandrad.example", "Torgallmenningen 2", "5014 Bergen", "NO", "B") | {"COMMISSION": 5.0},
    _company("Thornton & Hale LLP", "+44 20 555303", "thorntonhale.example", "7 Cornhill", "EC3V London", "GB", "B") | {"COMMISSION": 10.0},
)  # fmt: skip


def _person(
    parent: str, first: str, last: str, position: str, mail: str, born: str = "", title: str = ""
) -> dict[str, Any]:
    return {
        "parent": parent, "FIRSTNAME": first, "LASTNAME": last, "POSITION": position, "EMAIL": mail, "TITLE": title,
        "BIRTHDATE": datetime.fromisoformat(born) if born else None, "NEWSLETTER": position in {"PUR", "CEO"},
    }  # fmt: skip


PERSONS: tuple[dict[str, Any], ...] = (
    _person("C-10001", "Hinnerk", "Petersen", "CEO", "petersen@alsterwerft.example", "1966-03-02", "Dr."),
    _person("C-10001", "Maike", "Thomsen", "PUR", "thomsen@alsterwerft.example", "1984-11-19"),
    _person("C-10002", "Jörg", "Mühlbacher", "CEO", "joerg@oehlmuehle.example", "1971-07-07"),
    _person("C-10003", "Silke", "Brodersen", "FIN", "brodersen@sw-husum.example"),
    _person("C-10004", "Anton", "Kontor", "CEO", "anton@kontor-soehne.example", "1955-01-31"),
    _person("C-10005", "Güzin", "Şahin", "TEC", "sahin@weserdaten.example", "1990-05-23"),
    _person("C-10006", "Ingrid", "Bjørnstad", "PUR", "ingrid@fjordkraft-bergen.example", "1979-12-24"),
    _person("C-10006", "Øyvind", "Haugland", "TEC", "oyvind@fjordkraft-bergen.example"),
    _person("C-10007", "Kåre", "Sætre", "CEO", "kare@aalesundfisk.example", "1960-08-15"),
    _person("C-10008", "Solveig", "Nordvik", "SAL", "solveig@tbb.example"),
    _person("C-10009", "Anders", "Lie", "PUR", "anders.lie@oslo-innkjop.example", "1987-04-04"),
    _person("C-10010", "Margaret", "Holderness", "CEO", "m.holderness@humberchandlers.example", "1969-10-12"),
    _person("C-10011", "Tom", "Eskdale", "PUR", "tom@whitbyprovisions.example"),
    _person("C-10012", "Priya", "Raman", "FIN", "priya.raman@tyneenergy.example", "1982-02-28"),
    _person("C-10012", "Colin", "O'Hara", "TEC", "colin.ohara@tyneenergy.example"),
    _person("C-10013", "Mette", "Østergaard", "PUR", "mette@esbjergmaskin.example", "1975-06-01"),
    _person("S-10001", "Ralf", "Wegner", "SAL", "wegner@elbestahl.example"),
    _person("S-10002", "Liv", "Tveit", "SAL", "liv@norsktauverk.example", "1993-09-09"),
    _person("S-10003", "Harold", "Stannington", "SAL", "harold@sheffieldtools.example"),
    _person("P-10001", "Wiebke", "Claasen", "CEO", "claasen@hansekontor.example", "1980-01-17"),
    _person("P-10003", "Edmund", "Hale", "CEO", "e.hale@thorntonhale.example"),
)


def _project(
    parent: str,
    name: str,
    text: str,
    kind: str,
    status: str,
    hours: int,
    budget: float,
    end: str,
    billable: bool = True,
) -> dict[str, Any]:
    finish = datetime.fromisoformat(end)
    return {
        "parent": parent, "NAME": name, "TEXT": text, "TYPE": kind, "STATUS": status, "HOURS": hours, "BUDGET": budget,
        "STARTDATE": finish.replace(year=finish.year - 1), "ENDDATE": finish, "BILLABLE": billable,
    }  # fmt: skip


PROJECTS: tuple[dict[str, Any], ...] = (
    _project("C-10001", "Dock 5 neu ausrüsten", "Ausrüstung des Schwimmdocks 5", "BUILD", "RUN", 1200, 340000.0, "2027-03-31"),
    _project("C-10003", "Pumpwerk Nord", "Jährliche Wartung der Pumpen", "SERV", "RUN", 160, 18500.0, "2026-12-31"),
    _project("C-10005", "Rechenzentrum Überseestadt", "Beratung zur Kühlung", "CONS", "PLAN", 80, 9600.0, "2027-06-30"),
    _project("C-10006", "Vannkraftverk Modalen", "Nye turbinhus", "BUILD", "RUN", 2400, 890000.0, "2027-10-01"),
    _project("C-10007", "Kjølelager", "Utvidelse av kjølelageret", "BUILD", "HOLD", 600, 145000.0, "2026-11-15"),
    _project("C-10009", "Rammeavtale 2026", "Rådgivning etter behov", "CONS", "RUN", 300, 42000.0, "2026-12-31"),
    _project("C-10010", "Rope store refit", "New racking and hoists", "BUILD", "DONE", 210, 27300.5, "2025-09-30"),
    _project("C-10012", "Substation survey", "Survey of twelve substations", "CONS", "RUN", 96, 14400.0, "2026-12-18"),
    _project("C-10012", "Warranty work", "Repairs under warranty", "SERV", "RUN", 40, 0.0, "2027-01-31", billable=False),
    _project("C-10013", "Kran 3", "Årligt eftersyn", "SERV", "PLAN", 24, 3100.0, "2027-02-15"),
)  # fmt: skip

ACTORS: dict[str, tuple[dict[str, Any], ...]] = {
    "Customer": CUSTOMERS, "Supplier": SUPPLIERS, "Partner": PARTNERS, "Person": PERSONS, "Project": PROJECTS,
}  # fmt: skip
