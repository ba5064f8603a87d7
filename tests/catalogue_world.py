"""A local workspace with a few user-defined fields and lists."""

from __future__ import annotations

from pathlib import Path

from erpsync_desktop.connectors.client import ConnectorClient
from erpsync_desktop.model.catalogue import CatalogueFile, CrmEntity, CrmField, CrmList
from erpsync_desktop.model.metadata import ListItem
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.secrets import SecretStore
from erpsync_desktop.workspace.local import open_local_workspace
from erpsync_desktop.workspace.local.workspace import LocalWorkspace
from tests.memory_keyring import MemoryKeyring

OWN = CrmField(CrmEntity.COMPANY, "x_own", 'US:"Own";GE:"Eigenes"', max_length=40, user_defined=True)
RED, BLUE = ListItem("r", 'US:"Red";GE:"Rot"'), ListItem("b", "Blue")
COLOURS = CrmList("colours", 'US:"Colours";GE:"Farben"', (RED, BLUE), user_defined=True)
COLOUR = CrmField(
    CrmEntity.PERSON, "x_colour", "Colour", FieldType.LIST, list_name="colours", user_defined=True
)
SHAPES = CrmList("shapes", "Shapes", (ListItem("o", "Round"),), user_defined=True)


def catalogue_workspace(folder: Path) -> LocalWorkspace:
    """Has two own fields and two own lists; calls no connector."""

    def no_client(url: str) -> ConnectorClient:
        raise AssertionError(f"no connector is called for the catalogue: {url}")

    path = str(folder / "catalogue.sqlite")
    workspace = open_local_workspace(path, secrets=SecretStore(MemoryKeyring()), client=no_client)
    workspace.import_catalogue(CatalogueFile((OWN, COLOUR), (COLOURS, SHAPES)))
    return workspace
