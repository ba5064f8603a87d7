"""The client of the Sync Connector contract (SuperOffice's ``IErpConnectorWS``, SOAP 1.1)."""

from erpsync_desktop.connectors.client import ConnectorClient
from erpsync_desktop.connectors.refusals import resending

__all__ = ["ConnectorClient", "resending"]
