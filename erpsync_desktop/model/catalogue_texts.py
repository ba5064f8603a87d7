"""Names in the two languages that are typed and kept in files, English and German, as localised text."""

from __future__ import annotations

from erpsync_desktop.model.localized import compose, parse

_ENGLISH, _GERMAN = ("US", "UK", "EN"), ("GE", "DE")


def in_two(text: str) -> tuple[str, str]:
    """The English and the German entry of a localised text; plain text counts as English."""
    entries = parse(text)
    if not entries:
        return text, ""
    return _first(entries, _ENGLISH), _first(entries, _GERMAN)


def of_two(english: str, german: str, before: str = "") -> str:
    """Localised text of both; plain text where there is English alone.

    Args:
        english: may be empty.
        german: may be empty.
        before: what it was; its entries in other languages are kept.
    """
    if in_two(before) == (english, german):
        return before
    others = {code: words for code, words in parse(before).items() if code not in (*_ENGLISH, *_GERMAN)}
    if not german and not others and not parse(english):
        return english
    texts = {"en": english, "de": german} | others
    return compose({language: words for language, words in texts.items() if words})


def all_texts(text: str) -> tuple[str, ...]:
    """The words in every language."""
    return tuple(parse(text).values()) or (text,)


def _first(entries: dict[str, str], codes: tuple[str, ...]) -> str:
    return next((entries[code] for code in codes if code in entries), "")
