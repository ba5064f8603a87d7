"""The program's main window as the demonstration uses it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QMainWindow
from shiboken6 import isValid

from erpsync_desktop.demo.hands import Broken, click_cell, find, let_pass, wait_for, wait_until_closed

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SIZE = QSize(1200, 760)


class MainWindow:
    """Opens and closes the main window on one workspace.

    Args:
        workspace: the file.
        language: that the window speaks.
        keyring: where its secrets go; None for this machine's keyring.
    """

    def __init__(self, workspace: Path, language: str = "en", keyring: KeyringBackend | None = None) -> None:
        self._workspace = workspace
        self._language, self._keyring = language, keyring
        self._window: QMainWindow | None = None

    def open(self) -> None:
        """Open a window and wait for its rows.

        Raises:
            Broken: they do not come.
        """
        from erpsync_desktop.app import create_main_window

        self._workspace.parent.mkdir(parents=True, exist_ok=True)
        ready: list[bool] = []
        url = f"sqlite:///{self._workspace.as_posix()}"
        self._window = create_main_window(url, language=self._language, keyring=self._keyring)
        self._window.ready.connect(lambda: ready.append(True))
        self._window.resize(SIZE)
        self._window.show()
        wait_for("the main window shows its rows", lambda: bool(ready))

    def close(self) -> None:
        """Close the window, if one is open, and let go of it."""
        window, self._window = self._window, None
        if window is not None:
            window.close()
            wait_until_closed(window)
            if isValid(window):
                window.deleteLater()
            let_pass(100)

    @property
    def shown(self) -> QMainWindow:
        """The open window."""
        if self._window is None:
            raise Broken("there is no main window")
        return self._window

    @property
    def connections(self) -> QAbstractItemView:
        """The list of ERP connections."""
        return find(QAbstractItemView, "connectionsView", self.shown)

    def go_to(self, key: str) -> None:
        """Click on a page in the navigator.

        Raises:
            Broken: it does not lead there.
        """
        navigator = find(QAbstractItemView, "navigator", self.shown)
        model = navigator.model()
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        index = next((each for each in indexes if each.data(Qt.ItemDataRole.UserRole) == key), None)
        if index is None:
            raise Broken(f"the navigator does not lead to {key}")
        click_cell(navigator, index)
