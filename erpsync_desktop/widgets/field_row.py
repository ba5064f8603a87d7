"""One field in the form: its name, its input, and beneath it what there is to say about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QStyle, QVBoxLayout, QWidget

from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.widgets.date_input import DateInput
from erpsync_desktop.widgets.language import current_language, uilocale
from erpsync_desktop.widgets.list_input import ListInput
from erpsync_desktop.widgets.long_text_input import LongTextInput
from erpsync_desktop.widgets.message_panel import PlainLabel, TonedLabel, words
from erpsync_desktop.widgets.sentences import Sentence, sentence
from erpsync_desktop.widgets.theme import Tone, status_icon
from erpsync_desktop.widgets.value_inputs import (
    CheckInput,
    LabelText,
    NumberInput,
    SecretInput,
    TextInput,
    ValueInput,
)

LONGEST_LABEL = 120
"""Characters of a name that are shown beside its input."""
COUNTED_FROM = 0.75
"""The share of its greatest length from which the characters of a text are counted beneath it."""

_INPUTS: dict[FieldType, type[ValueInput]] = {
    FieldType.CHECKBOX: CheckInput,
    FieldType.TEXT: TextInput,
    FieldType.PASSWORD: SecretInput,
    FieldType.UNKNOWN: SecretInput,
    FieldType.INTEGER: NumberInput,
    FieldType.DOUBLE: NumberInput,
    FieldType.LIST: ListInput,
    FieldType.DATETIME: DateInput,
    FieldType.LABEL: LabelText,
}


def row_label(item: FieldMetadata) -> str:
    """What stands beside a field's input, without asterisk and access key."""
    label = " ".join(item.label_in(current_language()).split())
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def make_input(item: FieldMetadata, wire: str, parent: QWidget) -> ValueInput:
    """The input for a field's type, still empty.

    Args:
        item: the field.
        wire: the value that it is going to show.
        parent: the owner.
    """
    kind = _INPUTS[item.kind]
    if kind is TextInput and LongTextInput.needed(wire):
        kind = LongTextInput
    return kind(item, parent)


class FieldRow(QObject):
    """A field's widgets in a grid of two columns.

    Args:
        item: the field.
        draft: what it is filled with.
        grid: where its widgets go.
        parent: the widget that has the grid.
    """

    def __init__(
        self, item: FieldMetadata, draft: ConnectionDraft, grid: QGridLayout, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.item = item
        self._problem: Callable[[], Sequence[Sentence]] | None = None
        self._noticed = ""
        self._length = 0
        self.input = make_input(item, draft.values.get(item.key, ""), parent)
        self.input.noticed.connect(self._notice)
        self._below = QVBoxLayout()
        self._below.setSpacing(2)
        self._label: QLabel | None = None
        self._help: PlainLabel | None = None
        self._note: PlainLabel | None = None
        self._problem_line: ProblemLine | None = None
        self._lay_out(grid, parent)
        self.fill(draft)

    def _lay_out(self, grid: QGridLayout, parent: QWidget) -> None:
        row = grid.rowCount()
        if not self.input.shows_label:
            self._label = QLabel(parent)
            self._label.setTextFormat(Qt.TextFormat.PlainText)
            self._label.setBuddy(self.input.focus)
            side = Qt.AlignmentFlag(parent.style().styleHint(QStyle.StyleHint.SH_FormLayoutLabelAlignment))
            self._label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._label, row, 0)
        if self.item.kind is FieldType.LABEL:
            grid.addWidget(self.input.widget, row, 0, 1, 2)
        else:
            grid.addWidget(self.input.widget, row, 1)
        grid.addLayout(self._below, row + 1, 1)

    # What is shown

    def fill(self, draft: ConnectionDraft) -> None:
        """Show what a draft has for this field."""
        key = self.item.key
        if isinstance(self.input, SecretInput):
            typed = draft.secrets.get(key)
            self.input.show_secret(typed, stored=key in draft.stored, lost=key in draft.lost)
            self._length = len(typed.reveal()) if typed else 0
        else:
            wire = draft.values.get(key, "")
            self.input.show_value(wire)
            self._length = len(wire)
        self.set_locked(draft.locked)

    def set_locked(self, locked: bool) -> None:
        """Bar changes, or allow them where the field does."""
        self.input.set_read_only(locked or self.item.access is FieldAccess.READ_ONLY)

    def set_text(self, text: str, width: int) -> None:
        """Say everything in the language of the moment.

        Args:
            text: the name, escaped and with its access key.
            width: of the column of names, in pixels.
        """
        label = row_label(self.item)
        marked = f"* {text}" if self.item.access is FieldAccess.MANDATORY else text
        if self._label:
            self._label.setText(self.tr("{label}:").format(label=marked))
            self._label.setWordWrap(self._label.fontMetrics().horizontalAdvance(f"{marked}:") > width)
            self._label.setFixedWidth(width)
        self.input.set_label(label, marked)
        self.input.relocalise()
        self._say_help()
        self._say_note()
        self._say_problem()

    def set_problem(self, problem: Problem | None) -> None:
        """Say beside the input what is wrong with it; None for nothing."""
        if problem is None:
            self.set_trouble(None)
        elif problem.code is ProblemCode.FIELD_MISSING:  # the name stands beside it already
            self.set_trouble(lambda: (words(sentence(problem).remedy),))
        else:
            self.set_trouble(lambda: (sentence(problem),))

    def set_trouble(self, make: Callable[[], Sequence[Sentence]] | None) -> None:
        """Say beside the input what went wrong with it.

        Args:
            make: makes the sentences in the language of the moment; None for nothing.
        """
        self._problem = make
        self._say_problem()

    def count(self, text: str | Secret) -> None:
        """Count the characters that are typed."""
        if self.item.max_length:
            self._length = len(text.reveal() if isinstance(text, Secret) else text)
            self._say_help()

    @property
    def _is_nearly_full(self) -> bool:
        """Whether it is time to say how many characters fit."""
        counted = self.item.kind in {FieldType.TEXT, FieldType.PASSWORD} and self.item.max_length > 0
        return counted and self._length >= COUNTED_FROM * self.item.max_length

    def _notice(self, text: str) -> None:
        self._noticed = text
        self._say_note()

    def _say_help(self) -> None:
        parts = [self.item.description_in(current_language())]
        if self._is_nearly_full:
            counted = self.tr("{length} of {limit} characters")
            locale = uilocale()
            length, limit = locale.toString(self._length), locale.toString(self.item.max_length)
            parts.append(counted.format(length=length, limit=limit))
        text = " · ".join(part for part in parts if part)
        if text and self._help is None:
            self._help = self._add_line(0, "help")
        if self._help:
            self._help.say(text)
        self.input.focus.setToolTip(_as_plain_tip(parts[0]))
        self._describe()

    def _say_note(self) -> None:
        notes = [sentence(problem).text for problem in self.item.notes]
        if self.item.access is FieldAccess.READ_ONLY and self.item.kind is not FieldType.LABEL:
            notes.append(self.tr("Given by the connector; cannot be changed."))
        text = "\n".join(note for note in (*notes, self._noticed) if note)
        if text and self._note is None:
            self._note = self._add_line(1 if self._help else 0, "note")
        if self._note:
            self._note.say(text)
        self._describe()

    def _say_problem(self) -> None:
        if self._problem is None:
            if self._problem_line:
                self._problem_line.hide()
        else:
            if self._problem_line is None:
                self._problem_line = ProblemLine(self.input.widget.parentWidget())
                self._problem_line.setObjectName(f"problem:{self.item.key}")
                self._below.addWidget(self._problem_line)
            self._problem_line.say("\n".join(each.text for each in self._problem()))
        self._describe()

    def _describe(self) -> None:
        lines = [self._problem_line.text if self._problem_line and self._problem else ""]
        lines += [label.text() for label in (self._help, self._note) if label]
        if not isinstance(self.input, SecretInput):
            self.input.focus.setAccessibleDescription(" ".join(line for line in lines if line))

    def _add_line(self, position: int, name: str) -> PlainLabel:
        label = TonedLabel(Tone.MUTED, self.input.widget.parentWidget())
        label.setObjectName(f"{name}:{self.item.key}")
        self._below.insertWidget(position, label)
        return label


class ProblemLine(QWidget):
    """An icon and a text in the colour of errors."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._text = QLabel(self), TonedLabel(Tone.ERROR, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.accessibleName()

    def say(self, text: str) -> None:
        """Say it, and appear."""
        self._show_icon()
        self._text.say(text)
        self.show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the colours."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.ApplicationPaletteChange, QEvent.Type.PaletteChange}:
            self._show_icon()

    def _show_icon(self) -> None:
        side = self.fontMetrics().height()
        self._icon.setPixmap(status_icon(Tone.ERROR).pixmap(QSize(side, side), self.devicePixelRatioF()))


def _as_plain_tip(text: str) -> str:
    """A tooltip that is never read as rich text."""
    escaped = text[:1_000].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>" if text else ""
