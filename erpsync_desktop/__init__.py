"""ERP Sync Desktop: set up, test and look after SuperOffice Sync Connectors and ERP connections."""

__version__ = "0.1.0"
