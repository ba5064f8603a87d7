"""Define or configure an ERP connection."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from erpsync_desktop.dialogs.confirm import confirm
from erpsync_desktop.dialogs.connection_differences import differences
from erpsync_desktop.dialogs.connection_fields import ConnectionFields
from erpsync_desktop.dialogs.connection_page import ConnectionPage
from erpsync_desktop.dialogs.connection_saving import ConnectionSaving
from erpsync_desktop.dialogs.connector_dialog import ConnectorDialog
from erpsync_desktop.dialogs.deactivation import offer_deactivation
from erpsync_desktop.dialogs.error_dialog import show_error
from erpsync_desktop.dialogs.help_window import offer_help
from erpsync_desktop.dialogs.missing_line import MissingLine
from erpsync_desktop.dialogs.remembered_size import remember_size, restore_size
from erpsync_desktop.dialogs.test_section import TestSection
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import ConnectorDraft, SyncConnector
from erpsync_desktop.model.directory import Directory, Scope
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.errors import InvalidInput, NameTaken, Problem, ProblemCode
from erpsync_desktop.model.outcome import ConnectionTest
from erpsync_desktop.widgets.message_panel import words
from erpsync_desktop.widgets.sentences import Sentence, explain
from erpsync_desktop.widgets.tasks import Task, run_in_background
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Workspace

_SLOW_SECONDS = 0.005
"""A judgement of the draft that takes longer waits until typing pauses."""
_PAUSE_MS = 150


class ConnectionDialog(QDialog):
    """Shows a ``ConnectionDraft``, tests it and saves it. What is missing and what counts, the draft decides.

    Signals:
        saved: the ErpConnection as saved; the dialog is about to close.
    """

    saved = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        draft: ConnectionDraft,
        connectors: tuple[SyncConnector, ...],
        directory: Directory,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("connectionDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._draft, self._directory = workspace, draft, directory
        self._connectors = _offered(connectors, draft.connector)
        self._touched = False
        self._testing: Task | None = None
        self._side_task: Task | None = None
        self._judged_slowly = False
        self._close_wanted = False
        self._focus_before: QWidget | None = None
        self._create_parts()
        self._lay_out()
        self._connect()
        self._retranslate()
        restore_size(self, QSize(self.sizeHint().width(), self.fontMetrics().height() * 44))
        self._show_all()

    def _create_parts(self) -> None:
        self._page = ConnectionPage(self._directory, self)
        self._fields = ConnectionFields(self._workspace, self._page, lambda: self._draft, self)
        self._test = TestSection(self)
        self._saving = ConnectionSaving(self._workspace, self)
        self._missing = MissingLine(self)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._buttons.setObjectName("buttonBox")
        self._ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)

    def _lay_out(self) -> None:
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Sunken)
        layout = QVBoxLayout(self)
        for part in (self._page, line, self._test, self._saving, self._missing, self._buttons):
            layout.addWidget(part, 1 if part is self._page else 0)
        self.setSizeGripEnabled(True)
        # A given width, so that the height of texts that wrap is known.
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)

    def _connect(self) -> None:
        page, saving = self._page, self._saving
        page.nameEdited.connect(lambda text: self._edit(replace(self._draft, name=text)))
        page.descriptionEdited.connect(lambda text: self._edit(replace(self._draft, description=text)))
        page.connectorChosen.connect(self._choose_connector)
        page.edit_connector.clicked.connect(self._open_connector)
        page.scope.scopeEdited.connect(lambda scope: self._edit(replace(self._draft, scope=scope)))
        page.scope.linkClicked.connect(self._open_scope)
        page.form.built.connect(self._order_tabs)
        self._fields.edited.connect(self._edit)
        self._fields.loaded.connect(self._take_fields)
        self._test.testWanted.connect(self._start_test)
        self._test.cancelWanted.connect(self._cancel_test)
        QShortcut(QKeySequence(Qt.Key.Key_F5), self).activated.connect(self._start_test)
        offer_help(self, "connection")
        saving.saved.connect(self._save_done)
        saving.failed.connect(self._save_failed)
        saving.takenBack.connect(super().reject)
        saving.retryWanted.connect(self._save)
        saving.overTheirs.connect(self._save_over)
        saving.theirsWanted.connect(self._take_theirs)
        saving.deactivated.connect(self._deactivated)
        self._pause.timeout.connect(self._judge)
        self._buttons.accepted.connect(self._save)
        self._buttons.rejected.connect(self.reject)

    # The draft

    def _show_all(self) -> None:
        draft, page = self._draft, self._page
        page.show_draft(draft)
        page.show_connectors(self._connectors, draft.connector)
        page.keyring.show_problem(Tone.WARNING, draft.secret_problem)
        if draft.locked:
            offer_deactivation(page.locked, Tone.INFO, self._locked_text, self._deactivate)
        else:
            page.locked.clear()
        self._fields.show()
        self._judge()
        page.name.setFocus()

    def _edit(self, draft: ConnectionDraft) -> None:
        """Take a change that somebody made."""
        self._touched = True
        self._draft = draft
        if self._judged_slowly:
            self._pause.start()
        else:
            self._judge()

    def _judge(self) -> None:
        """Show what the draft thinks of itself."""
        self._pause.stop()
        began = time.perf_counter()
        missing = self._draft.missing()
        self._judged_slowly = time.perf_counter() - began > _SLOW_SECONDS
        self._missing.show_missing(self._with_running_test(missing))
        ready = not missing and not self._saving.running
        self._ok.setEnabled(ready)
        (self._ok if ready else self._test.test_button).setDefault(True)
        name = next((p for p in missing if p.field == "name" and self._draft.name.strip()), None)
        self._page.name_problem.show_problem(Tone.ERROR, name)
        if self._draft.result and self._draft.tested != self._draft.configuration:
            self._test.say(lambda: self.tr("Changed since the last test."))

    def _with_running_test(self, missing: tuple[Problem, ...]) -> tuple[Problem, ...]:
        if not self._testing:
            return missing
        running = Problem(ProblemCode.TEST_RUNNING, field="test")
        return tuple(running if problem.field == "test" else problem for problem in missing)

    # Connector and fields

    def _choose_connector(self, connector_id: str) -> None:
        before = self._draft.connector
        chosen = next((each for each in self._connectors if each.id == connector_id), None)
        if before and chosen and before.id == chosen.id:
            return
        self._fields.put_aside()
        self._touched = True
        self._set_connector(chosen)

    def _set_connector(self, connector: SyncConnector | None) -> None:
        self._draft = self._draft.with_connector(connector)
        self._page.show_connectors(self._connectors, connector)
        if self._draft.fields is None:
            self._fields.show()
        self._judge()

    def _take_fields(self, draft: ConnectionDraft) -> None:
        self._draft = draft
        self._judge()

    def _open_connector(self) -> None:
        """Open the connector's own dialog; what is typed here stays."""
        if self._side_task and self._side_task.running:
            return
        connector = self._draft.connector
        wanted = connector.id if connector else None
        self._side_task = run_in_background(
            self,
            lambda _watch: self._workspace.connector_draft(wanted),
            done=self._edit_connector,
            failed=self._connector_not_opened,
        )

    def _drop_connector(self) -> None:
        """Open the connector's dialog no more, if it is not open yet: something else was wanted meanwhile."""
        if self._side_task:
            self._side_task.cancel()

    def _connector_not_opened(self, error: Exception) -> None:
        show_error(self, error)

    def _edit_connector(self, draft: ConnectorDraft) -> None:
        dialog = ConnectorDialog(self._workspace, draft, self)
        dialog.saved.connect(self._connector_saved)
        dialog.open()

    def _connector_saved(self, connector: SyncConnector) -> None:
        others = [each for each in self._connectors if each.id != connector.id]
        self._connectors = _sorted((*others, connector))
        if self._draft.connector and self._draft.connector.id == connector.id:
            self._fields.put_aside()
        else:
            self._touched = True
        self._set_connector(connector)

    # Scope

    def _open_scope(self) -> None:
        from erpsync_desktop.dialogs.scope_dialog import ScopeDialog

        self._drop_connector()
        dialog = ScopeDialog(self._directory, self._draft.scope, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take_scope(dialog.scope))
        dialog.open()

    def _take_scope(self, scope: Scope) -> None:
        self._page.scope.show_scope(scope)
        self._edit(replace(self._draft, scope=scope))

    # Testing

    def _start_test(self) -> None:
        if self._testing or self._saving.running:
            return
        problems = self._draft.untestable()
        if problems:
            self._test.panel.clear()  # what an earlier test said is no answer to this one
            self._show_problems(problems)
            self._test.say(lambda: self.tr("Something is missing before the test."))
            return
        snapshot, workspace = self._draft, self._workspace
        self._test.begin()
        self._testing = run_in_background(
            self,
            lambda watch: workspace.test(snapshot, watch),
            done=lambda result: self._tested(result, snapshot),
            failed=self._test_failed,
            stage=self._test.enter,
        )
        self._testing.finished.connect(self._test_ended)
        self._judge()

    def _cancel_test(self) -> None:
        if self._testing:
            self._testing.cancel()

    def _test_ended(self) -> None:
        """Nothing more comes of a test; without a result, it was cancelled."""
        if self._testing:
            self._testing = None
            self._test.end(lambda: self.tr("Test cancelled."))
            self._judge()

    def _tested(self, result: ConnectionTest, snapshot: ConnectionDraft) -> None:
        self._testing = None
        self._draft = self._draft.with_test(result, of=snapshot)
        self._test.show_result(result)
        if result.problem and result.problem.field:
            self._show_problems((result.problem,))
        self._judge()

    def _test_failed(self, error: Exception) -> None:
        self._testing = None
        self._test.end(lambda: self.tr("The test could not be made."))
        self._test.panel.show_sentences(Tone.ERROR, lambda: explain(error))
        if isinstance(error, InvalidInput):
            self._show_problems(error.problems)
        self._judge()

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        """Say beside each input what is wrong with it, and put the keyboard into the first."""
        for problem in problems:
            key = problem.field.removeprefix("field:")
            if key != problem.field:
                self._page.form.set_problem(key, problem)
        target = self._input_of(problems[0].field)
        if target:
            target.setFocus()
            self._page.ensureWidgetVisible(target, 0, 4 * self.fontMetrics().height())

    def _input_of(self, field: str) -> QWidget | None:
        page = self._page
        if field.startswith("field:"):
            return page.form.focus_field(field.removeprefix("field:"))
        if field == "connector":
            return page.connector if page.connector.isEnabled() else page.edit_connector
        inputs: dict[str, QWidget] = {
            "name": page.name,
            "url": page.edit_connector,
            "scope": page.scope.link if page.scope.link.isEnabled() else page.scope.specific,
            "description": page.description,
            "test": self._test.test_button,
        }
        return inputs.get(field)

    # Saving

    def _save(self) -> None:
        missing = self._draft.missing()
        if missing or self._saving.running:
            if missing:
                self._judge()
                self._show_problems(missing)
            return
        self._cancel_test()
        self._drop_connector()
        self._set_saving(True)
        self._saving.start(self._draft)

    def _set_saving(self, saving: bool) -> None:
        if saving:
            self._focus_before = self.focusWidget()
            self._cancel.setFocus()
        for part in (self._page, self._test, self._ok):
            part.setEnabled(not saving)

    def _save_done(self, connection: ErpConnection) -> None:
        self.saved.emit(connection)
        self.accept()

    def _save_failed(self, error: Exception) -> None:
        self._set_saving(False)
        self._judge()
        if self._cancel.hasFocus() and self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus()  # Enter on Cancel would throw away what was typed
        if isinstance(error, NameTaken):
            self._page.name_problem.show_problem(Tone.ERROR, error.problem)
            self._page.name.setFocus()
            self._page.name.selectAll()
        elif isinstance(error, InvalidInput):
            self._show_problems(error.problems)
        self._saving.show_failure(
            error,
            lambda theirs: differences(self._draft, theirs, self._connectors, self._directory),
        )

    def _save_over(self, fresh: ConnectionDraft) -> None:
        self._draft = self._draft.typed_over(fresh)
        self._judge()
        if self._draft.missing():
            self._test.test_button.setFocus()
        else:
            self._save()

    def _take_theirs(self, fresh: ConnectionDraft) -> None:
        self._touched = False
        self._draft = fresh
        self._connectors = _offered(self._connectors, fresh.connector)
        self._show_all()

    # Deactivating

    def _deactivate(self) -> None:
        if not self._saving.running:
            self._close_wanted = False
            self._saving.deactivate(self._draft.id)
            self._judge()

    def _deactivated(self, connection: ErpConnection) -> None:
        self._draft = self._draft.deactivated(connection)
        self._page.locked.clear()
        self._page.connector.setEnabled(True)
        self._page.connector.setFocus()
        self._fields.show()
        self._judge()
        if self._close_wanted:
            self._close_or_ask()

    # Closing

    def reject(self) -> None:
        """Close at once without a trace; where something is being saved, as soon as that is taken back."""
        if self._saving.deactivating:
            self._close_wanted = True
            self._saving.say_closing()
            return
        if self._saving.running and not self._saving.taking_back:
            self._saving.take_back()
            return
        super().reject()

    def done(self, result: int) -> None:
        """Stop whatever runs, and close."""
        self._fields.stop()
        self._pause.stop()
        for task in (self._testing, self._side_task):
            if task:
                task.cancel()
        self._saving.forget()
        remember_size(self)
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc stops a running test first, and asks before typed text is lost."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._testing:
            self._cancel_test()
        else:
            self._close_or_ask()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Ask before typed text is lost, if somebody closed the window; never when the program quits."""
        if event.spontaneous() and (self._saving.deactivating or self.would_lose):
            event.ignore()
            self._close_or_ask()
            return
        if self._saving.deactivating:  # the program quits and waits for nothing
            self.done(QDialog.DialogCode.Rejected)
        super().closeEvent(event)

    @property
    def would_lose(self) -> bool:
        """Whether closing it now would throw away what somebody typed."""
        return self._touched and not self._saving.running

    def _close_or_ask(self) -> None:
        if not self.would_lose:
            self.reject()
            return
        self._drop_connector()
        confirm(
            self,
            self.windowTitle(),
            self.tr("What was typed here is not saved. Discard it?"),
            self.tr("Discard"),
            self.reject,
        )

    # Words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._page.show_connectors(self._connectors, self._draft.connector)

    def _retranslate(self) -> None:
        new = self._draft.is_new
        self.setWindowTitle(
            self.tr("Define new ERP connection") if new else self.tr("Configure ERP connection")
        )
        self._ok.setText(self.tr("OK"))
        self._cancel.setText(self.tr("Cancel"))

    def _locked_text(self) -> tuple[Sentence, ...]:
        return (
            words(
                self.tr("The connection is active, so its connector and configuration cannot be changed."),
                self.tr("To change them, deactivate the ERP connection. It then stops synchronising."),
            ),
        )

    def _order_tabs(self) -> None:
        """Put what follows the configuration fields behind them, however late they were built."""
        previous: QWidget = self._page.form.last_focus or self._page.scope.link
        section = self._test
        following = (
            self._page.description, section.test_button, section.cancel_button, self._ok, self._cancel
        )  # fmt: skip
        for widget in following:
            QWidget.setTabOrder(previous, widget)
            previous = widget


def _offered(connectors: Sequence[SyncConnector], chosen: SyncConnector | None) -> tuple[SyncConnector, ...]:
    """The connectors to choose from: those in use, and the chosen one whatever became of it."""
    offered = {each.id: each for each in connectors if not each.deleted_at}
    if chosen:
        offered[chosen.id] = chosen
    return _sorted(tuple(offered.values()))


def _sorted(connectors: Sequence[SyncConnector]) -> tuple[SyncConnector, ...]:
    return tuple(sorted(connectors, key=lambda each: each.name.casefold()))
