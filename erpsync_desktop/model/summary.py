"""What a connection synchronises, in short: by actor type its fields, what is shown, and the defaults."""

from __future__ import annotations

from dataclasses import dataclass

from erpsync_desktop.model.catalogue import CrmEntity
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.mapping import ActorRules, MappingRow, rules_of
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.sync_setup import CHOICES, ActorMapping, DefaultValue, Direction, SyncContext


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One field that travels. The names are localised text as sent; the key where there is none."""

    erp: str
    direction: Direction
    crm: str


@dataclass(frozen=True, slots=True)
class SummaryDefault:
    """A default with its field; ``erp`` is None where the ERP never described it."""

    label: str
    erp: FieldMetadata | None
    default: DefaultValue


@dataclass(frozen=True, slots=True)
class ActorSummary:
    """One actor type.

    Attributes:
        actor_type: its name on the wire.
        entity: what it is paired with; None where SuperOffice synchronises no such type.
        active: it is switched on.
        supported: the connector names it (still).
        problem: why its fields could not be read.
        lines: the fields with a direction, in rank order.
        in_tab: names of the fields that the ERP tab shows, in rank order.
        in_search: names of the fields that the search shows, in rank order.
        defaults: of the fields, in rank order.
    """

    actor_type: str
    entity: CrmEntity | None
    active: bool = False
    supported: bool = True
    problem: Problem | None = None
    lines: tuple[SummaryLine, ...] = ()
    in_tab: tuple[str, ...] = ()
    in_search: tuple[str, ...] = ()
    defaults: tuple[SummaryDefault, ...] = ()

    def towards(self, direction: Direction) -> tuple[SummaryLine, ...]:
        """The fields that travel in just this direction."""
        return tuple(line for line in self.lines if line.direction is direction)

    @property
    def directions(self) -> tuple[Direction, ...]:
        """The directions that occur, in the order of the buttons."""
        return tuple(one for one in CHOICES if self.towards(one))


@dataclass(frozen=True, slots=True)
class Summary:
    """A connection.

    Attributes:
        connection: as saved.
        actors: in the connector's order.
        was_read: what the ERP has was read at least once.
        problem: why not even the actor types could be read.
    """

    connection: ErpConnection
    actors: tuple[ActorSummary, ...] = ()
    was_read: bool = True
    problem: Problem | None = None


def summary(context: SyncContext) -> Summary:
    """What a connection synchronises."""
    actors = tuple(_actor(rules_of(context, mapping)) for mapping in context.setup.actors)
    was_read = context.erp.read_at is not None or bool(actors)
    return Summary(context.connection, actors, was_read, context.erp.problem)


def _actor(rules: ActorRules) -> ActorSummary:
    rows, mapping = rules.rows(), rules.mapping
    return ActorSummary(
        mapping.actor_type,
        rules.entity,
        active=mapping.active,
        supported=rules.schema.supported,
        problem=rules.schema.problem,
        lines=_lines(rows),
        in_tab=tuple(row.label for row in rows if row.mapping.show_in_tab),
        in_search=tuple(row.label for row in rows if row.mapping.show_in_search),
        defaults=_defaults(rows, mapping),
    )


def _lines(rows: tuple[MappingRow, ...]) -> tuple[SummaryLine, ...]:
    return tuple(
        SummaryLine(
            row.label, row.mapping.direction, (row.crm.label if row.crm else "") or row.mapping.crm_key
        )
        for row in rows
        if row.mapping.direction is not Direction.NONE
    )


def _defaults(rows: tuple[MappingRow, ...], mapping: ActorMapping) -> tuple[SummaryDefault, ...]:
    given = zip(rows, mapping.fields, strict=True)
    return tuple(SummaryDefault(row.label, row.erp, one.default) for row, one in given if one.default)
