"""Where the Tab key leads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

_MOST = 40


def tab_stops(dialog: QDialog) -> list[str]:
    """Press Tab until it comes round, and name every stop: by its object name, else by its text."""
    first, stops = _focus(dialog), [_focus(dialog)]
    while len(stops) < _MOST:
        QTest.keyClick(stops[-1], Qt.Key.Key_Tab)
        if _focus(dialog) is first:
            break
        stops.append(_focus(dialog))
    return [_name(one) for one in stops]


def _focus(dialog: QDialog) -> QWidget:
    widget = dialog.focusWidget()
    assert widget is not None
    return widget


def _name(widget: QWidget) -> str:
    text = widget.text().replace("&", "") if isinstance(widget, QPushButton) else ""
    return widget.objectName() or text
