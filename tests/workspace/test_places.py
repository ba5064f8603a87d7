from __future__ import annotations

import ctypes
import os
import platform
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from erpsync_desktop.workspace.local import places
from erpsync_desktop.workspace.local.places import on_network
from erpsync_desktop.workspace.local.processes import is_running

MOUNTS = r"""sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw 0 0
//server/share {tmp}/team\040share cifs rw 0 0
server:/home {tmp}/homes nfs4 rw 0 0
anna@host:/ {tmp}/ssh fuse.sshfs rw 0 0
tmpfs {tmp}/homes/local tmpfs rw 0 0
odd
server:/x {tmp}/over nfs rw 0 0
/dev/sdb1 {tmp}/over ext4 rw 0 0
"""


@pytest.fixture
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    table = tmp_path / "mounts"
    table.write_text(MOUNTS.replace("{tmp}", str(tmp_path)), encoding="utf-8")
    monkeypatch.setattr(places, "_MOUNTS", table)
    return tmp_path


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("team share", True),
        ("homes", True),
        ("homes/local", False),
        ("ssh", True),
        ("over", False),
        ("team", False),
        ("", False),
    ],
)
def test_linux_is_asked_for_the_innermost_mount(mounts: Path, folder: str, expected: bool) -> None:
    (mounts / folder).mkdir(parents=True, exist_ok=True)
    assert on_network(mounts / folder / "new folder" / "w.sqlite", "linux") is expected


def test_a_link_onto_a_share_lies_on_the_share(mounts: Path) -> None:
    (mounts / "homes").mkdir()
    (mounts / "link").symlink_to(mounts / "homes", target_is_directory=True)
    assert on_network(mounts / "link" / "w.sqlite", "linux")


def test_without_a_table_of_mounts_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "none")
    assert not on_network(tmp_path, "linux")


class Kernel:
    """The part of Windows that is asked."""

    def __init__(self) -> None:
        self.closed: list[int] = []
        self.error = 87
        self.state = 0x102

    def GetDriveTypeW(self, root: str) -> int:  # noqa: N802
        return {"Z:\\": 4, "C:\\": 3}[root]

    def OpenProcess(self, _access: int, _inherit: int, process: int) -> int:  # noqa: N802
        return 77 if process == 1 else 0

    def WaitForSingleObject(self, _handle: int, _milliseconds: int) -> int:  # noqa: N802
        return self.state

    def CloseHandle(self, handle: int) -> None:  # noqa: N802
        self.closed.append(handle)

    def GetLastError(self) -> int:  # noqa: N802
        return self.error


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> Kernel:
    kernel = Kernel()
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    return kernel


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (r"\\server\share\w.sqlite", True),
        ("//server/share/w.sqlite", True),
        (r"\\?\UNC\server\share\w.sqlite", True),
        (r"\\.\unc\server\share\w.sqlite", True),
        (r"Z:\team\w.sqlite", True),
        (r"\\?\Z:\team\w.sqlite", True),
        (r"C:\data\w.sqlite", False),
        (r"\\?\C:\data\w.sqlite", False),
        (r"Q:\gone\w.sqlite", False),
        (r"relative\w.sqlite", False),
    ],
)
def test_windows_shares_and_mapped_drives_are_seen(kernel: Kernel, path: str, expected: bool) -> None:
    assert on_network(Path(path), "win32") is expected


def test_windows_that_cannot_be_asked_is_not_in_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(), raising=False)
    assert not on_network(Path("Z:\\w.sqlite"), "win32")


class MacLibrary:
    def __init__(self, flags: int, result: int = 0) -> None:
        self._flags, self._result = flags, result

    def statfs(self, _path: bytes, answer: Any) -> int:
        answer[64:68] = self._flags.to_bytes(4, sys.byteorder)
        return self._result


@pytest.mark.parametrize(("flags", "expected"), [(0x1000, False), (0x5000, False), (0x4000, True), (0, True)])
def test_macos_is_asked_for_its_flag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: int, expected: bool
) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "arm64")
    monkeypatch.setattr(ctypes, "CDLL", lambda _: MacLibrary(flags))
    assert on_network(tmp_path / "new" / "w.sqlite", "darwin") is expected


def test_macos_that_cannot_be_asked_is_not_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: MacLibrary(0, result=-1))
    monkeypatch.setattr(platform, "machine", lambda: "arm64")
    assert not on_network(tmp_path, "darwin")
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    assert not on_network(tmp_path, "darwin")


# Whether a process runs


def test_this_process_runs() -> None:
    assert is_running(os.getpid())


def test_a_process_that_ended_does_not_run() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    assert not is_running(process.pid)


@pytest.mark.parametrize("error", [PermissionError, OverflowError])
def test_somebody_elses_process_runs(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def kill(_process: int, _signal: int) -> None:
        raise error

    monkeypatch.setattr(os, "kill", kill)
    assert is_running(4711, "linux")


def test_windows_is_asked_for_a_process(kernel: Kernel) -> None:
    assert is_running(1, "win32")
    kernel.state = 0
    assert not is_running(1, "win32")
    assert kernel.closed == [77, 77]
    assert not is_running(2, "win32")
    kernel.error = 5
    assert is_running(2, "win32")
