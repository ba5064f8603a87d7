"""Add or change a user-defined field of SuperOffice, or look at a standard one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from erpsync_desktop.dialogs.conflict_panel import Difference
from erpsync_desktop.dialogs.crm_dialog import CrmDialog, narrow
from erpsync_desktop.dialogs.remembered_size import restore_size
from erpsync_desktop.model.catalogue import Catalogue, CrmEntity, CrmField
from erpsync_desktop.model.catalogue_rules import KINDS, LONGEST_FIELD, check_field
from erpsync_desktop.model.catalogue_texts import in_two, of_two
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.widgets.actor_names import entity_name
from erpsync_desktop.widgets.field_types import type_name
from erpsync_desktop.widgets.language import current_language, uilocale
from erpsync_desktop.workspace.protocol import Workspace


class CrmFieldDialog(CrmDialog[CrmField]):
    """Describes a field.

    Args:
        workspace: where it is saved.
        catalogue: what there is.
        field: the one to change or to look at; None for a new one.
        entity: the record that is proposed for a new one.
    """

    def __init__(
        self,
        workspace: Workspace,
        catalogue: Catalogue,
        field: CrmField | None,
        parent: QWidget | None = None,
        *,
        entity: CrmEntity = CrmEntity.COMPANY,
    ) -> None:
        standard = field is not None and not field.user_defined
        key = field.key if field else ""
        locked = Problem(ProblemCode.CRM_FIELD_IS_STANDARD, {"key": key}) if standard else None
        super().__init__(catalogue, field, workspace.save_crm_field, locked, parent)
        self.setObjectName("crmFieldDialog")
        shown = field or CrmField(entity, "", user_defined=True)
        self._entity = narrow(QComboBox(self))
        self._entity.setObjectName("entityCombo")
        self._entity_label = self._add_input(self._entity)
        self._add_names(shown.key, shown.label)
        self._create()
        self._fill_choices(shown)
        self.fill(shown)
        if field:
            self._fix(self._entity, self._key)
        if locked:
            self._lock()
        self.retranslate()
        self._show_type()
        (self._english if field else self._key).setFocus()
        restore_size(self, QSize(self.fontMetrics().averageCharWidth() * 70, self.sizeHint().height()))

    def _create(self) -> None:
        self._kind, self._list = narrow(QComboBox(self)), narrow(QComboBox(self))
        self._kind.setObjectName("typeCombo")
        self._list.setObjectName("listCombo")
        self._length = QSpinBox(self)
        self._length.setObjectName("lengthSpin")
        self._length.setRange(0, LONGEST_FIELD)
        self._length.setGroupSeparatorShown(True)
        self._kind_label = self._add_input(self._kind)
        self._length_label = self._add_input(self._length)
        self._list_label = self._add_input(self._list)
        self._read_only = QCheckBox(self)
        self._read_only.setObjectName("readOnlyCheck")
        self._form.addRow("", self._read_only)
        self._inputs.append(self._read_only)
        self._kind.currentIndexChanged.connect(self._show_type)
        self._list.currentIndexChanged.connect(self._show_missing)

    def _fill_choices(self, crm: CrmField) -> None:
        for entity in CrmEntity:
            self._entity.addItem("", entity)
        for kind in KINDS:
            self._kind.addItem("", kind)
        self._list.addItem("", "")
        for one in self._catalogue.lists:
            self._list.addItem("", one.name)
        if crm.list_name and self._catalogue.list(crm.list_name) is None:
            self._list.addItem("", crm.list_name)

    # What is shown and typed

    def fill(self, crm: CrmField) -> None:
        """Show a field."""
        english, german = in_two(crm.label)
        self._entity.setCurrentIndex(max(0, self._entity.findData(crm.entity)))
        self._key.setText(crm.key)
        self._english.setText(english)
        self._german.setText(german)
        self._kind.setCurrentIndex(max(0, self._kind.findData(crm.kind)))
        self._length.setValue(crm.max_length)
        self._list.setCurrentIndex(max(0, self._list.findData(crm.list_name)))
        self._read_only.setChecked(crm.read_only)

    def _show_type(self) -> None:
        """Ask for a length or for a list only where the type has one."""
        kind = FieldType(self._kind.currentData())
        self._form.setRowVisible(self._length, kind is FieldType.TEXT)
        self._form.setRowVisible(self._list, kind is FieldType.LIST)
        self._show_missing()

    def _entry(self) -> CrmField:
        kind = FieldType(self._kind.currentData())
        english, german = self._english.text().strip(), self._german.text().strip()
        before = self._before or CrmField(CrmEntity.COMPANY, "")
        return replace(
            before,
            entity=CrmEntity(self._entity.currentData()),
            key=self._key.text().strip(),
            label=of_two(english, german, before.label),
            kind=kind,
            max_length=self._length.value() if kind is FieldType.TEXT else 0,
            list_name=self._list.currentData() if kind is FieldType.LIST else "",
            read_only=self._read_only.isChecked(),
            user_defined=True,
        )

    def _problems(self) -> tuple[Problem, ...]:
        return () if self._locked else check_field(self._entry(), self._catalogue, self._before)

    def differences(self, theirs: CrmField) -> Sequence[Difference]:
        """What differs, in the language of the moment."""
        here, there = map(self._described, (self._entry(), theirs))
        pairs = (Difference(what, here[what], there[what]) for what in here)
        return [each for each in pairs if each.mine != each.theirs]

    def _described(self, crm: CrmField) -> dict[str, str]:
        english, german = in_two(crm.label)
        return {
            self.tr("Name in English"): english,
            self.tr("Name in German"): german,
            self.tr("Type"): type_name(crm.kind),
            self.tr("Length"): uilocale().toString(crm.max_length),
            self.tr("List"): crm.list_name,
            self.tr("Set by SuperOffice alone"): self.tr("yes") if crm.read_only else self.tr("no"),
        }

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        super().retranslate()
        title = self.tr("Edit SuperOffice field") if self._before else self.tr("Add SuperOffice field")
        self.setWindowTitle(self.tr("Standard field of SuperOffice") if self._locked else title)
        if self._before and not self._locked:
            self._hint.say(self.tr("Mappings name a field by its record and key, so both stay as they are."))
        self._entity_label.setText(self.tr("&Record:"))
        self._key_label.setText(self.tr("* &Key:"))
        self._kind_label.setText(self.tr("&Type:"))
        self._length_label.setText(self.tr("&Length:"))
        self._list_label.setText(self.tr("* L&ist:"))
        self._length.setSpecialValueText(self.tr("no limit"))
        self._length.setLocale(uilocale())
        self._read_only.setText(self.tr("&Set by SuperOffice alone; nothing can be written to it"))
        for row in range(self._entity.count()):
            self._entity.setItemText(row, entity_name(CrmEntity(self._entity.itemData(row))))
        for row in range(self._kind.count()):
            self._kind.setItemText(row, type_name(FieldType(self._kind.itemData(row))))
        self._list.setItemText(0, self.tr("(none)"))
        for row in range(1, self._list.count()):
            self._list.setItemText(row, self._list_text(self._list.itemData(row)))

    def _list_text(self, name: str) -> str:
        known = self._catalogue.list(name)
        return f"{known.label_in(current_language())} ({name})" if known else name
