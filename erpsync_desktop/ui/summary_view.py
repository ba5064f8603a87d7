"""What the selected ERP connection synchronises, under the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QToolButton, QVBoxLayout, QWidget


class SummaryView(QWidget):
    """Shows plain text that can be selected and copied, also with the keyboard, and folded away.

    Signals:
        folded: whether it is folded away now.
    """

    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summaryPanel")
        self._fold = QToolButton(self)
        self._fold.setObjectName("foldSummaryButton")
        self._fold.setCheckable(True)
        self._fold.setAutoRaise(True)
        self._fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        font = self._fold.font()
        font.setBold(True)
        self._fold.setFont(font)
        self._copy = QPushButton(self)
        self._copy.setObjectName("copySummaryButton")
        self._copy.setAutoDefault(False)
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("summaryView")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setMinimumHeight(1)
        self._lay_out()
        self._fold.toggled.connect(self._unfold)
        self._copy.clicked.connect(self.copy)
        self._fold.setChecked(True)
        self._retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._fold)
        top.addStretch(1)
        top.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self._text, 1)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.toPlainText()

    @property
    def head_height(self) -> int:
        """What it takes when it is folded away, in pixels."""
        return max(self._fold.sizeHint().height(), self._copy.sizeHint().height())

    def tab_order(self) -> list[QWidget]:
        """The stops of the Tab key in reading order."""
        return [self._fold, self._copy, self._text]

    def say(self, text: str) -> None:
        """Say something; where it is said already, what is selected in it stays so."""
        if text != self._text.toPlainText():
            self._text.setPlainText(text)

    def copy(self) -> None:
        """Copy what is selected, or everything."""
        selected = self._text.textCursor().selectedText().replace("\u2029", "\n")
        QGuiApplication.clipboard().setText(selected or self.text)

    def fold(self, folded: bool) -> None:
        """Fold it away, or show it."""
        self._fold.setChecked(not folded)

    def _unfold(self, shown: bool) -> None:
        self._fold.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        if not shown and (self._text.hasFocus() or self._copy.hasFocus()):
            self._fold.setFocus(Qt.FocusReason.OtherFocusReason)
        self._text.setVisible(shown)
        self._copy.setVisible(shown)
        self.folded.emit(not shown)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._fold.setText(self.tr("What is synchronised"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setAccessibleName(self.tr("Copy what is synchronised"))
        self._text.setAccessibleName(self.tr("What is synchronised"))
