"""A titled list with a filter box above and buttons below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from erpsync_desktop.widgets.filter_box import FilterBox
from erpsync_desktop.widgets.flow_layout import FlowLayout
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.records_view import RecordsView
from erpsync_desktop.widgets.tables import RecordsModel


class Deletable(Protocol):
    """A connector or a connection."""

    @property
    def deleted_at(self) -> datetime | None:
        """Since when it is deleted; None if it is not."""


T = TypeVar("T", bound=Deletable)


class Panel(QWidget, Generic[T]):
    """One of the two lists of the Sync tab with what can be done to it.

    Signals:
        addWanted, deleteWanted, restoreWanted, purgeWanted: the user asked for it; what it is about is
            ``selected``.

    Attributes:
        model: of the list.
        view: the list.
        filter_box: above it.
        menu_actions: what the window's menus and the context menu offer, in order; None is a line between.
    """

    addWanted = Signal()  # noqa: N815  Qt's way of naming
    deleteWanted = Signal()  # noqa: N815
    restoreWanted = Signal()  # noqa: N815
    purgeWanted = Signal()  # noqa: N815

    def __init__(
        self, model: RecordsModel, name: str, widths: tuple[int, ...], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.view = RecordsView(model, self)
        self.view.setObjectName(f"{name}sView")
        self.title = QLabel(self)
        self.title.setBuddy(self.view)
        self.filter_box = FilterBox(self, filtered=self.view)
        self.filter_box.setObjectName(f"{name}sFilterEdit")
        self.menu_actions: list[QAction | None] = []
        self._buttons: list[tuple[QAction, QPushButton]] = []
        self._button_row = QHBoxLayout()
        self._further_row: QLayout | None = None
        self._count = QLabel(self)
        self._count.setObjectName(f"{name}sCountLabel")
        self._lay_out()
        self._add = self.add_action(self.addWanted.emit, "Ctrl+N", Qt.Key.Key_Insert)
        self.view.share_widths(*widths)
        self.filter_box.filterChanged.connect(model.set_filter)
        self.view.selectionAltered.connect(self.update_actions)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._pop_up)
        model.modelReset.connect(self._tell_count)

    def _lay_out(self) -> None:
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.filter_box.setMaximumWidth(self.fontMetrics().averageCharWidth() * 34)
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.filter_box, 1)
        self._button_row.addStretch(1)
        self._button_row.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addLayout(self._button_row)

    # What a subclass says

    def subject(self, record: Any) -> T:
        """What a row is about."""
        raise NotImplementedError

    def offer(self, present: Sequence[T]) -> None:
        """Switch on what can be done to these; empty where nothing, or something deleted, is selected."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        raise NotImplementedError

    # What is selected

    @property
    def selected(self) -> tuple[T, ...]:
        """What is selected, from top to bottom."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self.subject(self.model.record(row)) for row in rows)

    def update_actions(self) -> None:
        """Switch on what can be done to the selection: delete any, restore and purge deleted ones."""
        selected = self.selected
        deleted = bool(selected) and all(one.deleted_at for one in selected)
        present = selected if not any(one.deleted_at for one in selected) else ()
        self._delete.setEnabled(bool(present))
        for action in (self._restore, self._purge):
            action.setEnabled(deleted)
        self.offer(present)

    def show_deleted(self, shown: bool) -> None:
        """Offer to restore and to purge."""
        for action in (self._restore, self._purge):
            action.setVisible(shown)

    # How a subclass is built

    def add_action(
        self, trigger: Callable[[], None], *keys: QKeySequence.StandardKey | Qt.Key | str
    ) -> QAction:
        """Make an action of the menus; its keys work while the list has the focus."""
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked: trigger())
        self.view.addAction(action)
        self.menu_actions.append(action)
        return action

    def add_lasting_actions(self) -> None:
        """Make the actions that delete, and what comes after that."""
        self._delete = self.add_action(self.deleteWanted.emit, QKeySequence.StandardKey.Delete)
        self._restore = self.add_action(self.restoreWanted.emit)
        self._purge = self.add_action(self.purgeWanted.emit)
        self.show_deleted(False)

    def add_line(self) -> None:
        """Draw a line in the menus."""
        self.menu_actions.append(None)

    def begin_row(self) -> None:
        """Put the buttons that follow into a row of their own, which is broken where it is too long."""
        self._further_row = FlowLayout()
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            whole.addLayout(self._further_row)

    def add_button(self, action: QAction, name: str) -> QPushButton:
        """Put a button for an action under the list."""
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(action.trigger)
        self._follow(action, button)
        if self._further_row is None:
            self._button_row.insertWidget(len(self._buttons), button)
        else:
            self._further_row.addWidget(button)
        self._buttons.append((action, button))
        action.changed.connect(lambda: self._follow(action, button))
        return button

    def _follow(self, action: QAction, button: QPushButton) -> None:
        if button.hasFocus() and not (action.isEnabled() and action.isVisible()):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        button.setEnabled(action.isEnabled())
        button.setHidden(not action.isVisible())

    def tab_order(self) -> list[QWidget]:
        """The inputs in reading order."""
        return [self.filter_box, self.view, *(button for _, button in self._buttons)]

    # What it does

    def restore(self) -> None:
        """Take columns and order as they were left."""
        self.view.restore_columns()
        header = self.view.horizontalHeader()
        if header.sortIndicatorSection() >= self.model.columnCount() or not self._was_sorted():
            header.setSortIndicator(self.default_sort_column(), Qt.SortOrder.AscendingOrder)
        self.view.setSortingEnabled(True)

    def default_sort_column(self) -> int:
        """The column that is sorted by at first."""
        return 0

    def _was_sorted(self) -> bool:
        return QSettings().contains(f"tables/{self.view.objectName()}/header")

    def save(self) -> None:
        """Remember columns and order."""
        self.view.save_columns()

    def go_to_filter(self) -> None:
        """Go to the filter box."""
        self.filter_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_box.selectAll()

    def _pop_up(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self.menu_actions)
        menu.popup(self.view.viewport().mapToGlobal(place))

    def _tell_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        locale = uilocale()
        template = self.tr("{shown} of {total}")
        counted = template.format(shown=locale.toString(shown), total=locale.toString(total))
        self._count.setText(counted if shown != total else "")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._tell_count()


def fill_menu(menu: QMenu, actions: list[QAction | None]) -> None:
    """Put actions into a menu; None is a line between."""
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
