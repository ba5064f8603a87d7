"""The state of a connector and of a connection's last test: a tone for the icon, a word, an explanation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import ConnectorState, SyncConnector
from erpsync_desktop.model.localized import choose
from erpsync_desktop.model.outcome import ConnectionTest, OutcomeState
from erpsync_desktop.widgets.language import current_language
from erpsync_desktop.widgets.moments import ago, exactly
from erpsync_desktop.widgets.sentences import sentence
from erpsync_desktop.widgets.theme import Tone

_CONNECTOR_TONES = {
    ConnectorState.NOT_CHECKED: Tone.MUTED,
    ConnectorState.ANSWERS: Tone.OK,
    ConnectorState.ANSWERS_BY_ASSUMED_CONTRACT: Tone.INFO,
    ConnectorState.DOES_NOT_ANSWER: Tone.ERROR,
    ConnectorState.NEEDS_SITE: Tone.INFO,
}
_TEST_TONES = {
    OutcomeState.OK: Tone.OK,
    OutcomeState.INFO: Tone.INFO,
    OutcomeState.WARNING: Tone.WARNING,
    OutcomeState.ERROR: Tone.ERROR,
}


def connector_tone(connector: SyncConnector) -> Tone:
    """The tone of a connector's state."""
    return _CONNECTOR_TONES[connector.state]


def connector_text(connector: SyncConnector) -> str:
    """A connector's state in a few words."""
    return {
        ConnectorState.NOT_CHECKED: QCoreApplication.translate("Status", "Not checked"),
        ConnectorState.ANSWERS: QCoreApplication.translate("Status", "Answers"),
        ConnectorState.ANSWERS_BY_ASSUMED_CONTRACT: QCoreApplication.translate(
            "Status", "Answers, but publishes no description"
        ),
        ConnectorState.DOES_NOT_ANSWER: QCoreApplication.translate("Status", "Does not answer"),
        ConnectorState.NEEDS_SITE: QCoreApplication.translate("Status", "Only through a SuperOffice site"),
    }[connector.state]


def connector_explanation(connector: SyncConnector) -> str:
    """When a connector was checked and why it does not answer; plain text of several lines."""
    lines = [connector_text(connector)]
    if connector.state_problem:
        lines.append(sentence(connector.state_problem).text)
    if connector.checked_at:
        checked = QCoreApplication.translate("Status", "Checked on {moment}")
        lines.append(checked.format(moment=exactly(connector.checked_at)))
    return "\n".join(lines)


def tested_tone(connection: ErpConnection) -> Tone:
    """The tone of a connection's last test."""
    if connection.last_test is None:
        return Tone.MUTED
    return Tone.WARNING if connection.tested_elsewhere else _TEST_TONES[connection.last_test.state]


def tested_text(connection: ErpConnection) -> str:
    """How a connection's last test went and when it was, in a few words."""
    test = connection.last_test
    if test is None:
        return QCoreApplication.translate("Status", "Never")
    if connection.tested_elsewhere:
        return QCoreApplication.translate("Status", "Not tested since the address changed")
    template = QCoreApplication.translate("Status", "{result}, {moment}")
    return template.format(result=result_text(test.state), moment=ago(test.at))


def result_text(state: OutcomeState) -> str:
    """How a test went."""
    return {
        OutcomeState.OK: QCoreApplication.translate("Status", "Passed"),
        OutcomeState.INFO: QCoreApplication.translate("Status", "Passed with a note"),
        OutcomeState.WARNING: QCoreApplication.translate("Status", "Passed with a warning"),
        OutcomeState.ERROR: QCoreApplication.translate("Status", "Failed"),
    }[state]


def tested_explanation(connection: ErpConnection) -> str:
    """When a connection was tested and what came of it; plain text of several lines."""
    test = connection.last_test
    if test is None:
        return QCoreApplication.translate("Status", "This ERP connection was never tested.")
    lines = [tested_text(connection), exactly(test.at)]
    if said := what_was_said(test):
        lines.append(said)
    return "\n".join(lines)


def what_was_said(test: ConnectionTest) -> str:
    """The connector's explanation, or why it could not be asked; empty for a plain success."""
    if test.problem is not None:
        return sentence(test.problem).text
    explanation = test.outcome.user_explanation if test.outcome else ""
    return choose(explanation, current_language()).strip()
