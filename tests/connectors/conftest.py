"""A session that closes by itself, and the sample ERP."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from erpsync_desktop.connectors import ConnectorClient
from erpsync_desktop.http import HttpSession, Limits
from erpsync_desktop.sample_erp.server import RunningServer
from tests.sample_erp_server import running_sample_erp


@pytest.fixture
def session() -> Iterator[HttpSession]:
    """A session with short limits."""
    session = HttpSession(limits=Limits(connect=5, read=10, total=20))
    yield session
    session.close()


@pytest.fixture
def sample_erp(tmp_path: Path) -> Iterator[RunningServer]:
    """A running sample ERP with a workbook of its own."""
    with running_sample_erp(tmp_path) as server:
        yield server


@pytest.fixture
def client(sample_erp: RunningServer, session: HttpSession) -> ConnectorClient:
    """A client of the sample ERP."""
    return ConnectorClient(sample_erp.url, session)
