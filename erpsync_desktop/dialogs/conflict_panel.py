"""Two versions of one row side by side, because somebody else saved first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from erpsync_desktop.widgets.message_panel import PlainLabel

MOST_ROWS = 12
"""More differences than that are counted."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: what it is called, as it stands here, and as it was saved meanwhile."""

    what: str
    mine: str
    theirs: str


class ConflictPanel(QFrame):
    """Shows what differs and lets choose. Hidden until there is something to choose.

    Signals:
        keepMine: what stands here is to be saved over what was saved meanwhile.
        takeTheirs: what was saved meanwhile is to stand here.
    """

    keepMine = Signal()  # noqa: N815
    takeTheirs = Signal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflictPanel")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._make: Callable[[], Sequence[Difference]] = tuple
        self._headline = PlainLabel(self)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._keep, self._take = QPushButton(self), QPushButton(self)
        for button, name, chosen in (
            (self._keep, "keepMineButton", self.keepMine),
            (self._take, "takeTheirsButton", self.takeTheirs),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(chosen)
        buttons = QHBoxLayout()
        buttons.addWidget(self._keep)
        buttons.addWidget(self._take)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._headline)
        layout.addLayout(self._grid)
        layout.addLayout(buttons)
        self.hide()

    def show_differences(self, make: Callable[[], Sequence[Difference]]) -> None:
        """Show both versions.

        Args:
            make: names what differs, in the language of the moment.
        """
        self._make = make
        self._retranslate()
        self.show()
        self._keep.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._headline.say(
            self.tr(
                "Somebody else saved this meanwhile. Choose which version is to stay; nothing is lost yet."
            )
        )
        self._keep.setText(self.tr("Save mine over it"))
        self._take.setText(self.tr("Take the other version"))
        self._fill(list(self._make()))

    def _fill(self, differences: Sequence[Difference]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._add_row(0, "", self.tr("Here"), self.tr("Saved meanwhile"), bold=True)
        for row, each in enumerate(differences[:MOST_ROWS], start=1):
            self._add_row(row, each.what, each.mine, each.theirs)
        more = len(differences) - MOST_ROWS
        if more > 0:
            self._add_row(MOST_ROWS + 1, self.tr("… and %n more.", "", more), "", "")

    def _add_row(self, row: int, what: str, mine: str, theirs: str, *, bold: bool = False) -> None:
        for column, text in enumerate((what, mine, theirs)):
            label: QLabel = PlainLabel(self) if column else QLabel(self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
            font = label.font()
            font.setBold(bold)
            label.setFont(font)
            if isinstance(label, PlainLabel):
                label.say(text)
            else:
                label.setText(text)
            self._grid.addWidget(label, row, column)
