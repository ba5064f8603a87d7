"""What every CSV file has that is read here: an encoding, a separator, lines with cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from erpsync_desktop.model.errors import InvalidInput, Problem, ProblemCode


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8, with or without a byte order mark, or UTF-16 with one.

    Raises:
        InvalidInput: it is neither (CSV_ENCODING).
    """
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise InvalidInput(Problem(ProblemCode.CSV_ENCODING)) from None


def rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that are not empty, each with its number (from 1) and its cells.

    The separator is the comma, semicolon or tab that the first line has most of.

    Raises:
        InvalidInput: a quotation mark is in the wrong place (CSV_LINE).
    """
    header = text.lstrip().partition("\n")[0]
    separator = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        problem = Problem(ProblemCode.CSV_LINE, {"line": reader.line_num}, detail=str(error))
        raise InvalidInput(problem) from None


def header_of(cells: list[str]) -> list[str]:
    """The columns' names, without surrounding space and case."""
    return [cell.strip().lower() for cell in cells]
