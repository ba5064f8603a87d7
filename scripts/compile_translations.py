"""Compile ``resources/translations/*.ts`` to ``.qm`` beside them, where they are newer.

The build hook of the wheel uses ``compile_translation`` too, and with it refuses unfinished entries.
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

TRANSLATIONS = Path(__file__).resolve().parents[1] / "resources" / "translations"


class TranslationError(Exception):
    """A translation cannot be compiled; its text is what the compiler said."""


def qt_tool(name: str) -> Path:
    """Return the path of one of the programs that PySide6 brings, such as ``lrelease``.

    Raises:
        TranslationError: PySide6 is not installed in this environment.
    """
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise TranslationError("PySide6 is not installed here; run 'python3 scripts/run.py --setup-only'.")
    return Path(spec.submodule_search_locations[0]) / (f"{name}.exe" if os.name == "nt" else name)


def compile_translation(source: Path, target: Path, *, strict: bool) -> None:
    """Compile the ``.ts`` file ``source`` to the ``.qm`` file ``target``.

    Raises:
        TranslationError: the file is no translation, or ``strict`` and an entry is unfinished.
    """
    # Running programs have the old file mapped: it is replaced whole, never written into.
    fresh = target.with_name(f"{target.name}.{os.getpid()}.new")
    command = [str(qt_tool("lrelease")), "-silent", str(source), "-qm", str(fresh)]
    if strict:
        command.insert(1, "-fail-on-unfinished")
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0 or not fresh.exists():
        fresh.unlink(missing_ok=True)
        raise TranslationError(f"{source.name}: {result.stdout}{result.stderr}".strip())
    fresh.replace(target)


def compile_outdated(folder: Path = TRANSLATIONS) -> list[Path]:
    """Compile every translation whose ``.qm`` is missing or older; return those compiled.

    Raises:
        TranslationError: one cannot be compiled.
    """
    compiled = []
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns:
            compile_translation(source, target, strict=False)
            compiled.append(target)
    return compiled


if __name__ == "__main__":
    try:
        compile_outdated()
    except TranslationError as error:
        sys.exit(str(error))
