"""What is said where a connector cannot be reached."""

from __future__ import annotations

from collections.abc import Mapping

from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.widgets.problem_texts.words import QT_TRANSLATE_NOOP, Words

TEXTS: Mapping[ProblemCode, Words] = {
    ProblemCode.NAME_NOT_RESOLVED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The server “{host}” was not found."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "No name server knows this name: it may be misspelt, or only known inside another network.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check the connector URL. If the server is in the company network, connect to it or to its VPN "
            "first.",
        ),
    ),
    ProblemCode.CONNECTION_REFUSED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{host}” does not accept connections on port {port}."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The server is there, but no program listens on this port, or a firewall turns connections away.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check the port in the connector URL, and whether the sync app is running on the server.",
        ),
    ),
    ProblemCode.CONNECTION_LOST: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{host}” broke off the connection before it had answered."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The sync app may have crashed or been restarted, or something on the way cut the connection.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Try again. If it happens again, ask the provider of the sync app what the server’s log says.",
        ),
    ),
    ProblemCode.CONNECT_TIMEOUT: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "“{host}” did not take the connection on port {port} within {seconds} seconds.",
        ),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The server is switched off or overloaded, or a firewall drops the connection in silence.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check the connector URL and whether the server is running. Ask the network administrator about "
            "the firewall.",
        ),
    ),
    ProblemCode.NETWORK_UNREACHABLE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "There is no way through the network to “{host}”."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "This computer is offline, or the server is in a network that it is not connected to.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences", "Check the network connection, or connect to the company’s VPN."
        ),
    ),
    ProblemCode.ANSWER_TIMEOUT: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "“{host}” took the request but did not answer within {seconds} seconds.",
        ),
        cause=QT_TRANSLATE_NOOP(
            "Sentences", "The sync app or the ERP system behind it is overloaded or hangs."
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check whether the ERP system is working, then try again. If it happens again, ask the provider "
            "of the sync app.",
        ),
    ),
    ProblemCode.DEADLINE: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The answer of “{host}” was not complete after {seconds} seconds."
        ),
        cause=QT_TRANSLATE_NOOP("Sentences", "It came too slowly to be used."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Try again later. If it happens again, ask the provider of the sync app.",
        ),
    ),
    ProblemCode.PROXY_FAILED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The proxy “{proxy}” does not let the connection through."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The system’s proxy settings send it there, but the proxy does not answer or refuses.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check the proxy settings of the system, or ask the network administrator to allow the "
            "connection.",
        ),
    ),
    ProblemCode.PROXY_WANTS_PASSWORD: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The proxy “{proxy}” asks for a user name and password."),
        cause=QT_TRANSLATE_NOOP("Sentences", "ERP Sync Desktop does not sign in at proxies."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Ask the network administrator to let this computer reach the connector without signing in.",
        ),
    ),
    ProblemCode.TLS_UNTRUSTED: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences", "The certificate of “{host}” is not trusted on this computer."
        ),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "It was issued by “{issuer}”, which the system does not know as a certificate authority.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "If this is your company’s own authority, have its root certificate installed on this computer. "
            "Otherwise ask the provider of the sync app.",
        ),
    ),
    ProblemCode.TLS_SELF_SIGNED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The certificate of “{host}” is signed by the server itself."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences", "Nobody vouches for it, so it cannot be told from a forged one."
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Have a certificate of a recognised authority installed on the server, or have this one added to"
            " the trusted certificates of this computer.",
        ),
    ),
    ProblemCode.TLS_EXPIRED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The certificate of “{host}” has expired."),
        cause=QT_TRANSLATE_NOOP("Sentences", "Or the clock of this computer is wrong."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Ask whoever runs the server to renew the certificate, and check the date and time of this "
            "computer.",
        ),
    ),
    ProblemCode.TLS_NOT_YET_VALID: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The certificate of “{host}” is not valid yet."),
        cause=QT_TRANSLATE_NOOP("Sentences", "Most often the clock of this computer is wrong."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Check the date and time of this computer."),
    ),
    ProblemCode.TLS_WRONG_HOST: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The certificate was not issued for “{host}”."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The URL uses another name than the certificate, or another server answers.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Use the server name that the certificate names, or have the certificate issued for this name "
            "too.",
        ),
    ),
    ProblemCode.TLS_FAILED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "No secure connection to “{host}” could be made."),
        cause=QT_TRANSLATE_NOOP(
            "Sentences",
            "The server may offer only outdated encryption, or not speak https on this port.",
        ),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check the port in the connector URL. If it is right, ask whoever runs the server about its TLS "
            "settings.",
        ),
    ),
}
