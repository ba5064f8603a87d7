from __future__ import annotations

from dataclasses import replace

import pytest

from erpsync_desktop.model.directory import Group, Scope, User
from erpsync_desktop.model.directory_csv import ImportedEntry
from erpsync_desktop.model.errors import (
    InvalidInput,
    NameTaken,
    NotFound,
    Problem,
    ProblemCode,
    SavedMeanwhile,
    StillInUse,
)
from erpsync_desktop.workspace.local.workspace import LocalWorkspace
from tests.workspace.world import World


def test_groups_and_users_are_kept_sorted(workspace: LocalWorkspace) -> None:
    sales = workspace.save_group(Group("", " Sales "))
    workspace.save_group(Group("", "admin"))
    bea = workspace.save_user(User("", "bea", " Bea Nord ", sales.id))
    anna = workspace.save_user(User("", "Anna"))
    directory = workspace.directory()
    assert [group.name for group in directory.groups] == ["admin", "Sales"]
    assert directory.users == (anna, bea)
    assert bea == User(bea.id, "bea", "Bea Nord", sales.id, 1)
    assert workspace.contents().directory == directory


def test_renaming_counts_the_version_up(workspace: LocalWorkspace) -> None:
    group = workspace.save_group(Group("", "Sales"))
    assert workspace.save_group(replace(group, name="Selling")) == Group(group.id, "Selling", 2)
    user = workspace.save_user(User("", "bea"))
    changed = workspace.save_user(replace(user, full_name="Bea", group_id=group.id))
    assert workspace.directory().users == (changed,)
    assert changed.version == 2


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(workspace: LocalWorkspace) -> None:
    group, user = workspace.save_group(Group("", "Sales")), workspace.save_user(User("", "bea"))
    theirs = (
        workspace.save_group(replace(group, name="Selling")),
        workspace.save_user(replace(user, name="b")),
    )
    with pytest.raises(SavedMeanwhile) as caught:
        workspace.save_group(replace(group, name="Service"))
    assert caught.value.theirs == theirs[0]
    with pytest.raises(SavedMeanwhile) as caught:
        workspace.save_user(replace(user, full_name="Bea"))
    assert caught.value.theirs == theirs[1]
    assert (*workspace.directory().groups, *workspace.directory().users) == theirs


def test_a_group_and_a_user_may_share_a_name_but_not_two_of_a_kind(workspace: LocalWorkspace) -> None:
    workspace.save_group(Group("", "Sales"))
    workspace.save_user(User("", "Sales"))
    with pytest.raises(NameTaken):
        workspace.save_group(Group("", "SALES"))
    with pytest.raises(NameTaken):
        workspace.save_user(User("", "sales"))


@pytest.mark.parametrize("name", ["", "x" * 10_000, "a\nb"])
def test_a_bad_name_is_refused(workspace: LocalWorkspace, name: str) -> None:
    with pytest.raises(InvalidInput):
        workspace.save_group(Group("", name))
    with pytest.raises(InvalidInput):
        workspace.save_user(User("", name))


def test_a_bad_full_name_is_refused_at_its_field(workspace: LocalWorkspace) -> None:
    with pytest.raises(InvalidInput) as caught:
        workspace.save_user(User("", "bea", "x" * 300))
    assert caught.value.problem.field == "full_name"


def test_an_entry_or_group_that_is_gone_is_not_found(workspace: LocalWorkspace) -> None:
    with pytest.raises(NotFound):
        workspace.save_group(Group("gone", "Sales"))
    with pytest.raises(NotFound):
        workspace.save_user(User("", "bea", group_id="gone"))
    assert workspace.directory().users == ()


def test_removing_a_group_leaves_its_users_without_one(workspace: LocalWorkspace) -> None:
    sales = workspace.save_group(Group("", "Sales"))
    bea = workspace.save_user(User("", "bea", group_id=sales.id))
    workspace.remove_from_directory(frozenset({sales.id}))
    assert workspace.directory().users == (replace(bea, group_id=""),)
    workspace.remove_from_directory(frozenset({bea.id, "gone"}))
    assert workspace.directory().users == ()


def test_somebody_whom_a_connection_is_for_is_not_removed(world: World) -> None:
    group = world.workspace.save_group(Group("", "Sales"))
    user = world.workspace.save_user(User("", "bea"))
    saved = world.connection()
    scope = Scope(False, frozenset({group.id}), frozenset({user.id}))
    world.save(replace(world.workspace.connection_draft(saved.id), scope=scope))
    with pytest.raises(StillInUse) as caught:
        world.workspace.remove_from_directory(frozenset({group.id, user.id}))
    assert set(caught.value.problems) == {
        Problem(ProblemCode.ENTRY_IN_SCOPE, {"name": "Sales", "connections": "North"}),
        Problem(ProblemCode.ENTRY_IN_SCOPE, {"name": "bea", "connections": "North"}),
    }
    assert len(world.workspace.directory().groups) == 1


def test_a_connection_for_everyone_or_a_deleted_one_holds_nobody(world: World) -> None:
    group = world.workspace.save_group(Group("", "Sales"))
    connector = world.connector()
    for name, everyone in (("North", True), ("South", False)):
        saved = world.connection(connector, name)
        scope = Scope(everyone, frozenset({group.id}))
        world.save(replace(world.workspace.connection_draft(saved.id), scope=scope))
    world.workspace.delete_connection(saved.id)
    world.workspace.remove_from_directory(frozenset({group.id}))
    world.workspace.restore_connection(saved.id)
    contents = world.workspace.contents()
    assert [connection.scope.gone(contents.directory) for connection in contents.connections] == [1, 1]


def test_an_import_adds_updates_and_leaves_the_rest(workspace: LocalWorkspace) -> None:
    workspace.save_group(Group("", "Sales"))
    workspace.save_user(User("", "anna", "Anna"))
    workspace.save_user(User("", "bea", "Bea"))
    workspace.save_user(User("", "carl", "Carl"))
    entries = (
        ImportedEntry(True, "SALES"),
        ImportedEntry(True, "Support"),
        ImportedEntry(False, "Anna", "Anna Nord", "sales"),
        ImportedEntry(False, "bea", "Bea"),
        ImportedEntry(False, "dora", "", "Warehouse"),
    )
    assert workspace.import_directory(entries) == (3, 2)
    directory = workspace.directory()
    assert [group.name for group in directory.groups] == ["SALES", "Support", "Warehouse"]
    by_id = {group.id: group.name for group in directory.groups} | {"": ""}
    assert [(user.name, user.full_name, by_id[user.group_id], user.version) for user in directory.users] == [
        ("Anna", "Anna Nord", "SALES", 2),
        ("bea", "Bea", "", 1),
        ("carl", "Carl", "", 1),
        ("dora", "", "Warehouse", 1),
    ]
    assert workspace.import_directory(entries) == (0, 0)


def test_ten_thousand_users_are_imported_at_once_and_removed_again(workspace: LocalWorkspace) -> None:
    entries = tuple(ImportedEntry(False, f"user{n}", f"User {n}", f"group{n % 40}") for n in range(10_000))
    assert workspace.import_directory(entries) == (10_040, 0)
    directory = workspace.directory()
    assert len(directory.users) == 10_000
    everybody = frozenset(user.id for user in directory.users)
    workspace.remove_from_directory(everybody)
    assert workspace.directory().users == ()
