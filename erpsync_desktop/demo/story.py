"""The main job, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from erpsync_desktop.demo import checks, setup_checks
from erpsync_desktop.demo.configuring import Configuring
from erpsync_desktop.demo.erp_process import ErpProcess
from erpsync_desktop.demo.hands import (
    Broken,
    Camera,
    cells,
    choose,
    click,
    find,
    require,
    row_of,
    select,
    type_into,
    wait_for,
    wait_until_closed,
    window,
)
from erpsync_desktop.demo.main_window import MainWindow

CONNECTOR = "Nordlicht ERP"
CONNECTION = "Nordlicht, Hamburg"
GROUP = "Vertrieb"
_OK = QDialogButtonBox.StandardButton.Ok


class Story:
    """Performs the main job.

    Args:
        folder: for the workspace and the workbook.
        pictures: for the pictures.
        password: of the ERP.
        typed: what is typed as the right password.

    Attributes:
        complete: every step is done.
    """

    def __init__(self, folder: Path, pictures: Path, password: str, typed: str) -> None:
        self._workspace = folder / "workspace" / "demo.sqlite"
        self._workbook = folder / "erp" / "nordlicht.xlsx"
        self._folder = folder
        self._password, self._typed, self._wrong = password, typed, f"wrong-{password[::-1]}"
        self._camera = Camera(pictures)
        self._erp: ErpProcess | None = None
        self._main = MainWindow(self._workspace)
        self._saved: checks.Saved | None = None
        self._step = 0
        self.complete = False

    def tell(self) -> None:
        """Do it all.

        Raises:
            Broken: something is not as it must be.
        """
        with self._doing("This machine's keyring keeps a secret and gives it back"):
            checks.require_keyring()
        with self._doing("The sample ERP runs in a process of its own"):
            self._erp = ErpProcess(self._workbook, self._password)
        self._define()
        self._find_again()
        self._verify()
        self._configure()
        self._purge()
        self.complete = True

    def clear_up(self) -> None:
        """Leave no window, no process and no secret, wherever it ended."""
        self._main.close()
        if self._erp:
            self._erp.close()
        if not self.complete:
            checks.forget_secrets(self._workspace)

    # Steps

    def _define(self) -> None:
        with self._doing("The main window opens on an empty workspace"):
            self._main.open()
            self._camera.take(self._main.shown, "main-window-empty")
        with self._doing(f"The Sync Connector “{CONNECTOR}” is added"):
            self._add_connector()
        with self._doing(f"The group “{GROUP}” is added on the page “Users and groups”"):
            self._add_group()
        with self._doing("The dialog for a new ERP connection shows the connector's fields"):
            dialog = self._open_new_connection()
        with self._doing(f"The connection is to be for the group “{GROUP}” alone"):
            self._choose_scope(dialog)
        with self._doing("A test with a wrong password fails, and OK stays off"):
            self._fail_test(dialog)
        with self._doing("A test with the right password passes"):
            self._pass_test(dialog)
        with self._doing(f"The ERP connection “{CONNECTION}” is saved"):
            click(_ok(dialog))
            wait_until_closed(dialog)
            row_of(self._main.connections, CONNECTION)
            self._camera.take(self._main.shown, "main-window-with-connection")

    def _find_again(self) -> None:
        with self._doing("The window is closed, and the workspace opened again in another"):
            self._main.close()
            self._main.open()
        with self._doing("The connection is in the list with its last test"):
            view = self._main.connections
            row = cells(view, row_of(view, CONNECTION))
            require(CONNECTOR in row, f"the row does not name the connector: {row}")
            require(GROUP in row, f"the row does not name the group: {row}")
            require(row[-1] not in {"", "Never"}, f"the row says nothing of the last test: {row}")
            self._say(" · ".join(text for text in row if text))
        with self._doing("“Configure” shows the saved values and hides the password"):
            self._look_at_saved()

    def _verify(self) -> None:
        erp = self._running_erp
        with self._doing("The database holds the connection, its scope and its passed test"):
            self._saved = checks.read_saved(self._workspace, CONNECTION, GROUP)
        with self._doing("No file of the program holds a password"):
            count = checks.require_no_secret(self._folder, self._password, self._wrong, self._typed)
            self._say(f"{count} files were searched")
        with self._doing("The keyring holds the password that was typed"):
            checks.require_in_keyring(self._saved, self._typed)
        with self._doing("The sample ERP knows the connection, and no other"):
            checks.require_known(erp, self._saved)

    def _configure(self) -> None:
        steps = Configuring(self._main, self._camera, CONNECTION)
        with self._doing("Customers are switched on, known fields are mapped, directions chosen by keyboard"):
            self._say(steps.map_fields())
        with self._doing("Activating the connection is refused, and every reason is listed"):
            for reason in steps.be_refused():
                self._say(reason)
        with self._doing("The button of a reason leads to the list; its items are mapped by equal names"):
            self._say(steps.map_lists())
        with self._doing("New customers of the ERP get a default country"):
            steps.set_default()
        with self._doing("The connection is activated, and its summary says what is synchronised"):
            self._say(steps.activate())
        if self._saved:
            with self._doing("The database holds mappings, list mapping, default, and that it is active"):
                setup_checks.require_configured(self._workspace, self._saved)
        with self._doing("The connection is deactivated"):
            steps.deactivate()

    def _purge(self) -> None:
        with self._doing("The connection is deleted and removed for ever"):
            self._purge_connection()
        if self._saved:
            with self._doing("Nothing of it is left in the database, the keyring and the sample ERP"):
                checks.require_gone(self._workspace, self._running_erp, self._saved)
                checks.require_not_in_keyring(self._saved)
        with self._doing("The window and the sample ERP are closed; no process is left"):
            self._main.close()
            self._running_erp.close()
            require(not self._running_erp.running, "the sample ERP still runs")

    # What is done in a step

    def _add_connector(self) -> None:
        click(find(QAbstractButton, "addConnectorButton", self._main.shown))
        dialog = window("connectorDialog")
        type_into(find(QLineEdit, "nameEdit", dialog), CONNECTOR)
        type_into(find(QLineEdit, "urlEdit", dialog), self._running_erp.url)
        result = find(QWidget, "checkResult", dialog)
        wait_for("the check of the address", result.isVisible)
        self._camera.take(dialog, "add-connector")
        click(_ok(dialog))
        wait_until_closed(dialog)
        row_of(find(QAbstractItemView, "connectorsView", self._main.shown), CONNECTOR)
        self._camera.take(self._main.shown, "main-window-with-connector")

    def _add_group(self) -> None:
        self._main.go_to("directory")
        page = find(QWidget, "directoryPage", self._main.shown)
        click(find(QAbstractButton, "addGroupButton", page))
        dialog = window("groupDialog")
        type_into(find(QLineEdit, "nameEdit", dialog), GROUP)
        click(_ok(dialog))
        wait_until_closed(dialog)
        row_of(find(QAbstractItemView, "directoryGroupsView", page), GROUP)
        self._camera.take(self._main.shown, "users-and-groups")
        self._main.go_to("sync")

    def _choose_scope(self, dialog: QWidget) -> None:
        click(find(QAbstractButton, "scopeSpecificRadio", dialog))
        link = find(QAbstractButton, "scopeLink", dialog)
        click(link)
        scope = window("scopeDialog")
        groups = find(QAbstractItemView, "groupsView", scope)
        select(groups, GROUP)
        QTest.keyClick(groups, Qt.Key.Key_Space)
        self._camera.take(scope, "configure-scope")
        click(_ok(scope))
        wait_until_closed(scope)
        require(GROUP in link.text(), f"the link does not name the group: {link.text()}")
        self._camera.take(dialog, "new-connection-with-scope")

    def _open_new_connection(self) -> QWidget:
        click(find(QAbstractButton, "addConnectionButton", self._main.shown))
        dialog = window("connectionDialog")
        type_into(find(QLineEdit, "nameEdit", dialog), CONNECTION)
        choose(find(QComboBox, "connectorCombo", dialog), CONNECTOR)
        find(QLineEdit, "field:Password", dialog)
        wait_for("the fields are filled", lambda: _text(dialog, "field:CompanyCode") == "NORDLICHT")
        require(not _ok(dialog).isEnabled(), "OK is on before a test")
        self._camera.take(dialog, "new-connection")
        return dialog

    def _fail_test(self, dialog: QWidget) -> None:
        self._test(dialog, self._wrong)
        said = find(QLabel, "problemLabel", find(QWidget, "testResult", dialog)).text()
        require(not _ok(dialog).isEnabled(), "OK is on though the test failed")
        self._camera.take(dialog, "test-failed")
        self._say(said)
        self._say(find(QLabel, "missingLabel", dialog).text())

    def _pass_test(self, dialog: QWidget) -> None:
        self._test(dialog, self._typed)
        said = find(QLabel, "testStatus", dialog).text()
        if not _ok(dialog).isEnabled():
            missing = find(QLabel, "missingLabel", dialog).text()
            require(False, f"OK is off after the test. {said} {missing}")
        self._camera.take(dialog, "test-passed", dark=True)
        self._say(said)

    def _test(self, dialog: QWidget, password: str) -> None:
        type_into(find(QLineEdit, "field:Password", dialog), password)
        button = find(QAbstractButton, "testButton", dialog)
        result = find(QWidget, "testResult", dialog)
        click(button)
        wait_for("the test ends", lambda: button.isEnabled() and result.isVisible())

    def _look_at_saved(self) -> None:
        select(self._main.connections, CONNECTION)
        click(find(QAbstractButton, "configureConnectionButton", self._main.shown))
        dialog = window("connectionDialog")
        find(QLineEdit, "field:Password", dialog)
        wait_for("the saved values", lambda: _text(dialog, "field:CompanyCode") == "NORDLICHT")
        require(_text(dialog, "nameEdit") == CONNECTION, "the name is not what was saved")
        require(_text(dialog, "field:Password") == "", "the password field holds something")
        require(_ok(dialog).isEnabled(), "OK is off though nothing was changed")
        self._camera.take(dialog, "configure")
        click(find(QDialogButtonBox, "buttonBox", dialog).button(QDialogButtonBox.StandardButton.Cancel))
        wait_until_closed(dialog)

    def _purge_connection(self) -> None:
        main = self._main.shown
        select(self._main.connections, CONNECTION)
        click(find(QAbstractButton, "deleteConnectionButton", main))
        wait_for("the connection leaves the list", lambda: self._main.connections.model().rowCount() == 0)
        find(QAction, "showDeletedAction", main).trigger()
        select(self._main.connections, f"{CONNECTION} (deleted)")
        self._camera.take(self._main.shown, "main-window-with-deleted")
        click(find(QAbstractButton, "purgeButton", find(QWidget, "connectionsPanel", main)))
        question = window("confirmBox")
        self._camera.take(question, "remove-for-ever")
        click(find(QAbstractButton, "confirmButton", question))
        wait_for("the connection is gone", lambda: self._main.connections.model().rowCount() == 0)

    @property
    def _running_erp(self) -> ErpProcess:
        if self._erp is None:
            raise Broken("the sample ERP does not run")
        return self._erp

    # Saying

    @contextmanager
    def _doing(self, what: str) -> Iterator[None]:
        self._step += 1
        self._notes: list[str] = []
        try:
            yield
        except BaseException:
            print(f"{self._step}. {what} … FAILED", flush=True)
            self._camera.take_everything()
            raise
        print(f"{self._step}. {what} … done", flush=True)
        for note in self._notes:
            print(f"     {note}", flush=True)

    def _say(self, note: str) -> None:
        # The marks that isolate names from the direction of the text around them show as boxes in terminals.
        plain = note.translate({0x2066: None, 0x2067: None, 0x2068: None, 0x2069: None})
        self._notes.append(" ".join(plain.split()))


def _ok(dialog: QWidget) -> QAbstractButton:
    return find(QDialogButtonBox, "buttonBox", dialog).button(_OK)


def _text(dialog: QWidget, name: str) -> str:
    found = dialog.findChild(QLineEdit, name)
    return found.text() if found is not None else ""
