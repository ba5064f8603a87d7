"""What somebody changes in the mappings: every change goes by the rules, and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from erpsync_desktop.dialogs.mapping_edits import Step, applied
from erpsync_desktop.dialogs.mapping_history import History
from erpsync_desktop.dialogs.mapping_model import IN_SEARCH
from erpsync_desktop.dialogs.mapping_results import Copied, attempt_text
from erpsync_desktop.model.errors import InvalidInput, Problem
from erpsync_desktop.model.mapping_draft import MappingDraft
from erpsync_desktop.model.setup_merge import merged
from erpsync_desktop.model.sync_setup import Direction, SyncContext, SyncSetup

if TYPE_CHECKING:
    from erpsync_desktop.model.watch import Watch

_AT_ONCE = 40
"""Changes of more rows than that are made in the background."""
Working = Callable[[Callable[["Watch"], Any], Callable[[Any], None]], None]
"""Runs the first off the GUI thread, and then the second with what came of it; bars the screen meanwhile."""


class MappingEditor(QObject):
    """Holds the draft.

    Args:
        work: runs what would hold the screen.
        parent: the owner.

    Signals:
        changed: the draft is another; with the draft before, or None where all is to be shown anew, and the
            actor type that was changed.
        attempted: a change of an actor type (name) was barred in part; with what makes the words for it.
        activeRefused: an actor type (name) cannot be switched on, for a reason (an error).
    """

    changed = Signal(object, str)
    attempted = Signal(str, object)
    activeRefused = Signal(str, object)  # noqa: N815  Qt's way of naming

    def __init__(self, work: Working, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._draft: MappingDraft | None = None
        self._history: History[SyncSetup] = History()
        self.locked = False

    # What stands here

    @property
    def is_open(self) -> bool:
        """Whether there is a draft."""
        return self._draft is not None

    @property
    def draft(self) -> MappingDraft:
        """What stands here now. Raises RuntimeError before anything was opened."""
        if self._draft is None:
            raise RuntimeError("nothing is loaded yet")
        return self._draft

    @property
    def can_undo(self) -> bool:
        """Whether a change can be undone."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether something was undone."""
        return self._history.can_redo

    def open(self, context: SyncContext) -> None:
        """Begin with what is saved; edits made so far stay."""
        before, setup = self._draft, context.setup
        if before is not None and before.changed:
            setup = merged(before.context.setup, before.setup, context.setup)
        self._draft = MappingDraft(context, setup)
        self._history.clear()

    def merge(self, theirs: SyncSetup, *, prefer_mine: bool) -> None:
        """Bring what stands here together with what somebody else saved."""
        draft = self.draft
        setup = merged(draft.context.setup, draft.setup, theirs, prefer_mine=prefer_mine)
        self._draft = MappingDraft(replace(draft.context, setup=theirs), setup)
        self._history.clear()
        self.changed.emit(None, "")

    # One or several fields

    def set_active(self, actor_type: str, active: bool) -> None:
        """Switch the synchronisation of an actor type on or off."""
        try:
            self.take(self.draft.with_active(actor_type, active), actor_type)
        except InvalidInput as error:
            self.activeRefused.emit(actor_type, error)

    def set_crm_field(self, actor_type: str, key: str, crm_key: str) -> None:
        """Choose a SuperOffice field."""
        self._change(actor_type, [key], lambda draft, one: draft.with_crm_field(actor_type, one, crm_key))

    def unmap(self, actor_type: str, keys: Sequence[str]) -> None:
        """Have no SuperOffice field."""
        self._change(actor_type, keys, lambda draft, key: draft.with_crm_field(actor_type, key, ""))

    def set_direction(self, actor_type: str, keys: Sequence[str], direction: Direction) -> None:
        """Choose a direction, or none."""
        self._change(actor_type, keys, lambda draft, key: draft.with_direction(actor_type, key, direction))

    def click_direction(self, actor_type: str, key: str, direction: Direction) -> None:
        """Choose a direction; the one that is chosen is taken away."""
        chosen = self.draft.row(actor_type, key).mapping.direction
        wanted = Direction.NONE if chosen is direction else direction
        self.set_direction(actor_type, [key], wanted)

    def set_shown(self, actor_type: str, key: str, column: int, shown: bool) -> None:
        """Show a field in the search or the ERP tab, or not."""
        self._change(actor_type, [key], _showing(actor_type, column, shown))

    def toggle_shown(self, actor_type: str, keys: Sequence[str], column: int) -> None:
        """Show all fields, or none of them where all that can be shown are."""
        rules, draft = self.draft.rules(actor_type), self.draft
        rows = [draft.row(actor_type, key) for key in keys]
        problem_of = rules.search_problem if column == IN_SEARCH else rules.tab_problem
        mappings = [row.mapping for row in rows if problem_of(row) is None] or [row.mapping for row in rows]
        ticked = [one.show_in_search if column == IN_SEARCH else one.show_in_tab for one in mappings]
        self._change(actor_type, keys, _showing(actor_type, column, not all(ticked)))

    def _change(self, actor_type: str, keys: Sequence[str], step: Step) -> None:
        """Make the same change for some fields, and tell which of them it is barred for."""
        if self.locked:
            return
        draft, told = self.draft, partial(self._made, actor_type, len(keys))
        if len(keys) <= _AT_ONCE:
            told(applied(draft, keys, step))
        else:
            self._work(lambda _watch: applied(draft, keys, step), told)

    def _made(self, actor_type: str, count: int, made: tuple[MappingDraft, tuple[Problem, ...]]) -> None:
        draft, barred = made
        self.take(draft, actor_type)
        if barred:
            self.attempted.emit(actor_type, partial(attempt_text, count, barred))

    # A whole actor type, or all of them

    def map_automatically(self, actor_type: str) -> int:
        """Pair each known key, without a direction. Returns how many fields that were."""
        before = self.draft
        self.take(before.mapped_automatically(actor_type), actor_type)
        return _count_mapped(self.draft, actor_type) - _count_mapped(before, actor_type)

    def reset(self, actor_type: str) -> None:
        """Go back to what is saved."""
        self.take(self.draft.reset(actor_type), actor_type)

    def unmap_all(self, actor_type: str) -> None:
        """Have no mappings."""
        self.take(self.draft.unmapped(actor_type), actor_type)

    def copy(
        self, read: Callable[[Watch], SyncSetup], actor_type: str, told: Callable[[Copied], None]
    ) -> None:
        """Take over the mappings of another connection, read off the GUI thread.

        Args:
            read: reads them.
            actor_type: what is looked at now.
            told: called with what could not be taken over, and whether all was the same.
        """
        draft = self.draft

        def done(made: tuple[MappingDraft, tuple[Problem, ...]]) -> None:
            same = made[0].setup == draft.setup
            self.take(made[0], actor_type)
            told(Copied(made[1], same))

        self._work(lambda watch: draft.copied_from(read(watch)), done)

    def take(self, draft: MappingDraft, actor_type: str) -> None:
        """Go on with another draft, if it differs."""
        before = self.draft
        if draft.setup != before.setup:
            self._history.add(before.setup, actor_type)
            self._draft = draft
            self.changed.emit(before, actor_type)

    def step(self, *, back: bool) -> None:
        """Undo the last change, or do again what was undone."""
        before = self.draft
        setup, place = (self._history.undo if back else self._history.redo)(before.setup)
        self._draft = replace(before, setup=setup)
        self.changed.emit(before, place)


def _showing(actor_type: str, column: int, shown: bool) -> Step:
    if column == IN_SEARCH:
        return lambda draft, key: draft.with_search(actor_type, key, shown)
    return lambda draft, key: draft.with_tab(actor_type, key, shown)


def _count_mapped(draft: MappingDraft, actor_type: str) -> int:
    actor = draft.setup.actor(actor_type)
    return sum(1 for one in actor.fields if one.crm_key) if actor else 0
