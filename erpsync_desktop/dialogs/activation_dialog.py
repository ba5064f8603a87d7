"""Why an ERP connection was not switched on or off: every reason at once, each with the way to its remedy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from erpsync_desktop.dialogs.help_window import offer_help
from erpsync_desktop.dialogs.reasons_view import ReasonsView
from erpsync_desktop.dialogs.remembered_size import remember_size, restore_size
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.widgets.message_panel import PlainLabel
from erpsync_desktop.widgets.sentences import sentence, shown_name


class ActivationDialog(QDialog):
    """Lists the reasons, each with what to do about it and a button that goes there.

    Args:
        name: of the connection.
        reasons: why not.
        parent: the window.

    Signals:
        goWanted: the user wants to put a reason right; with its ``Problem``. The dialog closes.
    """

    goWanted = Signal(object)  # noqa: N815  Qt's way of naming

    def __init__(self, name: str, reasons: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("activationDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name, self._reasons = name, tuple(reasons)
        self._head = PlainLabel(self)
        self._view = ReasonsView(self)
        self._view.setObjectName("reasonsView")
        self._view.goWanted.connect(self._go)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, parent=self)
        self._buttons.setObjectName("buttonBox")
        self._buttons.accepted.connect(self.accept)
        self._copy = QPushButton(self)
        self._copy.setObjectName("copyButton")
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._view.copy)
        self._buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.addWidget(self._head)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._buttons)
        metrics = self.fontMetrics()
        restore_size(self, QSize(metrics.averageCharWidth() * 100, metrics.height() * 20))
        offer_help(self, "activation")
        self._retranslate()
        self._view.setCurrentIndex(self._view.model().index(0, 0))
        self._view.setFocus()

    def _go(self, index: QModelIndex) -> None:
        reason = self._reasons[index.row()]
        self.accept()
        self.goWanted.emit(reason)

    def done(self, result: int) -> None:
        """Remember the size, and close."""
        remember_size(self)
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("ERP connection not switched"))
        stays = self.tr("“{name}” stays as it is, because:")
        self._head.say(stays.format(name=shown_name(self._name)))
        self._view.setAccessibleName(self.tr("Reasons"))
        self._view.set_reasons([(sentence(one).text, self._way(one)) for one in self._reasons])
        self._copy.setText(self.tr("&Copy"))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("OK"))

    def _way(self, reason: Problem) -> str:
        """What the button of a reason says, by where the reason is put right."""
        ways = {
            "mapping": self.tr("Open mappings"),
            "list": self.tr("Open list mapping"),
            "default": self.tr("Open defaults"),
            "test": self.tr("Test ERP connection"),
        }
        return ways.get(reason.field) or self.tr("Configure")
