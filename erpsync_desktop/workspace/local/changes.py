"""Changes: telling who listens, and keeping who changed what and when (never values)."""

from __future__ import annotations

import getpass
import logging
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import insert

from erpsync_desktop.workspace.local.schema import changes

if TYPE_CHECKING:
    from sqlalchemy import Connection

_log = logging.getLogger(__name__)


class Change(StrEnum):
    """What was done; kept in the database, so a name once given stays."""

    CONNECTOR_ADDED = "connector added"
    CONNECTOR_EDITED = "connector edited"
    CONNECTOR_DELETED = "connector deleted"
    CONNECTOR_RESTORED = "connector restored"
    CONNECTOR_PURGED = "connector purged"
    CONNECTION_ADDED = "connection added"
    CONNECTION_EDITED = "connection edited"
    CONNECTION_CONFIGURED = "connection configured"
    CONNECTION_DUPLICATED = "connection duplicated"
    CONNECTION_ACTIVATED = "connection activated"
    CONNECTION_DEACTIVATED = "connection deactivated"
    CONNECTION_DELETED = "connection deleted"
    CONNECTION_RESTORED = "connection restored"
    CONNECTION_PURGED = "connection purged"
    ERP_TAKEN = "erp fields taken over"
    ERP_LISTS_TAKEN = "erp lists taken over"
    SETUP_SAVED = "mappings saved"
    LISTS_MAPPED = "list mappings saved"
    PRIORITY_CHANGED = "priority changed"
    CONNECTOR_NOT_TOLD = "former connector not told"
    GROUP_ADDED = "group added"
    GROUP_EDITED = "group edited"
    USER_ADDED = "user added"
    USER_EDITED = "user edited"
    ENTRY_REMOVED = "user or group removed"
    DIRECTORY_IMPORTED = "users and groups imported"
    CRM_FIELD_ADDED = "SuperOffice field added"
    CRM_FIELD_EDITED = "SuperOffice field edited"
    CRM_FIELD_REMOVED = "SuperOffice field removed"
    CRM_LIST_ADDED = "SuperOffice list added"
    CRM_LIST_EDITED = "SuperOffice list edited"
    CRM_LIST_REMOVED = "SuperOffice list removed"
    CRM_LIST_PUT_BACK = "SuperOffice list put back"
    CATALOGUE_IMPORTED = "SuperOffice fields and lists imported"


def record(connection: Connection, what: Change, subject_id: str, name: str) -> None:
    """Note a change, in the transaction that makes it."""
    record_all(connection, what, {subject_id: name})


def record_all(connection: Connection, what: Change, names: Mapping[str, str]) -> None:
    """Note the same change of several things, given by id with their names."""
    noted = {"at": now(), "who": _who(), "what": what.value}
    rows = [noted | {"subject_id": key, "subject_name": name} for key, name in names.items()]
    if rows:
        connection.execute(insert(changes), rows)


def now() -> str:
    """This moment as it is kept."""
    return datetime.now(UTC).isoformat()


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


class Changed:
    """Whom to tell that something changed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: dict[object, Callable[[], None]] = {}

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Have ``listener`` called after each change. Returns what unsubscribes; twice does no harm."""
        ticket = object()
        with self._lock:
            self._listeners[ticket] = listener

        def unsubscribe() -> None:
            with self._lock:
                self._listeners.pop(ticket, None)

        return unsubscribe

    def tell(self) -> None:
        """Call all listeners, on this thread. What is committed stays so, whatever they do."""
        with self._lock:
            listeners = list(self._listeners.values())
        for listener in listeners:
            try:
                listener()
            except Exception:  # noqa: BLE001  a bug in a listener is not a failed save
                _log.exception("a listener to changes of the workspace failed")
