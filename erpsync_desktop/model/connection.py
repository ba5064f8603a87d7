"""ERP connections: what is saved of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from erpsync_desktop.model.directory import Scope
from erpsync_desktop.model.outcome import ConnectionTest


@dataclass(frozen=True, slots=True)
class ErpConnection:
    """A saved ERP connection.

    Attributes:
        id: the GUID that the connector knows it by.
        connector_id: its Sync Connector.
        values: configuration values on the wire by field key, without secrets.
        secret_keys: keys of the fields whose values are in the keyring.
        active: whether it is switched on.
        version: of the row; a save names the version it was made from.
        last_test: how the last test of just this configuration went; None if there was none.
        tested_elsewhere: the connector's address changed since that test.
        deleted_at: hidden since then; None while it is in use.
        priority: its place in the order of synchronisation, from 1, the most important; 0 where it has none
            (a deleted connection).
    """

    id: str
    connector_id: str
    name: str
    description: str = ""
    scope: Scope = field(default_factory=Scope)
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    secret_keys: frozenset[str] = field(default_factory=frozenset)
    active: bool = False
    version: int = 1
    last_test: ConnectionTest | None = None
    tested_elsewhere: bool = False
    deleted_at: datetime | None = None
    priority: int = 0
