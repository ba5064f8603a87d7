"""Fail if tests reach less than 95 % of the lines or of the branches of the floors that must be covered.

``python scripts/check_coverage.py [coverage.json]``, a report by ``coverage json`` with branches.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "build" / "coverage.json"
FLOORS = ("model", "workspace", "connectors")
PERCENT = 95.0


def totals(report: dict[str, Any], floor: str) -> Counter[str]:
    """Add up the counts of all files of one floor."""
    counts: Counter[str] = Counter()
    for name, file in report["files"].items():
        if name.replace("\\", "/").startswith(f"erpsync_desktop/{floor}/"):
            summary = file["summary"]
            counts["lines"] += summary["num_statements"]
            counts["covered lines"] += summary["covered_lines"]
            counts["branches"] += summary["num_branches"]
            counts["covered branches"] += summary["covered_branches"]
    return counts


def shortfalls(report: dict[str, Any]) -> Iterator[str]:
    """Yield a sentence for each floor and kind below the limit; a floor without code is one."""
    for floor in FLOORS:
        counts = totals(report, floor)
        if not counts["lines"]:
            yield f"{floor}/: not measured at all"
            continue
        for kind in ("lines", "branches"):
            percent = 100.0 * counts[f"covered {kind}"] / counts[kind] if counts[kind] else 100.0
            if percent < PERCENT:
                yield f"{floor}/: {percent:.1f} % of {kind} are covered, {PERCENT:.0f} % must be"


def weakest(report: dict[str, Any]) -> Iterator[str]:
    """Yield the files of the floors that are not covered whole, the worst first."""
    files = [
        (file["summary"]["percent_covered"], name, file["missing_lines"], file.get("missing_branches", []))
        for name, file in report["files"].items()
        if any(f"erpsync_desktop/{floor}/" in name.replace("\\", "/") for floor in FLOORS)
    ]
    for percent, name, lines, branches in sorted(files, key=lambda row: row[:2]):
        if percent < 100:
            yield f"  {percent:5.1f} %  {name}  lines {lines}, branches {branches}"


def main(arguments: list[str]) -> int:
    """Print what is too low; return the exit code."""
    path = Path(arguments[0]) if arguments else REPORT
    if not path.exists():
        print(f"There is no {path}: the tests did not end.", file=sys.stderr)
        return 1
    report = json.loads(path.read_text(encoding="utf-8"))
    problems = list(shortfalls(report))
    for line in [*problems, *(weakest(report) if problems else [])]:
        print(line, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
