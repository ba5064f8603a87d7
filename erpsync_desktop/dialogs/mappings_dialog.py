"""Mappings: which ERP field goes with which SuperOffice field, and in which direction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from erpsync_desktop.dialogs.conflict_panel import Difference
from erpsync_desktop.dialogs.erp_changes_dialog import ErpChangesDialog
from erpsync_desktop.dialogs.mapping_differences import mapping_differences
from erpsync_desktop.dialogs.mapping_editor import MappingEditor
from erpsync_desktop.dialogs.mapping_edits import barred_changes
from erpsync_desktop.dialogs.mapping_news import News, read_again, read_news
from erpsync_desktop.dialogs.mapping_results import Copied, copied_text, mapped_text
from erpsync_desktop.dialogs.mapping_rows import Prepared, prepared
from erpsync_desktop.dialogs.mapping_tabs import ActorTabs
from erpsync_desktop.dialogs.mapping_toolbar import MappingToolbar
from erpsync_desktop.dialogs.setup_dialog import SetupDialog
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import ErpSchema
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.mapping import rules_of
from erpsync_desktop.model.mapping_draft import MappingDraft
from erpsync_desktop.model.sync_setup import SyncContext, SyncSetup
from erpsync_desktop.widgets.message_panel import MessagePanel, words
from erpsync_desktop.widgets.sentences import Sentence, sentence
from erpsync_desktop.widgets.theme import Tone

if TYPE_CHECKING:
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.workspace.protocol import Workspace

Loaded = tuple[SyncContext, dict[str, Prepared]]


class MappingsDialog(SetupDialog):
    """A tab for each actor type that the connector supports.

    Args:
        workspace: where the connection is.
        connection: as it is in the list.
        parent: the window.
        goto: a reason against activation; its actor type and field are shown.
    """

    refreshes = True

    def __init__(
        self,
        workspace: Workspace,
        connection: ErpConnection,
        parent: QWidget | None = None,
        *,
        goto: Problem | None = None,
    ) -> None:
        super().__init__(workspace, connection, "mappingsDialog", parent, goto=goto)
        self.reload()

    def make_body(self) -> QWidget:
        """The tabs, and below them what is done with a whole tab."""
        body = QWidget(self)
        self.editor = MappingEditor(self._work, self)
        self.erp_panel, self.result_panel = MessagePanel(body), MessagePanel(body)
        self.erp_panel.setObjectName("erpPanel")
        self.result_panel.setObjectName("resultPanel")
        self.tabs = ActorTabs(self.editor, body)
        self.toolbar = MappingToolbar(body)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.erp_panel)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.result_panel)
        layout.addWidget(self.toolbar)
        body.setFocusProxy(self.tabs)
        self._connect_body()
        return body

    def _connect_body(self) -> None:
        bar, editor = self.toolbar, self.editor
        editor.changed.connect(self._changed)
        editor.activeRefused.connect(self._refused)
        self.tabs.retryWanted.connect(self._retry)
        self.tabs.currentChanged.connect(self._tell_toolbar)
        bar.autoMapWanted.connect(self._map_automatically)
        bar.resetWanted.connect(lambda: editor.reset(self.tabs.actor_type))
        bar.unmapAllWanted.connect(lambda: editor.unmap_all(self.tabs.actor_type))
        bar.copyWanted.connect(self._copy_from)
        bar.undoWanted.connect(partial(editor.step, back=True))
        bar.redoWanted.connect(partial(editor.step, back=False))
        redo = dict.fromkeys(
            (*QKeySequence.keyBindings(QKeySequence.StandardKey.Redo), QKeySequence("Ctrl+Y"))
        )
        self._shortcut([QKeySequence(QKeySequence.StandardKey.Undo)], bar.undo.click)
        self._shortcut([*redo], bar.redo.click)
        self._shortcut([QKeySequence(QKeySequence.StandardKey.Find)], self.tabs.go_to_filter)

    def _shortcut(self, keys: list[QKeySequence], deed: Callable[[], None]) -> None:
        shortcut = QShortcut(self)
        shortcut.setKeys(keys)
        shortcut.activated.connect(deed)

    # Loading

    def load(self, watch: Watch) -> Loaded:
        """All that is known of the connection, and the rows of its tables as they are saved."""
        context = self.workspace.sync_context(self.connection.id, watch)
        rules = (rules_of(context, one) for one in context.setup.actors)
        return context, {one.mapping.actor_type: prepared(one) for one in rules}

    def show_loaded(self, loaded: Loaded) -> None:
        """Show it; edits made so far stay."""
        first, (context, rows) = not self.editor.is_open, loaded
        self.editor.open(context)
        self.tabs.make_pages()
        self.order_tabs(*self.tabs.stops, *self.toolbar.stops)
        self.toolbar.set_siblings(context.siblings)
        self._show_erp_problem(context.erp)
        self.tabs.show_draft(rows=rows)
        self._tell_toolbar()
        if first and self.tabs.page is not None:
            self.tabs.page.focus_first()

    def erp_read_at(self) -> datetime | None:
        """When the fields were read from the ERP."""
        return self.draft.context.erp.read_at if self.editor.is_open else None

    def _show_erp_problem(self, erp: ErpSchema) -> None:
        problem = erp.problem
        if problem is not None:
            self.erp_panel.show_sentences(Tone.ERROR, lambda: (sentence(problem),))
            self.erp_panel.add_action(lambda: self.tr("Try again"), self.reload, "retryErpButton")
        elif self.tabs.pages:
            self.erp_panel.clear()
        else:
            self.erp_panel.show_sentences(
                Tone.INFO, lambda: (words(self.tr("The Sync Connector names no actor type.")),)
            )

    # Changing it

    @property
    def draft(self) -> MappingDraft:
        """What stands here now. Raises RuntimeError before anything was loaded."""
        return self.editor.draft

    def _changed(self, before: MappingDraft | None, actor_type: str) -> None:
        self.result_panel.clear()
        self.tabs.look_at(actor_type)
        self.tabs.show_draft(before)
        self._tell_toolbar()
        self.judge()

    def _refused(self, _actor_type: str, error: Exception) -> None:
        """The box of what cannot be synchronised (any more) was ticked."""
        self.tabs.show_draft()
        self.show_error(error)

    def _tell_toolbar(self) -> None:
        page = self.tabs.page
        self.toolbar.tell(
            can_edit=page is not None and not self.locked,
            has_fields=page is not None and page.has_fields,
            actor=self.tabs.actor_type,
            can_undo=self.editor.can_undo,
            can_redo=self.editor.can_redo,
        )

    def _work(self, work: Callable[[Watch], Any], done: Callable[[Any], None]) -> None:
        """Do in the background what would hold the screen; nothing can be changed meanwhile."""
        if "change" in self._tasks:
            return
        focus = self.focusWidget()
        self.body.setEnabled(False)
        self.save_button.setEnabled(False)

        def free() -> None:
            self.body.setEnabled(True)
            self.judge()
            if focus is not None:
                focus.setFocus(Qt.FocusReason.OtherFocusReason)

        def finished(outcome: Any) -> None:
            free()
            done(outcome)

        def failed(error: Exception) -> None:
            free()
            self.show_error(error)

        self._run("change", work, finished, failed, lambda: self.tr("Working …"))

    def _map_automatically(self) -> None:
        actor_type = self.tabs.actor_type
        count = self.editor.map_automatically(actor_type)
        self._say_result(Tone.OK if count else Tone.INFO, partial(mapped_text, actor_type, count))

    def _copy_from(self, sibling: str, name: str) -> None:
        workspace = self.workspace

        def read(watch: Watch) -> SyncSetup:
            return workspace.sync_context(sibling, watch, ask=False).setup

        def told(copied: Copied) -> None:
            self._say_result(copied.tone, partial(copied_text, name, copied))

        self.editor.copy(read, self.tabs.actor_type, told)

    def _say_result(self, tone: Tone, make: Callable[[], Sequence[Sentence]]) -> None:
        self.result_panel.show_sentences(tone, make)
        self.result_panel.add_action(lambda: self.tr("Close"), self.result_panel.clear, "closeResultButton")

    # Saving

    @property
    def changed(self) -> bool:
        """Whether something stands here that is not saved."""
        return self.editor.is_open and self.draft.changed

    def problems(self) -> Sequence[Problem]:
        """Directions that were changed here and are against the rules by now."""
        return barred_changes(self.draft)

    def saving(self) -> Callable[[Watch], SyncSetup]:
        """Save what was changed."""
        workspace, connection_id, draft = self.workspace, self.connection.id, self.draft
        return lambda _watch: workspace.save_setup(connection_id, draft.context.setup, draft.setup)

    def differences(self, theirs: SyncSetup) -> Sequence[Difference]:
        """Name what both changed, field by field."""
        return tuple(mapping_differences(self.draft, theirs))

    def keep_mine(self, theirs: SyncSetup) -> None:
        """Put what stands here over what was saved meanwhile; what does not clash goes together."""
        self.editor.merge(theirs, prefer_mine=True)

    def take_theirs(self, theirs: SyncSetup) -> None:
        """Take what was saved meanwhile; what does not clash goes together."""
        self.editor.merge(theirs, prefer_mine=False)

    def show_locked(self, locked: bool) -> None:
        """Take no changes."""
        self.editor.locked = locked
        self.tabs.set_locked(locked)
        self._tell_toolbar()

    def go_to(self, place: Problem) -> None:
        """Show the field that a reason is about, and say the reason below the table."""
        self.tabs.go_to(place)

    def done(self, result: int) -> None:
        """Remember order and widths."""
        if self.tabs.page is not None:
            self.tabs.page.save_columns()
        super().done(result)

    # Refreshing

    def read_news(self, watch: Watch) -> News | None:
        """Ask the ERP anew. Raises what could not be asked where nothing else is to be said."""
        return read_news(self.workspace, self.connection.id, self.draft.context.erp, watch)

    def news_dialog(self, news: News) -> QDialog:
        """Show what is new, gone or changed."""
        return ErpChangesDialog(news[0], (), self, in_use=self.draft.setup.in_use())

    def taking(self, news: News) -> Callable[[Watch], SyncContext]:
        """Take it over."""
        workspace, connection_id = self.workspace, self.connection.id
        return lambda _watch: workspace.take_erp(connection_id, news[1])

    def _retry(self) -> None:
        """Read again what could not be read; ask before anything else that changed is taken over."""
        workspace, connection_id, before = self.workspace, self.connection.id, self.draft.context.erp

        def read(watch: Watch) -> News | None:
            return read_again(workspace, connection_id, before, watch)

        def came(news: News | None) -> None:
            if news is None:
                self._taken(None)
            else:
                self._open_news(news)

        self._run("retry", read, came, self.show_error, lambda: self.tr("Asking the ERP …"))

    # Words

    def save_text(self) -> str:
        """As SuperOffice's documentation names it."""
        return self.tr("Done")

    def retranslate(self) -> None:
        """Say everything in the language that is set; the pages do so themselves."""
        self.say_title(self.tr("Mappings – {name}"))
        self.tabs.say_tabs()
