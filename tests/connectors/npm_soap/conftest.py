"""A connector on a SOAP stack that is not ours, and our client of it."""

from collections.abc import Iterator
from typing import Protocol

import pytest

from erpsync_desktop.connectors.client import ConnectorClient
from erpsync_desktop.http import HttpSession
from erpsync_desktop.model.watch import Watch
from tests.connectors.npm_soap import node_server

GUID = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"


class Connect(Protocol):
    """Makes a client of an address."""

    def __call__(self, url: str) -> ConnectorClient: ...


@pytest.fixture(scope="session")
def _installed() -> None:
    if missing := node_server.missing_tools():
        pytest.fail(f"these tests need Node.js 18 or later with npm (missing: {missing})")
    node_server.install()


@pytest.fixture(scope="session")
def foreign_url(_installed: None) -> Iterator[str]:
    """The address of the connector."""
    with node_server.running() as url:
        yield url


@pytest.fixture(scope="session")
def careless_url(_installed: None) -> Iterator[str]:
    """The address of one that writes every element into the namespace of the service."""
    with node_server.running("--careless") as url:
        yield url


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Makes clients, with one HTTP session for the test."""
    http = HttpSession()
    yield lambda url: ConnectorClient(url, http)
    http.close()


@pytest.fixture
def client(connect: Connect, foreign_url: str) -> ConnectorClient:
    """A client of the connector."""
    return connect(foreign_url)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def saved(client: ConnectorClient, watch: Watch) -> Iterator[str]:
    """The GUID of a connection that the connector keeps during the test."""
    client.save_connection(GUID, {"Client": "0815", "Password": node_server.PASSWORD}, watch)
    yield GUID
    client.delete_connection(GUID, Watch())
