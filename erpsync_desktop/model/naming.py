"""Names that administrators give: what can be one, and when two are the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

from erpsync_desktop.model.errors import Problem, ProblemCode

LONGEST_NAME = 255
LONGEST_DESCRIPTION = 4_000


_FORBIDDEN = ("Cc", "Cs", "Zl", "Zp")
_INVISIBLE = ("Cf", "Zs")


def name_key(name: str) -> str:
    """What two equal names share: nothing that one cannot see tells them apart.

    That is case, width, how accents are composed, and characters without a look of their own (direction
    marks, joiners, a soft hyphen).
    """
    text = name.casefold() if name.isascii() else _folded(name)
    return " ".join(text.split())


def _folded(name: str) -> str:
    seen = name
    if not name.isprintable():  # as everything of this category is
        seen = "".join(char for char in name if unicodedata.category(char) != "Cf")
    # Twice: folding can bring forth what normalising changes, and the other way round.
    for _ in range(2):
        seen = unicodedata.normalize("NFKC", unicodedata.normalize("NFD", seen).casefold())
    return seen


def is_blank(text: str) -> bool:
    """Whether there is nothing to see."""
    return not text.strip() or all(unicodedata.category(char) in _INVISIBLE for char in text.strip())


def has_control_characters(text: str) -> bool:
    """Whether there is a line break, tab or other control character in it, or half a surrogate pair."""
    return any(unicodedata.category(char) in _FORBIDDEN for char in text)


def check_name(name: str, taken: Container[str]) -> Problem | None:
    """What is wrong with a name, or None.

    Args:
        name: as typed; surrounding space does not count.
        taken: the keys (``name_key``) of the other names.
    """
    stripped = name.strip()
    if is_blank(stripped):
        return Problem(ProblemCode.NAME_MISSING, field="name")
    if len(stripped) > LONGEST_NAME:
        return Problem(
            ProblemCode.NAME_TOO_LONG, {"length": len(stripped), "limit": LONGEST_NAME}, field="name"
        )
    if has_control_characters(stripped):
        return Problem(ProblemCode.NAME_HAS_CONTROL_CHARACTERS, field="name")
    if name_key(stripped) in taken:
        return Problem(ProblemCode.NAME_TAKEN, {"name": stripped}, field="name")
    return None


def whole_characters(text: str) -> str:
    """The text with a replacement character for each half of a surrogate pair: no file can hold those."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def check_description(text: str) -> Problem | None:
    """What is wrong with a description, or None."""
    if len(text) <= LONGEST_DESCRIPTION:
        return None
    params = {"length": len(text), "limit": LONGEST_DESCRIPTION}
    return Problem(ProblemCode.DESCRIPTION_TOO_LONG, params, field="description")
