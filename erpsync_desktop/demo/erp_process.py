"""The sample ERP in a process of its own, and a way to ask it that shares nothing with the program."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self
from xml.sax.saxutils import escape

from erpsync_desktop.demo.hands import Broken

_CARRIERS = "http://www.superoffice.net/EIS/Connector/1.0"
_SECONDS_TO_START = 30.0
_SECONDS_TO_ANSWER = 15.0
_SECONDS_TO_STOP = 5.0
# The module as it is, but it ends with this process, even if that is killed: then its standard input closes.
_SERVE = """
import os, runpy, sys, threading
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(1)), daemon=True).start()
runpy.run_module("erpsync_desktop.sample_erp", run_name="__main__", alter_sys=True)
"""


class ErpProcess:
    """Serves a new workbook on a free port of this computer until it is closed.

    Args:
        workbook: the file; made with ``password`` as the ERP's.
        password: of the ERP.

    Raises:
        Broken: it does not start.
    """

    def __init__(self, workbook: Path, password: str) -> None:
        from erpsync_desktop.sample_erp.erp import SampleErp

        with SampleErp(workbook) as erp:
            erp.set_password(password)
        self._process = subprocess.Popen(  # noqa: S603  our own module, no shell
            [sys.executable, "-c", _SERVE, "--port", "0", "--workbook", str(workbook)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._reader = threading.Thread(target=self._read, name="sample-erp-output", daemon=True)
        self._reader.start()
        try:
            self.url = self._wait_for_url()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def knows(self, connection_id: str) -> bool:
        """Whether WSTestConnection, posted by hand, succeeds for a connection.

        Raises:
            Broken: the answer is none of a connector.
        """
        body = _ENVELOPE.format(namespace=_CARRIERS, guid=escape(connection_id)).encode()
        headers = {
            "Content-Type": "text/xml; charset=utf-8",
            "SOAPAction": f'"{_CARRIERS}/IErpConnectorWS/WSTestConnection"',
        }
        request = urllib.request.Request(self.url, body, headers)  # noqa: S310  an http address of our own
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=_SECONDS_TO_ANSWER) as answer:
                text = answer.read().decode("utf-8", "replace")
        except (OSError, urllib.error.URLError) as error:
            raise Broken(f"the sample ERP does not answer by hand: {error}") from error
        said = re.search(r"<(?:\w+:)?IsOk>(true|false)</", text)
        if not said:
            raise Broken(f"the sample ERP's answer by hand has no IsOk: {text[:300]}")
        return said[1] == "true"

    def close(self) -> None:
        """Stop the process and wait until it is gone."""
        self._process.terminate()
        try:
            self._process.wait(_SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join(_SECONDS_TO_STOP)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process.poll() is None

    def _read(self) -> None:
        for line in self._process.stdout or ():
            self._lines.put(line)
        self._lines.put("")

    def _wait_for_url(self) -> str:
        said = []
        try:
            while line := self._lines.get(timeout=_SECONDS_TO_START):
                said.append(line)
                if url := re.search(r"http://\S+", line):
                    return url[0].rstrip(".")
        except Empty:
            said.append("(no more)")
        raise Broken(f"the sample ERP did not start: {''.join(said)[-500:]}")


_ENVELOPE = (
    '<?xml version="1.0" encoding="utf-8"?>'
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
    '<WSTestConnection xmlns="{namespace}"><request><ConnectionGuid>{guid}</ConnectionGuid></request>'
    "</WSTestConnection></s:Body></s:Envelope>"
)
