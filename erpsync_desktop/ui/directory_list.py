"""One list of a page with the buttons beneath it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from erpsync_desktop.widgets.directory_models import EntriesModel
from erpsync_desktop.widgets.entries_view import EntriesView
from erpsync_desktop.widgets.flow_layout import FlowLayout


class DirectoryList(QWidget):
    """A titled table and its buttons.

    Args:
        name: the table's object name.
        shares: how its columns share the width.
        filterable: a filter box narrows it down.

    Signals:
        selectionChanged(): other rows are selected.
    """

    selectionChanged = Signal()  # noqa: N815  named as Qt names signals

    def __init__(
        self, name: str, shares: tuple[int, ...], parent: QWidget, *, filterable: bool = True
    ) -> None:
        super().__init__(parent)
        self.model = EntriesModel(len(shares), filterable=filterable, parent=self)
        self.view = EntriesView(self.model, self)
        self.view.setObjectName(name)
        self.view.share_widths(*shares)
        self._title = QLabel(self)
        self._none = self._none_shown = ""
        self._keys: list[tuple[QPushButton, QKeySequence]] = []
        self._pressed: list[QPushButton] = []
        self._buttons = FlowLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self.view, 1)
        layout.addLayout(self._buttons)
        self.view.selectionModel().selectionChanged.connect(self.selectionChanged)
        self.model.modelReset.connect(self._tell_state)

    def add_button(self, name: str) -> QPushButton:
        """Add a button beneath the table."""
        button = QPushButton(self)
        button.setObjectName(name)
        self._buttons.addWidget(button)
        self._pressed.append(button)
        return button

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through, in this order."""
        return (self.view, *self._pressed)

    def offer_keys(
        self,
        add: QPushButton,
        change: QPushButton,
        remove: QPushButton,
        *,
        also_add: QKeySequence | None = None,
    ) -> None:
        """Ins, F2 and Enter, and Del press the buttons while the table has the focus."""
        keys = {
            add: [*([also_add] if also_add else ()), QKeySequence(Qt.Key.Key_Insert)],
            change: [QKeySequence(key) for key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)],
            remove: QKeySequence.keyBindings(QKeySequence.StandardKey.Delete),
        }
        for button, sequences in keys.items():
            shortcut = QShortcut(self.view)
            shortcut.setKeys(sequences)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(button.click)
            self._keys.append((button, sequences[0]))
        self.view.doubleClicked.connect(change.click)

    def set_texts(self, title: str, headers: tuple[str, ...], none: str, none_shown: str) -> None:
        """Name the table and its columns, and say what stands where there is no row."""
        self._title.setText(title)
        self.view.setAccessibleName(title)
        self.model.set_headers(headers)
        self._none, self._none_shown = none, none_shown
        for button, key in self._keys:
            button.setToolTip(key.toString(QKeySequence.SequenceFormat.NativeText))
        self._tell_state()

    def _tell_state(self) -> None:
        self.view.set_empty_text(self._none_shown if self.model.total else self._none)
        self.selectionChanged.emit()
