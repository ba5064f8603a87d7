"""The defaults of one actor type: the table, what is done with it, and what is not covered yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from erpsync_desktop.dialogs.defaults_rows import DefaultsModel, Lists, default_rows
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.mapping import ActorRules
from erpsync_desktop.widgets.actor_names import actor_name
from erpsync_desktop.widgets.entries_view import set_tab_order
from erpsync_desktop.widgets.field_row import row_label
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.message_panel import MessagePanel, words
from erpsync_desktop.widgets.records_view import RecordsView
from erpsync_desktop.widgets.sentences import Sentence, sentence, shown_name
from erpsync_desktop.widgets.theme import Tone

_MOST_NAMED = 8


class DefaultsPage(QWidget):
    """A tab. It changes nothing itself.

    Args:
        actor_type: whose defaults.
        parent: the tabs.

    Signals:
        addWanted: a default is to be added; with a field's key for that field, else empty.
        editWanted: the default of this field is to be edited.
        removeWanted: the defaults of these fields (a tuple of keys) are to be removed.
        undoWanted: a step is to be taken back.
        redoWanted: a step is to be done again.
        retryWanted: the ERP is to be asked again for fields that could not be read.
    """

    addWanted = Signal(str)  # noqa: N815  Qt's way of naming
    editWanted = Signal(str)  # noqa: N815
    removeWanted = Signal(object)  # noqa: N815
    undoWanted = Signal()  # noqa: N815
    redoWanted = Signal()  # noqa: N815
    retryWanted = Signal()  # noqa: N815

    def __init__(self, actor_type: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"actor:{actor_type}")
        self._actor_type = actor_type
        self._rules: ActorRules | None = None
        self._locked = self._can_undo = self._can_redo = False
        self.model = DefaultsModel(self)
        self.view = RecordsView(self.model, self)
        self.view.setObjectName("defaultsView")
        self.view.share_widths(36, 36, 16)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.setSortingEnabled(True)
        self.hint = MessagePanel(self)
        self.hint.setObjectName("uncoveredPanel")
        self.note = MessagePanel(self)
        self.note.setObjectName("problemPanel")
        self._add = self._button("addDefaultButton", lambda: self.addWanted.emit(""))
        self._edit = self._button("editDefaultButton", self._edit_current)
        self._remove = self._button("removeDefaultButton", self._remove_selected)
        self._undo = self._button("undoButton", self.undoWanted.emit)
        self._redo = self._button("redoButton", self.redoWanted.emit)
        self._lay_out()
        self._give_keys()
        self.view.chosen.connect(self._edit.click)
        self.view.selectionAltered.connect(self._enable)
        self.setFocusProxy(self.view)
        self.retranslate()

    def _button(self, name: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: deed())
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        stops = (self._add, self._edit, self._remove, self._undo, self._redo)
        for button in stops:
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.hint)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        set_tab_order((self.view, *stops))

    def _give_keys(self) -> None:
        self._keys = {
            self._add: ("Ctrl+N", "Ins"),
            self._remove: ("Del",),
            self._undo: ("Ctrl+Z",),
            self._redo: ("Ctrl+Y", "Ctrl+Shift+Z"),
        }
        for button, sequences in self._keys.items():
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(one) for one in sequences])
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    # What is shown

    def show_defaults(self, rules: ActorRules, lists: Lists) -> None:
        """Show the defaults as they stand now, and what is not covered."""
        self._rules = rules
        self.model.set_records(default_rows(rules, lists))
        self._show_hint()
        self._enable()

    def show_state(self, *, locked: bool, can_undo: bool, can_redo: bool) -> None:
        """Say what can be done."""
        self._locked, self._can_undo, self._can_redo = locked, can_undo, can_redo
        self._show_hint()
        self._enable()

    def select(self, key: str) -> bool:
        """Select the default of a field; False where it has none."""
        row = self.model.row_of(key)
        if row >= 0:
            self.view.select_ids((key,))
            self.view.setFocus()
        return row >= 0

    def _enable(self) -> None:
        selected = self.view.selected_ids()
        free = not self._locked
        wanted = {
            self._add: free,
            self._edit: free and len(selected) == 1,
            self._remove: free and bool(selected),
            self._undo: free and self._can_undo,
            self._redo: free and self._can_redo,
        }
        if any(button.hasFocus() and not on for button, on in wanted.items()):
            self.view.setFocus()
        for button, on in wanted.items():
            button.setEnabled(on)
        record = self.model.record(self.model.row_of(selected[0])) if len(selected) == 1 else None
        self.note.show_problem(Tone.ERROR, record.problem if record else None)

    # What is not covered

    def _uncovered(self, code: ProblemCode) -> list[Problem]:
        """The mandatory fields with this against them; of an actor that is not synchronised, none."""
        rules = self._rules
        if rules is None or not rules.mapping.active:
            return []
        found = (rules.mandatory_problem(row) for row in rules.rows())
        return [problem for problem in found if problem and problem.code is code]

    def _show_hint(self) -> None:
        self.hint.clear()
        if not self._hint_text():
            return
        self.hint.show_sentences(Tone.WARNING, self._hint_text)
        if self._rules and self._rules.schema.problem:
            self.hint.add_action(lambda: self.tr("Try again"), self.retryWanted.emit, "retryFieldsButton")
        uncovered = self._uncovered(ProblemCode.MANDATORY_NOT_COVERED)
        if uncovered and not self._locked:
            key = str(uncovered[0].params["key"])
            self.hint.add_action(
                lambda: self.tr("Add a default for {label}").format(label=self._label(key)),
                lambda: self.addWanted.emit(key),
                "coverButton",
            )

    def _hint_text(self) -> Sequence[Sentence]:
        texts = {
            ProblemCode.MANDATORY_NOT_COVERED: (
                self.tr("New records would reach the ERP without these mandatory fields: {fields}."),
                self.tr("Add a default for them, or choose a direction towards the ERP in “Mappings”."),
            ),
            ProblemCode.MANDATORY_WITHOUT_DIRECTION: (
                self.tr("These mandatory fields of the ERP have no direction yet: {fields}."),
                self.tr("Map them and choose a direction in “Mappings”."),
            ),
        }
        said = self._unread()
        for code, (text, remedy) in texts.items():
            if uncovered := self._uncovered(code):
                said.append(words(text.format(fields=self._labels(uncovered)), remedy))
        return said

    def _unread(self) -> list[Sentence]:
        """That the fields could not be read, and why."""
        problem = self._rules.schema.problem if self._rules else None
        if problem is None:
            return []
        text = self.tr("The fields of “{actor}” could not be read from the ERP.")
        name = shown_name(actor_name(self._actor_type))
        return [words(text.format(actor=name)), sentence(problem)]

    def _labels(self, problems: Sequence[Problem]) -> str:
        names = [self._label(str(problem.params["key"])) for problem in problems[:_MOST_NAMED]]
        if len(problems) > _MOST_NAMED:
            more = uilocale().toString(len(problems) - _MOST_NAMED)
            names.append(self.tr("{count} more").format(count=more))
        return uilocale().createSeparatedList(names)

    def _label(self, key: str) -> str:
        erp = self._rules.schema.by_key.get(key) if self._rules else None
        return f"“{shown_name(row_label(erp) if erp else key, 40)}”"

    # What is done

    def _edit_current(self) -> None:
        selected = self.view.selected_ids()
        if len(selected) == 1:
            self.editWanted.emit(selected[0])

    def _remove_selected(self) -> None:
        if selected := self.view.selected_ids():
            self.removeWanted.emit(selected)

    # Words

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self.model.set_headers(
            (self.tr("ERP field"), self.tr("Default value"), self.tr("Ask user"), self.tr("Mandatory"))
        )
        name = actor_name(self._actor_type)
        self.view.setAccessibleName(self.tr("Defaults of {actor}").format(actor=name))
        self.view.set_empty_text(self.tr("There are no defaults yet. Add one for a field of the ERP."))
        self._add.setText(self.tr("&Add …"))
        self._edit.setText(self.tr("&Edit …"))
        self._remove.setText(self.tr("De&lete"))
        self._undo.setText(self.tr("U&ndo"))
        self._redo.setText(self.tr("Re&do"))
        for button, keys in self._keys.items():
            button.setToolTip(QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText))
