"""The Sync tab: Sync Connectors above, ERP connections below. What is done there, ``SyncController`` does."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from erpsync_desktop.ui.connections_panel import ConnectionsPanel
from erpsync_desktop.ui.connectors_panel import ConnectorsPanel
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.room import Room

if TYPE_CHECKING:
    from erpsync_desktop.ui.rows import Rows
    from erpsync_desktop.ui.summary_view import SummaryView

_SPLITTER = "syncTab/lists"
_FOLDED = "syncTab/summaryFolded"
_SHARES = (32, 46, 22)
"""Of the height, in percent, for connectors, connections and the summary, until the user drags."""
_TELL_TIME_MS = 30_000
_UNLIMITED = 16_777_215
"""Pixels: what Qt takes for no limit."""


class SyncTab(QWidget):
    """Both lists of a workspace, and what the selected connection synchronises.

    Signals:
        linkActivated: a link in an empty list.
        retranslated: the language has changed; some words in the rows change with it.
        counted: ``summary`` says something else now.
    """

    linkActivated = Signal(str)  # noqa: N815  Qt's way of naming
    retranslated = Signal()
    counted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("syncTab")
        self._rows_there = False
        self._numbers = (0, 0)
        self._summary_folded = False
        self._summary: SummaryView | None = None
        self.connectors = ConnectorsPanel(self)
        self.connections = ConnectionsPanel(self)
        self._clock = QTimer(self)
        self._clock.setInterval(_TELL_TIME_MS)
        self._clock.timeout.connect(self.connections.tell_time)
        for panel in (self.connectors, self.connections):
            panel.view.linkActivated.connect(self.linkActivated)
        self._lay_out()
        self.setEnabled(False)

    def _lay_out(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setObjectName("syncSplitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.connectors)
        self._splitter.addWidget(self.connections)
        # The summary is made later; its place is kept, so that the lists stay where they are.
        self._summary_place = QWidget(self)
        QVBoxLayout(self._summary_place).setContentsMargins(0, 0, 0, 0)
        self._splitter.addWidget(self._summary_place)
        for place, share in enumerate(_SHARES):
            self._splitter.setStretchFactor(place, share)
        self._splitter.setHandleWidth(self.fontMetrics().height() // 2)
        layout = QVBoxLayout(self)
        layout.addWidget(Room(self._splitter, self), 1)
        order = [*self.connectors.tab_order(), *self.connections.tab_order()]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def add_below(self, widget: QWidget) -> None:
        """Put something under the lists."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)

    # The summary

    def add_summary(self, view: SummaryView) -> None:
        """Put the summary into its place under the lists."""
        self._summary = view
        view.fold(self._summary_folded)
        view.folded.connect(self._fold_summary)
        layout = self._summary_place.layout()
        if layout is not None:
            layout.addWidget(view)
        self._fold_summary(self._summary_folded)
        last = self.connections.tab_order()[-1]
        for stop in view.tab_order():
            QWidget.setTabOrder(last, stop)
            last = stop

    def _fold_summary(self, folded: bool) -> None:
        self._summary_folded = folded
        line = self.fontMetrics().height() * 2
        head = self._summary.head_height if self._summary else line
        self._summary_place.setMinimumHeight(head if folded else head + 2 * line)
        self._summary_place.setMaximumHeight(head if folded else _UNLIMITED)

    # What it shows

    def offer_deleted(self, offered: bool) -> None:
        """Offer to restore and to purge, or not."""
        self.connectors.show_deleted(offered)
        self.connections.show_deleted(offered)

    def forget_rows(self) -> None:
        """Wait for the rows of another workspace."""
        self._rows_there = False
        self._numbers = (0, 0)
        self._clock.stop()
        self.setEnabled(False)
        self.counted.emit()

    def show_rows(self, rows: Rows) -> None:
        """Show these rows; what is selected stays so."""
        self._rows_there = True
        self.connectors.model.set_records(rows.connectors)
        self.connections.model.set_records(rows.connections)
        self._numbers = (
            sum(not row.connector.deleted_at for row in rows.connectors),
            sum(not row.connection.deleted_at for row in rows.connections),
        )
        self.connections.offer_priority(self._numbers[1])
        self.say_where_empty()
        self.setEnabled(True)
        self._clock.start()
        self.counted.emit()

    def summary(self) -> str:
        """How many connectors and connections there are; empty where there are none."""
        connectors, connections = self._numbers
        parts = []
        if connectors:
            many = self.tr("{count} Sync Connectors").format(count=uilocale().toString(connectors))
            parts.append(self.tr("1 Sync Connector") if connectors == 1 else many)
        if connections:
            many = self.tr("{count} ERP connections").format(count=uilocale().toString(connections))
            parts.append(self.tr("1 ERP connection") if connections == 1 else many)
        return ", ".join(parts)

    def select(self, ids: tuple[str, ...]) -> None:
        """Select those of these records that are shown."""
        for panel in (self.connectors, self.connections):
            known = [key for key in ids if panel.model.row_of(key) >= 0]
            if known:
                panel.view.select_ids(known)

    def go_to_filter(self) -> None:
        """Go to the filter box of the list that one is in."""
        focused = self.focusWidget()
        inside = focused is not None and self.connectors.isAncestorOf(focused)
        (self.connectors if inside else self.connections).go_to_filter()

    # What it says where there is nothing

    def say_where_empty(self) -> None:
        """Say in an empty list what to do about it."""
        if self._rows_there:
            self.connectors.view.set_empty_text(self._no_connectors())
            self.connections.view.set_empty_text(self._no_connections())

    def _no_connectors(self) -> str:
        if self.connectors.model.total:
            return self.tr("No Sync Connector matches the filter.")
        # Rich text of our own: the link targets are ours, and so are the words.
        return self.tr(
            "<p>No connectors yet. <a href='add:connector'>Add one</a>, or "
            "<a href='app:sample'>try the sample ERP</a>.</p>"
            "<p>You need a sync app for your ERP system: <a href='app:store'>find one in the SuperOffice App "
            "Store</a>, or have <a href='app:make'>a partner or your own team make one</a>.</p>"
        )

    def _no_connections(self) -> str:
        if self.connections.model.total:
            return self.tr("No ERP connection matches the filter.")
        if not self.connectors.model.total:
            return self.tr("ERP connections are defined here once there is a Sync Connector.")
        return self.tr("No ERP connections yet. <a href='add:connection'>Define one</a>.")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say_where_empty()
            self.retranslated.emit()

    # What it remembers

    def restore(self) -> None:
        """Take columns and the line between the lists as they were left."""
        self._fold_summary(QSettings().value(_FOLDED, False, type=bool) is True)
        state = QSettings().value(_SPLITTER)
        if isinstance(state, QByteArray):
            self._splitter.restoreState(state)
        else:
            self._splitter.setSizes([share * 10 for share in _SHARES])
        self.connectors.restore()
        self.connections.restore()

    def save(self) -> None:
        """Remember columns and the line between the lists."""
        QSettings().setValue(_SPLITTER, self._splitter.saveState())
        QSettings().setValue(_FOLDED, self._summary_folded)
        self.connectors.save()
        self.connections.save()
