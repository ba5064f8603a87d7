"""What a connection synchronises, in short."""

from __future__ import annotations

from datetime import UTC, datetime

from erpsync_desktop.model.catalogue import Catalogue, CrmEntity, CrmField
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import ActorSchema, ErpSchema
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.summary import ActorSummary, Summary, SummaryDefault, SummaryLine, summary
from erpsync_desktop.model.sync_setup import (
    ActorMapping,
    DefaultValue,
    Direction,
    FieldMapping,
    SyncContext,
    SyncSetup,
)

CONNECTION = ErpConnection("c1", "k1", "Finance")
READ_AT = datetime(2026, 11, 22, tzinfo=UTC)
NAME = FieldMetadata("NAME", label='US:"Name";GE:"Firmenname"')
PHONE = FieldMetadata("PHONE", label="Phone")
CRM = Catalogue(
    (CrmField(CrmEntity.COMPANY, "NAME", 'US:"Company name"'), CrmField(CrmEntity.COMPANY, "TEL"))
)
SET = DefaultValue("x", set_value=True)


def of(*fields: FieldMapping, active: bool = True, **schema: object) -> ActorSummary:
    described = ActorSchema("Customer", (NAME, PHONE), **schema)  # type: ignore[arg-type]
    setup = SyncSetup((ActorMapping("Customer", active, fields),))
    (actor,) = summary(SyncContext(CONNECTION, ErpSchema((described,), READ_AT), CRM, setup)).actors
    return actor


def test_fields_with_a_direction_are_named_by_both_sides() -> None:
    actor = of(FieldMapping("NAME", "NAME", Direction.BOTH), FieldMapping("PHONE", "TEL", Direction.TO_ERP))
    assert actor.lines == (
        SummaryLine(NAME.label, Direction.BOTH, 'US:"Company name"'),
        SummaryLine("Phone", Direction.TO_ERP, "TEL"),
    )
    assert actor.entity is CrmEntity.COMPANY
    assert actor.active


def test_a_pair_without_a_direction_does_not_travel() -> None:
    assert of(FieldMapping("NAME", "NAME")).lines == ()


def test_lines_are_told_apart_by_direction_in_the_order_of_the_buttons() -> None:
    actor = of(FieldMapping("NAME", "NAME", Direction.BOTH), FieldMapping("PHONE", "TEL", Direction.TO_CRM))
    assert actor.directions == (Direction.TO_CRM, Direction.BOTH)
    assert [line.erp for line in actor.towards(Direction.TO_CRM)] == ["Phone"]


def test_what_is_shown_is_named_in_rank_order() -> None:
    actor = of(
        FieldMapping("PHONE", show_in_tab=True, show_in_search=True), FieldMapping("NAME", show_in_tab=True)
    )
    assert actor.in_tab == ("Phone", NAME.label)
    assert actor.in_search == ("Phone",)


def test_defaults_come_with_their_fields() -> None:
    actor = of(FieldMapping("PHONE", default=SET), FieldMapping("NAME"))
    assert actor.defaults == (SummaryDefault("Phone", PHONE, SET),)


def test_what_is_gone_is_named_by_its_key() -> None:
    actor = of(FieldMapping("OLD", "GONE", Direction.TO_CRM, default=SET), supported=False)
    assert actor.lines == (SummaryLine("OLD", Direction.TO_CRM, "GONE"),)
    assert actor.defaults == (SummaryDefault("OLD", None, SET),)
    assert not actor.supported


def test_an_actor_type_that_superoffice_does_not_know_has_no_counterpart() -> None:
    setup = SyncSetup((ActorMapping("Invoice"),))
    (actor,) = summary(SyncContext(CONNECTION, setup=setup)).actors
    assert (actor.entity, actor.supported, actor.active) == (None, False, False)


def test_it_says_what_could_not_be_read() -> None:
    problem = Problem(ProblemCode.CONNECTION_REFUSED, {"host": "h", "port": 1})
    assert of(FieldMapping("NAME"), problem=problem).problem is problem
    assert summary(SyncContext(CONNECTION, ErpSchema(problem=problem))).problem is problem


def test_a_connection_that_was_never_read_says_so() -> None:
    assert summary(SyncContext(CONNECTION)) == Summary(CONNECTION, was_read=False)
    assert summary(SyncContext(CONNECTION, ErpSchema(read_at=READ_AT))).was_read
