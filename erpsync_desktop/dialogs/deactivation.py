"""Deactivating an ERP connection from a dialog that is locked while it is active."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.model.errors import ErpSyncError
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.widgets.message_panel import MessagePanel
from erpsync_desktop.widgets.sentences import Sentence
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Workspace


def offer_deactivation(
    panel: MessagePanel, tone: Tone, make: Callable[[], Sequence[Sentence]], wanted: Callable[[], None]
) -> None:
    """Say that something is locked, with a button that deactivates the connection.

    Args:
        panel: where it is said.
        tone: how serious it is.
        make: makes the sentences in the language of the moment.
        wanted: called when the connection is to be deactivated.
    """
    panel.show_sentences(tone, make)
    panel.add_action(_button_text, wanted, "deactivateButton")


def _button_text() -> str:
    return QCoreApplication.translate("Deactivation", "Deactivate")


def deactivating_text() -> str:
    """What is being done, in the language of the moment."""
    return QCoreApplication.translate("Deactivation", "Deactivating …")


def closing_text() -> str:
    """What is said where a dialog is to be closed that writes something, in the language of the moment."""
    return QCoreApplication.translate(
        "Deactivation", "This is being saved. The dialog closes by itself when that is done."
    )


def deactivate(workspace: Workspace, connection_id: str, watch: Watch) -> None:
    """Switch a connection off; may block.

    Raises:
        ErpSyncError: it stays active; with the reasons.
    """
    if reasons := workspace.set_active(connection_id, False, watch):
        raise ErpSyncError(*reasons)
