"""A connector that does not answer any more is not asked on and on."""

from __future__ import annotations

import pytest

from erpsync_desktop.model.errors import ConnectorUnreachable, Problem, ProblemCode
from erpsync_desktop.model.outcome import Outcome, OutcomeState
from erpsync_desktop.model.watch import Watch
from tests.memory_keyring import MemoryKeyring
from tests.workspace.erp_content import context, furnish, furnished
from tests.workspace.world import World

SILENT = ConnectorUnreachable(Problem(ProblemCode.ANSWER_TIMEOUT, {"host": "erp.example", "seconds": 60}))
REFUSED = Outcome(OutcomeState.ERROR, "No licence", "", "LICENCE")
LISTS = [f"L{number}" for number in range(5)]


def test_where_one_list_gets_no_answer_the_others_are_not_asked(world: World) -> None:
    saved = furnished(world)
    world.service.erp.faults["list L1"] = SILENT
    world.service.erp.asked.clear()
    read = world.workspace.erp_lists(saved.id, LISTS, Watch())
    assert world.service.erp.asked == ["list L0", "list L1"]
    assert [one.problem for one in read.values()] == [None, *[SILENT.problem] * 4]


def test_where_one_type_gets_no_answer_the_others_are_not_asked(world: World) -> None:
    erp = furnish(world.service.erp)
    erp.faults["fields Customer"] = SILENT
    saved = world.connection()
    assert erp.asked == ["types", "fields Customer"]
    customer, person, *_ = context(world, saved).erp.actors
    assert (customer.problem, person.problem) == (SILENT.problem, SILENT.problem)


def test_a_refusal_is_of_one_list_only(world: World) -> None:
    saved = furnished(world)
    world.service.erp.faults["list L1"] = REFUSED
    read = world.workspace.erp_lists(saved.id, LISTS, Watch())
    assert [name for name, one in read.items() if one.problem] == ["L1"]


@pytest.mark.parametrize("fault", [SILENT, REFUSED])
def test_a_connection_that_cannot_be_sent_again_is_sent_once(
    world: World, fault: ConnectorUnreachable | Outcome
) -> None:
    saved = furnished(world)
    world.service.connections.clear()
    world.service.faults["save"] = [fault] * 9
    world.service.calls.clear()
    read = world.workspace.erp_lists(saved.id, LISTS, Watch())
    assert world.service.operations() == ["save"]
    assert len({one.problem for one in read.values()}) == 1
    assert all(one.problem for one in read.values())


def test_a_keyring_that_is_silent_is_asked_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = furnished(world)
    asked: list[object] = []
    monkeypatch.setattr(MemoryKeyring, "get_password", lambda *names: asked.append(names))
    read = world.workspace.erp_lists(saved.id, LISTS, Watch())
    assert len(asked) == 1
    assert {one.problem.code for one in read.values() if one.problem} == {ProblemCode.SECRET_LOST}


def test_where_the_types_cannot_be_read_after_a_save_no_list_is_asked_for(world: World) -> None:
    saved = furnished(world)
    world.workspace.erp_lists(saved.id, ["Countries"], Watch())
    world.service.erp.faults["types"] = REFUSED
    world.service.erp.asked.clear()
    world.save(world.tested(world.opened(saved.id).with_value("File", "south.xlsx")))
    assert world.service.erp.asked == ["types"]
