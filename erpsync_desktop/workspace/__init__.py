"""Workspaces: where connectors and connections are kept, behind one protocol."""
