"""Saving a connection from its dialog: the work, its stages, and what to do where it fails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erpsync_desktop.dialogs.conflict_panel import ConflictPanel, Difference
from erpsync_desktop.dialogs.deactivation import closing_text, deactivate, deactivating_text
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.errors import OperationCancelled, ProblemCode, SavedMeanwhile, SecretError
from erpsync_desktop.model.watch import Stage, Watch
from erpsync_desktop.widgets.busy import BusyLine
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.widgets.sentences import explain, stage_text
from erpsync_desktop.widgets.tasks import Task, run_in_background
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Workspace


class ConnectionSaving(QWidget):
    """Saves one draft at a time in the background.

    Signals:
        saved: the ErpConnection.
        failed: the exception; nothing was saved.
        retryWanted: the same is to be saved again.
        takenBack: a save that was cancelled has left no trace.
        overTheirs: ConnectionDraft as saved by somebody else, over which the own version is to be saved.
        theirsWanted: ConnectionDraft as saved by somebody else, to be shown instead.
        deactivated: the ErpConnection as it is saved after it was switched off.
    """

    saved = Signal(object)
    failed = Signal(object)
    retryWanted = Signal()  # noqa: N815
    takenBack = Signal()  # noqa: N815
    overTheirs = Signal(object)  # noqa: N815
    theirsWanted = Signal(object)  # noqa: N815
    deactivated = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._draft: ConnectionDraft | None = None
        self._task: Task | None = None
        self._fetching: Task | None = None
        self._deactivation: Task | None = None
        self._watch: Watch | None = None
        self._relay = _Relay()
        self._secrets_for_session = False
        self._taking_back = False
        self._reading = False
        self._busy = BusyLine(self)
        self._busy.label.setObjectName("saveStatus")
        self._busy.hide()
        self.panel, self._conflict = MessagePanel(self), ConflictPanel(self)
        self.panel.setObjectName("saveFailure")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._busy, self.panel, self._conflict):
            layout.addWidget(part)
        self._conflict.keepMine.connect(lambda: self._fetch(self.overTheirs.emit))
        self._conflict.takeTheirs.connect(lambda: self._fetch(self.theirsWanted.emit))

    @property
    def running(self) -> bool:
        """Whether something is being saved or taken back, or the connection is being switched off."""
        return self._watch is not None or self.deactivating

    @property
    def deactivating(self) -> bool:
        """Whether the connection is being switched off."""
        return self._deactivation is not None

    @property
    def taking_back(self) -> bool:
        """Whether a save was cancelled and is being taken back, or what is read after it is being ended."""
        return self._taking_back

    def start(self, draft: ConnectionDraft) -> None:
        """Save a complete draft."""
        self._draft, self._relay, self._taking_back, self._reading = draft, _Relay(), False, False
        self._stop_fetching()
        self.panel.clear()
        self._conflict.hide()
        self._busy.show()
        self._busy.start(lambda: self.tr("Saving …"))
        self._task = run_in_background(
            self, self._work(draft), done=self._done, failed=self._failed, stage=self._enter
        )
        self._task.finished.connect(self._ended)

    def take_back(self) -> None:
        """Ask for the running save to be undone. ``takenBack`` says when that is done.

        Where it is done already and only the ERP is read, that ends, and ``saved`` follows.
        """
        self._taking_back = True
        if self._watch:
            self._watch.cancel()
        self._busy.say(self._closing_text if self._reading else self._taking_back_text)

    def deactivate(self, connection_id: str) -> None:
        """Switch the connection off. ``deactivated`` or ``failed`` says how that ended."""
        workspace = self._workspace

        def work(watch: Watch) -> ErpConnection | None:
            deactivate(workspace, connection_id, watch)
            return workspace.connection_draft(connection_id).original

        self.panel.clear()
        self._busy.show()
        self._busy.start(deactivating_text)
        self._deactivation = run_in_background(self, work, done=self._switched_off, failed=self._failed)

    def say_closing(self) -> None:
        """Say that the dialog closes once the connection is switched off."""
        self._busy.say(closing_text)

    def forget(self) -> None:
        """Hear nothing more; a save that still runs is undone without anybody waiting for it."""
        for task in (self._task, self._deactivation):
            if task:
                task.cancel()
        self._stop_fetching()
        self._watch = self._task = self._deactivation = None

    def show_failure(self, error: Exception, differ: Callable[[ErpConnection], Sequence[Difference]]) -> None:
        """Say what went wrong, and offer what can be done about it.

        Args:
            error: why the save failed.
            differ: names what differs from the connection as somebody else saved it.
        """
        if isinstance(error, SavedMeanwhile) and isinstance(error.theirs, ErpConnection):
            theirs = error.theirs
            self._conflict.show_differences(lambda: differ(theirs))
            return
        self.panel.show_sentences(Tone.ERROR, lambda: explain(error))
        fits = not isinstance(error, SecretError) or error.problem.code is ProblemCode.SECRET_TOO_LONG
        if not fits and not self._secrets_for_session:
            self.panel.add_action(
                lambda: self.tr("Keep the secrets for this session only"),
                self._for_this_session,
                "sessionSecretsButton",
            ).setFocus()

    def _work(self, draft: ConnectionDraft) -> Callable[[Watch], ErpConnection]:
        own, for_session, workspace = Watch(self._relay.tell), self._secrets_for_session, self._workspace
        self._watch, relay = own, self._relay

        def work(outer: Watch) -> ErpConnection:
            # A watch of its own: how the save ends must be heard also after it was cancelled.
            relay.outer = outer
            outer.on_cancel(own.cancel)
            return workspace.save(draft, own, secrets_for_session=for_session)

        return work

    def _enter(self, stage: Stage) -> None:
        if not self._taking_back and not self._reading:
            self._reading = stage is Stage.READING_ERP
            self._busy.say(lambda: stage_text(stage))

    def _done(self, connection: ErpConnection) -> None:
        self._stop()
        self.saved.emit(connection)

    def _failed(self, error: Exception) -> None:
        self._stop()
        self.failed.emit(error)

    def _ended(self) -> None:
        """Nothing more comes; neither result nor error means that the save was cancelled and undone."""
        if self.running:
            self._stop()
            self.takenBack.emit()

    def _switched_off(self, connection: ErpConnection | None) -> None:
        self._stop()
        self.deactivated.emit(connection)

    def _stop(self) -> None:
        self._watch = self._task = self._deactivation = None
        self._taking_back = self._reading = False
        self._busy.stop()
        self._busy.hide()

    def _for_this_session(self) -> None:
        self._secrets_for_session = True
        self.retryWanted.emit()

    def _fetch(self, then: Callable[[ConnectionDraft], None]) -> None:
        """Read the connection as it is saved now, and go on with that."""
        if self._draft is None:
            return
        connection_id, workspace = self._draft.id, self._workspace
        self._conflict.hide()
        self._stop_fetching()
        self._fetching = run_in_background(
            self,
            lambda _watch: workspace.connection_draft(connection_id),
            done=then,
            failed=lambda error: self.panel.show_sentences(Tone.ERROR, lambda: explain(error)),
        )

    def _stop_fetching(self) -> None:
        if self._fetching:
            self._fetching.cancel()
            self._fetching = None

    def _taking_back_text(self) -> str:
        return self.tr("Taking back what was begun … (Cancel closes without waiting)")

    def _closing_text(self) -> str:
        return self.tr("Saved. Closing …")


class _Relay:
    """Tells the stages of a save to the task that runs it; a task that was given up hears nothing."""

    def __init__(self) -> None:
        self.outer: Watch | None = None

    def tell(self, stage: Stage) -> None:
        if self.outer:
            with suppress(OperationCancelled):
                self.outer.enter(stage)
