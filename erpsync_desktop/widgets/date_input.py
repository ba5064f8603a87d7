"""An input for dates and times."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QMenu, QToolButton, QWidget, QWidgetAction

from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.values import FieldType, encode
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.local_values import date_format, read_moment
from erpsync_desktop.widgets.value_inputs import NumberInput


class DateInput(NumberInput):
    """A date and time, or none, with a calendar to choose from."""

    def __init__(self, item: FieldMetadata, parent: QWidget) -> None:
        box = QWidget(parent)
        super().__init__(item, parent, box)
        self._button = QToolButton(box)
        self._button.setObjectName(f"calendar:{item.key}")
        self._button.setArrowType(Qt.ArrowType.DownArrow)
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._button.clicked.connect(self._open_calendar)
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._edit, 1)
        layout.addWidget(self._button)
        box.setFocusProxy(self._edit)
        self.relocalise()

    def set_label(self, label: str, text: str) -> None:
        """Say what this is, also of its buttons."""
        super().set_label(label, text)
        self._button.setAccessibleName(self.tr("Choose a date: {label}").format(label=label))

    def set_read_only(self, read_only: bool) -> None:
        """Bar changes, or allow them."""
        super().set_read_only(read_only)
        self._button.setEnabled(not read_only)

    def relocalise(self) -> None:
        """Show the same in the language of the moment."""
        super().relocalise()
        self._edit.setPlaceholderText(self.tr("e.g. {date}").format(date=date_format(uilocale())))
        self._button.setToolTip(self.tr("Choose a date"))

    def _open_calendar(self) -> None:
        menu = self.calendar_menu()
        menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))
        menu.findChildren(QCalendarWidget)[0].setFocus()

    def calendar_menu(self) -> QMenu:
        """A menu with a calendar in it; it deletes itself once closed."""
        menu = QMenu(self._button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(menu)
        calendar.setLocale(uilocale())
        moment = self._moment()
        if moment:
            calendar.setSelectedDate(QDate(moment.year, moment.month, moment.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(self._choose)
        calendar.clicked.connect(self._choose)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(menu.close)
        return menu

    def _moment(self) -> datetime | None:
        try:
            return read_moment(self._edit.text(), uilocale())
        except ValueError:
            return None

    def _choose(self, day: QDate) -> None:
        time = (self._moment() or datetime.min).time()
        chosen = date(day.year(), day.month(), day.day())
        wire = encode(FieldType.DATETIME, datetime.combine(chosen, time))
        self._wire, self._valid = wire, True
        self._write()
        self.valueEdited.emit(wire)
        self._edit.setFocus()
