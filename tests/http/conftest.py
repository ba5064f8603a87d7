"""Sessions that close by themselves."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from erpsync_desktop.http import HttpSession, Limits

MakeSession = Callable[..., HttpSession]
QUICK = Limits(connect=5, read=5, total=10)


@pytest.fixture
def make_session() -> Iterator[MakeSession]:
    """Makes sessions; closes them after the test."""
    made: list[HttpSession] = []

    def make(limits: Limits = QUICK, **options: Any) -> HttpSession:
        made.append(HttpSession(limits=limits, **options))
        return made[-1]

    yield make
    for session in made:
        session.close()


@pytest.fixture
def session(make_session: MakeSession) -> HttpSession:
    """A session with short limits."""
    return make_session()
