"""A warm test of a connection against the sample ERP, against a bare POST of the same bytes."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from benchmarks.child import tell
from benchmarks.parent import Place, Row
from benchmarks.sample_erp_process import sample_erp

if TYPE_CHECKING:
    from erpsync_desktop.model.draft import ConnectionDraft
    from erpsync_desktop.workspace.local.workspace import LocalWorkspace

BOUND = 2.0
AGAINST = "requests.Session().post of the same envelope"
RIGHT, WRONG = "NORDLICHT", "NOBODY"
WARM_UP, CALLS = 5, 40


def measure(place: Place) -> list[Row]:
    """Measure both: a test that passes, and, to see our own part, one that is refused before any hashing."""
    with sample_erp(place) as url:
        passed = _row(place, url, RIGHT, "Warm connection test", BOUND)
        refused = _row(place, url, WRONG, "… that the ERP refuses at once", None)
    return [passed, refused]


def _row(place: Place, url: str, company: str, what: str, bound: float | None) -> Row:
    sent = str(place.folder / f"sent-{company}.xml")
    place.run("connection_test", "record", url, sent, company)
    variants = [["ours", url, sent, company], ["bare", url, sent, company]]
    ours, bare = place.interleaved("connection_test", variants)
    return Row(what, ours["seconds"] * 1e3, bare["seconds"] * 1e3, "ms", bound, AGAINST)


def _main(variant: str, url: str, path: str, company: str) -> None:
    if variant == "bare":
        tell(seconds=_median(_bare(url, path, company)))
    workspace, draft = _draft(url, path, company)
    if variant == "record":
        Path(path).write_bytes(_sent(workspace, draft, company))
        tell()
    tell(seconds=_median(lambda: _test(workspace, draft, company)))


def _median(call: Callable[[], object]) -> float:
    for _ in range(WARM_UP):
        call()
    taken = []
    for _ in range(CALLS):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def _bare(url: str, path: str, company: str) -> Callable[[], object]:
    import requests

    action, _, body = Path(path).read_bytes().partition(b"\n")
    session = requests.Session()
    session.trust_env = False
    headers = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": action.decode()}

    def post() -> None:
        answer = session.post(url, data=body, headers=headers, timeout=30)
        assert (b"IsOk>true" in answer.content) == (company == RIGHT), answer.text

    return post


def _draft(url: str, path: str, company: str) -> tuple[LocalWorkspace, ConnectionDraft]:
    from erpsync_desktop.connectors.client import ConnectorClient
    from erpsync_desktop.http import HttpSession
    from erpsync_desktop.model.connector import ConnectorDraft
    from erpsync_desktop.model.secret import Secret
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local import open_local_workspace

    http = HttpSession()
    folder = Path(path).parent / f"test-{time.time_ns()}.sqlite"
    workspace = open_local_workspace(
        str(folder), secrets=SecretStore(), client=lambda url: ConnectorClient(url, http)
    )
    connector = workspace.save_connector(ConnectorDraft(name="Sample ERP", url=url))
    fields = workspace.configuration_fields(connector, Watch())
    draft = workspace.connection_draft().with_connector(connector).with_fields(fields)
    draft = draft.with_value("CompanyCode", company).with_secret("Password", Secret("sample"))
    return workspace, draft


def _test(workspace: LocalWorkspace, draft: ConnectionDraft, company: str) -> None:
    from erpsync_desktop.model.watch import Watch

    result = workspace.test(draft, Watch())
    assert result.outcome is not None, result
    assert result.passed == (company == RIGHT), result


def _sent(workspace: LocalWorkspace, draft: ConnectionDraft, company: str) -> bytes:
    """The SOAPAction and, from the second line, the envelope that a test sends."""
    from erpsync_desktop.http import Answer, HttpSession

    sent: list[bytes] = []
    post = HttpSession.post

    def listening(
        session: HttpSession, url: str, body: bytes, headers: Any, *rest: Any, **more: Any
    ) -> Answer:
        sent.append(headers["SOAPAction"].encode() + b"\n" + body)
        return post(session, url, body, headers, *rest, **more)

    with patch.object(HttpSession, "post", listening):
        _test(workspace, draft, company)
    (envelope,) = sent
    return envelope


if __name__ == "__main__":
    _main(*sys.argv[1:])
