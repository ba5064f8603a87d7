"""The sample ERP in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.parent import ROOT, Place


@contextmanager
def sample_erp(place: Place) -> Iterator[str]:
    """Run it; give its address."""
    workbook = str(place.folder / "erp.xlsx")
    command = [sys.executable, "-m", "erpsync_desktop.sample_erp", "--workbook", workbook]
    with subprocess.Popen(
        command, cwd=ROOT, env=place.environment(), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()[-1]
        finally:
            process.terminate()
            process.wait(timeout=10)
