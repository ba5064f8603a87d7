"""The ERP: answers the operations of the contract out of the workbook."""

from __future__ import annotations

import logging
import threading
import uuid
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from erpsync_desktop.sample_erp import configuration, passwords
from erpsync_desktop.sample_erp.actors import ActorDesk
from erpsync_desktop.sample_erp.configuration import PASSWORD_FIELD
from erpsync_desktop.sample_erp.connections import Connection, ConnectionStore
from erpsync_desktop.sample_erp.files import ProcessLock
from erpsync_desktop.sample_erp.new_workbook import create_workbook
from erpsync_desktop.sample_erp.results import Refusal, WorkbookUnusable, ok, unknown_connection
from erpsync_desktop.sample_erp.values import FieldType, Value
from erpsync_desktop.sample_erp.workbook import WorkbookFile

_log = logging.getLogger(__name__)

Request = Mapping[str, Any]
Answer = dict[str, Any]

NO_CONNECTION = str(uuid.UUID(int=0))
"""Reads lists while a connection is being defined and has no id yet."""


class SampleErp:
    """The ERP over one workbook, for any number of threads; a workbook that is missing is made.

    Attributes:
        workbook: the file.

    Raises:
        WorkbookUnusable: the workbook is served by somebody else, cannot be read, or is not one of this ERP.
    """

    def __init__(self, workbook: Path) -> None:
        self.workbook = workbook.absolute()
        self._guard = threading.Lock()
        try:
            self.workbook.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WorkbookUnusable(f"{self.workbook.parent} cannot be made: {error.strerror}.") from error
        self._lock = ProcessLock(self.workbook)
        try:
            if not self.workbook.exists():
                create_workbook(self.workbook)
            self._book = WorkbookFile(self.workbook)
            self._connections = ConnectionStore(self.workbook)
        except BaseException:
            self._lock.release()
            raise
        desk = ActorDesk(self._book)
        self._for_anybody: dict[str, Callable[[Request], Answer]] = {
            "WSGetConfigData": self._get_config_data,
            "WSTestConfigData": self._test_config_data,
            "WSSaveConnection": self._save_connection,
        }
        self._for_connections: dict[str, Callable[[Request], Answer]] = {
            "WSTestConnection": self._test_connection,
            "WSDeleteConnection": self._delete_connection,
            "WSGetSupportedActorTypes": desk.actor_types,
            "WSGetSupportedActorTypeFields": desk.actor_type_fields,
            "WSGetSearchableFields": desk.searchable_fields,
            "WSGetActors": desk.get,
            "WSSearchActors": desk.search,
            "WSSearchActorsAdvanced": desk.search_advanced,
            "WSSearchActorByParent": desk.search_by_parent,
            "WSGetActorsByTimestamp": desk.changed_since,
            "WSCreateActor": self._writing(desk.create),
            "WSSaveActors": self._writing(desk.save),
            "WSGetList": self._get_list,
            "WSGetListItems": self._get_list_items,
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let another server have the workbook. Everything is on the disk already."""
        with self._guard:
            self._lock.release()

    def answer(self, operation: str, request: Request) -> Answer:
        """Carry out one operation of the contract.

        Args:
            operation: its name, one of the seventeen.
            request: members of its request carrier.

        Returns:
            Members of its result carrier. What the ERP refuses is an answer too, of state Error.
        """
        with self._guard:
            try:
                self._book.refresh()
                if operation in self._for_anybody:
                    return self._for_anybody[operation](request)
                self._require_connection(operation, request)
                return self._for_connections[operation](request)
            except Refusal as refusal:
                return refusal.answer
            except WorkbookUnusable as error:
                _log.warning("%s: %s", operation, error)
                return _unusable(error).answer

    def set_password(self, password: str) -> None:
        """Change the ERP's password; connections saved with the old one fail their next test."""
        salt = passwords.new_salt()
        with self._guard:
            self._book.set_company(PasswordSalt=salt, PasswordHash=passwords.hashed(password, salt))

    def _require_connection(self, operation: str, request: Request) -> None:
        if operation in {"WSGetList", "WSGetListItems"} and _connection_id(request) == NO_CONNECTION:
            return
        self._connection(request)

    def _connection(self, request: Request) -> Connection:
        connection = self._connections.get(_connection_id(request))
        if connection is None:
            raise unknown_connection()
        return connection

    def _get_config_data(self, _: Request) -> Answer:
        return ok(FieldMetaDataObjects=[field.carrier for field in configuration.FIELDS])

    def _test_config_data(self, request: Request) -> Answer:
        values: Mapping[str, str] = request["ConnectionInfo"]
        password = values.get(PASSWORD_FIELD, "")
        decoded = self._check(values, has_password=bool(password))
        if not passwords.same(self._hash(password), self._book.company["PasswordHash"]):
            raise configuration.wrong_password()
        return configuration.verdict(decoded, _now())

    def _test_connection(self, request: Request) -> Answer:
        connection = self._connection(request)
        decoded = self._check(connection.values, has_password=bool(connection.password_hash))
        company = self._book.company
        if connection.password_salt != company["PasswordSalt"] or not passwords.same(
            connection.password_hash, company["PasswordHash"]
        ):
            raise configuration.wrong_password()
        return configuration.verdict(decoded, _now())

    def _check(self, values: Mapping[str, str], *, has_password: bool) -> dict[str, Value]:
        return configuration.check(
            values,
            has_password=has_password,
            company_code=self._book.company["CompanyCode"],
            warehouses=self._book.lists.get("Warehouse", {}),
        )

    def _save_connection(self, request: Request) -> Answer:
        connection_id = _connection_id(request)
        if connection_id in {"", NO_CONNECTION}:
            raise Refusal(
                "BAD_CONNECTION_ID",
                "ConnectionGuid is not a GUID, or is all zeros.",
                (
                    "The connection has no id.",
                    "Die Verbindung hat keine Kennung.",
                    "Forbindelsen mangler id.",
                ),
            )
        info: Mapping[str, str] = request["ConnectionInfo"]
        password = info.get(PASSWORD_FIELD, "")
        self._connections.put(
            connection_id,
            Connection(
                _storable(info), self._book.company["PasswordSalt"], self._hash(password) if password else ""
            ),
        )
        return ok()

    def _delete_connection(self, request: Request) -> Answer:
        self._connections.remove(_connection_id(request))
        return ok()

    def _hash(self, password: str) -> str:
        return passwords.hashed(password, self._book.company["PasswordSalt"])

    def _writing(self, operation: Callable[[Request], Answer]) -> Callable[[Request], Answer]:
        """The operation, refused for connections that may only read."""

        def guarded(request: Request) -> Answer:
            if self._connection(request).values.get(configuration.READ_ONLY_FIELD, "") in {"[I:1]", "1"}:
                raise Refusal(
                    "READ_ONLY_ACCESS",
                    "This connection was saved with ReadOnlyAccess.",
                    (
                        "This connection may not write to the ERP.",
                        "Diese Verbindung darf nicht in das ERP-System schreiben.",
                        "Denne forbindelsen kan ikke skrive til ERP-systemet.",
                    ),
                )
            return operation(request)

        return guarded

    def _get_list(self, request: Request) -> Answer:
        return ok(ListItems=dict(self._list(request)))

    def _get_list_items(self, request: Request) -> Answer:
        items = self._list(request)
        return ok(ListItems={key: items[key] for key in request["ListItemKeys"] if key in items})

    def _list(self, request: Request) -> Mapping[str, str]:
        items = self._book.lists.get(request["ListName"] or "")
        if items is None:
            raise Refusal(
                "UNKNOWN_LIST",
                "There is no list of this name.",
                (
                    "The ERP has no such list.",
                    "Das ERP-System hat keine solche Liste.",
                    "ERP-systemet har ingen slik liste.",
                ),
            )
        return items


def _connection_id(request: Request) -> str:
    """The connection's id in one spelling; empty if it is none."""
    try:
        return str(uuid.UUID(request["ConnectionGuid"] or ""))
    except ValueError:
        return ""


def _storable(values: Mapping[str, str]) -> dict[str, str]:
    """What may be kept in the clear: fields of the configuration that are no passwords."""
    return {
        key: value
        for key, value in values.items()
        if (field := configuration.FIELD_BY_KEY.get(key)) and field.kind is not FieldType.PASSWORD
    }


def _now() -> datetime:
    # The contract's dates have no zone: they are local.
    return datetime.now()


def _unusable(error: WorkbookUnusable) -> Refusal:
    return Refusal(
        "WORKBOOK_UNUSABLE",
        str(error),
        (
            "The workbook of the ERP cannot be used at the moment.",
            "Die Arbeitsmappe des ERP-Systems ist zurzeit nicht benutzbar.",
            "Arbeidsboken til ERP-systemet kan ikke brukes for øyeblikket.",
        ),
    )
