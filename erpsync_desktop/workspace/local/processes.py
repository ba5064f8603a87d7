"""Whether a process of this computer still runs."""

from __future__ import annotations

import ctypes
import os
import sys

_SYNCHRONIZE = 0x100000
_WAIT_TIMEOUT = 0x102
_ERROR_ACCESS_DENIED = 5


def is_running(process: int, system: str = sys.platform) -> bool:
    """Whether a process with this number exists; True also where it is somebody else's."""
    if system == "win32":  # where os.kill would end it
        return _is_running_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _is_running_on_windows(process: int) -> bool:
    kernel = vars(ctypes)["windll"].kernel32
    handle = kernel.OpenProcess(_SYNCHRONIZE, 0, process)
    if not handle:
        return bool(kernel.GetLastError() == _ERROR_ACCESS_DENIED)
    try:
        return bool(kernel.WaitForSingleObject(handle, 0) == _WAIT_TIMEOUT)
    finally:
        kernel.CloseHandle(handle)
