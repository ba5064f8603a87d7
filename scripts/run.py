"""Set everything up and open ERP Sync Desktop on the sample ERP: ``python3 scripts/run.py``.

On a machine without a screen, perform the main job off-screen instead and write pictures of each window to
``demo-pictures/``. Needs Python 3.11 or newer with pip and nothing else.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python must read this far to say so
    sys.exit(f"ERP Sync Desktop needs Python 3.11 or newer; this is Python {sys.version.split()[0]}.")

import argparse
import os
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts import system_packages
from scripts.environment import ROOT, RUNTIME_LOCK, Environment, SetupError, say, tolerate_any_console

PICTURES = "demo-pictures"
_SCRIPTS = ROOT / "scripts"


def set_up(environment: Environment, lock: str = RUNTIME_LOCK) -> None:
    """Bring packages, system libraries and compiled translations up to date.

    Raises:
        SetupError: something is missing that this may not or cannot put right.
    """
    if sys.platform == "linux":
        screen = system_packages.has_screen()
        system_packages.require(system_packages.missing_for_qt(screen=screen))
    if environment.prepare(lock):
        say("Set-up is complete.")
    if environment.run([_SCRIPTS / "compile_translations.py"]) != 0:
        raise SetupError("The translations could not be compiled; the line above says why.")


def open_program(environment: Environment, arguments: list[str]) -> int:
    """Open the program on the sample ERP and wait until it is closed; return its exit code."""
    say("Opening ERP Sync Desktop on the sample ERP …")
    return environment.run(["-m", "erpsync_desktop", "--demo", *arguments])


def perform_demo(environment: Environment, arguments: list[str]) -> int:
    """Perform the main job without a screen, with a keyring of its own where there is none.

    Raises:
        SetupError: there is no keyring and none can be brought up.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    say(f"There is no screen here, so the demo runs off-screen; its pictures go to {PICTURES}/.")
    demo = ["-m", "erpsync_desktop.cli", "demo", "--pictures", PICTURES, *arguments]
    private = _SCRIPTS / "private_keyring.py"
    if environment.run([private, "--check"]) == 0:
        return environment.run(demo)
    system_packages.require(system_packages.missing_programs(system_packages.KEYRING_PROGRAMS))
    say("No keyring answers here, so the demo brings up a private one.")
    return environment.run([private, environment.python, *demo])


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; what follows ``--`` is for the program."""
    summary = "Set everything up and open ERP Sync Desktop on the sample ERP."
    parser = argparse.ArgumentParser(description=summary)
    parser.add_argument("--setup-only", action="store_true", help="set up, but do not start anything")
    parser.add_argument("passed_on", nargs="*", metavar="-- ARGUMENT", help="passed on to the program")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """Set up and start; return the program's exit code."""
    options = parse(arguments)
    tolerate_any_console()
    environment = Environment()
    try:
        set_up(environment)
        if options.setup_only:
            return 0
        start = open_program if system_packages.has_screen() else perform_demo
        return start(environment, options.passed_on)
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
