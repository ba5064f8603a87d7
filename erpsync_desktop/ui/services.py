"""What the main window is given by the program that puts the parts together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from erpsync_desktop.model.connector import SyncConnector
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.workspace.protocol import Workspace


@dataclass(frozen=True)
class Services:
    """Deeds that need more than a workspace. They block and are called off the GUI thread.

    Attributes:
        open_workspace: opens the workspace at a URL or path; raises ``ErpSyncError``.
        add_sample: starts the sample ERP and registers its connector in a workspace.
        look_after: done once the rows of a workspace are shown, while nobody waits for it.
        close: lets go of what the others started; called once, when the window closes.
    """

    open_workspace: Callable[[str], Workspace]
    add_sample: Callable[[Workspace, Watch], SyncConnector]
    look_after: Callable[[Workspace], None]
    close: Callable[[], None]
