from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.widgets.access_keys import access_key, with_access_keys


def test_a_words_first_letter_goes_before_any_other() -> None:
    assert list(with_access_keys(["Name", "Server name", "Note"], {"N"})) == [
        "N&ame",
        "&Server name",
        "N&ote",
    ]


def test_an_ampersand_of_the_text_is_kept() -> None:
    assert list(with_access_keys(["R&D"], {"R"})) == ["R&&&D"]


def test_who_comes_too_late_gets_none() -> None:
    assert list(with_access_keys(["A", "A"], ())) == ["&A", "A"]


@given(st.lists(st.text(alphabet="abcABC &ä1", max_size=8), max_size=30))
def test_no_key_is_given_twice(labels: list[str]) -> None:
    keys = [key for text in with_access_keys(labels, {"B"}) if (key := access_key(text))]
    assert len(keys) == len(set(keys))
    assert "B" not in keys
