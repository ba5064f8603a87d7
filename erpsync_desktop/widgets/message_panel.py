"""What went wrong or well, why, and what to do about it, beside what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFontDatabase,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from erpsync_desktop.model.errors import Problem
from erpsync_desktop.widgets.sentences import Sentence, sentence
from erpsync_desktop.widgets.theme import Tone, colour, status_icon

LONGEST_SHOWN = 2_000
"""Characters of one sentence that are shown; the details hold more."""
LONGEST_DETAILS = 60_000
"""Characters of the details that are shown and copied."""

_ZERO_WIDTH_SPACE = "\u200b"
_LONG_WORD = re.compile(r"\S{31,}")


def breakable(text: str) -> str:
    """The text with invisible places to break its long words, so that a label cannot grow without end."""
    shown = text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
    return _LONG_WORD.sub(lambda word: _ZERO_WIDTH_SPACE.join(re.findall(r".{1,15}", word[0])), shown)


def words(problem: str, remedy: str = "") -> Sentence:
    """What a message panel says of its own, without a ``Problem`` behind it."""
    return Sentence(problem, remedy=remedy)


class PlainLabel(QLabel):
    """A label for text that others wrote: never rich text, wrapped, selectable with the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def say(self, text: str) -> None:
        """Show the text, or vanish where there is none."""
        self.setText(breakable(text))
        self.setAccessibleName(text[:LONGEST_SHOWN])
        self.setVisible(bool(text))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Let the text be selected, now that there is a mouse to do it."""
        self._make_selectable()
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to select."""
        self._make_selectable()
        super().mousePressEvent(event)

    def _make_selectable(self) -> None:
        """Not before it is wanted: a label whose text can be selected takes six times as long to lay out."""
        if self.textInteractionFlags() != Qt.TextInteractionFlag.TextSelectableByMouse:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


class TonedLabel(PlainLabel):
    """A ``PlainLabel`` in the colour of a tone, also after the desktop turned dark or light."""

    _coloured_for = 0

    def __init__(self, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._colour()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the colours."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.ApplicationPaletteChange, QEvent.Type.PaletteChange}:
            self._colour()

    def _colour(self) -> None:
        wanted = QGuiApplication.palette().cacheKey()
        if wanted != self._coloured_for:  # setting it is a change of palette too
            self._coloured_for = wanted
            self.setPalette(_toned(self._tone, wanted))


@lru_cache(maxsize=16)
def _toned(tone: Tone, _of_application: int) -> QPalette:
    """A palette that says nothing but the colour of text, made once for each palette of the application."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.WindowText, colour(tone))
    return palette


class MessagePanel(QFrame):
    """Shows sentences: the problem first, then cause and remedy, with details to unfold and copy.

    It is hidden while it has nothing to say, and says everything again when the language changes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = Tone.INFO
        self._make: Callable[[], Sequence[Sentence]] | None = None
        self._actions: list[tuple[Callable[[], str], QPushButton]] = []
        self._icon = QLabel(self)
        self._problem, self._rest = PlainLabel(self), PlainLabel(self)
        self._problem.setObjectName("problemLabel")
        self._rest.setObjectName("remedyLabel")
        bold = self._problem.font()
        bold.setBold(True)
        self._problem.setFont(bold)
        self._details = _Details(self)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        self._action_row = QHBoxLayout()
        self._action_row.addStretch(1)
        text = QVBoxLayout()
        text.setSpacing(self.fontMetrics().height() // 4)
        text.addWidget(self._problem)
        text.addWidget(self._rest)
        text.addWidget(self._details)
        text.addLayout(self._action_row)
        text.addStretch(1)
        layout = QHBoxLayout(self)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(text, 1)

    @property
    def kind(self) -> Tone:
        """How serious the message is that is shown."""
        return self._kind

    @property
    def text(self) -> str:
        """All that is said, as plain text without the details."""
        sentences = self._make() if self._make else ()
        return "\n".join(sentence.text for sentence in sentences)

    def show_sentences(self, kind: Tone, make: Callable[[], Sequence[Sentence]]) -> None:
        """Say something.

        Args:
            kind: how serious it is.
            make: makes the sentences in the language of the moment; called again when that changes.
        """
        self._clear_actions()
        self._kind, self._make = kind, make
        self._details.fold()
        self._say()
        self.setVisible(True)
        self._announce()

    def show_problem(self, kind: Tone, problem: Problem | None) -> None:
        """Say what a problem is; None for nothing.

        Args:
            kind: how serious it is.
            problem: what is wrong.
        """
        if problem is None:
            self.clear()
        else:
            self.show_sentences(kind, lambda: (sentence(problem),))

    def add_action(self, label: Callable[[], str], action: Callable[[], None], name: str) -> QPushButton:
        """Offer something to do about it.

        Args:
            label: makes the button's text in the language of the moment.
            action: what a click does.
            name: the button's object name.
        """
        button = QPushButton(label(), self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: action())
        self._actions.append((label, button))
        self._action_row.insertWidget(self._action_row.count() - 1, button)
        return button

    def clear(self) -> None:
        """Say nothing, and vanish."""
        self._make = None
        self._clear_actions()
        self.hide()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Two lines; the height that the text takes depends on the width that is given."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing() * 2)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow language, colours and font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._details.retranslate()
        elif event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._show_icon()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint a quiet frame in the colour of the message."""
        edge, fill = colour(self._kind, self.palette()), colour(self._kind, self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge.setAlphaF(0.5)
        fill.setAlphaF(0.07)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _say(self) -> None:
        sentences = list(self._make()) if self._make else []
        self._problem.say("\n".join(each.problem for each in sentences if each.problem))
        rest = [text for sentence in sentences for text in (sentence.cause, sentence.remedy) if text]
        self._rest.say("\n".join(rest))
        self._details.show_text("\n\n".join(sentence.details for sentence in sentences if sentence.details))
        for label, button in self._actions:
            button.setText(label())
        self._show_icon()

    def _show_icon(self) -> None:
        size = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        pixmap = status_icon(self._kind).pixmap(QSize(size, size), self.devicePixelRatioF())
        self._icon.setPixmap(pixmap)
        self._icon.setAccessibleName(self._kind_text())

    def _kind_text(self) -> str:
        return {
            Tone.OK: self.tr("Success"),
            Tone.INFO: self.tr("Information"),
            Tone.WARNING: self.tr("Warning"),
            Tone.ERROR: self.tr("Error"),
        }[self._kind]

    def _announce(self) -> None:
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, f"{self._kind_text()}: {self.text}")
            QAccessible.updateAccessibility(event)

    def _clear_actions(self) -> None:
        for _, button in self._actions:
            button.hide()
            button.deleteLater()
        self._actions.clear()


class _Details(QWidget):
    """Technical text for support, folded away until asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fold = QToolButton(self)
        self._fold.setObjectName("detailsButton")
        self._fold.setCheckable(True)
        self._fold.setAutoRaise(True)
        self._fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("detailsText")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setFixedHeight(self.fontMetrics().lineSpacing() * 7)
        self._copy = QPushButton(self)
        self._copy.setObjectName("copyDetailsButton")
        self._copy.setAutoDefault(False)
        top = QHBoxLayout()
        top.addWidget(self._fold)
        top.addWidget(self._copy)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fold.toggled.connect(self._unfold)
        self._copy.clicked.connect(self._copy_all)
        self._unfold(False)
        self.retranslate()

    def show_text(self, text: str) -> None:
        shown = text if len(text) <= LONGEST_DETAILS else f"{text[: LONGEST_DETAILS - 1]}…"
        self._text.setPlainText(shown)
        self.setVisible(bool(shown))

    def fold(self) -> None:
        self._fold.setChecked(False)

    def retranslate(self) -> None:
        self._fold.setText(self.tr("Details"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setAccessibleName(self.tr("Copy details"))
        self._text.setAccessibleName(self.tr("Details"))

    def _unfold(self, shown: bool) -> None:
        self._fold.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self._text.setVisible(shown)
        self._copy.setVisible(shown)

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
