"""What is said of the keyring and the workspace."""

from __future__ import annotations

from collections.abc import Mapping

from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.widgets.problem_texts.words import QT_TRANSLATE_NOOP, Words

TEXTS: Mapping[ProblemCode, Words] = {
    ProblemCode.KEYRING_MISSING: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "This computer has no keyring in which secrets could be stored."
        ),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "On Windows and macOS it belongs to the system; on Linux a service such as GNOME Keyring or "
            "KWallet must be running.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences", "Start such a service, or keep the secrets for this session only."
        ),
    ),
    ProblemCode.KEYRING_LOCKED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The keyring is locked."),
        cause=QT_TRANSLATE_NOOP("Sentences", "It was not unlocked when the system asked for it."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Unlock the keyring and try again, or keep the secrets for this session only.",
        ),
    ),
    ProblemCode.KEYRING_REFUSED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The keyring refuses access."),
        cause=QT_TRANSLATE_NOOP("Sentences", "It may be full, damaged, or closed to this program."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check in the keyring’s own program whether ERP Sync Desktop may use it, or keep the secrets for"
            " this session only.",
        ),
    ),
    ProblemCode.SECRET_TOO_LONG: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "The secret for “{label}” is too long for the keyring of this computer.",
        ),
        cause=QT_TRANSLATE_NOOP("Sentences", "It holds {limit} characters for a secret."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Use a shorter secret."),
    ),
    ProblemCode.WORKSPACE_READ_ONLY: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "Nothing can be saved: {path} is write-protected."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Give yourself write access to the file and its folder, or open another file.",
        ),
    ),
    ProblemCode.WORKSPACE_DISK_FULL: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "Nothing can be saved: the disk with {path} is full."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Make room on the disk and try again. What was saved before is still there.",
        ),
    ),
    ProblemCode.WORKSPACE_CORRUPT: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "{path} is damaged and cannot be read."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences", "The file was changed by another program, or the disk has an error."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Open a backup copy of the file, or another file."),
    ),
    ProblemCode.WORKSPACE_FOREIGN: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "{path} is not a file of ERP Sync Desktop."),
        cause=QT_TRANSLATE_NOOP("Sentences", "It is a database of another program and is left as it is."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Open another file."),
    ),
    ProblemCode.WORKSPACE_NEWER: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "{path} was saved by a newer version of ERP Sync Desktop."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The file has version {found}; this program knows versions up to {known}.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Install the newest version of ERP Sync Desktop."),
    ),
    ProblemCode.WORKSPACE_LOCKED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "Another program is using {path}."),
        cause=QT_TRANSLATE_NOOP("Sentences", "It did not release the file within {seconds} seconds."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Close the other program and try again."),
    ),
    ProblemCode.WORKSPACE_ON_NETWORK: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "{path} is on a network drive."),
        cause=QT_TRANSLATE_NOOP("Sentences", "Files that several computers change there can be damaged."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Move the file to a drive of this computer."),
    ),
    ProblemCode.WORKSPACE_UNREACHABLE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "{path} cannot be opened."),
        cause=QT_TRANSLATE_NOOP("Sentences", "It does not exist, or access to it is refused."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Check the name and your access, or open another file."),
    ),
    ProblemCode.WORKSPACE_URL_BAD: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The address of the workspace cannot be read: {url}"),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Give the path of a file, or an address such as sqlite:///path/to/file.",
        ),
    ),
    ProblemCode.WORKSPACE_KIND_UNKNOWN: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "This version cannot open workspaces of the kind “{kind}”."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Open a workspace file instead."),
    ),
    ProblemCode.SAMPLE_UNUSABLE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The sample ERP could not be started."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences", "Its workbook cannot be opened, or this computer has no free port."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Close other copies of this program and try again."),
    ),
    ProblemCode.NOT_FOUND: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{name}” is no longer there."),
        cause=QT_TRANSLATE_NOOP("Sentences", "It was removed in the meantime."),
    ),
    ProblemCode.CONNECTOR_IN_USE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{name}” is still in use and cannot be deleted."),
        cause=QT_TRANSLATE_NOOP("Sentences", "These ERP connections use the Sync Connector: {connections}."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Delete these ERP connections first, or choose another Sync Connector for them.",
        ),
    ),
    ProblemCode.CONNECTOR_DELETED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The Sync Connector “{name}” is deleted."),
        cause=QT_TRANSLATE_NOOP("Sentences", "An ERP connection needs its Sync Connector."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Restore the Sync Connector first."),
    ),
    ProblemCode.CONNECTION_ACTIVE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The ERP connection “{name}” is active."),
        cause=QT_TRANSLATE_NOOP("Sentences", "An active ERP connection cannot be deleted."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Clear its box in the column “Active” first."),
    ),
    ProblemCode.SAVED_MEANWHILE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{name}” was saved by somebody else in the meantime."),
        cause=QT_TRANSLATE_NOOP("Sentences", "Your changes were made to an older version."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Open it again, compare, and make your changes once more."),
    ),
    ProblemCode.ENTRY_IN_SCOPE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{name}” cannot be removed."),
        cause=QT_TRANSLATE_NOOP("Sentences", "It is in the scope of these ERP connections: {connections}."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Change the scope of these ERP connections first."),
    ),
    ProblemCode.UNDO_FAILED: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "Saving “{name}” failed, and the Sync Connector could not be told to forget what it had already "
            "received.",
        ),
        cause=QT_TRANSLATE_NOOP("Sentences", "Nothing was saved here."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Try again when the Sync Connector answers. If you do not, tell the provider of the sync app.",
        ),
    ),
}
