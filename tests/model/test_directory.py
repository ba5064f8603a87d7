"""Whom a connection is for."""

from erpsync_desktop.model.directory import Directory, Group, Scope, User

DIRECTORY = Directory(
    groups=(Group("g1", "Sales"), Group("g2", "Support")),
    users=(User("u1", "ann", "Ann Ahlers"), User("u2", "bob")),
)
CHOICE = Scope(everyone=False, group_ids=frozenset({"g2"}), user_ids=frozenset({"u1", "u2"}))


def test_everyone_is_somebody_and_an_empty_choice_is_nobody() -> None:
    assert Scope().names_somebody
    assert CHOICE.names_somebody
    assert Scope(everyone=False, group_ids=frozenset({"g1"})).names_somebody
    assert not Scope(everyone=False).names_somebody


def test_switching_to_everyone_and_back_keeps_the_choice() -> None:
    assert CHOICE.for_everyone(True).everyone
    assert CHOICE.for_everyone(True).for_everyone(False) == CHOICE


def test_the_chosen_are_named_groups_first_by_full_name_where_there_is_one() -> None:
    assert CHOICE.names(DIRECTORY) == ("Support", "Ann Ahlers", "bob")


def test_those_gone_from_the_directory_are_counted_and_not_named() -> None:
    scope = Scope(everyone=False, group_ids=frozenset({"g1", "gone"}), user_ids=frozenset({"u9"}))
    assert scope.names(DIRECTORY) == ("Sales",)
    assert scope.gone(DIRECTORY) == 2
    assert CHOICE.gone(DIRECTORY) == 0
