"""The line below the table: what can be done with the row that one stands on, and why the rest cannot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from erpsync_desktop.dialogs.mapping_results import grouped
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
        self._row: tuple[ActorRules, MappingRecord, int] | None = None
        self._make_attempt: Callable[[], str] | None = None
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

    def say_row(self, rules: ActorRules, record: MappingRecord, selected: int, *, anew: bool = False) -> None:
        """Say what there is to say of a row; ``anew`` says the same row and attempt again, in other words."""
        self._row = (rules, record, selected)
        self._make_attempt = self._make_attempt if anew else None
        self._say()

    def clear_row(self) -> None:
        """There is no row."""
        self._row = self._make_attempt = None
        self._say()
        self._text.show()

    def say_attempt(self, make: Callable[[], str]) -> None:
        """Say first what came of an attempt, in the language of the moment; the next row takes it away."""
        self._make_attempt = make
        self._say()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, make()))

    def _say(self) -> None:
        attempt = self._make_attempt() if self._make_attempt else ""
        self._attempt.say(attempt)
        self._text.say("\n".join(self._lines(*self._row, attempt)) if self._row else "")

    def _lines(self, rules: ActorRules, record: MappingRecord, selected: int, attempt: str) -> list[str]:
        """What there is to say of a row but for what the attempt says."""
        lines = []
        if selected > 1:
            text = self.tr("%n fields are selected; the keys work on all of them.", "", selected)
            lines.append(grouped(text, selected))
        problem = sentence(record.problem).text if record.problem else ""
        if problem and problem not in attempt:
            lines.append(problem)
        said = directions_text(rules, record.row)
        if said != problem:
            lines.append(f"{record.label} – {said}" if "\n" not in said else f"{record.label}\n{said}")
        return [*lines, *row_notes(rules, record.row)]

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Keep the table from jumping when one goes from row to row."""
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
