"""Configuring what is synchronised with nothing made up: over HTTP, with the running sample ERP."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from erpsync_desktop.connectors import ConnectorClient
from erpsync_desktop.http import HttpSession
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import compare
from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.model.list_mapping import ItemChoices
from erpsync_desktop.model.mapping_draft import MappingDraft
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.sync_setup import Direction
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.sample_erp.server import RunningServer
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.local import open_local_workspace
from erpsync_desktop.workspace.local.workspace import LocalWorkspace
from tests.sample_erp_server import PASSWORD, running_sample_erp


@pytest.fixture
def erp(tmp_path: Path) -> Iterator[RunningServer]:
    with running_sample_erp(tmp_path) as server:
        yield server


@pytest.fixture
def session() -> Iterator[HttpSession]:
    made = HttpSession()
    yield made
    made.close()


@pytest.fixture
def real(path: Path, session: HttpSession) -> Iterator[LocalWorkspace]:
    workspace = open_local_workspace(
        str(path), secrets=SecretStore(), client=lambda url: ConnectorClient(url, session)
    )
    yield workspace
    workspace.close()


def saved_at(workspace: LocalWorkspace, url: str, name: str = "Nord") -> ErpConnection:
    connector = workspace.save_connector(
        replace(workspace.connector_draft(), name=f"Connector of {name}", url=url)
    )
    draft = workspace.connection_draft().with_connector(connector)
    draft = draft.with_fields(workspace.configuration_fields(connector, Watch()))
    draft = replace(draft, name=name).with_value("CompanyCode", "NORDLICHT")
    draft = draft.with_secret("Password", Secret(PASSWORD))
    return workspace.save(draft.with_test(workspace.test(draft, Watch()), draft), Watch())


def test_a_connection_is_read_and_mapped_when_it_is_saved(real: LocalWorkspace, erp: RunningServer) -> None:
    saved = saved_at(real, erp.url)
    context = real.sync_context(saved.id, Watch(), ask=False)
    assert [one.actor_type for one in context.erp.actors][:1] == ["Customer"]
    assert not context.erp.incomplete
    assert all(one.fields for one in context.erp.actors)
    assert any(one.searchable for one in context.erp.actors)
    assert any(one.crm_key for actor in context.setup.actors for one in actor.fields)
    assert compare(context.erp, real.read_erp(saved.id, Watch())) == ()


def test_a_connection_that_the_erp_lost_is_read_all_the_same(
    real: LocalWorkspace, erp: RunningServer, session: HttpSession
) -> None:
    saved = saved_at(real, erp.url)
    assert ConnectorClient(erp.url, session).delete_connection(saved.id, Watch()).ok
    assert not real.read_erp(saved.id, Watch()).incomplete


def test_what_is_kept_can_be_opened_while_the_erp_is_down(real: LocalWorkspace, tmp_path: Path) -> None:
    with running_sample_erp(tmp_path) as erp:
        saved = saved_at(real, erp.url)
        before = real.sync_context(saved.id, Watch())
        pairs = real.list_pairs(saved.id, Watch())
    assert real.sync_context(saved.id, Watch()) == before
    assert real.list_pairs(saved.id, Watch()) == pairs
    problem = real.read_erp(saved.id, Watch()).problem
    assert problem is not None
    assert problem.code is ProblemCode.CONNECTION_REFUSED


def test_customers_are_mapped_listed_and_activated(real: LocalWorkspace, erp: RunningServer) -> None:
    saved = saved_at(real, erp.url)
    draft = MappingDraft.of(real.sync_context(saved.id, Watch())).with_active("Customer", True)
    for row in draft.rules("Customer").rows():
        if row.mapping.crm_key and draft.rules("Customer").direction_problem(row, Direction.BOTH) is None:
            draft = draft.with_direction("Customer", row.mapping.erp_key, Direction.BOTH)
    real.save_setup(saved.id, draft.context.setup, draft.setup)
    (reason,) = real.set_active(saved.id, True, Watch())
    assert (reason.code, reason.params["erp_list"]) == (ProblemCode.LIST_ITEMS_UNMAPPED, "Country")
    for pair in real.list_pairs(saved.id, Watch()):
        assert pair.crm is not None
        choices = ItemChoices(pair.erp.items, pair.crm.items)
        free = iter(pair.crm.items)
        choices.choose_all({item.key: next(free).key for item in pair.erp.items})
        real.save_list_mappings(saved.id, [replace(pair.mapping, items=choices.result)])
    assert real.set_active(saved.id, True, Watch()) == ()
