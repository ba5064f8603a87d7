"""An error that belongs to no input, in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.widgets.sentences import Sentence, explain
from erpsync_desktop.widgets.theme import Tone


class ErrorDialog(QDialog):
    """Shows what went wrong: problem, cause and what to do, with details to unfold and copy.

    Args:
        make: makes the sentences, in the language of the moment.
        parent: the window in which it happened.
    """

    def __init__(self, make: Callable[[], Sequence[Sentence]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("errorDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel = MessagePanel(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, parent=self)
        self._buttons.setObjectName("buttonBox")
        self._buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(self.panel)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        self.panel.show_sentences(Tone.ERROR, make)
        self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take the height that the sentences need in this width, which a size hint does not know."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("That did not work"))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("OK"))


def show_error(parent: QWidget | None, error: BaseException | Sequence[Sentence]) -> ErrorDialog:
    """Show an error, without blocking.

    Args:
        parent: the window in which it happened.
        error: what was raised, or what to say of it.

    Returns:
        The open dialog; it deletes itself.
    """
    dialog = ErrorDialog(lambda: explain(error) if isinstance(error, BaseException) else error, parent)
    dialog.open()
    return dialog
