"""What the tools extract and compile is what PySide6 looks up while the program runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from scripts.compile_translations import compile_translation
from scripts.update_translations import update

LATER = str(QT_TRANSLATE_NOOP("SampleSentences", "Marked {name}"))


class SampleBase(QObject):
    """Has a text of its own, which subclasses show too."""

    def base_text(self) -> str:
        return self.tr("Base text")

    def rows(self, count: int) -> str:
        return self.tr("%n row(s)", "", count)


class SampleDerived(SampleBase):
    """Shows the text of its base."""

    def own_text(self) -> str:
        return self.tr("Own text")


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Extract the texts of this very file and translate each to itself in brackets."""
    folder = tmp_path_factory.mktemp("translations")
    source, target = folder / "sample_de.ts", folder / "sample_de.qm"
    update(source, [Path(__file__)])
    text = source.read_text(encoding="utf-8")
    for original in ("Base text", "Own text", "Marked {name}", "Direct over lines"):
        untranslated = f'<source>{original}</source>\n        <translation type="unfinished"></translation>'
        assert untranslated in text
        text = text.replace(
            untranslated, f"<source>{original}</source><translation>[{original}]</translation>"
        )
    empty = "<numerusform></numerusform>"
    text = text.replace(empty, "<numerusform>%n Zeile</numerusform>", 1)
    text = text.replace(empty, "<numerusform>%n Zeilen</numerusform>", 1)
    source.write_text(text.replace(' type="unfinished"', ""), encoding="utf-8")
    compile_translation(source, target, strict=True)
    return target


@pytest.fixture(autouse=True)
def german(compiled: Path, qapp: QApplication) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(compiled))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_self_tr_is_looked_up_in_the_context_of_its_class() -> None:
    assert SampleDerived().own_text() == "[Own text]"


def test_a_text_of_a_base_class_is_found_from_a_subclass() -> None:
    assert SampleDerived().base_text() == "[Base text]"


@pytest.mark.parametrize(("count", "text"), [(0, "0 Zeilen"), (1, "1 Zeile"), (2, "2 Zeilen")])
def test_plural_forms_follow_the_number(count: int, text: str) -> None:
    assert SampleBase().rows(count) == text


def test_a_marked_text_is_found_in_its_context() -> None:
    assert QCoreApplication.translate("SampleSentences", LATER) == "[Marked {name}]"


def test_adjacent_literals_are_one_text() -> None:
    assert QCoreApplication.translate("SampleSentences", "Direct over lines") == "[Direct over lines]"
    split = QCoreApplication.translate(
        "SampleSentences",
        "Direct "
        "over lines",
    )  # fmt: skip
    assert split == "[Direct over lines]"
