"""What came of changing many mappings at once, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from erpsync_desktop.model.errors import Problem
from erpsync_desktop.widgets.actor_names import actor_name
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.message_panel import words
from erpsync_desktop.widgets.sentences import Sentence, sentence, shown_name
from erpsync_desktop.widgets.theme import Tone

_MOST_SAID = 5
"""Reasons why something could not be taken over that are said; more are counted."""


def grouped(text: str, count: int) -> str:
    """A text with a number in it (``%n``), the number as the user's region writes it: 1,022."""
    return text.replace(str(count), uilocale().toString(count), 1)


class MappingResults(QObject):
    """What is said with a number: lupdate knows plural forms in ``self.tr`` alone."""

    def unchanged(self, count: int) -> str:
        """How many of the selected fields stay as they were."""
        return grouped(self.tr("%n of the selected fields were not changed.", "", count), count)

    def mapped(self, count: int) -> str:
        """How many fields of ``{actor}`` were mapped by themselves."""
        return grouped(self.tr("{actor}: %n fields were mapped, without a direction.", "", count), count)

    def not_copied(self, count: int) -> str:
        """How many mappings could not be taken over as they are, before the reasons."""
        return grouped(self.tr("%n of them could not be taken over as they are there:", "", count), count)

    def more(self, count: int) -> str:
        """How many reasons are not said."""
        return grouped(self.tr("… and %n more.", "", count), count)


@dataclass(frozen=True, slots=True)
class Copied:
    """What came of copying the mappings of another connection.

    Attributes:
        problems: why something could not be taken over as it is there.
        same: nothing differed.
    """

    problems: tuple[Problem, ...] = ()
    same: bool = False

    @property
    def tone(self) -> Tone:
        """How that is said."""
        if self.problems:
            return Tone.WARNING
        return Tone.INFO if self.same else Tone.OK


def attempt_text(count: int, barred: Sequence[Problem]) -> str:
    """Why a change of so many fields was not made for some of them."""
    why = sentence(barred[0]).text
    if count == 1:
        return QCoreApplication.translate("MappingResults", "Not possible: {why}").format(why=why)
    return f"{MappingResults().unchanged(len(barred))} {why}"


def mapped_text(actor_type: str, count: int) -> tuple[Sentence, ...]:
    """How many fields were mapped by themselves."""
    actor = shown_name(actor_name(actor_type))
    if not count:
        none = QCoreApplication.translate(
            "MappingResults", "{actor}: no further field has a key that is known."
        )
        by_hand = QCoreApplication.translate("MappingResults", "Choose the SuperOffice fields by hand.")
        return (words(none.format(actor=actor), by_hand),)
    text = MappingResults().mapped(count)
    remedy = QCoreApplication.translate(
        "MappingResults", "Choose the directions that are to be synchronised."
    )
    return (words(text.format(actor=actor), remedy),)


def copied_text(name: str, copied: Copied) -> tuple[Sentence, ...]:
    """What was taken over from the connection of that name, and what was not."""
    text = (
        QCoreApplication.translate("MappingResults", "The mappings of “{name}” are the same.")
        if copied.same
        else QCoreApplication.translate("MappingResults", "The mappings of “{name}” were taken over.")
    ).format(name=shown_name(name))
    problems = copied.problems
    if not problems:
        return (words(text),)
    some = MappingResults().not_copied(len(problems))
    said = [sentence(one).problem for one in problems[:_MOST_SAID]]
    more = len(problems) - _MOST_SAID
    if more > 0:
        said.append(MappingResults().more(more))
    return (Sentence(text, cause=some, remedy="\n".join(said)),)
