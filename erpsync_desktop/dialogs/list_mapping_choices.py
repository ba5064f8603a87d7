"""The choices of one list mapping, counted while they change, with undo; bringing two versions together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from erpsync_desktop.model.list_mapping import ItemChoices
from erpsync_desktop.model.metadata import ListItem

_MOST_SINGLE = 500
"""More items than that are not changed one by one, but all choices made anew."""


class Choices:
    """Which SuperOffice item is chosen for each ERP item. Every count is kept up while one changes.

    Args:
        erp: the ERP's items, each key once.
        crm: SuperOffice's items.
        saved: as it is saved.
        chosen: as it stands now; None for as saved.
    """

    def __init__(
        self,
        erp: tuple[ListItem, ...],
        crm: tuple[ListItem, ...],
        saved: Mapping[str, str],
        chosen: Mapping[str, str] | None = None,
    ) -> None:
        self.items = ItemChoices(erp, crm, dict(saved if chosen is None else chosen))
        known = {item.key for item in erp}
        self.saved = {key: crm_key for key, crm_key in saved.items() if crm_key and key in known}
        self._sharing: dict[str, list[str]] | None = None
        now = self.items.chosen
        self.changed = {key for key in {*self.saved, *now} if self.saved.get(key, "") != now.get(key, "")}

    @property
    def unmapped(self) -> int:
        """How many items of the ERP have none."""
        return self.items.unmapped

    @property
    def doubles(self) -> int:
        """How many items of the ERP share theirs with another one."""
        return self.items.doubles

    @property
    def gone(self) -> int:
        """For how many items of the ERP one is chosen that SuperOffice does not have any more."""
        return self.items.gone

    def others(self, erp_key: str) -> tuple[str, ...]:
        """Keys of the other ERP items that the same SuperOffice item is chosen for."""
        if self._sharing is None:
            self._sharing = _shared(self.items.chosen) if self.doubles else {}
        users = self._sharing.get(self.items.choice(erp_key), ())
        return tuple(key for key in users if key != erp_key)

    def choose(self, erp_key: str, crm_key: str) -> None:
        """Choose an item, or with an empty key none."""
        before = self.items.choice(erp_key)
        if before == crm_key:
            return
        self.items.choose(erp_key, crm_key)
        self._sharing = None
        (self.changed.discard if self.saved.get(erp_key, "") == crm_key else self.changed.add)(erp_key)

    def matched(self) -> tuple[Choices, int]:
        """The same with equal names chosen, and how many those are. This one stays as it is."""
        found = self.items.equal_names()
        return self.with_chosen({**self.items.chosen, **found}), len(found)

    def with_chosen(self, chosen: Mapping[str, str]) -> Choices:
        """Other choices over the same lists."""
        return Choices(self.items.erp, self.items.crm, self.saved, chosen)

    def snapshot(self) -> dict[str, str]:
        """What is chosen now, in a dict of its own."""
        return dict(self.items.chosen)


@dataclass(frozen=True, slots=True)
class _Edit:
    """A few items before and after, or all choices before and after."""

    items: Mapping[str, tuple[str, str]]
    before: Choices
    after: Choices


class EditedChoices:
    """Choices with their history.

    Args:
        choices: to start with.
    """

    def __init__(self, choices: Choices) -> None:
        self.now = choices
        self._done: list[_Edit] = []
        self._undone: list[_Edit] = []

    def choose(self, erp_keys: Sequence[str], crm_key: str) -> bool:
        """Choose an item for some ERP items, as one step; say whether that changed anything."""
        if len(erp_keys) > _MOST_SINGLE:
            return self._choose_many(erp_keys, crm_key)
        was = {key: self.now.items.choice(key) for key in erp_keys}
        edit = {key: (before, crm_key) for key, before in was.items() if before != crm_key}
        if edit:
            self._apply(_Edit(edit, self.now, self.now), 1)
            self._done.append(_Edit(edit, self.now, self.now))
            self._undone.clear()
        return bool(edit)

    def _choose_many(self, erp_keys: Sequence[str], crm_key: str) -> bool:
        keys, chosen = set(erp_keys), self.now.items.chosen
        changed = {key: crm for key, crm in chosen.items() if key not in keys}
        changed |= dict.fromkeys(erp_keys, crm_key) if crm_key else {}
        if changed == chosen:
            return False
        self.swap(self.now.with_chosen(changed))
        return True

    def swap(self, choices: Choices) -> None:
        """Take other choices over the same lists, as one step."""
        self._done.append(_Edit({}, self.now, choices))
        self._undone.clear()
        self.now = choices

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone)

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        return self._move(self._done, self._undone, 0)

    def redo(self) -> bool:
        """Do again what was taken back last; False where there is nothing."""
        return self._move(self._undone, self._done, 1)

    def _move(self, source: list[_Edit], target: list[_Edit], side: int) -> bool:
        if not source:
            return False
        edit = source.pop()
        self._apply(edit, side)
        target.append(edit)
        return True

    def _apply(self, edit: _Edit, side: int) -> None:
        # Whoever swaps leaves the old choices as they were, so that earlier steps can be taken back in them.
        self.now = (edit.before, edit.after)[side]
        for erp_key, sides in edit.items.items():
            self.now.choose(erp_key, sides[side])


# Two versions


def brought_together(
    base: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str], *, prefer_mine: bool
) -> dict[str, str]:
    """Both sides' changes over what is saved now; of what clashes, one side's.

    What both changed differently clashes, and so does an item that they chose for different ones.

    Args:
        base: as it was opened.
        mine: as it stands on this side.
        theirs: as it is saved now.
        prefer_mine: whose choice stays where they clash.
    """
    ours = changed_keys(base, mine)
    if prefer_mine:
        merged = _over(theirs, mine, ours)
        taken = {mine[key] for key in ours if mine.get(key)}
        return {key: crm_key for key, crm_key in merged.items() if key in ours or crm_key not in taken}
    ours -= {key for key in changed_keys(base, theirs) if _differ(key, mine, theirs)}
    while shared := ours & _sharing(merged := _over(theirs, mine, ours)):
        ours -= shared  # what is given up may now share with another change of ours
    return merged


def _sharing(mapping: Mapping[str, str]) -> set[str]:
    """Keys of the ERP items that share their item with another one."""
    return {key for keys in _shared(mapping).values() for key in keys}


def _shared(mapping: Mapping[str, str]) -> dict[str, list[str]]:
    """Keys of the ERP items by the item that they share."""
    shared = {crm_key for crm_key, count in Counter(mapping.values()).items() if count > 1}
    users: dict[str, list[str]] = {crm_key: [] for crm_key in shared}
    for key, crm_key in mapping.items():
        if crm_key in shared:
            users[crm_key].append(key)
    return users


def changed_keys(base: Mapping[str, str], now: Mapping[str, str]) -> set[str]:
    """Keys of the ERP items whose choice differs."""
    return {key for key in {*base, *now} if _differ(key, base, now)}


def _over(theirs: Mapping[str, str], mine: Mapping[str, str], keys: Iterable[str]) -> dict[str, str]:
    merged = dict(theirs)
    for key in keys:
        merged.pop(key, None)
        if mine.get(key):
            merged[key] = mine[key]
    return merged


def _differ(key: str, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return one.get(key, "") != other.get(key, "")


def unique_items(items: Iterable[ListItem]) -> tuple[ListItem, ...]:
    """Of items that repeat a key, the first."""
    found: dict[str, ListItem] = {}
    for item in items:
        found.setdefault(item.key, item)
    return tuple(found.values())
