"""The permanent line that says why OK is off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.widgets.message_panel import PlainLabel
from erpsync_desktop.widgets.sentences import sentence

MOST_NAMED = 10
"""More than that are counted."""
_SAID_BY_REMEDY = {
    ProblemCode.NAME_MISSING,
    ProblemCode.URL_MISSING,
    ProblemCode.CONNECTOR_MISSING,
    ProblemCode.FIELD_MISSING,
    ProblemCode.SECRET_LOST,
    ProblemCode.SCOPE_EMPTY,
    ProblemCode.TEST_MISSING,
    ProblemCode.CRM_KEY_MISSING,
    ProblemCode.CRM_LABEL_MISSING,
    ProblemCode.CRM_LIST_MISSING,
}


class MissingLine(PlainLabel):
    """Lists what is missing to enable OK, or says that nothing is.

    Args:
        parent: the dialog.
        name: the object name.
        saves: the button is called "Save", not "OK".
    """

    def __init__(
        self, parent: QWidget | None = None, *, name: str = "missingLabel", saves: bool = False
    ) -> None:
        super().__init__(parent)
        self._saves = saves
        self.setObjectName(name)
        self._problems: tuple[Problem, ...] = ()
        self._say()

    def show_missing(self, problems: Sequence[Problem]) -> None:
        """Say what is missing.

        Args:
            problems: why OK is off; empty when it is on.
        """
        self._problems = tuple(problems)
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            hidden = self.isHidden()
            self._say()
            self.setHidden(hidden)  # where a dialog shows it only when something is missing

    def _say(self) -> None:
        if not self._problems:
            self.say(self.tr("Nothing is missing: OK saves."))
            return
        named = [_to_do(problem) for problem in self._problems[:MOST_NAMED]]
        words = " ".join(named)
        more = len(self._problems) - len(named)
        if more:
            words = self.tr("{what} … and %n more.", "", more).format(what=words)
        text = self.tr("To enable Save: {what}") if self._saves else self.tr("To enable OK: {what}")
        self.say(text.format(what=words))


def _to_do(problem: Problem) -> str:
    said = sentence(problem)
    if problem.code in _SAID_BY_REMEDY and said.remedy:
        return said.remedy
    return " ".join(part for part in (said.problem, said.remedy) if part)
