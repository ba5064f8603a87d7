"""Whether a file lies on a network share: SQLite's write-ahead log does not work there."""

from __future__ import annotations

import ctypes
import platform as machine
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

_NETWORK_TYPES = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|9p|ceph|glusterfs|lustre|davfs|webdav|beegfs|"
    r"fuse\.(sshfs|rclone|glusterfs|s3fs|davfs2?|gvfsd-fuse|smbnetfs|curlftpfs|ceph-fuse|cephfs|nfs.*)"
)
_MOUNTS = Path("/proc/self/mounts")
_DRIVE_REMOTE = 4
_MNT_LOCAL = 0x1000
# struct statfs of macOS with 64-bit inodes: where f_flags lies, and its whole size.
_FLAGS_OFFSET, _STATFS_SIZE = 64, 2_168


def on_network(path: Path, system: str = sys.platform) -> bool:
    """Whether ``path`` (absolute; it need not exist yet) lies on a network share. False where unknown."""
    if system == "win32":
        return _on_windows_share(str(path))
    folder = next((place for place in (path, *path.parents) if _is_there(place)), path)
    if system == "darwin":
        return _on_mac_share(folder)
    return _on_linux_share(folder)


def _is_there(place: Path) -> bool:
    try:
        return place.exists()
    except OSError:  # it may not be looked at, or cannot be the name of a file
        return False


def _on_windows_share(path: str) -> bool:
    text = path.replace("/", "\\")
    if re.match(r"\\\\[?.]\\UNC\\", text, re.IGNORECASE):
        return True
    text = re.sub(r"^\\\\[?.]\\", "", text)
    if text.startswith("\\\\"):
        return True
    drive = re.match(r"[A-Za-z]:", text)
    if not drive:
        return False
    with suppress(AttributeError, KeyError, OSError):
        return bool(vars(ctypes)["windll"].kernel32.GetDriveTypeW(f"{drive[0]}\\") == _DRIVE_REMOTE)
    return False


def _on_linux_share(folder: Path, mounts: Path | None = None) -> bool:
    try:
        lines = (mounts or _MOUNTS).read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    place, kind = Path("/"), ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        mounted = Path(re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), fields[1]))
        # Of two mounted at the same place, the later one is seen.
        if folder.resolve().is_relative_to(mounted) and len(mounted.parts) >= len(place.parts):
            place, kind = mounted, fields[2]
    return bool(_NETWORK_TYPES.fullmatch(kind))


def _on_mac_share(folder: Path, libc: Any = None) -> bool:
    """Ask ``statfs`` for the flag that a file system is local; Python's own ``statvfs`` leaves it out."""
    answer = ctypes.create_string_buffer(_STATFS_SIZE)
    with suppress(AttributeError, OSError, TypeError):
        library = libc or ctypes.CDLL(None)
        statfs = getattr(library, "statfs$INODE64" if machine.machine() == "x86_64" else "statfs")
        if statfs(str(folder).encode(), answer) == 0:
            flags = int.from_bytes(answer.raw[_FLAGS_OFFSET : _FLAGS_OFFSET + 4], sys.byteorder)
            return not flags & _MNT_LOCAL
    return False
