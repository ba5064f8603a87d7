"""Measure speed and memory: ``python benchmarks/run.py [--check] [--only NAME …] [--repeats 7]``.

Prints a table of ratios against floors of the same run and writes it to ``benchmarks/RESULTS.md``. Every
number is the median of fresh processes, the measured one and its floor in turn. With ``--check`` the exit
code is 1 when a bound is missed.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import stall  # noqa: E402
from benchmarks.parent import Place, Row, a_place  # noqa: E402

RESULTS = ROOT / "benchmarks" / "RESULTS.md"
MEASUREMENTS = (
    "first_window",
    "many_connections",
    "connection_test",
    "filter_keystroke",
    "scope_dialog",
    "mappings_dialog",
    "list_mapping_dialog",
    "stall",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure.

    Returns:
        0, or 1 if a bound was missed and ``--check`` was given.
    """
    arguments = _parse(argv)
    rows: list[Row] = []
    with a_place(arguments.repeats) as place:
        for name in arguments.only or MEASUREMENTS:
            rows += _measured(name, place)
    if not arguments.only:
        RESULTS.write_text(_page(rows, arguments.repeats), encoding="utf-8")
    return 1 if arguments.check and not all(row.kept for row in rows) else 0


def _parse(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="exit with 1 when a bound is missed")
    parser.add_argument("--only", nargs="+", choices=MEASUREMENTS, help="measure these; writes no RESULTS.md")
    parser.add_argument("--repeats", type=int, default=7, help="fresh processes for each number (default 7)")
    return parser.parse_args(argv)


def _measured(name: str, place: Place) -> list[Row]:
    rows: list[Row] = importlib.import_module(f"benchmarks.{name}").measure(place)
    for row in rows:
        sys.stdout.write(" | ".join(_cells(row)) + "\n")
        sys.stdout.flush()
    return rows


def _cells(row: Row) -> tuple[str, ...]:
    sign = "×" if row.floor else f" {row.unit}"
    return (
        row.what,
        f"{row.ours:.1f} {row.unit}",
        f"{row.floor:.1f} {row.unit}" if row.floor else "–",
        f"{row.figure:.2f}{sign}",
        f"≤ {row.bound:g}{sign}" if row.bound else "–",
        "" if row.bound is None else "kept" if row.kept else "MISSED",
        row.against,
    )


def _page(rows: Sequence[Row], repeats: int) -> str:
    head = ("what", "ours", "floor", "ratio", "bound", "", "floor is")
    lines = [_line(head), _line(["---"] * len(head)), *(_line(_cells(row)) for row in rows)]
    return f"""# Speed and memory

Written by `python benchmarks/run.py`. Medians of {repeats} fresh processes each
(of the stalls: at most {stall.MOST_RUNS}), the measured one and its floor in turn, without a screen
(Qt's offscreen platform). The ratios are what counts: both sides ran on the same machine at the same time.

{chr(10).join(lines)}

{_machine()}
"""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _machine() -> str:
    from PySide6 import __version__

    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    return f"Measured on {system}, Python {platform.python_version()}, PySide6 {__version__}."


if __name__ == "__main__":
    sys.exit(main())
