"""Connectors that hang, trickle and answer much, at one port of this computer.

``python -m benchmarks.slow_connectors`` prints the port and ends when its standard input is closed. The first
part of the path says how the configuration fields are answered, the second how a test is: ``/quick/hang``.
Each has one actor type with ``ACTOR_FIELDS`` fields, and a list of ``LIST_ITEMS`` items; ``/thinking/quick``
takes ``THINKING`` seconds before it answers what is asked of those.
"""

from __future__ import annotations

import itertools
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WAYS = ("quick/hang", "quick/trickle", "quick/large", "hang/quick", "trickle/quick", "large/quick")
LARGE = 5_000_000
FIELDS = 2_000
ACTOR_TYPE, ACTOR_FIELDS = "Customer", 1_000
LIST_NAME, LIST_ITEMS = "groups", 20_000
THINKING = 0.25
_EIS = "http://www.superoffice.net/EIS/Connector/1.0"
_PACE = 0.02  # seconds from one trickled byte to the next
_ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
_END = threading.Event()


class _Connector(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet: two would cost 40 ms (Nagle)

    def do_GET(self) -> None:
        self._answer(404, b"no contract is published here")

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        operation = self.headers["SOAPAction"].strip('"').rpartition("/")[2]
        if operation in _OF_ACTORS:
            _END.wait(THINKING if self.path.startswith("/thinking/") else 0)
            self._answer(200, _envelope(operation, _OF_ACTORS[operation]()).encode())
            return
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
    return _field_array(_field(index, kinds[index % 8], words) for index in range(number))


def _actor_fields() -> str:
    kinds = ("List", "Text", "Text", "Integer", "Double", "Checkbox", "Datetime", "Text")
    return _field_array(_field(index, kinds[index % 8], "") for index in range(ACTOR_FIELDS))


def _field_array(fields: Iterable[str]) -> str:
    return f"{_result()}<FieldMetaDataObjects>{''.join(fields)}</FieldMetaDataObjects>"


def _field(index: int, kind: str, words: str) -> str:
    return (
        "<FieldMetadataInfoWS><Access>Normal</Access><DefaultValue/>"
        f'<DisplayDescription>US:"Tip {words}"</DisplayDescription>'
        f'<DisplayName>US:"Field {index}"</DisplayName>'
        f"<FieldKey>K{index}</FieldKey><FieldType>{kind}</FieldType>"
        f"<ListName>{LIST_NAME if kind == 'List' else ''}</ListName>"
        f"<MaxLength>0</MaxLength><Rank>{index}</Rank></FieldMetadataInfoWS>"
    )


def _items(texts: Iterable[str]) -> str:
    strings = "".join(f"<a:string>{text}</a:string>" for text in texts)
    return f'{_result()}<Items xmlns:a="{_ARRAYS}">{strings}</Items>'


def _list() -> str:
    entries = "".join(
        f"<a:KeyValueOfstringstring><a:Key>{index}</a:Key><a:Value>{item_text(index)}</a:Value>"
        "</a:KeyValueOfstringstring>"
        for index in range(LIST_ITEMS)
    )
    return f'{_result()}<ListItems xmlns:a="{_ARRAYS}">{entries}</ListItems>'


def item_text(index: int) -> str:
    """The text of an item of the list, in two languages."""
    return f'US:"Group {index} of customers";GE:"Kundengruppe {index} für Größeres"'


_OF_ACTORS: Mapping[str, Callable[[], str]] = {
    "WSGetSupportedActorTypes": lambda: _items([ACTOR_TYPE]),
    "WSGetSupportedActorTypeFields": _actor_fields,
    "WSGetSearchableFields": lambda: _items(f"K{index}" for index in range(ACTOR_FIELDS)),
    "WSGetList": _list,
}


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
