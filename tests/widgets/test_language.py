"""The language follows the system or the choice, and everything hears of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from erpsync_desktop.widgets import language
from erpsync_desktop.widgets.moments import ago, exactly

NOW = datetime(2026, 3, 14, 15, 9, 26, tzinfo=UTC)


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    language.install("en")
    yield
    language.install("en")


def test_what_is_installed_is_current() -> None:
    assert language.install("de") == "de"
    assert language.current_language() == "de"


def test_numbers_follow_the_language(qapp: QApplication) -> None:
    language.install("de")
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"
    language.install("en")
    assert QLocale().toString(1234.5, "f", 1) == "1,234.5"


def test_a_language_without_translation_falls_back_to_the_systems() -> None:
    assert language.install("fi") == language.system_language()


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [(["de-AT", "en-GB"], "de"), (["sv-SE", "de-DE"], "de"), (["nb-NO"], "en"), (["C"], "en")],
)
def test_the_systems_first_language_with_a_translation_is_taken(
    monkeypatch: pytest.MonkeyPatch, wanted: list[str], chosen: str
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: wanted)
    assert language.system_language() == chosen


def test_windows_hear_of_a_new_language(qtbot: QtBot) -> None:
    class Listening(QLabel):
        heard = 0

        def changeEvent(self, event: QEvent) -> None:  # noqa: N802
            super().changeEvent(event)
            self.heard += event.type() == QEvent.Type.LanguageChange

    window = Listening()
    qtbot.addWidget(window)
    language.install("de")
    qtbot.waitUntil(lambda: window.heard > 0)


def test_only_the_last_language_stays_installed(qapp: QApplication) -> None:
    for code in ("de", "en", "de", "en"):
        language.install(code)
    assert qapp.translate("ConnectionsPanel", "ERP &connections") == "ERP &connections"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (-30, "just now"),
        (0, "just now"),
        (119, "just now"),
        (120, "2 minutes ago"),
        (3_599, "59 minutes ago"),
        (3_600, "1 hour ago"),
        (7_200, "2 hours ago"),
        (86_400, "1 day ago"),
        (29 * 86_400, "29 days ago"),
    ],
)
def test_moments_are_said_as_people_say_them(seconds: int, text: str) -> None:
    assert ago(NOW - timedelta(seconds=seconds), NOW) == text


def test_what_is_long_past_has_a_date() -> None:
    assert "26" in ago(NOW, NOW + timedelta(days=40))


def test_an_exact_moment_has_date_and_seconds() -> None:
    local = NOW.astimezone()
    assert exactly(NOW).endswith(f"{local:%H:%M:%S}")
    assert "2026" in exactly(NOW)
