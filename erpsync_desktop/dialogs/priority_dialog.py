"""The dialog "Set Sync Priority": the order of the ERP connections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erpsync_desktop.dialogs.conflict_panel import Difference
from erpsync_desktop.dialogs.order_differences import order_differences
from erpsync_desktop.dialogs.setup_dialog import SetupDialog
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.errors import SavedMeanwhile
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.widgets.message_panel import PlainLabel
from erpsync_desktop.widgets.ordered_list import OrderedList
from erpsync_desktop.widgets.ordered_model import OrderedItem
from erpsync_desktop.workspace.protocol import Workspace

_ALL = ErpConnection("", "", "")
"""Stands for no connection: the dialog is about all of them, and none locks it."""


class PriorityDialog(SetupDialog):
    """Lists the connections, the most important first.

    Args:
        workspace: where they are.
        connections: all of them; those that are deleted are left out.
        parent: the window.
    """

    locks_while_active = False
    help_anchor = "priority"

    def __init__(
        self, workspace: Workspace, connections: tuple[ErpConnection, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, _ALL, "priorityDialog", parent)
        self._connections = {one.id: one for one in in_priority(connections)}
        self._before = tuple(self._connections)
        metrics = self.fontMetrics()
        self.resize(self.size().boundedTo(QSize(metrics.averageCharWidth() * 100, metrics.height() * 32)))
        self.reload()

    # Said to the base

    def make_body(self) -> QWidget:
        """What priority means, and the connections in their order."""
        self._connections = {}
        self._meaning = PlainLabel()
        self.list = OrderedList()
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._meaning)
        layout.addWidget(self.list, 1)
        body.setFocusProxy(self.list.view)
        return body

    def load(self, watch: Watch) -> tuple[str, ...]:
        """Nothing is asked for: the connections were handed in."""
        watch.check()
        return self._before

    def show_loaded(self, loaded: tuple[str, ...]) -> None:
        """Show the connections in their order."""
        self.list.set_items(self._items(loaded))
        self.list.select(loaded[:1])
        self.list.view.setFocus()

    def show_locked(self, locked: bool) -> None:
        """Nothing locks it."""

    @property
    def changed(self) -> bool:
        """Whether it is another order than the one that is saved."""
        return self.list.model.ids != self._before

    def saving(self) -> Callable[[Watch], None]:
        """What saves the order. Where somebody was first, it learns what their connections are called."""
        workspace, before, after = self.workspace, self._before, self.list.model.ids

        def work(_watch: Watch) -> None:
            try:
                workspace.save_priorities(before, after)
            except SavedMeanwhile:
                self._connections = {one.id: one for one in workspace.contents().connections}
                raise

        return work

    def differences(self, theirs: tuple[str, ...]) -> Sequence[Difference]:
        """Name the places at which another connection stands."""
        mine, other = (self._names(ids) for ids in (self.list.model.ids, theirs))
        return order_differences(mine, other)

    def keep_mine(self, theirs: tuple[str, ...]) -> None:
        """Save this order over theirs; connections that are new to this dialog stay last."""
        self._before = theirs

    def take_theirs(self, theirs: tuple[str, ...]) -> None:
        """Show their order."""
        self._before = tuple(key for key in theirs if key in self._connections)
        self.show_loaded(self._before)

    # Words

    def save_text(self) -> str:
        """As SuperOffice's own dialog says."""
        return self.tr("Done")

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self.setWindowTitle(self.tr("Set Sync Priority"))
        self._meaning.say(
            self.tr(
                "When several ERP connections are active and there is much to do, they are synchronised in "
                "this order: the first is the most important."
            )
        )
        self.list.view.setAccessibleName(self.tr("ERP connections by priority"))
        self.list.model.set_headers(self.tr("ERP connection"), self.tr("State"))
        self.list.model.describe(self._items(self._connections))

    def _items(self, ids: Iterable[str]) -> tuple[OrderedItem, ...]:
        known = (self._connections[key] for key in ids if key in self._connections)
        return tuple(
            OrderedItem(
                one.id, one.name, self.tr("active") if one.active else self.tr("inactive"), not one.active
            )
            for one in known
        )

    def _names(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._connections[key].name if key in self._connections else "…" for key in ids)


def in_priority(connections: Iterable[ErpConnection]) -> tuple[ErpConnection, ...]:
    """Those that are not deleted, the most important first; those without a priority last, by name."""
    present = (one for one in connections if not one.deleted_at)
    return tuple(sorted(present, key=lambda one: (not one.priority, one.priority, one.name.casefold())))
