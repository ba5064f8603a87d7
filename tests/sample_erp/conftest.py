"""A running sample ERP and a client that speaks to it in raw envelopes."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from erpsync_desktop.sample_erp.server import RunningServer
from tests.sample_erp.raw_client import RawClient
from tests.sample_erp_server import GOOD_VALUES, running_sample_erp


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    with running_sample_erp(tmp_path) as running:
        yield running


@pytest.fixture
def client(server: RunningServer) -> Iterator[RawClient]:
    with RawClient(server.url) as raw:
        yield raw


@pytest.fixture
def connected(client: RawClient) -> RawClient:
    """A client whose connection is saved."""
    client.connection = str(uuid.uuid4())
    answer = client.call("WSSaveConnection", ConnectionInfo=GOOD_VALUES)
    assert answer["IsOk"] == "true"
    return client
