"""What both lists share: deleting, taking that back, restoring, and removing for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from erpsync_desktop.model.errors import ErpSyncError, Problem
from erpsync_desktop.model.watch import Watch


class Named(Protocol):
    """A connector or a connection."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """Its name."""


@dataclass
class Batch:
    """What came of doing the same to several records.

    Attributes:
        done: for which it worked.
        problems: why it did not for the others, or what else is to be said.
    """

    done: list[Named] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def error(self) -> ErpSyncError | None:
        """The problems as an error that can be shown; None if there are none."""
        return ErpSyncError(*self.problems) if self.problems else None


def for_each(
    records: Iterable[Named], deed: Callable[[str, Watch], Problem | None]
) -> Callable[[Watch], Batch]:
    """Work for the background: do something to each record; what fails does not keep the others from it.

    Args:
        records: to what.
        deed: is given the id; returns what is to be said though it worked.
    """
    chosen: Sequence[Named] = tuple(records)

    def work(watch: Watch) -> Batch:
        batch = Batch()
        for record in chosen:
            watch.check()
            try:
                problem = deed(record.id, watch)
            except ErpSyncError as error:
                batch.problems.extend(error.problems)
            else:
                batch.done.append(record)
                batch.problems.extend([problem] if problem else [])
        return batch

    return work
