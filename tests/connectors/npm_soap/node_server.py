"""Installs and runs the connector on npm's soap."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

HERE = Path(__file__).parent
PATH = "/Kontor/Anbindung.svc"
PASSWORD = "Kontor!2024 ß<&>"
_INSTALLED = HERE / "node_modules" / ".package-lock.json"


def missing_tools() -> str:
    """Which programs are not there; empty when both are."""
    return ", ".join(tool for tool in ("node", "npm") if shutil.which(tool) is None)


def install() -> None:
    """Install exactly what package-lock.json names, once; what npm has cached is not fetched again."""
    if _INSTALLED.exists():
        return
    with tempfile.TemporaryDirectory(dir=HERE, prefix=".npm-") as folder:
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / name, folder)
        npm = shutil.which("npm") or "npm"
        arguments = [npm, "ci", "--ignore-scripts", "--prefer-offline", "--omit=dev"]
        done = subprocess.run(arguments, cwd=folder, capture_output=True, text=True, timeout=110, check=False)
        if done.returncode:
            raise RuntimeError(f"npm ci failed:\n{done.stdout}{done.stderr}")
        with suppress(OSError):  # another test process was first
            (Path(folder) / "node_modules").rename(HERE / "node_modules")


@contextmanager
def running(*arguments: str) -> Iterator[str]:
    """Run the connector; give its address."""
    node = shutil.which("node") or "node"
    command = [node, str(HERE / "server.js"), *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "NODE_OPTIONS"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            port = process.stdout.readline().strip()
            if not port:
                raise RuntimeError(f"{' '.join(command)} did not start")
            yield f"http://127.0.0.1:{port}{PATH}"
        finally:
            process.stdin.close()
            process.wait(timeout=10)
