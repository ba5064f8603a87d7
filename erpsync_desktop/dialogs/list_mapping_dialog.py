"""The dialog "List mapping": each item of the ERP's lists gets its item of SuperOffice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QListView, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from erpsync_desktop.dialogs.conflict_panel import Difference
from erpsync_desktop.dialogs.list_mapping_choices import Choices
from erpsync_desktop.dialogs.list_mapping_differences import list_differences
from erpsync_desktop.dialogs.list_mapping_lists import ListsModel
from erpsync_desktop.dialogs.list_mapping_model import Show
from erpsync_desktop.dialogs.list_mapping_news import ListNews, ListsNotRead, explain_lists
from erpsync_desktop.dialogs.list_mapping_panel import ItemsPanel
from erpsync_desktop.dialogs.list_mapping_state import PairState, Texts, edits_of, make_texts, rebuilt
from erpsync_desktop.dialogs.setup_dialog import SetupDialog
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import compare_lists
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.sync_setup import ListMapping
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.widgets.language import current_language
from erpsync_desktop.widgets.message_panel import PlainLabel
from erpsync_desktop.widgets.sentences import Sentence
from erpsync_desktop.workspace.protocol import Workspace

_KIND_OF = {
    ProblemCode.LIST_ITEMS_UNMAPPED: Show.UNMAPPED,
    ProblemCode.LIST_ITEMS_TWICE: Show.TWICE,
    ProblemCode.LIST_ITEMS_GONE: Show.GONE,
}


class ListMappingDialog(SetupDialog):
    """The lists of the mapped list fields at the left, the items of the chosen one at the right.

    Args:
        workspace: where the connection is.
        connection: as it is in the list.
        parent: the window.
        goto: where to begin.
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
        super().__init__(workspace, connection, "listMappingDialog", parent, goto=goto)
        self.order_tabs(self._lists_view, *self._panel.stops)
        self.reload()

    # How it is built

    def make_body(self) -> QWidget:
        """The lists beside the items; or the hint that there are none."""
        self._states: list[PairState] = []
        self._language = current_language()
        self._lists = ListsModel(self)
        self._panel = ItemsPanel()
        self._stack_of_two = QStackedWidget()
        self._stack_of_two.addWidget(self._make_hint())
        self._stack_of_two.addWidget(self._make_splitter())
        self._stack_of_two.setFocusProxy(self._lists_view)
        self._lists_view.selectionModel().currentChanged.connect(self._choose_list)
        self._panel.edited.connect(self._edited)
        self._panel.matchWanted.connect(self._match)
        self._panel.retryWanted.connect(self.reload)
        return self._stack_of_two

    def _make_hint(self) -> QWidget:
        self._hint, self._hint_remedy = PlainLabel(), PlainLabel()
        self._hint.setObjectName("noListsLabel")
        for label in (self._hint, self._hint_remedy):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addStretch(1)
        layout.addWidget(self._hint)
        layout.addWidget(self._hint_remedy)
        layout.addStretch(2)
        return page

    def _make_splitter(self) -> QWidget:
        self._lists_view, self._lists_label = QListView(), QLabel()
        self._lists_view.setObjectName("listsView")
        self._lists_view.setModel(self._lists)
        self._lists_view.setWordWrap(True)
        self._lists_view.setSpacing(2)
        side = self.fontMetrics().height()
        self._lists_view.setIconSize(QSize(side, side))
        self._lists_label.setBuddy(self._lists_view)
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._lists_label)
        layout.addWidget(self._lists_view, 1)
        splitter = QSplitter()
        splitter.addWidget(left)
        splitter.addWidget(self._panel)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(1, 1)
        width = self.fontMetrics().averageCharWidth()
        splitter.setSizes([34 * width, 110 * width])
        return splitter

    # Loading

    def load(self, watch: Watch) -> list[PairState]:
        """The lists with their items, and the texts to show them in."""
        language = self._language
        return [PairState(pair, language) for pair in self.workspace.list_pairs(self.connection.id, watch)]

    def show_loaded(self, loaded: list[PairState]) -> None:
        """Show the lists; what was changed before a reload is brought over to them."""
        edits, language = edits_of(self._states), self._language
        if not edits:
            self._take_states(loaded)
            return
        self._panel.set_matching(True)
        self._run(
            "rebuild",
            lambda _watch: rebuilt(loaded, edits, language),
            self._take_rebuilt,
            self._not_done,
            lambda: self.tr("Loading …"),
        )

    def _take_rebuilt(self, states: list[PairState]) -> None:
        self._panel.set_matching(False)
        self._take_states(states)
        self.judge()

    def _take_states(self, states: list[PairState]) -> None:
        chosen = self._panel.state.key if self._panel.state else None
        self._states = states
        self._lists.show_states(states)
        self._stack_of_two.setCurrentIndex(1 if states else 0)
        row = max(0, self._lists.row_of(chosen)) if chosen else 0
        self._lists_view.setCurrentIndex(self._lists.index(row))
        self._panel.show_state(self._lists.state(row))
        self._name_anew()
        self._panel.view.setFocus()

    def _choose_list(self, current: QModelIndex, _before: QModelIndex) -> None:
        state = self._lists.state(current.row())
        if state is not None and state is not self._panel.state:
            self._panel.show_state(state)

    def go_to(self, place: Problem) -> None:
        """Show the list that a problem names, and of its items those that it is about."""
        pair = str(place.params.get("erp_list", "")), str(place.params.get("crm_list", ""))
        row = self._lists.row_of(pair)
        if row >= 0:
            self._lists_view.setCurrentIndex(self._lists.index(row))
            self._panel.show_kind(_KIND_OF.get(place.code, Show.ALL))
            self._panel.view.setFocus()

    def show_locked(self, locked: bool) -> None:
        """Let items be chosen, or not."""
        self._panel.set_locked(locked)

    # Changing

    def _edited(self) -> None:
        self._lists.refresh()
        self.judge()

    def _match(self) -> None:
        state = self._panel.state
        if state is None or "match" in self._tasks:
            return
        choices = state.choices  # nothing can be chosen while this goes on
        self._panel.set_matching(True)
        self._run(
            "match",
            lambda _watch: (state, *choices.matched()),
            lambda found: self._matched(*found),
            self._not_done,
            lambda: self.tr("Matching equal names …"),
        )

    def _matched(self, state: PairState, choices: Choices, count: int) -> None:
        self._panel.set_matching(False)
        if state not in self._states:  # loaded anew meanwhile
            return
        if count:
            state.edited.swap(choices)
            self._panel.model.tell_edited()
        if state is self._panel.state:
            self._panel.say_matched(count)

    def _not_done(self, error: Exception) -> None:
        self._panel.set_matching(False)
        self.show_error(error)

    # Saving

    def problems(self) -> Sequence[Problem]:
        """The lists in which an item is chosen twice."""
        return tuple(_twice(state) for state in self._states if state.choices.doubles)

    @property
    def changed(self) -> bool:
        """Whether any item of any list is another than the one that is saved."""
        return any(state.choices.changed for state in self._states)

    def saving(self) -> Callable[[Watch], tuple[ListMapping, ...]]:
        """What saves all lists that were changed."""
        workspace, connection_id = self.workspace, self.connection.id
        mappings = [
            ListMapping(*state.key, state.choices.snapshot(), state.version)
            for state in self._states
            if state.choices.changed
        ]
        return lambda _watch: workspace.save_list_mappings(connection_id, mappings)

    def differences(self, theirs: Iterable[ListMapping]) -> Sequence[Difference]:
        """Name the items that stand differently on both sides."""
        return list_differences(self._states, theirs, self.tr("(No Selection)"))

    def keep_mine(self, theirs: Iterable[ListMapping]) -> None:
        """Bring both together; of what clashes, what stands here."""
        self._rebase(theirs, prefer_mine=True)

    def take_theirs(self, theirs: Iterable[ListMapping]) -> None:
        """Bring both together; of what clashes, what was saved."""
        self._rebase(theirs, prefer_mine=False)

    def _rebase(self, theirs: Iterable[ListMapping], *, prefer_mine: bool) -> None:
        states = {state.key: state for state in self._states}
        for mapping in theirs:
            if mapping.pair in states:
                states[mapping.pair].rebase(mapping, prefer_mine=prefer_mine)
        self._panel.show_state(self._panel.state)
        self._lists.refresh()

    # Refreshing from the ERP

    def erp_read_at(self) -> datetime | None:
        """When the oldest list was read; those that cannot be read were asked for just now."""
        read = [state.pair.erp.read_at for state in self._states if state.pair.erp.read_at]
        return min(read) if read else datetime.now(UTC)

    @property
    def was_read(self) -> bool:
        """Whether any list was read."""
        return any(state.pair.erp.read_at for state in self._states)

    def explain_news(self, error: Exception) -> Sequence[Sentence]:
        """Say each distinct problem once, with the lists that it is about."""
        return tuple(explain_lists(error)) if isinstance(error, ListsNotRead) else super().explain_news(error)

    def read_news(self, watch: Watch) -> ListNews | None:
        """Ask for all lists anew."""
        before = {state.pair.erp.name: state.pair.erp for state in list(self._states)}
        if not before:
            return None
        lists = self.workspace.erp_lists(self.connection.id, tuple(before), watch, anew=True)
        read = tuple(one for one in lists.values() if one.problem is None and one.name in before)
        changes = tuple(found for one in read if (found := compare_lists(before[one.name], one)))
        failed = {one.name: one.problem for one in lists.values() if one.problem is not None}
        if failed and not changes:
            raise ListsNotRead(failed)
        return ListNews(read, changes) if changes else None

    def news_dialog(self, news: ListNews) -> QDialog:
        """What is new, gone or changed in the lists."""
        from erpsync_desktop.dialogs.erp_changes_dialog import ErpChangesDialog

        return ErpChangesDialog((), news.changes, self)

    def taking(self, news: ListNews) -> Callable[[Watch], None]:
        """What takes the lists over."""
        workspace, connection_id = self.workspace, self.connection.id
        return lambda _watch: workspace.take_lists(connection_id, news.lists)

    # Words

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self._language = current_language()
        self.say_title(self.tr("List mapping – {name}"))
        self._lists_label.setText(self.tr("&Lists:"))
        self._lists_view.setAccessibleName(self.tr("Lists"))
        self._hint.say(self.tr("No list field is mapped, so there are no lists to map."))
        self._hint_remedy.say(
            self.tr(
                "Open “Mappings” and map a list field of the ERP to a list field of SuperOffice. "
                "Its lists then appear here."
            )
        )
        self._panel.retranslate()
        self._lists.refresh()
        self._name_anew()

    def _name_anew(self) -> None:
        """Have the items named in the language of the moment, if they are not."""
        states, language = self._states, self._language
        if all(state.texts.language == language for state in states):
            return
        self._run(
            "texts",
            lambda _watch: [make_texts(state.erp, state.crm, language) for state in states],
            lambda texts: self._take_texts(states, texts),
            self.show_error,
            None,
        )

    def _take_texts(self, states: list[PairState], texts: list[Texts]) -> None:
        for state, named in zip(states, texts, strict=True):
            state.texts = named
        if states is self._states:
            self._panel.show_state(self._panel.state)
        self._name_anew()  # the language may have changed again


def _twice(state: PairState) -> Problem:
    field = state.pair.fields[0][1] if state.pair.fields else None
    params: dict[str, str | int] = {
        "label": (field.label or field.key) if field else state.pair.erp.name,
        "count": state.choices.doubles,
        "erp_list": state.pair.erp.name,
        "crm_list": state.pair.mapping.crm_list,
    }
    return Problem(ProblemCode.LIST_ITEMS_TWICE, params, field="list")
