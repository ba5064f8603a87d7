"""The line at the bottom of the window: what was done, what runs, how to take it back or stop it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from erpsync_desktop.ui.jobs import Jobs, Text
from erpsync_desktop.widgets.busy import APPEARS_AFTER_MS, BusyLine

_SHORT_WORK_MS = 500
"""What cannot be stopped is mostly done sooner than that; until then its words say enough."""


class StatusLine(QWidget):
    """Follows ``Jobs``.

    Args:
        jobs: what is done.
        idle: says what there is where nothing is to be told.

    Signals:
        focusLeft: a button that has the keyboard is about to vanish.
    """

    focusLeft = Signal()  # noqa: N815  Qt's way of naming

    def __init__(self, jobs: Jobs, idle: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self._jobs = jobs
        self._idle = idle
        self._text: Text = str
        self._message = QLabel(self)
        self._message.setObjectName("statusLabel")
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._undo = QPushButton(self)
        self._undo.setObjectName("undoButton")
        self._running = QLabel(self)
        self._running.setObjectName("runningLabel")
        self._running.setTextFormat(Qt.TextFormat.PlainText)
        self._busy = BusyLine(self, self._running)
        self._busy.setObjectName("busyLine")
        self._cancel = QPushButton(self)
        self._cancel.setObjectName("cancelJobButton")
        self._lay_out()
        self._connect()
        self._undo.hide()
        self._stop()
        self.retranslate()

    def _lay_out(self) -> None:
        # The window keeps its shape when a button comes: the line is always as high as one.
        self.setMinimumHeight(self._undo.sizeHint().height() + 4)
        self._busy.setFixedWidth(self.fontMetrics().averageCharWidth() * 14)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(self.fontMetrics().averageCharWidth(), 0, 0, 0)
        layout.addWidget(self._message, 1)
        layout.addWidget(self._undo)
        layout.addSpacing(self.fontMetrics().averageCharWidth() * 2)
        layout.addWidget(self._running)
        layout.addWidget(self._busy)
        layout.addWidget(self._cancel)

    def _connect(self) -> None:
        self._undo.clicked.connect(self._jobs.undo)
        self._cancel.clicked.connect(self._jobs.cancel)
        self._jobs.began.connect(self._start)
        self._jobs.went_on.connect(self._go_on)
        self._jobs.ended.connect(self._stop)
        self._jobs.told.connect(self._tell)
        self._jobs.undo_changed.connect(self._offer_undo)

    def _start(self, text: Text) -> None:
        if self._busy.running:
            self._busy.say(text)
        else:
            # What moves takes time from what it waits for: opening a workspace took a seventh longer.
            self._busy.bar.appear_after(APPEARS_AFTER_MS if self._jobs.cancellable else _SHORT_WORK_MS)
            self._busy.start(text)
        self._busy.setVisible(True)
        self._running.setVisible(True)
        self._cancel.setVisible(self._jobs.cancellable)

    def _go_on(self, text: Text) -> None:
        self._busy.say(text)

    def _stop(self) -> None:
        self._leave(self._cancel)
        self._busy.stop()
        self._busy.hide()
        self._running.hide()

    def _tell(self, text: Text) -> None:
        self._text = text
        self.retranslate()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if text() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text()))

    def _offer_undo(self) -> None:
        if self._jobs.undo_name:
            self._undo.show()
        else:
            self._leave(self._undo)

    def _leave(self, button: QPushButton) -> None:
        """Hide a button; the focus goes on first, so that it does not get lost."""
        if button.hasFocus():
            self.focusLeft.emit()
        button.hide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self._message.setText(self._text() or self._idle())
        self._message.setToolTip("")
        self._undo.setText(self.tr("&Undo"))
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Stop what runs (Esc)"))
