"""What asking the ERP for its lists anew brings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.model.erp_schema import ErpList, ListChanges
from erpsync_desktop.model.errors import ErpSyncError, Problem
from erpsync_desktop.widgets.sentences import Sentence, listed, sentence


@dataclass(frozen=True, slots=True)
class ListNews:
    """Lists as the ERP has them now, and what differs."""

    lists: tuple[ErpList, ...]
    changes: tuple[ListChanges, ...]


class ListsNotRead(ErpSyncError):
    """Lists that the ERP does not give at the moment.

    Attributes:
        lists: the names of the lists by what is wrong, each distinct problem once.

    Args:
        failed: what is wrong, by the name of the list; not empty.
    """

    def __init__(self, failed: Mapping[str, Problem]) -> None:
        self.lists: dict[Problem, list[str]] = {}
        for name, problem in failed.items():
            same = (one for one in self.lists if replace(one, detail=problem.detail) == problem)
            self.lists.setdefault(next(same, problem), []).append(name)
        super().__init__(*self.lists)


def explain_lists(error: ListsNotRead) -> Iterator[Sentence]:
    """What to say: each problem, and the lists that it is about."""
    for problem, names in error.lists.items():
        yield sentence(problem)
        about = QCoreApplication.translate("ListNews", "Lists that could not be read: {lists}.")
        yield Sentence("", about.format(lists=listed(names)))
