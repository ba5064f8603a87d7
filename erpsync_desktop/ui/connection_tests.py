"""Tests of saved connections from the list, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.outcome import ConnectionTest, OutcomeState
from erpsync_desktop.ui.jobs import Jobs
from erpsync_desktop.ui.status_texts import what_was_said
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.widgets.sentences import Sentence, explain, sentence, shown_name
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Workspace

_GRAVE = (OutcomeState.OK, OutcomeState.INFO, OutcomeState.WARNING, OutcomeState.ERROR)
_TONES = dict(zip(_GRAVE, (Tone.OK, Tone.INFO, Tone.WARNING, Tone.ERROR), strict=True))
_MOST_SHOWN = 20


@dataclass(frozen=True)
class _Result:
    name: str
    test: ConnectionTest | None = None
    error: Exception | None = None

    @property
    def state(self) -> OutcomeState:
        return self.test.state if self.test else OutcomeState.ERROR


class ConnectionTests(QObject):
    """Tests connections in the background and shows what came of it in a panel, until that is closed.

    Args:
        jobs: runs the tests.
        panel: shows the results.
    """

    def __init__(self, jobs: Jobs, panel: MessagePanel) -> None:
        super().__init__(panel)
        self._jobs = jobs
        self._panel = panel
        self._waiting: list[ErpConnection] = []
        self._results: list[_Result] = []
        self._total = 0

    @property
    def running(self) -> bool:
        """Whether a test runs."""
        return self._total > 0

    def start(self, workspace: Workspace, connections: Sequence[ErpConnection]) -> None:
        """Test connections, unless a test is running already."""
        if self.running or not connections:
            return
        self._panel.clear()
        self._waiting, self._results, self._total = list(connections), [], len(connections)
        self._next(workspace)

    def forget(self) -> None:
        """Show nothing any more, and start no further test; the running one is stopped by ``Jobs``."""
        self._waiting, self._results, self._total = [], [], 0
        self._panel.clear()

    def _next(self, workspace: Workspace) -> None:
        if not self._waiting:
            self._finish()
            return
        connection = self._waiting.pop(0)

        def done(test: ConnectionTest) -> None:
            self._results.append(_Result(connection.name, test))
            self._next(workspace)

        def failed(error: Exception) -> None:
            self._results.append(_Result(connection.name, error=error))
            self._next(workspace)

        number = len(self._results) + 1
        self._jobs.run(
            lambda: self._running_text(connection.name, number),
            lambda watch: workspace.test_saved(connection.id, watch),
            done,
            failed=failed,
            cancelled=self._cancelled,
        )

    def _running_text(self, name: str, number: int) -> str:
        if self._total == 1:
            return self.tr("Testing “{name}”").format(name=shown_name(name, 40))
        text = self.tr("Testing “{name}” ({number} of {total})")
        return text.format(name=shown_name(name, 40), number=number, total=self._total)

    def _cancelled(self) -> None:
        self._waiting.clear()
        self._finish()
        self._jobs.tell(lambda: self.tr("The test was cancelled."))

    def _finish(self) -> None:
        self._total = 0
        if self._results:
            worst = max((result.state for result in self._results), key=_GRAVE.index)
            results = tuple(self._results)
            self._panel.show_sentences(_TONES[worst], lambda: self._sentences(results))
            self._panel.add_action(lambda: self.tr("Close"), self._panel.clear, "closeResultButton")

    def _sentences(self, results: Sequence[_Result]) -> list[Sentence]:
        gravest = sorted(results, key=lambda result: -_GRAVE.index(result.state))
        said = [self._sentence(result) for result in gravest[:_MOST_SHOWN]]
        if len(results) > 1:
            passed = sum(result.state is not OutcomeState.ERROR for result in results)
            head = self.tr("{passed} of {total} ERP connections passed the test.")
            locale = uilocale()
            said.insert(
                0,
                Sentence(
                    head.format(passed=locale.toString(passed), total=locale.toString(len(results))),
                ),
            )
        return said

    def _sentence(self, result: _Result) -> Sentence:
        name = shown_name(result.name)
        if result.test is None:
            said = (explain(result.error) if result.error else ()) or (Sentence(""),)
            return _after(self.tr("“{name}” could not be tested.").format(name=name), said[0])
        test = result.test
        if not test.passed:
            head = self.tr("“{name}” failed the test.").format(name=name)
            said_of = sentence(test.problem) if test.problem else Sentence(what_was_said(test))
            return _after(head, said_of)
        passed = self.tr("“{name}” passed the test in {seconds} seconds.")
        seconds = uilocale().toString(test.seconds, "f", 1)
        return Sentence(passed.format(name=name, seconds=seconds), what_was_said(test), "", _details(test))


def _after(head: str, said: Sentence) -> Sentence:
    cause = " ".join(part for part in (said.problem, said.cause) if part)
    return Sentence(head, cause, said.remedy, said.details)


def _details(test: ConnectionTest) -> str:
    return test.outcome.tech_explanation if test.outcome else ""
