"""Build the source distribution and from it the wheel, install that as a user would, and run what it brings.

The wheel gets a virtual environment of its own with the locked runtime packages alone, and its programs run
from an empty folder: nothing of the checkout or of the development packages can stand in for what it lacks.
"""

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.environment import ROOT, RUNTIME_LOCK
from scripts.lock import uv_environment

PROGRAMS = (("erpsync", "--version"), ("erpsync-sample-erp", "--help"), ("erpsync-desktop", "--smoke"))
_SECONDS = 120


class WheelError(Exception):
    """The wheel is wrong; the text says in what."""


def build(folder: Path) -> Path:
    """Build both distributions into ``folder``; return the wheel.

    Raises:
        WheelError: the build failed, for example because a translation is unfinished.
    """
    _run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)], cwd=ROOT)
    return next(folder.glob("*.whl"))


def check_contents(wheel: Path, resources: Path = ROOT / "resources") -> None:
    """Check that the wheel has every translation, compiled, and nothing but the package.

    Raises:
        WheelError: it has not.
    """
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    folder = "erpsync_desktop/resources/translations"
    wanted = {f"{folder}/{source.stem}.qm" for source in (resources / "translations").glob("*.ts")}
    if lacking := sorted(wanted - names):
        raise WheelError(f"the wheel lacks {', '.join(lacking)}")
    foreign = {name for name in names if not name.startswith("erpsync_desktop")} | {
        name for name in names if name.endswith((".ts", ".pyc"))
    }
    if foreign:
        raise WheelError(f"the wheel has what it should not: {', '.join(sorted(foreign))}")


def install(wheel: Path, folder: Path) -> Path:
    """Install the wheel into a new environment in ``folder``; return where its programs are.

    Raises:
        WheelError: a runtime package is missing from the lock or cannot be installed.
    """
    uv = [sys.executable, "-m", "uv", "--no-config"]
    _run([*uv, "venv", "--quiet", "--python", sys.executable, str(folder)], env=uv_environment())
    into = ["pip", "install", "--quiet", "--python", str(folder)]
    lock = ["--require-hashes", "--only-binary", ":all:", "-r", str(ROOT / RUNTIME_LOCK)]
    _run([*uv, *into, *lock], env=uv_environment())
    _run([*uv, *into, "--no-deps", "--offline", str(wheel)], env=uv_environment())
    _run([*uv, "pip", "check", "--quiet", "--python", str(folder)], env=uv_environment())
    return folder / ("Scripts" if os.name == "nt" else "bin")


def run_programs(programs: Path, home: Path) -> None:
    """Run each program from an empty folder, with an empty home and no screen or keyring.

    Raises:
        WheelError: one of them fails or hangs.
    """
    empty = home / "empty"
    empty.mkdir(parents=True)
    kept = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TMPDIR", "TEMP", "TMP")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    for variable in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        environment[variable] = str(home)
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    for program, option in PROGRAMS:
        _run([str(programs / program), option], cwd=empty, env=environment)
    if left := sorted(path.name for path in empty.iterdir()):
        raise WheelError(f"the programs left files in the folder they were started in: {', '.join(left)}")


def _run(command: Sequence[str], cwd: Path | None = None, env: dict[str, str] | None = None) -> None:
    try:
        result = subprocess.run(
            command, cwd=cwd, env=env, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise WheelError(f"'{' '.join(command)}' did not end within {_SECONDS} s") from error
    if result.returncode != 0:
        raise WheelError(f"'{' '.join(command)}' failed:\n{result.stdout}{result.stderr}")


def main() -> int:
    """Build, look, install and run; return the exit code."""
    with tempfile.TemporaryDirectory(prefix="erpsync-wheel-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        try:
            wheel = build(folder / "dist")
            check_contents(wheel)
            run_programs(install(wheel, folder / "environment"), folder / "home")
        except WheelError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
