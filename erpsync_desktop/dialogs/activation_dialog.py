"""Why an ERP connection was not switched on or off: every reason at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from erpsync_desktop.model.errors import Problem
from erpsync_desktop.widgets.sentences import sentence, shown_name


class ActivationDialog(QDialog):
    """Lists the reasons, each with what to do about it.

    Args:
        name: of the connection.
        reasons: why not.
        parent: the window.
    """

    def __init__(self, name: str, reasons: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("activationDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name, self._reasons = name, reasons
        self._head = QLabel(self)
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        self._texts = QStringListModel(self)
        self._view = QListView(self)
        self._view.setObjectName("reasonsView")
        self._view.setModel(self._texts)
        self._view.setWordWrap(True)
        self._view.setSpacing(4)
        self._view.setResizeMode(QListView.ResizeMode.Adjust)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, parent=self)
        self._buttons.setObjectName("buttonBox")
        self._buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(self._head)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 80, metrics.height() * 16)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("ERP connection not switched"))
        stays = self.tr("“{name}” stays as it is, because:")
        self._head.setText(stays.format(name=shown_name(self._name)))
        self._view.setAccessibleName(self.tr("Reasons"))
        self._texts.setStringList([sentence(reason).text for reason in self._reasons])
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("OK"))
