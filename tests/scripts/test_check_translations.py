"""Each thing that can be wrong with a translation is found, in the files that lupdate and Linguist write."""

from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from scripts.check_translations import check, check_code, harvest, read_allowed
from scripts.compile_translations import TranslationError, compile_outdated, compile_translation
from scripts.update_translations import update

CODE = """\
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog


class Dialog(QDialog):
    def texts(self, count: int) -> list[str]:
        return [
            SOURCE,
        ]
"""


class Project:
    """A package with one translatable string, and the German and English files for it."""

    def __init__(self, folder: Path) -> None:
        self.package = folder / "package"
        self.translations = folder / "translations"
        self.package.mkdir()
        self.translations.mkdir()

    def write_code(self, call: str) -> None:
        (self.package / "dialog.py").write_text(CODE.replace("SOURCE", call), encoding="utf-8")

    def write(self, language: str, *messages: str) -> None:
        context = f"<context><name>Dialog</name>{''.join(messages)}</context>" if messages else ""
        text = f'<!DOCTYPE TS><TS version="2.1" language="{language}">{context}</TS>'
        (self.translations / f"erpsync_{language}.ts").write_text(text, encoding="utf-8")

    def problems(self) -> list[str]:
        return check(self.package, self.translations)


def message(source: str, translation: str, kind: str = "") -> str:
    attribute = f' type="{kind}"' if kind else ""
    text = f"<translation{attribute}>{escape(translation)}</translation>"
    return f"<message><source>{escape(source)}</source>{text}</message>"


def plural(source: str, *forms: str) -> str:
    text = "".join(f"<numerusform>{form}</numerusform>" for form in forms)
    source = f"<source>{source}</source>"
    return f'<message numerus="yes">{source}<translation>{text}</translation></message>'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def problems_of(project: Project, source: str, translation: str) -> list[str]:
    project.write_code(f"self.tr({source!r})")
    project.write("de", message(source, translation))
    project.write("en")
    return project.problems()


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Add", "Hinzufügen"),
        ("&Add…", "&Hinzufügen…"),
        ("{name} was saved", "{name} wurde gespeichert"),
        ("Name:", "Bezeichnung:"),
        ("Research && Development", "Forschung && Entwicklung"),
        ("{done} / {total}", "{done} / {total}"),
    ],
)
def test_a_good_translation_passes(project: Project, source: str, translation: str) -> None:
    assert problems_of(project, source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "problem"),
    [
        ("{name} was saved", "{nmae} wurde gespeichert", "placeholders ['{nmae}'] instead of ['{name}']"),
        ("{name} was saved", "Wurde gespeichert", "placeholders [] instead of ['{name}']"),
        ("Step %1", "Schritt", "placeholders [] instead of ['%1']"),
        ("&Add", "Hinzufügen", "0 access keys (&) instead of 1"),
        ("&Add", "&Hinzu&fügen", "2 access keys (&) instead of 1"),
        ("Add", "&Hinzufügen", "1 access keys (&) instead of 0"),
        ("Add…", "Hinzufügen", "ends in “” instead of “…”"),
        ("Add…", "Hinzufügen...", "ends in “...” instead of “…”"),
        ("URL:", "Adresse", "ends in “” instead of “:”"),
        ("Add ", "Hinzufügen", "begins or ends with other spaces"),
        ("Add", " Hinzufügen", "begins or ends with other spaces"),
        ("Connection", "Connection", "is the same in German as in English"),
        ("&Connection", "C&onnection", "is the same in German as in English"),
        ("Connection {name}", "connection {name}", "is the same in German as in English"),
        ("Add", "", "is not translated"),
    ],
)
def test_a_bad_translation_is_found(project: Project, source: str, translation: str, problem: str) -> None:
    found = problems_of(project, source, translation)
    assert len(found) == 1
    assert problem in found[0]


def test_a_text_that_is_allowed_to_be_the_same_passes(project: Project) -> None:
    (project.translations / "same_in_both.txt").write_text("# allowed\nSync Connector\n", encoding="utf-8")
    assert problems_of(project, "Sync Connector", "Sync Connector") == []


def test_an_unfinished_entry_is_found(project: Project) -> None:
    project.write_code("self.tr('Add')")
    project.write("de", message("Add", "Hinzufügen", "unfinished"))
    project.write("en")
    assert project.problems() == ["erpsync_de.ts: Dialog: “Add” is unfinished"]


def test_a_string_that_the_file_lacks_is_found(project: Project) -> None:
    project.write_code("self.tr('Add')")
    project.write("de")
    project.write("en")
    assert project.problems() == ["erpsync_de.ts: Dialog: “Add” is missing"]


@pytest.mark.parametrize("kind", ["", "vanished", "obsolete"])
def test_a_string_that_is_no_longer_in_the_code_is_found(project: Project, kind: str) -> None:
    project.write_code("self.tr('Add')")
    project.write("de", message("Add", "Hinzufügen"), message("Remove", "Entfernen", kind))
    project.write("en")
    assert project.problems() == ["erpsync_de.ts: Dialog: “Remove” is no longer in the code"]


def test_a_missing_language_is_found(project: Project) -> None:
    project.write_code("self.tr('Add')")
    project.write("de", message("Add", "Hinzufügen"))
    assert project.problems() == ["erpsync_en.ts is missing"]


ROWS = "%n row(s)"


def test_complete_plural_forms_pass(project: Project) -> None:
    project.write_code(f"self.tr({ROWS!r}, '', count)")
    project.write("de", plural(ROWS, "%n Zeile", "%n Zeilen"))
    project.write("en", plural(ROWS, "%n row", "%n rows"))
    assert project.problems() == []


@pytest.mark.parametrize(
    ("forms", "problem"),
    [
        (("%n Zeile", ""), "has an empty plural form"),
        (("%n Zeile",), "has 1 plural forms instead of 2"),
        (("%n Zeile", "Zeilen"), "has the placeholders [] instead of ['%n']"),
    ],
)
def test_a_bad_plural_form_is_found(project: Project, forms: tuple[str, ...], problem: str) -> None:
    project.write_code(f"self.tr({ROWS!r}, '', count)")
    project.write("de", plural(ROWS, *forms))
    project.write("en", plural(ROWS, "%n row", "%n rows"))
    assert project.problems() == [f"erpsync_de.ts: Dialog: “{ROWS}” {problem}"]


def test_english_needs_its_plural_forms(project: Project) -> None:
    project.write_code(f"self.tr({ROWS!r}, '', count)")
    project.write("de", plural(ROWS, "%n Zeile", "%n Zeilen"))
    project.write("en")
    assert project.problems() == [f"erpsync_en.ts: Dialog: “{ROWS}” is missing"]


@pytest.mark.parametrize(
    "call",
    [
        "self.tr('Add')",
        "self.tr('Add' ' ' 'one')",
        "self.tr('%n row(s)', '', count)",
        "self.tr('%n row(s)', None, count)",
        "QCoreApplication.translate('Other', 'Add {name}')",
        "QCoreApplication.translate('Other', 'Add ' 'over ' 'lines')",
        "QCoreApplication.translate('Other', '%n row(s)', None, count)",
        "QT_TRANSLATE_NOOP('Other', 'Later')",
        "(lambda: self.tr('Add'))",
        "self.tr('%1 of').replace('%1', self.tr('inner'))",
    ],
)
def test_lupdate_finds_what_the_guide_recommends(project: Project, call: str) -> None:
    project.write_code(call)
    sources = [project.package / "dialog.py"]
    found = harvest(sources)
    assert found
    assert list(check_code(sources, found, project.package)) == []


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        ("self.tr(f'Add {count}')", "only a plain string can be translated"),
        ("self.tr('Add ' + name)", "only a plain string can be translated"),
        ("self.tr('Add {}'.format(1))", "only a plain string can be translated"),
        ("QCoreApplication.translate('Other', f'Add {count}')", "only a plain string can be translated"),
        ("QCoreApplication.translate(CONTEXT, 'Add')", "the context must be a plain string"),
        ("self.parent().tr('Add')", "is looked up in another context"),
        ("f\"{self.tr('Add')}\"", "lupdate does not find “Add”"),
    ],
)
def test_a_call_that_cannot_be_translated_is_found(project: Project, call: str, problem: str) -> None:
    project.write_code(call)
    sources = [project.package / "dialog.py"]
    found = list(check_code(sources, harvest(sources), project.package))
    assert len(found) == 1
    assert problem in found[0]


def test_looking_up_a_text_marked_elsewhere_is_fine(project: Project) -> None:
    project.write_code("QCoreApplication.translate('Other', self.text)")
    sources = [project.package / "dialog.py"]
    assert list(check_code(sources, harvest(sources), project.package)) == []


def test_updating_keeps_translations_and_drops_what_vanished(project: Project) -> None:
    project.write_code("self.tr('Add'), self.tr('New')")
    project.write("de", message("Add", "Hinzufügen"), message("Gone", "Weg"))
    target = project.translations / "erpsync_de.ts"
    update(target, [project.package / "dialog.py"])
    text = target.read_text(encoding="utf-8")
    assert "Hinzufügen" in text
    assert "<source>New</source>" in text
    assert "Gone" not in text
    assert "<location" not in text


def test_updating_twice_changes_nothing(project: Project) -> None:
    project.write_code("self.tr('Add')")
    target = project.translations / "erpsync_de.ts"
    update(target, [project.package / "dialog.py"])
    first = target.read_bytes()
    update(target, [project.package / "dialog.py"])
    assert target.read_bytes() == first


def test_an_unfinished_translation_compiles_here_but_not_for_a_wheel(
    project: Project, tmp_path: Path
) -> None:
    project.write("de", message("Add", "Hinzufügen", "unfinished"))
    source, target = project.translations / "erpsync_de.ts", tmp_path / "out.qm"
    compile_translation(source, target, strict=False)
    with pytest.raises(TranslationError, match=r"erpsync_de\.ts"):
        compile_translation(source, target, strict=True)


def test_only_outdated_translations_are_compiled(project: Project) -> None:
    project.write("de", message("Add", "Hinzufügen"))
    assert compile_outdated(project.translations) == [project.translations / "erpsync_de.qm"]
    assert compile_outdated(project.translations) == []


def test_comments_in_the_allow_list_are_no_texts(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("# why\n\nOK\nSync Connector\n", encoding="utf-8")
    assert read_allowed(tmp_path / "list.txt") == {"OK", "Sync Connector"}
