"""Secrets do not show themselves by accident."""

import copy
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop.model.secret import Secret

CANARY = "hunter2-canary"


@pytest.mark.parametrize("show", [repr, str, "{}".format, "{!r:>20}".format, lambda secret: f"{[secret]}"])
def test_no_text_made_of_it_shows_it(show: object) -> None:
    assert callable(show)
    assert CANARY not in show(Secret(CANARY))


@pytest.mark.parametrize("write", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps, vars])
def test_it_is_never_written_down_or_copied(write: object) -> None:
    assert callable(write)
    with pytest.raises(TypeError) as caught:
        write(Secret(CANARY))
    assert CANARY not in str(caught.value)


def test_it_is_read_only_by_asking_for_it() -> None:
    assert Secret(CANARY).reveal() == CANARY


@given(st.text(), st.text())
def test_secrets_compare_by_what_they_are(one: str, other: str) -> None:
    assert (Secret(one) == Secret(other)) == (one == other)
    assert hash(Secret(one)) == hash(Secret(one))
    assert Secret(one) != one
    assert bool(Secret(one)) == bool(one)
