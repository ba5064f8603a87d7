"""Problems, errors and stages as text in the user's language. Text is made here alone, and always plain."""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.model.errors import (
    ConnectorRefused,
    ErpSyncError,
    OperationCancelled,
    Problem,
)
from erpsync_desktop.model.localized import choose
from erpsync_desktop.model.watch import Stage
from erpsync_desktop.widgets.actor_names import actor_name
from erpsync_desktop.widgets.language import current_language, uilocale
from erpsync_desktop.widgets.problem_texts import TEXTS, Words

LONGEST_NAME_SHOWN = 80
LONGEST_WORDS_SHOWN = 2_000
_MOST_NAMES = 10
_LOCALISED = {"label", "crm_label", "other_label", "explanation", "list"}
_WORDS_OF_OTHERS = {"explanation", "text", "location", "suggestion", "path", "url"}
_UNGROUPED = {"port", "status", "line", "column", "first", "found", "known", "expected", "position"}
_LISTED = {"connections", "fields"}
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said of a problem.

    Attributes:
        problem: what is wrong.
        cause: why; may be empty.
        remedy: what the administrator can do; may be empty.
        details: technical text for support; may be empty.
    """

    problem: str
    cause: str = ""
    remedy: str = ""
    details: str = ""

    @property
    def text(self) -> str:
        """All but the details, in one paragraph."""
        return " ".join(part for part in (self.problem, self.cause, self.remedy) if part)


def sentence(problem: Problem) -> Sentence:
    """What to say of a problem."""
    words = TEXTS.get(problem.code) or _without_words()
    shown = _Shown({name: _show(name, value) for name, value in problem.params.items()})
    problem_text, cause, remedy = (_filled(part, shown) for part in words)
    return Sentence(_placed(problem, problem_text), cause, remedy, _details(problem))


def explain(error: BaseException) -> tuple[Sentence, ...]:
    """What to say of an error: one sentence a problem; none where the user stopped the work."""
    if isinstance(error, OperationCancelled):
        return ()
    if isinstance(error, ConnectorRefused):
        said = sentence(error.problem)
        parts = (said.details, error.outcome.tech_explanation, error.outcome.error_code)
        seen = dict.fromkeys(part for part in parts if part and part not in error.problem.detail)
        refused = Sentence(said.problem, said.cause, said.remedy, "\n".join(seen))
        return (refused, *(sentence(problem) for problem in error.problems[1:]))
    if isinstance(error, ErpSyncError):
        return tuple(sentence(problem) for problem in error.problems)
    return (_of_a_bug(error),)


def stage_text(stage: Stage) -> str:
    """What is being done at the moment."""
    texts = {
        Stage.RESOLVING: QCoreApplication.translate("Sentences", "Looking up the server …"),
        Stage.CONNECTING: QCoreApplication.translate("Sentences", "Connecting …"),
        Stage.CERTIFICATE: QCoreApplication.translate("Sentences", "Checking the certificate …"),
        Stage.CONTRACT: QCoreApplication.translate("Sentences", "Reading the connector’s description …"),
        Stage.ASKING: QCoreApplication.translate("Sentences", "Asking the Sync Connector …"),
        Stage.ANSWER: QCoreApplication.translate("Sentences", "Reading the answer …"),
        Stage.SAVING: QCoreApplication.translate("Sentences", "Saving …"),
        Stage.SECRETS: QCoreApplication.translate("Sentences", "Storing the secrets in the keyring …"),
        Stage.UNDOING: QCoreApplication.translate("Sentences", "Taking back what was done …"),
        Stage.READING_ERP: QCoreApplication.translate("Sentences", "Reading what the ERP has …"),
    }
    return texts[stage]


def shown_name(name: str, longest: int = LONGEST_NAME_SHOWN) -> str:
    """A name as it stands in a sentence: on one line, not too long, and of its own writing direction.

    Args:
        name: as typed, or as a connector sent it.
        longest: characters; a longer one loses its middle.
    """
    line = " ".join(_INVISIBLE.sub("", name).split())
    return f"\u2068{_elided(line, longest)}\u2069"


def _placed(problem: Problem, text: str) -> str:
    """The sentence behind its place in a file, if it has one."""
    where = problem.params.get("where")
    if where is None:
        return text
    if isinstance(where, int):
        place = QCoreApplication.translate("Sentences", "Line {line}").format(line=where)
    else:
        place = shown_name(where)
    return f"{place}: {text}"


def _filled(template: str, shown: Mapping[str, str]) -> str:
    return QCoreApplication.translate("Sentences", template).format_map(shown) if template else ""


def _show(name: str, value: str | int) -> str:
    if isinstance(value, int):
        return str(value) if name in _UNGROUPED else uilocale().toString(value)
    if name == "actor":
        return shown_name(actor_name(value))
    if name in _LISTED:
        return listed([choose(line, current_language()) for line in value.splitlines()])
    text = choose(value, current_language()) if name in _LOCALISED else value
    if name in _WORDS_OF_OTHERS:
        return f"\u2068{_elided(_INVISIBLE.sub('', text).strip(), LONGEST_WORDS_SHOWN)}\u2069"
    return shown_name(text)


def listed(names: list[str]) -> str:
    """Names as they stand in a sentence; where they are many, the rest is counted."""
    shown = [shown_name(name) for name in names[:_MOST_NAMES]]
    if len(names) > _MOST_NAMES:
        more = QCoreApplication.translate("Sentences", "{count} more")
        shown.append(more.format(count=uilocale().toString(len(names) - _MOST_NAMES)))
    return uilocale().createSeparatedList(shown)


def _elided(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    tail = (longest - 1) // 3
    return f"{text[: longest - 1 - tail]}…{text[-tail:]}"


def _details(problem: Problem) -> str:
    params = ", ".join(f"{name}={_elided(str(value), 200)}" for name, value in problem.params.items())
    code = f"{problem.code.value} ({params})" if params else problem.code.value
    return "\n".join(part for part in (problem.detail, code) if part)


def _of_a_bug(error: BaseException) -> Sentence:
    """A bug of ours. Its own text is left out: it may hold a value that was typed."""
    places = (f"{frame.name}, line {frame.lineno}" for frame in traceback.extract_tb(error.__traceback__))
    return Sentence(
        QCoreApplication.translate("Sentences", "Something went wrong inside the program."),
        QCoreApplication.translate("Sentences", "This is a mistake of the program, not yours."),
        QCoreApplication.translate("Sentences", "Try again. If it happens again, report the details."),
        "\n".join((type(error).__name__, *places)),
    )


def _without_words() -> Words:
    return Words(QCoreApplication.translate("Sentences", "Something is wrong; the details say what."))


class _Shown(dict[str, str]):
    """Parameters of a template. A missing one must not hide the whole sentence."""

    def __init__(self, params: Mapping[str, str]) -> None:
        super().__init__(params)

    def __missing__(self, _key: str) -> str:
        return "…"
