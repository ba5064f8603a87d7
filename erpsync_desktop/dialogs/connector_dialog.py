"""Add or edit a Sync Connector: its name and its address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from erpsync_desktop.dialogs.conflict_panel import ConflictPanel, Difference
from erpsync_desktop.dialogs.help_window import offer_help
from erpsync_desktop.dialogs.missing_line import MissingLine
from erpsync_desktop.dialogs.remembered_size import remember_size, restore_size
from erpsync_desktop.model.connector import (
    ConnectorCheck,
    ConnectorDraft,
    ConnectorState,
    SyncConnector,
    check_url,
    is_plain_http,
)
from erpsync_desktop.model.errors import NameTaken, Problem, ProblemCode, SavedMeanwhile
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.widgets.busy import BusyLine
from erpsync_desktop.widgets.fitted_scroll import FittedScroll
from erpsync_desktop.widgets.message_panel import MessagePanel, PlainLabel, words
from erpsync_desktop.widgets.sentences import Sentence, explain, sentence, stage_text
from erpsync_desktop.widgets.tasks import Task, run_in_background
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Capability, Workspace

CHECK_DELAY_MS = 600
"""The address is checked when nobody has typed in it for so long."""


class ConnectorDialog(QDialog):
    """Edits a ``ConnectorDraft`` and saves it.

    Signals:
        saved: the SyncConnector as saved; the dialog is about to close.
    """

    saved = Signal(object)

    def __init__(self, workspace: Workspace, draft: ConnectorDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("connectorDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._draft = self._opened = draft
        self._check: Task | None = None
        self._saving: Task | None = None
        self._theirs: SyncConnector | None = None
        self._create_inputs()
        self._create_messages()
        self._lay_out()
        self._connect()
        self._fill()
        self._retranslate()
        metrics = self.fontMetrics()
        restore_size(self, QSize(metrics.averageCharWidth() * 90, metrics.height() * 14))
        self._name.setFocus()

    def _create_inputs(self) -> None:
        self._name_label, self._url_label = QLabel(self), QLabel(self)
        self._name, self._url = QLineEdit(self), QLineEdit(self)
        self._name.setObjectName("nameEdit")
        self._url.setObjectName("urlEdit")
        self._url.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        for edit in (self._name, self._url):
            edit.setMaxLength(100_000)  # what is too long is said, not cut
        self._name_label.setBuddy(self._name)
        self._url_label.setBuddy(self._url)
        self._check_button = QPushButton(self)
        self._check_button.setObjectName("checkButton")
        self._check_button.setAutoDefault(False)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._buttons.setObjectName("buttonBox")
        self._ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self._typing_pause = QTimer(self)
        self._typing_pause.setSingleShot(True)
        self._typing_pause.setInterval(CHECK_DELAY_MS)
        self._growing = QTimer(self)
        self._growing.setSingleShot(True)

    def _create_messages(self) -> None:
        self._url_help = PlainLabel(self)
        self._name_problem, self._check_result, self._plain_http, self._failure = (
            MessagePanel(self) for _ in range(4)
        )
        self._name_problem.setObjectName("nameProblem")
        self._check_result.setObjectName("checkResult")
        self._plain_http.setObjectName("plainHttpWarning")
        self._failure.setObjectName("saveFailure")
        self._conflict = ConflictPanel(self)
        self._busy = BusyLine(self)
        self._busy.label.setObjectName("checkStatus")
        self._busy.hide()
        self._missing = MissingLine(self)

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        form.addWidget(self._name_label, 0, 0)
        form.addWidget(self._name, 0, 1, 1, 2)
        form.addWidget(self._name_problem, 1, 1, 1, 2)
        form.addWidget(self._url_label, 2, 0)
        form.addWidget(self._url, 2, 1)
        form.addWidget(self._check_button, 2, 2)
        form.addWidget(self._url_help, 3, 1, 1, 2)
        form.addWidget(self._busy, 4, 1, 1, 2)
        form.addWidget(self._check_result, 5, 1, 1, 2)
        form.addWidget(self._plain_http, 6, 1, 1, 2)
        content = QWidget(self)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(form)
        inside.addWidget(self._failure)
        inside.addWidget(self._conflict)
        self._room = FittedScroll(content, self, share=1.0)
        layout = QVBoxLayout(self)
        layout.addWidget(self._room)
        layout.addStretch(1)
        layout.addWidget(self._missing)
        layout.addWidget(self._buttons)
        self.setSizeGripEnabled(True)
        # A given width, so that the height of texts that wrap is known.
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)

    def _connect(self) -> None:
        self._name.textEdited.connect(self._type_name)
        self._url.textEdited.connect(self._type_url)
        self._url.editingFinished.connect(self._check_now)
        self._typing_pause.timeout.connect(self._check_now)
        self._check_button.clicked.connect(self._check_again)
        again = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
        again.activated.connect(self._check_again)
        offer_help(self, "connector")
        self._room.wantedChanged.connect(self._growing.start)
        self._growing.timeout.connect(self._grow)
        self._conflict.keepMine.connect(self._keep_mine)
        self._conflict.takeTheirs.connect(self._take_theirs)
        self._buttons.accepted.connect(self._save)
        self._buttons.rejected.connect(self.reject)

    # What is typed

    def _fill(self) -> None:
        self._name.setText(self._draft.name)
        self._url.setText(self._draft.url)
        self._draft_changed()

    def _type_name(self, text: str) -> None:
        self._draft = replace(self._draft, name=text)
        self._draft_changed()

    def _type_url(self, text: str) -> None:
        self._draft = replace(self._draft, url=text)
        self._stop_check()
        self._check_result.clear()
        self._typing_pause.start()
        self._draft_changed()

    def _draft_changed(self) -> None:
        missing = self._draft.missing()
        self._missing.show_missing(missing)
        self._ok.setEnabled(not missing and self._saving is None)
        self._check_button.setEnabled(self._callable and self._saving is None)
        at_name = next((p for p in missing if p.field == "name" and self._draft.name.strip()), None)
        self._name_problem.show_problem(Tone.ERROR, at_name)
        if is_plain_http(self._draft.url) and not check_url(self._draft.url):
            if self._plain_http.isHidden():
                self._plain_http.show_sentences(Tone.WARNING, self._plain_http_text)
        else:
            self._plain_http.clear()

    @property
    def _callable(self) -> bool:
        """Whether there is an address that can be asked from here."""
        return check_url(self._draft.url) is None and not self._needs_site

    @property
    def _needs_site(self) -> bool:
        can_call_apps = Capability.CALL_APP_CONNECTORS in self._workspace.capabilities
        return SyncConnector("", "", self._draft.url.strip()).needs_site and not can_call_apps

    # The check of the address

    def _check_now(self) -> None:
        """Ask the address, unless that was done already, or say why it cannot be asked."""
        self._typing_pause.stop()
        problem = check_url(self._draft.url)
        if problem and self._draft.url.strip():
            self._check_result.show_problem(Tone.ERROR, problem)
        elif not problem and self._needs_site:
            needs_site = Problem(ProblemCode.CONNECTOR_NEEDS_SITE, field="url")
            self._check_result.show_problem(Tone.INFO, needs_site)
        elif not problem and not self._check and not self._saving and not self._draft.current_check:
            self._start_check()

    def _check_again(self) -> None:
        self._stop_check()
        self._draft = replace(self._draft, check=None)
        self._check_now()

    def _start_check(self) -> None:
        url, workspace = self._draft.url.strip(), self._workspace
        self._check_result.clear()
        self._busy.show()
        self._busy.start(lambda: self.tr("Checking the address …"))
        self._check = run_in_background(
            self,
            lambda watch: workspace.check_connector(url, watch),
            done=self._checked,
            failed=self._check_failed,
            stage=lambda stage: self._busy.say(lambda: stage_text(stage)),
        )

    def _stop_check(self) -> None:
        self._typing_pause.stop()
        if self._check:
            self._check.cancel()
            self._check = None
        self._busy.stop()
        self._busy.hide()

    def _checked(self, check: ConnectorCheck) -> None:
        self._stop_check()
        self._draft = replace(self._draft, check=check)
        kind, make = self._check_text(check)
        self._check_result.show_sentences(kind, make)

    def _check_failed(self, error: Exception) -> None:
        self._stop_check()
        self._check_result.show_sentences(Tone.WARNING, lambda: explain(error))

    def _check_text(self, check: ConnectorCheck) -> tuple[Tone, Callable[[], Sequence[Sentence]]]:
        problem, missing = check.problem, check.missing_operations
        if problem:
            return Tone.WARNING, lambda: (
                sentence(problem),
                words("", self.tr("The connector can be saved all the same.")),
            )
        if missing:
            return Tone.WARNING, lambda: (
                words(
                    self.tr("The address answers as a Sync Connector, but does not offer everything."),
                    self.tr("Missing: {operations}").format(operations=", ".join(missing)),
                ),
            )
        if check.state is ConnectorState.ANSWERS_BY_ASSUMED_CONTRACT:
            return Tone.INFO, lambda: (
                words(
                    self.tr("The address answers as a Sync Connector."),
                    self.tr("It publishes no description of itself (WSDL); the usual contract was assumed."),
                ),
            )
        return Tone.OK, lambda: (words(self.tr("The address answers as a Sync Connector.")),)

    # Saving

    def _save(self) -> None:
        if self._saving or self._draft.missing():
            return
        self._stop_check()
        self._failure.clear()
        self._conflict.hide()
        self._set_saving(True)
        workspace, draft, before = self._workspace, self._draft.normalized(), self._opened
        self._saving = run_in_background(
            self,
            lambda watch: _save_or_take_back(workspace, draft, before, watch),
            done=self._save_done,
            failed=self._save_failed,
        )

    def _set_saving(self, saving: bool) -> None:
        if saving:
            self._cancel.setFocus()
            self._busy.show()
            self._busy.start(lambda: self.tr("Saving …"))
        else:
            self._saving = None
            self._busy.stop()
            self._busy.hide()
        for widget in (self._name, self._url, self._check_button, self._conflict):
            widget.setEnabled(not saving)
        self._ok.setEnabled(not saving)

    def _save_done(self, connector: SyncConnector) -> None:
        self._set_saving(False)
        self.saved.emit(connector)
        self.accept()

    def _save_failed(self, error: Exception) -> None:
        self._set_saving(False)
        if isinstance(error, SavedMeanwhile) and isinstance(error.theirs, SyncConnector):
            self._theirs = error.theirs
            self._conflict.show_differences(self._differences)
        elif isinstance(error, NameTaken):
            self._name_problem.show_problem(Tone.ERROR, error.problem)
            self._name.setFocus()
            self._name.selectAll()
        else:
            self._failure.show_sentences(Tone.ERROR, lambda: explain(error))
            self._ok.setFocus()

    def _differences(self) -> list[Difference]:
        mine, theirs = self._draft.normalized(), self._theirs
        if theirs is None:
            return []
        both = (
            Difference(self.tr("Name"), mine.name, theirs.name),
            Difference(self.tr("Connector URL"), mine.url, theirs.url),
        )
        return [each for each in both if each.mine != each.theirs] or list(both)

    def _keep_mine(self) -> None:
        if self._theirs:
            self._draft = replace(self._draft, version=self._theirs.version)
            self._opened = replace(
                self._opened, version=self._theirs.version, name=self._theirs.name, url=self._theirs.url
            )
            self._save()

    def _take_theirs(self) -> None:
        if self._theirs:
            self._name.setFocus()
            self._conflict.hide()
            theirs = self._theirs
            self._draft = replace(self._draft, version=theirs.version, name=theirs.name, url=theirs.url)
            self._opened = self._draft
            self._fill()
            self._check_again()

    def _grow(self) -> None:
        """Make room for a message that has come, as far as the screen has it."""
        lacking = self._room.wanted - self._room.height()
        most = self.screen().availableSize().height() - 2 * self.fontMetrics().height()
        if lacking > 0 and self.isVisible():
            self.resize(self.width(), max(self.height(), min(self.height() + lacking, most)))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Open with room for all."""
        super().showEvent(event)
        self._growing.start()

    # Closing

    def done(self, result: int) -> None:
        """Close at once, whatever runs."""
        self._stop_check()
        if self._saving:
            self._saving.cancel()
            self._saving = None
        remember_size(self)
        super().done(result)

    # Words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        new = self._draft.is_new
        self.setWindowTitle(self.tr("Add Sync Connector") if new else self.tr("Edit Sync Connector"))
        self._name_label.setText(self.tr("* &Name:"))
        self._url_label.setText(self.tr("* Connector &URL:"))
        self._url_help.say(
            self.tr(
                "The address that the provider of the sync app gave you: https://…, http://… or app://… "
                "Fields with * must be filled."
            )
        )
        self._check_button.setText(self.tr("Chec&k"))
        self._check_button.setToolTip(self.tr("Ask again whether a Sync Connector answers there (F5)"))
        self._ok.setText(self.tr("OK"))
        self._cancel.setText(self.tr("Cancel"))

    def _plain_http_text(self) -> tuple[Sentence, ...]:
        return (
            words(
                self.tr("This address is not encrypted."),
                self.tr("Passwords would travel in plain text. Use https:// if the connector offers it."),
            ),
        )


def _save_or_take_back(
    workspace: Workspace, draft: ConnectorDraft, before: ConnectorDraft, watch: Watch
) -> SyncConnector:
    """Save; where somebody cancelled before the save had ended, leave no trace of it."""
    watch.check()
    saved = workspace.save_connector(draft)
    if watch.cancelled and draft.is_new:
        workspace.delete_connector(saved.id)
        workspace.purge_connector(saved.id)
    elif watch.cancelled:
        workspace.save_connector(replace(before, version=saved.version))
    return saved
