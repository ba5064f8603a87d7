"""What differs between a connection as it stands in the dialog and as somebody else saved it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.dialogs.conflict_panel import Difference
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.directory import Directory, Scope
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.widgets.field_row import row_label
from erpsync_desktop.widgets.value_texts import value_text, yes_or_no


def differences(
    mine: ConnectionDraft,
    theirs: ErpConnection,
    connectors: Sequence[SyncConnector],
    directory: Directory,
) -> list[Difference]:
    """Name what differs, in the language of the moment; secrets are named, never shown."""
    pairs = [*_plain(mine, theirs, connectors, directory), *_configured(mine, theirs)]
    return [each for each in pairs if each.mine != each.theirs]


def _plain(
    mine: ConnectionDraft, theirs: ErpConnection, connectors: Sequence[SyncConnector], directory: Directory
) -> Iterator[Difference]:
    names = {each.id: each.name for each in connectors}
    yield Difference(
        QCoreApplication.translate("ConnectionDifferences", "Name"), mine.name.strip(), theirs.name
    )
    chosen = mine.connector.name if mine.connector else ""
    yield Difference(
        QCoreApplication.translate("ConnectionDifferences", "Sync Connector"),
        chosen,
        names.get(
            theirs.connector_id,
            QCoreApplication.translate("ConnectionDifferences", "a connector that was deleted"),
        ),
    )
    yield Difference(
        QCoreApplication.translate("ConnectionDifferences", "Scope"),
        _scope_text(mine.scope, directory),
        _scope_text(theirs.scope, directory),
    )
    yield Difference(
        QCoreApplication.translate("ConnectionDifferences", "Description"),
        mine.description,
        theirs.description,
    )
    active = bool(mine.original and mine.original.active)
    yield Difference(
        QCoreApplication.translate("ConnectionDifferences", "Active"),
        yes_or_no(active),
        yes_or_no(theirs.active),
    )


def _configured(mine: ConnectionDraft, theirs: ErpConnection) -> Iterator[Difference]:
    for item in mine.fields or ():
        if item.kind.is_secret:
            if item.key in mine.secrets:
                yield Difference(
                    row_label(item),
                    QCoreApplication.translate("ConnectionDifferences", "newly typed"),
                    QCoreApplication.translate("ConnectionDifferences", "as stored"),
                )
        elif item.kind.has_value:
            here, there = mine.values.get(item.key, ""), theirs.values.get(item.key, "")
            yield Difference(row_label(item), value_text(item, here), value_text(item, there))


def _scope_text(scope: Scope, directory: Directory) -> str:
    return (
        QCoreApplication.translate("ConnectionDifferences", "Everyone")
        if scope.everyone
        else ", ".join(scope.names(directory))
    )
