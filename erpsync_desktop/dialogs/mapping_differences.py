"""What differs between two versions of the mappings, named field by field."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.dialogs.conflict_panel import Difference
from erpsync_desktop.dialogs.mapping_texts import erp_label, summary_of
from erpsync_desktop.model.mapping import rules_of
from erpsync_desktop.model.mapping_draft import MappingDraft
from erpsync_desktop.model.setup_merge import Piece, SetupDifference, conflicts
from erpsync_desktop.model.sync_setup import ActorMapping, FieldMapping, SyncSetup
from erpsync_desktop.widgets.actor_names import actor_name


def mapping_differences(draft: MappingDraft, theirs: SyncSetup) -> Iterator[Difference]:
    """Name what both sides changed differently, in the language of the moment."""
    for one in conflicts(draft.context.setup, draft.setup, theirs):
        yield Difference(_what(draft, one), _said(draft, one, one.mine), _said(draft, one, one.theirs))


def _what(draft: MappingDraft, one: SetupDifference) -> str:
    actor = actor_name(one.actor_type)
    if one.piece is Piece.ACTIVE:
        text = QCoreApplication.translate("MappingTexts", "{actor} – synchronised")
        return text.format(actor=actor)
    if one.piece is Piece.ORDER:
        text = QCoreApplication.translate("MappingTexts", "{actor} – order of the fields")
        return text.format(actor=actor)
    rules = rules_of(draft.context, ActorMapping(one.actor_type))
    field = erp_label(rules.row(FieldMapping(one.erp_key)))
    text = (
        QCoreApplication.translate("MappingTexts", "{actor} – {field}: default")
        if one.piece is Piece.DEFAULT
        else QCoreApplication.translate("MappingTexts", "{actor} – {field}")
    )
    return text.format(actor=actor, field=field)


def _said(draft: MappingDraft, one: SetupDifference, value: object) -> str:
    if isinstance(value, FieldMapping):
        rules = rules_of(draft.context, ActorMapping(one.actor_type))
        return summary_of(rules.row(value))
    if isinstance(value, bool):
        if value:
            return QCoreApplication.translate("MappingTexts", "on")
        return QCoreApplication.translate("MappingTexts", "off")
    if value is None:
        return QCoreApplication.translate("MappingTexts", "none")
    return QCoreApplication.translate("MappingTexts", "changed")
