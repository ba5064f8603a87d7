"""What Qt and the checks need from Debian or Ubuntu: found, installed by root, else told in one command.

``python3 scripts/system_packages.py`` installs all that the checks need.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.environment import SetupError, say

# Shared library → Debian package; newer releases provide these under other names, which apt resolves.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
KEYRING_PROGRAMS = {"gnome-keyring-daemon": "gnome-keyring", "dbus-run-session": "dbus"}
TEST_PROGRAMS = {**KEYRING_PROGRAMS, "Xvfb": "xvfb", "node": "nodejs", "npm": "npm", "git": "git"}

_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_FONT_PACKAGE = "fonts-dejavu-core"


def has_screen(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether windows can be shown here."""
    return platform != "linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def missing_for_qt(*, screen: bool) -> list[str]:
    """Return the Debian packages that Qt lacks here, offscreen or on an X screen."""
    libraries = {**QT_LIBRARIES, **SCREEN_LIBRARIES} if screen else QT_LIBRARIES
    missing = [package for library, package in libraries.items() if not _loads(library)]
    return missing if _has_font() else [*missing, _FONT_PACKAGE]


def missing_programs(programs: Mapping[str, str]) -> list[str]:
    """Return the packages of the ``programs`` (program → package) that are not on the path."""
    return sorted({package for program, package in programs.items() if shutil.which(program) is None})


def missing_for_checks() -> list[str]:
    """Return the Debian packages that the checks lack here."""
    return sorted({*missing_for_qt(screen=True), *missing_programs(TEST_PROGRAMS)})


def require(packages: Iterable[str]) -> None:
    """Install system packages if this may be done without asking, else say how.

    Raises:
        SetupError: they are still missing; the text holds the command that installs them.
    """
    names = sorted(packages)
    if not names:
        return
    listed = " ".join(names)
    if shutil.which("apt-get") is None:
        raise SetupError(
            "These system packages are missing (by their Debian names; install what your system calls them, "
            f"then run this again): {listed}"
        )
    if os.geteuid() != 0:
        raise SetupError(
            "System packages are missing. Run this command, then start again:\n"
            f"  sudo apt-get update && sudo apt-get install -y --no-install-recommends {listed}"
        )
    say(f"Installing system packages: {listed} …")
    _apt("update")
    _apt("install", "-y", "--no-install-recommends", *names)


def _apt(*arguments: str) -> None:
    command = ["apt-get", "-qq", "-o", "Acquire::Retries=3", "-o", "Dpkg::Use-Pty=0", *arguments]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    result = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if result.returncode != 0:
        raise SetupError(
            f"{result.stdout}{result.stderr}\n'{' '.join(command)}' failed. Put right what it says above "
            "(often the network, or another apt that is running) and run this again."
        )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    folders = (Path(folder).expanduser() for folder in _FONT_FOLDERS)
    return any(path.suffix in {".ttf", ".otf", ".ttc"} for folder in folders for path in folder.rglob("*"))


if __name__ == "__main__":
    try:
        require(missing_for_checks())
    except SetupError as error:
        sys.exit(str(error))
