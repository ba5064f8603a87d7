"""Mappings with 1,000 ERP fields against 500 SuperOffice fields: until it can be used, and its stalls.

The floor is what the same connector's bare answers to the same calls take (actor types, fields, searchable
fields). The connector takes a while for each, as an ERP does; one that answers at once shows our own part.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from benchmarks import large_setup
from benchmarks.child import tell
from benchmarks.parent import Place, Row
from benchmarks.slow_connectors import ACTOR_FIELDS, THINKING
from benchmarks.stall import BOUND as BOUND_STALL
from benchmarks.stall import slow_connectors

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QTableView

    from benchmarks.probe import Probe

BOUND = 2.0
AGAINST = f"requests.Session().post of the same calls, {THINKING * 1e3:.0f} ms each"
AT_ONCE = "the same calls, answered at once"
CALLS = ("WSGetSupportedActorTypes", "WSGetSupportedActorTypeFields", "WSGetSearchableFields")
TYPED = ("field 7", "k99", "zzz")
WARM_UP, ROUNDS = 2, 5


def measure(place: Place) -> list[Row]:
    """Measure the dialog as it is opened mostly, and for the first time; and the bare answers."""
    with slow_connectors(place) as base:
        thinking = _prepared(place, base, "thinking")
        quick = _prepared(place, base, "quick")
        variants = [["kept", *thinking], ["unread", *thinking], ["bare", *thinking]]
        variants += [["unread", *quick], ["bare", *quick]]
        kept, unread, bare, own, at_once = place.interleaved("mappings_dialog", variants)
    what = "Mappings with 1,000 fields against 500"
    stalls = {
        "opening": "Longest stall while it opens",
        "scrolling": "… is scrolled",
        "typing": "… is filtered",
    }
    return [
        Row(what, kept["usable"] * 1e3, bare["answers"] * 1e3, "ms", BOUND, AGAINST),
        Row("… never read before", unread["usable"] * 1e3, bare["answers"] * 1e3, "ms", BOUND, AGAINST),
        Row("… our own part", own["usable"] * 1e3, at_once["answers"] * 1e3, "ms", None, AT_ONCE),
        *(Row(text, kept[key] * 1e3, None, "ms", BOUND_STALL, _idle(kept)) for key, text in stalls.items()),
    ]


def _prepared(place: Place, base: str, way: str) -> tuple[str, str]:
    """Make a workspace for such a connector; give its address, and the file with what is asked."""
    url, sent = str(place.folder / f"large-{way}.sqlite"), str(place.folder / f"asked-{way}.txt")
    place.run("large_setup", url, f"{base}/{way}/quick", "20")
    place.run("mappings_dialog", "record", url, sent)
    return url, sent


def _idle(numbers: dict[str, float]) -> str:
    return f"{numbers['idle'] * 1e3:.0f} ms when idle"


def _main(variant: str, url: str, path: str) -> None:
    if variant == "record":
        _record(url, path)
    elif variant == "bare":
        tell(answers=_bare(path))
    else:
        _open(url, never_read=variant == "unread")


# The floor


def _record(url: str, path: str) -> None:
    """Write down what is sent to ask for types and fields: address, action and envelope, a line each."""
    from erpsync_desktop.http import Answer, HttpSession
    from erpsync_desktop.model.watch import Watch

    sent: list[str] = []
    post = HttpSession.post

    def listening(
        session: HttpSession, url: str, body: bytes, headers: Any, *rest: Any, **more: Any
    ) -> Answer:
        if headers["SOAPAction"].strip('"').endswith(CALLS):
            sent.extend((url, headers["SOAPAction"], body.decode().replace("\n", " ")))
        return post(session, url, body, headers, *rest, **more)

    workspace = large_setup.open_workspace(url)
    (connection,) = workspace.contents().connections
    with patch.object(HttpSession, "post", listening):
        workspace.read_erp(connection.id, Watch())
    workspace.close()
    assert len(sent) == 3 * len(CALLS), sent
    Path(path).write_text("\n".join(sent), encoding="utf-8")
    tell()


def _bare(path: str) -> float:
    import requests

    lines = Path(path).read_text(encoding="utf-8").split("\n")
    calls = [lines[place : place + 3] for place in range(0, len(lines), 3)]
    session = requests.Session()
    session.trust_env = False

    def ask() -> float:
        start = time.perf_counter()
        for url, action, body in calls:
            headers = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": action}
            answer = session.post(url, data=body.encode(), headers=headers, timeout=30)
            assert b"IsOk>true" in answer.content
        return time.perf_counter() - start

    for _ in range(WARM_UP):
        ask()
    return statistics.median(ask() for _ in range(ROUNDS))


# Ours


def _open(url: str, *, never_read: bool) -> None:
    from PySide6.QtWidgets import QApplication

    from benchmarks.painting import after, run_until
    from benchmarks.probe import Probe

    application = QApplication([])
    assert application is not None
    probe = Probe()
    run_until(after(0.5), "half a second")
    idle = probe.longest()
    copy = large_setup.copied(url, never_read=never_read)
    dialog, view, usable = large_setup.open_dialog(copy, "mappingsButton", "fieldsView", ACTOR_FIELDS, probe)
    run_until(after(1.5), "the news from the ERP")
    opening = probe.longest()
    scrolling, typing = _scroll(view, probe), _type(dialog, view, probe)
    tell(usable=usable, opening=opening, scrolling=scrolling, typing=typing, idle=idle)


def _scroll(view: QTableView, probe: Probe) -> float:
    """Go through all rows with the wheel's and the keyboard's steps, and drag the bar to and fro."""
    from benchmarks.painting import Paints, run_until_painted

    bar, paints = view.verticalScrollBar(), Paints(view.viewport())
    assert bar.maximum() > bar.pageStep()
    places = [*range(0, bar.maximum(), bar.pageStep()), bar.maximum(), 0, bar.maximum() // 2, 0]
    probe.longest()
    for place in places:
        before = paints.count
        if bar.value() != place:
            bar.setValue(place)
            run_until_painted(paints, before)
    return probe.longest()


def _type(dialog: QDialog, view: QTableView, probe: Probe) -> float:
    from PySide6.QtWidgets import QLineEdit

    from benchmarks.filter_keystroke import keystrokes

    (box,) = (one for one in dialog.findChildren(QLineEdit, "filterEdit") if one.isVisible())
    probe.longest()
    assert keystrokes(box, view, TYPED)
    return probe.longest()


if __name__ == "__main__":
    _main(*sys.argv[1:])
