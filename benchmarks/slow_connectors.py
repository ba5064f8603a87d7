"""Connectors that hang, trickle and answer 5 MB, at one port of this computer.

``python -m benchmarks.slow_connectors`` prints the port and ends when its standard input is closed. The first
part of the path says how the configuration fields are answered, the second how a test is: ``/quick/hang``.
"""

from __future__ import annotations

import itertools
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WAYS = ("quick/hang", "quick/trickle", "quick/large", "hang/quick", "trickle/quick", "large/quick")
LARGE = 5_000_000
FIELDS = 2_000
_EIS = "http://www.superoffice.net/EIS/Connector/1.0"
_PACE = 0.02  # seconds from one trickled byte to the next
_END = threading.Event()


class _Connector(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer(404, b"no contract is published here")

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        operation = self.headers["SOAPAction"].strip('"').rpartition("/")[2]
        fields, test = self.path.strip("/").split("/")
        if operation == "WSGetConfigData":
            self._in_the_way(fields, operation, _fields(FIELDS if fields == "large" else 1))
        else:
            self._in_the_way(test, operation, _explanation(LARGE if test == "large" else 0))

    def _in_the_way(self, way: str, operation: str, members: str) -> None:
        if way == "hang":
            _END.wait()
            return
        body = _envelope(operation, members).encode()
        if way == "trickle":
            self._trickle(body)
        else:
            self._answer(200, body)

    def _trickle(self, body: bytes) -> None:
        self._start(200, len(body))
        for byte in itertools.cycle(body):
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            if _END.wait(_PACE):
                return

    def _answer(self, status: int, body: bytes) -> None:
        self._start(status, len(body))
        self.wfile.write(body)

    def _start(self, status: int, length: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """The other side went away: it was meant to."""


def _envelope(operation: str, members: str) -> str:
    return (
        '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
        f'<{operation}Response xmlns="{_EIS}"><{operation}Result>{members}</{operation}Result>'
        f"</{operation}Response></s:Body></s:Envelope>"
    )


def _result(explanation: str = "") -> str:
    return (
        "<ErrorCode/><IsOk>true</IsOk><State>OkWithInfo</State><TechExplanation/>"
        f"<UserExplanation>{explanation}</UserExplanation>"
    )


def _explanation(length: int) -> str:
    return _result(("It went well, and there is much to say of it. " * (length // 46))[:length])


def _fields(number: int) -> str:
    kinds = ("Text", "Password", "Integer", "Double", "Checkbox", "Datetime", "Label", "Text")
    words = "x" * (LARGE // FIELDS - 400 if number > 1 else 0)
    fields = "".join(
        "<FieldMetadataInfoWS><Access>Normal</Access><DefaultValue/>"
        f'<DisplayDescription>US:"Tip {words}"</DisplayDescription>'
        f'<DisplayName>US:"Field {index}"</DisplayName>'
        f"<FieldKey>K{index}</FieldKey><FieldType>{kinds[index % 8]}</FieldType><ListName/>"
        f"<MaxLength>0</MaxLength><Rank>{index}</Rank></FieldMetadataInfoWS>"
        for index in range(number)
    )
    return f"{_result()}<FieldMetaDataObjects>{fields}</FieldMetaDataObjects>"


def _main() -> None:
    with _Server(("127.0.0.1", 0), _Connector) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdout.write(f"{server.server_address[1]}\n")
        sys.stdout.flush()
        sys.stdin.read()
        _END.set()
        server.shutdown()


if __name__ == "__main__":
    _main()
