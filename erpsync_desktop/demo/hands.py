"""Hands and eyes: find widgets by their object names, click, type, wait with a deadline, take pictures."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QModelIndex,
    QObject,
    QSettings,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from erpsync_desktop.widgets import language

PATIENCE = 30.0
"""Seconds that any one thing may take."""
_STEP_MS = 15
_TRANSLATED_MS = 300
"""Until also what is loaded again in the background speaks another language, for pictures."""

O = TypeVar("O", bound=QObject)  # noqa: E741  an object


class Broken(Exception):
    """Something is not as it must be; the text says what."""


@contextmanager
def application(folder: Path) -> Iterator[QApplication]:
    """A QApplication without a screen, whose settings lie in ``folder``; what runs is stopped at the end."""
    from erpsync_desktop.widgets.tasks import stop_all_tasks

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    present = QApplication.instance()
    if isinstance(present, QApplication):
        raise Broken("the demonstration needs a process of its own")
    previous = qInstallMessageHandler(_without_complaints_of_the_platform)
    app = QApplication(["erpsync-demo"])
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(folder / "settings"))
    try:
        yield app
    finally:
        for window in app.topLevelWidgets():
            window.close()
        stop_all_tasks()
        let_pass(50)
        qInstallMessageHandler(previous)


def _without_complaints_of_the_platform(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Qt's off-screen platform says of each window what it cannot do: pass on size hints, raise it."""
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


def let_pass(milliseconds: int) -> None:
    """Let the program go on for a moment; ``QTest.qWait`` would hold up its background threads."""
    over: list[bool] = []
    QTimer.singleShot(milliseconds, lambda: over.append(True))
    while not over:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    # Without a running event loop nobody else does that.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_for(what: str, condition: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Wait until something holds.

    Raises:
        Broken: it does not within ``seconds``.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise Broken(f"waited {seconds:.0f} s in vain: {what}")
        let_pass(_STEP_MS)


def require(condition: bool, otherwise: str) -> None:
    """Raise ``Broken`` with ``otherwise`` unless the condition holds."""
    if not condition:
        raise Broken(otherwise)


def find(kind: type[O], name: str, parent: QObject) -> O:
    """Find a widget by its object name; wait until it is there.

    Raises:
        Broken: it does not come.
    """
    wait_for(f"{name} in {parent.objectName()}", lambda: parent.findChild(kind, name) is not None)
    found = parent.findChild(kind, name)
    require(found is not None, f"{name} has gone again")
    return found  # type: ignore[return-value]


def window(name: str) -> QWidget:
    """Wait for a visible window with this object name."""

    def visible() -> list[QWidget]:
        return [
            each for each in QApplication.topLevelWidgets() if each.objectName() == name and each.isVisible()
        ]

    wait_for(f"the window {name}", lambda: bool(visible()))
    return visible()[0]


def wait_until_closed(shown: QWidget) -> None:
    """Wait until a window is no longer shown; it may also delete itself."""
    name = shown.objectName()
    wait_for(f"{name} closes", lambda: not isValid(shown) or not shown.isVisible())


def click(button: QAbstractButton) -> None:
    """Click a button once it can be clicked."""
    name = button.objectName() or button.text()
    wait_for(f"{name} can be clicked", lambda: button.isVisible() and button.isEnabled())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_into(edit: QLineEdit, text: str) -> None:
    """Replace what stands in a line by typing."""
    wait_for(f"{edit.objectName()} can be typed in", lambda: edit.isVisible() and edit.isEnabled())
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def cells(view: QAbstractItemView, row: int) -> list[str]:
    """The texts of a row."""
    model = view.model()
    texts = (model.index(row, column).data() for column in range(model.columnCount()))
    return [str(text) if text is not None else "" for text in texts]


def row_of(view: QAbstractItemView, name: str) -> int:
    """Wait for the row that has this text in a cell."""

    def rows() -> list[int]:
        return [row for row in range(view.model().rowCount()) if name in cells(view, row)]

    wait_for(f"a row “{name}” in {view.objectName()}", lambda: bool(rows()))
    return rows()[0]


def select(view: QAbstractItemView, name: str) -> None:
    """Click on the row that has this text in a cell."""
    row = row_of(view, name)
    column = cells(view, row).index(name)
    click_cell(view, view.model().index(row, column))


def click_cell(view: QAbstractItemView, index: QModelIndex) -> None:
    """Click on a cell."""
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def press(
    shown: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where a widget has the keyboard."""
    wait_for(f"{shown.objectName()} can be typed in", lambda: shown.isVisible() and shown.isEnabled())
    shown.setFocus()
    QTest.keyClick(shown, key, modifier)


def choose(combo: QComboBox, text: str) -> None:
    """Choose an item by the keyboard."""
    wait_for(f"“{text}” is offered", lambda: combo.findText(text) >= 0)
    for _ in range(combo.count()):
        if combo.currentText() == text:
            return
        press(combo, Qt.Key.Key_Down)
    require(combo.currentText() == text, f"“{text}” cannot be chosen")


class Camera:
    """Takes pictures of windows, in both languages.

    Args:
        folder: where they go; made if it is not there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, shown: QWidget, what: str, *, dark: bool = False) -> None:
        """Take a window as it is now, in English and in German, and in dark colours if asked."""
        self._count += 1
        name = f"{self._count:02}-{what}"
        self._save(shown, f"{name}-en")
        with _in_german():
            self._save(shown, f"{name}-de")
        if dark:
            with in_the_dark():
                self._save(shown, f"{name}-en-dark")

    def take_everything(self) -> None:
        """Take every window that is open, to see where it ended."""
        for shown in QApplication.topLevelWidgets():
            if shown.isVisible():
                self._save(shown, f"failed-{shown.objectName() or type(shown).__name__}")

    def _save(self, shown: QWidget, name: str) -> None:
        let_pass(50)
        path = self._folder / f"{name}.png"
        require(shown.grab().save(str(path)), f"the picture {path} could not be written")


@contextmanager
def _in_german() -> Iterator[None]:
    language.install("de")
    let_pass(_TRANSLATED_MS)
    try:
        yield
    finally:
        language.install("en")
        let_pass(_STEP_MS)  # until every window has heard of it


@contextmanager
def in_the_dark() -> Iterator[None]:
    """Show every window in dark colours meanwhile."""
    before = QApplication.palette()
    QApplication.setPalette(_dark())
    try:
        yield
    finally:
        QApplication.setPalette(before)


def _dark() -> QPalette:
    palette = QPalette(QColor("#2b2d30"), QColor("#1f2124"))
    for role, tint in (
        (QPalette.ColorRole.Base, "#1b1d1f"),
        (QPalette.ColorRole.AlternateBase, "#24272a"),
        (QPalette.ColorRole.Button, "#34373b"),
        (QPalette.ColorRole.Highlight, "#3574f0"),
        (QPalette.ColorRole.HighlightedText, "#ffffff"),
    ):
        palette.setColor(role, QColor(tint))
    return palette
