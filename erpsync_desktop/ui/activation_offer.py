"""What was not switched on can be switched on again, once a reason was put right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.widgets.message_panel import MessagePanel, words
from erpsync_desktop.widgets.sentences import Sentence, shown_name
from erpsync_desktop.widgets.theme import Tone


class ActivationOffer(QObject):
    """Offers in a panel to activate a connection again, which names the reasons that are left.

    Args:
        panel: where it is offered.

    Signals:
        activateWanted: the user wants to activate the connection.
    """

    activateWanted = Signal(object)  # noqa: N815  Qt's way of naming

    def __init__(self, panel: MessagePanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._connection: ErpConnection | None = None

    def offer(self, connection: ErpConnection) -> None:
        """Offer it for a connection, until that is active or the offer is closed."""
        self._connection = connection
        self._panel.show_sentences(Tone.INFO, lambda: (self._text(connection.name),))
        self._panel.add_action(
            lambda: self.tr("Activate again"),
            lambda: self.activateWanted.emit(connection),
            "activateAgainButton",
        )
        self._panel.add_action(lambda: self.tr("Close"), self.forget, "closeOfferButton")

    def follow(self, connections: Iterable[ErpConnection]) -> None:
        """Offer it no longer where the connection is active now, or gone."""
        before = self._connection
        if before is None:
            return
        now = next((one for one in connections if one.id == before.id), None)
        if now is None or now.active or now.deleted_at:
            self.forget()
        elif now.name != before.name:
            self.offer(now)

    def forget(self) -> None:
        """Offer nothing any more."""
        self._connection = None
        self._panel.clear()

    def _text(self, name: str) -> Sentence:
        return words(
            self.tr("“{name}” is not active yet.").format(name=shown_name(name)),
            self.tr("Activate it again when you have put the reason right. What is left is shown then."),
        )
