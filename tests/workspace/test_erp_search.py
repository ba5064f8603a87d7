"""What the ERP can search for is asked apart: where that fails, the fields are usable all the same."""

from __future__ import annotations

from dataclasses import replace

from erpsync_desktop.model.erp_schema import ActorSchema, compare
from erpsync_desktop.model.errors import NotAConnector, Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.outcome import Outcome, OutcomeState
from erpsync_desktop.model.sync_setup import Direction
from erpsync_desktop.model.watch import Watch
from tests.canary import CANARY
from tests.workspace.erp_content import (
    CUSTOMER,
    changed,
    context,
    furnish,
    furnished,
    save,
    switched,
)
from tests.workspace.world import World

SEARCH = "searchable Customer"
FAULT = NotAConnector(Problem(ProblemCode.SOAP_FAULT, {"text": f"no search for sync/{CANARY}"}))
REFUSED = Outcome(OutcomeState.ERROR, "not implemented", "NotImplementedException", "")


def customer(world: World, connection_id: str) -> ActorSchema:
    found = world.workspace.sync_context(connection_id, Watch(), ask=False).erp.actor("Customer")
    assert found is not None
    return found


def test_fields_are_read_where_only_the_search_fails(world: World) -> None:
    furnish(world.service.erp).faults[SEARCH] = FAULT
    found = customer(world, world.connection().id)
    assert (found.problem, found.searchable, len(found.fields)) == (None, frozenset(), len(CUSTOMER))
    assert found.search_problem is not None
    assert found.search_problem.params == {"text": "no search for sync/•••"}


def test_a_search_that_fails_bars_no_activation(world: World) -> None:
    saved = furnished(world)
    save(world, saved, switched(changed(context(world, saved).setup, "Name", direction=Direction.BOTH)))
    world.service.erp.faults[SEARCH] = REFUSED
    assert world.workspace.set_active(saved.id, True, Watch()) == ()


def test_new_fields_are_taken_and_what_could_be_searched_stays(world: World) -> None:
    saved = furnished(world)
    world.service.erp.faults[SEARCH] = REFUSED
    world.service.erp.fields["Customer"] += (FieldMetadata("New"),)
    read = world.workspace.read_erp(saved.id, Watch())
    (changes,) = compare(context(world, saved).erp, read)
    assert (len(changes.new), changes.changed) == (1, ())
    world.workspace.take_erp(saved.id, read)
    found = customer(world, saved.id)
    assert found.field("New") is not None
    assert found.searchable == {"Name", "Phone"}
    assert found.search_problem is not None


def test_only_the_search_is_asked_again_when_a_dialog_opens(world: World) -> None:
    erp = furnish(world.service.erp)
    erp.faults[SEARCH] = REFUSED
    saved = world.connection()
    before = customer(world, saved.id)
    erp.asked.clear()
    erp.fields["Customer"] += (FieldMetadata("New"),)
    world.workspace.sync_context(saved.id, Watch())
    assert customer(world, saved.id) == before
    erp.faults.clear()
    world.workspace.sync_context(saved.id, Watch())
    world.workspace.sync_context(saved.id, Watch())
    assert erp.asked == [SEARCH, SEARCH]
    assert customer(world, saved.id) == replace(
        before, searchable=frozenset({"Name", "Phone"}), search_problem=None
    )
