"""The search for secrets finds each one that is planted, and nothing else."""

import base64
import bz2
import gzip
import io
import itertools
import lzma
import sqlite3
import tarfile
import zipfile
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

from scripts.find_secrets import find_secrets

# Put together here so that this file itself does not hold it.
CANARY = "-".join(["planted", "Ä&7", "canary"])


def packed_in_zip(data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner/text.xml", data)
    return file.getvalue()


def packed_in_tar(data: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        member = tarfile.TarInfo("text")
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    return file.getvalue()


@pytest.mark.parametrize(
    "written",
    [
        CANARY.encode(),
        CANARY.encode("utf-16-le"),
        CANARY.encode("utf-16-be"),
        base64.b64encode(b"<a>" + CANARY.encode() + b"</a>"),
        base64.b64encode(b"<ab>" + CANARY.encode() + b"</ab>"),
        base64.b64encode(b"<abc>" + CANARY.encode() + b"</abc>"),
        base64.b64encode(b"user:" + CANARY.encode("utf-16-le")),
        quote(CANARY).encode(),
        b"planted-" + b"%c3%84%267-canary",
        gzip.compress(CANARY.encode()),
        bz2.compress(CANARY.encode()),
        lzma.compress(CANARY.encode()),
        packed_in_zip(CANARY.encode()),
        packed_in_tar(CANARY.encode()),
        gzip.compress(packed_in_tar(packed_in_zip(CANARY.encode("utf-16-le")))),
    ],
    # Packed bytes carry the time, and with it would the names of the tests differ from worker to worker.
    ids=itertools.count(),
)
def test_a_planted_secret_is_found_in_every_form_and_container(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file.bin").write_bytes(b"before" + written if written[:2] == b"pl" else written)
    findings = find_secrets([tmp_path], [CANARY])
    assert findings
    assert all(finding.form != "unread" for finding in findings)
    assert CANARY not in repr(findings)


def test_a_long_value_that_a_database_splits_over_pages_is_found(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "some.db")) as database:
        database.execute("PRAGMA page_size=512")
        database.execute("CREATE TABLE notes (text TEXT)")
        for shift in range(40):
            database.execute("INSERT INTO notes VALUES (?)", ("x" * (480 + shift) + CANARY,))
        database.commit()
    places = [finding.place for finding in find_secrets([tmp_path], [CANARY])]
    assert sum(place.endswith("!notes") for place in places) == 40


def test_other_files_are_no_findings(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("planted canary")
    (tmp_path / "b.zip").write_bytes(packed_in_zip(b"nothing"))
    assert find_secrets([tmp_path], [CANARY]) == []


def test_a_damaged_container_is_reported_and_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "broken.xlsx").write_bytes(packed_in_zip(b"nothing")[:40])
    assert [finding.form for finding in find_secrets([tmp_path], [CANARY])] == ["unread"]


def test_a_search_for_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no secret"):
        find_secrets([tmp_path], [])
