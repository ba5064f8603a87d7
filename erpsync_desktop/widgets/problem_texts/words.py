"""What is said of one problem."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """English templates with ``{name}`` placeholders, marked for translation in the context ``Sentences``.

    Attributes:
        problem: what is wrong.
        cause: why, as far as it can be told; may be empty.
        remedy: what the administrator can do; may be empty.
    """

    problem: str
    cause: str = ""
    remedy: str = ""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802  the name that lupdate looks for
    """Mark a text for translation and return it as it is (Qt's own is typed as returning any object)."""
    return text
