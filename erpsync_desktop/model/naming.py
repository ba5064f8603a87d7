"""Names that administrators give: what can be one, and when two are the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

from erpsync_desktop.model.errors import Problem, ProblemCode

LONGEST_NAME = 255
LONGEST_DESCRIPTION = 4_000


def name_key(name: str) -> str:
    """What two equal names share: case, width and how accents are composed do not tell them apart."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name.strip()).casefold())


def check_name(name: str, taken: Container[str]) -> Problem | None:
    """What is wrong with a name, or None.

    Args:
        name: as typed; surrounding space does not count.
        taken: the keys (``name_key``) of the other names.
    """
    stripped = name.strip()
    if not stripped:
        return Problem(ProblemCode.NAME_MISSING, field="name")
    if len(stripped) > LONGEST_NAME:
        return Problem(
            ProblemCode.NAME_TOO_LONG, {"length": len(stripped), "limit": LONGEST_NAME}, field="name"
        )
    if any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in stripped):
        return Problem(ProblemCode.NAME_HAS_CONTROL_CHARACTERS, field="name")
    if name_key(stripped) in taken:
        return Problem(ProblemCode.NAME_TAKEN, {"name": stripped}, field="name")
    return None


def check_description(text: str) -> Problem | None:
    """What is wrong with a description, or None."""
    if len(text) <= LONGEST_DESCRIPTION:
        return None
    params = {"length": len(text), "limit": LONGEST_DESCRIPTION}
    return Problem(ProblemCode.DESCRIPTION_TOO_LONG, params, field="description")
