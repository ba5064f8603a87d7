"""Goes through every window of the program with the sample ERP, for pictures."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QWidget,
)

from erpsync_desktop.connectors.client import ConnectorClient
from erpsync_desktop.demo.hands import (
    choose,
    click,
    find,
    press,
    row_of,
    select,
    type_into,
    wait_for,
    wait_until_closed,
    window,
)
from erpsync_desktop.demo.main_window import MainWindow
from erpsync_desktop.http import HttpSession
from erpsync_desktop.sample_erp.server import PortUnusable, serve
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.opening import open_workspace
from erpsync_desktop.workspace.protocol import Workspace
from scripts.picture_album import ROOT, Album
from scripts.picture_sample import (
    BERGEN,
    CONNECTOR,
    HAMBURG,
    PASSWORD,
    WORDS,
    begin_lists,
    complete_lists,
    fill,
    make_older,
)
from tests.memory_keyring import MemoryKeyring

_PORT = 8765
_KEY = 2


class Tour:
    """One walk through the program in one language.

    Args:
        folder: for workspace, workbook and settings; made if it is not there.
        album: keeps the pictures; the program speaks its language.
    """

    def __init__(self, folder: Path, album: Album) -> None:
        folder.mkdir(parents=True)
        self._folder, self._album = folder, album
        self._words = WORDS[album.language]
        self._keyring, self._session = MemoryKeyring(), HttpSession(lambda _url: {})
        self._file = folder / "workspace.sqlite"
        self._main = MainWindow(self._file, album.language, self._keyring)
        self._url = ""

    def go(self) -> None:
        """Take every window.

        Raises:
            Broken: a window is not as it must be.
        """
        workbook = self._folder / "sample-erp.xlsx"
        try:
            server = serve(workbook, _PORT)
        except PortUnusable:
            server = serve(workbook)
        with server:
            self._url = server.url
            QSettings().clear()
            workspace = self._open_workspace()
            try:
                fill(workspace, server.url, self._words)
                self._main.open()
                self._walk(workspace)
            finally:
                self._main.close()
                workspace.close()
                self._session.close()

    def _open_workspace(self) -> Workspace:
        return open_workspace(
            f"sqlite:///{self._file.as_posix()}",
            secrets=SecretStore(self._keyring),
            client=lambda address: ConnectorClient(address, self._session),
        )

    def _walk(self, workspace: Workspace) -> None:
        connections = {one.name: one.id for one in workspace.contents().connections}
        self._connector()
        self._connection()
        self._mappings()
        begin_lists(workspace, connections[HAMBURG])
        self._list_mapping()
        complete_lists(workspace, connections[HAMBURG])
        self._defaults()
        self._rank()
        self._activation()
        make_older(workspace, connections[BERGEN])
        self._erp_changes()
        self._superoffice_fields()
        self._users_and_groups()
        self._main.go_to("sync")
        self._sync_tab()
        self._priority()

    # Getting around

    @property
    def _shown(self) -> QWidget:
        return self._main.shown

    def _open(self, button: str, dialog: str, connection: str = HAMBURG) -> QWidget:
        """Select a connection, click a button below the list, and wait for its dialog to show its data."""
        select(self._main.connections, connection)
        click(find(QAbstractButton, button, self._shown))
        opened = window(dialog)
        body = getattr(opened, "body", None)
        if isinstance(body, QWidget):
            wait_for(f"{dialog} shows its data", body.isVisible)
        return opened

    def _cancel(self, dialog: QWidget) -> None:
        buttons = find(QDialogButtonBox, "buttonBox", dialog)
        click(buttons.button(QDialogButtonBox.StandardButton.Cancel))
        wait_until_closed(dialog)

    # Defining a connection

    def _connector(self) -> None:
        click(find(QAbstractButton, "addConnectorButton", self._shown))
        dialog = window("connectorDialog")
        type_into(find(QLineEdit, "nameEdit", dialog), f"{CONNECTOR} (2)")
        type_into(find(QLineEdit, "urlEdit", dialog), self._url)
        wait_for("the check of the address", find(QWidget, "checkResult", dialog).isVisible)
        self._album.take(dialog, "connector-dialog")
        self._cancel(dialog)

    def _connection(self) -> None:
        dialog = self._open("configureConnectionButton", "connectionDialog")
        password = find(QLineEdit, "field:Password", dialog)
        type_into(password, PASSWORD)
        button = find(QAbstractButton, "testButton", dialog)
        result = find(QWidget, "testResult", dialog)
        click(button)
        wait_for("the test ends", lambda: button.isEnabled() and result.isVisible())
        self._album.take(dialog, "connection-dialog")
        click(find(QAbstractButton, "scopeLink", dialog))
        scope = window("scopeDialog")
        select(find(QAbstractItemView, "groupsView", scope), self._words.groups[0])
        self._album.take(scope, "scope-dialog")
        self._cancel(scope)
        self._cancel(dialog)

    # Configuring it

    def _mappings(self) -> None:
        dialog = self._open("mappingsButton", "mappingsDialog")
        fields = find(QAbstractItemView, "fieldsView", find(QWidget, "actor:Customer", dialog))
        wait_for("the fields are shown", lambda: fields.model().rowCount() > 0)
        press(fields, Qt.Key.Key_Home)
        self._album.take(dialog, "mappings")
        self._cancel(dialog)

    def _list_mapping(self) -> None:
        dialog = self._open("listMappingButton", "listMappingDialog")
        lists = find(QAbstractItemView, "listsView", dialog)
        lists.setCurrentIndex(lists.model().index(0, 0))
        click(find(QAbstractButton, "matchNamesButton", dialog))
        wait_for("equal names are matched", find(QWidget, "matchReport", dialog).isVisible)
        self._album.take(dialog, "list-mapping")
        self._cancel(dialog)

    def _defaults(self) -> None:
        dialog = self._open("defaultsButton", "defaultsDialog")
        page = find(QWidget, "actor:Customer", dialog)
        view = find(QAbstractItemView, "defaultsView", page)
        press(view, Qt.Key.Key_Down)
        self._album.take(dialog, "defaults")
        click(find(QAbstractButton, "addDefaultButton", page))
        editor = window("defaultDialog")
        field, item = self._words.listed
        choose(find(QComboBox, "fieldCombo", editor), field)
        press(find(QCheckBox, "setValueCheck", editor), Qt.Key.Key_Space)
        choose(find(QComboBox, "valueEdit", editor), item)
        press(find(QCheckBox, "askUserCheck", editor), Qt.Key.Key_Space)
        self._album.take(editor, "default-dialog")
        self._cancel(editor)
        self._cancel(dialog)

    def _rank(self) -> None:
        dialog = self._open("rankFieldsButton", "rankDialog")
        self._album.take(dialog, "rank-fields")
        self._cancel(dialog)

    def _activation(self) -> None:
        """Everything that bars Bergen, whose customers are Hamburg's, too."""
        self._toggle(BERGEN)
        dialog = window("activationDialog")
        self._album.take(dialog, "activation")
        click(find(QDialogButtonBox, "buttonBox", dialog).button(QDialogButtonBox.StandardButton.Ok))
        wait_until_closed(dialog)

    def _erp_changes(self) -> None:
        mappings = self._open("mappingsButton", "mappingsDialog", BERGEN)
        click(find(QAbstractButton, "refreshErpButton", mappings))
        dialog = window("erpChangesDialog")
        self._album.take(dialog, "erp-changes")
        self._cancel(dialog)
        self._cancel(mappings)

    def _priority(self) -> None:
        click(find(QAbstractButton, "setSyncPriorityButton", self._shown))
        dialog = window("priorityDialog")
        row_of(find(QAbstractItemView, "itemsView", dialog), HAMBURG)
        self._album.take(dialog, "sync-priority")
        self._cancel(dialog)

    def _toggle(self, connection: str) -> None:
        select(self._main.connections, connection)
        press(self._main.connections, Qt.Key.Key_Space)

    # Pages

    def _sync_tab(self) -> None:
        select(self._main.connections, HAMBURG)
        summary = find(QPlainTextEdit, "summaryView", self._shown)

        def state() -> str:
            return summary.toPlainText().partition("\n")[0]

        wait_for("the summary", lambda: HAMBURG in state())
        before = state()
        self._toggle(HAMBURG)
        wait_for("the connection is active", lambda: state() != before)
        splitter = find(QSplitter, "syncSplitter", self._shown)
        splitter.setSizes([150, 230, 320])
        self._album.take(self._shown, "sync-tab")

    def _superoffice_fields(self) -> None:
        self._main.go_to("catalogue")
        page = find(QWidget, "cataloguePage", self._shown)
        press(find(QComboBox, "entityFilterCombo", page), Qt.Key.Key_Down)
        fields = find(QTableView, "crmFieldsView", page)
        row_of(fields, "x_payment_days")
        fields.sortByColumn(_KEY, Qt.SortOrder.DescendingOrder)  # user-defined ones come first
        select(fields, "x_payment_days")
        self._album.take(self._shown, "superoffice-fields")
        click(find(QAbstractButton, "importCatalogueButton", page))
        dialog = window("catalogueImportDialog")
        with contextlib.chdir(self._folder):  # no path of one machine in the picture
            dialog.load(self._example())  # type: ignore[attr-defined]
            wait_for("the file is read", find(QAbstractButton, "importButton", dialog).isEnabled)
        self._album.take(dialog, "superoffice-import")
        self._cancel(dialog)

    def _example(self) -> Path:
        """The example of the user guide, as a file in the current folder."""
        page = ROOT / "docs" / "user-guide" / "en" / "superoffice-fields.md"
        example = page.read_text(encoding="utf-8").partition("```json\n")[2].partition("```")[0]
        path = Path("superoffice-fields.json")
        path.write_text(example, encoding="utf-8")
        return path

    def _users_and_groups(self) -> None:
        self._main.go_to("directory")
        page = find(QWidget, "directoryPage", self._shown)
        select(find(QAbstractItemView, "directoryGroupsView", page), self._words.groups[0])
        self._album.take(self._shown, "users-and-groups")
