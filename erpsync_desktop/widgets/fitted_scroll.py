"""A place that scrolls only where there is no room for what is in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class FittedScroll(QScrollArea):
    """Takes the height that a widget needs in the width that is given, at most a share of the window's.

    It is hidden while the widget is.

    Args:
        content: what is shown.
        parent: the owner.
        share: of the window's height that it asks for at most.

    Signals:
        wantedChanged: it asks for another height now.
    """

    wantedChanged = Signal()  # noqa: N815

    def __init__(self, content: QWidget, parent: QWidget | None = None, *, share: float = 0.4) -> None:
        super().__init__(parent)
        self._content, self._share, self._last = content, share, -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Its least height is what it needs in this width, not what it would need in the least width.
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        hidden = content.isHidden()
        self.setWidget(content)
        content.setHidden(hidden)  # setWidget shows it
        self._fit()

    @property
    def wanted(self) -> int:
        """The height that the content needs in this width, in pixels."""
        height = self._content.heightForWidth(self.width())
        return height if height >= 0 else self._content.sizeHint().height()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The whole content, but at most a share of the window."""
        most = int(self.window().height() * self._share)
        return QSize(super().sizeHint().width(), min(self.wanted, most))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The first lines."""
        width = self._content.minimumSizeHint().width()
        return QSize(width, min(self.wanted, self.fontMetrics().lineSpacing() * 2))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Ask for the height that goes with another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Hear that the content wants another height."""
        kinds = {QEvent.Type.LayoutRequest, QEvent.Type.ShowToParent, QEvent.Type.HideToParent}
        if event.type() in kinds or event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setVisible(not self._content.isHidden())
        self.setMaximumHeight(self.wanted)
        self.updateGeometry()
        if self.wanted != self._last:
            self._last = self.wanted
            self.wantedChanged.emit()
