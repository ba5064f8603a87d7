"""Dialogs open in the size in which they were left."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QDialog


def restore_size(dialog: QDialog, wanted: QSize) -> None:
    """Resize a dialog to the size it was left in, within the screen.

    Args:
        dialog: a dialog with an object name.
        wanted: the size where none is remembered.
    """
    kept = QSettings().value(_key(dialog))
    size = kept if isinstance(kept, QSize) and kept.isValid() else wanted
    room = dialog.screen().availableSize()
    dialog.resize(size.boundedTo(QSize(room.width(), room.height() - _title_bar(dialog))))


def remember_size(dialog: QDialog) -> None:
    """Keep the size that a dialog has now."""
    if not dialog.isMaximized():
        QSettings().setValue(_key(dialog), dialog.size())


def _key(dialog: QDialog) -> str:
    return f"dialogs/{dialog.objectName()}/size"


def _title_bar(dialog: QDialog) -> int:
    return 2 * dialog.fontMetrics().height()
