"""Fail if a file that a run of the tests left behind holds the password that the tests type.

``python scripts/check_secrets.py FOLDER``: the folder in which the run had its homes and temporary files.
Searched as well is what lies in the checkout without being part of it. Before that, the password is planted
and must be found, so that a search that finds nothing means something.
"""

import gzip
import io
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.find_secrets import Finding, find_secrets
from tests.canary import CANARY

ROOT = Path(__file__).resolve().parents[1]
# Compiled sources hold what the sources hold; the packages of others are not made by a run.
_NOT_OURS = {".venv", "node_modules", "__pycache__", ".git", ".mypy_cache", ".ruff_cache"}


def planted_is_found(folder: Path, secret: str = CANARY) -> bool:
    """Whether a secret that is put into a packed file in ``folder`` is found there; it is removed again."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("sheet.xml", secret.encode("utf-16-le"))
    planted = folder / "planted.gz"
    planted.write_bytes(gzip.compress(archive.getvalue()))
    try:
        return any(
            Path(finding.place.split("!")[0]) == planted for finding in find_secrets([folder], [secret])
        )
    finally:
        planted.unlink()


def left_in_checkout(root: Path = ROOT) -> list[Path]:
    """Folders of the checkout that hold files which are not part of it, and such files' own folders."""
    command = ["git", "-C", str(root), "ls-files", "--others", "-z"]
    listed = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\0")
    paths = [Path(name) for name in listed if name]
    return [root / path for path in paths if not _NOT_OURS & set(path.parts)]


def main(arguments: Sequence[str]) -> int:
    """Search, print what was found, and return the exit code."""
    folder = Path(arguments[0])
    if not any(folder.rglob("*")):
        print(f"{folder} is empty: there is nothing to search, so nothing is proved.")
        return 1
    if not planted_is_found(folder):
        print("A planted password was not found: the search does not work.")
        return 1
    findings = find_secrets([folder, *left_in_checkout()], [CANARY])
    unread = [finding for finding in findings if finding.form == "unread"]
    leaks = [finding for finding in findings if finding.form != "unread"]
    _print("Damaged, searched only as they are", unread)
    _print("THE PASSWORD THAT THE TESTS TYPE STANDS IN", leaks)
    return 1 if leaks else 0


def _print(title: str, findings: list[Finding]) -> None:
    if findings:
        print(f"{title}:")
    for finding in findings:
        print(f"  {finding.place} ({finding.form})")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
