"""The dialog "Rank Fields": the order in which the ERP tab shows the fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from erpsync_desktop.dialogs.conflict_panel import Difference
from erpsync_desktop.dialogs.order_differences import order_differences
from erpsync_desktop.dialogs.setup_dialog import SetupDialog
from erpsync_desktop.dialogs.tabs_body import TabsBody
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import ErpSchema
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.setup_merge import merged
from erpsync_desktop.model.sync_setup import ActorMapping, FieldMapping, SyncContext, SyncSetup
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.widgets.actor_names import actor_name
from erpsync_desktop.widgets.language import current_language
from erpsync_desktop.widgets.ordered_list import OrderedList
from erpsync_desktop.widgets.ordered_model import OrderedItem
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Workspace


class RankDialog(SetupDialog):
    """A tab an actor type with all its fields; those not shown in the ERP tab are dimmed, with a word.

    The order can be changed while the connection is active, too: it bars no synchronisation.

    Args:
        workspace: where the connection is.
        connection: as it is in the list.
        parent: the window.
        goto: where to begin.
    """

    locks_while_active = False
    help_anchor = "rank"

    def __init__(
        self,
        workspace: Workspace,
        connection: ErpConnection,
        parent: QWidget | None = None,
        *,
        goto: Problem | None = None,
    ) -> None:
        super().__init__(workspace, connection, "rankDialog", parent, goto=goto)
        self.reload()

    # Said to the base

    def make_body(self) -> QWidget:
        """What the order is for, and the tabs."""
        self._erp, self._before = ErpSchema(), SyncSetup()
        self._lists: dict[str, OrderedList] = {}
        body = TabsBody()
        self._meaning, self._tabs = body.meaning, body.tabs
        return body

    def load(self, watch: Watch) -> SyncContext:
        """All that is known of the connection; the ERP is asked for what was never read."""
        return self.workspace.sync_context(self.connection.id, watch)

    def show_loaded(self, loaded: SyncContext) -> None:
        """Show the fields of each actor type in their order."""
        self._erp, self._before = loaded.erp, loaded.setup
        self.message.show_problem(Tone.WARNING, loaded.erp.problem)
        self._show_setup(loaded.setup)
        if first := self._tabs.currentWidget():
            first.setFocus()

    def _show_setup(self, setup: SyncSetup) -> None:
        for actor in setup.actors:
            page = self._lists.get(actor.actor_type) or self._add_page(actor.actor_type)
            page.set_items(self._items(actor))
            page.select([one.erp_key for one in actor.fields[:1]])

    def _add_page(self, actor_type: str) -> OrderedList:
        page = OrderedList(self._tabs)
        page.setObjectName(f"actor:{actor_type}")
        page.setFocusProxy(page.view)
        gap = self.fontMetrics().height() // 2
        page.setContentsMargins(gap, gap, gap, gap)
        self._lists[actor_type] = page
        self._tabs.addTab(page, "")
        self._name_page(actor_type, page)
        return page

    def show_locked(self, locked: bool) -> None:
        """Nothing locks it."""

    @property
    def changed(self) -> bool:
        """Whether any order is another than the one that is saved."""
        return self._setup() != self._before

    def saving(self) -> Callable[[Watch], SyncSetup]:
        """What saves the orders."""
        workspace, key, before, after = self.workspace, self.connection.id, self._before, self._setup()
        return lambda _watch: workspace.save_setup(key, before, after)

    def differences(self, theirs: SyncSetup) -> Sequence[Difference]:
        """Name the places at which another field stands, by actor type."""
        found: list[Difference] = []
        for mine in self._setup().actors:
            other = theirs.actor(mine.actor_type)
            if other is not None:
                names = (self._names(mine), self._names(other))
                found += order_differences(*names, of=actor_name(mine.actor_type))
        return found

    def keep_mine(self, theirs: SyncSetup) -> None:
        """Save these orders over theirs, and leave all else as they have it."""
        self._rebase(theirs, prefer_mine=True)

    def take_theirs(self, theirs: SyncSetup) -> None:
        """Show their orders; those that only this side changed stay."""
        self._rebase(theirs, prefer_mine=False)

    def _rebase(self, theirs: SyncSetup, *, prefer_mine: bool) -> None:
        together = merged(self._before, self._setup(), theirs, prefer_mine=prefer_mine)
        self._before = theirs
        self._show_setup(together)

    def go_to(self, place: Problem) -> None:
        """Show the field that a problem names."""
        page = self._lists.get(str(place.params.get("actor", "")))
        if page is not None:
            self._tabs.setCurrentWidget(page)
            page.select([str(place.params.get("key", ""))])
            page.view.setFocus()

    def _setup(self) -> SyncSetup:
        """The setup in the orders that stand here."""
        return SyncSetup(tuple(self._ranked(actor) for actor in self._before.actors))

    def _ranked(self, actor: ActorMapping) -> ActorMapping:
        page = self._lists.get(actor.actor_type)
        if page is None:
            return actor
        places = {key: place for place, key in enumerate(page.model.ids)}
        fields = sorted(actor.fields, key=lambda one: places.get(one.erp_key, len(places)))
        return replace(actor, fields=tuple(fields))

    # Words

    def save_text(self) -> str:
        """As SuperOffice's own dialog says."""
        return self.tr("Done")

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self.say_title(self.tr("Rank Fields – {name}"))
        self._meaning.say(self.tr("The ERP tab of SuperOffice shows the fields in this order."))
        self._tabs.setAccessibleName(self.tr("Actor types"))
        for actor_type, page in self._lists.items():
            self._name_page(actor_type, page)

    def _name_page(self, actor_type: str, page: OrderedList) -> None:
        name = actor_name(actor_type)
        self._tabs.setTabText(self._tabs.indexOf(page), name.replace("&", "&&"))
        page.view.setAccessibleName(self.tr("Fields of {actor}").format(actor=name))
        page.model.set_headers(self.tr("ERP field"), self.tr("ERP tab"))
        if actor := self._before.actor(actor_type):
            page.model.describe(self._items(actor))

    def _items(self, actor: ActorMapping) -> tuple[OrderedItem, ...]:
        return tuple(
            OrderedItem(one.erp_key, label, self._note(actor.actor_type, one), not one.show_in_tab)
            for one, label in zip(actor.fields, self._names(actor), strict=True)
        )

    def _note(self, actor_type: str, mapping: FieldMapping) -> str:
        schema = self._erp.actor(actor_type)
        if schema is None or schema.field(mapping.erp_key) is None:
            return self.tr("not in the ERP any more")
        return self.tr("shown") if mapping.show_in_tab else self.tr("not shown in the ERP tab")

    def _names(self, actor: ActorMapping) -> tuple[str, ...]:
        schema = self._erp.actor(actor.actor_type)
        known = schema.by_key if schema else {}
        language = current_language()
        return tuple(
            known[one.erp_key].label_in(language) if one.erp_key in known else one.erp_key
            for one in actor.fields
        )
