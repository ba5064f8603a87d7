"""The lists at the left of the list mapping: what each is for, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QObject, Qt

from erpsync_desktop.dialogs.list_mapping_state import Pair, PairState
from erpsync_desktop.widgets.actor_names import actor_name
from erpsync_desktop.widgets.language import current_language, uilocale
from erpsync_desktop.widgets.sentences import shown_name
from erpsync_desktop.widgets.tables import NO_PARENT, Index
from erpsync_desktop.widgets.theme import Tone, status_icon
from erpsync_desktop.widgets.tooltips import tooltip

_MOST_FIELDS = 3


class ListsModel(QAbstractListModel):
    """The list mappings of a connection; each says in words how far it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states: Sequence[PairState] = ()

    def show_states(self, states: Sequence[PairState]) -> None:
        """Show other list mappings."""
        self.beginResetModel()
        self._states = states
        self.endResetModel()

    def refresh(self) -> None:
        """Say everything anew."""
        if self._states:
            self.dataChanged.emit(self.index(0), self.index(len(self._states) - 1))

    def state(self, row: int) -> PairState | None:
        """The list mapping at a row, if there is one."""
        return self._states[row] if 0 <= row < len(self._states) else None

    def row_of(self, pair: Pair) -> int:
        """Where a list mapping stands; -1 for nowhere."""
        return next((row for row, state in enumerate(self._states) if state.key == pair), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        """The number of list mappings."""
        return 0 if parent.isValid() else len(self._states)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, status and use of a list mapping, a line each."""
        if not index.isValid():
            return None
        state = self._states[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return status_icon(status(state)[0])
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return "\n".join((pair_name(state), status(state)[1], need(state)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip("\n".join((pair_name(state), status(state)[1], uses(state), need(state))))
        return None


def pair_name(state: PairState) -> str:
    """What two lists are called: the ERP's and SuperOffice's."""
    crm = state.pair.crm
    names = state.pair.erp.name, crm.label_in(current_language()) if crm else state.pair.mapping.crm_list
    return " – ".join(shown_name(name, 40) for name in names)


def status(state: PairState) -> tuple[Tone, str]:
    """How far a list mapping is, as an icon and in words."""
    if state.pair.crm is None:
        return Tone.ERROR, QCoreApplication.translate("Lists", "No longer in SuperOffice")
    if state.unreadable:
        return Tone.ERROR, QCoreApplication.translate("Lists", "Could not be read")
    choices = state.choices
    parts = [
        (choices.doubles, QCoreApplication.translate("Lists", "{count} chosen twice")),
        (choices.gone, QCoreApplication.translate("Lists", "{count} no longer in SuperOffice")),
        (choices.unmapped, QCoreApplication.translate("Lists", "{count} unmapped")),
    ]
    said = [text.format(count=uilocale().toString(count)) for count, text in parts if count]
    if state.pair.erp.problem is not None:
        said.append(QCoreApplication.translate("Lists", "could not be read again"))
    if not said:
        return Tone.OK, QCoreApplication.translate("Lists", "Complete")
    return (Tone.ERROR if choices.doubles else Tone.WARNING), ", ".join(said)


def uses(state: PairState) -> str:
    """Which fields need a list."""
    language = current_language()
    fields = [
        f"{shown_name(actor_name(actor))}: {shown_name(erp.label_in(language), 40)}"
        for actor, erp in state.pair.fields
    ]
    if len(fields) > _MOST_FIELDS:
        more = QCoreApplication.translate("Lists", "{count} more")
        fields[_MOST_FIELDS:] = [more.format(count=len(fields) - _MOST_FIELDS)]
    return QCoreApplication.translate("Lists", "Used by {fields}").format(fields=", ".join(fields))


def need(state: PairState) -> str:
    """Whether activation asks for a list."""
    if state.pair.in_use:
        return QCoreApplication.translate("Lists", "Needed for activation")
    return QCoreApplication.translate("Lists", "Not needed for activation")
