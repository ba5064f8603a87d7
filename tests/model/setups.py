"""Small ERPs, catalogues and setups for the tests of what is synchronised, and ways to draw random ones."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import strategies as st

from erpsync_desktop.model.catalogue import Catalogue, CrmEntity, CrmField
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.erp_schema import ActorSchema, ErpSchema
from erpsync_desktop.model.mapping import ActorRules, MappingRow, rules_of
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata
from erpsync_desktop.model.sync_setup import (
    ActorMapping,
    DefaultValue,
    Direction,
    FieldMapping,
    SyncContext,
    SyncSetup,
    completed,
)
from erpsync_desktop.model.values import FieldType

CONNECTION = ErpConnection("guid", "connector", "ERP")
COMPANY, PERSON, PROJECT = CrmEntity.COMPANY, CrmEntity.PERSON, CrmEntity.PROJECT
NONE, TO_CRM, TO_ERP, BOTH = Direction.NONE, Direction.TO_CRM, Direction.TO_ERP, Direction.BOTH
SYNCED_TYPES = (
    FieldType.TEXT,
    FieldType.INTEGER,
    FieldType.DOUBLE,
    FieldType.CHECKBOX,
    FieldType.LIST,
    FieldType.DATETIME,
)


def erp_field(key: str, kind: FieldType = FieldType.TEXT, **more: object) -> FieldMetadata:
    """A field of the ERP; ``mandatory`` and ``read_only`` say its access."""
    access = FieldAccess.NORMAL
    if more.pop("mandatory", False):
        access = FieldAccess.MANDATORY
    if more.pop("read_only", False):
        access = FieldAccess.READ_ONLY
    return replace(FieldMetadata(key, kind, access=access), **more)  # type: ignore[arg-type]


def company_field(key: str, kind: FieldType = FieldType.TEXT, **more: object) -> CrmField:
    """A field of SuperOffice's companies."""
    return replace(CrmField(COMPANY, key, kind=kind), **more)  # type: ignore[arg-type]


def one_actor(
    *fields: FieldMetadata,
    crm: tuple[CrmField, ...] = (),
    mapped: tuple[FieldMapping, ...] = (),
    active: bool = True,
    schema: ActorSchema | None = None,
    elsewhere: Mapping[tuple[CrmEntity, str], str] | None = None,
    actor_type: str = "Customer",
) -> SyncContext:
    """A connection with one actor type."""
    erp = ErpSchema((schema or ActorSchema(actor_type, fields),))
    setup = completed(SyncSetup((ActorMapping(actor_type, active, mapped),)), erp)
    return SyncContext(CONNECTION, erp, Catalogue(crm), setup, elsewhere or {})


def rules(context: SyncContext) -> ActorRules:
    """The rules for the first actor type as it is saved."""
    return rules_of(context, context.setup.actors[0])


def pair(
    erp: FieldMetadata,
    crm: CrmField,
    direction: Direction = NONE,
    *,
    elsewhere: Mapping[tuple[CrmEntity, str], str] | None = None,
) -> tuple[ActorRules, MappingRow]:
    """The rules and the row of one ERP field that is mapped to one SuperOffice field."""
    mapped = (FieldMapping(erp.key, crm.key, direction),)
    found = rules(one_actor(erp, crm=(crm,), mapped=mapped, elsewhere=elsewhere))
    return found, found.row_of(erp.key)


# Random ones. What is in order comes most often, so that random steps reach both sides of each rule.

_ERP_KEYS = ("NAME", "number1", "Phone", "Odd", "Lost")
_CRM_KEYS = (
    (COMPANY, "NAME"),
    (COMPANY, "NUMBER1"),
    (COMPANY, "PHONE"),
    (PERSON, "NAME"),
    (PERSON, "NUMBER"),
)
_TYPES = (
    ("Customer",),
    ("Customer",),
    ("Customer", "Supplier"),
    ("Person", "Customer"),
    ("Customer", "Sale"),
)

_rarely = st.integers(0, 7).map(lambda number: number == 7)
_mostly = _rarely.map(lambda rare: not rare)
_kinds = st.sampled_from([FieldType.TEXT] * 20 + [*FieldType])
_accesses = st.sampled_from([FieldAccess.NORMAL] * 3 + [*FieldAccess])
_crm_kinds = st.sampled_from([FieldType.TEXT] * 10 + [*SYNCED_TYPES])
_defaults = st.builds(DefaultValue, st.sampled_from(["", "x", "[I:1]"]), st.booleans(), st.booleans())


def _erp_field(key: str) -> st.SearchStrategy[FieldMetadata]:
    return st.builds(FieldMetadata, st.just(key), kind=_kinds, access=_accesses)


def _crm_field(entity: CrmEntity, key: str) -> st.SearchStrategy[CrmField]:
    return st.builds(
        CrmField, st.just(entity), st.just(key), kind=_crm_kinds, is_id=_rarely, read_only=_rarely
    )


def _field_mapping(key: str) -> st.SearchStrategy[FieldMapping]:
    crm_keys = st.sampled_from(["NAME", "NAME", "NUMBER1", "NUMBER1", "PHONE", "GONE", ""])
    default = st.one_of(st.none(), st.none(), st.none(), _defaults)
    directions = st.sampled_from([TO_CRM, *Direction])
    found = st.builds(FieldMapping, st.just(key), crm_keys, directions, st.booleans(), st.booleans(), default)
    return found.map(lambda one: one if one.crm_key else replace(one, direction=Direction.NONE))


@st.composite
def mappings(draw: st.DrawFn, actor_type: str) -> ActorMapping:
    """Whatever may once have been configured for an actor type."""
    keys = [key for key in draw(st.permutations(_ERP_KEYS)) if draw(_mostly)]
    return ActorMapping(actor_type, draw(_mostly), tuple(draw(_field_mapping(key)) for key in keys))


@st.composite
def actor_schemas(draw: st.DrawFn, actor_type: str) -> ActorSchema:
    """An actor type as a connector may describe it."""
    fields = tuple(draw(_erp_field(key)) for key in _ERP_KEYS[:-1] if draw(_mostly))
    searchable = frozenset(one.key for one in fields if draw(st.booleans()))
    return ActorSchema(actor_type, fields, searchable, supported=draw(_mostly))


@st.composite
def contexts(draw: st.DrawFn) -> SyncContext:
    """A connection whose ERP and SuperOffice may have lost what is configured."""
    types = draw(st.sampled_from(_TYPES))
    erp = ErpSchema(tuple(draw(actor_schemas(one)) for one in types))
    setup = SyncSetup(tuple(draw(mappings(one)) for one in types))
    catalogue = Catalogue(tuple(draw(_crm_field(*one)) for one in _CRM_KEYS if draw(_mostly)))
    elsewhere = {one: "Other ERP" for one in _CRM_KEYS if draw(_rarely)}
    return SyncContext(CONNECTION, erp, catalogue, completed(setup, erp), elsewhere)
