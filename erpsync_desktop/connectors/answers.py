"""What the result of an operation says, read tolerantly.

WCF, Java and PHP stacks differ in the order of members, in prefixes and namespaces, in whether an array wraps
its items or repeats itself, and in how they say that there is no value. Members are found by their local
name, whatever the case; the first counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from erpsync_desktop.connectors.xml import Element, child, children, local_name, text_of
from erpsync_desktop.model.actor import ErpActor
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata, ListItem
from erpsync_desktop.model.outcome import Outcome, OutcomeState
from erpsync_desktop.model.values import INTEGER_RANGE, FieldType

ACTOR = "ErpActorWS"
"""Local name of an actor in an array."""

_TRUE, _FALSE = {"true", "1"}, {"false", "0"}


def outcome(result: Element) -> Outcome | None:
    """How it went (``ConnectorResultBaseWS``); None where the result says neither ``IsOk`` nor ``State``.

    IsOk false or State Error is an error. A State that the contract does not have counts by IsOk: a warning
    where that is true, so that the explanation is shown, else an error.
    """
    members = _members(result)
    ok = _boolean(members.get("isok", ""))
    said = members.get("state", "").strip().lower()
    if ok is None and not said:
        return None
    state = next((known for known in OutcomeState if known.value.lower() == said), None)
    if state is None:
        state = (OutcomeState.WARNING if said else OutcomeState.OK) if ok else OutcomeState.ERROR
    return Outcome(
        state if ok is not False else OutcomeState.ERROR,
        members.get("userexplanation", "").strip(),
        members.get("techexplanation", "").strip(),
        members.get("errorcode", "").strip(),
    )


def fields(result: Element) -> Iterator[FieldMetadata]:
    """The fields (``FieldMetaDataObjects``), in the order sent."""
    return (_field(item) for item in _array(result, "FieldMetaDataObjects", "fieldkey"))


def strings(result: Element) -> tuple[str, ...]:
    """The texts (``Items``)."""
    return tuple(text_of(item) for item in _array(result, "Items", ""))


def list_items(result: Element) -> tuple[ListItem, ...]:
    """The items of a list (``ListItems``), in the order sent; of a repeated key, the first."""
    items: dict[str, str] = {}
    for entry in _array(result, "ListItems", "key"):
        items.setdefault(*_pair(entry))
    return tuple(ListItem(key, text) for key, text in items.items())


def actors(result: Element) -> tuple[ErpActor, ...]:
    """The actors (``Actors``) that a stream left, because they are named otherwise."""
    return tuple(actor(item) for item in _array(result, "Actors", "erpkey") if len(item))


def actor_member(result: Element) -> ErpActor | None:
    """The actor (``Actor``); None for none."""
    found = child(result, "Actor")
    return None if found is None or not len(found) else actor(found)


def actor(element: Element) -> ErpActor:
    """One actor (``ErpActorWS``)."""
    members: dict[str, str] = {}
    values: dict[str, str] = {}
    for member in element:
        name = _plain_name(member.tag)
        if name == "fieldvalues":
            values = values or _dictionary(member)
        else:
            members.setdefault(name, member.text or "")
    return ErpActor(
        members.get("actortype", ""),
        members.get("erpkey", ""),
        values,
        members.get("lastmodified", ""),
        members.get("parentactortype", ""),
        members.get("parenterpkey", ""),
    )


def _dictionary(element: Element) -> dict[str, str]:
    """A dictionary; of a repeated key, the first value."""
    # Tens of thousands of entries pass here; asking lxml for the tag of each member would double the time.
    keys = [key.text or "" for key in element.iter("{*}Key")]
    values = [value.text or "" for value in element.iter("{*}Value")]
    if len(keys) == len(values) == len(element):
        entries = dict(zip(keys, values, strict=True))
        if len(entries) == len(keys):
            return entries
    entries = {}
    for entry in children(element):
        entries.setdefault(*_pair(entry))
    return entries


@lru_cache(maxsize=512)
def _plain_name(tag: object) -> str:
    """A member's local name in lower case; the same few tags come thousands of times."""
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _field(item: Element) -> FieldMetadata:
    members = _members(item)
    key, label = members.get("fieldkey", ""), members.get("displayname", "")
    kind = FieldType.from_wire(members.get("fieldtype", ""))
    access, notes = _access(members.get("access", ""), label or key, key)
    if kind is FieldType.UNKNOWN:
        params = {"label": label or key, "type": members.get("fieldtype", "").strip()}
        notes = (Problem(ProblemCode.FIELD_TYPE_UNKNOWN, params, field=f"field:{key}"), *notes)
    return FieldMetadata(
        key=key,
        kind=kind,
        label=label,
        description=members.get("displaydescription", ""),
        list_name=members.get("listname", "").strip(),
        default=members.get("defaultvalue", ""),
        max_length=max(0, _integer(members.get("maxlength", "")) or 0),
        access=access,
        rank=_integer(members.get("rank", "")),
        notes=notes,
    )


def _access(said: str, label: str, key: str) -> tuple[FieldAccess, tuple[Problem, ...]]:
    name = said.strip()
    found = next((access for access in FieldAccess if access.value.lower() == name.lower()), None)
    if found is not None or not name:
        return found or FieldAccess.NORMAL, ()
    params = {"label": label, "access": name}
    return FieldAccess.NORMAL, (Problem(ProblemCode.ACCESS_UNKNOWN, params, field=f"field:{key}"),)


def _array(result: Element, member: str, mark: str) -> Iterator[Element]:
    """The items of an array: wrapped by the member, or the member itself repeated.

    Args:
        result: what has the member.
        member: its name.
        mark: a member that every item has, in lower case; empty where items are texts.
    """
    for found in children(result):
        if local_name(found).lower() != member.lower():
            continue
        inside = list(children(found))
        is_item = any(local_name(item).lower() == mark for item in inside) if mark else not inside
        if not is_item:
            yield from inside
        elif inside or (found.text or "").strip():
            yield found


def _pair(entry: Element) -> tuple[str, str]:
    """Key and value of a dictionary's entry, whatever their namespace."""
    return text_of(child(entry, "Key")), text_of(child(entry, "Value"))


def _members(element: Element) -> dict[str, str]:
    members: dict[str, str] = {}
    for member in children(element):
        members.setdefault(local_name(member).lower(), text_of(member))
    return members


def _boolean(text: str) -> bool | None:
    said = text.strip().lower()
    return True if said in _TRUE else False if said in _FALSE else None


def _integer(text: str) -> int | None:
    """A number of 32 bits, as the contract has it (``xs:int``); None for any other, and for no number."""
    try:
        number = int(text.strip()) if len(text) <= 20 else None
    except ValueError:
        return None
    lowest, highest = INTEGER_RANGE
    return number if number is not None and lowest <= number <= highest else None
