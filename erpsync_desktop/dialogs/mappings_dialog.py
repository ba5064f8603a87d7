"""Mappings: which ERP field goes with which SuperOffice field, and in which direction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from erpsync_desktop.dialogs.conflict_panel import Difference
from erpsync_desktop.dialogs.erp_changes_dialog import ErpChangesDialog
from erpsync_desktop.dialogs.mapping_differences import mapping_differences
from erpsync_desktop.dialogs.mapping_edits import Step, applied, barred_changes
from erpsync_desktop.dialogs.mapping_history import History
from erpsync_desktop.dialogs.mapping_model import IN_SEARCH
from erpsync_desktop.dialogs.mapping_page import ActorPage
from erpsync_desktop.dialogs.mapping_rows import Prepared, prepared, problems_of
from erpsync_desktop.dialogs.mapping_toolbar import MappingToolbar
from erpsync_desktop.dialogs.setup_dialog import SetupDialog
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import ActorChanges, ErpSchema, compare
from erpsync_desktop.model.errors import ErpSyncError, InvalidInput, Problem
from erpsync_desktop.model.mapping import rules_of
from erpsync_desktop.model.mapping_draft import MappingDraft
from erpsync_desktop.model.setup_merge import merged
from erpsync_desktop.model.sync_setup import Direction, SyncContext, SyncSetup
from erpsync_desktop.widgets.actor_names import actor_name
from erpsync_desktop.widgets.message_panel import MessagePanel, words
from erpsync_desktop.widgets.sentences import Sentence, sentence, shown_name
from erpsync_desktop.widgets.theme import Tone, status_icon

if TYPE_CHECKING:
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.workspace.protocol import Workspace

_AT_ONCE = 40
"""Changes of more rows than that are made in the background."""
_MOST_SAID = 5
"""Reasons why something could not be taken over that are said; more are counted."""
Loaded = tuple[SyncContext, dict[str, Prepared]]
News = tuple[tuple[ActorChanges, ...], ErpSchema]


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
        self._draft: MappingDraft | None = None
        self._history: History[SyncSetup] = History()
        self._pages: dict[str, ActorPage] = {}
        body = QWidget(self)
        self.erp_panel, self.result_panel = MessagePanel(body), MessagePanel(body)
        self.erp_panel.setObjectName("erpPanel")
        self.result_panel.setObjectName("resultPanel")
        self.tabs = QTabWidget(body)
        self.tabs.setObjectName("actorTabs")
        self.toolbar = MappingToolbar(body)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.erp_panel)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.result_panel)
        layout.addWidget(self.toolbar)
        body.setFocusProxy(self.tabs)
        self._connect_toolbar()
        return body

    def _connect_toolbar(self) -> None:
        bar = self.toolbar
        bar.autoMapWanted.connect(self._map_automatically)
        bar.resetWanted.connect(self._reset)
        bar.unmapAllWanted.connect(self._unmap_all)
        bar.copyWanted.connect(self._copy_from)
        bar.undoWanted.connect(partial(self._step_in_history, back=True))
        bar.redoWanted.connect(partial(self._step_in_history, back=False))
        redo = dict.fromkeys(
            (*QKeySequence.keyBindings(QKeySequence.StandardKey.Redo), QKeySequence("Ctrl+Y"))
        )
        for keys, button in (([QKeySequence(QKeySequence.StandardKey.Undo)], bar.undo), ([*redo], bar.redo)):
            shortcut = QShortcut(self)
            shortcut.setKeys(keys)
            shortcut.activated.connect(button.click)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._find)
        self.tabs.currentChanged.connect(self._tab_changed)

    # Loading

    def load(self, watch: Watch) -> Loaded:
        """All that is known of the connection, and the rows of its tables as they are saved."""
        context = self.workspace.sync_context(self.connection.id, watch)
        rules = (rules_of(context, one) for one in context.setup.actors)
        return context, {one.mapping.actor_type: prepared(one) for one in rules}

    def show_loaded(self, loaded: Loaded) -> None:
        """Show it; edits made so far stay."""
        before, (context, rows) = self._draft, loaded
        setup = context.setup
        if before is not None and before.changed:
            setup = merged(before.context.setup, before.setup, context.setup)
        self._draft = MappingDraft(context, setup)
        self._history.clear()
        self._make_pages()
        self.toolbar.set_siblings(context.siblings)
        self._show_erp_problem(context.erp)
        self._show_draft(rows=rows)
        if before is None and self.tabs.count():
            self._current_page().focus_first()

    def erp_read_at(self) -> datetime | None:
        """When the fields were read from the ERP."""
        return self._draft.context.erp.read_at if self._draft else None

    def _make_pages(self) -> None:
        wanted = [one.actor_type for one in self.draft.setup.actors]
        if wanted == list(self._pages):
            return
        current = self._current_page().actor_type if self._pages else ""
        self.tabs.clear()
        for page in self._pages.values():
            page.deleteLater()
        self._pages = {actor_type: self._page(actor_type) for actor_type in wanted}
        for page in self._pages.values():
            self.tabs.addTab(page, "")
        if current in self._pages:
            self.tabs.setCurrentWidget(self._pages[current])

    def _page(self, actor_type: str) -> ActorPage:
        page = ActorPage(actor_type)
        page.activeWanted.connect(partial(self._set_active, actor_type))
        page.retryWanted.connect(self._retry)
        page.model.crmFieldWanted.connect(partial(self._set_crm_field, actor_type))
        page.model.shownWanted.connect(partial(self._set_shown, actor_type))
        page.view.directionWanted.connect(partial(self._set_direction, actor_type))
        page.view.directionClicked.connect(partial(self._click_direction, actor_type))
        page.view.unmapWanted.connect(partial(self._unmap, actor_type))
        page.view.toggleWanted.connect(partial(self._toggle_shown, actor_type))
        return page

    def _show_erp_problem(self, erp: ErpSchema) -> None:
        problem = erp.problem
        if problem is None and self._pages:
            self.erp_panel.clear()
            return
        if problem is None:
            self.erp_panel.show_sentences(
                Tone.INFO, lambda: (words(self.tr("The Sync Connector names no actor type.")),)
            )
            return
        self.erp_panel.show_sentences(Tone.ERROR, lambda: (sentence(problem),))
        self.erp_panel.add_action(lambda: self.tr("Try again"), self.reload, "retryErpButton")

    # What it shows

    @property
    def draft(self) -> MappingDraft:
        """What stands here now. Raises RuntimeError before anything was loaded."""
        if self._draft is None:
            raise RuntimeError("nothing is loaded yet")
        return self._draft

    def _current_page(self) -> ActorPage:
        page = self.tabs.currentWidget()
        if not isinstance(page, ActorPage):
            raise TypeError("there is no tab")
        return page

    def _show_draft(
        self, before: MappingDraft | None = None, rows: Mapping[str, Prepared] | None = None
    ) -> None:
        """Show the draft where it differs from another, with rows that were made before."""
        for actor_type, page in self._pages.items():
            if before is not None and before.setup.actor(actor_type) is self.draft.setup.actor(actor_type):
                continue
            rules, ready = self.draft.rules(actor_type), (rows or {}).get(actor_type)
            if ready is not None:
                page.model.prepare(ready)
            same = ready is not None and rules.mapping == self.draft.context.setup.actor(actor_type)
            page.show_rules(rules, ready.problems if ready is not None and same else problems_of(rules))
        self._say_tabs()
        self._tell_toolbar()

    def _say_tabs(self) -> None:
        bar = self.tabs.tabBar()
        for place, (actor_type, page) in enumerate(self._pages.items()):
            name, count = actor_name(actor_type), page.trouble_count
            said = self._tab_text(page, name, count)
            bar.setTabText(place, name.replace("&", "&&"))
            bar.setTabToolTip(place, said)
            bar.setAccessibleTabName(place, said)
            bar.setTabIcon(place, status_icon(page.tone))

    def _tab_text(self, page: ActorPage, name: str, count: int) -> str:
        if count:
            return self.tr("{actor}: %n problems", "", count).format(actor=name)
        if page.tone is Tone.OK:
            return self.tr("{actor}: synchronised").format(actor=name)
        return self.tr("{actor}: not synchronised").format(actor=name)

    def _tell_toolbar(self) -> None:
        self.toolbar.tell(
            can_edit=bool(self._pages) and not self.locked,
            has_fields=bool(self._pages) and self._current_page().has_fields,
            actor=self._current_page().actor_type if self._pages else "",
            can_undo=self._history.can_undo,
            can_redo=self._history.can_redo,
        )

    def _tab_changed(self) -> None:
        if self._draft is not None and self._pages:
            self._tell_toolbar()

    def _find(self) -> None:
        if self._pages:
            page = self._current_page()
            page.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            page.filter.selectAll()

    # Changing it

    def _set_active(self, actor_type: str, active: bool) -> None:
        """The box may have been ticked for what cannot be synchronised (any more)."""
        try:
            self._take_draft(self.draft.with_active(actor_type, active), actor_type)
        except InvalidInput as error:
            self._show_draft()
            self.show_error(error)

    def _set_crm_field(self, actor_type: str, key: str, crm_key: str) -> None:
        self._change(actor_type, [key], lambda draft, one: draft.with_crm_field(actor_type, one, crm_key))

    def _unmap(self, actor_type: str, keys: list[str]) -> None:
        self._change(actor_type, keys, lambda draft, key: draft.with_crm_field(actor_type, key, ""))

    def _set_direction(self, actor_type: str, keys: list[str], direction: Direction) -> None:
        self._change(actor_type, keys, lambda draft, key: draft.with_direction(actor_type, key, direction))

    def _click_direction(self, actor_type: str, key: str, direction: Direction) -> None:
        """A click on the chosen one takes it away."""
        if self.locked:
            return
        chosen = self.draft.row(actor_type, key).mapping.direction
        wanted = Direction.NONE if chosen is direction else direction
        self._set_direction(actor_type, [key], wanted)

    def _set_shown(self, actor_type: str, key: str, column: int, shown: bool) -> None:
        self._change(actor_type, [key], _showing(actor_type, column, shown))

    def _toggle_shown(self, actor_type: str, keys: list[str], column: int) -> None:
        """Tick all, or untick them where all that can be ticked are."""
        actor = self.draft.setup.actor(actor_type)
        chosen = set(keys)
        fields = [one for one in actor.fields if one.erp_key in chosen] if actor else []
        ticked = [one.show_in_search if column == IN_SEARCH else one.show_in_tab for one in fields]
        self._change(actor_type, keys, _showing(actor_type, column, not all(ticked)), quiet=any(ticked))

    def _change(self, actor_type: str, keys: Sequence[str], step: Step, *, quiet: bool = False) -> None:
        """Make the same change for some fields, and say which of them it is barred for."""
        if self.locked:
            return
        draft = self.draft
        said = partial(self._changed, actor_type, len(keys), quiet=quiet)
        if len(keys) <= _AT_ONCE:
            said(applied(draft, keys, step))
        else:
            self._work(lambda _watch: applied(draft, keys, step), said)

    def _changed(
        self, actor_type: str, count: int, made: tuple[MappingDraft, tuple[Problem, ...]], *, quiet: bool
    ) -> None:
        draft, barred = made
        self._take_draft(draft, actor_type)
        if not barred or (quiet and count > len(barred)):
            return
        why = self.tr("Not possible: {why}").format(why=sentence(barred[0]).text)
        if count > 1:
            head = self.tr("%n of the selected fields were not changed.", "", len(barred))
            why = f"{head} {sentence(barred[0]).text}"
        self._pages[actor_type].show_attempt(why)

    def _take_draft(self, draft: MappingDraft, actor_type: str) -> None:
        before = self.draft
        if draft.setup == before.setup:
            return
        self._history.add(before.setup, actor_type)
        self._draft = draft
        self.result_panel.clear()
        self._show_draft(before)
        self.judge()

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

    # What is done with a whole tab

    def _map_automatically(self) -> None:
        actor_type = self._current_page().actor_type
        before = self.draft
        self._take_draft(before.mapped_automatically(actor_type), actor_type)
        count = _count_mapped(self.draft, actor_type) - _count_mapped(before, actor_type)
        self._say_result(Tone.OK if count else Tone.INFO, partial(self._mapped_text, actor_type, count))

    def _mapped_text(self, actor_type: str, count: int) -> tuple[Sentence, ...]:
        actor = shown_name(actor_name(actor_type))
        if not count:
            none = self.tr("{actor}: no further field has a key that is known.").format(actor=actor)
            return (words(none, self.tr("Choose the SuperOffice fields by hand.")),)
        text = self.tr("{actor}: %n fields were mapped, without a direction.", "", count).format(actor=actor)
        return (words(text, self.tr("Choose the directions that are to be synchronised.")),)

    def _reset(self) -> None:
        actor_type = self._current_page().actor_type
        self._take_draft(self.draft.reset(actor_type), actor_type)

    def _unmap_all(self) -> None:
        actor_type = self._current_page().actor_type
        self._take_draft(self.draft.unmapped(actor_type), actor_type)

    def _copy_from(self, sibling: str, name: str) -> None:
        workspace, draft = self.workspace, self.draft

        def copy(watch: Watch) -> tuple[MappingDraft, tuple[Problem, ...]]:
            return draft.copied_from(workspace.sync_context(sibling, watch, ask=False).setup)

        self._work(copy, partial(self._copied, name))

    def _copied(self, name: str, made: tuple[MappingDraft, tuple[Problem, ...]]) -> None:
        draft, problems = made
        same = draft.setup == self.draft.setup
        self._take_draft(draft, self._current_page().actor_type)
        tone = Tone.WARNING if problems else Tone.INFO if same else Tone.OK
        self._say_result(tone, partial(self._copied_text, name, problems, same))

    def _copied_text(self, name: str, problems: Sequence[Problem], same: bool) -> tuple[Sentence, ...]:
        text = (
            self.tr("The mappings of “{name}” are the same.")
            if same
            else self.tr("The mappings of “{name}” were taken over.")
        ).format(name=shown_name(name))
        if not problems:
            return (words(text),)
        some = self.tr("%n of them could not be taken over as they are there:", "", len(problems))
        said = [sentence(one).problem for one in problems[:_MOST_SAID]]
        more = len(problems) - _MOST_SAID
        said += [self.tr("… and %n more.", "", more)] if more > 0 else []
        return (Sentence(text, cause=some, remedy="\n".join(said)),)

    def _say_result(self, tone: Tone, make: Callable[[], Sequence[Sentence]]) -> None:
        self.result_panel.show_sentences(tone, make)
        self.result_panel.add_action(lambda: self.tr("Close"), self.result_panel.clear, "closeResultButton")

    def _step_in_history(self, *, back: bool) -> None:
        before = self.draft
        step = self._history.undo(before.setup) if back else self._history.redo(before.setup)
        setup, actor_type = step
        self._draft = replace(before, setup=setup)
        self.result_panel.clear()
        if actor_type in self._pages:
            self.tabs.setCurrentWidget(self._pages[actor_type])
        self._show_draft(before)
        self.judge()

    # Saving

    @property
    def changed(self) -> bool:
        """Whether something stands here that is not saved."""
        return self._draft is not None and self._draft.changed

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
        self._merge(theirs, prefer_mine=True)

    def take_theirs(self, theirs: SyncSetup) -> None:
        """Take what was saved meanwhile; what does not clash goes together."""
        self._merge(theirs, prefer_mine=False)

    def _merge(self, theirs: SyncSetup, *, prefer_mine: bool) -> None:
        draft = self.draft
        setup = merged(draft.context.setup, draft.setup, theirs, prefer_mine=prefer_mine)
        self._draft = MappingDraft(replace(draft.context, setup=theirs), setup)
        self._history.clear()
        self._show_draft()

    def show_locked(self, locked: bool) -> None:
        """Take no changes."""
        for page in self._pages.values():
            page.set_locked(locked)
        self._tell_toolbar()

    def go_to(self, place: Problem) -> None:
        """Show the field that a reason is about, and say the reason below the table."""
        page = self._pages.get(str(place.params.get("actor", "")))
        if page is not None:
            self.tabs.setCurrentWidget(page)
            page.go_to(str(place.params.get("key", "")), place)

    def done(self, result: int) -> None:
        """Remember order and widths."""
        if self._pages:
            self._current_page().save_columns()
        super().done(result)

    # Refreshing

    def read_news(self, watch: Watch) -> News | None:
        """Ask the ERP anew. Raises what could not be asked where nothing else is to be said."""
        before = self.draft.context.erp
        after = self.workspace.read_erp(self.connection.id, watch)
        if changes := compare(before, after):
            return changes, after
        unread = _unread(after)
        if unread:
            raise ErpSyncError(*unread)
        return None

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
            after = workspace.read_erp(connection_id, watch)
            unread = _unread(after)
            changes = compare(before, after)
            if unread and not changes:
                raise ErpSyncError(*unread)
            if all(_was_never_read(before, one.actor_type) for one in changes):
                workspace.take_erp(connection_id, after)
                return None
            return changes, after

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
        title = self.tr("Mappings – {name}")
        self.setWindowTitle(title.format(name=shown_name(self.connection.name)))
        self.tabs.setAccessibleName(self.tr("Actor types"))
        if self._draft is not None:
            self._say_tabs()


def _showing(actor_type: str, column: int, shown: bool) -> Step:
    if column == IN_SEARCH:
        return lambda draft, key: draft.with_search(actor_type, key, shown)
    return lambda draft, key: draft.with_tab(actor_type, key, shown)


def _count_mapped(draft: MappingDraft, actor_type: str) -> int:
    actor = draft.setup.actor(actor_type)
    return sum(1 for one in actor.fields if one.crm_key) if actor else 0


def _was_never_read(before: ErpSchema, actor_type: str) -> bool:
    known = before.actor(actor_type)
    return known is None or (known.problem is not None and not known.fields)


def _unread(erp: ErpSchema) -> list[Problem]:
    """Why the ERP, or an actor type of it, could not be read."""
    problems = (erp.problem, *(one.problem for one in erp.actors))
    return [one for one in problems if one is not None]
