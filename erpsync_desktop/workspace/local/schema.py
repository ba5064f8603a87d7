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

VERSION = 3

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
    Column("erp_read_at", String(40)),  # null where what its ERP has was never read
    Column("erp_problem", Text),  # JSON; why not even the actor types could be read
    # Orders the connections, the smallest first; not without gaps. A deleted one keeps its place as long as
    # nobody else takes it.
    Column("priority", Integer, nullable=False, server_default="0"),
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

# What is synchronised

erp_actors = Table(
    "erp_actors",
    metadata,
    Column("connection_id", String(36), ForeignKey("connections.id", ondelete="CASCADE"), primary_key=True),
    Column("actor_type", Text, primary_key=True),
    Column("place", Integer, nullable=False),  # in the connector's order
    Column("supported", Boolean, nullable=False),
    Column("problem", Text),  # JSON
    Column("active", Boolean, nullable=False),
    # Its known fields are to be mapped by themselves once the connection is not active any more.
    Column("to_map", Boolean, nullable=False),
)

erp_fields = Table(
    "erp_fields",
    metadata,
    Column("connection_id", String(36), ForeignKey("connections.id", ondelete="CASCADE"), primary_key=True),
    Column("actor_type", Text, primary_key=True),
    Column("field_key", Text, primary_key=True),
    # What the ERP says of it
    Column("place", Integer, nullable=False),  # in the ERP's order
    Column("kind", String(16)),  # null where the ERP never said anything of it
    Column("label", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("list_name", Text, nullable=False),
    Column("default_wire", Text, nullable=False),  # empty for a secret
    Column("max_length", Integer, nullable=False),
    Column("access", String(16), nullable=False),
    Column("erp_rank", Integer),
    Column("notes", Text, nullable=False),  # JSON
    Column("searchable", Boolean, nullable=False),
    Column("gone", Boolean, nullable=False),
    # What is configured for it
    Column("rank", Integer, nullable=False),
    Column("crm_key", Text, nullable=False),
    Column("direction", String(2), nullable=False),
    Column("show_in_search", Boolean, nullable=False),
    Column("show_in_tab", Boolean, nullable=False),
    Column("default_json", Text),
)

erp_lists = Table(
    "erp_lists",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("connection_id", String(36), ForeignKey("connections.id", ondelete="CASCADE"), nullable=False),
    Column("name", Text, nullable=False),
    Column("read_at", String(40), nullable=False),
    UniqueConstraint("connection_id", "name", name="one_list_a_name"),
)

erp_list_items = Table(
    "erp_list_items",
    metadata,
    Column("list_id", Integer, ForeignKey("erp_lists.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("item_key", Text, nullable=False),
    Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)

list_mappings = Table(
    "list_mappings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("connection_id", String(36), ForeignKey("connections.id", ondelete="CASCADE"), nullable=False),
    Column("erp_list", Text, nullable=False),
    Column("crm_list", Text, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("connection_id", "erp_list", "crm_list", name="one_mapping_a_pair"),
)

list_mapping_items = Table(
    "list_mapping_items",
    metadata,
    Column("mapping_id", Integer, ForeignKey("list_mappings.id", ondelete="CASCADE"), primary_key=True),
    Column("erp_key", Text, primary_key=True),
    Column("crm_key", Text, nullable=False),
    sqlite_with_rowid=False,
)

# What SuperOffice offers beyond the standard

crm_fields = Table(
    "crm_fields",
    metadata,
    Column("entity", String(16), primary_key=True),
    Column("field_key", Text, primary_key=True),
    Column("unique_key", Text, nullable=False),  # in lower case
    Column("label", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("max_length", Integer, nullable=False),
    Column("list_name", Text, nullable=False),
    Column("read_only", Boolean, nullable=False),
    Column("place", Integer, nullable=False),
    UniqueConstraint("entity", "unique_key", name="one_field_a_key"),
)

crm_lists = Table(
    "crm_lists",
    metadata,
    Column("name", Text, primary_key=True),
    Column("unique_key", Text, nullable=False, unique=True),  # in lower case
    Column("label", Text, nullable=False),
    Column("user_defined", Boolean, nullable=False),  # else other items of a standard list
)

crm_list_items = Table(
    "crm_list_items",
    metadata,
    Column("list_name", Text, ForeignKey("crm_lists.name", ondelete="CASCADE"), primary_key=True),
    Column("item_key", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("text", Text, nullable=False),
)
