from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from erpsync_desktop.model.connector import ConnectorCheck, ConnectorState
from erpsync_desktop.model.errors import (
    ConnectorError,
    InvalidInput,
    NameTaken,
    NotFound,
    OperationCancelled,
    Problem,
    ProblemCode,
    SavedMeanwhile,
    StillInUse,
)
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.model.watch import Watch
from tests.workspace.fakes import FIELDS
from tests.workspace.world import URL, World


def names(world: World, *, deleted: bool = False) -> list[str]:
    return [connector.name for connector in world.workspace.contents(deleted=deleted).connectors]


def test_a_connector_is_saved_without_surrounding_space(world: World) -> None:
    saved = world.connector("  Sample ", f" {URL}?ConnectorName=Test.Excel\n")
    assert (saved.name, saved.url) == ("Sample", f"{URL}?ConnectorName=Test.Excel")
    assert saved.state is ConnectorState.NOT_CHECKED
    assert saved.version == 1
    assert world.workspace.contents().connectors == (saved,)


def test_connectors_are_sorted_as_people_read(world: World) -> None:
    for name in ("beta", "Alpha", "Ärger", "gamma"):
        world.connector(name)
    assert names(world) == ["Alpha", "beta", "gamma", "Ärger"]


@pytest.mark.parametrize("name", ["", "x" * 10_000, "a\x07"])
def test_a_bad_name_is_refused(world: World, name: str) -> None:
    with pytest.raises(InvalidInput):
        world.connector(name)


def test_an_address_with_a_password_is_refused(world: World) -> None:
    with pytest.raises(InvalidInput) as caught:
        world.connector("Sample", "https://anna:s3cret@erp.example/c.svc")
    assert caught.value.problem.code is ProblemCode.URL_HAS_PASSWORD
    assert names(world) == []


def test_a_name_differing_in_case_and_width_only_is_taken(world: World) -> None:
    world.connector("Straße")
    with pytest.raises(NameTaken) as caught:
        world.connector("ＳＴＲＡＳＳＥ")
    assert caught.value.problem == Problem(ProblemCode.NAME_TAKEN, {"name": "ＳＴＲＡＳＳＥ"}, field="name")


def test_a_draft_knows_the_other_names(world: World) -> None:
    first = world.connector("One")
    world.connector("Two")
    assert world.workspace.connector_draft(first.id).taken == {"two"}
    assert world.workspace.connector_draft().taken == {"one", "two"}


def test_the_check_of_the_saved_address_is_its_state(world: World) -> None:
    draft = replace(world.workspace.connector_draft(), name="Sample", url=URL)
    problem = Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example", "port": 80}, detail="errno 111")
    check = ConnectorCheck(URL, ConnectorState.DOES_NOT_ANSWER, datetime.now(UTC), problem)
    saved = world.workspace.save_connector(replace(draft, check=check))
    assert (saved.state, saved.state_problem, saved.checked_at) == (check.state, problem, check.at)
    assert world.workspace.connector_draft(saved.id).current_check == check


def test_a_check_of_another_address_does_not_count(world: World) -> None:
    draft = replace(world.workspace.connector_draft(), name="Sample", url=URL)
    check = ConnectorCheck("http://other.example/", ConnectorState.ANSWERS, datetime.now(UTC))
    assert world.workspace.save_connector(replace(draft, check=check)).state is ConnectorState.NOT_CHECKED


def test_renaming_keeps_the_state_and_a_new_address_loses_it(world: World) -> None:
    draft = replace(world.workspace.connector_draft(), name="Sample", url=URL)
    saved = world.workspace.save_connector(
        replace(draft, check=world.workspace.check_connector(URL, Watch()))
    )
    renamed = world.workspace.save_connector(
        replace(world.workspace.connector_draft(saved.id), name="New", check=None)
    )
    assert renamed == replace(saved, name="New", version=2)
    moved = replace(world.workspace.connector_draft(saved.id), url="http://new.example/")
    assert world.workspace.save_connector(moved).state is ConnectorState.NOT_CHECKED


def test_an_address_inside_superoffice_needs_a_site(world: World) -> None:
    saved = world.connector("App", "app://0123456789abcdef")
    assert saved.state is ConnectorState.NEEDS_SITE
    check = world.workspace.check_connector(saved.url, Watch())
    assert check.state is ConnectorState.NEEDS_SITE
    with pytest.raises(ConnectorError) as caught:
        world.workspace.configuration_fields(saved, Watch())
    assert caught.value.problem.code is ProblemCode.CONNECTOR_NEEDS_SITE


def test_a_check_is_of_the_address_without_space(world: World) -> None:
    check = world.workspace.check_connector(f" {URL} ", Watch())
    assert (check.url, check.state) == (URL, ConnectorState.ANSWERS)


def test_an_address_in_bad_form_is_not_called(world: World) -> None:
    check = world.workspace.check_connector("ftp://x", Watch())
    assert check.state is ConnectorState.DOES_NOT_ANSWER
    assert check.problem is not None
    assert check.problem.code is ProblemCode.URL_SCHEME_UNKNOWN
    assert world.net.services == {}


def test_a_check_can_be_cancelled(world: World) -> None:
    watch = Watch()
    watch.cancel()
    with pytest.raises(OperationCancelled):
        world.workspace.check_connector(URL, watch)


def test_fields_and_lists_come_from_the_connector(world: World) -> None:
    connector = world.connector()
    assert world.workspace.configuration_fields(connector, Watch()) == FIELDS
    items = world.workspace.list_items(connector, "Warehouse", Watch())
    assert items == (ListItem("Warehouse-1", "Warehouse of None"),)


def test_a_second_save_of_the_same_version_is_refused_with_both(world: World) -> None:
    saved = world.connector()
    mine = replace(world.workspace.connector_draft(saved.id), name="Mine")
    theirs = world.workspace.save_connector(replace(world.workspace.connector_draft(saved.id), name="Theirs"))
    with pytest.raises(SavedMeanwhile) as caught:
        world.workspace.save_connector(mine)
    assert caught.value.theirs == theirs
    assert names(world) == ["Theirs"]


def test_a_deleted_connector_is_hidden_and_its_name_is_free(world: World) -> None:
    saved = world.connector()
    draft = world.workspace.connector_draft(saved.id)
    world.workspace.delete_connector(saved.id)
    assert names(world) == []
    (hidden,) = world.workspace.contents(deleted=True).connectors
    assert hidden.deleted_at is not None
    with pytest.raises(NotFound):
        world.workspace.save_connector(draft)
    with pytest.raises(NotFound):
        world.workspace.delete_connector(saved.id)
    assert world.connector().name == "Sample"


def test_a_deleted_connector_comes_back(world: World) -> None:
    saved = world.connector()
    world.workspace.delete_connector(saved.id)
    world.workspace.restore_connector(saved.id)
    assert world.workspace.contents().connectors == (replace(saved, version=3),)
    with pytest.raises(NotFound):
        world.workspace.restore_connector(saved.id)


def test_a_deleted_connector_whose_name_was_given_does_not_come_back(world: World) -> None:
    saved = world.connector()
    world.workspace.delete_connector(saved.id)
    world.connector("SAMPLE")
    with pytest.raises(NameTaken):
        world.workspace.restore_connector(saved.id)
    assert names(world) == ["SAMPLE"]


def test_only_a_deleted_connector_is_purged(world: World) -> None:
    saved = world.connector()
    with pytest.raises(NotFound):
        world.workspace.purge_connector(saved.id)
    world.workspace.delete_connector(saved.id)
    world.workspace.purge_connector(saved.id)
    assert names(world, deleted=True) == []
    with pytest.raises(NotFound):
        world.workspace.connector_draft(saved.id)


def test_a_connector_with_connections_is_not_deleted_and_they_are_named(world: World) -> None:
    connector = world.connector()
    for name in ("South", "north"):
        world.connection(connector, name)
    with pytest.raises(StillInUse) as caught:
        world.workspace.delete_connector(connector.id)
    params = {"name": "Sample", "connections": "north\nSouth"}
    assert caught.value.problem == Problem(ProblemCode.CONNECTOR_IN_USE, params)
    assert names(world) == ["Sample"]


def test_a_connector_with_deleted_connections_is_deleted_but_not_purged(world: World) -> None:
    connector = world.connector()
    saved = world.connection(connector)
    world.workspace.delete_connection(saved.id)
    world.workspace.delete_connector(connector.id)
    with pytest.raises(StillInUse) as caught:
        world.workspace.purge_connector(connector.id)
    assert caught.value.problem.params["connections"] == "North"
    with pytest.raises(StillInUse) as restoring:
        world.workspace.restore_connection(saved.id)
    assert restoring.value.problem == Problem(ProblemCode.CONNECTOR_DELETED, {"name": "Sample"})


def test_who_changed_what_is_kept_without_values(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    import getpass

    def nobody() -> str:
        raise OSError("no such user")

    saved = world.connector()
    monkeypatch.setattr(getpass, "getuser", nobody)
    world.workspace.delete_connector(saved.id)
    with world.workspace._store.read() as database:
        rows = database.exec_driver_sql("SELECT who, what, subject_id, subject_name FROM changes").all()
    assert [tuple(row)[1:] for row in rows] == [
        ("connector added", saved.id, "Sample"),
        ("connector deleted", saved.id, "Sample"),
    ]
    assert rows[0].who
    assert rows[1].who == ""
