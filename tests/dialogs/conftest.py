"""What tests of dialogs have: the language is English, and sizes are remembered in a file of the test."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from pytestqt.qtbot import QtBot

from erpsync_desktop.widgets import language


@pytest.fixture(autouse=True)
def english(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak English, and write numbers as in the USA."""
    QCoreApplication.setOrganizationName("erpsync-tests")
    QCoreApplication.setApplicationName("erpsync-tests")
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("en_US"))
    language.install("en")
    yield
    language.install("en")
