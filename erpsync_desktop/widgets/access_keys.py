"""Access keys: letters that, with Alt, jump to an input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QWidget


def access_key(text: str) -> str:
    """The access key in a text (``"Sa&ve"`` has V), upper case; empty for none."""
    return QKeySequence.mnemonic(text).toString()[-1:].upper()


def keys_in_use(window: QWidget, besides: QWidget | None = None) -> set[str]:
    """The access keys of all labels and buttons in a window.

    Args:
        window: where to look.
        besides: a widget in it whose keys do not count.
    """
    texts = (_keyed_text(widget) for widget in _widgets(window, besides))
    return {key for text in texts if (key := access_key(text))}


def _widgets(parent: QWidget, besides: QWidget | None) -> Iterator[QWidget]:
    for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child is not besides:
            yield child
            yield from _widgets(child, besides)


def _keyed_text(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return widget.text() if widget.buddy() else ""
    if isinstance(widget, QAbstractButton):
        return widget.text()
    return widget.title() if isinstance(widget, QGroupBox) else ""


def with_access_keys(labels: Iterable[str], taken: Iterable[str]) -> Iterator[str]:
    """Give each label a key that no other has: a word's first letter, else any letter, else none.

    Args:
        labels: plain texts; an ampersand in them is shown as such.
        taken: keys that others have.

    Yields:
        The labels in their order, escaped, with the key marked.
    """
    free = {chr(code) for code in (*range(ord("A"), ord("Z") + 1), *range(ord("0"), ord("9") + 1))}
    free -= {key.upper() for key in taken}
    for label in labels:
        position = _best_position(label, free) if free else -1
        if position < 0:
            yield label.replace("&", "&&")
            continue
        free.discard(label[position].upper())
        before, rest = label[:position].replace("&", "&&"), label[position:].replace("&", "&&")
        yield f"{before}&{rest}"


def _best_position(label: str, free: set[str]) -> int:
    candidates = [index for index, char in enumerate(label[:60]) if char.upper() in free]
    starts = (index for index in candidates if index == 0 or not label[index - 1].isalnum())
    return next(starts, candidates[0] if candidates else -1)
