"""Plain text, also of others, as a tooltip."""

from __future__ import annotations

from html import escape

_LONGEST_TOOLTIP = 1_000


def tooltip(text: str) -> str:
    """Plain text as a tooltip, which would otherwise take it for rich text where it looks like it."""
    shown = text if len(text) <= _LONGEST_TOOLTIP else f"{text[: _LONGEST_TOOLTIP - 1]}…"
    return f"<qt>{escape(shown).replace(chr(10), '<br>')}</qt>" if shown else ""
