"""What is said of what was typed."""

from __future__ import annotations

from collections.abc import Mapping

from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.widgets.problem_texts.words import QT_TRANSLATE_NOOP, Words

TEXTS: Mapping[ProblemCode, Words] = {
    ProblemCode.NAME_MISSING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The name is missing."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Type a name."),
    ),
    ProblemCode.NAME_TOO_LONG: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The name has {length} characters; {limit} are possible."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Shorten the name."),
    ),
    ProblemCode.NAME_TAKEN: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The name “{name}” is already in use."),
        cause=QT_TRANSLATE_NOOP("Sentences", "Upper and lower case do not tell names apart."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose another name."),
    ),
    ProblemCode.NAME_HAS_CONTROL_CHARACTERS: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The name has a line break or another invisible control character."
        ),
        cause=QT_TRANSLATE_NOOP("Sentences", "Such characters often come along when text is pasted."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Delete the name and type it anew."),
    ),
    ProblemCode.DESCRIPTION_TOO_LONG: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The description has {length} characters; {limit} are possible."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Shorten the description."),
    ),
    ProblemCode.URL_MISSING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The connector URL is missing."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Enter the URL that the provider of the sync app gave you."),
    ),
    ProblemCode.URL_WITHOUT_SCHEME: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The connector URL does not begin with https:// or http://."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Enter the whole address, such as {suggestion}."),
    ),
    ProblemCode.URL_SCHEME_UNKNOWN: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "A connector URL cannot begin with “{scheme}”."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "Sync Connectors are reached by https, http, or app:// followed by a client ID.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Enter a URL that begins with https://, http:// or app://."),
    ),
    ProblemCode.URL_WITHOUT_HOST: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The connector URL names no server."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Enter the whole address: after https:// comes the name of the server, after app:// the client "
            "ID.",
        ),
    ),
    ProblemCode.URL_BAD_PORT: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The port in the connector URL is not a number from 1 to 65535."
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Correct the number after the colon, or remove the colon with the number.",
        ),
    ),
    ProblemCode.URL_HAS_SPACES: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The connector URL has a space or a line break in it."),
        cause=QT_TRANSLATE_NOOP("Sentences", "Such characters often come along when an address is pasted."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Remove the space, or write it as %20 where it belongs to the address.",
        ),
    ),
    ProblemCode.URL_HAS_PASSWORD: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The connector URL contains a user name, a password or a key."
        ),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "Addresses are shown, exported and logged by servers on the way, so a secret is not safe there.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Remove it from the URL and enter it in the configuration fields of the ERP connection.",
        ),
    ),
    ProblemCode.URL_HAS_FRAGMENT: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The connector URL has a part after “#”."),
        cause=QT_TRANSLATE_NOOP("Sentences", "That part is for browsers and never reaches a server."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Remove “#” and everything after it."),
    ),
    ProblemCode.URL_TOO_LONG: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The connector URL has {length} characters; {limit} are possible."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Check whether more than the address was pasted."),
    ),
    ProblemCode.CONNECTOR_MISSING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "No Sync Connector is chosen."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Choose a Sync Connector from the list."),
    ),
    ProblemCode.CONNECTOR_NEEDS_SITE: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "This Sync Connector can only be called by a SuperOffice site."
        ),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "Its URL begins with app://, and only SuperOffice Online knows which server that means.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Open the SuperOffice site as workspace, or use a Sync Connector with an https:// URL.",
        ),
    ),
    ProblemCode.FIELDS_NOT_LOADED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The configuration fields are not loaded yet."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The Sync Connector says which fields there are, and its answer is not here.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Wait for the answer, or load the fields again."),
    ),
    ProblemCode.FIELD_MISSING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{label}” is empty."),
        cause=QT_TRANSLATE_NOOP("Sentences", "The Sync Connector requires this field."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Fill in “{label}”."),
    ),
    ProblemCode.FIELD_NOT_A_NUMBER: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{label}” is not a number."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences", "Enter digits, with a decimal separator as is usual in your region."
        ),
    ),
    ProblemCode.FIELD_NOT_AN_INTEGER: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{label}” is not a whole number."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Enter digits without a decimal separator."),
    ),
    ProblemCode.FIELD_OUT_OF_RANGE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{label}” is too small or too large."),
        cause=QT_TRANSLATE_NOOP("Sentences", "Possible are numbers from {lowest} to {highest}."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Enter a number in this range."),
    ),
    ProblemCode.FIELD_NOT_A_DATE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{label}” is not a date."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Enter a date as it is usually written in your region, or choose it from the calendar.",
        ),
    ),
    ProblemCode.FIELD_TOO_LONG: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "“{label}” has {length} characters; the Sync Connector takes {limit}.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Shorten “{label}”."),
    ),
    ProblemCode.FIELD_BAD_CHARACTERS: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "“{label}” has an invisible control character that cannot be sent to a Sync Connector.",
        ),
        cause=QT_TRANSLATE_NOOP("Sentences", "Such characters often come along when text is pasted."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Delete the text and type it anew."),
    ),
    ProblemCode.SECRET_LOST: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "The secret for “{label}” is no longer in the keyring of this computer.",
        ),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "It was removed there, or you are working on another computer or as another user.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Enter “{label}” again and test the ERP connection."),
    ),
    ProblemCode.SCOPE_EMPTY: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "Nobody is chosen in the scope."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The scope is “Specific users + groups”, but no user or group is selected.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Select users or groups, or choose “Everyone”."),
    ),
    ProblemCode.TEST_MISSING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The ERP connection is not tested yet."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Click “Test ERP connection”."),
    ),
    ProblemCode.TEST_OUTDATED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "Something has changed since the last test."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "A test counts for exactly the Sync Connector and the values that were tested.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Click “Test ERP connection” again."),
    ),
    ProblemCode.TEST_FAILED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The last test did not succeed."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Correct the connector URL or the configuration fields, then test again.",
        ),
    ),
    ProblemCode.TEST_RUNNING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The test is still running."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Wait until it ends, or cancel it."),
    ),
}
