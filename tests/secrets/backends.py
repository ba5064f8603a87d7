"""Keyrings with the habits of other platforms."""

from __future__ import annotations

from keyring.errors import KeyringLocked, PasswordDeleteError, PasswordSetError

from tests.memory_keyring import MemoryKeyring


class WindowsLike(MemoryKeyring):
    """The Credential Locker: 2,560 bytes of UTF-16 a secret, 512 characters a user name."""

    def set_password(self, service: str, username: str, password: str) -> None:
        size = len(password.encode("utf-16-le"))
        if size > 2_560:
            raise OSError(1783, "The stub received bad data")
        if len(username.encode("utf-16-le")) // 2 > 512:
            raise OSError(87, "The parameter is incorrect")
        super().set_password(service, username, password)


class MacLike(MemoryKeyring):
    """The Keychain: asks the user, who may say no; an entry that is not there cannot be deleted."""

    def __init__(self) -> None:
        super().__init__()
        self.denied = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.denied:
            raise KeyringLocked("Can't get password from keychain: (-128, 'Unknown Error')")
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.denied:
            raise PasswordSetError(f"Can't store password on keychain: {password}")
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        if self.denied:
            raise PasswordDeleteError("Can't delete password in keychain: (-128, 'Unknown Error')")
        super().delete_password(service, username)


class Forgetful(MemoryKeyring):
    """Says that it keeps, and does not."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Stubborn(MemoryKeyring):
    """Gives and takes, but does not delete."""

    def delete_password(self, *_: str) -> None:
        raise PasswordDeleteError("not allowed")
