"""The way of one value with nothing made up: the real client, over HTTP, to the running sample ERP."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from erpsync_desktop.connectors import ConnectorClient
from erpsync_desktop.http import HttpSession
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import ConnectorState, SyncConnector
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.errors import (
    ConnectorError,
    ConnectorUnreachable,
    OperationCancelled,
    ProblemCode,
)
from erpsync_desktop.model.outcome import OutcomeState
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.watch import Stage, Watch
from erpsync_desktop.sample_erp.server import RunningServer
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.local import open_local_workspace
from erpsync_desktop.workspace.local.workspace import LocalWorkspace
from tests.canary import CANARY
from tests.memory_keyring import MemoryKeyring
from tests.sample_erp_server import PASSWORD, running_sample_erp

WRONG = f"{CANARY}-wrong"


@pytest.fixture
def erp(tmp_path: Path) -> Iterator[RunningServer]:
    with running_sample_erp(tmp_path) as server:
        yield server


@pytest.fixture
def real(path: Path) -> Iterator[LocalWorkspace]:
    session = HttpSession()
    workspace = open_local_workspace(
        str(path), secrets=SecretStore(), client=lambda url: ConnectorClient(url, session)
    )
    yield workspace
    workspace.close()
    session.close()


def registered(workspace: LocalWorkspace, url: str) -> SyncConnector:
    draft = replace(workspace.connector_draft(), name="Sample ERP", url=url)
    return workspace.save_connector(replace(draft, check=workspace.check_connector(url, Watch())))


def filled(workspace: LocalWorkspace, connector: SyncConnector, password: str = PASSWORD) -> ConnectionDraft:
    draft = workspace.connection_draft().with_connector(connector)
    draft = draft.with_fields(workspace.configuration_fields(connector, Watch()))
    draft = replace(draft, name="Nord").with_value("CompanyCode", "NORDLICHT")
    return draft.with_secret("Password", Secret(password))


def tested(workspace: LocalWorkspace, draft: ConnectionDraft) -> ConnectionDraft:
    return draft.with_test(workspace.test(draft, Watch()), draft)


def saved_at(workspace: LocalWorkspace, erp: RunningServer) -> ErpConnection:
    draft = tested(workspace, filled(workspace, registered(workspace, erp.url)))
    return workspace.save(draft, Watch())


def client_of(erp: RunningServer, session: HttpSession) -> ConnectorClient:
    return ConnectorClient(erp.url, session)


def test_a_connector_is_checked_and_its_lists_are_read(real: LocalWorkspace, erp: RunningServer) -> None:
    connector = registered(real, erp.url)
    assert connector.state is ConnectorState.ANSWERS
    assert connector.checked_at is not None
    items = real.list_items(connector, "Warehouse", Watch())
    assert "HAM" in [item.key for item in items]


def test_a_wrong_password_is_told_in_the_connectors_words(real: LocalWorkspace, erp: RunningServer) -> None:
    result = real.test(filled(real, registered(real, erp.url), WRONG), Watch())
    assert not result.passed
    assert result.outcome is not None
    assert result.outcome.error_code == "WRONG_PASSWORD"
    assert WRONG not in repr(result)


def test_a_connection_is_tested_saved_and_found_again(
    real: LocalWorkspace, erp: RunningServer, path: Path, memory_keyring: MemoryKeyring
) -> None:
    saved = saved_at(real, erp)
    assert saved.last_test is not None
    assert saved.last_test.state is OutcomeState.OK
    assert Stage.ASKING in [stage.stage for stage in saved.last_test.stages]
    assert list(memory_keyring.passwords.values()) == [PASSWORD]
    real.close()
    session = HttpSession()
    again = open_local_workspace(
        str(path), secrets=SecretStore(), client=lambda url: ConnectorClient(url, session)
    )
    assert again.contents().connections == (saved,)
    assert again.test_saved(saved.id, Watch()).passed
    assert again.set_active(saved.id, True, Watch()) == ()
    again.close()
    session.close()


def test_a_connection_that_the_erp_lost_is_sent_again(real: LocalWorkspace, erp: RunningServer) -> None:
    saved = saved_at(real, erp)
    session = HttpSession()
    assert client_of(erp, session).delete_connection(saved.id, Watch()).ok
    assert client_of(erp, session).test_connection(saved.id, Watch()).connection_unknown
    assert real.test_saved(saved.id, Watch()).passed
    assert client_of(erp, session).test_connection(saved.id, Watch()).ok
    session.close()


def test_a_copy_works_after_its_first_test_and_a_purge_takes_it_away(
    real: LocalWorkspace, erp: RunningServer, memory_keyring: MemoryKeyring
) -> None:
    saved = saved_at(real, erp)
    copy = real.duplicate_connection(saved.id, "Copy")
    assert real.set_active(copy.id, True, Watch()) == ()
    real.set_active(copy.id, False, Watch())
    real.delete_connection(copy.id)
    assert real.purge_connection(copy.id, Watch()) is None
    session = HttpSession()
    assert client_of(erp, session).test_connection(copy.id, Watch()).connection_unknown
    assert client_of(erp, session).test_connection(saved.id, Watch()).ok
    session.close()
    assert len(memory_keyring.passwords) == 1


def test_a_save_that_the_keyring_spoils_leaves_nothing_at_the_erp(
    real: LocalWorkspace, erp: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tested(real, filled(real, registered(real, erp.url)))
    monkeypatch.setattr(MemoryKeyring, "set_password", lambda *_: None)
    with pytest.raises(Exception, match=ProblemCode.KEYRING_REFUSED.replace(".", r"\.")):
        real.save(draft, Watch())
    session = HttpSession()
    assert client_of(erp, session).test_connection(draft.id, Watch()).connection_unknown
    session.close()
    assert real.contents().connections == ()


def test_a_save_that_is_cancelled_leaves_nothing_at_the_erp(
    real: LocalWorkspace, erp: RunningServer, memory_keyring: MemoryKeyring
) -> None:
    draft = tested(real, filled(real, registered(real, erp.url)))
    watch = Watch(lambda stage: watch.cancel() if stage is Stage.SECRETS else None)
    with pytest.raises(OperationCancelled):
        real.save(draft, watch)
    session = HttpSession()
    assert client_of(erp, session).test_connection(draft.id, Watch()).connection_unknown
    session.close()
    assert memory_keyring.passwords == {}
    assert real.contents().connections == ()


def test_renaming_works_while_the_erp_is_down(real: LocalWorkspace, tmp_path: Path) -> None:
    with running_sample_erp(tmp_path) as erp:
        saved = saved_at(real, erp)
    renamed = real.save(replace(real.connection_draft(saved.id), name="Süd"), Watch())
    assert renamed.name == "Süd"
    result = real.test_saved(saved.id, Watch())
    assert result.problem is not None
    assert result.problem.code is ProblemCode.CONNECTION_REFUSED
    (reason,) = real.set_active(saved.id, True, Watch())
    assert reason.code is ProblemCode.CONNECTION_REFUSED
    real.delete_connection(saved.id)
    problem = real.purge_connection(saved.id, Watch())
    assert problem is not None
    assert real.contents(deleted=True).connections == ()


def test_an_edit_is_not_saved_while_the_erp_is_down(
    real: LocalWorkspace, tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    with running_sample_erp(tmp_path) as erp:
        saved = saved_at(real, erp)
        draft = real.connection_draft(saved.id)
        assert draft.connector is not None
        draft = draft.with_fields(real.configuration_fields(draft.connector, Watch()))
        draft = tested(real, draft.with_value("Decimals", "[I:3]"))
    with pytest.raises(ConnectorUnreachable) as caught:
        real.save(draft, Watch())
    assert [problem.code for problem in caught.value.problems] == [ProblemCode.CONNECTION_REFUSED]
    assert real.contents().connections == (saved,)
    assert list(memory_keyring.passwords.values()) == [PASSWORD]


def test_something_that_is_no_connector_is_told(real: LocalWorkspace, erp: RunningServer) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    connector = registered(real, f"http://127.0.0.1:{port}/x")
    assert connector.state is ConnectorState.DOES_NOT_ANSWER
    assert connector.state_problem is not None
    assert connector.state_problem.code is ProblemCode.CONNECTION_REFUSED
    with pytest.raises(ConnectorError):
        real.configuration_fields(connector, Watch())


def test_what_was_typed_as_a_secret_is_in_no_file_and_no_log(
    real: LocalWorkspace, erp: RunningServer, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    connector = registered(real, erp.url)
    real.test(filled(real, connector, WRONG), Watch())
    saved = saved_at_connector(real, connector)
    draft = real.connection_draft(saved.id)
    draft = draft.with_fields(real.configuration_fields(connector, Watch()))
    wrong = draft.with_secret("Password", Secret(WRONG))
    forged = wrong.with_test(real.test(draft, Watch()), wrong)
    with pytest.raises(ConnectorError):
        real.save(forged, Watch())
    planted = path.parent / "planted"
    planted.write_text(WRONG, encoding="utf-8")
    found = [file.name for file in path.parent.iterdir() if WRONG.encode() in file.read_bytes()]
    planted.unlink()
    assert found == ["planted"]
    assert {file.name for file in path.parent.iterdir()} >= {path.name, f"{path.name}-wal"}
    assert WRONG not in caplog.text


def saved_at_connector(workspace: LocalWorkspace, connector: SyncConnector) -> ErpConnection:
    return workspace.save(tested(workspace, filled(workspace, connector)), Watch())
