"""Users and groups: the local workspace's own directory."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from erpsync_desktop.dialogs.confirm import confirm
from erpsync_desktop.dialogs.group_dialog import GroupDialog
from erpsync_desktop.dialogs.import_dialog import ImportDialog
from erpsync_desktop.dialogs.user_dialog import UserDialog
from erpsync_desktop.model.directory import Directory, Group, User
from erpsync_desktop.ui.directory_list import DirectoryList
from erpsync_desktop.ui.directory_removal import Removal
from erpsync_desktop.ui.directory_rows import DirectoryRows
from erpsync_desktop.ui.workspace_page import WorkspacePage
from erpsync_desktop.widgets.directory_files import csv_bytes, csv_files
from erpsync_desktop.widgets.entries_view import set_tab_order
from erpsync_desktop.widgets.files import ask_for_file, write_file
from erpsync_desktop.widgets.filter_box import FilterBox
from erpsync_desktop.widgets.message_panel import PlainLabel
from erpsync_desktop.workspace.protocol import Capability


class DirectoryPage(WorkspacePage):
    """Adds, renames, removes and imports users and groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("directory", DirectoryRows.of, parent)
        self._directory = Directory()
        self._select = ""
        self._create()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._update_buttons()

    def _create(self) -> None:
        self._intro = PlainLabel(self)
        self.groups = DirectoryList("directoryGroupsView", (3, 1), self)
        self.users = DirectoryList("directoryUsersView", (4, 5, 3), self)
        self._filter = FilterBox(self, filtered=self.groups.view)
        self._filter.setObjectName("directoryFilterEdit")
        names = ("addGroupButton", "renameGroupButton", "removeGroupButton")
        self._add_group, self._rename_group, self._remove_group = map(self.groups.add_button, names)
        names = ("addUserButton", "editUserButton", "removeUserButton")
        self._add_user, self._edit_user, self._remove_user = map(self.users.add_button, names)
        self._import, self._export = QPushButton(self), QPushButton(self)
        self._import.setObjectName("importDirectoryButton")
        self._export.setObjectName("exportDirectoryButton")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._filter, 1)
        top.addWidget(self._import)
        top.addWidget(self._export)
        lists = QSplitter(Qt.Orientation.Horizontal, self)
        lists.setChildrenCollapsible(False)
        lists.addWidget(self.groups)
        lists.addWidget(self.users)
        lists.setStretchFactor(0, 2)
        lists.setStretchFactor(1, 3)
        layout = QVBoxLayout(self)
        layout.addWidget(self._intro)
        layout.addLayout(top)
        layout.addWidget(self._message)
        layout.addWidget(lists, 1)
        set_tab_order([self._filter, self._import, self._export, *self.groups.stops, *self.users.stops])

    def _connect(self) -> None:
        self._filter.filterChanged.connect(self._filter_lists)
        self._add_group.clicked.connect(self._open_new_group)
        self._rename_group.clicked.connect(self._open_group)
        self._remove_group.clicked.connect(self._ask_remove_groups)
        self._add_user.clicked.connect(self._open_new_user)
        self._edit_user.clicked.connect(self._open_user)
        self._remove_user.clicked.connect(self._ask_remove_users)
        self._import.clicked.connect(self._open_import)
        self._export.clicked.connect(self._ask_export)
        for part in (self.groups, self.users):
            part.selectionChanged.connect(self._update_buttons)
        self.groups.offer_keys(self._add_group, self._rename_group, self._remove_group)
        self.users.offer_keys(self._add_user, self._edit_user, self._remove_user)
        self._find_in(self._filter)

    # The rows

    def show_rows(self, rows: DirectoryRows | None) -> None:
        """Show what was read; None shows nothing."""
        rows = rows or DirectoryRows()
        self._directory = rows.directory
        self.groups.model.set_entries(rows.groups)
        self.users.model.set_entries(rows.users)
        for part in (self.groups, self.users):
            if self._select:
                part.view.select_id(self._select)
        self._select = ""
        self._update_buttons()

    def _filter_lists(self, text: str) -> None:
        self.groups.model.set_filter(text)
        self.users.model.set_filter(text)

    def _update_buttons(self) -> None:
        workspace = self._workspace
        can_edit = workspace is not None and Capability.EDIT_DIRECTORY in workspace.capabilities
        groups, users = len(self.groups.view.selected_ids()), len(self.users.view.selected_ids())
        for button in (self._add_group, self._add_user, self._import):
            button.setEnabled(can_edit)
        self._rename_group.setEnabled(can_edit and groups == 1)
        self._edit_user.setEnabled(can_edit and users == 1)
        self._remove_group.setEnabled(can_edit and groups > 0)
        self._remove_user.setEnabled(can_edit and users > 0)
        self._export.setEnabled(workspace is not None)

    # Adding and changing

    def _open_new_group(self) -> None:
        self._open_group_dialog(None)

    def _open_group(self) -> None:
        wanted = self.groups.view.selected_ids()
        group = next((group for group in self._directory.groups if group.id in wanted), None)
        if group:
            self._open_group_dialog(group)

    def _open_group_dialog(self, group: Group | None) -> None:
        if self._workspace:
            dialog = GroupDialog(self._workspace, self._directory, group, self)
            dialog.saved.connect(self._select_saved)
            dialog.open()

    def _open_new_user(self) -> None:
        self._open_user_dialog(None)

    def _open_user(self) -> None:
        wanted = self.users.view.selected_ids()
        user = next((user for user in self._directory.users if user.id in wanted), None)
        if user:
            self._open_user_dialog(user)

    def _open_user_dialog(self, user: User | None) -> None:
        groups = self.groups.view.selected_ids()
        if self._workspace:
            group_id = groups[0] if len(groups) == 1 else ""
            dialog = UserDialog(self._workspace, self._directory, user, self, group_id=group_id)
            dialog.saved.connect(self._select_saved)
            dialog.open()

    def _select_saved(self, entry: Group | User) -> None:
        self._select = entry.id
        self._reader.reload()

    # Removing, and taking that back

    def _ask_remove_groups(self) -> None:
        self._ask_remove(Removal.of(self._directory, frozenset(self.groups.view.selected_ids())))

    def _ask_remove_users(self) -> None:
        self._ask_remove(Removal.of(self._directory, frozenset(self.users.view.selected_ids())))

    def _ask_remove(self, removal: Removal) -> None:
        if not removal.entries:
            return
        confirm(
            self, self.tr("Remove"), removal.question(), self.tr("&Remove"), lambda: self._remove(removal)
        )

    def _remove(self, removal: Removal) -> None:
        self._in_background(
            lambda workspace: workspace.remove_from_directory(removal.ids),
            lambda _: self._offer_undo(removal.report, removal.undo),
        )

    # Files

    def _open_import(self) -> None:
        if self._workspace:
            dialog = ImportDialog(self._workspace, self)
            dialog.imported.connect(self._report_import)
            dialog.open()

    def _ask_export(self) -> None:
        title, name = self.tr("Export users and groups"), self.tr("users-and-groups.csv")
        ask_for_file(self, title, csv_files(), self._save_export, save_as=name)

    def _save_export(self, path: Path) -> None:
        directory = self._directory
        write_file(
            self, path, lambda: csv_bytes(directory), lambda failure: self._report_written(path, failure)
        )

    # Words

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self._intro.say(
            self.tr(
                "The groups and users that an ERP connection can be for. They are kept in this workspace."
            )
        )
        self._filter.setPlaceholderText(self.tr("Filter groups and users"))
        self._filter.setAccessibleName(self.tr("Filter groups and users"))
        self._import.setText(self.tr("&Import from CSV …"))
        self._export.setText(self.tr("E&xport as CSV …"))
        self.groups.set_texts(
            self.tr("Groups"),
            (self.tr("Group"), self.tr("Users")),
            self.tr("No groups yet. Add one, or import a CSV file."),
            self.tr("No group matches the filter."),
        )
        self.users.set_texts(
            self.tr("Users"),
            (self.tr("Sign-in name"), self.tr("Full name"), self.tr("Group")),
            self.tr("No users yet. Add one, or import a CSV file."),
            self.tr("No user matches the filter."),
        )
        self._add_group.setText(self.tr("Add &group …"))
        self._rename_group.setText(self.tr("Re&name …"))
        self._remove_group.setText(self.tr("&Remove"))
        self._add_user.setText(self.tr("Add &user …"))
        self._edit_user.setText(self.tr("&Edit …"))
        self._remove_user.setText(self.tr("Re&move"))
