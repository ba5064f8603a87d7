"""The table of a list's items: each with its SuperOffice item, and whether that is right."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication

from erpsync_desktop.dialogs.list_mapping_state import ItemRow, PairState
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.sentences import shown_name
from erpsync_desktop.widgets.tables import Index, RecordsModel
from erpsync_desktop.widgets.theme import Tone, colour, status_icon
from erpsync_desktop.widgets.tooltips import tooltip

ERP_ITEM, ERP_KEY, CRM_ITEM, STATUS = range(4)

_DISPLAY, _TOOLTIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_DECORATION, _FOREGROUND = int(Qt.ItemDataRole.DecorationRole), int(Qt.ItemDataRole.ForegroundRole)
_EDIT, _ACCESSIBLE = int(Qt.ItemDataRole.EditRole), int(Qt.ItemDataRole.AccessibleTextRole)
_ROLES = {_DISPLAY, _TOOLTIP, _DECORATION, _FOREGROUND, _EDIT, _ACCESSIBLE}
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_MOST_NAMED = 3


class Show(Enum):
    """Which items are shown."""

    ALL = auto()
    UNMAPPED = auto()
    TWICE = auto()
    GONE = auto()


class _Status(Enum):
    TWICE = 0
    GONE = 1
    UNMAPPED = 2
    MAPPED = 3


_TONES = {
    _Status.TWICE: Tone.ERROR,
    _Status.GONE: Tone.WARNING,
    _Status.UNMAPPED: Tone.MUTED,
    _Status.MAPPED: Tone.OK,
}


@lru_cache(maxsize=8)
def _ink(tone: Tone, _of_palette: int) -> QColor:
    """A tone's colour, made once a palette."""
    return colour(tone)


class ItemsModel(RecordsModel):
    """The items of one list mapping.

    Signals:
        edited: somebody chose another item.
    """

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(4, parent)
        self._state: PairState | None = None
        self._show = Show.ALL
        self._locked = False

    # What is shown

    def show_state(self, state: PairState | None) -> None:
        """Show the items of another list mapping, or none."""
        self._state = state
        self.set_records(state.texts.rows if state else ())

    def set_show(self, show: Show) -> None:
        """Show items of one kind alone. A row that is then put right stays until something else changes."""
        self._show = show
        self.refilter()

    def refilter(self) -> None:
        """Show what matches now."""
        self.beginResetModel()
        self._shown = self._matching()
        self.endResetModel()

    def set_locked(self, locked: bool) -> None:
        """Take no changes, or take them again."""
        self._locked = locked

    @property
    def can_edit(self) -> bool:
        """Whether items can be chosen."""
        return self._state is not None and self._state.usable and not self._locked

    def _matching(self) -> list[Any]:
        if self._state is None:
            return []
        shown: Sequence[ItemRow] = self._of_kind(self._state)
        chosen, names = self._state.choices.items.chosen, self._state.texts.crm_folded
        for word in self._filter.split():
            shown = [
                row for row in shown if word in row.search or word in names.get(chosen.get(row.id, ""), "")
            ]
        return list(shown)

    def _of_kind(self, state: PairState) -> Sequence[ItemRow]:
        items = state.choices.items
        if self._show is Show.UNMAPPED:
            return [row for row in self._records if row.id not in items.chosen]
        if self._show is Show.TWICE:
            return [row for row in self._records if items.is_double(row.id)]
        if self._show is Show.GONE:
            return [row for row in self._records if items.is_gone(row.id)]
        return self._records

    def sort_key(self, record: ItemRow, column: int) -> Any:
        """By what is shown, whatever the case; the status by how much it wants attention."""
        if column == ERP_ITEM or self._state is None:
            return record.folded
        if column == ERP_KEY:
            return record.id
        if column == STATUS:
            return self._status(record).value
        return self._state.texts.crm_folded.get(self._state.choices.items.choice(record.id), "")

    # Changing it

    def choose(self, erp_keys: Sequence[str], crm_key: str) -> None:
        """Choose an item, or none with an empty key, for some items of the ERP."""
        if self.can_edit and self._state and self._state.edited.choose(erp_keys, crm_key):
            self.tell_edited()

    def tell_edited(self) -> None:
        """Paint everything again: what one row chooses decides what others say."""
        self.repaint_columns(CRM_ITEM, STATUS)
        self.edited.emit()

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:  # noqa: N802
        """Choose the item of this key."""
        if not index.isValid() or role != _EDIT or not isinstance(value, str) or not self.can_edit:
            return False
        self.choose((self.record(index.row()).id,), value)
        return True

    # What Qt asks

    def flags(self, index: Index) -> Qt.ItemFlag:
        """SuperOffice's item can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        editable = index.column() == CRM_ITEM and self.can_edit
        return _FLAGS | Qt.ItemFlag.ItemIsEditable if editable else _FLAGS

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What is shown of a cell."""
        if role not in _ROLES or not index.isValid() or self._state is None:
            return None
        record, column = self.record(index.row()), index.column()
        if role == _EDIT:
            return self._state.choices.items.choice(record.id) if column == CRM_ITEM else None
        if role in {_DISPLAY, _ACCESSIBLE}:
            return self._text(record, column)
        if role == _TOOLTIP:
            return tooltip(self._text(record, column))
        status = self._status(record)
        if role == _DECORATION:
            return status_icon(_TONES[status]) if column == STATUS else None
        coloured = column >= CRM_ITEM and status is not _Status.MAPPED
        return _ink(_TONES[status], QGuiApplication.palette().cacheKey()) if coloured else None

    def _text(self, record: ItemRow, column: int) -> str:
        if column == ERP_ITEM:
            return record.text
        if column == ERP_KEY:
            return record.id
        return self._crm_text(record) if column == CRM_ITEM else self._status_text(record)

    def _crm_text(self, record: ItemRow) -> str:
        if self._state is None:
            return ""
        key = self._state.choices.items.choice(record.id)
        return self._state.texts.crm_text(key) if key else self.tr("(No Selection)")

    def _status(self, record: ItemRow) -> _Status:
        items = self._state.choices.items if self._state else None
        if items is None or not items.choice(record.id):
            return _Status.UNMAPPED
        if items.is_double(record.id):
            return _Status.TWICE
        return _Status.GONE if items.is_gone(record.id) else _Status.MAPPED

    def _status_text(self, record: ItemRow) -> str:
        status = self._status(record)
        if status is _Status.TWICE:
            return self.tr("Chosen twice: {items}").format(items=self._others(record))
        if status is _Status.GONE:
            return self.tr("No longer in SuperOffice")
        return self.tr("Not mapped") if status is _Status.UNMAPPED else self.tr("Mapped")

    def _others(self, record: ItemRow) -> str:
        if self._state is None:
            return ""
        keys = self._state.choices.others(record.id)
        names = [f"“{shown_name(self._state.texts.erp_text(key), 40)}”" for key in keys[:_MOST_NAMED]]
        if len(keys) > _MOST_NAMED:
            names.append(self.tr("{count} more").format(count=len(keys) - _MOST_NAMED))
        return uilocale().createSeparatedList(names)
