"""What the two lists of the Sync tab show of a connector and a connection, made off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.directory import Directory, Scope
from erpsync_desktop.widgets.folding import all_folded
from erpsync_desktop.workspace.protocol import Contents

_MOST_NAMES = 50


@dataclass(frozen=True, slots=True)
class ConnectorRow:
    """A connector with the texts that it is filtered and sorted by."""

    connector: SyncConnector
    search: str

    @property
    def id(self) -> str:
        """The connector's."""
        return self.connector.id


@dataclass(frozen=True, slots=True)
class ConnectionRow:
    """A connection with the texts that it is filtered and sorted by, and the names behind its ids."""

    connection: ErpConnection
    connector_name: str
    scope: str
    search: str

    @property
    def id(self) -> str:
        """The connection's."""
        return self.connection.id


@dataclass(frozen=True, slots=True)
class Rows:
    """Both lists, of one moment."""

    connectors: tuple[ConnectorRow, ...] = ()
    connections: tuple[ConnectionRow, ...] = ()


def rows_of(contents: Contents) -> Rows:
    """Make the rows of both lists. Takes about 10 µs a row; meant for a background thread."""
    names = {connector.id: connector.name for connector in contents.connectors}
    scopes = _ScopeTexts(contents.directory)
    shown = [(names.get(c.connector_id, ""), scopes.text(c.scope)) for c in contents.connections]
    searched = all_folded([f"{c.name}\n{c.url}" for c in contents.connectors])
    found = all_folded(
        [
            "\n".join((c.name, *texts, c.description))
            for c, texts in zip(contents.connections, shown, strict=True)
        ]
    )
    return Rows(
        tuple(map(ConnectorRow, contents.connectors, searched)),
        tuple(
            ConnectionRow(connection, name, scope, search)
            for connection, (name, scope), search in zip(contents.connections, shown, found, strict=True)
        ),
    )


class _ScopeTexts:
    """Says who has a connection; looks every name up once, not once a connection."""

    def __init__(self, directory: Directory) -> None:
        self._groups: Mapping[str, str] = {group.id: group.name for group in directory.groups}
        self._users: Mapping[str, str] = {user.id: user.full_name or user.name for user in directory.users}
        self._known: dict[Scope, str] = {}

    def text(self, scope: Scope) -> str:
        if scope.everyone:
            return QCoreApplication.translate("Rows", "Everyone")
        if scope not in self._known:
            self._known[scope] = self._named(scope)
        return self._known[scope]

    def _named(self, scope: Scope) -> str:
        groups = sorted(self._groups[key] for key in scope.group_ids if key in self._groups)
        users = sorted(self._users[key] for key in scope.user_ids if key in self._users)
        names = [*groups, *users]
        if not names:
            return QCoreApplication.translate("Rows", "Nobody")
        return ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
