"""Background work of the main window: one sign for all that runs, one way to fail, one step to take back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from erpsync_desktop.model.errors import OperationCancelled
from erpsync_desktop.model.watch import Stage, Watch
from erpsync_desktop.widgets.tasks import Task, run_in_background

T = TypeVar("T")
Text = Callable[[], str]
"""Makes a text in the language of the moment."""


@dataclass
class _Job:
    text: Text
    task: Task | None = None
    on_cancel: Callable[[], None] | None = None


@dataclass(frozen=True)
class _Undo:
    name: Text
    take_back: Callable[[], None]


class Jobs(QObject):
    """Runs work in the background and says so.

    Signals:
        began: something runs now that did not; with what makes its text.
        went_on: what runs says another stage.
        ended: nothing runs any more.
        told: there is news for the status line; with what makes its text.
        undo_changed: there is something to take back now, or no longer.
    """

    began = Signal(object)
    went_on = Signal(object)
    ended = Signal()
    told = Signal(object)
    undo_changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._jobs: list[_Job] = []
        self._undo: _Undo | None = None

    # Running

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return bool(self._jobs)

    @property
    def cancellable(self) -> bool:
        """Whether something runs that can be stopped without harm."""
        return any(job.on_cancel for job in self._jobs)

    def run(
        self,
        text: Text,
        work: Callable[[Watch], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> Task:
        """Run ``work`` in the background.

        Args:
            text: says what is being done.
            work: may block.
            done: called with the result.
            failed: called with the error; without it the error is shown in a dialog.
            cancelled: makes the work cancellable, and is called when it was cancelled.
        """
        job = _Job(text, on_cancel=cancelled)
        self._jobs.append(job)

        def stage(now: Stage) -> None:
            from erpsync_desktop.widgets.sentences import stage_text

            template = self.tr("{what} – {stage}")
            self.went_on.emit(lambda: template.format(what=text(), stage=stage_text(now)))

        job.task = run_in_background(
            self._window, work, done=done, failed=failed or self.show_error, stage=stage
        )
        job.task.finished.connect(lambda: self._forget(job))
        self.began.emit(text)
        return job.task

    def cancel(self) -> None:
        """Stop what can be stopped."""
        for job in [job for job in self._jobs if job.on_cancel]:
            if job.task is not None and job.task.running:
                job.task.cancel()
                if job.on_cancel is not None:
                    job.on_cancel()

    def stop(self) -> None:
        """Stop everything, hear of nothing any more and take nothing back: the workspace is left."""
        for job in list(self._jobs):
            if job.task is not None:
                job.task.cancel()
        self.tell(str)

    def _forget(self, job: _Job) -> None:
        self._jobs.remove(job)
        if self._jobs:
            self.began.emit(self._jobs[-1].text)
        else:
            self.ended.emit()

    # Telling

    def tell(self, text: Text) -> None:
        """Say something in the status line. What could be taken back before no longer can."""
        self._set_undo(None)
        self.told.emit(text)

    def show_error(self, error: Any) -> None:
        """Show an error, or sentences, in a dialog."""
        if isinstance(error, OperationCancelled):
            return
        from erpsync_desktop.dialogs.error_dialog import show_error

        show_error(self._window, error)

    # Taking back

    @property
    def undo_name(self) -> str:
        """What would be taken back; empty for nothing."""
        return self._undo.name() if self._undo else ""

    def offer_undo(self, text: Text, name: Text, take_back: Callable[[], None]) -> None:
        """Say that something was done, and offer to take it back.

        Args:
            text: what was done, for the status line.
            name: what is taken back, for the menu.
            take_back: does so.
        """
        self._set_undo(_Undo(name, take_back))
        self.told.emit(text)

    def undo(self) -> None:
        """Take back what was done last."""
        if self._undo is not None:
            take_back = self._undo.take_back
            self.tell(str)
            take_back()

    def _set_undo(self, undo: _Undo | None) -> None:
        self._undo = undo
        self.undo_changed.emit()
