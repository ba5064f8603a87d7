"""Refuses to import what may define a class of Qt's on another thread than the first.

A class of Qt's that was made there while the first thread ran its event loop has ended the program with a
segmentation fault, once in some dozens of starts.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

SCREENS = ("erpsync_desktop.ui.", "erpsync_desktop.dialogs.", "erpsync_desktop.widgets.")


class ImportedInTheBackground(Exception):
    """A module of the screens is imported on a thread of its own."""


class _Watch(MetaPathFinder):
    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002  Python's signature
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        if fullname.startswith(SCREENS) and threading.current_thread() is not threading.main_thread():
            raise ImportedInTheBackground(fullname)
        return None


def watch_imports() -> None:
    """Watch from now on."""
    sys.meta_path.insert(0, _Watch())
