"""The three buttons with which a table lets choose where values travel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QToolTip

from erpsync_desktop.model.sync_setup import CHOICES, Direction
from erpsync_desktop.widgets.theme import Tone, colour

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

STATE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""A ``DirectionState``, or None for a cell without buttons."""
TIP_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""A function that says of a direction, as a tooltip, what it does or why it is barred."""

_MARGIN = 3
_MOST_PICTURES = 64
_WIDEST = 2.4
"""Heights of a line that a button is wide at most."""


@dataclass(frozen=True, slots=True)
class DirectionState:
    """What the buttons of one row show.

    Attributes:
        chosen: the direction that is set.
        possible: the directions that can be chosen.
        enabled: whether anything can be changed now.
    """

    chosen: Direction = Direction.NONE
    possible: tuple[Direction, ...] = ()
    enabled: bool = True


class DirectionDelegate(QStyledItemDelegate):
    """Paints ``>``, ``<`` and ``< >``: filled if chosen, framed if available, bare if not.

    Signals:
        clicked: a button of a row (model index) was clicked, be it available or not.
    """

    clicked = Signal(object, object)

    _pressed: tuple[int, Direction] | None = None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell's ground as the style does, then the buttons."""
        super().paint(painter, option, index)
        state: DirectionState | None = index.data(STATE_ROLE)
        if state is None:
            return
        painter.drawPixmap(option.rect.topLeft(), self._picture(state, option, painter))

    def _picture(self, state: DirectionState, option: QStyleOptionViewItem, painter: QPainter) -> QPixmap:
        """The three buttons, drawn once: rows that are in the same state look the same."""
        size, ratio = option.rect.size(), painter.device().devicePixelRatioF()
        key = (state, size.width(), size.height(), ratio, option.palette.cacheKey())
        drawn = self._pictures.get(key)
        if drawn is None:
            if len(self._pictures) >= _MOST_PICTURES:
                self._pictures.clear()
            drawn = self._pictures[key] = self._drawn(state, option, ratio)
        return drawn

    def _drawn(self, state: DirectionState, option: QStyleOptionViewItem, ratio: float) -> QPixmap:
        picture = QPixmap(option.rect.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inks = _inks(option.palette.cacheKey(), option.palette)
        places = self._places(QRect(QPoint(), option.rect.size()), option)
        for direction, place in zip(CHOICES, places, strict=True):
            _Button(direction, state, inks).paint(painter, QRectF(place))
        painter.end()
        return picture

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Room for three buttons."""
        size = super().sizeHint(option, index)
        return QSize(int(3 * _WIDEST * option.fontMetrics.height()) + 4 * _MARGIN, size.height())

    def editorEvent(  # noqa: N802
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell of a click on a button, unless it only selects rows."""
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
        if not isinstance(event, QMouseEvent) or event.type() not in kinds or event.modifiers():
            return super().editorEvent(event, model, option, index)
        hit = self._hit(event.position(), option) if index.data(STATE_ROLE) is not None else None
        place = (index.row(), hit) if hit is not None else None
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = place
            return True
        was_pressed, self._pressed = self._pressed == place, None
        if was_pressed:
            self.clicked.emit(index, hit)
        return was_pressed

    def helpEvent(  # noqa: N802
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Say of the button under the mouse what it does, or why it is barred."""
        tip: Callable[[Direction], str] | None = index.data(TIP_ROLE)
        hit = self._hit(QPointF(event.pos()), option) if tip is not None else None
        if tip is None or hit is None or event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tip(hit), view.viewport(), option.rect)
        return True

    def button_at(self, rect: QRect, direction: Direction, option: QStyleOptionViewItem) -> QRect:
        """Where a direction's button is in a cell."""
        return self._places(rect, option)[CHOICES.index(direction)]

    def _hit(self, position: QPointF, option: QStyleOptionViewItem) -> Direction | None:
        places = zip(CHOICES, self._places(option.rect, option), strict=True)
        return next((one for one, place in places if place.contains(position.toPoint())), None)

    @staticmethod
    def _places(rect: QRect, option: QStyleOptionViewItem) -> list[QRect]:
        room = (rect.width() - 4 * _MARGIN) // 3
        width = max(8, min(room, int(_WIDEST * option.fontMetrics.height())))
        height = max(8, rect.height() - 2 * _MARGIN)
        lefts = (rect.left() + _MARGIN + place * (width + _MARGIN) for place in range(3))
        return [QRect(left, rect.top() + _MARGIN, width, height) for left in lefts]


@dataclass(frozen=True, slots=True)
class _Inks:
    """The colours of one palette."""

    ground: QColor
    text: QColor
    muted: QColor
    chosen: QColor
    wrong: QColor


_kept: dict[int, _Inks] = {}


def _inks(key: int, palette: QPalette) -> _Inks:
    """Made once a palette: a table paints a hundred buttons at each step of scrolling."""
    if key not in _kept:
        _kept.clear()
        _kept[key] = _Inks(
            palette.color(QPalette.ColorRole.Base),
            palette.color(QPalette.ColorRole.Text),
            *(colour(tone, palette) for tone in (Tone.MUTED, Tone.INFO, Tone.ERROR)),
        )
    return _kept[key]


class _Button:
    """One of the three. It has a ground of its own, so that it looks the same on a selected row."""

    def __init__(self, direction: Direction, state: DirectionState, inks: _Inks) -> None:
        self._direction, self._inks = direction, inks
        self._chosen = state.chosen is direction
        self._possible = direction in state.possible
        self._enabled = state.enabled

    def paint(self, painter: QPainter, place: QRectF) -> None:
        inner = place.adjusted(0.5, 0.5, -0.5, -0.5)
        ink, ground = self._ink(), self._inks.ground
        painter.setBrush(ink if self._chosen else ground)
        framed = self._possible or self._chosen
        painter.setPen(QPen(ink if self._chosen else self._inks.muted, 1) if framed else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(inner, 3, 3)
        self._draw_sign(painter, inner, ground if self._chosen else ink)
        if self._chosen and not self._possible:  # crossed out: it was chosen before, and is barred by now
            painter.setPen(QPen(ground, 1.5))
            painter.drawLine(inner.bottomLeft() + QPointF(4, -3), inner.topRight() + QPointF(-4, 3))

    def _ink(self) -> QColor:
        if self._chosen:
            return self._inks.chosen if self._possible else self._inks.wrong
        return self._inks.text if self._possible and self._enabled else self._inks.muted

    def _draw_sign(self, painter: QPainter, place: QRectF, ink: QColor) -> None:
        """Draw the chevrons; those of a button that is not possible are thinner and smaller."""
        bold = self._chosen or self._possible
        high = min(place.height(), place.width()) * (0.25 if bold else 0.18)
        middle = place.center()
        painter.setPen(QPen(ink, 2.0 if bold else 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        apart = high * 1.25 if self._direction is Direction.BOTH else 0.0
        if self._direction.to_erp:
            painter.drawPolyline(_chevron(QPointF(middle.x() - apart, middle.y()), -high))
        if self._direction.to_crm:
            painter.drawPolyline(_chevron(QPointF(middle.x() + apart, middle.y()), high))


def _chevron(middle: QPointF, size: float) -> QPolygonF:
    """``>`` around a point; ``<`` where the size is negative."""
    half, high = size / 2, abs(size)
    points = ((-half, -high), (half, 0.0), (-half, high))
    return QPolygonF([QPointF(middle.x() + x, middle.y() + y) for x, y in points])
