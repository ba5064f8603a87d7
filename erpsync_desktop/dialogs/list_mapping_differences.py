"""What differs between list mappings as they stand and as somebody else saved them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from erpsync_desktop.dialogs.conflict_panel import MOST_ROWS, Difference
from erpsync_desktop.dialogs.list_mapping_choices import changed_keys
from erpsync_desktop.dialogs.list_mapping_lists import pair_name
from erpsync_desktop.dialogs.list_mapping_state import ItemRow, Pair, PairState
from erpsync_desktop.model.sync_setup import ListMapping
from erpsync_desktop.widgets.sentences import shown_name


def list_differences(
    states: Iterable[PairState], theirs: Iterable[ListMapping], none: str
) -> list[Difference]:
    """Name the items that stand differently on both sides.

    Args:
        states: as they stand here.
        theirs: as they are saved now.
        none: what it is called when no item is chosen.
    """
    known = {state.key: state for state in states}
    places = [
        (known[one.pair], one, row.id)
        for one in theirs
        if one.pair in known
        for row in _differing(known, one)
    ]
    found = [_difference(*place, none) for place in places[:MOST_ROWS]]
    # The rest is only counted, and may be 20,000.
    return found + found[-1:] * (len(places) - len(found))


def _differing(known: Mapping[Pair, PairState], theirs: ListMapping) -> list[ItemRow]:
    state = known[theirs.pair]
    keys = changed_keys(state.choices.items.chosen, theirs.items)
    return [row for row in state.texts.rows if row.id in keys]


def _difference(state: PairState, theirs: ListMapping, erp_key: str, none: str) -> Difference:
    texts = state.texts
    sides = state.choices.items.choice(erp_key), theirs.items.get(erp_key, "")
    mine, other = (shown_name(texts.crm_text(key)) if key else none for key in sides)
    return Difference(f"{pair_name(state)}: {shown_name(texts.erp_text(erp_key))}", mine, other)
