"""Signs that something runs in the background."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

APPEARS_AFTER_MS = 100
"""What is done sooner shows no sign, so that nothing flickers."""


class BusyBar(QProgressBar):
    """A thin bar without an end in sight. It keeps its place while it is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setMaximumHeight(max(4, self.fontMetrics().height() // 3))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.keep_place(True)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(APPEARS_AFTER_MS)
        self._delay.timeout.connect(self.show)
        self.hide()

    def keep_place(self, keep: bool) -> None:
        """Keep the bar's place while it is hidden, or give it up."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keep)
        self.setSizePolicy(policy)

    def appear_after(self, milliseconds: int) -> None:
        """Show the bar so long after ``start``, instead of ``APPEARS_AFTER_MS``."""
        self._delay.setInterval(milliseconds)

    def start(self) -> None:
        """Show the bar, unless ``stop`` comes first."""
        self._delay.start()

    def stop(self) -> None:
        """Take the bar away."""
        self._delay.stop()
        self.hide()


class BusyLine(QWidget):
    """A bar with a line that says what is being done and, from the first on, for how many seconds.

    Args:
        parent: the owner.
        label: an own label for the text; None makes one over the bar.
    """

    def __init__(self, parent: QWidget | None = None, label: QLabel | None = None) -> None:
        super().__init__(parent)
        self._text: Callable[[], str] | None = None
        self._began = 0.0
        self.bar = BusyBar(self)
        self.label = label or QLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        if label is None:
            layout.addWidget(self.label)
        layout.addWidget(self.bar)
        self._seconds = QTimer(self)
        self._seconds.setInterval(1_000)
        self._seconds.timeout.connect(self._say)

    @property
    def running(self) -> bool:
        """Whether something is being done."""
        return self._text is not None

    def start(self, text: Callable[[], str]) -> None:
        """Begin, counting from 0.

        Args:
            text: says in the language of the moment what is being done.
        """
        self._text, self._began = text, time.monotonic()
        self._seconds.start()
        self.bar.start()
        self._say()

    def say(self, text: Callable[[], str]) -> None:
        """Go on with something else; the seconds go on counting. Nothing happens if nothing runs."""
        if self.running:
            self._text = text
            self._say()

    def stop(self, text: str = "") -> None:
        """End, with a last word."""
        self._text = None
        self._seconds.stop()
        self.bar.stop()
        self.label.setText(text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        if self._text is None:
            return
        text, seconds = self._text(), int(time.monotonic() - self._began)
        self.bar.setAccessibleName(text)
        self.label.setText(
            self.tr("{what} ({seconds} s)").format(what=text, seconds=seconds) if seconds else text
        )
