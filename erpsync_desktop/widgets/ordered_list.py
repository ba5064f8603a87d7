"""A list whose order is changed by buttons, by keys and by dragging."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QKeyCombination, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)

from erpsync_desktop.model.ranking import Move
from erpsync_desktop.widgets.button_column import ButtonColumn
from erpsync_desktop.widgets.entries_view import set_tab_order
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.message_panel import PlainLabel
from erpsync_desktop.widgets.ordered_model import NOTE, TEXT, OrderedItem, OrderedModel
from erpsync_desktop.widgets.sentences import shown_name
from erpsync_desktop.widgets.table_keys import selects_first

_Keys = QKeyCombination | str
_ROW_PADDING = 8
_MOVES = {
    Move.UP: ("moveUpButton", Qt.Key.Key_Up),
    Move.DOWN: ("moveDownButton", Qt.Key.Key_Down),
    Move.TOP: ("moveToTopButton", Qt.Key.Key_Home),
    Move.BOTTOM: ("moveToBottomButton", Qt.Key.Key_End),
}
_UNDO = ("Ctrl+Z",)
_REDO = ("Ctrl+Y", "Ctrl+Shift+Z")


class OrderedList(QWidget):
    """Things in an order, with what moves them beside them. What is selected stays so while it moves.

    Args:
        parent: the dialog, or a page of it.

    Attributes:
        model: the things in their order.
        view: shows them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = OrderedModel(self)
        self.view = _OrderedView(self.model, self)
        self._place = PlainLabel(self)
        self._place.setObjectName("placeLabel")
        self._keys: dict[QPushButton, QKeySequence] = {}
        self._moves = {move: self._add_move(move, *how) for move, how in _MOVES.items()}
        self._undo = self._add_button("undoButton", self.model.undo, _UNDO)
        self._redo = self._add_button("redoButton", self.model.redo, _REDO)
        self._lay_out()
        self.view.selectionModel().selectionChanged.connect(self._follow)
        self.model.orderChanged.connect(self._follow)
        self.model.layoutChanged.connect(self._tell_place)
        self._retranslate()

    def _add_move(self, move: Move, name: str, key: Qt.Key) -> QPushButton:
        return self._add_button(name, lambda: self._move(move), [Qt.KeyboardModifier.AltModifier | key])

    def _add_button(self, name: str, deed: Callable[[], None], keys: Sequence[_Keys]) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: deed())
        self._keys[button] = QKeySequence(keys[0])
        shortcut = QShortcut(self)
        shortcut.setKeys([QKeySequence(key) for key in keys])
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)
        return button

    def _lay_out(self) -> None:
        buttons = ButtonColumn(self)
        for button in self._moves.values():
            buttons.add(button)
        buttons.add_gap()
        buttons.add(self._undo)
        buttons.add(self._redo)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view, 0, 0)
        layout.addWidget(buttons, 0, 1)
        layout.addWidget(self._place, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        set_tab_order((self.view, *self._moves.values(), self._undo, self._redo))

    # What is shown

    def set_items(self, items: Sequence[OrderedItem]) -> None:
        """Show other things; none is selected, and one stands on the first."""
        self.model.set_items(items)
        if items:
            here, flag = self.model.index(0, TEXT), QItemSelectionModel.SelectionFlag.NoUpdate
            self.view.selectionModel().setCurrentIndex(here, flag)
        self._follow()

    def selected(self) -> tuple[int, ...]:
        """The places (from 0) of what is selected, from top to bottom."""
        # Qt's own list of rows takes the square of their number.
        blocks = self.view.selectionModel().selection().toList()
        return tuple(sorted({row for block in blocks for row in range(block.top(), block.bottom() + 1)}))

    def select(self, ids: Sequence[str]) -> None:
        """Select these alone, as far as they are there."""
        wanted = set(ids)
        self.view.select_rows([row for row, key in enumerate(self.model.ids) if key in wanted])

    def place_text(self) -> str:
        """Where what is selected stands; empty where nothing is."""
        places, count = self.selected(), self.model.rowCount()
        if not places:
            return ""
        locale = uilocale()
        first, last, of = (locale.toString(number) for number in (places[0] + 1, places[-1] + 1, count))
        if len(places) > 1:
            text = self.tr("{number} selected, from {first} to {last} of {count}")
            return text.format(number=locale.toString(len(places)), first=first, last=last, count=of)
        name = shown_name(self.model.items[places[0]].text)
        return self.tr("{name}: {place} of {count}").format(name=name, place=first, count=of)

    # Moving

    def _move(self, move: Move) -> None:
        places = self.selected()
        if places:
            self.model.move(places, move)
            ahead = 0 if move in {Move.UP, Move.TOP} else -1
            self.view.scrollTo(self.model.index(self.selected()[ahead], TEXT))

    def _follow(self) -> None:
        places = self.selected()
        for move, button in self._moves.items():
            self._enable(button, self.model.can_move(places, move))
        self._enable(self._undo, self.model.can_undo)
        self._enable(self._redo, self.model.can_redo)
        self._place.setText(self.place_text() or self.tr("Select what is to be moved."))

    def _enable(self, button: QPushButton, enabled: bool) -> None:
        if button.hasFocus() and not enabled:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        button.setEnabled(enabled)

    def _tell_place(self) -> None:
        """Say where it stands now also to who does not see it."""
        if QAccessible.isActive() and (text := self.place_text()):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, text))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._moves[Move.UP].setText(self.tr("Move &up"))
        self._moves[Move.DOWN].setText(self.tr("Move &down"))
        self._moves[Move.TOP].setText(self.tr("To the &top"))
        self._moves[Move.BOTTOM].setText(self.tr("To the &bottom"))
        self._undo.setText(self.tr("U&ndo"))
        self._redo.setText(self.tr("&Redo"))
        for button, key in self._keys.items():
            button.setToolTip(key.toString(QKeySequence.SequenceFormat.NativeText))
        self._follow()


class _OrderedView(QTableView):
    """Whole rows, which are dragged; the places stand before them."""

    def __init__(self, model: OrderedModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("itemsView")
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setResizeContentsPrecision(0)  # by the rows in sight
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionsClickable(False)
        self._fit_rows()

    def select_rows(self, rows: Sequence[int]) -> None:
        """Select these rows alone and stand on the first."""
        selection, model = QItemSelection(), self.model()
        for row in rows:
            selection.select(model.index(row, TEXT), model.index(row, NOTE))
        if rows:
            here = model.index(rows[0], TEXT)
            self.selectionModel().setCurrentIndex(here, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(here)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The first key that moves selects where one stands."""
        if not selects_first(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_rows()

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING)
