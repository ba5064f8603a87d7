"""What the pages beside the Sync tab share: they follow a workspace, and take back what was removed last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from erpsync_desktop.dialogs.error_dialog import show_error
from erpsync_desktop.ui.page_reader import PageReader
from erpsync_desktop.widgets.filter_box import FilterBox
from erpsync_desktop.widgets.message_panel import MessagePanel, words
from erpsync_desktop.widgets.tasks import run_in_background
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Workspace

T = TypeVar("T")


class WorkspacePage(QWidget):
    """A page about one workspace at a time.

    Args:
        name: what its object names begin with.
        rows: reads what it shows; called in the background.

    Signals:
        loaded(): the rows of the workspace are shown.
        undoChanged(): there is something to take back now, or no longer.
    """

    loaded = Signal()
    undoChanged = Signal()  # noqa: N815  named as Qt names signals

    def __init__(self, name: str, rows: Callable[[Workspace], Any], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Page")
        self._name = name
        self._workspace: Workspace | None = None
        self._take_back: Callable[[Workspace], object] | None = None
        self._message = MessagePanel(self)
        self._message.setObjectName(f"{name}Message")
        self._reader = PageReader(rows, self)
        self._reader.read.connect(self._read)
        self._reader.failed.connect(lambda error: show_error(self, error))

    # What a page says

    def show_rows(self, rows: Any) -> None:
        """Show what was read; None shows nothing."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        raise NotImplementedError

    # The workspace and its rows

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Show another workspace, or none, and follow its changes."""
        self._workspace = workspace
        self._message.clear()
        self._remember(None)
        self.show_rows(None)
        self._reader.set_workspace(workspace)

    def _read(self, rows: Any) -> None:
        self.show_rows(rows)
        self.loaded.emit()

    def _in_background(self, work: Callable[[Workspace], T], done: Callable[[T], None]) -> None:
        workspace = self._workspace
        if workspace:
            run_in_background(self, lambda _: work(workspace), done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        show_error(self, error)
        self._reader.reload()

    def _find_in(self, filter_box: FilterBox) -> None:
        """Have the key for finding go to a filter."""

        def find() -> None:
            filter_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            filter_box.selectAll()

        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(find)

    # Taking back

    @property
    def undo_name(self) -> str:
        """What ``undo`` would take back; empty for nothing."""
        return self.tr("Undo removal") if self._take_back else ""

    def _remember(self, take_back: Callable[[Workspace], object] | None) -> None:
        self._take_back = take_back
        self.undoChanged.emit()

    def _offer_undo(self, report: Callable[[], str], take_back: Callable[[Workspace], object]) -> None:
        """Say what was removed, and offer to put it back.

        Args:
            report: says it in the language of the moment.
            take_back: puts it back; called in the background.
        """
        self._remember(take_back)
        self._message.show_sentences(Tone.INFO, lambda: (words(report()),))
        name = f"undo{self._name.capitalize()}Button"
        self._message.add_action(lambda: self.tr("Und&o"), self.undo, name)
        self._reader.reload()

    def undo(self) -> None:
        """Put back what was removed last."""
        take_back = self._take_back
        self._remember(None)
        self._message.clear()
        if take_back:
            self._in_background(take_back, lambda _: self._reader.reload())

    # Files

    def _report_import(self, added: int, updated: int) -> None:
        def text() -> str:
            locale = QLocale()
            return self.tr("Imported: {added} new, {updated} updated.").format(
                added=locale.toString(added), updated=locale.toString(updated)
            )

        self._message.show_sentences(Tone.OK, lambda: (words(text()),))
        self._reader.reload()

    def _report_written(self, path: Path, failure: str) -> None:
        """Say that a file was written, or why it was not."""
        if failure:
            self._message.show_sentences(
                Tone.ERROR,
                lambda: (words(self.tr("The file {path} could not be written.").format(path=path), failure),),
            )
        else:
            self._message.show_sentences(
                Tone.OK, lambda: (words(self.tr("Exported to {path}.").format(path=path)),)
            )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
