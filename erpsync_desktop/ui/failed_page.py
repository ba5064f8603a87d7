"""What fills the window when the workspace cannot be opened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.widgets.sentences import explain
from erpsync_desktop.widgets.theme import Tone


class FailedPage(QWidget):
    """Says why, and offers to try again or to open another file.

    Signals:
        retryWanted: try again.
        otherWanted: open another file.
    """

    retryWanted = Signal()  # noqa: N815  Qt's way of naming
    otherWanted = Signal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("failedPage")
        self.panel = MessagePanel(self)
        self.panel.setObjectName("openingFailed")
        self.panel.setMaximumWidth(self.fontMetrics().averageCharWidth() * 100)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.panel, 8)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(middle)
        layout.addStretch(2)

    def show_error(self, error: Exception) -> None:
        """Say why."""
        self.panel.show_sentences(Tone.ERROR, lambda: explain(error))
        retry = self.panel.add_action(lambda: self.tr("Try again"), self.retryWanted.emit, "retryButton")
        self.panel.add_action(
            lambda: self.tr("Open another file …"), self.otherWanted.emit, "openOtherButton"
        )
        retry.setFocus()
