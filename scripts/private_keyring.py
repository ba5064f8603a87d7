"""Run a command with a keyring of its own: gnome-keyring on a private D-Bus, gone when the command ends.

``python scripts/private_keyring.py COMMAND …`` starts itself again inside ``dbus-run-session``. The keyring's
files lie in a temporary folder, its password is random, and the user's own keyring and home are untouched.
``--check`` only tells, by its exit code, whether the session's own keyring answers.
"""

import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

_INSIDE = "ERPSYNC_PRIVATE_KEYRING"
_ERRORS = "ERPSYNC_PRIVATE_KEYRING_ERRORS"
# Short names: the path of a socket in them may have 107 bytes at most.
_FOLDERS = {"XDG_DATA_HOME": "d", "XDG_CONFIG_HOME": "c", "XDG_CACHE_HOME": "k", "XDG_RUNTIME_DIR": "r"}
_SECONDS_TO_START = 20.0


def main(command: Sequence[str]) -> int:
    """Run ``command`` in the private session; return its exit code."""
    if os.environ.get(_INSIDE) == "1":
        return _inside(command)
    with tempfile.TemporaryDirectory(prefix="erpsync-", ignore_cleanup_errors=True) as folder:
        environment = os.environ | {_INSIDE: "1"}
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        for variable, name in _FOLDERS.items():
            path = Path(folder) / name
            path.mkdir(mode=0o700)
            environment[variable] = str(path)
        # What the bus itself says is of no use to anybody; the command keeps the errors' stream.
        errors = os.dup(2)
        environment[_ERRORS] = str(errors)
        again = ["dbus-run-session", "--", sys.executable, __file__, *command]
        return subprocess.run(
            again, env=environment, stderr=subprocess.DEVNULL, pass_fds=[errors], check=False
        ).returncode


def _inside(command: Sequence[str]) -> int:
    """Start the keyring on this session's bus, run ``command``, stop the keyring."""
    os.dup2(int(os.environ.pop(_ERRORS)), 2)
    daemon_command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
    with subprocess.Popen(
        daemon_command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as daemon:
        try:
            if daemon.stdin:
                daemon.stdin.write(secrets.token_urlsafe().encode())
                daemon.stdin.close()
            if not _answers(daemon):
                print("The private gnome-keyring did not start; is gnome-keyring installed?", file=sys.stderr)
                return 1
            environment = {name: value for name, value in os.environ.items() if name != _INSIDE}
            return subprocess.run(command, env=environment, check=False).returncode
        finally:
            daemon.terminate()


def _answers(daemon: subprocess.Popen[bytes]) -> bool:
    """Wait until the Secret Service is on the bus; asking for its name does not start another one."""
    # Only Linux has it.
    from jeepney import DBus, new_method_call  # noqa: PLC0415
    from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415

    deadline = time.monotonic() + _SECONDS_TO_START
    with open_dbus_connection(bus="SESSION") as bus:
        question = new_method_call(DBus(), "NameHasOwner", "s", ("org.freedesktop.secrets",))
        while time.monotonic() < deadline and daemon.poll() is None:
            if bus.send_and_get_reply(question, timeout=5).body == (True,):
                return True
            time.sleep(0.05)
    return False


def secret_service_answers() -> bool:
    """Tell whether this session has a Secret Service whose default collection is open."""
    code = (
        "import secretstorage as s; c = s.dbus_init(); "
        "assert s.check_service_availability(c); assert not s.get_default_collection(c).is_locked()"
    )
    try:
        result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=15)
    except subprocess.TimeoutExpired:
        return False
    return result.returncode == 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit(0 if secret_service_answers() else 1)
    sys.exit(main(sys.argv[1:]))
