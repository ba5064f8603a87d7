from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.widgets import language
from erpsync_desktop.widgets.message_panel import LONGEST_SHOWN, MessagePanel, breakable
from erpsync_desktop.widgets.sentences import Sentence
from erpsync_desktop.widgets.theme import Tone

SENTENCE = Sentence("It <b>failed</b>.", "Because.", "Do this.", "trace 17")


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[MessagePanel]:
    window = QWidget()
    qtbot.addWidget(window)
    made = MessagePanel(window)
    window.resize(400, 300)
    made.resize(400, 300)
    window.show()
    yield made
    window.close()


def labels(panel: MessagePanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


def test_is_hidden_until_it_has_something_to_say(panel: MessagePanel) -> None:
    assert panel.isHidden()
    panel.show_sentences(Tone.ERROR, lambda: (SENTENCE,))
    assert panel.isVisible()
    panel.clear()
    assert panel.isHidden()


def test_shows_problem_cause_and_remedy_as_plain_text(panel: MessagePanel) -> None:
    panel.show_sentences(Tone.ERROR, lambda: (SENTENCE,))
    assert labels(panel) == ["It <b>failed</b>.", "Because.\nDo this."]
    problem = panel.findChild(QLabel, "problemLabel")
    assert problem is not None
    assert problem.textFormat() is Qt.TextFormat.PlainText


def test_a_text_can_be_selected_with_the_mouse(panel: MessagePanel) -> None:
    panel.show_sentences(Tone.ERROR, lambda: (SENTENCE,))
    problem = panel.findChild(QLabel, "problemLabel")
    assert problem is not None
    QTest.mouseDClick(problem, Qt.MouseButton.LeftButton, pos=QPoint(3, problem.height() // 2))
    assert problem.selectedText() == "It"


def test_details_unfold_and_are_copied(panel: MessagePanel) -> None:
    panel.show_sentences(Tone.ERROR, lambda: (SENTENCE,))
    details, fold = (
        panel.findChild(QPlainTextEdit, "detailsText"),
        panel.findChild(QToolButton, "detailsButton"),
    )
    copy = panel.findChild(QPushButton, "copyDetailsButton")
    assert details is not None
    assert fold is not None
    assert copy is not None
    assert details.isHidden()
    fold.click()
    assert details.isVisible()
    copy.click()
    assert QGuiApplication.clipboard().text() == "trace 17"


def test_without_details_there_is_nothing_to_unfold(panel: MessagePanel) -> None:
    panel.show_sentences(Tone.INFO, lambda: (Sentence("Said."),))
    fold = panel.findChild(QToolButton, "detailsButton")
    assert fold is not None
    assert not fold.isVisible()


def test_offers_what_can_be_done(panel: MessagePanel) -> None:
    done: list[bool] = []
    panel.show_sentences(Tone.ERROR, lambda: (SENTENCE,))
    panel.add_action(lambda: "Retry", lambda: done.append(True), "retry").click()
    assert done == [True]


def test_says_it_again_in_another_language(panel: MessagePanel, qtbot: QtBot) -> None:
    said = ["first"]
    panel.show_sentences(Tone.INFO, lambda: (Sentence(said[0]),))
    said[0] = "second"
    language.install("de")
    qtbot.waitUntil(lambda: labels(panel) == ["second"])
    language.install("en")


def test_five_megabytes_of_explanation_are_shortened(panel: MessagePanel) -> None:
    panel.show_sentences(Tone.ERROR, lambda: (Sentence("word " * 1_000_000, details="x" * 5_000_000),))
    assert len(labels(panel)[0]) <= LONGEST_SHOWN
    details = panel.findChild(QPlainTextEdit, "detailsText")
    assert details is not None
    assert len(details.toPlainText()) < 100_000


def test_a_word_without_end_does_not_widen_the_panel(panel: MessagePanel) -> None:
    panel.show_sentences(Tone.ERROR, lambda: (Sentence("x" * 1_000),))
    assert panel.minimumSizeHint().width() < 400
    assert breakable("x" * 31) != "x" * 31
    assert breakable("x" * 30) == "x" * 30
