"""Asking the ERP anew for its fields, off the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from erpsync_desktop.model.erp_schema import ActorChanges, ErpSchema, compare
from erpsync_desktop.model.errors import ErpSyncError, Problem

if TYPE_CHECKING:
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.workspace.protocol import Workspace

News = tuple[tuple[ActorChanges, ...], ErpSchema]
"""What changed, and the whole reading."""


def read_news(workspace: Workspace, connection_id: str, before: ErpSchema, watch: Watch) -> News | None:
    """Ask the ERP anew; None where nothing changed.

    Raises:
        ErpSyncError: why something could not be read, where there is nothing else to say.
    """
    news = _asked(workspace, connection_id, before, watch)
    return news if news[0] else None


def read_again(workspace: Workspace, connection_id: str, before: ErpSchema, watch: Watch) -> News | None:
    """Read what could not be read, and take it over where nothing else changed; None: that was done.

    Raises:
        ErpSyncError: it still cannot be read.
    """
    changes, after = _asked(workspace, connection_id, before, watch)
    if not all(_was_never_read(before, one.actor_type) for one in changes):
        return changes, after
    workspace.take_erp(connection_id, after)
    return None


def _asked(workspace: Workspace, connection_id: str, before: ErpSchema, watch: Watch) -> News:
    after = workspace.read_erp(connection_id, watch)
    changes, unread = compare(before, after), _unread(after)
    if unread and not changes:
        raise ErpSyncError(*unread)
    return changes, after


def _unread(erp: ErpSchema) -> list[Problem]:
    """Why the ERP, or an actor type of it, could not be read."""
    problems = (erp.problem, *(one.problem for one in erp.actors))
    return [one for one in problems if one is not None]


def _was_never_read(before: ErpSchema, actor_type: str) -> bool:
    known = before.actor(actor_type)
    return known is None or (known.problem is not None and not known.present)
