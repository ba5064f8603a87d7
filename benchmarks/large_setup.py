"""A workspace whose one connection has 1,000 fields and a list of 20,000 items, against 500 of SuperOffice.

``python -m benchmarks.large_setup FILE ADDRESS ITEMS`` makes it for a connector at an address, which must
answer, with so many items in SuperOffice's list.
"""

from __future__ import annotations

import shutil
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.child import tell
from benchmarks.slow_connectors import ACTOR_TYPE, LIST_ITEMS, item_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QTableView

    from benchmarks.probe import Probe
    from erpsync_desktop.model.catalogue import CatalogueFile
    from erpsync_desktop.workspace.local.workspace import LocalWorkspace

CRM_FIELDS = 500
CRM_LIST = "groups"
LIST_FIELD = "K0"
_LONG_AGO = "2020-01-01T00:00:00+00:00"


def copied(url: str, *, never_read: bool = False) -> str:
    """A copy of the workspace, as one finds it another day.

    Args:
        url: as it was made.
        never_read: nothing is kept of what the ERP has, so that the dialogs ask for it; else it was read long
            ago, so that they ask whether something changed.
    """
    import sqlite3

    path = Path(url).with_name(f"copy-{time.time_ns()}.sqlite")
    shutil.copyfile(url, path)
    database = sqlite3.connect(path)
    if never_read:
        database.execute("DELETE FROM erp_fields")
        database.execute("DELETE FROM erp_actors")
    database.execute("UPDATE connections SET erp_read_at = ?", (None if never_read else _LONG_AGO,))
    database.commit()
    database.close()
    return str(path)


def open_dialog(
    url: str, button: str, view: str, rows: int, probe: Probe
) -> tuple[QDialog, QTableView, float]:
    """Open a dialog of the one connection from the main window.

    Args:
        url: the workspace.
        button: what is clicked, by its object name.
        view: the table that is waited for, by its object name.
        rows: how many it is to have.
        probe: begins anew with the click.

    Returns:
        The dialog, its table, and the seconds from the click until all rows were there and painted.
    """
    from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QTableView

    from benchmarks import shown_rows
    from benchmarks.painting import Paints, after, run_until

    window, connections = shown_rows.open_ours(url)
    connections.selectRow(0)
    run_until(after(1.0), "a second")
    clicked = window.findChild(QAbstractButton, button)
    assert clicked is not None
    probe.longest()
    start = time.perf_counter()
    clicked.click()
    dialog = next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()
    )
    tables: list[QTableView] = []

    def is_usable() -> bool:
        if not tables:
            tables.extend(one for one in dialog.findChildren(QTableView, view) if one.isVisible())
            paints.extend(Paints(one.viewport()) for one in tables)
            return False
        return paints[0].count > 0 and tables[0].model().rowCount() == rows and tables[0].isEnabled()

    paints: list[Paints] = []
    run_until(is_usable, view)
    return dialog, tables[0], time.perf_counter() - start


def open_workspace(url: str) -> LocalWorkspace:
    """Open a workspace at a file."""
    from erpsync_desktop.connectors.client import ConnectorClient
    from erpsync_desktop.http import HttpSession
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local import open_local_workspace

    http = HttpSession()
    return open_local_workspace(
        url, secrets=SecretStore(), client=lambda address: ConnectorClient(address, http)
    )


def _age(path: Path, *, never_read: bool) -> None:
    """Have the ERP read long ago, so that a dialog asks for news; or never."""
    import sqlite3

    database = sqlite3.connect(path)
    if never_read:
        database.execute("DELETE FROM erp_fields")
        database.execute("DELETE FROM erp_actors")
    database.execute("UPDATE connections SET erp_read_at = ?", (None if never_read else _LONG_AGO,))
    database.commit()
    database.close()


def _main(url: str, address: str, items: str) -> None:
    from erpsync_desktop.model.connector import ConnectorDraft
    from erpsync_desktop.model.mapping_draft import MappingDraft
    from erpsync_desktop.model.sync_setup import Direction
    from erpsync_desktop.model.watch import Watch

    workspace = open_workspace(url)
    connector = workspace.save_connector(ConnectorDraft(name="Large", url=address))
    workspace.import_catalogue(_catalogue(int(items)))
    draft = workspace.connection_draft().with_connector(connector)
    draft = draft.with_fields(workspace.configuration_fields(connector, Watch()))
    draft = replace(draft, name="Large")
    draft = draft.with_test(workspace.test(draft, Watch()), draft)
    connection = workspace.save(draft, Watch())
    before = MappingDraft.of(workspace.sync_context(connection.id, Watch()))
    after = before.with_active(ACTOR_TYPE, active=True).with_crm_field(ACTOR_TYPE, LIST_FIELD, "x0")
    after = after.with_direction(ACTOR_TYPE, LIST_FIELD, Direction.BOTH)
    workspace.save_setup(connection.id, before.setup, after.setup)
    assert len(after.setup.actors[0].fields) == 1_000
    assert len(workspace.list_pairs(connection.id, Watch())[0].erp.items) == LIST_ITEMS
    workspace.close()
    tell()


def _catalogue(count: int) -> CatalogueFile:
    from erpsync_desktop.model.catalogue import CatalogueFile, CrmEntity, CrmField, CrmList
    from erpsync_desktop.model.metadata import ListItem
    from erpsync_desktop.model.values import FieldType

    kinds = (FieldType.LIST, FieldType.TEXT, FieldType.INTEGER, FieldType.DOUBLE, FieldType.DATETIME)
    fields = tuple(
        CrmField(
            CrmEntity.COMPANY,
            f"x{index}",
            f'US:"Extra field {index}";GE:"Zusatzfeld {index}"',
            kind=kinds[index % 5],
            list_name=CRM_LIST if index % 5 == 0 else "",
            user_defined=True,
        )
        for index in range(CRM_FIELDS)
    )
    items = tuple(ListItem(f"c{index}", item_text(index)) for index in range(count))
    return CatalogueFile(fields, (CrmList(CRM_LIST, "Groups", items, user_defined=True),))


if __name__ == "__main__":
    _main(*sys.argv[1:])
