"""What an ERP has may repeat the secrets of its connection: they are neither kept nor shown."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldMetadata, ListItem
from erpsync_desktop.model.watch import Watch
from tests.canary import CANARY
from tests.memory_keyring import MemoryKeyring
from tests.workspace.erp_content import COUNTRY, NAME, PHONE, context, furnish, furnished
from tests.workspace.world import World


def test_no_secret_in_what_the_erp_has_is_kept_or_shown(world: World, path: Path) -> None:
    erp = furnish(world.service.erp)
    erp.types = (*erp.types, f"Depot of {CANARY}")
    note = Problem(ProblemCode.FIELD_TYPE_UNKNOWN, {"label": f"of {CANARY}", "type": CANARY})
    erp.fields["Customer"] = (
        replace(NAME, label=f"Name of sync/{CANARY}", description=f"{CANARY}!", notes=(note,)),
        replace(PHONE, default=f"x{CANARY}"),
        replace(COUNTRY, list_name=f"list {CANARY}"),
        FieldMetadata(f"{CANARY} 1"),
    )
    erp.lists["Countries"] = (ListItem("DE", f"Germany {CANARY}"), ListItem("NO", "Norway"))
    saved = world.connection()
    lists = world.workspace.erp_lists(saved.id, ["Countries"], Watch())
    customer = context(world, saved).erp.actor("Customer")
    assert customer is not None
    name, phone, country = customer.fields
    assert (name.label, name.description) == ("Name of sync/•••", "•••!")
    assert [one.code for one in name.notes] == [
        ProblemCode.FIELD_TYPE_UNKNOWN,
        ProblemCode.ERP_REPEATS_SECRET,
    ]
    assert (phone.default, country.list_name) == ("", "list •••")
    assert lists["Countries"].items == (ListItem("DE", "Germany •••"), ListItem("NO", "Norway"))
    shown = [context(world, saved), world.workspace.read_erp(saved.id, Watch()), lists]
    assert CANARY not in repr(shown)
    with closing(sqlite3.connect(path)) as database:
        assert CANARY not in "\n".join(database.iterdump())


def test_items_whose_keys_hold_a_secret_are_left_out_and_told(world: World) -> None:
    saved = furnished(world)
    world.service.erp.lists["Countries"] = (ListItem(CANARY, "Germany"), ListItem("NO", "Norway"))
    read = world.workspace.erp_lists(saved.id, ["Countries"], Watch())["Countries"]
    assert read.items == (ListItem("NO", "Norway"),)
    assert read.problem == Problem(ProblemCode.ERP_REPEATS_SECRET, {"count": 1})


def test_fields_that_all_hold_a_secret_are_the_problem_of_their_type(world: World) -> None:
    furnish(world.service.erp).fields["Person"] = (FieldMetadata(CANARY),)
    person = context(world, world.connection()).erp.actor("Person")
    assert person is not None
    assert (person.fields, person.problem) == ((), Problem(ProblemCode.ERP_REPEATS_SECRET, {"count": 1}))


def test_a_name_of_the_contract_is_no_secret_whatever_the_password_is(world: World) -> None:
    furnish(world.service.erp)
    saved = world.connection(password="Customer")
    assert context(world, saved).erp.actors[0].actor_type == "Customer"


def test_where_the_secrets_cannot_be_read_no_list_is_kept_or_shown(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = furnished(world)
    monkeypatch.setattr(MemoryKeyring, "get_password", lambda *_: None)
    world.service.erp.asked.clear()
    read = world.workspace.erp_lists(saved.id, ["Countries"], Watch())["Countries"]
    assert read.items == ()
    assert read.problem is not None
    assert read.problem.code is ProblemCode.SECRET_LOST
    assert world.service.erp.asked == []
