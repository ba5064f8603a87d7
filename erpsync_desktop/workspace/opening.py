"""Opening a workspace by its address, whatever kind it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from erpsync_desktop.model.errors import Problem, ProblemCode, WorkspaceUnavailable
from erpsync_desktop.workspace.urls import scheme_of

if TYPE_CHECKING:
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local.calls import ClientFactory
    from erpsync_desktop.workspace.protocol import Workspace

FOLDER = "erpsync-desktop"
FILE = "workspace.sqlite"


def open_workspace(url: str, *, secrets: SecretStore, client: ClientFactory) -> Workspace:
    """Open the workspace at an address: ``sqlite:///path`` or a path. May block; call it in the background.

    Args:
        url: where it is.
        secrets: where the secrets are.
        client: makes the client for a connector's address.

    Raises:
        WorkspaceUnavailable: it cannot be opened, or is of a kind that this program does not know.
    """
    kind = scheme_of(url)
    if kind != "sqlite":
        raise WorkspaceUnavailable(Problem(ProblemCode.WORKSPACE_KIND_UNKNOWN, {"kind": kind}))
    from erpsync_desktop.workspace.local import open_local_workspace

    return open_local_workspace(url, secrets=secrets, client=client)


def default_workspace_url() -> str:
    """The address of the workspace that is opened when none is named: a file in the user's data folder."""
    import platformdirs

    return f"sqlite:///{platformdirs.user_data_path(FOLDER, appauthor=False) / FILE}"
