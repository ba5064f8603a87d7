"""The virtual environment of the checkout: made, updated and repaired with the standard library alone."""

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNTIME_LOCK = "requirements.txt"
DEVELOPMENT_LOCK = "requirements-dev.txt"  # holds all of the runtime lock too
_STAMP = "erpsync-locks.json"
_MARKER = "erpsync-unfinished"


class SetupError(Exception):
    """The set-up cannot go on; its text tells the user what to do."""


class Environment:
    """One virtual environment, by default ``.venv`` in the checkout."""

    def __init__(self, folder: Path = ROOT / ".venv", root: Path = ROOT) -> None:
        self.folder = folder
        self._root = root
        self._stamp = folder / _STAMP
        self._marker = folder / _MARKER

    @property
    def python(self) -> Path:
        """The interpreter inside."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def prepare(self, lock: str) -> bool:
        """Bring the environment to what ``lock`` names; return whether anything had to be done.

        Raises:
            SetupError: it could not be made or a package could not be installed.
        """
        self._remove_if_broken()
        if not self.python.exists():
            self._create()
        self._add_checkout()
        if self._installed().get(lock) == self._fingerprint(lock):
            return False
        self._install(lock)
        return True

    def run(self, arguments: Sequence[str | Path]) -> int:
        """Run the interpreter inside with ``arguments`` from the checkout; return its exit code."""
        return subprocess.run([self.python, *arguments], cwd=self._root, check=False).returncode

    def _remove_if_broken(self) -> None:
        if not self.folder.exists() or (self._works() and not self._marker.exists()):
            return
        say(f"{self.folder.name} is unfinished or broken; it is made anew.")
        try:
            shutil.rmtree(self.folder)
        except OSError as error:
            raise SetupError(
                f"{self.folder} cannot be removed ({error}). Close the program and all terminals that use "
                "it, delete that folder and run this again."
            ) from error

    def _works(self) -> bool:
        command = [str(self.python), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
        try:
            return subprocess.run(command, capture_output=True, check=False, timeout=60).returncode == 0
        except (OSError, subprocess.TimeoutExpired):
            return False

    def _create(self) -> None:
        say(f"Making the virtual environment {self.folder.name} …")
        # Without pip, because Debian keeps ensurepip in a package of its own; pip comes from outside.
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._marker.touch()
            venv.create(self.folder, with_pip=False, symlinks=os.name != "nt")
        except (OSError, subprocess.CalledProcessError) as error:
            raise SetupError(
                f"The virtual environment {self.folder} cannot be made ({error}). "
                "Check that this folder may be written and that the disk is not full."
            ) from error

    def _add_checkout(self) -> None:
        """Make the package of the checkout importable, wherever the checkout was moved to."""
        line = f"{self._root}\n"
        for packages in self._site_packages():
            path = packages / "erpsync_desktop_checkout.pth"
            if not path.exists() or path.read_text(encoding="utf-8") != line:
                path.write_text(line, encoding="utf-8")

    def _site_packages(self) -> list[Path]:
        if os.name == "nt":
            return [self.folder / "Lib" / "site-packages"]
        return list((self.folder / "lib").glob("python3.*/site-packages"))

    def _install(self, lock: str) -> None:
        say(f"Installing the packages of {lock} (about 100 MB the first time) …")
        self._marker.touch()
        command = [*self._pip(), "install", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
        command += ["--no-input", "--no-warn-script-location", "--progress-bar", "off", "-qq"]
        command += ["--disable-pip-version-check", "-r", str(self._root / lock)]
        if subprocess.run(command, check=False, cwd=self._root).returncode != 0:
            raise SetupError(
                "The packages could not be installed; pip says why above. If the network is the cause, check "
                "it (pip uses the variable HTTPS_PROXY and its own settings) and run this again."
            )
        # The development lock holds the runtime lock, at the same versions.
        done = self._installed() | {name: self._fingerprint(name) for name in (RUNTIME_LOCK, lock)}
        self._stamp.write_text(json.dumps(done, indent=1), encoding="utf-8")
        self._marker.unlink()

    def _pip(self) -> list[str]:
        """Return a pip command that installs into this environment.

        Raises:
            SetupError: there is no pip, neither outside nor to be had from ensurepip.
        """
        inside = str(self.python)
        outside = dict.fromkeys([sys.executable, getattr(sys, "_base_executable", sys.executable)])
        candidates = [[inside, "-m", "pip"], *([name, "-m", "pip", "--python", inside] for name in outside)]
        for command in candidates:
            if _succeeds([*command, "--version"]):
                return command
        if _succeeds([inside, "-m", "ensurepip", "--upgrade"]):
            return candidates[0]
        raise SetupError(
            "This Python has no pip. Install it (on Debian and Ubuntu: sudo apt-get install python3-pip "
            "python3-venv) and run this again."
        )

    def _installed(self) -> dict[str, str]:
        try:
            found = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _fingerprint(self, lock: str) -> str:
        return hashlib.sha256((self._root / lock).read_bytes()).hexdigest()


def say(text: str) -> None:
    """Print one line of progress at once, also where the output is a file."""
    print(text, flush=True)


def tolerate_any_console() -> None:
    """Show signs that the console's encoding lacks by their codes instead of failing on them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _succeeds(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
