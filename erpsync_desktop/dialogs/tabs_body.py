"""What Defaults and Rank Fields show alike: a sentence on what they are for, above a tab an actor type."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from erpsync_desktop.widgets.message_panel import PlainLabel


class TabsBody(QWidget):
    """The body of such a dialog.

    Attributes:
        meaning: says what the dialog is for.
        tabs: an actor type each; has the focus.
    """

    def __init__(self) -> None:
        super().__init__()
        self.meaning = PlainLabel()
        self.tabs = QTabWidget()
        self.tabs.setObjectName("actorTabs")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.meaning)
        layout.addWidget(self.tabs, 1)
        self.setFocusProxy(self.tabs)
