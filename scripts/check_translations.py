"""Check that German and English are complete and match the strings in the code.

Both ``.ts`` files must hold exactly what lupdate finds in the code now, finished, with the placeholders,
access keys, endings and margins of the source; German must not merely repeat the English, but for the words
listed in ``same_in_both.txt``.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.compile_translations import TRANSLATIONS, TranslationError
from scripts.translatable_calls import Call, Mistake, find
from scripts.translation_entries import Entry, Key, problems, read_entries, repeats_source
from scripts.update_translations import LANGUAGES, PACKAGE, source_files, update


def harvest(sources: Iterable[Path], *options: str) -> set[Key]:
    """Return the strings that lupdate finds in ``sources`` now.

    Raises:
        TranslationError: lupdate fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh_de.ts"
        update(fresh, sources, *options)
        return {entry.key for entry in read_entries(fresh)}


def check_code(sources: Iterable[Path], extracted: set[Key], base: Path) -> Iterator[str]:
    """Yield calls that cannot be translated and strings that lupdate passed over in silence."""
    known = {(key.context, key.source) for key in extracted}
    for path in sources:
        place = path.relative_to(base).as_posix()
        for call in find(path):
            if isinstance(call, Mistake):
                yield f"{place}:{call.line}: {call.reason}"
            elif isinstance(call, Call) and (call.context, call.source) not in known:
                yield f"{place}:{call.line}: lupdate does not find “{call.source}” (is it in an f-string?)"


def check_entries(entries: Iterable[Entry], extracted: set[Key]) -> Iterator[str]:
    """Yield what a file lacks or has too much, and what is wrong with its entries."""
    entries = list(entries)
    keys = {entry.key for entry in entries}
    yield from (f"{key} is missing" for key in sorted(extracted - keys))
    for entry in entries:
        if entry.key not in extracted:
            yield f"{entry.key} is no longer in the code"
        else:
            yield from (f"{entry.key} {problem}" for problem in problems(entry))


def check_repeats(entries: Iterable[Entry], allowed: set[str]) -> Iterator[str]:
    """Yield German that repeats the English without being allowed to."""
    same = {entry.key.source for entry in entries if repeats_source(entry)}
    yield from (f"“{source}” is the same in German as in English" for source in sorted(same - allowed))


def read_allowed(path: Path) -> set[str]:
    """Return the texts that may be the same in both languages: one a line, ``#`` begins a comment."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {line for line in lines if line and not line.startswith("#")}


def check(package: Path = PACKAGE, translations: Path = TRANSLATIONS) -> list[str]:
    """Return everything that is wrong with the translations of a package.

    Raises:
        TranslationError: lupdate fails.
    """
    sources = source_files(package)
    found = list(check_code(sources, harvest(sources), package.parent))
    for language, options in LANGUAGES.items():
        path = translations / f"erpsync_{language}.ts"
        if not path.exists():
            found.append(f"{path.name} is missing")
            continue
        entries = read_entries(path)
        found += [f"{path.name}: {text}" for text in check_entries(entries, harvest(sources, *options))]
        if language == "de":
            found += check_repeats(entries, read_allowed(translations / "same_in_both.txt"))
    return found


def main() -> int:
    """Print what is wrong; return the exit code."""
    try:
        found = check()
    except TranslationError as error:
        found = [str(error)]
    for text in found:
        print(text, file=sys.stderr)
    if found:
        print(
            f"{len(found)} problems. 'python scripts/update_translations.py' brings the files up to date "
            "with the code; what it leaves unfinished is to be translated.",
            file=sys.stderr,
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
