"""Secrets in the operating system's keyring, or in this process's memory; never anywhere else.

One entry a secret under the service ``ERP Sync Desktop``. The Windows Credential Locker holds 2,560 bytes a
secret, as UTF-16, so a longer one is split: its entry holds a mark and the number of parts, which are entries
of their own (``… [1]``, ``… [2]``).
"""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from erpsync_desktop.model.errors import Problem, ProblemCode, SecretError
from erpsync_desktop.model.secret import Secret

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    from keyring.backend import KeyringBackend

    T = TypeVar("T")

SERVICE = "ERP Sync Desktop"
LONGEST_SECRET = 32_768
"""In UTF-16 code units (64 KiB)."""
LONGEST_PART = 1_200
"""In UTF-16 code units; 2,400 bytes leave room below the 2,560 that Windows takes."""

_MARK = "erpsync-split:"
_MOST_PARTS = 2 * LONGEST_SECRET // LONGEST_PART
# They keep nothing, or keep it in files that are plain or ask for a password on a terminal.
_UNUSABLE_MODULES = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt.")


class SecretStore:
    """The keyring. Safe to use from several threads; every method may block and raises ``SecretError``.

    Args:
        backend: a keyring; None for the operating system's, which is looked up at the first use.
    """

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._backend = backend
        # The Windows backend moves another entry aside before it writes one: two writers would lose one.
        self._writing = threading.Lock()
        self._session: dict[str, Secret] = {}

    def check(self, secret: Secret, label: str = "") -> None:
        """Raise ``SecretError`` if no keyring could hold this secret; the keyring is not asked."""
        text = secret.reveal()
        if any("\ud800" <= char <= "\udfff" for char in text):
            raise SecretError(Problem(ProblemCode.FIELD_BAD_CHARACTERS, {"label": label}))
        if _units(text) > LONGEST_SECRET:
            raise SecretError(Problem(ProblemCode.SECRET_TOO_LONG, {"label": label, "limit": LONGEST_SECRET}))

    def require(self) -> None:
        """Raise ``SecretError`` if there is no usable keyring; nothing is read or written."""
        self._usable()

    def put(self, item: str, secret: Secret, *, for_session: bool = False) -> None:
        """Keep a secret, replacing the one under this name, and read it back.

        Args:
            item: the entry's name.
            secret: what to keep.
            for_session: keep it in memory until the process ends, not in the keyring.
        """
        self.check(secret)
        if for_session:
            self._session[item] = secret
            return
        backend = self._usable()
        with self._writing:
            for name, text in _entries(item, secret.reveal()):
                _call(partial(backend.set_password, SERVICE, name, text))
        if _read(backend, item) != secret.reveal():
            raise SecretError(Problem(ProblemCode.KEYRING_REFUSED, detail="not the same when read back"))

    def get(self, item: str) -> Secret | None:
        """The secret under this name; None where there is none (any more)."""
        kept = self._session.get(item)
        if kept is not None:
            return kept
        text = _read(self._usable(), item)
        return None if text is None else Secret(text)

    def in_session(self, item: str) -> bool:
        """Whether this secret is in memory only."""
        return item in self._session

    def delete(self, item: str) -> None:
        """Remove a secret; that there is none is no error."""
        if self._session.pop(item, None) is not None:
            return
        backend = self._usable()
        with self._writing:
            head = _call(lambda: backend.get_password(SERVICE, item))
            if head is None:
                return
            # The entry itself goes last: it is what tells how many parts there are.
            for name in (*_part_names(item, head), item):
                _delete_entry(backend, name)

    def _usable(self) -> KeyringBackend:
        backend = _call(self._look_up)
        for candidate in _members(backend):
            if not _module_of(candidate).startswith(_UNUSABLE_MODULES):
                return candidate
        raise SecretError(Problem(ProblemCode.KEYRING_MISSING, detail=type(backend).__name__))

    def _look_up(self) -> KeyringBackend:
        if self._backend is not None:
            return self._backend
        import keyring

        return keyring.get_keyring()


def _members(backend: KeyringBackend) -> tuple[KeyringBackend, ...]:
    """The backends behind a chain, which would pass over those that drop secrets silently."""
    from keyring.backends.chainer import ChainerBackend

    return tuple(backend.backends) if isinstance(backend, ChainerBackend) else (backend,)


def _module_of(backend: KeyringBackend) -> str:
    return f"{type(backend).__module__}."


def _read(backend: KeyringBackend, item: str) -> str | None:
    head = _call(lambda: backend.get_password(SERVICE, item))
    if head is None or not head.startswith(_MARK):
        return head
    parts = [_call(partial(backend.get_password, SERVICE, name)) for name in _part_names(item, head)]
    whole = [part for part in parts if part is not None]
    return "".join(whole) if parts and len(whole) == len(parts) else None


def _delete_entry(backend: KeyringBackend, name: str) -> None:
    try:
        _call(lambda: backend.delete_password(SERVICE, name))
    except SecretError:
        # Backends say the same whether there is none or they refuse.
        if _call(lambda: backend.get_password(SERVICE, name)) is not None:
            raise


def _call(work: Callable[[], T]) -> T:
    """Call the keyring; tell its failures apart.

    Whatever a backend raises is turned into a ``SecretError`` without the original, whose text may repeat
    what it was given.
    """
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    try:
        return work()
    except (NoKeyringError, InitError) as error:
        code, name = ProblemCode.KEYRING_MISSING, type(error).__name__
    except KeyringLocked as error:
        code, name = ProblemCode.KEYRING_LOCKED, type(error).__name__
    except Exception as error:  # noqa: BLE001  backends raise what their platform raises
        code, name = ProblemCode.KEYRING_REFUSED, type(error).__name__
    raise SecretError(Problem(code, detail=name))


def _entries(item: str, text: str) -> Iterator[tuple[str, str]]:
    """What to write, the entry itself first: it is what a later ``delete`` goes by."""
    if _units(text) <= LONGEST_PART and not text.startswith(_MARK):
        yield item, text
        return
    parts = list(_parts(text))
    yield item, f"{_MARK}{len(parts)}"
    for number, part in enumerate(parts, start=1):
        yield f"{item} [{number}]", part


def _parts(text: str) -> Iterator[str]:
    """Cut a text into pieces of at most ``LONGEST_PART`` UTF-16 code units, no character cut in two."""
    start = size = 0
    for position, char in enumerate(text):
        width = _units(char)
        if size + width > LONGEST_PART:
            yield text[start:position]
            start, size = position, 0
        size += width
    yield text[start:]


def _part_names(item: str, head: str) -> list[str]:
    digits = head.removeprefix(_MARK)
    if head == digits or not digits.isascii() or not digits.isdecimal():
        return []
    return [f"{item} [{number}]" for number in range(1, min(int(digits[:6]), _MOST_PARTS) + 1)]


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)
