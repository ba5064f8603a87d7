"""What the ERP of a fake connector has, and shortcuts for configuring what is synchronised."""

from __future__ import annotations

from dataclasses import replace

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata, ListItem
from erpsync_desktop.model.sync_setup import (
    DefaultValue,
    Direction,
    FieldMapping,
    SyncContext,
    SyncSetup,
)
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.workspace.local.setup_rows import load_setup, write_setup
from tests.workspace.fakes import FakeErp
from tests.workspace.world import World

NAME = FieldMetadata("Name", FieldType.TEXT, "Name", access=FieldAccess.MANDATORY)
PHONE = FieldMetadata("Phone", FieldType.TEXT, "Phone")
COUNTRY = FieldMetadata("Country", FieldType.LIST, "Country", list_name="Countries")
CREDIT = FieldMetadata("Credit", FieldType.DOUBLE, "Credit", default="[F:1.5]", max_length=9)
SECRET = FieldMetadata("Key", FieldType.PASSWORD, "Key", default="a default that is a secret")
BALANCE = FieldMetadata("Balance", FieldType.DOUBLE, "Balance", access=FieldAccess.READ_ONLY)
CUSTOMER = (NAME, PHONE, COUNTRY, CREDIT, SECRET, BALANCE)
PERSON = (FieldMetadata("LastName", FieldType.TEXT, "Last name", access=FieldAccess.MANDATORY),)


def furnish(erp: FakeErp) -> FakeErp:
    """Give an ERP four actor types, of which two have fields."""
    erp.types = ("Customer", "Person", "Project", "Depot")
    erp.fields = {"Customer": CUSTOMER, "Person": PERSON}
    erp.searchable = {"Customer": ("Name", "Phone", "Nothing of the kind")}
    erp.lists = {"Countries": (ListItem("DE", "Germany"), ListItem("NO", "Norway"))}
    return erp


def furnished(world: World, name: str = "North") -> ErpConnection:
    """A connection to such an ERP, read and mapped by itself when it was saved."""
    furnish(world.service.erp)
    return world.connection(name=name)


def context(world: World, saved: ErpConnection) -> SyncContext:
    """What is kept of it."""
    return world.workspace.sync_context(saved.id, Watch(), ask=False)


def mapping(setup: SyncSetup, key: str, actor_type: str = "Customer") -> FieldMapping:
    """What a setup says of a field."""
    actor = setup.actor(actor_type)
    found = actor.field(key) if actor else None
    assert found is not None
    return found


def changed(
    setup: SyncSetup,
    key: str,
    crm_key: str | None = None,
    direction: Direction | None = None,
    *,
    actor_type: str = "Customer",
    in_tab: bool | None = None,
    in_search: bool | None = None,
    default: DefaultValue | None = None,
) -> SyncSetup:
    """The setup with something else for a field."""
    actor, now = setup.actor(actor_type), mapping(setup, key, actor_type)
    assert actor is not None
    now = replace(
        now,
        crm_key=now.crm_key if crm_key is None else crm_key,
        direction=now.direction if direction is None else direction,
        show_in_tab=now.show_in_tab if in_tab is None else in_tab,
        show_in_search=now.show_in_search if in_search is None else in_search,
        default=default or now.default,
    )
    return setup.with_actor(actor.with_field(now))


def switched(setup: SyncSetup, actor_type: str = "Customer", *, on: bool = True) -> SyncSetup:
    """The setup with an actor type switched on or off."""
    actor = setup.actor(actor_type)
    assert actor is not None
    return setup.with_actor(replace(actor, active=on))


def save(world: World, saved: ErpConnection, after: SyncSetup) -> SyncSetup:
    """Save over what is kept."""
    return world.workspace.save_setup(saved.id, context(world, saved).setup, after)


def kept_before(world: World, saved: ErpConnection, after: SyncSetup) -> None:
    """Keep what can stand there from before, though no rule would let it be saved now."""
    with world.workspace._store.write() as database:
        write_setup(database, saved.id, load_setup(database, saved.id)[0], after)
