"""The workbook: sheets of actors, lists and the company, in memory and as an .xlsx file."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from erpsync_desktop.sample_erp.files import replace_file
from erpsync_desktop.sample_erp.results import WorkbookUnusable
from erpsync_desktop.sample_erp.schema import (
    KEY_COLUMN,
    MODIFIED_COLUMN,
    PARENT_KEY_COLUMN,
    PARENT_TYPE_COLUMN,
    TABLES,
    ActorTable,
    columns,
)
from erpsync_desktop.sample_erp.values import FieldType, Value, decode, localised

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

COMPANY_SHEET, LISTS_SHEET = "Company", "Lists"
FORMAT = "erpsync-sample-erp 1"
_CHANGED = (-1, -1)
"""No file looks like this: what is in memory is not, or not yet, what is on the disk."""

LIST_COLUMNS = ("List", "Key", "English", "German", "Norwegian")


@dataclass(frozen=True, slots=True)
class Actor:
    """One row of an actor sheet; ``values`` holds every field of its table."""

    actor_type: str
    key: str
    values: dict[str, Value]
    last_modified: str
    parent_type: str = ""
    parent_key: str = ""


@dataclass(slots=True)
class _Sheet:
    """Where the columns and rows of an actor sheet are; rows and columns count from 1."""

    column: dict[str, int]
    row: dict[str, int] = field(default_factory=dict)


class WorkbookFile:
    """The ERP's data. Not thread-safe; its owner locks.

    Raises:
        WorkbookUnusable: the file cannot be read or written, or is not a workbook of this ERP.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.company: dict[str, str] = {}
        self.lists: dict[str, dict[str, str]] = {}
        self.actors: dict[str, dict[str, Actor]] = {}
        self.load()

    def load(self) -> None:
        """Read the file; what was in memory stays if that fails."""
        seen = self._signature()
        book = _open(self.path)
        company = _read_company(book, self.path)
        lists = _read_lists(_sheet(book, LISTS_SHEET, self.path))
        sheets: dict[str, _Sheet] = {}
        actors: dict[str, dict[str, Actor]] = {}
        for table in TABLES.values():
            worksheet = _sheet(book, table.sheet, self.path)
            sheets[table.actor_type], actors[table.actor_type] = _read_actors(worksheet, table)
        self._book, self._sheets, self._seen = book, sheets, seen
        self.company, self.lists, self.actors = company, lists, actors

    def refresh(self) -> None:
        """Read the file again if memory differs: a write failed, or another program changed the file."""
        if self._signature() != self._seen:
            self.load()

    def store(self, actors: list[Actor]) -> None:
        """Write actors, new ones and changed ones, to memory and to the disk.

        Raises:
            WorkbookUnusable: it could not be written; the file is as before, and read again by ``refresh``.
        """
        self._seen = _CHANGED
        for actor in actors:
            self._put(actor)
        self._save()

    def set_company(self, **values: str) -> None:
        """Write settings of the company sheet to memory and to the disk."""
        self._seen = _CHANGED
        self.company.update(values)
        worksheet = self._book[COMPANY_SHEET]
        for row in worksheet.iter_rows(min_col=1, max_col=2):
            if str(row[0].value) in values:
                row[1].value = values[str(row[0].value)]
        self._save()

    def _put(self, actor: Actor) -> None:
        table, sheet = TABLES[actor.actor_type], self._sheets[actor.actor_type]
        worksheet = self._book[table.sheet]
        row = sheet.row.setdefault(actor.key, worksheet.max_row + 1)
        for name, value in cells_of(actor).items():
            if name in sheet.column:
                _write(worksheet.cell(row, sheet.column[name]), value)
        self.actors[actor.actor_type][actor.key] = actor

    def _save(self) -> None:
        try:
            replace_file(self.path, self._book.save)
        except OSError as error:
            raise WorkbookUnusable(
                f"{self.path} cannot be written: {error.strerror}. Is it open in another program?"
            ) from error
        self._seen = self._signature()

    def _signature(self) -> tuple[int, int]:
        try:
            status = self.path.stat()
        except OSError as error:
            raise WorkbookUnusable(f"{self.path} cannot be read: {error.strerror}.") from error
        return status.st_mtime_ns, status.st_size


def _open(path: Path) -> Workbook:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with path.open("rb") as file:
            return load_workbook(file)
    except PermissionError as error:
        raise WorkbookUnusable(f"{path} may not be read, or another program holds it open.") from error
    except OSError as error:
        raise WorkbookUnusable(f"{path} cannot be read: {error.strerror or error}.") from error
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, SyntaxError, TypeError) as error:
        raise WorkbookUnusable(f"{path} is not an Excel workbook (.xlsx), or is damaged.") from error


def _sheet(book: Workbook, title: str, path: Path) -> Worksheet:
    from openpyxl.worksheet.worksheet import Worksheet

    worksheet = book[title] if title in book.sheetnames else None
    if not isinstance(worksheet, Worksheet):
        raise WorkbookUnusable(f"{path} is not a workbook of the sample ERP: it has no sheet '{title}'.")
    return worksheet


def _read_company(book: Workbook, path: Path) -> dict[str, str]:
    rows = _sheet(book, COMPANY_SHEET, path).iter_rows(min_col=1, max_col=2, values_only=True)
    company = {str(key): str(value or "") for key, value in rows if key}
    if company.get("Format") != FORMAT:
        raise WorkbookUnusable(f"{path} is not a workbook of the sample ERP, or of another version of it.")
    missing = {"CompanyCode", "PasswordSalt", "PasswordHash"} - {
        key for key, value in company.items() if value
    }
    if missing:
        raise WorkbookUnusable(f"{path}: the sheet '{COMPANY_SHEET}' lacks {', '.join(sorted(missing))}.")
    return company


def _read_lists(worksheet: Worksheet) -> dict[str, dict[str, str]]:
    lists: dict[str, dict[str, str]] = {}
    for name, key, english, german, norwegian in worksheet.iter_rows(
        min_row=2, max_col=len(LIST_COLUMNS), values_only=True
    ):
        if name and key is not None:
            text = localised(
                str(english or key), str(german or english or key), str(norwegian or english or key)
            )
            lists.setdefault(str(name), {})[str(key)] = text
    return lists


def _read_actors(worksheet: Worksheet, table: ActorTable) -> tuple[_Sheet, dict[str, Actor]]:
    headings = next(worksheet.iter_rows(min_row=1, max_row=1, values_only=True), ())
    sheet = _Sheet({str(name): number for number, name in enumerate(headings, 1) if name})
    missing = [name for name in columns(table) if name not in sheet.column]
    if missing:
        raise WorkbookUnusable(f"The sheet '{table.sheet}' lacks the columns {', '.join(missing)}.")
    actors: dict[str, Actor] = {}
    for number, row in enumerate(worksheet.iter_rows(min_row=2, values_only=True), 2):
        cells = {name: row[column - 1] for name, column in sheet.column.items()}
        if cells[KEY_COLUMN] not in {None, ""}:
            actor = _read_actor(table, cells, number)
            actors[actor.key] = actor
            sheet.row[actor.key] = number
    return sheet, actors


def _read_actor(table: ActorTable, cells: dict[str, Any], row: int) -> Actor:
    values: dict[str, Value] = {}
    for one in table.fields:
        try:
            values[one.key] = _from_cell(one.kind, cells[one.key])
        except ValueError as error:
            raise WorkbookUnusable(
                f"The sheet '{table.sheet}', row {row}, column {one.key} holds no {one.kind.value}: {error}."
            ) from error
    return Actor(
        table.actor_type,
        str(cells[KEY_COLUMN]),
        values,
        str(cells[MODIFIED_COLUMN] or ""),
        str(cells.get(PARENT_TYPE_COLUMN) or ""),
        str(cells.get(PARENT_KEY_COLUMN) or ""),
    )


def _from_cell(kind: FieldType, cell: Any) -> Value:
    if kind in {FieldType.TEXT, FieldType.LIST}:
        return "" if cell is None else str(cell)
    if cell is None or isinstance(cell, datetime):
        if isinstance(cell, datetime) and kind is not FieldType.DATETIME:
            raise ValueError("it is a date")
        return cell
    text = str(int(cell)) if isinstance(cell, bool | float) and cell == int(cell) else str(cell)
    return decode(kind, text)


def cells_of(actor: Actor) -> dict[str, Value]:
    """What stands in an actor's row, by the heading of the column."""
    return {
        KEY_COLUMN: actor.key,
        PARENT_TYPE_COLUMN: actor.parent_type or None,
        PARENT_KEY_COLUMN: actor.parent_key or None,
        **actor.values,
        MODIFIED_COLUMN: actor.last_modified,
    }


def _write(cell: Cell | Any, value: Value) -> None:
    cell.value = None if value == "" else value
    if isinstance(value, str) and value:
        cell.data_type = "s"  # a text that begins with '=' stays a text


def with_values(actor: Actor, values: dict[str, Value], last_modified: str) -> Actor:
    """The same actor with some values changed."""
    return replace(actor, values={**actor.values, **values}, last_modified=last_modified)
