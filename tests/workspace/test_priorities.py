"""The order in which connections are synchronised."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from erpsync_desktop.model.errors import ProblemCode, SavedMeanwhile
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.local import open_local_workspace
from tests.workspace.fakes import FakeNet
from tests.workspace.world import World


@pytest.fixture
def ids(world: World) -> dict[str, str]:
    """Ids by name, in the order in which the connections were added."""
    connector = world.connector()
    return {name: world.connection(connector, name).id for name in ("North", "South", "East", "West")}


@pytest.fixture
def other(path: Path, world: World, net: FakeNet) -> Iterator[World]:
    """Another administrator on the same file."""
    workspace = open_local_workspace(str(path), secrets=SecretStore(), client=net.client)
    yield World(workspace, net)
    workspace.close()


def order(world: World, *, deleted: bool = False) -> list[str]:
    connections = world.workspace.contents(deleted=deleted).connections
    assert sorted(one.priority for one in connections if one.priority) == list(
        range(1, sum(one.priority > 0 for one in connections) + 1)
    )
    return [one.name for one in sorted(connections, key=lambda one: one.priority) if one.priority]


def put(world: World, ids: dict[str, str], *names: str) -> None:
    before = tuple(ids[name] for name in order(world))
    world.workspace.save_priorities(before, tuple(ids[name] for name in names))


def test_each_connection_comes_last_when_it_is_added(world: World, ids: dict[str, str]) -> None:
    assert order(world) == ["North", "South", "East", "West"]


def test_an_order_that_is_saved_is_there_tomorrow(world: World, other: World, ids: dict[str, str]) -> None:
    put(world, ids, "West", "North", "East", "South")
    assert order(other) == ["West", "North", "East", "South"]
    with world.workspace._store.read() as database:
        query = "SELECT subject_name FROM changes WHERE what = 'priority changed' ORDER BY subject_name"
        assert list(database.exec_driver_sql(query).scalars()) == ["North", "South", "West"]


def test_a_version_of_a_connection_is_not_counted_up(world: World, ids: dict[str, str]) -> None:
    before = {one.id: one.version for one in world.workspace.contents().connections}
    put(world, ids, "West", "North", "East", "South")
    assert {one.id: one.version for one in world.workspace.contents().connections} == before


def test_the_order_of_active_connections_can_be_changed(world: World, ids: dict[str, str]) -> None:
    world.workspace.set_active(ids["North"], True, Watch())
    put(world, ids, "South", "North", "East", "West")
    assert order(world) == ["South", "North", "East", "West"]


def test_the_same_order_changes_nothing(world: World, ids: dict[str, str]) -> None:
    put(world, ids, "North", "South", "East", "West")
    with world.workspace._store.read() as database:
        query = "SELECT COUNT(*) FROM changes WHERE what = 'priority changed'"
        assert database.exec_driver_sql(query).scalar() == 0


def test_the_second_of_two_administrators_is_refused(world: World, other: World, ids: dict[str, str]) -> None:
    before = tuple(ids.values())
    put(other, ids, "South", "North", "East", "West")
    with pytest.raises(SavedMeanwhile) as caught:
        world.workspace.save_priorities(before, tuple(reversed(before)))
    assert caught.value.problem.code is ProblemCode.PRIORITY_CHANGED
    assert caught.value.theirs == tuple(ids[name] for name in ("South", "North", "East", "West"))
    assert order(world) == ["South", "North", "East", "West"]


def test_two_who_save_the_same_order_are_both_content(
    world: World, other: World, ids: dict[str, str]
) -> None:
    before = tuple(ids.values())
    wanted = tuple(reversed(before))
    other.workspace.save_priorities(before, wanted)
    world.workspace.save_priorities(before, wanted)
    assert order(world) == ["West", "East", "South", "North"]


def test_a_connection_that_was_added_meanwhile_stays_last(
    world: World, other: World, ids: dict[str, str]
) -> None:
    before = tuple(ids.values())
    other.connection(other.workspace.contents().connectors[0], "Abroad")
    world.workspace.save_priorities(before, tuple(reversed(before)))
    assert order(world) == ["West", "East", "South", "North", "Abroad"]


def test_a_connection_that_was_deleted_meanwhile_is_left_out(
    world: World, other: World, ids: dict[str, str]
) -> None:
    before = tuple(ids.values())
    other.workspace.delete_connection(ids["East"])
    world.workspace.save_priorities(before, tuple(reversed(before)))
    assert order(world) == ["West", "South", "North"]


def test_a_connection_that_is_restored_at_once_has_its_place_again(world: World, ids: dict[str, str]) -> None:
    world.workspace.delete_connection(ids["South"])
    assert order(world, deleted=True) == ["North", "East", "West"]
    world.workspace.restore_connection(ids["South"])
    assert order(world) == ["North", "South", "East", "West"]


def test_a_connection_whose_place_was_taken_is_last_when_restored(world: World, ids: dict[str, str]) -> None:
    world.workspace.delete_connection(ids["South"])
    put(world, ids, "West", "East", "North")
    world.workspace.restore_connection(ids["South"])
    assert order(world) == ["West", "East", "North", "South"]


def test_a_copy_comes_last(world: World, ids: dict[str, str]) -> None:
    copy = world.workspace.duplicate_connection(ids["North"], "Copy")
    assert copy.priority == 5
    assert order(world)[-1] == "Copy"
