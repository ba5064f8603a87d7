"""The connection draft by example: what is said when, editing, secrets, big forms."""

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.directory import Scope
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata
from erpsync_desktop.model.outcome import ConnectionTest, Outcome, OutcomeState
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.values import FieldType

CONNECTOR = SyncConnector("c", "Connector", "https://erp.example/connector.svc")
OTHER = SyncConnector("o", "Other", "https://erp.example/other.svc")
SERVER = FieldMetadata("Server", FieldType.TEXT, access=FieldAccess.MANDATORY, max_length=20)
PASSWORD = FieldMetadata("Password", FieldType.PASSWORD, access=FieldAccess.MANDATORY, max_length=8)
PORT = FieldMetadata("Port", FieldType.INTEGER, default="[I:80]")
SINCE = FieldMetadata("Since", FieldType.DATETIME, default="[DT:12/31/2013 23:59:59.1234567]")
NOTE = FieldMetadata("Note", FieldType.LABEL, default="never sent")
VERSION = FieldMetadata("Version", FieldType.TEXT, default="7", access=FieldAccess.READ_ONLY)
FORM = (NOTE, SERVER, PASSWORD, PORT, SINCE, VERSION)
PASSED = ConnectionTest(datetime.now(UTC), 0.1, Outcome())
FAILED = ConnectionTest(datetime.now(UTC), 0.1, Outcome(OutcomeState.ERROR))
SAVED = ErpConnection(
    "guid", "c", "ERP", values={"Server": "srv", "Port": "[I:81]"}, secret_keys=frozenset({"Password"})
)
Code = ProblemCode


def new() -> ConnectionDraft:
    return ConnectionDraft("guid", name="ERP", connector=CONNECTOR).with_fields(FORM)


def filled() -> ConnectionDraft:
    return new().with_value("Server", "srv").with_secret("Password", Secret("pw"))


def proven() -> ConnectionDraft:
    return filled().with_test(PASSED, filled())


def opened(**changes: object) -> ConnectionDraft:
    return ConnectionDraft.of(replace(SAVED, **changes), CONNECTOR)  # type: ignore[arg-type]


def codes(draft: ConnectionDraft) -> list[ProblemCode]:
    return [problem.code for problem in draft.missing()]


def test_an_empty_draft_names_what_is_missing_in_the_order_of_the_dialog() -> None:
    draft = ConnectionDraft("guid", scope=Scope(everyone=False), description="x" * 5000)
    assert [problem.field for problem in draft.missing()] == ["name", "connector", "scope", "description"]


def test_each_field_that_is_missing_or_wrong_is_named_in_rank_order() -> None:
    draft = new().with_value("Port", "[I:x]").with_value("Since", "never")
    assert [(problem.field, problem.code) for problem in draft.missing()] == [
        ("field:Server", Code.FIELD_MISSING),
        ("field:Password", Code.FIELD_MISSING),
        ("field:Port", Code.FIELD_NOT_AN_INTEGER),
        ("field:Since", Code.FIELD_NOT_A_DATE),
    ]
    assert draft.untestable() == draft.missing()


def test_a_test_is_asked_for_last() -> None:
    assert codes(filled()) == [Code.TEST_MISSING]
    assert filled().untestable() == ()


def test_a_passed_test_opens_ok() -> None:
    assert codes(proven()) == []
    assert proven().test_counts


@pytest.mark.parametrize("state", [OutcomeState.OK, OutcomeState.INFO, OutcomeState.WARNING])
def test_info_and_warning_count_as_passed(state: OutcomeState) -> None:
    result = ConnectionTest(datetime.now(UTC), 0.1, Outcome(state))
    assert codes(filled().with_test(result, filled())) == []


def test_a_failed_test_and_an_outdated_one_are_told_apart() -> None:
    assert codes(filled().with_test(FAILED, filled())) == [Code.TEST_FAILED]
    assert codes(proven().with_value("Server", "other")) == [Code.TEST_OUTDATED]


def test_going_back_to_the_tested_values_counts_again() -> None:
    there = proven().with_value("Server", "other").with_secret("Password", Secret("other"))
    assert codes(there.with_value("Server", "srv").with_secret("Password", Secret("pw"))) == []


def test_a_late_result_counts_only_for_the_values_that_were_tested() -> None:
    older = filled()
    newer = older.with_value("Server", "new")
    assert codes(newer.with_test(PASSED, older)) == [Code.TEST_OUTDATED]


def test_a_late_result_does_not_displace_the_one_for_these_values() -> None:
    older = filled()
    newer = older.with_value("Server", "new")
    newer = newer.with_test(PASSED, newer)
    assert codes(newer.with_test(FAILED, older)) == []


def test_a_text_that_is_no_value_stands_in_the_way_until_it_is_put_right() -> None:
    bad = proven().with_invalid("Port", PORT.misread("eighty"))
    assert codes(bad) == [Code.FIELD_NOT_AN_INTEGER]
    assert not bad.test_counts
    assert bad.configuration_changed
    assert codes(bad.with_value("Port", "[I:80]")) == []


def test_the_connector_with_another_address_keeps_what_was_typed_and_loads_again() -> None:
    moved = proven().with_connector(replace(CONNECTOR, url="https://new.example/"))
    assert codes(moved) == [Code.FIELDS_NOT_LOADED]
    assert codes(moved.with_fields(FORM)) == [Code.TEST_OUTDATED]


def test_the_same_connector_renamed_changes_nothing() -> None:
    assert codes(proven().with_connector(replace(CONNECTOR, name="Renamed", version=2))) == []


def test_another_connector_starts_afresh_and_the_first_comes_back_as_it_was() -> None:
    away = proven().with_connector(OTHER)
    assert (away.values, away.secrets, codes(away)) == ({}, {}, [Code.FIELDS_NOT_LOADED])
    assert codes(away.with_fields(()).with_connector(CONNECTOR).with_fields(FORM)) == []


def test_an_app_connector_cannot_be_called_from_here() -> None:
    site = replace(CONNECTOR, url="app://0123")
    assert codes(ConnectionDraft("guid", name="ERP", connector=site)) == [Code.CONNECTOR_NEEDS_SITE]


def test_defaults_travel_as_they_came_and_labels_do_not() -> None:
    assert new().values == {
        "Server": "",
        "Port": "[I:80]",
        "Since": "[DT:12/31/2013 23:59:59.1234567]",
        "Version": "7",
    }


def test_a_default_of_a_secret_field_is_as_good_as_typed_and_shows_nowhere() -> None:
    form = (replace(PASSWORD, default="hunter2"), FieldMetadata("Odd", FieldType.UNKNOWN, default="x"))
    draft = ConnectionDraft("guid", name="ERP", connector=CONNECTOR).with_fields(form)
    assert draft.secrets == {"Password": Secret("hunter2"), "Odd": Secret("x")}
    assert draft.values == {}
    assert "hunter2" not in repr(draft)


def test_typed_values_stay_when_the_fields_are_loaded_again() -> None:
    again = proven().without_fields().with_fields((*FORM, FieldMetadata("New", default="x")))
    assert (again.values["Server"], again.secrets["Password"]) == ("srv", Secret("pw"))
    assert again.values["New"] == "x"
    assert codes(again) == [Code.TEST_OUTDATED]


def test_a_field_that_the_connector_no_longer_asks_for_is_not_sent() -> None:
    draft = filled().with_invalid("Port", PORT.misread("x")).with_fields((SERVER,))
    assert (draft.values, draft.secrets, draft.invalid) == ({"Server": "srv"}, {}, {})


def test_a_field_that_became_read_only_no_longer_stands_in_the_way() -> None:
    draft = proven().with_invalid("Port", PORT.misread("x"))
    locked = draft.with_fields(
        (SERVER, PASSWORD, replace(PORT, access=FieldAccess.READ_ONLY), SINCE, VERSION)
    )
    assert locked.invalid == {}
    assert codes(locked) == []


def test_read_only_values_are_the_connectors_in_a_new_draft_and_the_saved_in_an_edited_one() -> None:
    assert new().with_value("Version", "mine").with_fields(FORM).values["Version"] == "7"
    old = opened(values={**SAVED.values, "Version": "6"})
    assert old.with_fields(FORM).values["Version"] == "6"


def test_a_mandatory_number_out_of_form_is_called_that_and_not_missing() -> None:
    form = (replace(PORT, access=FieldAccess.MANDATORY),)
    draft = ConnectionDraft("guid", name="ERP", connector=CONNECTOR).with_fields(form)
    assert codes(draft.with_value("Port", "x")) == [Code.FIELD_NOT_AN_INTEGER]
    assert codes(draft.with_value("Port", "[I:]")) == [Code.FIELD_MISSING]


def test_a_secret_too_long_for_its_field_is_named_without_being_shown() -> None:
    problem = filled().with_secret("Password", Secret("123456789")).missing()[0]
    assert (problem.code, problem.params["length"], problem.params["limit"]) == (Code.FIELD_TOO_LONG, 9, 8)
    assert "123456789" not in repr(problem)


# Editing


def test_a_saved_connection_opens_complete_even_without_its_connector_or_fields() -> None:
    assert codes(opened()) == []
    assert codes(ConnectionDraft.of(SAVED, None)) == []
    assert not opened().is_new
    assert not opened().configuration_changed


def test_an_edited_connection_can_be_renamed_and_rescoped_without_a_test() -> None:
    renamed = replace(opened(), name="Other name", scope=Scope(everyone=False, user_ids=frozenset({"u"})))
    assert codes(renamed) == []
    assert not renamed.configuration_changed


def test_a_new_field_of_the_connector_does_not_bar_renaming() -> None:
    draft = opened().with_fields((*FORM, FieldMetadata("New", access=FieldAccess.MANDATORY)))
    assert codes(draft) == []
    assert codes(draft.with_value("Port", "[I:82]")) == [Code.FIELD_MISSING]


def test_a_changed_value_of_a_saved_connection_asks_for_a_test_and_the_saved_one_does_not() -> None:
    draft = opened().with_fields(FORM).with_value("Port", "[I:82]")
    assert codes(draft) == [Code.TEST_MISSING]
    assert codes(draft.with_value("Port", "[I:81]")) == []


def test_a_stored_secret_counts_as_filled_until_typed_over_and_again_when_cleared() -> None:
    draft = opened().with_fields(FORM)
    typed = draft.with_secret("Password", Secret("pw"))
    assert typed.configuration.kept == frozenset()
    assert codes(typed) == [Code.TEST_MISSING]
    assert codes(typed.with_secret("Password", Secret(""))) == []
    assert draft.with_secret("Password", Secret("")).configuration.kept == {"Password"}


def test_a_default_does_not_replace_a_stored_or_lost_secret() -> None:
    form = (replace(PASSWORD, default="default"),)
    lost = ConnectionDraft.of(SAVED, CONNECTOR, lost=frozenset({"Password"}))
    assert opened().with_fields(form).secrets == {}
    assert lost.with_fields(form).secrets == {}


def test_a_default_does_not_fill_a_secret_that_was_saved_empty() -> None:
    form = (replace(PASSWORD, default="default", access=FieldAccess.NORMAL), PORT)
    saved = replace(SAVED, secret_keys=frozenset())
    draft = ConnectionDraft.of(saved, CONNECTOR, left_empty=frozenset({"Password"})).with_fields(form)
    assert draft.with_value("Port", "[I:82]").configuration.secrets == {}
    back = draft.with_connector(OTHER).with_connector(CONNECTOR).with_fields(form)
    assert back.configuration.secrets == {}
    assert draft.with_secret("Password", Secret("pw")).configuration.secrets == {"Password": Secret("pw")}


def test_a_default_of_a_secret_that_was_deleted_does_not_come_back() -> None:
    form = (replace(PASSWORD, default="default"),)
    draft = ConnectionDraft("guid", connector=CONNECTOR).with_fields(form).with_secret("Password", Secret(""))
    assert draft.without_fields().with_fields(form).secrets == {}


@pytest.mark.parametrize(
    ("kind", "retyped"), [(FieldType.TEXT, FieldType.PASSWORD), (FieldType.PASSWORD, FieldType.TEXT)]
)
def test_a_field_that_became_a_secret_or_ceased_to_be_one_starts_anew(
    kind: FieldType, retyped: FieldType
) -> None:
    is_secret = kind is FieldType.PASSWORD
    values, secret_keys = ({}, frozenset({"Key"})) if is_secret else ({"Key": "typed"}, frozenset())
    draft = opened(values=values, secret_keys=secret_keys).with_fields((FieldMetadata("Key", retyped),))
    assert draft.configuration.kept == frozenset()
    assert draft.configuration.values == ({"Key": ""} if is_secret else {})
    assert codes(draft) == []


def test_a_lost_secret_does_not_bar_renaming_and_is_asked_for_once_something_changes() -> None:
    draft = ConnectionDraft.of(SAVED, CONNECTOR, lost=frozenset({"Password"})).with_fields(FORM)
    assert codes(draft) == []
    changed = draft.with_value("Port", "[I:82]")
    assert codes(changed) == [Code.SECRET_LOST]
    assert codes(changed.with_secret("Password", Secret("pw"))) == [Code.TEST_MISSING]


def test_stored_secrets_go_on_the_shelf_with_their_connector() -> None:
    draft = opened().with_fields(FORM)
    away = draft.with_connector(OTHER)
    assert away.stored == frozenset()
    assert away.with_connector(CONNECTOR).stored == {"Password"}


def test_an_optional_secret_may_stay_empty() -> None:
    form = (replace(PASSWORD, access=FieldAccess.NORMAL),)
    draft = ConnectionDraft("guid", name="ERP", connector=CONNECTOR).with_fields(form)
    assert codes(draft) == [Code.TEST_MISSING]


def test_an_active_connection_is_locked() -> None:
    assert opened(active=True).locked
    assert not opened().locked
    assert not new().locked


def test_why_the_keyring_could_not_be_asked_is_kept() -> None:
    problem = Problem(Code.KEYRING_LOCKED)
    assert ConnectionDraft.of(SAVED, CONNECTOR, secret_problem=problem).secret_problem == problem


def test_no_typed_secret_shows_in_the_draft_or_its_configuration() -> None:
    draft = new().with_secret("Password", Secret("hunter2"))
    draft = draft.with_test(PASSED, draft)
    assert "hunter2" not in repr(draft)
    assert "hunter2" not in repr(draft.configuration)


def test_drafts_are_frozen_and_equal_ones_hash_alike() -> None:
    with pytest.raises(AttributeError):
        new().name = "x"  # type: ignore[misc]
    assert hash(filled()) == hash(filled())
    assert len({filled(), filled(), proven()}) == 2


def test_a_changed_copy_leaves_the_first_as_it_was() -> None:
    first = new()
    first.with_value("Server", "x").with_secret("Password", Secret("x")).with_invalid("Port", PORT.missing())
    assert (first.values["Server"], first.secrets, first.invalid) == ("", {}, {})


VALUES = {
    FieldType.TEXT: "text",
    FieldType.INTEGER: "[I:5]",
    FieldType.DOUBLE: "[F:2.5]",
    FieldType.DATETIME: "[DT:12/31/2013 23:59:59.0000000]",
    FieldType.CHECKBOX: "[I:1]",
    FieldType.LIST: "key",
    FieldType.PASSWORD: "pw",
}


def test_a_form_of_2000_fields_is_judged_between_two_keystrokes() -> None:
    kinds = [*VALUES] * 286
    form = tuple(
        FieldMetadata(f"k{i}", kind, default=VALUES[kind], access=FieldAccess.MANDATORY)
        for i, kind in enumerate(kinds[:2000])
    )
    draft = ConnectionDraft("guid", name="ERP", connector=CONNECTOR).with_fields(form)

    def keystroke() -> float:
        start = time.process_time()
        assert codes(draft.with_value("k0", "other")) == [Code.TEST_MISSING]
        return time.process_time() - start

    assert (
        min(keystroke() for _ in range(9)) < 0.1
    )  # 6 ms where it was written; coverage takes five times that


def test_many_stored_secrets_do_not_slow_the_loading_of_fields() -> None:
    form = tuple(FieldMetadata(f"k{i}", FieldType.PASSWORD, default="x") for i in range(5000))
    saved = replace(SAVED, secret_keys=frozenset(item.key for item in form))
    start = time.process_time()
    ConnectionDraft.of(saved, CONNECTOR).with_fields(form)
    assert time.process_time() - start < 0.2
