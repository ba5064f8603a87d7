"""What can be undone and done again."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")
_MOST = 200
"""Steps that are remembered."""


class History(Generic[T]):
    """States that were left, each with the place where it was changed."""

    def __init__(self) -> None:
        self._past: list[tuple[T, str]] = []
        self._future: list[tuple[T, str]] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a state to go back to."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether something was undone."""
        return bool(self._future)

    def add(self, left: T, place: str) -> None:
        """Remember the state that is left by a change at a place."""
        self._past = [*self._past, (left, place)][-_MOST:]
        self._future.clear()

    def undo(self, now: T) -> tuple[T, str]:
        """The state before the last change, and where that was. Raises IndexError where there is none."""
        state, place = self._past.pop()
        self._future.append((now, place))
        return state, place

    def redo(self, now: T) -> tuple[T, str]:
        """The state that was undone last, and where. Raises IndexError where there is none."""
        state, place = self._future.pop()
        self._past.append((now, place))
        return state, place

    def clear(self) -> None:
        """Forget everything."""
        self._past.clear()
        self._future.clear()
