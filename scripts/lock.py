"""Compile ``requirements.txt`` and ``requirements-dev.txt`` from ``pyproject.toml``.

``python scripts/lock.py`` keeps the versions that are locked where ``pyproject.toml`` still allows them;
``--upgrade`` takes the newest. Both files are universal (markers instead of platforms) and hashed.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNTIME_LOCK = "requirements.txt"
DEVELOPMENT_LOCK = "requirements-dev.txt"


def uv_environment() -> dict[str, str]:
    """Return the variables for uv without this machine's own indexes and settings."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("UV_", "PIP_")) or name == "UV_CACHE_DIR"
    }


def compile_lock(output: Path, *options: str, source: Path = ROOT / "pyproject.toml") -> None:
    """Compile one lock file, starting from the versions that it holds.

    Raises:
        subprocess.CalledProcessError: no set of versions satisfies ``source``.
    """
    command = [sys.executable, "-m", "uv", "--no-config", "pip", "compile", str(source), *options]
    command += ["--universal", "--python-version", "3.11", "--generate-hashes", "--quiet", "--no-build"]
    command += ["--no-emit-index-url", "--no-emit-find-links", "--no-annotate"]
    command += ["--custom-compile-command", "python scripts/lock.py", "--output-file", str(output)]
    subprocess.run(command, cwd=ROOT, env=uv_environment(), check=True, stdout=subprocess.DEVNULL)


def main(arguments: Sequence[str] = ()) -> None:
    """Compile both; the development lock takes the versions of the runtime lock."""
    compile_lock(ROOT / RUNTIME_LOCK, *arguments)
    constraint = ["--constraint", RUNTIME_LOCK]
    compile_lock(ROOT / DEVELOPMENT_LOCK, "--group", "dev", *constraint, *arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
