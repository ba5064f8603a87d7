"""One input for each type of configuration field: it shows a value on the wire and tells what is typed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSizePolicy, QWidget

from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.values import FieldType, decode, encode
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.local_values import read, written
from erpsync_desktop.widgets.message_panel import PlainLabel, breakable
from erpsync_desktop.widgets.password_field import PasswordField

LONGEST_LINE = 32_767
"""Characters that a line edit holds."""


class ValueInput(QObject):
    """What all inputs have in common. An input never tells of what it was given, only of what is typed.

    Attributes:
        item: the field.
        widget: what is put into the form.
        focus: the part that takes the keyboard; its object name is ``field:<FieldKey>``.
        shows_label: whether it shows its name itself, so that none stands beside it.

    Signals:
        valueEdited: a value on the wire.
        invalidEdited: a text that is no value of the field's type.
        secretEdited: a Secret.
        noticed: a remark on what was done with what was typed; empty for none.
    """

    valueEdited = Signal(str)  # noqa: N815
    invalidEdited = Signal(str)  # noqa: N815
    secretEdited = Signal(object)  # noqa: N815
    noticed = Signal(str)
    shows_label = False

    def __init__(self, item: FieldMetadata, widget: QWidget, focus: QWidget | None = None) -> None:
        super().__init__(widget)
        self.item = item
        self.widget = widget
        self.focus = focus or widget
        self.focus.setObjectName(item.input_name)

    def show_value(self, wire: str) -> None:
        """Show a value on the wire."""
        raise NotImplementedError

    def show_invalid(self, text: str) -> None:
        """Show a text that was typed before and is no value."""

    def set_label(self, label: str, text: str) -> None:  # noqa: ARG002
        """Say what this is.

        Args:
            label: the field's name, for screen readers.
            text: the name with asterisk and access key, for inputs that show it themselves.
        """
        self.focus.setAccessibleName(label)

    def set_read_only(self, read_only: bool) -> None:
        """Bar changes, or allow them."""
        self.widget.setEnabled(not read_only)

    def relocalise(self) -> None:
        """Show the same in the language of the moment."""


class TextInput(ValueInput):
    """A line of text. What does not fit in is refused with a sentence, not cut."""

    def __init__(self, item: FieldMetadata, parent: QWidget) -> None:
        self._edit = QLineEdit(parent)
        self._edit.setMaxLength(LONGEST_LINE)
        super().__init__(item, self._edit)
        self._before = ""
        self._refused = False
        self._edit.inputRejected.connect(self._refuse)
        self._edit.textEdited.connect(self._edited)

    def show_value(self, wire: str) -> None:
        """Show a value on the wire."""
        self._edit.setText(wire)
        self._edit.setCursorPosition(0)
        self._before = wire

    def set_read_only(self, read_only: bool) -> None:
        """Bar changes, or allow them."""
        set_line_read_only(self._edit, read_only)

    def _refuse(self) -> None:
        self._refused = True
        limit = uilocale().toString(LONGEST_LINE)
        self.noticed.emit(
            self.tr("At most {limit} characters fit in here. Nothing was taken of what was pasted.").format(
                limit=limit
            )
        )

    def _edited(self, text: str) -> None:
        if self._refused:
            self._refused = False
            position = self._edit.cursorPosition() - (len(text) - len(self._before))
            self._edit.setText(self._before)
            self._edit.setCursorPosition(max(0, position))
            return
        self._before = text
        self.noticed.emit("")
        self.valueEdited.emit(text)


class NumberInput(ValueInput):
    """A whole or decimal number, written as the user's region writes numbers."""

    def __init__(self, item: FieldMetadata, parent: QWidget, widget: QWidget | None = None) -> None:
        self._edit = QLineEdit(widget or parent)
        super().__init__(item, widget or self._edit, self._edit)
        self._given = self._wire = ""
        self._valid = True
        self._edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._edit.textEdited.connect(self._edited)
        self._edit.editingFinished.connect(self._tidy)

    def show_value(self, wire: str) -> None:
        """Show a value on the wire."""
        self._given = self._wire = wire
        self._valid = True
        self._write()

    def show_invalid(self, text: str) -> None:
        """Show a text that was typed before and is no value."""
        self._valid = False
        self._edit.setText(text)

    def set_read_only(self, read_only: bool) -> None:
        """Bar changes, or allow them."""
        set_line_read_only(self._edit, read_only)

    def relocalise(self) -> None:
        """Show the same in the language of the moment."""
        if self._valid:
            self._write()

    def _edited(self, text: str) -> None:
        try:
            wire = read(self.item.kind, text, uilocale())
        except ValueError:
            self._valid = False
            self.invalidEdited.emit(text)
            return
        if _same(self.item.kind, wire, self._given):
            wire = self._given  # typed back to what it was: it travels as it came
        self._wire, self._valid = wire, True
        self.valueEdited.emit(wire)

    def _tidy(self) -> None:
        """Show how a value was understood."""
        if self._valid and self._edit.isModified():
            self._write()

    def _write(self) -> None:
        self._edit.setText(written(self.item.kind, self._wire, uilocale()))
        self._edit.setCursorPosition(0)


class CheckInput(ValueInput):
    """A box to tick, with its name behind it."""

    shows_label = True

    def __init__(self, item: FieldMetadata, parent: QWidget) -> None:
        self._box = QCheckBox(parent)
        super().__init__(item, self._box)
        self._box.clicked.connect(lambda on: self.valueEdited.emit(encode(FieldType.CHECKBOX, on)))

    def set_label(self, label: str, text: str) -> None:
        """Say what this is, also of its buttons."""
        super().set_label(label, text)
        self._box.setText(text)

    def show_value(self, wire: str) -> None:
        """Show a value on the wire."""
        try:
            self._box.setChecked(bool(decode(FieldType.CHECKBOX, wire)))
        except ValueError:
            self._box.setChecked(False)


class SecretInput(ValueInput):
    """A secret, or a value of a type that we do not know, which may be one."""

    def __init__(self, item: FieldMetadata, parent: QWidget) -> None:
        self._field = PasswordField(parent)
        super().__init__(item, self._field, self._field.edit)
        self._field.toggle.setObjectName(f"show:{item.key}")
        self._stored = self._lost = False
        self._field.secretEdited.connect(self.secretEdited)

    def show_value(self, wire: str) -> None:
        """A secret comes by ``show_secret`` alone."""

    def show_secret(self, secret: Secret | None, *, stored: bool, lost: bool) -> None:
        """Show what was typed, and say what an empty line means.

        Args:
            secret: what was typed; None for nothing.
            stored: the keyring has one, which is kept unless another is typed.
            lost: the keyring had one once.
        """
        self._stored, self._lost = stored, lost
        self._field.set_secret(secret)
        self.relocalise()

    def set_label(self, label: str, text: str) -> None:  # noqa: ARG002
        """Say what this is, also of its buttons."""
        self._field.set_label(label)

    def set_read_only(self, read_only: bool) -> None:
        """Bar changes, or allow them."""
        set_line_read_only(self._field.edit, read_only)

    def relocalise(self) -> None:
        """Show the same in the language of the moment."""
        if self._stored:
            self._field.set_hint(self.tr("Stored; kept unless typed over"))
        elif self._lost:
            self._field.set_hint(self.tr("No longer stored; type it again"))
        else:
            self._field.set_hint("")


class LabelText(ValueInput):
    """Static text of the connector's."""

    shows_label = True

    def __init__(self, item: FieldMetadata, parent: QWidget) -> None:
        self._label = PlainLabel(parent)
        super().__init__(item, self._label)

    def set_label(self, label: str, text: str) -> None:  # noqa: ARG002
        """Say what this is, also of its buttons."""
        self._label.setText(breakable(label))

    def show_value(self, wire: str) -> None:
        """There is no value."""


def set_line_read_only(edit: QLineEdit, read_only: bool) -> None:
    """Bar changes to a line edit, visibly; it can still be read, selected and copied."""
    edit.setReadOnly(read_only)
    palette = QPalette()
    if read_only:
        palette.setColor(QPalette.ColorRole.Base, edit.palette().color(QPalette.ColorRole.Window))
    edit.setPalette(palette)


def _same(kind: FieldType, one: str, other: str) -> bool:
    try:
        return decode(kind, one) == decode(kind, other)
    except ValueError:
        return False
