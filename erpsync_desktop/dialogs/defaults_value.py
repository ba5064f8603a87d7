"""The input of a default value: it fits the field's type, and fetches the list of a list field."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erpsync_desktop.model.erp_schema import ErpList
from erpsync_desktop.model.errors import ErpSyncError
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.widgets.field_row import ProblemLine, make_input, row_label
from erpsync_desktop.widgets.language import current_language
from erpsync_desktop.widgets.list_input import ListChoices, ListInput
from erpsync_desktop.widgets.message_panel import TonedLabel
from erpsync_desktop.widgets.sentences import explain
from erpsync_desktop.widgets.tasks import Task, run_in_background
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.widgets.value_inputs import ValueInput

FetchList = Callable[[str, Watch], ErpList]
SLICE_SECONDS = 0.006
"""How long a list is prepared before the event loop runs again."""


class ValueArea(QWidget):
    """Holds the input for the field that is chosen, and what there is to say about it.

    Args:
        fetch: asks for a list by name; called in the background.
        parent: the dialog.

    Signals:
        valueEdited: a value on the wire, as typed.
        invalidEdited: a text that is no value of the field's type.
        listRead: the ``ErpList`` that came.
    """

    valueEdited = Signal(str)  # noqa: N815  Qt's way of naming
    invalidEdited = Signal(str)  # noqa: N815
    listRead = Signal(object)  # noqa: N815

    def __init__(self, fetch: FetchList, parent: QWidget) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._input: ValueInput | None = None
        self._item: FieldMetadata | None = None
        self._task: Task | None = None
        self._list: ErpList | None = None
        self._failure: Exception | None = None
        self._invalid = ""
        self._work: Iterator[None] = iter(())
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._run_slice)
        self._note, self._problem = TonedLabel(Tone.MUTED, self), ProblemLine(self)
        self._note.setObjectName("valueNote")
        self._problem.setObjectName("valueProblem")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._note)
        self._layout.addWidget(self._problem)
        self._note.hide()
        self._problem.hide()

    @property
    def focus(self) -> QWidget | None:
        """The part that takes the keyboard, if a field is chosen."""
        return self._input.focus if self._input else None

    def show_field(self, item: FieldMetadata | None, wire: str) -> None:
        """Make the input for another field.

        Args:
            item: the field; None for none.
            wire: its value.
        """
        self.stop()
        self._put_away()
        self._item, self._list, self._failure, self._invalid = item, None, None, ""
        if item is None:
            return
        self._input = made = make_input(item, wire, self)
        made.focus.setObjectName("valueEdit")
        made.show_value(wire)
        made.valueEdited.connect(self._value_edited)
        made.invalidEdited.connect(self._invalid_edited)
        made.noticed.connect(self._note.say)
        self._layout.insertWidget(0, made.widget)
        self.retranslate()
        if isinstance(made, ListInput):
            made.retryWanted.connect(self._ask)
            self._ask()

    def set_editable(self, editable: bool) -> None:
        """Bar changes, or allow them."""
        if self._input:
            self._input.set_read_only(not editable)

    def stop(self) -> None:
        """Ask for no list any more."""
        self._slices.stop()
        self._work = iter(())
        if self._task:
            self._task.cancel()
            self._task = None

    def _put_away(self) -> None:
        self._note.say("")
        self._problem.hide()
        if self._input:
            self._input.focus.setObjectName("")
            self._input.widget.hide()
            self._input.widget.deleteLater()
            self._input = None

    def _value_edited(self, wire: str) -> None:
        self._invalid = ""
        self.valueEdited.emit(wire)

    def _invalid_edited(self, text: str) -> None:
        self._invalid = text
        self.invalidEdited.emit(text)

    # Lists

    def _ask(self) -> None:
        item = self._item
        if item is None or not isinstance(self._input, ListInput):
            return
        self._failure = None
        self._problem.hide()
        self._input.wait_for_items()
        self._task = run_in_background(
            self, lambda watch: self._fetch(item.list_name, watch), done=self._came, failed=self._failed
        )

    def _came(self, read: ErpList) -> None:
        if read.problem is not None and not read.items:
            self._failed(ErpSyncError(read.problem))
            return
        self._task, self._list = None, read
        self.listRead.emit(read)
        self._offer()

    def _offer(self) -> None:
        if self._list is not None:
            self._work = self._prepared(self._list)
            self._slices.start()

    def _prepared(self, read: ErpList) -> Iterator[None]:
        choices = ListChoices(read.items, current_language(), self)
        yield from choices.prepare()
        if isinstance(self._input, ListInput):
            self._input.offer(choices)

    def _run_slice(self) -> None:
        end = time.perf_counter() + SLICE_SECONDS
        for _ in self._work:
            if time.perf_counter() > end:
                return
        self._slices.stop()

    def _failed(self, error: Exception) -> None:
        self._task, self._failure = None, error
        if isinstance(self._input, ListInput):
            self._input.offer_retry()
        self._say_failure()

    def _say_failure(self) -> None:
        if self._failure is not None:
            self._problem.say("\n".join(said.text for said in explain(self._failure)))

    # Words

    def retranslate(self) -> None:
        """Say everything in the language that is set; what is typed stays."""
        if self._input is None or self._item is None:
            return
        label = row_label(self._item)
        self._input.set_label(
            self.tr("Default value for {label}").format(label=label), label.replace("&", "&&")
        )
        self._input.relocalise()
        if self._invalid:
            self._input.show_invalid(self._invalid)
        self._say_failure()
        self._offer()
