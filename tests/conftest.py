"""What every test has: no screen, its own home, a keyring in memory, and a check of what it leaves."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

KEPT_ROOT = "ERPSYNC_TESTS_ROOT"
"""Names a folder that holds the folders of all workers and is kept; else they are removed at the end."""


def _isolate_home() -> Path:
    """Point home, configuration, data and temporary folders into a new folder, and return it."""
    # pytest's own tmp_path and the caches of tools stay where they are.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", tempfile.gettempdir())
    os.environ.setdefault("UV_CACHE_DIR", str(Path.home() / ".cache" / "uv"))
    os.environ.setdefault("NPM_CONFIG_CACHE", str(Path.home() / ".npm"))
    # Beside the other workers' folders, not in one of them: paths of sockets must be short.
    root = Path(tempfile.mkdtemp(prefix="erpsync-tests-", dir=os.environ["PYTEST_DEBUG_TEMPROOT"]))
    folders = {
        "HOME": "home",
        "USERPROFILE": "home",
        "APPDATA": "home/AppData/Roaming",
        "LOCALAPPDATA": "home/AppData/Local",
        "XDG_CONFIG_HOME": "home/.config",
        "XDG_DATA_HOME": "home/.local/share",
        "XDG_STATE_HOME": "home/.local/state",
        "XDG_CACHE_HOME": "home/.cache",
        "XDG_RUNTIME_DIR": "run",
        "TMPDIR": "tmp",
        "TEMP": "tmp",
        "TMP": "tmp",
    }
    for variable, folder in folders.items():
        path = root / folder
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[variable] = str(path)
    tempfile.tempdir = None
    return root


_ROOT = _isolate_home()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
# Child processes must never reach the real keyring; a test that wants one there says so itself.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

import hypothesis  # noqa: E402
import keyring  # noqa: E402
import pytest  # noqa: E402

from tests.imports import watch_imports  # noqa: E402
from tests.leaks import Snapshot, watch_qthreads  # noqa: E402
from tests.memory_keyring import MemoryKeyring  # noqa: E402

watch_qthreads()
watch_imports()
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")

_outcome = pytest.StashKey[bool]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--no-skips``."""
    parser.addoption("--no-skips", action="store_true", help="a skipped test fails the run (always so in CI)")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember whether the test itself passed, so that one failure is not reported twice."""
    report = yield
    if report.when == "call":  # type: ignore[attr-defined]
        item.stash[_outcome] = report.passed  # type: ignore[attr-defined]
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run if a test was skipped where none may be, and remove the folders."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    strict = session.config.getoption("--no-skips") or bool(os.environ.get("CI"))
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if strict and skipped and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        sys.stdout.write(f"\n{len(skipped)} tests were skipped, and none may be here (CI or --no-skips).\n")
    if KEPT_ROOT not in os.environ:
        shutil.rmtree(_ROOT, ignore_errors=True)


@pytest.fixture(autouse=True)
def memory_keyring() -> Iterator[MemoryKeyring]:
    """An empty keyring for this test; nothing of it is written anywhere."""
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(MemoryKeyring())


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, QThread, window or process running, and name it."""
    before = Snapshot()
    yield
    left = before.left_behind()
    if left and request.node.stash.get(_outcome, False):
        pytest.fail("the test left behind: " + ", ".join(left), pytrace=False)
