"""A choice among very many."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCompleter, QLineEdit
from pytestqt.qtbot import QtBot

from erpsync_desktop.widgets.search_combo import Choice, SearchCombo

CHOICES = (
    Choice("", "(No Selection)"),
    Choice("NAME", "Name", "NAME · Text"),
    Choice("NUMBER1", "Code", "NUMBER1 · Text"),
    Choice("PHONE", "Telephone", "PHONE · Text"),
    Choice("FAX", "Telefax", "FAX · Text"),
)


class Shown:
    """A combo box on the screen, and what was chosen in it."""

    def __init__(self, qtbot: QtBot, current: str) -> None:
        self.combo = SearchCombo()
        qtbot.addWidget(self.combo)
        self.combo.offer(CHOICES, current)
        self.chosen: list[str] = []
        self.combo.chosen.connect(self.chosen.append)
        self.combo.show()
        with qtbot.waitActive(self.combo):
            self.combo.activateWindow()
        self.combo.setFocus()
        line = self.combo.lineEdit()
        assert line is not None
        self.line: QLineEdit = line
        line.selectAll()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.line, text)
        QApplication.processEvents()

    def press(self, key: Qt.Key) -> None:
        popup = self.popup()
        QTest.keyClick(popup if popup.isVisible() else self.line, key)
        QApplication.processEvents()

    def offered(self) -> list[str]:
        model = self._completer().completionModel()
        return [model.index(row, 0).data() for row in range(model.rowCount(QModelIndex()))]

    def popup(self) -> QAbstractItemView:
        popup = self._completer().popup()
        assert popup is not None
        return popup

    def _completer(self) -> QCompleter:
        completer = self.combo.completer()
        assert completer is not None
        return completer


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[str], Shown]]:
    made: list[Shown] = []

    def show(current: str = "") -> Shown:
        made.append(Shown(qtbot, current))
        return made[-1]

    yield show
    for one in made:
        one.combo.hidePopup()


def test_it_shows_what_is_set(shown: Callable[[str], Shown]) -> None:
    assert shown("PHONE").combo.currentText() == "Telephone"


def test_opening_offers_everything(shown: Callable[[str], Shown]) -> None:
    box = shown("PHONE")
    box.combo.showPopup()
    assert len(box.offered()) == len(CHOICES)


def test_typing_narrows_down_by_any_part(shown: Callable[[str], Shown]) -> None:
    box = shown("")
    box.type("PHON")
    assert box.offered() == ["Telephone"]


def test_typing_finds_keys_too(shown: Callable[[str], Shown]) -> None:
    box = shown("")
    box.type("number")
    assert box.offered() == ["Code"]


def test_enter_takes_the_first_that_matches(shown: Callable[[str], Shown]) -> None:
    box = shown("")
    box.type("tele")
    box.press(Qt.Key.Key_Return)
    assert box.chosen == ["PHONE"]


def test_what_is_pointed_at_does_not_write_over_what_is_typed(shown: Callable[[str], Shown]) -> None:
    box = shown("")
    box.type("tele")
    assert box.line.text() == "tele"


def test_down_goes_to_the_next_match(shown: Callable[[str], Shown]) -> None:
    box = shown("")
    box.type("tele")
    box.press(Qt.Key.Key_Down)
    box.press(Qt.Key.Key_Return)
    assert box.chosen == ["FAX"]


def test_text_that_matches_nothing_chooses_nothing(shown: Callable[[str], Shown]) -> None:
    box = shown("NAME")
    box.type("zzz")
    box.press(Qt.Key.Key_Return)
    assert box.chosen == []
    assert box.combo.key == "NAME"


def test_text_that_matches_nothing_is_told(shown: Callable[[str], Shown]) -> None:
    box = shown("NAME")
    told: list[str] = []
    box.combo.notFound.connect(told.append)
    box.type("zzz")
    QTest.keyClick(box.combo, Qt.Key.Key_Return)
    assert told == ["zzz"]


def test_enter_on_a_text_that_several_have_shows_them(shown: Callable[[str], Shown]) -> None:
    box = shown("NAME")
    box.type("tele")
    box.combo.hidePopup()
    box.press(Qt.Key.Key_Return)
    assert box.chosen == []
    assert box.popup().isVisible()
    assert box.offered() == ["Telephone", "Telefax"]


def test_down_opens_the_list_instead_of_choosing_the_next(shown: Callable[[str], Shown]) -> None:
    box = shown("NAME")
    QTest.keyClick(box.combo, Qt.Key.Key_Down)
    assert box.chosen == []
    assert box.popup().isVisible()
