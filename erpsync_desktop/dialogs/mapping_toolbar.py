"""The buttons below the tabs of the Mappings dialog: what is done with a whole tab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from erpsync_desktop.widgets.actor_names import actor_name
from erpsync_desktop.widgets.sentences import shown_name


class MappingToolbar(QWidget):
    """Map automatically, reset, copy from another connection, undo and redo.

    Signals:
        autoMapWanted: known keys are to be paired.
        resetWanted: the tab is to be as it was saved.
        unmapAllWanted: the tab is to have no mappings.
        copyWanted: the mappings of another connection (id, name) are to be taken over.
        undoWanted: the last change is to be undone.
        redoWanted: what was undone is to be done again.
    """

    autoMapWanted = Signal()  # noqa: N815  Qt's way of naming
    resetWanted = Signal()  # noqa: N815
    unmapAllWanted = Signal()  # noqa: N815
    copyWanted = Signal(str, str)  # noqa: N815
    undoWanted = Signal()  # noqa: N815
    redoWanted = Signal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._siblings: Sequence[tuple[str, str]] = ()
        self._actor = ""
        self.auto_map = self._button("autoMapButton", self.autoMapWanted.emit)
        self.reset = self._button("resetButton")
        self.copy = self._button("copyFromButton")
        self.undo = self._button("undoButton", self.undoWanted.emit)
        self.redo = self._button("redoButton", self.redoWanted.emit)
        self._reset_menu, self._copy_menu = QMenu(self), QMenu(self)
        self._as_saved = self._reset_menu.addAction("", self.resetWanted.emit)
        self._unmap_all = self._reset_menu.addAction("", self.unmapAllWanted.emit)
        self.reset.setMenu(self._reset_menu)
        self.copy.setMenu(self._copy_menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.stops = (self.auto_map, self.reset, self.copy, self.undo, self.redo)
        for button in self.stops[:3]:
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.undo)
        layout.addWidget(self.redo)
        self._retranslate()

    def _button(self, name: str, deed: Callable[[], None] | None = None) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        if deed is not None:
            button.clicked.connect(lambda _checked: deed())
        return button

    def set_siblings(self, siblings: Sequence[tuple[str, str]]) -> None:
        """Offer these connections (id, name) to copy from."""
        self._siblings = siblings
        self._copy_menu.clear()
        for sibling, name in siblings:
            text = shown_name(name).replace("&", "&&")
            self._copy_menu.addAction(text, partial(self.copyWanted.emit, sibling, name))
        self.copy.setVisible(bool(siblings))

    def tell(self, *, can_edit: bool, has_fields: bool, actor: str, can_undo: bool, can_redo: bool) -> None:
        """Say what can be done now, and with which actor type."""
        self._actor = actor
        focus = self.window().focusWidget()
        wanted = {
            self.auto_map: can_edit and has_fields,
            self.reset: can_edit and has_fields,
            self.copy: can_edit,
            self.undo: can_edit and can_undo,
            self.redo: can_edit and can_redo,
        }
        for button, enabled in wanted.items():
            if button is focus and not enabled:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(enabled)
        self._name_unmapping()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.auto_map.setText(self.tr("&Map automatically"))
        self.reset.setText(self.tr("&Reset"))
        self.copy.setText(self.tr("&Copy from …"))
        self.undo.setText(self.tr("&Undo"))
        self.redo.setText(self.tr("Re&do"))
        self._as_saved.setText(self.tr("As last saved"))
        self._name_unmapping()

    def _name_unmapping(self) -> None:
        text = self.tr("Remove all mappings of “{actor}”")
        actor = shown_name(actor_name(self._actor)).replace("&", "&&") if self._actor else ""
        self._unmap_all.setText(text.format(actor=actor))
