"""What is said of what a connector answered."""

from __future__ import annotations

from collections.abc import Mapping

from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.widgets.problem_texts.words import QT_TRANSLATE_NOOP, Words

TEXTS: Mapping[ProblemCode, Words] = {
    ProblemCode.REDIRECTED: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The server answers that the connector is at another address."
        ),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "It names {location}. Redirections are not followed, so that no secret gets to another server.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "If you trust that address, enter it as connector URL."),
    ),
    ProblemCode.HTTP_UNAUTHORIZED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The server asks for a sign-in (status {status})."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The web server in front of the Sync Connector wants a user name and password of its own.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Ask the provider of the sync app to allow anonymous access to the address of the connector.",
        ),
    ),
    ProblemCode.HTTP_FORBIDDEN: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The server refuses access (status {status})."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences", "The web server does not let this computer call the Sync Connector."
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Ask whoever runs the server to allow access from here."),
    ),
    ProblemCode.HTTP_NOT_FOUND: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "There is nothing at this address (status {status})."),
        cause=QT_TRANSLATE_NOOP("Sentences", "The server answers, but not at this path."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Check the part of the connector URL after the server name."),
    ),
    ProblemCode.HTTP_ERROR: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The server answers with an error (status {status})."),
        cause=QT_TRANSLATE_NOOP("Sentences", "The sync app or its web server failed with this request."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Try again later. If it happens again, give the details to the provider of the sync app.",
        ),
    ),
    ProblemCode.ANSWER_EMPTY: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The answer is empty."),
        cause=QT_TRANSLATE_NOOP("Sentences", "The server took the request but said nothing."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check whether the URL is that of the Sync Connector itself. If it is, ask the provider of the "
            "sync app.",
        ),
    ),
    ProblemCode.ANSWER_IS_HTML: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The address answers with a web page, not as a Sync Connector."
        ),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The page is titled “{title}”. It may be a start page, a sign-in page or an error page.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Check the connector URL; it often ends in .svc or .asmx."),
    ),
    ProblemCode.ANSWER_NOT_XML: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The answer cannot be read."),
        cause=QT_TRANSLATE_NOOP("Sentences", "It is not XML, which every Sync Connector answers in."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check whether the URL is that of a Sync Connector. If it is, give the details to the provider "
            "of the sync app.",
        ),
    ),
    ProblemCode.ANSWER_NOT_SOAP: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The answer is not that of a Sync Connector."),
        cause=QT_TRANSLATE_NOOP("Sentences", "It is XML, but not SOAP."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Check whether the URL is that of a Sync Connector."),
    ),
    ProblemCode.ANSWER_OF_ANOTHER_OPERATION: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The answer belongs to another question."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The Sync Connector was asked for {operation} and answered something else.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Give the details to the provider of the sync app."),
    ),
    ProblemCode.ANSWER_INCOMPLETE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The answer is incomplete."),
        cause=QT_TRANSLATE_NOOP("Sentences", "In the answer to {operation}, “{member}” is missing."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Give the details to the provider of the sync app."),
    ),
    ProblemCode.ANSWER_TOO_LARGE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The answer is larger than {limit} MB."),
        cause=QT_TRANSLATE_NOOP("Sentences", "So much is not expected and was not read to the end."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Ask the provider of the sync app why the answer is so large."),
    ),
    ProblemCode.ANSWER_TOO_DEEP: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The answer is nested too deeply."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences", "That is not expected of a Sync Connector, and can be an attack."
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check whether the URL is right. If it is, give the details to the provider of the sync app.",
        ),
    ),
    ProblemCode.ANSWER_FORBIDDEN_XML: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The answer contains XML that is not allowed."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "It has a document type declaration or entities, which can be an attack and which no Sync "
            "Connector needs.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check whether the URL is right. If it is, give the details to the provider of the sync app.",
        ),
    ),
    ProblemCode.SOAP_FAULT: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The Sync Connector reports a fault: {text}"),
        cause=QT_TRANSLATE_NOOP("Sentences", "The sync app failed where it should have answered."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check the configuration fields. If they are right, give the details to the provider of the sync"
            " app.",
        ),
    ),
    ProblemCode.OPERATION_MISSING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The web service has no operation {operation}."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "It may be another kind of web service, or a Sync Connector of an older version.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check whether the URL is that of a Sync Connector, and ask the provider of the sync app for a "
            "current version.",
        ),
    ),
    ProblemCode.CONTRACT_UNREADABLE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The description of the web service (WSDL) cannot be read."),
        cause=QT_TRANSLATE_NOOP("Sentences", "The server offers one, but with errors in it."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Give the details to the provider of the sync app."),
    ),
    ProblemCode.FIELD_KEY_MISSING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "Configuration field {position} has no key."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The Sync Connector describes a field without saying by which name its value is sent.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Give the details to the provider of the sync app."),
    ),
    ProblemCode.FIELD_KEY_REPEATED: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The Sync Connector describes the configuration field “{key}” twice."
        ),
        cause=QT_TRANSLATE_NOOP("Sentences", "Two fields with one key cannot be told apart."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Give the details to the provider of the sync app."),
    ),
    ProblemCode.TOO_MANY_FIELDS: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "The Sync Connector asks for {count} configuration fields; {limit} are possible.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check whether the URL is right. If it is, ask the provider of the sync app.",
        ),
    ),
    ProblemCode.TOO_MANY_ACTOR_TYPES: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The Sync Connector names {count} actor types; {limit} are possible."
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check whether the URL is right. If it is, ask the provider of the sync app.",
        ),
    ),
    ProblemCode.FIELD_TYPE_UNKNOWN: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "“{label}” is of the unknown type “{type}” and is treated as text."
        ),
        cause=QT_TRANSLATE_NOOP("Sentences", "The Sync Connector may be newer than this program."),
    ),
    ProblemCode.ACCESS_UNKNOWN: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "For “{label}”, the Sync Connector states the unknown access “{access}”; the field can be filled"
            " in or left empty.",
        ),
        cause=QT_TRANSLATE_NOOP("Sentences", "The Sync Connector may be newer than this program."),
    ),
    ProblemCode.CONNECTOR_REFUSED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The Sync Connector says: {explanation}"),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Correct the configuration fields and try again. If that does not help, give the details to the "
            "provider of the sync app.",
        ),
    ),
    ProblemCode.CONNECTION_UNKNOWN: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The Sync Connector does not remember this ERP connection."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "It lost the configuration, and lost it again after it had been sent anew.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Ask the provider of the sync app whether the connector can store its configuration.",
        ),
    ),
}
