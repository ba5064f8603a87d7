"""The texts of all problems, by code, in English; the translations are in ``resources/translations``."""

from __future__ import annotations

from collections.abc import Mapping

from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.widgets.problem_texts import (
    answers,
    csv_lines,
    keeping,
    offering,
    reaching,
    syncing,
    typed,
)
from erpsync_desktop.widgets.problem_texts.words import Words

TEXTS: Mapping[ProblemCode, Words] = {
    **typed.TEXTS,
    **reaching.TEXTS,
    **answers.TEXTS,
    **keeping.TEXTS,
    **syncing.TEXTS,
    **offering.TEXTS,
    **csv_lines.TEXTS,
}

__all__ = ["TEXTS", "Words"]
