"""Addresses of workspaces."""

from __future__ import annotations

import re
from pathlib import Path

from erpsync_desktop.model.errors import Problem, ProblemCode, WorkspaceUnavailable

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9.+-]+):(//.*)?", re.DOTALL)


def scheme_of(url: str) -> str:
    """The kind of workspace that an address names, in lower case; ``sqlite`` for a path."""
    match = _SCHEME.fullmatch(url.strip())
    return match[1].lower() if match else "sqlite"


def sqlite_path(url: str) -> Path:
    """The file that ``sqlite:///path``, or a path, names. Nothing in it is decoded, as in SQLAlchemy.

    Raises:
        WorkspaceUnavailable: it names none (WORKSPACE_URL_BAD).
    """
    text = url.strip()
    if match := _SCHEME.fullmatch(text):
        if match[1].lower() != "sqlite" or not (match[2] or "").startswith("///"):
            raise bad_url(text)
        path = match[2].removeprefix("///")
    else:
        path = str(Path(text).expanduser()) if text else ""
    if not path.strip("/\\ ") or "\0" in path:
        raise bad_url(text)
    return Path(path)


def bad_url(url: str) -> WorkspaceUnavailable:
    """That an address names no workspace; what may be a password in it is left out."""
    shown = re.sub(r"//[^/@]*@", "//•••@", url).replace("\0", "�")
    return WorkspaceUnavailable(Problem(ProblemCode.WORKSPACE_URL_BAD, {"url": shown}))
