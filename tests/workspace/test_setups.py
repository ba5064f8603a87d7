"""Saving mappings, ranks and defaults: by the rules, and with a second administrator."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, update

from erpsync_desktop.model.catalogue import CrmEntity
from erpsync_desktop.model.erp_schema import ErpSchema
from erpsync_desktop.model.errors import (
    InvalidInput,
    NotFound,
    Problem,
    ProblemCode,
    SavedMeanwhile,
    StillInUse,
)
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.setup_merge import merged
from erpsync_desktop.model.sync_setup import ActorMapping, DefaultValue, Direction, FieldMapping, SyncSetup
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.local import open_local_workspace
from erpsync_desktop.workspace.local.schema import erp_fields
from erpsync_desktop.workspace.local.setup_rows import load_setup, write_setup
from tests.canary import CANARY
from tests.workspace.erp_content import changed, context, furnished, kept_before, mapping, save, switched
from tests.workspace.fakes import FakeNet
from tests.workspace.world import World


@pytest.fixture
def other(path: Path, world: World, net: FakeNet) -> Iterator[World]:
    """Another administrator on the same file."""
    workspace = open_local_workspace(str(path), secrets=SecretStore(), client=net.client)
    yield World(workspace, net)
    workspace.close()


def ranked(setup: SyncSetup, *first: str, actor_type: str = "Customer") -> SyncSetup:
    actor = setup.actor(actor_type)
    assert actor is not None
    fields = sorted(
        actor.fields, key=lambda one: first.index(one.erp_key) if one.erp_key in first else len(first)
    )
    return setup.with_actor(replace(actor, fields=tuple(fields)))


def order(setup: SyncSetup) -> list[str]:
    actor = setup.actor("Customer")
    assert actor is not None
    return [one.erp_key for one in actor.fields]


def test_what_is_saved_is_there_tomorrow(world: World, other: World) -> None:
    saved = furnished(world)
    setup = switched(changed(context(world, saved).setup, "Name", direction=Direction.BOTH, in_search=True))
    setup = changed(setup, "Credit", in_tab=True, default=DefaultValue("[F:2.0]", set_value=True))
    setup = ranked(setup, "Country", "Credit")
    after = save(world, saved, setup)
    assert after == setup
    assert context(world, saved).setup == setup
    assert context(other, saved).setup == setup


def test_only_the_rows_of_what_changed_are_written(world: World) -> None:
    saved = furnished(world)
    before = context(world, saved).setup
    written: list[tuple[str, int]] = []

    def note(_connection: object, cursor: sqlite3.Cursor, statement: str, *_: object) -> None:
        if statement.startswith(("INSERT INTO erp_", "UPDATE erp_", "DELETE FROM erp_")):
            written.append((" ".join(statement.split()[:2]), cursor.rowcount))

    event.listen(world.workspace._store.engine, "after_cursor_execute", note)
    after = switched(changed(before, "Phone", "FAX", Direction.BOTH), "Person")
    assert save(world, saved, after) == after
    assert written == [("UPDATE erp_fields", 1), ("UPDATE erp_actors", 1)]
    assert context(world, saved).setup == after


def test_fields_are_ranked_whatever_numbers_their_ranks_have(world: World) -> None:
    saved = furnished(world)
    with world.workspace._store.write() as database:
        database.execute(update(erp_fields).values(rank=erp_fields.c.rank * 7 + 3))
    for first in (("Country", "Phone"), ("Balance",), ("Phone", "Credit", "Name")):
        after = ranked(context(world, saved).setup, *first)
        assert save(world, saved, after) == after
        assert context(world, saved).setup == after


def test_a_setup_that_is_saved_as_it_is_changes_nothing(world: World) -> None:
    saved = furnished(world)
    setup = context(world, saved).setup
    world.workspace.set_active(saved.id, True, Watch())
    assert save(world, saved, setup) == setup
    assert "mappings saved" not in changes(world)


def changes(world: World) -> list[str]:
    with world.workspace._store.read() as database:
        return list(database.exec_driver_sql("SELECT what FROM changes ORDER BY id").scalars())


def test_a_save_is_told_and_recorded_without_values(world: World, path: Path) -> None:
    saved = furnished(world)
    told: list[bool] = []
    world.workspace.subscribe(lambda: told.append(True))
    default = DefaultValue("[F:77.25]", set_value=True)
    save(world, saved, changed(context(world, saved).setup, "Credit", default=default))
    assert told == [True]
    assert changes(world)[-1] == "mappings saved"
    with closing(sqlite3.connect(path)) as database:
        assert "77.25" not in str(database.execute("SELECT * FROM changes").fetchall())
        assert CANARY not in "\n".join(database.iterdump())


def test_a_connection_that_is_gone_is_not_found(world: World) -> None:
    with pytest.raises(NotFound):
        world.workspace.save_setup("nobody", SyncSetup(), SyncSetup())


# The rules


def refused(world: World, setup: SyncSetup) -> tuple[Problem, ...]:
    (saved,) = (one for one in world.workspace.contents().connections if one.name == "North")
    before = context(world, saved).setup
    with pytest.raises(InvalidInput) as caught:
        save(world, saved, setup)
    assert context(world, saved).setup == before
    return caught.value.problems


def test_a_direction_without_a_superoffice_field_is_refused(world: World) -> None:
    setup = context(world, furnished(world)).setup
    (problem,) = refused(world, changed(setup, "Credit", direction=Direction.TO_CRM))
    assert problem.code is ProblemCode.MAPPING_NO_CRM_FIELD
    assert problem.params == {"label": "Credit", "actor": "Customer", "key": "Credit"}
    assert problem.field == "mapping"


def test_a_direction_to_a_read_only_field_is_refused(world: World) -> None:
    setup = context(world, furnished(world)).setup
    world.service.erp.fields["Customer"] = ()
    (problem,) = refused(world, changed(setup, "Balance", "NUMBER1", Direction.TO_ERP))
    assert problem.code in {ProblemCode.MAPPING_ERP_READ_ONLY, ProblemCode.MAPPING_LOSES_TO_ERP}


def test_a_superoffice_field_whose_type_cannot_fit_is_refused_without_a_direction_too(world: World) -> None:
    setup = context(world, furnished(world)).setup
    (problem,) = refused(world, changed(setup, "Key", "NAME"))
    assert problem.code is ProblemCode.MAPPING_NOT_SYNCABLE


def test_a_superoffice_field_that_is_none_is_refused(world: World) -> None:
    setup = context(world, furnished(world)).setup
    (problem,) = refused(world, changed(setup, "Phone", "NOTHING_OF_THE_KIND"))
    assert problem.code is ProblemCode.MAPPING_CRM_GONE


def test_a_field_that_is_shown_where_it_cannot_be_is_refused(world: World) -> None:
    setup = context(world, furnished(world)).setup
    problems = refused(world, changed(changed(setup, "Country", in_search=True), "Key", in_tab=True))
    assert [(one.code, one.params["key"]) for one in problems] == [
        (ProblemCode.MAPPING_NOT_SEARCHABLE, "Country"),
        (ProblemCode.MAPPING_NOT_SHOWN, "Key"),
    ]


@pytest.mark.parametrize(
    ("key", "default", "code"),
    [
        ("Balance", DefaultValue("[F:1]", set_value=True), ProblemCode.DEFAULT_ON_READ_ONLY),
        ("Key", DefaultValue("x", set_value=True), ProblemCode.DEFAULT_NOT_POSSIBLE),
        ("Credit", DefaultValue("", set_value=True), ProblemCode.DEFAULT_NEEDS_VALUE),
        ("Credit", DefaultValue("many", set_value=True), ProblemCode.FIELD_NOT_A_NUMBER),
        ("Name", DefaultValue(mandatory=True), ProblemCode.DEFAULT_MANDATORY_ALONE),
    ],
)
def test_a_default_against_the_rules_is_refused(
    world: World, key: str, default: DefaultValue, code: ProblemCode
) -> None:
    (problem,) = refused(world, changed(context(world, furnished(world)).setup, key, default=default))
    assert (problem.code, problem.field) == (code, "default")
    assert (problem.params["actor"], problem.params["key"]) == ("Customer", key)


@pytest.mark.parametrize(("first", "second"), [("Name", "Phone"), ("Phone", "Name")])
def test_a_superoffice_field_that_receives_twice_is_refused_whichever_came_first(
    world: World, first: str, second: str
) -> None:
    saved = furnished(world)
    setup = context(world, saved).setup
    setup = save(world, saved, changed(setup, first, "DEPARTMENT", Direction.TO_CRM))
    (problem,) = refused(world, changed(setup, second, "DEPARTMENT", Direction.TO_CRM))
    assert problem.code is ProblemCode.MAPPING_CRM_RECEIVES_ALREADY


def test_what_another_connection_synchronises_is_not_one_way_to_superoffice_here(world: World) -> None:
    north, south = furnished(world), furnished(world, "South")
    save(world, south, changed(context(world, south).setup, "Name", direction=Direction.TO_ERP))
    now = context(world, north)
    assert now.elsewhere == {(CrmEntity.COMPANY, "NAME"): "South"}
    (problem,) = refused(world, changed(now.setup, "Name", direction=Direction.TO_CRM))
    assert problem.code is ProblemCode.MAPPING_MAPPED_ELSEWHERE
    assert problem.params["name"] == "South"
    after = save(world, north, changed(now.setup, "Name", direction=Direction.BOTH))
    assert mapping(after, "Name").direction is Direction.BOTH


def test_a_deleted_connection_bars_nothing(world: World) -> None:
    north, south = furnished(world), furnished(world, "South")
    save(world, south, changed(context(world, south).setup, "Name", direction=Direction.TO_ERP))
    world.workspace.delete_connection(south.id)
    assert context(world, north).elsewhere == {}
    world.workspace.restore_connection(south.id)
    assert context(world, north).elsewhere == {(CrmEntity.COMPANY, "NAME"): "South"}


def test_what_stands_as_before_is_not_judged_again(world: World) -> None:
    north, south = furnished(world), furnished(world, "South")
    save(world, north, changed(context(world, north).setup, "Name", direction=Direction.TO_CRM))
    save(world, south, changed(context(world, south).setup, "Name", direction=Direction.TO_ERP))
    after = save(world, north, changed(context(world, north).setup, "Name", in_tab=True))
    assert mapping(after, "Name").show_in_tab


def test_a_type_and_fields_that_the_erp_never_named_are_kept_as_configured(world: World) -> None:
    saved = furnished(world)
    setup = context(world, saved).setup
    unknown = ActorMapping("Ship", active=True, fields=(FieldMapping("Mast", show_in_tab=True),))
    kept_before(world, saved, SyncSetup((*setup.actors, unknown)))
    assert context(world, saved).setup.actor("Ship") == unknown
    after = save(world, saved, changed(context(world, saved).setup, "Phone", "FAX"))
    assert context(world, saved).setup == after
    assert after.actor("Ship") == unknown
    schema = context(world, saved).erp.actor("Ship")
    assert schema is not None
    assert not schema.supported


def test_a_field_that_is_gone_can_be_unmapped_and_is_gone_then(world: World) -> None:
    saved = furnished(world)
    world.service.erp.fields["Customer"] = world.service.erp.fields["Customer"][1:]
    taken = world.workspace.take_erp(saved.id, world.workspace.read_erp(saved.id, Watch()))
    assert mapping(taken.setup, "Name").crm_key == "NAME"
    (problem,) = refused(world, changed(taken.setup, "Name", direction=Direction.TO_CRM))
    assert problem.code is ProblemCode.MAPPING_ERP_GONE
    after = save(world, saved, changed(taken.setup, "Name", crm_key=""))
    assert "Name" not in order(after)
    customer = context(world, saved).erp.actor("Customer")
    assert customer is not None
    assert "Name" not in customer.by_key


# While it is active


def test_an_active_connection_keeps_its_mappings(world: World) -> None:
    saved = furnished(world)
    world.workspace.set_active(saved.id, True, Watch())
    setup = context(world, saved).setup
    for after in (
        changed(setup, "Name", direction=Direction.TO_CRM),
        changed(setup, "Credit", default=DefaultValue(ask_user=True)),
        switched(setup),
    ):
        with pytest.raises(StillInUse) as caught:
            save(world, saved, after)
        assert caught.value.problem == Problem(ProblemCode.SETUP_LOCKED, {"name": "North"})
    assert context(world, saved).setup == setup


def test_the_fields_of_an_active_connection_can_be_ranked(world: World) -> None:
    saved = furnished(world)
    world.workspace.set_active(saved.id, True, Watch())
    after = save(world, saved, ranked(context(world, saved).setup, "Phone"))
    assert order(after)[0] == "Phone"
    assert context(world, saved).setup == after


# Two administrators


def test_mappings_of_one_and_defaults_and_ranks_of_another_go_together(world: World, other: World) -> None:
    saved = furnished(world)
    before = context(world, saved).setup
    save(other, saved, changed(before, "Phone", direction=Direction.TO_CRM))
    asked = DefaultValue(ask_user=True)
    mine = ranked(changed(before, "Name", default=asked), "Credit")
    after = world.workspace.save_setup(saved.id, before, mine)
    assert mapping(after, "Phone").direction is Direction.TO_CRM
    assert mapping(after, "Name").default == asked
    assert order(after)[0] == "Credit"
    assert context(other, saved).setup == after


def test_the_second_of_two_who_map_other_fields_is_asked_first(world: World, other: World) -> None:
    saved = furnished(world)
    before = context(world, saved).setup
    theirs = save(other, saved, changed(before, "Phone", direction=Direction.TO_CRM))
    mine = changed(before, "Name", direction=Direction.BOTH)
    with pytest.raises(SavedMeanwhile) as caught:
        world.workspace.save_setup(saved.id, before, mine)
    assert caught.value.theirs == theirs
    after = world.workspace.save_setup(saved.id, theirs, merged(before, mine, theirs))
    assert mapping(after, "Phone").direction is Direction.TO_CRM
    assert mapping(after, "Name").direction is Direction.BOTH


def test_the_second_of_two_who_change_the_same_is_refused_and_loses_nothing(
    world: World, other: World
) -> None:
    saved = furnished(world)
    before = context(world, saved).setup
    theirs = save(other, saved, changed(before, "Name", direction=Direction.TO_ERP))
    with pytest.raises(SavedMeanwhile) as caught:
        world.workspace.save_setup(saved.id, before, changed(before, "Name", direction=Direction.TO_CRM))
    assert caught.value.theirs == theirs
    assert context(world, saved).setup == theirs


def test_two_who_give_to_the_same_superoffice_field_are_not_both_saved(world: World, other: World) -> None:
    saved = furnished(world)
    before = context(world, saved).setup
    theirs = save(other, saved, changed(before, "Phone", "DEPARTMENT", Direction.TO_CRM))
    mine = changed(before, "Name", "DEPARTMENT", Direction.TO_CRM)
    with pytest.raises(InvalidInput) as caught:
        world.workspace.save_setup(saved.id, theirs, merged(before, mine, theirs))
    assert caught.value.problem.code is ProblemCode.MAPPING_CRM_RECEIVES_ALREADY


def test_a_field_that_came_while_the_dialog_was_open_stays(world: World, other: World) -> None:
    saved = furnished(world)
    before = context(world, saved).setup
    new = FieldMetadata("Email")
    world.service.erp.fields["Customer"] = (*world.service.erp.fields["Customer"], new)
    other.workspace.take_erp(saved.id, other.workspace.read_erp(saved.id, Watch()))
    after = world.workspace.save_setup(saved.id, before, ranked(before, "Credit"))
    assert order(after)[0] == "Credit"
    assert "Email" in order(after)


def test_a_connection_that_was_activated_meanwhile_is_locked(world: World, other: World) -> None:
    saved = furnished(world)
    before = context(world, saved).setup
    other.workspace.set_active(saved.id, True, Watch())
    with pytest.raises(StillInUse):
        world.workspace.save_setup(saved.id, before, changed(before, "Name", direction=Direction.BOTH))


# Copies, and what is deleted


def test_a_copy_has_what_is_configured_and_what_the_erp_has(world: World) -> None:
    saved = furnished(world)
    save(world, saved, switched(changed(context(world, saved).setup, "Name", direction=Direction.BOTH)))
    world.service.erp.asked.clear()
    copy = world.workspace.duplicate_connection(saved.id, "Copy")
    one, two = context(world, saved), context(world, copy)
    assert (two.erp, two.setup) == (one.erp, one.setup)
    assert two.elsewhere == {(CrmEntity.COMPANY, "NAME"): "North"}
    assert (one.siblings, two.siblings) == (((copy.id, "Copy"),), ((saved.id, "North"),))
    assert world.service.erp.asked == []


def test_only_an_actor_type_that_can_be_synchronised_can_be_switched_on(world: World) -> None:
    saved = furnished(world)
    with pytest.raises(InvalidInput) as refused:
        save(world, saved, switched(switched(context(world, saved).setup, "Depot")))
    assert refused.value.problems == (
        Problem(ProblemCode.ACTOR_TYPE_UNKNOWN, {"actor": "Depot"}, field="mapping"),
    )
    save(world, saved, switched(context(world, saved).setup))
    world.service.erp.types = ("Person",)
    gone = world.workspace.take_erp(saved.id, world.workspace.read_erp(saved.id, Watch())).setup
    off = save(world, saved, switched(gone, on=False))
    assert off.actor("Customer") is not None
    with pytest.raises(InvalidInput) as refused:
        save(world, saved, switched(off))
    assert refused.value.problem.code is ProblemCode.ACTOR_TYPE_GONE


def test_a_copy_bars_neither_its_original_nor_itself(world: World) -> None:
    saved = furnished(world)
    setup = switched(changed(context(world, saved).setup, "Name", direction=Direction.BOTH))
    setup = changed(setup, "Phone", direction=Direction.TO_CRM, in_tab=True)
    before = save(world, saved, setup)
    copy = world.workspace.duplicate_connection(saved.id, "Copy")
    assert context(world, saved).setup == before
    assert context(world, copy).setup == changed(before, "Phone", direction=Direction.NONE)
    assert world.workspace.set_active(copy.id, True, Watch()) == ()
    assert world.workspace.set_active(saved.id, True, Watch()) == ()


def test_what_is_configured_outlives_a_deletion_and_is_gone_with_the_purge(world: World) -> None:
    saved = furnished(world)
    setup = save(world, saved, changed(context(world, saved).setup, "Name", direction=Direction.BOTH))
    world.workspace.delete_connection(saved.id)
    with pytest.raises(NotFound):
        context(world, saved)
    world.workspace.restore_connection(saved.id)
    assert context(world, saved).setup == setup
    world.workspace.delete_connection(saved.id)
    world.workspace.purge_connection(saved.id, Watch())
    with world.workspace._store.read() as database:
        for table in ("erp_actors", "erp_fields"):
            assert database.exec_driver_sql(f"SELECT COUNT(*) FROM {table}").scalar() == 0  # noqa: S608


def test_a_row_that_cannot_be_understood_is_a_damaged_workspace(world: World) -> None:
    saved = furnished(world)
    with world.workspace._store.write() as database:
        database.exec_driver_sql("UPDATE erp_fields SET direction = '??'")
    with pytest.raises(Exception, match="corrupt"):
        context(world, saved)


def test_a_note_of_a_later_program_is_left_out(world: World) -> None:
    saved = furnished(world)
    note = '[{"code": "new.code", "params": {}, "field": "", "detail": ""}]'
    with world.workspace._store.write() as database:
        database.exec_driver_sql("UPDATE erp_fields SET notes = ?", (note,))
    customer = context(world, saved).erp.actor("Customer")
    assert customer is not None
    assert {item.notes for item in customer.fields} == {()}


def test_a_field_of_which_the_erp_never_said_anything_is_kept_without_words(world: World) -> None:
    saved = furnished(world)
    unknown = FieldMapping("Mast", "NAME", Direction.TO_CRM)
    setup = SyncSetup((ActorMapping("Ship", fields=(unknown,)),))
    with world.workspace._store.write() as database:
        written = write_setup(database, saved.id, ErpSchema(), setup)
        assert load_setup(database, saved.id) == written
    (ship,) = written[0].actors
    assert ship.by_key == {}
    assert written[1] == setup
