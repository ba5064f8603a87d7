"""The test of an ERP connection: a button, what it is doing, and what came of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.localized import choose
from erpsync_desktop.model.outcome import ConnectionTest, Outcome, OutcomeState
from erpsync_desktop.model.watch import Stage
from erpsync_desktop.widgets.busy import BusyLine
from erpsync_desktop.widgets.fitted_scroll import FittedScroll
from erpsync_desktop.widgets.language import current_language, uilocale
from erpsync_desktop.widgets.message_panel import MessagePanel, PlainLabel
from erpsync_desktop.widgets.sentences import Sentence, sentence, stage_text
from erpsync_desktop.widgets.theme import Tone

_TONES = {OutcomeState.OK: Tone.OK, OutcomeState.INFO: Tone.INFO, OutcomeState.WARNING: Tone.WARNING}


class TestSection(QWidget):
    """Shows a test; starting and stopping it is the dialog's.

    Signals:
        testWanted: the button was pressed.
        cancelWanted: the running test is to be stopped.
    """

    __test__ = False  # the name is no test's
    testWanted = Signal()  # noqa: N815
    cancelWanted = Signal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ended: Callable[[], str] = str
        self.test_button, self.cancel_button = QPushButton(self), QPushButton(self)
        self.test_button.setObjectName("testButton")
        self.cancel_button.setObjectName("cancelTestButton")
        self.status = PlainLabel(self)
        self.status.setObjectName("testStatus")
        self._busy = BusyLine(self, self.status)
        self._busy.bar.keep_place(False)
        self.panel = MessagePanel(self)
        self.panel.setObjectName("testResult")
        self._room = FittedScroll(self.panel, self)
        self._lay_out()
        self.test_button.clicked.connect(self.testWanted)
        self.cancel_button.clicked.connect(self.cancelWanted)
        for button in (self.test_button, self.cancel_button):
            button.setAutoDefault(False)
        self.cancel_button.hide()
        self._retranslate()

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addStretch(1)
        said.addWidget(self.status)
        said.addWidget(self._busy)
        said.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.test_button)
        row.addLayout(said, 1)
        row.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._room)

    def begin(self) -> None:
        """A test runs. The keyboard moves off the button that started it to the one that stops it."""
        self.panel.clear()
        self.cancel_button.show()
        if self.test_button.hasFocus():
            self.cancel_button.setFocus()
        self.test_button.setEnabled(False)
        self._busy.start(lambda: self.tr("Testing the ERP connection …"))

    def enter(self, stage: Stage) -> None:
        """The test has come to a stage."""
        self._busy.say(lambda: stage_text(stage))

    def end(self, text: Callable[[], str]) -> None:
        """No test runs any more.

        Args:
            text: the last word, in the language of the moment.
        """
        self._ended = text
        self.test_button.setEnabled(True)
        if self.cancel_button.hasFocus():
            self.test_button.setFocus()
        self.cancel_button.hide()
        self._busy.stop(text())

    def say(self, text: Callable[[], str]) -> None:
        """Say something of the last test, if none runs."""
        self._ended = text
        if not self._busy.running:
            self.status.setText(text())

    def show_result(self, result: ConnectionTest) -> None:
        """Show how a test went."""
        self.end(lambda: self._summary(result))
        self.panel.show_sentences(
            _TONES.get(result.state, Tone.ERROR), lambda: (self._result_sentence(result),)
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.test_button.setText(self.tr("&Test ERP connection"))
        self.test_button.setToolTip(self.tr("Test this configuration without saving it (F5)"))
        self.cancel_button.setText(self.tr("Cancel test"))
        self.cancel_button.setToolTip(self.tr("Stop the test (Esc)"))
        if not self._busy.running:
            self.status.setText(self._ended())

    def _summary(self, result: ConnectionTest) -> str:
        seconds = uilocale().toString(result.seconds, "f", 1)
        text = (
            self.tr("Test succeeded in {seconds} s.")
            if result.passed
            else self.tr("Test failed after {seconds} s.")
        )
        return text.format(seconds=seconds)

    def _result_sentence(self, result: ConnectionTest) -> Sentence:
        details = self._details(result)
        if result.passed and result.outcome:
            explanation = choose(result.outcome.user_explanation, current_language()).strip()
            headline = {
                OutcomeState.INFO: self.tr("The ERP connection works. The connector says:"),
                OutcomeState.WARNING: self.tr("The ERP connection works, but the connector warns:"),
            }.get(result.state, self.tr("The ERP connection works."))
            return Sentence(problem=headline, cause=explanation, remedy="", details=details)
        said = sentence(result.problem or _refused(result.outcome))
        both = "\n".join(text for text in (said.details, details) if text)
        return Sentence(problem=said.problem, cause=said.cause, remedy=said.remedy, details=both)

    def _details(self, result: ConnectionTest) -> str:
        lines = []
        if result.outcome:
            lines += [f"State: {result.outcome.state}"]
            lines += [f"ErrorCode: {result.outcome.error_code}"] if result.outcome.error_code else []
            lines += [result.outcome.tech_explanation] if result.outcome.tech_explanation else []
        if result.contract_assumed:
            lines.append(self.tr("The connector publishes no WSDL; the bundled contract was used."))
        lines += [f"{stage_text(each.stage)}: {each.seconds:.3f} s" for each in result.stages]
        return "\n".join(lines)


def _refused(outcome: Outcome | None) -> Problem:
    explanation = outcome.user_explanation or outcome.tech_explanation if outcome else ""
    return Problem(ProblemCode.CONNECTOR_REFUSED, {"explanation": explanation})
