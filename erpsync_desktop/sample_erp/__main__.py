"""``erpsync-sample-erp``: serves a workbook as a Sync Connector until it is stopped."""

from __future__ import annotations

import argparse
import logging
import signal
import sys
import threading
from pathlib import Path

UNUSABLE = 2
"""Exit code where the port or the workbook cannot be used."""


def main(argv: list[str] | None = None) -> int:
    """Run the server in the foreground.

    Returns:
        0 after Ctrl+C or a request to end, 2 if it could not start; the reason is on standard error.
    """
    arguments = _parse(argv)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that a request waits its turn is no news
    from erpsync_desktop.sample_erp.server import PortUnusable, WorkbookUnusable, serve

    stop = threading.Event()
    for number in _ending_signals():
        signal.signal(number, lambda *_: stop.set())
    try:
        server = serve(arguments.workbook, arguments.port)
    except (PortUnusable, WorkbookUnusable) as error:
        sys.stderr.write(f"{error}\n")
        return UNUSABLE
    with server:
        sys.stdout.write(f"Sample ERP answers at {server.url}\n")
        sys.stdout.flush()
        while not stop.wait(0.5):  # Windows delivers Ctrl+C between waits only
            pass
    return 0


def _ending_signals() -> list[signal.Signals]:
    signals = [signal.SIGINT, signal.SIGTERM]
    if sys.platform == "win32":
        signals.append(signal.SIGBREAK)  # what another process can send there
    return signals


def _parse(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="erpsync-sample-erp",
        description="A Sync Connector over an Excel workbook. It answers on this computer only.",
        epilog="The sample's company code is NORDLICHT and its password is: sample",
    )
    parser.add_argument("--port", type=int, default=0, help="of 127.0.0.1; 0, the default, takes a free one")
    parser.add_argument("--workbook", type=Path, required=True, help="an .xlsx file; it is made if missing")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
