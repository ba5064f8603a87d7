"""Saving list mappings, also where somebody else saved them meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from erpsync_desktop.dialogs.conflict_panel import MOST_ROWS, Difference
from erpsync_desktop.dialogs.list_mapping_choices import brought_together, clashing
from erpsync_desktop.dialogs.list_mapping_lists import pair_name
from erpsync_desktop.dialogs.list_mapping_state import PairState
from erpsync_desktop.model.errors import SavedMeanwhile
from erpsync_desktop.model.sync_setup import ListMapping
from erpsync_desktop.widgets.sentences import shown_name
from erpsync_desktop.workspace.protocol import Workspace

_MOST_TRIES = 3


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A list mapping as it stands, and as it was opened."""

    mapping: ListMapping
    saved: Mapping[str, str]

    @classmethod
    def of(cls, state: PairState) -> Snapshot:
        """What stands now."""
        mapping = ListMapping(*state.key, state.choices.snapshot(), state.version)
        return cls(mapping, state.choices.saved)

    def over(self, theirs: ListMapping) -> Snapshot | None:
        """The same over what somebody else saved; None where the two clash."""
        if clashing(self.saved, self.mapping.items, theirs.items):
            return None
        items = brought_together(self.saved, self.mapping.items, theirs.items, prefer_mine=True)
        return Snapshot(replace(self.mapping, items=items, version=theirs.version), theirs.items)


def save_mappings(
    workspace: Workspace, connection_id: str, snapshots: Sequence[Snapshot]
) -> tuple[ListMapping, ...]:
    """Save list mappings; what somebody else saved meanwhile without a clash goes together by itself.

    Raises:
        SavedMeanwhile: something clashes.
        ErpSyncError: as ``Workspace.save_list_mappings``.
    """
    for _ in range(_MOST_TRIES - 1):
        try:
            return workspace.save_list_mappings(connection_id, [one.mapping for one in snapshots])
        except SavedMeanwhile as error:
            together = _over(snapshots, error)
            if together is None:
                raise
            snapshots = together
    return workspace.save_list_mappings(connection_id, [one.mapping for one in snapshots])


def _over(snapshots: Sequence[Snapshot], error: SavedMeanwhile) -> list[Snapshot] | None:
    saved = _by_pair(error)
    together: list[Snapshot] = []
    for snapshot in snapshots:
        theirs = saved.get(snapshot.mapping.pair)
        over = snapshot.over(theirs) if theirs else snapshot
        if over is None:
            return None
        together.append(over)
    return together


def _by_pair(error: SavedMeanwhile) -> dict[tuple[str, str], ListMapping]:
    theirs = error.theirs if isinstance(error.theirs, tuple) else ()
    return {one.pair: one for one in theirs if isinstance(one, ListMapping)}


def list_differences(
    states: Iterable[PairState], theirs: Iterable[ListMapping], none: str
) -> list[Difference]:
    """Name the items that clash.

    Args:
        states: as they stand here.
        theirs: as they are saved now.
        none: what it is called when no item is chosen.
    """
    known = {state.key: state for state in states}
    places = [
        (known[one.pair], one, key)
        for one in theirs
        if one.pair in known
        for key in clashing(known[one.pair].choices.saved, known[one.pair].choices.items.chosen, one.items)
    ]
    found = [_difference(*place, none) for place in places[:MOST_ROWS]]
    # The rest is only counted, and may be 20,000.
    return found + found[-1:] * (len(places) - len(found))


def _difference(state: PairState, theirs: ListMapping, erp_key: str, none: str) -> Difference:
    texts = state.texts
    sides = state.choices.items.choice(erp_key), theirs.items.get(erp_key, "")
    mine, other = (shown_name(texts.crm_text(key)) if key else none for key in sides)
    return Difference(f"{pair_name(state)}: {shown_name(texts.erp_text(erp_key))}", mine, other)
