"""Answers of the ERP: the five members that every result carries, and refusals that become one."""

from __future__ import annotations

from typing import Any

from erpsync_desktop.sample_erp.values import localised

Texts = tuple[str, str, str]
"""The same sentence in English, German and Norwegian."""

UNKNOWN_CONNECTION_ID = "UNKNOWN_CONNECTION_ID"
"""The error code by which clients know that they have to send the connection's values again."""

_NOTHING: Texts = ("", "", "")


class Refusal(Exception):
    """The ERP does not do what it was asked; the caller gets an answer of state Error.

    Attributes:
        code: ErrorCode.
        tech: TechExplanation, in English, without values that could be secret.
        user: UserExplanation in three languages.
    """

    def __init__(self, code: str, tech: str, user: Texts) -> None:
        super().__init__(code)
        self.code = code
        self.tech = tech
        self.user = user

    @property
    def answer(self) -> dict[str, Any]:
        """The members of the result that says so."""
        return _result("Error", self.code, self.tech, self.user)


class WorkbookUnusable(Exception):
    """The workbook cannot be opened, read or written; the text is a sentence that says what to do."""


def ok(**members: Any) -> dict[str, Any]:
    """A plain success with what it brings."""
    return {**_result("Ok", "", "", _NOTHING), **members}


def info(code: str, tech: str, user: Texts) -> dict[str, Any]:
    """A success that the user should know more about."""
    return _result("OkWithInfo", code, tech, user)


def warning(code: str, tech: str, user: Texts) -> dict[str, Any]:
    """A success that the user should think about."""
    return _result("Warning", code, tech, user)


def unknown_connection() -> Refusal:
    """This ERP has no values for that connection."""
    return Refusal(
        UNKNOWN_CONNECTION_ID,
        "No connection with this id is stored here.",
        (
            "The ERP does not know this connection.",
            "Das ERP-System kennt diese Verbindung nicht.",
            "ERP-systemet kjenner ikke denne forbindelsen.",
        ),
    )


def _result(state: str, code: str, tech: str, user: Texts) -> dict[str, Any]:
    return {
        "ErrorCode": code,
        "IsOk": state != "Error",
        "State": state,
        "TechExplanation": tech,
        "UserExplanation": localised(*user) if any(user) else "",
    }
