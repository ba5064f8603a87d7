"""A question before something is done that cannot simply be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def confirm(
    parent: QWidget | None, title: str, text: str, action_label: str, on_yes: Callable[[], None]
) -> QMessageBox:
    """Ask, without blocking, whether to go on. The safe answer is the default and what Esc means.

    Args:
        parent: the window that the question belongs to.
        title: of the question's window.
        text: the question with what follows from it, plain text.
        action_label: what the button that goes on says: the deed ("Delete"), not "Yes".
        on_yes: called once, after the box has closed, if the answer is to go on.

    Returns:
        The open box; it deletes itself.
    """
    box = QMessageBox(parent)
    box.setObjectName("confirmBox")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setText(text)
    action = box.addButton(action_label, QMessageBox.ButtonRole.AcceptRole)
    action.setObjectName("confirmButton")
    action.setAutoDefault(False)
    cancel = box.addButton(QCoreApplication.translate("Confirm", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    cancel.setObjectName("cancelButton")
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)

    def answered() -> None:
        if box.clickedButton() is action:
            on_yes()

    box.finished.connect(answered)
    box.open()
    return box
