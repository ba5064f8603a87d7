"""Names in English and German."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.model.catalogue_texts import all_texts, in_two, of_two


@pytest.mark.parametrize(
    ("english", "german", "text"),
    [
        ("Name", "", "Name"),
        ("", "", ""),
        ("", "Name", 'GE:"Name"'),
        ("Colour", "Farbe", 'US:"Colour";GE:"Farbe"'),
        ('US:"x"', "", 'US:"US:”x”"'),
    ],
)
def test_both_are_put_together(english: str, german: str, text: str) -> None:
    assert of_two(english, german) == text


def test_other_languages_stay() -> None:
    before = 'US:"Colour";FR:"Couleur";NO:"Farge"'
    after = of_two("Colour", "Farbe", before)
    assert in_two(after) == ("Colour", "Farbe")
    assert set(all_texts(after)) == {"Colour", "Farbe", "Couleur", "Farge"}


def test_what_is_not_changed_stays_letter_for_letter() -> None:
    before = 'DE:"Farbe" UK:"Colour"'
    assert of_two(*in_two(before), before) == before


@given(st.text(), st.text())
def test_what_was_typed_is_shown_again_but_for_double_quotes(english: str, german: str) -> None:
    typed = (english.replace('"', "”"), german.replace('"', "”"))
    assert in_two(of_two(english, german)) in {typed, (english, german)}
