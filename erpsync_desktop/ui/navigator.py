"""The navigator at the left, as in SuperOffice's Settings and maintenance."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from erpsync_desktop.widgets.theme import icon

SYNC, CATALOGUE, DIRECTORY = "sync", "catalogue", "directory"
_ICONS = {SYNC: "sync", CATALOGUE: "fields", DIRECTORY: "users"}
_PAGE_ROLE = Qt.ItemDataRole.UserRole


class Navigator(QListView):
    """The pages that work, one a line.

    Signals:
        pageWanted: the key of the page that was chosen.
    """

    pageWanted = Signal(str)  # noqa: N815  Qt's way of naming

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigator")
        self._pages = QStandardItemModel(self)
        self.setModel(self._pages)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setViewportMargins(4, 4, 4, 4)
        self.show_pages((SYNC,))
        self.retranslate()
        self.selectionModel().currentChanged.connect(self._go)

    def show_pages(self, keys: tuple[str, ...]) -> None:
        """Offer these pages."""
        current = self.currentIndex().data(_PAGE_ROLE)
        for row in range(self._pages.rowCount() - 1, -1, -1):
            if self._pages.index(row, 0).data(_PAGE_ROLE) not in keys:
                self._pages.removeRow(row)
        present = [self._pages.index(row, 0).data(_PAGE_ROLE) for row in range(self._pages.rowCount())]
        for key in keys:
            if key not in present:
                item = QStandardItem()
                item.setData(key, _PAGE_ROLE)
                self._pages.appendRow(item)
        self.retranslate()
        self.show_icons()
        self.choose(current if current in keys else keys[0])

    def choose(self, key: str) -> None:
        """Go to a page."""
        for row in range(self._pages.rowCount()):
            if self._pages.index(row, 0).data(_PAGE_ROLE) == key:
                self.setCurrentIndex(self._pages.index(row, 0))

    def show_icons(self) -> None:
        """Draw the icons in the colours of the palette."""
        for row in range(self._pages.rowCount()):
            item = self._pages.item(row)
            item.setIcon(icon(_ICONS[item.data(_PAGE_ROLE)]))

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        texts = {
            SYNC: self.tr("Quote/Sync"),
            CATALOGUE: self.tr("SuperOffice fields and lists"),
            DIRECTORY: self.tr("Users and groups"),
        }
        height = self.fontMetrics().height() * 2
        for row in range(self._pages.rowCount()):
            item = self._pages.item(row)
            item.setText(texts[item.data(_PAGE_ROLE)])
            item.setSizeHint(QSize(0, height))
        self.setAccessibleName(self.tr("Navigator"))
        offered = [self._pages.item(row).text() for row in range(self._pages.rowCount())]
        widest = max(self.fontMetrics().horizontalAdvance(text) for text in offered)
        self.setFixedWidth(widest + self.iconSize().width() + self.fontMetrics().averageCharWidth() * 9)

    def _go(self, current: QModelIndex) -> None:
        if current.isValid():
            self.pageWanted.emit(current.data(_PAGE_ROLE))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow language and colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.show_icons()
