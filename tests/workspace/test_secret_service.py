"""One run against a real Secret Service: gnome-keyring in a D-Bus session of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_secrets_go_through_a_real_secret_service_and_leave_it(tmp_path: Path) -> None:
    environment = dict(os.environ)
    environment.pop("PYTHON_KEYRING_BACKEND")
    environment["PYTHONPATH"] = str(ROOT)
    script = [sys.executable, "-m", "tests.workspace.secret_service_script", str(tmp_path / "w.sqlite")]
    result = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "private_keyring.py"), *script],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == [
        "backend keyring.backends.SecretService",
        "after save ['short secret']",
        "split True",
        "stored ['Password', 'Pin']",
        "resent True",
        "same True True",
        "copy stays ['Password', 'Pin']",
        "after purge []",
        "in file False",
    ]
