"""What SuperOffice offers."""

import pytest

from erpsync_desktop.model.actor import ActorType
from erpsync_desktop.model.catalogue import Catalogue, CrmEntity, CrmField, CrmList, entity_of
from erpsync_desktop.model.values import FieldType

NAME = CrmField(CrmEntity.COMPANY, "NAME", 'US:"Name";GE:"Firmenname"')
CATEGORY = CrmField(CrmEntity.COMPANY, "CATEGORY", kind=FieldType.LIST, list_name="category")
PERSON_NAME = CrmField(CrmEntity.PERSON, "NAME")
CATALOGUE = Catalogue((NAME, PERSON_NAME, CATEGORY), (CrmList("category", "Category"), CrmList("other")))


@pytest.mark.parametrize(
    ("actor_type", "entity"),
    [
        ("Customer", CrmEntity.COMPANY),
        ("Supplier", CrmEntity.COMPANY),
        ("Partner", CrmEntity.COMPANY),
        ("Person", CrmEntity.PERSON),
        ("Project", CrmEntity.PROJECT),
        ("CUSTOMER", CrmEntity.COMPANY),
        ("Employee", None),
        ("Sale", None),
        ("Unknown", None),
        ("", None),
    ],
)
def test_each_actor_type_pairs_with_its_record(actor_type: str, entity: CrmEntity | None) -> None:
    assert entity_of(actor_type) is entity


def test_every_actor_type_but_the_reserved_ones_pairs_with_a_record() -> None:
    assert {one for one in ActorType if entity_of(one) is None} == {ActorType.EMPLOYEE, ActorType.SALE}


def test_fields_are_found_by_record_and_key() -> None:
    assert CATALOGUE.field(CrmEntity.COMPANY, "NAME") is NAME
    assert CATALOGUE.field(CrmEntity.PERSON, "NAME") is PERSON_NAME
    assert CATALOGUE.field(CrmEntity.PROJECT, "NAME") is None
    assert CATALOGUE.field(CrmEntity.COMPANY, "name") is None


def test_the_fields_of_a_record_keep_their_order() -> None:
    assert CATALOGUE.of(CrmEntity.COMPANY) == (NAME, CATEGORY)
    assert CATALOGUE.of(CrmEntity.PROJECT) == ()


def test_lists_are_found_by_name() -> None:
    assert CATALOGUE.list("category") == CrmList("category", "Category")
    assert CATALOGUE.list("none") is None


def test_a_list_knows_the_fields_that_it_is_behind() -> None:
    assert CATALOGUE.uses_of("category") == (CATEGORY,)
    assert CATALOGUE.uses_of("other") == ()


def test_labels_are_those_of_the_language_or_else_the_key() -> None:
    assert (NAME.label_in("de"), NAME.label_in("fr"), PERSON_NAME.label_in("de")) == (
        "Firmenname",
        "Name",
        "NAME",
    )
    assert [one.label_in("de") for one in CATALOGUE.lists] == ["Category", "other"]
