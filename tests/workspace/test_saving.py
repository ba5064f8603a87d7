from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.directory import Group, Scope, User
from erpsync_desktop.model.errors import (
    InvalidInput,
    NameTaken,
    NotFound,
    OperationCancelled,
    ProblemCode,
    SavedMeanwhile,
    SecretError,
    StillInUse,
)
from erpsync_desktop.model.outcome import Outcome, OutcomeState
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.watch import Stage, Watch
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.local import open_local_workspace
from tests.canary import CANARY
from tests.memory_keyring import MemoryKeyring
from tests.secrets.backends import WindowsLike
from tests.workspace.fakes import FIELDS, UNKNOWN, WRONG, FakeClient, FakeNet
from tests.workspace.world import URL, World

OTHER_URL = "http://other.example/connector.svc"


def only(world: World) -> ErpConnection:
    (connection,) = world.workspace.contents().connections
    return connection


# A new one


def test_a_new_connection_goes_to_connector_keyring_and_database(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    saved = world.connection()
    assert world.service.operations() == ["test_config", "save", "test"]
    assert world.service.connections[saved.id] == {
        "File": "north.xlsx",
        "Password": CANARY,
        "Pin": "",
        "Rows": "[I:10]",
        "Edition": "2026",
    }
    ((service, item),) = memory_keyring.passwords
    assert service == "ERP Sync Desktop"
    assert item.startswith(f"North / Password ({saved.id[:8]}·v1·")
    assert only(world) == saved
    assert saved.values == {"File": "north.xlsx", "Rows": "[I:10]", "Edition": "2026"}
    assert saved.secret_keys == {"Password"}
    assert not saved.active
    assert saved.version == 1


def test_the_test_in_the_draft_is_the_saved_connections_last_one(world: World) -> None:
    draft = world.draft(world.connector())
    assert world.save(draft).last_test == draft.result


def test_a_save_tells_its_stages(world: World) -> None:
    stages: list[Stage] = []
    world.workspace.save(world.draft(world.connector()), Watch(stages.append))
    assert stages == [Stage.SAVING, Stage.SECRETS, Stage.SAVING, Stage.READING_ERP]


def test_listeners_are_told_after_the_commit(world: World) -> None:
    draft = world.draft(world.connector())
    seen: list[int] = []
    stop = world.workspace.subscribe(lambda: seen.append(len(world.workspace.contents().connections)))
    world.save(draft)
    stop()
    stop()
    world.workspace.delete_connection(draft.id)
    assert seen == [1]


def test_a_listener_that_fails_does_not_undo_the_save(world: World, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> None:
        raise RuntimeError("a bug of a listener")

    draft = world.draft(world.connector())
    stop = world.workspace.subscribe(broken)
    assert world.save(draft) == only(world)
    assert "a bug of a listener" in caplog.text
    stop()


def test_a_warning_at_saving_is_a_success_and_becomes_the_last_test(world: World) -> None:
    draft = world.draft(world.connector())
    world.service.good = Outcome(OutcomeState.WARNING, f"read {CANARY} only", "")
    saved = world.save(draft)
    assert saved.last_test is not None
    assert saved.last_test.passed
    assert saved.last_test.outcome == Outcome(OutcomeState.WARNING, "read ••• only", "")


def test_a_name_is_saved_without_surrounding_space(world: World) -> None:
    draft = replace(world.draft(world.connector()), name="  North\t")
    assert world.save(draft).name == "North"


def test_a_name_from_right_to_left_is_kept(world: World) -> None:
    assert world.connection(name="שלום עולם").name == "שלום עולם"


@pytest.mark.parametrize("name", ["", " ", "x" * 10_000, "a\x00b", "a\nb"])
def test_a_bad_name_is_refused_and_nothing_is_done(
    world: World, memory_keyring: MemoryKeyring, name: str
) -> None:
    draft = replace(world.draft(world.connector()), name=name)
    with pytest.raises(InvalidInput):
        world.save(draft)
    assert world.service.connections == {}
    assert memory_keyring.passwords == {}
    assert world.workspace.contents().connections == ()


def test_a_draft_without_a_test_is_refused(world: World) -> None:
    draft = replace(world.draft(world.connector()), result=None, tested=None)
    with pytest.raises(InvalidInput) as caught:
        world.save(draft)
    assert caught.value.problem.code is ProblemCode.TEST_MISSING


def test_a_draft_without_a_connector_is_refused(world: World) -> None:
    with pytest.raises(InvalidInput) as caught:
        world.save(replace(world.workspace.connection_draft(), name="North"))
    assert caught.value.problem.code is ProblemCode.CONNECTOR_MISSING


def test_a_name_that_was_given_meanwhile_is_refused_before_the_connector_is_told(world: World) -> None:
    connector = world.connector()
    draft = world.draft(connector, "North")
    world.connection(connector, "NORTH")
    world.service.calls.clear()
    with pytest.raises(NameTaken):
        world.save(draft)
    assert world.service.calls == []


def test_a_name_that_is_given_during_the_save_undoes_it(world: World, memory_keyring: MemoryKeyring) -> None:
    connector = world.connector()
    first, second = world.draft(connector, "North"), world.draft(connector, "North")

    def overtake(operation: str) -> None:
        if operation == "test":
            world.service.before = lambda _: None
            world.save(first)

    world.service.before = overtake
    with pytest.raises(NameTaken):
        world.save(second)
    assert set(world.service.connections) == {first.id}
    assert len(memory_keyring.passwords) == 1
    assert [connection.id for connection in world.workspace.contents().connections] == [first.id]


def test_saving_a_new_draft_twice_is_refused(world: World) -> None:
    draft = world.draft(world.connector())
    saved = world.save(draft)
    with pytest.raises(SavedMeanwhile) as caught:
        world.save(draft)
    assert caught.value.theirs == saved


def test_a_connector_that_was_deleted_meanwhile_is_named(world: World) -> None:
    connector = world.connector()
    draft = world.draft(connector)
    world.workspace.delete_connector(connector.id)
    with pytest.raises(NotFound) as caught:
        world.save(draft)
    assert caught.value.problem.code is ProblemCode.CONNECTOR_DELETED
    assert caught.value.problem.field == "connector"


def test_a_connector_whose_address_changed_meanwhile_is_not_the_one_that_was_tested(world: World) -> None:
    connector = world.connector()
    draft = world.draft(connector)
    moved = world.workspace.save_connector(
        replace(world.workspace.connector_draft(connector.id), url=OTHER_URL)
    )
    with pytest.raises(SavedMeanwhile) as caught:
        world.save(draft)
    assert caught.value.theirs == moved


def test_a_connector_that_lost_the_connection_at_once_gets_it_again(world: World) -> None:
    draft = world.draft(world.connector())
    world.service.faults["test"] = [UNKNOWN]
    world.save(draft)
    assert world.service.operations() == ["test_config", "save", "test", "save", "test"]


# An edited one


def test_renaming_calls_no_connector_and_keeps_the_last_test(world: World) -> None:
    saved = world.connection()
    world.service.calls.clear()
    draft = replace(world.workspace.connection_draft(saved.id), name="South", description="new")
    renamed = world.save(draft)
    assert world.service.calls == []
    expected = replace(saved, name="South", description="new", version=2)
    assert renamed == expected == only(world)


def test_a_renamed_connection_finds_its_secret(world: World) -> None:
    saved = world.connection()
    world.save(replace(world.workspace.connection_draft(saved.id), name="South"))
    assert world.workspace.connection_draft(saved.id).stored == {"Password"}


def test_a_secret_that_was_saved_empty_stays_so_when_another_value_changes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = world.connection()
    fields = tuple(replace(item, default="factory") if item.key == "Pin" else item for item in FIELDS)
    monkeypatch.setattr(FakeClient, "get_config_data", lambda *_: fields)
    world.save(world.tested(world.opened(saved.id).with_value("File", "south.xlsx")))
    assert world.service.connections[saved.id]["Pin"] == ""


def test_whoever_was_removed_meanwhile_is_not_in_the_scope(world: World) -> None:
    saved = world.connection()
    gone, stays = (world.workspace.save_user(User("", name)).id for name in ("anna", "bea"))
    draft = world.workspace.connection_draft(saved.id)
    draft = replace(draft, scope=Scope(False, user_ids=frozenset({gone, stays})))
    world.workspace.remove_from_directory(frozenset({gone}))
    assert world.save(draft).scope == Scope(False, user_ids=frozenset({stays}))


def test_a_scope_whose_every_member_was_removed_meanwhile_is_refused(world: World) -> None:
    group = world.workspace.save_group(Group("", "Sales"))
    draft = replace(world.draft(world.connector()), scope=Scope(False, frozenset({group.id})))
    world.workspace.remove_from_directory(frozenset({group.id}))
    with pytest.raises(InvalidInput) as caught:
        world.save(draft)
    assert [problem.code for problem in caught.value.problems] == [ProblemCode.SCOPE_EMPTY]
    assert world.service.connections == {}


def test_half_a_character_in_a_description_is_replaced(world: World) -> None:
    draft = replace(world.draft(world.connector()), description="north \ud800 \ud83c\udfed")
    assert world.save(draft).description == "north \ufffd 🏭"


def test_the_scope_changes_without_the_connector(world: World) -> None:
    saved = world.connection()
    groups = [world.workspace.save_group(Group("", name)).id for name in ("Sales", "Service")]
    scope = Scope(False, frozenset(groups), frozenset({world.workspace.save_user(User("", "bea")).id}))
    world.service.calls.clear()
    rescoped = world.save(replace(world.workspace.connection_draft(saved.id), scope=scope))
    assert rescoped.scope == scope == only(world).scope
    assert world.service.calls == []


def test_a_failed_test_of_an_unchanged_configuration_is_remembered_with_the_save(world: World) -> None:
    saved = world.connection()
    world.service.faults["test_config"] = [WRONG]
    renamed = world.save(world.tested(world.opened(saved.id)))
    assert renamed.last_test is not None
    assert renamed.last_test.outcome == WRONG


def test_a_changed_value_goes_to_the_connector_with_the_stored_secret(world: World) -> None:
    saved = world.connection()
    draft = world.tested(world.opened(saved.id).with_value("File", "south.xlsx"))
    world.service.calls.clear()
    changed = world.save(draft)
    assert world.service.operations() == ["save", "test"]
    assert world.service.connections[saved.id]["File"] == "south.xlsx"
    assert world.service.connections[saved.id]["Password"] == CANARY
    assert changed.values["File"] == "south.xlsx"
    assert changed.secret_keys == {"Password"}
    assert changed.last_test == draft.result


def test_a_new_password_replaces_the_entry_of_the_old_one(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    saved = world.connection()
    draft = world.opened(saved.id).with_secret("Password", Secret("another"))
    world.save(world.tested(draft))
    assert list(memory_keyring.passwords.values()) == ["another"]
    ((_, item),) = memory_keyring.passwords
    assert "·v2·" in item
    assert world.service.connections[saved.id]["Password"] == "another"


def test_a_second_save_of_the_same_version_is_refused_with_both_versions(world: World) -> None:
    saved = world.connection()
    mine = replace(world.workspace.connection_draft(saved.id), name="Mine")
    theirs = world.save(replace(world.workspace.connection_draft(saved.id), name="Theirs"))
    with pytest.raises(SavedMeanwhile) as caught:
        world.save(mine)
    assert caught.value.theirs == theirs
    assert only(world) == theirs


def test_an_edit_that_is_overtaken_during_the_save_is_undone(world: World) -> None:
    saved = world.connection()
    mine = world.tested(world.opened(saved.id).with_value("File", "mine.xlsx"))
    theirs = replace(world.workspace.connection_draft(saved.id), name="Theirs")

    def overtake(operation: str) -> None:
        if operation == "test":
            world.service.before = lambda _: None
            world.save(theirs)

    world.service.before = overtake
    with pytest.raises(SavedMeanwhile):
        world.save(mine)
    assert world.service.connections[saved.id]["File"] == "north.xlsx"
    assert only(world).name == "Theirs"


def test_an_edit_that_is_overtaken_by_another_leaves_the_connector_with_the_others_values(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    saved = world.connection()
    mine = world.tested(world.opened(saved.id).with_value("File", "mine.xlsx"))
    theirs = world.opened(saved.id).with_value("File", "theirs.xlsx")
    theirs = world.tested(theirs.with_secret("Password", Secret("theirs")))

    def overtake(operation: str) -> None:
        if operation == "test":
            world.service.before = lambda _: None
            world.save(theirs)

    world.service.before = overtake
    with pytest.raises(SavedMeanwhile):
        world.save(mine)
    assert world.service.connections[saved.id]["File"] == "theirs.xlsx"
    assert world.service.connections[saved.id]["Password"] == "theirs"
    assert list(memory_keyring.passwords.values()) == ["theirs"]
    world.service.calls.clear()
    assert world.workspace.test_saved(saved.id, Watch()).passed
    assert world.service.operations() == ["test"]


def test_a_new_draft_that_is_saved_twice_at_once_stays_at_the_connector(world: World) -> None:
    draft = world.draft(world.connector())

    def overtake(operation: str) -> None:
        if operation == "test":
            world.service.before = lambda _: None
            world.save(draft)

    world.service.before = overtake
    with pytest.raises(SavedMeanwhile):
        world.save(draft)
    assert set(world.service.connections) == {only(world).id}


def test_a_save_during_which_somebody_else_sent_old_values_is_sent_again_before_the_erp_is_read(
    world: World,
) -> None:
    saved = world.connection()
    draft = world.tested(world.opened(saved.id).with_value("File", "south.xlsx"))

    def interfere(operation: str) -> None:
        if operation == "test":
            world.service.before = lambda _: None
            world.workspace.test_saved(saved.id, Watch())  # it sees an unsure connector, and sends

    world.service.before = interfere
    world.save(draft)
    sent = [guid for operation, guid in world.service.calls if operation == "save"]
    assert sent == [saved.id] * 4  # the first save, this one, the other's, this one again
    assert world.service.connections[saved.id]["File"] == "south.xlsx"


def test_old_values_that_a_slow_test_sends_after_a_save_are_put_right_by_the_next_test(world: World) -> None:
    saved = world.connection()
    draft = world.tested(world.opened(saved.id).with_value("File", "south.xlsx"))
    world.service.connections.clear()

    def overtake(operation: str) -> None:
        if operation == "test":
            world.service.before = lambda _: None
            world.save(draft)
            world.service.connections.clear()

    world.service.before = overtake
    world.workspace.test_saved(saved.id, Watch())
    assert world.service.connections[saved.id]["File"] == "north.xlsx"
    assert world.workspace.test_saved(saved.id, Watch()).passed
    assert world.service.connections[saved.id]["File"] == "south.xlsx"


def test_a_connection_that_was_purged_meanwhile_is_not_found(world: World) -> None:
    saved = world.connection()
    draft = replace(world.workspace.connection_draft(saved.id), name="South")
    world.workspace.delete_connection(saved.id)
    with pytest.raises(NotFound):
        world.save(draft)
    world.workspace.purge_connection(saved.id, Watch())
    with pytest.raises(NotFound):
        world.save(draft)


def test_an_active_connection_can_be_renamed_but_not_configured(world: World) -> None:
    saved = world.connection()
    draft = world.tested(world.opened(saved.id).with_value("File", "south.xlsx"))
    assert world.workspace.set_active(saved.id, True, Watch()) == ()
    active = only(world)
    with pytest.raises(StillInUse) as caught:
        world.save(replace(draft, original=active))
    assert caught.value.problem.code is ProblemCode.CONNECTION_ACTIVE
    renamed = world.save(replace(world.workspace.connection_draft(saved.id), name="South"))
    assert renamed.active


# Another connector


def test_a_connection_moves_to_another_connector(world: World, memory_keyring: MemoryKeyring) -> None:
    saved = world.connection()
    other = world.connector("Other", OTHER_URL)
    draft = world.loaded(world.opened(saved.id).with_connector(other))
    draft = draft.with_value("File", "o.xlsx").with_secret("Pin", Secret("pin-of-other"))
    moved = world.save(world.tested(draft))
    assert moved.connector_id == other.id
    assert world.service.connections == {}
    assert set(world.net.at(OTHER_URL).connections) == {saved.id}
    assert list(memory_keyring.passwords.values()) == ["pin-of-other"]
    assert moved.secret_keys == {"Pin"}


@pytest.mark.parametrize("answer", [WRONG, OperationCancelled()])
def test_that_a_former_connector_was_not_told_is_kept(
    world: World, caplog: pytest.LogCaptureFixture, answer: Outcome | Exception
) -> None:
    saved = world.connection()
    draft = world.loaded(world.opened(saved.id).with_connector(world.connector("Other", OTHER_URL)))
    draft = world.tested(draft.with_value("File", "o.xlsx"))
    world.service.faults["delete"] = [answer]
    world.save(draft)
    assert "could not be told" in caplog.text
    with world.workspace._store.read() as database:
        rows = database.exec_driver_sql("SELECT what, subject_name FROM changes ORDER BY id DESC LIMIT 1")
        assert tuple(rows.one()) == ("former connector not told", "Connector of North")


def test_two_connectors_of_one_address_are_one_service(world: World) -> None:
    saved = world.connection()
    twin = world.connector("Twin", URL)
    draft = world.loaded(world.opened(saved.id).with_connector(twin)).with_value("File", "t.xlsx")
    world.save(world.tested(draft))
    assert world.service.connections[saved.id]["File"] == "t.xlsx"
    assert "delete" not in world.service.operations()


# Secrets


def test_without_a_keyring_nothing_is_sent(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = world.draft(world.connector())

    def locked(*_: object) -> None:
        raise KeyringLocked("locked")

    monkeypatch.setattr(MemoryKeyring, "set_password", locked)
    with pytest.raises(SecretError) as caught:
        world.save(draft)
    assert caught.value.problem.code is ProblemCode.KEYRING_LOCKED
    assert world.service.connections == {}
    assert world.workspace.contents().connections == ()


def test_a_secret_for_the_session_is_not_in_the_keyring(world: World, memory_keyring: MemoryKeyring) -> None:
    saved = world.save(world.draft(world.connector()), for_session=True)
    assert memory_keyring.passwords == {}
    draft = world.workspace.connection_draft(saved.id)
    assert draft.stored == {"Password"}
    assert draft.secret_problem is None


def test_a_secret_for_the_session_is_lost_at_the_next_start(world: World, path: Path) -> None:
    saved = world.save(world.draft(world.connector()), for_session=True)
    world.workspace.close()
    again = open_local_workspace(str(path), secrets=SecretStore(), client=world.net.client)
    draft = again.connection_draft(saved.id)
    assert draft.lost == {"Password"}
    assert draft.stored == frozenset()
    assert again.save(replace(draft, name="South"), Watch()).name == "South"
    again.close()


def test_a_long_secret_is_saved_and_removed_where_windows_keeps_it(path: Path, net: FakeNet) -> None:
    locker = WindowsLike()
    world = World(open_local_workspace(str(path), secrets=SecretStore(locker), client=net.client), net)
    saved = world.connection(world.connector(), "𝔸" * 255, "ü" * 5_000)
    assert len(locker.passwords) == 6
    assert world.workspace.connection_draft(saved.id).stored == {"Password"}
    world.workspace.delete_connection(saved.id)
    world.workspace.purge_connection(saved.id, Watch())
    assert locker.passwords == {}
    world.workspace.close()


def test_a_secret_that_is_too_long_is_refused_before_anything_is_saved(world: World) -> None:
    draft = world.draft(world.connector(), password="x" * 40_000)
    world.service.calls.clear()
    with pytest.raises(SecretError) as caught:
        world.save(draft)
    assert caught.value.problem.code is ProblemCode.SECRET_TOO_LONG
    assert caught.value.problem.params["label"] == 'US:"Password";GE:"Kennwort"'
    assert world.service.calls == []


def test_a_kept_secret_that_is_gone_is_named_at_its_field(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    saved = world.connection()
    draft = world.tested(world.opened(saved.id).with_value("File", "south.xlsx"))
    memory_keyring.passwords.clear()
    with pytest.raises(SecretError) as caught:
        world.save(draft)
    assert caught.value.problem.code is ProblemCode.SECRET_LOST
    assert caught.value.problem.field == "field:Password"
    assert world.service.connections[saved.id]["File"] == "north.xlsx"


def test_a_lost_secret_can_be_typed_again(world: World, memory_keyring: MemoryKeyring) -> None:
    saved = world.connection()
    memory_keyring.passwords.clear()
    draft = world.opened(saved.id)
    assert draft.lost == {"Password"}
    world.save(world.tested(draft.with_secret("Password", Secret("again"))))
    assert list(memory_keyring.passwords.values()) == ["again"]


def test_a_connection_with_a_lost_secret_can_be_renamed(world: World, memory_keyring: MemoryKeyring) -> None:
    saved = world.connection()
    memory_keyring.passwords.clear()
    renamed = world.save(replace(world.workspace.connection_draft(saved.id), name="South"))
    assert renamed.secret_keys == {"Password"}
