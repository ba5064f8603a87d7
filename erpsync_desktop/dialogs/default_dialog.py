"""The dialog "Add sync default value": one field, and what the ERP gets for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from erpsync_desktop.dialogs.asking_dialog import NamingDialog
from erpsync_desktop.dialogs.defaults_value import FetchList, ValueArea
from erpsync_desktop.dialogs.help_window import offer_help
from erpsync_desktop.dialogs.missing_line import MissingLine
from erpsync_desktop.dialogs.remembered_size import remember_size, restore_size
from erpsync_desktop.model.defaults import DefaultDraft
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.sync_setup import DefaultValue
from erpsync_desktop.widgets.field_row import row_label
from erpsync_desktop.widgets.item_combo import ItemCombo
from erpsync_desktop.widgets.language import current_language
from erpsync_desktop.widgets.message_panel import TonedLabel
from erpsync_desktop.widgets.theme import Tone


class DefaultDialog(NamingDialog):
    """Adds a default, or edits one.

    Args:
        fetch: asks for a list by name; called in the background.
        fields: those that can be chosen.
        field: the one that is chosen to begin with; None for none.
        default: as it is, to edit it; None to add one.
        parent: the window.

    Signals:
        chosen: the field's key and the ``DefaultValue``; the dialog is about to close.
        listRead: an ``ErpList`` that came.
    """

    chosen = Signal(str, object)
    listRead = Signal(object)  # noqa: N815  Qt's way of naming

    def __init__(
        self,
        fetch: FetchList,
        fields: Sequence[FieldMetadata],
        field: FieldMetadata | None,
        default: DefaultValue | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("defaultDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields, self._adds = tuple(fields), default is None
        start = DefaultDraft() if default is None else DefaultDraft(None, default)
        self._draft = start.with_field(field)
        if default is not None and default.set_value:
            self._draft = self._draft.with_value(default.value)
        self._create_parts(fetch)
        self._lay_out()
        self._connect()
        self._show_draft()
        self.retranslate()
        offer_help(self, "configure")
        metrics = self.fontMetrics()
        restore_size(self, QSize(metrics.averageCharWidth() * 72, self.sizeHint().height()))

    def _create_parts(self, fetch: FetchList) -> None:
        self._combo = ItemCombo(self)
        self._combo.setObjectName("fieldCombo")
        self._combo.setEnabled(self._adds)
        self._combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._combo_label = QLabel(self)
        self._combo_label.setBuddy(self._combo)
        self._help = TonedLabel(Tone.MUTED, self)
        self._help.setObjectName("fieldHelp")
        self._set, self._ask, self._mandatory = QCheckBox(self), QCheckBox(self), QCheckBox(self)
        boxes = (self._set, "setValueCheck"), (self._ask, "askUserCheck"), (self._mandatory, "mandatoryCheck")
        for box, name in boxes:
            box.setObjectName(name)
        self._value_label = QLabel(self)
        self._value = ValueArea(fetch, self)
        self.missing = MissingLine(self)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._buttons.setObjectName("buttonBox")
        self._ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._combo_label, self._combo)
        form.addRow("", self._help)
        form.addRow("", self._set)
        form.addRow(self._value_label, self._value)
        form.addRow("", self._ask)
        form.addRow("", self._mandatory)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(self.missing)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._combo.activated.connect(self._choose_row)
        self._combo.line.editingFinished.connect(self._take_typed)
        self._set.clicked.connect(self._tick_set)
        self._ask.clicked.connect(lambda on: self._take(self._draft.with_choice(ask_user=on)))
        self._mandatory.clicked.connect(lambda on: self._take(self._draft.with_choice(mandatory=on)))
        self._value.valueEdited.connect(lambda wire: self._take(self._draft.with_value(wire)))
        self._value.invalidEdited.connect(self._take_invalid)
        self._value.listRead.connect(self.listRead)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    # The field

    def _choose_row(self, row: int) -> None:
        field = self._fields[row] if 0 <= row < len(self._fields) else None
        if field != self._draft.erp:
            self._draft = self._draft.with_field(field)
            self._show_draft()

    def _take_typed(self) -> None:
        """Take the field that is meant by what was typed; a text that no field has chooses none."""
        row = self._combo.meant_row() if self._combo.currentText().strip() else -1
        self._choose_row(row)
        self._combo.setCurrentIndex(row)

    def _show_draft(self) -> None:
        """Show another field's input, and everything else as it stands."""
        draft = self._draft
        self._set.setChecked(draft.default.set_value)
        self._ask.setChecked(draft.default.ask_user)
        self._mandatory.setChecked(draft.default.mandatory)
        self._value.show_field(draft.erp, draft.default.value)
        if focus := self._value.focus:
            self._value_label.setBuddy(focus)
            QWidget.setTabOrder(self._set, focus)
            QWidget.setTabOrder(focus, self._ask)
        self._value_label.setVisible(draft.erp is not None)
        self._value.setVisible(draft.erp is not None)
        self._say_help()
        self._take(draft)

    # What is typed and ticked

    def _tick_set(self, on: bool) -> None:
        self._take(self._draft.with_choice(set_value=on))
        if on and (focus := self._value.focus):
            focus.setFocus()

    def _take_invalid(self, text: str) -> None:
        if self._draft.erp is not None:
            self._take(self._draft.with_invalid(self._draft.erp.misread(text)))

    def _take(self, draft: DefaultDraft) -> None:
        """Say what is missing of it."""
        self._draft = draft
        self._value.set_editable(draft.default.set_value)
        missing = draft.missing()
        self.missing.show_missing(missing)
        self.missing.setVisible(bool(missing))
        self._ok.setEnabled(not missing)

    # Closing

    def accept(self) -> None:
        """Hand over what stands here, if it is complete."""
        erp = self._draft.erp
        if erp is None or self._draft.missing():
            return
        self.chosen.emit(erp.key, self._draft.result)
        super().accept()

    def done(self, result: int) -> None:
        """Ask for nothing any more, and close."""
        self._value.stop()
        remember_size(self)
        super().done(result)

    # Words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def name_buttons(self) -> None:
        """Name the standard buttons."""
        self._ok.setText(self.tr("OK"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        edit = self.tr("Edit sync default value")
        self.setWindowTitle(self.tr("Add sync default value") if self._adds else edit)
        self._combo_label.setText(self.tr("ERP &field:"))
        self._combo.line.setPlaceholderText(self.tr("Type to search"))
        self._value_label.setText(self.tr("&Value:"))
        self._set.setText(self.tr("&Set default value"))
        self._ask.setText(self.tr("&Ask user for value"))
        self._mandatory.setText(self.tr("&Mandatory – User must fill in value"))
        self.name_buttons()
        self._offer_fields()
        self._say_help()
        self._value.retranslate()

    def _offer_fields(self) -> None:
        labels = [row_label(field) for field in self._fields]
        counts = Counter(label.casefold() for label in labels)
        texts = [
            f"{label} ({field.key})" if counts[label.casefold()] > 1 else label
            for label, field in zip(labels, self._fields, strict=True)
        ]
        self._combo.offer(QStringListModel(texts, self._combo))
        erp = self._draft.erp
        self._combo.setCurrentIndex(self._fields.index(erp) if erp in self._fields else -1)

    def _say_help(self) -> None:
        erp = self._draft.erp
        self._help.say(erp.description_in(current_language()) if erp else "")
