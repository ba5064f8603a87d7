import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.widgets.fitted_scroll import FittedScroll
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.widgets.sentences import Sentence
from erpsync_desktop.widgets.theme import Tone


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 400)
    return made


def fitted(window: QWidget) -> tuple[FittedScroll, MessagePanel]:
    panel = MessagePanel(window)
    scroll = FittedScroll(panel, window)
    layout = QVBoxLayout(window)
    layout.addWidget(scroll)
    layout.addStretch(1)
    window.show()
    return scroll, panel


def test_is_hidden_while_its_content_is(window: QWidget) -> None:
    scroll, panel = fitted(window)
    assert scroll.isHidden()
    panel.show_sentences(Tone.INFO, lambda: (Sentence("Said."),))
    assert scroll.isVisible()


def test_shows_the_whole_content_where_there_is_room(qtbot: QtBot, window: QWidget) -> None:
    scroll, panel = fitted(window)
    panel.show_sentences(Tone.INFO, lambda: (Sentence("Said.", remedy="word " * 40),))
    qtbot.waitUntil(lambda: scroll.height() == panel.height() == panel.heightForWidth(scroll.width()))
    assert not scroll.verticalScrollBar().isVisible()


def test_takes_a_share_of_the_window_at_most_and_scrolls(qtbot: QtBot, window: QWidget) -> None:
    scroll, panel = fitted(window)
    panel.show_sentences(Tone.INFO, lambda: (Sentence("Said.", remedy="word " * 390),))
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    assert scroll.height() <= 0.4 * window.height() + 1
