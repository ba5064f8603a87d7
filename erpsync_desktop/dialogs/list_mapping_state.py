"""One list mapping while it is edited: its choices, and the texts of its items ready to be shown.

Everything here is made in the background, because a list may have 20,000 items.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from erpsync_desktop.dialogs.list_mapping_choices import (
    Choices,
    EditedChoices,
    brought_together,
    unique_items,
)
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.model.sync_setup import ListMapping, ListPair
from erpsync_desktop.widgets.folding import all_folded

Pair = tuple[str, str]
"""Names of the ERP's and of SuperOffice's list."""


@dataclass(frozen=True, slots=True, eq=False)
class ItemRow:
    """One item of the ERP as a row.

    Attributes:
        id: its key.
        text: its name in the language of the moment.
        folded: the name, as it is sorted.
        search: name and key, as they are filtered.
    """

    id: str
    text: str
    folded: str
    search: str


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """What the items of two lists are called in one language.

    Attributes:
        language: ISO 639-1 code.
        rows: the ERP's items, in order.
        crm_keys: keys of SuperOffice's items, in order.
        crm_texts: their names; items that share one have their key behind it.
        crm_row: where the item of a key stands.
        crm_folded: the names as they are filtered, by key.
        erp_row: the row of an ERP item, by key.
    """

    language: str
    rows: tuple[ItemRow, ...]
    crm_keys: tuple[str, ...]
    crm_texts: tuple[str, ...]
    crm_row: Mapping[str, int]
    crm_folded: Mapping[str, str]
    erp_row: Mapping[str, ItemRow]

    def crm_text(self, key: str) -> str:
        """The name of SuperOffice's item; of one that is gone, its key."""
        row = self.crm_row.get(key, -1)
        return self.crm_texts[row] if row >= 0 else key

    def erp_text(self, key: str) -> str:
        """The name of the ERP's item; of one that is gone, its key."""
        row = self.erp_row.get(key)
        return row.text if row else key


class PairState:
    """A list mapping that is edited.

    Args:
        pair: as loaded.
        language: ISO 639-1 code.
        chosen: as it stands; None for as saved.
    """

    def __init__(self, pair: ListPair, language: str, chosen: Mapping[str, str] | None = None) -> None:
        self.pair = pair
        self.erp = unique_items(pair.erp.items)
        self.crm = unique_items(pair.crm.items) if pair.crm else ()
        self.version = pair.mapping.version
        self.edited = EditedChoices(Choices(self.erp, self.crm, pair.mapping.items, chosen))
        self.texts = make_texts(self.erp, self.crm, language)

    @property
    def key(self) -> Pair:
        """The two lists."""
        return self.pair.mapping.pair

    @property
    def choices(self) -> Choices:
        """As it stands now."""
        return self.edited.now

    @property
    def unreadable(self) -> bool:
        """Whether nothing is known of the ERP's list."""
        return self.pair.erp.problem is not None and not self.erp

    @property
    def usable(self) -> bool:
        """Whether there are items on both sides to bring together."""
        return self.pair.crm is not None and not self.unreadable

    @property
    def repeated(self) -> int:
        """How many items are left out because their key was there already."""
        return len(self.pair.erp.items) - len(self.erp)

    def rebase(self, theirs: ListMapping, *, prefer_mine: bool) -> None:
        """Bring what stands here together with what somebody else saved; undo ends there."""
        mine, base = self.choices.snapshot(), self.choices.saved
        chosen = brought_together(base, mine, theirs.items, prefer_mine=prefer_mine)
        self.version = theirs.version
        self.edited = EditedChoices(Choices(self.erp, self.crm, theirs.items, chosen))


@dataclass(frozen=True, slots=True)
class Edits:
    """What somebody changed in a mapping, apart from the mapping itself."""

    saved: Mapping[str, str]
    chosen: Mapping[str, str]


def edits_of(states: Sequence[PairState]) -> dict[Pair, Edits]:
    """What is changed and not saved, in dicts of its own."""
    changed = (state for state in states if state.choices.changed)
    return {state.key: Edits(state.choices.saved, state.choices.snapshot()) for state in changed}


def rebuilt(states: Sequence[PairState], edits: Mapping[Pair, Edits], language: str) -> list[PairState]:
    """The states with what was changed before they were loaded again."""
    made: list[PairState] = []
    for state in states:
        edit = edits.get(state.key)
        if edit is not None:
            chosen = brought_together(edit.saved, edit.chosen, state.choices.saved, prefer_mine=True)
            made.append(PairState(state.pair, language, chosen))
        else:
            made.append(state)
    return made


def make_texts(erp: Sequence[ListItem], crm: Sequence[ListItem], language: str) -> Texts:
    """What items are called in a language."""
    names = [" ".join(item.text_in(language).split()) for item in erp]
    folded = all_folded(names)
    keys = all_folded([item.key for item in erp])
    rows = tuple(
        ItemRow(item.key, name, low, f"{low}\n{key}")
        for item, name, low, key in zip(erp, names, folded, keys, strict=True)
    )
    crm_texts = _told_apart(crm, language)
    crm_keys = tuple(item.key for item in crm)
    return Texts(
        language,
        rows,
        crm_keys,
        crm_texts,
        {key: row for row, key in enumerate(crm_keys)},
        dict(zip(crm_keys, all_folded(crm_texts), strict=True)),
        {row.id: row for row in rows},
    )


def _told_apart(items: Sequence[ListItem], language: str) -> tuple[str, ...]:
    texts = [" ".join(item.text_in(language).split()) for item in items]
    seen: set[str] = set()
    shared = {text for text in texts if text in seen or seen.add(text)}  # type: ignore[func-returns-value]
    return tuple(
        f"{text} ({item.key})" if text in shared else text for text, item in zip(texts, items, strict=True)
    )
