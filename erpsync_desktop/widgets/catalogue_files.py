"""Files of SuperOffice's fields and lists; nothing here blocks the GUI thread but ``read_file``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.model.catalogue import Catalogue, CatalogueFile
from erpsync_desktop.model.catalogue_changes import PlannedEntry, plan_catalogue
from erpsync_desktop.model.catalogue_file import read_catalogue
from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.widgets.files import read_bytes


@dataclass(frozen=True, slots=True)
class ReadCatalogue:
    """What a file says, and what it would change."""

    contents: CatalogueFile
    planned: tuple[PlannedEntry, ...]


def read_file(path: Path, catalogue: Catalogue) -> ReadCatalogue:
    """Read a file and compare it with what there is. Blocks.

    Raises:
        InvalidInput: the file cannot be read, or something in it cannot be taken.
    """
    contents = read_catalogue(read_bytes(path, ProblemCode.CATALOGUE_UNREADABLE), catalogue)
    return ReadCatalogue(contents, plan_catalogue(contents, catalogue))


def json_files() -> str:
    """The name filter of a file dialog for what is saved."""
    return QCoreApplication.translate("CatalogueFiles", "JSON files (*.json)")


def catalogue_files() -> str:
    """The name filter of a file dialog for what can be imported."""
    return QCoreApplication.translate("CatalogueFiles", "JSON and CSV files (*.json *.csv *.txt)")
