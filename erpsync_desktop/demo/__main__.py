"""``python -m erpsync_desktop.demo --pictures FOLDER``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from erpsync_desktop.demo import run


def main(arguments: list[str] | None = None) -> int:
    """Read the command line and perform the demonstration; return the exit code."""
    parser = argparse.ArgumentParser(prog="erpsync demo", description="Perform the main job off-screen.")
    parser.add_argument(
        "--pictures", type=Path, default=Path("demo-pictures"), help="folder for the pictures"
    )
    parser.add_argument("--typed-password", help="what to type as the right password (to see it fail)")
    options = parser.parse_args(arguments)
    return run(options.pictures, typed_password=options.typed_password)


if __name__ == "__main__":
    sys.exit(main())
