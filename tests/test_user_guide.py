"""The user guide: both languages say the same, every link leads somewhere, every example works."""

import re
from pathlib import Path

import pytest

from erpsync_desktop.model.catalogue import Catalogue
from erpsync_desktop.model.catalogue_file import read_catalogue, read_standard
from erpsync_desktop.model.directory_csv import read_directory_csv
from erpsync_desktop.resource_files import resource_path
from scripts.translation_entries import read_entries

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "user-guide"
ENGLISH = sorted(path.name for path in (GUIDE / "en").glob("*.md"))
PAGES = sorted(GUIDE.glob("*/*.md"))
_LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]+)\)")
_ANCHOR = re.compile(r'<a id="([^"]+)"></a>')
_LABEL = re.compile(r"\*\*([^*]+)\*\*")
_HELP = re.compile(r'(?:offer_help\(self, |help_anchor ?= ?)"(\w+)"')
_CODE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

LABELS = {
    "Sync": "Sync",
    "Sync Connector": "Sync Connector",
    "Sync Connectors": "Sync Connectors",
    "ERP connections": "ERP-Verbindungen",
    "Quote/Sync": "Angebot/Sync",
    "Add": "Hinzufügen",
    "Edit": "Bearbeiten",
    "Delete": "Löschen",
    "OK": "OK",
    "Done": "Fertig",
    "Save": "Speichern",
    "Define new ERP connection": "Neue ERP-Verbindung definieren",
    "connector URL": "Connector-URL",
    "scope": "Umfang",
    "Everyone": "Jeder",
    "Specific users + groups": "Spezifische Benutzer + Gruppen",
    "configuration fields": "Konfigurationsfelder",
    "Test ERP connection": "ERP-Verbindung testen",
    "Active": "Aktiv",
    "Mappings": "Zuordnungen",
    "List mapping": "Listenzuordnung",
    "Defaults": "Standards",
    "Rank Fields": "Felder sortieren",
    'Sync ERP "Customer" to SuperOffice "Company"': 'ERP-"Kunde" mit SuperOffice-"Firma" synchronisieren',
    "direction": "Richtung",
    "SuperOffice field": "SuperOffice-Feld",
    "Show in Search": "In Suche anzeigen",
    "Show in ERP tab": "In ERP-Registerkarte anzeigen",
    "(No Selection)": "(Keine Selektion)",
    "Add sync default value": "Sync-Standardwert hinzufügen",
    "Set default value": "Standardwert festlegen",
    "Ask user for value": "Benutzer nach Wert fragen",
    "Mandatory – User must fill in value": "Obligatorisch – Benutzer muss einen Wert angeben",
    "Set Sync Priority": "Sync-Priorität festlegen",
}
"""What SuperOffice's documentation calls things in English and in German."""


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def links(path: Path, *, pictures: bool) -> list[str]:
    """Where the links of a page lead, or which pictures it shows."""
    return [target for mark, target in _LINK.findall(text(path)) if bool(mark) is pictures]


def labels(path: Path) -> list[str]:
    """What is written in bold: names of controls, at first."""
    return [" ".join(label.split()) for label in _LABEL.findall(text(path))]


def examples(path: Path, kind: str) -> list[bytes]:
    return [code.encode() for language, code in _CODE.findall(text(path)) if language == kind]


def shape(path: Path) -> list[str]:
    """What a page is built of, without its words: headings, steps, lists, tables, pictures, code, anchors."""
    found = []
    code = False
    for line in text(path).splitlines():
        if line.startswith("```"):
            code = not code
            found.append(line)
        elif not code:
            begins = re.match(r"#+ |\d\. |- |\s*\||\s*!\[", line)
            found += [begins[0].strip()] if begins else []
            found += _ANCHOR.findall(line)
    return found


def standard() -> Catalogue:
    return read_standard(resource_path("superoffice/catalogue.json").read_bytes())


def test_both_languages_have_the_same_pages() -> None:
    assert len(ENGLISH) >= 14
    assert sorted(path.name for path in (GUIDE / "de").glob("*.md")) == ENGLISH


@pytest.mark.parametrize("name", ENGLISH)
def test_a_page_is_built_the_same_in_both_languages(name: str) -> None:
    english, german = GUIDE / "en" / name, GUIDE / "de" / name
    assert shape(english) == shape(german)
    assert links(english, pictures=False) == links(german, pictures=False)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_link_of_a_page_leads_to_a_page_and_a_place_in_it(path: Path) -> None:
    targets = [target for target in links(path, pictures=False) if not target.startswith("https://")]
    assert targets
    for target in targets:
        name, _, anchor = target.partition("#")
        page = path.parent / name if name else path
        assert page.is_file(), target
        assert not anchor or anchor in _ANCHOR.findall(text(page)), target


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_page_can_be_reached_from_the_index(path: Path) -> None:
    index = path.parent / "index.md"
    assert path == index or path.name in links(index, pictures=False)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_example_of_a_file_can_be_imported(path: Path) -> None:
    if path.name == "superoffice-fields.md":
        json_file, fields, items = (
            read_catalogue(data, standard()) for data in (*examples(path, "json"), *examples(path, "csv"))
        )
        assert (len(json_file.fields), len(json_file.lists)) == (2, 1)
        assert (len(fields.fields), len(fields.lists)) == (4, 0)
        assert [(one.name, len(one.items)) for one in items.lists] == [("region", 2), ("projecttype", 3)]
    elif path.name == "users-and-groups.md":
        (directory,) = (read_directory_csv(data) for data in examples(path, "csv"))
        assert [entry.is_group for entry in directory] == [True, True, False, False]
    else:
        assert not _CODE.search(text(path))


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_example_of_the_help_can_be_imported(language: str) -> None:
    page = text(resource_path(f"help/help_{language}.html"))
    (example,) = (code for code in re.findall(r"<pre>(.*?)</pre>", page, re.DOTALL) if code.startswith("{"))
    read = read_catalogue(example.encode(), standard())
    assert [field.key for field in read.fields] == ["x_loyalty"]
    assert [one.name for one in read.lists] == ["loyalty"]


@pytest.mark.parametrize("language", ["en", "de"])
def test_f1_of_every_window_finds_its_part_of_the_help(language: str) -> None:
    page = text(resource_path(f"help/help_{language}.html"))
    package = ROOT / "erpsync_desktop"
    wanted = {anchor for path in package.rglob("*.py") for anchor in _HELP.findall(text(path))}
    assert {"configure", "activation", "catalogue", "rank", "priority", "connection"} <= wanted
    assert wanted <= set(re.findall(r'<a name="([^"]+)">', page))


@pytest.mark.parametrize("name", ENGLISH)
def test_labels_are_those_of_superoffice_letter_for_letter(name: str) -> None:
    english, german = labels(GUIDE / "en" / name), labels(GUIDE / "de" / name)
    for label, documented in LABELS.items():
        assert english.count(label) == german.count(documented), (label, documented)


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_control_that_the_guide_names_is_called_so_in_the_program(language: str) -> None:
    named = {
        part
        for path in (GUIDE / language).glob("*.md")
        for label in labels(path)
        for part in label.split(" › ")
    }
    controls = {plain(label) for label in named if not label.endswith(".")}  # else a sentence
    assert len(controls) > 50
    assert controls - texts_of_program(language) == set()


def texts_of_program(language: str) -> set[str]:
    """What the program says in a language."""
    actor, entity = ("Customer", "Company") if language == "en" else ("Kunde", "Firma")
    entries = read_entries(ROOT / "resources" / "translations" / "erpsync_de.ts")
    said = {entry.key.source for entry in entries}
    if language == "de":
        said = {form for entry in entries for form in entry.forms}
    return {plain(one.replace("{actor}", actor).replace("{entity}", entity)) for one in said}


def plain(label: str) -> str:
    """A label without access key, asterisk, ellipsis and colon, whatever its case."""
    return re.sub(r"[&…:*]", "", label).strip().casefold()
