"""Import from a file: choose it, see what it would change, take it or leave it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from erpsync_desktop.dialogs.asking_dialog import NamingDialog
from erpsync_desktop.dialogs.help_window import offer_help
from erpsync_desktop.dialogs.remembered_size import remember_size, restore_size
from erpsync_desktop.model.directory_changes import Change
from erpsync_desktop.widgets.directory_models import EntriesModel, Entry
from erpsync_desktop.widgets.entries_view import EntriesView
from erpsync_desktop.widgets.files import ask_for_file, write_file
from erpsync_desktop.widgets.message_panel import MessagePanel, PlainLabel, words
from erpsync_desktop.widgets.sentences import Sentence, explain
from erpsync_desktop.widgets.tasks import Task, run_in_background
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Workspace

F = TypeVar("F")


class FileImportDialog(NamingDialog, Generic[F]):
    """Shows what a file would change before anything changes. A subclass says how it is read and taken.

    Args:
        workspace: where it is imported.
        name: the object name.
        help_anchor: the part of the help that is about it.
        shares: how the columns of the preview share the width.

    Signals:
        imported: how many entries were added and updated; the dialog is about to close.
    """

    imported = Signal(int, int)

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None,
        *,
        name: str,
        help_anchor: str,
        shares: tuple[int, ...],
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._read: F | None = None
        self._error: Exception | None = None
        self._path: Path | None = None
        self._task: Task | None = None
        self._create(shares)
        self._lay_out()
        self._connect()
        offer_help(self, help_anchor)
        self.retranslate()
        self._show_result()
        metrics = self.fontMetrics()
        restore_size(self, QSize(metrics.averageCharWidth() * 110, metrics.height() * 30))

    # What a subclass says

    def read_file(self, path: Path) -> F:
        """Read a file, and see what it would change. Called in the background."""
        raise NotImplementedError

    def take(self, read: F) -> tuple[int, int]:
        """Import what was read. Returns (added, updated). Called in the background."""
        raise NotImplementedError

    def changes(self, read: F) -> Iterable[Change]:
        """What each entry does."""
        raise NotImplementedError

    def rows(self, read: F) -> Sequence[tuple[str, ...]]:
        """What the preview shows of each entry."""
        raise NotImplementedError

    def file_kinds(self) -> str:
        """The name filter of the file dialog."""
        raise NotImplementedError

    def template(self) -> tuple[str, Callable[[], bytes]]:
        """The name that is proposed for a template, and what makes it."""
        raise NotImplementedError

    # How it is built

    def _create(self, shares: tuple[int, ...]) -> None:
        self._intro, self._file, self._summary = (PlainLabel(self) for _ in range(3))
        self._file.setObjectName("fileLabel")
        self._summary.setObjectName("importSummary")
        self._choose, self._template, self._copy = (QPushButton(self) for _ in range(3))
        names = ("chooseFileButton", "saveTemplateButton", "copyErrorsButton")
        for button, name in zip((self._choose, self._template, self._copy), names, strict=True):
            button.setObjectName(name)
            button.setAutoDefault(False)
        self._model = EntriesModel(len(shares), parent=self)
        self._changes = EntriesView(self._model, self)
        self._changes.setObjectName("changesView")
        self._changes.share_widths(*shares)
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

    # Choosing and reading

    def _ask_file(self) -> None:
        ask_for_file(self, self.tr("Choose a file"), self.file_kinds(), self.load)

    def load(self, path: Path) -> None:
        """Read a file and show what it would change, or why it cannot be taken."""
        self._stop()
        self._path, self._read, self._error = path, None, None
        self._failure.clear()
        read = self.read_file
        self._task = run_in_background(
            self, lambda _: read(path), done=self._file_read, failed=self._file_refused
        )
        self._show_result()

    def _file_read(self, read: F) -> None:
        self._task, self._read = None, read
        self._show_result()
        if self._import.isEnabled():
            self._import.setFocus()

    def _file_refused(self, error: Exception) -> None:
        self._task, self._error = None, error
        self._show_result()

    def _ask_template(self) -> None:
        name, make = self.template()

        def save(path: Path) -> None:
            write_file(self, path, make, self._template_saved)

        ask_for_file(self, self.tr("Save a template"), self.file_kinds(), save, save_as=name)

    def _template_saved(self, failure: str) -> None:
        if failure:
            self._failure.show_sentences(
                Tone.ERROR, lambda: (words(self.tr("The template could not be saved."), failure),)
            )

    # Showing

    def _show_result(self) -> None:
        self._file.say(str(self._path) if self._path else "")
        rows = self.rows(self._read) if self._read else ()
        self._model.set_entries([Entry(str(place), row) for place, row in enumerate(rows)])
        problems = self._problems()
        self._errors.setPlainText("\n".join(problem.text for problem in problems))
        self._pages.setCurrentWidget(self._errors if problems else self._changes)
        self._copy.setVisible(bool(problems))
        self._summary.say(self._summary_text(len(problems)))
        self._import.setEnabled(self._task is None and self._changing() > 0)

    def _problems(self) -> Sequence[Sentence]:
        return explain(self._error) if self._error else ()

    def _changing(self) -> int:
        changes = self.changes(self._read) if self._read else ()
        return sum(each is not Change.UNCHANGED for each in changes)

    def _summary_text(self, problems: int) -> str:
        if self._task:
            return self.tr("Reading the file …")
        if problems:
            return self.tr("Nothing can be imported until this is put right in the file:")
        if self._read is None:
            return self.tr("No file is chosen yet.")
        counts = Counter(self.changes(self._read))
        locale = QLocale()
        return self.tr("{new} new, {updated} updated, {unchanged} unchanged").format(
            new=locale.toString(counts[Change.NEW]),
            updated=locale.toString(counts[Change.UPDATED]),
            unchanged=locale.toString(counts[Change.UNCHANGED]),
        )

    def change_name(self, change: Change) -> str:
        """What an entry does, as a word."""
        names = {
            Change.NEW: self.tr("New"),
            Change.UPDATED: self.tr("Updated"),
            Change.UNCHANGED: self.tr("Unchanged"),
        }
        return names[change]

    def _copy_errors(self) -> None:
        QGuiApplication.clipboard().setText(self._errors.toPlainText())

    # Taking it

    def _take(self) -> None:
        if self._read is None or self._task:
            return
        read, take = self._read, self.take
        self._failure.clear()
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setFocus()
        self._task = run_in_background(self, lambda _: take(read), done=self._taken, failed=self._not_taken)
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

    def set_texts(self, title: str, intro: str, headers: Sequence[str]) -> None:
        """Name the window and the columns of the preview."""
        self.setWindowTitle(title)
        self._intro.say(intro)
        self._model.set_headers(headers)

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self._choose.setText(self.tr("Choose &file …"))
        self._template.setText(self.tr("Save a &template …"))
        self._copy.setText(self.tr("&Copy all"))
        self._changes.setAccessibleName(self.tr("What the file changes"))
        self._errors.setAccessibleName(self.tr("What is wrong with the file"))
        self._changes.set_empty_text(self.tr("Here stands what a file would change, once one is chosen."))
        self._import.setText(self.tr("&Import"))
        self.name_buttons()

    def name_buttons(self) -> None:
        """Name Cancel."""
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
