"""The connections that clients have saved, kept in a file beside the workbook."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from erpsync_desktop.sample_erp.results import WorkbookUnusable


@dataclass(frozen=True, slots=True)
class Connection:
    """What a client saved.

    Attributes:
        values: as on the wire, without passwords.
        password_salt: the salt of the ERP's password at the time of saving.
        password_hash: scrypt hash with that salt; empty if no password came.
    """

    values: dict[str, str]
    password_salt: str
    password_hash: str


class ConnectionStore:
    """Connections by id, in ``<workbook>.connections.json``; written at once and as a whole.

    Raises:
        WorkbookUnusable: the file cannot be read or written, or is not such a file.
    """

    def __init__(self, workbook: Path) -> None:
        self._path = workbook.with_name(workbook.name + ".connections.json")
        self._connections = self._load()

    def get(self, connection_id: str) -> Connection | None:
        """The connection of that id, or None."""
        return self._connections.get(connection_id)

    def put(self, connection_id: str, connection: Connection) -> None:
        """Keep a connection, in place of an older one of the same id."""
        self._replace({**self._connections, connection_id: connection})

    def remove(self, connection_id: str) -> None:
        """Forget a connection that is there."""
        self._replace({key: kept for key, kept in self._connections.items() if key != connection_id})

    def _replace(self, connections: dict[str, Connection]) -> None:
        from erpsync_desktop.sample_erp.files import replace_file

        content = {
            key: {"values": kept.values, "salt": kept.password_salt, "hash": kept.password_hash}
            for key, kept in connections.items()
        }
        text = json.dumps(content, ensure_ascii=False, indent=1)
        try:
            replace_file(self._path, lambda file: file.write(text.encode("utf-8", "surrogatepass")))
        except OSError as error:
            raise WorkbookUnusable(f"{self._path} cannot be written: {error.strerror}.") from error
        self._connections = connections

    def _load(self) -> dict[str, Connection]:
        try:
            return _read(json.loads(self._path.read_text("utf-8")))
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise WorkbookUnusable(f"{self._path} cannot be read: {error.strerror}.") from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise WorkbookUnusable(
                f"{self._path} is damaged. Remove it; clients will send their connections again."
            ) from error


def _read(content: Any) -> dict[str, Connection]:
    return {
        key: Connection(dict(kept["values"]), str(kept["salt"]), str(kept["hash"]))
        for key, kept in content.items()
    }
