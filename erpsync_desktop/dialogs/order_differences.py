"""Two orders of the same things, place by place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.dialogs.conflict_panel import Difference
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.sentences import shown_name


def order_differences(mine: Sequence[str], theirs: Sequence[str], of: str = "") -> tuple[Difference, ...]:
    """Name each place at which something else stands.

    Args:
        mine: names in the order that stands here.
        theirs: names in the order that was saved meanwhile.
        of: what the order belongs to; empty where there is but one.
    """
    template = QCoreApplication.translate("Orders", "Place {place}")
    found = []
    for place, (here, there) in enumerate(zip_longest(mine, theirs, fillvalue=""), start=1):
        if here != there:
            what = template.format(place=uilocale().toString(place))
            found.append(Difference(f"{of}: {what}" if of else what, _shown(here), _shown(there)))
    return tuple(found)


def _shown(name: str) -> str:
    return shown_name(name) if name else ""
