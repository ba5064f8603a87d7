"""One tab of the Mappings dialog: the switch of an actor type, its fields, and what is to say of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from erpsync_desktop.dialogs.mapping_model import MappingsModel
from erpsync_desktop.dialogs.mapping_row_line import RowLine
from erpsync_desktop.dialogs.mapping_rows import Shown
from erpsync_desktop.dialogs.mapping_view import FieldsView
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.mapping import ActorRules
from erpsync_desktop.widgets.actor_names import actor_name, entity_name
from erpsync_desktop.widgets.filter_box import FilterBox
from erpsync_desktop.widgets.fitted_scroll import FittedScroll
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.message_panel import MessagePanel, TonedLabel, words
from erpsync_desktop.widgets.sentences import Sentence, sentence, shown_name
from erpsync_desktop.widgets.theme import Tone

_INCOMPLETE = (ProblemCode.MANDATORY_WITHOUT_DIRECTION, ProblemCode.MANDATORY_NOT_COVERED)


class ActorPage(QWidget):
    """Shows one actor type and tells what somebody wants; it changes nothing itself.

    Args:
        actor_type: its name on the wire.
        parent: the owner.

    Signals:
        activeWanted: the actor type is to be synchronised, or not.
        retryWanted: its fields are to be asked for again.
    """

    activeWanted = Signal(bool)  # noqa: N815  Qt's way of naming
    retryWanted = Signal()  # noqa: N815

    def __init__(self, actor_type: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actor_type = actor_type
        self.setObjectName(f"actor:{actor_type}")
        self._rules: ActorRules | None = None
        self._problems: Mapping[str, Problem] = {}
        self._outdated = False
        self._locked = False
        self._create_parts()
        self._lay_out()
        self._connect()
        self.view.restore_order()
        self._retranslate_parts()

    def _create_parts(self) -> None:
        self.trouble = MessagePanel(self)
        self.trouble.setObjectName("troublePanel")
        self.active_check = QCheckBox(self)
        self.active_check.setObjectName("syncActorCheck")
        self.fields, self._filler = QWidget(self), QWidget(self)
        self.model = MappingsModel(self)
        self.view = FieldsView(self.model, self.fields)
        self.filter = FilterBox(self.fields, filtered=self.view)
        self.filter.setObjectName("filterEdit")
        self._filter_label, self._shown_label = QLabel(self.fields), QLabel(self.fields)
        self.shown = QComboBox(self.fields)
        self.shown.setObjectName("shownCombo")
        self.shown.addItems([""] * len(Shown))
        self._filter_label.setBuddy(self.filter)
        self._shown_label.setBuddy(self.shown)
        self._count = QLabel(self.fields)
        self._count.setObjectName("countLabel")
        self._below = QWidget(self.fields)
        self.line = RowLine(self._below)
        self._legend = TonedLabel(Tone.MUTED, self._below)
        self._legend.setObjectName("legendLabel")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for part, stretch in ((self._filter_label, 0), (self.filter, 1), (self._shown_label, 0)):
            top.addWidget(part, stretch)
        top.addWidget(self.shown)
        top.addWidget(self._count)
        inner = QVBoxLayout(self.fields)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(top)
        inner.addWidget(self.view, 1)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.line)
        below.addWidget(self._legend)
        scroll = FittedScroll(self._below, self.fields, share=0.3)
        for ground in (scroll.viewport(), self._below):  # a tab has another than a window
            ground.setAutoFillBackground(False)
        inner.addWidget(scroll)
        layout = QVBoxLayout(self)
        layout.addWidget(self.trouble)
        layout.addWidget(self.active_check)
        layout.addWidget(self.fields, 1)
        layout.addWidget(self._filler, 1)
        self.stops = (self.active_check, self.filter, self.shown, self.view)

    def _connect(self) -> None:
        self.active_check.clicked.connect(self.activeWanted)
        self.filter.filterChanged.connect(self._filter)
        self.shown.currentIndexChanged.connect(self._choose_shown)
        self.view.currentAltered.connect(self._say_row)
        self.view.selectionAltered.connect(self._say_row)
        self.view.notFound.connect(self._show_not_found)

    # What it shows

    def show_rules(self, rules: ActorRules, problems: Mapping[str, Problem]) -> None:
        """Show the actor type as it stands now; the rows once the tab is looked at."""
        self._rules, self._problems = rules, problems
        self._outdated = True
        self._say_actor()
        if self.isVisible():
            self._bring_up_to_date()

    def set_locked(self, locked: bool) -> None:
        """Take no changes; everything can be looked at."""
        self._locked = locked
        self.model.set_locked(locked)
        self.view.set_locked(locked)
        self._say_actor()

    def show_attempt(self, make: Callable[[], str]) -> None:
        """Say in the line what came of something that somebody wanted."""
        self.line.say_attempt(make)

    def _show_not_found(self, typed: str) -> None:
        self.line.say_attempt(
            lambda: self.tr("No SuperOffice field that fits is called “{typed}”.").format(
                typed=shown_name(typed, 40)
            )
        )

    def go_to(self, key: str, reason: Problem) -> None:
        """Go to a field and say why; where the reason is about the actor type, to its switch."""
        self._bring_up_to_date()
        self.filter.clear()
        self.shown.setCurrentIndex(0)
        if key and self.view.go_to(key):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.active_check.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.say_attempt(lambda: sentence(reason).text)

    def save_columns(self) -> None:
        """Remember order and widths."""
        self.view.save_columns()

    def focus_first(self) -> None:
        """Put the keyboard where one begins."""
        target: QWidget = self.view if self.fields.isVisibleTo(self) else self.active_check
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        if not self._outdated or self._rules is None:
            return
        self._outdated = False
        first = self.model.total == 0
        self.model.show_rules(self._rules, self._problems)
        if first and self.model.rowCount() and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, 0))
        self._say_row()
        self._say_count()

    # What is said

    @property
    def trouble_count(self) -> int:
        """How many things are wrong here."""
        rules = self._rules
        unpaired = rules is not None and rules.entity is None and not rules.mapping.active
        return len(self._problems) + (self._actor_problem() is not None and not unpaired)

    @property
    def has_fields(self) -> bool:
        """Whether there is anything to map."""
        rules = self._rules
        return rules is not None and rules.entity is not None and bool(rules.mapping.fields)

    @property
    def tone(self) -> Tone:
        """What sign the tab shows: wrong, not complete yet, synchronised, or not."""
        if any(one.code not in _INCOMPLETE for one in self._problems.values()):
            return Tone.ERROR
        if self.trouble_count:
            return Tone.WARNING
        return Tone.OK if self._rules is not None and self._rules.mapping.active else Tone.MUTED

    def _actor_problem(self) -> Problem | None:
        """What is wrong with the actor type as a whole."""
        rules = self._rules
        if rules is None:
            return None
        actor = {"actor": self.actor_type}
        if rules.entity is None:
            return Problem(ProblemCode.ACTOR_TYPE_UNKNOWN, actor)
        if not rules.schema.supported:
            return Problem(ProblemCode.ACTOR_TYPE_GONE, actor)
        return rules.schema.problem

    def _say_actor(self) -> None:
        rules = self._rules
        if rules is None:
            return
        active = rules.mapping.active
        self.active_check.setChecked(active)
        can = rules.entity is not None and rules.schema.supported
        self.active_check.setEnabled(not self._locked and (can or active))
        self.active_check.setText(self._check_text(rules))
        self.fields.setVisible(self.has_fields)
        self._filler.setVisible(not self.has_fields)
        problem = self._actor_problem()
        if problem is None:
            self._say_no_fields(rules)
            return
        tone = Tone.WARNING if can else Tone.INFO
        self.trouble.show_sentences(tone, lambda: self._trouble_text(problem))
        if rules.schema.problem is not None and can and not self._locked:
            self.trouble.add_action(lambda: self.tr("Try again"), self.retryWanted.emit, "retryActorButton")

    def _say_no_fields(self, rules: ActorRules) -> None:
        if rules.mapping.fields:
            self.trouble.clear()
            return
        text = self.tr("The ERP names no field for this type, so nothing can be mapped.")
        self.trouble.show_sentences(Tone.INFO, lambda: (words(text),))

    def _check_text(self, rules: ActorRules) -> str:
        actor = shown_name(actor_name(self.actor_type)).replace("&", "&&")
        if rules.entity is None:
            return self.tr('&Sync ERP "{actor}"').format(actor=actor)
        text = self.tr('&Sync ERP "{actor}" to SuperOffice "{entity}"')
        return text.format(actor=actor, entity=entity_name(rules.entity))

    def _trouble_text(self, problem: Problem) -> Sequence[Sentence]:
        rules = self._rules
        said = [sentence(problem)]
        if rules is not None and rules.entity is None and not rules.mapping.active:
            return [replace(said[0], remedy="")]  # there is nothing to switch off
        if rules is not None and rules.schema.problem is problem:
            head = self.tr("The fields of “{actor}” could not be read from the ERP.").format(
                actor=shown_name(actor_name(self.actor_type))
            )
            known = self.tr("What is shown was read before.") if rules.schema.fields else ""
            said = [words(head, known), *said]
        return said

    def _say_row(self, *, anew: bool = False) -> None:
        index = self.view.currentIndex()
        if self._rules is None or not index.isValid():
            self.line.clear_row()
            return
        record, selected = self.model.record(index.row()), len(self.view.selected_ids())
        self.line.say_row(self._rules, record, selected, anew=anew)

    def _say_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        locale = uilocale()
        text = self.tr("{shown} of {total}").format(
            shown=locale.toString(shown), total=locale.toString(total)
        )
        self._count.setText(text)

    # What somebody does

    def _filter(self, text: str) -> None:
        self.model.set_filter(text)
        self._say_count()

    def _choose_shown(self, place: int) -> None:
        self.model.set_shown(list(Shown)[max(0, place)])
        self._say_count()

    # Words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate_parts()

    def _retranslate_parts(self) -> None:
        self._filter_label.setText(self.tr("&Find:"))
        self.filter.setPlaceholderText(self.tr("Part of a name, key or type"))
        self.filter.setAccessibleName(self.tr("Filter fields"))
        self._shown_label.setText(self.tr("S&how:"))
        shown = (self.tr("All"), self.tr("Mapped"), self.tr("Not mapped"), self.tr("With problems"))
        for place, text in enumerate(shown):
            self.shown.setItemText(place, text)
        self.shown.setAccessibleName(self.tr("Which fields are shown"))
        self.model.set_headers(
            (
                self.tr("ERP field"),
                self.tr("Type"),
                self.tr("SuperOffice field"),
                self.tr("Direction"),
                self.tr("Show in Search"),
                self.tr("Show in ERP tab"),
            )
        )
        self.model.forget_words()
        self.view.retranslate()
        self.view.set_empty_text(self.tr("No field matches."))
        self._legend.say(self._legend_text())
        self._say_actor()
        if self._rules is not None and not self._outdated:
            self.model.show_rules(self._rules, self._problems)
            self._say_row(anew=True)
            self._say_count()

    def _legend_text(self) -> str:
        signs = self.tr("* mandatory in the ERP. Direction: framed is possible, filled is chosen.")
        keys = self.tr("Ctrl+Right: to SuperOffice. Ctrl+Left: to ERP. Ctrl+Down: both. Ctrl+0: none.")
        return f"{signs} {keys}"
