"""Check boxes in tables that can be seen on every palette."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyledItemDelegate

from erpsync_desktop.widgets.theme import Tone, colour, contrast

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

_VISIBLE = 3.0
"""The contrast that a control needs (WCAG 2.2, 1.4.11)."""


class CheckDelegate(QStyledItemDelegate):
    """Draws a line around a box where the style's own, made from the window's colour, is too dark."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell as the style does, then the line."""
        super().paint(painter, option, index)
        palette: QPalette = option.palette
        ground = palette.color(QPalette.ColorRole.Base)
        if not _is_dark(ground.rgb()) or index.data(Qt.ItemDataRole.CheckStateRole) is None:
            return
        painter.save()
        painter.setPen(colour(Tone.MUTED, palette))
        painter.drawRect(self._box(option, index).adjusted(0, 0, -1, -1))
        painter.restore()

    def _box(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QRect:
        # Imported late: only dark desktops need them, and their many enums cost 8 ms.
        from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        widget = whole.widget
        style = widget.style() if widget else QApplication.style()
        return style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, whole, widget)


@lru_cache(maxsize=8)
def _is_dark(rgb: int) -> bool:
    ground = QColor.fromRgb(rgb)
    return contrast(ground, QColor("white")) > contrast(ground, QColor("black")) * _VISIBLE
