"""The rules of mapping list items: each ERP item one item of SuperOffice, and none of them twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.localized import parse
from erpsync_desktop.model.mapping import rules_of
from erpsync_desktop.model.metadata import FieldMetadata, ListItem
from erpsync_desktop.model.naming import name_key
from erpsync_desktop.model.sync_setup import Direction, ListPair, SyncContext
from erpsync_desktop.model.values import FieldType


@dataclass
class ItemChoices:
    """The items of two lists while they are being brought together. It can be changed in place.

    Args:
        erp: the ERP's items, in order.
        crm: SuperOffice's items, in order.
        chosen: key of the SuperOffice item by the ERP item's key. Of items that the ERP does not have any
            more, entries are dropped at ``result``.
    """

    erp: tuple[ListItem, ...]
    crm: tuple[ListItem, ...]
    chosen: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._crm_keys = {item.key for item in self.crm}
        present = {item.key for item in self.erp}
        self.chosen = {key: crm for key, crm in self.chosen.items() if crm and key in present}
        self._uses = Counter(self.chosen.values())

    def choice(self, erp_key: str) -> str:
        """The chosen item's key; empty for (No Selection)."""
        return self.chosen.get(erp_key, "")

    def choose(self, erp_key: str, crm_key: str) -> None:
        """Choose an item, or with an empty key none."""
        before = self.chosen.pop(erp_key, "")
        if before:
            self._uses[before] -= 1
        if crm_key:
            self.chosen[erp_key] = crm_key
            self._uses[crm_key] += 1

    def is_double(self, erp_key: str) -> bool:
        """Whether the chosen item is chosen for another one, too."""
        return self._uses[self.choice(erp_key)] > 1 if self.choice(erp_key) else False

    def is_gone(self, erp_key: str) -> bool:
        """Whether SuperOffice does not have the chosen item any more."""
        return bool(self.choice(erp_key)) and self.choice(erp_key) not in self._crm_keys

    @property
    def unmapped(self) -> int:
        """How many items of the ERP have none."""
        return len(self.erp) - len(self.chosen)

    @property
    def doubles(self) -> int:
        """How many items of the ERP share theirs with another one."""
        return sum(count for count in self._uses.values() if count > 1)

    @property
    def gone(self) -> int:
        """How many chosen items SuperOffice does not have any more."""
        return sum(crm not in self._crm_keys for crm in self.chosen.values())

    def equal_names(self) -> dict[str, str]:
        """What "match equal names" would choose: for items without one, the free item of the same name.

        Names are compared in every language that both sides have, ignoring case; a name that several items
        share decides nothing.
        """
        free = [item for item in self.crm if not self._uses[item.key]]
        by_name = _unique(free)
        found: dict[str, str] = {}
        taken: set[str] = set()
        open_items = [item for item in self.erp if item.key not in self.chosen]
        own_names = Counter(name for item in open_items for name in set(_names(item)))
        for item in open_items:
            wanted = (by_name.get(name) for name in _names(item) if own_names[name] == 1)
            crm = next((key for key in wanted if key and key not in taken), "")
            if crm:
                taken.add(crm)
                found[item.key] = crm
        return found

    def choose_all(self, choices: Mapping[str, str]) -> None:
        """Choose several at once."""
        for erp_key, crm_key in choices.items():
            self.choose(erp_key, crm_key)

    @property
    def result(self) -> dict[str, str]:
        """What is to be saved, in the ERP's order."""
        return {item.key: self.chosen[item.key] for item in self.erp if item.key in self.chosen}


@dataclass(frozen=True, slots=True)
class PairUse:
    """Two lists that mapped list fields bring together."""

    erp_list: str
    crm_list: str
    fields: tuple[tuple[str, FieldMetadata], ...]
    in_use: bool


def pairs_in_use(context: SyncContext) -> tuple[PairUse, ...]:
    """The lists that the mapped list fields of a connection bring together, sorted by name."""
    fields: dict[tuple[str, str], list[tuple[bool, str, FieldMetadata]]] = {}
    for actor in context.setup.actors:
        rules = rules_of(context, actor)
        for row in rules.rows():
            if row.erp is None or row.crm is None or row.gone:
                continue
            if row.erp.kind is FieldType.LIST and row.crm.kind is FieldType.LIST:
                used = actor.active and row.mapping.direction is not Direction.NONE
                pair = (row.erp.list_name, row.crm.list_name)
                fields.setdefault(pair, []).append((used, actor.actor_type, row.erp))
    return tuple(
        PairUse(
            *pair,
            fields=tuple((actor, erp) for _, actor, erp in sorted(found, key=lambda one: not one[0])),
            in_use=any(used for used, _, _ in found),
        )
        for pair, found in sorted(fields.items())
    )


def list_reasons(pair: ListPair) -> Iterator[Problem]:
    """Why a list in use bars activation."""
    if not pair.in_use:
        return
    params: dict[str, Any] = {"erp_list": pair.erp.name, "crm_list": pair.mapping.crm_list}
    if pair.fields:
        actor, erp = pair.fields[0]
        params |= {"actor": actor, "key": erp.key, "label": erp.label or erp.key}
    if pair.crm is None:
        yield Problem(ProblemCode.LIST_CRM_GONE, params, field="list")
        return
    if pair.erp.problem is not None:
        yield Problem(ProblemCode.LIST_NOT_READ, params, field="list", detail=pair.erp.problem.code.value)
        if not pair.erp.items:
            return
    choices = ItemChoices(pair.erp.items, pair.crm.items, dict(pair.mapping.items))
    counts = {
        ProblemCode.LIST_ITEMS_UNMAPPED: choices.unmapped,
        ProblemCode.LIST_ITEMS_TWICE: choices.doubles,
        ProblemCode.LIST_ITEMS_GONE: choices.gone,
    }
    for code, count in counts.items():
        if count:
            yield Problem(code, {**params, "count": count}, field="list")


def _unique(items: Iterable[ListItem]) -> dict[str, str]:
    """The key of the item of each name; of names that several share, none."""
    found: dict[str, str] = {}
    for item in items:
        for name in set(_names(item)):
            found[name] = "" if name in found else item.key
    return found


def _names(item: ListItem) -> tuple[str, ...]:
    """What an item is called, the words of each language; its key where it has none."""
    words = tuple(parse(item.text).values()) or (item.text,)
    return tuple(dict.fromkeys(name for name in map(name_key, words) if name)) or (name_key(item.key),)
