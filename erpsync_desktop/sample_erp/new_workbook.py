"""Makes a workbook with the sample company's data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from erpsync_desktop.sample_erp import sample_data
from erpsync_desktop.sample_erp.files import replace_file
from erpsync_desktop.sample_erp.passwords import hashed, new_salt
from erpsync_desktop.sample_erp.results import WorkbookUnusable
from erpsync_desktop.sample_erp.schema import TABLES, ActorTable, columns
from erpsync_desktop.sample_erp.workbook import (
    COMPANY_SHEET,
    FORMAT,
    LIST_COLUMNS,
    LISTS_SHEET,
    Actor,
    cells_of,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def create_workbook(path: Path) -> None:
    """Make a workbook with the sample company's data.

    Raises:
        WorkbookUnusable: it cannot be written there.
    """
    from openpyxl import Workbook

    book = Workbook()
    company = book.active
    assert company is not None  # noqa: S101 a new workbook has a sheet
    company.title = COMPANY_SHEET
    for pair in _company_rows():
        company.append(pair)
    lists = book.create_sheet(LISTS_SHEET)
    lists.append(LIST_COLUMNS)
    for name, items in sample_data.LISTS.items():
        for item in items:
            lists.append((name, *item))
    for table in TABLES.values():
        _fill(book.create_sheet(table.sheet), table, sample_data.ACTORS[table.actor_type])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, book.save)
    except OSError as error:
        raise WorkbookUnusable(f"{path} cannot be made: {error.strerror or error}.") from error


def _company_rows() -> list[tuple[str, str]]:
    salt = new_salt()
    return [
        ("Format", FORMAT),
        ("CompanyCode", sample_data.COMPANY_CODE),
        ("CompanyName", sample_data.COMPANY_NAME),
        ("PasswordSalt", salt),
        ("PasswordHash", hashed(sample_data.PASSWORD, salt)),
    ]


def _fill(worksheet: Worksheet, table: ActorTable, rows: tuple[dict[str, Any], ...]) -> None:
    from openpyxl.styles import Font

    worksheet.append(columns(table))
    for cell in worksheet[1]:
        cell.font = Font(bold=True)
    worksheet.freeze_panes = "B2"
    parent_types = {TABLES[name].prefix: name for name in table.parents}
    for number, row in enumerate(rows, 10001):
        key, parent = f"{table.prefix}-{number}", row.get("parent", "")
        values = {one.key: row.get(one.key) for one in table.fields} | {table.number_field: key}
        actor = Actor(
            table.actor_type, key, values, sample_data.CREATED, parent_types.get(parent[:1], ""), parent
        )
        cells = cells_of(actor)
        worksheet.append([cells[name] for name in columns(table)])
