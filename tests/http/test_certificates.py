"""Reading certificates, and judging why one was refused."""

import ssl
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from erpsync_desktop._http.certificates import certificate_problem, read_certificate
from erpsync_desktop.model.errors import ProblemCode
from tests.http.certificates import DAY, NOW, authority, issue

WINDOWS_UNTRUSTED_ROOT, WINDOWS_EXPIRED, WINDOWS_WRONG_NAME = 0x800B0109, 0x800B0101, 0x800B010F
MACOS_NOT_TRUSTED, MACOS_EXPIRED, MACOS_WRONG_HOST = -67843, -67818, -67602


def refusal(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError("refused")
    error.verify_code, error.verify_message = code, "as the platform puts it"
    return error


def test_a_certificate_names_its_issuer_and_its_times() -> None:
    made = issue(issuer=authority("Some Authority"))
    read = read_certificate(made.der)

    assert read.issuer == "Some Authority"
    assert not read.self_signed
    assert abs(read.not_before - (NOW - DAY)) < timedelta(seconds=1)
    assert abs(read.not_after - (NOW + 30 * DAY)) < timedelta(seconds=1)


def test_times_after_2049_are_read() -> None:
    assert read_certificate(issue(end=NOW + 40_000 * DAY).der).not_after.year > 2100


def test_an_issuer_without_a_common_name_is_named_by_its_organisation() -> None:
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "NO"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Fjord AS"),
        ]
    )

    assert read_certificate(issue(name=name).der).issuer == "Fjord AS"


def test_an_issuer_of_two_byte_characters_is_read() -> None:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Größe", x509.name._ASN1Type.BMPString)])

    assert read_certificate(issue(name=name).der).issuer == "Größe"


def test_control_characters_of_an_issuer_are_left_out_and_long_ones_cut() -> None:
    name = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "a\n" + "b" * 300, _validate=False)])

    assert read_certificate(issue(name=name).der).issuer == "a" + "b" * 199


def test_an_issuer_without_a_name_is_empty() -> None:
    assert read_certificate(issue(name=x509.Name([])).der).issuer == ""


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (WINDOWS_UNTRUSTED_ROOT, ProblemCode.TLS_UNTRUSTED),
        (MACOS_NOT_TRUSTED, ProblemCode.TLS_UNTRUSTED),
        (WINDOWS_WRONG_NAME, ProblemCode.TLS_WRONG_HOST),
        (MACOS_WRONG_HOST, ProblemCode.TLS_WRONG_HOST),
        (10, ProblemCode.TLS_EXPIRED),
        (MACOS_EXPIRED, ProblemCode.TLS_EXPIRED),
        (9, ProblemCode.TLS_NOT_YET_VALID),
    ],
)
def test_the_codes_of_each_platform_come_to_the_same(code: int, expected: ProblemCode) -> None:
    made = issue(issuer=authority("Some Authority"))
    problem = certificate_problem(refusal(code), made.der, "localhost")

    assert problem.code is expected
    assert problem.detail == "as the platform puts it"
    assert problem.params.get("issuer") == (
        "Some Authority" if expected == ProblemCode.TLS_UNTRUSTED else None
    )


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (NOW - 9 * DAY, NOW - DAY, ProblemCode.TLS_EXPIRED),
        (NOW + DAY, NOW + 9 * DAY, ProblemCode.TLS_NOT_YET_VALID),
        (NOW - DAY, NOW + DAY, ProblemCode.TLS_SELF_SIGNED),
    ],
)
def test_windows_one_code_for_bad_times_is_told_apart_by_the_certificate(
    start: object, end: object, expected: ProblemCode
) -> None:
    made = issue(start=start, end=end)  # type: ignore[arg-type]

    assert certificate_problem(refusal(WINDOWS_EXPIRED), made.der, "localhost").code is expected


@pytest.mark.parametrize("der", [None, b"", b"\x30\x05abc"])
def test_a_certificate_that_cannot_be_read_leaves_the_code(der: bytes | None) -> None:
    assert certificate_problem(refusal(10), der, "localhost").code is ProblemCode.TLS_EXPIRED
    assert certificate_problem(refusal(99_999), der, "localhost").code is ProblemCode.TLS_FAILED


@given(st.binary(max_size=200))
def test_any_bytes_in_place_of_a_certificate_come_to_a_problem(der: bytes) -> None:
    assert certificate_problem(refusal(99_999), der, "localhost").params["host"] == "localhost"


@given(st.integers(min_value=0, max_value=600), st.integers(min_value=0, max_value=255))
def test_a_certificate_with_one_byte_changed_comes_to_a_problem(position: int, byte: int) -> None:
    der = bytearray(_KNOWN)
    der[position % len(der)] = byte

    assert certificate_problem(refusal(99_999), bytes(der), "localhost").params["host"] == "localhost"


_KNOWN = issue(issuer=authority()).der
