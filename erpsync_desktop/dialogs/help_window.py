"""The help: a page of our own in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from erpsync_desktop.resource_files import resource_path
from erpsync_desktop.widgets.language import current_language

APP_STORE = "https://online.superoffice.com/appstore/app/search?phrase=sync"


class HelpWindow(QDialog):
    """Shows the help page; links to the web open in the browser.

    Args:
        parent: the window that it is about; also a dialog, which would bar a help window of another's.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._anchor = ""
        self._text = QTextBrowser(self)
        self._text.setObjectName("helpText")
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        metrics = self.fontMetrics()
        room = self.screen().availableSize() * 0.9
        self.resize(
            min(metrics.averageCharWidth() * 95, room.width()), min(metrics.height() * 38, room.height())
        )
        self.retranslate()

    def go_to(self, anchor: str) -> None:
        """Show a part of the page; the beginning where ``anchor`` is empty."""
        self._anchor = anchor
        if anchor:
            self._text.scrollToAnchor(anchor)

    def retranslate(self) -> None:
        """Load the page in the language that is set."""
        self.setWindowTitle(self.tr("Help – ERP Sync Desktop"))
        self._text.setAccessibleName(self.tr("Help"))
        page = resource_path(f"help/help_{current_language()}.html")
        self._text.setHtml(page.read_text(encoding="utf-8"))
        self._text.document().setDocumentMargin(self.fontMetrics().height())
        self.go_to(self._anchor)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _follow(self, link: QUrl) -> None:
        if link.scheme() in {"http", "https"}:
            QDesktopServices.openUrl(link)
        else:
            self.go_to(link.fragment())


def show_help(window: QWidget, anchor: str = "") -> HelpWindow:
    """Open the help over a window, or bring it to the front.

    Args:
        window: that the user needs help with.
        anchor: the part of the page that is about it; empty for the beginning.
    """
    only = Qt.FindChildOption.FindDirectChildrenOnly
    shown = window.findChild(HelpWindow, options=only) or HelpWindow(window)
    shown.show()
    shown.raise_()
    shown.activateWindow()
    shown.go_to(anchor)
    return shown


def offer_help(dialog: QDialog, anchor: str) -> None:
    """Have the help key open the part of the help that is about a dialog."""
    key = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog)
    key.activated.connect(lambda: show_help(dialog, anchor))
