"""The form that is built from what a connector asks for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.metadata import FieldMetadata, ListItem
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.widgets.access_keys import with_access_keys
from erpsync_desktop.widgets.field_row import FieldRow, row_label
from erpsync_desktop.widgets.language import current_language
from erpsync_desktop.widgets.list_input import ListChoices, ListInput
from erpsync_desktop.widgets.row_chunk import RowChunk
from erpsync_desktop.widgets.sentences import Sentence

SLICE_SECONDS = 0.006
"""How long the form builds before it lets the event loop run."""
_ROWS_A_CHUNK = 5
_MOST_KEYED = 100
"""Later fields have no chance of an access key of their own."""


class ConfigForm(QWidget):
    """Inputs for the configuration fields, in the order given, built in slices.

    Args:
        parent: the owner.
        taken_keys: tells the access keys that the rest of the window has.

    Signals:
        valueEdited: field key and value on the wire, as typed.
        invalidEdited: field key and a text that is no value.
        secretEdited: field key and Secret.
        fieldLeft: field key of an input that lost the keyboard.
        listWanted: name of a list whose items are needed.
        built: all inputs are there.
    """

    valueEdited = Signal(str, str)  # noqa: N815
    invalidEdited = Signal(str, str)  # noqa: N815
    secretEdited = Signal(str, object)  # noqa: N815
    fieldLeft = Signal(str)  # noqa: N815
    listWanted = Signal(str)  # noqa: N815
    built = Signal()
    _dissolving = False

    def __init__(self, parent: QWidget | None, taken_keys: Callable[[], set[str]]) -> None:
        super().__init__(parent)
        self.setObjectName("configFields")
        self._taken_keys = taken_keys
        self._label_width = 0
        self._rows: dict[str, FieldRow] = {}
        self._fields: tuple[FieldMetadata, ...] = ()
        self._chunks: list[RowChunk] = []
        self._old_chunks: list[RowChunk] = []
        self._problems: dict[str, Problem] = {}
        self._invalid_texts: dict[str, str] = {}
        self._items: dict[str, tuple[ListItem, ...]] = {}
        self._choices: dict[str, ListChoices] = {}
        self._failures: dict[str, Callable[[], Sequence[Sentence]]] = {}
        self._work: Iterator[None] = iter(())
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._run_slice)
        self._stacking = QTimer(self)  # once for all chunks that change at a time
        self._stacking.setInterval(0)
        self._stacking.setSingleShot(True)
        self._stacking.timeout.connect(self._stack)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self._stack()

    # Filling and emptying

    def show_fields(self, draft: ConnectionDraft, invalid_texts: Mapping[str, str]) -> None:
        """Build inputs for a draft's fields, filled with what it has.

        Args:
            draft: with its fields loaded.
            invalid_texts: texts typed before that are no values, by field key.
        """
        self.clear()
        self._fields = draft.fields or ()
        self._invalid_texts = {key: text for key, text in invalid_texts.items() if key in draft.invalid}
        for name in dict.fromkeys(item.list_name for item in self._fields if item.kind is FieldType.LIST):
            self.listWanted.emit(name)
        self._begin(self._build(draft))

    def clear(self) -> None:
        """Remove all inputs."""
        self._work = iter(())
        self._put_away()
        self._stack()
        self._rows, self._fields = {}, ()
        self._items, self._choices, self._failures = {}, {}, {}
        self._problems, self._invalid_texts = {}, {}
        self._begin(self._remove_old())

    def _put_away(self) -> None:
        """Let nobody see or find what is about to go."""
        end = time.perf_counter() + SLICE_SECONDS
        seen = self.visibleRegion().boundingRect()
        for row in self._rows.values():
            row.input.focus.setObjectName("")
        for chunk in self._chunks:
            if chunk.geometry().intersects(seen) or time.perf_counter() < end:
                chunk.hide()
                chunk.setParent(None)
        self._old_chunks += self._chunks
        self._chunks = []

    def dissolve(self, window: QWidget) -> None:
        """Delete a window that is about to be closed only after its inputs, which are removed in slices.

        Args:
            window: which has the form in it, and deletes itself when it is closed.
        """
        if not window.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose):
            return
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        # All inputs would be told that the window goes, before it is gone.
        self._dissolving = True
        self.setAttribute(Qt.WidgetAttribute.WA_WState_Hidden)
        self._old_chunks += self._chunks
        self._chunks = []
        self._rows = {}
        self._stacking.stop()
        self._work = iter(())
        self._begin(self._remove_with(window))

    def _remove_with(self, window: QWidget) -> Iterator[None]:
        yield from self._remove_old()
        window.deleteLater()

    @property
    def invalid_texts(self) -> dict[str, str]:
        """The texts that are typed and are no values, by field key."""
        return dict(self._invalid_texts)

    @property
    def building(self) -> bool:
        """Whether inputs are still to come."""
        return self._slices.isActive()

    def set_label_width(self, width: int) -> None:
        """Set the width of the column of names, in pixels, before the fields are shown."""
        self._label_width = width

    def set_locked(self, locked: bool) -> None:
        """Bar changes of all fields, or allow them."""
        for row in self._rows.values():
            row.set_locked(locked)

    # What is said beside the inputs

    def set_problem(self, key: str, problem: Problem | None) -> None:
        """Say beside a field's input what is wrong with it; None for nothing."""
        if problem:
            self._problems[key] = problem
        elif self._problems.pop(key, None) is None:
            return
        if row := self._rows.get(key):
            row.set_problem(problem)
            self._show_list_failure(row)

    def has_problem(self, key: str) -> bool:
        """Whether something is said to be wrong with a field."""
        return key in self._problems

    def focus_field(self, key: str) -> QWidget | None:
        """Put the keyboard into a field's input; returns it, or None where it is not built yet."""
        row = self._rows.get(key)
        if row is None:
            return None
        row.input.focus.setFocus()
        return row.input.focus

    @property
    def last_focus(self) -> QWidget | None:
        """The last input, for the tab order."""
        last = None
        for row in self._rows.values():
            if row.item.kind is not FieldType.LABEL:
                last = row.input.widget
        return last

    # Lists

    def list_loading(self, name: str) -> None:
        """A list is being asked for."""
        self._failures.pop(name, None)
        for row in self._list_rows(name):
            row.set_problem(self._problems.get(row.item.key))
            _list_input(row).wait_for_items()

    def offer_list(self, name: str, items: tuple[ListItem, ...]) -> None:
        """Offer a list's items in all its inputs."""
        self._items[name] = items
        self._begin(self._offer(name))

    def _offer(self, name: str) -> Iterator[None]:
        choices = ListChoices(self._items[name], current_language(), self)
        yield from choices.prepare()
        old, self._choices[name] = self._choices.get(name), choices
        for row in self._list_rows(name):
            if self._rows.get(row.item.key) is row:
                _list_input(row).offer(choices)
            yield
        if old:
            old.deleteLater()

    def list_failed(self, name: str, make: Callable[[], Sequence[Sentence]]) -> None:
        """Say beside all its inputs that a list did not come, and offer to ask again.

        Args:
            name: of the list.
            make: says why, in the language of the moment.
        """
        self._failures[name] = make
        for row in self._list_rows(name):
            self._show_list_failure(row)

    def event(self, event: QEvent) -> bool:
        """Hear nothing more when everything goes."""
        return self._dissolving or super().event(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language; what is typed stays."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._rows:
            self._begin(self._retranslate())

    # In slices

    def _begin(self, work: Iterator[None]) -> None:
        previous = self._work
        self._work = _one_after_the_other(previous, work)
        self._slices.start()

    def _run_slice(self) -> None:
        end = time.perf_counter() + SLICE_SECONDS
        for _ in self._work:
            if time.perf_counter() > end:
                return
        self._slices.stop()
        self._work = iter(())
        self.built.emit()

    def _remove_old(self) -> Iterator[None]:
        while self._old_chunks:
            chunk = self._old_chunks.pop()
            chunk.hide()
            chunk.deleteLater()
            # At once: what is deleted later is all deleted in one go, after the slice.
            QCoreApplication.sendPostedEvents(chunk, QEvent.Type.DeferredDelete)
            yield

    def _build(self, draft: ConnectionDraft) -> Iterator[None]:
        texts = self._texts()
        for start in range(0, len(self._fields), _ROWS_A_CHUNK):
            chunk = RowChunk(self, self._label_width)
            self._chunks.append(chunk)
            for item, text in zip(self._fields[start : start + _ROWS_A_CHUNK], texts, strict=False):
                self._add_row(item, text, draft, chunk.grid, chunk)
                yield
            chunk.changed.connect(self._stacking.start)
            chunk.resize(self.width(), 0)
            chunk.show()  # before it is laid out: shown, it wants to be laid out again
            self._stack()
            yield

    def _stack(self) -> None:
        """Put the chunks one below the other. A layout of Qt's would lay out all for each that is added."""
        width, end = self.width(), time.perf_counter() + SLICE_SECONDS
        stale = [chunk for chunk in self._chunks if not chunk.fits(width)]
        seen = self.visibleRegion().boundingRect() if len(stale) > 1 else QRect()
        for chunk in sorted(stale, key=lambda each: not each.geometry().intersects(seen)):
            if time.perf_counter() > end:
                self._stacking.start()  # the others keep their height for now
                break
            chunk.fit(width)
        bottom = 0
        for chunk in self._chunks:
            chunk.put_at(bottom)
            bottom += chunk.wanted + chunk.spacing
        self.setFixedHeight(bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay out the chunks in the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._stack()

    def _add_row(
        self, item: FieldMetadata, text: str, draft: ConnectionDraft, grid: QGridLayout, chunk: QWidget
    ) -> None:
        row = FieldRow(item, draft, grid, chunk)
        self._rows[item.key] = row
        if item.key in self._invalid_texts:
            row.input.show_invalid(self._invalid_texts[item.key])
        row.set_text(text, self._label_width)
        row.input.valueEdited.connect(lambda wire: self._value_edited(row, wire))
        row.input.invalidEdited.connect(lambda typed: self._invalid_edited(row, typed))
        row.input.secretEdited.connect(lambda secret: self._secret_edited(row, secret))
        if item.key in self._problems:
            row.set_problem(self._problems[item.key])
        if item.kind is FieldType.LIST:
            self._begin_list(row)

    def _begin_list(self, row: FieldRow) -> None:
        name = row.item.list_name
        _list_input(row).retryWanted.connect(lambda: self.listWanted.emit(name))
        if name in self._choices:
            _list_input(row).offer(self._choices[name])
        elif name in self._failures:
            self._show_list_failure(row)
        else:
            _list_input(row).wait_for_items()

    def _retranslate(self) -> Iterator[None]:
        for chunk in list(self._chunks):
            if chunk in self._chunks:
                chunk.retranslate()
            yield
        for (key, row), text in zip(list(self._rows.items()), self._texts(), strict=False):
            if self._rows.get(key) is row:
                row.set_text(text, self._label_width)
            yield
        for name in list(self._items):
            yield from self._offer(name)

    def _texts(self) -> Iterator[str]:
        first = with_access_keys((row_label(item) for item in self._fields[:_MOST_KEYED]), self._taken_keys())
        yield from list(first)
        yield from (row_label(item).replace("&", "&&") for item in self._fields[_MOST_KEYED:])

    # What is typed

    def _value_edited(self, row: FieldRow, wire: str) -> None:
        self._invalid_texts.pop(row.item.key, None)
        row.count(wire)
        self.valueEdited.emit(row.item.key, wire)

    def _invalid_edited(self, row: FieldRow, text: str) -> None:
        self._invalid_texts[row.item.key] = text
        self.invalidEdited.emit(row.item.key, text)

    def _secret_edited(self, row: FieldRow, secret: object) -> None:
        row.count(secret)  # type: ignore[arg-type]
        self.secretEdited.emit(row.item.key, secret)

    def _focus_moved(self, old: QWidget | None, _new: QWidget | None) -> None:
        key = old.objectName().removeprefix("field:") if old else ""
        if (row := self._rows.get(key)) and row.input.focus is old:
            self.fieldLeft.emit(key)

    def _list_rows(self, name: str) -> list[FieldRow]:
        rows = self._rows.values()
        return [row for row in rows if isinstance(row.input, ListInput) and row.item.list_name == name]

    def _show_list_failure(self, row: FieldRow) -> None:
        failure = self._failures.get(row.item.list_name) if row.item.kind is FieldType.LIST else None
        if failure and row.item.key not in self._problems:
            row.set_trouble(failure)
        if failure:
            _list_input(row).offer_retry()


def _list_input(row: FieldRow) -> ListInput:
    if not isinstance(row.input, ListInput):
        raise TypeError(f"{row.item.kind} is no list")
    return row.input


def _one_after_the_other(*works: Iterator[None]) -> Iterator[None]:
    for work in works:
        yield from work
