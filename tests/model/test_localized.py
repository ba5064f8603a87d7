"""Localised text: `US:"English";NO:"Norsk"`, however connectors write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.model.localized import choose, compose, parse

LANGUAGES = ("en", "de", "no", "sv", "da", "nl", "fr")
words = st.text(min_size=1).filter(lambda text: text.strip())
texts = st.dictionaries(st.sampled_from(LANGUAGES), words, min_size=1)
separators = st.sampled_from(["", ";", " ", "; ", "\n", " ;\r\n", ";;"])


def test_the_documented_form_is_read() -> None:
    text = 'US:"English";NO:"Norsk";GE:"Deutsch";FR:"Français"'
    assert parse(text) == {"US": "English", "NO": "Norsk", "GE": "Deutsch", "FR": "Français"}


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ('US:"a"NO:"b"', {"US": "a", "NO": "b"}),
        (' us:"a" ;\n no:"b" ; ', {"US": "a", "NO": "b"}),
        ('US:"a";;NO:"b"', {"US": "a", "NO": "b"}),
        ('US:"first";US:"second"', {"US": "first"}),
        ('US:"say "yes"; it helps";GE:"x"', {"US": 'say "yes"; it helps', "GE": "x"}),
        ('US:"";GE:"x"', {"US": "", "GE": "x"}),
        ('US:"two\nlines"', {"US": "two\nlines"}),
    ],
)
def test_variations_of_it_are_read(text: str, entries: dict[str, str]) -> None:
    assert parse(text) == entries


@pytest.mark.parametrize(
    "text",
    ["", "plain", 'say "yes"', 'Note US:"x"', 'US:"a" and more', 'US:"open', "US:x", 'USA:"x"', "  ", ";"],
)
def test_text_without_such_marks_is_plain(text: str) -> None:
    assert parse(text) == {}
    assert choose(text, "de") == text


@pytest.mark.parametrize(
    ("text", "language", "chosen"),
    [
        ('US:"e";GE:"d"', "de", "d"),
        ('US:"e";DE:"d"', "de_AT", "d"),
        ('US:"e";GE:"d"', "DE-CH", "d"),
        ('US:"e";NO:"n"', "nb", "n"),
        ('US:"e";NB:"n"', "no", "n"),
        ('US:"e";SW:"s"', "sv", "s"),
        ('US:"e";DU:"n"', "nl", "n"),
        ('US:"e";PT:"p"', "pt_BR", "p"),
        ('FR:"f";US:"e"', "de", "e"),
        ('UK:"british";US:"e"', "de", "e"),
        ('FR:"f";UK:"e"', "de", "e"),
        ('FR:"f";NO:"n"', "de", "f"),
        ('GE:"";US:"e"', "de", "e"),
        ('FR:"f";UK:"";US:"e"', "en", "e"),
        ('FR:"f";US:"";GE:""', "de", "f"),
        ('US:""', "de", ""),
        ('US:"e"', "", "e"),
    ],
)
def test_the_users_language_is_chosen_then_us_then_the_first(text: str, language: str, chosen: str) -> None:
    assert choose(text, language) == chosen


@given(texts)
def test_what_is_composed_is_parsed_and_chosen(given_texts: dict[str, str]) -> None:
    composed = compose(given_texts)
    assert len(parse(composed)) == len(given_texts)
    for language, text in given_texts.items():
        assert choose(composed, language) == text.replace('"', "”")


@given(texts, separators)
def test_the_separator_may_be_missing_or_another(given_texts: dict[str, str], separator: str) -> None:
    entries = [compose({language: text}) for language, text in given_texts.items()]
    joined = separator.join(entries)
    assert parse(joined) == parse(";".join(entries))
    assert all(choose(joined, language) == choose(";".join(entries), language) for language in LANGUAGES)


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_gives_a_choice_that_is_part_of_it(text: str, language: str) -> None:
    assert choose(text, language) in text


@given(st.text(alphabet='UGS:";E \n', max_size=60))
def test_marks_in_any_order_do_no_harm(text: str) -> None:
    assert all(entry in text for entry in parse(text).values())


def test_an_unknown_language_is_written_by_its_own_code() -> None:
    assert compose({"pt": "x", "nb": "y"}) == 'PT:"x";NO:"y"'


@pytest.mark.parametrize(
    "unit",
    [
        " ",
        ";",
        " ;",
        '"',
        '"a',
        '" ',
        "US:",
        'US:"',
        'US:"a";',
        'US:"a"',
        'US:"a" x',
        '";',
        '"' + " " * 1000,
        "a",
    ],
)
@pytest.mark.parametrize("start", ["", 'US:"'])
@pytest.mark.timeout(60)  # quadratic time takes hours
def test_a_megabyte_of_marks_is_read_in_linear_time(start: str, unit: str) -> None:
    text = start + unit * (1_000_000 // len(unit))
    assert len(choose(text, "de")) <= len(text)
