"""Runs inside a private D-Bus session with gnome-keyring: saves, reopens and purges against the real thing.

Prints one line a fact, which ``test_secret_service`` compares.
"""

from __future__ import annotations

import sys
from pathlib import Path

import keyring
from secretstorage import dbus_init, get_default_collection

from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.secrets import SERVICE, SecretStore
from erpsync_desktop.workspace.local import open_local_workspace
from tests.workspace.fakes import FakeNet
from tests.workspace.world import World

LONG = "ü𝔸" * 4_000


def entries() -> list[str]:
    """The secrets that the keyring holds for us, found without our own code."""
    with dbus_init() as bus:
        items = get_default_collection(bus).search_items({"service": SERVICE})
        return [item.get_secret().decode() for item in items]


def main(path: str) -> None:
    net = FakeNet()
    world = World(open_local_workspace(path, secrets=SecretStore(), client=net.client), net)
    print("backend", type(keyring.get_keyring()).__module__)
    saved = world.connection(password="short secret")
    print("after save", entries())
    draft = world.opened(saved.id).with_secret("Pin", Secret(LONG))
    world.save(world.tested(draft))
    print("split", len(entries()) > 5)
    world.workspace.close()
    again = World(open_local_workspace(path, secrets=SecretStore(), client=net.client), net)
    print("stored", sorted(again.workspace.connection_draft(saved.id).stored))
    again.service.connections.clear()
    print("resent", again.workspace.test_saved(saved.id, Watch()).passed)
    kept = again.service.connections[saved.id]
    print("same", kept["Password"] == "short secret", kept["Pin"] == LONG)
    copy = again.workspace.duplicate_connection(saved.id, "Copy")
    again.workspace.delete_connection(saved.id)
    again.workspace.purge_connection(saved.id, Watch())
    print("copy stays", sorted(again.workspace.connection_draft(copy.id).stored))
    again.workspace.delete_connection(copy.id)
    again.workspace.purge_connection(copy.id, Watch())
    print("after purge", entries())
    again.workspace.close()
    print("in file", any(b"short secret" in file.read_bytes() for file in Path(path).parent.iterdir()))


if __name__ == "__main__":
    main(sys.argv[1])
