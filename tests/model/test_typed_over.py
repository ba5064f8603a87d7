from dataclasses import replace

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.draft import ConnectionDraft

ONE = SyncConnector("c1", "One", "https://one.example.com")
TWO = SyncConnector("c2", "Two", "https://two.example.com")
SAVED = ErpConnection("guid", "c1", "Finance", values={"a": "1"}, secret_keys=frozenset({"p"}))
THEIRS = replace(SAVED, name="Theirs", values={"a": "2"}, secret_keys=frozenset({"p", "q"}), version=9)


def fresh() -> ConnectionDraft:
    return ConnectionDraft.of(THEIRS, ONE, taken=frozenset({"other"}))


def test_what_is_typed_stays_and_the_row_is_theirs() -> None:
    mine = replace(ConnectionDraft.of(SAVED, ONE), name="Mine").typed_over(fresh())
    assert (mine.name, mine.values) == ("Mine", {"a": "1"})
    assert mine.original == THEIRS
    assert mine.taken == {"other"}


def test_a_configuration_that_differs_from_theirs_needs_a_test() -> None:
    mine = ConnectionDraft.of(SAVED, ONE)
    assert not mine.configuration_changed
    assert mine.typed_over(fresh()).configuration_changed
    assert not mine.typed_over(fresh()).test_counts


def test_the_same_configuration_as_theirs_needs_none() -> None:
    mine = ConnectionDraft.of(THEIRS, ONE)
    assert mine.typed_over(fresh()).test_counts


def test_secrets_stored_meanwhile_count_for_the_same_connector_only() -> None:
    mine = ConnectionDraft.of(SAVED, ONE)
    assert mine.typed_over(fresh()).stored == {"p", "q"}
    assert mine.with_connector(TWO).typed_over(fresh()).stored == frozenset()
