"""Why an ERP connection was not switched on or off: every reason at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
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
        self.setWindowTitle(self.tr("ERP connection not switched"))
        head = QLabel(self.tr("“{name}” stays as it is, because:").format(name=shown_name(name)), self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        view = QListView(self)
        view.setObjectName("reasonsView")
        view.setAccessibleName(self.tr("Reasons"))
        view.setModel(QStringListModel([sentence(reason).text for reason in reasons], view))
        view.setWordWrap(True)
        view.setSpacing(4)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, parent=self)
        buttons.setObjectName("buttonBox")
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("OK"))
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addWidget(view, 1)
        layout.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 80, metrics.height() * 16)
