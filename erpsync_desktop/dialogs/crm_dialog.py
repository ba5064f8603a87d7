"""What the dialogs for a field and for a list of SuperOffice share: key and names, and two versions of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QWidget

from erpsync_desktop.dialogs.conflict_panel import ConflictPanel, Difference
from erpsync_desktop.dialogs.form_dialog import FormDialog
from erpsync_desktop.dialogs.remembered_size import remember_size
from erpsync_desktop.model.catalogue import Catalogue, CrmField, CrmList
from erpsync_desktop.model.catalogue_texts import in_two
from erpsync_desktop.model.errors import Problem, SavedMeanwhile
from erpsync_desktop.widgets.message_panel import PlainLabel
from erpsync_desktop.widgets.sentences import sentence

C = TypeVar("C", bound=CrmField | CrmList)


class CrmDialog(FormDialog[Any], Generic[C]):
    """Edits a field or list, or shows one that cannot be changed.

    Args:
        catalogue: what there is.
        before: as it is saved; None for a new one.
        save: saves what is typed over what it was; called in the background.
        locked: why nothing can be changed, or None.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        before: C | None,
        save: Callable[[Any, C | None], C],
        locked: Problem | None,
        parent: QWidget | None,
    ) -> None:
        super().__init__(lambda typed: save(typed, before), "catalogue", parent)
        self._catalogue = catalogue
        self._before = before
        self._save_over = save
        self._locked = locked
        self._theirs: C | None = None
        self._hint = PlainLabel(self)
        self._hint.setObjectName("hintLabel")
        self._conflict = ConflictPanel(self)
        self._conflict.keepMine.connect(self._keep_mine)
        self._conflict.takeTheirs.connect(self._take_theirs)
        self._layout.insertWidget(0, self._hint)
        self._layout.insertWidget(self._layout.indexOf(self._failure) + 1, self._conflict)

    def _add_names(self, key: str, label: str) -> None:
        """Add the lines for the key and for the name in both languages."""
        english, german = in_two(label)
        self._key_label, self._key = self._add_line("keyEdit", key)
        self._english_label, self._english = self._add_line("englishEdit", english)
        self._german_label, self._german = self._add_line("germanEdit", german)

    # What a subclass says

    def fill(self, crm: C) -> None:
        """Show what somebody else saved in place of what is typed."""
        raise NotImplementedError

    def differences(self, theirs: C) -> Sequence[Difference]:
        """What differs between what is typed and what somebody else saved."""
        raise NotImplementedError

    # Locking

    def _fix(self, *inputs: QWidget) -> None:
        """These inputs can be read, but not changed."""
        for each in inputs:
            if isinstance(each, QLineEdit):
                each.setReadOnly(True)
            else:
                each.setEnabled(False)
            if each in self._inputs:
                self._inputs.remove(each)

    def _lock(self) -> None:
        """Nothing can be changed."""
        self._fix(*list(self._inputs))
        self._ok.hide()
        self._cancel.hide()
        # No standard button: the box would call it by another name with each change of language.
        self._close = self._buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self._close.setObjectName("closeButton")

    def _show_missing(self) -> None:
        super()._show_missing()
        if self._locked:
            self._missing.hide()

    # Two versions

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SavedMeanwhile):
            super()._failed(error)
            return
        self._saving = None
        self._set_enabled(True)
        theirs: Any = error.theirs
        self._theirs = theirs
        self._conflict.show_differences(lambda: self.differences(theirs))

    def _open_over(self, before: C | None) -> None:
        self._before = before
        save = self._save_over
        self._save_entry = lambda typed: save(typed, before)
        self._conflict.hide()

    def _keep_mine(self) -> None:
        self._open_over(self._theirs)
        self._save()

    def _take_theirs(self) -> None:
        if self._theirs is not None:
            self._open_over(self._theirs)
            self.fill(self._theirs)
            self._remember()
            self._show_missing()
            self._ok.setFocus()

    def done(self, result: int) -> None:
        """Remember the size."""
        if self._saving:
            self._saving.cancel()
            self._saving = None
        remember_size(self)
        super().done(result)

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        super().retranslate()
        self._english_label.setText(self.tr("Name in &English:"))
        self._german_label.setText(self.tr("Name in &German:"))
        if self._locked:
            self._hint.say(sentence(self._locked).text)
            self._close.setText(self.tr("Close"))


def narrow(combo: QComboBox) -> QComboBox:
    """Let a combo box with long items be as narrow as its dialog."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(20)
    return combo
