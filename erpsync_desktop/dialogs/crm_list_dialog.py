"""Add a user-defined list of SuperOffice, or change the items of any list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QWidget,
)

from erpsync_desktop.dialogs.conflict_panel import Difference
from erpsync_desktop.dialogs.crm_dialog import CrmDialog
from erpsync_desktop.dialogs.mapping_history import History
from erpsync_desktop.dialogs.remembered_size import restore_size
from erpsync_desktop.model.catalogue import Catalogue, CrmList
from erpsync_desktop.model.catalogue_items import ItemRow, pasted_rows, ready_rows
from erpsync_desktop.model.catalogue_rules import check_list
from erpsync_desktop.model.catalogue_texts import in_two, of_two
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.widgets.button_column import ButtonColumn
from erpsync_desktop.widgets.crm_items_model import KEY, NOTE, CrmItemsModel
from erpsync_desktop.widgets.entries_view import set_tab_order
from erpsync_desktop.widgets.language import current_language, uilocale
from erpsync_desktop.widgets.table_keys import spare_headers
from erpsync_desktop.widgets.tasks import run_in_background
from erpsync_desktop.workspace.protocol import Workspace

_BUTTONS = (
    "addItemButton",
    "removeItemButton",
    "moveUpButton",
    "moveDownButton",
    "pasteItemsButton",
    "undoButton",
    "redoButton",
)


@dataclass(frozen=True, slots=True)
class _Typed:
    """What is typed; made into a list off the GUI thread."""

    shell: CrmList
    rows: tuple[ItemRow, ...]

    def list(self) -> CrmList:
        return replace(self.shell, items=tuple(row.item() for row in self.rows))


class CrmListDialog(CrmDialog[CrmList]):
    """Describes a list with its items, which can be 20,000 and more.

    Args:
        workspace: where it is saved.
        catalogue: what there is.
        crm: the list to change; None for a new one.
    """

    def __init__(
        self, workspace: Workspace, catalogue: Catalogue, crm: CrmList | None, parent: QWidget | None = None
    ) -> None:
        def save(typed: _Typed, before: CrmList | None) -> CrmList:
            return workspace.save_crm_list(typed.list(), before)

        super().__init__(catalogue, crm, save, None, parent)
        self.setObjectName("crmListDialog")
        shown = crm or CrmList("", user_defined=True)
        self._add_names(shown.name, shown.label)
        self._create()
        self._lay_out_items()
        self._connect()
        if crm:
            self._fix(self._key)
        if crm and not crm.user_defined:
            self._fix(self._english, self._german)
        self.retranslate()
        self._load(shown)
        if crm is None:
            self._key.setFocus()
        metrics = self.fontMetrics()
        restore_size(self, QSize(metrics.averageCharWidth() * 110, metrics.height() * 34))

    def _create(self) -> None:
        self._model = CrmItemsModel(self)
        self._view = QTableView(self)
        self._view.setObjectName("itemsView")
        self._view.setModel(self._model)
        self._view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._view.setTabKeyNavigation(False)
        self._view.setWordWrap(False)
        self._view.setCornerButtonEnabled(False)
        header = self._view.horizontalHeader()
        header.setStretchLastSection(True)
        spare_headers(self._view)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        width = self.fontMetrics().averageCharWidth()
        for column, share in enumerate((12, 24, 24)):
            self._view.setColumnWidth(column, share * width)
        self._items_label = QLabel(self)
        self._items_label.setBuddy(self._view)
        self._pressed = [QPushButton(self) for _ in _BUTTONS]
        for button, name in zip(self._pressed, _BUTTONS, strict=True):
            button.setObjectName(name)
            button.setAutoDefault(False)
        self._add, self._remove, self._up, self._down, self._paste, self._undo, self._redo = self._pressed
        self._history: History[tuple[ItemRow, ...]] = History()
        self._keys: dict[QPushButton, QKeySequence] = {}
        self._inputs += [self._view, *self._pressed]

    def _lay_out_items(self) -> None:
        side = ButtonColumn(self)
        for button in self._pressed:
            side.add(button)
        items = QHBoxLayout()
        items.addWidget(self._view, 1)
        items.addWidget(side)
        at = self._layout.indexOf(self._failure)
        self._layout.insertWidget(at, self._items_label)
        self._layout.insertLayout(at + 1, items, 1)
        self._layout.setStretch(self._layout.indexOf(self._missing) - 1, 0)  # the items take the room
        self.setSizeGripEnabled(True)
        set_tab_order([self._german, self._view, *self._pressed, self._ok, self._cancel])

    def _connect(self) -> None:
        self._add.clicked.connect(self._add_item)
        self._remove.clicked.connect(self._remove_items)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._paste.clicked.connect(self._paste_items)
        self._undo.clicked.connect(lambda: self._go_back(self._history.undo))
        self._redo.clicked.connect(lambda: self._go_back(self._history.redo))
        self._model.leaving.connect(lambda: self._history.add(self._model.rows, ""))
        self._model.edited.connect(self._show_missing)
        self._model.edited.connect(self._update_buttons)
        self._view.selectionModel().selectionChanged.connect(self._update_buttons)
        keys = {
            self._add: [QKeySequence("Ctrl+N"), QKeySequence(Qt.Key.Key_Insert)],
            self._remove: QKeySequence.keyBindings(QKeySequence.StandardKey.Delete),
            self._up: [QKeySequence("Ctrl+Up")],
            self._down: [QKeySequence("Ctrl+Down")],
            self._paste: QKeySequence.keyBindings(QKeySequence.StandardKey.Paste),
            self._undo: [QKeySequence("Ctrl+Z")],
            self._redo: [QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")],
        }
        for button, sequences in keys.items():
            anywhere = button in (self._undo, self._redo)  # a line in which is typed has its own
            shortcut = QShortcut(self if anywhere else self._view)
            shortcut.setKeys(sequences)
            if not anywhere:
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(button.click)
            self._keys[button] = sequences[0]

    # What is shown and typed

    def fill(self, crm: CrmList) -> None:
        """Show a list; its items come when they are ready."""
        english, german = in_two(crm.label)
        self._english.setText(english)
        self._german.setText(german)
        self._load(crm)

    def _load(self, crm: CrmList) -> None:
        items = crm.items
        for widget in (self._view, *self._pressed):
            widget.setEnabled(False)
        self._loading = run_in_background(
            self, lambda _: ready_rows(items), done=self._loaded, failed=self._failed
        )
        self._loading.finished.connect(self._show_missing)
        self._show_missing()

    def _loaded(self, rows: Sequence[ItemRow]) -> None:
        self._model.set_rows(rows)
        self._history.clear()
        self._remember()
        for widget in (self._view, *self._pressed):
            widget.setEnabled(True)
        if self._before:
            self._view.setFocus()
        self._update_buttons()

    def _entry(self) -> _Typed:
        before = self._before or CrmList("", user_defined=True)
        label = of_two(self._english.text().strip(), self._german.text().strip(), before.label)
        return _Typed(replace(before, name=self._key.text().strip(), label=label), self._model.rows)

    def _problems(self) -> tuple[Problem, ...]:
        shell = replace(self._entry().shell, items=())
        return (*check_list(shell, self._catalogue, self._before), *self._model.problems)

    def _show_missing(self) -> None:
        super()._show_missing()
        if hasattr(self, "_loading") and self._loading.running:
            self._ok.setEnabled(False)

    # The items

    def _selected(self) -> list[int]:
        """The selected rows; by ranges, because Qt looks at every cell to tell rows."""
        chosen = self._view.selectionModel().selection()
        ranges = [chosen.at(number) for number in range(chosen.size())]
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    def _update_buttons(self) -> None:
        any_selected = self._view.selectionModel().hasSelection()
        for button in (self._remove, self._up, self._down):
            if button.hasFocus() and not any_selected:
                self._view.setFocus()
            button.setEnabled(any_selected)
        possible = {self._undo: self._history.can_undo, self._redo: self._history.can_redo}
        for button, enabled in possible.items():
            if button.hasFocus() and not enabled:
                self._view.setFocus()
            button.setEnabled(enabled)

    def _add_item(self) -> None:
        selected = self._selected()
        place = selected[-1] + 1 if selected else self._model.rowCount()
        self._model.insert(place, [ItemRow()])
        self._view.setCurrentIndex(self._model.index(place, KEY))
        self._view.setFocus()
        self._view.edit(self._model.index(place, KEY))

    def _remove_items(self) -> None:
        selected = self._selected()
        if selected:
            self._model.remove(selected)
            self._select([min(selected[0], self._model.rowCount() - 1)])

    def _move(self, step: int) -> None:
        self._select(self._model.move(self._selected(), step))

    def _paste_items(self) -> None:
        text = QGuiApplication.clipboard().text()
        run_in_background(self, lambda _: pasted_rows(text), done=self._insert, failed=self._failed)

    def _insert(self, rows: Sequence[ItemRow]) -> None:
        selected = self._selected()
        place = selected[-1] + 1 if selected else self._model.rowCount()
        self._model.insert(place, rows)
        self._select(range(place, place + len(rows)))

    def _go_back(self, step: Callable[[tuple[ItemRow, ...]], tuple[tuple[ItemRow, ...], str]]) -> None:
        """Undo or redo, and select what came back by it."""
        left = self._model.rows
        rows, _ = step(left)
        self._model.set_rows(rows)
        self._select(_changed(left, rows))
        self._show_missing()

    def _select(self, places: Sequence[int]) -> None:
        selection, last = QItemSelection(), NOTE
        for first, end in _runs(places):
            selection.select(self._model.index(first, 0), self._model.index(end, last))
        self._view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if places and places[0] >= 0:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self._view.selectionModel().setCurrentIndex(self._model.index(places[0], 0), flag)
            self._view.scrollTo(self._model.index(places[0], 0))
        self._update_buttons()

    # Two versions

    def differences(self, theirs: CrmList) -> Sequence[Difference]:
        """What differs, in the language of the moment."""
        typed, code = self._entry(), current_language()
        mine = typed.list()
        pairs = [Difference(self.tr("Name"), mine.label_in(code), theirs.label_in(code))]
        here = {item.key: item.text_in(code) for item in mine.items}
        there = {item.key: item.text_in(code) for item in theirs.items}
        none = self.tr("(not there)")
        pairs += [Difference(key, here.get(key, none), there.get(key, none)) for key in {**here, **there}]
        found = [each for each in pairs if each.mine != each.theirs]
        if not found:
            found.append(
                Difference(self.tr("Order of the items"), self.tr("as here"), self.tr("as it was saved"))
            )
        return found

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        super().retranslate()
        self.setWindowTitle(
            self.tr("Edit SuperOffice list") if self._before else self.tr("Add SuperOffice list")
        )
        self._hint.say(self._hint_text())
        self._key_label.setText(self.tr("* &Key:"))
        self._items_label.setText(self.tr("Ite&ms:"))
        self._add.setText(self.tr("&Add item"))
        self._remove.setText(self.tr("&Remove item"))
        self._up.setText(self.tr("Move &up"))
        self._down.setText(self.tr("Move &down"))
        self._paste.setText(self.tr("&Paste from a spreadsheet"))
        self._undo.setText(self.tr("U&ndo"))
        self._redo.setText(self.tr("Red&o"))
        for button, key in self._keys.items():
            button.setToolTip(key.toString(QKeySequence.SequenceFormat.NativeText))
        self._model.retranslate()

    def _hint_text(self) -> str:
        if self._before is None:
            return self.tr("Key, English and German text of each item can be pasted from a spreadsheet.")
        if self._before.user_defined:
            return self.tr("Fields and list mappings name a list by its key, so it stays as it is.")
        count = uilocale().toString(len(self._before.items))
        text = self.tr("A standard list of SuperOffice with {count} items; it can be put back afterwards.")
        return text.format(count=count)


def _changed(before: Sequence[ItemRow], after: Sequence[ItemRow]) -> range:
    """The places of ``after`` from the first to the last row that differs."""
    shared = min(len(before), len(after))
    first = next((place for place in range(shared) if before[place] != after[place]), shared)
    same_behind = next(
        (place for place in range(shared - first) if before[-1 - place] != after[-1 - place]), shared - first
    )
    return range(first, len(after) - same_behind)


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Places, in order, as first and last of each run: a selection of few ranges is quick."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        elif place >= 0:
            runs.append((place, place))
    return runs
