"""The main window: navigator at the left, tabs at the right, a status line below."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from erpsync_desktop.ui.jobs import Jobs
from erpsync_desktop.ui.menus import Menus
from erpsync_desktop.ui.navigator import CATALOGUE, DIRECTORY, SYNC, Navigator
from erpsync_desktop.ui.services import Services
from erpsync_desktop.ui.status_line import StatusLine
from erpsync_desktop.ui.sync_tab import SyncTab
from erpsync_desktop.ui.unsaved import asks_before_quitting
from erpsync_desktop.widgets import language
from erpsync_desktop.widgets.tasks import run_in_background

if TYPE_CHECKING:
    from erpsync_desktop.model.connector import SyncConnector
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.ui.sync_controller import SyncController
    from erpsync_desktop.ui.warm_up import WarmUp
    from erpsync_desktop.ui.workspace_page import WorkspacePage
    from erpsync_desktop.workspace.protocol import Workspace

LANGUAGE_SETTING = "language"
_GEOMETRY = "mainWindow/geometry"
_UNPAINTED_MS = 1_000
_CLOSING_SECONDS = 1.0
_LATER_MS = 500
"""How long after the rows are shown the rest begins: imports on another thread slow the painting down."""


class MainWindow(QMainWindow):
    """Shows one workspace at a time.

    It opens the workspace in the background, after it has been painted for the first time.

    Signals:
        ready: the rows of the workspace are shown.
        failed: the workspace cannot be opened; with the error.
    """

    ready = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, url: str) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._services = services
        self._url = url
        self._began = False
        self._workspace: Workspace | None = None
        self._to_close: list[Workspace] = []
        self._warm_up: WarmUp | None = None
        self._failed_page: QWidget | None = None
        self._made_pages: dict[str, WorkspacePage] = {}
        self.jobs = Jobs(self)
        self.sync_tab = SyncTab(self)
        self._controller: SyncController | None = None
        self.menus = Menus(self, self.sync_tab)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._look_after)
        self._build()
        self._connect()
        self.menus.work_on_workspace(False)
        self._retranslate()
        self._restore()
        QTimer.singleShot(0, self._begin_if_hidden)
        QTimer.singleShot(_UNPAINTED_MS, self._begin)

    @property
    def workspace(self) -> Workspace | None:
        """The open workspace."""
        return self._workspace

    @property
    def sync(self) -> SyncController:
        """What is done in the Sync tab; made with the first workspace, after the first paint."""
        if self._controller is None:
            from erpsync_desktop.ui.sync_controller import SyncController

            self._controller = SyncController(self.sync_tab, self.jobs, self)
            self._controller.shown.connect(self.ready)
            self._controller.shown.connect(self._later.start)
            self._controller.failed.connect(self._not_opened)
            self._controller.linkActivated.connect(self._follow)
        return self._controller

    # How it is built

    def _build(self) -> None:
        self.navigator = Navigator(self)
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("tabs")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.sync_tab, "")
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._tabs)
        # What they would like is no reason to take room from the navigator.
        self._pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        content = QWidget(self)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigator)
        row.addWidget(self._pages, 1)
        self._whole = QStackedWidget(self)
        self._whole.addWidget(content)
        self.setCentralWidget(self._whole)
        status = StatusLine(self.jobs, self.sync_tab.summary, self)
        self.sync_tab.counted.connect(status.retranslate)
        status.focusLeft.connect(self._focus_page)
        self.statusBar().addWidget(status, 1)
        self.statusBar().setSizeGripEnabled(False)

    def _connect(self) -> None:
        self.navigator.pageWanted.connect(self._go_to)
        self._connect_menus()
        self.jobs.undo_changed.connect(self._offer_undo)
        self._stop_key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._stop_key.activated.connect(self.jobs.cancel)
        self._stop_key.setEnabled(False)
        self.jobs.began.connect(lambda: self._stop_key.setEnabled(self.jobs.cancellable))
        self.jobs.ended.connect(lambda: self._stop_key.setEnabled(False))

    def _connect_menus(self) -> None:
        menus = self.menus
        menus.newWanted.connect(lambda: self._choose_file(new=True))
        menus.openWanted.connect(lambda: self._choose_file(new=False))
        menus.sampleWanted.connect(self.try_sample)
        menus.undoWanted.connect(self._undo)
        menus.filterWanted.connect(self.sync_tab.go_to_filter)
        menus.refreshWanted.connect(self._refresh)
        menus.deletedShown.connect(self._show_deleted)
        menus.languageChosen.connect(self._set_language)
        menus.helpWanted.connect(self.show_help)
        menus.makeWanted.connect(lambda: self.show_help("make"))
        menus.storeWanted.connect(lambda: self._follow("app:store"))
        menus.aboutWanted.connect(self._show_about)

    # Opening

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint; what takes long begins after the first time."""
        super().paintEvent(event)
        if not self._began:
            QTimer.singleShot(0, self._begin)

    def _begin_if_hidden(self) -> None:
        if not self.isVisible():
            self._begin()

    def _begin(self) -> None:
        if not self._began:
            self.open_workspace(self._url)

    def open_workspace(self, url: str) -> None:
        """Close the workspace and open another.

        Args:
            url: its address, or a path.
        """
        self._began = True
        self._url = url
        self._leave_workspace()
        self._whole.setCurrentIndex(0)
        opened = self._to_close

        def work(watch: Watch) -> Workspace:
            workspace = self._services.open_workspace(url)
            opened.append(workspace)
            if watch.cancelled:  # nobody waits for it any more
                workspace.close()
            return workspace

        self.jobs.run(lambda: self.tr("Opening …"), work, self._opened, failed=self._not_opened)

    def _opened(self, workspace: Workspace) -> None:
        from erpsync_desktop.workspace.protocol import Capability

        self._workspace = workspace
        self.menus.work_on_workspace(True)
        needed = {CATALOGUE: Capability.EDIT_CATALOGUE, DIRECTORY: Capability.EDIT_DIRECTORY}
        offered = [page for page, needs in needed.items() if needs in workspace.capabilities]
        self.navigator.show_pages((SYNC, *offered))
        self._fit_navigator()
        self._retitle()
        self.sync.set_workspace(workspace)
        self._follow_workspace()
        self.sync_tab.connectors.view.setFocus()

    def _look_after(self) -> None:
        """Nobody waits for this, so it keeps nobody waiting; what fails is tried again next time."""
        workspace = self._workspace
        if workspace is not None:
            work = self._services.look_after
            run_in_background(self, lambda _watch: work(workspace), done=_ignore, failed=_ignore)
        if self._warm_up is None:
            from erpsync_desktop.ui.warm_up import WarmUp

            self._warm_up = WarmUp(self)

    def _not_opened(self, error: Exception) -> None:
        from erpsync_desktop.ui.failed_page import FailedPage

        if not isinstance(self._failed_page, FailedPage):
            page = FailedPage(self)
            page.retryWanted.connect(lambda: self.open_workspace(self._url))
            page.otherWanted.connect(lambda: self._choose_file(new=False))
            self._whole.addWidget(page)
            self._failed_page = page
        self._failed_page.show_error(error)
        self._whole.setCurrentWidget(self._failed_page)
        self.failed.emit(error)

    def _leave_workspace(self) -> None:
        self.jobs.stop()
        self._workspace = None
        self.menus.work_on_workspace(False)
        if self._controller is not None:
            self._controller.set_workspace(None)
        self._follow_workspace()
        closing, self._to_close = self._to_close, []
        if closing:
            thread = threading.Thread(target=_close_all, args=(closing,), name="erpsync-closing", daemon=True)
            thread.start()
            thread.join(_CLOSING_SECONDS)  # a hanging disk must not hold the window

    def _choose_file(self, *, new: bool) -> None:
        dialog = QFileDialog(self, self.tr("New workspace file") if new else self.tr("Open workspace file"))
        dialog.setObjectName("workspaceFileDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("Workspace files (*.sqlite)"), self.tr("All files (*)")])
        dialog.setDefaultSuffix("sqlite")
        if new:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            # A workspace that is there already is opened, never replaced; to ask for that would mislead.
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_workspace)
        dialog.open()

    # Pages

    def _go_to(self, page: str) -> None:
        self._pages.setCurrentWidget(self._tabs if page == SYNC else self._page(page))
        # The other pages have a filter of their own under the same key.
        self.menus.work_on_lists(page == SYNC and self._workspace is not None)
        self._offer_undo()

    def _page(self, key: str) -> WorkspacePage:
        """A page, made when it is first wanted."""
        if key not in self._made_pages:
            made = _make_page(key, self)
            made.undoChanged.connect(self._offer_undo)
            self._made_pages[key] = made
            self._pages.addWidget(made)
            made.set_workspace(self._workspace)
            self._fit_navigator()
        return self._made_pages[key]

    def _follow_workspace(self) -> None:
        for page in self._made_pages.values():
            page.set_workspace(self._workspace)

    @property
    def _page_in_sight(self) -> WorkspacePage | None:
        """The page that is shown beside the Sync tab."""
        shown = self._pages.currentWidget()
        return next((page for page in self._made_pages.values() if page is shown), None)

    # What the menus and links do

    def _focus_page(self) -> None:
        """Give the keyboard back to where it was on the page before."""
        before = (self._page_in_sight or self.sync_tab).focusWidget()
        back = before if before is not None and before.isEnabled() else self.sync_tab.connections.view
        back.setFocus()

    def _offer_undo(self) -> None:
        """Each page takes back what was done on it."""
        self.menus.set_undo((self._page_in_sight or self.jobs).undo_name)

    def _undo(self) -> None:
        (self._page_in_sight or self.jobs).undo()

    def _refresh(self) -> None:
        self.sync.refresh()

    def _show_deleted(self, shown: bool) -> None:
        self.sync.show_deleted(shown)

    def try_sample(self) -> None:
        """Start the sample ERP and register its connector."""
        workspace = self._workspace
        if workspace is None:
            return

        def done(connector: SyncConnector) -> None:
            self.sync.select_when_shown((connector.id,))
            self.jobs.tell(lambda: self.tr("The sample ERP is running. Define an ERP connection to it now."))

        self.jobs.run(
            lambda: self.tr("Starting the sample ERP …"),
            lambda watch: self._services.add_sample(workspace, watch),
            done,
        )

    def _follow(self, link: str) -> None:
        if link == "app:sample":
            self.try_sample()
        elif link == "app:make":
            self.show_help("make")
        elif link == "app:store":
            from erpsync_desktop.dialogs.help_window import APP_STORE

            QDesktopServices.openUrl(QUrl(APP_STORE))

    def show_help(self, anchor: str = "") -> None:
        """Open the help, or bring it to the front; it begins with the page that is in sight."""
        from erpsync_desktop.dialogs.help_window import show_help

        in_sight = next((key for key, page in self._made_pages.items() if page is self._page_in_sight), "")
        show_help(self, anchor or in_sight)

    def _show_about(self) -> None:
        from erpsync_desktop.ui.about import show_about

        show_about(self, self._workspace.title if self._workspace else "")

    def _set_language(self, code: str) -> None:
        QSettings().setValue(LANGUAGE_SETTING, code)
        language.install(code or None)

    # What it says

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._tabs.setTabText(0, self.tr("Sync"))
        self.menus.retranslate()
        self._offer_undo()
        self._retitle()
        self._fit_navigator()

    def _retitle(self) -> None:
        title = self._workspace.title if self._workspace else ""
        program = "ERP Sync Desktop"
        self.setWindowTitle(f"{title} – {program}" if title else program)

    # How wide it is

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the pages the room that they need."""
        super().resizeEvent(event)
        self._fit_navigator()

    def _fit_navigator(self) -> None:
        needed = self._pages.minimumSizeHint().width()
        self._pages.setMinimumWidth(needed)  # by itself, what has no wish has no least width
        self.navigator.fit(self.width() - needed)

    # What it remembers

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for both lists in the font at hand, within the screen."""
        metrics = self.fontMetrics()
        wanted = QSize(metrics.averageCharWidth() * 165, metrics.height() * 42)
        return wanted.boundedTo(self.screen().availableSize() * 0.9)

    def _restore(self) -> None:
        settings = QSettings()
        geometry = settings.value(_GEOMETRY)
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(self.sizeHint())
        self.sync_tab.restore()
        self.menus.check_language(str(settings.value(LANGUAGE_SETTING) or ""))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Remember how the window was left; stop what runs, and let go of the workspace.

        Somebody who closes the window is asked before an open dialog loses changes.
        """
        if event.spontaneous() and asks_before_quitting(self):
            event.ignore()
            return
        QSettings().setValue(_GEOMETRY, self.saveGeometry())
        self.sync_tab.save()
        self._began = True
        self._later.stop()
        self._leave_workspace()
        with suppress(OSError):
            self._services.close()
        super().closeEvent(event)


def _make_page(key: str, window: QWidget) -> WorkspacePage:
    if key == CATALOGUE:
        from erpsync_desktop.ui.catalogue_page import CataloguePage

        return CataloguePage(window)
    from erpsync_desktop.ui.directory_page import DirectoryPage

    return DirectoryPage(window)


def _ignore(_outcome: object) -> None:
    pass


def _close_all(workspaces: list[Workspace]) -> None:
    for workspace in workspaces:
        workspace.close()
