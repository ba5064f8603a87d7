"""Removing fields and lists of SuperOffice: what to ask before, and how to take it back afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.model.catalogue import CatalogueFile, CrmField, CrmList
from erpsync_desktop.widgets.language import current_language, uilocale
from erpsync_desktop.widgets.sentences import shown_name
from erpsync_desktop.workspace.protocol import Workspace


@dataclass(frozen=True, slots=True)
class CatalogueRemoval:
    """Fields, or one list, that are to be removed; a standard list is put back instead.

    Attributes:
        fields: user-defined ones.
        lists: none or one.
    """

    fields: tuple[CrmField, ...] = ()
    lists: tuple[CrmList, ...] = ()

    def question(self) -> str:
        """What to ask before it is done."""
        translate = QCoreApplication.translate
        if self.lists and not self.lists[0].user_defined:
            text = translate(
                "CatalogueRemoval",
                "Put the list {name} back? It gets SuperOffice’s standard items again in place of yours.",
            )
            return text.format(name=self._name())
        stay = translate("CatalogueRemoval", "Mappings to it stay, marked, until they are unmapped.")
        if self.lists:
            text = translate("CatalogueRemoval", "Remove the list {name} with all of its items?")
        elif len(self.fields) == 1:
            text = translate("CatalogueRemoval", "Remove the field {name}?")
        else:
            text = translate("CatalogueRemoval", "Remove {count} fields?")
            stay = translate("CatalogueRemoval", "Mappings to them stay, marked, until they are unmapped.")
        count = uilocale().toString(len(self.fields))
        return f"{text.format(name=self._name(), count=count)}\n\n{stay}"

    def report(self) -> str:
        """What to say once it is done."""
        translate = QCoreApplication.translate
        if self.lists and not self.lists[0].user_defined:
            return translate("CatalogueRemoval", "{name} has its standard items again.").format(
                name=self._name()
            )
        if len(self.fields) > 1:
            text = translate("CatalogueRemoval", "{count} fields were removed.")
            return text.format(count=uilocale().toString(len(self.fields)))
        return translate("CatalogueRemoval", "{name} was removed.").format(name=self._name())

    def _name(self) -> str:
        entry = self.lists[0] if self.lists else self.fields[0]
        return shown_name(entry.label_in(current_language()))

    def run(self, workspace: Workspace) -> None:
        """Remove it. Blocks. Raises StillInUse for a list that fields use."""
        if self.fields:
            workspace.remove_crm_fields(self.fields)
        for one in self.lists:
            workspace.remove_crm_list(one.name)

    def undo(self, workspace: Workspace) -> None:
        """Put it in its place again. Blocks."""
        workspace.import_catalogue(CatalogueFile(self.fields, self.lists))
