"""The private keyring answers like the user's own, and leaves nothing behind."""

import os
import subprocess
import sys
from pathlib import Path

from scripts import private_keyring

SCRIPT = private_keyring.__file__

SAVE_AND_READ = """
import keyring, os
keyring.set_password("service", "user", "secret")
assert keyring.get_password("service", "user") == "secret"
assert type(keyring.get_keyring()).__module__ == "keyring.backends.SecretService"
print(os.environ["XDG_DATA_HOME"])
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
    command = [sys.executable, SCRIPT, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


# Windows and macOS always have a keyring of their own.
if sys.platform == "linux":

    def test_secrets_are_kept_in_a_real_secret_service() -> None:
        result = run(sys.executable, "-c", SAVE_AND_READ)
        assert result.returncode == 0, result.stderr

    def test_its_files_are_removed_at_the_end() -> None:
        folder = Path(run(sys.executable, "-c", SAVE_AND_READ).stdout.strip())
        assert folder.is_absolute()
        assert not folder.parent.exists()

    def test_the_commands_exit_code_is_returned() -> None:
        assert run(sys.executable, "-c", "raise SystemExit(3)").returncode == 3

    def test_the_users_home_gets_nothing() -> None:
        before = sorted(Path.home().rglob("*"))
        run(sys.executable, "-c", SAVE_AND_READ)
        assert sorted(Path.home().rglob("*")) == before

    def test_a_session_without_a_keyring_is_told_apart() -> None:
        assert run("--check").returncode == 1

    def test_the_private_keyring_itself_answers() -> None:
        assert run(sys.executable, SCRIPT, "--check").returncode == 0
