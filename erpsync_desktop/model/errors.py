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
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from erpsync_desktop.model.connection import ErpConnection
    from erpsync_desktop.model.connector import SyncConnector
    from erpsync_desktop.model.directory import Group, User
    from erpsync_desktop.model.outcome import Outcome


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
            ``test`` or ``field:<FieldKey>``; empty for none.
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
        theirs: the row as it is now.
    """

    def __init__(self, problem: Problem, theirs: ErpConnection | SyncConnector | Group | User) -> None:
        super().__init__(problem)
        self.theirs = theirs


class OperationCancelled(Exception):
    """The user stopped it."""
