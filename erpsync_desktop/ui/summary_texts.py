"""The summary of a connection as plain text, in the language of the moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.localized import choose
from erpsync_desktop.model.summary import ActorSummary, Summary, SummaryDefault, SummaryLine
from erpsync_desktop.model.sync_setup import Direction
from erpsync_desktop.ui.status_texts import result_text, tested_text, what_was_said
from erpsync_desktop.widgets.actor_names import actor_name, entity_name
from erpsync_desktop.widgets.language import current_language, uilocale
from erpsync_desktop.widgets.moments import exactly
from erpsync_desktop.widgets.sentences import sentence, shown_name
from erpsync_desktop.widgets.value_texts import value_text

_ARROWS = {Direction.TO_CRM: "→", Direction.TO_ERP: "←", Direction.BOTH: "↔"}
_INDENT = "    "


def summary_text(summary: Summary) -> str:
    """All that is said of a connection; takes a few µs a field, and is meant for a background thread."""
    lines = [_head(summary), _last_test(summary), *_unread(summary)]
    for actor in summary.actors:
        lines += ["", *_actor(actor)]
    return "\n".join(lines)


def _head(summary: Summary) -> str:
    connection = summary.connection
    if connection.active:
        text = QCoreApplication.translate("Summary", "{name}: active")
    else:
        text = QCoreApplication.translate("Summary", "{name}: inactive")
    return text.format(name=shown_name(connection.name))


def _last_test(summary: Summary) -> str:
    """With the exact moment: nobody says it again as time goes by, and copies are kept."""
    connection, test = summary.connection, summary.connection.last_test
    result = tested_text(connection)
    if test is not None and not connection.tested_elsewhere:
        result = ", ".join(filter(None, (result_text(test.state), exactly(test.at), what_was_said(test))))
    text = QCoreApplication.translate("Summary", "Last tested: {result}")
    return text.format(result=" ".join(result.split()))


def _unread(summary: Summary) -> Iterator[str]:
    if summary.problem is not None:
        yield _problem(summary.problem)
    elif not summary.was_read:
        yield QCoreApplication.translate(
            "Summary", "What the ERP has was never read. Open the mappings to read it."
        )


def _problem(problem: Problem) -> str:
    return " ".join(sentence(problem).text.split())


def _actor(actor: ActorSummary) -> Iterator[str]:
    yield _actor_head(actor)
    if actor.problem is not None:
        yield _INDENT + _problem(actor.problem)
    for direction in actor.directions:
        lines = actor.towards(direction)
        yield _INDENT + _counted(_direction_text(direction), len(lines))
        yield from (_INDENT * 2 + _pair(line) for line in lines)
    if actor.in_tab:
        yield _INDENT + _listed(QCoreApplication.translate("Summary", "Shown in the ERP tab"), actor.in_tab)
    if actor.in_search:
        yield _INDENT + _listed(QCoreApplication.translate("Summary", "Shown in Search"), actor.in_search)
    if actor.defaults:
        yield _INDENT + _counted(QCoreApplication.translate("Summary", "Defaults"), len(actor.defaults))
        yield from (_INDENT * 2 + _default(one) for one in actor.defaults)


def _actor_head(actor: ActorSummary) -> str:
    name = shown_name(actor_name(actor.actor_type))
    if not actor.supported:
        text = QCoreApplication.translate("Summary", "{actor}: not supported by the Sync Connector any more")
        return text.format(actor=name)
    if actor.entity is None:
        text = QCoreApplication.translate("Summary", "{actor}: cannot be synchronised with SuperOffice")
        return text.format(actor=name)
    if actor.active:
        text = QCoreApplication.translate("Summary", "{actor} with SuperOffice {entity}: synchronised")
    else:
        text = QCoreApplication.translate("Summary", "{actor} with SuperOffice {entity}: not synchronised")
    return text.format(actor=name, entity=entity_name(actor.entity))


def _direction_text(direction: Direction) -> str:
    return {
        Direction.TO_CRM: QCoreApplication.translate("Summary", "From the ERP to SuperOffice"),
        Direction.TO_ERP: QCoreApplication.translate("Summary", "From SuperOffice to the ERP"),
        Direction.BOTH: QCoreApplication.translate("Summary", "In both directions"),
    }[direction]


def _counted(what: str, count: int) -> str:
    return f"{what} ({uilocale().toString(count)}):"


def _listed(what: str, labels: Sequence[str]) -> str:
    return f"{_counted(what, len(labels))} {', '.join(map(_label, labels))}"


def _pair(line: SummaryLine) -> str:
    return f"{_label(line.erp)} {_ARROWS[line.direction]} {_label(line.crm)}"


def _label(text: str) -> str:
    return shown_name(choose(text, current_language()))


def _default(one: SummaryDefault) -> str:
    return f"{_label(one.label)}: {', '.join(_ways(one))}"


def _ways(one: SummaryDefault) -> Iterable[str]:
    if one.default.set_value:
        yield QCoreApplication.translate("Summary", "set to {value}").format(value=_value(one))
    if one.default.ask_user:
        yield QCoreApplication.translate("Summary", "the user is asked")
    if one.default.mandatory:
        yield QCoreApplication.translate("Summary", "mandatory")


def _value(one: SummaryDefault) -> str:
    """The value as the user writes it; of a list, the item's key, since its text may not be read yet."""
    return shown_name(value_text(one.erp, one.default.value) if one.erp else one.default.value)
