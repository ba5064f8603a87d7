from __future__ import annotations

from tests.memory_keyring import MemoryKeyring
from tests.workspace.world import CANARY, World


def test_a_new_connection_goes_to_connector_keyring_and_database(
    world: World, memory_keyring: MemoryKeyring
) -> None:
    saved = world.connection()
    assert world.service.operations() == ["test_config", "save", "test"]
    assert world.service.connections[saved.id] == {
        "File": "north.xlsx",
        "Password": CANARY,
        "Pin": "",
        "Rows": "[I:10]",
        "Edition": "2026",
    }
    ((service, item),) = memory_keyring.passwords
    assert service == "ERP Sync Desktop"
    assert item.startswith(f"North / Password ({saved.id[:8]}·v1·")
    assert world.workspace.contents().connections == (saved,)
    assert saved.values == {"File": "north.xlsx", "Rows": "[I:10]", "Edition": "2026"}
    assert saved.secret_keys == {"Password"}
    assert saved.last_test is not None
    assert saved.last_test.passed
