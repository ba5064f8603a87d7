"""The line below the table: what can be done with the row that one stands on, and why the rest cannot."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from erpsync_desktop.dialogs.mapping_rows import MappingRecord
from erpsync_desktop.dialogs.mapping_texts import directions_text, row_notes
from erpsync_desktop.model.mapping import ActorRules
from erpsync_desktop.widgets.message_panel import PlainLabel, TonedLabel
from erpsync_desktop.widgets.sentences import sentence
from erpsync_desktop.widgets.theme import Tone

_LINES = 4


class RowLine(QFrame):
    """Says in plain words what the signs of a row mean; an attempt that came to nothing stands first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rowLine")
        self._row: tuple[ActorRules, MappingRecord] | None = None
        self._attempt = TonedLabel(Tone.ERROR, self)
        self._attempt.setObjectName("attemptLabel")
        self._text = PlainLabel(self)
        self._text.setObjectName("rowLabel")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        layout.addWidget(self._attempt)
        layout.addWidget(self._text)
        layout.addStretch(1)
        self._attempt.hide()
        self._fit()

    @property
    def text(self) -> str:
        """All that is said."""
        parts = (self._attempt.accessibleName(), self._text.accessibleName())
        return "\n".join(part for part in parts if part)

    def say_row(self, rules: ActorRules, record: MappingRecord, selected: int) -> None:
        """Say what there is to say of a row; nothing is repeated while it stays the same."""
        self._attempt.say("")
        self._row = (rules, record)
        lines = []
        if selected > 1:
            count = self.tr("%n fields are selected; the keys work on all of them.", "", selected)
            lines.append(count)
        if record.problem is not None:
            lines.append(sentence(record.problem).text)
        said = directions_text(rules, record.row)
        if not record.problem or said not in lines:
            lines.append(f"{record.label} – {said}" if "\n" not in said else f"{record.label}\n{said}")
        lines += row_notes(rules, record.row)
        self._text.say("\n".join(lines))

    def clear_row(self) -> None:
        """There is no row."""
        self._row = None
        self._attempt.say("")
        self._text.say("")
        self._text.show()

    def say_attempt(self, text: str) -> None:
        """Say first what came of an attempt; the next row takes it away."""
        self._attempt.say(text)
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Keep the table from jumping when one goes from row to row."""
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
