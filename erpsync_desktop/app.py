"""Puts the parts together: settings, secrets, proxies, workspace, main window.

Paint first, import late: what is imported here at the top is what the first painted window needs.
"""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication

from erpsync_desktop import __version__
from erpsync_desktop.quick_start import (
    collect_in_portions,
    collect_rarely,
    skip_source_search,
    switch_often,
)
from erpsync_desktop.ui.main_window import LANGUAGE_SETTING, MainWindow
from erpsync_desktop.ui.services import Services
from erpsync_desktop.widgets import language as languages
from erpsync_desktop.widgets.theme import application_icon

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

    from erpsync_desktop.connectors.client import ConnectorClient
    from erpsync_desktop.http import HttpSession
    from erpsync_desktop.model.connector import SyncConnector
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.sample_workspace import SampleErpHost
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.protocol import Workspace

NAME = "erpsync-desktop"


def create_main_window(
    workspace: str,
    *,
    language: str | None = None,
    keyring: KeyringBackend | None = None,
    sample: bool = False,
) -> MainWindow:
    """Make the main window; it opens the workspace by itself, in the background.

    Args:
        workspace: its URL or path.
        language: ``"de"`` or ``"en"``; None for the one chosen in the menu, else the system's.
        keyring: where secrets are kept; None for the operating system's.
        sample: start the sample ERP and register its connector, too.

    Returns:
        The window, not shown yet. Its signal ``ready`` is emitted when its rows are shown, ``failed`` when
        the workspace cannot be opened.
    """
    skip_source_search()
    collect_rarely()
    QCoreApplication.setOrganizationName(NAME)
    QCoreApplication.setApplicationName(NAME)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    languages.install(language or str(QSettings().value(LANGUAGE_SETTING) or "") or None)
    parts = _Parts(keyring, sample)
    window = MainWindow(
        Services(parts.open_workspace, parts.add_sample, parts.look_after, parts.close), workspace
    )
    window.setWindowIcon(application_icon())
    return window


class _Parts:
    """What a window's workspaces are made of; made at the first use, on a thread that may wait for it."""

    def __init__(self, keyring: KeyringBackend | None, sample: bool) -> None:
        self._keyring = keyring
        self._sample = sample
        self._lock = threading.Lock()
        self._secrets: SecretStore | None = None
        self._http: HttpSession | None = None
        self._host: SampleErpHost | None = None

    def open_workspace(self, url: str) -> Workspace:
        """Open a workspace."""
        from erpsync_desktop.secrets import SecretStore
        from erpsync_desktop.workspace.opening import default_workspace_url, open_workspace

        with self._lock:
            secrets = self._secrets = self._secrets or SecretStore(self._keyring)
        workspace = open_workspace(url or default_workspace_url(), secrets=secrets, client=self._client)
        if self._sample:
            from erpsync_desktop.model.watch import Watch

            try:
                self.add_sample(workspace, Watch())
            except BaseException:
                workspace.close()
                raise
        return workspace

    def look_after(self, workspace: Workspace) -> None:
        """Clear what an interrupted save left; start the sample ERP where it is registered."""
        from erpsync_desktop.sample_workspace import start_if_registered

        collect_in_portions()
        switch_often()
        workspace.tidy()
        start_if_registered(workspace, self._sample_host())

    def add_sample(self, workspace: Workspace, watch: Watch) -> SyncConnector:
        """Start the sample ERP and register its connector."""
        from erpsync_desktop.sample_workspace import add_sample

        return add_sample(workspace, self._sample_host(), watch)

    def close(self) -> None:
        """Stop the sample ERP and close connections that are kept open."""
        if self._host is not None:
            self._host.close()
        if self._http is not None:
            self._http.close()

    def _client(self, address: str) -> ConnectorClient:
        """Make a client; what it is made of is imported when a connector is called for the first time."""
        from erpsync_desktop.connectors.client import ConnectorClient
        from erpsync_desktop.http import HttpSession

        with self._lock:
            self._http = self._http or HttpSession(system_proxies)
        return ConnectorClient(address, self._http)

    def _sample_host(self) -> SampleErpHost:
        from erpsync_desktop.sample_workspace import SampleErpHost

        with self._lock:
            self._host = self._host or SampleErpHost(_data_folder())
            return self._host


def system_proxies(url: str) -> Mapping[str, str]:
    """The system's proxies for an address, as requests takes them; also where a script decides.

    Safe to call on any thread; may block while the system looks for the script.
    """
    from PySide6.QtCore import QUrl
    from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

    for proxy in QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(url))):
        if proxy.type() is QNetworkProxy.ProxyType.NoProxy:
            return {}
        if proxy.type() is QNetworkProxy.ProxyType.HttpProxy:
            address = f"http://{proxy.hostName()}:{proxy.port()}"
            return {"http": address, "https": address}
    return {}


def demo_workspace() -> str:
    """The address of the workspace that the demo keeps for itself."""
    return f"sqlite:///{_data_folder() / 'demo.sqlite'}"


def _data_folder() -> Path:
    import platformdirs

    return platformdirs.user_data_path(NAME, appauthor=False, ensure_exists=True)


def main(argv: list[str] | None = None) -> int:
    """Run the program.

    Args:
        argv: the arguments without the program's name; None for those it was started with.

    Returns:
        The exit code.
    """
    options = _parse(argv)
    if options.smoke:
        from erpsync_desktop.smoke import run_smoke_test

        return run_smoke_test(lambda path: create_main_window(path, language="en"))
    from erpsync_desktop import crash_log

    crash_log.install()
    app = QApplication(sys.argv[:1])
    url = options.workspace or (demo_workspace() if options.demo else "")
    window = create_main_window(url, language=options.language, sample=options.demo)
    window.show()
    return app.exec()


def _parse(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog=NAME, description="Set up, test and look after SuperOffice Sync Connectors and ERP connections."
    )
    parser.add_argument(
        "--workspace", metavar="URL", default="", help="a file, or an address: sqlite:///path"
    )
    parser.add_argument("--language", choices=languages.LANGUAGES, help="instead of the system's")
    parser.add_argument("--demo", action="store_true", help="start with the sample ERP registered")
    parser.add_argument("--smoke", action="store_true", help="paint once, check the resources, and quit")
    parser.add_argument("--version", action="version", version=f"ERP Sync Desktop {__version__}")
    return parser.parse_args(argv)
