"""What can go wrong, as a tree of exceptions.

``ErpSyncError`` is what an administrator can put right; it carries a ``Problem`` (a code and its parameters),
which the widgets turn into a sentence in the user's language. Everything that is not an ``ErpSyncError`` is a
bug of ours.

    ErpSyncError
    ├── InvalidInput              what was typed cannot be taken
    ├── ConnectorError            the conversation with a Sync Connector failed
    │   ├── ConnectorUnreachable  nothing came back: name, network, certificate, proxy, time
    │   ├── NotAConnector         something came back, but not what a Sync Connector says
    │   └── ConnectorRefused      the connector answered, and its answer is an error
    ├── SecretError               the keyring is missing, locked, full or refuses
    └── WorkspaceError            the workspace cannot do it
        ├── WorkspaceUnavailable  it cannot be opened, read or written
        ├── NotFound              the row is gone
        ├── NameTaken             another row has this name
        ├── StillInUse            something else needs this row
        └── SavedMeanwhile        somebody else saved first
    OperationCancelled            the user stopped it; never shown as an error
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from erpsync_desktop.model.catalogue import CrmField, CrmList
    from erpsync_desktop.model.connection import ErpConnection
    from erpsync_desktop.model.connector import SyncConnector
    from erpsync_desktop.model.directory import Group, User
    from erpsync_desktop.model.outcome import Outcome
    from erpsync_desktop.model.sync_setup import ListMapping, SyncSetup

    Saved: TypeAlias = (
        ErpConnection
        | SyncConnector
        | Group
        | User
        | SyncSetup
        | CrmField
        | CrmList
        | tuple[ListMapping, ...]
        | tuple[str, ...]
    )


class ProblemCode(StrEnum):
    """Why something cannot be done. The parameters that a sentence may name are listed behind each code."""

    # What was typed
    NAME_MISSING = "name.missing"
    NAME_TOO_LONG = "name.too_long"  # length, limit
    NAME_TAKEN = "name.taken"  # name
    NAME_HAS_CONTROL_CHARACTERS = "name.control_characters"
    DESCRIPTION_TOO_LONG = "description.too_long"  # length, limit
    URL_MISSING = "url.missing"
    URL_WITHOUT_SCHEME = "url.without_scheme"  # suggestion
    URL_SCHEME_UNKNOWN = "url.scheme_unknown"  # scheme
    URL_WITHOUT_HOST = "url.without_host"
    URL_BAD_PORT = "url.bad_port"
    URL_HAS_SPACES = "url.has_spaces"
    URL_HAS_PASSWORD = "url.has_password"  # noqa: S105  a code, not a password
    URL_HAS_FRAGMENT = "url.has_fragment"
    URL_TOO_LONG = "url.too_long"  # length, limit
    CONNECTOR_MISSING = "connector.missing"
    CONNECTOR_NEEDS_SITE = "connector.needs_site"  # an app:// address outside a SuperOffice site
    FIELDS_NOT_LOADED = "fields.not_loaded"
    FIELD_MISSING = "field.missing"  # label
    FIELD_NOT_A_NUMBER = "field.not_a_number"  # label
    FIELD_NOT_AN_INTEGER = "field.not_an_integer"  # label
    FIELD_OUT_OF_RANGE = "field.out_of_range"  # label, lowest, highest
    FIELD_NOT_A_DATE = "field.not_a_date"  # label
    FIELD_TOO_LONG = "field.too_long"  # label, length, limit
    FIELD_BAD_CHARACTERS = "field.bad_characters"  # label; characters that XML cannot carry
    SECRET_LOST = "field.secret_lost"  # noqa: S105  label; saved once, no longer in the keyring
    SCOPE_EMPTY = "scope.empty"
    TEST_MISSING = "test.missing"
    TEST_OUTDATED = "test.outdated"
    TEST_FAILED = "test.failed"
    TEST_RUNNING = "test.running"

    # Reaching a connector
    NAME_NOT_RESOLVED = "connect.name_not_resolved"  # host
    CONNECTION_REFUSED = "connect.refused"  # host, port
    CONNECTION_LOST = "connect.lost"  # host
    CONNECT_TIMEOUT = "connect.timeout"  # host, port, seconds
    NETWORK_UNREACHABLE = "connect.network_unreachable"  # host
    ANSWER_TIMEOUT = "connect.answer_timeout"  # host, seconds
    DEADLINE = "connect.deadline"  # host, seconds
    PROXY_FAILED = "connect.proxy_failed"  # proxy
    PROXY_WANTS_PASSWORD = "connect.proxy_password"  # noqa: S105  proxy
    TLS_UNTRUSTED = "tls.untrusted"  # host, issuer
    TLS_SELF_SIGNED = "tls.self_signed"  # host
    TLS_EXPIRED = "tls.expired"  # host
    TLS_NOT_YET_VALID = "tls.not_yet_valid"  # host
    TLS_WRONG_HOST = "tls.wrong_host"  # host
    TLS_FAILED = "tls.failed"  # host

    # What came back
    REDIRECTED = "http.redirected"  # status, location
    HTTP_UNAUTHORIZED = "http.unauthorized"  # status
    HTTP_FORBIDDEN = "http.forbidden"  # status
    HTTP_NOT_FOUND = "http.not_found"  # status
    HTTP_ERROR = "http.error"  # status
    ANSWER_EMPTY = "answer.empty"
    ANSWER_IS_HTML = "answer.is_html"  # title
    ANSWER_NOT_XML = "answer.not_xml"
    ANSWER_NOT_SOAP = "answer.not_soap"
    ANSWER_OF_ANOTHER_OPERATION = "answer.another_operation"  # operation
    ANSWER_INCOMPLETE = "answer.incomplete"  # operation, member
    ANSWER_TOO_LARGE = "answer.too_large"  # limit (MB)
    ANSWER_TOO_DEEP = "answer.too_deep"
    ANSWER_FORBIDDEN_XML = "answer.forbidden_xml"  # document type declarations and entities
    SOAP_FAULT = "answer.soap_fault"  # text
    OPERATION_MISSING = "contract.operation_missing"  # operation
    CONTRACT_UNREADABLE = "contract.unreadable"
    FIELD_KEY_MISSING = "contract.field_key_missing"  # position (from 1)
    FIELD_KEY_REPEATED = "contract.field_key_repeated"  # key
    TOO_MANY_FIELDS = "contract.too_many_fields"  # count, limit
    TOO_MANY_ACTOR_TYPES = "contract.too_many_actor_types"  # count, limit
    FIELD_TYPE_UNKNOWN = "contract.field_type_unknown"  # label, type; a note, not a failure
    ACCESS_UNKNOWN = "contract.access_unknown"  # label, access; a note, not a failure
    CONNECTOR_REFUSED = "connector.refused"  # explanation (the connector's own words)
    CONNECTION_UNKNOWN = (
        "connector.connection_unknown"  # it lost the connection, and lost it again when resent
    )

    # The keyring
    KEYRING_MISSING = "keyring.missing"
    KEYRING_LOCKED = "keyring.locked"
    KEYRING_REFUSED = "keyring.refused"
    SECRET_TOO_LONG = "keyring.secret_too_long"  # noqa: S105  label, limit

    # The workspace
    WORKSPACE_READ_ONLY = "workspace.read_only"  # path
    WORKSPACE_DISK_FULL = "workspace.disk_full"  # path
    WORKSPACE_CORRUPT = "workspace.corrupt"  # path
    WORKSPACE_FOREIGN = "workspace.foreign"  # path; a database, but none of ours
    WORKSPACE_NEWER = "workspace.newer"  # path, found, known
    WORKSPACE_LOCKED = "workspace.locked"  # path, seconds
    WORKSPACE_ON_NETWORK = "workspace.on_network"  # path
    WORKSPACE_UNREACHABLE = "workspace.unreachable"  # path
    WORKSPACE_URL_BAD = "workspace.url_bad"  # url
    WORKSPACE_KIND_UNKNOWN = "workspace.kind_unknown"  # kind
    SAMPLE_UNUSABLE = "workspace.sample_unusable"
    NOT_FOUND = "workspace.not_found"  # name
    CONNECTOR_IN_USE = "connector.in_use"  # name, connections (their names, one a line)
    CONNECTOR_DELETED = "connector.deleted"  # name
    CONNECTION_ACTIVE = "connection.active"  # name
    SAVED_MEANWHILE = "workspace.saved_meanwhile"  # name
    ENTRY_IN_SCOPE = "directory.in_scope"  # name, connections
    UNDO_FAILED = "save.undo_failed"  # name; the connector keeps what could not be taken back

    # Configuring what is synchronised. ``label`` is the ERP field, ``crm_label`` the SuperOffice field, both
    # localised as sent; ``actor`` an actor type and ``key`` a field's key, which say where to put it right
    MAPPING_NO_CRM_FIELD = "mapping.no_crm_field"  # label
    MAPPING_ERP_GONE = "mapping.erp_gone"  # label
    MAPPING_CRM_GONE = "mapping.crm_gone"  # label, crm_key
    MAPPING_NOT_SYNCABLE = "mapping.not_syncable"  # label; a label, a password, or an unknown type
    MAPPING_CRM_ID = "mapping.crm_id"  # label, crm_label
    MAPPING_NO_ERP_LIST = "mapping.no_erp_list"  # label, crm_label
    MAPPING_TYPES_DO_NOT_FIT = "mapping.types_do_not_fit"  # label, crm_label
    MAPPING_LOSES_TO_CRM = "mapping.loses_to_crm"  # label, crm_label
    MAPPING_LOSES_TO_ERP = "mapping.loses_to_erp"  # label, crm_label
    MAPPING_ERP_READ_ONLY = "mapping.erp_read_only"  # label, crm_label
    MAPPING_CRM_READ_ONLY = "mapping.crm_read_only"  # label, crm_label
    MAPPING_MAPPED_ELSEWHERE = "mapping.mapped_elsewhere"  # label, crm_label, name (of the other connection)
    MAPPING_CRM_RECEIVES_ALREADY = "mapping.crm_receives_already"  # label, crm_label, other_label
    MAPPING_NOT_SEARCHABLE = "mapping.not_searchable"  # label
    MAPPING_SEARCH_NOT_READ = "mapping.search_not_read"  # label; the searchable fields could not be read
    MAPPING_NOT_SHOWN = "mapping.not_shown"  # label; a label, a password, or an unknown type
    MAPPING_MAY_BE_CUT_IN_CRM = "mapping.may_be_cut_in_crm"  # label, crm_label, limit; a note
    MAPPING_MAY_BE_CUT_IN_ERP = "mapping.may_be_cut_in_erp"  # label, crm_label, limit; a note
    MANDATORY_WITHOUT_DIRECTION = "mapping.mandatory_without_direction"  # actor, key, label
    MANDATORY_NOT_COVERED = "mapping.mandatory_not_covered"  # actor, key, label
    MANDATORY_NOT_SYNCABLE = "mapping.mandatory_not_syncable"  # actor, key, label; a password, or unknown
    ACTOR_TYPE_UNKNOWN = "actor.unknown"  # actor
    ACTOR_TYPE_GONE = "actor.gone"  # actor
    ACTOR_NOT_READ = "actor.not_read"  # actor
    ERP_CHANGED = "erp.changed"  # what it now has bars the activation; it must be read again
    ERP_READ_BEFORE = "erp.read_before"  # name; its configuration has changed since
    ERP_FIELD_REPEATED = "erp.field_repeated"  # label, key; a note: the first of them counts
    ERP_REPEATS_SECRET = "erp.repeats_secret"  # noqa: S105  count (of keys that hold one); they are left out
    LIST_CRM_GONE = "list.crm_gone"  # label, erp_list, crm_list
    LIST_NOT_READ = "list.not_read"  # label, erp_list, crm_list
    LIST_ITEMS_UNMAPPED = "list.items_unmapped"  # label, count, erp_list, crm_list
    LIST_ITEMS_TWICE = "list.items_twice"  # label, count, erp_list, crm_list
    LIST_ITEMS_GONE = "list.items_gone"  # label, count, erp_list, crm_list
    DEFAULT_FIELD_MISSING = "default.field_missing"
    DEFAULT_NEEDS_VALUE = "default.needs_value"  # label
    DEFAULT_MANDATORY_ALONE = "default.mandatory_alone"
    DEFAULT_IS_NONE = "default.is_none"
    DEFAULT_ERP_GONE = "default.erp_gone"  # label
    DEFAULT_ITEM_GONE = "default.item_gone"  # label, erp_list
    DEFAULT_ON_READ_ONLY = "default.on_read_only"  # label
    DEFAULT_NOT_POSSIBLE = "default.not_possible"  # label
    SETUP_LOCKED = "setup.locked"  # name; the connection is active
    PRIORITY_CHANGED = "priority.changed"

    # What SuperOffice offers: fields and lists, typed or read from a file. Of a file, ``where`` says at what
    # place: the line's number, or the way through JSON (``fields[3].key``); it stands before the sentence
    CRM_KEY_MISSING = "crm.key_missing"
    CRM_KEY_BAD = "crm.key_bad"  # key; letters, digits and _ - . : only
    CRM_KEY_TAKEN = "crm.key_taken"  # key
    CRM_LABEL_MISSING = "crm.label_missing"
    CRM_LABEL_TOO_LONG = "crm.label_too_long"  # length, limit
    CRM_LABEL_CONTROL_CHARACTERS = "crm.label_control_characters"
    CRM_LIST_MISSING = "crm.list_missing"
    CRM_LIST_UNKNOWN = "crm.list_unknown"  # list
    CRM_FIELD_IS_STANDARD = "crm.field_is_standard"  # key
    CRM_LIST_IS_STANDARD = "crm.list_is_standard"  # list
    CRM_LIST_IN_USE = "crm.list_in_use"  # list, fields (their names, one a line)
    CRM_FIELD_SYNCHRONISED = "crm.field_synchronised"  # crm_label, connections (active ones, one a line)
    CRM_ITEMS_SYNCHRONISED = "crm.items_synchronised"  # list, connections (active ones, one a line)
    CRM_ITEM_KEY_MISSING = "crm.item_key_missing"  # position (from 1)
    CRM_ITEM_KEY_BAD = "crm.item_key_bad"  # position, key, limit
    CRM_ITEM_TEXT_MISSING = "crm.item_text_missing"  # position, key
    CRM_ITEM_TEXT_BAD = "crm.item_text_bad"  # position, key, limit
    CRM_ITEM_REPEATED = "crm.item_repeated"  # position, key
    CRM_TOO_MANY_ITEMS = "crm.too_many_items"  # count, limit
    CRM_LENGTH_BAD = "crm.length_bad"
    CATALOGUE_UNREADABLE = "catalogue.unreadable"  # path
    CATALOGUE_EMPTY = "catalogue.empty"
    CATALOGUE_NOT_JSON = "catalogue.not_json"  # line, column
    CATALOGUE_SHAPE = "catalogue.shape"
    CATALOGUE_HEADER = "catalogue.header"  # fields_columns, items_columns
    CATALOGUE_TOO_MANY = "catalogue.too_many"  # count, limit
    CATALOGUE_ENTITY_UNKNOWN = "catalogue.entity_unknown"  # entity
    CATALOGUE_TYPE_UNKNOWN = "catalogue.type_unknown"  # type

    # Reading a CSV file of users and groups
    CSV_UNREADABLE = "csv.unreadable"  # path
    CSV_ENCODING = "csv.encoding"
    CSV_EMPTY = "csv.empty"
    CSV_HEADER = "csv.header"  # columns
    CSV_LINE = "csv.line"  # line, reason is a nested code's sentence
    CSV_COLUMNS = "csv.columns"  # line, found, expected
    CSV_NAME_MISSING = "csv.name_missing"  # line
    CSV_NAME_CONTROL_CHARACTERS = "csv.name_control_characters"  # line
    CSV_NAME_REPEATED = "csv.name_repeated"  # line, name, first
    CSV_NAME_TOO_LONG = "csv.name_too_long"  # line, limit
    CSV_KIND_UNKNOWN = "csv.kind_unknown"  # line, kind


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, without words.

    Attributes:
        code: what it is.
        params: what the sentence may name; never a secret.
        field: the input it belongs to: ``name``, ``url``, ``connector``, ``scope``, ``description``,
            ``test`` or ``field:<FieldKey>``; of a reason against activation ``mapping``, ``default``,
            ``list`` or ``test``; empty for none.
        detail: technical text for support (a SOAP fault's text, an HTTP status line); never a secret.
    """

    code: ProblemCode
    params: Mapping[str, str | int] = field(default_factory=dict, hash=False)
    field: str = ""
    detail: str = ""


class ErpSyncError(Exception):
    """Something that the administrator can put right.

    Attributes:
        problem: the first, usually the only, problem.
        problems: all of them.
    """

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("an ErpSyncError needs a problem to name")
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems

    @property
    def problem(self) -> Problem:
        """The first problem."""
        return self.problems[0]


class InvalidInput(ErpSyncError):
    """What was typed or imported cannot be taken."""


class ConnectorError(ErpSyncError):
    """The conversation with a Sync Connector failed."""


class ConnectorUnreachable(ConnectorError):
    """Nothing came back: name resolution, network, certificate, proxy or time."""


class NotAConnector(ConnectorError):
    """Something came back, but not what a Sync Connector says."""


class ConnectorRefused(ConnectorError):
    """The connector answered, and its answer is an error.

    Attributes:
        outcome: what it answered.
    """

    def __init__(self, problem: Problem, outcome: Outcome) -> None:
        super().__init__(problem)
        self.outcome = outcome


class SecretError(ErpSyncError):
    """The keyring is missing, locked or refuses, or the secret does not fit."""


class WorkspaceError(ErpSyncError):
    """The workspace cannot do it."""


class WorkspaceUnavailable(WorkspaceError):
    """It cannot be opened, read or written."""


class NotFound(WorkspaceError):
    """The row is gone."""


class NameTaken(WorkspaceError):
    """Another row has this name."""


class StillInUse(WorkspaceError):
    """Something else needs this row."""


class SavedMeanwhile(WorkspaceError):
    """Somebody else saved first.

    Attributes:
        theirs: the row as it is now; of priorities, the ids in their order.
    """

    def __init__(self, problem: Problem, theirs: Saved) -> None:
        super().__init__(problem)
        self.theirs = theirs


class OperationCancelled(Exception):
    """The user stopped it."""
