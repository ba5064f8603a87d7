"""From an older schema to the current one, a step at a time, each in one transaction.

A step is literal SQL: it must do the same for ever, whatever the tables become later.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, text, update

from erpsync_desktop.model.errors import Problem, ProblemCode, WorkspaceUnavailable
from erpsync_desktop.workspace.local.schema import VERSION, metadata, schema_version

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from erpsync_desktop.workspace.local.store import Store

# Each test is kept, not only the last one; who changed what; whether the connector has what is here.
_TO_2 = (
    """CREATE TABLE tests (
        id INTEGER NOT NULL PRIMARY KEY,
        connection_id VARCHAR(36) NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        at VARCHAR(40) NOT NULL,
        seconds FLOAT NOT NULL,
        state VARCHAR(16),
        user_explanation TEXT NOT NULL,
        tech_explanation TEXT NOT NULL,
        error_code TEXT NOT NULL,
        problem TEXT,
        stages TEXT NOT NULL,
        contract_assumed BOOLEAN NOT NULL,
        url_fingerprint VARCHAR(64)
    )""",
    "CREATE INDEX tests_by_connection ON tests (connection_id, id)",
    """CREATE TABLE changes (
        id INTEGER NOT NULL PRIMARY KEY,
        at VARCHAR(40) NOT NULL,
        who TEXT NOT NULL,
        what VARCHAR(48) NOT NULL,
        subject_id VARCHAR(36) NOT NULL,
        subject_name TEXT NOT NULL
    )""",
    "ALTER TABLE connections ADD COLUMN configuration INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE connections ADD COLUMN at_connector VARCHAR(8) NOT NULL DEFAULT 'yes'",
    "ALTER TABLE connections ADD COLUMN test_id INTEGER",
    """INSERT INTO tests (connection_id, at, seconds, state, user_explanation, tech_explanation, error_code,
        problem, stages, contract_assumed, url_fingerprint)
        SELECT id, tested_at, test_seconds, test_state, '', '', '', NULL, '[]', FALSE, NULL
        FROM connections WHERE tested_at IS NOT NULL""",
    """UPDATE connections SET test_id =
        (SELECT tests.id FROM tests WHERE tests.connection_id = connections.id)""",
    "ALTER TABLE connections DROP COLUMN tested_at",
    "ALTER TABLE connections DROP COLUMN test_seconds",
    "ALTER TABLE connections DROP COLUMN test_state",
)

# What is synchronised, by which priority, and what SuperOffice offers beyond the standard.
_TO_3 = (
    "ALTER TABLE connections ADD COLUMN erp_read_at VARCHAR(40)",
    "ALTER TABLE connections ADD COLUMN erp_problem TEXT",
    "ALTER TABLE connections ADD COLUMN priority INTEGER NOT NULL DEFAULT 0",
    """UPDATE connections SET priority =
        (SELECT COUNT(*) FROM connections AS other WHERE other.unique_key <= connections.unique_key)
        WHERE unique_key IS NOT NULL""",
    """CREATE TABLE erp_actors (
        connection_id VARCHAR(36) NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        actor_type TEXT NOT NULL,
        place INTEGER NOT NULL,
        supported BOOLEAN NOT NULL,
        problem TEXT,
        active BOOLEAN NOT NULL,
        to_map BOOLEAN NOT NULL,
        PRIMARY KEY (connection_id, actor_type)
    )""",
    """CREATE TABLE erp_fields (
        connection_id VARCHAR(36) NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        actor_type TEXT NOT NULL,
        field_key TEXT NOT NULL,
        place INTEGER NOT NULL,
        kind VARCHAR(16),
        label TEXT NOT NULL,
        description TEXT NOT NULL,
        list_name TEXT NOT NULL,
        default_wire TEXT NOT NULL,
        max_length INTEGER NOT NULL,
        access VARCHAR(16) NOT NULL,
        erp_rank INTEGER,
        notes TEXT NOT NULL,
        searchable BOOLEAN NOT NULL,
        gone BOOLEAN NOT NULL,
        rank INTEGER NOT NULL,
        crm_key TEXT NOT NULL,
        direction VARCHAR(2) NOT NULL,
        show_in_search BOOLEAN NOT NULL,
        show_in_tab BOOLEAN NOT NULL,
        default_json TEXT,
        PRIMARY KEY (connection_id, actor_type, field_key)
    )""",
    """CREATE TABLE erp_lists (
        id INTEGER NOT NULL PRIMARY KEY,
        connection_id VARCHAR(36) NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        read_at VARCHAR(40) NOT NULL,
        CONSTRAINT one_list_a_name UNIQUE (connection_id, name)
    )""",
    """CREATE TABLE erp_list_items (
        list_id INTEGER NOT NULL REFERENCES erp_lists (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        item_key TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (list_id, place)
    ) WITHOUT ROWID""",
    """CREATE TABLE list_mappings (
        id INTEGER NOT NULL PRIMARY KEY,
        connection_id VARCHAR(36) NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        erp_list TEXT NOT NULL,
        crm_list TEXT NOT NULL,
        version INTEGER NOT NULL,
        CONSTRAINT one_mapping_a_pair UNIQUE (connection_id, erp_list, crm_list)
    )""",
    """CREATE TABLE list_mapping_items (
        mapping_id INTEGER NOT NULL REFERENCES list_mappings (id) ON DELETE CASCADE,
        erp_key TEXT NOT NULL,
        crm_key TEXT NOT NULL,
        PRIMARY KEY (mapping_id, erp_key)
    ) WITHOUT ROWID""",
    """CREATE TABLE crm_fields (
        entity VARCHAR(16) NOT NULL,
        field_key TEXT NOT NULL,
        unique_key TEXT NOT NULL,
        label TEXT NOT NULL,
        kind VARCHAR(16) NOT NULL,
        max_length INTEGER NOT NULL,
        list_name TEXT NOT NULL,
        read_only BOOLEAN NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (entity, field_key),
        CONSTRAINT one_field_a_key UNIQUE (entity, unique_key)
    )""",
    """CREATE TABLE crm_lists (
        name TEXT NOT NULL PRIMARY KEY,
        unique_key TEXT NOT NULL UNIQUE,
        label TEXT NOT NULL,
        user_defined BOOLEAN NOT NULL
    )""",
    """CREATE TABLE crm_list_items (
        list_name TEXT NOT NULL REFERENCES crm_lists (name) ON DELETE CASCADE,
        item_key TEXT NOT NULL,
        place INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (list_name, item_key)
    )""",
)

STEPS: Mapping[int, tuple[str, ...]] = {2: _TO_2, 3: _TO_3}
"""What brings a database to a version, from the one before."""


def create(connection: Connection) -> None:
    """Make all tables in an empty database."""
    metadata.create_all(connection)
    connection.execute(insert(schema_version).values(version=VERSION))


def migrate(store: Store, backup: Callable[[int], object]) -> None:
    """Bring a database up to date.

    Args:
        store: the open database.
        backup: called once with the version found, before anything changes, while nobody else can write.

    Raises:
        WorkspaceUnavailable: a newer program made it (WORKSPACE_NEWER), or it cannot be written.
    """
    with store.read() as connection:
        found = read_version(connection, store.title)
    if found == VERSION:
        return
    backed_up = False
    for version in range(found + 1, VERSION + 1):
        with store.write() as connection:
            if read_version(connection, store.title) != version - 1:
                continue  # another process was faster
            if not backed_up:  # while nobody else can write
                backup(version - 1)
                backed_up = True
            step(connection, version)


def step(connection: Connection, version: int) -> None:
    """Bring the database to ``version`` from the one before."""
    for statement in STEPS[version]:
        connection.execute(text(statement))
    connection.execute(update(schema_version).values(version=version))


def read_version(connection: Connection, path: str) -> int:
    """The version of the schema; a newer one than ours, or none, is refused."""
    found = connection.execute(select(schema_version.c.version)).scalar()
    if not isinstance(found, int) or found < 1:
        raise WorkspaceUnavailable(Problem(ProblemCode.WORKSPACE_CORRUPT, {"path": path}))
    if found > VERSION:
        params: dict[str, str | int] = {"path": path, "found": found, "known": VERSION}
        raise WorkspaceUnavailable(Problem(ProblemCode.WORKSPACE_NEWER, params))
    return found
