"""The entries of Qt Linguist's ``.ts`` files, and what can be wrong with one."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n|%L?\d+")
_ACCESS_KEY = re.compile(r"&(?=[^\s&])")
_PLURAL_FORMS = 2  # of German and of English


@dataclasses.dataclass(frozen=True, order=True)
class Key:
    """What identifies a string: two equal texts in two contexts are translated apart."""

    context: str
    source: str
    comment: str = ""

    def __str__(self) -> str:
        return f"{self.context}: “{self.source}”"


@dataclasses.dataclass(frozen=True)
class Entry:
    """One string with its translation: one form, or one for each plural."""

    key: Key
    kind: str
    plural: bool
    forms: tuple[str, ...]


def read_entries(path: Path) -> list[Entry]:
    """Return the entries of a ``.ts`` file in its order."""
    return [
        _entry(context.findtext("name", ""), message)
        for context in ET.parse(path).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    ]


def _entry(context: str, message: ET.Element) -> Entry:
    key = Key(context, message.findtext("source", ""), message.findtext("comment", ""))
    translation = message.find("translation")
    if translation is None:
        return Entry(key, "unfinished", plural=False, forms=("",))
    plural = message.get("numerus") == "yes"
    forms = (
        [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
    )
    return Entry(key, translation.get("type", ""), plural, tuple(forms))


def problems(entry: Entry) -> Iterator[str]:
    """Yield what is wrong with an entry by itself, in words that follow its key."""
    if entry.kind in {"vanished", "obsolete"}:
        yield "is no longer in the code"
        return
    if entry.kind:
        yield f"is {entry.kind}"
        return
    if entry.plural and len(entry.forms) != _PLURAL_FORMS:
        yield f"has {len(entry.forms)} plural forms instead of {_PLURAL_FORMS}"
    for form in entry.forms:
        if not form.strip():
            yield "has an empty plural form" if entry.plural else "is not translated"
        else:
            yield from differences(entry.key.source, form)


def differences(source: str, translation: str) -> Iterator[str]:
    """Yield how the marks around and in a translation differ from those of its source."""
    if placeholders(source) != placeholders(translation):
        theirs, ours = (sorted(placeholders(text)) for text in (source, translation))
        yield f"has the placeholders {ours} instead of {theirs}"
    if access_keys(source) != access_keys(translation):
        yield f"has {access_keys(translation)} access keys (&) instead of {access_keys(source)}"
    if _ending(source) != _ending(translation):
        yield f"ends in “{_ending(translation)}” instead of “{_ending(source)}”"
    if _margins(source) != _margins(translation):
        yield "begins or ends with other spaces"


def placeholders(text: str) -> set[str]:
    """Return ``{name}``, ``%n``, ``%1`` and their like."""
    return set(_PLACEHOLDER.findall(text))


def access_keys(text: str) -> int:
    """Return how many letters are marked as access key; ``&&`` is a literal ampersand, ``A & B`` too."""
    return len(_ACCESS_KEY.findall(text.replace("&&", "")))


def repeats_source(entry: Entry) -> bool:
    """Tell whether a translation says the same words as its source (one without any words cannot)."""
    return any(_words(form) == _words(entry.key.source) != "" for form in entry.forms)


def _words(text: str) -> str:
    """Return a text without placeholders, access keys and marks, in lower case."""
    return " ".join(re.findall(r"[^\W\d_]+", _PLACEHOLDER.sub(" ", text.replace("&", "")))).lower()


def _ending(text: str) -> str:
    stripped = text.rstrip()
    return next((mark for mark in ("…", "...", ":") if stripped.endswith(mark)), "")


def _margins(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
