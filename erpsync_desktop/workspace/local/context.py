"""All that the dialogs of one connection need to know, from the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import select

from erpsync_desktop.model.catalogue import CrmEntity, entity_of
from erpsync_desktop.model.errors import Problem, ProblemCode, SavedMeanwhile, StillInUse
from erpsync_desktop.model.naming import name_key
from erpsync_desktop.model.sync_setup import Direction, SyncContext
from erpsync_desktop.workspace.local.catalogue import load_catalogue
from erpsync_desktop.workspace.local.connections import load
from erpsync_desktop.workspace.local.rows import fingerprint
from erpsync_desktop.workspace.local.schema import connections, erp_fields
from erpsync_desktop.workspace.local.setup_rows import load_setup
from erpsync_desktop.workspace.local.testing import Known, known

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from erpsync_desktop.model.connection import ErpConnection
    from erpsync_desktop.model.erp_schema import ErpList, ErpSchema


def load_context(database: Connection, connection_id: str) -> SyncContext:
    """Read it, in a few queries. Raises NotFound."""
    saved = load(database, connection_id)
    erp, setup = load_setup(database, connection_id)
    return SyncContext(
        connection=saved,
        erp=erp,
        crm=load_catalogue(database),
        setup=setup,
        elsewhere=_elsewhere(database, connection_id),
        siblings=_siblings(database, saved),
    )


def is_current(database: Connection, subject: Known) -> bool:
    """Whether a connection still is configured as it was when its ERP was asked."""
    return source_of(known(database, subject.saved.id, deleted=None)) == source_of(subject)


def source_of(subject: Known) -> str:
    """Tells what is asked for a connection apart from what was asked when it was configured otherwise."""
    return f"{subject.configuration} {fingerprint(subject.connector.url)}"


def refuse_other_source(
    database: Connection, connection_id: str, read: Iterable[ErpSchema | ErpList]
) -> None:
    """Raise ``SavedMeanwhile`` where something was read before the connection was configured otherwise."""
    now = known(database, connection_id)
    if any(one.source not in {"", source_of(now)} for one in read):
        raise SavedMeanwhile(Problem(ProblemCode.ERP_READ_BEFORE, {"name": now.saved.name}), now.saved)


def refuse_active(saved: ErpConnection) -> None:
    """Raise ``StillInUse`` where the connection is active, so that this cannot be changed."""
    if saved.active:
        raise StillInUse(Problem(ProblemCode.SETUP_LOCKED, {"name": saved.name}))


def _elsewhere(database: Connection, connection_id: str) -> Mapping[tuple[CrmEntity, str], str]:
    """What other connections synchronise, whatever is switched on there; of several, the first by name."""
    query = (
        select(erp_fields.c.actor_type, erp_fields.c.crm_key, connections.c.name)
        .join(connections, connections.c.id == erp_fields.c.connection_id)
        .where(
            erp_fields.c.connection_id != connection_id,
            erp_fields.c.crm_key != "",
            erp_fields.c.direction != Direction.NONE.value,
            connections.c.deleted_at.is_(None),
        )
        .order_by(connections.c.unique_key)
        .distinct()
    )
    found: dict[tuple[CrmEntity, str], str] = {}
    for actor_type, crm_key, name in database.execute(query):
        entity = entity_of(actor_type)
        if entity is not None:
            found.setdefault((entity, crm_key), name)
    return found


def _siblings(database: Connection, saved: ErpConnection) -> tuple[tuple[str, str], ...]:
    columns = connections.c
    query = select(columns.id, columns.name).where(
        columns.connector_id == saved.connector_id, columns.id != saved.id, columns.deleted_at.is_(None)
    )
    named = [(row.id, row.name) for row in database.execute(query)]
    return tuple(sorted(named, key=lambda one: name_key(one[1])))
