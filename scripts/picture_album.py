"""Which pictures of the program there are, and how they are taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from erpsync_desktop.demo.hands import let_pass, require

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
LANGUAGES = ("en", "de")
WINDOWS = {
    "connector-dialog": QSize(560, 260),
    "connection-dialog": QSize(720, 930),
    "scope-dialog": QSize(760, 460),
    "mappings": QSize(1120, 760),
    "list-mapping": QSize(1040, 560),
    "defaults": QSize(760, 420),
    "default-dialog": QSize(560, 280),
    "rank-fields": QSize(860, 640),
    "activation": QSize(760, 260),
    "erp-changes": QSize(860, 380),
    "sync-tab": QSize(1200, 860),
    "sync-priority": QSize(760, 400),
    "superoffice-fields": QSize(1120, 620),
    "superoffice-import": QSize(900, 420),
    "users-and-groups": QSize(1120, 620),
}
"""What there is a picture of, and in which size."""


def file_name(window: str, language: str, *, dark: bool) -> str:
    """The name of a picture's file."""
    return window + ("" if language == "en" else f"-{language}") + ("-dark" if dark else "") + ".png"


def all_files() -> set[str]:
    """The names of all pictures."""
    return {
        file_name(window, language, dark=dark)
        for window in WINDOWS
        for language in LANGUAGES
        for dark in (False, True)
    }


class Album:
    """Keeps pictures of the program in one language and on one kind of desktop.

    Args:
        folder: where they go.
        language: that the program speaks.
        dark: the desktop is dark.
    """

    def __init__(self, folder: Path, language: str, *, dark: bool) -> None:
        self._folder, self.language, self._dark = folder, language, dark

    def take(self, shown: QWidget, window: str) -> None:
        """Take a window, one of ``WINDOWS``, in its size."""
        shown.resize(WINDOWS[window])
        let_pass(80)
        path = self._folder / file_name(window, self.language, dark=self._dark)
        # Quality 0 is the smallest file; PNG loses nothing.
        require(shown.grab().save(str(path), "PNG", 0), f"{path} could not be written")
