"""What dialogs for one small thing share: a form, why OK is off, saving in the background."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from erpsync_desktop.dialogs.asking_dialog import AskingDialog
from erpsync_desktop.dialogs.help_window import offer_help
from erpsync_desktop.dialogs.missing_line import MissingLine
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.widgets.room import Room
from erpsync_desktop.widgets.sentences import explain
from erpsync_desktop.widgets.tasks import Task, run_in_background
from erpsync_desktop.widgets.theme import Tone

E = TypeVar("E")


class FormDialog(AskingDialog, Generic[E]):
    """Edits one thing.

    Args:
        save: saves it; called in the background.
        help_anchor: the part of the help that is about it.

    Signals:
        saved: the thing as saved; the dialog is about to close.
    """

    saved = Signal(object)

    def __init__(self, save: Callable[[E], object], help_anchor: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._save_entry = save
        self._saving: Task | None = None
        self._inputs: list[QWidget] = []
        self._opened_with: E | None = None
        form = QWidget(self)
        self._form = QFormLayout(form)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._room = Room(form, self, least=4)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._failure = MessagePanel(self)
        self._failure.setObjectName("saveFailure")
        self._missing = MissingLine(self)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._buttons.setObjectName("buttonBox")
        self._ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        self._buttons.accepted.connect(self._save)
        self._buttons.rejected.connect(self.reject)
        offer_help(self, help_anchor)

    def _lay_out(self) -> None:
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._room)
        self._layout.addWidget(self._failure)
        self._layout.addStretch(1)
        self._layout.addWidget(self._missing)
        self._layout.addWidget(self._buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

    def _add_line(self, name: str, text: str) -> tuple[QLabel, QLineEdit]:
        edit = QLineEdit(self)
        edit.setObjectName(name)
        edit.setMaxLength(100_000)  # what is too long is said, not cut
        edit.setText(text)
        edit.textChanged.connect(self._show_missing)
        return self._add_input(edit), edit

    def _add_input(self, widget: QWidget) -> QLabel:
        label = QLabel(self)
        label.setBuddy(widget)
        self._form.addRow(label, widget)
        self._inputs.append(widget)
        return label

    # What a subclass says

    def _entry(self) -> E:
        """What is typed."""
        raise NotImplementedError

    def _problems(self) -> tuple[Problem, ...]:
        """Why it cannot be saved."""
        raise NotImplementedError

    # What would be lost

    def _remember(self) -> None:
        """What stands here now is nothing that closing would lose."""
        self._opened_with = self._entry()

    @property
    def would_lose(self) -> bool:
        """Whether something else is typed than what it opened with."""
        return self._saving is None and self._opened_with not in (None, self._entry())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Remember what it opens with."""
        super().showEvent(event)
        if self._opened_with is None:
            self._remember()

    # Saving

    def _show_missing(self) -> None:
        problems = self._problems()
        self._missing.show_missing(problems)
        self._ok.setEnabled(not problems and self._saving is None)

    def _save(self) -> None:
        if self._saving or self._problems():
            return
        entry, save = self._entry(), self._save_entry
        self._failure.clear()
        self._cancel.setFocus()
        self._saving = run_in_background(self, lambda _: save(entry), done=self._saved, failed=self._failed)
        self._set_enabled(False)

    def _set_enabled(self, enabled: bool) -> None:
        for widget in self._inputs:
            widget.setEnabled(enabled)
        self._show_missing()

    def _saved(self, entry: object) -> None:
        self._saving = None
        self.saved.emit(entry)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._saving = None
        self._set_enabled(True)
        self._failure.show_sentences(Tone.ERROR, lambda: explain(error))
        first = self._inputs[0]
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self.name_buttons()
        self._show_missing()

    def name_buttons(self) -> None:
        """Name OK and Cancel."""
        self._ok.setText(self.tr("OK"))
        self._cancel.setText(self.tr("Cancel"))
