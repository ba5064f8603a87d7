"""Why a certificate was not accepted, told apart the same way on every platform.

The trust stores of Windows and macOS have error codes of their own, and Python decodes only certificates that
it verified. So the few members needed are read from the certificate itself (X.509, RFC 5280; DER).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from erpsync_desktop.model.errors import Problem, ProblemCode

if TYPE_CHECKING:
    import ssl

# OpenSSL's X509_V_ERR_*, Windows' CERT_E_* and macOS' errSec* codes.
_WRONG_HOST = {62, 63, 64, 0x800B010F, -67602}
_BY_CODE = {
    9: ProblemCode.TLS_NOT_YET_VALID,
    10: ProblemCode.TLS_EXPIRED,
    18: ProblemCode.TLS_SELF_SIGNED,
    -67818: ProblemCode.TLS_EXPIRED,
    -67819: ProblemCode.TLS_NOT_YET_VALID,
}
_UTC_TIME, _BMP_STRING, _VERSION = 0x17, 0x1E, 0xA0
_NAMES = (b"\x55\x04\x03", b"\x55\x04\x0a", b"\x55\x04\x0b")  # common name, organisation, its unit
_LONGEST_ISSUER = 200


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says about itself. Times are aware, UTC."""

    issuer: str
    self_signed: bool
    not_before: datetime
    not_after: datetime


def certificate_problem(error: ssl.SSLCertVerificationError, der: bytes | None, host: str) -> Problem:
    """Why a certificate was not accepted.

    Args:
        error: of the verified handshake.
        der: the certificate, None if it could not be read.
        host: whose it should be.
    """
    code, params = error.verify_code, {"host": host}
    if code in _WRONG_HOST:
        return Problem(ProblemCode.TLS_WRONG_HOST, params, detail=error.verify_message)
    try:
        certificate = read_certificate(der or b"")
    except (ValueError, IndexError):
        known = _BY_CODE.get(code, ProblemCode.TLS_FAILED)
        return Problem(known, params, detail=error.verify_message)
    known = _BY_CODE.get(code, _judge(certificate))
    if known is ProblemCode.TLS_UNTRUSTED:
        params["issuer"] = certificate.issuer
    return Problem(known, params, detail=error.verify_message)


def read_certificate(der: bytes) -> Certificate:
    """Read the members that explain a failure.

    Raises:
        ValueError, IndexError: this is no certificate.
    """
    to_be_signed = _children(_children(der)[0][1])[0][1]
    members = _children(to_be_signed)
    if members[0][0] == _VERSION:
        members = members[1:]
    (_, issuer), (_, validity), (_, subject) = members[2:5]
    start, end = (_time(kind, text) for kind, text in _children(validity))
    return Certificate(_name(issuer), issuer == subject, start, end)


def _judge(certificate: Certificate) -> ProblemCode:
    now = datetime.now(UTC)
    if certificate.not_after < now:
        return ProblemCode.TLS_EXPIRED
    if certificate.not_before > now:
        return ProblemCode.TLS_NOT_YET_VALID
    return ProblemCode.TLS_SELF_SIGNED if certificate.self_signed else ProblemCode.TLS_UNTRUSTED


def _children(der: bytes) -> list[tuple[int, bytes]]:
    """The tag and content of each element in a row."""
    return list(_elements(der))


def _elements(der: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while position < len(der):
        tag, length = der[position], der[position + 1]
        position += 2
        if length & 0x80:
            size = length & 0x7F
            length = int.from_bytes(der[position : position + size], "big")
            position += size
        if position + length > len(der):
            raise ValueError("cut short")
        yield tag, der[position : position + length]
        position += length


def _name(name: bytes) -> str:
    """The common name of a distinguished name, else its organisation, else the unit of it."""
    found: dict[bytes, str] = {}
    for _, relative in _children(name):
        for _, pair in _children(relative):
            (_, key), (kind, value) = _children(pair)[:2]
            encoding = "utf-16-be" if kind == _BMP_STRING else "utf-8"
            found[key] = value.decode(encoding, errors="replace")
    text = next((found[key] for key in _NAMES if found.get(key)), "")
    return "".join(char for char in text if char.isprintable())[:_LONGEST_ISSUER]


def _time(kind: int, text: bytes) -> datetime:
    form = "%y%m%d%H%M%SZ" if kind == _UTC_TIME else "%Y%m%d%H%M%SZ"
    return datetime.strptime(text.decode("ascii"), form).replace(tzinfo=UTC)
