"""The inputs of the connection dialog, one below the other, in a page that scrolls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from erpsync_desktop.dialogs.scope_choice import ScopeChoice
from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.directory import Directory
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.widgets.access_keys import keys_in_use
from erpsync_desktop.widgets.busy import BusyLine
from erpsync_desktop.widgets.config_form import ConfigForm
from erpsync_desktop.widgets.field_row import row_label
from erpsync_desktop.widgets.message_panel import MessagePanel, TonedLabel
from erpsync_desktop.widgets.theme import Tone

_WIDEST_LABEL = 26
"""Average characters; a longer name of a field takes a second line."""
_MEASURED_LABELS = 200


class ConnectionPage(QScrollArea):
    """Shows a draft; what is typed is told by the signals of the inputs.

    Attributes:
        name, connector, edit_connector, scope, form, description: the inputs.
        name_problem, locked, keyring, plain_http, fields_failure: what there is to say about them.
        fields_busy: says that the fields are being fetched.

    Signals:
        nameEdited: the name as typed.
        connectorChosen: id of the connector that was chosen.
        descriptionEdited: the description as typed.
    """

    nameEdited = Signal(str)  # noqa: N815
    connectorChosen = Signal(str)  # noqa: N815
    descriptionEdited = Signal(str)  # noqa: N815

    def __init__(self, directory: Directory, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fields: tuple[FieldMetadata, ...] = ()
        self._has_connector = False
        self._page = QWidget(self)
        self._create_inputs(directory)
        self._create_messages()
        self._lay_out()
        self.setWidget(self._page)
        self._connect()
        self._retranslate()

    def _create_inputs(self, directory: Directory) -> None:
        page = self._page
        self.name, self.connector, self.edit_connector = QLineEdit(page), QComboBox(page), QPushButton(page)
        self.scope = ScopeChoice(directory, page)
        self.form = ConfigForm(page, lambda: keys_in_use(self.window(), besides=self.form))
        self.description = QPlainTextEdit(page)
        self.name.setObjectName("nameEdit")
        self.name.setMaxLength(100_000)  # what is too long is said, not cut
        self.connector.setObjectName("connectorCombo")
        self.connector.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.connector.setMinimumContentsLength(10)
        self.edit_connector.setObjectName("editConnectorButton")
        self.edit_connector.setAutoDefault(False)
        self.description.setObjectName("descriptionEdit")
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 14)

    def _create_messages(self) -> None:
        self.name_problem, self.locked, self.keyring, self.plain_http, self.fields_failure = (
            MessagePanel(self._page) for _ in range(5)
        )
        self.name_problem.setObjectName("nameProblem")
        self.locked.setObjectName("lockedNote")
        self.keyring.setObjectName("keyringWarning")
        self.plain_http.setObjectName("plainHttpWarning")
        self.fields_failure.setObjectName("fieldsFailure")
        self.fields_busy = BusyLine(self._page)
        self.fields_busy.label.setObjectName("fieldsStatus")
        self.fields_busy.hide()
        self._heading, self._hint = QLabel(self._page), TonedLabel(Tone.MUTED, self._page)
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)

    def _lay_out(self) -> None:
        self._labels = [QLabel(self._page) for _ in range(4)]
        name, connector, scope, description = self._labels
        for label, buddy in ((name, self.name), (connector, self.connector), (description, self.description)):
            label.setBuddy(buddy)
        top, bottom = self._grid(), self._grid()
        top.addWidget(name, 0, 0)
        top.addWidget(self.name, 0, 1)
        top.addWidget(self.name_problem, 1, 1)
        top.addWidget(connector, 2, 0)
        chooser = QHBoxLayout()
        chooser.addWidget(self.connector, 1)
        chooser.addWidget(self.edit_connector)
        top.addLayout(chooser, 2, 1)
        top.addWidget(self.plain_http, 3, 1)
        scope.setFixedHeight(self.scope.everyone.sizeHint().height())
        description.setFixedHeight(self.name.sizeHint().height())
        top.addWidget(scope, 4, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.scope, 4, 1)
        bottom.addWidget(description, 0, 0, Qt.AlignmentFlag.AlignTop)
        bottom.addWidget(self.description, 0, 1)
        layout = QVBoxLayout(self._page)
        layout.addLayout(top)
        layout.addSpacing(self.fontMetrics().height() // 2)
        parts = (self._heading, self._hint, self.locked, self.keyring, self.fields_busy, self.fields_failure)
        for part in (*parts, self.form):
            layout.addWidget(part)
        layout.addSpacing(self.fontMetrics().height() // 2)
        layout.addLayout(bottom)
        layout.addStretch(1)

    @staticmethod
    def _grid() -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        return grid

    def _connect(self) -> None:
        self.name.textEdited.connect(self.nameEdited)
        self.connector.activated.connect(
            lambda row: self.connectorChosen.emit(str(self.connector.itemData(row)))
        )
        self.description.textChanged.connect(
            lambda: self.descriptionEdited.emit(self.description.toPlainText())
        )

    # What is shown

    def show_draft(self, draft: ConnectionDraft) -> None:
        """Show everything but the connectors and the configuration fields."""
        self.name.setText(draft.name)
        self.scope.show_scope(draft.scope)
        self.description.blockSignals(True)
        self.description.setPlainText(draft.description)
        self.description.blockSignals(False)
        self.connector.setEnabled(not draft.locked)

    def show_connectors(self, connectors: Sequence[SyncConnector], chosen: SyncConnector | None) -> None:
        """Offer these connectors, with one of them chosen or none."""
        self.connector.clear()
        for each in connectors:
            gone = self.tr("{name} (deleted)").format(name=each.name)
            self.connector.addItem(gone if each.deleted_at else each.name, each.id)
        self.connector.setCurrentIndex(self.connector.findData(chosen.id) if chosen else -1)
        self._has_connector = chosen is not None
        self._name_edit_button()
        self._say_hint()

    def show_fields(self, draft: ConnectionDraft, invalid_texts: dict[str, str]) -> None:
        """Build the inputs for the configuration fields."""
        self._fields = draft.fields or ()
        self._set_label_width()
        self.form.show_fields(draft, invalid_texts)
        self._say_hint()

    def clear_fields(self) -> None:
        """Remove the inputs for the configuration fields."""
        self._fields = ()
        self.form.clear()
        self._say_hint()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A few lines; the window gives it what others leave."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 96, metrics.height() * 8)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Two inputs."""
        return QSize(0, self.fontMetrics().height() * 4)

    # Words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        name, connector, scope, description = self._labels
        name.setText(self.tr("* &Name:"))
        connector.setText(self.tr("* Sync &Connector:"))
        scope.setText(self.tr("Scope:"))
        description.setText(self.tr("&Description:"))
        self.connector.setPlaceholderText(self.tr("Choose a Sync Connector"))
        self.connector.setAccessibleName(self.tr("Sync Connector"))
        self._heading.setText(self.tr("Configuration fields"))
        self.form.setAccessibleName(self.tr("Configuration fields"))
        self._name_edit_button()
        self._say_hint()
        self._set_label_width()

    def _name_edit_button(self) -> None:
        if self._has_connector:
            self.edit_connector.setText(self.tr("&Edit …"))
            self.edit_connector.setAccessibleName(self.tr("Edit the Sync Connector"))
            self.edit_connector.setToolTip(self.tr("Put name and URL of this Sync Connector right"))
        else:
            self.edit_connector.setText(self.tr("&Add …"))
            self.edit_connector.setAccessibleName(self.tr("Add a Sync Connector"))
            self.edit_connector.setToolTip(self.tr("Add a Sync Connector to the list"))

    def _say_hint(self) -> None:
        if not self._has_connector:
            self._hint.say(self.tr("They appear when a Sync Connector is chosen. * must be filled."))
        elif self._fields:
            self._hint.say(self.tr("Fields with * must be filled."))
        else:
            self._hint.say("")

    def _set_label_width(self) -> None:
        width = max(self._label_widths())
        for label in self._labels:
            label.setFixedWidth(width)
            side = Qt.AlignmentFlag(self.style().styleHint(QStyle.StyleHint.SH_FormLayoutLabelAlignment))
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.form.set_label_width(width)

    def _label_widths(self) -> Iterator[int]:
        metrics = self.fontMetrics()
        widest = metrics.averageCharWidth() * _WIDEST_LABEL
        yield from (label.sizeHint().width() for label in self._labels)
        for item in self._fields[:_MEASURED_LABELS]:
            yield min(widest, metrics.horizontalAdvance(f"* {row_label(item)}: "))
