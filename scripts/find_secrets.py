"""Find known secrets in every file below some folders, however they are written and packed.

Looked for are UTF-8, UTF-16 of both byte orders, Base64 of these at each of its three alignments, and URL
encoding. Looked into are ZIP files (also .xlsx and .whl), tar files, gzip, bzip2, xz and the compressed texts
of PNG files, one in another too, and the tables of SQLite files, whose pages can split a long value.
"""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import lzma
import re
import sqlite3
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import quote, quote_plus

DEEPEST = 6
LARGEST = 256 * 1024 * 1024
"""A packed file that unpacks to more bytes is reported as unread, never passed over in silence."""

_PNG = b"\x89PNG\r\n\x1a\n"
_SQLITE = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a secret stands. The secret itself is not repeated.

    Attributes:
        place: the file's path, with the members of containers behind ``!``.
        form: how it is written there, or ``unread`` for a container that could not be searched.
    """

    place: str
    form: str


def forms(secret: str) -> dict[bytes, str]:
    """All ways in which a secret may be written, with a name for each."""
    found: dict[bytes, str] = {}
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        raw = secret.encode(encoding)
        found[raw] = encoding
        for offset in range(3):
            found[_base64_core(raw, offset)] = f"base64 of {encoding}"
            urlsafe = _base64_core(raw, offset).translate(bytes.maketrans(b"+/", b"-_"))
            found.setdefault(urlsafe, f"url-safe base64 of {encoding}")
    for written in (quote(secret, safe=""), quote(secret), quote_plus(secret)):
        found.setdefault(written.encode(), "url-encoded")
        found.setdefault(re.sub(r"%[0-9A-F]{2}", lambda m: m[0].lower(), written).encode(), "url-encoded")
    return found


def find_secrets(folders: Iterable[Path], secrets: Iterable[str]) -> list[Finding]:
    """Search files, and every file below folders. Links are not followed; what cannot be read is reported."""
    wanted: dict[bytes, str] = {}
    for secret in secrets:
        wanted.update(forms(secret))
    if not wanted:
        raise ValueError("no secret to look for")
    findings: list[Finding] = []
    for folder in folders:
        for path in [folder] if folder.is_file() else sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                findings.extend(_search_file(path, wanted))
    return findings


def _base64_core(raw: bytes, offset: int) -> bytes:
    # The first and last characters depend on the neighbours; what lies between does not.
    encoded = base64.b64encode(b"\0" * offset + raw)
    start = -(-offset * 8 // 6)
    end = (offset + len(raw)) * 8 // 6
    return encoded[start:end]


def _search_file(path: Path, wanted: dict[bytes, str]) -> Iterator[Finding]:
    try:
        data = path.read_bytes()
    except OSError:
        yield Finding(str(path), "unread")
        return
    yield from _search(data, str(path), wanted, 0)
    if data.startswith(_SQLITE):
        yield from _search_database(path, wanted)


def _search(data: bytes, place: str, wanted: dict[bytes, str], depth: int) -> Iterator[Finding]:
    for written, form in wanted.items():
        if written in data:
            yield Finding(place, form)
    if depth == DEEPEST:
        return
    try:
        for name, inner in _unpack(data):
            yield from _search(inner, f"{place}!{name}", wanted, depth + 1)
    except (OverflowError, RuntimeError, OSError, EOFError, ValueError, zlib.error, lzma.LZMAError):
        yield Finding(place, "unread")
    except (zipfile.BadZipFile, tarfile.TarError):
        yield Finding(place, "unread")


def _unpack(data: bytes) -> Iterator[tuple[str, bytes]]:
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for info in packed.infolist():
                _check_size(info.file_size)
                yield info.filename, packed.read(info)
    elif data.startswith(b"\x1f\x8b"):
        yield "gzip", _bounded(gzip.GzipFile(fileobj=io.BytesIO(data)))
    elif data.startswith(b"BZh"):
        yield "bzip2", _bounded(bz2.BZ2File(io.BytesIO(data)))
    elif data.startswith(b"\xfd7zXZ\0"):
        yield "xz", _bounded(lzma.LZMAFile(io.BytesIO(data)))  # noqa: SIM115  closed in _bounded
    elif data[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(data)) as packed_tar:
            for member in packed_tar:
                stream = packed_tar.extractfile(member)
                if stream is not None:
                    yield member.name, _bounded(stream)
    elif data.startswith(_PNG):
        yield from _png_texts(data)


def _bounded(stream: IO[bytes] | gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile) -> bytes:
    with stream:
        data = stream.read(LARGEST + 1) or b""
    _check_size(len(data))
    return data


def _check_size(size: int) -> None:
    if size > LARGEST:
        raise OverflowError("too large to search")


def _png_texts(data: bytes) -> Iterator[tuple[str, bytes]]:
    position = len(_PNG)
    while position + 8 <= len(data):
        length = int.from_bytes(data[position : position + 4])
        kind, body = data[position + 4 : position + 8], data[position + 8 : position + 8 + length]
        if kind in {b"zTXt", b"iTXt"}:
            with suppress(zlib.error):
                yield kind.decode(), zlib.decompress(body[body.index(b"\0") + 2 :].lstrip(b"\0"))
        position += length + 12


def _search_database(path: Path, wanted: dict[bytes, str]) -> Iterator[Finding]:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            database.text_factory = bytes
            tables = [row[0].decode() for row in database.execute("SELECT name FROM sqlite_master")]
            for table in tables:
                yield from _search_table(database, table, f"{path}!{table}", wanted)
    except sqlite3.Error:
        return  # damaged on purpose; its bytes were searched


def _search_table(
    database: sqlite3.Connection, table: str, place: str, wanted: dict[bytes, str]
) -> Iterator[Finding]:
    quoted = table.replace('"', '""')
    try:
        rows = database.execute(f'SELECT * FROM "{quoted}"')  # noqa: S608  a table's own name, quoted
    except sqlite3.Error:
        return  # an index
    for row in rows:
        for cell in row:
            if isinstance(cell, bytes):
                yield from _search(cell, place, wanted, DEEPEST)
