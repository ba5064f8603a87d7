"""A titled list with a filter box above and buttons below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from erpsync_desktop.widgets.filter_box import FilterBox
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.records_view import RecordsView
from erpsync_desktop.widgets.tables import RecordsModel


class Panel(QWidget):
    """One of the two lists of the Sync tab with what can be done to it.

    Attributes:
        model: of the list.
        view: the list.
        filter_box: above it.
        menu_actions: what the window's menus and the context menu offer, in order; None is a line between.
    """

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
        self._count = QLabel(self)
        self._count.setObjectName(f"{name}sCountLabel")
        self._lay_out()
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

    def update_actions(self) -> None:
        """Switch on what can be done to the selection."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        raise NotImplementedError

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

    def add_button(self, action: QAction, name: str) -> QPushButton:
        """Put a button for an action under the list."""
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(action.trigger)
        self._follow(action, button)
        self._button_row.insertWidget(len(self._buttons), button)
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
