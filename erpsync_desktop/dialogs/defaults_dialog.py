"""The dialog "Defaults": what the ERP gets when a new record is created there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from erpsync_desktop.dialogs.conflict_panel import Difference
from erpsync_desktop.dialogs.default_dialog import DefaultDialog
from erpsync_desktop.dialogs.defaults_page import DefaultsPage
from erpsync_desktop.dialogs.defaults_rows import described
from erpsync_desktop.dialogs.mapping_history import History
from erpsync_desktop.dialogs.setup_dialog import SetupDialog
from erpsync_desktop.dialogs.tabs_body import TabsBody
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.defaults import default_problem
from erpsync_desktop.model.erp_schema import ErpList
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.mapping import ActorRules, rules_of
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.setup_merge import Piece, conflicts, merged
from erpsync_desktop.model.sync_setup import DefaultValue, SyncContext, SyncSetup
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.widgets.actor_names import actor_name
from erpsync_desktop.widgets.field_row import row_label
from erpsync_desktop.widgets.sentences import shown_name
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Workspace


class DefaultsDialog(SetupDialog):
    """A tab an actor type with its defaults.

    Args:
        workspace: where the connection is.
        connection: as it is in the list.
        parent: the window.
        goto: where to begin.
    """

    def __init__(
        self,
        workspace: Workspace,
        connection: ErpConnection,
        parent: QWidget | None = None,
        *,
        goto: Problem | None = None,
    ) -> None:
        super().__init__(workspace, connection, "defaultsDialog", parent, goto=goto)
        self.reload()

    # How it is built

    def make_body(self) -> QWidget:
        """What defaults are for, and the tabs."""
        self._context: SyncContext | None = None
        self._setup = SyncSetup()
        self._history: History[SyncSetup] = History()
        self._erp_lists: dict[str, ErpList] = {}
        self._pages: dict[str, DefaultsPage] = {}
        body = TabsBody()
        self._meaning, self._tabs = body.meaning, body.tabs
        return body

    def _add_page(self, actor_type: str) -> DefaultsPage:
        page = DefaultsPage(actor_type, self._tabs)
        page.addWanted.connect(lambda key: self._add(actor_type, key))
        page.editWanted.connect(lambda key: self._edit(actor_type, key))
        page.removeWanted.connect(lambda keys: self._remove(actor_type, keys))
        page.undoWanted.connect(self._undo)
        page.redoWanted.connect(self._redo)
        page.retryWanted.connect(self.reload)
        self._pages[actor_type] = page
        self._tabs.addTab(page, "")
        self._name_page(actor_type, page)
        return page

    # Loading

    def load(self, watch: Watch) -> SyncContext:
        """All that is known of the connection; the ERP is asked for what was never read."""
        return self.workspace.sync_context(self.connection.id, watch)

    def show_loaded(self, loaded: SyncContext) -> None:
        """Show the defaults of each actor type, and ask for the lists whose items they name."""
        before, self._context = self._context, loaded
        self._setup = loaded.setup if before is None else merged(before.setup, self._setup, loaded.setup)
        self._history.clear()
        self.message.show_problem(Tone.WARNING, loaded.erp.problem)
        if loaded.erp.problem is not None:
            self.message.add_action(lambda: self.tr("Try again"), self.reload, "retryButton")
        for actor in loaded.setup.actors:
            if actor.actor_type not in self._pages:
                self._add_page(actor.actor_type)
        self._show_defaults()
        if first := self._tabs.currentWidget():  # the page gives it on to its table
            first.setFocus()
        self._load_lists()

    def _load_lists(self) -> None:
        """Ask for the lists of which an item is a default; until they come, keys are shown."""
        names = {erp.list_name for erp in self._listed()} - self._erp_lists.keys()
        if not names:
            return
        workspace, connection_id = self.workspace, self.connection.id
        self._run(
            "lists",
            lambda watch: workspace.erp_lists(connection_id, names, watch),
            self.take_lists,
            lambda _error: None,  # a key stands for its item as long as the ERP does not answer
            None,
        )

    def _listed(self) -> list[FieldMetadata]:
        found = []
        for actor in self._setup.actors:
            fields = self._rules(actor.actor_type).schema.by_key
            keys = (one.erp_key for one in actor.fields if one.default and one.default.set_value)
            found += [fields[key] for key in keys if key in fields and fields[key].kind is FieldType.LIST]
        return found

    def take_lists(self, lists: Mapping[str, ErpList]) -> None:
        """Name items by these lists."""
        self._erp_lists |= {name: one for name, one in lists.items() if one.problem is None}
        self._show_defaults()

    def _rules(self, actor_type: str) -> ActorRules:
        mapping = self._setup.actor(actor_type)
        if self._context is None or mapping is None:
            raise KeyError(actor_type)
        return rules_of(replace(self._context, setup=self._setup), mapping)

    def _show_defaults(self) -> None:
        for actor_type, page in self._pages.items():
            page.show_defaults(self._rules(actor_type), self._erp_lists)
        self._show_state()

    def _show_state(self) -> None:
        for page in self._pages.values():
            page.show_state(
                locked=self.locked, can_undo=self._history.can_undo, can_redo=self._history.can_redo
            )

    def show_locked(self, locked: bool) -> None:  # noqa: ARG002
        """Let defaults be changed, or not."""
        self._show_state()

    def go_to(self, place: Problem) -> None:
        """Select the default that a problem names; where there is none, begin to add it."""
        actor_type, key = (str(place.params.get(name, "")) for name in ("actor", "key"))
        page = self._pages.get(actor_type)
        if page is None:
            return
        self._tabs.setCurrentWidget(page)
        if not page.select(key) and not self.locked:
            self._add(actor_type, key)

    # Changing

    def _add(self, actor_type: str, key: str) -> None:
        if self.locked:
            return
        rows = self._rules(actor_type).rows()
        free = [row.erp for row in rows if row.mapping.default is None and default_problem(row) is None]
        fields = [erp for erp in free if erp is not None]
        chosen = next((erp for erp in fields if erp.key == key), None)
        self._open(actor_type, DefaultDialog(self._fetch_list, fields, chosen, None, self))

    def _edit(self, actor_type: str, key: str) -> None:
        row = self._rules(actor_type).row_of(key)
        if self.locked or row.erp is None or default_problem(row) is not None:
            return
        self._open(
            actor_type, DefaultDialog(self._fetch_list, (row.erp,), row.erp, row.mapping.default, self)
        )

    def _open(self, actor_type: str, dialog: DefaultDialog) -> None:
        dialog.chosen.connect(lambda key, default: self._set(actor_type, {key: default}))
        dialog.listRead.connect(lambda read: self.take_lists({read.name: read}))
        dialog.open()

    def _fetch_list(self, name: str, watch: Watch) -> ErpList:
        return self.workspace.erp_lists(self.connection.id, (name,), watch)[name]

    def _remove(self, actor_type: str, keys: Sequence[str]) -> None:
        self._set(actor_type, dict.fromkeys(keys))

    def _set(self, actor_type: str, defaults: Mapping[str, DefaultValue | None]) -> None:
        actor = self._setup.actor(actor_type)
        if self.locked or actor is None:
            return
        fields = tuple(
            replace(one, default=defaults[one.erp_key]) if one.erp_key in defaults else one
            for one in actor.fields
        )
        changed = self._setup.with_actor(replace(actor, fields=fields))
        if changed != self._setup:
            self._history.add(self._setup, actor_type)
            self._setup = changed
            self._changed()
        self._pages[actor_type].select(next(iter(defaults), ""))

    def _undo(self) -> None:
        if self._history.can_undo and not self.locked:
            self._go_back_to(*self._history.undo(self._setup))

    def _redo(self) -> None:
        if self._history.can_redo and not self.locked:
            self._go_back_to(*self._history.redo(self._setup))

    def _go_back_to(self, setup: SyncSetup, actor_type: str) -> None:
        self._setup = setup
        self._tabs.setCurrentWidget(self._pages[actor_type])
        self._changed()

    def _changed(self) -> None:
        self._show_defaults()
        self.judge()

    # Saving

    @property
    def changed(self) -> bool:
        """Whether any default is another than the one that is saved."""
        return self._context is not None and self._setup != self._context.setup

    def saving(self) -> Callable[[Watch], SyncSetup]:
        """What saves the defaults."""
        before = self._context.setup if self._context else SyncSetup()
        workspace, connection_id, after = self.workspace, self.connection.id, self._setup
        return lambda _watch: workspace.save_setup(connection_id, before, after)

    def differences(self, theirs: SyncSetup) -> Sequence[Difference]:
        """Name the defaults that both changed."""
        if self._context is None:
            return ()
        clashes = conflicts(self._context.setup, self._setup, theirs)
        return [
            self._difference(one.actor_type, one.erp_key, one.mine, one.theirs)
            for one in clashes
            if one.piece is Piece.DEFAULT
        ]

    def _difference(
        self, actor_type: str, key: str, mine: DefaultValue | None, theirs: DefaultValue | None
    ) -> Difference:
        erp = self._rules(actor_type).schema.by_key.get(key)
        what = f"{actor_name(actor_type)}: {shown_name(row_label(erp) if erp else key)}"
        return Difference(what, *(described(erp, one, self._erp_lists) for one in (mine, theirs)))

    def keep_mine(self, theirs: SyncSetup) -> None:
        """Bring both together; of what both changed, what stands here."""
        self._rebase(theirs, prefer_mine=True)

    def take_theirs(self, theirs: SyncSetup) -> None:
        """Bring both together; of what both changed, what was saved."""
        self._rebase(theirs, prefer_mine=False)

    def _rebase(self, theirs: SyncSetup, *, prefer_mine: bool) -> None:
        if self._context is None:
            return
        self._setup = merged(self._context.setup, self._setup, theirs, prefer_mine=prefer_mine)
        self._context = replace(self._context, setup=theirs)
        self._history.clear()  # those steps led away from a version that is not the saved one any more
        self._show_defaults()

    # Words

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self.say_title(self.tr("Defaults – {name}"))
        self._meaning.say(
            self.tr("These values are sent to the ERP when a new record is created there from SuperOffice.")
        )
        self._tabs.setAccessibleName(self.tr("Actor types"))
        for actor_type, page in self._pages.items():
            self._name_page(actor_type, page)
            page.retranslate()
        if self._pages:
            self._show_defaults()

    def _name_page(self, actor_type: str, page: DefaultsPage) -> None:
        self._tabs.setTabText(self._tabs.indexOf(page), actor_name(actor_type).replace("&", "&&"))
