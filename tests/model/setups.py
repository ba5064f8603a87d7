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


# Random ones

_KEYS = ("NAME", "number1", "Phone", "List", "Any", "Odd", "Secret")
_kinds = st.sampled_from(FieldType)
_accesses = st.sampled_from(FieldAccess)

erp_fields = st.lists(
    st.builds(
        FieldMetadata,
        st.sampled_from(_KEYS),
        kind=_kinds,
        access=_accesses,
        max_length=st.sampled_from([0, 10]),
        list_name=st.just("erp list"),
    ),
    max_size=6,
    unique_by=lambda one: one.key,
).map(tuple)

crm_fields = st.lists(
    st.builds(
        CrmField,
        st.sampled_from(CrmEntity),
        st.sampled_from(["NAME", "NUMBER1", "PHONE", "EMAIL", "TEXT"]),
        kind=st.sampled_from(SYNCED_TYPES),
        is_id=st.sampled_from([False, False, False, True]),
        read_only=st.sampled_from([False, False, False, True]),
    ),
    max_size=12,
    unique_by=lambda one: (one.entity, one.key),
).map(tuple)

defaults = st.builds(DefaultValue, st.sampled_from(["", "x", "[I:1]"]), st.booleans(), st.booleans())

field_mappings = st.builds(
    FieldMapping,
    st.sampled_from([*_KEYS, "Lost"]),
    st.sampled_from(["", "NAME", "NUMBER1", "PHONE", "GONE"]),
    st.sampled_from(Direction),
    st.booleans(),
    st.booleans(),
    st.none() | defaults,
).map(lambda one: one if one.crm_key else replace(one, direction=Direction.NONE))


def mappings(actor_type: str) -> st.SearchStrategy[ActorMapping]:
    """Whatever may once have been configured for an actor type."""
    fields = st.lists(field_mappings, max_size=6, unique_by=lambda one: one.erp_key).map(tuple)
    return st.builds(ActorMapping, st.just(actor_type), st.booleans(), fields)


@st.composite
def actor_schemas(draw: st.DrawFn, actor_type: str) -> ActorSchema:
    """An actor type as a connector may describe it."""
    fields = draw(erp_fields)
    keys = [one.key for one in fields]
    some = st.frozensets(st.sampled_from(keys)) if keys else st.just(frozenset[str]())
    return ActorSchema(actor_type, fields, draw(some), supported=draw(st.sampled_from([True, True, False])))


@st.composite
def contexts(draw: st.DrawFn) -> SyncContext:
    """A connection whose ERP and SuperOffice may have lost what is configured."""
    types = draw(
        st.lists(
            st.sampled_from(["Customer", "Supplier", "Person", "Sale"]), min_size=1, max_size=3, unique=True
        )
    )
    erp = ErpSchema(tuple(draw(actor_schemas(one)) for one in types))
    setup = SyncSetup(tuple(draw(mappings(one)) for one in types))
    catalogue = Catalogue(draw(crm_fields))
    taken = st.sampled_from([(one.entity, one.key) for one in catalogue.fields] or [(COMPANY, "NAME")])
    elsewhere = dict.fromkeys(draw(st.sets(taken, max_size=2)), "Other ERP")
    return SyncContext(CONNECTION, erp, catalogue, completed(setup, erp), elsewhere)
