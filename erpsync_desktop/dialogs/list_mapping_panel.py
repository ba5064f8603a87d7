"""The right side of the list mapping: the items of one list, what narrows them down, and what fills them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from erpsync_desktop.dialogs.list_mapping_lists import pair_name, uses
from erpsync_desktop.dialogs.list_mapping_model import ItemsModel, Show
from erpsync_desktop.dialogs.list_mapping_state import PairState
from erpsync_desktop.dialogs.list_mapping_view import ItemsView
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.widgets.filter_box import FilterBox
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.message_panel import MessagePanel, PlainLabel, words
from erpsync_desktop.widgets.sentences import Sentence, sentence, shown_name
from erpsync_desktop.widgets.theme import Tone


class ItemsPanel(QWidget):
    """Shows one list mapping and lets it be changed.

    Signals:
        edited: another item was chosen, here or by undo.
        matchWanted: equal names are to be matched.
        retryWanted: a list that could not be read is to be asked for again.
    """

    edited = Signal()
    matchWanted = Signal()  # noqa: N815  Qt's way of naming
    retryWanted = Signal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state: PairState | None = None
        self._locked = self._matching = False
        self.model = ItemsModel(self)
        self.view = ItemsView(self.model, self)
        self.view.setObjectName("itemsView")
        self.view.share_widths(24, 8, 26)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.setSortingEnabled(True)
        self._name, self._uses, self._counts = PlainLabel(self), PlainLabel(self), PlainLabel(self)
        self._name.setObjectName("pairLabel")
        self._counts.setObjectName("countsLabel")
        bold = self._name.font()
        bold.setBold(True)
        self._name.setFont(bold)
        self.trouble, self.report = MessagePanel(self), MessagePanel(self)
        self.trouble.setObjectName("listProblem")
        self.report.setObjectName("matchReport")
        self._make_inputs()
        self._lay_out()
        self._connect()

    def _make_inputs(self) -> None:
        self.filter = FilterBox(self, filtered=self.view)
        self.filter.setObjectName("filterEdit")
        self.show_combo = QComboBox(self)
        self.show_combo.setObjectName("showCombo")
        self.show_combo.addItems([""] * len(Show))
        self.show_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._filter_label, self._show_label = QLabel(self), QLabel(self)
        self._filter_label.setBuddy(self.filter)
        self._show_label.setBuddy(self.show_combo)
        self.match_button = self._button("matchNamesButton", self.matchWanted.emit)
        self._undo = self._button("undoButton", lambda: self._take_back(redo=False))
        self._redo = self._button("redoButton", lambda: self._take_back(redo=True))

    def _button(self, name: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: deed())
        return button

    def _lay_out(self) -> None:
        narrowing = QHBoxLayout()
        narrowing.addWidget(self._filter_label)
        narrowing.addWidget(self.filter, 1)
        narrowing.addWidget(self._show_label)
        narrowing.addWidget(self.show_combo)
        buttons = QHBoxLayout()
        for button in (self.match_button, self._undo, self._redo):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for label in (self._name, self._uses, self.trouble):
            layout.addWidget(label)
        layout.addLayout(narrowing)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._counts)
        layout.addWidget(self.report)
        layout.addLayout(buttons)
        narrowing_stops = (self.filter, self.show_combo, self.view)
        self.stops = (*narrowing_stops, self.match_button, self._undo, self._redo)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.filter.filterChanged.connect(self._filter)
        self.show_combo.currentIndexChanged.connect(self._show_kind)
        self.view.undoWanted.connect(lambda: self._take_back(redo=False))
        self.view.redoWanted.connect(lambda: self._take_back(redo=True))
        self.view.delegate.notFound.connect(self.say_not_found)
        self.model.edited.connect(self._edited)

    # What is shown

    def show_state(self, state: PairState | None) -> None:
        """Show another list mapping, or the same after it was loaded anew; None for none."""
        if state is None or self.state is None or state.key != self.state.key:
            self.report.clear()
        self.state = state
        self._offer()
        self.model.show_state(state)
        if state is not None and not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.selectRow(0)
        self._say()

    def _offer(self) -> None:
        if self.state is not None:
            texts = self.state.texts
            self.view.delegate.offer(texts.crm_keys, texts.crm_texts, self.tr("(No Selection)"))

    def show_kind(self, show: Show) -> None:
        """Show items of one kind alone."""
        self.show_combo.setCurrentIndex(list(Show).index(show))

    def set_locked(self, locked: bool) -> None:
        """Take no changes, or take them again."""
        self._locked = locked
        self._say()

    def set_matching(self, matching: bool) -> None:
        """Take no changes while equal names are being looked for."""
        if matching and self.match_button.hasFocus():
            self.view.setFocus()
        self._matching = matching
        self._say()

    def say_matched(self, count: int) -> None:
        """Say how many equal names were found."""
        self.report.show_sentences(Tone.OK if count else Tone.INFO, lambda: (self._matched_text(count),))

    def _matched_text(self, count: int) -> Sentence:
        left = self.state.choices.unmapped if self.state else 0
        numbers = {"count": uilocale().toString(count), "left": uilocale().toString(left)}
        if not count:
            return words(self.tr("No further item of the ERP has the same name as a free SuperOffice item."))
        return words(self.tr("Matched by equal names: {count}. Still unmapped: {left}.").format(**numbers))

    def say_not_found(self, typed: str) -> None:
        """Say that no item of SuperOffice has what was typed."""
        text = shown_name(typed, 40)
        self.report.show_sentences(
            Tone.WARNING,
            lambda: (words(self.tr("No SuperOffice item is called “{typed}”.").format(typed=text)),),
        )

    # What is done

    def _filter(self, text: str) -> None:
        self.model.set_filter(text)
        self._say_counts()

    def _show_kind(self, row: int) -> None:
        self.model.set_show(list(Show)[row])
        self._say_counts()

    def _take_back(self, *, redo: bool) -> None:
        if self.state is None or not self.model.can_edit:
            return
        edited = self.state.edited
        if edited.redo() if redo else edited.undo():
            self.model.tell_edited()

    def _edited(self) -> None:
        self.report.clear()
        self._say()
        self.edited.emit()

    # Words

    def _say(self) -> None:
        """Say how far the list is, and what can be done."""
        state = self.state
        self._say_empty()
        self._name.say(pair_name(state) if state else "")
        self._uses.say(uses(state) if state else "")
        self.model.set_locked(self._locked or self._matching)
        self._enable()
        self._say_counts()
        self._say_trouble()

    def _say_empty(self) -> None:
        if self.state is None or self.state.unreadable:
            self.view.set_empty_text("")
        elif not self.state.erp:
            self.view.set_empty_text(self.tr("This list of the ERP has no items."))
        else:
            self.view.set_empty_text(self.tr("There is no such item."))

    def _enable(self) -> None:
        can, edited = self.model.can_edit, self.state.edited if self.state else None
        wanted = {
            self.match_button: can and bool(self.state and self.state.choices.unmapped),
            self._undo: can and edited is not None and edited.can_undo,
            self._redo: can and edited is not None and edited.can_redo,
        }
        if any(button.hasFocus() and not on for button, on in wanted.items()):
            self.view.setFocus()
        for button, on in wanted.items():
            button.setEnabled(on)

    def _say_counts(self) -> None:
        if self.state is None or self.state.unreadable:
            self._counts.say("")
            return
        choices, locale = self.state.choices, uilocale()
        parts = [
            self.tr("Items: {count}").format(count=locale.toString(self.model.total)),
            self.tr("unmapped: {count}").format(count=locale.toString(choices.unmapped)),
            self.tr("chosen twice: {count}").format(count=locale.toString(choices.doubles)),
        ]
        if choices.gone:
            gone = self.tr("no longer in SuperOffice: {count}")
            parts.append(gone.format(count=locale.toString(choices.gone)))
        if self.model.rowCount() != self.model.total:
            parts.append(self.tr("shown: {count}").format(count=locale.toString(self.model.rowCount())))
        self._counts.say(" · ".join(parts))

    def _say_trouble(self) -> None:
        state = self.state
        if state is None or not self._troubles(state):
            self.trouble.clear()
            return
        self.trouble.show_sentences(
            Tone.WARNING if state.usable else Tone.ERROR, lambda: self._troubles(state)
        )
        if state.pair.erp.problem is not None:
            self.trouble.add_action(lambda: self.tr("Try again"), self.retryWanted.emit, "retryListButton")

    def _troubles(self, state: PairState) -> Sequence[Sentence]:
        problem = state.pair.erp.problem
        said = [sentence(_about(state, ProblemCode.LIST_CRM_GONE))] if state.pair.crm is None else []
        if problem is not None:  # what to do stands in the sentence behind it, or is the button
            said += [words(sentence(_about(state, ProblemCode.LIST_NOT_READ)).problem), sentence(problem)]
        if state.repeated:
            text = self.tr("Items of the ERP’s list that repeat a key and are left out: {count}.")
            remedy = self.tr("Ask the provider of the Sync Connector to correct this.")
            said.append(words(text.format(count=uilocale().toString(state.repeated)), remedy))
        return said

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self.model.set_headers(
            (self.tr("ERP item"), self.tr("Key"), self.tr("SuperOffice item"), self.tr("Status"))
        )
        self.view.setAccessibleName(self.tr("Items"))
        self._filter_label.setText(self.tr("&Filter:"))
        self._show_label.setText(self.tr("S&how:"))
        self.match_button.setText(self.tr("&Match equal names"))
        self._undo.setText(self.tr("U&ndo"))
        self._redo.setText(self.tr("Re&do"))
        kinds = {
            Show.ALL: self.tr("All items"),
            Show.UNMAPPED: self.tr("Unmapped"),
            Show.TWICE: self.tr("Chosen twice"),
            Show.GONE: self.tr("No longer in SuperOffice"),
        }
        for row, show in enumerate(Show):
            self.show_combo.setItemText(row, kinds[show])
        self._offer()
        self._say()


def _about(state: PairState, code: ProblemCode) -> Problem:
    fields = state.pair.fields
    label = fields[0][1].label or fields[0][1].key if fields else state.pair.erp.name
    params = {"label": label, "erp_list": state.pair.erp.name, "crm_list": state.pair.mapping.crm_list}
    return Problem(code, params)
