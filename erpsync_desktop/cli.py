"""The entry on a console: ``erpsync``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from erpsync_desktop import __version__


def main(argv: list[str] | None = None) -> int:
    """Run a command.

    Args:
        argv: the arguments without the program's name; None for those it was started with.

    Returns:
        The exit code.
    """
    options, rest = _parser().parse_known_args(argv)
    if options.command == "gui":
        from erpsync_desktop.app import main as run_window

        return run_window(rest)
    if rest:
        _parser().error(f"unrecognized arguments: {' '.join(rest)}")
    if options.command == "demo":
        from erpsync_desktop.demo import run

        return run(options.pictures)
    _parser().print_help()
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="erpsync", description="ERP Sync Desktop on the console.")
    parser.add_argument("--version", action="version", version=f"ERP Sync Desktop {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("gui", help="open the window; takes the arguments of erpsync-desktop", add_help=False)
    demo = commands.add_parser("demo", help="perform the main job through the real dialogs and check it")
    demo.add_argument("--pictures", type=Path, required=True, metavar="DIR", help="where the pictures go")
    return parser


if __name__ == "__main__":
    sys.exit(main())
