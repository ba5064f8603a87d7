"""What is new, gone or changed in the ERP since it was read, before any of it is taken over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from erpsync_desktop.dialogs.asking_dialog import NamingDialog
from erpsync_desktop.dialogs.erp_change_texts import changed_text, described, item_text
from erpsync_desktop.dialogs.help_window import offer_help
from erpsync_desktop.dialogs.mapping_results import grouped
from erpsync_desktop.dialogs.remembered_size import remember_size, restore_size
from erpsync_desktop.model.erp_schema import ActorChanges, ListChanges
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.widgets.actor_names import actor_name
from erpsync_desktop.widgets.language import current_language
from erpsync_desktop.widgets.message_panel import PlainLabel
from erpsync_desktop.widgets.theme import Tone, status_icon
from erpsync_desktop.widgets.tooltips import tooltip

_MOST_OF_A_KIND = 500
"""Items of one list that are named; more are counted."""
_Row = tuple[str, str]


class ErpChangesDialog(NamingDialog):
    """Names every change by actor type and by list; accepted means to take it over.

    Args:
        actors: what changed in the actor types.
        lists: what changed in lists.
        parent: the window.
        in_use: by actor type, the keys of the fields that something is configured for.
    """

    def __init__(
        self,
        actors: Sequence[ActorChanges],
        lists: Sequence[ListChanges],
        parent: QWidget | None = None,
        *,
        in_use: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("erpChangesDialog")
        self._actors, self._lists, self._in_use = actors, lists, in_use or {}
        self._head, self._consequences = PlainLabel(self), PlainLabel(self)
        self._head.setObjectName("headLabel")
        self._consequences.setObjectName("consequencesLabel")
        self._model = QStandardItemModel(0, 2, self)
        self._view = _tree(self._model, self)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._buttons.setObjectName("buttonBox")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self._head, self._view, self._consequences, self._buttons):
            layout.addWidget(part, 1 if part is self._view else 0)
        self.setSizeGripEnabled(True)
        offer_help(self, "configure")
        self.retranslate()
        metrics = self.fontMetrics()
        restore_size(self, QSize(metrics.averageCharWidth() * 110, metrics.height() * 30))
        self._view.setColumnWidth(0, metrics.averageCharWidth() * 45)
        self._view.setFocus()

    def done(self, result: int) -> None:
        """Remember the size."""
        remember_size(self)
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow language and colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._fill()

    # What is listed

    def _fill(self) -> None:
        self._model.removeRows(0, self._model.rowCount())
        for actor in self._actors:
            self._add_group(self._actor_head(actor), self._actor_kinds(actor))
        for one in self._lists:
            head = (self.tr("List “{name}”").format(name=one.name), "")
            self._add_group(head, self._list_kinds(one))
        self._view.expandAll()
        if self._model.rowCount() and not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self._model.index(0, 0))

    def _actor_head(self, actor: ActorChanges) -> _Row:
        state = ""
        if actor.type_is_new:
            state = self.tr("new: the Sync Connector supports it now")
        elif actor.type_is_gone:
            state = self.tr("gone: the Sync Connector does not support it any more")
        return actor_name(actor.actor_type), state

    def _actor_kinds(self, actor: ActorChanges) -> Iterable[tuple[Tone, str, list[_Row]]]:
        used = self._in_use.get(actor.actor_type, ())
        yield Tone.OK, self.tr("New"), [(_label(one), described(one)) for one in actor.new]
        yield Tone.WARNING, self.tr("Gone"), [(_label(one), self._gone_text(one, used)) for one in actor.gone]
        yield (
            Tone.INFO,
            self.tr("Changed"),
            [(_label(one.after), changed_text(one)) for one in actor.changed],
        )

    def _gone_text(self, field: FieldMetadata, used: Collection[str]) -> str:
        if field.key in used:
            return self.tr("configured here: it stays, marked, until it is unmapped")
        return self.tr("nothing is configured for it")

    def _list_kinds(self, one: ListChanges) -> Iterable[tuple[Tone, str, list[_Row]]]:
        language = current_language()
        yield Tone.OK, self.tr("New"), [item_text(item, language) for item in one.new]
        yield Tone.WARNING, self.tr("Gone"), [item_text(item, language) for item in one.gone]
        changed = [(before.text_in(language), after.text_in(language)) for before, after in one.changed]
        yield (
            Tone.INFO,
            self.tr("Changed"),
            [(was, self.tr("now {text}").format(text=now)) for was, now in changed],
        )

    def _add_group(self, head: _Row, kinds: Iterable[tuple[Tone, str, list[_Row]]]) -> None:
        group = _cells(*head)
        font = self.font()
        font.setBold(True)
        group[0].setFont(font)
        for tone, name, rows in kinds:
            if not rows:
                continue
            counted = self.tr("{kind} ({count})").format(kind=name, count=self.locale().toString(len(rows)))
            kind = _cells(counted, "")
            kind[0].setIcon(status_icon(tone))
            for row in rows[:_MOST_OF_A_KIND]:
                kind[0].appendRow(_cells(*row))
            if len(rows) > _MOST_OF_A_KIND:
                left = len(rows) - _MOST_OF_A_KIND
                more = grouped(self.tr("… and %n more.", "", left), left)
                kind[0].appendRow(_cells(more, ""))
            group[0].appendRow(kind)
        self._model.appendRow(group)

    # Words

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self.setWindowTitle(self.tr("Changes in the ERP"))
        self._head.say(
            self.tr("Since it was read last, this has changed in the ERP. Nothing is taken over yet.")
        )
        self._view.setAccessibleName(self.tr("Changes in the ERP"))
        self._model.setHorizontalHeaderLabels([self.tr("What"), self.tr("How")])
        self._consequences.say(self._consequences_text())
        self.name_buttons()
        self._fill()

    def name_buttons(self) -> None:
        """Name the standard buttons."""
        take = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        take.setText(self.tr("&Take over"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))

    def _consequences_text(self) -> str:
        parts = []
        if any(one.new for one in self._actors):
            parts.append(self.tr("New fields come without a mapping."))
        if any(one.gone or one.type_is_gone for one in self._actors):
            gone = self.tr(
                "What is configured for something that is gone stays, marked, and can be unmapped."
            )
            parts.append(gone)
        if any(one.changed for one in self._actors):
            parts.append(self.tr("Mappings of changed fields stay; what is not possible any more is marked."))
        if self._lists:
            parts.append(self.tr("New items of lists come without a SuperOffice item."))
        return " ".join(parts)


def _tree(model: QStandardItemModel, parent: QWidget) -> QTreeView:
    view = QTreeView(parent)
    view.setObjectName("changesView")
    view.setModel(model)
    view.setUniformRowHeights(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    view.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return view


def _label(field: FieldMetadata) -> str:
    return " ".join(field.label_in(current_language()).split())


def _cells(*texts: str) -> list[QStandardItem]:
    cells = []
    for text in texts:
        cell = QStandardItem(text)
        cell.setEditable(False)
        cell.setToolTip(tooltip(text))
        cells.append(cell)
    return cells
