import pytest
from pytestqt.qtbot import QtBot

from erpsync_desktop.widgets.busy import APPEARS_AFTER_MS, BusyBar, BusyLine


@pytest.fixture
def busy(qtbot: QtBot) -> BusyLine:
    line = BusyLine()
    qtbot.addWidget(line)
    line.show()
    return line


def test_the_bar_appears_after_a_tenth_of_a_second(qtbot: QtBot, busy: BusyLine) -> None:
    busy.start(lambda: "Working")
    assert busy.bar.isHidden()
    qtbot.waitUntil(busy.bar.isVisible, timeout=APPEARS_AFTER_MS * 5)
    busy.stop()
    assert busy.bar.isHidden()


def test_what_is_done_at_once_shows_no_bar(qtbot: QtBot) -> None:
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.start()
    bar.stop()
    assert not bar._delay.isActive()
    assert bar.isHidden()


def test_the_line_says_what_is_done_and_counts_seconds(qtbot: QtBot, busy: BusyLine) -> None:
    busy.start(lambda: "Connecting")
    assert busy.label.text() == "Connecting"
    qtbot.waitUntil(lambda: busy.label.text() == "Connecting (1 s)", timeout=2_500)
    busy.say(lambda: "Asking")
    assert busy.label.text() == "Asking (1 s)"
    busy.stop("Done")
    assert busy.label.text() == "Done"


def test_nothing_is_said_where_nothing_runs(busy: BusyLine) -> None:
    busy.say(lambda: "Asking")
    assert busy.label.text() == ""
    assert not busy.running
