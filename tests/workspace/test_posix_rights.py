"""Rights of files as POSIX has them; ``conftest`` leaves this file out on Windows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.workspace.local.files import back_up, open_file
from erpsync_desktop.workspace.local.workspace import LocalWorkspace


def test_file_and_folders_are_made_for_the_user_alone(path: Path, workspace: LocalWorkspace) -> None:
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.with_name(path.name + "-wal").stat().st_mode & 0o777 == 0o600


_AS_SOMEBODY_ELSE = """
import os, sys
from pathlib import Path
from erpsync_desktop.model.errors import WorkspaceUnavailable
from erpsync_desktop.workspace.local.files import back_up, open_file
open_file(Path(sys.argv[2])).close()  # all modules are imported now, wherever they lie
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    open_file(Path(sys.argv[1])).close()
except WorkspaceUnavailable as error:
    print(error.problem.code.value)
"""


def code_as_somebody_else(path: Path) -> str:
    """What a process without any rights gets to hear; root's own rights cannot be taken away."""
    warm = Path.home() / "warm.sqlite"
    command = [sys.executable, "-c", _AS_SOMEBODY_ELSE, str(path), str(warm)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONDONTWRITEBYTECODE": "1"}
    result = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return result.stdout.strip()


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """A folder that everybody can reach, which pytest's own are not."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    return tmp_path


def test_a_file_that_may_only_be_read_is_told(open_folder: Path) -> None:
    path = open_folder / "w.sqlite"
    open_file(path).close()
    path.chmod(0o444)
    open_folder.chmod(0o555)
    assert code_as_somebody_else(path) == ProblemCode.WORKSPACE_READ_ONLY
    open_folder.chmod(0o755)


def test_a_folder_that_may_only_be_read_is_told(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    assert code_as_somebody_else(open_folder / "w.sqlite") == ProblemCode.WORKSPACE_READ_ONLY
    assert code_as_somebody_else(open_folder / "new" / "w.sqlite") == ProblemCode.WORKSPACE_READ_ONLY
    open_folder.chmod(0o755)


def test_a_folder_that_may_not_be_looked_into_is_told(open_folder: Path) -> None:
    private = open_folder / "private"
    private.mkdir(mode=0o700)
    assert code_as_somebody_else(private / "w.sqlite") == ProblemCode.WORKSPACE_READ_ONLY


def test_a_link_to_a_file_that_is_not_there_makes_it(tmp_path: Path) -> None:
    (tmp_path / "link.sqlite").symlink_to(tmp_path / "target.sqlite")
    open_file(tmp_path / "link.sqlite").close()
    assert (tmp_path / "target.sqlite").stat().st_mode & 0o777 == 0o600


def test_a_file_in_a_folder_that_may_only_be_read_is_told(open_folder: Path) -> None:
    path = open_folder / "w.sqlite"
    open_file(path).close()
    path.chmod(0o666)
    open_folder.chmod(0o555)
    assert code_as_somebody_else(path) == ProblemCode.WORKSPACE_READ_ONLY
    open_folder.chmod(0o755)


def test_a_copy_made_before_a_migration_is_for_the_user_alone(workspace: LocalWorkspace, path: Path) -> None:
    copy = back_up(workspace._store, path, 1)
    assert copy.name == "workspace.sqlite.backup-v1"
    assert copy.stat().st_mode & 0o777 == 0o600
