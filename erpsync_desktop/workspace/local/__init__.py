"""The local workspace: an embedded database, connectors called directly, secrets in the keyring.

Nothing heavy is imported before ``open_local_workspace`` is called, which happens in the background.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local.calls import ClientFactory
    from erpsync_desktop.workspace.local.workspace import LocalWorkspace


def open_local_workspace(url: str, *, secrets: SecretStore, client: ClientFactory) -> LocalWorkspace:
    """Open a workspace file, making it if it is not there.

    Args:
        url: ``sqlite:///path`` or a path.
        secrets: where the secrets are.
        client: makes the client for a connector's address.

    Raises:
        WorkspaceUnavailable: the address names no file, or the file cannot be used.
    """
    from erpsync_desktop.workspace.local.files import open_file
    from erpsync_desktop.workspace.local.workspace import LocalWorkspace
    from erpsync_desktop.workspace.urls import sqlite_path

    return LocalWorkspace(open_file(sqlite_path(url)), secrets, client)
