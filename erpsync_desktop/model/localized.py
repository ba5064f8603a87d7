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
    "no": ("NO",),
    "sv": ("SW", "SV"),
    "da": ("DA", "DK"),
    "nl": ("NL", "DU"),
    "fr": ("FR",),
}
_ALIASES = {"nb": "no", "nn": "no"}
_LANGUAGE_OF = {code: language for language, codes in _CODES.items() for code in codes}
_ENTRY = re.compile(r'\s*;?\s*([A-Za-z]{2}):"((?:[^"]|"(?!\s*(?:;|$|[A-Za-z]{2}:")))*)"', re.DOTALL)


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
    rest = text[position:].strip(" ;\r\n\t")
    return {} if rest else entries


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
    by_language = {_LANGUAGE_OF.get(code, code.lower()): words for code, words in reversed(entries.items())}
    for candidate in (_ALIASES.get(wanted, wanted), "en"):
        if by_language.get(candidate):
            return by_language[candidate]
    return next((words for words in entries.values() if words), "")


def compose(texts: Mapping[str, str]) -> str:
    """Write localised text from ISO 639-1 codes; double quotes become typographic ones.

    The format has no escape for a double quote, so one inside an entry could end it early.
    """
    written = []
    for language, words in texts.items():
        code = _CODES.get(language, (language.upper(),))[0]
        written.append(f'{code}:"{words.replace(chr(34), "”")}"')
    return ";".join(written)
