"""Configures what a connection synchronises, through the dialogs, and activates it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QWidget,
)

from erpsync_desktop.demo.hands import (
    Camera,
    cells,
    choose,
    click,
    find,
    press,
    require,
    row_of,
    select,
    wait_for,
    wait_until_closed,
    window,
)
from erpsync_desktop.demo.main_window import MainWindow

_CTRL = Qt.KeyboardModifier.ControlModifier
_SAVE = QDialogButtonBox.StandardButton.Save
_CRM_FIELD = 2
_SIGNS = "* "


class Configuring:
    """Does what an administrator does between saving a connection and activating it.

    Args:
        main: the open main window.
        camera: takes pictures of the dialogs.
        connection: its name; it is inactive.
    """

    def __init__(self, main: MainWindow, camera: Camera, connection: str) -> None:
        self._main, self._camera, self._connection = main, camera, connection

    # Mappings

    def map_fields(self) -> str:
        """Switch customers on, map what is known, and choose directions by keyboard; say what is mapped."""
        dialog = self._open("mappingsButton", "mappingsDialog")
        page = find(QWidget, "actor:Customer", dialog)
        fields = find(QAbstractItemView, "fieldsView", page)
        row_of(fields, "* Name")
        press(find(QCheckBox, "syncActorCheck", page), Qt.Key.Key_Space)
        click(find(QAbstractButton, "autoMapButton", dialog))
        self._direct(fields, "* Name", Qt.Key.Key_Down)
        self._direct(fields, "Phone", Qt.Key.Key_Left)
        self._direct(fields, "* Country", Qt.Key.Key_Right)
        self._camera.take(dialog, "mappings", dark=True)
        rows = [cells(fields, row) for row in range(fields.model().rowCount())]
        mapped = [row[0].lstrip(_SIGNS) for row in rows if not row[_CRM_FIELD].startswith("(")]
        self._save(dialog)
        return f"mapped by themselves: {', '.join(mapped)}"

    @staticmethod
    def _direct(fields: QAbstractItemView, name: str, arrow: Qt.Key) -> None:
        select(fields, name)
        press(fields, arrow, _CTRL)

    # Activation

    def be_refused(self) -> list[str]:
        """Try to activate; say the reasons, and leave by the button of the one about a list."""
        self._toggle()
        dialog = window("activationDialog")
        reasons = find(QAbstractItemView, "reasonsView", dialog)
        said = [cells(reasons, row)[0] for row in range(reasons.model().rowCount())]
        require(len(said) == 2, f"other reasons bar activating than a list and a default: {said}")
        self._camera.take(dialog, "activation-refused")
        about_list = next((row for row, text in enumerate(said) if "list" in text.lower()), -1)
        require(about_list >= 0, f"no reason is about a list: {said}")
        reasons.setCurrentIndex(reasons.model().index(about_list, 0))
        press(reasons, Qt.Key.Key_Return)
        wait_until_closed(dialog)
        return said

    def activate(self) -> str:
        """Activate the connection; say the summary."""
        self._toggle()
        summary = self._wait_for_summary(": active")
        self._camera.take(self._main.shown, "main-window-active", dark=True)
        return summary

    def deactivate(self) -> None:
        """Switch the connection off again."""
        self._toggle()
        self._wait_for_summary(": inactive")

    def _toggle(self) -> None:
        select(self._main.connections, self._connection)
        press(self._main.connections, Qt.Key.Key_Space)

    def _wait_for_summary(self, ending: str) -> str:
        """Wait until the first line of the summary under the list ends so; say what it says of customers."""
        summary = find(QPlainTextEdit, "summaryView", self._main.shown)
        wait_for(
            f"the summary “{ending}”",
            lambda: summary.toPlainText().partition("\n")[0].endswith(ending),
        )
        paragraphs = summary.toPlainText().split("\n\n")
        return next((one for one in paragraphs if "Customer" in one), "")

    # Lists and defaults

    def map_lists(self) -> str:
        """Match equal names in the dialog that a reason against activation led to."""
        dialog = self._shown_body("listMappingDialog")
        press(find(QComboBox, "showCombo", dialog), Qt.Key.Key_Home)  # all, not the unmapped ones alone
        click(find(QAbstractButton, "matchNamesButton", dialog))
        counts = find(QLabel, "countsLabel", dialog)
        wait_for("every item is matched", lambda: "unmapped: 0" in counts.text())
        self._camera.take(dialog, "list-mapping")
        said = counts.text()
        self._save(dialog)
        return said

    def set_default(self) -> None:
        """Have the ERP get a country for each new customer."""
        dialog = self._open("defaultsButton", "defaultsDialog")
        page = find(QWidget, "actor:Customer", dialog)
        click(find(QAbstractButton, "coverButton", page))
        editor = window("defaultDialog")
        press(find(QCheckBox, "setValueCheck", editor), Qt.Key.Key_Space)
        choose(find(QComboBox, "valueEdit", editor), "Germany")
        self._camera.take(editor, "default")
        click(find(QDialogButtonBox, "buttonBox", editor).button(QDialogButtonBox.StandardButton.Ok))
        wait_until_closed(editor)
        self._camera.take(dialog, "defaults")
        self._save(dialog)

    # Dialogs

    def _open(self, button: str, dialog: str) -> QWidget:
        select(self._main.connections, self._connection)
        click(find(QAbstractButton, button, self._main.shown))
        return self._shown_body(dialog)

    @staticmethod
    def _shown_body(name: str) -> QWidget:
        dialog = window(name)
        save = find(QDialogButtonBox, "buttonBox", dialog).button(_SAVE)
        wait_for(f"{name} shows its data", save.isEnabled)
        return dialog

    @staticmethod
    def _save(dialog: QWidget) -> None:
        click(find(QDialogButtonBox, "buttonBox", dialog).button(_SAVE))
        wait_until_closed(dialog)
