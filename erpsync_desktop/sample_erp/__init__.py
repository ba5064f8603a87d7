"""A bundled sync app: the Sync Connector contract over an Excel workbook that plays the ERP.

Start it in-process with ``erpsync_desktop.sample_erp.server.serve`` or alone with ``erpsync-sample-erp``.
It shares no wire code with the client in ``connectors``, so that one misunderstanding cannot hide in both.
"""
