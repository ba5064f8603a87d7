"""What makes the start quicker without the rest of the program knowing."""

from __future__ import annotations

import gc
import sys
from types import ModuleType

_HOOK = "shibokensupport.feature"
_SEARCH = "_mod_uses_pyside"


def skip_source_search() -> bool:
    """Keep PySide from reading the source of every module that is imported after it.

    Its import hook searches the source text of each module, to see whether it uses PySide and with which
    ``__feature__``. This program selects no feature anywhere, so the answer makes no difference to it; the
    search costs 50 ms and 16 MB with the libraries of a workspace (PySide 6.11). The function that searches
    is internal to PySide: where a release has it no more, nothing is changed.

    Returns:
        Whether it was there.
    """
    hook = sys.modules.get(_HOOK)
    if not callable(getattr(hook, _SEARCH, None)):
        return False
    setattr(hook, _SEARCH, _uses_no_feature)
    return True


def collect_rarely() -> None:
    """Look for reference cycles after 50,000 new objects, not after every 700, while the program starts.

    Importing makes some 300,000 objects that stay, and each search goes through more of them: 40 ms in all.
    """
    gc.set_threshold(50_000, 20, 20)


def collect_in_portions() -> None:
    """Look for them after 10,000 from now on: a search through 50,000 holds the screen for 30 ms."""
    gc.set_threshold(10_000, 20, 20)


def switch_often() -> None:
    """Hand the interpreter from the background to the screen after half a millisecond, not after five.

    An event of the screen waits for it several times: beside a background that reckons with 20,000 items, 90
    to 130 ms became 25 to 50.
    """
    sys.setswitchinterval(0.0005)


def _uses_no_feature(_module: ModuleType) -> bool:
    return False
