"""SuperOffice's own fields and lists, as the program brings them along."""

from collections.abc import Mapping

import pytest

from erpsync_desktop.model.catalogue import Catalogue, CrmEntity
from erpsync_desktop.model.catalogue_file import read_standard
from erpsync_desktop.model.catalogue_texts import in_two
from erpsync_desktop.model.mapping import AUTOMATIC_KEYS
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.resource_files import resource_path

AUTOMATIC = [(entity, key) for entity, keys in AUTOMATIC_KEYS.items() for key in sorted(keys)]
NOT_TEXT: Mapping[str, FieldType] = {
    "COUNTRY": FieldType.LIST,
    "POSTALCOUNTRY": FieldType.LIST,
    "POSITION": FieldType.LIST,
    "BIRTHDATE": FieldType.DATETIME,
    "ENDDATE": FieldType.DATETIME,
}


@pytest.fixture(scope="module")
def standard() -> Catalogue:
    return read_standard(resource_path("superoffice/catalogue.json").read_bytes())


@pytest.mark.parametrize(("entity", "key"), AUTOMATIC)
def test_every_field_that_is_mapped_by_itself_is_there_with_its_type(
    standard: Catalogue, entity: CrmEntity, key: str
) -> None:
    found = standard.field(entity, key)
    assert found is not None
    assert found.kind is NOT_TEXT.get(key, FieldType.TEXT)
    assert not found.is_id
    assert not found.read_only


def test_everything_has_a_name_in_both_languages(standard: Catalogue) -> None:
    labels = [one.label for one in standard.fields]
    labels += [one.label for one in standard.lists]
    labels += [item.text for one in standard.lists for item in one.items]
    assert all(all(in_two(label)) for label in labels)


def test_within_an_entity_no_two_fields_have_the_same_name(standard: Catalogue) -> None:
    for entity in CrmEntity:
        for language in ("en", "de"):
            names = [one.label_in(language) for one in standard.of(entity)]
            assert len(names) == len(set(names))


def test_nothing_is_user_defined(standard: Catalogue) -> None:
    assert not any(one.user_defined for one in standard.fields)
    assert not any(one.user_defined or one.edited for one in standard.lists)


def test_each_list_is_behind_a_field(standard: Catalogue) -> None:
    assert all(standard.uses_of(one.name) for one in standard.lists)


def test_each_entity_has_an_id_that_cannot_be_written(standard: Catalogue) -> None:
    for entity in CrmEntity:
        ids = [one for one in standard.of(entity) if one.is_id]
        assert ids
        assert all(one.read_only and one.kind is FieldType.INTEGER for one in ids)


def test_countries_have_their_iso_codes(standard: Catalogue) -> None:
    country = standard.list("country")
    assert country is not None
    texts = {item.key: item.text_in("de") for item in country.items}
    assert all(len(key) == 2 and key.isupper() for key in texts)
    assert (texts["DE"], texts["AT"], texts["CH"]) == ("Deutschland", "Österreich", "Schweiz")
    assert len(texts) == 249
