"""The operations on actors: searched, read, created and saved in the workbook's sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from erpsync_desktop.sample_erp import search
from erpsync_desktop.sample_erp.checking import check_new, check_parent, check_values
from erpsync_desktop.sample_erp.results import Refusal, ok
from erpsync_desktop.sample_erp.schema import TABLES, ActorTable
from erpsync_desktop.sample_erp.values import encode
from erpsync_desktop.sample_erp.workbook import Actor, WorkbookFile, with_values

Request = Mapping[str, Any]
Answer = dict[str, Any]


class ActorDesk:
    """Answers the actor operations; its owner has checked the connection and holds the lock."""

    def __init__(self, book: WorkbookFile) -> None:
        self._book = book

    def actor_types(self, _: Request) -> Answer:
        """WSGetSupportedActorTypes."""
        return ok(Items=list(TABLES))

    def actor_type_fields(self, request: Request) -> Answer:
        """WSGetSupportedActorTypeFields; ranks follow the columns."""
        fields = [field.carrier for field in _table(request["ActorType"]).fields]
        return ok(FieldMetaDataObjects=[{**one, "Rank": rank * 10} for rank, one in enumerate(fields, 1)])

    def searchable_fields(self, request: Request) -> Answer:
        """WSGetSearchableFields."""
        return ok(Items=list(_table(request["ActorType"]).searchable))

    def get(self, request: Request) -> Answer:
        """WSGetActors; keys that the ERP does not have are left out."""
        actors = self._of(_table(request["ActorType"]))
        return self._found(
            request, (actors[key] for key in dict.fromkeys(request["ErpKeys"]) if key in actors)
        )

    def search(self, request: Request) -> Answer:
        """WSSearchActors: the text anywhere in the ERP key or a text field; an empty text finds all."""
        actors = self._of(_table(request["ActorType"])).values()
        return self._found(request, filter(_text_filter(request["SearchText"]), actors))

    def search_by_parent(self, request: Request) -> Answer:
        """WSSearchActorByParent: like WSSearchActors among the children of one actor."""
        parent = (request["ParentActorType"] or "", request["ParentActorErpKey"] or "")
        actors = self._of(_table(request["ActorType"])).values()
        children = (actor for actor in actors if (actor.parent_type, actor.parent_key) == parent)
        return self._found(request, filter(_text_filter(request["SearchText"]), children))

    def search_advanced(self, request: Request) -> Answer:
        """WSSearchActorsAdvanced: all restrictions have to be met."""
        table = _table(request["ActorType"])
        tests = [_restriction(table, one) for one in request["Restrictions"]]
        actors = self._of(table).values()
        return self._found(request, (actor for actor in actors if all(test(actor) for test in tests)))

    def changed_since(self, request: Request) -> Answer:
        """WSGetActorsByTimestamp: by comparing the opaque ``LastModified`` as text, oldest first."""
        since = request["UpdatedOnOrAfter"] or ""
        actors = self._of(_table(request["ActorType"])).values()
        changed = (actor for actor in actors if actor.last_modified >= since)
        return self._found(request, sorted(changed, key=lambda actor: actor.last_modified))

    def create(self, request: Request) -> Answer:
        """WSCreateActor: the ERP gives the key; fields that were not sent get their defaults."""
        carrier = _required(request["Actor"])
        table = _table(carrier["ActorType"])
        parent = check_parent(table, carrier, self._book)
        values = check_new(table, carrier["FieldValues"], self._book.lists)
        key = self._next_key(table)
        actor = Actor(
            table.actor_type, key, {**values, table.number_field: key}, self._next_moment(), *parent
        )
        self._book.store([actor])
        return ok(Actor=_carrier(actor, table, []))

    def save(self, request: Request) -> Answer:
        """WSSaveActors: each actor for itself; good ones are saved and returned even if others are not."""
        changed: dict[tuple[str, str], Actor] = {}
        refusals: list[tuple[str, Refusal]] = []
        for carrier in request["Actors"]:
            try:
                actor = self._changed(carrier, changed)
                changed[actor.actor_type, actor.key] = actor
            except Refusal as refusal:
                refusals.append((carrier["ErpKey"] or "", refusal))
        if changed:
            self._book.store(list(changed.values()))
        saved = [_carrier(actor, TABLES[actor.actor_type], []) for actor in changed.values()]
        answer = _combined(refusals).answer if refusals else ok()
        return {**answer, "Actors": saved}

    def _changed(self, carrier: Request, changed: Mapping[tuple[str, str], Actor]) -> Actor:
        table, key = _table(carrier["ActorType"]), carrier["ErpKey"] or ""
        actor = changed.get((table.actor_type, key)) or self._of(table).get(key)
        if actor is None:
            raise Refusal(
                "UNKNOWN_ERP_KEY",
                "There is no actor with this key.",
                (
                    "The ERP has no such record.",
                    "Das ERP-System hat keinen solchen Datensatz.",
                    "ERP-systemet har ingen slik post.",
                ),
            )
        values = check_values(table, carrier["FieldValues"], self._book.lists, actor.values)
        return with_values(actor, values, self._next_moment(changed.values()))

    def _of(self, table: ActorTable) -> dict[str, Actor]:
        return self._book.actors[table.actor_type]

    def _found(self, request: Request, actors: Iterable[Actor]) -> Answer:
        table = _table(request["ActorType"])
        return ok(Actors=[_carrier(actor, table, request["FieldKeys"]) for actor in actors])

    def _next_key(self, table: ActorTable) -> str:
        numbers = (key.removeprefix(f"{table.prefix}-") for key in self._of(table))
        highest = max((int(number) for number in numbers if number.isdecimal()), default=10000)
        return f"{table.prefix}-{highest + 1}"

    def _next_moment(self, also: Iterable[Actor] = ()) -> str:
        """Now, but later than any change that is noted: comparing texts has to give the order of changes."""
        noted = max(
            (
                actor.last_modified
                for actors in (*(t.values() for t in self._book.actors.values()), also)
                for actor in actors
            ),
            default="",
        )
        now = datetime.now(UTC).replace(tzinfo=None)
        try:
            latest = datetime.fromisoformat(noted.removesuffix("Z"))
        except ValueError:
            latest = now - timedelta(seconds=1)
        moment = max(now, latest + timedelta(microseconds=1))
        return moment.isoformat(timespec="microseconds") + "Z"


def _required(carrier: Request | None) -> Request:
    if carrier is None:
        raise Refusal(
            "MISSING_ACTOR",
            "The request holds no actor.",
            (
                "Nothing was sent to be created.",
                "Es kam nichts zum Anlegen.",
                "Det kom ingenting å opprette.",
            ),
        )
    return carrier


def _table(actor_type: str | None) -> ActorTable:
    table = TABLES.get(actor_type or "")
    if table is None:
        raise Refusal(
            "UNSUPPORTED_ACTOR_TYPE",
            f"Supported actor types are {', '.join(TABLES)}.",
            (
                "The ERP does not have this kind of record.",
                "Diese Art von Datensatz hat das ERP-System nicht.",
                "ERP-systemet har ikke denne typen poster.",
            ),
        )
    return table


def _text_filter(text: str | None) -> Callable[[Actor], bool]:
    wanted = (text or "").strip().casefold()

    def meets(actor: Actor) -> bool:
        texts = (value for value in (actor.key, *actor.values.values()) if isinstance(value, str))
        return any(wanted in value.casefold() for value in texts)

    return meets


def _restriction(table: ActorTable, one: Request) -> Callable[[Actor], bool]:
    key = one["FieldKey"] or ""
    field = table.field(key)
    try:
        if field is None or key not in table.searchable:
            raise ValueError("the field is not searchable")
        values = one["Values"] or ([one["ScalarValue"]] if one["ScalarValue"] is not None else [])
        meets = search.matcher(field.kind, one["Operator"] or "", values)
    except ValueError as error:
        raise Refusal(
            "BAD_RESTRICTION",
            f"The restriction on {key[:80]!r} cannot be used: {error}.",
            (
                "This search is not possible.",
                "Diese Suche ist nicht möglich.",
                "Dette søket er ikke mulig.",
            ),
        ) from None
    return lambda actor: meets(actor.values[key])


def _carrier(actor: Actor, table: ActorTable, field_keys: list[str]) -> dict[str, Any]:
    """The actor for the wire with the fields asked for; with all of them if none was named."""
    wanted = set(field_keys)
    values: dict[str, str] = {
        field.key: encode(field.kind, actor.values[field.key])
        for field in table.fields
        if not wanted or field.key in wanted
    }
    return {
        "ActorType": actor.actor_type,
        "ErpKey": actor.key,
        "FieldValues": values,
        "LastModified": actor.last_modified,
        "ParentActorType": actor.parent_type,
        "ParentErpKey": actor.parent_key,
    }


def _combined(refusals: list[tuple[str, Refusal]]) -> Refusal:
    """One answer for several refused actors: the code of the first, and what each was refused for."""
    first = refusals[0][1]
    tech = " ".join(f"{key or '(no key)'}: {refusal.code}: {refusal.tech}" for key, refusal in refusals)
    return Refusal(first.code, tech, first.user)
