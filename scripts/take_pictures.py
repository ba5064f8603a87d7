"""Take every picture of the README and the user guide from the running program, on the sample ERP.

``python scripts/take_pictures.py`` opens each window off-screen, in English and in German, light and dark,
and writes ``docs/pictures/<window>[-de][-dark].png``. Settings, workspace and workbook lie in a temporary
folder, the secrets in memory.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from erpsync_desktop.demo.hands import Broken, application, in_the_dark
from scripts.picture_album import LANGUAGES, PICTURES, WINDOWS, Album
from scripts.picture_tour import Tour

_HOMES = ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
"""Where the program would look for the user's own files."""


def take(folder: Path, languages: Sequence[str]) -> None:
    """Take every picture in some languages.

    Raises:
        Broken: a window is not as it must be.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="erpsync-pictures-", ignore_cleanup_errors=True) as temporary:
        place = Path(temporary)
        for variable in _HOMES:
            os.environ[variable] = temporary
        with application(place):
            for language in languages:
                print(f"Taking {len(WINDOWS)} windows in “{language}” …", flush=True)
                Tour(place / language, Album(folder, language, dark=False)).go()
                with in_the_dark():
                    Tour(place / f"{language}-dark", Album(folder, language, dark=True)).go()


def main(arguments: list[str]) -> int:
    """Take the pictures; return the exit code."""
    parser = argparse.ArgumentParser(description="Take every picture of the README and the user guide.")
    parser.add_argument("folder", type=Path, nargs="?", default=PICTURES, help="where they go")
    parser.add_argument("--language", choices=LANGUAGES, help="take the pictures in this language alone")
    options = parser.parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        take(options.folder.resolve(), (options.language,) if options.language else LANGUAGES)
    except Broken as broken:
        print(f"FAILED: {broken}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
