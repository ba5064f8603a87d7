"""What is left of requests' own exceptions, as problems. The rest is told apart where it happens."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from typing import TYPE_CHECKING

import requests
import urllib3

from erpsync_desktop.model.errors import ErpSyncError, NotAConnector, Problem, ProblemCode

if TYPE_CHECKING:
    from erpsync_desktop._http.conversation import Conversation


def translate(error: Exception, conversation: Conversation) -> ErpSyncError:
    """The problem behind an exception of requests. Nothing of its text is kept: it may hold the address."""
    if isinstance(error, (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema)):
        if conversation.proxied:
            return conversation.proxy_failed("proxy address")
        return conversation.unreachable(ProblemCode.NAME_NOT_RESOLVED)
    if isinstance(error, requests.exceptions.ContentDecodingError):
        return NotAConnector(Problem(ProblemCode.ANSWER_NOT_XML, detail="Content-Encoding"))
    if any(_is_no_http(cause) for cause in _causes(error)):
        return NotAConnector(Problem(ProblemCode.ANSWER_NOT_XML, detail="not HTTP"))
    return conversation.lost()


def _is_no_http(cause: BaseException) -> bool:
    if isinstance(cause, (http.client.RemoteDisconnected, http.client.IncompleteRead)):
        return False
    return isinstance(cause, (http.client.HTTPException, urllib3.exceptions.InvalidHeader))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and those that it wraps, in its arguments or as its cause."""
    seen: list[BaseException] = [error]
    for candidate in seen:
        yield candidate
        inner = [*candidate.args, candidate.__cause__, candidate.__context__]
        seen.extend(cause for cause in inner if isinstance(cause, BaseException) and cause not in seen)
