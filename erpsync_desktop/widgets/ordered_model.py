"""An order of things that can be changed, taken back and done again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, Qt, Signal

from erpsync_desktop.model.ranking import Move, dropped, moved
from erpsync_desktop.widgets.tables import NO_PARENT, Index
from erpsync_desktop.widgets.theme import Tone, colour

TEXT, NOTE = range(2)
_MIME = "application/x-erpsync-places"
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True, slots=True)
class OrderedItem:
    """One thing in an order.

    Attributes:
        id: what it is known by.
        text: what it is called, plain text.
        note: what else is said of it; empty for nothing.
        muted: it is dimmed; ``note`` says why in words.
    """

    id: str
    text: str
    note: str = ""
    muted: bool = False


class OrderedModel(QAbstractTableModel):
    """Shows things in their order: text and note. Every change can be taken back.

    Signals:
        orderChanged: it is another order now.
    """

    orderChanged = Signal()  # noqa: N815  Qt's way of naming

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[OrderedItem, ...] = ()
        self._headers = ("", "")
        self._past: list[tuple[str, ...]] = []
        self._future: list[tuple[str, ...]] = []

    # What is there

    def set_headers(self, text: str, note: str) -> None:
        """Name the two columns."""
        self._headers = (text, note)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, TEXT, NOTE)

    def set_items(self, items: Sequence[OrderedItem]) -> None:
        """Show other things; nothing can be taken back then."""
        self.beginResetModel()
        self._items = tuple(items)
        self._past, self._future = [], []
        self.endResetModel()
        self.orderChanged.emit()

    def describe(self, items: Sequence[OrderedItem]) -> None:
        """Say something else of the same things (by id), in the order that they have now."""
        known = {item.id: item for item in items}
        self._items = tuple(known.get(item.id, item) for item in self._items)
        if self._items:
            self.dataChanged.emit(self.index(0, TEXT), self.index(len(self._items) - 1, NOTE))

    @property
    def items(self) -> tuple[OrderedItem, ...]:
        """All of them in their order."""
        return self._items

    @property
    def ids(self) -> tuple[str, ...]:
        """What they are known by, in their order."""
        return tuple(item.id for item in self._items)

    # Moving

    def can_move(self, places: Collection[int], move: Move) -> bool:
        """Whether the order would be another one."""
        return bool(places) and moved(self._items, places, move) != self._items

    def move(self, places: Collection[int], move: Move) -> None:
        """Move those at these places."""
        self._go_to(moved(self.ids, places, move))

    def drop(self, places: Collection[int], before: int) -> None:
        """Move those at these places in front of another place; ``rowCount()`` is the end."""
        self._go_to(dropped(self.ids, places, before))

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._future)

    def undo(self) -> None:
        """Take the last move back."""
        if self._past:
            self._future.append(self.ids)
            self._arrange(self._past.pop())

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._future:
            self._past.append(self.ids)
            self._arrange(self._future.pop())

    def _go_to(self, order: tuple[str, ...]) -> None:
        if order != self.ids:
            self._past.append(self.ids)
            self._future.clear()
            self._arrange(order)

    def _arrange(self, order: tuple[str, ...]) -> None:
        self.layoutAboutToBeChanged.emit()
        was, known = self._items, {item.id: item for item in self._items}
        places = {key: place for place, key in enumerate(order)}
        self._items = tuple(known[key] for key in order)
        indexes = self.persistentIndexList()
        now = [self.index(places[was[index.row()].id], index.column()) for index in indexes]
        self.changePersistentIndexList(indexes, now)
        self.layoutChanged.emit()
        self.orderChanged.emit()

    # Dragging

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        """Things only change their place. There is no ``removeRows``, so a drag takes nothing away."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """Places, meant for this list alone."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """The places of what is dragged."""
        data = QMimeData()
        places = sorted({index.row() for index in indexes})
        data.setData(_MIME, ",".join(map(str, places)).encode())
        return data

    def dropMimeData(  # noqa: N802
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Move what was dragged in front of where it was dropped; below all rows, to the end."""
        if not data.hasFormat(_MIME):
            return False
        places = [int(place) for place in bytes(data.data(_MIME).data()).decode().split(",")]
        if row < 0:
            row = parent.row() if parent.isValid() else len(self._items)
        self.drop(places, row)
        return True

    # What Qt asks

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        """How many things there are."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        """Text and note."""
        return 0 if parent.isValid() else 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are dragged; they are dropped between rows only."""
        return _FLAGS | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text or note, dimmed where it is muted."""
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text if index.column() == TEXT else item.note
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == TEXT:
            return ", ".join(part for part in (item.text, item.note) if part)
        if role == Qt.ItemDataRole.ForegroundRole and (item.muted or index.column() == NOTE):
            return colour(Tone.MUTED)
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names, and the places from 1."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headers[section] if orientation is Qt.Orientation.Horizontal else section + 1
