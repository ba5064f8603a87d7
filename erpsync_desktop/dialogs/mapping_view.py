"""The table of one actor type's fields, and what the keyboard does in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QWidget

from erpsync_desktop.dialogs.mapping_model import (
    CRM_FIELD,
    DIRECTION,
    ERP_FIELD,
    IN_SEARCH,
    IN_TAB,
    TYPE,
    MappingsModel,
)
from erpsync_desktop.model.sync_setup import Direction
from erpsync_desktop.widgets.check_delegate import CheckDelegate
from erpsync_desktop.widgets.direction_delegate import DirectionDelegate
from erpsync_desktop.widgets.records_view import RecordsView
from erpsync_desktop.widgets.search_combo import SearchComboDelegate
from erpsync_desktop.widgets.table_keys import select_current
from erpsync_desktop.widgets.tables import Index

_SHARES = {ERP_FIELD: 36, TYPE: 18, CRM_FIELD: 40}
"""How the names share the width."""
_LEAST_NAMES = 50
"""Average characters that the names have together before the buttons become narrower."""
_OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}
_KEYS: dict[Direction, tuple[str, ...]] = {
    Direction.TO_CRM: ("Ctrl+Right",),
    Direction.TO_ERP: ("Ctrl+Left",),
    Direction.BOTH: ("Ctrl+Down", "Ctrl+B"),
    Direction.NONE: ("Ctrl+0", "Backspace"),
}


class _LockedBoxes(CheckDelegate):
    """Check boxes that look as if they could not be ticked, as they cannot."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_Enabled


class FieldsView(RecordsView):
    """Shows a ``MappingsModel``. Every key works on all selected rows.

    Signals:
        directionWanted: the selected fields (keys) are to have a direction.
        directionClicked: a direction's button of one field (key) was clicked.
        unmapWanted: the selected fields (keys) are to have no SuperOffice field.
        toggleWanted: the selected fields (keys) are to be shown, or not, in a column.
        currentAltered: one stands on another row.
        notFound: what somebody typed in the choice is the name of no field that is offered.
    """

    directionWanted = Signal(list, object)  # noqa: N815  Qt's way of naming
    directionClicked = Signal(str, object)  # noqa: N815
    unmapWanted = Signal(list)  # noqa: N815
    toggleWanted = Signal(list, int)  # noqa: N815
    currentAltered = Signal()  # noqa: N815
    notFound = Signal(str)  # noqa: N815

    def __init__(self, model: MappingsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setObjectName("fieldsView")
        self.setAlternatingRowColors(True)
        self._directions = DirectionDelegate(self)
        self._combos = SearchComboDelegate(self)
        self._boxes, self._locked_boxes = CheckDelegate(self), _LockedBoxes(self)
        self.setItemDelegateForColumn(DIRECTION, self._directions)
        self.setItemDelegateForColumn(CRM_FIELD, self._combos)
        self._directions.clicked.connect(self._button_clicked)
        self._combos.notFound.connect(self.notFound)
        self.selectionModel().currentChanged.connect(lambda *_: self.currentAltered.emit())
        self.clicked.connect(self._cell_clicked)
        self.spacePressed.connect(self._toggle)
        self._actions = self._make_actions()
        self.set_locked(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.share_widths(*_SHARES.values(), 0, 0)

    def _divide_width(self) -> None:
        """Give buttons and boxes what they need, and the names the rest, until the user drags a column."""
        if not self._shares:
            self._widen_boxes()
            return
        header, width = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        needed = {
            DIRECTION: max(3 * 7 * width, header.sectionSizeHint(DIRECTION)),
            IN_SEARCH: header.sectionSizeHint(IN_SEARCH) + width,
        }
        last = header.sectionSizeHint(IN_TAB) + width
        if self.viewport().width() < sum(needed.values()) + last + _LEAST_NAMES * width:
            needed[DIRECTION] = max(3 * 4 * width, header.sectionSizeHint(DIRECTION))
        room = self.viewport().width() - sum(needed.values()) - last
        self._dividing = True
        for column, share in _SHARES.items():
            names = max(8 * width, room * share // sum(_SHARES.values()))
            self.setColumnWidth(column, names)
        for column, wanted in needed.items():
            self.setColumnWidth(column, wanted)
        self._dividing = False

    def _widen_boxes(self) -> None:
        """Leave the names above the boxes in sight, however narrow their columns were left."""
        header = self.horizontalHeader()
        for column in (IN_SEARCH, IN_TAB):
            needed = header.sectionSizeHint(column)
            if header.sectionSize(column) < needed:
                self.setColumnWidth(column, needed)

    def restore_order(self) -> None:
        """Take widths and order as they were left."""
        self.restore_columns()
        header = self.horizontalHeader()
        if not QSettings().contains(self._settings_key()):
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _make_actions(self) -> dict[object, QAction]:
        made: dict[object, QAction] = {}
        for direction, keys in _KEYS.items():
            made[direction] = self._action(keys, partial(self._want, direction))
        made["unmap"] = self._action(("Del",), self._unmap)
        made[IN_SEARCH] = self._action((), lambda: self._toggle_column(IN_SEARCH))
        made[IN_TAB] = self._action((), lambda: self._toggle_column(IN_TAB))
        return made

    def _action(self, keys: tuple[str, ...], deed: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked: deed())
        self.addAction(action)
        return action

    def retranslate(self) -> None:
        """Name what the context menu offers, and give the headers the room that they need now."""
        self.setAccessibleName(self.tr("ERP fields"))
        texts = {
            Direction.TO_CRM: self.tr("To SuperOffice  ( > )"),
            Direction.TO_ERP: self.tr("To ERP  ( < )"),
            Direction.BOTH: self.tr("Both directions  ( < > )"),
            Direction.NONE: self.tr("No direction"),
            "unmap": self.tr("Remove the mapping"),
            IN_SEARCH: self.tr("Show in Search"),
            IN_TAB: self.tr("Show in ERP tab"),
        }
        for what, action in self._actions.items():
            action.setText(texts[what])
        self._divide_width()

    def set_locked(self, locked: bool) -> None:
        """Take no changes."""
        for action in self._actions.values():
            action.setEnabled(not locked)
        for column in (IN_SEARCH, IN_TAB):
            self.setItemDelegateForColumn(column, self._locked_boxes if locked else self._boxes)

    # What somebody does

    def keys_in_hand(self) -> list[str]:
        """The selected fields; the one that one stands on where none is selected."""
        select_current(self)
        return list(self.selected_ids())

    def go_to(self, key: str, column: int = ERP_FIELD) -> bool:
        """Stand on a field; say whether it is shown."""
        row = self._records.row_of(key)
        if row < 0:
            return False
        self.select_ids((key,))
        index = self._records.index(row, column)
        flag = self.selectionModel().SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(index, flag)
        return True

    def open_choice(self) -> None:
        """Open the list of SuperOffice fields of the row that one stands on."""
        index = self._records.index(self.currentIndex().row(), CRM_FIELD)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and F2 open the choice, and so does typing in its column."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        index = self.currentIndex()
        if plain and event.key() in _OPENS and index.isValid():
            self.open_choice()
            return
        typed = event.text().strip() and event.text().isprintable()
        shifted = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if typed and shifted and index.column() == CRM_FIELD and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._edit_with(index, event)
            return
        super().keyPressEvent(event)

    def _edit_with(self, index: Index, event: QKeyEvent) -> None:
        """Open the choice with what was typed in it: a view hands the key on for this trigger alone."""
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.edit(index, QAbstractItemView.EditTrigger.AnyKeyPressed, event)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def _cell_clicked(self, index: Index) -> None:
        if index.column() == CRM_FIELD and not QGuiApplication.keyboardModifiers():
            self.open_choice()

    def _button_clicked(self, index: Index, direction: Direction) -> None:
        self.directionClicked.emit(self._records.record(index.row()).id, direction)

    def _want(self, direction: Direction) -> None:
        if keys := self.keys_in_hand():
            self.directionWanted.emit(keys, direction)

    def _unmap(self) -> None:
        if keys := self.keys_in_hand():
            self.unmapWanted.emit(keys)

    def _toggle(self) -> None:
        column = self.currentIndex().column()
        if column in {IN_SEARCH, IN_TAB}:
            self._toggle_column(column)
        elif column in {CRM_FIELD, ERP_FIELD, TYPE}:
            self.open_choice()

    def _toggle_column(self, column: int) -> None:
        if keys := self.keys_in_hand():
            self.toggleWanted.emit(keys, column)
