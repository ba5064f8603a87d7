"""Set up and run every check: ``python3 scripts/test.py``.

``--quick`` runs the checks of a few seconds, ``--only NAME`` a single one; other arguments go to pytest.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python must read this far to say so
    sys.exit(f"The checks need Python 3.11 or newer; this is Python {sys.version.split()[0]}.")

import argparse
import dataclasses
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts import run, system_packages
from scripts.environment import DEVELOPMENT_LOCK, ROOT, Environment, SetupError, say, tolerate_any_console

BUILD = ROOT / "build"
_JUNIT = BUILD / "tests.xml"
_COVERAGE = BUILD / "coverage.json"


@dataclasses.dataclass(frozen=True)
class Check:
    """One command of the environment's interpreter that must exit with 0."""

    name: str
    arguments: tuple[str, ...]
    quick: bool = True


@dataclasses.dataclass(frozen=True)
class Result:
    """How a check went; ``output`` is empty where it was shown as it came."""

    name: str
    passed: bool
    seconds: float
    output: str = ""


STATIC_CHECKS = (
    Check("lint", ("-m", "ruff", "check", "--no-cache", "--quiet", ".")),
    Check("format", ("-m", "ruff", "format", "--quiet", "--diff", ".")),
    Check("types", ("-m", "mypy")),
    Check("imports", ("-c", "from importlinter.cli import lint_imports_command as f; f(['--no-logo'])")),
    Check("house", ("scripts/house_rules.py",)),
    Check("translations", ("scripts/check_translations.py",)),
    Check("locks", ("scripts/check_locks.py",), quick=False),
    Check("wheel", ("scripts/check_wheel.py",), quick=False),
)
COVERAGE = Check("coverage", ("scripts/check_coverage.py", str(_COVERAGE)), quick=False)
SECRETS = Check("secrets", ("scripts/check_secrets.py",), quick=False)
NAMES = [*(check.name for check in STATIC_CHECKS), "tests", SECRETS.name, COVERAGE.name]


def set_up(environment: Environment) -> None:
    """Bring packages, system programs and the npm packages of tests up to date.

    Raises:
        SetupError: something is missing that this may not or cannot put right.
    """
    if sys.platform == "linux":
        system_packages.require(system_packages.missing_for_checks())
    run.set_up(environment, DEVELOPMENT_LOCK)
    for lock in sorted((ROOT / "tests").glob("**/package-lock.json")):
        if "node_modules" not in lock.parts:
            install_node_packages(lock)


def install_node_packages(lock: Path) -> None:
    """Install what an npm lock file names beside it, unless it is there already.

    Raises:
        SetupError: npm is missing or fails.
    """
    done = lock.parent / "node_modules" / ".package-lock.json"
    if done.exists() and done.stat().st_mtime_ns >= lock.stat().st_mtime_ns:
        return
    npm = shutil.which("npm")
    if npm is None:
        raise SetupError(
            "npm is missing, and a test needs it: install Node.js 18 or newer and run this again."
        )
    say(f"Installing the npm packages of {lock.parent.relative_to(ROOT).as_posix()} …")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(command, cwd=lock.parent, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise SetupError("npm could not install the packages; it says why above.")


def run_check(environment: Environment, check: Check) -> Result:
    """Run one check and keep what it prints."""
    start = time.monotonic()
    command = [str(environment.python), *check.arguments]
    result = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    output = result.stdout.decode(errors="replace")
    return Result(check.name, result.returncode == 0, time.monotonic() - start, output)


def run_tests(environment: Environment, arguments: Sequence[str], folder: str, *, coverage: bool) -> Result:
    """Run pytest with its homes and temporary files in ``folder``, showing what it prints as it comes."""
    start = time.monotonic()
    BUILD.mkdir(exist_ok=True)
    for report in (_JUNIT, _COVERAGE):
        report.unlink(missing_ok=True)
    command = [str(environment.python), "-m", "pytest", "-n", "auto", "--dist", "loadfile"]
    command += ["--junit-xml", str(_JUNIT)]
    if coverage:
        command += ["--cov", "--cov-report=", f"--cov-report=json:{_COVERAGE}"]
    defaults = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    folders = {"ERPSYNC_TESTS_ROOT": folder, "PYTEST_DEBUG_TEMPROOT": folder}
    result = subprocess.run(
        [*command, *arguments],
        cwd=ROOT,
        env=defaults | os.environ | folders,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Result("tests", result.returncode == 0, time.monotonic() - start)


def count_tests() -> tuple[int, int, int]:
    """Return how many tests passed, failed and were skipped in the last run of pytest."""
    if not _JUNIT.exists():
        return 0, 0, 0
    suites = ET.parse(_JUNIT).getroot().iter("testsuite")  # noqa: S314 - written by pytest just now
    total = failed = skipped = 0
    for suite in suites:
        total += int(suite.get("tests", 0))
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    return max(total - failed - skipped, 0), failed, skipped


def report(result: Result) -> Result:
    """Print one check's line, and what it said if it failed."""
    say(f"{'ok    ' if result.passed else 'FAILED'} {result.name} ({result.seconds:.1f} s)")
    if not result.passed and result.output:
        say(result.output.rstrip() + "\n")
    return result


def run_all(environment: Environment, options: argparse.Namespace, for_pytest: Sequence[str]) -> list[Result]:
    """Run the chosen checks, two static ones at a time, then the tests alone."""
    static = [check for check in STATIC_CHECKS if _chosen(check.name, options, quick=check.quick)]
    with ThreadPoolExecutor(2) as pool:
        results = [report(result) for result in pool.map(lambda check: run_check(environment, check), static)]
    if _chosen("tests", options) or options.only in {COVERAGE.name, SECRETS.name}:
        # Short, because the paths of sockets in it are limited to some 100 characters.
        with tempfile.TemporaryDirectory(prefix="erpsync-", ignore_cleanup_errors=True) as folder:
            results += run_dynamic(environment, options, for_pytest, folder)
    return results


def run_dynamic(
    environment: Environment, options: argparse.Namespace, for_pytest: Sequence[str], folder: str
) -> Iterator[Result]:
    """Run the tests, and the checks of what they left in ``folder`` and of what they covered."""
    covers = not for_pytest and options.only in {None, COVERAGE.name}
    yield report(run_tests(environment, for_pytest, folder, coverage=covers))
    if options.only in {None, SECRETS.name}:
        search = dataclasses.replace(SECRETS, arguments=(*SECRETS.arguments, folder))
        yield report(run_check(environment, search))
    if covers:
        yield report(run_check(environment, COVERAGE))


def _chosen(name: str, options: argparse.Namespace, *, quick: bool = False) -> bool:
    if options.only:
        return bool(options.only == name)
    return quick or not options.quick


def summarise(results: Sequence[Result]) -> int:
    """Print which checks passed and how many tests; return the exit code."""
    failed = [result.name for result in results if not result.passed]
    good = [result.name for result in results if result.passed]
    say("")
    say(f"Checks that passed: {', '.join(good) or 'none'}")
    if failed:
        say(f"Checks that FAILED: {', '.join(failed)}")
    if any(result.name == "tests" for result in results):
        passed, broken, skipped = count_tests()
        say(f"tests: {passed} passed, {broken} failed" + (f", {skipped} skipped" if skipped else ""))
    else:
        say(f"checks: {len(good)} passed, {len(failed)} failed")
    return 1 if failed or not results else 0


def main(arguments: list[str]) -> int:
    """Set up, run and summarise; return the exit code."""
    parser = argparse.ArgumentParser(description="Set up and run every check.", allow_abbrev=False)
    parser.add_argument("--quick", action="store_true", help="only the checks that take seconds; no tests")
    parser.add_argument("--only", choices=NAMES, metavar="NAME", help=f"one check: {', '.join(NAMES)}")
    parser.add_argument("--setup-only", action="store_true", help="set up, but check nothing")
    options, for_pytest = parser.parse_known_args(arguments)
    tolerate_any_console()
    environment = Environment()
    try:
        set_up(environment)
        if options.setup_only:
            return 0
        return summarise(run_all(environment, options, [a for a in for_pytest if a != "--"]))
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
