"""Who has an ERP connection: everyone, or those whom a link names."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionFocusRect,
    QWidget,
)

from erpsync_desktop.model.directory import Directory, Scope
from erpsync_desktop.widgets.theme import Tone, colour

MOST_NAMED = 3
"""More groups and users than that are counted."""


class ScopeChoice(QWidget):
    """Two radio buttons and a link.

    Signals:
        scopeEdited: the Scope as chosen.
        linkClicked: groups and users are to be chosen.
    """

    scopeEdited = Signal(object)  # noqa: N815
    linkClicked = Signal()  # noqa: N815

    def __init__(self, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._directory = directory
        self._scope = Scope()
        self.everyone, self.specific = QRadioButton(self), QRadioButton(self)
        self.link = LinkButton(self)
        self.everyone.setObjectName("scopeEveryoneRadio")
        self.specific.setObjectName("scopeSpecificRadio")
        self.link.setObjectName("scopeLink")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.everyone, 0, 0)
        self._grid.addWidget(self.specific, 1, 0)
        self._grid.addWidget(self.link, 1, 1)
        self.everyone.clicked.connect(lambda: self._choose(True))
        self.specific.clicked.connect(lambda: self._choose(False))
        self.link.clicked.connect(self.linkClicked)
        self._retranslate()

    def show_scope(self, scope: Scope) -> None:
        """Show a choice."""
        self._scope = scope
        (self.everyone if scope.everyone else self.specific).setChecked(True)
        if scope.everyone and self.link.hasFocus():
            self.everyone.setFocus()
        self.link.setEnabled(not scope.everyone)
        self._name_choice()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Place the link anew."""
        super().resizeEvent(event)
        self._place_link()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _choose(self, everyone: bool) -> None:
        self.show_scope(self._scope.for_everyone(everyone))
        self.scopeEdited.emit(self._scope)

    def _retranslate(self) -> None:
        self.everyone.setText(self.tr("E&veryone"))
        self.specific.setText(self.tr("S&pecific users + groups"))
        self._name_choice()

    def _name_choice(self) -> None:
        names = [*self._scope.names(self._directory)]
        gone = self._scope.gone(self._directory)
        if gone:
            names.append(self.tr("%n that are gone", "", gone))
        self.link.setText(self._named(names).replace("&", "&&"))
        self.link.setAccessibleName(self.tr("Configure scope: {choice}").format(choice=self._named(names)))
        self.link.setToolTip(self.tr("Configure scope"))
        self._place_link()

    def _place_link(self) -> None:
        """Put the link beside its button, or beneath where it does not fit there."""
        left = self.width() - self.specific.sizeHint().width() - self._grid.horizontalSpacing()
        beneath = self.link.sizeHint().width() > left
        if beneath == (self._grid.itemAtPosition(1, 1) is None):
            return
        self._grid.removeWidget(self.link)
        if beneath:
            self._grid.addWidget(self.link, 2, 0, 1, 2)
        else:
            self._grid.addWidget(self.link, 1, 1)

    def _named(self, names: list[str]) -> str:
        if not names:
            return self.tr("No users or groups are selected")
        more = len(names) - MOST_NAMED
        if more <= 0:
            return ", ".join(names)
        return self.tr("{names} and %n more", "", more).format(names=", ".join(names[:MOST_NAMED]))


class LinkButton(QPushButton):
    """A button that looks like a link."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        font = self.font()
        font.setUnderline(True)
        self.setFont(font)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as its text."""
        metrics = self.fontMetrics()
        text = self.text().replace("&&", "&")
        return QSize(metrics.horizontalAdvance(text) + 8, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for the beginning of its text."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the text in the colour of links, and the frame of the keyboard focus."""
        painter = QPainter(self)
        palette = self.palette()
        ink = colour(Tone.INFO, palette) if self.isEnabled() else palette.windowText().color()
        if not self.isEnabled():
            painter.setOpacity(0.6)
        painter.setPen(ink)
        room = self.rect().adjusted(4, 0, -4, 0)
        text = self.text().replace("&&", "&")
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
        painter.setOpacity(1)
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
        painter.end()
