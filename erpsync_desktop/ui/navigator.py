"""The navigator at the left, as in SuperOffice's Settings and maintenance."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from erpsync_desktop.widgets.theme import icon

SYNC, CATALOGUE, DIRECTORY = "sync", "catalogue", "directory"
_ICONS = {SYNC: "sync", CATALOGUE: "fields", DIRECTORY: "users"}
_PAGE_ROLE = Qt.ItemDataRole.UserRole


class Navigator(QListView):
    """The pages that work, one a line; icons alone where the window is narrow.

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
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self._folded = False
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
        self._names = texts
        self.setAccessibleName(self.tr("Navigator"))
        self._name_pages()

    def fit(self, room: int) -> None:
        """Show icons alone where the names do not fit.

        Args:
            room: the pixels that the pages leave it.
        """
        folded = room < self._width_with_names()
        if folded != self._folded:
            self._folded = folded
            self._name_pages()

    def _name_pages(self) -> None:
        height = self.fontMetrics().height() * 2
        for row in range(self._pages.rowCount()):
            item = self._pages.item(row)
            name = self._names[item.data(_PAGE_ROLE)]
            item.setText("" if self._folded else name)
            item.setToolTip(name if self._folded else "")
            item.setData(name, Qt.ItemDataRole.AccessibleTextRole)
            item.setSizeHint(QSize(0, height))
        self.updateGeometry()

    def _width_with_names(self) -> int:
        offered = [
            self._names[self._pages.item(row).data(_PAGE_ROLE)] for row in range(self._pages.rowCount())
        ]
        widest = max(self.fontMetrics().horizontalAdvance(text) for text in offered)
        return widest + self.iconSize().width() + self.fontMetrics().averageCharWidth() * 9

    def _width_of_icons(self) -> int:
        return self.iconSize().width() + self.fontMetrics().averageCharWidth() * 7

    def sizeHint(self) -> QSize:  # noqa: N802
        """The widest name, or an icon."""
        width = self._width_of_icons() if self._folded else self._width_with_names()
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """An icon."""
        return QSize(self._width_of_icons(), super().minimumSizeHint().height())

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
