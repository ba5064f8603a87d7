"""The sample ERP inside this program: started when it is wanted, and registered in a workspace."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.directory_csv import ImportedEntry
from erpsync_desktop.model.errors import Problem, ProblemCode, WorkspaceUnavailable
from erpsync_desktop.model.naming import name_key
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.workspace.protocol import Capability, Workspace

if TYPE_CHECKING:
    from erpsync_desktop.sample_erp.server import RunningServer

NAME = "Sample ERP"
_GROUPS = ("Finance", "Management", "Sales", "Support")
_USERS = (
    ("anna", "Anna Lindqvist", "Sales"),
    ("bjorn", "Bjørn Dahl", "Sales"),
    ("clara", "Clara Hoffmann", "Finance"),
    ("david", "David Okafor", "Support"),
    ("eva", "Eva Brandt", "Management"),
    ("farid", "Farid Rahimi", "Support"),
)
_MOST_COPIES = 5
_log = logging.getLogger(__name__)


class SampleErpHost:
    """Runs the sample ERP on a loopback port of this process, at most once. Safe to use from several threads.

    Args:
        folder: where its workbook is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._server: RunningServer | None = None
        self._closed = False

    def start(self, port: int = 0) -> str:
        """Start it, if it does not run yet.

        Args:
            port: to be had if it is free; 0 for any.

        Returns:
            The address of the connector.

        Raises:
            WorkspaceUnavailable: no port or no workbook can be had.
        """
        with self._lock:
            if self._server is None and not self._closed:
                self._server = self._serve(port)
            if self._server is None:
                raise WorkspaceUnavailable(Problem(ProblemCode.SAMPLE_UNUSABLE))
            return self._server.url

    def close(self) -> None:
        """Stop it for good."""
        with self._lock:
            self._closed = True
            if self._server is not None:
                self._server.close()
                self._server = None

    def _serve(self, port: int) -> RunningServer | None:
        from erpsync_desktop.sample_erp.server import PortUnusable, WorkbookUnusable, serve

        self._folder.mkdir(parents=True, exist_ok=True)
        # Another copy of this program may be serving the first workbook.
        for number in range(1, _MOST_COPIES + 1):
            workbook = self._folder / ("sample-erp.xlsx" if number == 1 else f"sample-erp-{number}.xlsx")
            for wanted in dict.fromkeys((port, 0)):
                try:
                    return serve(workbook, wanted)
                except PortUnusable:
                    continue
                except WorkbookUnusable as error:
                    _log.warning("the sample ERP cannot use %s: %s", workbook.name, error)
                    break
        return None


def add_sample(workspace: Workspace, host: SampleErpHost, watch: Watch) -> SyncConnector:
    """Start the sample ERP and register its connector, with users and groups where there are none.

    Args:
        workspace: where to.
        host: runs the sample ERP.
        watch: hears of a cancellation.

    Raises:
        ErpSyncError: it cannot be started or registered.
    """
    url = host.start()
    contents = workspace.contents()
    directory = contents.directory
    if Capability.EDIT_DIRECTORY in workspace.capabilities and not (directory.groups or directory.users):
        workspace.import_directory(_entries())
    found = _registered(contents.connectors)
    if found is not None and found.url == url:
        return found
    draft = workspace.connector_draft(found.id if found else None)
    check = workspace.check_connector(url, watch)
    return workspace.save_connector(replace(draft, name=found.name if found else NAME, url=url, check=check))


def start_if_registered(workspace: Workspace, host: SampleErpHost) -> None:
    """Start the sample ERP where a workspace has it registered since an earlier day.

    Raises:
        ErpSyncError: it cannot be started or registered.
    """
    found = _registered(workspace.contents().connectors)
    if found is None:
        return
    url = host.start(urlsplit(found.url).port or 0)
    if url != found.url:
        workspace.save_connector(replace(workspace.connector_draft(found.id), url=url, check=None))


def _registered(connectors: tuple[SyncConnector, ...]) -> SyncConnector | None:
    key = name_key(NAME)
    named = (one for one in connectors if name_key(one.name) == key)
    return next((one for one in named if urlsplit(one.url).hostname == "127.0.0.1"), None)


def _entries() -> tuple[ImportedEntry, ...]:
    groups = (ImportedEntry(is_group=True, name=name) for name in _GROUPS)
    users = (ImportedEntry(False, name, full_name, group) for name, full_name, group in _USERS)
    return (*groups, *users)
