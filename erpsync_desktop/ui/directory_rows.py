"""What the page "Users and groups" shows of a directory, made off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass, field

from erpsync_desktop.model.directory import Directory
from erpsync_desktop.widgets.directory_models import Entry, group_entries, user_entries
from erpsync_desktop.workspace.protocol import Workspace


@dataclass(frozen=True, slots=True)
class DirectoryRows:
    """A directory and the rows that show it."""

    directory: Directory = field(default_factory=Directory)
    groups: tuple[Entry, ...] = ()
    users: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, workspace: Workspace) -> DirectoryRows:
        """Read the directory and make the rows, which takes about 2 µs a user. Blocks."""
        directory = workspace.directory()
        return cls(directory, group_entries(directory), user_entries(directory))
