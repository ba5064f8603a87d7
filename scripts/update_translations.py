"""Bring ``resources/translations/*.ts`` up to date with the strings in the code.

New strings appear as unfinished, vanished ones go. ``erpsync_de.ts`` has them all; ``erpsync_en.ts`` only
those with a number, because English needs no more than its plural forms.
"""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.compile_translations import TRANSLATIONS, TranslationError, qt_tool

PACKAGE = Path(__file__).resolve().parents[1] / "erpsync_desktop"
LANGUAGES = {"de": (), "en": ("-pluralonly",)}


def source_files(package: Path = PACKAGE) -> list[Path]:
    """Return the Python files of the package, in an order that is the same everywhere."""
    return sorted(package.rglob("*.py"))


def update(target: Path, sources: Iterable[Path], *options: str) -> None:
    """Merge the strings of ``sources`` into the ``.ts`` file ``target``, which is made if it is missing.

    Raises:
        TranslationError: lupdate refuses a source or cannot write the target.
    """
    # Without line numbers, and sorted: a moved line of code is no change of a translation.
    command = [str(qt_tool("lupdate")), "-silent", "-locations", "none", "-no-obsolete", "-sort-messages"]
    command += ["-source-language", "en_US", *options, *map(str, sources), "-ts", str(target)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise TranslationError(f"{target.name}: {result.stdout}{result.stderr}".strip())


def main() -> int:
    """Update both files; return the exit code."""
    TRANSLATIONS.mkdir(parents=True, exist_ok=True)
    try:
        for language, options in LANGUAGES.items():
            update(TRANSLATIONS / f"erpsync_{language}.ts", source_files(), *options)
    except TranslationError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
