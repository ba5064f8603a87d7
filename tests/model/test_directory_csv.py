"""Users and groups from a CSV file, whole or not at all."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.model.directory_csv import COLUMNS, ImportedEntry, read_directory_csv
from erpsync_desktop.model.errors import InvalidInput, Problem, ProblemCode
from erpsync_desktop.model.naming import name_key

HEADER = "kind,name,full_name,group\n"
Code = ProblemCode


def problems(data: str | bytes) -> tuple[Problem, ...]:
    raw = data.encode() if isinstance(data, str) else data
    with pytest.raises(InvalidInput) as caught:
        read_directory_csv(raw)
    return caught.value.problems


def test_groups_and_users_are_read_in_the_order_of_the_file() -> None:
    data = HEADER + "group,Sales,,\nuser, ann ,Ann Ahlers,Sales\nBenutzer,bob,,\nGruppe,Support,,\n"
    assert read_directory_csv(data.encode()) == (
        ImportedEntry(True, "Sales"),
        ImportedEntry(False, "ann", "Ann Ahlers", "Sales"),
        ImportedEntry(False, "bob"),
        ImportedEntry(True, "Support"),
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_what_spreadsheets_write_is_read(separator: str, encoding: str, newline: str) -> None:
    lines = ["Kind,Name,Full_Name,Group", "user,jörg,Jörg Öz,", ""]
    data = newline.join(lines).replace(",", separator).encode(encoding)
    assert read_directory_csv(data) == (ImportedEntry(False, "jörg", "Jörg Öz"),)


def test_empty_lines_do_not_count_even_before_the_header() -> None:
    data = "\n\n" + HEADER.replace(",", ";") + ";;;\n\nuser;ann;;\n"
    assert read_directory_csv(data.encode()) == (ImportedEntry(False, "ann"),)


@pytest.mark.parametrize("data", ["", "\n \n", "\ufeff"])
def test_a_file_with_nothing_in_it_is_refused(data: str) -> None:
    assert [problem.code for problem in problems(data)] == [Code.CSV_EMPTY]


def test_a_file_with_another_header_is_told_the_columns() -> None:
    (problem,) = problems("name,kind\nann,user\n")
    assert (problem.code, problem.params) == (Code.CSV_HEADER, {"columns": ", ".join(COLUMNS)})


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"kind,name,full_name,group\nuser,\xfcber,,\n"])
def test_a_file_in_another_encoding_is_refused(data: bytes) -> None:
    assert [problem.code for problem in problems(data)] == [Code.CSV_ENCODING]


def test_every_bad_line_is_told_at_once_by_its_number() -> None:
    data = HEADER + (
        "user,ann,,\n"  # 2
        "user,ann\n"  # 3
        "robot,r2,,\n"  # 4
        "user, ,,\n"  # 5
        f"user,{'x' * 256},,\n"  # 6
        'user,"two\nlines",,\n'  # 7 and 8
        "USER,ANN,,\n"  # 9
        "group,ann,,\n"  # 10: a group may be called as a user is
        "user,\u200b,,\n"  # 11
    )
    assert [(problem.code, problem.params) for problem in problems(data)] == [
        (Code.CSV_COLUMNS, {"line": 3, "found": 2, "expected": 4}),
        (Code.CSV_KIND_UNKNOWN, {"line": 4, "kind": "robot"}),
        (Code.CSV_NAME_MISSING, {"line": 5}),
        (Code.CSV_NAME_TOO_LONG, {"line": 6, "limit": 255}),
        (Code.CSV_NAME_CONTROL_CHARACTERS, {"line": 7}),
        (Code.CSV_NAME_REPEATED, {"line": 9, "name": "ANN", "first": 2}),
        (Code.CSV_NAME_MISSING, {"line": 11}),
    ]


@pytest.mark.parametrize("bad", ['user,"ann,,\n', 'user,"a"b,,\n', f"user,{'x' * 200_000},,\n"])
def test_a_line_that_is_no_csv_is_told_by_its_number(bad: str) -> None:
    (problem,) = problems(HEADER + "user,ok,,\n" + bad)
    assert (problem.code, problem.params) == (Code.CSV_LINE, {"line": 3})
    assert problem.detail


names = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Cf")), max_size=40).map(
    str.strip
)


@given(st.lists(st.tuples(st.booleans(), names.filter(bool), names, names)), st.sampled_from(",;\t"))
def test_whatever_is_written_is_read_back(rows: list[tuple[bool, str, str, str]], separator: str) -> None:
    entries = {(row[0], name_key(row[1])): row for row in rows}
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(COLUMNS)
    writer.writerows(["group" if entry[0] else "user", *entry[1:]] for entry in entries.values())
    expected = tuple(ImportedEntry(*entry) for entry in entries.values())
    assert read_directory_csv(text.getvalue().encode()) == expected


@given(st.binary())
def test_no_bytes_make_the_reading_stumble(data: bytes) -> None:
    for raw in (data, HEADER.encode() + data, b"\xff\xfe" + data):
        try:
            entries = read_directory_csv(raw)
        except InvalidInput:
            continue
        assert all(entry.name for entry in entries)
