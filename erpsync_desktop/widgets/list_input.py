"""An input for list fields: items by name, sent by key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QStringListModel, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from erpsync_desktop.model.metadata import FieldMetadata, ListItem
from erpsync_desktop.widgets.item_combo import ItemCombo
from erpsync_desktop.widgets.value_inputs import ValueInput

_SLICE = 500


class ListChoices(QObject):
    """The items of one list in one language, shared by all inputs that offer it.

    Args:
        items: in the order in which they are offered.
        language: ISO 639-1 code.
        parent: the owner.
    """

    def __init__(self, items: Sequence[ListItem], language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items, self._language = items, language
        self._keys = [item.key for item in items]
        # A model of Qt's own: its rows are filtered without a detour through Python.
        self.model = QStringListModel(self)
        self._row_of_key: dict[str, int] = {}
        self._row_of_text: dict[str, int] = {}

    def prepare(self) -> Iterator[None]:
        """Read the items, a slice between two steps; before it ends, there are none."""
        texts: list[str] = []
        for start in range(0, len(self._items), _SLICE):
            texts += [item.text_in(self._language) for item in self._items[start : start + _SLICE]]
            yield
        repeated = {text for text, count in Counter(texts).items() if count > 1}
        shown = [
            f"{text} ({key})" if text in repeated else text
            for text, key in zip(texts, self._keys, strict=True)
        ]
        yield
        for row, (key, text) in enumerate(zip(self._keys, shown, strict=True)):
            self._row_of_key.setdefault(key, row)
            self._row_of_text.setdefault(text.casefold(), row)
            if row % _SLICE == 0:
                yield
        self.model.setStringList(shown)

    def key(self, row: int) -> str:
        """The key of an item."""
        return self._keys[row]

    def row(self, key: str) -> int:
        """Where the item with a key is; -1 for nowhere."""
        return self._row_of_key.get(key, -1)

    def key_of_text(self, text: str) -> str:
        """The key that somebody means who types this: an item's text or key, else just what was typed."""
        row = self._row_of_text.get(text.strip().casefold(), -1)
        return self._keys[row] if row >= 0 and text not in self._row_of_key else text


class ListInput(ValueInput):
    """A line with a list to choose from. A key can be typed where the list has none or did not come.

    Signals:
        retryWanted: the list is to be asked for again.
    """

    retryWanted = Signal()  # noqa: N815

    def __init__(self, item: FieldMetadata, parent: QWidget) -> None:
        box = QWidget(parent)
        self._combo, self._retry = ItemCombo(box), QPushButton(box)
        super().__init__(item, box, self._combo)
        self._choices: ListChoices | None = None
        self._wire = ""
        self._retry.setObjectName(f"retry:{item.key}")
        self._retry.setAutoDefault(False)
        self._retry.hide()
        self._retry.clicked.connect(self.retryWanted)
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._combo, 1)
        layout.addWidget(self._retry)
        box.setFocusProxy(self._combo)
        self._combo.line.textEdited.connect(self._edited)
        self._combo.activated.connect(self._chosen)
        self.relocalise()

    def show_value(self, wire: str) -> None:
        """Show a value on the wire."""
        self._wire = wire
        row = self._choices.row(wire) if self._choices else -1
        self._combo.setCurrentIndex(row)
        if row < 0:
            self._combo.setEditText(wire)
        self._combo.line.setCursorPosition(0)
        self._remark()

    def wait_for_items(self) -> None:
        """The list is being asked for."""
        if self._retry.hasFocus():
            self._combo.setFocus()
        self._retry.hide()
        self._combo.line.setPlaceholderText(self.tr("The list is being fetched …"))

    def offer(self, choices: ListChoices) -> None:
        """Offer these items; the value stays what it is."""
        typing = self._combo.line.isModified() and self._combo.line.hasFocus()
        self._choices = choices
        self._combo.line.setPlaceholderText("")
        self._combo.offer(choices.model)
        if typing:
            self._edited(self._combo.typed)
        else:
            self.show_value(self._wire)

    def offer_retry(self) -> None:
        """The list did not come."""
        self._combo.line.setPlaceholderText("")
        self._retry.show()

    def set_read_only(self, read_only: bool) -> None:
        """Bar changes, or allow them."""
        self._combo.setEnabled(not read_only)

    def relocalise(self) -> None:
        """Show the same in the language of the moment."""
        self._retry.setText(self.tr("Retry"))
        self._remark()

    def _edited(self, text: str) -> None:
        self._wire = self._choices.key_of_text(text) if self._choices else text
        self._remark()
        self.valueEdited.emit(self._wire)

    def _chosen(self, row: int) -> None:
        if self._choices and row >= 0:
            self._wire = self._choices.key(row)
            self._remark()
            self.valueEdited.emit(self._wire)

    def _remark(self) -> None:
        unknown = bool(self._choices and self._wire and self._choices.row(self._wire) < 0)
        text = self.tr("“{key}” is not in the list. It is kept and sent as it stands here.")
        self.noticed.emit(text.format(key=self._wire[:60]) if unknown else "")
