"""Localised text as connectors send it: ``US:"English";NO:"Norsk";GE:"Deutsch"``.

The separator between entries may be missing; text without such marks is plain. (SuperOffice developer
documentation, "ERP Sync Connector Interface".)
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# Language codes of the contract, by the ISO 639-1 language they stand for. The first is the one we write.
_CODES: Mapping[str, tuple[str, ...]] = {
    "en": ("US", "UK", "EN"),
    "de": ("GE", "DE"),
    "no": ("NO", "NB", "NN"),
    "sv": ("SW", "SV"),
    "da": ("DA", "DK"),
    "nl": ("NL", "DU"),
    "fr": ("FR",),
}
_ALIASES = {"nb": "no", "nn": "no"}
_LANGUAGE_OF = {code: language for language, codes in _CODES.items() for code in codes}
# A quote ends its entry where another entry or the end follows; every other one belongs to the words. Written
# so that no text, however hostile, is looked at more than a few times.
_ENTRY = re.compile(r'[\s;]*([A-Za-z]{2}):"([^"]*(?:"(?![\s;]*(?:[A-Za-z]{2}:"|\Z))[^"]*)*)"')


def parse(text: str) -> dict[str, str]:
    """Read localised text.

    Returns:
        Text by the contract's upper-case language code, in the order sent; empty when ``text`` is plain.
    """
    entries: dict[str, str] = {}
    position = 0
    while match := _ENTRY.match(text, position):
        entries.setdefault(match[1].upper(), match[2])
        position = match.end()
    return {} if text[position:].lstrip("; \t\r\n") else entries


def choose(text: str, language: str) -> str:
    """The entry for a user's language, else the US one, else the first; plain text as it is.

    Args:
        text: what the connector sent.
        language: ISO 639-1 code, with or without a country (``de``, ``de_AT``).
    """
    entries = parse(text)
    if not entries:
        return text
    wanted = re.split("[-_]", language)[0].lower()
    wanted = _ALIASES.get(wanted, wanted)
    own = (words for code, words in entries.items() if _LANGUAGE_OF.get(code, code.lower()) == wanted)
    english = (words for code in _CODES["en"] if (words := entries.get(code)))
    return next((words for words in (*own, *english, *entries.values()) if words), "")


def compose(texts: Mapping[str, str]) -> str:
    """Write localised text from ISO 639-1 codes (two letters); double quotes become typographic ones.

    The format has no escape for a double quote, so one inside an entry could end it early.
    """
    written = []
    for language, words in texts.items():
        code = _CODES.get(_ALIASES.get(language, language), (language.upper(),))[0]
        written.append(f'{code}:"{words.replace(chr(34), "”")}"')
    return ";".join(written)
