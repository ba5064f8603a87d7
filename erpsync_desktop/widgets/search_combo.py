"""A choice among hundreds: typing narrows it down, wherever in the name what is typed stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPalette,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from erpsync_desktop.widgets.theme import Tone, colour

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

CHOICES_ROLE = int(Qt.ItemDataRole.UserRole) + 3
"""What a cell offers: a sequence of ``Choice``."""
_KEY, _DETAIL, _SEARCHED = (int(Qt.ItemDataRole.UserRole) + number for number in (1, 2, 3))
_MOST_SHOWN = 14
_MOST_ARROWS = 32
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """One that is offered.

    Attributes:
        key: what it is known by.
        label: what is shown.
        detail: what is shown beside it, quieter; it can be searched for too.
    """

    key: str
    label: str
    detail: str = ""


class SearchCombo(QComboBox):
    """An editable combo box whose list filters itself while one types. Wrong text chooses nothing.

    Signals:
        chosen: a key was chosen from the list or by Enter.
        notFound: Enter was pressed, but what is typed names none of the choices.
    """

    chosen = Signal(str)
    notFound = Signal(str)  # noqa: N815  Qt's way of naming

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self._line = QLineEdit(self)
        self.setLineEdit(self._line)
        self._list = QStandardItemModel(self)
        self._key, self._set, self._told = "", "", False
        self._popup = QListView()
        self._completer = _completer(self._list, self._popup, self)
        self._line.textEdited.connect(self._point_at_first)
        self.activated.connect(self._take_row)
        self._line.returnPressed.connect(self._take_typed)

    def offer(self, choices: Sequence[Choice], current: str) -> None:
        """Offer these; ``current`` is the key that is set now."""
        self._list.clear()
        for one in choices:
            self._list.appendRow(_item(one))
        self._key = current
        self.setModel(self._list)
        self.setCompleter(self._completer)
        self.setCurrentIndex(next((row for row, one in enumerate(choices) if one.key == current), -1))
        self._set = self._line.text()
        self._line.selectAll()

    @property
    def key(self) -> str:
        """The key that was chosen last."""
        return self._key

    def showPopup(self) -> None:  # noqa: N802
        """Show everything that is offered, in a list that goes on filtering."""
        self._completer.setCompletionPrefix("")
        self._popup.setMinimumWidth(min(self._wanted_width(), self.screen().availableGeometry().width()))
        self._completer.complete()
        row = self.currentIndex()
        if row >= 0:
            self._point_at(self._completer.completionModel().index(row, 0))

    def hidePopup(self) -> None:  # noqa: N802
        """Hide the list."""
        self._popup.hide()
        super().hidePopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and Down open the list; a closed combo box would choose the next one at once."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier}
        if plain and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F4}:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll the table, not the value."""
        event.ignore()

    def _wanted_width(self) -> int:
        metrics, longest = self.fontMetrics(), 0
        for row in range(self._list.rowCount()):
            item = self._list.item(row)
            longest = max(longest, len(item.text()) + len(item.data(_DETAIL)))
        return max(self.width(), min(longest + 8, 80) * metrics.averageCharWidth())

    def _point_at_first(self) -> None:
        """Have Enter take the first that matches, and show that it will."""
        QTimer.singleShot(0, self, lambda: self._point_at(self._completer.completionModel().index(0, 0)))

    def _point_at(self, index: QModelIndex) -> None:
        popup = self._popup
        if not popup.isVisible() or not index.isValid():
            return
        selection = popup.selectionModel()
        # Quietly: a completer writes what is pointed at into the line, over what is being typed.
        blocked = selection.blockSignals(True)
        popup.setCurrentIndex(index)
        selection.blockSignals(blocked)
        popup.scrollTo(index)
        popup.viewport().update()

    def _take_row(self, row: int) -> None:
        item = self._list.item(row)
        if item is not None:
            self._take(item.data(_KEY))

    def meant(self) -> str | None:
        """The key of what is chosen or typed; None where what is typed names none of the choices."""
        if self._told or self._line.text() == self._set:
            return self._key
        exact, part = self._found()
        found = exact[:1] or (part if len(part) == 1 else [])
        return str(found[0].data(_KEY)) if found else None

    def _found(self) -> tuple[list[QStandardItem], list[QStandardItem]]:
        """The choices that have what is typed as their name or key, and those that have it anywhere."""
        typed = self._line.text().strip().casefold()
        items = [self._list.item(row) for row in range(self._list.rowCount())]
        exact = [one for one in items if typed in {one.text().casefold(), one.data(_KEY).casefold()}]
        return exact, [one for one in items if typed and typed in one.data(_SEARCHED).casefold()]

    def _take_typed(self) -> None:
        """Take the text if it names one of the choices: by its name, its key, or as the only that matches."""
        if self._told:
            return
        key = self.meant()
        if key is not None:
            self._take(key)
        elif self._popup.isVisible():  # it takes what is pointed at
            return
        elif self._found()[1]:  # several: show them again
            self._completer.setCompletionPrefix(self._line.text().strip())
            self._completer.complete()
            self._point_at_first()
        else:
            self.notFound.emit(self._line.text().strip())

    def _take(self, key: str) -> None:
        """Tell once: Enter is heard by the line as well as by the list."""
        if not self._told:
            self._told, self._key = True, key
            self.chosen.emit(key)


class SearchComboDelegate(QStyledItemDelegate):
    """Edits a cell with a ``SearchCombo``; a small arrow shows where there is one.

    A model gives ``CHOICES_ROLE`` for the offer and ``EditRole`` for the key that is set.

    Signals:
        notFound: what somebody typed names none of the choices; after Enter, it can be corrected.
    """

    notFound = Signal(str)  # noqa: N815  Qt's way of naming

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrows: dict[tuple[object, ...], QPixmap] = {}

    def createEditor(  # noqa: N802
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        """Make a combo box with what the cell offers, and open its list."""
        combo = SearchCombo(parent)
        combo.setObjectName("searchCombo")
        combo.setAccessibleName(
            index.model().headerData(index.column(), Qt.Orientation.Horizontal) if index.model() else ""
        )
        combo.setFrame(False)
        combo.offer(index.data(CHOICES_ROLE) or (), str(index.data(Qt.ItemDataRole.EditRole) or ""))
        combo.chosen.connect(lambda: self._chosen(combo))
        combo.notFound.connect(self.notFound)
        QTimer.singleShot(0, combo, lambda: self._open(combo))
        return combo

    def setEditorData(self, _editor: QWidget, _index: _Index) -> None:  # noqa: N802
        """It has them already; an update of the row must not disturb who types."""

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: _Index
    ) -> None:
        """Set what was chosen, if that is something else."""
        if not isinstance(editor, SearchCombo):
            return
        key = editor.meant()
        if key is None:
            self.notFound.emit(editor.currentText().strip())
        elif key != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, key, Qt.ItemDataRole.EditRole)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Leave Enter to the combo box: what names none of the choices is to be corrected, not dropped."""
        if isinstance(watched, SearchCombo) and _is_enter(event):
            watched.event(event)
            event.accept()  # else the table would open another editor
            return True
        return super().eventFilter(watched, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the cell, and the arrow where it can be changed."""
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            super().paint(painter, option, index)
            return
        super().paint(painter, option, index)
        side = option.fontMetrics.height()
        painter.drawPixmap(option.rect.right() - side, option.rect.top(), self._arrow(option, side, painter))

    def _arrow(self, option: QStyleOptionViewItem, side: int, painter: QPainter) -> QPixmap:
        """The style's arrow, drawn once: it looks the same in each row that is selected, or not."""
        ratio = painter.device().devicePixelRatioF()
        key = (option.state.value, side, option.rect.height(), ratio, option.palette.cacheKey())
        drawn = self._arrows.get(key)
        if drawn is None:
            if len(self._arrows) >= _MOST_ARROWS:
                self._arrows.clear()
            drawn = self._arrows[key] = _drawn_arrow(option, side, ratio)
        return drawn

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: N802
        """Leave room for the arrow: a long name is cut off before it."""
        super().initStyleOption(option, index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            room = option.rect.width() - option.fontMetrics.height() - 12
            if not option.icon.isNull():
                room -= option.decorationSize.width() + 4
            option.text = option.fontMetrics.elidedText(
                option.text, Qt.TextElideMode.ElideRight, max(0, room)
            )

    def _chosen(self, combo: SearchCombo) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)

    @staticmethod
    def _open(combo: SearchCombo) -> None:
        line = combo.lineEdit()
        if line is not None and not line.isModified():  # somebody who types has the list already
            combo.showPopup()


def _drawn_arrow(option: QStyleOptionViewItem, side: int, ratio: float) -> QPixmap:
    arrow = QStyleOptionViewItem(option)
    arrow.rect = QRect(0, 0, side, option.rect.height())
    if option.state & QStyle.StateFlag.State_Selected:
        ink = option.palette.color(QPalette.ColorRole.HighlightedText)
        arrow.palette.setColor(QPalette.ColorRole.ButtonText, ink)
    picture = QPixmap(arrow.rect.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    style = option.widget.style()
    style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorArrowDown, arrow, painter, option.widget)
    painter.end()
    return picture


class _ChoiceDelegate(QStyledItemDelegate):
    """Paints the detail at the right of the label, quieter."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        detail = str(index.data(_DETAIL) or "")
        selected = option.state & QStyle.StateFlag.State_Selected
        label = option.fontMetrics.horizontalAdvance(str(index.data())) + 24
        room = option.rect.adjusted(label, 0, -8, 0)
        if not detail or room.width() <= 0:
            return
        ink = option.palette.color(QPalette.ColorRole.HighlightedText)
        painter.setPen(ink if selected else colour(Tone.MUTED, option.palette))
        text = option.fontMetrics.elidedText(detail, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        size = super().sizeHint(option, index)
        return QSize(size.width(), option.fontMetrics.height() + 8)


def _is_enter(event: QEvent) -> bool:
    keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys


def _item(choice: Choice) -> QStandardItem:
    item = QStandardItem(choice.label)
    item.setData(choice.key, _KEY)
    item.setData(choice.detail, _DETAIL)
    item.setData(f"{choice.label} {choice.detail}", _SEARCHED)
    item.setEditable(False)
    return item


class _LabelCompleter(QCompleter):
    """Finds a label or its detail, and writes the label into the line."""

    def pathFromIndex(self, index: _Index) -> str:  # noqa: N802
        """The label."""
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def _completer(model: QStandardItemModel, view: QListView, parent: QWidget) -> QCompleter:
    completer = _LabelCompleter(model, parent)
    completer.setCompletionRole(_SEARCHED)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(_MOST_SHOWN)
    view.setUniformItemSizes(True)
    completer.setPopup(view)
    view.setItemDelegate(_ChoiceDelegate(view))
    return completer
