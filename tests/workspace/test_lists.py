"""Lists of the ERP and the mappings of their items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from erpsync_desktop.model.errors import (
    ConnectorUnreachable,
    InvalidInput,
    NotAConnector,
    NotFound,
    OperationCancelled,
    Problem,
    ProblemCode,
    SavedMeanwhile,
    StillInUse,
)
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.model.sync_setup import Direction, ListMapping
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.local import open_local_workspace
from tests.workspace.erp_content import changed, context, furnish, furnished, save, switched
from tests.workspace.fakes import FakeNet
from tests.workspace.world import World

FAULT = NotAConnector(Problem(ProblemCode.SOAP_FAULT, {"text": "no such list"}))
DOWN = ConnectorUnreachable(Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example", "port": 80}))
PAIR = ("Countries", "country")


@pytest.fixture
def other(path: Path, world: World, net: FakeNet) -> Iterator[World]:
    """Another administrator on the same file."""
    workspace = open_local_workspace(str(path), secrets=SecretStore(), client=net.client)
    yield World(workspace, net)
    workspace.close()


def mapped(version: int = 0, **items: str) -> ListMapping:
    return ListMapping(*PAIR, items, version)


# The ERP's lists


def test_a_list_is_asked_for_once_and_kept(world: World) -> None:
    saved = furnished(world)
    first = world.workspace.erp_lists(saved.id, ["Countries"], Watch())
    world.service.erp.asked.clear()
    world.service.erp.lists.clear()
    again = world.workspace.erp_lists(saved.id, ["Countries"], Watch())
    assert again == first
    assert again["Countries"].items == (ListItem("DE", "Germany"), ListItem("NO", "Norway"))
    assert again["Countries"].read_at is not None
    assert world.service.erp.asked == []


def test_a_list_without_items_is_kept_too(world: World) -> None:
    saved = furnished(world)
    world.service.erp.lists["Nothing"] = ()
    world.workspace.erp_lists(saved.id, ["Nothing"], Watch())
    world.service.erp.asked.clear()
    assert world.workspace.erp_lists(saved.id, ["Nothing"], Watch())["Nothing"].items == ()
    assert world.service.erp.asked == []


def test_of_several_lists_one_that_fails_has_a_problem_and_is_asked_again(world: World) -> None:
    saved = furnished(world)
    world.service.erp.faults["list Regions"] = FAULT
    lists = world.workspace.erp_lists(saved.id, ["Regions", "Countries", "Regions"], Watch())
    assert lists["Regions"].problem == FAULT.problem
    assert lists["Regions"].read_at is None
    assert len(lists["Countries"].items) == 2
    world.service.erp.faults.clear()
    world.service.erp.asked.clear()
    assert world.workspace.erp_lists(saved.id, ["Regions", "Countries"], Watch())["Regions"].items
    assert world.service.erp.asked == ["list Regions"]


def test_lists_that_are_read_anew_are_not_taken_over(world: World) -> None:
    saved = furnished(world)
    before = world.workspace.erp_lists(saved.id, ["Countries"], Watch())
    world.service.erp.lists["Countries"] = (ListItem("FR", "France"),)
    anew = world.workspace.erp_lists(saved.id, ["Countries"], Watch(), anew=True)
    assert anew["Countries"].items == (ListItem("FR", "France"),)
    assert world.workspace.erp_lists(saved.id, ["Countries"], Watch()) == before
    world.workspace.take_lists(saved.id, anew.values())
    assert world.workspace.erp_lists(saved.id, ["Countries"], Watch()) == anew


def test_a_list_that_could_not_be_read_takes_nothing_away(world: World) -> None:
    saved = furnished(world)
    before = world.workspace.erp_lists(saved.id, ["Countries"], Watch())
    world.service.erp.faults["list Countries"] = DOWN
    failed = world.workspace.erp_lists(saved.id, ["Countries"], Watch(), anew=True)
    world.workspace.take_lists(saved.id, failed.values())
    assert world.workspace.erp_lists(saved.id, ["Countries"], Watch()) == before


def test_an_active_connection_takes_no_lists_over(world: World) -> None:
    saved = furnished(world)
    lists = world.workspace.erp_lists(saved.id, ["Countries"], Watch(), anew=True)
    world.workspace.set_active(saved.id, True, Watch())
    with pytest.raises(StillInUse) as caught:
        world.workspace.take_lists(saved.id, lists.values())
    assert caught.value.problem.code is ProblemCode.SETUP_LOCKED


def test_reading_lists_can_be_cancelled(world: World) -> None:
    saved, watch = furnished(world), Watch()
    world.service.erp.before = lambda asked: watch.cancel() if asked == "list Countries" else None
    with pytest.raises(OperationCancelled):
        world.workspace.erp_lists(saved.id, ["Countries", "Regions"], watch)


def test_a_list_of_what_was_configured_before_is_not_kept(world: World, other: World) -> None:
    saved = furnished(world)

    def save_meanwhile(_: str) -> None:
        world.service.erp.before = lambda _: None
        other.save(other.tested(other.opened(saved.id).with_value("File", "south.xlsx")))

    world.service.erp.before = save_meanwhile
    world.workspace.erp_lists(saved.id, ["Countries"], Watch())
    world.service.erp.asked.clear()
    world.workspace.erp_lists(saved.id, ["Countries"], Watch())
    assert world.service.erp.asked == ["list Countries"]


def test_lists_of_another_erp_are_not_taken_over(world: World) -> None:
    saved = furnished(world)
    read = world.workspace.erp_lists(saved.id, ["Countries"], Watch(), anew=True)
    world.save(world.tested(world.opened(saved.id).with_value("File", "south.xlsx")))
    with pytest.raises(SavedMeanwhile) as refused:
        world.workspace.take_lists(saved.id, read.values())
    assert refused.value.problem.code is ProblemCode.ERP_READ_BEFORE
    world.service.erp.asked.clear()
    world.workspace.erp_lists(saved.id, ["Countries"], Watch())
    assert world.service.erp.asked == ["list Countries"]


def test_lists_of_a_connection_that_is_gone_are_not_found(world: World) -> None:
    for act in (
        lambda: world.workspace.erp_lists("nobody", ["Countries"], Watch()),
        lambda: world.workspace.take_lists("nobody", []),
        lambda: world.workspace.save_list_mappings("nobody", []),
    ):
        with pytest.raises(NotFound):
            act()


# Pairs of lists


def test_the_lists_of_mapped_fields_come_in_pairs(world: World) -> None:
    saved = furnished(world)
    (pair,) = world.workspace.list_pairs(saved.id, Watch())
    assert (pair.erp.name, pair.mapping.crm_list) == PAIR
    assert [item.key for item in pair.erp.items] == ["DE", "NO"]
    assert pair.crm is not None
    assert pair.mapping == mapped()
    assert [(actor, item.key) for actor, item in pair.fields] == [("Customer", "Country")]
    assert not pair.in_use
    save(world, saved, switched(changed(context(world, saved).setup, "Country", direction=Direction.BOTH)))
    (pair,) = world.workspace.list_pairs(saved.id, Watch())
    assert pair.in_use


def test_no_list_field_is_mapped_no_list_is_asked(world: World) -> None:
    saved = furnished(world)
    save(world, saved, changed(context(world, saved).setup, "Country", crm_key=""))
    world.service.erp.asked.clear()
    assert world.workspace.list_pairs(saved.id, Watch()) == ()
    assert world.service.erp.asked == []


def test_a_pair_whose_list_cannot_be_read_says_why(world: World) -> None:
    furnish(world.service.erp).faults["list Countries"] = DOWN
    saved = world.connection()
    (pair,) = world.workspace.list_pairs(saved.id, Watch())
    assert pair.erp.problem == DOWN.problem


# Saving their mappings


def test_list_mappings_that_are_saved_are_there_tomorrow(world: World, other: World) -> None:
    saved = furnished(world)
    (after,) = world.workspace.save_list_mappings(saved.id, [mapped(DE="50", NO="")])
    assert after == mapped(1, DE="50")
    (pair,) = other.workspace.list_pairs(saved.id, Watch())
    assert pair.mapping == after
    (after,) = world.workspace.save_list_mappings(saved.id, [replace(after, items={"NO": "50"})])
    (pair,) = other.workspace.list_pairs(saved.id, Watch())
    assert pair.mapping == after == mapped(2, NO="50")


def test_all_items_can_be_unmapped(world: World) -> None:
    saved = furnished(world)
    (after,) = world.workspace.save_list_mappings(saved.id, [mapped(DE="50")])
    (after,) = world.workspace.save_list_mappings(saved.id, [replace(after, items={})])
    (pair,) = world.workspace.list_pairs(saved.id, Watch())
    assert pair.mapping == after == mapped(2)


def test_an_item_that_is_chosen_twice_is_refused(world: World) -> None:
    saved = furnished(world)
    with pytest.raises(InvalidInput) as caught:
        world.workspace.save_list_mappings(saved.id, [mapped(DE="50", NO="50", FR="7")])
    (problem,) = caught.value.problems
    assert problem.code is ProblemCode.LIST_ITEMS_TWICE
    assert problem.params == {
        "label": "Countries",
        "count": 2,
        "erp_list": "Countries",
        "crm_list": "country",
    }
    (pair,) = world.workspace.list_pairs(saved.id, Watch())
    assert pair.mapping == mapped()


def test_two_mappings_of_the_same_lists_are_a_mistake_of_the_caller(world: World) -> None:
    saved = furnished(world)
    twice = [ListMapping(*PAIR, {"DE": "1"}), ListMapping(*PAIR, {"NO": "1"})]
    with pytest.raises(ValueError, match="one mapping"):
        world.workspace.save_list_mappings(saved.id, twice)


def test_the_second_of_two_administrators_is_refused_and_sees_the_first(world: World, other: World) -> None:
    saved = furnished(world)
    (theirs,) = other.workspace.save_list_mappings(saved.id, [mapped(DE="50")])
    mine = [mapped(NO="50"), ListMapping("Regions", "country", {"N": "1"})]
    with pytest.raises(SavedMeanwhile) as caught:
        world.workspace.save_list_mappings(saved.id, mine)
    assert caught.value.theirs == (theirs, ListMapping("Regions", "country"))
    (pair,) = world.workspace.list_pairs(saved.id, Watch())
    assert pair.mapping == theirs
    (after,) = world.workspace.save_list_mappings(saved.id, [mapped(theirs.version, NO="50")])
    assert after.version == 2


def test_an_active_connection_keeps_its_list_mappings(world: World) -> None:
    saved = furnished(world)
    world.workspace.set_active(saved.id, True, Watch())
    with pytest.raises(StillInUse) as caught:
        world.workspace.save_list_mappings(saved.id, [mapped(DE="50")])
    assert caught.value.problem.code is ProblemCode.SETUP_LOCKED


def test_a_save_of_list_mappings_is_recorded_and_told(world: World) -> None:
    saved = furnished(world)
    told: list[bool] = []
    world.workspace.subscribe(lambda: told.append(True))
    world.workspace.save_list_mappings(saved.id, [mapped(DE="50")])
    world.workspace.save_list_mappings(saved.id, [])
    with world.workspace._store.read() as database:
        found = database.exec_driver_sql("SELECT what FROM changes WHERE what LIKE 'list%'").all()
    assert [row.what for row in found] == ["list mappings saved"]
    assert told


def test_twenty_thousand_items_are_kept_in_order_and_mapped(world: World, other: World) -> None:
    saved = furnished(world)
    items = tuple(ListItem(f"K{number}", f"Item {number}") for number in range(20_000, 0, -1))
    world.service.erp.lists["Countries"] = items
    many = ListMapping(*PAIR, {item.key: f"C{item.key}" for item in items})
    (after,) = world.workspace.save_list_mappings(saved.id, [many])
    (pair,) = other.workspace.list_pairs(saved.id, Watch())
    assert pair.erp.items == items
    assert pair.mapping.items == many.items
    assert pair.mapping.version == after.version == 1


# Copies, and what is deleted


def test_a_copy_has_the_lists_and_their_mappings(world: World) -> None:
    saved = furnished(world)
    world.workspace.save_list_mappings(saved.id, [mapped(DE="50")])
    world.workspace.list_pairs(saved.id, Watch())
    world.service.erp.asked.clear()
    copy = world.workspace.duplicate_connection(saved.id, "Copy")
    assert world.workspace.list_pairs(copy.id, Watch()) == world.workspace.list_pairs(saved.id, Watch())
    assert world.service.erp.asked == []
    world.workspace.save_list_mappings(copy.id, [mapped(1, NO="50")])
    (pair,) = world.workspace.list_pairs(saved.id, Watch())
    assert pair.mapping == mapped(1, DE="50")


def test_a_purge_leaves_no_list(world: World) -> None:
    saved = furnished(world)
    world.workspace.save_list_mappings(saved.id, [mapped(DE="50")])
    world.workspace.list_pairs(saved.id, Watch())
    world.workspace.delete_connection(saved.id)
    world.workspace.purge_connection(saved.id, Watch())
    with world.workspace._store.read() as database:
        for table in ("erp_lists", "erp_list_items", "list_mappings", "list_mapping_items"):
            assert database.exec_driver_sql(f"SELECT COUNT(*) FROM {table}").scalar() == 0  # noqa: S608
