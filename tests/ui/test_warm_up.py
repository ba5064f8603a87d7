"""What the first dialogs need is loaded while nobody waits."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from erpsync_desktop.ui.warm_up import MODULES, WarmUp


def test_the_dialogs_are_loaded_one_after_the_other(qtbot: QtBot) -> None:
    owner = QObject()
    warming = WarmUp(owner)
    assert not warming.done
    qtbot.waitUntil(lambda: warming.done, timeout=20_000)
    assert all(name in sys.modules for name in MODULES)


def test_nothing_is_loaded_any_more_once_the_window_is_gone(qtbot: QtBot) -> None:
    owner = QObject()
    warming = WarmUp(owner)
    with qtbot.waitSignal(warming.destroyed):
        owner.deleteLater()
