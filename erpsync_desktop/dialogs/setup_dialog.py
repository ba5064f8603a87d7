"""What the dialogs share that configure a connection: loading, locking, saving, refreshing from the ERP."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from erpsync_desktop.dialogs.asking_dialog import AskingDialog
from erpsync_desktop.dialogs.conflict_panel import ConflictPanel, Difference
from erpsync_desktop.dialogs.deactivation import (
    closing_text,
    deactivate,
    deactivating_text,
    offer_deactivation,
)
from erpsync_desktop.dialogs.help_window import offer_help
from erpsync_desktop.dialogs.missing_line import MissingLine
from erpsync_desktop.dialogs.remembered_size import remember_size, restore_size
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.errors import ErpSyncError, Problem, ProblemCode, SavedMeanwhile
from erpsync_desktop.model.watch import Stage, Watch
from erpsync_desktop.widgets.busy import BusyLine
from erpsync_desktop.widgets.entries_view import set_tab_order
from erpsync_desktop.widgets.message_panel import MessagePanel, words
from erpsync_desktop.widgets.sentences import Sentence, explain, shown_name, stage_text
from erpsync_desktop.widgets.tasks import Task, run_in_background
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Workspace

_FRESH_SECONDS = 60
"""What was read from the ERP so lately is not asked for again at once."""
_WRITES = frozenset({"save", "take", "deactivate"})
"""Work that leaves a trace: the dialog stays until it is known how that ended."""


class SetupDialog(AskingDialog):
    """Loads in the background, shows a body, saves in the background; read-only while a connection is active.

    A subclass makes the body and says what is loaded, shown and saved (see "What a subclass says"). It calls
    ``reload`` at the end of its constructor, and ``judge`` after each change that somebody made.

    Args:
        workspace: where the connection is.
        connection: as it is in the list.
        name: the dialog's object name.
        parent: the window.
        goto: a reason against activation; ``go_to`` is called with it once the body is shown.

    Signals:
        saved: something of the connection was saved, or it was switched off here.
    """

    saved = Signal()

    def __init__(
        self,
        workspace: Workspace,
        connection: ErpConnection,
        name: str,
        parent: QWidget | None,
        *,
        goto: Problem | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.workspace, self.connection = workspace, connection
        self._goto = goto
        self._loaded = False
        self._tasks: dict[str, Task] = {}
        self._texts: dict[str, Callable[[], str]] = {}
        self._asked_by_hand = False
        self._create_parts()
        self.body = self.make_body()
        self._lay_out()
        self._connect()
        self._retranslate_frame()
        metrics = self.fontMetrics()
        restore_size(self, QSize(metrics.averageCharWidth() * 150, metrics.height() * 40))

    # What a subclass says

    def make_body(self) -> QWidget:
        """Make what is shown once the data are there; called once, before anything is loaded."""
        raise NotImplementedError

    def load(self, watch: Watch) -> Any:
        """Load all that is shown; may block, is called off the GUI thread."""
        raise NotImplementedError

    def show_loaded(self, loaded: Any) -> None:
        """Show what was loaded. Called again after a reload; edits that were made are then to be kept."""
        raise NotImplementedError

    def show_locked(self, locked: bool) -> None:
        """Take no changes while ``locked``; everything can still be looked at."""
        raise NotImplementedError

    def problems(self) -> Sequence[Problem]:
        """Why saving is off; empty where everything can be saved."""
        return ()

    @property
    def changed(self) -> bool:
        """Whether something stands here that is not saved."""
        raise NotImplementedError

    def saving(self) -> Callable[[Watch], Any]:
        """What saves what stands here now; called on the GUI thread, runs off it. It may raise anything."""
        raise NotImplementedError

    def differences(self, theirs: Any) -> Sequence[Difference]:
        """Name what differs from what somebody else saved (``SavedMeanwhile.theirs``)."""
        raise NotImplementedError

    def keep_mine(self, theirs: Any) -> None:
        """What stands here is to go over what somebody else saved; saved again afterwards."""
        raise NotImplementedError

    def take_theirs(self, theirs: Any) -> None:
        """Show what somebody else saved; of what stands here, keep what does not clash."""
        raise NotImplementedError

    def go_to(self, place: Problem) -> None:
        """Go to where a reason against activation is put right."""

    def retranslate(self) -> None:
        """Say everything in the language that is set, the window's title too."""
        raise NotImplementedError

    locks_while_active = True
    """Whether it is read-only while the connection is active."""

    help_anchor = "configure"
    """The part of the help that is about it."""

    # What a subclass says that can refresh from the ERP (``refreshes`` is then true)

    refreshes = False

    def erp_read_at(self) -> datetime | None:
        """When what is shown was read from the ERP."""
        return None

    @property
    def was_read(self) -> bool:
        """Whether anything of what is shown was read from the ERP."""
        return self.erp_read_at() is not None

    def explain_news(self, error: Exception) -> Sequence[Sentence]:
        """Say why the ERP could not be asked."""
        return explain(error)

    def read_news(self, watch: Watch) -> Any:
        """Ask the ERP anew and compare; None where nothing differs. Raises what cannot be asked."""
        raise NotImplementedError

    def news_dialog(self, news: Any) -> QDialog:
        """A dialog that shows what differs; accepting it means to take it over."""
        raise NotImplementedError

    def taking(self, news: Any) -> Callable[[Watch], Any]:
        """What takes the news over, off the GUI thread; afterwards everything is loaded again."""
        raise NotImplementedError

    # How it is built

    def _create_parts(self) -> None:
        self.locked_panel, self.news_panel = MessagePanel(self), MessagePanel(self)
        self.locked_panel.setObjectName("lockedPanel")
        self.news_panel.setObjectName("newsPanel")
        self.message = MessagePanel(self)
        self.message.setObjectName("messagePanel")
        self._busy = BusyLine(self)
        self._busy.label.setObjectName("busyLabel")
        self._conflict = ConflictPanel(self)
        self.missing = MissingLine(self, saves=True)
        self.refresh_button = QPushButton(self)
        self.refresh_button.setObjectName("refreshErpButton")
        self.refresh_button.setAutoDefault(False)
        self.refresh_button.setVisible(self.refreshes)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.setObjectName("buttonBox")
        self.save_button = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save_button.setEnabled(False)
        self._theirs: Any = None
        self._focus_before: QWidget | None = None
        self._close_wanted = False

    def _lay_out(self) -> None:
        self._empty = QWidget(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.body)
        bottom = QHBoxLayout()
        bottom.addWidget(self.refresh_button)
        bottom.addWidget(self.buttons, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.locked_panel)
        layout.addWidget(self.news_panel)
        layout.addWidget(self._stack, 1)
        for part in (self.message, self._conflict, self._busy, self.missing):
            layout.addWidget(part)
        layout.addLayout(bottom)
        self.setSizeGripEnabled(True)
        self._busy.hide()

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)
        self.refresh_button.clicked.connect(lambda: self._ask_news(by_hand=True))
        if self.refreshes:
            key = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
            key.activated.connect(self.refresh_button.click)
        self._conflict.keepMine.connect(self._keep_mine)
        self._conflict.takeTheirs.connect(self._take_theirs)
        offer_help(self, self.help_anchor)

    def order_tabs(self, *stops: QWidget) -> None:
        """Have the Tab key go through these of the body, and then to what is below it."""
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        set_tab_order((*stops, self.refresh_button, self.save_button, cancel))

    # Loading

    def reload(self) -> None:
        """Load everything (again)."""
        self.message.clear()
        self._run("load", self.load, self._show, self._not_loaded, lambda: self.tr("Loading …"))

    def _show(self, loaded: Any) -> None:
        first, self._loaded = not self._loaded, True
        self.show_loaded(loaded)
        self._stack.setCurrentWidget(self.body)
        self._lock()
        self.judge()
        if first and self._goto is not None:
            self.go_to(self._goto)
        if first and self.refreshes:
            read_at = self.erp_read_at()
            fresh = read_at is not None and (datetime.now(UTC) - read_at).total_seconds() < _FRESH_SECONDS
            if not fresh:
                self._ask_news(by_hand=False)

    def _not_loaded(self, error: Exception) -> None:
        self.show_error(error)
        self.message.add_action(lambda: self.tr("Try again"), self.reload, "retryButton").setFocus()

    def show_error(self, error: Exception) -> None:
        """Say what went wrong below the body."""
        self.message.show_sentences(Tone.ERROR, lambda: explain(error))

    # Locking

    @property
    def locked(self) -> bool:
        """Whether it takes no changes because the connection is active."""
        return self.locks_while_active and self.connection.active

    def _lock(self) -> None:
        self.show_locked(self.locked)
        self._offer_refresh()
        if not self.locked:
            self.locked_panel.clear()
            return
        tone = Tone.WARNING if self.changed else Tone.INFO
        offer_deactivation(self.locked_panel, tone, self._locked_text, self._deactivate)

    def _locked_text(self) -> tuple[Sentence, ...]:
        if self.changed:
            text = self.tr("“{name}” is active by now, so what was changed here is not saved yet.")
            remedy = self.tr("To save it, deactivate the ERP connection. It then stops synchronising.")
        else:
            text = self.tr("“{name}” is active, so this can be looked at but not changed.")
            remedy = self.tr("To change it, deactivate the ERP connection. It then stops synchronising.")
        return (words(text.format(name=shown_name(self.connection.name)), remedy),)

    def _deactivate(self) -> None:
        if self.message.kind is Tone.ERROR:
            self.message.clear()
        workspace, connection_id = self.workspace, self.connection.id
        self._run(
            "deactivate",
            lambda watch: deactivate(workspace, connection_id, watch),
            self._deactivated,
            self.show_error,
            deactivating_text,
        )

    def _deactivated(self, _result: Any) -> None:
        self.connection = replace(self.connection, active=False)
        self._lock()
        self.judge()
        self._give_focus_back()
        self.saved.emit()
        self._close_if_wanted()

    # Saving

    def judge(self) -> None:
        """Show whether it can be saved, and why not."""
        problems = self.problems() if self._loaded and not self.locked else ()
        self.missing.setVisible(bool(problems))
        if problems:
            self.missing.show_missing(problems)
        ready = self._loaded and not self.locked and not problems and not self._writing
        self.save_button.setEnabled(ready)

    def save(self) -> None:
        """Save what stands here, and close. Where nothing changed, only close."""
        if not self.save_button.isEnabled():
            return
        if not self.changed:
            self.accept()
            return
        self._focus_before = self.focusWidget()
        self.setFocus()  # neither to what is about to be disabled nor to Cancel, which Enter would press
        self.message.clear()
        self._conflict.hide()
        self.body.setEnabled(False)
        self._run("save", self.saving(), self._saved, self._save_failed, lambda: self.tr("Saving …"))
        self.judge()

    def _saved(self, _result: Any) -> None:
        self.saved.emit()
        self.accept()

    def _save_failed(self, error: Exception) -> None:
        self.body.setEnabled(True)
        self.message.clear()
        self.judge()
        self._give_focus_back(self._focus_before)
        if isinstance(error, SavedMeanwhile):
            self._theirs = error.theirs
            self._conflict.show_differences(lambda: self.differences(self._theirs))
            return
        self._not_written(error)

    def _not_written(self, error: Exception) -> None:
        """Say why something was not written; where it is locked by now, the panel about that says it."""
        locked = isinstance(error, ErpSyncError) and error.problem.code is ProblemCode.SETUP_LOCKED
        if locked and self.locks_while_active:
            self.connection = replace(self.connection, active=True)
            self._lock()
        else:
            self.show_error(error)
        self.judge()

    def _give_focus_back(self, before: QWidget | None = None) -> None:
        """Put the keyboard to where it was, or to where it was last in the body."""
        for widget in (before, self.body.focusWidget()):
            if widget is not None and isValid(widget) and widget.isVisible() and widget.isEnabled():
                widget.setFocus()
                return
        self.body.setFocus()

    def _keep_mine(self) -> None:
        self._give_focus_back()
        self._conflict.hide()
        self.keep_mine(self._theirs)
        self.judge()
        self.save()

    def _take_theirs(self) -> None:
        self._conflict.hide()
        self.take_theirs(self._theirs)
        self.judge()
        self._give_focus_back()

    # Refreshing

    def _ask_news(self, *, by_hand: bool) -> None:
        """Ask in the background. By hand, what is being asked silently is taken over, and its end is told."""
        if self.locked or not self._loaded:
            return
        self._asked_by_hand = by_hand
        if by_hand and self.refresh_button.hasFocus():
            self._give_focus_back()
        self._run("news", self.read_news, self._show_news, self._not_asked, None)
        if by_hand:
            self._begin_to_say("news", lambda: self.tr("Asking the ERP …"))
            self._offer_refresh()

    def _offer_refresh(self) -> None:
        asked = "news" in self._tasks and self._asked_by_hand
        self.refresh_button.setEnabled(self._loaded and not self.locked and not self._writing and not asked)

    def _show_news(self, news: Any) -> None:
        self.news_panel.clear()
        if news is None:
            if self._asked_by_hand:
                self.news_panel.show_sentences(
                    Tone.OK, lambda: (words(self.tr("Nothing has changed in the ERP.")),)
                )
        elif self._asked_by_hand and not self._writing:
            self._open_news(news)
        else:
            self.news_panel.show_sentences(Tone.WARNING, self._news_text)
            self.news_panel.add_action(
                lambda: self.tr("Show changes"), lambda: self._open_news(news), "showChangesButton"
            )

    def _news_text(self) -> tuple[Sentence, ...]:
        return (words(self.tr("The fields or lists of the ERP have changed since they were read.")),)

    def _open_news(self, news: Any) -> None:
        if self._writing:
            return
        dialog = self.news_dialog(news)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take(news))
        dialog.open()

    def _take(self, news: Any) -> None:
        self.news_panel.clear()
        take = self.taking(news)
        self._run("take", take, self._taken, self._not_written, lambda: self.tr("Saving …"))
        self.judge()

    def _taken(self, _result: Any) -> None:
        self.saved.emit()
        self.reload()
        self._close_if_wanted()

    def _not_asked(self, error: Exception) -> None:
        if self._asked_by_hand:
            self.news_panel.show_sentences(Tone.ERROR, lambda: self.explain_news(error))
            return
        self.news_panel.show_sentences(Tone.INFO, lambda: (self._old_text(), *self.explain_news(error)))

    def _old_text(self) -> Sentence:
        if not self.was_read:
            return words(self.tr("The ERP could not be asked."))
        return words(
            self.tr("The ERP could not be asked whether something changed; what is shown was read before.")
        )

    # Background work

    def _run(
        self,
        what: str,
        work: Callable[[Watch], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        text: Callable[[], str] | None,
    ) -> None:
        """Run one piece of work of each kind at a time, with a busy line where there is a text."""
        if what in self._tasks:
            return

        def stage(now: Stage) -> None:
            if what in self._texts:
                self._busy.say(lambda: stage_text(now))

        def ending(then: Callable[[Any], None], *, ill: bool = False) -> Callable[[Any], None]:
            def end(outcome: Any) -> None:
                self._tasks.pop(what, None)
                if ill:
                    self._close_wanted = False  # there is something to read now
                self._end_saying(what)
                self._offer_refresh()
                then(outcome)

            return end

        if text is not None:
            self._begin_to_say(what, text)
        self._tasks[what] = run_in_background(
            self, work, done=ending(done), failed=ending(failed, ill=True), stage=stage
        )
        self._offer_refresh()

    def _begin_to_say(self, what: str, text: Callable[[], str]) -> None:
        self._texts[what] = text
        self._busy.show()
        self._busy.start(text)

    def _end_saying(self, what: str) -> None:
        """Say what else still runs, if anything does."""
        if self._texts.pop(what, None) is None:
            return
        if self._texts:
            self._busy.say(next(reversed(self._texts.values())))
        else:
            self._busy.stop()
            self._busy.hide()

    # Closing

    @property
    def _writing(self) -> bool:
        return not _WRITES.isdisjoint(self._tasks)

    def reject(self) -> None:
        """Close; while something is being written, as soon as it is known how that ended."""
        if not self._writing:
            super().reject()
            return
        self._close_wanted = True
        self.message.show_sentences(Tone.INFO, lambda: (words(closing_text()),))

    def _close_if_wanted(self) -> None:
        """Close after something was written, if that was wanted meanwhile; ask before changes are lost."""
        wanted, self._close_wanted = self._close_wanted, False
        if wanted:
            self.message.clear()
            self.close_or_ask()

    def done(self, result: int) -> None:
        """Stop whatever runs, and close."""
        for task in list(self._tasks.values()):
            task.cancel()
        self._tasks.clear()
        if self._loaded:
            remember_size(self)
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Ask before changes are lost, if somebody closed the window; never when the program quits."""
        if event.spontaneous() and self._writing:
            event.ignore()
            self.close_or_ask()
            return
        if self._writing:  # the program quits and waits for nothing
            self.done(QDialog.DialogCode.Rejected)
        super().closeEvent(event)

    @property
    def would_lose(self) -> bool:
        """Whether closing it now would throw away what somebody changed."""
        return self._loaded and self.changed and not self._writing

    # Words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate_frame()

    def name_buttons(self) -> None:
        """Name Save and Cancel."""
        self.save_button.setText(self.save_text())
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))

    def _retranslate_frame(self) -> None:
        self.name_buttons()
        self.refresh_button.setText(self.tr("Refresh from ERP"))
        self.retranslate()

    def say_title(self, template: str) -> None:
        """Name the window after the connection, which may be called anything.

        Args:
            template: the title, with ``{name}``.
        """
        self.setWindowTitle(template.format(name=shown_name(self.connection.name)))

    def save_text(self) -> str:
        """What the button says that saves and closes."""
        return self.tr("Save")
