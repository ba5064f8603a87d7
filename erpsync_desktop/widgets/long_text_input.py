"""An input for texts that no line edit can hold."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.value_inputs import LONGEST_LINE, ValueInput, set_line_read_only

_SHOWN_OF_LONG = 200


class LongTextInput(ValueInput):
    """A text that no line can hold: its beginning is shown, and it is sent as it came unless replaced."""

    def __init__(self, item: FieldMetadata, parent: QWidget) -> None:
        box = QWidget(parent)
        self._edit, self._replace = QLineEdit(box), QPushButton(box)
        super().__init__(item, box, self._edit)
        self._edit.setMaxLength(LONGEST_LINE)
        self._replace.setObjectName(f"replace:{item.key}")
        self._replace.setAutoDefault(False)
        self._replace.setCheckable(True)
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._edit, 1)
        layout.addWidget(self._replace)
        box.setFocusProxy(self._edit)
        self._long = ""
        self._edit.textEdited.connect(self.valueEdited)
        self._edit.inputRejected.connect(self._edit.undo)
        self._replace.toggled.connect(self._toggle)
        self.relocalise()

    @staticmethod
    def needed(wire: str) -> bool:
        """Whether a text is too long or has too many lines for a line edit."""
        return len(wire) > LONGEST_LINE or any(char in wire for char in "\r\n\u2028\u2029")

    def show_value(self, wire: str) -> None:
        """Show a value on the wire."""
        replaced = bool(self._long) and wire != self._long
        if not replaced:
            self._long = wire
        self._replace.blockSignals(True)
        self._replace.setChecked(replaced)
        self._replace.blockSignals(False)
        self._show(wire)
        self.relocalise()

    def set_label(self, label: str, text: str) -> None:
        """Say what this is, also of its buttons."""
        super().set_label(label, text)
        self._replace.setAccessibleName(f"{self._replace.text()}: {label}")

    def set_read_only(self, read_only: bool) -> None:
        """Bar changes, or allow them."""
        self._replace.setEnabled(not read_only)
        set_line_read_only(self._edit, read_only or not self._replace.isChecked())

    def relocalise(self) -> None:
        """Show the same in the language of the moment."""
        self._replace.setText(self.tr("Undo replacing") if self._replace.isChecked() else self.tr("Replace"))
        self._tell()

    def _toggle(self, replace: bool) -> None:
        value = "" if replace else self._long
        self._show(value)
        self.relocalise()
        self._edit.setFocus()
        self.valueEdited.emit(value)

    def _show(self, wire: str) -> None:
        replacing = self._replace.isChecked()
        first_line = wire[:_SHOWN_OF_LONG].replace("\r", "").replace("\n", " ↵ ")
        self._edit.setText(wire if replacing else f"{first_line} …")
        self._edit.setCursorPosition(0)
        set_line_read_only(self._edit, not replacing)

    def _tell(self) -> None:
        count = uilocale().toString(len(self._long))
        text = self.tr("Only the beginning is shown. All {count} characters are sent exactly as they came.")
        self.noticed.emit("" if self._replace.isChecked() else text.format(count=count))
