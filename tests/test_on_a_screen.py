"""The program on a real screen: an X server without a monitor, on Linux."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

if sys.platform == "linux":

    @pytest.fixture
    def display() -> Iterator[str]:
        """An X server of this test's own; gives its name."""
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x720x24", "-nolisten", "tcp"]
        with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
            os.close(writing)
            with open(reading, encoding="ascii") as told:  # noqa: PTH123  a descriptor has no path
                number = told.readline().strip()
            assert number, "the X server did not start"
            yield f":{number}"
            server.terminate()
            with suppress(subprocess.TimeoutExpired):
                server.wait(10)

    @pytest.mark.parametrize("scale", ["1", "2"])
    def test_the_window_opens_is_painted_and_closes(display: str, scale: str, tmp_path: Path) -> None:
        environment = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": scale,
            "XDG_RUNTIME_DIR": str(tmp_path),
        }
        ended = subprocess.run(
            [sys.executable, "-m", "erpsync_desktop", "--smoke"],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        assert (ended.returncode, ended.stderr) == (0, "")
