"""A line for a secret: hidden until shown, never copied, never brought back by undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from erpsync_desktop.model.secret import Secret

_BARRED = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)
_BARRED_ACTIONS = {"edit-copy", "edit-cut", "edit-undo", "edit-redo"}


class SecretEdit(QLineEdit):
    """A line edit that gives its text to nobody but the program, also while it shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragEnabled(False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.show_text(False)
        # X11 copies whatever is selected, without being asked.
        if QGuiApplication.clipboard().supportsSelection():
            self.selectionChanged.connect(self._select_nothing_shown)

    def show_text(self, shown: bool) -> None:
        """Show the secret, or hide it."""
        self.deselect()
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take no key that copies, or that brings back what was deleted."""
        if any(event.matches(key) for key in _BARRED):
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Offer what neither copies nor brings back."""
        self.safe_menu().popup(event.globalPos())

    def safe_menu(self) -> QMenu:
        """The usual menu without what copies or brings back; it deletes itself once closed."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in _BARRED_ACTIONS:
                menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _select_nothing_shown(self) -> None:
        if self.echoMode() is QLineEdit.EchoMode.Normal and self.hasSelectedText():
            self.deselect()


class PasswordField(QWidget):
    """A ``SecretEdit`` with a button that shows and hides what was typed.

    Signals:
        secretEdited: the Secret as typed; an empty one where everything was deleted.
    """

    secretEdited = Signal(object)  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ""
        self.edit = SecretEdit(self)
        self.toggle = QPushButton(self)
        self.toggle.setCheckable(True)
        self.toggle.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.toggle)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(lambda text: self.secretEdited.emit(Secret(text)))
        self.edit.textChanged.connect(self._allow_toggle)
        self.toggle.toggled.connect(self._show)
        self._allow_toggle("")
        self._retranslate()

    def set_secret(self, secret: Secret | None) -> None:
        """Fill in a secret that was typed before; None for none."""
        self.toggle.setChecked(False)
        self.edit.setText(secret.reveal() if secret else "")

    def set_label(self, label: str) -> None:
        """Say to a screen reader what this secret is, and which secret the button shows.

        Args:
            label: the field's name.
        """
        self._label = label
        self.edit.setAccessibleName(label)
        self._name_toggle()

    def set_hint(self, text: str) -> None:
        """Say what an empty line means ("The stored password is kept")."""
        self.edit.setPlaceholderText(text)
        self.edit.setAccessibleDescription(text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _allow_toggle(self, text: str) -> None:
        if not text and self.toggle.hasFocus():
            self.edit.setFocus()
        self.toggle.setChecked(self.toggle.isChecked() and bool(text))
        self.toggle.setEnabled(bool(text))

    def _show(self, shown: bool) -> None:
        self.edit.show_text(shown)
        self._retranslate()

    def _retranslate(self) -> None:
        widest = max(map(self.fontMetrics().horizontalAdvance, (self.tr("Show"), self.tr("Hide"))))
        self.toggle.setText(self.tr("Hide") if self.toggle.isChecked() else self.tr("Show"))
        self.toggle.setMinimumWidth(widest + 3 * self.fontMetrics().averageCharWidth())
        self._name_toggle()

    def _name_toggle(self) -> None:
        template = self.tr("Hide {label}") if self.toggle.isChecked() else self.tr("Show {label}")
        self.toggle.setAccessibleName(template.format(label=self._label or self.tr("password")))
