"""The tables, as they are now. How an older database comes here is in ``migrations``.

Moments are ISO 8601 texts in UTC. ``unique_key`` is the key of a name that is in use (``name_key``), and null
for a deleted row, whose name is free again.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 2

metadata = MetaData()

schema_version = Table("schema_version", metadata, Column("version", Integer, nullable=False))

connectors = Table(
    "connectors",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("name", Text, nullable=False),
    Column("unique_key", Text, unique=True),
    Column("url", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", String(32), nullable=False),
    Column("problem", Text),  # JSON
    Column("checked_at", String(40)),
    Column("deleted_at", String(40)),
)

connections = Table(
    "connections",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("connector_id", String(36), ForeignKey("connectors.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("unique_key", Text, unique=True),
    Column("description", Text, nullable=False),
    Column("everyone", Boolean, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("deleted_at", String(40)),
    Column("configuration", Integer, nullable=False),  # counts changes of connector and values
    Column("at_connector", String(8), nullable=False),  # AtConnector
    Column("test_id", Integer),  # of the last test of just this configuration
    Index("connections_by_connector", "connector_id"),
)

connection_values = Table(
    "connection_values",
    metadata,
    Column("connection_id", String(36), ForeignKey("connections.id", ondelete="CASCADE"), primary_key=True),
    Column("field_key", Text, primary_key=True),
    Column("wire", Text),  # null for a secret
    Column("secret_item", Text),  # the entry's exact name in the keyring; empty: left empty
)

scope_members = Table(
    "scope_members",
    metadata,
    Column("connection_id", String(36), ForeignKey("connections.id", ondelete="CASCADE"), primary_key=True),
    # No foreign key: a deleted connection may name somebody who is gone.
    Column("member_id", String(36), primary_key=True),
    Column("is_group", Boolean, nullable=False),
    Index("scope_members_by_member", "member_id"),
)

groups = Table(
    "user_groups",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("name", Text, nullable=False),
    Column("unique_key", Text, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
)

users = Table(
    "users",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("name", Text, nullable=False),
    Column("unique_key", Text, nullable=False, unique=True),
    Column("full_name", Text, nullable=False),
    Column("group_id", String(36), ForeignKey("user_groups.id")),
    Column("version", Integer, nullable=False),
    Index("users_by_group", "group_id"),
)

tests = Table(
    "tests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("connection_id", String(36), ForeignKey("connections.id", ondelete="CASCADE"), nullable=False),
    Column("at", String(40), nullable=False),
    Column("seconds", Float, nullable=False),
    Column("state", String(16)),  # null where the connector gave no answer
    Column("user_explanation", Text, nullable=False),
    Column("tech_explanation", Text, nullable=False),
    Column("error_code", Text, nullable=False),
    Column("problem", Text),  # JSON
    Column("stages", Text, nullable=False),  # JSON
    Column("contract_assumed", Boolean, nullable=False),
    Column("url_fingerprint", String(64)),  # null where the address is not known any more
    Index("tests_by_connection", "connection_id", "id"),
)

secret_intents = Table(
    "secret_intents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item", Text, nullable=False),
    Column("kind", String(8), nullable=False),  # write, remove
    Column("host", Text, nullable=False),
    Column("process", Integer, nullable=False),
    Column("token", String(64), nullable=False),  # of one save
    Column("at", String(40), nullable=False),
    UniqueConstraint("item", name="one_intent_an_item"),
)

changes = Table(
    "changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String(40), nullable=False),
    Column("who", Text, nullable=False),
    Column("what", String(48), nullable=False),
    Column("subject_id", String(36), nullable=False),
    Column("subject_name", Text, nullable=False),
)
