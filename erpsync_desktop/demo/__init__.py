"""The main job, performed off-screen through the real dialogs and then checked from outside.

Add a connector, define an ERP connection, fail a test, pass it, save, close, find it again, purge it. A
connector answers in a process of its own, secrets go to this machine's real keyring, everything else lies
in a temporary folder. Pictures show each window at each stage.
"""

from __future__ import annotations

import secrets
import sys
import tempfile
from pathlib import Path

ROOM_FOR_ERRORS = 2_000


def run(pictures: Path, *, typed_password: str | None = None) -> int:
    """Perform the demonstration.

    Args:
        pictures: folder for the pictures; made if it is not there.
        typed_password: what is typed as the right password; None for the password that the ERP has. Another
            one makes the demonstration fail, which is what a test of it wants.

    Returns:
        0 if every step and every check held, else 1.
    """
    from erpsync_desktop.demo.hands import Broken, application
    from erpsync_desktop.demo.story import Story

    with tempfile.TemporaryDirectory(prefix="erpsync-demo-", ignore_cleanup_errors=True) as folder:
        password = f"right-{secrets.token_urlsafe(12)}"
        with application(Path(folder)):
            story = Story(Path(folder), pictures, password, typed_password or password)
            try:
                story.tell()
            except Broken as broken:
                print(f"FAILED: {str(broken)[:ROOM_FOR_ERRORS]}", flush=True)
            finally:
                story.clear_up()
    if story.complete:
        print(f"Everything worked. The pictures are in {pictures}.", flush=True)
        return 0
    print("The demonstration did not work; the line above says where it ended.", file=sys.stderr)
    return 1
