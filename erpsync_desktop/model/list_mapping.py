"""The rules of mapping list items: each ERP item one item of SuperOffice, and none of them twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from erpsync_desktop.model.erp_schema import ErpList
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.localized import parse
from erpsync_desktop.model.mapping import rules_of
from erpsync_desktop.model.metadata import FieldMetadata, ListItem
from erpsync_desktop.model.naming import name_key
from erpsync_desktop.model.sync_setup import DefaultValue, Direction, ListPair, SyncContext
from erpsync_desktop.model.values import FieldType


@dataclass
class ItemChoices:
    """The items of two lists while they are being brought together. It is changed in place.

    Each change and each count takes the same short time, however long the lists are.

    Args:
        erp: the ERP's items, in order.
        crm: SuperOffice's items, in order.
        chosen: key of the SuperOffice item by the ERP item's key. Entries of items that the ERP does not have
            any more are left out.

    Attributes:
        unmapped: how many items of the ERP have none.
        doubles: how many items of the ERP share theirs with another one.
        gone: for how many items of the ERP one is chosen that SuperOffice does not have any more.
    """

    erp: tuple[ListItem, ...]
    crm: tuple[ListItem, ...]
    chosen: dict[str, str] = field(default_factory=dict)
    unmapped: int = field(init=False)
    doubles: int = field(init=False, default=0)
    gone: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._erp_keys = dict.fromkeys(item.key for item in self.erp)
        self._crm_keys = {item.key for item in self.crm}
        self._uses: Counter[str] = Counter()
        self.unmapped = len(self._erp_keys)
        saved, self.chosen = self.chosen, {}
        self.choose_all({key: crm for key, crm in saved.items() if key in self._erp_keys})

    def choice(self, erp_key: str) -> str:
        """The chosen item's key; empty for (No Selection)."""
        return self.chosen.get(erp_key, "")

    def choose(self, erp_key: str, crm_key: str) -> None:
        """Choose an item, or with an empty key none. Raises ``KeyError`` for an item that the ERP has not."""
        if erp_key not in self._erp_keys:
            raise KeyError(erp_key)
        if before := self.chosen.pop(erp_key, ""):
            self._count(before, -1)
        if crm_key:
            self.chosen[erp_key] = crm_key
            self._count(crm_key, 1)

    def choose_all(self, choices: Mapping[str, str]) -> None:
        """Choose several at once."""
        for erp_key, crm_key in choices.items():
            self.choose(erp_key, crm_key)

    def is_double(self, erp_key: str) -> bool:
        """Whether the chosen item is chosen for another one, too."""
        return self._uses[self.choice(erp_key)] > 1

    def is_gone(self, erp_key: str) -> bool:
        """Whether SuperOffice does not have the chosen item any more."""
        return erp_key in self.chosen and self.chosen[erp_key] not in self._crm_keys

    def equal_names(self) -> dict[str, str]:
        """What "match equal names" would choose: for items without one, the free item of the same name.

        Names are compared in whatever language, ignoring case. A name that several items share decides
        nothing, nor do names that lead to different items. It takes long for long lists.
        """
        free = _unique_names(item for item in self.crm if not self._uses[item.key])
        own = _unique_names(item for item in self.erp if item.key not in self.chosen)
        wanted = ((key, free[name]) for name, key in own.items() if key is not None and name in free)
        pairs = dict.fromkeys((erp_key, crm_key) for erp_key, crm_key in wanted if crm_key is not None)
        erp_wishes = Counter(erp_key for erp_key, _ in pairs)
        crm_wishes = Counter(crm_key for _, crm_key in pairs)
        return {
            erp_key: crm_key for erp_key, crm_key in pairs if erp_wishes[erp_key] == crm_wishes[crm_key] == 1
        }

    @property
    def result(self) -> dict[str, str]:
        """What is to be saved, in the ERP's order."""
        return {key: self.chosen[key] for key in self._erp_keys if key in self.chosen}

    def _count(self, crm_key: str, step: int) -> None:
        """Note that one more or one fewer item of the ERP has this one."""
        before = self._uses[crm_key]
        after = self._uses[crm_key] = before + step
        self.unmapped -= step
        self.doubles += (after if after > 1 else 0) - (before if before > 1 else 0)
        if crm_key not in self._crm_keys:
            self.gone += step


@dataclass(frozen=True, slots=True)
class PairUse:
    """Two lists that mapped list fields bring together; the attributes are those of a ``ListPair``."""

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
            if row.pair is None:
                continue
            erp, crm = row.pair
            if erp.kind is crm.kind is FieldType.LIST and erp.list_name:
                used = actor.active and row.mapping.direction is not Direction.NONE
                pair = (erp.list_name, crm.list_name)
                fields.setdefault(pair, []).append((used, actor.actor_type, erp))
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


def default_lists(context: SyncContext) -> frozenset[str]:
    """The lists of the ERP from which a default of a synchronised actor type is an item."""
    return frozenset(erp.list_name for _, erp, _ in _list_defaults(context))


def default_reasons(context: SyncContext, lists: Mapping[str, ErpList]) -> Iterator[Problem]:
    """Why defaults bar activation that are no items any more; a list that was not read says nothing.

    Args:
        context: all that is known of the connection.
        lists: those of the ERP that are known, by name.
    """
    keys = {name: {item.key for item in one.items} for name, one in lists.items() if one.read_at is not None}
    for actor, erp, default in _list_defaults(context):
        if default.value not in keys.get(erp.list_name, {default.value}):
            params = {"actor": actor, "key": erp.key, "label": erp.label or erp.key}
            params["erp_list"] = erp.list_name
            yield Problem(ProblemCode.DEFAULT_ITEM_GONE, params, field="default")


def _list_defaults(context: SyncContext) -> Iterator[tuple[str, FieldMetadata, DefaultValue]]:
    for actor in context.setup.actors:
        schema = context.erp.actor(actor.actor_type)
        if not actor.active or schema is None:
            continue
        for one in actor.fields:
            erp = schema.field(one.erp_key) if one.default is not None and one.default.set_value else None
            if erp is not None and one.default is not None and erp.kind is FieldType.LIST and erp.list_name:
                yield actor.actor_type, erp, one.default


def _unique_names(items: Iterable[ListItem]) -> dict[str, str | None]:
    """The key of the item of each name; None where several share it."""
    found: dict[str, str | None] = {}
    for item in items:
        for name in _names(item):
            found[name] = item.key if found.get(name, item.key) == item.key else None
    return found


def _names(item: ListItem) -> set[str]:
    """What an item is called, the words of each language; its key where it has none."""
    words = parse(item.text).values() or (item.text,)
    return {name_key(name) for name in words} - {""} or {name_key(item.key)}
