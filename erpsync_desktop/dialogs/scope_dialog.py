"""Configure scope: which groups and users have an ERP connection."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from erpsync_desktop.dialogs.help_window import offer_help
from erpsync_desktop.dialogs.remembered_size import remember_size, restore_size
from erpsync_desktop.model.directory import Directory, Scope
from erpsync_desktop.widgets.directory_models import EntriesModel, group_entries, user_entries
from erpsync_desktop.widgets.entries_view import EntriesView, set_tab_order
from erpsync_desktop.widgets.filter_box import FilterBox
from erpsync_desktop.widgets.language import uilocale


class ScopeDialog(QDialog):
    """Ticks groups and users; ``scope`` is the choice once the dialog is accepted.

    Args:
        directory: the groups and users there are.
        scope: the choice so far. Of it, what is gone from the directory stays until it is removed here.
    """

    def __init__(self, directory: Directory, scope: Scope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scopeDialog")
        self._opened_with = scope
        self._groups = _CheckList(2, "groups", self)
        self._users = _CheckList(3, "users", self)
        self._filter = FilterBox(self, filtered=self._groups.view)
        self._filter.setObjectName("filterEdit")
        self._filter_label = QLabel(self)
        self._filter_label.setBuddy(self._filter)
        self._only_selected = QCheckBox(self)
        self._only_selected.setObjectName("onlySelectedCheck")
        self._count = QLabel(self)
        self._count.setObjectName("countLabel")
        self._gone = _GoneNotice(self)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._buttons.setObjectName("buttonBox")
        self._lay_out()
        self._groups.model.set_entries(group_entries(directory))
        self._users.model.set_entries(user_entries(directory))
        self._groups.model.set_checked(scope.group_ids)
        self._users.model.set_checked(scope.user_ids)
        self._known = frozenset(
            [*(group.id for group in directory.groups), *(user.id for user in directory.users)]
        )
        self._connect()
        self.retranslate()
        metrics = self.fontMetrics()
        restore_size(self, QSize(metrics.averageCharWidth() * 130, metrics.height() * 32))
        self._filter.setFocus()

    def done(self, result: int) -> None:
        """Remember the size."""
        remember_size(self)
        super().done(result)

    @property
    def scope(self) -> Scope:
        """The choice: what is ticked, once accepted; what it was opened with before that."""
        if self.result() != QDialog.DialogCode.Accepted:
            return self._opened_with
        return self._ticked()

    def _ticked(self) -> Scope:
        return Scope(everyone=False, group_ids=self._groups.model.checked, user_ids=self._users.model.checked)

    def _lay_out(self) -> None:
        filter_row = QHBoxLayout()
        filter_row.addWidget(self._filter_label)
        filter_row.addWidget(self._filter, 1)
        lists = QSplitter(Qt.Orientation.Horizontal, self)
        lists.setChildrenCollapsible(False)
        lists.addWidget(self._groups)
        lists.addWidget(self._users)
        lists.setStretchFactor(0, 2)
        lists.setStretchFactor(1, 3)
        bottom = QHBoxLayout()
        bottom.addWidget(self._only_selected)
        bottom.addStretch(1)
        bottom.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.addLayout(filter_row)
        layout.addWidget(lists, 1)
        layout.addLayout(bottom)
        layout.addWidget(self._gone)
        layout.addWidget(self._buttons)
        self.setSizeGripEnabled(True)
        set_tab_order([self._filter, *self._groups.stops, *self._users.stops, self._only_selected])

    def _connect(self) -> None:
        self._filter.filterChanged.connect(self._filter_lists)
        self._only_selected.toggled.connect(self._show_only_selected)
        for part in (self._groups, self._users):
            part.model.checkedChanged.connect(self._tell_choice)
        self._gone.remove_button.clicked.connect(self._remove_gone)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)
        offer_help(self, "connection")

    def _find(self) -> None:
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def _filter_lists(self, text: str) -> None:
        for part in (self._groups, self._users):
            part.filter(text)

    def _show_only_selected(self, only: bool) -> None:
        for part in (self._groups, self._users):
            part.show_only_selected(only)

    def _remove_gone(self) -> None:
        self._filter.setFocus()
        for part in (self._groups, self._users):
            part.model.set_checked(part.model.checked & self._known)

    def _tell_choice(self) -> None:
        groups = len(self._groups.model.checked & self._known)
        users = len(self._users.model.checked & self._known)
        chosen = self._ticked()
        self._count.setText(self._choice_text(groups, users))
        self._gone.set_count(len((chosen.group_ids | chosen.user_ids) - self._known))

    def _choice_text(self, groups: int, users: int) -> str:
        if not groups and not users:
            return self.tr("No users or groups are selected")
        locale = uilocale()
        many_groups = self.tr("{count} groups").format(count=locale.toString(groups))
        many_users = self.tr("{count} users").format(count=locale.toString(users))
        group_text = self.tr("1 group") if groups == 1 else many_groups
        user_text = self.tr("1 user") if users == 1 else many_users
        if groups and users:
            return self.tr("{groups} and {users} selected").format(groups=group_text, users=user_text)
        return self.tr("{what} selected").format(what=group_text if groups else user_text)

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self.setWindowTitle(self.tr("Configure scope"))
        self._filter_label.setText(self.tr("&Find:"))
        self._filter.setPlaceholderText(self.tr("Part of a name"))
        self._filter.setAccessibleName(self.tr("Filter groups and users"))
        self._only_selected.setText(self.tr("Show only selec&ted"))
        self._groups.set_texts(
            title=self.tr("&Groups"),
            name=self.tr("Groups"),
            all_shown=self.tr("Select all &shown groups"),
            headers=(self.tr("Group"), self.tr("Users")),
            none=self.tr("There are no groups yet. They are added on the page “Users and groups”."),
            none_shown=self.tr("No group matches."),
        )
        self._users.set_texts(
            title=self.tr("&Users"),
            name=self.tr("Users"),
            all_shown=self.tr("Select &all shown users"),
            headers=(self.tr("Sign-in name"), self.tr("Full name"), self.tr("Group")),
            none=self.tr("There are no users yet. They are added on the page “Users and groups”."),
            none_shown=self.tr("No user matches."),
        )
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("OK"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self._gone.retranslate()
        self._tell_choice()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class _CheckList(QWidget):
    """A titled table with a box that ticks or unticks all that it shows."""

    def __init__(self, columns: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = EntriesModel(columns, checkable=True, parent=self)
        self.view = EntriesView(self.model, self)
        self.view.setObjectName(f"{name}View")
        self.view.share_widths(*((3, 1) if columns == 2 else (4, 5, 3)))
        self._title = QLabel(self)
        self._title.setBuddy(self.view)
        self._all_shown = QCheckBox(self)
        self._all_shown.setObjectName(f"allShown{name.capitalize()}Check")
        self._none = self._none_shown = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._all_shown)
        self._all_shown.clicked.connect(self._tick_all_shown)
        self.model.checkedChanged.connect(self._tell_state)
        self.model.modelReset.connect(self._tell_state)

    def set_texts(
        self, *, title: str, name: str, all_shown: str, headers: tuple[str, ...], none: str, none_shown: str
    ) -> None:
        self._title.setText(title)
        self.view.setAccessibleName(name)
        self._all_shown.setText(all_shown)
        self.model.set_headers(headers)
        self._none, self._none_shown = none, none_shown
        self._tell_state()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through, in this order."""
        return (self.view, self._all_shown)

    def filter(self, text: str) -> None:
        self.model.set_filter(text)

    def show_only_selected(self, only: bool) -> None:
        self.model.set_only_checked(only)

    def _tick_all_shown(self) -> None:
        # A click on a half-ticked box ticks all, whatever Qt made of its state.
        self.model.check_shown(self.model.shown_state() is not Qt.CheckState.Checked)

    def _tell_state(self) -> None:
        state = self.model.shown_state()
        self._all_shown.setTristate(state is Qt.CheckState.PartiallyChecked)
        self._all_shown.setCheckState(state)
        self._all_shown.setEnabled(self.model.rowCount() > 0)
        self.view.set_empty_text(self._none_shown if self.model.total else self._none)


class _GoneNotice(QWidget):
    """Says how many of the chosen are no longer in the directory, and offers to let go of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0
        self._label = QLabel(self)
        self._label.setObjectName("goneLabel")
        self._label.setWordWrap(True)
        self.remove_button = QPushButton(self)
        self.remove_button.setObjectName("removeGoneButton")
        self.remove_button.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.remove_button)
        self.hide()

    def set_count(self, count: int) -> None:
        self._count = count
        self.setVisible(count > 0)
        self.retranslate()

    def retranslate(self) -> None:
        many = self.tr("{count} of the selected are no longer in the directory. They are kept until removed.")
        one = self.tr("One of the selected is no longer in the directory. It is kept until removed.")
        self._label.setText(one if self._count == 1 else many.format(count=uilocale().toString(self._count)))
        self.remove_button.setText(self.tr("&Remove"))
