"""Quitting does not throw away unasked what an open dialog has not saved."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget


def asks_before_quitting(window: QWidget) -> bool:
    """Ask, without blocking, where an open dialog of a window has something that is not saved.

    Nothing is asked where the session ends: nobody may be there to answer.

    Args:
        window: the window that somebody wants to close; it is closed if that is the answer.

    Returns:
        Whether somebody is being asked.
    """
    application = QGuiApplication.instance()
    if isinstance(application, QGuiApplication) and application.isSavingSession():
        return False
    dialog = next((one for one in window.findChildren(QDialog) if _would_lose(one)), None)
    if dialog is None:
        return False
    if dialog.findChild(QMessageBox) is None:
        _ask(dialog, window)
    return True


def _would_lose(dialog: QDialog) -> bool:
    return dialog.isVisible() and bool(getattr(dialog, "would_lose", False))


def _ask(dialog: QDialog, window: QWidget) -> None:
    from erpsync_desktop.dialogs.confirm import confirm

    def discard() -> None:
        window.close()

    translate = QCoreApplication.translate
    confirm(
        dialog,
        dialog.windowTitle(),
        translate("Unsaved", "What was changed here is not saved. Discard it and quit?"),
        translate("Unsaved", "Discard and quit"),
        discard,
    )
