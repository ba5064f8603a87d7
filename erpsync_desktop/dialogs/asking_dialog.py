"""What dialogs share: they ask before something is lost, and their standard buttons follow the language."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog

from erpsync_desktop.dialogs.confirm import confirm


class NamingDialog(QDialog):
    """Names the standard buttons of its box itself, also after a change of language."""

    def name_buttons(self) -> None:
        """Name the standard buttons; a subclass says how."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Name the buttons after their box has named them like any others."""
        taken = super().event(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.name_buttons()
        return taken


class AskingDialog(NamingDialog):
    """Asks before changes are lost by Esc or by closing the window; Cancel says that they are to go."""

    @property
    def would_lose(self) -> bool:
        """Whether something stands here that closing would lose; a subclass says so."""
        raise NotImplementedError

    def close_or_ask(self) -> None:
        """Close, where something would be lost after asking."""
        if not self.would_lose:
            self.reject()
            return
        confirm(
            self,
            self.windowTitle(),
            self.tr("What was changed here is not saved. Discard it?"),
            self.tr("Discard"),
            self.reject,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc asks before changes are lost."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_or_ask()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Ask before changes are lost, if somebody closed the window; never when the program quits."""
        if event.spontaneous() and self.would_lose:
            event.ignore()
            self.close_or_ask()
            return
        super().closeEvent(event)
