from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.local import open_local_workspace
from erpsync_desktop.workspace.local.workspace import LocalWorkspace
from tests.workspace.fakes import FakeNet
from tests.workspace.world import World

if sys.platform == "win32":
    collect_ignore = ["test_posix_rights.py", "test_secret_service.py"]
elif sys.platform == "darwin":
    collect_ignore = ["test_secret_service.py"]


@pytest.fixture
def net() -> FakeNet:
    return FakeNet()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "workspace.sqlite"


@pytest.fixture
def workspace(path: Path, net: FakeNet) -> Iterator[LocalWorkspace]:
    opened = open_local_workspace(str(path), secrets=SecretStore(), client=net.client)
    yield opened
    opened.close()


@pytest.fixture
def world(workspace: LocalWorkspace, net: FakeNet) -> World:
    return World(workspace, net)
