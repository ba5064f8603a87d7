"""Loads, while nobody waits, what the first dialogs need: a click is then not held up by imports."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS = 100
MODULES = (
    "erpsync_desktop.ui.sync_deeds",
    "erpsync_desktop.dialogs.setup_dialog",
    "erpsync_desktop.dialogs.mapping_model",
    "erpsync_desktop.dialogs.mapping_page",
    "erpsync_desktop.dialogs.mappings_dialog",
    "erpsync_desktop.dialogs.connection_dialog",
    "erpsync_desktop.dialogs.list_mapping_dialog",
    "erpsync_desktop.dialogs.defaults_dialog",
    "erpsync_desktop.dialogs.rank_dialog",
)
"""In the order in which they are loaded, each with what it imports: none holds the screen for long."""


class WarmUp(QObject):
    """Loads one module at a time, with a pause between: together they take a tenth of a second."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(MODULES)
        self._pause = QTimer(self)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._load_next)
        self._pause.start()

    @property
    def done(self) -> bool:
        """Whether all of them are loaded."""
        return not self._left

    def _load_next(self) -> None:
        import_module(self._left.pop(0))
        if self.done:
            self._pause.stop()
