"""Runs the sample ERP on a loopback port, in a thread of this process."""

from __future__ import annotations

import socket
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from erpsync_desktop.sample_erp.erp import SampleErp
from erpsync_desktop.sample_erp.results import WorkbookUnusable
from erpsync_desktop.sample_erp.service import LARGEST_REQUEST, PATH, SoapService

HOST = "127.0.0.1"
_WORKERS = 4
_WHOLE_ANSWERS = 1 << 20
"""Bytes that the server gathers before it sends: headers and body leave together. Apart they cost the 40 ms
that a delayed acknowledgement takes."""

__all__ = ["PortUnusable", "RunningServer", "WorkbookUnusable", "serve"]


class PortUnusable(Exception):
    """The port is taken or may not be used; the text is a sentence that says so."""


class RunningServer:
    """A server that answers until it is closed; a context manager.

    Attributes:
        url: address of the connector.
        erp: the ERP behind it.
    """

    def __init__(self, erp: SampleErp, listener: socket.socket, *, publish_metadata: bool = True) -> None:
        from waitress import create_server

        self.erp = erp
        self.url = f"http://{HOST}:{listener.getsockname()[1]}{PATH}"
        self._sockets: dict[int, Any] = {}
        self._server = create_server(
            SoapService(erp, publish_metadata=publish_metadata),
            map=self._sockets,
            sockets=[listener],
            threads=_WORKERS,
            max_request_body_size=4 * LARGEST_REQUEST,
            clear_untrusted_proxy_headers=True,
            ident="SampleERP",
        )
        self._server.adj.send_bytes = _WHOLE_ANSWERS
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sample-erp", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop answering, end all threads, and let the workbook go. Does nothing the second time."""
        if not self._stopping.is_set():
            self._stopping.set()
            self._server.pull_trigger()
            self._thread.join()
            self.erp.close()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until the server has stopped; returns whether it has."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        from waitress import wasyncore

        while not self._stopping.is_set():
            wasyncore.loop(timeout=30, map=self._sockets, count=1)
        self._server.task_dispatcher.shutdown()
        wasyncore.close_all(self._sockets)


def serve(workbook: Path, port: int = 0, *, publish_metadata: bool = True) -> RunningServer:
    """Start the sample ERP over a workbook, which is made if it is missing.

    Args:
        workbook: the .xlsx file.
        port: of 127.0.0.1; 0 takes a free one.
        publish_metadata: whether ``?wsdl`` is answered.

    Returns:
        The server, already answering.

    Raises:
        WorkbookUnusable: the workbook is served by somebody else, cannot be read, or is not one of this ERP.
        PortUnusable: the port cannot be had.
    """
    listener = _listen(port)
    try:
        erp = SampleErp(workbook)
    except BaseException:
        listener.close()
        raise
    try:
        return RunningServer(erp, listener, publish_metadata=publish_metadata)
    except BaseException:
        erp.close()
        listener.close()
        raise


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
    except (OSError, OverflowError) as error:
        listener.close()
        reason = error.strerror if isinstance(error, OSError) else "it has to be from 0 to 65535"
        raise PortUnusable(
            f"Port {port} cannot be used: {reason}. Choose another, or 0 for a free one."
        ) from error
    return listener
