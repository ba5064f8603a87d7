"""Users and groups from a CSV file, read whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from erpsync_desktop.model.csv_text import decoded, header_of, rows
from erpsync_desktop.model.errors import InvalidInput, Problem, ProblemCode
from erpsync_desktop.model.naming import LONGEST_NAME, has_control_characters, is_blank, name_key

COLUMNS = ("kind", "name", "full_name", "group")
_KINDS = {"group": True, "gruppe": True, "user": False, "benutzer": False}


@dataclass(frozen=True, slots=True)
class ImportedEntry:
    """One line: a group, or a user with full name and the name of a group (both may be empty)."""

    is_group: bool
    name: str
    full_name: str = ""
    group: str = ""


def read_directory_csv(data: bytes) -> tuple[ImportedEntry, ...]:
    """Read a file with the columns ``kind, name, full_name, group``, separated by comma, semicolon or tab.

    The text is UTF-8, with or without a byte order mark, or UTF-16 with one (what spreadsheets write).
    ``kind`` is ``user`` or ``group`` (``Benutzer``, ``Gruppe``).

    Raises:
        InvalidInput: with every problem found, each naming its line (from 1, the header counted).
    """
    lines = list(rows(decoded(data)))
    if not lines:
        raise InvalidInput(Problem(ProblemCode.CSV_EMPTY))
    if header_of(lines[0][1]) != list(COLUMNS):
        raise InvalidInput(Problem(ProblemCode.CSV_HEADER, {"columns": ", ".join(COLUMNS)}))
    problems: list[Problem] = []
    entries: list[ImportedEntry] = []
    seen: dict[tuple[bool, str], int] = {}
    for line, cells in lines[1:]:
        found = _read_line(line, cells, seen)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            entries.append(found)
    if problems:
        raise InvalidInput(*problems)
    return tuple(entries)


def _read_line(line: int, cells: Sequence[str], seen: dict[tuple[bool, str], int]) -> ImportedEntry | Problem:
    if len(cells) != len(COLUMNS):
        params = {"line": line, "found": len(cells), "expected": len(COLUMNS)}
        return Problem(ProblemCode.CSV_COLUMNS, params)
    kind, name, full_name, group = (cell.strip() for cell in cells)
    if kind.lower() not in _KINDS:
        return Problem(ProblemCode.CSV_KIND_UNKNOWN, {"line": line, "kind": kind[:40]})
    if is_blank(name):
        return Problem(ProblemCode.CSV_NAME_MISSING, {"line": line})
    if has_control_characters(name + full_name + group):
        return Problem(ProblemCode.CSV_NAME_CONTROL_CHARACTERS, {"line": line})
    if max(len(name), len(full_name), len(group)) > LONGEST_NAME:
        return Problem(ProblemCode.CSV_NAME_TOO_LONG, {"line": line, "limit": LONGEST_NAME})
    is_group = _KINDS[kind.lower()]
    first = seen.setdefault((is_group, name_key(name)), line)
    if first != line:
        return Problem(ProblemCode.CSV_NAME_REPEATED, {"line": line, "name": name, "first": first})
    return ImportedEntry(is_group, name, full_name, group)
