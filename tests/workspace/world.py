"""Shortcuts for what an administrator does."""

from __future__ import annotations

from dataclasses import dataclass, replace

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.workspace.local.workspace import LocalWorkspace
from tests.canary import CANARY
from tests.workspace.fakes import FakeNet, FakeService

URL = "http://erp.example/connector.svc"


@dataclass
class World:
    workspace: LocalWorkspace
    net: FakeNet

    @property
    def service(self) -> FakeService:
        return self.net.at(URL)

    def connector(self, name: str = "Sample", url: str = URL) -> SyncConnector:
        draft = self.workspace.connector_draft()
        return self.workspace.save_connector(replace(draft, name=name, url=url))

    def opened(self, connection_id: str | None = None) -> ConnectionDraft:
        """A draft with its fields loaded."""
        draft = self.workspace.connection_draft(connection_id)
        return self.loaded(draft)

    def loaded(self, draft: ConnectionDraft) -> ConnectionDraft:
        if draft.connector is None:
            return draft
        return draft.with_fields(self.workspace.configuration_fields(draft.connector, Watch()))

    def draft(self, connector: SyncConnector, name: str = "North", password: str = CANARY) -> ConnectionDraft:
        """A new draft, filled and tested."""
        draft = self.workspace.connection_draft().with_connector(connector)
        draft = replace(self.loaded(draft), name=name).with_value("File", "north.xlsx")
        return self.tested(draft.with_secret("Password", Secret(password)))

    def tested(self, draft: ConnectionDraft) -> ConnectionDraft:
        return draft.with_test(self.workspace.test(draft, Watch()), draft)

    def connection(
        self, connector: SyncConnector | None = None, name: str = "North", password: str = CANARY
    ) -> ErpConnection:
        connector = connector or self.connector(f"Connector of {name}")
        return self.save(self.draft(connector, name, password))

    def save(self, draft: ConnectionDraft, *, for_session: bool = False) -> ErpConnection:
        return self.workspace.save(draft, Watch(), secrets_for_session=for_session)
