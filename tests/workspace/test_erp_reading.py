"""What the ERP has: read as far as it can be, kept, and taken over when the administrator says so."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import MOST_ACTOR_TYPES, ActorSchema, ErpSchema, compare
from erpsync_desktop.model.errors import (
    ConnectorUnreachable,
    NotAConnector,
    NotFound,
    OperationCancelled,
    Problem,
    ProblemCode,
    StillInUse,
)
from erpsync_desktop.model.metadata import MOST_FIELDS, FieldMetadata
from erpsync_desktop.model.outcome import Outcome, OutcomeState
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.sync_setup import Direction
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.model.watch import Stage, Watch
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.local import open_local_workspace
from erpsync_desktop.workspace.local.connections import state_at_connector
from tests.canary import CANARY
from tests.memory_keyring import MemoryKeyring
from tests.workspace.erp_content import (
    COUNTRY,
    CUSTOMER,
    NAME,
    PHONE,
    SECRET,
    changed,
    context,
    furnish,
    furnished,
    mapping,
    save,
    switched,
)
from tests.workspace.fakes import UNKNOWN, FakeNet
from tests.workspace.world import World

DOWN = ConnectorUnreachable(Problem(ProblemCode.CONNECTION_REFUSED, {"host": "erp.example", "port": 80}))
FAULT = NotAConnector(Problem(ProblemCode.SOAP_FAULT, {"text": f"login of sync/{CANARY} failed"}))
REFUSED = Outcome(OutcomeState.ERROR, "No licence", f"key {CANARY}", "LICENCE")


def test_what_the_erp_has_is_read_when_a_connection_is_saved(world: World) -> None:
    erp = context(world, furnished(world)).erp
    assert [one.actor_type for one in erp.actors] == ["Customer", "Person", "Project", "Depot"]
    assert [item.key for item in erp.actors[0].fields] == [item.key for item in CUSTOMER]
    assert erp.actors[0].searchable == {"Name", "Phone"}
    assert all(one.supported and one.problem is None for one in erp.actors)
    assert erp.read_at is not None
    assert not erp.incomplete


def test_every_word_of_a_field_is_kept_but_the_default_of_a_secret(world: World) -> None:
    customer = context(world, furnished(world)).erp.actor("Customer")
    assert customer is not None
    expected = [replace(item, default="") if item is SECRET else item for item in CUSTOMER]
    assert list(customer.fields) == expected


def test_what_is_kept_is_not_asked_again(world: World) -> None:
    saved = furnished(world)
    world.service.erp.asked.clear()
    read = world.workspace.sync_context(saved.id, Watch())
    assert read == context(world, saved)
    assert world.service.erp.asked == []


def test_each_question_is_asked_once(world: World) -> None:
    furnished(world)
    assert world.service.erp.asked == [
        "types",
        *(f"{what} {one}" for one in ("Customer", "Person", "Project") for what in ("fields", "searchable")),
    ]


def test_known_keys_are_mapped_by_themselves_without_a_direction(world: World) -> None:
    setup = context(world, furnished(world)).setup
    assert mapping(setup, "Name").crm_key == "NAME"
    assert mapping(setup, "Country").crm_key == "COUNTRY"
    assert mapping(setup, "Credit").crm_key == ""
    assert mapping(setup, "LastName", "Person").crm_key == "LASTNAME"
    assert {one.direction for actor in setup.actors for one in actor.fields} == {Direction.NONE}


def test_one_actor_type_that_fails_leaves_the_others_usable(world: World) -> None:
    furnish(world.service.erp).faults["fields Person"] = FAULT
    saved = world.connection()
    erp = context(world, saved).erp
    problems = {one.actor_type: one.problem for one in erp.actors}
    assert problems["Person"] is not None
    assert problems["Person"].code is ProblemCode.SOAP_FAULT
    assert [kind for kind, problem in problems.items() if problem is None] == ["Customer", "Project", "Depot"]
    assert erp.actors[0].fields
    assert erp.incomplete


@pytest.mark.parametrize("fault", [FAULT, REFUSED])
def test_no_secret_that_a_connector_repeats_is_kept_or_shown(
    world: World, path: Path, fault: NotAConnector | Outcome
) -> None:
    erp = furnish(world.service.erp)
    erp.faults |= {"fields Person": fault, "list Countries": fault}
    saved = world.connection()
    lists = world.workspace.erp_lists(saved.id, ["Countries"], Watch())
    erp.faults["types"] = fault
    shown = [context(world, saved).erp, world.workspace.read_erp(saved.id, Watch()), lists]
    assert "•••" in repr(shown)
    assert CANARY not in repr(shown)
    with closing(sqlite3.connect(path)) as database:
        assert CANARY not in "\n".join(database.iterdump())


def test_where_the_secrets_cannot_be_read_no_word_of_the_connector_is_kept(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = furnished(world)
    world.service.erp.faults["types"] = FAULT
    monkeypatch.setattr(MemoryKeyring, "get_password", lambda *_: None)
    problem = world.workspace.read_erp(saved.id, Watch()).problem
    assert problem is not None
    assert problem.code is ProblemCode.SECRET_LOST


def test_only_what_was_never_read_is_asked_when_a_dialog_opens(world: World) -> None:
    erp = furnish(world.service.erp)
    erp.faults["fields Person"] = FAULT
    saved = world.connection()
    erp.asked.clear()
    erp.faults.clear()
    read = world.workspace.sync_context(saved.id, Watch())
    assert erp.asked == ["fields Person", "searchable Person"]
    person = read.erp.actor("Person")
    assert person is not None
    assert (person.problem, len(person.fields)) == (None, 1)
    assert mapping(read.setup, "LastName", "Person").crm_key == "LASTNAME"
    assert read == context(world, saved)


def test_what_is_gone_stays_so_when_another_type_is_read_for_the_first_time(world: World) -> None:
    saved, erp = furnished(world), world.service.erp
    erp.fields["Customer"] = (PHONE,)
    erp.types = ("Customer", "Supplier")
    erp.faults["fields Supplier"] = FAULT
    world.workspace.take_erp(saved.id, world.workspace.read_erp(saved.id, Watch()))
    erp.faults.clear()
    customer = world.workspace.sync_context(saved.id, Watch()).erp.actor("Customer")
    assert customer is not None
    assert customer.gone == {"Name", "Country"}


def test_an_erp_that_is_down_is_asked_again_when_a_dialog_opens(world: World) -> None:
    erp = furnish(world.service.erp)
    erp.faults["types"] = DOWN
    saved = world.connection()
    assert context(world, saved).erp == ErpSchema(problem=DOWN.problem)
    assert world.workspace.sync_context(saved.id, Watch()).erp.problem == DOWN.problem
    erp.faults.clear()
    read = world.workspace.sync_context(saved.id, Watch())
    assert read.erp.problem is None
    assert mapping(read.setup, "Name").crm_key == "NAME"


def test_an_active_connection_that_was_never_read_is_not_mapped_by_itself(world: World) -> None:
    world.service.erp.faults["types"] = DOWN
    saved = world.connection()
    assert world.workspace.set_active(saved.id, True, Watch()) == ()
    furnish(world.service.erp).faults.clear()
    read = world.workspace.sync_context(saved.id, Watch())
    assert len(read.erp.actors) == 4
    assert mapping(read.setup, "Name").crm_key == ""


def test_a_save_stands_whatever_becomes_of_the_reading(world: World) -> None:
    furnish(world.service.erp)
    draft = world.draft(world.connector())
    watch = Watch()
    world.service.erp.before = lambda asked: watch.cancel() if asked == "fields Person" else None
    saved = world.workspace.save(draft, watch)
    assert world.workspace.contents().connections == (saved,)
    assert context(world, saved).erp == ErpSchema()


def test_what_the_erp_has_is_read_when_the_connection_is_saved_and_said_so(world: World) -> None:
    furnish(world.service.erp)
    draft = world.draft(world.connector())
    there: list[ErpConnection] = []
    asked: list[str] = []

    def told(stage: Stage) -> None:
        if stage is Stage.READING_ERP:
            there.extend(world.workspace.contents().connections)
            asked.extend(world.service.erp.asked)

    saved = world.workspace.save(draft, Watch(told))
    assert (there, asked) == ([saved], [])
    assert world.service.erp.asked


def test_a_cancel_before_the_erp_is_read_leaves_the_connection_saved(world: World) -> None:
    furnish(world.service.erp)
    told: list[Stage] = []

    def cancel(stage: Stage) -> None:
        told.append(stage)
        if stage is Stage.READING_ERP:
            watch.cancel()

    watch = Watch(cancel)
    saved = world.workspace.save(world.draft(world.connector()), watch)
    assert world.workspace.contents().connections == (saved,)
    assert saved.id in world.service.connections
    assert told[-1] is Stage.READING_ERP
    assert world.service.erp.asked == []


def test_a_save_stands_also_where_the_reading_meets_a_fault_of_ours(world: World) -> None:
    furnish(world.service.erp).faults["types"] = OverflowError("of no use to an administrator")
    draft = world.draft(world.connector())
    told: list[bool] = []
    world.workspace.subscribe(lambda: told.append(True))
    saved = world.workspace.save(draft, Watch())
    assert world.workspace.contents().connections == (saved,)
    assert context(world, saved).erp == ErpSchema()
    assert told == [True]


def test_types_that_repeat_are_taken_once_and_unknown_ones_as_sent(world: World) -> None:
    world.service.erp.types = ("Customer", "Depot", " customer", "Depot", "", "Umsatz-Träger")
    erp = context(world, world.connection()).erp
    assert [one.actor_type for one in erp.actors] == ["Customer", "Depot", "Umsatz-Träger"]


def test_a_type_that_superoffice_does_not_synchronise_is_known_by_name_only(world: World) -> None:
    erp = furnish(world.service.erp)
    erp.fields["Depot"] = (NAME,)
    depot = context(world, world.connection()).erp.actor("Depot")
    assert depot == ActorSchema("Depot")
    assert not {"fields Depot", "searchable Depot"}.intersection(erp.asked)


def test_as_many_types_are_taken_as_an_erp_may_have(world: World) -> None:
    world.service.erp.types = ("Customer", *(f"T{number}" for number in range(MOST_ACTOR_TYPES - 1)))
    assert len(context(world, world.connection()).erp.actors) == MOST_ACTOR_TYPES


def test_more_types_than_that_are_the_problem_of_the_reading(world: World) -> None:
    world.service.erp.types = ("Customer", *(f"T{number}" for number in range(MOST_ACTOR_TYPES)))
    params = {"count": MOST_ACTOR_TYPES + 1, "limit": MOST_ACTOR_TYPES}
    problem = Problem(ProblemCode.TOO_MANY_ACTOR_TYPES, params)
    assert context(world, world.connection()).erp == ErpSchema(problem=problem)
    assert world.service.erp.asked == ["types"]


def test_keys_that_repeat_are_noted_at_the_first_field(world: World) -> None:
    world.service.erp.types = ("Customer",)
    world.service.erp.fields["Customer"] = (NAME, PHONE, replace(NAME, label="Again"), FieldMetadata(""))
    customer = context(world, world.connection()).erp.actor("Customer")
    assert customer is not None
    assert [item.label for item in customer.fields] == ["Name", "Phone"]
    codes = [note.code for note in customer.fields[0].notes]
    assert codes == [ProblemCode.ERP_FIELD_REPEATED, ProblemCode.FIELD_KEY_MISSING]


def test_more_fields_than_anybody_maps_are_the_problem_of_their_type(world: World) -> None:
    furnish(world.service.erp).fields["Person"] = tuple(
        FieldMetadata(f"F{number}") for number in range(MOST_FIELDS + 1)
    )
    person = context(world, world.connection()).erp.actor("Person")
    assert person is not None
    assert person.problem is not None
    assert person.problem.code is ProblemCode.TOO_MANY_FIELDS


def test_a_connector_without_a_search_has_no_searchable_fields(world: World) -> None:
    missing = NotAConnector(Problem(ProblemCode.OPERATION_MISSING, {"operation": "WSGetSearchableFields"}))
    furnish(world.service.erp).faults["searchable Customer"] = missing
    customer = context(world, world.connection()).erp.actor("Customer")
    assert customer is not None
    assert (customer.problem, customer.searchable) == (None, frozenset())
    assert customer.fields


def test_a_connection_that_the_connector_lost_is_sent_again_once(world: World) -> None:
    saved = furnished(world)
    world.service.connections.clear()
    world.service.erp.asked.clear()
    read = world.workspace.read_erp(saved.id, Watch())
    assert not read.incomplete
    assert world.service.erp.asked[:2] == ["lost types", "types"]
    assert world.service.connections[saved.id]["Password"] == CANARY


def test_a_connection_that_is_lost_over_and_over_is_sent_again_only_once(world: World) -> None:
    saved = furnished(world)
    sent = world.service.operations().count("save")
    world.service.erp.before = lambda _: world.service.connections.clear()
    read = world.workspace.read_erp(saved.id, Watch())
    assert {one.problem.code for one in read.actors if one.problem} == {ProblemCode.CONNECTION_UNKNOWN}
    assert world.service.operations().count("save") == sent + 1


def test_a_copy_is_sent_before_its_erp_is_read(world: World) -> None:
    copy = world.workspace.duplicate_connection(furnished(world).id, "Copy")
    assert copy.id not in world.service.connections
    assert not world.workspace.read_erp(copy.id, Watch()).incomplete
    assert copy.id in world.service.connections
    with world.workspace._store.read() as database:
        assert state_at_connector(database, copy.id)[0].value == "yes"


def test_a_secret_that_is_lost_is_told_where_the_connection_must_be_sent(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    saved = furnished(world)
    world.service.connections.clear()
    memory_keyring.passwords.clear()
    problem = world.workspace.read_erp(saved.id, Watch()).problem
    assert problem is not None
    assert problem.code is ProblemCode.SECRET_LOST


def test_a_connector_of_a_site_says_that_it_needs_the_site(world: World) -> None:
    saved = furnished(world)
    with world.workspace._store.write() as database:
        database.exec_driver_sql("UPDATE connectors SET url = 'app://client'")
    problem = world.workspace.read_erp(saved.id, Watch()).problem
    assert problem is not None
    assert problem.code is ProblemCode.CONNECTOR_NEEDS_SITE


def test_reading_can_be_cancelled(world: World) -> None:
    saved, watch = furnished(world), Watch()
    world.service.erp.before = lambda asked: watch.cancel() if asked == "fields Person" else None
    with pytest.raises(OperationCancelled):
        world.workspace.read_erp(saved.id, watch)


def test_a_connection_that_is_gone_is_not_found(world: World) -> None:
    for ask in (world.workspace.sync_context, world.workspace.read_erp, world.workspace.list_pairs):
        with pytest.raises(NotFound):
            ask("nobody", Watch())
    with pytest.raises(NotFound):
        world.workspace.take_erp("nobody", ErpSchema())


# Reading again


def test_reading_again_takes_nothing_over(world: World) -> None:
    saved = furnished(world)
    before = context(world, saved)
    world.service.erp.fields["Customer"] = (PHONE,)
    read = world.workspace.read_erp(saved.id, Watch())
    (changes,) = compare(before.erp, read)
    assert "Name" in [item.key for item in changes.gone]
    assert context(world, saved) == before


def test_an_erp_that_stays_as_it_was_has_no_changes(world: World) -> None:
    saved = furnished(world)
    assert compare(context(world, saved).erp, world.workspace.read_erp(saved.id, Watch())) == ()


def test_what_is_taken_keeps_the_mappings_and_marks_what_is_gone(world: World) -> None:
    saved = furnished(world)
    setup = switched(changed(context(world, saved).setup, "Name", direction=Direction.TO_CRM))
    save(world, saved, setup)
    new = FieldMetadata("Email", FieldType.TEXT, "E-mail")
    world.service.erp.types = ("Person", "Customer")
    world.service.erp.fields["Customer"] = (new, PHONE)
    taken = world.workspace.take_erp(saved.id, world.workspace.read_erp(saved.id, Watch()))
    customer = taken.erp.actor("Customer")
    assert customer is not None
    assert customer.gone == {"Name", "Country"}
    assert [item.key for item in customer.present] == ["Email", "Phone"]
    assert mapping(taken.setup, "Name").direction is Direction.TO_CRM
    assert mapping(taken.setup, "Email").crm_key == ""
    assert taken == context(world, saved)
    assert [one.actor_type for one in taken.erp.actors] == ["Person", "Customer"]


def test_a_type_that_is_switched_on_and_gone_stays_to_be_switched_off(world: World) -> None:
    saved = furnished(world)
    save(world, saved, switched(context(world, saved).setup, "Project"))
    world.service.erp.types = ("Customer",)
    taken = world.workspace.take_erp(saved.id, world.workspace.read_erp(saved.id, Watch()))
    project, schema = taken.setup.actor("Project"), taken.erp.actor("Project")
    assert project is not None
    assert project.active
    assert schema is not None
    assert not schema.supported
    assert taken == context(world, saved)


def test_a_type_that_fails_when_read_again_keeps_its_fields(world: World) -> None:
    saved = furnished(world)
    world.service.erp.faults["fields Customer"] = FAULT
    taken = world.workspace.take_erp(saved.id, world.workspace.read_erp(saved.id, Watch()))
    customer = taken.erp.actor("Customer")
    assert customer is not None
    assert customer.problem is not None
    assert len(customer.fields) == len(CUSTOMER)


def test_an_active_connection_takes_nothing_over(world: World) -> None:
    saved = furnished(world)
    world.workspace.set_active(saved.id, True, Watch())
    read = world.workspace.read_erp(saved.id, Watch())
    with pytest.raises(StillInUse) as caught:
        world.workspace.take_erp(saved.id, read)
    assert caught.value.problem == Problem(ProblemCode.SETUP_LOCKED, {"name": "North"})


# Saving a connection again


def test_a_change_of_the_configuration_reads_the_erp_anew(world: World) -> None:
    saved = furnished(world)
    before = context(world, saved)
    world.workspace.erp_lists(saved.id, ["Countries"], Watch())
    save(world, saved, changed(before.setup, "Name", crm_key="", direction=Direction.NONE))
    world.service.erp.fields["Project"] = (FieldMetadata("Name", FieldType.TEXT),)
    world.service.erp.asked.clear()
    world.save(world.tested(world.opened(saved.id).with_value("File", "south.xlsx")))
    setup = context(world, saved).setup
    assert mapping(setup, "Name", "Project").crm_key == "NAME"
    assert mapping(setup, "Name").crm_key == "NAME"
    assert world.service.erp.asked[-1] == "list Countries"


def test_a_rename_asks_nothing(world: World) -> None:
    saved = furnished(world)
    world.service.erp.asked.clear()
    world.save(replace(world.workspace.connection_draft(saved.id), name="Renamed"))
    assert world.service.erp.asked == []


def moved(world: World, saved_id: str, url: str) -> None:
    other = world.connector("Other", url)
    draft = world.loaded(world.workspace.connection_draft(saved_id).with_connector(other))
    world.save(world.tested(draft.with_value("File", "x").with_secret("Password", Secret(CANARY))))


def test_another_connector_forgets_the_erp_but_no_mapping(world: World) -> None:
    saved = furnished(world)
    world.workspace.erp_lists(saved.id, ["Countries"], Watch())
    save(world, saved, switched(changed(context(world, saved).setup, "Name", direction=Direction.TO_CRM)))
    erp = world.net.at("http://other.example/c.svc").erp
    erp.types, erp.fields = ("Customer",), {"Customer": (replace(NAME, key="Phone"),)}
    moved(world, saved.id, "http://other.example/c.svc")
    now = context(world, saved)
    customer, person = now.erp.actors
    assert (customer.supported, person.supported) == (True, False)
    assert [item.key for item in customer.present] == ["Phone"]
    assert customer.gone == {"Name", "Country"}
    assert mapping(now.setup, "Name").direction is Direction.TO_CRM
    world.workspace.erp_lists(saved.id, ["Countries"], Watch())
    assert erp.asked[-1] == "list Countries"


def test_another_connector_that_is_silent_leaves_an_erp_that_was_never_read(world: World) -> None:
    saved = furnished(world)
    world.net.at("http://other.example/c.svc").erp.faults["types"] = DOWN
    moved(world, saved.id, "http://other.example/c.svc")
    now = context(world, saved)
    assert (now.erp.read_at, now.erp.problem) == (None, DOWN.problem)
    assert [one.actor_type for one in now.erp.actors] == ["Customer", "Person"]
    assert mapping(now.setup, "Name").crm_key == "NAME"


def test_of_another_connector_that_is_silent_no_field_of_the_former_counts(world: World) -> None:
    saved = furnished(world)
    save(world, saved, switched(changed(context(world, saved).setup, "Name", direction=Direction.TO_CRM)))
    world.net.at("http://other.example/c.svc").erp.faults["types"] = DOWN
    moved(world, saved.id, "http://other.example/c.svc")
    now = context(world, saved)
    customer, person = now.erp.actors
    assert (customer.present, person.present) == ((), ())
    assert customer.gone == {"Name", "Phone", "Country"}
    assert customer.searchable == frozenset()
    assert customer.by_key["Name"] == NAME
    assert mapping(now.setup, "Name").direction is Direction.TO_CRM


def test_fields_that_another_connector_says_later_are_mapped_by_themselves(world: World) -> None:
    saved = furnished(world)
    setup = changed(context(world, saved).setup, "Name", crm_key="", direction=Direction.NONE)
    save(world, saved, setup)
    erp = furnish(world.net.at("http://other.example/c.svc").erp)
    erp.faults["fields Customer"] = FAULT
    moved(world, saved.id, "http://other.example/c.svc")
    assert mapping(context(world, saved).setup, "Phone").crm_key
    erp.faults.clear()
    erp.fields["Customer"] = (NAME, PHONE, COUNTRY, FieldMetadata("New"))
    now = world.workspace.sync_context(saved.id, Watch())
    customer = now.erp.actor("Customer")
    assert customer is not None
    assert [item.key for item in customer.present] == ["Name", "Phone", "Country", "New"]
    assert customer.gone == frozenset()
    assert mapping(now.setup, "Name").crm_key == "NAME"


# Meanwhile


def test_a_reading_of_what_was_configured_before_is_dropped(world: World, path: Path, net: FakeNet) -> None:
    erp = furnish(world.service.erp)
    erp.faults["types"] = DOWN
    saved = world.connection()
    erp.faults.clear()
    other = World(open_local_workspace(str(path), secrets=SecretStore(), client=net.client), net)

    def save_meanwhile(_: str) -> None:
        erp.before = lambda _: None
        furnish(erp).types = ("Person",)
        other.save(other.tested(other.opened(saved.id).with_value("File", "south.xlsx")))
        erp.types = ("Customer", "Project")

    erp.before = save_meanwhile
    read = world.workspace.sync_context(saved.id, Watch())
    assert [one.actor_type for one in read.erp.actors] == ["Person"]
    assert read == context(world, saved)
    other.workspace.close()


def test_what_is_read_at_an_opening_is_told_once(world: World) -> None:
    erp = furnish(world.service.erp)
    erp.faults["types"] = DOWN
    saved = world.connection()
    told: list[bool] = []
    world.workspace.subscribe(lambda: told.append(True))
    world.workspace.sync_context(saved.id, Watch())
    assert told == []
    erp.faults.clear()
    world.workspace.sync_context(saved.id, Watch())
    world.workspace.sync_context(saved.id, Watch())
    assert told == [True]


def test_a_refusal_that_is_no_loss_is_told_in_the_connectors_words(world: World) -> None:
    saved = furnished(world)
    world.service.erp.faults["types"] = replace(UNKNOWN, error_code="BUSY", user_explanation="Later")
    problem = world.workspace.read_erp(saved.id, Watch()).problem
    assert problem is not None
    assert problem.params == {"explanation": "Later"}
