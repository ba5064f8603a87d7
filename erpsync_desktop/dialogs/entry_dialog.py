"""What the dialogs for a user and for a group share: a name that no other has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from erpsync_desktop.dialogs.form_dialog import FormDialog
from erpsync_desktop.model.directory import Group, User
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.naming import check_name

E = TypeVar("E", bound=Group | User)


class EntryDialog(FormDialog[E]):
    """Edits a user or a group.

    Args:
        entry: as it is; with an empty ``id`` for a new one.
        save: saves it; called in the background.
        taken: keys (``name_key``) of the other names of its kind.
    """

    def __init__(
        self, entry: E, save: Callable[[E], E], taken: frozenset[str], parent: QWidget | None
    ) -> None:
        super().__init__(save, "directory", parent)
        self._original = entry
        self._taken = taken
        self._name_label, self._name = self._add_line("nameEdit", entry.name)

    def _problems(self) -> tuple[Problem, ...]:
        problem = check_name(self._name.text(), self._taken)
        return (problem,) if problem else ()
