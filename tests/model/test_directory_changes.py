"""What an import would change, and the directory as a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.model.directory import Directory, Group, User
from erpsync_desktop.model.directory_changes import (
    Change,
    directory_entries,
    plan_import,
    write_directory_csv,
)
from erpsync_desktop.model.directory_csv import ImportedEntry, read_directory_csv
from erpsync_desktop.model.errors import InvalidInput, ProblemCode
from erpsync_desktop.model.naming import has_control_characters, is_blank, name_key

DIRECTORY = Directory(
    (Group("g1", "Sales"),), (User("u1", "anna", "Anna Müller", "g1"), User("u2", "ben", "", ""))
)

texts = st.text(max_size=20).map(str.strip).filter(lambda text: not has_control_characters(text))
names = texts.filter(lambda text: not is_blank(text))


@st.composite
def directories(draw: st.DrawFn) -> Directory:
    group_names = draw(st.lists(names, max_size=4, unique_by=name_key))
    groups = tuple(Group(f"g{place}", name) for place, name in enumerate(group_names))
    ids = st.sampled_from(["", *(group.id for group in groups)])
    user_names = draw(st.lists(names, max_size=6, unique_by=name_key))
    users = tuple(User(f"u{place}", name, draw(texts), draw(ids)) for place, name in enumerate(user_names))
    return Directory(groups, users)


def changes(*entries: ImportedEntry) -> list[tuple[Change, str]]:
    return [(planned.change, planned.entry.name) for planned in plan_import(entries, DIRECTORY)]


def test_what_is_not_there_is_new() -> None:
    planned = changes(ImportedEntry(True, "Board"), ImportedEntry(False, "dora"))
    assert planned == [(Change.NEW, "Board"), (Change.NEW, "dora")]


def test_what_is_there_as_it_is_stays_unchanged() -> None:
    entries = (ImportedEntry(True, "Sales"), ImportedEntry(False, "anna", "Anna Müller", "SALES"))
    assert changes(*entries) == [(Change.UNCHANGED, "Sales"), (Change.UNCHANGED, "anna")]


@pytest.mark.parametrize(
    "entry",
    [
        ImportedEntry(True, "SALES"),
        ImportedEntry(False, "anna", "Anna Smith", "Sales"),
        ImportedEntry(False, "anna", "Anna Müller", ""),
        ImportedEntry(False, "ANNA", "Anna Müller", "Sales"),
    ],
)
def test_what_differs_is_updated(entry: ImportedEntry) -> None:
    assert changes(entry) == [(Change.UPDATED, entry.name)]


def test_a_group_that_only_users_name_is_new_once() -> None:
    planned = changes(ImportedEntry(False, "dora", "", "Board"), ImportedEntry(False, "eve", "", "board"))
    assert planned == [(Change.NEW, "dora"), (Change.NEW, "eve"), (Change.NEW, "Board")]


def test_a_group_of_the_file_is_not_planned_again_for_its_users() -> None:
    planned = changes(ImportedEntry(False, "ben", "", "Board"), ImportedEntry(True, "Board"))
    assert planned == [(Change.UPDATED, "ben"), (Change.NEW, "Board")]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@given(directory=directories())
def test_what_is_written_is_read_back(separator: str, directory: Directory) -> None:
    entries = directory_entries(directory)
    if entries:
        assert read_directory_csv(write_directory_csv(directory, separator)) == entries


@given(directory=directories())
def test_importing_what_was_written_changes_nothing(directory: Directory) -> None:
    planned = plan_import(directory_entries(directory), directory)
    assert {each.change for each in planned} <= {Change.UNCHANGED}


def test_an_empty_directory_gives_the_columns_alone() -> None:
    assert write_directory_csv(Directory()) == b"\xef\xbb\xbfkind,name,full_name,group\r\n"
    assert read_directory_csv(write_directory_csv(Directory())) == ()


def test_a_file_of_nothing_is_still_refused() -> None:
    with pytest.raises(InvalidInput) as refused:
        read_directory_csv(b"")
    assert refused.value.problem.code is ProblemCode.CSV_EMPTY
