"""The tabs of the Mappings dialog, an actor type each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from erpsync_desktop.dialogs.mapping_editor import MappingEditor
from erpsync_desktop.dialogs.mapping_page import ActorPage
from erpsync_desktop.dialogs.mapping_results import grouped
from erpsync_desktop.dialogs.mapping_rows import Prepared, problems_of
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.mapping_draft import MappingDraft
from erpsync_desktop.widgets.actor_names import actor_name
from erpsync_desktop.widgets.theme import Tone, status_icon


class ActorTabs(QTabWidget):
    """Shows the draft of an editor, and hands on to it what somebody wants.

    Args:
        editor: what is edited.
        parent: the owner.

    Signals:
        retryWanted: what could not be read is to be asked for again.
    """

    retryWanted = Signal()  # noqa: N815  Qt's way of naming

    def __init__(self, editor: MappingEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actorTabs")
        self._editor = editor
        self.pages: dict[str, ActorPage] = {}
        editor.attempted.connect(lambda actor_type, make: self.pages[actor_type].show_attempt(make))

    @property
    def page(self) -> ActorPage | None:
        """What is looked at."""
        page = self.currentWidget()
        return page if isinstance(page, ActorPage) else None

    @property
    def actor_type(self) -> str:
        """What is looked at; empty for nothing."""
        return self.page.actor_type if self.page else ""

    def make_pages(self) -> None:
        """Make a page for each actor type of the draft, unless they are there."""
        wanted = [one.actor_type for one in self._editor.draft.setup.actors]
        if wanted == list(self.pages):
            return
        current, old = self.actor_type, self.pages
        self.pages = {actor_type: self._page(actor_type) for actor_type in wanted}
        self.clear()
        for page in old.values():
            page.deleteLater()
        for page in self.pages.values():
            self.addTab(page, "")
        self.look_at(current)

    @property
    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in the order in which one reads."""
        return [self.tabBar(), *(stop for page in self.pages.values() for stop in page.stops)]

    def look_at(self, actor_type: str) -> ActorPage | None:
        """Go to the tab of an actor type, if there is one."""
        page = self.pages.get(actor_type)
        if page is not None:
            self.setCurrentWidget(page)
        return page

    def show_draft(
        self, before: MappingDraft | None = None, rows: Mapping[str, Prepared] | None = None
    ) -> None:
        """Show the draft where it differs from another, with rows that were made before."""
        draft = self._editor.draft
        for actor_type, page in self.pages.items():
            if before is not None and before.setup.actor(actor_type) is draft.setup.actor(actor_type):
                continue
            rules, ready = draft.rules(actor_type), (rows or {}).get(actor_type)
            if ready is not None:
                page.model.prepare(ready)
            same = ready is not None and rules.mapping == draft.context.setup.actor(actor_type)
            page.show_rules(rules, ready.problems if ready is not None and same else problems_of(rules))
        self.say_tabs()

    def set_locked(self, locked: bool) -> None:
        """Take no changes."""
        for page in self.pages.values():
            page.set_locked(locked)

    def go_to(self, place: Problem) -> None:
        """Show the field that a reason is about."""
        page = self.look_at(str(place.params.get("actor", "")))
        if page is not None:
            page.go_to(str(place.params.get("key", "")), place)

    def go_to_filter(self) -> None:
        """Go to the filter."""
        if self.page is not None:
            self.page.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.page.filter.selectAll()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draw the signs in the colours of the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.say_tabs()

    def say_tabs(self) -> None:
        """Name the tabs, each with a sign that is said in words, too."""
        self.setAccessibleName(self.tr("Actor types"))
        bar = self.tabBar()
        for place, (actor_type, page) in enumerate(self.pages.items()):
            name = actor_name(actor_type)
            said = self._tab_text(page, name)
            bar.setTabText(place, name.replace("&", "&&"))
            bar.setTabToolTip(place, said)
            bar.setAccessibleTabName(place, said)
            bar.setTabIcon(place, status_icon(page.tone))

    def _tab_text(self, page: ActorPage, name: str) -> str:
        if count := page.trouble_count:
            return grouped(self.tr("{actor}: %n problems", "", count), count).format(actor=name)
        if page.tone is Tone.OK:
            return self.tr("{actor}: synchronised").format(actor=name)
        return self.tr("{actor}: not synchronised").format(actor=name)

    def _page(self, actor_type: str) -> ActorPage:
        page, editor = ActorPage(actor_type), self._editor
        page.retryWanted.connect(self.retryWanted)
        for wanted, deed in (
            (page.activeWanted, editor.set_active),
            (page.model.crmFieldWanted, editor.set_crm_field),
            (page.model.shownWanted, editor.set_shown),
            (page.view.directionWanted, editor.set_direction),
            (page.view.directionClicked, editor.click_direction),
            (page.view.unmapWanted, editor.unmap),
            (page.view.toggleWanted, editor.toggle_shown),
        ):
            wanted.connect(partial(deed, actor_type))
        return page
