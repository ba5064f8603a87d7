"""Import users and groups from a CSV file: choose it, see what it would change, take it or leave it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from erpsync_desktop.dialogs.help_window import offer_help
from erpsync_desktop.dialogs.remembered_size import remember_size, restore_size
from erpsync_desktop.model.directory import Directory
from erpsync_desktop.model.directory_changes import Change, PlannedChange
from erpsync_desktop.model.directory_csv import COLUMNS
from erpsync_desktop.widgets.directory_files import ReadFile, ask_for_file, read_file, save_file
from erpsync_desktop.widgets.directory_models import EntriesModel, Entry
from erpsync_desktop.widgets.entries_view import EntriesView
from erpsync_desktop.widgets.message_panel import MessagePanel, PlainLabel, words
from erpsync_desktop.widgets.sentences import Sentence, explain
from erpsync_desktop.widgets.tasks import Task, run_in_background
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Workspace


class ImportDialog(QDialog):
    """Shows what a file would change before anything changes.

    Signals:
        imported: how many entries were added and updated; the dialog is about to close.
    """

    imported = Signal(int, int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._read: ReadFile | None = None
        self._error: Exception | None = None
        self._path: Path | None = None
        self._task: Task | None = None
        self._create()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_result()
        metrics = self.fontMetrics()
        restore_size(self, QSize(metrics.averageCharWidth() * 110, metrics.height() * 30))

    def _create(self) -> None:
        self._intro, self._file, self._summary = (PlainLabel(self) for _ in range(3))
        self._file.setObjectName("fileLabel")
        self._summary.setObjectName("importSummary")
        self._choose, self._template, self._copy = (QPushButton(self) for _ in range(3))
        names = ("chooseFileButton", "saveTemplateButton", "copyErrorsButton")
        for button, name in zip((self._choose, self._template, self._copy), names, strict=True):
            button.setObjectName(name)
            button.setAutoDefault(False)
        self._model = EntriesModel(5, parent=self)
        self._changes = EntriesView(self._model, self)
        self._changes.setObjectName("changesView")
        self._changes.share_widths(2, 2, 4, 5, 3)
        self._errors = QPlainTextEdit(self)
        self._errors.setObjectName("errorsView")
        self._errors.setReadOnly(True)
        self._errors.setTabChangesFocus(True)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._changes)
        self._pages.addWidget(self._errors)
        self._failure = MessagePanel(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self._buttons.setObjectName("buttonBox")
        # No standard button: the box would call it OK again with each change of language.
        self._import = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._import.setObjectName("importButton")

    def _lay_out(self) -> None:
        files = QHBoxLayout()
        files.addWidget(self._choose)
        files.addWidget(self._template)
        files.addWidget(self._file, 1)
        files.addStretch()
        result = QHBoxLayout()
        result.addWidget(self._summary, 1)
        result.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.addWidget(self._intro)
        layout.addLayout(files)
        layout.addLayout(result)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._failure)
        layout.addWidget(self._buttons)
        self.setSizeGripEnabled(True)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._ask_file)
        self._template.clicked.connect(self._ask_template)
        self._copy.clicked.connect(self._copy_errors)
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        offer_help(self, "directory")

    # Choosing and reading

    def _ask_file(self) -> None:
        ask_for_file(self, self.tr("Choose a CSV file"), self.load)

    def load(self, path: Path) -> None:
        """Read a file and show what it would change, or why it cannot be taken."""
        self._stop()
        self._path, self._read, self._error = path, None, None
        self._failure.clear()
        workspace = self._workspace
        self._task = run_in_background(
            self,
            lambda _: read_file(path, workspace.directory()),
            done=self._file_read,
            failed=self._file_refused,
        )
        self._show_result()

    def _file_read(self, read: ReadFile) -> None:
        self._task, self._read = None, read
        self._show_result()
        if self._import.isEnabled():
            self._import.setFocus()

    def _file_refused(self, error: Exception) -> None:
        self._task, self._error = None, error
        self._show_result()

    def _ask_template(self) -> None:
        title = self.tr("Save a template")
        ask_for_file(self, title, self._save_template, save_as=self.tr("users-and-groups.csv"))

    def _save_template(self, path: Path) -> None:
        save_file(self, path, Directory(), self._template_saved)

    def _template_saved(self, failure: str) -> None:
        if failure:
            self._failure.show_sentences(
                Tone.ERROR, lambda: (words(self.tr("The template could not be saved."), failure),)
            )

    # Showing

    def _show_result(self) -> None:
        self._file.say(str(self._path) if self._path else "")
        self._model.set_entries(self._rows(self._read.planned) if self._read else ())
        problems = self._problems()
        self._errors.setPlainText("\n".join(problem.text for problem in problems))
        self._pages.setCurrentWidget(self._errors if problems else self._changes)
        self._copy.setVisible(bool(problems))
        self._summary.say(self._summary_text(len(problems)))
        self._import.setEnabled(self._task is None and self._changing() > 0)

    def _problems(self) -> Sequence[Sentence]:
        return explain(self._error) if self._error else ()

    def _changing(self) -> int:
        planned = self._read.planned if self._read else ()
        return sum(each.change is not Change.UNCHANGED for each in planned)

    def _summary_text(self, problems: int) -> str:
        if self._task:
            return self.tr("Reading the file …")
        if problems:
            return self.tr("Nothing can be imported until this is put right in the file:")
        if self._read is None:
            return self.tr("No file is chosen yet.")
        counts = Counter(each.change for each in self._read.planned)
        locale = QLocale()
        return self.tr("{new} new, {updated} updated, {unchanged} unchanged").format(
            new=locale.toString(counts[Change.NEW]),
            updated=locale.toString(counts[Change.UPDATED]),
            unchanged=locale.toString(counts[Change.UNCHANGED]),
        )

    def _rows(self, planned: Sequence[PlannedChange]) -> tuple[Entry, ...]:
        changes = {
            Change.NEW: self.tr("New"),
            Change.UPDATED: self.tr("Updated"),
            Change.UNCHANGED: self.tr("Unchanged"),
        }
        kinds = {True: self.tr("Group"), False: self.tr("User")}
        return tuple(
            Entry(
                str(place),
                (
                    changes[each.change],
                    kinds[each.entry.is_group],
                    each.entry.name,
                    each.entry.full_name,
                    each.entry.group,
                ),
            )
            for place, each in enumerate(planned)
        )

    def _copy_errors(self) -> None:
        QGuiApplication.clipboard().setText(self._errors.toPlainText())

    # Taking it

    def _take(self) -> None:
        if self._read is None or self._task:
            return
        entries, workspace = self._read.entries, self._workspace
        self._failure.clear()
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setFocus()
        self._task = run_in_background(
            self, lambda _: workspace.import_directory(entries), done=self._taken, failed=self._not_taken
        )
        self._import.setEnabled(False)

    def _taken(self, counts: tuple[int, int]) -> None:
        self._task = None
        self.imported.emit(*counts)
        self.accept()

    def _not_taken(self, error: Exception) -> None:
        self._task = None
        self._import.setEnabled(True)
        self._failure.show_sentences(Tone.ERROR, lambda: explain(error))

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
            self._task = None

    def done(self, result: int) -> None:
        """Close at once, whatever runs."""
        self._stop()
        remember_size(self)
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show_result()

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self.setWindowTitle(self.tr("Import users and groups"))
        intro = self.tr(
            "A CSV file with the columns {columns}; the kind is “user” or “group”. New users and groups are "
            "added, those that are there are updated, nobody is removed. Nothing changes before you choose "
            "Import."
        )
        self._intro.say(intro.format(columns=", ".join(COLUMNS)))
        self._choose.setText(self.tr("Choose &file …"))
        self._template.setText(self.tr("Save a &template …"))
        self._copy.setText(self.tr("&Copy all"))
        self._changes.setAccessibleName(self.tr("What the file changes"))
        self._errors.setAccessibleName(self.tr("What is wrong with the file"))
        self._model.set_headers(
            (
                self.tr("Change"),
                self.tr("Kind"),
                self.tr("Name"),
                self.tr("Full name"),
                self.tr("Group"),
            )
        )
        self._changes.set_empty_text(self.tr("Here stands what a file would change, once one is chosen."))
        self._import.setText(self.tr("&Import"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
