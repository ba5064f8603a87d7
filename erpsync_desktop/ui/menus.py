"""The menus of the main window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from erpsync_desktop.ui.panel import fill_menu
from erpsync_desktop.ui.sync_tab import SyncTab

_Keys = QKeySequence | QKeySequence.StandardKey | str


class Menus(QObject):
    """Makes the menus and names their entries.

    Signals:
        newWanted, openWanted, sampleWanted, undoWanted, filterWanted, refreshWanted, helpWanted, makeWanted,
            storeWanted, aboutWanted: the user chose it.
        deletedShown: whether deleted rows are to be shown.
        languageChosen: ``"de"``, ``"en"``, or empty for the system's.
    """

    newWanted = Signal()  # noqa: N815  Qt's way of naming
    openWanted = Signal()  # noqa: N815
    sampleWanted = Signal()  # noqa: N815
    undoWanted = Signal()  # noqa: N815
    filterWanted = Signal()  # noqa: N815
    refreshWanted = Signal()  # noqa: N815
    helpWanted = Signal()  # noqa: N815
    makeWanted = Signal()  # noqa: N815
    storeWanted = Signal()  # noqa: N815
    aboutWanted = Signal()  # noqa: N815
    deletedShown = Signal(bool)  # noqa: N815
    languageChosen = Signal(str)  # noqa: N815

    def __init__(self, window: QMainWindow, tab: SyncTab) -> None:
        super().__init__(window)
        self._window = window
        self.new = self._action(self.newWanted.emit)
        self.open = self._action(self.openWanted.emit, QKeySequence.StandardKey.Open)
        self.sample = self._action(self.sampleWanted.emit)
        self.sample.setObjectName("sampleAction")
        self.quit = self._action(window.close, "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.undo = self._action(self.undoWanted.emit, QKeySequence.StandardKey.Undo)
        self.undo.setObjectName("undoAction")
        self.undo.setEnabled(False)
        self.filter = self._action(self.filterWanted.emit, QKeySequence.StandardKey.Find)
        self.deleted = self._action(lambda: None)
        self.deleted.setObjectName("showDeletedAction")
        self.deleted.setCheckable(True)
        self.deleted.toggled.connect(self.deletedShown)
        self.refresh = self._action(self.refreshWanted.emit, "Ctrl+R")  # F5 tests
        self.help = self._action(self.helpWanted.emit, QKeySequence.StandardKey.HelpContents)
        self.make = self._action(self.makeWanted.emit)
        self.store = self._action(self.storeWanted.emit)
        self.about = self._action(self.aboutWanted.emit)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self._languages = {code: self._language(code) for code in ("", "de", "en")}
        self._build(tab)

    def _action(self, trigger: Callable[[], object], keys: _Keys = "") -> QAction:
        action = QAction(self._window)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(lambda _checked: trigger())
        return action

    def _language(self, code: str) -> QAction:
        action = self._action(lambda: self.languageChosen.emit(code))
        action.setObjectName(f"languageAction:{code or 'system'}")
        action.setCheckable(True)
        return action

    def _build(self, tab: SyncTab) -> None:
        bar = self._window.menuBar()
        self._menus: dict[str, QMenu] = {name: bar.addMenu("") for name in ("file", "edit", "view", "help")}
        self._submenus = {name: QMenu(self._window) for name in ("connector", "connection", "language")}
        fill_menu(self._submenus["connector"], tab.connectors.menu_actions)
        fill_menu(self._submenus["connection"], tab.connections.menu_actions)
        group = QActionGroup(self)
        for action in self._languages.values():
            group.addAction(action)
            self._submenus["language"].addAction(action)
        fill_menu(self._menus["file"], [self.new, self.open, None, self.sample, None, self.quit])
        lists = [self._submenus[name].menuAction() for name in ("connector", "connection")]
        fill_menu(self._menus["edit"], [self.undo, None, *lists, None, self.filter])
        language = self._submenus["language"].menuAction()
        fill_menu(self._menus["view"], [self.deleted, self.refresh, None, language])
        fill_menu(self._menus["help"], [self.help, None, self.store, self.make, None, self.about])

    def check_language(self, code: str) -> None:
        """Mark the language that was chosen."""
        self._languages[code if code in self._languages else ""].setChecked(True)

    def set_undo(self, name: str) -> None:
        """Offer to take something back; nothing where ``name`` is empty."""
        self.undo.setEnabled(bool(name))
        self.undo.setText(name or self.tr("&Undo"))

    def work_on_workspace(self, possible: bool) -> None:
        """Switch on what needs an open workspace."""
        for action in (self.sample, self.deleted, self.refresh):
            action.setEnabled(possible)
        self.work_on_lists(possible)

    def work_on_lists(self, possible: bool) -> None:
        """Switch on what is about the two lists; they are in sight."""
        self.filter.setEnabled(possible)
        for name in ("connector", "connection"):
            self._submenus[name].menuAction().setEnabled(possible)

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self._menus["file"].setTitle(self.tr("&File"))
        self._menus["edit"].setTitle(self.tr("&Edit"))
        self._menus["view"].setTitle(self.tr("&View"))
        self._menus["help"].setTitle(self.tr("&Help"))
        self._submenus["connector"].setTitle(self.tr("&Sync Connector"))
        self._submenus["connection"].setTitle(self.tr("&ERP connection"))
        self._submenus["language"].setTitle(self.tr("&Language"))
        self.new.setText(self.tr("&New workspace file …"))
        self.open.setText(self.tr("&Open workspace file …"))
        self.sample.setText(self.tr("&Try the sample ERP"))
        self.quit.setText(self.tr("&Quit"))
        self.filter.setText(self.tr("&Filter"))
        self.deleted.setText(self.tr("Show &deleted"))
        self.refresh.setText(self.tr("&Refresh"))
        self.help.setText(self.tr("&Help"))
        self.store.setText(self.tr("&Sync apps in the SuperOffice App Store"))
        self.make.setText(self.tr("How a sync app is &made"))
        self.about.setText(self.tr("&About ERP Sync Desktop"))
        self._languages[""].setText(self.tr("As the &system"))
        self._languages["de"].setText("&Deutsch")
        self._languages["en"].setText("&English")
