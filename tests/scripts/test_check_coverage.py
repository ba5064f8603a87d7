"""The check of the coverage counts lines and branches apart, floor by floor."""

import json
from pathlib import Path
from typing import Any

import pytest

from scripts import check_coverage


def make_report(**percents: tuple[int, int]) -> dict[str, Any]:
    """Return a report with one file of 100 lines and branches a floor: floor → covered lines, branches."""
    files = {
        f"erpsync_desktop/{floor}/file.py": {
            "summary": {
                "num_statements": 100,
                "covered_lines": lines,
                "num_branches": 100,
                "covered_branches": branches,
                "percent_covered": (lines + branches) / 2,
            },
            "missing_lines": [7],
            "missing_branches": [[3, 4]],
        }
        for floor, (lines, branches) in percents.items()
    }
    return {"files": files}


def test_floors_at_the_limit_pass() -> None:
    report = make_report(model=(95, 95), workspace=(100, 95), connectors=(95, 100), ui=(0, 0))
    assert list(check_coverage.shortfalls(report)) == []


@pytest.mark.parametrize(("covered", "kind"), [((94, 100), "lines"), ((100, 94), "branches")])
def test_lines_do_not_make_up_for_branches_nor_the_reverse(covered: tuple[int, int], kind: str) -> None:
    report = make_report(model=covered, workspace=(100, 100), connectors=(100, 100))
    assert list(check_coverage.shortfalls(report)) == [f"model/: 94.0 % of {kind} are covered, 95 % must be"]


def test_a_floor_that_was_not_measured_fails() -> None:
    report = make_report(model=(100, 100), connectors=(100, 100))
    assert list(check_coverage.shortfalls(report)) == ["workspace/: not measured at all"]


def test_a_shortfall_is_the_exit_code_and_names_the_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "coverage.json"
    report = make_report(model=(90, 90), workspace=(100, 100), connectors=(100, 100))
    path.write_text(json.dumps(report), encoding="utf-8")
    assert check_coverage.main([str(path)]) == 1
    assert "model/file.py  lines [7]" in capsys.readouterr().err


def test_a_missing_report_fails(tmp_path: Path) -> None:
    assert check_coverage.main([str(tmp_path / "none.json")]) == 1
